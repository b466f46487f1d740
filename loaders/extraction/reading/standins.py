"""What stands for a name or for others of a kind: "the quartet known as X", "those of X"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.knowledge.wanted import Wanted
from loaders.extraction.parse.tags import COMMON

if TYPE_CHECKING:
    from loaders.extraction.reading.reader import Reader

STANDING = frozenset({"that", "those"})
_BACK = 30
"""Words before in which what "those" are others of is named."""


def may_be_others(reader: Reader, token: int) -> bool:
    """Whether "those" are others of the people, ships or offices that stand for somebody: "German
    *jets* trained with *those* of Japan"."""
    tree, delegates = reader.tree, reader.world.delegates
    if tree.lower[token] not in STANDING or tree.deps[token] not in ("pobj", "dobj", "conj"):
        return False
    first = max(tree.sentences[tree.sentence[token]][0], token - _BACK)
    before = (t for t in range(token - 1, first - 1, -1) if tree.tags[t] in COMMON)
    noun = next(before, None)
    return noun is not None and tree.lemmas[noun] in delegates


def others(reader: Reader, token: int, wanted: Wanted, depth: int) -> list[Filler]:
    """Whose those others are."""
    owners = reader.tree.after(token, ("of", "from"))
    return [f for t in owners for f in reader.each(t, wanted, depth)]


def known_as(reader: Reader, token: int, wanted: Wanted, depth: int) -> list[Filler]:
    """The name by which a noun says that what it takes up is known."""
    called = reader.grammar.bearing.called(reader.tree, token)
    return [f for t in called if reader.names.at(t) for f in reader.each(t, wanted, depth)]
