"""A made-up graph of states and others, the same in SQLite and in Neo4j.

Nobody loads a million made-up facts by documents to time a read: the rows are
written straight into a store that has adopted the bundled ontology.
"""

from __future__ import annotations

import random
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

import neo4j

from benchmarks.store.made import WORDS
from graph.neo4j.card import card
from graph.neo4j.names import edge_type
from graph.statements import OPEN_END, OPEN_START, Modality
from graph.statements.words import folded
from ontology.model import Ontology

CHUNK = 20_000
NESTED = "supports"
"""The predicate that leads from states to states: nested queries follow it."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Size:
    """How many entities and edges there are. A fifth of the entities are states."""

    entities: int = 100_000
    edges: int = 1_000_000

    @property
    def states(self) -> int:
        return self.entities // 5


def iri(number: int) -> str:
    """The id of the entity with that number; states have the first ones. Such ids sort first."""
    return f"https://entente.example/id/0-{number}"


@dataclass(frozen=True, slots=True)
class Made:
    """The graph of a size, drawn anew in the same way by every iteration."""

    size: Size
    ontology: Ontology

    def edges(self) -> Iterator[tuple[int, str, int, int, float]]:
        """Key, predicate, subject, object, belief. Degrees are skewed, but for how many states
        a state supports: about 25."""
        chance = random.Random(3)  # noqa: S311 - the same graph every time
        names = [name for name in sorted(self.ontology.predicates) if name != NESTED]
        entities, states = self.size.entities, self.size.states
        for key in range(1, self.size.edges + 1):
            if key % 2:
                predicate, among, skew = chance.choice(names), entities, 1.5
            else:
                predicate, among, skew = NESTED, states, 1.0
            subject = int(among * chance.random() ** skew)
            object_ = int(among * chance.random() ** 2.2)
            if object_ == subject:
                object_ = (subject + 1) % among
            yield key, predicate, subject, object_, round(chance.random(), 6)

    def entities(self) -> Iterator[tuple[int, str, str, int, int]]:
        """Number, class, label, degree, mentions."""
        chance = random.Random(5)  # noqa: S311 - the same graph every time
        classes = ("Organization", "Person", "Agreement", "Interest")
        degrees: Counter[int] = Counter()
        for _, _, subject, object_, _ in self.edges():
            degrees[subject] += 1
            degrees[object_] += 1
        for number in range(self.size.entities):
            label = f"{chance.choice(WORDS).title()} {chance.choice(WORDS)} {number}"
            class_ = "State" if number < self.size.states else chance.choice(classes)
            yield number, class_, label, degrees[number], chance.randrange(1_000_000)


def fill_sqlite(path: Path, made: Made) -> None:
    """Write the graph into the store at `path`, which has adopted the ontology."""
    connection = sqlite3.connect(path)
    (first,) = connection.execute("SELECT coalesce(max(key), 0) + 1 FROM entity").fetchone()
    (edge,) = connection.execute("SELECT coalesce(max(key), 0) + 1 FROM edge").fetchone()
    connection.executemany(
        "INSERT OR IGNORE INTO predicate (name) VALUES (?)",
        [(name,) for name in made.ontology.predicates],
    )
    predicates = dict(connection.execute("SELECT name, key FROM predicate"))
    above = {name: term.superclasses for name, term in made.ontology.classes.items()}

    def entities() -> Iterator[tuple[Any, ...]]:
        for number, class_, label, degree, mentions in made.entities():
            classes = '["' + '","'.join(sorted(above[class_])) + '"]'
            words = folded(label)
            yield (
                first + number, iri(number), first + number, label, "reference", degree, mentions,
                words, f"\n{words}\n", f'["{class_}"]', classes, "[]", "[]", "[]", "{}",
            )  # fmt: skip

    connection.executemany(
        f"INSERT INTO entity VALUES ({', '.join('?' * 15)})",
        entities(),
    )
    connection.execute(
        "INSERT INTO entity_class SELECT value, e.key FROM entity e, json_each(e.classes)"
        " WHERE e.key >= ?",
        (first,),
    )
    connection.execute(
        "INSERT INTO entity_words (rowid, names) SELECT key, names FROM entity WHERE key >= ?",
        (first,),
    )

    def edges() -> Iterator[tuple[Any, ...]]:
        for key, predicate, subject, object_, belief in made.edges():
            yield (
                edge + key, f"made-{key}", edge + key, predicates[predicate], first + subject,
                first + object_, 0, belief, OPEN_START, OPEN_END, OPEN_START,
            )  # fmt: skip

    connection.executemany(f"INSERT INTO edge VALUES ({', '.join('?' * 11)})", edges())
    connection.commit()
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()


def fill_neo4j(driver: neo4j.Driver, made: Made, say: Callable[[str], None]) -> None:
    """Write the graph into the driver's database, a store that has adopted the ontology; `say`
    is told how far it is."""
    above = {name: sorted(term.superclasses) for name, term in made.ontology.classes.items()}
    for rows in _chunks(made.entities()):
        driver.execute_query(
            "UNWIND $rows AS row CREATE (x:Entity) SET x = row.properties, x:$(row.classes)",
            rows=[
                {
                    "classes": above[class_],
                    "properties": _with_card(
                        {
                            "id": iri(number),
                            "label": label,
                            "name": label,
                            "types": [class_],
                            "classes": above[class_],
                            "alternative": [],
                            "hidden": [],
                            "merged": [],
                            "origin": "reference",
                            "degree": degree,
                            "mentions": mentions,
                            "properties": "{}",
                            "words": [folded(label)],
                            "mentionNames": [],
                            "mentionCounts": [],
                        }
                    ),
                }
                for number, class_, label, degree, mentions in rows
            ],
        )
        say(f"entities up to {rows[-1][0] + 1:,}")
    for edges in _chunks(made.edges()):
        driver.execute_query(
            # Its plan is as good however much there is already.
            "CYPHER replan=skip UNWIND $rows AS row"
            " MATCH (s:Entity {id: row[0]}) MATCH (o:Entity {id: row[1]})"
            " CREATE (s)-[r:$(row[2])]->(o) SET r = row[3]",
            rows=[
                [
                    iri(subject),
                    iri(object_),
                    edge_type(predicate, Modality.ASSERTED),
                    {
                        "key": f"made-{key}",
                        "fact": f"made-{key}",
                        "predicate": predicate,
                        "modality": Modality.ASSERTED.value,
                        "belief": belief,
                        "from": OPEN_START,
                        "to": OPEN_END,
                        "known": OPEN_START,
                    },
                ]
                for key, predicate, subject, object_, belief in edges
            ],
        )
        say(f"edges up to {edges[-1][0]:,}")
    driver.execute_query("CALL db.awaitIndexes(300)")


def _with_card(properties: dict[str, Any]) -> dict[str, Any]:
    return {**properties, "card": card(properties)}


def _chunks(rows: Iterable[T]) -> Iterator[list[T]]:
    found = iter(rows)
    while chunk := list(islice(found, CHUNK)):
        yield chunk
