"""Facts that are affirmed in one place and denied in another, with both sides."""

from __future__ import annotations

from typing import Any

import orjson
import pytest
from click.testing import CliRunner

from entente.cli import main
from entente.errors import UsageError
from entente.settings import Settings
from graph.plan import Field
from graph.plan.following import Values
from graph.plan.operations import contradictions, side
from graph.statements import Polarity, Status
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
