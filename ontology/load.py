"""From a folder of Turtle to the compiled ontology."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from rdflib import DCTERMS, OWL, RDFS

import ontology.lexicon
from entente.errors import OntologyError
from ontology.classes import read_classes
from ontology.entities import check_predicates_used, read_entities
from ontology.facts import FactReader
from ontology.files import BUNDLED, BUNDLED_PREFIX, files_digest, read_folder
from ontology.lexicon import Lexicon
from ontology.model import Ontology, SourceFile
from ontology.names import check_names
from ontology.predicates import read_predicates, read_properties, read_qualifiers
from ontology.problem import refuse
from ontology.reliability import read_default, read_grades, read_reliability
from ontology.term import TermReader
from ontology.triples import Triples
from ontology.turtle import Statement, file_iri, parse
from ontology.vocabulary import ONTOLOGY


def load_ontology(folder: Path = BUNDLED) -> Ontology:
    """The ontology in the Turtle files below `folder`.

    A folder that only extends the bundled ontology says so in one of its
    files: `<> owl:imports <https://entente.example/ns> .` Raises
    `OntologyError` that names each offending term with its file, line and fix.
    """
    files, statements = _read(folder)
    return compile_ontology(files, statements)


def _read(folder: Path) -> tuple[list[SourceFile], list[Statement]]:
    files = read_folder(folder)
    statements = [statement for file in files for statement in parse(file)]
    triples = Triples(statements)
    if OWL.Ontology in triples.types(ONTOLOGY):
        return files, statements
    if not any(said.object == ONTOLOGY for _, said in triples.using(OWL.imports)):
        raise OntologyError(
            f"{folder}: the core terms are not in this folder",
            hint="to extend the bundled ontology, write in one of the files: "
            f"<> <{OWL.imports}> <{ONTOLOGY}> .",
        )
    bundled = read_folder(BUNDLED, BUNDLED_PREFIX)
    return (
        bundled + files,
        [statement for file in bundled for statement in parse(file)] + statements,
    )


def compile_ontology(files: list[SourceFile], statements: list[Statement]) -> Ontology:
    """The model of what `statements` of `files` say, or an `OntologyError`."""
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
        facts=FactReader(reader, described).read(),
        reliability=read_reliability(reader, described.entities, grades),
    )
    refuse(reader.problems)
    return replace(whole, lexicon=_lexicon(triples, whole))


def _publisher(triples: Triples, file: SourceFile) -> str | None:
    for subject, predicate in ((file_iri(file), DCTERMS.publisher), (ONTOLOGY, RDFS.label)):
        for said in triples.values(subject, predicate):
            return str(said.object)
    return None


def _lexicon(triples: Triples, terms: Ontology) -> Lexicon:
    compile_lexicon = getattr(ontology.lexicon, "compile_lexicon", None)
    if compile_lexicon is None:
        return Lexicon()
    lexicon: Lexicon = compile_lexicon(
        triples.graph, terms.classes, terms.predicates, terms.qualifiers
    )
    return lexicon


__all__ = ["BUNDLED", "compile_ontology", "load_ontology"]
