"""SHACL shapes, ours and a maintainer's, refuse what violates them, with its line."""

from __future__ import annotations

import pytest

from ontology.files import BUNDLED
from tests.ontology.conftest import Compile, Refuse

SHAPES = (BUNDLED / "shapes.ttl").read_text("utf-8")

STATE = 'id:a a ent:State ; skos:prefLabel "A"@en'


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (f'\n{STATE} ; ent:alpha2 "abc" ; ent:alpha3 "ABC" .', "ent:alpha2 abc"),
        (f'\n{STATE} ; ent:alpha2 "AB" , "AC" ; ent:alpha3 "ABC" .', "ent:alpha2"),
        (f'\n{STATE} ; ent:alpha3 "ab1" .', "ent:alpha3 ab1"),
        (f'\n{STATE} ; ent:m49 "12" .', "ent:m49 12"),
        (f'\n{STATE} ; skos:altLabel " A " .', "skos:altLabel  A "),
        (f'\n{STATE} ; skos:hiddenLabel "A"@en .', "skos:prefLabel"),
        ('\nid:s a ent:Summit ; skos:prefLabel "S"@en .', "ent:startDate"),
        (f"\n{STATE} ; <http://purl.org/dc/terms/source> <urn:x> .", "dcterms:source <urn:x>"),
    ],
)
def test_violations_are_refused(refused: Refuse, text: str, words: str) -> None:
    error = refused(text, SHAPES)
    assert error.message.startswith("mine.ttl:2: id:")
    assert "violates a shape" in error.message
    assert words in error.message
    assert error.hint


def test_a_shape_of_ones_own(compiled: Compile, refused: Refuse) -> None:
    """A maintainer's shape counts; one that only warns refuses nothing."""
    shape = (
        "ent:Named a sh:NodeShape ; sh:targetClass ent:Person ; sh:property [ "
        'SEVERITY sh:path ent:website ; sh:minCount 1 ; sh:message "a person needs a site" ] .'
    )
    person = 'id:p a ent:Person ; skos:prefLabel "P"@en .'
    assert "a person needs a site" in str(refused(person, shape.replace("SEVERITY", "")))
    assert compiled(person, shape.replace("SEVERITY", "sh:severity sh:Warning ;")).entities


def test_shapes_that_pyshacl_cannot_use(refused: Refuse) -> None:
    error = refused(
        "ent:Bad a sh:NodeShape ; sh:targetClass ent:Person ; sh:property [ sh:minCount 1 ] ."
        ' id:p a ent:Person ; skos:prefLabel "P"@en .'
    )
    assert error.message.startswith("mine.ttl: pyshacl cannot use the shapes: ")
    assert error.hint
