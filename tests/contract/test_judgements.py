"""Who is who: judgements recorded and withdrawn, and the merged view they make."""

from __future__ import annotations

from itertools import permutations
from typing import Any

import pytest

from entente.errors import UsageError
from graph.plan import (
    FIELDS,
    AnyOf,
    Common,
    Compare,
    Condition,
    Expand,
    Field,
    Find,
    Hop,
    Kind,
    Link,
    Linked,
    LinkName,
    Match,
    Nested,
    Not,
    Operator,
    Paths,
    Traverse,
)
from graph.registry import open_store
from graph.statements import Entity, EntityId, Judgement, Verdict
from graph.store import Change, Store
from tests.contract.content import ANY, content, every
from tests.contract.world import (
    JAPAN,
    KOREA,
    NATO,
    PIRACY,
    SCHEMA,
    SHIPS,
    Telling,
    first,
    iri,
    reference,
    second,
)

ID = (Field("id"),)
NIPPON = Entity.provisional("State", "Land of the Sun").id


def third() -> Any:
    told = Telling("The Land of the Sun, that is Japan, is a partner of NATO.", "/news/third.txt")
    sun = told.introduces("State", "Land of the Sun")
    told.says(sun, "partnerOf", NATO, "is a partner of NATO", said_by=(sun,))
    told.says(JAPAN, "alliedWith", sun, "The Land of the Sun, that is Japan")
    return told.statements()


def same(left: EntityId, right: EntityId, when: str = "2024-01-01T00:00:00Z") -> Judgement:
    return Judgement(left, right, Verdict.SAME, "ann", when)


def different(left: EntityId, right: EntityId, when: str = "2024-01-01T00:00:00Z") -> Judgement:
    return Judgement(left, right, Verdict.DIFFERENT, "bob", when, "they are not")


@pytest.fixture
def wider(world: Store) -> Store:
    world.apply(Change(put=(third(),)))
    return world


def row(store: Store, id_: str) -> dict[str, Any]:
    plan = every(Kind.ENTITY)
    found = [dict(zip(FIELDS[Kind.ENTITY], r, strict=True)) for r in store.run(plan).rows]
    (one,) = (r for r in found if r["id"] == id_)
    return one


def test_judgements_come_back(world: Store) -> None:
    judged = (same(JAPAN, KOREA), different(NATO, SHIPS))
    world.apply(Change(judge=judged))
    assert world.judgements() == tuple(sorted(judged))
    world.apply(Change(withdraw=(judged[0].id,)))
    assert world.judgements() == judged[1:]
    world.apply(Change(withdraw=(judged[0].id, judged[1].id)))
    assert world.judgements() == ()


def test_a_merged_entity_is_seen_as_the_one_that_stands_for_it(wider: Store) -> None:
    before = content(wider)
    wider.apply(Change(judge=(same(NIPPON, JAPAN),)))
    japan = row(wider, JAPAN)
    assert japan["merged"] == [NIPPON]
    assert japan["alternative"] == ["Nippon", "State of Japan", "Land of the Sun"]
    assert japan["label"] == "Japan"
    assert japan["mentions"] == 6
    assert japan["origin"] == "reference"
    # partnerOf NATO of all three documents, concernedBy piracy, and its tie with itself
    assert japan["degree"] == 5
    everyone = [r[0] for r in wider.run(Find(Kind.ENTITY, ID)).rows]
    assert NIPPON not in everyone
    assert wider.run(Find(Kind.ENTITY, ID, Match("land sun"))).rows == [[JAPAN]]
    gone = Find(Kind.ENTITY, ID, Compare("id", Operator.EQ, NIPPON))
    assert wider.run(gone).rows == []
    merged = Find(Kind.ENTITY, ID, Compare("merged", Operator.CONTAINS, NIPPON))
    assert wider.run(merged).rows == [[JAPAN]]
    states = Find(Kind.ENTITY, ID, Compare("classes", Operator.CONTAINS, "State"))
    assert [r[0] for r in wider.run(states).rows] == sorted(
        id_ for id_ in everyone if "/p/" not in id_ and id_ in (JAPAN, KOREA, iri("france"))
    )
    wider.apply(Change(withdraw=(same(NIPPON, JAPAN).id,)))
    assert content(wider) == before


def test_evidence_stays_as_extracted(wider: Store) -> None:
    wider.apply(Change(judge=(same(NIPPON, JAPAN),)))
    told = third()
    assert wider.statements(told.document.id) == told
    assert wider.entities([NIPPON, JAPAN]).keys() == {NIPPON, JAPAN}
    assert wider.entities([NIPPON])[NIPPON].label == "Land of the Sun"
    ends = ("subject", "object", "extractedSubject", "extractedObject")
    (partner,) = (f for f in told.facts if f.predicate == "partnerOf")
    plan = Find(
        Kind.FACT, tuple(Field(name) for name in ends), Compare("id", Operator.EQ, partner.id)
    )
    ((subject, object_, *extracted),) = wider.run(plan).rows
    assert {subject, object_} == {JAPAN, NATO}
    assert extracted == [partner.subject, partner.object]
    (said,) = (e for e in told.evidence if e.said_by)
    speakers = Find(
        Kind.EVIDENCE,
        (Field("saidBy"), Nested(Link(LinkName.SPEAKERS), ID)),
        Compare("id", Operator.EQ, said.id),
    )
    assert wider.run(speakers).rows == [[[NIPPON], [[[JAPAN]], False]]]
    mentioned = Find(
        Kind.DOCUMENT,
        (Nested(Link(LinkName.MENTIONED), ID),),
        Compare("id", Operator.EQ, told.document.id),
    )
    assert wider.run(mentioned).rows == [[[[[JAPAN]], False]]]


def test_a_tie_with_itself_is_no_way_to_walk(wider: Store) -> None:
    """The fact that Japan is allied with itself is there, but nobody is its own neighbour."""
    wider.apply(Change(judge=(same(NIPPON, JAPAN),)))
    allied = Compare("predicate", Operator.EQ, "alliedWith")
    loops = Nested(Link(LinkName.EDGES), (Field("subject"), Field("object")), allied)
    facts = Nested(Link(LinkName.FACTS), (Field("predicate"),), allied)
    related = Nested(Link(LinkName.RELATED, ANY), ID)
    plan = Find(Kind.ENTITY, (loops, facts, related), Compare("id", Operator.EQ, JAPAN))
    ((edges, stated, (neighbours, _)),) = wider.run(plan).rows
    assert edges == [[[JAPAN, JAPAN]], False]
    assert stated == [[["alliedWith"]], False]
    assert [JAPAN] not in neighbours
    ((nodes, found),) = wider.run(
        Expand(JAPAN, ANY, 1, ID, (Field("subject"), Field("object")))
    ).rows
    assert [n for (n,) in nodes].count(JAPAN) == 1
    assert [JAPAN, JAPAN] not in found


def test_ids_merged_away_start_from_who_stands_for_them(wider: Store) -> None:
    wider.apply(Change(judge=(same(NIPPON, JAPAN),)))
    hop = (Hop(ANY),)
    assert wider.run(Traverse(NIPPON, hop, ID)) == wider.run(Traverse(JAPAN, hop, ID))
    key = (Field("key"),)
    assert wider.run(Expand((NIPPON, JAPAN), ANY, 1, ID, key)) == wider.run(
        Expand(JAPAN, ANY, 1, ID, key)
    )
    assert wider.run(Paths(NIPPON, KOREA, ANY, 3, ID, key)) == wider.run(
        Paths(JAPAN, KOREA, ANY, 3, ID, key)
    )
    assert wider.run(Paths(NIPPON, JAPAN, ANY, 3, ID, key)).rows == []
    assert wider.run(Common((NIPPON, JAPAN, SHIPS), ANY, ID)) == wider.run(
        Common((JAPAN, SHIPS), ANY, ID)
    )


@pytest.mark.parametrize("order", list(permutations(range(4))))
def test_judgements_in_any_order_give_the_same_view(store_url: str, order: tuple[int, ...]) -> None:
    """Before, between and after the documents; with one withdrawn again."""
    judged = [same(NIPPON, JAPAN), same(NIPPON, SHIPS), different(SHIPS, JAPAN)]
    stray = same(PIRACY, KOREA)
    changes = [
        Change(put=(first(), second())),
        Change(put=(third(),), judge=(stray,)),
        Change(judge=(judged[0], judged[2])),
        Change(judge=(judged[1],)),
    ]
    with open_store(store_url) as store:
        store.adopt(SCHEMA, [reference()])
        for change in changes:
            store.apply(change)
        store.apply(Change(withdraw=(stray.id,)))
        expected = content(store)
        everything = tuple(s.document.id for s in (first(), second(), third()))
        ids = (*(j.id for j in judged), stray.id)
        store.apply(Change(drop=everything, withdraw=ids))
        for index in order:
            store.apply(changes[index])
        store.apply(Change(withdraw=(stray.id,)))
        assert content(store) == expected


def test_different_outweighs_a_chain_of_same(wider: Store) -> None:
    wider.apply(Change(judge=(same(NIPPON, JAPAN), same(NIPPON, KOREA), different(JAPAN, KOREA))))
    ids = {r[0] for r in wider.run(Find(Kind.ENTITY, ID)).rows}
    assert {JAPAN, KOREA} <= ids


@pytest.mark.parametrize("newest_last", [True, False])
def test_of_two_judgements_on_a_pair_the_later_stands(wider: Store, newest_last: bool) -> None:
    old, new = (
        same(NIPPON, JAPAN, "2024-01-01T00:00:00Z"),
        different(JAPAN, NIPPON, "2024-02-01T00:00:00Z"),
    )
    for judgement in (old, new) if newest_last else (new, old):
        wider.apply(Change(judge=(judgement,)))
    assert wider.judgements() == (new,)
    assert row(wider, JAPAN)["merged"] == []


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_what_a_judgement_replaced_stands_again_when_it_is_withdrawn(
    wider: Store, order: tuple[int, ...]
) -> None:
    before = content(wider)
    first_, second_, third_ = (
        same(NIPPON, JAPAN, "2024-01-01T00:00:00Z"),
        different(JAPAN, NIPPON, "2024-02-01T00:00:00Z"),
        same(JAPAN, NIPPON, "2024-03-01T00:00:00Z"),
    )
    wider.apply(Change(judge=(first_,)))
    once = content(wider)
    wider.apply(Change(withdraw=(first_.id,)))
    for place in order:
        wider.apply(Change(judge=((first_, second_, third_)[place],)))
    assert wider.judgements() == (third_,)
    assert wider.judgements(replaced=True) == tuple(sorted((first_, second_, third_)))
    assert row(wider, JAPAN)["merged"] == [NIPPON]
    wider.apply(Change(withdraw=(third_.id,)))
    assert wider.judgements() == (second_,)
    assert row(wider, JAPAN)["merged"] == []
    wider.apply(Change(withdraw=(second_.id, second_.id)))
    wider.apply(Change(withdraw=(second_.id,)))
    assert content(wider) == once
    wider.apply(Change(judge=(second_,), withdraw=(first_.id,)))
    assert row(wider, JAPAN)["merged"] == []
    wider.apply(Change(withdraw=(second_.id,)))
    assert content(wider) == before


def test_a_judgement_on_who_is_not_stored_waits_for_them(world: Store) -> None:
    stranger = iri("stranger")
    world.apply(Change(judge=(same(NIPPON, stranger), same(stranger, JAPAN))))
    assert row(world, JAPAN)["merged"] == []
    world.apply(Change(put=(third(),)))
    assert row(world, JAPAN)["merged"] == [NIPPON]
    world.apply(Change(drop=(third().document.id,)))
    assert row(world, JAPAN)["merged"] == []


def test_who_stands_for_others_can_go(world: Store) -> None:
    """Of two provisional entities the first by id stands; when it goes, the other does."""
    low, high = sorted((SHIPS, PIRACY))
    told = Telling("Ministry of Ships, piracy.", "/news/third.txt")
    told.introduces("Organization", "Ministry of Ships")
    other = Telling("piracy and more of it", "/news/fourth.txt")
    other.introduces("Threat", "piracy")
    world.apply(Change(drop=(first().document.id, second().document.id),
                       put=(told.statements(), other.statements())))  # fmt: skip
    told_of = {SHIPS: told, PIRACY: other}
    world.apply(Change(judge=(same(SHIPS, PIRACY),)))
    assert row(world, low)["merged"] == [high]
    world.apply(Change(drop=(told_of[low].document.id,)))
    assert row(world, high)["merged"] == []


def test_nobody_is_judged_against_themselves(world: Store) -> None:
    before = content(world)
    with pytest.raises(UsageError, match="japan"):
        world.apply(Change(judge=(same(JAPAN, JAPAN),), drop=(first().document.id,)))
    assert content(world) == before


def test_an_id_that_was_merged_away_names_the_one_that_stands_for_it(wider: Store) -> None:
    wider.apply(Change(judge=(same(NIPPON, JAPAN),)))

    def found(kind: Kind, where: Condition) -> list[str]:
        key = Field("key" if kind is Kind.EDGE else "id")
        return [row[0] for row in wider.run(Find(kind, (key,), where, limit=1000)).rows]

    for named, meant in (
        ((NIPPON,), (JAPAN,)),
        ((NIPPON, NATO, "nobody"), (JAPAN, NATO)),
        (("nobody",), ()),
        ((), ()),
    ):
        for kind, names in (
            (Kind.ENTITY, ("id",)),
            (Kind.FACT, ("subject", "object")),
            (Kind.EDGE, ("subject", "object")),
        ):
            away = [Compare(name, Operator.NAMED, named) for name in names]
            own = [Compare(name, Operator.IN, meant) for name in names]
            for one, other in zip(away, own, strict=True):
                assert found(kind, one) == found(kind, other)
                assert found(kind, Not(one)) == found(kind, Not(other))
            assert found(kind, AnyOf(tuple(away))) == found(kind, AnyOf(tuple(own)))
        said = Link(LinkName.SPEAKERS)
        speaking = (
            Linked(said, Compare("id", operator, ids))
            for operator, ids in ((Operator.NAMED, named), (Operator.IN, meant))
        )
        assert found(Kind.EVIDENCE, next(speaking)) == found(Kind.EVIDENCE, next(speaking))
        for name, link in (("id", LinkName.RELATED), ("subject", LinkName.FACTS)):
            nested, plain = (
                Nested(Link(link, ANY), ID, Compare(name, operator, ids))
                for operator, ids in ((Operator.NAMED, named), (Operator.IN, meant))
            )
            ((rows,),) = wider.run(
                Find(Kind.ENTITY, (nested,), Compare("id", Operator.EQ, NATO))
            ).rows
            ((expected,),) = wider.run(
                Find(Kind.ENTITY, (plain,), Compare("id", Operator.EQ, NATO))
            ).rows
            assert rows == expected


def test_only_ids_of_merged_entities_are_named(world: Store) -> None:
    for kind, name in ((Kind.FACT, "id"), (Kind.FACT, "extractedSubject"), (Kind.ENTITY, "label")):
        with pytest.raises(UsageError, match="does not take 'named'"):
            world.run(Find(kind, ID, Compare(name, Operator.NAMED, (JAPAN,))))


def test_an_entity_leads_to_those_it_stands_for(wider: Store) -> None:
    wider.apply(Change(judge=(same(NIPPON, JAPAN),)))
    nested = Nested(Link(LinkName.MERGED), (Field("id"), Field("label")))
    plan = Find(Kind.ENTITY, (Field("id"), nested), Compare("id", Operator.IN, (JAPAN, NATO)))
    assert wider.run(plan).rows == [
        [JAPAN, [[[NIPPON, "Land of the Sun"]], False]],
        [NATO, [[], False]],
    ]
