"""What waits for a person."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from gql.roots.read import Asked, Read, Run
from gql.selection.columns import Columns
from gql.selection.compiler import Fields, places
from gql.selection.fields import Selected
from gql.selection.graph import FOUND, among_found
from gql.selection.shape import At, Each, One, Row, Shape
from graph.agenda import Agenda, agenda, declined
from graph.plan import Bind, Field, Find, Kind
from graph.review import Review
from graph.statements import Refused

_ENDS = 4
"""The most entities that an item of the list shows, and documents beside them."""


def review_list(read: Read) -> Asked:
    """New entities, pairs that may be one, refused claims and changed statements."""
    size = read.limits.check_page("limit", read.arguments["limit"])
    answer = _Answer(read)
    shape = answer.shape()
    fill = answer.ready()
    read.weigh(size * _ENDS * (1 + answer.cost))

    def fetch(run: Run) -> Row:
        run.context.check_time()
        with run.store.reading():
            return fill(run, agenda(run.store, size))

    return Asked(fetch, shape)


class _Answer:
    """What is selected of the items, shown from `(new, merges, refused, changed, totals)`."""

    def __init__(self, read: Read) -> None:
        self._read = read
        self._entities, self._documents = Columns(), Columns()
        self._id = self._entities.add(Field("id"))
        self._document = self._documents.add(Field("id"))
        self._quoting = False
        """Whether texts have to be read for the words of refused claims."""

    @property
    def cost(self) -> int:
        return self._entities.cost + self._documents.cost

    def shape(self) -> Shape:
        """The shape of the answer."""
        record = self._read.compiler.record
        merge: Fields = {"left": self._end(0), "right": self._end(1), **_at(2, "id", "reason")}
        claim: Fields = {
            "subject": self._end(0),
            "object": self._end(1),
            "document": self._of_document,
            **_at(3, "subjectId", "predicate", "objectId", "start", "end"),
            **_at(8, "reason", "detail", "cue"),
            "quote": self._quote,
        }
        changed: Fields = {
            "subject": self._end(0),
            "object": self._end(1),
            **_at(2, "id", "subjectId", "predicate", "objectId", "quote", "locations"),
        }
        totals = places("newEntities", "merges", "refused", "changed")

        def items(place: int, name: str, fields: Fields) -> Callable[[Selected], Shape]:
            return lambda part: Each(At(place), record(name, part, fields))

        fields: Fields = {
            "newEntities": lambda part: Each(At(0), self._entity(part)),
            "merges": items(1, "PossibleMerge", merge),
            "refused": items(2, "RefusedClaim", claim),
            "changed": items(3, "ChangedStatement", changed),
            "total": lambda part: One(At(4), record("ReviewTotals", part, totals)),
        }
        return record("ReviewList", self._read.selected, fields)

    def _entity(self, part: Selected) -> Shape:
        return self._read.compiler.rows(self._entities, Kind.ENTITY, part.nodes)

    def _end(self, place: int) -> Callable[[Selected], Shape]:
        return lambda part: One(At(place), self._entity(part))

    def _quote(self, _: Selected) -> Shape:
        self._quoting = True
        return At(11)

    def _of_document(self, part: Selected) -> Shape:
        return One(At(2), self._read.compiler.rows(self._documents, Kind.DOCUMENT, part.nodes))

    def ready(self) -> Callable[[Run, Agenda], Row]:
        """How the row of the answer is read, once all is compiled."""
        values = self._read.values
        most = Bind("most")
        entities = Find(Kind.ENTITY, self._entities.taken(), among_found(), limit=most)
        documents = Find(Kind.DOCUMENT, self._documents.taken(), among_found(), limit=most)

        def rows(run: Run, plan: Find, place: int, ids: Iterable[str]) -> dict[str, Row]:
            wanted = sorted(set(ids))
            given = {FOUND.name: wanted, "most": max(len(wanted), 1)}
            return {row[place]: row for row in run.result(plan, values, **given).rows}

        def fill(run: Run, found: Agenda) -> Row:
            entity = rows(run, entities, self._id, _entities_of(found))
            document = rows(run, documents, self._document, (id_ for id_, _ in found.refused))
            total, quotes = found.total, [""] * len(found.refused)
            if self._quoting:
                quotes = [each.quote for each in declined(run.store, found.refused)]
            return (
                [entity[one.id] for one in found.new if one.id in entity],
                [
                    (entity.get(c.left.id), entity.get(c.right.id), c.question, c.reason)
                    for c in found.merges
                ],
                [
                    (
                        entity.get(c.subject),
                        entity.get(c.object),
                        document.get(id_),
                        *_refused(c),
                        quote,
                    )
                    for (id_, c), quote in zip(found.refused, quotes, strict=True)
                ],
                [
                    (entity.get(r.fact.subject), entity.get(r.fact.object), *_changed(r))
                    for r in found.changed
                ],
                [total[name] for name in ("new", "merges", "refused", "changed")],
            )

        return fill


def _at(first: int, *names: str) -> dict[str, At]:
    return {name: At(first + place) for place, name in enumerate(names)}


def _entities_of(found: Agenda) -> Iterable[str]:
    yield from (one.id for one in found.new)
    for pair in found.merges:
        yield from (pair.left.id, pair.right.id)
    for _, claim in found.refused:
        yield from (claim.subject, claim.object)
    for review in found.changed:
        yield from (review.fact.subject, review.fact.object)


def _refused(claim: Refused) -> Row:
    return (
        *(claim.subject, claim.predicate, claim.object, claim.start, claim.end),
        *(claim.reason.value, claim.detail, claim.cue),
    )


def _changed(review: Review) -> Row:
    fact = review.fact
    ends = fact.subject, fact.predicate, fact.object
    return review.id, *ends, review.evidence.quote, list(review.locations)
