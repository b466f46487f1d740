"""The examples of docs/ontology.md load as they stand there, and do what the text says."""

from __future__ import annotations

from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from graph.reference import reference_statements
from ontology.files import BUNDLED
from ontology.load import load_ontology
from ontology.model import Ontology

GUIDE = BUNDLED.parent / "docs" / "ontology.md"


@pytest.fixture
def guided(tmp_path: Path) -> Ontology:
    """The bundled ontology with all Turtle of the guide as one file of another folder."""
    tokens = MarkdownIt().parse(GUIDE.read_text("utf-8"))
    blocks = [t.content for t in tokens if t.type == "fence" and t.info == "turtle"]
    assert len(blocks) > 10
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "guide.ttl").write_text("\n".join(blocks), "utf-8")
    return load_ontology(tmp_path / "own")


def test_examples_do_what_the_guide_says(guided: Ontology) -> None:
    guard = guided.classes["CoastGuard"]
    assert guard.superclasses == ("Actor", "CoastGuard", "Organization")
    assert guard.icon == guided.classes["Organization"].icon
    assert guided.predicates["trains"].range == ("State", "Organization")
    assert guided.qualifiers["under"].range == ("Agreement",)
    harbour = guided.entities["https://entente.example/id/harbour-guard"]
    assert harbour.properties == {"strength": ("12",)}
    assert harbour.alternative == ("HG", "Hafenwacht")
    assert guided.reliability["Hafenwacht"] == guided.reliability["HG"] == 0.85
    japan = guided.entities["https://entente.example/id/japan"]
    assert "Land of the Rising Sun" in japan.alternative
    assert japan.file.startswith("entente/reference/")


def test_facts_of_the_guide_have_their_sources(guided: Ontology) -> None:
    (statements,) = [
        x
        for x in reference_statements(guided)
        if x.document.locations[0].uri == "ontology/guide.ttl"
    ]
    assert statements.document.publisher == "Harbour desk"
    predicates = {fact.id: fact.predicate for fact in statements.facts}
    assert {(predicates[e.fact], e.source, e.time) for e in statements.evidence} == {
        ("broader", "Harbour Handbook, 2nd edition", None),
        ("about", "Harbour Handbook, 2nd edition", None),
        ("cooperatesWith", "https://example.org/alliance", None),
        ("trains", "https://example.org/training", "2023-04-04/.."),
    }
