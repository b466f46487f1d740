"""Subjects that the parser takes for more of what opens the sentence: "At talks in Oslo, *Chad
and Mali* agreed"."""

from __future__ import annotations

from loaders.extraction.parse.branches import Branches, first_of, given_of, kid, last_of, move
from loaders.extraction.parse.tags import FINITE, PROPER
from loaders.extraction.text.dates import is_month

OPENED = frozenset({"conj", "appos"})
"""As what the parser hangs such a subject on a name before its comma."""

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
_HELPING = frozenset({"aux", "auxpass", "neg"})
_BETWEEN = frozenset({"RB", "MD"})
_TODAY = frozenset({"today", "yesterday"})


def front(tree: Branches, name: int) -> None:
    """Put right what the parser hangs on a name before its comma."""
    _begin(tree, name)
    if tree.deps[name] == "appos":
        _resume(tree, name)
        _detach(tree, name)


def _begin(tree: Branches, name: int) -> None:
    """Make the list that `name` begins the subject of the verb after it, if that has none and a
    comma parts the list from what stands before."""
    above = tree.heads[name]
    if tree.words[first_of(tree, name) - 1] != "," or tree.heads[above] == above:
        return
    items = _items(tree, name)
    if any(kid(tree, item, "cc") is not None for item in items[:-2]):
        # "At talks with A, B and C, *D and E* agreed": it begins later.
        return
    verb = _verb_after(tree, items[-1])
    if verb is None and (tree.deps[name] == "conj" or len(items) > 1):
        verb = _verb_behind(tree, items[-1])
    if verb is None or verb not in tree.up(name):
        return
    subjects = [c for c in tree.children[verb] if tree.deps[c] in _SUBJECTS]
    for day in [c for c in subjects if _is_day(tree.lower[c]) and name in _below(tree, c)]:
        # "*Today* in Lima, A and B signed"
        tree.deps[day] = "npadvmod"
        subjects.remove(day)
    if any(tree.deps[c] != "csubj" or tree.tags[c] != "VBG" for c in subjects):
        return
    for clause in subjects:
        # "*Ignoring X*, A and B signed Z"
        tree.deps[clause] = "advcl"
    tree.deps[name] = "nsubj"
    move(tree, name, verb)


def _items(tree: Branches, name: int) -> list[int]:
    """The names of a list from `name` on, each of which the parse hangs on the one before."""
    items = [name]
    while later := [c for c in tree.children[items[-1]] if c > items[-1] and _joins(tree, c)]:
        items.append(later[-1])
    return items


def _joins(tree: Branches, token: int) -> bool:
    return tree.deps[token] == "conj" and tree.tags[token] in PROPER


def _verb_after(tree: Branches, name: int) -> int | None:
    """The verb that follows the name, past adverbs, auxiliaries and a date."""
    verb, helped = _over_date(tree, name + 1), False
    while verb < len(tree.tags) and (tree.tags[verb] in _BETWEEN or tree.deps[verb] in _HELPING):
        helped |= tree.deps[verb] in _HELPING
        verb += 1
    if verb >= len(tree.tags):
        return None
    finite = tree.tags[verb] in FINITE or (helped and tree.tags[verb].startswith("VB"))
    return verb if finite else None


def _verb_behind(tree: Branches, name: int) -> int | None:
    """The verb after a comma that closes what names the last: "A's envoy and B's, *X*, signed"."""
    told = kid(tree, name, "appos")
    name = name if told is None else told
    after = name + 1
    if tree.words[given_of(tree, name) - 1] != "," or tree.words[after : after + 1] != [","]:
        return None
    return _verb_after(tree, after)


def _below(tree: Branches, top: int) -> range:
    return range(first_of(tree, top), last_of(tree, top) + 1)


def _over_date(tree: Branches, at: int) -> int:
    """The place after a date that begins there: "Chad and Mali *on Monday* signed"."""
    ends = at + 1 if tree.lower[at : at + 1] == ["on"] else at
    while ends < len(tree.tags) and (_is_day(tree.lower[ends]) or tree.tags[ends] == "CD"):
        ends += 1
    return ends if ends > at + 1 or tree.lower[at : at + 1] == ["today"] else at


def _is_day(word: str) -> bool:
    return word in _TODAY or is_month(word)


def _resume(tree: Branches, name: int) -> None:
    """ "Faced with X's war on Y, *A and B* are united": A and B are, since the war is but one."""
    verb = last_of(tree, name) + 1
    if verb >= len(tree.tags) or tree.tags[verb] != "VBP" or tree.words[verb - 1] == ",":
        return
    if kid(tree, name, "conj") is None:
        return
    main = tree.heads[verb] if tree.deps[verb].startswith("aux") else verb
    subjects = [c for c in tree.children[main] if tree.deps[c] in ("nsubj", "nsubjpass")]
    if len(subjects) != 1 or tree.tags[subjects[0]] not in ("NN", "NNP"):
        return
    (subject,) = subjects
    if subject == tree.heads[name] and tree.tags[subject] in PROPER:
        # "President A, *Minister B and C* are": three of them
        tree.deps[name] = "conj"
        return
    if subject in tree.up(name) and kid(tree, subject, "conj") is None:
        tree.deps[name], tree.deps[subject] = tree.deps[subject], "dep"
        move(tree, name, main)


def _detach(tree: Branches, name: int) -> None:
    """ "Wary of the ally A, *B and C* urged calm": one ally is told, and B and C urge."""
    noun, verb = tree.heads[name], last_of(tree, name) + 1
    others = [c for c in tree.children[name] if tree.deps[c] == "conj"]
    if tree.tags[noun] != "NN" or first_of(tree, name) != noun + 1 or len(others) != 1:
        return
    (other,) = others
    if tree.words[first_of(tree, other) - 1] != "," or tree.tags[verb : verb + 1] != ["VBD"]:
        return
    subjects = [c for c in tree.children[verb] if tree.deps[c] in _SUBJECTS]
    if any(tree.tags[c] not in ("VBN", "VBG") for c in subjects):
        return
    for subject in subjects:
        tree.deps[subject] = "advcl"
    tree.deps[other] = "nsubj"
    move(tree, other, verb)
