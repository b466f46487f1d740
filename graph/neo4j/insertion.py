"""What a change adds, written by one statement that tells nodes by their places in lists.

To look a node up by its id takes as long as to write a property or two, and most of what is
written are relationships between a few nodes. So each node is looked up or made once, and
told by its number from there on.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from graph.neo4j.connection import Writing
from graph.neo4j.names import quoted, upper
from graph.neo4j.records import (
    EVIDENCE_NODE,
    description,
    document_properties,
    evidence_node,
    literal_qualifiers,
)
from graph.neo4j.removal import Touched
from graph.rulings import Rulings
from graph.statements import Mention, Statements

FACT_NODE = (
    *("id", "name", "predicate", "extractedSubject", "extractedObject"),
    *("subject", "object", "modalities", "belief", "evidenceCount", "known", "edges"),
)
"""The properties of a fact's node, in the order of rows."""
EDGE = ("key", "fact", "predicate", "modality", "belief", "from", "to", "known")
"""Those of a traversal relationship; in rows they follow its ends and its type."""


def _map(names: Iterable[str], start: int) -> str:
    """A literal map of the values of a row from `start` on."""
    pairs = (f"{quoted(name)}: row[{n}]" for n, name in enumerate(names, start))
    return f"{{{', '.join(pairs)}}}"


def _found(name: str, label: str) -> str:
    return (
        f" CALL () {{ UNWIND range(0, size(${name}) - 1) AS n"
        f" MATCH (x:{label} {{id: ${name}[n]}}) USING INDEX x:{label}(id)"
        f" WITH n, x ORDER BY n RETURN collect(x) AS {name} }}"
    )


def _made(name: str, made: str, scope: str = "") -> str:
    return (
        f" CALL ({scope}) {{ UNWIND range(0, size(${name}) - 1) AS n WITH *, ${name}[n] AS row"
        f" {made} WITH n, x ORDER BY n RETURN collect(x) AS {name} }}"
    )


def _tied(name: str, made: str, start: str, end: str) -> str:
    """For each row, a relationship from the place that it begins with to its second."""
    return (
        f" CALL ({start}, {end}) {{ UNWIND ${name} AS row"
        f" WITH row, {start}[row[0]] AS s, {end}[row[1]] AS o CREATE (s)-[{made}]->(o) }}"
    )


_INSERT = (
    _found("entities", "Entity")
    + _found("known", "Fact")
    + _made("documents", "CREATE (x:Document) SET x += row")
    + _made("fresh", f"CREATE (x:Fact {_map(FACT_NODE, 0)})")
    + " WITH entities, documents, fresh + known AS facts"
    + _tied("describes", ":DESCRIBES {description: row[2]}", "documents", "entities")
    + _tied(
        "mentions",
        ":MENTIONS {names: row[2], starts: row[3], counts: row[4]}",
        "documents",
        "entities",
    )
    + " CALL (facts, documents) { UNWIND range(0, size($evidence) - 1) AS n"
    " WITH *, $evidence[n] AS row WITH n, row, facts[row[0]] AS f, documents[row[1]] AS d"
    f" CREATE (f)<-[:FOR]-(x:Evidence {_map(EVIDENCE_NODE, 2)})-[:IN]->(d)"
    " WITH n, x ORDER BY n RETURN collect(x) AS evidence }"
    + " CALL (evidence) { UNWIND $more AS row WITH row, evidence[row[0]] AS e SET e += row[1] }"
    + _tied("said", ":SAID_BY {position: row[2]}", "evidence", "entities")
    + _tied("qualified", ":$(row[2])", "evidence", "entities")
    + " CALL (entities) { UNWIND $edges AS row"
    " WITH row, entities[row[0]] AS s, entities[row[1]] AS o"
    f" CREATE (s)-[:$(row[2]) {_map(EDGE, 3)}]->(o) }}" + " FINISH"
)


def named(statements: Statements) -> set[str]:
    """The entities that `statements` refer to."""
    ids: set[str] = {entity.id for entity in statements.entities}
    ids.update(mention.entity for mention in statements.mentions)
    for fact in statements.facts:
        ids.update((fact.subject, fact.object))
    for evidence in statements.evidence:
        ids.update(evidence.said_by)
        ids.update(q.value for q in evidence.qualifiers if q.is_entity)
    return ids


class _Places(dict[str, int]):
    """Numbers ids in the order in which they are asked for."""

    def __missing__(self, id_: str) -> int:
        self[id_] = place = len(self)
        return place


class Insertion:
    """New documents with their evidence, and new facts and edges; entities are there."""

    def __init__(self) -> None:
        self._entities, self._known, self._fresh = _Places(), _Places(), _Places()
        self._rows: dict[str, list[Any]] = {
            name: []
            for name in (
                *("documents", "fresh", "describes", "mentions", "evidence"),
                *("more", "said", "qualified", "edges"),
            )
        }

    def add_facts(self, rows: Iterable[list[Any]]) -> None:
        """Add new facts, by rows of `FACT_NODE`: before the evidence for them."""
        for row in rows:
            self._fresh[row[0]] = len(self._fresh)
            self._rows["fresh"].append(row)

    def add_edges(self, rows: Iterable[list[Any]]) -> None:
        """Add edges, by rows of their ends, their type and `EDGE`."""
        places = self._entities
        self._rows["edges"] += ([places[s], places[o], *rest] for s, o, *rest in rows)

    def add_documents(self, put: Iterable[Statements], rulings: Rulings) -> None:
        """Add the documents of `put`, with all but their facts."""
        for statements in put:
            place = len(self._rows["documents"])
            self._rows["documents"].append(document_properties(statements))
            self._rows["describes"] += (
                [place, self._entities[entity.id], description(entity)]
                for entity in statements.entities
            )
            self._mention(place, statements.mentions)
            self._quote(place, statements, rulings)

    def _mention(self, document: int, mentions: Iterable[Mention]) -> None:
        by_entity: dict[str, list[Mention]] = defaultdict(list)
        for mention in mentions:
            by_entity[mention.entity].append(mention)
        self._rows["mentions"] += (
            [
                document,
                self._entities[entity],
                [m.name for m in found],
                [m.start for m in found],
                [m.count for m in found],
            ]
            for entity, found in by_entity.items()
        )

    def _quote(self, document: int, statements: Statements, rulings: Rulings) -> None:
        rows, entities = self._rows["evidence"], self._entities
        said, qualified = self._rows["said"], self._rows["qualified"]
        facts = {fact.id: fact for fact in statements.facts}
        node = evidence_node(statements.document)
        for e in statements.evidence:
            fact = self._fresh.get(e.fact)
            if fact is None:
                fact = len(self._fresh) + self._known[e.fact]
            place = len(rows)
            rows.append([fact, document, *node(e, rulings.standing(e.id, facts[e.fact]))])
            said += ([place, entities[who], n] for n, who in enumerate(e.said_by))
            if e.qualifiers:
                qualified += (
                    [place, entities[q.value], upper(q.name)] for q in e.qualifiers if q.is_entity
                )
                if literal := literal_qualifiers(e):
                    self._rows["more"].append([place, literal])

    def write(self, writing: Writing) -> None:
        """Write what was added, if anything was."""
        if any(self._rows.values()):
            writing.rows(
                _INSERT, entities=list(self._entities), known=list(self._known), **self._rows
            )


def note(put: Iterable[Statements], touched: Touched) -> None:
    """Note what documents put touch: their facts, and the entities they describe and name."""
    for statements in put:
        touched.facts.update(fact.id for fact in statements.facts)
        for entity in statements.entities:
            touched.entities.add(entity.id)
            touched.described[entity.id].add(description(entity))
        for mention in statements.mentions:
            touched.entities.add(mention.entity)
            touched.names[mention.entity][mention.name] += mention.count
