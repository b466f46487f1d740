"""Documents into the database: their nodes, what they describe and mention."""

from __future__ import annotations

from collections import defaultdict

from graph.neo4j.connection import Writing
from graph.neo4j.names import upper
from graph.neo4j.records import description, document_properties, evidence_properties
from graph.neo4j.removal import Touched
from graph.rulings import Rulings
from graph.statements import Mention, Statements


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


def add_documents(writing: Writing, put: list[Statements], touched: Touched) -> None:
    """Create the documents of `put` and all entities they refer to, with what ties them."""
    entities = sorted(set().union(*(named(s) for s in put)))
    created = writing.rows(
        "UNWIND $ids AS id OPTIONAL MATCH (x:Entity {id: id}) WITH id, x WHERE x IS NULL"
        " CREATE (:Entity {id: id, degree: 0, mentionNames: [], mentionCounts: []}) RETURN id",
        ids=entities,
    )
    touched.entities.update(id_ for (id_,) in created)
    writing.each(
        "CREATE (d:Document) SET d = row",
        [document_properties(s) for s in put],
    )
    describes = []
    mentions = []
    for s in put:
        touched.entities.update(entity.id for entity in s.entities)
        touched.facts.update(fact.id for fact in s.facts)
        describes += [[s.document.id, entity.id, description(entity)] for entity in s.entities]
        mentions += _mentions(s, touched)
    ends = "MATCH (d:Document {id: row[0]}) MATCH (x:Entity {id: row[1]})"
    writing.each(f"{ends} CREATE (d)-[:DESCRIBES {{description: row[2]}}]->(x)", describes)
    writing.each(
        f"{ends} CREATE (d)-[:MENTIONS {{names: row[2], starts: row[3], counts: row[4]}}]->(x)",
        mentions,
    )


def _mentions(statements: Statements, touched: Touched) -> list[list[object]]:
    by_entity: dict[str, list[Mention]] = defaultdict(list)
    for mention in statements.mentions:
        by_entity[mention.entity].append(mention)
        touched.entities.add(mention.entity)
        touched.names[mention.entity][mention.name] += mention.count
    return [
        [
            statements.document.id,
            entity,
            [m.name for m in mentions],
            [m.start for m in mentions],
            [m.count for m in mentions],
        ]
        for entity, mentions in by_entity.items()
    ]


def add_evidence(writing: Writing, put: list[Statements], rulings: Rulings) -> None:
    """Create the evidence of `put`; its documents, facts and entities are there."""
    rows = []
    said = []
    qualified: dict[str, list[list[str]]] = defaultdict(list)
    for s in put:
        facts = {fact.id: fact for fact in s.facts}
        for e in s.evidence:
            standing = rulings.standing(e.id, facts[e.fact])
            rows.append(evidence_properties(e, s.document, standing))
            said += [[e.id, speaker, place] for place, speaker in enumerate(e.said_by)]
            for q in e.qualifiers:
                if q.is_entity:
                    qualified[upper(q.name)].append([e.id, q.value])
    writing.each(
        "MATCH (f:Fact {id: row.fact}) MATCH (d:Document {id: row.document})"
        " CREATE (f)<-[:FOR]-(e:Evidence)-[:IN]->(d) SET e = row",
        rows,
    )
    ends = "MATCH (e:Evidence {id: row[0]}) MATCH (x:Entity {id: row[1]})"
    writing.each(f"{ends} CREATE (e)-[:SAID_BY {{position: row[2]}}]->(x)", said)
    writing.each(
        f"{ends} CREATE (e)-[:$(row[2])]->(x)",
        [[*row, type_] for type_, rows_ in sorted(qualified.items()) for row in rows_],
    )
