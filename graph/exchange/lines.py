"""One line an evidence: JSON lines and CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from typing import IO, Any

import orjson

from graph.exchange.selection import Selection
from graph.statements import Entity, EntityId, Evidence, Fact, Statements


def write_jsonl(selection: Selection, out: IO[bytes]) -> None:
    """One JSON object a line, sorted, keys in fixed order, no run times."""
    for record in _records(selection):
        out.write(orjson.dumps(record) + b"\n")


def write_csv(selection: Selection, out: IO[bytes]) -> None:
    """The same records as a table (RFC 4180), nested values as JSON."""
    text = io.TextIOWrapper(out, encoding="utf-8", newline="", write_through=True)
    writer: Any = None
    for record in _records(selection):
        row = {
            key: value
            if isinstance(value, str | int | float | None)
            else orjson.dumps(value).decode()
            for key, value in record.items()
        }
        if writer is None:
            writer = csv.DictWriter(text, fieldnames=list(row))
            writer.writeheader()
        writer.writerow(row)
    text.detach()


def _records(selection: Selection) -> Iterator[dict[str, Any]]:
    for name, document in selection.documents():
        statements = selection.statements(document)
        entities = selection.entities(_ends(statements))
        facts = {fact.id: fact for fact in statements.facts}
        records = [
            _record(name, statements, facts[evidence.fact], evidence, entities)
            for evidence in statements.evidence
        ]
        yield from sorted(records, key=_rank)


def _ends(statements: Statements) -> set[EntityId]:
    ends = {end for fact in statements.facts for end in (fact.subject, fact.object)}
    for evidence in statements.evidence:
        ends.update(evidence.said_by)
        ends.update(EntityId(q.value) for q in evidence.qualifiers if q.is_entity)
    return ends


def _record(
    name: str,
    statements: Statements,
    fact: Fact,
    evidence: Evidence,
    entities: Mapping[EntityId, Entity],
) -> dict[str, Any]:
    text = statements.document.text

    def named(id_: EntityId) -> dict[str, Any]:
        return {"id": id_, "labels": list(entities[id_].labels)}

    return {
        "document": name,
        "predicate": fact.predicate,
        "subject": named(fact.subject),
        "object": named(fact.object),
        "modality": evidence.modality.value,
        "polarity": evidence.polarity.value,
        "status": evidence.status.value,
        "quote": evidence.quote,
        "start": evidence.start,
        "end": evidence.end,
        "context": [
            {"quote": text[span.start : span.end], "start": span.start, "end": span.end}
            for span in evidence.context
        ],
        "qualifiers": [
            {"name": q.name, "value": named(EntityId(q.value)) if q.is_entity else q.value}
            for q in evidence.qualifiers
        ],
        "saidBy": [named(speaker) for speaker in evidence.said_by],
        "time": evidence.time,
    }


def _rank(record: dict[str, Any]) -> tuple[Any, ...]:
    ends = record["predicate"], record["subject"]["id"], record["object"]["id"]
    manner = orjson.dumps([record[key] for key in ("status", "saidBy", "qualifiers", "time")])
    return record["start"], record["end"], *ends, record["polarity"], manner
