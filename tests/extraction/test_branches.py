"""Branches of a parse are moved, and stay a tree: in a circle nobody would find a root, and the
extractor would go round it until the memory is full."""

from __future__ import annotations

import random
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest

from loaders.extraction.parse.branches import Branches, head_of, move, take
from tests.extraction.conftest import Reading

LENGTH = 12
DEPS = ("nsubj", "amod", "prep", "conj")

MOVES: list[Callable[[Branches, int, int], None]] = [move, head_of, take]


def grown(chance: random.Random) -> Any:
    """A tree of any form over words in any order."""
    order = chance.sample(range(LENGTH), LENGTH)
    heads = list(range(LENGTH))
    for place in range(1, LENGTH):
        heads[order[place]] = order[chance.randrange(place)]
    tree: Any = SimpleNamespace(
        heads=heads,
        deps=["ROOT" if h == t else chance.choice(DEPS) for t, h in enumerate(heads)],
        children=[[t for t in range(LENGTH) if heads[t] == h != t] for h in range(LENGTH)],
    )

    def up(index: int) -> list[int]:
        found: list[int] = []
        while heads[index] != index:
            assert len(found) < LENGTH, f"a circle: {heads}"
            index = heads[index]
            found.append(index)
        return found

    tree.up = up
    return tree


@pytest.mark.parametrize("seed", range(50))
def test_what_is_moved_stays_a_tree(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - the same trees every time
    tree = grown(chance)
    for _ in range(40):
        index, above = chance.sample(range(LENGTH), 2)
        tree.deps[index] = chance.choice(DEPS) if tree.heads[index] != index else "ROOT"
        chance.choice(MOVES)(tree, index, above)
        for index in range(LENGTH):
            tree.up(index)
            assert sorted(tree.children[index]) == tree.children[index]
            assert all(tree.heads[child] == index for child in tree.children[index])
            # Whoever looks for the first of a list goes up by "conj".
            assert tree.deps[index] == "ROOT" or tree.heads[index] != index


@pytest.mark.parametrize(
    "text",
    [
        "What was taken was a step against Kenya.",
        "What is needed are steps that help Peru.",
        "What was announced is a policy that threatens Chad.",
    ],
)
def test_what_is_done_is_not_sought_in_itself(read: Reading, text: str) -> None:
    """Who takes a step is asked of what was taken, which is the step."""
    read(text)
