"""The five questions, as Entente and as @neo4j/graphql take them.

Every answer is checked to hold the same rows before anything is timed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

FIVE = "id label origin degree mentions"


@dataclass(frozen=True, slots=True)
class Aims:
    """What is aimed at: p50, CPU and throughput as ratios to the peer's; our own CPU in ms
    beyond the store's, on SQLite."""

    p50: float
    cpu: float | None = None
    throughput: float | None = None
    own: float | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """A question of both: what is asked, and where the rows stand in the answers."""

    name: str
    ours: str
    peers: str
    rows: Callable[[dict[str, Any]], list[Any]]
    """The rows of our answer in the peer's form."""
    peers_rows: Callable[[dict[str, Any]], list[Any]]
    aims: Aims
    by_id: bool = False


def _flat(rows: Any) -> list[Any]:
    """Connections as the plain lists that the peer answers with."""
    if isinstance(rows, dict) and set(rows) == {"nodes"}:
        return _flat(rows["nodes"])
    if isinstance(rows, dict):
        return {key: _flat(inner) for key, inner in rows.items()}  # type: ignore[return-value]
    if isinstance(rows, list):
        return [_flat(inner) for inner in rows]
    return rows  # type: ignore[no-any-return]


def _hop(inner: str) -> str:
    return f"... on State {{ supports(first: 5) {{ nodes {{ id label {inner} }} }} }}"


def _peers_hop(inner: str) -> str:
    return f"supports(limit: 5, sort: [{{degree: DESC}}, {{id: ASC}}]) {{ id label {inner} }}"


QUESTIONS = (
    Question(
        "one entity by id",
        f"query ($id: ID!) {{ entity(id: $id) {{ {FIVE} }} }}",
        f"query ($id: ID!) {{ entities(where: {{id: {{eq: $id}}}}) {{ {FIVE} }} }}",
        lambda data: [data["entity"]],
        lambda data: data["entities"],
        Aims(1 / 2),
        by_id=True,
    ),
    Question(
        "1,000 × 5",
        f'{{ entities(first: 1000, orderBy: "id", descending: false) {{ nodes {{ {FIVE} }} }} }}',
        f"{{ entities(limit: 1000, sort: [{{id: ASC}}]) {{ {FIVE} }} }}",
        lambda data: _flat(data["entities"]),
        lambda data: data["entities"],
        Aims(1 / 4, 1 / 8, 3, 1.0),
    ),
    Question(
        "100 × 20 nested",
        '{ entities(first: 100, filter: {classes: ["State"]}, orderBy: "id", descending: false)'
        " { nodes { id label ... on State { supports(first: 20) { nodes {"
        f" {FIVE} }} }} }} }} }} }}",
        "{ states(limit: 100, sort: [{id: ASC}]) { id label"
        f" supports(limit: 20, sort: [{{degree: DESC}}, {{id: ASC}}]) {{ {FIVE} }} }} }}",
        lambda data: _flat(data["entities"]),
        lambda data: data["states"],
        Aims(1 / 4, 1 / 8, 3, 1.5),
    ),
    Question(
        "3 hops × 5",
        f"query ($id: ID!) {{ entity(id: $id) {{ id label {_hop(_hop(_hop('')))} }} }}",
        "query ($id: ID!) { states(where: {id: {eq: $id}}) { id label"
        f" {_peers_hop(_peers_hop(_peers_hop('')))} }} }}",
        lambda data: [_flat(data["entity"])],
        lambda data: data["states"],
        Aims(1 / 2),
        by_id=True,
    ),
    Question(
        "filtered, sorted page of 50",
        '{ entities(first: 50, filter: {origin: "reference"}, orderBy: "mentions")'
        f" {{ nodes {{ {FIVE} }} }} }}",
        '{ entities(where: {origin: {eq: "reference"}}, limit: 50,'
        f" sort: [{{mentions: DESC}}, {{id: ASC}}]) {{ {FIVE} }} }}",
        lambda data: _flat(data["entities"]),
        lambda data: data["entities"],
        Aims(1 / 2),
    ),
)
