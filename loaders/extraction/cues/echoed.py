"""What a clause says of others by leaving it out: "A has joined the pact. *B has not*"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from loaders.extraction.grammar.ellipsis import SUBJECTS, Elided, elided
from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.parse.tree import Tree
from loaders.extraction.reading.reader import Reader
from ontology.lexicon import Cue, End, Part

_TOLD = frozenset({Part.VERB, Part.NOUN, Part.ADJECTIVE})
"""Parts of speech of what a clause says; "*together with* X" says only how."""


class Echo(NamedTuple):
    """The ends of what is said likewise of somebody else."""

    ends: tuple[Filler, Filler]
    told: int
    """The verb of the clause that says it."""
    flipped: bool
    """It is denied where the other is not, or the other way round."""


def echoes(
    reader: Reader, token: int, cue: Cue, found: list[tuple[Filler, Filler]]
) -> Iterator[Echo]:
    """What the next clauses say likewise, where one end of a pair is the subject of the clause of
    the trigger at `token`."""
    tree = reader.tree
    verb = next((t for t in (token, *tree.up(token)) if tree.is_verb(t)), None)
    if verb is None or not found or cue.fallback or cue.part not in _TOLD:
        return
    host = _host(tree, verb)
    subjects = [t for s in tree.kids(host, *SUBJECTS) for t in tree.conjuncts(s)]
    if any(token in tree.subtree(t) for t in subjects):
        # "Two of its *members* belong to X; B does not": nothing is said of B's being a member.
        return
    denied = tree.child(host, "neg") is not None
    likewise = reader.grammar.likewise
    for clause in elided(tree, host, likewise.is_said) if subjects else ():
        if host != verb and not likewise.is_said(tree, clause.verb):
            continue
        flipped = clause.denied != denied
        whom = likewise.whom(tree, clause.verb)
        for one, other in found:
            if one.token in subjects and other.token not in subjects:
                others = _instead(reader, whom, cue.object, other)
                for filler in _others(reader, clause, cue.subject):
                    shared = (o for o in others if _may_share(reader, filler, o))
                    yield from (Echo((filler, o), clause.verb, flipped) for o in shared)
            elif other.token in subjects and one.token not in subjects:
                ones = _instead(reader, whom, cue.subject, one)
                for filler in _others(reader, clause, cue.object):
                    yield from (Echo((o, filler), clause.verb, flipped) for o in ones)


def _host(tree: Tree, verb: int) -> int:
    """The verb that has the subject: "A *wants* to join"."""
    while tree.deps[verb] == "xcomp" and tree.child(verb, *SUBJECTS) is None:
        verb = tree.heads[verb]
    return verb


def _instead(reader: Reader, whom: list[int], end: End, first: Filler) -> list[Filler]:
    """With whom the same is done, in the place of the first; of what only the first has,
    nothing is said."""
    if not reader.fillers(whom, reader.world.actor):
        return [first]
    return reader.fillers(whom, reader.world.want(end.classes))


def _may_share(reader: Reader, one: Filler, target: Filler) -> bool:
    """Whether it may be his as well: no agreement that is told by those who have it."""
    parties = reader.cast.told.get(target.entity)
    return parties is None or one.entity in parties


def _others(reader: Reader, clause: Elided, end: End) -> list[Filler]:
    return reader.fillers(clause.subjects, reader.world.want(end.classes))
