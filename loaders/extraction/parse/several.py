"""Several that the parser takes for one and what that is: "A Dutch frigate, *an Italian corvette*,
and ships from X are there", "X, *Y, and Z*", "President *X*, Minister Y and aides are set"."""

from __future__ import annotations

from loaders.extraction.parse.branches import Branches, first_of, kid, move
from loaders.extraction.parse.tags import COMMON, PROPER

MISTOLD = frozenset({"dep", "appos"})
"""As what the parser hangs them."""
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_HELPING = frozenset({"aux", "auxpass"})
_ARE = frozenset({"are", "were", "have"})
_SINGLE = frozenset({"NN", "NNP"})
_ONE = frozenset({"a", "an", "one", "another"})


def recount(tree: Branches, index: int) -> None:
    """Put right what is taken for loose or for an apposition, and is one of several."""
    tag = tree.tags[index]
    if tree.deps[index] == "dep":
        if tag in PROPER:
            _act(tree, index)
    elif tag in PROPER:
        _continue(tree, index)
    elif tag in COMMON:
        _enumerate(tree, index)


def _act(tree: Branches, name: int) -> None:
    """ "President *X*, Minister Y and many of their aides are set to go": they are who is."""
    verb = tree.heads[name]
    own = {tree.deps[c] for c in tree.children[verb] if name < c < verb}
    before = [tree.deps[c] for c in tree.children[verb] if c < verb]
    if name > verb or own.isdisjoint(_HELPING) or not _SUBJECTS.isdisjoint(before):
        return
    tree.deps[name] = "nsubjpass" if "auxpass" in own else "nsubj"


def _continue(tree: Branches, name: int) -> None:
    """ "Joined X, *Y, and Z* for drills": three of them, none of which is what another is."""
    link, first = kid(tree, name, "cc"), tree.heads[name]
    if tree.deps[name] != "appos" or tree.tags[first] not in PROPER or link is None:
        return
    apart = tree.words[link - 1] == "," == tree.words[first_of(tree, name) - 1]
    if apart and kid(tree, name, "conj") is not None:
        tree.deps[name] = "conj"


def _enumerate(tree: Branches, noun: int) -> None:
    """ "A Dutch frigate, *an Italian corvette*, and ships from X are there": three of them."""
    first, other = tree.heads[noun], first_of(tree, noun)
    if tree.deps[first] == "appos" and tree.heads[first] == first - 1:
        # "the frigate *Evertsen*"
        first -= 1
    verb = tree.heads[first]
    _gather(tree, noun, verb)
    many = kid(tree, noun, "conj") is not None and tree.words[other - 1] == ","
    if not many or tree.tags[first] not in _SINGLE or tree.deps[first] not in _SUBJECTS:
        return
    if tree.tags[other] == "PRP$":
        return
    plural = any(tree.lower[c] in _ARE for c in (verb, *tree.children[verb]) if c > noun)
    article = kid(tree, first, "det")
    alike = article is not None and tree.lower[article] in _ONE and tree.lower[other] in _ONE
    if plural or (alike and kid(tree, noun, "cc") is not None):
        tree.deps[noun] = "conj"
        move(tree, noun, first)


def _gather(tree: Branches, noun: int, verb: int) -> None:
    """Hang on the last but one of several the last, taken for another subject: "*and ships*"."""
    link = kid(tree, noun, "cc")
    if link is None or kid(tree, noun, "conj") is not None:
        return
    for other in tree.children[verb]:
        if other > link and tree.deps[other] in _SUBJECTS and first_of(tree, other) == link + 1:
            tree.deps[other] = "conj"
            move(tree, other, noun)
            return
