"""Find and Aggregate: fields, orders, pages, totals and groups."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import Any

import orjson
import pytest

from graph.plan import (
    FIELDS,
    Aggregate,
    All,
    Bind,
    Compare,
    Field,
    Find,
    Kind,
    Match,
    Measure,
    MeasureName,
    Operator,
    Order,
    ValueType,
    Written,
    keyset,
)
from graph.statements import EvidenceKind, Status, day
from graph.store import Change, Store
from tests.contract.content import every
from tests.contract.world import FRANCE, JAPAN, KOREA, NATO, SHIPS, Telling, first, reference


def rows(store: Store, kind: Kind) -> list[dict[str, Any]]:
    return [dict(zip(FIELDS[kind], row, strict=True)) for row in store.run(every(kind)).rows]


def test_fields_of_an_entity(world: Store) -> None:
    by_id = {row["id"]: row for row in rows(world, Kind.ENTITY)}
    assert by_id[JAPAN] == {
        "id": JAPAN,
        "label": "Japan",
        "types": ["State"],
        "classes": ["Actor", "State"],
        "alternative": ["Nippon", "State of Japan"],
        "hidden": ["Tokyo"],
        "origin": "reference",
        "merged": [],
        "degree": 3,
        "mentions": 5,
        "properties": {"capital": ["Tokyo"], "isoCode": ["JP"]},
    }
    assert by_id[SHIPS]["origin"] == "provisional"
    assert by_id[SHIPS]["alternative"] == ["ministry"]
    assert by_id[SHIPS]["mentions"] == 3
    assert by_id[SHIPS]["degree"] == 1
    codes = Find(Kind.ENTITY, (Field("property.isoCode"), Field("property.other")),
                 Compare("id", Operator.IN, (FRANCE, NATO)))  # fmt: skip
    assert world.run(codes).rows == [["FR", None], [None, None]]


@pytest.mark.parametrize("kind", list(Kind))
def test_rows_are_the_same_however_they_are_shown(world: Store, kind: Kind) -> None:
    numbers = (ValueType.NUMBER, ValueType.JSON)
    names = [name for name, type_ in FIELDS[kind].items() if type_ not in numbers]
    for told in ([*FIELDS[kind]], names, names[1:3], names[:1]):
        plain = Find(kind, tuple(map(Field, told)))
        shown = (*((f"k{place}", place) for place in reversed(range(len(told)))), ("again", 0))
        found = world.run(replace(plain, shown=shown)).rows
        assert list(found) == world.run(plain).rows
        if isinstance(found, Written):
            keyed = [{key: row[place] for key, place in shown} for row in found]
            assert found.json(shown).encode() == orjson.dumps(keyed)
            other = [{"other": row[0]} for row in found]
            assert found.json((("other", 0),)).encode() == orjson.dumps(other)


def test_fields_of_evidence(world: Store) -> None:
    (told,) = (e for e in first().evidence if e.qualifiers)
    (row,) = (row for row in rows(world, Kind.EVIDENCE) if row["id"] == told.id)
    text = first().document.text
    assert row == {
        "id": told.id,
        "fact": told.fact,
        "document": first().document.id,
        "kind": "text",
        "start": told.start,
        "end": told.end,
        "quote": told.quote,
        "before": text[: told.start],
        "after": text[told.end :],
        "context": [],
        "polarity": "affirmed",
        "status": "planned",
        "modality": "planned",
        "saidBy": [],
        "time": None,
        "from": 0,
        "to": 9_999_999,
        "qualifiers": [["with", SHIPS, True], ["kind", "joint work", False]],
        "confidence": 1.0,
        "extractor": "",
        "version": "",
        "source": None,
        "rule": None,
        "standing": "counted",
        "occasion": f"{told.fact} planned 0 9999999",
        "precedence": 0,
    }


def test_what_people_wrote_takes_precedence(store: Store) -> None:
    told = Telling("Japan is a partner of NATO.")
    for kind in EvidenceKind:
        told.says(JAPAN, "partnerOf", NATO, "Japan is a partner of NATO.", kind=kind)
    store.apply(Change(put=(told.statements(),)))
    plan = Find(
        Kind.EVIDENCE,
        (Field("kind"), Field("precedence")),
        order=(Order("precedence"), Order("kind"), Order("id")),
    )
    wanted = [["curated", 0], ["text", 0], ["reference", 1], ["inferred", 2]]
    assert store.run(plan).rows == wanted


@pytest.mark.parametrize("length", [299, 300, 301])
def test_the_surroundings_of_a_quote_end_at_300_code_points(store: Store, length: int) -> None:
    told = Telling("ä" * length + "Japan 🚢" + "ö" * length)
    told.says(JAPAN, "partnerOf", NATO, "Japan 🚢")
    store.apply(Change(put=(told.statements(),)))
    plan = Find(Kind.EVIDENCE, (Field("before"), Field("after")))
    kept = min(length, 300)
    assert store.run(plan).rows == [["ä" * kept, "ö" * kept]]


def test_fields_of_a_document(world: Store) -> None:
    document = first().document
    (row,) = (row for row in rows(world, Kind.DOCUMENT) if row["id"] == document.id)
    assert row == {
        "id": document.id,
        "kind": "source",
        "name": "first.txt",
        "title": "Partners of the alliance",
        "publisher": "Steady News",
        "date": "2023-07-01",
        "from": day("2023-07-01"),
        "to": day("2023-07-02"),
        "address": None,
        "language": "en",
        "mediaType": "text/plain",
        "length": len(document.text),
        "text": document.text,
        "evidenceCount": 5,
        "locations": [
            {
                "uri": "/news/first.txt",
                "name": "first.txt",
                "title": "Partners of the alliance",
                "publisher": "Steady News",
                "date": "2023-07-01",
                "address": None,
            }
        ],
        "blocks": [],
    }


def _sortable() -> list[tuple[Kind, str]]:
    return [
        (kind, name)
        for kind in Kind
        for name, type_ in FIELDS[kind].items()
        if type_ not in (ValueType.TEXTS, ValueType.JSON)
    ] + [(Kind.ENTITY, "property.isoCode")]


@pytest.mark.parametrize(("kind", "name"), _sortable(), ids=lambda x: str(x))
@pytest.mark.parametrize("descending", [False, True], ids=["up", "down"])
def test_orders_put_rows_without_a_value_last(
    world: Store, kind: Kind, name: str, descending: bool
) -> None:
    key = "key" if kind is Kind.EDGE else "id"
    found = world.run(
        Find(kind, (Field(name), Field(key)), order=(Order(name, descending),), limit=1000)
    ).rows
    valued = [row for row in found if row[0] is not None]
    assert found == valued + sorted((r for r in found if r[0] is None), key=lambda r: str(r[1]))
    again = sorted(valued, key=lambda row: str(row[1]))
    assert valued == sorted(again, key=lambda row: row[0], reverse=descending)


def test_text_sorts_by_code_point(store: Store) -> None:
    names = ["Zebra", "apple", "Äpfel", "apple pie", "éclair", "🚢", "zebra", "Ｚ"]
    told = Telling(" ".join(names))
    for name in names:
        told.introduces("Interest", name)
    store.apply(Change(put=(told.statements(),)))
    plan = Find(Kind.ENTITY, (Field("label"),), order=(Order("label"),))
    labels = [row[0] for row in store.run(plan).rows]
    assert labels == sorted(labels)
    assert len(labels) > 5


@pytest.mark.parametrize("descending", [True, False])
@pytest.mark.parametrize("limit", [1, 3, 6, 45, 70])
def test_rows_that_are_equal_in_what_sorts_them_come_by_id(
    store: Store, limit: int, descending: bool
) -> None:
    names = [f"interest {number:02}" for number in range(60)]
    told = Telling(" ".join(names) + " interest 07 interest 41 interest 08")
    for name in names:
        told.introduces("Interest", name)
    store.apply(Change(put=(told.statements(),)))
    columns = (Field("mentions"), Field("id"))
    order = (Order("mentions", descending), Order("id"))
    found = store.run(Find(Kind.ENTITY, columns, order=order, limit=limit))
    everything = store.run(Find(Kind.ENTITY, columns, limit=100)).rows
    expected = sorted(everything, key=lambda row: (-row[0] if descending else row[0], row[1]))
    assert found.rows == expected[:limit]
    assert found.truncated is (limit < 60)
    assert len({row[0] for row in everything}) > 1


@pytest.mark.parametrize("start", ["interest", "interest 5", "interest 08", "none"])
@pytest.mark.parametrize("limit", [1, 9, 45])
def test_the_first_rows_of_those_that_meet_a_condition(
    store: Store, limit: int, start: str
) -> None:
    names = [f"interest {number:02}" for number in range(60)]
    told = Telling(" ".join(names) + " interest 07 interest 41")
    for name in names:
        told.introduces("Interest", name)
    store.apply(Change(put=(told.statements(),)))
    columns = (Field("mentions"), Field("id"), Field("label"))
    met = All((Compare("label", Operator.STARTS, Bind("start")),
               Compare("origin", Operator.EQ, "provisional")))  # fmt: skip
    everything = store.run(Find(Kind.ENTITY, columns, limit=100)).rows
    wanted = [row for row in everything if row[2].lower().startswith(start)]
    assert len(wanted) == {"interest": 60, "interest 5": 10, "interest 08": 1, "none": 0}[start]
    for descending in (True, False):
        order = (Order("mentions", descending), Order("id"))
        plan = Find(Kind.ENTITY, columns, met, order, limit)
        expected = sorted(wanted, key=lambda row: (-row[0] if descending else row[0], row[1]))
        for _ in range(3):  # a store may answer otherwise once it has seen how many there are
            found = store.run(plan, {"start": start})
            assert found.rows == expected[:limit]
            assert found.truncated is (len(expected) > limit)


@pytest.mark.parametrize("skip", [0, 1, 3, 8, 100])
def test_rows_are_passed_over(world: Store, skip: int) -> None:
    columns = Field("id"), Field("degree")
    for where, order in (
        (None, ()),
        (None, (Order("degree", descending=True), Order("id"))),
        (Match("a"), ()),
        (Compare("classes", Operator.CONTAINS, "State"), (Order("label"),)),
    ):
        whole = Find(Kind.ENTITY, columns, where, order, total=True)
        found = world.run(whole)
        for asked, values in ((skip, {}), (Bind("n"), {"n": skip})):
            for total in (False, True):
                page = replace(whole, skip=asked, limit=2, total=total)
                result = world.run(page, values)
                assert list(result.rows) == list(found.rows)[skip : skip + 2]
                assert result.truncated is (len(found.rows) > skip + 2)
                assert result.total == (found.total if total else None)
    for kind in (Kind.EVIDENCE, Kind.DOCUMENT):
        whole = Find(kind, (Field("id"),), Match("a"))
        found = world.run(whole)
        assert world.run(replace(whole, skip=skip)).rows == found.rows[skip:]


@pytest.mark.parametrize("limit", [0, 1, 3, 8, 100])
def test_pages_say_whether_there_was_more(world: Store, limit: int) -> None:
    everyone = world.run(Find(Kind.ENTITY, (Field("id"),))).rows
    assert len(everyone) == 8
    for asked, values in ((limit, {}), (Bind("n"), {"n": limit})):
        for total in (False, True):
            result = world.run(Find(Kind.ENTITY, (Field("id"),), limit=asked, total=total), values)
            assert result.rows == everyone[:limit]
            assert result.truncated is (limit < 8)
            assert result.total == (8 if total else None)


def test_a_total_counts_what_the_condition_keeps(world: Store) -> None:
    states = Compare("types", Operator.CONTAINS, "State")
    result = world.run(Find(Kind.ENTITY, (Field("id"),), states, limit=1, total=True))
    assert (result.total, result.truncated, result.rows) == (3, True, [[FRANCE]])


@pytest.mark.parametrize(
    "order",
    [
        (Order("label"), Order("id")),
        (Order("degree", True), Order("id")),
        (Order("property.isoCode"), Order("label", True), Order("id")),
        (Order("property.isoCode", True), Order("id", True)),
    ],
)
def test_pages_by_keyset_neither_repeat_nor_lose_rows(
    world: Store, order: tuple[Order, ...]
) -> None:
    columns = tuple(Field(item.field) for item in order)
    whole = world.run(Find(Kind.ENTITY, columns, order=order)).rows
    seen: list[list[Any]] = []
    where = None
    for _ in range(len(whole)):
        page = world.run(Find(Kind.ENTITY, columns, where, order, limit=3))
        seen += page.rows
        if not page.truncated:
            break
        where = keyset(order, tuple(page.rows[-1]))
    assert seen == whole


def test_pages_by_keyset_stand_while_others_write(world: Store) -> None:
    """Rows come and go before and after the page's end; those that stay are seen once."""
    order = (Order("label"), Order("id"))
    columns = (Field("label"), Field("id"))
    whole = [tuple(row) for row in world.run(Find(Kind.ENTITY, columns, order=order)).rows]
    seen: list[tuple[str, ...]] = []
    where = None
    for turn in range(20):
        page = world.run(Find(Kind.ENTITY, columns, where, order, limit=2))
        seen += [tuple(row) for row in page.rows]
        if not page.truncated:
            break
        told = Telling(f"Aardvark {turn} and Zulu {turn}", f"/news/{turn}.txt")
        told.introduces("Interest", f"Aardvark {turn}")
        told.introduces("Interest", f"Zulu {turn}")
        world.apply(Change(put=(told.statements(),)))
        where = keyset(order, page.rows[-1])
    assert len(seen) == len(set(seen))
    assert [row for row in seen if row in whole] == whole


def test_the_best_matching_entity_comes_first(store: Store) -> None:
    """Label equal, other label equal, label beginning, the rest; then degree; then id."""
    text = "Sea Power. Sea. Ocean, or sea. Sea lanes. Sea routes. Open sea. Sea routes matter."
    told = Telling(text)
    sea = told.introduces("Interest", "Sea")
    ocean = told.introduces("Interest", "Ocean", "sea")
    lanes = told.introduces("Interest", "Sea lanes")
    routes = told.introduces("Interest", "Sea routes")
    open_ = told.introduces("Interest", "Open sea")
    told.says(JAPAN, "cooperatesOn", routes, "Sea routes matter")
    store.apply(Change(put=(told.statements(),)))
    plan = Find(Kind.ENTITY, (Field("id"),), Match("SEA"))
    assert [row[0] for row in store.run(plan).rows] == [sea, ocean, routes, lanes, open_]
    within = replace(plan, where=All((Compare("label", Operator.NE, "Sea"), Match(Bind("q")))))
    found = store.run(within, {"q": "sea"}).rows
    assert [row[0] for row in found] == [ocean, routes, lanes, open_]
    sorted_ = replace(plan, order=(Order("label"),))
    assert [row[0] for row in store.run(sorted_).rows] == [ocean, open_, sea, lanes, routes]


def test_the_best_matching_evidence_and_document_come_first(world: Store) -> None:
    found = world.run(Find(Kind.EVIDENCE, (Field("quote"),), Match("nato"))).rows
    lengths = [len(row[0]) for row in found]
    assert lengths == sorted(lengths)
    assert len(set(lengths)) > 2
    late = Telling("Nothing of the kind.", "/news/late.txt", "2024", title="Alliance")
    early = Telling("The alliance, early.", "/news/early.txt", "2020")
    undated = Telling("The alliance, undated.", "/news/undated.txt")
    world.apply(Change(put=tuple(t.statements() for t in (late, early, undated))))
    plan = Find(Kind.DOCUMENT, (Field("name"),), Match("alliance"))
    assert [row[0] for row in world.run(plan).rows] == [
        "late.txt", "first.txt", "early.txt", "undated.txt"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "by"),
    [
        (Kind.ENTITY, ("origin",)),
        (Kind.ENTITY, ("types",)),
        (Kind.ENTITY, ("classes", "origin")),
        (Kind.ENTITY, ("property.isoCode",)),
        (Kind.FACT, ("predicate",)),
        (Kind.FACT, ("modalities",)),
        (Kind.FACT, ("predicate", "modalities")),
        (Kind.EVIDENCE, ("kind", "modality")),
        (Kind.EVIDENCE, ("saidBy",)),
        (Kind.EVIDENCE, ("time",)),
        (Kind.DOCUMENT, ("publisher",)),
        (Kind.EDGE, ("predicate", "modality")),
        (Kind.EDGE, ("subject",)),
    ],
    ids=str,
)
def test_groups(world: Store, kind: Kind, by: tuple[str, ...]) -> None:
    groups: Counter[tuple[Any, ...]] = Counter()
    columns = tuple(Field(name) for name in by)
    for row in world.run(Find(kind, columns, limit=1000)).rows:
        expanded: list[tuple[Any, ...]] = [()]
        for value in row:
            members = sorted(set(value)) if isinstance(value, list) else [value]
            expanded = [(*start, member) for start in expanded for member in members]
        groups.update(expanded)
    expected = sorted(
        ([*group, count] for group, count in groups.items()),
        key=lambda row: (-row[-1], [(v is None, v or "") for v in row[:-1]]),
    )
    assert len(expected) > 1
    assert world.run(Aggregate(kind, by)).rows == expected
    for limit in (0, 1):
        cut = world.run(Aggregate(kind, by, limit=limit))
        assert (cut.rows, cut.truncated) == (expected[:limit], True)


@pytest.mark.parametrize("kind", [Kind.EVIDENCE, Kind.DOCUMENT])
def test_measures(world: Store, kind: Kind) -> None:
    number = {Kind.EVIDENCE: "confidence", Kind.DOCUMENT: "length"}[kind]
    whole = {Kind.EVIDENCE: "start", Kind.DOCUMENT: "evidenceCount"}[kind]
    text = {Kind.EVIDENCE: "time", Kind.DOCUMENT: "publisher"}[kind]
    measures = (
        Measure(MeasureName.COUNT),
        Measure(MeasureName.MIN, number),
        Measure(MeasureName.MAX, number),
        Measure(MeasureName.AVERAGE, number),
        Measure(MeasureName.SUM, number),
        Measure(MeasureName.AVERAGE, whole),
        Measure(MeasureName.SUM, whole),
        Measure(MeasureName.MIN, text),
        Measure(MeasureName.MAX, text),
    )
    found = rows(world, kind)
    numbers, wholes = [row[number] for row in found], [row[whole] for row in found]
    texts = [row[text] for row in found if row[text] is not None]
    expected = [
        len(found), min(numbers), max(numbers), round(sum(numbers) / len(found), 6),
        round(sum(numbers), 6), round(sum(wholes) / len(found), 6), sum(wholes),
        min(texts), max(texts),
    ]  # fmt: skip
    assert world.run(Aggregate(kind, (), measures)).rows == [expected]
    nothing = Compare("id", Operator.EQ, "nobody")
    empty = world.run(Aggregate(kind, (), measures, nothing)).rows
    assert empty == [[0, None, None, None, 0, None, 0, None, None]]
    assert world.run(Aggregate(kind, ("id",), measures, nothing)).rows == []


def test_groups_sort_by_count_even_if_it_is_not_measured(world: Store) -> None:
    measures = (Measure(MeasureName.MAX, "degree"),)
    only = Compare("origin", Operator.EQ, "reference")
    found = world.run(Aggregate(Kind.ENTITY, ("types",), measures, only)).rows
    assert found[0] == ["State", 3]
    assert found[1:] == sorted(found[1:])
    assert len(found) == 4


def test_status_and_kind_are_counted(world: Store) -> None:
    plan = Aggregate(
        Kind.EVIDENCE, ("kind", "status"), where=Compare("status", Operator.NE, "actual")
    )
    assert world.run(plan).rows == [["text", str(Status.PLANNED), 2], ["text", "possible", 1]]
    kinds = Aggregate(Kind.EVIDENCE, ("kind",))
    assert world.run(kinds).rows == [["text", 9], ["reference", len(reference().evidence)]]


def test_known_entities_are_found_by_id(world: Store) -> None:
    plan = Find(Kind.ENTITY, (Field("label"),), Compare("id", Operator.EQ, Bind("id")))
    assert world.run(plan, {"id": KOREA}).rows == [["South Korea"]]
    assert world.run(plan, {"id": JAPAN}).rows == [["Japan"]]
    assert world.run(plan, {"id": "nobody"}).rows == []
