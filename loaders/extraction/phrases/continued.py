"""What the next sentence says that a plural noun names: "They agreed on three *fields*. Among them
are *X and Y*"."""

from __future__ import annotations

from loaders.extraction.grammar import ranges
from loaders.extraction.knowledge.world import World
from loaders.extraction.parse.tree import Tree

_THEM = frozenset({"they", "these", "those", "them"})
_AMONG = frozenset({"among", "amongst"})
_ONE = frozenset({"one", "first", "foremost", "another"})
_OPENING = 3
"""Tokens before what the next sentence opens with: "*First* among these are"."""


def continued(tree: Tree, world: World, token: int) -> list[int]:
    """The first tokens of what the next sentence lists, where it takes up `token`."""
    if tree.tags[token] != "NNS" or tree.lemmas[token] not in world.generics:
        return []
    here = tree.sentence[token]
    if here + 1 >= len(tree.sentences):
        return []
    _, end = tree.sentences[here]
    later = (tree.lemmas[t] for t in range(token + 1, end) if tree.tags[t] == "NNS")
    if not world.generics.isdisjoint(later):
        return []
    start, stop = tree.sentences[here + 1]
    root = next((t for t in range(start, stop) if tree.heads[t] == t), None)
    if root is None or tree.lemmas[root] not in world.listing:
        return []
    if not tree.is_verb(root) and not _is_told_by_range(tree, root):
        return []
    return _after(tree, root) if _takes_up(tree, start, root) else []


def is_of_things(tree: Tree, world: World, pronoun: int) -> bool:
    """Whether "they" are things that the sentence before has named, and their list follows:
    "several fields. *They* include X"."""
    here, verb = tree.sentence[pronoun], tree.heads[pronoun]
    if not here or tree.lemmas[verb] not in world.listing or tree.lemmas[verb] == "be":
        return False
    return any(continued(tree, world, t) for t in range(*tree.sentences[here - 1]))


def _is_told_by_range(tree: Tree, noun: int) -> bool:
    """ "These *range* from X to Y", whose verb the parse takes for a noun."""
    return any(tree.lower[d] in _THEM for d in tree.kids(noun, "det"))


def _takes_up(tree: Tree, start: int, root: int) -> bool:
    """Whether nothing before the verb of a sentence says more than that it takes up what was
    named: "*They* are", "*Among these* is", "*One of them* is"."""
    before = [t for t in range(start, root) if tree.tags[t] not in ("RB", ",", "DT", "CC", "MD")]
    before += [t for t in range(start, root) if tree.tags[t] == "DT" and tree.lower[t] in _THEM]
    words = {tree.lower[t] for t in before}
    if not words or len(before) > _OPENING:
        return False
    one = not words.isdisjoint(_ONE)
    said = words & (_THEM | _AMONG | _ONE | {"of", "the", "others", "included", "also"})
    return said == words and (one or not words.isdisjoint(_THEM))


def _after(tree: Tree, root: int) -> list[int]:
    """What a verb of listing names after it."""
    found = [t for t in tree.kids(root, "attr", "dobj", "nsubj") if t > root]
    if not found:
        for opening in tree.kids(root, "prep"):
            if tree.lower[opening] == "from":
                found = ranges.ends(tree, opening)
    return [t for t in found if tree.is_noun(t) or tree.is_verb(t)]
