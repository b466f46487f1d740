"""Any subgraph as a networkx graph, for whatever the read algebra has no node for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import networkx as nx

from entente.errors import UsageError
from graph.plan import FIELDS, Expand, Field, Kind, Result

NODE_COLUMNS = ("id", "label", "types", "origin", "degree")
"""The entity fields that a network's nodes have, unless others are asked for."""
EDGE_COLUMNS = tuple(FIELDS[Kind.EDGE])
"""All that is known of an edge."""
NODE_FIELDS = tuple(Field(name) for name in NODE_COLUMNS)
EDGE_FIELDS = tuple(Field(name) for name in EDGE_COLUMNS)


def network(
    nodes: Iterable[Sequence[Any]],
    edges: Iterable[Sequence[Any]],
    *,
    columns: Sequence[str] = NODE_COLUMNS,
    edge_columns: Sequence[str] = EDGE_COLUMNS,
) -> nx.MultiDiGraph[str]:
    """Rows of entities and edges as a graph.

    `columns` and `edge_columns` name what stands in the rows; `id` must be
    among the first, `key`, `subject` and `object` among the others. Nodes are
    keyed by id and edges by key; the other columns become their attributes.
    An end that is not among `nodes` is a node without attributes.
    """
    _need(columns, "id")
    _need(edge_columns, "key", "subject", "object")
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for row in nodes:
        attributes = dict(zip(columns, row, strict=True))
        graph.add_node(attributes.pop("id"), **attributes)
    for row in edges:
        attributes = dict(zip(edge_columns, row, strict=True))
        subject, object_, key = (attributes.pop(name) for name in ("subject", "object", "key"))
        graph.add_edge(subject, object_, key, **attributes)
    return graph


def expanded(plan: Expand, result: Result) -> nx.MultiDiGraph[str]:
    """What `plan` was answered with as a graph. Its columns must be fields, `id` among them."""
    names = [column.name for column in plan.columns if isinstance(column, Field)]
    if len(names) < len(plan.columns):
        raise UsageError("a network's nodes have fields only", hint="leave nested columns out")
    ((nodes, edges),) = result.rows
    return network(nodes, edges, columns=names, edge_columns=[f.name for f in plan.edges])


def _need(columns: Sequence[str], *names: str) -> None:
    missing = [name for name in names if name not in columns]
    if missing:
        raise UsageError(f"a network needs the column {missing[0]!r}", hint="ask the plan for it")
