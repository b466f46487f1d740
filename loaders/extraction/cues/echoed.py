"""What a clause says of others by leaving it out: "A has joined the pact. *B has not*"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from loaders.extraction.grammar.ellipsis import SUBJECTS, Elided, elided
from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.reading.reader import Reader
from ontology.lexicon import Cue, End


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
    if verb is None or not found or cue.fallback:
        return
    subjects = [t for s in tree.kids(verb, *SUBJECTS) for t in tree.conjuncts(s)]
    if any(token in tree.subtree(t) for t in subjects):
        # "Two of its *members* belong to X; B does not": nothing is said of B's being a member.
        return
    denied = tree.child(verb, "neg") is not None
    for clause in elided(tree, verb) if subjects else ():
        flipped = clause.denied != denied
        for one, other in found:
            if one.token in subjects and other.token not in subjects:
                for filler in _others(reader, clause, cue.subject):
                    yield Echo((filler, other), clause.verb, flipped)
            elif other.token in subjects and one.token not in subjects:
                for filler in _others(reader, clause, cue.object):
                    yield Echo((one, filler), clause.verb, flipped)


def _others(reader: Reader, clause: Elided, end: End) -> list[Filler]:
    return reader.fillers(clause.subjects, reader.world.want(end.classes))
