"""One Turtle file, read into its top-level statements, each with its place.

rdflib reads the syntax; we only watch it take one statement after the other,
so that every triple knows the code points it was written at.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple, TypeAlias
from urllib.parse import quote

from rdflib import Graph, Literal, URIRef
from rdflib.plugins.parsers.notation3 import BadSyntax, RDFSink, SinkParser
from rdflib.term import Node

from entente.errors import OntologyError
from ontology.model import SourceFile
from ontology.vocabulary import FILE

Triple: TypeAlias = tuple[Node, Node, Node]


class Statement(NamedTuple):
    """One top-level statement: code points [start, end) of `file`, and what it says."""

    file: SourceFile
    start: int
    end: int
    triples: tuple[Triple, ...]

    @property
    def place(self) -> str:
        """File and line, as an editor opens them."""
        return place(self.file, self.start)


def place(file: SourceFile, offset: int) -> str:
    """`offset` of `file` as `name:line`.

    >>> place(SourceFile("a.ttl", "one\\ntwo"), 4)
    'a.ttl:2'
    """
    return f"{file.name}:{file.text.count(chr(10), 0, offset) + 1}"


def file_iri(file: SourceFile) -> URIRef:
    """What `<>` stands for in `file`: the same on every machine."""
    return FILE[quote(file.name)]


class _Sink(RDFSink):
    """Keeps the triples of the statement at hand, their literals as written."""

    def __init__(self, file: SourceFile) -> None:
        super().__init__(Graph())
        # Blank nodes are numbered within their file, the same at every reading.
        self.uuid = "".join(c if c.isalnum() else f"x{ord(c)}x" for c in file.name)
        self.pending: list[Triple] = []

    def newLiteral(self, s: str, dt: URIRef | None, lang: str | None) -> Literal:  # noqa: N802
        return Literal(s, datatype=dt, lang=None if dt else lang, normalize=False)

    def makeStatement(self, quadruple: Any, why: object = None) -> None:  # noqa: N802
        _, predicate, subject, object_ = quadruple
        self.pending.append(
            (
                self.normalise(None, subject),
                self.normalise(None, predicate),
                self.normalise(None, object_),
            )
        )


class _Parser(SinkParser):
    """Notes where each statement starts and ends."""

    def __init__(self, file: SourceFile) -> None:
        self.sink = _Sink(file)
        super().__init__(self.sink, baseURI=str(file_iri(file)), turtle=True)
        self.file = file
        self.at = 0
        self.statements: list[Statement] = []

    def directiveOrStatement(self, argstr: str, h: int) -> int:  # noqa: N802
        self.at = self.skipSpace(argstr, h)
        end: int = super().directiveOrStatement(argstr, h)
        if self.sink.pending and end >= 0:
            triples = tuple(self.sink.pending)
            self.statements.append(Statement(self.file, self.at, end, triples))
            self.sink.pending.clear()
        return end


def parse(file: SourceFile) -> list[Statement]:
    """The statements of `file` in order.

    Raises `OntologyError` with the line and the fix where the syntax is wrong.
    """
    parser = _Parser(file)
    try:
        parser.feed(file.text)
    except BadSyntax as error:
        # rdflib keeps the offset to itself; its own line number counts from the
        # start of a multi-line string instead of from the fault.
        raise _refusal(file, error._i, error._why, parser.at) from error  # noqa: SLF001
    except Exception as error:  # rdflib runs off the end of a text that stops too early
        reason = "the file ends, or something is missing, inside the statement that starts here"
        raise _refusal(file, parser.at, reason, parser.at) from error
    return parser.statements


_UNBOUND = re.compile(r'Prefix "(.*):" not bound')


def _refusal(file: SourceFile, at: int, reason: str, start: int) -> OntologyError:
    unbound = _UNBOUND.match(reason)
    if unbound:
        prefix = unbound[1]
        return OntologyError(
            f"{place(file, at)}: the prefix {prefix}: is used and not declared",
            hint=f"add '@prefix {prefix}: <…> .' to the head of the file, or correct the prefix",
        )
    line = next(iter(file.text[at:].splitlines()), "").strip()
    ended = "line" if file.text[at:].strip() else "file"
    found = f" at {line[:60]!r}" if line else f" at the end of the {ended}"
    return OntologyError(
        f"{place(file, at)}: Turtle syntax: {reason}{found}",
        hint="correct the syntax; often the '.' that ends the statement starting on line "
        f"{place(file, start).rpartition(':')[2]} or the one before it is missing, or a quote "
        "or bracket is not closed",
    )
