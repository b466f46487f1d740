"""What somebody does by himself, which is no work on a field with others, and what is done to
him, which is no threat of his."""

from __future__ import annotations

from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.parse.tree import Tree
from loaders.extraction.reading.reader import Reader
from ontology.lexicon import Cue, Part

_WITH = frozenset({"with", "alongside", "between", "among"})
_AGAINST = frozenset({"on", "against", "upon", "at"})
_WHOSE = ("poss", "amod", "compound", "nmod")


def told_of_works(
    reader: Reader, cue: Cue, verb: int, found: list[tuple[Filler, Filler]]
) -> list[tuple[Filler, Filler]]:
    """The pairs without what one wields alone: "X *conducts patrols*", "launches *drones*"; with
    others, and as a group, it is work on a field."""
    with_whom = any(slot in _WITH for _, slot in cue.qualifiers)
    if not found or not with_whom or cue.part is not Part.VERB:
        return found
    tree, world = reader.tree, reader.world
    if tree.lemmas[verb] not in world.wielding or len({s.entity for s, _ in found}) > 1:
        return found
    if any(tree.lower[p] in _WITH for p in _prepositions(tree, verb)):
        return found
    return [
        (s, o) for s, o in found if world.facts.is_group(s.entity) or not _is_wielded(reader, o)
    ]


def _prepositions(tree: Tree, verb: int) -> list[int]:
    """Those of a verb and of what is done."""
    return [p for host in (verb, *tree.kids(verb, "dobj")) for p in tree.kids(host, "prep")]


def _is_wielded(reader: Reader, target: Filler) -> bool:
    """Whether it is a means or an asset, and not one that others have too: "*joint* drills"."""
    tree, world = reader.tree, reader.world
    if target.at is not None or target.token >= len(tree.words):
        return False
    own = tree.lemmas[target.token] in world.means | world.assets
    return own and not any(
        tree.lower[t] in world.reciprocal for t in tree.kids(target.token, "amod")
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
