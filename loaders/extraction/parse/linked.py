"""What "and" and its like join where other words stand between, so that the parser makes two of
one list: "A *and also* B", "A *as well as* B did", "the leaders of A *and of* B"."""

from __future__ import annotations

from collections.abc import Set

from loaders.extraction.parse.branches import Branches, first_of, kid, move
from loaders.extraction.parse.tags import PROPER, SUBJECTS
from loaders.extraction.text.dates import is_month

_LINKS = frozenset({"and", "but"})
_ADVERBS = frozenset({"RB", "RBR", "RBS"})
_LEADING = frozenset({"of", "from", "by", "for", "against", "to", "on"})
"""Prepositions that are said once more for the next of a list: "*of* A and *of* B"."""
_STRAY = frozenset({"conj", "npadvmod"})


def link(tree: Branches, present: Set[str]) -> None:
    """Join them. `present`: the words of the passage."""
    if present.isdisjoint(_LINKS) and "as" not in present:
        return
    for index, word in enumerate(tree.lower):
        if word in _LINKS or (tree.deps[index] == "cc" and word == "as"):
            _add(tree, index)
            if tree.lower[index + 1 : index + 2] and tree.lower[index + 1] in _LEADING:
                _lead_again(tree, index)


def _add(tree: Branches, joint: int) -> None:
    """Join the name after "and" and adverbs to the name right before them."""
    before, after = joint - 1, joint + 1
    if tree.lower[joint] == "as":
        before -= 2 * (tree.lower[joint - 2 : joint] == ["as", "well"])
    before -= before > 0 and tree.words[before] == ","
    while after < len(tree.tags) and tree.tags[after] in _ADVERBS:
        after += 1
    between = after > joint + 1
    if before < 0 or after >= len(tree.tags) or not _is_name(tree, before):
        return
    above = [after, *tree.up(after)]
    name = next((t for t in above if first_of(tree, t) <= after <= t), after)
    while tree.deps[name] == "compound" and tree.heads[name] > name:
        name = tree.heads[name]
    first = _begin(tree, before)
    if not _is_name(tree, name) or name in tree.up(first):
        return
    if first == name or first in tree.up(name):
        return
    if _both_act(tree, first, name) or (between and _is_stray(tree, name, first)):
        for adverb in range(joint + 1, after):
            tree.deps[adverb] = "advmod"
            move(tree, adverb, name)
        tree.deps[name] = "conj"
        move(tree, name, first)


def _begin(tree: Branches, name: int) -> int:
    """The first of the names in whose list it stands."""
    while tree.deps[name] == "conj" and tree.tags[tree.heads[name]] in PROPER:
        name = tree.heads[name]
    return name


def _is_name(tree: Branches, token: int) -> bool:
    return tree.tags[token] in PROPER and not is_month(tree.lower[token])


def _both_act(tree: Branches, first: int, name: int) -> bool:
    """Whether the parse has two subjects of one verb: "*A* and also *B* joined", "the leaders of
    *A* and also *B* met"."""
    verb = tree.heads[name]
    if tree.deps[name] not in SUBJECTS or not name < verb:
        return False
    acting = first if tree.deps[first] in SUBJECTS else _top(tree, first, verb)
    return tree.deps[acting] in SUBJECTS and tree.heads[acting] == verb and acting < name


def _top(tree: Branches, name: int, verb: int) -> int:
    """The word below `verb` from which a name hangs."""
    while tree.heads[name] not in (verb, name):
        name = tree.heads[name]
    return name


def _is_stray(tree: Branches, name: int, first: int) -> bool:
    """Whether the parse sets a name beside a verb or a thing: "*signed* a pact with A and also
    *B*"."""
    above = tree.heads[name]
    if tree.deps[name] not in _STRAY or tree.tags[above] in PROPER or above not in tree.up(first):
        return False
    # "backs A and soon B with ships" says something else of each
    return kid(tree, name, "prep") is None and kid(tree, name, "appos") is None


def _lead_again(tree: Branches, joint: int) -> None:
    """Make of "of A and *of B*" what "of A and B" is."""
    again = joint + 1
    other = kid(tree, again, "pobj")
    before = joint - 1 - (tree.words[joint - 1] == ",")
    if other is None or before < 1 or not {tree.tags[before], tree.tags[other]} <= PROPER:
        return
    led = _begin(tree, before)
    leading = tree.heads[led]
    if tree.deps[led] != "pobj" or tree.lower[leading] != tree.lower[again]:
        return
    if leading != again and again not in tree.up(leading):
        tree.deps[other], tree.deps[again] = "conj", "dep"
        move(tree, other, led)
        move(tree, again, other)
