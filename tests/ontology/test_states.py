"""States and capitals: what stands in the Turtle agrees with the libraries it comes from."""

from __future__ import annotations

from pathlib import Path

import pycountry
import pytest
from rdflib import RDF, Graph, URIRef
from rdflib.namespace import SKOS

from ontology.generate.country import countries
from ontology.generate.states import FOLDER, main, turtle
from ontology.vocabulary import ENT, ID


@pytest.fixture(scope="module")
def graph() -> Graph:
    graph = Graph()
    for name in turtle():
        graph.parse(FOLDER / name)
    return graph


@pytest.mark.parametrize("name", sorted(turtle()))
def test_file_equals_what_the_generator_writes(name: str) -> None:
    assert (FOLDER / name).read_text("utf-8") == turtle()[name]


def test_check_names_a_stale_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("ontology.generate.states.FOLDER", tmp_path)
    assert main(["--check"]) == 1
    assert "states.ttl" in capsys.readouterr().err
    assert main([]) == 0
    assert main(["--check"]) == 0


def test_codes_agree_with_iso_3166(graph: Graph) -> None:
    codes = {
        (str(alpha2), str(alpha3))
        for entity, alpha3 in graph.subject_objects(ENT.alpha3)
        for alpha2 in graph.objects(entity, ENT.alpha2)
    }
    iso = {(entry.alpha_2, entry.alpha_3) for entry in pycountry.countries}
    assert codes - iso == {("XK", "XKX")}
    assert iso <= codes


def test_m49_codes_are_those_of_iso_except_where_the_un_has_none(graph: Graph) -> None:
    for entity, alpha3 in graph.subject_objects(ENT.alpha3):
        entry = pycountry.countries.get(alpha_3=str(alpha3))
        expected = [] if entry is None or entry.alpha_2 == "TW" else [entry.numeric]
        assert [str(code) for code in graph.objects(entity, ENT.m49)] == expected


def test_every_state_has_a_capital_or_a_reason(graph: Graph) -> None:
    by_code = {str(code): entity for entity, code in graph.subject_objects(ENT.alpha3)}
    with_capital = {
        graph.value(statement, RDF.subject)
        for statement in graph.subjects(RDF.predicate, ENT.capital)
    }
    for country in countries():
        assert (country.capital is None) == (country.no_capital is not None)
        assert (by_code[country.alpha3] in with_capital) == (country.capital is not None)


@pytest.mark.parametrize(
    ("state", "label"),
    [
        ("kazakhstan", "Astana"),
        ("north-macedonia", "Macedonia"),
        ("south-korea", "Korea"),
        ("united-states", "America"),
        ("netherlands", "The Hague"),
    ],
)
def test_weak_names_are_hidden(graph: Graph, state: str, label: str) -> None:
    hidden = {str(name) for name in graph.objects(ID[state], SKOS.hiddenLabel)}
    visible = {str(name) for name in graph.objects(ID[state], SKOS.altLabel)}
    assert label in hidden
    assert label not in visible


@pytest.mark.parametrize(
    "odd", ["ME", "Island", "Nihon", "Korea, Republic of", "Republic of Macedonia"]
)
def test_odd_names_of_the_libraries_are_gone(graph: Graph, odd: str) -> None:
    visible = {str(name) for name in graph.objects(None, SKOS.altLabel)}
    visible |= {str(name) for name in graph.objects(None, SKOS.prefLabel)}
    assert odd not in visible


def test_no_demonym_stands_for_two_states(graph: Graph) -> None:
    owners: dict[str, set[URIRef]] = {}
    for entity, demonym in graph.subject_objects(ENT.demonym):
        assert isinstance(entity, URIRef)
        owners.setdefault(str(demonym), set()).add(entity)
    assert {name: who for name, who in owners.items() if len(who) > 1} == {}
