"""Slots of who has to do with a noun in whose relative clause, or above which, he stands."""

from __future__ import annotations

from loaders.extraction.cues.trigger import Trigger
from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.knowledge.wanted import Wanted

_REACH = 6
"""Words between a place that is wished for and the verb of who wishes it."""
_DEPENDENT = frozenset({"ccomp", "xcomp"})


def wisher(at: Trigger, wanted: Wanted) -> list[Filler]:
    """ "*X* wants a region in which the law is *respected*", "*X* wants the law to be
    *respected*": X."""
    tree, verb = at.tree, at.tree.first_conjunct(at.token)
    if tree.deps[verb] in _DEPENDENT:
        return at.reader.fillers(_wishing(at, verb), wanted)
    noun = tree.heads[verb]
    if tree.deps[verb] != "relcl" or tree.lower[noun] not in at.reader.world.envisaged:
        return []
    if not any(tree.lower[d] in ("a", "an") for d in tree.kids(noun, "det")) and not _is_one(
        at, noun
    ):
        # "*the* region in which it is respected" is there.
        return []
    for above in tree.up(noun)[:_REACH]:
        if tree.is_verb(above):
            if tree.deps[noun] in ("nsubj", "nsubjpass") and tree.heads[noun] == above:
                return []
            return at.reader.fillers(at.grammar.subjects(tree, above), wanted)
    return []


def _wishing(at: Trigger, verb: int) -> list[int]:
    """Who wants what the clause of `verb` says, whose subject is another."""
    tree, (verbs, adjectives) = at.tree, at.reader.world.wishing
    above = tree.heads[verb]
    if tree.child(verb, "nsubj", "nsubjpass") is None:
        return []
    if tree.lower[above] in adjectives and tree.deps[above] == "acomp":
        above = tree.heads[above]
    elif tree.lemmas[above] not in verbs:
        return []
    return at.grammar.subjects(tree, above)


def _is_one(at: Trigger, noun: int) -> bool:
    """Whether it stands for such a place: "a stable region, *one* in which"."""
    return at.tree.lower[noun] == "one" and at.tree.deps[noun] == "appos"


def workers(at: Trigger, wanted: Wanted) -> list[Filler]:
    """ "The *fields* in which X and Y cooperate", "in which A wants *X and Y* to cooperate"."""
    tree, working = at.tree, at.reader.world.working
    clauses = tree.kids(at.token, "relcl")
    clauses += [inner for c in clauses for inner in tree.kids(c, "xcomp", "ccomp")]
    done = [c for c in clauses if tree.lemmas[c] in working]
    subjects = [s for c in done for s in at.grammar.subjects(tree, c)]
    return at.reader.fillers(subjects, wanted)
