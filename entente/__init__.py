"""Entente: sourced facts about alliances, from documents to graph.

This package holds what stands beneath everything (`errors`, `settings`) and
what stands on top of everything (`cli`).
"""

__version__ = "0.1.0"
