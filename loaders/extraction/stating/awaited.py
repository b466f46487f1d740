"""Events that are said to be still to come: "the upcoming summit", "the summit next week"."""

from __future__ import annotations

import re

from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.parse.tree import Tree
from ontology.lexicon import Lexicon, Part

_NAMING = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "CD", "POS", "HYPH", "VBN", "VBG"})
"""Tags of the words of an event's name and of those before it."""

_WHEN = ("npadvmod", "advmod", "tmod")


class Awaited:
    """Answers for an event as it is named in a tree; compiled once from the lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._called = lexicon.role("Awaited", Part.ADJECTIVE)
        later = sorted(lexicon.role("Awaited", Part.PHRASE), key=lambda p: (-len(p), p))
        self._phrases = frozenset(later)
        place = r"(?:,? (?:in|at|with) (?:the )?[A-Z][\w'-]*(?:,? [A-Z][\w'-]*)*)?"
        self._later = re.compile(
            place + r"(?: on)?,? (?:" + "|".join(map(re.escape, later)) + r")\b"
        )

    def is_so(self, tree: Tree, event: Filler) -> bool:
        """Whether the words beside the event say that it is to come."""
        token = event.token
        if token >= len(tree.words):
            return False
        before = token - 1
        while before >= 0 and tree.tags[before] in _NAMING:
            if tree.lower[before] in self._called:
                return True
            before -= 1
        return self._later.match(tree.passage.text, tree.ends[token]) is not None

    def is_done_later(self, tree: Tree, trigger: int) -> bool:
        """Whether the clause says when it will be: "is meeting X *tomorrow*", "is in Y *next week*
        for talks"."""
        up = [trigger, *tree.up(trigger)]
        last = next((n for n, t in enumerate(up) if tree.is_verb(t)), len(up) - 1)
        return any(
            " ".join(tree.lower[t] for t in sorted(tree.subtree(when))) in self._phrases
            for token in up[: last + 1]
            for when in tree.kids(token, *_WHEN)
        )
