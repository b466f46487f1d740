"""A subgraph as a networkx graph."""

from __future__ import annotations

import networkx as nx
import pytest

from entente.errors import UsageError
from graph.networks import EDGE_FIELDS, NODE_FIELDS, expanded, network
from graph.plan import Expand, Field, Find, Kind, Link, LinkName, Nested, Relation
from graph.store import Store
from tests.contract.content import ANY
from tests.contract.world import JAPAN, KOREA, NATO, PIRACY


def test_an_expansion_is_a_network(world: Store) -> None:
    plan = Expand(JAPAN, Relation(), 2, NODE_FIELDS, EDGE_FIELDS)
    graph = expanded(plan, world.run(plan))
    assert isinstance(graph, nx.MultiDiGraph)
    assert {JAPAN, NATO, KOREA, PIRACY} <= set(graph)
    assert graph.nodes[JAPAN] == {
        "label": "Japan", "types": ["State"], "origin": "reference", "degree": 3
    }  # fmt: skip
    # Two intervals of one fact are two edges.
    between = graph.get_edge_data(JAPAN, NATO)
    assert len(between) == 2
    assert {edge["predicate"] for edge in between.values()} == {"partnerOf"}
    assert set(nx.descendants(graph, KOREA)) == {NATO}
    keys = {key for *_, key in graph.edges(keys=True)}
    ((_, edges),) = world.run(plan).rows
    assert keys == {row[0] for row in edges}


def test_edges_alone_are_a_network(world: Store) -> None:
    rows = world.run(Find(Kind.EDGE, EDGE_FIELDS)).rows
    graph = network([], rows)
    assert graph.number_of_edges() == len(rows)
    assert graph.nodes[JAPAN] == {}


def test_a_network_needs_its_keys(world: Store) -> None:
    nameless = Expand(JAPAN, ANY, 1, (Field("label"),), EDGE_FIELDS)
    keyless = Expand(JAPAN, ANY, 1, NODE_FIELDS, (Field("subject"), Field("object")))
    nested = Expand(
        JAPAN, ANY, 1, (Field("id"), Nested(Link(LinkName.FACTS), (Field("id"),))), EDGE_FIELDS
    )
    for plan, named in ((nameless, "'id'"), (keyless, "'key'"), (nested, "fields only")):
        with pytest.raises(UsageError, match=named):
            expanded(plan, world.run(plan))
