"""Made-up documents, as skewed as real ones: few names and facts are everywhere."""

from __future__ import annotations

import random
from collections.abc import Iterator

from graph.statements import (
    Document,
    DocumentKind,
    Entity,
    EntityId,
    Evidence,
    EvidenceKind,
    Fact,
    Location,
    Mention,
    Qualifier,
    Statements,
    Status,
)
from graph.store import Schema

PREDICATES = tuple(f"predicate{n}" for n in range(29))
SCHEMA = Schema(
    {f"Class{n}": ("Thing", f"Class{n}") for n in range(20)},
    PREDICATES,
    frozenset(PREDICATES[:4]),
    {f"publisher{n}": 0.9 for n in range(50)},
    0.6,
    ("isoCode",),
    "benchmark",
)
WORDS = [f"{a}{b}{c}" for a in "bdfgklmnprst" for b in "aeiou" for c in ("n", "r", "st", "lk", "")]


def reference(entities: int = 1500, facts: int = 1500) -> Statements:
    """A Turtle file's worth of entities and facts."""
    chance = random.Random(1)  # noqa: S311 - the same documents every time
    described = [
        Entity(
            EntityId(f"https://entente.example/id/e{n}"),
            (f"Class{n % 20}",),
            f"{chance.choice(WORDS).title()} {chance.choice(WORDS)} {n}",
            (f"{chance.choice(WORDS)} {n}",),
            properties={"isoCode": (f"X{n}",)},
        )
        for n in range(entities)
    ]
    lines = [f"line {n:05} .\n" for n in range(facts)]
    document = Document("".join(lines), DocumentKind.REFERENCE, (Location("made.ttl"),))
    stated, evidence = [], []
    for n, line in enumerate(lines):
        fact = Fact(
            chance.choice(described).id, chance.choice(PREDICATES), chance.choice(described).id
        )
        stated.append(fact)
        start = n * len(line)
        end = start + len(line) - 1
        evidence.append(
            Evidence(fact.id, document.id, EvidenceKind.REFERENCE, start, end, line[:-1])
        )
    return Statements(document, tuple(described), (), tuple(stated), tuple(evidence))


def documents(count: int, evidence: int = 40, seed: int = 2) -> Iterator[Statements]:
    """Documents of `evidence` sentences, each stating a fact."""
    chance = random.Random(seed)  # noqa: S311 - the same documents every time
    known = [EntityId(f"https://entente.example/id/e{n}") for n in range(1500)]
    for number in range(count):
        yield _document(chance, known, number, evidence)


def _end(chance: random.Random, known: list[EntityId], named: dict[EntityId, Entity]) -> EntityId:
    if chance.random() < 0.6:
        return known[min(int(chance.paretovariate(0.5)) - 1, len(known) - 1)]
    name = f"Body {min(int(chance.paretovariate(0.4)), 50_000)}"
    entity = Entity.provisional(f"Class{len(name) % 20}", name)
    named[entity.id] = entity
    return entity.id


def _document(
    chance: random.Random, known: list[EntityId], number: int, evidence: int
) -> Statements:
    sentences = [
        f"{number} {n} " + " ".join(chance.choices(WORDS, k=18)) + ". " for n in range(evidence)
    ]
    publisher = f"publisher{number % 60}" if number % 3 == 0 else None
    date = f"20{number % 20 + 5:02}-{number % 12 + 1:02}-{number % 28 + 1:02}"
    location = Location(f"/made/{number}.txt", None, publisher, date if number % 4 else None)
    document = Document("".join(sentences), locations=(location,), extraction="made")
    named: dict[EntityId, Entity] = {}
    ends: list[EntityId] = []
    facts, stated, start = [], [], 0
    for sentence in sentences:
        subject, object_ = _end(chance, known, named), _end(chance, known, named)
        predicate = PREDICATES[min(int(chance.paretovariate(0.7)) - 1, len(PREDICATES) - 1)]
        ends += [subject, object_]
        fact = Fact.of(subject, predicate, object_, symmetric=predicate in SCHEMA.symmetric)
        facts.append(fact)
        stated.append(
            Evidence(
                fact.id,
                document.id,
                EvidenceKind.TEXT,
                start,
                start + len(sentence) - 1,
                sentence[:-1],
                status=chance.choice([Status.ACTUAL, Status.ACTUAL, Status.PLANNED]),
                said_by=(chance.choice(ends),) if chance.random() < 0.2 else (),
                time="2023-07" if chance.random() < 0.1 else None,
                qualifiers=(Qualifier("with", chance.choice(ends), True),)
                if chance.random() < 0.2
                else (),
                confidence=round(chance.random(), 2),
                extractor="made",
                version="1",
            )
        )
        start += len(sentence)
    mentions = tuple(
        Mention(id_, named[id_].label if id_ in named else "Name", n, 1)
        for n, id_ in enumerate(dict.fromkeys(ends))
    )
    return Statements(document, tuple(named.values()), mentions, tuple(facts), tuple(stated))
