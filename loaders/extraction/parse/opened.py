"""What opens a clause and draws in what is not its own: "when it was called off *the French* were
furious", "how *unwilling* Fiji is to join"."""

from __future__ import annotations

from loaders.extraction.parse.branches import Branches, first_of, kid, last_of, move
from loaders.extraction.parse.tags import FINITE

_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")


def reopen(tree: Branches, present: set[str]) -> None:
    """Put both right."""
    for index, dep in enumerate(tree.deps):
        if dep == "advcl" and index < tree.heads[index]:
            _release(tree, index)
        elif dep == "acomp" and "how" in present and index < tree.heads[index]:
            _complete(tree, index)


def _release(tree: Branches, clause: int) -> None:
    """Make the object of a passive that stands right before a verb without a subject that verb's
    subject."""
    verb, thing = tree.heads[clause], kid(tree, clause, "dobj")
    if thing is None or kid(tree, clause, "auxpass") is None or thing < clause:
        return
    if tree.tags[verb] not in FINITE or any(tree.deps[c] in _SUBJECTS for c in tree.children[verb]):
        return
    if last_of(tree, thing) + 1 == verb:
        tree.deps[thing] = "nsubj"
        move(tree, thing, verb)


def _complete(tree: Branches, adjective: int) -> None:
    """Hang what somebody is so or so to do on the adjective that comes before the verb."""
    verb = tree.heads[adjective]
    done = kid(tree, verb, "xcomp")
    if tree.lower[first_of(tree, adjective)] != "how" or done is None or done < verb:
        return
    if tree.tags[done] == "VB" and tree.tags[done - 1] == "TO":
        move(tree, done, adjective)
