"""What is compiled answers as graphql-core does, and answers all that goes well."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager
from typing import Any

import orjson
import pytest
from graphql import ExecutionResult
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from entente.errors import StoreUnavailable
from gql import Api
from gql.compiled.projection import projection
from gql.compiled.record import plain as as_dictionaries
from gql.compiled.record import written
from gql.schema import PlannedSchema
from gql.selection.cursor import write_cursor
from gql.selection.shape import At, Each, First, Fixed, Made, One, Record, Typed, show
from gql.types.node import TYPENAME
from graph.plan import Plan, Result
from graph.reference import schema_of
from graph.registry import open_store
from graph.store import Change, Store
from ontology.model import Ontology
from tests.gql import world as made
from tests.gql.generated import Pools, Query, queries


class Watched(Api):
    """An API that counts how often graphql-core had to answer."""

    executed = 0

    def _execute(self, *arguments: Any) -> ExecutionResult:
        self.executed += 1
        return super()._execute(*arguments)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory, ontology: Ontology) -> Iterator[Store]:
    """A store with the world of the suite in it."""
    path = tmp_path_factory.mktemp("compiled") / "world.db"
    with open_store(f"sqlite:///{path}") as store:
        fill(store, ontology)
        yield store


def fill(store: Store, ontology: Ontology) -> None:
    """Put the world of the suite into `store`."""
    store.adopt(schema_of(ontology), [made.reference()])
    store.apply(Change(put=made.documents()))


@pytest.fixture(scope="module")
def fast(filled: Store, ontology: Ontology, schema: PlannedSchema) -> Watched:
    return Watched(filled, ontology, schema=schema)


@pytest.fixture(scope="module")
def plain(filled: Store, ontology: Ontology, schema: PlannedSchema) -> Api:
    return Api(filled, ontology, schema=schema, compiled=False)


@pytest.fixture(scope="module")
def pools(plain: Api, ontology: Ontology) -> Pools:
    """What arguments are drawn from."""
    body = plain.answer(
        "{ entities { nodes { id facts { nodes { id evidence { nodes { id } } } } } }"
        " documents(kind: null) { nodes { id } } }"
    ).body
    entities = body["data"]["entities"]["nodes"]
    facts = [fact for entity in entities for fact in entity["facts"]["nodes"]]
    ids = [
        *(entity["id"] for entity in entities),
        *(fact["id"] for fact in facts[:4]),
        facts[0]["evidence"]["nodes"][0]["id"],
        *(document["id"] for document in body["data"]["documents"]["nodes"]),
        "nothing",
    ]
    dates = ["2023", "2023-07-11", "1949-08", "2040-01-01", "2023-07-11/..", "soon"]
    asked = plain.answer(
        "{ entities(first: 1) { pageInfo { endCursor } nodes { id facts(first: 1) {"
        " pageInfo { endCursor } } documents(first: 1) { pageInfo { endCursor } } } }"
        " documents(first: 1) { pageInfo { endCursor } }"
        " facts(first: 1) { pageInfo { endCursor } } }"
    ).body["data"]
    best = asked["entities"]["nodes"][0]
    pages = asked["entities"], asked["documents"], asked["facts"], best["facts"], best["documents"]
    cursors = [
        *(page["pageInfo"]["endCursor"] for page in pages),
        write_cursor("", [None, made.JAPAN]),
        "nonsense",
    ]
    return Pools(
        {
            "first": [1, 2, 3, 20, 1000, 0, 1001],
            "limit": [1, 2, 5, 0],
            "depth": [1, 2, 5],
            "maxHops": [1, 3, 7],
            "least": [0, 1],
            "most": [1, 2, 9],
            "after": cursors,
            "asOf": dates,
            "knownAt": dates,
            "orderBy": ["label", "degree", "id", "alpha3", "properties", "nonsense"],
            "predicates": ["partnerOf", "memberOf", "cooperatesOn", "nonsense"],
            "classes": ["State", "Actor", "Threat", "nonsense"],
            "by": ["predicate", "classes", "modality", "publisher", "nonsense"],
            "field": ["belief", "degree", "confidence", "nonsense"],
            "name": ["alpha3", "startDate", "with", "nonsense"],
            "kind": ["source", "reference", "nonsense"],
            "origin": ["reference", "provisional"],
            "text": ["ja", "korea south", "mar", "", "nowhere"],
        },
        {
            "ID": ids,
            "String": ["Japan", "x", "é 'quoted' \"twice\"", ""],
            "Int": [0, 1, 2, 3, 700_000],
            "Float": [0.0, 0.5, 1.0, 2],
            "Boolean": [True, False],
        },
    )


SLOW = (
    HealthCheck.function_scoped_fixture,
    HealthCheck.too_slow,
    HealthCheck.data_too_large,
    HealthCheck.large_base_example,
)


def check_alike(query: Query, fast: Watched, plain: Api) -> None:
    """`fast` answers as `plain` does, and leaves to graphql-core what is wrong alone."""
    for variables in query.variables:
        before = fast.executed
        answer = fast.answer(query.text, variables)
        answered = answer.json()
        assert answered == plain.answer(query.text, variables).json()
        assert b'"internal"' not in answered
        assert fast.executed == before or "errors" in answer.body, "a good query was not compiled"


@settings(max_examples=250, deadline=None, suppress_health_check=SLOW)
@given(data=st.data())
def test_drawn_queries_are_answered_alike(
    data: st.DataObject, fast: Watched, plain: Api, pools: Pools
) -> None:
    check_alike(data.draw(queries(fast.schema.core, pools)), fast, plain)


@pytest.fixture
def on_neo4j(neo4j_url: str, ontology: Ontology) -> Iterator[Store]:
    """The same world in Neo4j."""
    with open_store(neo4j_url) as store:
        fill(store, ontology)
        yield store


@settings(max_examples=25, deadline=None, suppress_health_check=SLOW)
@given(data=st.data())
def test_drawn_queries_are_answered_alike_on_neo4j(
    data: st.DataObject, on_neo4j: Store, pools: Pools, ontology: Ontology, schema: PlannedSchema
) -> None:
    fast = Watched(on_neo4j, ontology, schema=schema)
    plain = Api(on_neo4j, ontology, schema=schema, compiled=False)
    check_alike(data.draw(queries(schema.core, pools)), fast, plain)


def forms(api: Api, query: str) -> int:
    """How many forms of a query have been compiled."""
    return len(api._documents.prepared(query).operation(None)._forms)


BY_VARIABLES = """query ($id: ID!, $first: Int, $after: String, $of: [Modality!], $at: String,
    $filter: EntityFilter, $more: Boolean = false) {
    entity(id: $id) { label facts(first: $first, after: $after, modalities: $of, asOf: $at) {
        nodes { predicate belief @include(if: $more) } pageInfo { endCursor } } }
    entities(filter: $filter) { totalCount } }"""


def test_values_that_are_only_compared_with_compile_once(
    filled: Store, ontology: Ontology, schema: PlannedSchema
) -> None:
    api = Watched(filled, ontology, schema=schema)
    for id_ in (made.JAPAN, made.NATO, "nothing"):
        for at in ("2023", "2024-05"):
            for text in ("ja", "na"):
                wanted = {"text": text, "ids": [id_, "x"], "minDegree": len(text)}
                variables = {"id": id_, "at": at, "filter": wanted}
                assert "errors" not in api.answer(BY_VARIABLES, variables).body
    assert forms(api, BY_VARIABLES) == 1
    assert api.executed == 0


@pytest.mark.parametrize(
    "variables",
    [{"first": 7}, {"of": ["negated"]}, {"at": "2023"}, {"filter": {"text": "ja"}},
     {"filter": {}}, {"filter": {"ids": []}}, {"more": True}],
    ids=str,
)  # fmt: skip
def test_values_that_decide_what_is_asked_are_compiled_each(
    filled: Store, ontology: Ontology, schema: PlannedSchema, plain: Api, variables: dict[str, Any]
) -> None:
    api = Watched(filled, ontology, schema=schema)
    for given_ in ({}, variables, {}):
        of = {"id": made.JAPAN, **given_}
        assert api.answer(BY_VARIABLES, of).body == plain.answer(BY_VARIABLES, of).body
    assert forms(api, BY_VARIABLES) == 2
    assert api.executed == 0


def test_pages_after_the_first_are_compiled_once(
    filled: Store, ontology: Ontology, schema: PlannedSchema
) -> None:
    api = Watched(filled, ontology, schema=schema)
    seen = []
    after = None
    for _ in range(4):
        variables = {"id": made.JAPAN, "first": 1, "after": after}
        page = api.answer(BY_VARIABLES, variables).body["data"]["entity"]["facts"]
        after = page["pageInfo"]["endCursor"]
        seen.append(page["nodes"][0]["predicate"])
    assert len(seen) == 4
    assert forms(api, BY_VARIABLES) == 2


def test_the_forms_that_are_kept_are_bounded(
    filled: Store, ontology: Ontology, schema: PlannedSchema
) -> None:
    api = Watched(filled, ontology, schema=schema)
    for first in range(1, 60):
        api.answer(BY_VARIABLES, {"id": made.JAPAN, "first": first})
    assert forms(api, BY_VARIABLES) <= 8
    assert api.executed == 0


def test_the_queries_that_are_kept_are_bounded(
    filled: Store, ontology: Ontology, schema: PlannedSchema
) -> None:
    api = Api(filled, ontology, schema=schema)
    for number in range(300):
        api.answer(f"{{ a{number}: __typename }}")
    assert len(api._documents._kept) == 256
    for number in range(20):
        api.answer("#" * 20_000 + f"\n{{ b{number}: __typename }}")
    assert len(api._documents._kept) < 10


class Whole:
    """A store whose beliefs are whole numbers, as JSON and Bolt have them."""

    def run(self, plan: Plan, values: Mapping[str, Any] | None = None) -> Result:
        return Result([[1]])


def test_whole_numbers_are_shown_as_floats(ontology: Ontology, schema: PlannedSchema) -> None:
    query = '{ fact(id: "x") { belief } }'
    for compiled in (True, False):
        api = Api(Whole(), ontology, schema=schema, compiled=compiled)  # type: ignore[arg-type]
        assert api.answer(query).json() == b'{"data":{"fact":{"belief":1.0}}}'


class Failing:
    """A store that answers some reads, and counts them."""

    def __init__(self, store: Store, good: int) -> None:
        self._store = store
        self._good = good
        self.asked = 0

    def run(self, plan: Plan, values: Mapping[str, Any] | None = None) -> Result:
        self.asked += 1
        if self.asked > self._good:
            raise StoreUnavailable("the store does not answer", hint="start it")
        return self._store.run(plan, values)

    def reading(self) -> AbstractContextManager[None]:
        return self._store.reading()


def test_a_store_that_fails_is_not_asked_the_same_again(
    filled: Store, ontology: Ontology, schema: PlannedSchema
) -> None:
    query = "query ($id: ID!) { entity(id: $id) { label } }"
    failing = Failing(filled, 0)
    body = Api(failing, ontology, schema=schema).answer(query, {"id": made.JAPAN}).body  # type: ignore[arg-type]
    assert failing.asked == 1
    assert body["data"] == {"entity": None}
    assert body["errors"][0]["path"] == ["entity"]
    assert body["errors"][0]["extensions"]["code"] == "store-unavailable"
    query = "query ($id: ID!) { a: entity(id: $id) { label } b: entity(id: $id) { label } }"
    failing = Failing(filled, 1)
    body = Api(failing, ontology, schema=schema).answer(query, {"id": made.JAPAN}).body  # type: ignore[arg-type]
    assert [error["path"] for error in body["errors"]] == [["a"], ["b"]]


def test_a_shape_is_shown_alike_by_both() -> None:
    shape = Record(
        (
            ("at", At(1, 0)),
            ("fixed", Fixed('"')),
            ("made", Made(max, (At(1, 0), Fixed(9)))),
            ("one", One(At(2), At(0))),
            ("none", One(At(3), At(0))),
            ("first", First(At(4), Record((("of", At(0)),)))),
            ("empty", First(At(5), At(0))),
            ("each", Each(At(4), Each(Fixed([[1], [2]]), Made(str, (At(0),))))),
            ("from", Each(At(6), Record((("class", At(0)), ("__a", At(1)))), 2)),
            ("turned", Each(At(6), Record((("b", At(1)), ("a", At(0)))), 2)),
            ("part", Each(At(6), Record((("a", At(0)),)), 2)),
            ("nothing", Each(At(6), Record(()), 2)),
        )
    )
    row = [0, [7], ["x"], None, [["a"], ["b"]], [], [[1, 2], [3, 4]]]
    shown = projection(shape)(row)
    assert as_dictionaries(shown) == show(shape, row)
    assert orjson.loads(written(shown)) == show(shape, row)
    typed = Typed(str.upper, At(0), {"A": Record((("a", At(1)),))}, Record((("b", At(1)),)))
    for row, expected in ((["a", 1], {"a": 1}), (["c", 2], {"b": 2})):
        assert as_dictionaries(projection(typed)(row)) == expected
        assert show(typed, row) == {**expected, TYPENAME: row[0].upper()}
