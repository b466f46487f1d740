"""What stands beside a noun and is the same thing: "X, a member", "a member of Y, X"."""

from __future__ import annotations

from loaders.extraction.tree import Tree


def described(tree: Tree, noun: int) -> list[int]:
    """What `noun` describes from beside it; empty if it stands beside nothing."""
    return [apposed_to(tree, noun)] if tree.deps[noun] == "appos" else introduced(tree, noun)


def introduced(tree: Tree, noun: int) -> list[int]:
    """ "A firm believer in X, *Chile* signed it": whom the noun before the comma describes."""
    if tree.deps[noun] not in ("nsubj", "dep", "advcl", "npadvmod"):
        return []
    subjects = [t for t in tree.kids(tree.heads[noun], "nsubj", "nsubjpass") if t > noun]
    first = min(tree.subtree(subjects[0])) if subjects else 0
    return subjects[:1] if first > noun and tree.words[first - 1] == "," else []


def apposed_to(tree: Tree, noun: int) -> int:
    """What stands right before an apposition: "X, with *Y and Z*, its partners"."""
    head, first = tree.heads[noun], min(tree.subtree(noun))
    before = first - 2
    if before <= head or tree.words[first - 1] != "," or not tree.is_noun(before):
        return head
    if tree.tags[noun] in ("NN", "NNP") and before in tree.conjuncts(head):
        # "A and B, the secretary": B is.
        return before
    near = tree.first_conjunct(before)
    with_ = tree.deps[near] == "pobj" and tree.lower[tree.heads[near]] == "with"
    return near if with_ and tree.heads[tree.heads[near]] == head else head
