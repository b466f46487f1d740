"""The SHACL shapes: what entities and terms must look like, checked by pyshacl."""

from __future__ import annotations

from collections.abc import Iterator

import pyshacl
from pyshacl.errors import ReportableRuntimeError
from rdflib import RDF, SH, Graph
from rdflib.term import Node

from entente.errors import OntologyError
from ontology.problem import Problem
from ontology.triples import Triples
from ontology.turtle import Statement
from ontology.vocabulary import short


def shape_problems(triples: Triples) -> list[Problem]:
    """Where the ontology violates a shape in one of its own files.

    Results of severity sh:Info and sh:Warning are no problems.
    """
    shapes = Triples(s for s in triples.statements if _is_shape(s))
    if not shapes.statements:
        return []
    try:
        _, report, text = pyshacl.validate(triples.graph, shacl_graph=shapes.graph, inplace=True)
    except ReportableRuntimeError as error:
        raise _refusal(shapes, str(error)) from error
    if not isinstance(report, Graph):
        raise _refusal(shapes, text)
    return sorted(_problems(triples, report))


def _is_shape(statement: Statement) -> bool:
    return any(str(term).startswith(str(SH)) for triple in statement.triples for term in triple[1:])


def _refusal(shapes: Triples, reason: str) -> OntologyError:
    files = sorted({statement.file.name for statement in shapes.statements})
    return OntologyError(
        f"{', '.join(files)}: pyshacl cannot use the shapes: {' '.join(reason.split())[:400]}",
        hint="correct the shape that it names",
    )


def _problems(triples: Triples, report: Graph) -> Iterator[Problem]:
    for result in report.subjects(RDF.type, SH.ValidationResult):
        if report.value(result, SH.resultSeverity) != SH.Violation:
            continue
        focus = report.value(result, SH.focusNode)
        path = report.value(result, SH.resultPath)
        value = report.value(result, SH.value)
        message = report.value(result, SH.resultMessage)
        said = triples.said_of(focus) if focus is not None else []
        statement = next(
            (x.statement for x in said if x.predicate == path and value in (None, x.object)),
            said[0].statement if said else triples.statements[0],
        )
        yield triples.problem(
            focus or RDF.nil,
            f"violates a shape{_named(path, value)}",
            str(message or "see the shape"),
            statement,
        )


def _named(path: Node | None, value: Node | None) -> str:
    words = [short(node) for node in (path, value) if node is not None]
    return f" ({' '.join(words)[:120]})" if words else ""
