"""The ontology as statements: quotes are the Turtle's own lines, whatever machine read them."""

from __future__ import annotations

from pathlib import Path

from graph.reference import UNVERIFIED, reference_statements, schema_of
from graph.statements import DocumentKind, EvidenceKind, Modality, Qualifier, interval
from ontology.literal import is_edtf
from ontology.load import load_ontology
from tests.ontology.conftest import Compile

ENTITIES = (
    'id:b a ent:State ; skos:prefLabel "B"@en ; ent:alliedWith id:a .\n'
    'id:a a ent:State ; skos:prefLabel "A"@en ; skos:altLabel "Aa"@en ; skos:hiddenLabel "a" ;\n'
    '  ent:alpha3 "AAA" ; <http://purl.org/dc/terms/source> <https://example.org/a> ;\n'
    "  ent:cooperatesWith id:b .\n"
)
FACT = (
    "[] a rdf:Statement ; rdf:subject id:b ; rdf:predicate ent:alliedWith ; rdf:object id:a ;\n"
    '  ent:time "1949-04-04/.." ; ent:with id:b ; ent:kind "treaty" .\n'
)


def test_statements_of_the_files(compiled: Compile) -> None:
    ontology = compiled(ENTITIES, FACT, "# nothing\n")
    first, second = reference_statements(ontology)
    assert [x.document.kind for x in (first, second)] == [DocumentKind.REFERENCE] * 2
    assert [x.document.locations[0].uri for x in (first, second)] == [
        "ontology/mine.ttl",
        "ontology/more/second.ttl",
    ]
    assert [(e.id[-4:], e.label, e.labels, e.hidden) for e in first.entities] == [
        ("id/a", "A", ("A", "Aa"), ("a",)),
        ("id/b", "B", ("B",), ()),
    ]
    assert first.entities[0].properties == {"alpha3": ("AAA",)}
    assert [(f.subject[-1], f.predicate, f.object[-1]) for f in first.facts] == [
        ("a", "alliedWith", "b"),
        ("a", "cooperatesWith", "b"),
    ]
    assert second.facts == first.facts[:1], "a symmetric fact is one fact, whichever way written"


def test_who_is_party_to_an_agreement_is_so_since_it_started(compiled: Compile) -> None:
    ontology = compiled(
        'id:pact a ent:Agreement ; skos:prefLabel "Pact"@en ; ent:startDate "2024-06-13" .\n'
        'id:deal a ent:Agreement ; skos:prefLabel "Deal"@en .\n'
        'id:a a ent:State ; skos:prefLabel "A"@en ; ent:partyTo id:pact, id:deal .\n'
        "[] a rdf:Statement ; rdf:subject id:a ; rdf:predicate ent:partyTo ; rdf:object id:pact ;\n"
        '  ent:time "2025/.." .\n'
    )
    assert {(f.object[-4:], f.time) for f in ontology.facts} == {
        ("pact", "2024-06-13/.."),
        ("pact", "2025/.."),
        ("deal", None),
    }


def test_evidence_quotes_its_lines(compiled: Compile) -> None:
    ontology = compiled(ENTITIES, FACT)
    first, second = reference_statements(ontology)
    for statements in (first, second):
        for evidence in statements.evidence:
            text = statements.document.text
            assert evidence.document == statements.document.id
            assert evidence.quote == text[evidence.start : evidence.end]
            assert evidence.kind is EvidenceKind.REFERENCE
            assert evidence.modality is Modality.ASSERTED
    plain, sourced = first.evidence
    assert plain.quote == ENTITIES.splitlines()[0]
    assert (plain.source, plain.confidence) == (None, UNVERIFIED)
    assert (sourced.source, sourced.confidence) == ("https://example.org/a", 1.0)
    (timed,) = second.evidence
    assert timed.quote == FACT.strip()
    assert timed.time == "1949-04-04/.."
    assert timed.qualifiers == (
        Qualifier("kind", "treaty", is_entity=False),
        Qualifier("with", "https://entente.example/id/b", is_entity=True),
    )


def test_files_with_one_text_are_one_document(compiled: Compile) -> None:
    (statements,) = reference_statements(
        compiled(
            ENTITIES.replace(" ;\n  ent:alpha3", " ;\n ent:alpha3"),
            "",
            ENTITIES.replace(" ;\n  ent:alpha3", " ;\n ent:alpha3"),
        )
    )
    assert [x.uri for x in statements.document.locations] == [
        "ontology/mine.ttl",
        "ontology/third.ttl",
    ]
    assert len(statements.entities) == len(statements.facts) == 2


def test_publisher_of_a_file(compiled: Compile) -> None:
    """What our own files say is weighed by the grade the ontology gives itself."""
    named = '<> <http://purl.org/dc/terms/publisher> "Our desk" . ' + FACT
    ontology = compiled(ENTITIES, named)
    first, second = reference_statements(ontology)
    assert second.document.publisher == "Our desk"
    schema = schema_of(ontology)
    assert first.document.publisher is not None
    assert schema.reliability[first.document.publisher] == 0.95
    assert schema.default_reliability == 0.6


def test_schema_of_the_bundled_ontology() -> None:
    ontology = load_ontology()
    schema = schema_of(ontology)
    assert schema.digest == ontology.digest
    assert schema.superclasses["Summit"] == ("Event", "Summit")
    assert set(schema.predicates) == set(ontology.predicates)
    assert "partnerOf" in schema.symmetric
    assert "memberOf" not in schema.symmetric
    assert set(schema.indexed) <= set(ontology.properties)


def test_bundled_statements_are_sound() -> None:
    """Each entity once, each fact between described entities, every quote exact."""
    ontology = load_ontology()
    statements = reference_statements(ontology)
    described = [entity.id for x in statements for entity in x.entities]
    assert len(described) == len(set(described)) == len(ontology.entities)
    assert sum(len(x.evidence) for x in statements) <= len(ontology.facts)
    for x in statements:
        assert not Path(x.document.locations[0].uri).is_absolute()
        for evidence in x.evidence:
            assert evidence.quote == x.document.text[evidence.start : evidence.end]
            interval(evidence.time)
        for fact in x.facts:
            assert {fact.subject, fact.object} <= set(described)


def test_dates_that_the_ontology_takes_are_dates_to_the_graph() -> None:
    """Two readings of EDTF in two layers must not drift apart."""
    for text in (
        "2023",
        "2023-04/..",
        "../2023",
        "2023-07-11/2023-07-12",
        "2022~",
        "202X",
        "/2020",
    ):
        assert is_edtf(text), text
        start, end = interval(text)
        assert start < end
    for text in ("", "soon", "2023-13", "2023-02-29", "2023/2021", "Y170000002"):
        assert not is_edtf(text), text
