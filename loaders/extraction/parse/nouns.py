"""Nouns that the parser joins to a verb, as if it were an item of their list: "focused *on ports,
rail links* and visas", "was attended by X, a minister of A, and *Y*"."""

from __future__ import annotations

from collections.abc import Set

from loaders.extraction.parse.branches import Branches, first_of, kid, last_of, move
from loaders.extraction.parse.tags import COMMON, FINITE, NOMINAL, PROPER

_OBJECTS = frozenset({"dobj", "attr", "nsubjpass"})
_LEADING = frozenset({"prep", "agent"})
_ITEMS = frozenset({"pobj", "dobj", "attr", "conj"})
_ACTING = frozenset({"nsubj", "nsubjpass", "dobj", "aux", "cop", "attr"})
"""What hangs on a noun that is a verb after all, or stands for one that is left out."""
_VERBAL = frozenset({"aux", "cop", "mark", "neg", "dobj", "auxpass"})
_LINKS = frozenset({",", "and", "or"})
_DOING = frozenset({"support", "help", "aid", "counter", "combat", "address", "fund", "boost"})
"""Verbs that the parser takes for nouns before another: "speed growth, and *support* trade"."""
_FROM = frozenset({"det", "poss"})


def relist(tree: Branches, present: Set[str]) -> None:
    """Join such nouns to what the verb is about, or to the noun before them. `present`: the words
    of the passage."""
    for noun, dep in enumerate(tree.deps):
        if dep == "ccomp" and tree.tags[noun] in COMMON:
            _name(tree, noun)
    if present.isdisjoint(_LINKS):
        return
    for noun, dep in enumerate(tree.deps):
        if dep != "conj" or tree.tags[noun] not in NOMINAL:
            continue
        verb = tree.heads[noun]
        if verb < noun and tree.tags[verb].startswith("VB") and _is_item(tree, noun, verb):
            before = _before(tree, noun, verb)
            if before is not None:
                move(tree, noun, before)


def _name(tree: Branches, noun: int) -> None:
    """ "X makes *Y an ally*": it makes Y that, and there is no clause without a verb."""
    verb, named = tree.heads[noun], kid(tree, noun, "nsubj")
    if named is None or not verb < named < noun or not tree.tags[verb].startswith("VB"):
        return
    bare = not any(tree.deps[c] in _VERBAL for c in tree.children[noun])
    if bare and tree.tags[named] in PROPER and first_of(tree, named) == verb + 1:
        tree.deps[noun], tree.deps[named] = "oprd", "dobj"
        move(tree, named, verb)


def _is_item(tree: Branches, noun: int, verb: int) -> bool:
    """Whether a noun is one, and goes on a list."""
    if any(tree.deps[c] in _ACTING for c in tree.children[noun]):
        return False
    if tree.words[noun].endswith("ing") and tree.tags[verb] == "VBG":
        # "using each other's bases, and *training* with X"
        return False
    first = first_of(tree, noun)
    if first < noun and tree.lower[first] in _DOING:
        return False
    after = last_of(tree, noun) + 1
    goes_on = after < len(tree.tags) and tree.tags[after] in FINITE | {"MD"}
    return not goes_on and tree.lower[first - 1] in _LINKS


def _before(tree: Branches, noun: int, verb: int) -> int | None:
    """The noun on whose list it stands: the one right before it if both are bare, else what the
    verb is done to or leads to."""
    end = first_of(tree, noun)
    while tree.lower[end - 1] in _LINKS:
        end -= 1
    near, told = end - 1, [*_told(tree, verb, end)]
    if tree.tags[noun] in PROPER:
        return next((t for t in told if tree.tags[t] in PROPER), None)
    if all(kid(tree, noun, dep) is None for dep in _FROM):
        like = tree.tags[near] in COMMON and tree.deps[near] in _ITEMS
        return near if like and verb in tree.up(near) else None
    return next((t for t in told if tree.tags[t] in COMMON), None)


def _told(tree: Branches, verb: int, end: int) -> list[int]:
    """What a verb is done to, and what its prepositions lead to, the last first."""
    before = [c for c in tree.children[verb] if c < end]
    led = [
        inner
        for c in reversed(before)
        if tree.deps[c] in _LEADING and c > verb
        for inner in tree.children[c]
        if tree.deps[inner] == "pobj"
    ]
    return [c for c in before if tree.deps[c] in _OBJECTS and c > verb] + led
