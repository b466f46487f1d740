"""Where words of belonging and of ties say nothing of the kind: "joined NATO *in condemning* X",
"formed the *Alliance of X*"."""

from __future__ import annotations

from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.parse.tags import PROPER
from loaders.extraction.reading.reader import Reader
from ontology.lexicon import Cue, Part

_OF = frozenset({"of", "in", "to", "within"})


_Pairs = list[tuple[Filler, Filler]]


def told(reader: Reader, cue: Cue, token: int, found: _Pairs, paired: bool) -> _Pairs:
    """The pairs of whom a word of belonging, or of a tie, says it."""
    if not found:
        return found
    if cue.part is Part.VERB:
        if _is_none(reader, cue, token):
            return []
        if paired:
            return [(s, o) for s, o in found if not _is_body(reader, token, o)]
    if cue.predicate in reader.world.lexicon.memberships:
        found = [(s, o) for s, o in found if not _is_inner(reader, s)]
        return [(s, o) for s, o in found if not _is_owner(reader, token, o)]
    return found


def _is_none(reader: Reader, cue: Cue, verb: int) -> bool:
    """Whether a verb of joining or of ties says that nobody is one of a group, or of a pair."""
    if cue.predicate in reader.world.lexicon.memberships:
        return _joins_in(reader, verb)
    symmetric = cue.predicate in reader.world.ontology.symmetric
    ties = {words.split()[-1] for words in cue.words if " " in words}
    return (
        symmetric
        and bool(ties)
        and (_makes_body(reader, verb, ties) or _is_of_another(reader, verb))
    )


def _joins_in(reader: Reader, verb: int) -> bool:
    """Whether somebody only does as others do: "joined NATO *in condemning* the strike"."""
    tree = reader.tree
    beside = [verb, *tree.kids(verb, "dobj")]
    return any(
        tree.lower[p] == "in" and tree.child(p, "pcomp") is not None
        for host in beside
        for p in tree.kids(host, "prep")
    )


def _makes_body(reader: Reader, verb: int, ties: set[str]) -> bool:
    """Whether what is formed is a body with a name of its own: "formed the *Alliance of X*"."""
    tree = reader.tree
    return any(
        reader.world.may_act(name.senses)
        and not ties.isdisjoint(tree.lower[name.first : name.last + 1])
        for thing in tree.kids(verb, "dobj", "nsubjpass")
        if tree.tags[thing] in PROPER and (name := reader.names.covering.get(thing)) is not None
    )


def _is_of_another(reader: Reader, verb: int) -> bool:
    """Whether several become something of another's: "A and B became partner countries *of C*"."""
    tree = reader.tree
    return any(
        tree.tags[t] in PROPER
        for thing in tree.kids(verb, "attr", "oprd")
        for t in tree.after(thing, _OF)
    )


def _is_body(reader: Reader, verb: int, text: Filler) -> bool:
    """Whether somebody joins what has the name of a body as well as of a text: "joined the *Blue
    Partnership*"."""
    world, tree = reader.world, reader.tree
    if tree.lemmas[verb] not in world.lexicon.role("Joining", Part.VERB):
        return False
    if text.entity in world.ontology.entities or text.token >= len(tree.words):
        return False
    heads = world.heads.get(tree.lower[text.token], ())
    return any(h.proper and world.fits((h.class_name,), world.actors) for h in heads)


def _is_inner(reader: Reader, one: Filler) -> bool:
    """Whether it is only a word of another body's name: "the *US* Seventh Fleet, part of X"; or a
    body that is not named here: who joins as "it" is a state."""
    world = reader.world
    if one.at is not None:
        return not world.polity.fits(one.types) and not world.is_person(one.types)
    name = reader.names.covering.get(one.token)
    if name is None or one.token == name.root or not name.first <= one.token <= name.last:
        return False
    return reader.world.may_act(name.senses)


def _is_owner(reader: Reader, noun: int, group: Filler) -> bool:
    """Whether a group only has what somebody is part of: "part of *its* territory"."""
    tree = reader.tree
    if group.token >= len(tree.words) or tree.tags[group.token] != "PRP$":
        return False
    owned = tree.heads[group.token]
    return owned != noun and tree.lemmas[owned] not in reader.world.members
