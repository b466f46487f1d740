"""The ontology: classes, predicates, lexicon, topics and reference entities.

Everything the service knows of its domain stands in the Turtle below this
folder; the Python beside it only reads, checks and compiles.
"""
