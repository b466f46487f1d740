"""What is named beside a noun, as what the noun means: "its partners, *A and B*", "X's neighbour
*Y*"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.knowledge.wanted import Wanted
from loaders.extraction.parse.tags import PROPER
from loaders.extraction.reading.countered import countered

if TYPE_CHECKING:
    from loaders.extraction.reading.reader import Reader


_SEVERAL = 2


def apposed(reader: Reader, token: int, wanted: Wanted, depth: int) -> list[Filler]:
    """The several that a list beside the noun names, or the person who it says he is."""
    items = reader.lists.apposed(token)
    listed = [f for t in items for f in reader.read(t, wanted, depth + 1)]
    if listed and reader.tree.lemmas[token] in reader.world.generics:
        listed += countered(reader.site, items, wanted, token)
    if len(listed) < _SEVERAL:
        return _who_is(reader, token, wanted, depth)
    return [*_itself(reader, token, wanted), *listed]


def _itself(reader: Reader, token: int, wanted: Wanted) -> list[Filler]:
    """ "Work on *maritime security*, trade, curbing X": the first of such a list is one of it."""
    world = reader.world
    if reader.tree.lemmas[token] in world.generics:
        return []
    return [f for f in reader.known(token, wanted) if world.fits(f.types, world.issues)]


def _who_is(reader: Reader, token: int, wanted: Wanted, depth: int) -> list[Filler]:
    """ "His Chadian counterpart *X*", "her minister, *X*", "the Minister of Defence, *X*": the
    person, if it is known for whom he acts."""
    tree = reader.tree
    if tree.lemmas[token] not in reader.world.offices:
        return []
    theirs = any(tree.tags[t] == "PRP$" for t in tree.kids(token, "poss"))
    if not theirs and reader.owners.of(token, reader.world.polity, depth):
        # "Chad's minister, X, signed": Chad did
        return []
    named = [t for t in tree.kids(token, "appos") if tree.tags[t] in PROPER]
    found = [f for t in named for f in reader.each(t, wanted, depth)]
    told = found and reader.owners.before(token, reader.world.polity)
    return [
        f
        for f in found
        if reader.world.is_person(f.types) and (told or reader.site.stands_for(f.entity))
    ]


def beside(reader: Reader, names: list[int], wanted: Wanted, depth: int) -> list[Filler]:
    """ "X's neighbour *Y*", "the newest member, *Y*": the body or state named right after."""
    world = reader.world
    return [
        filler
        for t in names
        for filler in reader.read(t, wanted, depth + 1)
        if world.fits(filler.types, world.actors) and not world.is_person(filler.types)
    ]
