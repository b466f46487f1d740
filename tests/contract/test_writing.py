"""What is written comes back as it was put, and goes when its document does."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest

from entente.errors import NotFound, UsageError
from graph.plan import Compare, Field, Find, Kind, Operator
from graph.registry import open_store
from graph.statements import (
    Document,
    DocumentId,
    DocumentKind,
    Entity,
    EntityId,
    Evidence,
    EvidenceKind,
    Fact,
    Location,
    Origin,
    Statements,
)
from graph.store import Change, Held, Store
from tests.contract.content import content
from tests.contract.world import (
    ENTITIES,
    FRANCE,
    JAPAN,
    KOREA,
    NATO,
    PIRACY,
    SCHEMA,
    SHIPS,
    Telling,
    first,
    reference,
    second,
)


def found(store: Store, kind: Kind, field: str, *values: str) -> list[list[object]]:
    return store.run(Find(kind, (Field("id"),), Compare(field, Operator.IN, values))).rows


@pytest.mark.parametrize("told", [first(), second()], ids=["first", "second"])
def test_statements_come_back_as_they_were_put(store: Store, told: Statements) -> None:
    store.adopt(SCHEMA, [reference()])
    store.apply(Change(put=(told,)))
    assert store.statements(told.document.id) == told
    assert store.document(told.document.id) == told.document
    assert store.statements(reference().document.id) == reference()


def test_every_attribute_comes_back(store: Store) -> None:
    told = Telling("Zoë\tsays: “Japan’s 🚢 sail.”\n", "/odd/päth name.md", "2023~", "Some One")
    told.says(
        JAPAN, "partnerOf", NATO, "Japan’s 🚢", kind=EvidenceKind.CURATED, context=((0, 3), (4, 8)),
        said_by=(NATO, JAPAN), time="2020/2021-05", confidence=0.123456789, extractor="hand",
        version="1", source="https://example.org/x", rule="none", premises=("a", "b"),
    )  # fmt: skip
    statements = told.statements()
    store.apply(Change(put=(statements,)))
    back = store.statements(statements.document.id)
    assert back == statements
    assert [tuple(span) for span in back.evidence[0].context] == [(0, 3), (4, 8)]
    assert back.evidence[0].confidence == 0.123456789


def test_putting_a_document_again_replaces_what_it_stated(world: Store) -> None:
    told = Telling(first().document.text, "/news/first.txt", "2023-07-02").names(JAPAN, "Japan")
    told.says(JAPAN, "partnerOf", NATO, "Japan is a partner of NATO")
    world.apply(Change(put=(told.statements(),)))
    assert world.statements(told.document.id) == told.statements()
    assert found(world, Kind.FACT, "subject", KOREA) == []


def test_a_put_twice_changes_nothing(world: Store) -> None:
    before = content(world)
    world.apply(Change(put=(first(),)))
    assert content(world) == before


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_removing_a_document_leaves_what_the_others_alone_would(
    store_url: str, order: tuple[int, ...]
) -> None:
    """A, B and C loaded in any order and C and then B removed is A alone."""
    third = Telling("Piracy worries the Ministry of Ships and Japan.", "/news/third.txt")
    third.introduces("Organization", "Ministry of Ships")
    third.says(JAPAN, "concernedBy", PIRACY, "Piracy worries the Ministry of Ships and Japan")
    told = [first(), second(), third.statements()]
    with open_store(store_url) as store:
        store.adopt(SCHEMA, [reference()])
        nothing = content(store)
        store.apply(Change(put=(told[0],)))
        alone = content(store)
        store.apply(Change(put=(told[1],)))
        both = content(store)
        store.apply(Change(drop=tuple(s.document.id for s in told)))
        assert content(store) == nothing
        for index in order:
            store.apply(Change(put=(told[index],)))
        store.apply(Change(drop=(told[2].document.id,)))
        assert content(store) == both
        store.apply(Change(drop=(told[1].document.id,)))
        assert content(store) == alone


def test_a_provisional_entity_goes_with_its_last_mention(world: Store) -> None:
    assert found(world, Kind.ENTITY, "id", SHIPS, PIRACY) == sorted([[SHIPS], [PIRACY]])
    world.apply(Change(drop=(first().document.id,)))
    assert found(world, Kind.ENTITY, "id", SHIPS, PIRACY) == sorted([[SHIPS], [PIRACY]])
    world.apply(Change(drop=(second().document.id,)))
    assert found(world, Kind.ENTITY, "id", SHIPS, PIRACY, JAPAN) == [[JAPAN]]


def test_a_fact_keeps_an_end_that_only_a_removed_document_named(store: Store) -> None:
    """It has no types and the end of its IRI for a label, until nothing refers to it."""
    other = Telling("It is concerned by piracy.", "/news/other.txt")
    other.says(JAPAN, "concernedBy", PIRACY, "concerned by piracy")
    store.adopt(SCHEMA, [reference()])
    store.apply(Change(put=(first(), other.statements())))
    assert store.entities([PIRACY])[PIRACY].label == "piracy"
    store.apply(Change(drop=(first().document.id,)))
    assert store.entities([PIRACY]) == {
        PIRACY: Entity(PIRACY, (), PIRACY.rpartition("/")[2], origin=Origin.PROVISIONAL)
    }
    store.apply(Change(drop=(other.document.id,)))
    assert store.entities([PIRACY]) == {}


def test_labels_of_a_provisional_entity_are_those_of_all_its_mentions(world: Store) -> None:
    assert world.entities([SHIPS])[SHIPS].labels == ("Ministry of Ships", "ministry")
    own = {e.id: e for e in world.statements(first().document.id).entities}
    assert own[SHIPS].labels == ("Ministry of Ships",)


def test_dropping_and_putting_a_document_puts_it(world: Store) -> None:
    before = content(world)
    world.apply(Change(put=(first(),), drop=(first().document.id,)))
    assert content(world) == before


def test_dropping_what_is_not_there_does_nothing(world: Store) -> None:
    before = content(world)
    world.apply(Change(drop=(DocumentId("0" * 24),)))
    assert content(world) == before


def test_the_same_text_at_two_locations_is_one_document(store: Store) -> None:
    told = first()
    places = (Location("/b/copy.txt", date="2023-06"), *told.document.locations)
    both = replace(told, document=replace(told.document, locations=places))
    store.apply(Change(put=(both,)))
    assert list(store.documents()) == [told.document.id]
    assert store.document(told.document.id).date == "2023-06"
    assert store.held() == {
        "/b/copy.txt": Held(told.document.id, "made by hand", None, None, "2023-06", None),
        "/news/first.txt": Held(
            told.document.id, "made by hand", "Partners of the alliance", "Steady News",
            "2023-07-01", None,
        ),
    }  # fmt: skip
    store.apply(Change(put=(told,)))
    assert list(store.held()) == ["/news/first.txt"]


def test_documents_are_listed_by_kind(world: Store) -> None:
    sources = sorted([first().document.id, second().document.id])
    assert list(world.documents(DocumentKind.SOURCE)) == sources
    assert list(world.documents(DocumentKind.REFERENCE)) == [reference().document.id]
    assert list(world.documents()) == sorted([*sources, reference().document.id])


def test_reference_files_are_no_location(world: Store) -> None:
    assert sorted(world.held()) == ["/news/first.txt", "/news/second.txt"]


def test_what_is_not_stored_is_not_found(world: Store) -> None:
    with pytest.raises(NotFound, match="0000"):
        world.statements(DocumentId("0000"))
    with pytest.raises(NotFound, match="0000"):
        world.document(DocumentId("0000"))
    assert world.entities([EntityId("https://nowhere.example/x")]) == {}


def _broken() -> dict[str, Statements]:
    told = Telling("Japan is here.", "/news/bad.txt")
    told.says(JAPAN, "partnerOf", NATO, "Japan is")
    good = told.statements()
    evidence = good.evidence[0]
    stray = Fact(FRANCE, "memberOf", NATO)
    nameless = Entity.provisional("Threat", "fog")

    def with_evidence(**changes: object) -> Statements:
        return replace(good, evidence=(replace(evidence, **changes),))

    return {
        "a quote that is not the text": with_evidence(quote="Nippon"),
        "a time that is none": with_evidence(time="next Tuesday"),
        "evidence of another document": with_evidence(document=DocumentId("other")),
        "evidence for a fact elsewhere": replace(good, facts=(stray,)),
        "a fact without evidence": replace(good, facts=(*good.facts, stray)),
        "a date that is none": replace(
            good, document=replace(good.document, locations=(Location("/x", date="soon"),))
        ),
        "an entity it does not mention": replace(good, entities=(nameless,)),
        "a reference entity": replace(good, entities=(ENTITIES[0],)),
        "a lone surrogate": Statements(Document("\ud800", locations=(Location("/x"),))),
    }


@pytest.mark.parametrize("what", sorted(_broken()))
def test_a_change_with_an_unsound_part_is_refused_whole(world: Store, what: str) -> None:
    before = content(world)
    with pytest.raises(UsageError):
        world.apply(Change(put=(Telling("Fine.", "/ok").statements(), _broken()[what]),
                           drop=(first().document.id,)))  # fmt: skip
    assert content(world) == before


def test_curated_evidence_outlives_re_extraction(world: Store) -> None:
    text = first().document.text
    curated = Telling(
        text, "/news/first.txt", "2023-07-01", "Steady News", "Partners of the alliance"
    )
    curated.says(
        KOREA, "memberOf", NATO, "South Korea, too", kind=EvidenceKind.CURATED, extractor="ann"
    )
    hand: Evidence = curated.statements().evidence[0]
    told = first()
    world.apply(
        Change(put=(replace(told, facts=told.facts + curated.statements().facts,
                            evidence=(*told.evidence, hand)),))
    )  # fmt: skip
    world.apply(Change(put=(told,)))
    back = world.statements(told.document.id)
    assert hand in back.evidence
    assert set(back.facts) == {*told.facts, *curated.statements().facts}
    world.apply(Change(put=(told,), drop=(told.document.id,)))
    assert world.statements(told.document.id) == told


def test_curated_evidence_follows_its_location_where_its_quote_still_stands(store: Store) -> None:
    told = Telling("Japan is here. NATO is there.", "/news/a.txt")
    told.says(JAPAN, "partnerOf", NATO, "Japan is here", kind=EvidenceKind.CURATED)
    told.says(KOREA, "partnerOf", NATO, "NATO is there", kind=EvidenceKind.CURATED)
    store.apply(Change(put=(told.statements(),)))
    new = Telling("Japan is here. NATO was there.", "/news/a.txt")
    store.apply(Change(put=(new.statements(),), drop=(told.document.id,)))
    back = store.statements(new.document.id)
    assert [e.quote for e in back.evidence] == ["Japan is here"]
    assert [e.document for e in back.evidence] == [new.document.id]
    assert back.facts == (Fact.of(JAPAN, "partnerOf", NATO, symmetric=True),)


def test_every_write_grows_the_revision(store: Store, store_url: str) -> None:
    """Also one by somebody else; reading and what is refused leave it as it is."""
    seen = [store.revision()]
    store.adopt(SCHEMA, [reference()])
    seen.append(store.revision())
    store.apply(Change(put=(first(),)))
    seen.append(store.revision())
    with open_store(store_url) as other:
        other.apply(Change(drop=(first().document.id,)))
        assert other.revision() == store.revision()
    seen.append(store.revision())
    assert seen == sorted(set(seen))
    content(store)
    store.adopt(SCHEMA, [reference()])
    assert store.revision() == seen[-1]
