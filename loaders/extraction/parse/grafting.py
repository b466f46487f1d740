"""Branches that the parser hangs too low, hung where they belong before anything is read."""

from __future__ import annotations

from loaders.extraction.parse.branches import Branches, move
from loaders.extraction.parse.tags import FINITE

_APART = frozenset({"VBZ", "VBP", "VBD", "VBN", "NN", "NNS", "NNP", "NNPS"})
"""Tags of what neither "to do" nor "doing" is joined to."""
_DOING = frozenset({"pcomp", "xcomp", "advcl", "acl", "conj"})
_OWN = frozenset({"aux", "auxpass", "nsubj", "nsubjpass", "poss", "det", "compound", "amod"})


def graft(tree: Branches) -> None:
    """Join each "to do" and "doing" to the one of its kind above it: "to *stop* drills that
    threaten X and to *respect* the law" is not said of the drills."""
    for index, dep in enumerate(tree.deps):
        if dep != "conj":
            continue
        if tree.tags[index] in FINITE:
            _rejoin(tree, index)
            continue
        if tree.tags[index] not in ("VB", "VBG"):
            continue
        head = tree.heads[index]
        if head < index and tree.tags[head] in _APART and not _is_to(tree, head):
            above = _above(tree, index, head)
            if above is not None:
                move(tree, index, above)


def _rejoin(tree: Branches, verb: int) -> None:
    """Hang a verb without a subject on the one above whose form it has: "is going to help X and
    *has* ships", "said that the pact is good and *agreed* to extend it"."""
    inner = tree.heads[verb]
    if inner > verb or not tree.tags[inner].startswith("VB") or _has_subject(tree, verb):
        return
    own, other = _form(tree, verb), _form(tree, inner)
    if own is None or own == other or (other is None and not _is_to(tree, inner)):
        return
    if other is not None and not _is_content(tree, inner):
        return
    for above in tree.up(inner):
        form = _form(tree, above)
        if tree.tags[above].startswith(("VB", "MD")) and form is not None:
            if form == own and above < inner:
                move(tree, verb, above)
            return


def _is_content(tree: Branches, verb: int) -> bool:
    """Whether a clause is what somebody says or holds: "the view *that* X is"."""
    marked = any(tree.deps[c] == "mark" and tree.lower[c] == "that" for c in tree.children[verb])
    return marked and tree.deps[verb] in ("ccomp", "acl")


def _has_subject(tree: Branches, verb: int) -> bool:
    return any(tree.deps[c] in ("nsubj", "nsubjpass", "expl") for c in tree.children[verb])


def _form(tree: Branches, verb: int) -> str | None:
    """The tense of a clause by its verb or auxiliary, "MD" for a modal; None if it has none."""
    helping = [c for c in tree.children[verb] if tree.deps[c] in ("aux", "auxpass")]
    if any(tree.tags[c] == "TO" for c in helping):
        return None
    tags = [tree.tags[c] for c in helping] or [tree.tags[verb]]
    found = next((tag for tag in tags if tag == "MD" or tag in FINITE), None)
    return "VBP" if found == "VBZ" else found


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
