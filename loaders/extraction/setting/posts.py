"""For whom the text says that a person acts: "Norwegian Foreign Minister X", "X, its envoy"."""

from __future__ import annotations

from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.reading.reader import Reader

_PAST = frozenset({"former", "ex", "then", "late"})


def note_post(reader: Reader, person: Filler) -> None:
    """Remember the one polity whose office the words around a person's name give it, if nothing
    is known of the person."""
    tree, world, cast = reader.tree, reader.world, reader.cast
    if person.entity in cast.acting or person.entity in world.ontology.entities:
        return
    token = person.token
    titles = [token, *tree.kids(token, "appos", "compound", "nmod")]
    if tree.deps[token] == "appos":
        titles.append(tree.heads[token])
    named = [t for t in titles if tree.lemmas[t] in world.offices]
    told = {tree.lower[c] for t in (token, *named) for c in tree.kids(t, "amod", "compound")}
    if not named or not _PAST.isdisjoint(told):
        return
    found = {f.entity: f for t in (token, *named) for f in reader.owners.of(t, world.polity)}
    if len(found) == 1:
        ((entity, filler),) = found.items()
        cast.acting[person.entity] = entity, filler.types
