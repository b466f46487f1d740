"""How far a fact is believed, by who says it where."""

from __future__ import annotations

from dataclasses import replace

import pytest

from graph.plan import Compare, Field, Find, Kind, Operator
from graph.statements import Fact, Location, Polarity, Statements
from graph.store import Change, Store
from tests.contract.world import JAPAN, NATO, SCHEMA, Telling, reference

FACT = Fact.of(JAPAN, "partnerOf", NATO, symmetric=True)
QUOTE = "Japan is a partner of NATO"


def told(number: int, publisher: str | None = None, *, denied: bool = False) -> Statements:
    telling = Telling(f"{QUOTE}, {number}. {QUOTE}.", f"/{number}.txt", publisher=publisher)
    polarity = Polarity.DENIED if denied else Polarity.AFFIRMED
    telling.says(JAPAN, "partnerOf", NATO, QUOTE, confidence=0.5, polarity=polarity)
    return telling.says(
        JAPAN, "partnerOf", NATO, f"{QUOTE}.", confidence=0.4, polarity=polarity
    ).statements()


@pytest.fixture
def empty(store: Store) -> Store:
    store.adopt(SCHEMA, [reference()])
    return store


def believed(store: Store) -> float:
    plan = Find(Kind.FACT, (Field("belief"),), Compare("id", Operator.EQ, FACT.id))
    ((belief,),) = store.run(plan).rows
    return float(belief)


def test_publishers_weigh_by_their_reliability_and_count_once(empty: Store) -> None:
    empty.apply(Change(put=(told(1, "Steady News"),)))
    assert believed(empty) == pytest.approx(0.5 * 0.9)
    empty.apply(Change(put=(told(2, "Steady News"),)))
    assert believed(empty) == pytest.approx(0.45)
    empty.apply(Change(put=(told(3, "Other News"),)))
    assert believed(empty) == pytest.approx(1 - 0.55 * 0.7)
    empty.apply(Change(put=(told(4, "Third News", denied=True),)))
    assert believed(empty) == pytest.approx((1 - 0.55 * 0.7) * 0.7)


def test_a_publisher_under_two_names_is_one_voice(store: Store) -> None:
    named = replace(SCHEMA, publishers={"SN": "Steady News"}, digest="named")
    store.adopt(named, [reference()])
    store.apply(Change(put=(told(1, "Steady News"), told(2, "SN"))))
    assert believed(store) == pytest.approx(0.5 * 0.9)
    assert store.schema() == named
    store.adopt(SCHEMA, [reference()])
    assert believed(store) == pytest.approx(1 - 0.55 * 0.7)


def test_documents_without_a_publisher_are_a_voice_each(empty: Store) -> None:
    empty.apply(Change(put=(told(1), told(2))))
    assert believed(empty) == pytest.approx(1 - 0.7 * 0.7)


def test_one_text_at_two_places_is_one_voice_whoever_reprints_it(empty: Store) -> None:
    here = told(1, "Other News")
    reprint = Location("/elsewhere.txt", publisher="Third News")
    document = replace(here.document, locations=(*here.document.locations, reprint))
    empty.apply(Change(put=(replace(here, document=document),)))
    assert believed(empty) == pytest.approx(0.5 * 0.6)
