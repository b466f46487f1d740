"""What something is kept, which the parser joins to its name: "keep the South China *Sea free*",
"keep the Strait of *Hormuz open*"."""

from __future__ import annotations

from collections.abc import Set

from loaders.extraction.parse.branches import Branches, first_of, move
from loaders.extraction.parse.tags import PROPER

_KEEPING = frozenset({"keep", "keeps", "keeping", "kept"})
_STATED = frozenset({"JJ", "JJR"})
_REACH = 10
"""Words between the verb and what it keeps something."""


def keep(tree: Branches, present: Set[str]) -> None:
    """Hang on the verb what is kept and, beside it, how. `present`: the words of the passage."""
    if present.isdisjoint(_KEEPING):
        return
    for index, word in enumerate(tree.lower):
        if word in _KEEPING:
            _part(tree, index)


def _part(tree: Branches, verb: int) -> None:
    for state in range(verb + 2, min(verb + _REACH, len(tree.words))):
        if tree.tags[state] not in _STATED or verb not in tree.up(state):
            continue
        kept = state - 1
        joined = tree.heads[kept] == state and tree.deps[kept] in ("compound", "nsubj")
        if not joined or tree.tags[kept] not in PROPER | {"NN", "NNS"}:
            continue
        if tree.tags[state + 1 : state + 2] in (["NN"], ["NNS"], ["HYPH"]):
            # "keep Red Sea *free* passage"
            continue
        _hang(tree, verb, kept, state)
        return


def _hang(tree: Branches, verb: int, kept: int, state: int) -> None:
    """`kept` takes the place of the adjective `state`, which hangs on the verb."""
    dep, above = tree.deps[state], tree.heads[state]
    inner = dep == "pobj" and above > verb
    for before in [t for t in tree.children[state] if first_of(tree, state) <= t < kept]:
        move(tree, before, kept)
    tree.deps[kept], tree.deps[state] = "pobj" if inner else "dobj", "oprd"
    move(tree, kept, above if inner else verb)
    move(tree, state, verb)
