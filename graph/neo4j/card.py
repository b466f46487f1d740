"""An entity's card: what lists commonly show of it, in one property of its node.

The server reads properties one by one, each by a walk along the node's chain of them, and that
is most of what a nested page costs it. So a node holds the usual ones together as well:

    1999999975,"https://entente.example/id/japan⇥Japan",["State"],"reference",812,24

The number falls as the degree grows, and the tab ends the id, so that cards sort as entities
do by degree, highest first, and then by id: one read for both keys. (An id is an IRI: it
has no quotes, backslashes or control characters, which JSON would write otherwise.) With a tab
made `","` cards are lists in JSON, thousands of which are read at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import orjson

FIELDS = ("id", "label", "types", "origin", "mentions", "degree")
"""What a card shows, in its order, after the number that it begins with."""
_LEAST = 1_999_999_999
"""The number of an entity without edges. It has ten digits whatever the degree."""


def card(properties: Mapping[str, Any]) -> str:
    """The card of a node with these properties."""
    id_, *shown = (properties.get(name) for name in FIELDS)
    start, rest = (orjson.dumps(value).decode() for value in (id_, shown))
    return f"{_LEAST - int(properties['degree'])},{start[:-1]}\t{rest[2:-1]}"


def regraded(node: str, degree: str) -> str:
    """Cypher for the card of `node` with another `degree`: both ends are written anew."""
    length = f"size({node}.card) - size(toString({node}.degree))"
    return (
        f"toString({_LEAST} - {degree}) + substring(left({node}.card, {length}), 10)"
        f" + toString({degree})"
    )


def read(cards: Iterable[str]) -> list[list[Any]]:
    """What cards show: the number that each begins with, and the values of `FIELDS`."""
    text = "],[".join(cards).replace("\t", '","')
    found: list[list[Any]] = orjson.loads(f"[[{text}]]") if text else []
    return found
