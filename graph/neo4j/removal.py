"""Documents out of the database, and what their going touches."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from graph.neo4j.connection import Writing

Names = dict[str, Counter[str]]
"""By entity: how often documents use each name for it."""


@dataclass(slots=True)
class Touched:
    """What a change touches: facts and entities by id, and names used more or less often."""

    facts: set[str] = field(default_factory=set)
    entities: set[str] = field(default_factory=set)
    names: Names = field(default_factory=lambda: defaultdict(Counter))
    described: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    """By entity: how documents describe it that are not written yet."""


def remove(writing: Writing, ids: list[str], touched: Touched) -> None:
    """Take the documents `ids` out with their evidence, as far as they are stored."""
    rows = writing.rows(
        "UNWIND $ids AS id MATCH (d:Document {id: id}) RETURN d.id,"
        " COLLECT { MATCH (d)<-[:IN]-(e) RETURN DISTINCT e.fact },"
        " COLLECT { MATCH (d)-[m:MENTIONS]->(x) RETURN [x.id, m.names, m.counts] },"
        " COLLECT { MATCH (d)-[:DESCRIBES]->(x) RETURN x.id },"
        " COLLECT { MATCH (d)<-[:IN]-()-[:!FOR&!IN]->(x) RETURN DISTINCT x.id }",
        ids=ids,
    )
    for _, facts, mentions, described, qualified in rows:
        touched.facts.update(facts)
        touched.entities.update(described, qualified)
        for entity, names, counts in mentions:
            touched.entities.add(entity)
            for name, count in zip(names, counts, strict=True):
                touched.names[entity][name] -= count
    stored = [row[0] for row in rows]
    if stored:
        writing.each("MATCH (:Document {id: row})<-[:IN]-(e) DETACH DELETE e", stored)
        writing.each("MATCH (d:Document {id: row}) DETACH DELETE d", stored)
