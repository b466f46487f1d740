"""Provisional entities that are one by rule, whatever order their documents came in."""

from __future__ import annotations

import io
from dataclasses import replace
from itertools import permutations

import pytest

from graph.exchange import Selection, writer
from graph.plan import Expand, Field, Find, Kind
from graph.registry import open_store
from graph.statements import Entity, EntityId, Judgement, Statements, Verdict
from graph.store import Change, Store
from ontology.lexicon import Affix
from tests.contract.content import ANY, content
from tests.contract.world import JAPAN, PIRACY, SCHEMA, Telling, reference

AFFIXES = (
    Affix((), ("the",), ()),
    Affix(("Person",), ("president", "prime minister", "mr"), ("jr",), 2),
    Affix(("Organization",), (), ("ltd", "co")),
)
ALIKE = replace(SCHEMA, affixes=AFFIXES, digest="alike")


def entity(type_: str, name: str) -> EntityId:
    return Entity.provisional(type_, name).id


def telling(number: int, type_: str, *names: str) -> Statements:
    """A document that introduces one entity, which fears piracy."""
    told = Telling(f"{' aka '.join(names)} fears piracy ({number}).", f"/news/{number}.txt")
    piracy = told.introduces("Threat", "piracy")
    told.says(told.introduces(type_, *names), "concernedBy", piracy, "fears piracy")
    return told.statements()


def groups(store: Store) -> list[tuple[str, ...]]:
    """The labels of each provisional entity that readers see, but for piracy."""
    columns = (Field("id"), Field("origin"), Field("label"), Field("alternative"))
    rows = store.run(Find(Kind.ENTITY, columns, limit=1000)).rows
    return sorted(
        tuple(sorted((label, *alternative)))
        for id_, origin, label, alternative in rows
        if origin == "provisional" and id_ != PIRACY
    )


@pytest.fixture
def empty(store: Store) -> Store:
    store.adopt(ALIKE, [reference()])
    return store


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (  # titles and order of loading
            [("Person", "Fumio Sato"), ("Person", "Prime Minister Fumio Sato"),
             ("Person", "President Mr Fumio Sato Jr.")],
            [("Fumio Sato", "President Mr Fumio Sato Jr.", "Prime Minister Fumio Sato")],
        ),
        (  # a surname is many people's
            [("Person", "President Lee"), ("Person", "Mr Lee"), ("Person", "Lee")],
            [("Lee",), ("Mr Lee",), ("President Lee",)],
        ),
        (  # articles and legal forms
            [("Organization", "the Harbour Fund"), ("Organization", "Harbour Fund Co., Ltd.")],
            [("Harbour Fund Co., Ltd.", "the Harbour Fund")],
        ),
        (  # what one class drops, another keeps
            [("Organization", "President Hotel Group"), ("Organization", "Hotel Group")],
            [("Hotel Group",), ("President Hotel Group",)],
        ),
        (  # an acronym that a document gives with the name
            [("Organization", "Coast Defence Forces", "CDF"), ("Organization", "CDF")],
            [("CDF", "Coast Defence Forces")],
        ),
        (  # the acronym of two is nobody's
            [("Organization", "Coast Defence Forces", "CDF"), ("Organization", "CDF"),
             ("Organization", "Central Development Fund", "CDF")],
            [("CDF",), ("CDF", "Central Development Fund"), ("CDF", "Coast Defence Forces")],
        ),
        (  # another name is no acronym
            [("Organization", "Coast Defence Forces", "Navy"), ("Organization", "Navy")],
            [("Coast Defence Forces", "Navy"), ("Navy",)],
        ),
        (  # classes agree where one is the other's superclass
            [("Summit", "Harbour Talks"), ("Meeting", "the Harbour Talks")],
            [("Harbour Talks", "the Harbour Talks")],
        ),
        (  # and not where they differ
            [("Person", "Harbour Watch"), ("Organization", "Harbour Watch")],
            [("Harbour Watch",), ("Harbour Watch",)],
        ),
    ],
    ids=["titles", "surname", "legal", "class", "acronym", "two", "other name", "sub", "other"],
)  # fmt: skip
def test_names_tell_who_is_one(
    empty: Store, told: list[tuple[str, ...]], expected: list[tuple[str, ...]]
) -> None:
    for number, (type_, *names) in enumerate(told):
        empty.apply(Change(put=(telling(number, type_, *names),)))
    assert groups(empty) == expected


DOCUMENTS = (
    telling(0, "Organization", "Coast Defence Forces", "CDF"),
    telling(1, "Organization", "CDF"),
    telling(2, "Organization", "The Coast Defence Forces"),
    telling(3, "Organization", "Central Development Fund", "CDF"),
)


@pytest.mark.parametrize("order", list(permutations(range(4)))[::5])
def test_merges_go_with_their_documents(store_url: str, order: tuple[int, ...]) -> None:
    """A, B, C and D in any order, and then without D, C and B, is each time what is left alone."""
    with open_store(store_url) as store:
        store.adopt(ALIKE, [reference()])
        states = [content(store)]
        for told in DOCUMENTS:
            store.apply(Change(put=(told,)))
            states.append(content(store))
        assert groups(store)[0] == ("CDF",)
        store.apply(Change(drop=tuple(told.document.id for told in DOCUMENTS)))
        assert content(store) == states[0]
        for index in order:
            store.apply(Change(put=(DOCUMENTS[index],)))
        for number in (3, 2, 1, 0):
            assert content(store) == states[number + 1]
            store.apply(Change(drop=(DOCUMENTS[number].document.id,)))
        assert content(store) == states[0]


def test_facts_are_those_of_who_stands_for_all(empty: Store) -> None:
    empty.apply(Change(put=DOCUMENTS[:3]))
    ids = sorted(
        entity("Organization", name)
        for name in ("Coast Defence Forces", "CDF", "The Coast Defence Forces")
    )
    columns = (Field("id"), Field("merged"), Field("degree"))
    rows = [r for r in empty.run(Find(Kind.ENTITY, columns)).rows if r[0] in ids]
    assert rows == [[ids[0], ids[1:], 3]]
    plan = Expand(ids[2], ANY, 1, (Field("id"),), (Field("key"),))
    ((nodes, _),) = empty.run(plan).rows
    assert nodes == [[ids[0]], [PIRACY]]


def test_people_decide_over_the_rule(empty: Store) -> None:
    empty.apply(Change(put=DOCUMENTS[:2]))
    before = content(empty)
    left, right = entity("Organization", "CDF"), entity("Organization", "Coast Defence Forces")
    apart = Judgement(left, right, Verdict.DIFFERENT, "ann", "2024-01-01T00:00:00Z")
    empty.apply(Change(judge=(apart,)))
    assert groups(empty) == [("CDF",), ("CDF", "Coast Defence Forces")]
    empty.apply(Change(put=(DOCUMENTS[2],)))
    assert len(groups(empty)) == 2
    empty.apply(Change(drop=(DOCUMENTS[2].document.id,), withdraw=(apart.id,)))
    assert content(empty) == before


def test_a_judgement_joins_all_that_are_one_by_rule(empty: Store) -> None:
    same = Judgement(
        entity("Organization", "The Coast Defence Forces"), JAPAN, Verdict.SAME, "ann", "2024"
    )
    empty.apply(Change(judge=(same,)))
    empty.apply(Change(put=DOCUMENTS[:3]))
    assert groups(empty) == []
    rows = empty.run(Find(Kind.ENTITY, (Field("id"), Field("merged")))).rows
    assert len(dict(rows)[JAPAN]) == 3
    empty.apply(Change(withdraw=(same.id,)))
    assert len(groups(empty)) == 1


def test_other_affixes_make_other_merges(empty: Store) -> None:
    empty.apply(Change(put=DOCUMENTS[:3]))
    assert len(groups(empty)) == 1
    empty.adopt(replace(ALIKE, affixes=(), digest="other"), [reference()])
    assert len(groups(empty)) == 2
    empty.adopt(ALIKE, [reference()])
    assert len(groups(empty)) == 1


def test_exports_name_who_stands_for_all(empty: Store) -> None:
    empty.apply(Change(put=DOCUMENTS[:3]))
    selection = Selection(empty, {})
    ids = sorted(
        entity("Organization", name)
        for name in ("Coast Defence Forces", "CDF", "The Coast Defence Forces")
    )
    assert selection.canonical() == dict.fromkeys(ids[1:], ids[0])
    written = io.BytesIO()
    writer("turtle")(selection, written)
    text = written.getvalue().decode()
    assert ids[0].rpartition("/")[2] in text
    assert not any(id_.rpartition("/")[2] in text for id_ in ids[1:])
