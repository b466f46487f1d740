"""The ontology's names, and where they stand on a tree."""
