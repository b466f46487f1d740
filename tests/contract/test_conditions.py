"""Which rows a condition keeps: every field, operator and link, against plain Python."""

from __future__ import annotations

from typing import Any

import pytest

from graph.plan import (
    FIELDS,
    All,
    AnyOf,
    Bind,
    Compare,
    Count,
    Field,
    Find,
    Kind,
    Link,
    Linked,
    LinkName,
    Match,
    Nested,
    Not,
    Operator,
    Quantifier,
    Relation,
    ValueType,
)
from graph.plan.check import OPERATORS
from graph.plan.links import TARGETS
from graph.store import Store
from tests.contract import naive
from tests.contract.content import ANY, every
from tests.contract.world import FRANCE, JAPAN, KOREA, NATO, SHIPS

KEY = {kind: "key" if kind is Kind.EDGE else "id" for kind in Kind}


def ids(store: Store, kind: Kind, where: Any = None, **values: Any) -> list[str]:
    plan = Find(kind, (Field(KEY[kind]),), where, limit=1000)
    return [row[0] for row in store.run(plan, values).rows]


def _values(type_: ValueType, operator: Operator, held: list[Any]) -> list[Any]:
    """Values to compare with: two that rows have, and one that none has."""
    if operator is Operator.PRESENT:
        return [True, False]
    if type_ is ValueType.TEXTS:
        members = sorted({member for row in held for member in row})
        singles = [*members[:1], *members[-1:], "nobody’s"]
    else:
        present = sorted({value for value in held if value is not None})
        odd = "nobody’s" if type_ is ValueType.TEXT else -7
        singles = [present[len(present) // 2], present[-1], odd] if present else [odd]
    if operator in (Operator.IN, Operator.OVERLAPS):
        return [tuple(singles), tuple(singles[:1]), ()]
    if type_ is ValueType.TEXT and operator in (Operator.CONTAINS, Operator.STARTS):
        return [*(value[:3].swapcase() for value in singles), singles[0][1:4].upper()]
    return singles


def _fields() -> list[tuple[Kind, str, ValueType]]:
    found = [
        (kind, name, type_)
        for kind in Kind
        for name, type_ in FIELDS[kind].items()
        if type_ is not ValueType.JSON
    ]
    properties = [
        (Kind.ENTITY, f"property.{name}", ValueType.TEXT) for name in ("isoCode", "capital")
    ]
    return [*found, *properties]


@pytest.mark.parametrize(("kind", "name", "type_"), _fields(), ids=lambda x: str(x))
def test_comparisons(world: Store, kind: Kind, name: str, type_: ValueType) -> None:
    plan = Find(kind, (Field(KEY[kind]), Field(name)), limit=1000)
    rows = world.run(plan).rows
    assert rows
    for operator in OPERATORS[type_]:
        for value in _values(type_, operator, [row[1] for row in rows]):
            kept = [row[0] for row in rows if naive.meets(row[1], operator, value)]
            assert ids(world, kind, Compare(name, operator, value)) == kept, (operator, value)
            bound = Compare(name, operator, Bind("x"))
            given = list(value) if isinstance(value, tuple) else value
            assert ids(world, kind, bound, x=given) == kept, (operator, value)
            others = [row[0] for row in rows if row[0] not in kept]
            assert ids(world, kind, Not(bound), x=given) == others, (operator, value)
        assert ids(world, kind, Compare(name, operator, Bind("x")), x=None) == []


def test_all_any_and_not(world: Store) -> None:
    state, nato = Compare("types", Operator.CONTAINS, "State"), Compare("id", Operator.EQ, NATO)
    assert ids(world, Kind.ENTITY, All((state, Compare("id", Operator.GT, JAPAN)))) == [KOREA]
    assert ids(world, Kind.ENTITY, AnyOf((state, nato))) == [FRANCE, JAPAN, KOREA, NATO]
    everyone = ids(world, Kind.ENTITY)
    assert ids(world, Kind.ENTITY, All(())) == everyone
    assert ids(world, Kind.ENTITY, AnyOf(())) == []
    assert ids(world, Kind.ENTITY, Not(All(()))) == []
    assert ids(world, Kind.ENTITY, Not(Not(state))) == [FRANCE, JAPAN, KOREA]
    without = Not(AnyOf((Compare("property.isoCode", Operator.EQ, "JP"), nato)))
    assert ids(world, Kind.ENTITY, without) == [id_ for id_ in everyone if id_ not in (JAPAN, NATO)]


@pytest.mark.parametrize(
    ("kind", "name"),
    # Only a merge makes these: test_contradictions and test_judgements try them.
    [target for target in TARGETS if target[1] not in (LinkName.ALIKE, LinkName.MERGED)],
    ids=lambda x: str(x),
)
@pytest.mark.parametrize("relation", [ANY, Relation()], ids=["any", "asserted"])
def test_linked_and_counted_rows_are_the_nested_ones(
    world: Store, kind: Kind, name: LinkName, relation: Relation
) -> None:
    link = Link(name, relation)
    target = link.target(kind)
    rows = world.run(
        Find(
            kind,
            (Field(KEY[kind]), Nested(link, (Field(KEY[target]),), limit=1000), Count(link)),
            limit=1000,
        )
    ).rows
    children = {row[0]: [child[0] for child in row[1][0]] for row in rows}
    assert any(children.values())
    assert [row[2] for row in rows] == [len(found) for found in children.values()]
    every_child = sorted({child for found in children.values() for child in found})
    chosen = tuple(every_child[::2])
    among = Compare(KEY[target], Operator.IN, chosen)
    counted = Find(kind, (Field(KEY[kind]), Count(link, among)), limit=1000)
    assert world.run(counted).rows == [
        [row, sum(child in chosen for child in found)] for row, found in children.items()
    ]
    for where, met in ((None, every_child), (among, chosen)):
        for quantifier, holds in (
            (Quantifier.SOME, lambda found, met=met: any(c in met for c in found)),
            (Quantifier.NONE, lambda found, met=met: not any(c in met for c in found)),
            (Quantifier.EVERY, lambda found, met=met: all(c in met for c in found)),
        ):
            kept = [row for row, found in children.items() if holds(found)]
            assert ids(world, kind, Linked(link, where, quantifier)) == kept, quantifier


def test_links_nest_in_conditions(world: Store) -> None:
    """Entities with a neighbour that is an end of a fact which a denial speaks of."""
    denied = Linked(Link(LinkName.EVIDENCE), Compare("polarity", Operator.EQ, "denied"))
    of_fact = Linked(Link(LinkName.FACTS, ANY), denied)
    assert ids(world, Kind.ENTITY, of_fact) == [JAPAN, NATO]
    beside = Linked(Link(LinkName.RELATED, ANY), of_fact)
    neighbours = {JAPAN, NATO, KOREA, FRANCE}
    assert neighbours <= set(ids(world, Kind.ENTITY, beside))
    assert SHIPS not in ids(world, Kind.ENTITY, of_fact)


SEARCHES = [
    "japan", "JAP", "nip", "state of", "of state", "republic korea", "frânce", "FRANCE métropole",
    "metropole-france", "ministry ships", "ships min", "tokyo", "treaty", "nort atl", "", "…",
    "xyz", "partner", "too,", "piracy", "not ally", "meet in vilnius", "alliance", "first",
    "vilnius  sum",
]  # fmt: skip


@pytest.mark.parametrize("text", SEARCHES)
def test_text_is_found_by_the_beginnings_of_its_words(world: Store, text: str) -> None:
    searched = {
        Kind.ENTITY: lambda row: [row["label"], *row["alternative"]],
        Kind.EVIDENCE: lambda row: [row["quote"]],
        Kind.DOCUMENT: lambda row: [row["title"], row["text"]],
    }
    for kind, texts in searched.items():
        rows = [dict(zip(FIELDS[kind], row, strict=True)) for row in world.run(every(kind)).rows]
        kept = sorted(row["id"] for row in rows if naive.matches(texts(row), text))
        assert sorted(ids(world, kind, Match(text))) == kept
        assert sorted(ids(world, kind, Match(Bind("q")), q=text)) == kept
        left_out = sorted(row["id"] for row in rows if row["id"] not in kept)
        assert ids(world, kind, Not(Match(text))) == left_out


def test_hidden_labels_are_not_searched(world: Store) -> None:
    assert ids(world, Kind.ENTITY, Match("seoul")) == []
