"""What a preposition leads to, and where it comes again before further items."""

from __future__ import annotations

from loaders.extraction.parse.tags import TENSED
from loaders.extraction.parse.tree import Tree

_BETWEEN = frozenset({"between", "among", "with"})


def led_to(tree: Tree, preposition: int) -> list[int]:
    """What it leads to, and the last of those it is between: "talks of A with *B* on X"."""
    found = tree.kids(preposition, "pobj")
    if tree.lower[preposition] not in _BETWEEN or not found:
        return found
    last = tree.conjuncts(found[-1])[-1]
    return found if last == found[-1] else [*found, last]


def repeated(tree: Tree, preposition: int) -> list[int]:
    """The same preposition before further items: "commitment to X, *to* Y and *to* Z"."""
    word, found = tree.lower[preposition], []
    end = tree.sentences[tree.sentence[preposition]][1]
    if word not in tree.lower[preposition + 1 : end]:
        return []
    before: tuple[str, ...] = (",", "and", "or")
    for token in range(preposition + 1, end):
        if tree.tags[token] in TENSED:
            # "about X, who is Y, *and about* Z"
            if preposition not in tree.up(token):
                break
            before = ("and",)
        if tree.lower[token] != word or tree.lower[token - 1] not in before:
            continue
        noun = tree.child(token, "pobj") is not None or tree.is_noun(tree.heads[token])
        if noun and tree.heads[token] != tree.heads[preposition]:
            found.append(token)
    return found
