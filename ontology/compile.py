"""From Turtle files to the compiled ontology, checked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rdflib import DCTERMS, OWL, RDFS, BNode, URIRef

from entente.errors import OntologyError
from ontology.classes import read_classes
from ontology.cues import read_lexicon
from ontology.entities import check_predicates_used, read_entities
from ontology.facts import read_facts
from ontology.files import files_digest
from ontology.lexicon import Lexicon
from ontology.model import Ontology, SourceFile
from ontology.names import check_names
from ontology.predicates import read_predicates, read_properties, read_qualifiers
from ontology.problem import refuse
from ontology.reliability import read_default, read_grades, read_reliability
from ontology.shapes import shape_problems
from ontology.term import TermReader
from ontology.triples import Triples
from ontology.turtle import file_iri, parse
from ontology.vocabulary import ONTOLOGY


def compile_ontology(own: Sequence[SourceFile], core: Sequence[SourceFile] = ()) -> Ontology:
    """The model of what the files `own` say, with `core` if they import it.

    Raises `OntologyError` that names each offending term with its file, line
    and fix.
    """
    statements = [statement for file in own for statement in parse(file)]
    files = [*own]
    if not _holds_core(Triples(statements)):
        files = [*core, *own]
        statements = [statement for file in core for statement in parse(file)] + statements
    triples = Triples(statements)
    reader = TermReader(triples)
    terms = Ontology(
        files=tuple(replace(file, publisher=_publisher(triples, file)) for file in files),
        classes=read_classes(reader),
        predicates=read_predicates(reader),
        properties=read_properties(reader),
        qualifiers=read_qualifiers(reader),
        entities={},
        facts=(),
        lexicon=Lexicon(),
        reliability={},
        default_reliability=0.0,
        digest=files_digest(files),
    )
    check_names(reader)
    grades = read_grades(reader)
    check_predicates_used(reader)
    refuse(reader.problems)
    described = replace(
        terms,
        entities=read_entities(reader, terms.classes, terms.properties),
        default_reliability=read_default(reader, grades),
    )
    whole = replace(
        described,
        facts=read_facts(reader, described),
        reliability=read_reliability(reader, described.entities, grades),
    )
    refuse(reader.problems)
    refuse(shape_problems(triples))
    return replace(whole, lexicon=_lexicon(triples, whole))


def _holds_core(triples: Triples) -> bool:
    """Whether the core terms are among `triples`; if not, they must be imported."""
    if OWL.Ontology in triples.types(ONTOLOGY):
        return True
    if any(said.object == ONTOLOGY for _, said in triples.using(OWL.imports)):
        return False
    raise OntologyError(
        "the core terms are not in this folder, and none of its files imports them",
        hint="to extend the bundled ontology, write in one of the files: "
        f"<> <{OWL.imports}> <{ONTOLOGY}> .",
    )


def _publisher(triples: Triples, file: SourceFile) -> str | None:
    for subject, predicate in ((file_iri(file), DCTERMS.publisher), (ONTOLOGY, RDFS.label)):
        for said in triples.values(subject, predicate):
            return str(said.object)
    return None


def _lexicon(triples: Triples, terms: Ontology) -> Lexicon:
    try:
        return read_lexicon(triples.graph, terms.classes, terms.predicates, terms.qualifiers)
    except OntologyError as error:
        said = [x for node in (BNode, URIRef) for x in triples.said_of(node(error.term or ""))]
        if not said:
            raise
        raise OntologyError(
            f"{said[0].statement.place}: {error.message}", hint=error.hint, term=error.term
        ) from error
