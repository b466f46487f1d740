"""What stands beside a noun and is the same thing: "X, a member", "a member of Y, X"."""

from __future__ import annotations

from loaders.extraction.names.names import Names
from loaders.extraction.parse.tags import NAMES, PROPER
from loaders.extraction.parse.tree import Tree

_ALL = frozenset({"all", "both", "each"})
_ONE = frozenset({"a", "an", "its"})
"""Words with which an apposition begins that tells of no office."""
_NEXT = 2
"""Tokens from a noun to the name that tells who it is, a comma among them."""
_SHORTEST = 4
"""Words of two names and what parts them from what is said of both."""


def described(tree: Tree, noun: int) -> list[int]:
    """What `noun` describes from beside it; empty if it stands beside nothing."""
    if tree.deps[noun] == "appos":
        return [] if is_further(tree, noun) else [apposed_to(tree, noun)]
    return introduced(tree, noun) or _told_of_all(tree, noun)


def _told_of_all(tree: Tree, noun: int) -> list[int]:
    """ "*X, Y and Z*, all members of W, did it": the names before the comma, in whatever way the
    parse hangs them."""
    words = tree.kids(noun, "det", "preconj", "predet")
    first = min(words, default=noun)
    if tree.lower[first] not in _ALL or tree.words[first - 1] != "," or first < _SHORTEST:
        return []
    last = max(t for t in tree.subtree(noun) if tree.sentence[t] == tree.sentence[noun])
    if tree.words[last : last + 1] != [","] and tree.words[last + 1 : last + 2] != [","]:
        return []
    start, found = tree.sentences[tree.sentence[noun]][0], []
    for token in range(first - 2, start - 1, -1):
        if tree.tags[token] not in NAMES:
            return []
        if tree.tags[token] in PROPER and tree.tags[token + 1] not in PROPER:
            found.append(token)
    return sorted(found) if len(found) > 1 else []


def is_further(tree: Tree, noun: int) -> bool:
    """Whether it begins another item and tells of none: "Ann Lee of Fiji *and* Niue's *leader*,
    Bo Li"."""
    return tree.deps[max(min(tree.subtree(noun)) - 1, 0)] == "cc"


def introduced(tree: Tree, noun: int) -> list[int]:
    """ "A firm believer in X, *Chile* signed it": whom the noun before the comma describes."""
    if tree.deps[noun] not in ("nsubj", "nsubjpass", "dep", "advcl", "npadvmod"):
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
    if (
        tree.lower[first] in _ONE
        and tree.tags[before] in PROPER
        and _is_told_of(tree, head, before)
    ):
        return before
    near = tree.first_conjunct(before)
    with_ = tree.deps[near] == "pobj" and tree.lower[tree.heads[near]] == "with"
    return near if with_ and tree.heads[tree.heads[near]] == head else head


def _is_told_of(tree: Tree, head: int, name: int) -> bool:
    """Whether a clause about the one names the other: "*Ann Lee*, who flew to *Fiji*, an ally"."""
    return any(name in tree.subtree(clause) for clause in tree.kids(head, "relcl"))


def names_after(tree: Tree, noun: int, names: Names, *, firm: bool = False) -> list[int]:
    """The names right after a noun that tell who it is, "X's neighbour *Y*": its appositions, or
    what the parse takes for a second subject. Of a `firm` the name need not be known."""
    after = noun + 1
    found = [t for t in tree.kids(noun, "appos") if min(tree.subtree(t)) - noun <= _NEXT]
    subject = tree.deps[noun] == "nsubj" and tree.deps[after : after + 1] == ["nsubj"]
    if subject and tree.heads[after] == tree.heads[noun]:
        found.append(after)
    proper = (t for t in found if tree.tags[t] in PROPER or tree.words[t].isupper())
    return [t for t in proper if firm or names.has_root(t)]


def is_of_several(tree: Tree, noun: int) -> bool:
    """Whether a list after the noun is rather that of those it has: "partners of the *alliance*:
    A and B"."""
    of = tree.heads[noun]
    single = tree.deps[noun] == "pobj" and tree.lower[of] == "of" and tree.tags[noun] == "NN"
    return single and tree.tags[tree.heads[of]] == "NNS"
