"""The ontology's schema and reference statements, replaced as a whole."""

from __future__ import annotations

from dataclasses import replace

import pytest

from entente.errors import UsageError
from graph.plan import Compare, Field, Find, Kind, Operator
from graph.statements import DocumentKind, Entity, Origin
from graph.store import Change, Store
from tests.contract.content import content
from tests.contract.world import (
    ENTITIES,
    FRANCE,
    JAPAN,
    KOREA,
    NATO,
    SCHEMA,
    SECURITY,
    VILNIUS,
    Telling,
    first,
    reference,
    second,
)

SECOND = replace(SCHEMA, digest="second")


def test_a_store_has_no_schema_until_one_is_adopted(store: Store) -> None:
    assert store.schema() is None
    assert store.adopt(SCHEMA, [reference()])
    assert store.schema() == SCHEMA
    assert store.adopt(SECOND, [reference()])
    assert store.schema() == SECOND


def test_the_same_schema_is_adopted_once(world: Store) -> None:
    before = content(world)
    assert not world.adopt(SCHEMA, [])
    assert content(world) == before


def test_adopting_again_replaces_the_reference_alone(world: Store) -> None:
    smaller = Telling("id:france ent:partnerOf id:nato .", "world.ttl", kind=DocumentKind.REFERENCE)
    smaller.describes(*(replace(e, label=e.label.upper()) for e in ENTITIES))
    smaller.says(FRANCE, "partnerOf", NATO, "id:france ent:partnerOf id:nato .")
    assert world.adopt(SECOND, [smaller.statements()])
    assert list(world.documents(DocumentKind.REFERENCE)) == [smaller.document.id]
    assert world.statements(smaller.document.id) == smaller.statements()
    assert world.statements(first().document.id) == first()
    assert world.entities([JAPAN])[JAPAN].label == "JAPAN"
    of_france = Find(Kind.FACT, (Field("predicate"),), Compare("subject", Operator.EQ, FRANCE))
    assert world.run(of_france).rows == [["partnerOf"]]


def test_adopting_before_or_after_loading_is_the_same(store: Store) -> None:
    store.apply(Change(put=(first(), second())))
    assert store.adopt(SCHEMA, [reference()])
    after = content(store)
    store.apply(Change(drop=(first().document.id, second().document.id)))
    store.apply(Change(put=(second(),)))
    store.apply(Change(put=(first(),)))
    assert content(store) == after


def test_an_entity_the_ontology_drops_stays_while_it_is_used(world: Store) -> None:
    """Korea is mentioned and stated about, maritime security stated about; Vilnius was
    only the ontology's and an end of a fact; nobody else speaks of nothing."""
    kept = [e for e in ENTITIES if e.id in (JAPAN, FRANCE, NATO)]
    told = Telling("# nothing\n", "world.ttl", kind=DocumentKind.REFERENCE).describes(*kept)
    world.adopt(SECOND, [told.statements()])
    left = world.entities([KOREA, SECURITY, VILNIUS, FRANCE])
    assert left[KOREA] == Entity(KOREA, (), "South Korea", origin=Origin.REFERENCE)
    assert left[VILNIUS] == Entity(VILNIUS, (), "vilnius-summit", origin=Origin.REFERENCE)
    world.apply(Change(drop=(first().document.id, second().document.id)))
    assert sorted(world.entities([KOREA, SECURITY, VILNIUS, FRANCE])) == [FRANCE]


def test_classes_follow_the_schema(world: Store) -> None:
    plan = Find(Kind.ENTITY, (Field("id"),), Compare("classes", Operator.CONTAINS, "Actor"))
    actors = {row[0] for row in world.run(plan).rows}
    assert {JAPAN, KOREA, FRANCE, NATO} < actors
    flat = {**SCHEMA.superclasses, "State": ("State",)}
    world.adopt(replace(SECOND, superclasses=flat), [reference()])
    assert {row[0] for row in world.run(plan).rows} == actors - {JAPAN, KOREA, FRANCE}


@pytest.mark.parametrize(("publisher", "reliability"), [("Steady News", 0.9), ("Steady News", 0.4)])
def test_belief_follows_reliability(world: Store, publisher: str, reliability: float) -> None:
    world.adopt(replace(SECOND, reliability={publisher: reliability}), [reference()])
    plan = Find(Kind.FACT, (Field("belief"),), Compare("subject", Operator.EQ, KOREA))
    assert world.run(plan).rows == [[pytest.approx(0.8 * reliability)]]


def test_only_reference_documents_are_adopted(world: Store) -> None:
    before = content(world)
    with pytest.raises(UsageError, match=r"first\.txt"):
        world.adopt(SECOND, [first()])
    assert content(world) == before


def test_a_schema_that_derives_the_same_leaves_all_else_as_it_would_be(world: Store) -> None:
    """Only what the reference says now may differ: labels, an edge more and one less."""
    told = Telling("id:japan ent:partnerOf id:france .", "world.ttl", kind=DocumentKind.REFERENCE)
    told.describes(*(replace(e, label=e.label.upper()) for e in ENTITIES))
    told.says(JAPAN, "partnerOf", FRANCE, "id:japan ent:partnerOf id:france .")
    world.adopt(SECOND, [told.statements()])
    at_once = content(world)
    # Another reliability and back again: everything is derived anew.
    world.adopt(replace(SECOND, digest="third", default_reliability=0.1), [told.statements()])
    assert content(world) != at_once
    world.adopt(SECOND, [told.statements()])
    assert content(world) == at_once
