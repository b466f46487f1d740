"""Expand, traverse, paths and common neighbours, against plain Python on random graphs."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from entente.errors import UsageError
from graph.plan import (
    FIELDS,
    Bind,
    Common,
    Compare,
    Count,
    Direction,
    Expand,
    Field,
    Find,
    Hop,
    Kind,
    Link,
    LinkName,
    Nested,
    Operator,
    Paths,
    Relation,
    Traverse,
)
from graph.statements import EntityId, Modality, Polarity, Status, day
from graph.store import Change, Store
from tests.contract import naive
from tests.contract.content import ANY, every
from tests.contract.world import (
    FRANCE,
    JAPAN,
    KOREA,
    NATO,
    PIRACY,
    SCHEMA,
    SECURITY,
    SHIPS,
    SYMMETRIC,
    VILNIUS,
    Telling,
    iri,
)

ID = (Field("id"),)
KEY = (Field("key"),)
NODES = [iri(name) for name in "abcdefg"]
NOBODY = iri("nobody")

facts = st.tuples(
    st.sampled_from(NODES),
    st.sampled_from(["memberOf", "partnerOf", "concernedBy"]),
    st.sampled_from(NODES),
    st.sampled_from([Status.ACTUAL, Status.PLANNED]),
    st.sampled_from([Polarity.AFFIRMED, Polarity.AFFIRMED, Polarity.DENIED]),
    st.sampled_from([None, "2021", "2022/.."]),
    st.sampled_from([0.2, 0.5, 0.9]),
)
graphs = st.lists(facts, min_size=1, max_size=24)
relations = st.builds(
    Relation,
    predicates=st.sampled_from([(), ("memberOf",), ("partnerOf", "concernedBy")]),
    direction=st.sampled_from(list(Direction)),
    modalities=st.sampled_from([(), (Modality.ASSERTED,), (Modality.PLANNED, Modality.NEGATED)]),
    as_of=st.sampled_from([None, day("2021-06-01"), day("2022-06-01")]),
    known_at=st.sampled_from([None, day("2023-01-01")]),
    min_belief=st.sampled_from([None, 0.2]),
    undated=st.booleans(),
    symmetric=st.sampled_from([(), SYMMETRIC]),
)
admitted = st.sampled_from([None, tuple(NODES[:4]), tuple(NODES[2:])])
few = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def tell(store: Store, graph: list[Any]) -> list[naive.Edge]:
    """The graph as the store's only document; its edges."""
    lines = [f"line {number:03}." for number in range(len(graph))]
    told = Telling("\n".join(lines), date="2022-05")
    for line, (s, p, o, status, polarity, time, confidence) in zip(lines, graph, strict=True):
        if s != o:
            told.says(EntityId(s), p, EntityId(o), line, status=status, polarity=polarity,
                      time=time, confidence=confidence)  # fmt: skip
    store.apply(Change(put=(told.statements(),), drop=tuple(store.documents())))
    return [dict(zip(FIELDS[Kind.EDGE], r, strict=True)) for r in store.run(every(Kind.EDGE)).rows]


def admits(ids: tuple[str, ...] | None) -> tuple[Compare | None, naive.Admits]:
    if ids is None:
        return None, naive.anyone
    return Compare("id", Operator.IN, ids), lambda id_: id_ in ids


def stored(edges: list[naive.Edge], *ids: str) -> list[str]:
    known = {end for edge in edges for end in (edge["subject"], edge["object"])}
    return [id_ for id_ in ids if id_ in known]


@few
@given(graph=graphs, relation=relations, depth=st.integers(0, 3), among=admitted,
       limit=st.integers(0, 8), edge_limit=st.integers(0, 12),
       starts=st.lists(st.sampled_from([*NODES, NOBODY]), max_size=3))  # fmt: skip
def test_expand(
    store: Store, graph: list[Any], relation: Relation, depth: int, among: Any,
    limit: int, edge_limit: int, starts: list[str],
) -> None:  # fmt: skip
    edges = tell(store, graph)
    where, admit = admits(among)
    expected = naive.expand(
        edges, stored(edges, *starts), relation, depth, limit, edge_limit, admit
    )
    plan = Expand(tuple(starts), relation, depth, ID, KEY, where, limit, edge_limit)
    bound = replace(plan, starts=Bind("s"), limit=Bind("n"), edge_limit=Bind("m"))
    for result in (
        store.run(plan),
        store.run(bound, {"s": starts, "n": limit, "m": edge_limit}),
    ):
        ((nodes, kept),) = result.rows
        assert ([n for (n,) in nodes], [k for (k,) in kept], result.truncated) == expected


hops = st.tuples(relations, admitted, st.sampled_from([(1, 1), (0, 1), (1, 3), (2, 2), (0, 2)]))


@few
@given(graph=graphs, steps=st.lists(hops, max_size=3), limit=st.sampled_from([0, 2, 100]),
       starts=st.lists(st.sampled_from([*NODES, NOBODY]), max_size=3))  # fmt: skip
def test_traverse(
    store: Store, graph: list[Any], steps: list[Any], limit: int, starts: list[str]
) -> None:
    edges = tell(store, graph)
    taken = [
        (Hop(relation, admits(among)[0], least, most), admits(among)[1])
        for relation, among, (least, most) in steps
    ]
    expected = naive.traverse(
        edges, stored(edges, *starts), [hop for hop, _ in taken], [admit for _, admit in taken]
    )
    plan = Traverse(tuple(starts), tuple(hop for hop, _ in taken), ID, limit)
    result = store.run(plan)
    assert [id_ for (id_,) in result.rows] == expected[:limit]
    assert result.truncated is (len(expected) > limit)


@few
@given(graph=graphs, relation=relations, among=admitted, max_hops=st.integers(1, 5),
       limit=st.sampled_from([0, 1, 3, 100]), shortest=st.booleans(),
       source=st.sampled_from([*NODES, NOBODY]), target=st.sampled_from(NODES))  # fmt: skip
def test_paths(
    store: Store, graph: list[Any], relation: Relation, among: Any, max_hops: int,
    limit: int, shortest: bool, source: str, target: str,
) -> None:  # fmt: skip
    edges = tell(store, graph)
    where, admit = admits(among)
    expected = naive.paths(edges, source, target, relation, max_hops, admit)
    if shortest:
        expected = [path for path in expected if len(path[0]) == len(expected[0][0])]
    plan = Paths(source, target, relation, max_hops, ID, KEY, where, limit, shortest)
    bound = replace(plan, source=Bind("s"), target=Bind("t"), limit=Bind("n"))
    for result in (store.run(plan), store.run(bound, {"s": source, "t": target, "n": limit})):
        found = [([n for (n,) in nodes], [k for (k,) in kept]) for nodes, kept in result.rows]
        assert found == expected[:limit]
        assert result.truncated is (len(expected) > limit)


stations = st.lists(
    st.lists(st.sampled_from(NODES), min_size=1, max_size=3, unique=True).map(tuple), max_size=3
)


@settings(few, max_examples=25)
@given(graph=graphs, relation=relations, among=admitted, max_hops=st.integers(1, 6),
       limit=st.sampled_from([0, 1, 3, 100]), shortest=st.booleans(), via=stations,
       source=st.sampled_from(NODES), target=st.sampled_from(NODES))  # fmt: skip
def test_paths_pass_what_they_must(
    store: Store, graph: list[Any], relation: Relation, among: Any, max_hops: int,
    limit: int, shortest: bool, via: list[tuple[str, ...]], source: str, target: str,
) -> None:  # fmt: skip
    edges = tell(store, graph)
    where, admit = admits(among)
    expected = [
        path
        for path in naive.paths(edges, source, target, relation, max_hops, admit)
        if all(set(path[0][1:-1]) & set(wanted) for wanted in via)
    ]
    if shortest:
        expected = [path for path in expected if len(path[0]) == len(expected[0][0])]
    passed = tuple(Compare("id", Operator.IN, wanted) for wanted in via)
    plan = Paths(source, target, relation, max_hops, ID, KEY, where, limit, shortest, passed)
    result = store.run(plan)
    found = [([n for (n,) in nodes], [k for (k,) in kept]) for nodes, kept in result.rows]
    assert found == expected[:limit]
    assert result.truncated is (len(expected) > limit)


def test_a_path_is_found_past_what_lies_off_the_many_shorter_ones(store: Store) -> None:
    """Between the ends lie 700 shorter paths: more than could be read and looked through."""
    store.adopt(SCHEMA, [])
    start, end, station = iri("start"), iri("end"), iri("station")
    rim = [iri(f"m{number:03}") for number in range(700)]
    pairs = [
        *((start, middle) for middle in rim),
        *((middle, end) for middle in rim),
        (start, iri("w1")),
        (iri("w1"), station),
        (station, iri("w2")),
        (iri("w2"), end),
    ]
    tell(
        store,
        [(a, "memberOf", b, Status.ACTUAL, Polarity.AFFIRMED, None, 0.9) for a, b in pairs],
    )
    via = (Compare("id", Operator.EQ, station),)
    plan = Paths(start, end, Relation(), 4, ID, KEY, via=via, limit=2)
    ((nodes, edges),) = store.run(plan).rows
    assert [id_ for (id_,) in nodes] == [start, iri("w1"), station, iri("w2"), end]
    assert len(edges) == 4
    assert store.run(replace(plan, max_hops=3)).rows == []
    with pytest.raises(UsageError, match="up to 3"):
        store.run(replace(plan, via=via * 4))


@few
@given(graph=graphs, relation=relations, among=admitted, limit=st.sampled_from([0, 1, 100]),
       ids=st.lists(st.sampled_from([*NODES, NOBODY]), max_size=3))  # fmt: skip
def test_common(
    store: Store, graph: list[Any], relation: Relation, among: Any, limit: int, ids: list[str]
) -> None:
    edges = tell(store, graph)
    where, admit = admits(among)
    expected = naive.common(edges, ids, relation, admit)
    result = store.run(Common(tuple(ids), relation, ID, where, limit))
    assert [id_ for (id_,) in result.rows] == expected[:limit]
    assert result.truncated is (len(expected) > limit)


def test_an_answer_known_by_heart(world: Store) -> None:
    labels = (Field("label"), Count(Link(LinkName.EDGES)))
    expand = Expand(JAPAN, Relation(), 1, labels, (Field("predicate"), Field("subject")))
    assert world.run(expand).rows == [
        [
            [["Japan", 3], ["piracy", 2], ["NATO", 4]],
            [["concernedBy", JAPAN], *[["partnerOf", JAPAN]] * 2],
        ]
    ]
    edge = (Field("predicate"), Field("modality"))
    paths = Paths(KOREA, VILNIUS, Relation(), 3, (Field("label"),), edge)
    assert world.run(paths).rows == [
        [
            [["South Korea"], ["NATO"], ["France"], ["Vilnius summit"]],
            [["partnerOf", "asserted"], ["memberOf", "asserted"], ["participatesIn", "asserted"]],
        ]
    ]
    assert world.run(replace(paths, max_hops=2)).rows == []
    common = Common((JAPAN, SHIPS), ANY, (Field("id"),))
    assert world.run(common).rows == [[PIRACY], [SECURITY]]
    partners = Relation(("partnerOf",), Direction.IN)
    hops = (Hop(partners), Hop(replace(ANY, direction=Direction.OUT)))
    traverse = Traverse(NATO, hops, (Field("label"),))
    assert world.run(traverse).rows == [["NATO"], ["piracy"], ["maritime security"]]


def test_rows_of_native_nodes_nest(world: Store) -> None:
    facts = Nested(Link(LinkName.FACTS), (Field("predicate"),), limit=1)
    columns = (Field("label"), facts, Field("types"))
    france = ["France", [[["participatesIn"]], True], ["State"]]
    plans = [
        Traverse(NATO, (Hop(Relation(("memberOf",))),), columns),
        Common((NATO, VILNIUS), Relation(), columns),
    ]
    for plan in plans:
        ((label, (nested, more), types),) = world.run(plan).rows
        assert [label, len(nested), more, types] == ["France", 1, True, france[2]]
    paths = Paths(NATO, VILNIUS, Relation(), 2, columns, KEY)
    ((nodes, _),) = world.run(paths).rows
    assert [node[0] for node in nodes] == ["NATO", "France", "Vilnius summit"]
    assert all(len(node[1][0]) == 1 for node in nodes)


def test_what_cannot_be_reached(world: Store) -> None:
    assert world.run(Paths(JAPAN, JAPAN, ANY, 4, ID, KEY)).rows == []
    assert world.run(Paths(JAPAN, NOBODY, ANY, 4, ID, KEY)).rows == []
    assert world.run(Expand(NOBODY, ANY, 2, ID, KEY)).rows == [[[], []]]
    assert world.run(Expand((), ANY, 2, ID, KEY)).rows == [[[], []]]
    assert world.run(Traverse(NOBODY, (Hop(ANY),), ID)).rows == []
    assert world.run(Common((), ANY, ID)).rows == []
    assert world.run(Common((JAPAN, NOBODY), ANY, ID)).rows == []
    assert world.run(Find(Kind.ENTITY, ID, Compare("id", Operator.EQ, NOBODY))).rows == []


@pytest.mark.parametrize("hops", [4, 6])
def test_a_long_chain(store: Store, hops: int) -> None:
    chain = [iri(f"n{number}") for number in range(hops + 1)]
    store.adopt(SCHEMA, [])
    tell(
        store,
        [
            (near, "memberOf", far, Status.ACTUAL, Polarity.AFFIRMED, None, 0.9)
            for near, far in pairwise(chain)
        ],
    )
    relation = Relation(direction=Direction.OUT)
    assert store.run(Paths(chain[0], chain[-1], relation, hops - 1, ID, KEY)).rows == []
    ((nodes, edges),) = store.run(Paths(chain[0], chain[-1], relation, hops, ID, KEY)).rows
    assert [id_ for (id_,) in nodes] == chain
    assert len(edges) == hops
    assert store.run(Paths(chain[-1], chain[0], relation, hops, ID, KEY)).rows == []
    end = Traverse(chain[0], (Hop(relation, None, hops, hops),), ID)
    assert store.run(end).rows == [[chain[-1]]]
    assert FRANCE not in chain
