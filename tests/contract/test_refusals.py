"""What a plan or a call may not say, and that the message names it."""

from __future__ import annotations

from typing import Any, cast

import pytest

from entente.errors import NotFound, StoreError, UsageError
from graph.plan import (
    Aggregate,
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
    Linked,
    LinkName,
    Match,
    Measure,
    MeasureName,
    Nested,
    Operator,
    Order,
    Paths,
    Plan,
    Relation,
    Traverse,
)
from graph.registry import open_store
from graph.store import Change, Store
from tests.contract.content import ANY
from tests.contract.world import JAPAN, NATO, first

ID = (Field("id"),)


def _entity(where: Any = None, **more: Any) -> Find:
    return Find(Kind.ENTITY, ID, where, **more)


UNSOUND: dict[str, tuple[Plan, str]] = {
    "a field": (Find(Kind.ENTITY, (Field("colour"),)), "colour"),
    "a field of another kind": (Find(Kind.FACT, (Field("quote"),)), "quote"),
    "a property that is no name": (Find(Kind.ENTITY, (Field('property.a"b'),)), "property"),
    "a property of a fact": (Find(Kind.FACT, (Field("property.isoCode"),)), "property.isoCode"),
    "a compared field": (_entity(Compare("colour", Operator.EQ, "red")), "colour"),
    "an order's field": (_entity(order=(Order("colour"),)), "colour"),
    "an order by a list": (_entity(order=(Order("types"),)), "types"),
    "a link": (Find(Kind.ENTITY, (Nested(Link(LinkName.FACT), ID),)), "fact"),
    "a counted link": (Find(Kind.EDGE, (Count(Link(LinkName.EVIDENCE)),)), "evidence"),
    "a linked link": (_entity(Linked(Link(LinkName.SPEAKERS))), "speakers"),
    "a nested field": (
        Find(Kind.ENTITY, (Nested(Link(LinkName.FACTS), (Field("label"),)),)), "label"
    ),
    "a nested order": (
        Find(Kind.ENTITY, (Nested(Link(LinkName.FACTS), ID, order=(Order("quote"),)),)), "quote"
    ),
    "a column that is not shown": (_entity(shown=()), "columns"),
    "a key that is no name": (_entity(shown=(('a"', 0),)), "keys"),
    "a key that is shown twice": (_entity(shown=(("a", 0), ("a", 0))), "keys"),
    "a nested column that is not shown": (
        Find(Kind.ENTITY, (Nested(Link(LinkName.FACTS), ID, shown=(("a", 1),)),)), "columns"
    ),
    "an operator of texts": (_entity(Compare("types", Operator.EQ, "State")), "types"),
    "an operator of numbers": (_entity(Compare("degree", Operator.CONTAINS, "1")), "degree"),
    "a comparison of a nested value": (
        _entity(Compare("properties", Operator.PRESENT, True)), "properties"
    ),
    "an operator that is none": (
        _entity(Compare("label", cast("Operator", "like"), "x")), "like"
    ),
    "a direction that is none": (
        Expand(JAPAN, Relation(direction=cast("Direction", "up")), 1, ID, ()), "up"
    ),
    "a number for a text": (_entity(Compare("label", Operator.EQ, 3)), "label"),
    "a text for a number": (_entity(Compare("degree", Operator.GT, "3")), "degree"),
    "a boolean for a number": (_entity(Compare("degree", Operator.EQ, True)), "degree"),
    "one value for several": (_entity(Compare("label", Operator.IN, "x")), "label"),
    "several values for one": (_entity(Compare("label", Operator.EQ, ("x",))), "label"),
    "a text to match in facts": (Find(Kind.FACT, ID, Match("x")), "fact"),
    "a group by a nested value": (Aggregate(Kind.ENTITY, ("properties",)), "properties"),
    "a group by no field": (Aggregate(Kind.ENTITY, ("colour",)), "colour"),
    "a sum of texts": (
        Aggregate(Kind.ENTITY, (), (Measure(MeasureName.SUM, "label"),)), "label"
    ),
    "a measure of nothing": (Aggregate(Kind.ENTITY, (), (Measure(MeasureName.MIN),)), "min"),
    "a count of a field": (
        Aggregate(Kind.ENTITY, (), (Measure(MeasureName.COUNT, "label"),)), "label"
    ),
    "less than no depth": (Expand(JAPAN, ANY, -1, ID, ()), "depth"),
    "an edge's field": (Expand(JAPAN, ANY, 1, ID, (Field("quote"),)), "quote"),
    "a path of no hops": (Paths(JAPAN, NATO, ANY, 0, ID, ()), "max_hops"),
    "most below least": (Traverse(JAPAN, (Hop(ANY, None, 2, 1),), ID), "most"),
    "a common field": (Common((JAPAN,), ANY, (Field("quote"),)), "quote"),
}  # fmt: skip


@pytest.mark.parametrize("what", list(UNSOUND))
def test_a_plan_that_asks_for_what_is_not_there(store: Store, what: str) -> None:
    plan, named = UNSOUND[what]
    with pytest.raises(UsageError, match=named):
        store.run(plan)


BOUND: dict[str, tuple[Plan, Any, str]] = {
    "a text for a number": (_entity(Compare("degree", Operator.GT, Bind("x"))), "3", "degree"),
    "a number for a text": (_entity(Compare("label", Operator.EQ, Bind("x"))), 3, "label"),
    "one value for several": (_entity(Compare("label", Operator.IN, Bind("x"))), "a", "label"),
    "a text for what is passed over": (_entity(skip=Bind("x")), "3", "skip"),
    "less than nothing passed over": (_entity(skip=Bind("x")), -1, "skip"),
    "a text for a limit": (_entity(limit=Bind("x")), "3", "limit"),
    "a limit below none": (_entity(limit=Bind("x")), -1, "limit"),
    "no limit": (_entity(limit=Bind("x")), None, "limit"),
    "a date for a day": (
        Expand(JAPAN, Relation(as_of=Bind("x")), 1, ID, ()), "2023-07-11", "as_of"
    ),
    "a text for a belief": (
        Expand(JAPAN, Relation(min_belief=Bind("x")), 1, ID, ()), "0.5", "min_belief"
    ),
    "a number for an id": (Expand(Bind("x"), ANY, 1, ID, ()), 3, "starts"),
    "no id": (Common(Bind("x"), ANY, ID), None, "ids"),
    "a number to match": (_entity(Match(Bind("x"))), 3, "text"),
    "a nested limit": (
        Find(Kind.ENTITY, (Nested(Link(LinkName.FACTS), ID, limit=Bind("x")),)), -2, "limit"
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", list(BOUND))
def test_a_value_that_does_not_fit(world: Store, what: str) -> None:
    plan, value, named = BOUND[what]
    with pytest.raises(UsageError, match=named):
        world.run(plan, {"x": value})
    with pytest.raises(UsageError, match="'x'"):
        world.run(plan, {"y": value})


def test_what_is_not_a_plan(store: Store) -> None:
    with pytest.raises(UsageError, match="str"):
        store.run(cast("Plan", "all entities"))
    with pytest.raises(UsageError, match="hash"):
        store.run(Find(Kind.ENTITY, cast("Any", [Field("id")])))


def test_a_closed_store_says_so(store_url: str) -> None:
    store = open_store(store_url)
    store.close()
    store.close()
    with pytest.raises(StoreError, match="closed"):
        store.run(_entity())


def test_nothing_is_made_by_a_reader(store_url: str) -> None:
    with pytest.raises(NotFound):
        open_store(store_url, read_only=True)
    with open_store(store_url) as store:
        store.apply(Change(put=(first(),)))
    with open_store(store_url, read_only=True) as reader:
        assert reader.statements(first().document.id) == first()
        with pytest.raises(StoreError):
            reader.apply(Change(drop=(first().document.id,)))
        assert reader.statements(first().document.id) == first()
