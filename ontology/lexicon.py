"""The lexicon: how predicates, statuses and denials are put in words.

Compiled from the `lex:` terms of the Turtle; extractors read it, nothing else
does.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Lexicon:
    """All cues of the ontology."""
