"""Where links lead, and what every parameter of a relation keeps."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from graph.plan import (
    FIELDS,
    Bind,
    Compare,
    Direction,
    Field,
    Find,
    Kind,
    Link,
    LinkName,
    Nested,
    Operator,
    Order,
    Relation,
)
from graph.statements import Modality, day
from graph.store import Store
from tests.contract import naive
from tests.contract.content import ANY, every
from tests.contract.world import (
    FRANCE,
    JAPAN,
    KOREA,
    NATO,
    PIRACY,
    SECURITY,
    SHIPS,
    SYMMETRIC,
    VILNIUS,
    first,
    reference,
    second,
)


def nested(
    store: Store, kind: Kind, id_: str, link: Link, *fields: str, **values: Any
) -> list[list[Any]]:
    columns = tuple(Field(name) for name in fields)
    plan = Find(kind, (Nested(link, columns),), Compare("id", Operator.EQ, id_))
    ((found,),) = store.run(plan, values).rows
    rows, more = found
    assert not more
    return list(rows)


def all_edges(store: Store) -> list[naive.Edge]:
    return [dict(zip(FIELDS[Kind.EDGE], r, strict=True)) for r in store.run(every(Kind.EDGE)).rows]


RELATIONS = {
    "default": Relation(),
    "any modality": ANY,
    "one predicate": replace(ANY, predicates=("partnerOf",)),
    "two predicates": replace(ANY, predicates=("memberOf", "concernedBy")),
    "unknown predicate": replace(ANY, predicates=("likes",)),
    "out": replace(ANY, direction=Direction.OUT),
    "in": replace(ANY, direction=Direction.IN),
    "out, symmetric": replace(ANY, direction=Direction.OUT, symmetric=SYMMETRIC),
    "in, symmetric": replace(ANY, direction=Direction.IN, symmetric=SYMMETRIC),
    "in, one of the symmetric": replace(
        ANY, direction=Direction.IN, predicates=("partnerOf", "memberOf"), symmetric=SYMMETRIC
    ),
    "out, symmetric not asked for": replace(
        ANY, direction=Direction.OUT, predicates=("memberOf",), symmetric=SYMMETRIC
    ),
    "planned": replace(ANY, modalities=(Modality.PLANNED,)),
    "possible or negated": replace(ANY, modalities=(Modality.POSSIBLE, Modality.NEGATED)),
    "as of 2021": replace(ANY, as_of=day("2021-06-01")),
    "as of 2023": replace(ANY, as_of=day("2023-07-11")),
    "as of the day it begins": replace(ANY, as_of=day("2022-01-01")),
    "as of the day before": replace(ANY, as_of=day("2021-12-31")),
    "as of its last day": replace(ANY, as_of=day("2023-07-31")),
    "as of the day after": replace(ANY, as_of=day("2023-08-01")),
    "dated": replace(ANY, undated=False),
    "dated, as of 2023": replace(ANY, as_of=day("2023-07-11"), undated=False),
    "known in June": replace(ANY, known_at=day("2023-06-30")),
    "known in July": replace(ANY, known_at=day("2023-07-01")),
    "believed": replace(ANY, min_belief=0.7),
    "surely believed": replace(ANY, min_belief=0.9),
    "all at once": Relation(
        ("partnerOf", "memberOf"), Direction.OUT, (Modality.ASSERTED, Modality.PLANNED),
        day("2023-07-11"), day("2023-07-01"), 0.1, False, SYMMETRIC,
    ),
}  # fmt: skip


@pytest.mark.parametrize("relation", list(RELATIONS.values()), ids=list(RELATIONS))
def test_relations(world: Store, relation: Relation) -> None:
    edges = all_edges(world)
    bound = replace(
        relation, as_of=Bind("asOf"), known_at=Bind("knownAt"), min_belief=Bind("least")
    )
    values = {
        "asOf": relation.as_of, "knownAt": relation.known_at, "least": relation.min_belief
    }  # fmt: skip
    for entity in (JAPAN, NATO, SHIPS, VILNIUS):
        followed = naive.touching(edges, relation, entity)
        for asked in (relation, bound):
            related = nested(
                world, Kind.ENTITY, entity, Link(LinkName.RELATED, asked), "id", **values
            )
            assert [id_ for (id_,) in related] == sorted(naive.hops(edges, relation, entity))
            found = nested(world, Kind.ENTITY, entity, Link(LinkName.EDGES, asked), "key", **values)
            assert [key for (key,) in found] == sorted(e["key"] for e in followed)
            facts = nested(world, Kind.ENTITY, entity, Link(LinkName.FACTS, asked), "id", **values)
            assert [id_ for (id_,) in facts] == sorted({e["fact"] for e in followed})


def test_each_relation_tells_something(world: Store) -> None:
    """No relation above keeps the same edges as no restriction, but those that must."""
    edges = all_edges(world)
    kept = {name: [e["key"] for e in edges if naive.ends(e, r)] for name, r in RELATIONS.items()}
    assert kept["unknown predicate"] == []
    for name in ("default", "one predicate", "planned", "as of 2021", "dated", "known in June",
                 "believed", "surely believed", "as of the day after"):  # fmt: skip
        assert kept[name] != kept["any modality"], name
    for one, other in (
        ("as of the day it begins", "as of the day before"),
        ("as of its last day", "as of the day after"),
        ("known in June", "known in July"),
        ("believed", "surely believed"),
        ("as of 2023", "dated, as of 2023"),
    ):
        assert kept[one] != kept[other], (one, other)


def test_edges_say_what_the_evidence_does(world: Store) -> None:
    told = {
        (e["predicate"], e["subject"], e["object"], e["modality"], e["from"], e["to"], e["known"])
        for e in all_edges(world)
    }
    open_, never, july = (0, 9_999_999), 9_999_999, day("2023-07-01")
    assert told == {
        ("partnerOf", JAPAN, NATO, "asserted", day("2022"), 9_999_999, july),
        ("partnerOf", JAPAN, NATO, "asserted", *open_, never),
        ("partnerOf", KOREA, NATO, "asserted", *open_, july),
        ("cooperatesOn", JAPAN, SECURITY, "planned", *open_, july),
        ("cooperatesOn", SHIPS, SECURITY, "planned", *open_, july),
        ("concernedBy", JAPAN, PIRACY, "asserted", *open_, july),
        ("concernedBy", SHIPS, PIRACY, "asserted", *open_, never),
        ("alliedWith", JAPAN, NATO, "negated", *open_, never),
        ("participatesIn", SHIPS, VILNIUS, "possible", day("2023-07"), day("2023-08"), never),
        ("memberOf", FRANCE, NATO, "asserted", day("1949-08-24"), 9_999_999, 0),
        ("participatesIn", FRANCE, VILNIUS, "asserted", day("2023-07-11"), day("2023-07-13"), 0),
    }


def test_a_fact_gathers_its_evidence(world: Store) -> None:
    (partner,) = (f for f in first().facts if f.predicate == "partnerOf" and f.subject == JAPAN)
    plan = Find(
        Kind.FACT,
        tuple(Field(n) for n in ("predicate", "subject", "object", "modalities", "belief",
                                 "evidenceCount", "known")),
        Compare("id", Operator.EQ, partner.id),
    )  # fmt: skip
    ((*row,),) = world.run(plan).rows
    steady, other = 0.9 * 0.9, 0.5 * 0.6
    belief = round(1 - (1 - steady) * (1 - other), 6)
    assert row == ["partnerOf", JAPAN, NATO, ["asserted"], belief, 2, day("2023-07-01")]
    evidence = nested(world, Kind.FACT, partner.id, Link(LinkName.EVIDENCE), "id", "document")
    stated = {
        (e.id, e.document) for s in (first(), second()) for e in s.evidence if e.fact == partner.id
    }
    assert [tuple(row) for row in evidence] == sorted(stated)
    assert nested(world, Kind.FACT, partner.id, Link(LinkName.SUBJECT), "id") == [[JAPAN]]
    assert nested(world, Kind.FACT, partner.id, Link(LinkName.OBJECT), "id") == [[NATO]]


def test_evidence_leads_to_what_it_names(world: Store) -> None:
    by_object = {f.object: e for f in first().facts for e in first().evidence if e.fact == f.id}
    feared = by_object[PIRACY]
    speakers = nested(world, Kind.EVIDENCE, feared.id, Link(LinkName.SPEAKERS), "id")
    assert speakers == [[SHIPS], [JAPAN]]
    by_label = Find(
        Kind.EVIDENCE,
        (Nested(Link(LinkName.SPEAKERS), (Field("label"),), order=(Order("label"),)),),
        Compare("id", Operator.EQ, feared.id),
    )
    assert world.run(by_label).rows == [[[[["Japan"], ["Ministry of Ships"]], False]]]
    (joint,) = (e for e in first().evidence if e.qualifiers)
    for name, found in ((None, [[SHIPS]]), ("with", [[SHIPS]]), ("kind", []), ("at", [])):
        link = Link(LinkName.QUALIFIED, qualifier=name)
        assert nested(world, Kind.EVIDENCE, joint.id, link, "id") == found
    assert nested(world, Kind.EVIDENCE, joint.id, Link(LinkName.FACT), "id") == [[joint.fact]]
    document = nested(world, Kind.EVIDENCE, joint.id, Link(LinkName.DOCUMENT), "name")
    assert document == [["first.txt"]]


def test_documents_lead_to_what_they_state_and_mention(world: Store) -> None:
    for told in (first(), second(), reference()):
        id_ = told.document.id
        for link, found in (
            (LinkName.EVIDENCE, [e.id for e in told.evidence]),
            (LinkName.FACTS, [f.id for f in told.facts]),
            (LinkName.MENTIONED, {m.entity for m in told.mentions}),
        ):
            rows = nested(world, Kind.DOCUMENT, id_, Link(link), "id")
            assert [row[0] for row in rows] == sorted(found)
    mentioned = nested(world, Kind.ENTITY, SHIPS, Link(LinkName.DOCUMENTS), "name")
    assert sorted(mentioned) == [["first.txt"], ["second.txt"]]


@pytest.mark.parametrize("limit", [0, 1, 2, 3, 5])
def test_nested_rows_are_cut_for_each_parent(world: Store, limit: int) -> None:
    whole = Find(Kind.ENTITY, (Field("id"), Nested(Link(LinkName.EDGES, ANY), (Field("key"),))))
    link = Link(LinkName.EDGES, ANY)
    cut = Find(Kind.ENTITY, (Field("id"), Nested(link, (Field("key"),), limit=Bind("n"))))
    assert world.run(cut, {"n": limit}).rows == [
        [id_, [rows[:limit], len(rows) > limit]] for id_, (rows, _) in world.run(whole).rows
    ]


def test_nested_rows_are_the_same_however_they_are_shown(world: Store) -> None:
    plain = Nested(Link(LinkName.RELATED, ANY), (Field("label"), Field("degree")), limit=2)
    shown = replace(plain, shown=(("much", 1), ("name", 0)))
    found = world.run(Find(Kind.ENTITY, (Field("id"), shown))).rows
    assert found == world.run(Find(Kind.ENTITY, (Field("id"), plain))).rows
    assert any(rows and more for _, (rows, more) in found)


def test_nested_rows_are_filtered_and_sorted(world: Store) -> None:
    link = Link(LinkName.EDGES, ANY)
    strong = Compare("belief", Operator.GE, 0.5)
    fields = (Field("predicate"), Field("belief"), Field("key"))
    for descending in (False, True):
        order = (Order("predicate", descending), Order("belief", not descending))
        plan = Find(
            Kind.ENTITY,
            (Nested(link, fields, strong, order),),
            Compare("id", Operator.EQ, JAPAN),
        )
        (((rows, _),),) = world.run(plan).rows
        kept = [
            [e["predicate"], e["belief"], e["key"]]
            for e in naive.touching(all_edges(world), ANY, JAPAN)
            if e["belief"] >= 0.5
        ]
        kept.sort(key=lambda row: row[2])
        kept.sort(key=lambda row: row[1], reverse=not descending)
        kept.sort(key=lambda row: row[0], reverse=descending)
        assert rows == kept


def test_levels_nest_in_levels(world: Store) -> None:
    """Entity → facts → evidence → document → mentioned, with a field between the lists."""
    mentioned = Nested(Link(LinkName.MENTIONED), (Field("label"),), limit=2)
    document = Nested(Link(LinkName.DOCUMENT), (mentioned, Field("name")))
    evidence = Nested(Link(LinkName.EVIDENCE), (Field("quote"), document))
    facts = Nested(Link(LinkName.FACTS), (evidence, Field("predicate")))
    plan = Find(Kind.ENTITY, (facts, Field("label")), Compare("id", Operator.EQ, KOREA))
    quote = "South Korea, too, is a partner of NATO"
    inner = [[[[["Japan"], ["South Korea"]], True], "first.txt"]]
    assert world.run(plan).rows == [
        [[[[[[[quote, [inner, False]]], False], "partnerOf"]], False], "South Korea"]
    ]
