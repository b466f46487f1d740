"""RDF back in: a dataset that `export --all` wrote becomes the same statements."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import orjson
from pyoxigraph import DefaultGraph, NamedNode, Quad

from entente.errors import InputError
from graph.exchange.terms import DC, JUDGEMENTS, OA, RDF, REVIEWS, SKOS, TYPE, last_part, st
from graph.review import Review
from graph.statements import (
    Block,
    BlockKind,
    Document,
    DocumentKind,
    Entity,
    EntityId,
    Evidence,
    EvidenceKind,
    Fact,
    FactId,
    Judgement,
    Location,
    Mention,
    Origin,
    Polarity,
    Qualifier,
    Refused,
    Span,
    Statements,
    Status,
    Verdict,
)

HINT = "load a file that 'entente export --all' wrote, unchanged"


@dataclass(frozen=True, slots=True)
class Dataset:
    """What a file holds: each document's statements, judgements, and what waits for review."""

    statements: tuple[Statements, ...]
    judgements: tuple[Judgement, ...]
    reviews: tuple[Review, ...] = ()


class Description:
    """The triples of one subject in one graph."""

    def __init__(self, node: str) -> None:
        self.node = node
        self.values: dict[str, list[Any]] = defaultdict(list)

    def texts(self, name: str) -> list[str]:
        """The values of a term, in code point order."""
        return sorted(value.value for value in self.values.get(name, ()))

    def text(self, name: str, default: str | None = None) -> str:
        """The one value of a term. Raises `InputError` if there is none and no default."""
        found = self.texts(name)
        if found:
            return found[0]
        if default is None:
            raise InputError(f"{self.node} has no {last_part(NamedNode(name))}", hint=HINT)
        return default

    def maybe(self, name: str) -> str | None:
        return self.text(name, "") or None

    def json(self, name: str) -> list[Any]:
        value: list[Any] = orjson.loads(self.text(name, "[]"))
        return value

    def is_a(self, name: str) -> bool:
        return name in self.texts(TYPE.value)


def _own(name: str) -> str:
    return str(st(name).value)


def read_dataset(quads: Iterable[Quad]) -> Dataset:
    """The statements and judgements in `quads`. Raises `InputError` for what is not ours."""
    graphs: dict[str, dict[str, Description]] = defaultdict(dict)
    for quad in quads:
        if isinstance(quad.graph_name, DefaultGraph):
            continue  # derived: the asserted facts of the named graphs
        subject = str(getattr(quad.subject, "value", quad.subject))
        graph = graphs[str(quad.graph_name.value)]
        description = graph.setdefault(subject, Description(subject))
        description.values[quad.predicate.value].append(quad.object)
    judgements = graphs.pop(JUDGEMENTS.value, {})
    reviews = graphs.pop(REVIEWS.value, {})
    if not graphs and not judgements and not reviews:
        raise InputError("no document graphs in the dataset", hint=HINT)
    try:
        return Dataset(
            tuple(_statements(graph, nodes) for graph, nodes in sorted(graphs.items())),
            tuple(sorted(_judgement(node) for node in judgements.values())),
            tuple(
                Review.from_json(orjson.loads(node.text(_own("review"))))
                for _, node in sorted(reviews.items())
            ),
        )
    except (ValueError, KeyError, TypeError) as error:
        raise InputError(f"the dataset is not whole: {error}", hint=HINT) from error


def _statements(graph: str, nodes: dict[str, Description]) -> Statements:
    if graph not in nodes:
        raise InputError(f"graph {graph} does not describe its document", hint=HINT)
    document = _document(nodes[graph], nodes)
    facts = {
        FactId(last_part(NamedNode(d.node))): Fact(
            EntityId(d.text(RDF + "subject")),
            last_part(NamedNode(d.text(RDF + "predicate"))),
            EntityId(d.text(RDF + "object")),
        )
        for d in nodes.values()
        if d.is_a(RDF + "Statement")
    }
    statements = Statements(
        document,
        tuple(_entity(d) for d in nodes.values() if _own("origin") in d.values),
        tuple(_mention(d) for d in nodes.values() if d.is_a(_own("Mention"))),
        tuple(facts.values()),
        tuple(_evidence(d, document) for d in nodes.values() if d.is_a(_own("Evidence"))),
        tuple(Refused.of(each) for each in nodes[graph].json(_own("refused"))),
    )
    _prove(graph, facts, statements)
    return statements


def _prove(graph: str, facts: dict[FactId, Fact], statements: Statements) -> None:
    """Ids are hashes: a file that was changed by hand is found out here."""
    if last_part(NamedNode(graph)) != statements.document.id:
        raise InputError(f"the text of {graph} is not the one its id was made of", hint=HINT)
    for id_, fact in facts.items():
        if fact.id != id_:
            raise InputError(f"fact {id_} does not say what its id was made of", hint=HINT)
    for evidence in statements.evidence:
        text = statements.document.text
        if text[evidence.start : evidence.end] != evidence.quote or evidence.fact not in facts:
            raise InputError(f"evidence {evidence.id} does not quote its document", hint=HINT)


def _document(node: Description, nodes: dict[str, Description]) -> Document:
    return Document(
        node.text(_own("text")),
        DocumentKind(node.text(_own("documentKind"))),
        tuple(_location(nodes[uri]) for uri in node.texts(_own("location"))),
        tuple(Block(s, e, BlockKind(k), level) for s, e, k, level in node.json(_own("blocks"))),
        node.text(DC + "format"),
        node.text(DC + "language"),
        node.maybe(_own("inferredDate")),
        node.text(_own("extraction"), ""),
    )


def _location(node: Description) -> Location:
    return Location(
        node.text(_own("uri")),
        node.maybe(DC + "title"),
        node.maybe(DC + "publisher"),
        node.maybe(DC + "date"),
        node.maybe(DC + "source"),
    )


def _entity(node: Description) -> Entity:
    labels = {SKOS + "prefLabel", SKOS + "altLabel", SKOS + "hiddenLabel"}
    properties = {
        last_part(NamedNode(name)): tuple(node.texts(name))
        for name in sorted(node.values)
        if name not in labels and name not in (TYPE.value, _own("origin"))
    }
    return Entity(
        EntityId(node.node),
        tuple(sorted(last_part(NamedNode(type_)) for type_ in node.texts(TYPE.value))),
        node.text(SKOS + "prefLabel"),
        tuple(node.texts(SKOS + "altLabel")),
        tuple(node.texts(SKOS + "hiddenLabel")),
        Origin(node.text(_own("origin"))),
        properties,
    )


def _mention(node: Description) -> Mention:
    return Mention(
        EntityId(node.text(_own("entity"))),
        node.text(_own("name")),
        int(node.text(_own("start"))),
        int(node.text(_own("count"))),
    )


def _evidence(node: Description, document: Document) -> Evidence:
    speakers = node.json(_own("speakers")) or node.texts(_own("saidBy"))
    return Evidence(
        fact=FactId(last_part(NamedNode(node.text(_own("fact"))))),
        document=document.id,
        kind=EvidenceKind(node.text(_own("kind"))),
        start=int(node.text(OA + "start")),
        end=int(node.text(OA + "end")),
        quote=node.text(OA + "exact"),
        context=tuple(Span(*span) for span in node.json(_own("context"))),
        polarity=Polarity(node.text(_own("polarity"))),
        status=Status(node.text(_own("status"))),
        said_by=tuple(EntityId(speaker) for speaker in speakers),
        time=node.maybe(_own("time")),
        qualifiers=tuple(Qualifier(*q) for q in node.json(_own("qualifiers"))),
        confidence=float(node.text(_own("confidence"))),
        extractor=node.text(_own("extractor"), ""),
        version=node.text(_own("version"), ""),
        source=node.maybe(DC + "source"),
        rule=node.maybe(_own("rule")),
        premises=tuple(FactId(premise) for premise in node.json(_own("premises"))),
    )


def _judgement(node: Description) -> Judgement:
    verdict = Verdict(node.text(_own("verdict")))
    left = node.text(_own("left"))
    return Judgement(
        EntityId(last_part(NamedNode(left)) if verdict is Verdict.RETRACTED else left),
        EntityId(node.text(_own("right"), "")),
        verdict,
        node.text(_own("by")),
        node.text(_own("when")),
        node.text(_own("note"), ""),
    )
