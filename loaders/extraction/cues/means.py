"""What somebody does or has and holds dear in no way: a drill, and the drones of another."""

from __future__ import annotations

from loaders.extraction.grammar import phrase
from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.reading.reader import Reader
from ontology.lexicon import Cue

_WHOSE = ("poss", "amod", "compound", "nmod")
_TOWARDS = frozenset({"for", "to", "with"})


def told_of_ends(
    reader: Reader, cue: Cue, found: list[tuple[Filler, Filler]]
) -> list[tuple[Filler, Filler]]:
    """The pairs in which what somebody is said to hold dear is no mere means."""
    world = reader.world
    if cue.predicate not in world.lexicon.attitudes or cue.predicate in world.fearing:
        return found
    return [
        (s, o)
        for s, o in found
        if o.token >= len(reader.tree.words)
        or not (_is_means(reader, o) or _is_others(reader, s, o) or _is_tie(reader, o))
    ]


def _is_means(reader: Reader, target: Filler) -> bool:
    """Whether it is but done or given: "their latest *drill*", "*military support*"."""
    means, tree = reader.world.means, reader.tree
    told = {tree.lemmas[target.token], phrase.pair(tree, target.token)}
    return not means.isdisjoint(told)


def _is_others(reader: Reader, subject: Filler, target: Filler) -> bool:
    """Whether another has it: "Fiji's support for *Niue's drones*"."""
    tree, world = reader.tree, reader.world
    if target.at is not None or tree.lemmas[target.token] not in world.assets:
        return False
    return any(
        sense.iri != subject.entity and world.actor.fits(sense.types)
        for owner in tree.kids(target.token, *_WHOSE)
        for name in reader.names.at(owner)
        for sense in name.senses
    )


def _is_tie(reader: Reader, target: Filler) -> bool:
    """Whether it is what one does for somebody: "reaffirmed *their solidarity* with Niue"."""
    tree, world = reader.tree, reader.world
    owned = any(tree.tags[t] == "PRP$" for t in tree.kids(target.token, "poss"))
    field = tree.child(target.token, "compound", "nmod") is not None
    if not owned or field or target.at is not None:
        # "its *mining* cooperation with Niue" is on mining
        return False
    towards = tree.after(target.token, _TOWARDS)
    if not _TOWARDS.isdisjoint(tree.lower[target.token + 1 : target.token + 2]):
        # The parse may hang it on the verb.
        towards = tree.kids(target.token + 1, "pobj")
    towards += [o for t in towards for o in tree.kids(t, "poss")]
    names = reader.names
    return any(
        world.may_act(name.senses) for t in towards for name in (*names.at(t), *names.inside(t))
    )
