"""The read algebra done slowly and plainly over lists, to hold stores to.

Edges are rows of `EDGE` fields by name. Nothing here is shared with a store.
"""

from __future__ import annotations

import operator as operators
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import Any

from graph.plan import Direction, Hop, Operator, Relation

Edge = dict[str, Any]
Admits = Callable[[str], bool]


_TESTS: dict[Operator, Callable[[Any, Any], Any]] = {
    Operator.EQ: operators.eq,
    Operator.NE: operators.ne,
    Operator.LT: operators.lt,
    Operator.LE: operators.le,
    Operator.GT: operators.gt,
    Operator.GE: operators.ge,
    Operator.IN: lambda value, wanted: value in wanted,
    Operator.CONTAINS: lambda value, wanted: wanted.lower() in value.lower(),
    Operator.STARTS: lambda value, wanted: value.lower().startswith(wanted.lower()),
}


def anyone(_: str) -> bool:
    return True


def meets(value: Any, operator: Operator, wanted: Any) -> bool:
    """Whether a field with `value` meets a comparison."""
    if operator is Operator.PRESENT:
        return wanted is (value is not None and value != [])
    if value is None or wanted is None:
        return False
    if isinstance(value, list):
        return any(item in value for item in ([wanted] if isinstance(wanted, str) else wanted))
    return bool(_TESTS[operator](value, wanted))


def plain_words(text: str) -> list[str]:
    """Words without accents and case, by another way than the store's."""
    decomposed = unicodedata.normalize("NFKD", text)
    spaced = "".join(
        "" if unicodedata.combining(c) else c if c.isalnum() else " " for c in decomposed
    )
    return spaced.casefold().split()


def matches(texts: Iterable[str], wanted: str) -> bool:
    """Whether every word of `wanted` begins a word of `texts`."""
    held = [word for text in texts for word in plain_words(text)]
    asked = plain_words(wanted)
    return bool(asked) and all(any(word.startswith(w) for word in held) for w in asked)


def fits(edge: Edge, relation: Relation) -> bool:
    """Whether an edge is within `relation`, its direction aside."""
    undated = edge["from"] == 0 and edge["to"] == 9_999_999
    return not relation.nothing and (
        (not relation.predicates or edge["predicate"] in relation.predicates)
        and (not relation.modalities or edge["modality"] in relation.modalities)
        and (relation.as_of is None or edge["from"] <= relation.as_of < edge["to"])
        and (relation.known_at is None or edge["known"] <= relation.known_at)
        and (relation.min_belief is None or edge["belief"] >= relation.min_belief)
        and (relation.undated or not undated)
    )


def ends(edge: Edge, relation: Relation) -> list[tuple[str, str]]:
    """From which end to which the edge is followed."""
    if not fits(edge, relation):
        return []
    forth, back = (edge["subject"], edge["object"]), (edge["object"], edge["subject"])
    if relation.direction is Direction.BOTH or edge["predicate"] in relation.symmetric:
        return [forth, back]
    return [forth] if relation.direction is Direction.OUT else [back]


def touching(edges: Iterable[Edge], relation: Relation, node: str) -> list[Edge]:
    """The edges that are followed from `node`."""
    return [e for e in edges if any(near == node for near, _ in ends(e, relation))]


def hops(edges: Iterable[Edge], relation: Relation, node: str) -> dict[str, float]:
    """The neighbours of `node`, each with its highest belief."""
    found: dict[str, float] = {}
    for edge in edges:
        for near, far in ends(edge, relation):
            if near == node and far != node:
                found[far] = max(found.get(far, 0.0), edge["belief"])
    return found


def expand(
    edges: Sequence[Edge],
    starts: Sequence[str],
    relation: Relation,
    depth: int,
    limit: int,
    edge_limit: int,
    admits: Admits = anyone,
) -> tuple[list[str], list[str], bool]:
    """Nodes, edge keys, truncated."""
    nodes = list(dict.fromkeys(starts))
    truncated = len(nodes) > limit
    del nodes[limit:]
    frontier = list(nodes)
    for _ in range(depth):
        if truncated:
            break
        near: dict[str, float] = {}
        for node in frontier:
            for far, belief in hops(edges, relation, node).items():
                if far not in nodes and admits(far):
                    near[far] = max(near.get(far, 0.0), belief)
        frontier = sorted(near, key=lambda n: (-near[n], n))
        truncated = len(nodes) + len(frontier) > limit
        frontier = frontier[: limit - len(nodes)]
        nodes += frontier
    between = sorted(
        (
            e
            for e in edges
            if fits(e, relation)
            and e["subject"] != e["object"]
            and {e["subject"], e["object"]} <= set(nodes)
        ),
        key=lambda e: (-e["belief"], e["key"]),
    )
    return (
        nodes,
        [e["key"] for e in between[:edge_limit]],
        truncated or len(between) > edge_limit,
    )


def traverse(
    edges: Sequence[Edge], starts: Iterable[str], steps: Sequence[Hop], admits: Sequence[Admits]
) -> list[str]:
    """The ends, by id."""
    reached = set(starts)
    for hop, admit in zip(steps, admits, strict=True):
        frontier, found = set(reached), set(reached) if hop.least == 0 else set()
        for taken in range(1, hop.most + 1):
            frontier = {
                far for node in frontier for far in hops(edges, hop.relation, node) if admit(far)
            }
            if taken >= hop.least:
                found |= frontier
        reached = found
    return sorted(reached)


def paths(
    edges: Sequence[Edge],
    source: str,
    target: str,
    relation: Relation,
    max_hops: int,
    admits: Admits = anyone,
) -> list[tuple[list[str], list[str]]]:
    """All paths with the keys of their edges, the shortest first."""
    found: list[list[str]] = []

    def walk(path: list[str]) -> None:
        if len(path) > max_hops:
            return
        for node in hops(edges, relation, path[-1]):
            if node == target:
                found.append([*path, node])
            elif node not in path and admits(node):
                walk([*path, node])

    if source != target:
        walk([source])
    return [
        (path, [_best(edges, relation, near, far) for near, far in pairwise(path)])
        for path in sorted(found, key=lambda p: (len(p), p))
    ]


def _best(edges: Sequence[Edge], relation: Relation, near: str, far: str) -> str:
    between = [e for e in edges if (near, far) in ends(e, relation)]
    key: str = min(between, key=lambda e: (-e["belief"], e["key"]))["key"]
    return key


def common(
    edges: Sequence[Edge], ids: Iterable[str], relation: Relation, admits: Admits = anyone
) -> list[str]:
    """The neighbours of all of `ids`, by id."""
    sets = [set(hops(edges, relation, id_)) for id_ in dict.fromkeys(ids)]
    return sorted(n for n in set.intersection(*sets) if admits(n)) if sets else []
