"""Ships by their names: "the Dutch *frigate Evertsen*", "*HMAS* Perth" are those whose they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.statements import EntityId
from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.knowledge.wanted import Wanted
from loaders.extraction.parse.tags import PROPER

if TYPE_CHECKING:
    from loaders.extraction.reading.reader import Reader

_LONGEST = 6
"""Words of a ship's name, and of what kind of ship it is."""
_SURE = 0.85
_KIND = frozenset({"NN", "JJ"})
"""Tags of the noun before a ship's name, which the parser may take for an adjective."""


def owners(reader: Reader, token: int, wanted: Wanted, depth: int) -> list[Filler]:
    """Whose the ship is, or the unit, whose name `token` ends."""
    tree, world = reader.tree, reader.world
    for noun in tree.kids(token, "appos") if tree.tags[token] == "NNP" else ():
        if tree.tags[noun] == "NN" and tree.lemmas[noun] in world.arms and noun > token:
            # "The Evertsen, a Dutch *frigate*, sailed"
            return reader.owners.of(noun, wanted, depth)
    start, _ = tree.sentences[tree.sentence[token]]
    for first in range(token, max(start, token - _LONGEST) - 1, -1):
        iri = world.lexicon.pennants.get(tree.lower[first])
        if iri and first < token and tree.words[first].isupper():
            types = world.facts.types(iri)
            span = tree.starts[first], tree.ends[token]
            pennant = Filler(EntityId(iri), types, token, *span, sure=_SURE)
            return [pennant] if wanted.fits(types) else []
        lemma = tree.lemmas[first]
        if tree.tags[first] in _KIND and lemma in world.delegates and lemma not in world.offices:
            # "the Dutch *frigate* Evertsen", but no minister
            return reader.owners.of(token, wanted, depth)
        if tree.tags[first] not in PROPER and tree.tags[first] != "HYPH":
            break
    return []
