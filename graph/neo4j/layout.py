"""Constraints and indexes, set up idempotently, and the node that marks a store.

`(:Store)` is one node: it holds the schema adopted last and the predicates that
there are edges for. A write begins by locking it, so that there is one writer
at a time; the turns that writers take are in `turns`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

import orjson

from entente.errors import NotFound, StoreError
from graph.neo4j.connection import Connection
from graph.neo4j.names import property_, quoted
from graph.neo4j.query import Query
from graph.neo4j.vocabulary import Vocabulary
from graph.store import Schema
from ontology.lexicon import Affix

LAYOUT = 3
"""Raised when what is stored changes its form; `upgrade` leads an older one to it."""
STORE = "(store:Store {id: 'entente'})"
TURN = "(turn:Turn {id: 'entente'})"
GATE = "(gate:Gate {id: 'entente'})"

LABELS = (
    "Store",
    "Turn",
    "Gate",
    "Entity",
    "Form",
    "Fact",
    "Evidence",
    "Document",
    "Judgement",
    "Review",
)
RANGES = (("Fact", "subject"), ("Fact", "object"), ("Entity", "degree"))
"""Properties that rows are looked up or sorted by."""
WORDS = {
    "entity_words": ("Entity", ("words",)),
    "evidence_words": ("Evidence", ("words",)),
    "document_words": ("Document", ("titleWords", "words")),
}
"""Full-text indexes. A commit does not wait for them, a search does: see `CAUGHT_UP`."""
CAUGHT_UP = "CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()"


def _statements() -> dict[str, str]:
    """What creates each constraint and index, by its name."""
    made = {
        f"{label.lower()}_id": f"CONSTRAINT {{}} IF NOT EXISTS FOR (n:{label})"
        " REQUIRE n.id IS UNIQUE"
        for label in LABELS
    }
    for label, name in RANGES:
        made[f"{label.lower()}_{name}"] = f"INDEX {{}} IF NOT EXISTS FOR (n:{label}) ON (n.{name})"
    for name, (label, properties) in WORDS.items():
        each = ", ".join(f"n.{property_name}" for property_name in properties)
        made[name] = (
            f"FULLTEXT INDEX {{}} IF NOT EXISTS FOR (n:{label}) ON EACH [{each}]"
            " OPTIONS {{indexConfig: {{`fulltext.analyzer`: 'whitespace',"
            " `fulltext.eventually_consistent`: true}}}}"
        )
    return made


def _of_schema(vocabulary: Vocabulary, indexed: Iterable[str]) -> dict[str, str]:
    made = {
        f"edge_{type_}": f"CONSTRAINT {{}} IF NOT EXISTS FOR ()-[r:{quoted(type_)}]-()"
        " REQUIRE r.key IS UNIQUE"
        for type_ in vocabulary.edge_types()
    }
    for name in indexed:
        made[f"entity_{name}"] = (
            f"INDEX {{}} IF NOT EXISTS FOR (n:Entity) ON (n.{quoted(property_(name))})"
        )
    return made


def _create(connection: Connection, wanted: dict[str, str]) -> None:
    existing = {name for (name,) in connection.rows("SHOW INDEXES YIELD name")}
    missing = [
        f"CREATE {text.format(quoted(name))}"
        for name, text in wanted.items()
        if name not in existing
    ]
    if missing:
        connection.write_all(missing)
        connection.rows("CALL db.awaitIndexes(300)")


def prepare(connection: Connection) -> int:
    """Make the database ready for use: the layout that it has. Raises `StoreError` if it holds
    something else."""
    found = connection.rows(f"MATCH {STORE} RETURN store.layout")
    if found and found[0][0] > LAYOUT:
        raise StoreError(
            f"{connection.address.uri} holds a store of layout {found[0][0]}, not {LAYOUT}",
            hint="export it with the version of Entente that wrote it, and load the export",
        )
    if not found:
        labels = "|".join(LABELS)
        if connection.rows(f"MATCH (n:{labels}) RETURN 1 LIMIT 1"):
            raise StoreError(
                f"{connection.address.uri} holds a graph that is not Entente's",
                hint="use an empty database",
            )
    _create(connection, _statements())
    if not connection.rows(f"MATCH {TURN} RETURN 1"):
        connection.write_all(
            [
                (
                    f"MERGE {STORE} ON CREATE SET store.name = 'Entente',"
                    f" store.layout = {LAYOUT}, store.revision = 0, store.generation = 0,"
                    " store.predicates = []"
                ),
                f"MERGE {GATE} ON CREATE SET gate.name = 'Gate'",
                f"MERGE {TURN} ON CREATE SET turn.name = 'Turn', turn.begun = 0, turn.ended = 0",
            ]
        )
    return int(found[0][0]) if found else LAYOUT


def expect(connection: Connection) -> None:
    """Raises `NotFound` if there is no store, `StoreError` if it is an older version's."""
    found = connection.rows(f"MATCH {TURN} MATCH {STORE} RETURN store.layout")
    if found and found[0][0] < LAYOUT:
        raise StoreError(
            f"the store at {connection.address.uri} was written by an older Entente",
            hint="'entente load' brings it up to date",
        )
    if not found:
        raise NotFound(
            f"there is no store at {connection.address.uri} yet", hint="load a document first"
        )


def revision(connection: Connection) -> int:
    """A number that grows with every write."""
    ((found,),) = connection.rows(f"MATCH {STORE} RETURN store.revision")
    return int(found)


def prepare_schema(
    connection: Connection, vocabulary: Vocabulary, indexed: Iterable[str] = ()
) -> None:
    """Make the database ready for the predicates of `vocabulary` and properties `indexed`."""
    vocabulary.refuse_collisions()
    _create(connection, _of_schema(vocabulary, indexed))


VOCABULARY = Query(f"MATCH {STORE} RETURN store.predicates AS predicates", ("predicates",))
"""The predicates there are edges for."""


def packed_schema(schema: Schema) -> str:
    """The schema as text."""
    fields: dict[str, Any] = {
        "superclasses": {name: list(all_) for name, all_ in schema.superclasses.items()},
        "predicates": list(schema.predicates),
        "symmetric": sorted(schema.symmetric),
        "reliability": dict(schema.reliability),
        "default_reliability": schema.default_reliability,
        "indexed": list(schema.indexed),
        "digest": schema.digest,
        "publishers": dict(schema.publishers),
        "affixes": [asdict(affix) for affix in schema.affixes],
    }
    return orjson.dumps(fields).decode()


def unpacked_schema(text: str | None) -> Schema | None:
    """The schema back from text."""
    if text is None:
        return None
    fields = orjson.loads(text)
    return Schema(
        superclasses={name: tuple(all_) for name, all_ in fields["superclasses"].items()},
        predicates=tuple(fields["predicates"]),
        symmetric=frozenset(fields["symmetric"]),
        reliability=fields["reliability"],
        default_reliability=fields["default_reliability"],
        indexed=tuple(fields["indexed"]),
        digest=fields["digest"],
        affixes=tuple(
            Affix(tuple(x["classes"]), tuple(x["leading"]), tuple(x["trailing"]), x["least"])
            for x in fields.get("affixes", ())
        ),
        publishers=fields.get("publishers", {}),
    )
