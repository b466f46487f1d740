"""Branches that the parser hangs too low, hung where they belong before anything is read."""

from __future__ import annotations

from loaders.extraction.parse.branches import Branches, move

_APART = frozenset({"VBZ", "VBP", "VBD", "VBN", "NN", "NNS", "NNP", "NNPS"})
"""Tags of what neither "to do" nor "doing" is joined to."""
_DOING = frozenset({"pcomp", "xcomp", "advcl", "acl", "conj"})
_OWN = frozenset({"aux", "auxpass", "nsubj", "nsubjpass", "poss", "det", "compound", "amod"})


def graft(tree: Branches) -> None:
    """Join each "to do" and "doing" to the one of its kind above it: "to *stop* drills that
    threaten X and to *respect* the law" is not said of the drills."""
    for index, dep in enumerate(tree.deps):
        if dep != "conj" or tree.tags[index] not in ("VB", "VBG"):
            continue
        head = tree.heads[index]
        if head < index and tree.tags[head] in _APART and not _is_to(tree, head):
            above = _above(tree, index, head)
            if above is not None:
                move(tree, index, above)


def _above(tree: Branches, index: int, token: int) -> int | None:
    """The verb above `token` that has the form of the one at `index`."""
    infinitive = _is_to(tree, index)
    if not infinitive and (tree.tags[index] == "VB" or _is_apart(tree, index)):
        return None
    if not infinitive and tree.tags[token].startswith("NN") and tree.deps[token] != "dobj":
        # "cooperation in space and *emerging* technologies"
        return None
    for verb in tree.up(token):
        if infinitive and tree.tags[verb] == "VB" and _is_to(tree, verb):
            return verb
        if not infinitive and tree.tags[verb] == "VBG" and tree.deps[verb] in _DOING:
            return verb
    return None


def _is_apart(tree: Branches, index: int) -> bool:
    """Whether "doing" is a noun, or has a subject or an auxiliary of its own."""
    return any(tree.deps[child] in _OWN for child in tree.children[index])


def _is_to(tree: Branches, index: int) -> bool:
    return any(tree.tags[child] == "TO" for child in tree.children[index])
