"""What somebody does by himself, which is no work on a field with others, and what is done to
him, which is no threat of his."""

from __future__ import annotations

from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.reading.reader import Reader
from ontology.lexicon import Cue

_WITH = frozenset({"with", "alongside", "between", "among"})
_AGAINST = frozenset({"on", "against", "upon", "at"})
_WHOSE = ("poss", "amod", "compound", "nmod")


def told_of_works(
    reader: Reader, cue: Cue, found: list[tuple[Filler, Filler]]
) -> list[tuple[Filler, Filler]]:
    """The pairs without what one wields alone: "X *conducts patrols*", "launches *drones*"; with
    others, and as a group, it is work on a field."""
    world = reader.world
    if not (cue.fallback or cue.predicate in world.joined_works):
        return found
    if len({s.entity for s, _ in found}) > 1:
        return found
    return [
        (s, o) for s, o in found if world.facts.is_group(s.entity) or not _is_wielded(reader, o)
    ]


def _is_wielded(reader: Reader, target: Filler) -> bool:
    """Whether somebody handles a means or an asset, and not with others: not "*joint* drills"."""
    tree, world = reader.tree, reader.world
    if target.at is not None or target.token >= len(tree.words):
        return False
    thing = target.token
    verb = tree.heads[tree.first_conjunct(thing)]
    handled = (
        tree.deps[tree.first_conjunct(thing)] == "dobj" and tree.lemmas[verb] in world.wielding
    )
    if not handled or tree.lemmas[thing] not in world.means | world.assets:
        return False
    beside = (p for host in (verb, thing) for p in tree.kids(host, "prep"))
    shared = any(tree.lower[p] in _WITH for p in beside)
    return not shared and not any(
        tree.lower[t] in world.reciprocal for t in tree.kids(thing, "amod")
    )


def told_of_others(
    reader: Reader, cue: Cue, found: list[tuple[Filler, Filler]]
) -> list[tuple[Filler, Filler]]:
    """The pairs of a threat and an actor without those of whom the threat's own words say that
    they suffer it: "attacks *on X's bases*" are not X's."""
    if not _AGAINST.isdisjoint(cue.object.slots):
        # "blamed the attacks *on X*"
        return found
    world = reader.world
    return [
        (s, o)
        for s, o in found
        if not (world.fits(s.types, world.feared) and _is_aimed_at(reader, s, o))
    ]


def _is_aimed_at(reader: Reader, threat: Filler, actor: Filler) -> bool:
    tree = reader.tree
    if threat.at is not None or threat.token >= len(tree.words):
        return False
    aimed = (
        word
        for t in tree.after(threat.token, _AGAINST)
        for noun in tree.conjuncts(t)
        for word in (noun, *tree.kids(noun, *_WHOSE))
    )
    return any(
        sense.iri == actor.entity
        for word in aimed
        for name in reader.names.at(word)
        for sense in name.senses
    )
