"""What several entities cover and share, and what one has that another lacks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from entente.errors import UsageError
from gql.roots.read import Read
from gql.selection.columns import Columns, Row
from gql.selection.compiler import Show, Shown
from gql.selection.fields import Selected
from gql.selection.filtering import wanting
from gql.selection.following import following
from graph.comparison import MOST_COVERED, Subject, compared, coverage
from graph.plan import All, AnyOf, Direction, Find, Kind
from graph.plan.filters import every, one_of

FACTS = 500
"""The most facts that a comparison shows."""

Keep = Callable[[Subject], bool]


def compare(read: Read) -> Shown:
    """What agreements or other entities cover."""
    shared = read.arguments["shared"]
    return _comparison(
        read,
        read.arguments["agreements"],
        "coverage",
        lambda subject: shared is None or shared is not bool(subject.lacked_by),
    )


def shared_interests(read: Read) -> Shown:
    """What actors seek or work on together, and others do not."""
    between, lacking = read.arguments["between"], read.arguments["lackedBy"] or []
    return _comparison(
        read,
        [*between, *lacking],
        "interest",
        lambda subject: (
            subject.covered_by.keys() >= set(between)
            and subject.covered_by.keys().isdisjoint(lacking)
        ),
    )


def _comparison(read: Read, ids: Sequence[str], role: str, keep: Keep) -> Shown:
    arguments, ontology = read.arguments, read.ontology
    if len(set(ids)) < 2:
        raise UsageError("one entity cannot be compared", hint="name at least two")
    predicates = tuple(arguments["predicates"] or ontology.in_role(role))
    named = arguments["through"]
    through = ontology.in_role("topic") if named is None else tuple(named)
    followed = following(arguments, predicates=predicates, direction=Direction.OUT)
    answer = _Answer(read)
    with read.context.store.reading():
        plan = coverage(ontology, read.compiler.values, ids, followed, through)
        rows = read.run(plan, len(ids) * MOST_COVERED).rows
        subjects = [subject for subject in compared(rows, ids) if keep(subject)]
        truncated = any(more for _, (_, more) in rows)
        found = {row[0] for row in rows}
        answer.fetch(subjects, [id_ for id_ in dict.fromkeys(ids) if id_ in found], predicates)
    return answer.show(truncated=truncated)


class _Answer:
    """A comparison with what is selected of its entities and facts."""

    def __init__(self, read: Read) -> None:
        self._read = read
        self._columns, self._fact_columns = Columns(), Columns()
        self._id = self._columns.field("id")
        self._ends = [self._fact_columns.field(name) for name in ("subject", "object")]
        self._shows: dict[int, Show] = {}
        self._inner: dict[int, list[Selected]] = {}
        self._facts_wanted = False
        self._parts = read.parts("Comparison")
        for part in self._parts:
            self._compile(part)
        self._subjects: list[Subject] = []
        self._compared: list[str] = []
        self._entities: dict[str, Row] = {}
        self._facts: list[Row] = []

    def _compile(self, part: Selected) -> None:
        inner_type = {"subjects": "ComparedSubject", "coverage": "Coverage"}.get(part.name)
        if inner_type:
            inner = self._read.compiler.selections.fields(inner_type, part.nodes)
            self._inner[id(part)] = inner
            for each in inner:
                self._compile(each)
        elif part.name == "facts":
            self._facts_wanted = True
            self._shows[id(part)] = self._read.compiler.rows(
                self._fact_columns, Kind.FACT, part.nodes
            )
        elif part.nodes[0].selection_set:
            self._shows[id(part)] = self._read.compiler.rows(self._columns, Kind.ENTITY, part.nodes)

    def fetch(
        self, subjects: list[Subject], compared_: list[str], predicates: Sequence[str]
    ) -> None:
        """Read what is selected of the entities and facts of `subjects`."""
        self._subjects, self._compared = subjects, compared_
        items = {item for s in subjects for items in s.covered_by.values() for item in items}
        ids = sorted({*compared_, *items, *(subject.id for subject in subjects)})
        values = self._read.compiler.values
        where = one_of(values, "id", ids)
        plan = Find(Kind.ENTITY, self._columns.taken(), where, limit=values.bind(len(ids)))
        rows = self._read.run(plan, len(ids) * (1 + self._columns.cost)).rows
        self._entities = {self._id(row): row for row in rows}
        if self._facts_wanted:
            self._facts = self._fetch_facts(sorted(items), predicates)

    def _fetch_facts(self, items: list[str], predicates: Sequence[str]) -> list[Row]:
        values, arguments = self._read.compiler.values, self._read.arguments
        stated = ("modalities", "asOf", "knownAt", "undated")
        words = {"predicates": list(predicates), **{name: arguments[name] for name in stated}}
        ends = [one_of(values, end, self._compared) for end in ("subject", "object")]
        others = [one_of(values, end, items) for end in ("object", "subject")]
        between = AnyOf(
            tuple(All((near, far)) for near, far in zip(ends, others, strict=True) if near and far)
        )
        where = every(wanting(self._read.compiler).condition(Kind.FACT, words), between)
        plan = Find(Kind.FACT, self._fact_columns.taken(), where, limit=values.bind(FACTS))
        return self._read.run(plan, FACTS * (1 + self._fact_columns.cost)).rows

    def show(self, *, truncated: bool) -> Shown:
        """The answer under its response keys."""
        return {
            part.key: truncated
            if part.name == "truncated"
            else self._listed(part, self._compared)
            if part.name == "entities"
            else [self._subject(part, subject) for subject in self._subjects]
            for part in self._parts
        }

    def _one(self, part: Selected, id_: str) -> Shown:
        return self._shows[id(part)](self._entities[id_])

    def _listed(self, part: Selected, ids: Iterable[str]) -> list[Shown]:
        return [self._one(part, id_) for id_ in ids]

    def _subject(self, part: Selected, subject: Subject) -> Shown:
        def value(inner: Selected) -> Any:
            match inner.name:
                case "subject":
                    return self._one(inner, subject.id)
                case "shared":
                    return not subject.lacked_by
                case "lackedBy":
                    return self._listed(inner, subject.lacked_by)
                case _:
                    return [
                        self._covered(inner, entity, items)
                        for entity, items in subject.covered_by.items()
                    ]

        return {inner.key: value(inner) for inner in self._inner[id(part)]}

    def _covered(self, part: Selected, entity: str, items: Sequence[str]) -> Shown:
        def value(inner: Selected) -> Any:
            if inner.name == "entity":
                return self._one(inner, entity)
            if inner.name == "items":
                return self._listed(inner, items)
            pairs = [{entity, item} for item in items]
            return [
                self._shows[id(inner)](row)
                for row in self._facts
                if {end(row) for end in self._ends} in pairs
            ]

        return {inner.key: value(inner) for inner in self._inner[id(part)]}
