"""Facts that are affirmed in one place and denied in another, with both sides."""

from __future__ import annotations

from typing import Any

import orjson
import pytest
from click.testing import CliRunner

from entente.cli import main
from entente.errors import UsageError
from entente.settings import Settings
from graph.plan import Field, Find, Kind, Linked, Nested
from graph.plan.filters import alike
from graph.plan.following import Values
from graph.plan.operations import contradictions, side
from graph.statements import Judgement, Polarity, Status, Verdict
from graph.store import Change, Store
from ontology.load import load_ontology
from ontology.model import Ontology
from tests.contract.world import JAPAN, KOREA, NATO, Telling, second


@pytest.fixture(scope="module")
def ontology() -> Ontology:
    return load_ontology(Settings().ontology)


@pytest.fixture
def opposed(world: Store) -> Store:
    told = Telling("Japan may become an ally of NATO. Korea is not.", "/news/third.txt", "2024")
    told.says(JAPAN, "alliedWith", NATO, "Japan may become an ally of NATO", status=Status.POSSIBLE)
    told.says(KOREA, "alliedWith", NATO, "Korea is not", polarity=Polarity.DENIED)
    world.apply(Change(put=(told.statements(),)))
    return world


def found(store: Store, ontology: Ontology, limit: int = 20, **wanted: Any) -> list[list[Any]]:
    values = Values()
    quotes = (Field("quote"),)
    columns = (
        Field("predicate"),
        *(side(values, polarity, quotes, limit=limit) for polarity in Polarity),
    )
    return store.run(contradictions(ontology, values, columns, **wanted), values.given).rows


def test_a_fact_said_either_way_is_listed_with_both_sides(
    opposed: Store, ontology: Ontology
) -> None:
    row = [
        "alliedWith",
        [[["Japan may become an ally of NATO"]], False],
        [[["Japan is not an ally of NATO"]], False],
    ]
    assert found(opposed, ontology) == [row]
    assert found(opposed, ontology, about=JAPAN, predicates=("alliedWith",)) == [row]
    assert found(opposed, ontology, about=KOREA) == []
    assert found(opposed, ontology, predicates=("memberOf",)) == []
    assert found(opposed, ontology, limit=0)[0][1:] == [[[], True], [[], True]]


def test_a_contradiction_goes_with_either_side(opposed: Store, ontology: Ontology) -> None:
    opposed.apply(Change(drop=(second().document.id,)))
    assert found(opposed, ontology) == []


def test_facts_that_a_merge_makes_the_same_contradict_each_other(
    world: Store, ontology: Ontology, store_url: str
) -> None:
    """The ends of `alliedWith`, which has no direction, are the other way round in one fact."""
    text = "The Kingdom is an ally and a member of NATO. Japan is no member of NATO."
    told = Telling(text, "/news/third.txt")
    kingdom = told.introduces("State", "The Kingdom")
    told.says(kingdom, "alliedWith", NATO, "The Kingdom is an ally")
    told.says(kingdom, "memberOf", NATO, "The Kingdom is an ally and a member of NATO")
    told.says(JAPAN, "memberOf", NATO, "Japan is no member of NATO", polarity=Polarity.DENIED)
    world.apply(Change(put=(told.statements(),)))
    assert found(world, ontology) == []
    same = Judgement(kingdom, JAPAN, Verdict.SAME, "ann", "2024-01-01T00:00:00Z")
    world.apply(Change(judge=(same,)))
    assert sorted(found(world, ontology)) == [
        ["alliedWith", [[], False], [[["Japan is not an ally of NATO"]], False]],
        ["memberOf", [[], False], [[["Japan is no member of NATO"]], False]],
    ]
    shown = CliRunner().invoke(main, ["contradictions", "--store", store_url]).output
    assert "third.txt: “The Kingdom is an ally" in shown
    assert "second.txt: “Japan is not an ally" in shown
    ends = tuple(map(Field, ("extractedSubject", "extractedObject")))
    others = Find(
        Kind.FACT,
        (*ends, Field("predicate"), Nested(alike(ontology), ends)),
        Linked(alike(ontology)),
    )
    rows = world.run(others).rows
    allied, member = [JAPAN, NATO], [NATO, kingdom]
    assert sorted(row for row in rows if row[2] == "alliedWith") == sorted(
        [[*allied, "alliedWith", [[member], False]], [*member, "alliedWith", [[allied], False]]]
    )
    assert [row[2] for row in rows].count("memberOf") == 2
    world.apply(Change(withdraw=(same.id,)))
    assert found(world, ontology) == []
    assert world.run(others).rows == []


def test_a_predicate_that_is_none_is_refused(world: Store, ontology: Ontology) -> None:
    with pytest.raises(UsageError, match="alliedTo"):
        found(world, ontology, predicates=("alliedTo",))


def test_the_command_says_who_says_what(opposed: Store, store_url: str) -> None:
    arguments = ["contradictions", "--store", store_url]
    text = CliRunner().invoke(main, arguments)
    assert text.exit_code == 0
    assert text.output.startswith("1 contradictions\n\nJapan | alliedWith | NATO")
    assert "[possible] no publisher, 2024, third.txt: “Japan may become" in text.output
    assert "[negated] no publisher, undated, second.txt: “Japan is not" in text.output
    answer = orjson.loads(CliRunner().invoke(main, [*arguments, "--json"]).output)
    assert (answer["total"], answer["truncated"]) == (1, False)
    (one,) = answer["contradictions"]
    assert [e["document"]["name"] for e in one["denied"]["evidence"]] == ["second.txt"]
