"""What people find of entities and evidence: corrected, rejected, retracted, and taken back."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations
from typing import Any

import pytest

from entente.errors import UsageError
from graph.plan import (
    FIELDS,
    Aggregate,
    Compare,
    Field,
    Find,
    Kind,
    Link,
    Linked,
    LinkName,
    Match,
    Operator,
    Order,
)
from graph.registry import open_store
from graph.review import Review
from graph.statements import (
    EntityId,
    EvidenceKind,
    Fact,
    Judgement,
    Qualifier,
    RefusalReason,
    Refused,
    Span,
    Verdict,
)
from graph.store import Change, Store
from tests.contract.content import content
from tests.contract.world import (
    JAPAN,
    NATO,
    PIRACY,
    SCHEMA,
    SHIPS,
    Telling,
    first,
    reference,
    second,
)

WHEN = "2024-01-01T00:00:00Z"


def on(left: str, verdict: Verdict, right: str = "", when: str = WHEN) -> Judgement:
    return Judgement(EntityId(left), EntityId(right), verdict, "ann", when)


def row(store: Store, kind: Kind, id_: str) -> dict[str, Any]:
    names = FIELDS[kind]
    plan = Find(kind, tuple(map(Field, names)), Compare("id", Operator.EQ, id_))
    (found,) = store.run(plan).rows
    return dict(zip(names, found, strict=True))


def test_a_label_and_a_class_are_corrected_and_given_back(world: Store) -> None:
    before = content(world)
    judged = (on(SHIPS, Verdict.LABEL, "Admiralty"), on(SHIPS, Verdict.CLASS, "State"))
    world.apply(Change(judge=judged))
    ships = row(world, Kind.ENTITY, SHIPS)
    assert (ships["label"], ships["types"]) == ("Admiralty", ["State"])
    assert ships["classes"] == ["Actor", "State"]
    assert ships["alternative"] == ["Ministry of Ships", "ministry"]
    assert world.entities([SHIPS])[SHIPS].label == "Admiralty"
    assert world.run(Find(Kind.ENTITY, (Field("id"),), Match("admiralty"))).rows == [[SHIPS]]
    assert world.statements(first().document.id) == first()
    world.apply(Change(withdraw=tuple(j.id for j in judged)))
    assert content(world) == before


def test_retracted_evidence_counts_for_nothing(world: Store) -> None:
    before = content(world)
    (partner,) = (f for f in second().facts if f.predicate == "partnerOf")
    told = {e.fact: e for e in second().evidence}
    believed = row(world, Kind.FACT, partner.id)
    world.apply(Change(judge=(on(told[partner.id].id, Verdict.RETRACTED),)))
    now = row(world, Kind.FACT, partner.id)
    assert now["belief"] < believed["belief"]
    assert now["evidenceCount"] == believed["evidenceCount"] == 2
    (denied,) = (f for f in second().facts if f.predicate == "alliedWith")
    world.apply(Change(judge=(on(told[denied.id].id, Verdict.RETRACTED),)))
    silent = row(world, Kind.FACT, denied.id)
    assert (silent["belief"], silent["modalities"], silent["evidenceCount"]) == (0, [], 1)
    assert (
        world.run(Find(Kind.EDGE, (Field("key"),), Compare("fact", Operator.EQ, denied.id))).rows
        == []
    )
    assert world.statements(second().document.id) == second()
    world.apply(Change(withdraw=tuple(j.id for j in world.judgements())))
    assert content(world) == before


def test_an_earlier_label_and_an_earlier_verdict_come_back(world: Store) -> None:
    earlier, later = "2024-01-01T00:00:00Z", "2024-02-01T00:00:00Z"
    old = (
        on(SHIPS, Verdict.LABEL, "Admiralty", earlier),
        on(PIRACY, Verdict.REJECTED, "", earlier),
    )
    new = (on(SHIPS, Verdict.LABEL, "Navy", later), on(PIRACY, Verdict.ACCEPTED, "", later))
    world.apply(Change(judge=old))
    once = content(world)
    world.apply(Change(judge=new))
    assert row(world, Kind.ENTITY, SHIPS)["label"] == "Navy"
    assert set(standings(world).values()) == {"counted"}
    world.apply(Change(withdraw=tuple(j.id for j in new)))
    assert content(world) == once
    assert row(world, Kind.ENTITY, SHIPS)["label"] == "Admiralty"
    assert "rejected" in standings(world).values()


def standings(store: Store) -> dict[str, str]:
    plan = Find(Kind.EVIDENCE, (Field("id"), Field("standing")), order=(Order("standing"),))
    return dict(map(tuple, store.run(plan).rows))


def test_evidence_says_whether_it_counts(world: Store) -> None:
    counted = {e.id: "counted" for s in (reference(), first(), second()) for e in s.evidence}
    assert standings(world) == counted
    (fears,) = (f for f in second().facts if f.object == PIRACY)
    (stated,) = (e.id for e in second().evidence if e.fact == fears.id)
    partner = next(e.id for e in first().evidence if e.confidence == 0.9)
    of_piracy = {e.id for s in (first(), second()) for f in s.facts if f.object == PIRACY
                 for e in s.evidence if e.fact == f.id}  # fmt: skip
    assert len(of_piracy) == 2
    world.apply(Change(judge=(on(partner, Verdict.RETRACTED), on(PIRACY, Verdict.REJECTED))))
    marked = counted | dict.fromkeys(of_piracy, "rejected") | {partner: "retracted"}
    assert standings(world) == marked
    world.apply(Change(judge=(on(stated, Verdict.RETRACTED),)))
    assert standings(world)[stated] == "retracted"
    # A document that is loaded again, or for the first time, is marked as well.
    world.apply(Change(drop=(first().document.id,)))
    world.apply(Change(put=(first(), second())))
    assert standings(world) == marked | {stated: "retracted"}
    counting = Compare("standing", Operator.EQ, "counted")
    counts = Aggregate(Kind.EVIDENCE, ("standing",))
    assert world.run(counts).rows[0] == ["counted", len(counted) - 3]
    linked = Linked(Link(LinkName.EVIDENCE), counting)
    facts = world.run(Find(Kind.FACT, (Field("id"),), linked)).rows
    assert [fears.id] not in facts
    world.apply(Change(withdraw=tuple(j.id for j in world.judgements())))
    assert standings(world) == counted


def test_of_a_rejected_entity_nothing_is_believed(world: Store) -> None:
    before = content(world)
    world.apply(Change(judge=(on(PIRACY, Verdict.REJECTED),)))
    (fears,) = (f for f in second().facts if f.object == PIRACY)
    assert row(world, Kind.FACT, fears.id)["belief"] == 0
    assert row(world, Kind.ENTITY, PIRACY)["degree"] == 0
    world.apply(Change(judge=(on(PIRACY, Verdict.ACCEPTED, when="2024-02-01T00:00:00Z"),)))
    assert len(world.judgements()) == 1
    assert {k: v for k, v in content(world).items() if k != "judgements"} == {
        k: v for k, v in before.items() if k != "judgements"
    }


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_rulings_in_any_order_give_the_same(store_url: str, order: tuple[int, ...]) -> None:
    """Before, between and after the documents they are about."""
    stated = next(e for e in first().evidence if e.confidence == 0.9)
    judged = (
        on(PIRACY, Verdict.REJECTED), on(SHIPS, Verdict.LABEL, "Admiralty"),
        on(stated.id, Verdict.RETRACTED), on(SHIPS, Verdict.SAME, JAPAN),
    )  # fmt: skip
    changes = [Change(put=(first(),)), Change(put=(second(),)), Change(judge=judged)]
    with open_store(store_url) as store:
        store.adopt(SCHEMA, [reference()])
        for change in changes:
            store.apply(change)
        expected = content(store)
        ids = tuple(j.id for j in judged)
        store.apply(Change(drop=(first().document.id, second().document.id), withdraw=ids))
        for index in order:
            store.apply(changes[index])
        assert content(store) == expected


@pytest.mark.parametrize(
    "judgement",
    [on(SHIPS, Verdict.LABEL), on(SHIPS, Verdict.CLASS, " "), on(SHIPS, Verdict.REJECTED, "x"),
     on("", Verdict.ACCEPTED)],
)  # fmt: skip
def test_judgements_that_say_nothing_are_refused(world: Store, judgement: Judgement) -> None:
    with pytest.raises(UsageError, match=judgement.verdict.value):
        world.apply(Change(judge=(judgement,)))


def test_refused_claims_go_with_their_document(world: Store) -> None:
    refused = tuple(
        Refused(
            JAPAN, "memberOf", PIRACY, n, n + 5, RefusalReason.RANGE, "a Threat", "memberOf:join"
        )
        for n in (3, 1)
    )
    told = replace(first(), refused=refused)
    world.apply(Change(put=(told,)))
    assert world.statements(told.document.id) == told
    listed = [(told.document.id, each) for each in sorted(refused)]
    assert list(world.refusals(10)) == listed
    assert list(world.refusals(1)) == listed[:1]
    world.apply(Change(drop=(told.document.id,)))
    assert list(world.refusals(10)) == []


def test_curated_evidence_waits_for_review_when_its_text_changes(store: Store) -> None:
    told = Telling("Japan is here. NATO is there.", "/news/a.txt")
    told.says(
        JAPAN, "partnerOf", NATO, "NATO is there", kind=EvidenceKind.CURATED, extractor="ann",
        time="2024", said_by=(JAPAN,), context=(Span(0, 5),),
        qualifiers=(Qualifier("kind", "x", False),),
    )  # fmt: skip
    store.apply(Change(put=(told.statements(),)))
    (evidence,) = told.statements().evidence
    new = Telling("Japan is here. NATO was there.", "/news/a.txt")
    store.apply(Change(put=(new.statements(),), drop=(told.document.id,)))
    fact = Fact.of(JAPAN, "partnerOf", NATO, symmetric=True)
    review = Review(fact, evidence, ("/news/a.txt",))
    assert store.reviews() == (review,)
    store.apply(Change(dismiss=(review.id,)))
    assert store.reviews() == ()
    store.apply(Change(review=(review,)))
    assert store.reviews() == (review,)
