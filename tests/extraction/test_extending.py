"""A synonym, a cue or an entity added to the Turtle changes what texts state, with no code."""

from __future__ import annotations

from pathlib import Path

import pytest

from entente.settings import Settings
from loaders.extraction.dependency import DependencyExtractor
from ontology.load import load_ontology
from tests.extraction.conftest import Reading, reading_with

HEAD = """
@prefix ent: <https://entente.example/ns#> .
@prefix lex: <https://entente.example/lexicon#> .
@prefix id: <https://entente.example/id/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<> owl:imports <https://entente.example/ns> .
"""
ADDED = [
    (
        'id:japan skos:altLabel "Land of the Rising Sun"@en .',
        "The Land of the Rising Sun supports Ukraine.",
        "Japan | supports | Ukraine",
    ),
    (
        '[] a lex:Cue ; lex:predicate ent:supports ; lex:verb "succour" .',
        "Japan succours Ukraine.",
        "Japan | supports | Ukraine",
    ),
    (
        'id:vanguardia a ent:Grouping ; skos:prefLabel "Vanguardia"@en .',
        "Japan joined Vanguardia.",
        "Japan | memberOf | Vanguardia",
    ),
]


@pytest.mark.parametrize(("turtle", "text", "fact"), ADDED)
def test_added_turtle_changes_what_is_read(
    read: Reading, tmp_path: Path, turtle: str, text: str, fact: str
) -> None:
    assert fact not in read(text).facts
    (tmp_path / "mine.ttl").write_text(HEAD + turtle, encoding="utf-8")
    extended = DependencyExtractor(load_ontology(tmp_path), Settings().model)
    assert fact in reading_with(extended)(text).facts
