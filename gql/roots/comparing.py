"""What several entities cover and share, and what one has that another lacks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from entente.errors import UsageError
from gql.roots.known import expect, meant
from gql.roots.read import Asked, Read, Run
from gql.selection.columns import Columns
from gql.selection.compiler import Fields
from gql.selection.fields import Selected
from gql.selection.filtering import stated, wanting
from gql.selection.following import following
from gql.selection.graph import FOUND, among_found
from gql.selection.shape import At, Each, One, Row, Shape
from graph.comparison import MOST_COVERED, Subject, compared, coverage
from graph.plan import All, AnyOf, Bind, Compare, Direction, Field, Find, Kind, Operator, Values
from graph.plan.filters import every

FACTS = 500
"""The most facts that a comparison shows."""

Meant = Callable[[Sequence[str]], list[str]]
"""Whom ids mean that the reader gave."""
Keep = Callable[[Run, Subject, Meant], bool]
Ids = Callable[[Run], list[str]]


def compare(read: Read) -> Asked:
    """What agreements or other entities cover."""
    shared = read.arguments["shared"]
    agreements = read.arguments.later("agreements")
    return _comparison(
        read,
        lambda run: run.value(agreements),
        read.arguments.facet("agreements", lambda ids: len(set(ids))),
        "coverage",
        lambda _, subject, __: shared is None or shared is not bool(subject.lacked_by),
    )


def shared_interests(read: Read) -> Asked:
    """What actors seek or work on together, and others do not."""
    between, lacking = (read.arguments.later(name) for name in ("between", "lackedBy"))
    size = sum(
        read.arguments.facet(name, lambda ids: len(set(ids or ())))
        for name in ("between", "lackedBy")
    )

    def keep(run: Run, subject: Subject, meant: Meant) -> bool:
        covering = subject.covered_by.keys()
        without = meant(run.value(lacking) or ())
        return covering >= set(meant(run.value(between))) and covering.isdisjoint(without)

    return _comparison(
        read,
        lambda run: [*run.value(between), *(run.value(lacking) or ())],
        size,
        "interest",
        keep,
    )


def _comparison(read: Read, ids: Ids, size: int, role: str, keep: Keep) -> Asked:
    arguments, ontology, values = read.arguments, read.ontology, read.values
    if size < 2:
        raise UsageError("one entity cannot be compared", hint="name at least two")
    read.limits.check("the number of entities", size, read.limits.names)
    covering, named = arguments["predicates"], arguments["through"]
    predicates = ontology.in_role(role) if covering is None else tuple(covering)
    through = ontology.in_role("topic") if named is None else tuple(named)
    followed = following(arguments, predicates=predicates, direction=Direction.OUT)
    answer = _Answer(read, predicates)
    shape = answer.shape()
    plan = coverage(ontology, values, FOUND, followed, through, size)
    fill = answer.ready()
    cost = size * MOST_COVERED + answer.cost
    read.weigh(cost)

    def fetch(run: Run) -> Row:
        given = list(dict.fromkeys(ids(run)))
        with run.store.reading():
            rows = run.result(plan, values, **{FOUND.name: given}).rows
            own = meant((id_, merged) for id_, _, merged in rows)
            # Left out, what the others cover would seem to be covered by all.
            expect(given, own)

            def named(ids: Sequence[str]) -> list[str]:
                return list(dict.fromkeys(own[id_] for id_ in ids))

            wanted = named(given)
            if len(wanted) < 2:
                raise UsageError(
                    f"{', '.join(given)} are one entity by now", hint="name at least two"
                )
            subjects = [s for s in compared(rows, wanted) if keep(run, s, named)]
            shown = fill(run, wanted, subjects)
        return *shown, any(more for _, (_, more), _ in rows)

    return Asked(fetch, shape)


class _Answer:
    """What is selected of the entities and facts of a comparison.

    It is shown from `(entities, subjects, truncated)`; a subject from `(entity,
    coverage, those that lack it, whether all cover it)`, its coverage from
    `(entity, items, facts)`.
    """

    def __init__(self, read: Read, predicates: Sequence[str]) -> None:
        self._read = read
        self._predicates = predicates
        self._columns, self._of_fact = Columns(), Columns(read.arguments)
        self._id = self._columns.add(Field("id"))
        self._ends = [self._of_fact.add(Field(name)) for name in ("subject", "object")]
        self._facts_wanted = False

    def shape(self) -> Shape:
        """The shape of the answer."""
        record = self._read.compiler.record
        of_coverage: Fields = {"entity": self._one, "items": self._many(1), "facts": self._facts}
        of_subject: Fields = {
            "subject": self._one,
            "coverage": lambda part: Each(At(1), record("Coverage", part, of_coverage)),
            "lackedBy": self._many(2),
            "shared": At(3),
        }
        fields: Fields = {
            "entities": self._many(0),
            "subjects": lambda part: Each(At(1), record("ComparedSubject", part, of_subject)),
            "truncated": At(2),
        }
        return record("Comparison", self._read.selected, fields)

    def _entity(self, part: Selected) -> Shape:
        return self._read.compiler.rows(self._columns, Kind.ENTITY, part.nodes)

    def _one(self, part: Selected) -> Shape:
        return One(At(0), self._entity(part))

    def _many(self, place: int) -> Callable[[Selected], Shape]:
        return lambda part: Each(At(place), self._entity(part))

    def _facts(self, part: Selected) -> Shape:
        self._facts_wanted = True
        return Each(At(2), self._read.compiler.rows(self._of_fact, Kind.FACT, part.nodes))

    @property
    def cost(self) -> int:
        """How many rows it could bring along, as far as it is known before it is read."""
        facts = 1 + self._of_fact.cost if self._facts_wanted else 0
        return FACTS * (1 + self._columns.cost + facts)

    def ready(self) -> Callable[[Run, list[str], list[Subject]], tuple[Row, Row]]:
        """How the rows of the answer are read, once all is compiled."""
        values = self._read.values
        entities = Find(Kind.ENTITY, self._columns.taken(), among_found(), limit=Bind("most"))
        facts = self._facts_plan(values)

        def fill(run: Run, ids: list[str], subjects: list[Subject]) -> tuple[Row, Row]:
            items = {item for s in subjects for found in s.covered_by.values() for item in found}
            wanted = sorted({*ids, *items, *(subject.id for subject in subjects)})
            given = {FOUND.name: wanted, "most": len(wanted)}
            rows = run.result(entities, values, **given).rows
            by_id = {row[self._id]: row for row in rows}
            stating: list[Row] = []
            if self._facts_wanted:
                between = {FOUND.name: ids, "items": sorted(items)}
                stating = list(run.result(facts, values, **between).rows)

            def said(entity: str, items: Sequence[str]) -> list[Row]:
                pairs = [{entity, item} for item in items]
                return [row for row in stating if {row[end] for end in self._ends} in pairs]

            def covered(subject: Subject) -> list[Row]:
                return [
                    (by_id[entity], [by_id[item] for item in found], said(entity, found))
                    for entity, found in subject.covered_by.items()
                ]

            return [by_id[id_] for id_ in ids], [
                (
                    by_id[subject.id],
                    covered(subject),
                    [by_id[id_] for id_ in subject.lacked_by],
                    not subject.lacked_by,
                )
                for subject in subjects
            ]

        return fill

    def _facts_plan(self, values: Values) -> Find:
        items = Bind("items")
        between = AnyOf(
            tuple(
                All((Compare(near, Operator.IN, FOUND), Compare(far, Operator.IN, items)))
                for near, far in (("subject", "object"), ("object", "subject"))
            )
        )
        words: dict[str, Any] = {
            "predicates": list(self._predicates),
            **stated(self._read.arguments),
        }
        where = every(wanting(self._read.compiler).condition(Kind.FACT, words), between)
        return Find(Kind.FACT, self._of_fact.taken(), where, limit=values.bind(FACTS))
