"""Fixtures of the GraphQL suite.

ontology, schema   the bundled ontology and its schema, built once
world              a store with tests/gql/world.py in it, for each engine
counted            the same store, counting how often it is asked
ask                answers a query over it; fails the test on an error
untouched          answers queries over a store that must not be asked
fail               the errors of a query that is refused before the store is asked
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, nullcontext
from typing import Any

import pytest

from gql import Api
from gql.limits import Limits
from gql.schema import PlannedSchema, build_schema
from graph.plan import Plan, Result
from graph.reference import schema_of
from graph.store import Change, Schema, Store
from ontology.load import load_ontology
from ontology.model import Ontology
from tests.gql import world as made

Ask = Callable[..., dict[str, Any]]
Fail = Callable[..., list[dict[str, Any]]]


class Counted:
    """The reading side of a store, with what it was asked."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.plans: list[Plan] = []

    def run(self, plan: Plan, values: Mapping[str, Any] | None = None) -> Result:
        self.plans.append(plan)
        return self._store.run(plan, values)

    def reading(self) -> AbstractContextManager[None]:
        return self._store.reading()

    def schema(self) -> Schema | None:
        return self._store.schema()


@pytest.fixture(scope="session")
def ontology() -> Ontology:
    return load_ontology()


@pytest.fixture(scope="session")
def schema(ontology: Ontology) -> PlannedSchema:
    return build_schema(ontology)


@pytest.fixture
def world(store: Store, ontology: Ontology) -> Store:
    store.adopt(schema_of(ontology), [made.reference()])
    store.apply(Change(put=made.documents()))
    return store


@pytest.fixture
def counted(world: Store) -> Counted:
    return Counted(world)


@pytest.fixture
def api(counted: Counted, ontology: Ontology, schema: PlannedSchema) -> Api:
    # Neo4j may take long to plan a deep query on a busy machine; time is another test's affair.
    limits = Limits(seconds=120.0)
    return Api(counted, ontology, limits, schema)  # type: ignore[arg-type]


@pytest.fixture
def ask(api: Api) -> Ask:
    def answered(query: str, **variables: Any) -> dict[str, Any]:
        body = api.answer(query, variables).body
        assert "errors" not in body, body["errors"]
        data: dict[str, Any] = body["data"]
        return data

    return answered


class Untouched:
    """A store that must not be asked."""

    def run(self, plan: Plan, values: Mapping[str, Any] | None = None) -> Result:
        raise AssertionError(f"the store was asked: {plan}")

    def reading(self) -> AbstractContextManager[None]:
        return nullcontext()


@pytest.fixture
def untouched(ontology: Ontology, schema: PlannedSchema) -> Api:
    return Api(Untouched(), ontology, schema=schema)  # type: ignore[arg-type]


@pytest.fixture
def fail(untouched: Api) -> Fail:
    def failed(query: str, **variables: Any) -> list[dict[str, Any]]:
        errors: list[dict[str, Any]] = untouched.answer(query, variables).body["errors"]
        return errors

    return failed
