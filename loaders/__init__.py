"""Loaders: from files to statements.

readers      bytes → canonical text, blocks and metadata
extraction   text → claims, by the ontology's lexicon
pipeline     files → statements → a store; the only part that sees a store
"""
