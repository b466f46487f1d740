"""An entity's card: what lists commonly show of it, in one property of its node.

The server reads properties one by one, each by a walk along the node's chain of them, and that
is most of what a nested page costs it. So a node holds the usual ones together as well, with
tabs between them, which JSON would write otherwise:

    1999999975⇥https://entente.example/id/japan⇥"Japan"⇥["State"]⇥"reference"⇥812⇥24

The number falls as the degree grows, and the tab ends the id, so that cards sort as entities
do by degree, highest first, and then by id: one read for both keys. (An id is an IRI: it
has no quotes, backslashes or control characters, so it needs no escapes.) What follows is JSON,
value by value, so that thousands of cards are shown in JSON again without being read.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import orjson

from graph.plan import Form

FIELDS = ("id", "label", "types", "origin", "mentions", "degree")
"""What a card shows, in its order, after the number that it begins with."""
_LEAST = 1_999_999_999
"""The number of an entity without edges. It has ten digits whatever the degree."""


def card(properties: Mapping[str, Any]) -> str:
    """The card of a node with these properties."""
    id_, *shown = (properties.get(name) for name in FIELDS)
    texts = (orjson.dumps(value).decode() for value in shown)
    return "\t".join((str(_LEAST - int(properties["degree"])), str(id_), *texts))


def regraded(node: str, degree: str) -> str:
    """Cypher for the card of `node` with another `degree`: both ends are written anew."""
    length = f"size({node}.card) - size(toString({node}.degree))"
    return (
        f"toString({_LEAST} - {degree}) + substring(left({node}.card, {length}), 10)"
        f" + toString({degree})"
    )


def form(names: Iterable[str]) -> Form:
    """How cards are read for these of `FIELDS`."""
    return Form(1 + len(FIELDS), tuple(1 + FIELDS.index(name) for name in names), bare=1)
