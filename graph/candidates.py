"""Weak merges: pairs that may be one entity, for a person to decide on.

What names tell surely is merged by rule already (`graph.likeness`); here is
what they only suggest. A pair that somebody has judged is no candidate.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from graph.likeness import agree, form, is_acronym
from graph.plan import Compare, Field, Find, Kind, Operator, Order
from graph.statements import PAIRWISE, EntityId, Judgement, JudgementId, Origin, Verdict
from graph.statements.words import words
from graph.store import NO_SCHEMA, Schema, Store

PAGE = 1000
CROWD = 20
"""Entities that share a key; of more, the key says nothing."""


class Shown(NamedTuple):
    """An entity as readers see it."""

    id: EntityId
    label: str
    types: tuple[str, ...]
    origin: str
    names: tuple[str, ...]
    degree: int


class Candidate(NamedTuple):
    """Two entities that may be one, and what suggests it."""

    left: Shown
    right: Shown
    reason: str

    @property
    def question(self) -> JudgementId:
        """What a judgement of the pair will answer."""
        return Judgement(self.left.id, self.right.id, Verdict.SAME, "", "").question


SAME_NAME = "same name, another class"
KNOWN_NAME = "a name of an entity that the ontology describes"
ACRONYM = "initials of the other's name"
SURNAME = "one surname, and nothing against it"
SPELLING = "spelt almost alike"


def shown(store: Store) -> Iterator[Shown]:
    """All entities, by id."""
    names = ("id", "label", "types", "origin", "alternative", "hidden", "degree")
    after = ""
    while True:
        where = Compare("id", Operator.GT, after)
        plan = Find(Kind.ENTITY, tuple(map(Field, names)), where, (Order("id"),), PAGE)
        found = store.run(plan)
        for id_, label, types, origin, alternative, hidden, degree in found.rows:
            # Weak names of what the ontology describes are weak grounds, which is enough here.
            seen = (label, *alternative, *hidden)
            yield Shown(EntityId(id_), label, tuple(types), origin, seen, degree)
        if not found.truncated:
            return
        after = found.rows[-1][0]


def candidates(store: Store) -> list[Candidate]:
    """The pairs, of which one at least is provisional; those with the most facts first."""
    schema = store.schema() or NO_SCHEMA
    judged = {frozenset((j.left, j.right)) for j in store.judgements() if j.verdict in PAIRWISE}
    found: dict[frozenset[EntityId], Candidate] = {}
    for candidate in _suggested(list(shown(store)), schema):
        pair = frozenset((candidate.left.id, candidate.right.id))
        if len(pair) == 2 and pair not in judged:
            found.setdefault(pair, candidate)
    return sorted(
        found.values(),
        key=lambda c: (-c.left.degree - c.right.degree, c.left.id, c.right.id),
    )


def _suggested(entities: list[Shown], schema: Schema) -> Iterator[Candidate]:
    provisional = [e for e in entities if e.origin == Origin.PROVISIONAL]
    reference = [e for e in entities if e.origin != Origin.PROVISIONAL]
    by_form: dict[str, list[Shown]] = defaultdict(list)
    for entity in provisional:
        by_form[_form(entity.label, entity, schema)].append(entity)
    known: dict[str, list[Shown]] = defaultdict(list)
    for entity in reference:
        for name in {_form(name, entity, schema) for name in entity.names}:
            known[name].append(entity)
    for key, alike in by_form.items():
        yield from _pairs(alike, alike, SAME_NAME)
        yield from _pairs(alike, known.get(key, []), KNOWN_NAME)
    yield from _acronyms(provisional, entities, schema)
    yield from _people(provisional, schema)
    yield from _spelt(by_form, schema)


def _form(name: str, entity: Shown, schema: Schema) -> str:
    return form(name, entity.types, schema.affixes, schema.superclasses)


def _pairs(some: list[Shown], others: list[Shown], reason: str) -> Iterator[Candidate]:
    if len(some) * len(others) > CROWD * CROWD:
        return
    for left in some:
        for right in others:
            if left.id < right.id or right.origin != Origin.PROVISIONAL:
                yield Candidate(left, right, reason)


def _acronyms(
    provisional: list[Shown], entities: list[Shown], schema: Schema
) -> Iterator[Candidate]:
    longer: dict[str, list[Shown]] = defaultdict(list)
    for entity in entities:
        for initials in {_initials(name) for name in (entity.label, *entity.names)}:
            longer[initials].append(entity)
    for entity in provisional:
        letters = "".join(c for c in entity.label if c.isupper()).casefold()
        for other in longer.get(letters, ())[:CROWD]:
            if agree(entity.types, other.types, schema.superclasses) and any(
                is_acronym(entity.label, name) for name in other.names
            ):
                yield Candidate(entity, other, ACRONYM)


def _initials(name: str) -> str:
    return "".join(
        part[0] for part in name.replace("-", " ").split() if part[0].isupper()
    ).casefold()


def _people(provisional: list[Shown], schema: Schema) -> Iterator[Candidate]:
    """Names of a class whose titles are dropped: "F. Sato" and "Fumio Sato", "Sato Fumio"."""
    titled = {type_ for affix in schema.affixes for type_ in affix.classes if affix.least > 1}
    by_last: dict[str, list[tuple[Shown, list[str]]]] = defaultdict(list)
    for entity in provisional:
        classes = {c for type_ in entity.types for c in schema.superclasses.get(type_, ())}
        own = words(_form(entity.label, entity, schema))
        if own and not titled.isdisjoint(classes):
            for word in {own[0], own[-1]}:
                by_last[word].append((entity, own))
    for listed in by_last.values():
        for left, own in listed[:CROWD]:
            for right, other in listed[:CROWD]:
                if left.id < right.id and _may_be(own, other):
                    yield Candidate(left, right, SURNAME)


def _may_be(own: list[str], other: list[str]) -> bool:
    if set(own) == set(other):
        return True
    short, long = sorted((own, other), key=len)
    if short[-1] != long[-1]:
        return False
    return len(short) == 1 or all(
        any(a == b or (1 in (len(a), len(b)) and a[0] == b[0]) for b in long[:-1])
        for a in short[:-1]
    )


def _spelt(by_form: dict[str, list[Shown]], schema: Schema) -> Iterator[Candidate]:
    for key, singular in by_form.items():
        for plural in (f"{key}s", f"{key}es"):
            for left in singular[:CROWD]:
                for right in by_form.get(plural, ())[:CROWD]:
                    if agree(left.types, right.types, schema.superclasses):
                        yield Candidate(left, right, SPELLING)
