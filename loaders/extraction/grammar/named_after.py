"""Who holds an office, named after what it is of or to: "Japan's *ambassador* to NATO, *Ann Lee*",
"the *leaders* of Fiji and Peru, *Ann Lee and Bob Ray*".

The parser often takes the name for another of the body or place right before it, for an item beside
the office, or for the holder of an office before.
"""

from __future__ import annotations

from collections.abc import Container

from loaders.extraction.parse.branches import move
from loaders.extraction.parse.tags import PLURAL, PROPER
from loaders.extraction.parse.tree import Tree

_PLACES = frozenset({"pobj", "compound", "nmod", "conj"})
_LEADING = frozenset({"to", "of", "for", "in", "at"})
_SHORTEST, _LONGEST = 2, 7
"""Words of a name that is a person's and not a place's, hyphens among them."""
_CLOSING = frozenset({",", ".", ";", ")"})


def hang(tree: Tree, offices: Container[str], known: Container[str]) -> None:
    """Hang such names on the offices. `known` are names of states and bodies."""
    for name, dep in enumerate(tree.deps):
        if dep not in ("appos", "conj") or not _ends_name(tree, name):
            continue
        first = _first(tree, name)
        if first < 2 or tree.words[first - 1] != "," or not _is_person(tree, first, name, known):
            continue
        office = _office(tree, first - 2, offices)
        if office is None or (dep == "appos" and tree.heads[name] == office):
            continue
        if dep == "conj" and not office <= tree.heads[name] < first:
            # "X's minister, Ann Lee, *and* Y's, *Bob Ray*": he is beside her.
            continue
        after = tree.words[name + 1 : name + 2]
        several = tree.tags[office].endswith("S")
        if not after or after[0] in _CLOSING or (several and after == ["and"]):
            tree.deps[name] = "appos"
            move(tree, name, office)


def _ends_name(tree: Tree, token: int) -> bool:
    """Whether a proper name ends there: "Ann *Lee*", "Bae Min-*jun*"."""
    hyphened = tree.words[token - 1] == "-" and tree.tags[token - 2] == "NNP"
    return tree.tags[token] == "NNP" or (hyphened and tree.words[token].islower())


def _first(tree: Tree, name: int) -> int:
    """The first word of the name."""
    while name > 0 and (tree.tags[name - 1] in PROPER or tree.tags[name - 1] == "HYPH"):
        name -= 1
    return name


def _is_person(tree: Tree, first: int, name: int, known: Container[str]) -> bool:
    """Whether the words may be a person's name: several, none of them an acronym or what is
    known as another's."""
    words = range(first, name + 1)
    if not _SHORTEST <= len(words) <= _LONGEST or any(
        tree.words[t].isupper() and len(tree.words[t]) > 1 and "." not in tree.words[t]
        for t in words
    ):
        return False
    return not any(" ".join(tree.lower[t : name + 1]) in known for t in words)


def _office(tree: Tree, place: int, offices: Container[str]) -> int | None:
    """The office at `place`, or of or to what stands there; none, if it has its holder."""
    above = place
    while above >= 0 and not _is_office(tree, above, offices):
        over = tree.heads[above]
        led = tree.deps[above] == "prep" and tree.lower[above] in _LEADING
        if over == above or over > above or not (led or tree.deps[above] in _PLACES):
            return None
        above = over
    return None if any(tree.deps[t] == "appos" for t in tree.children[above]) else above


def _is_office(tree: Tree, token: int, offices: Container[str]) -> bool:
    lower, tag = tree.lower[token], tree.tags[token]
    if tag in ("NN", "NNP"):
        return lower in offices
    return tag in PLURAL and lower.removesuffix("s") in offices
