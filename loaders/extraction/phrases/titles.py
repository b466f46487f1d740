"""Titles by their place beside a name: "Ann Lee, then the Pentagon's under secretary".

A small parser takes the words between a person's name and the office apart; what stands
between the comma after the name and the office says whose office it is.
"""

from __future__ import annotations

from loaders.extraction.grammar import phrase
from loaders.extraction.knowledge.site import Site
from loaders.extraction.names.names import TokenName

_REACH = 8
"""Words between the comma and the office."""
_BREAKS = frozenset({",", ";", ":", "(", ")", "."})


class Titles:
    """Answers for an office noun, in tokens."""

    def __init__(self, site: Site) -> None:
        self.tree, self.names, self.world = site.tree, site.names, site.world

    def holder(self, office: int) -> list[int]:
        """The person whose name ends at the comma before the office's phrase."""
        comma = self._comma(office)
        name = self.names.covering.get(comma - 1) if comma else None
        return [name.root] if name is not None and self._is_person(name) else []

    def owners(self, office: int) -> list[int]:
        """The actors named between that comma and the office, before a possessive."""
        comma = self._comma(office)
        if not comma or not self.holder(office):
            return []
        tree = self.tree
        found = (self.names.covering.get(t) for t in range(comma + 1, office))
        return [
            name.root
            for name in dict.fromkeys(found)
            if name is not None and tree.tags[name.last + 1] == "POS"
        ]

    def _comma(self, office: int) -> int:
        start = self.tree.sentences[self.tree.sentence[office]][0]
        for token in range(office - 1, max(start, office - _REACH) - 1, -1):
            if self.tree.words[token] in _BREAKS:
                return token if self.tree.words[token] == "," and not self._adds(token) else 0
            if self.tree.is_verb(token):
                return 0
        return 0

    def _adds(self, comma: int) -> bool:
        """Whether somebody else follows: "Ann Lee, *along with* the minister"."""
        return phrase.opening(self.tree, comma + 1, self.world.joining) > 0

    def _is_person(self, name: TokenName) -> bool:
        return self.world.is_person(name.senses[0].types)
