"""What was said of an entity or a fact, in the order in which it was said."""

from __future__ import annotations

from entente.errors import NotFound
from gql.roots.known import expect
from gql.roots.read import Asked, Read, Run
from gql.selection.columns import Columns
from gql.selection.compiler import Fields
from gql.selection.entity import BEST_ATTESTED
from gql.selection.filtering import wanting
from gql.selection.graph import FOUND, among_found
from gql.selection.shape import At, Each, One, Row
from graph.plan import Field, Find, Kind, Link, LinkName, Nested
from graph.plan.filters import every
from graph.plan.following import EVERY_MODALITY, Following, relation
from graph.plan.operations import find_one
from graph.statements import EvidenceKind, Modality
from graph.timeline import Said, moments

MOST = 500
"""The most evidence that is put in order, and the most facts of an entity."""

OWN = ("id", "fact", "kind", "modality", "from")
PUBLICATION = Nested(Link(LinkName.DOCUMENT), (Field("to"), Field("date")), limit=1)


def timeline(read: Read) -> Asked:
    """The moments of an entity or of a fact."""
    arguments, values, columns = read.arguments, read.values, Columns()
    places = [columns.add(Field(name)) for name in OWN]
    publication = columns.add(PUBLICATION)
    moment: Fields = {
        "date": At(0),
        "modality": At(1),
        "previous": At(2),
        "changed": At(3),
        "evidence": lambda part: One(At(4), read.compiler.rows(columns, Kind.EVIDENCE, part.nodes)),
    }
    shape = read.compiler.record(
        "Timeline",
        read.selected,
        {
            "moments": lambda part: Each(At(0), read.compiler.record("Moment", part, moment)),
            "truncated": At(1),
        },
    )
    where = every(
        among_found("fact"),
        wanting(read.compiler).evidence(arguments.later("filter")),
    )
    plan = Find(Kind.EVIDENCE, columns.taken(), where, limit=values.bind(MOST))
    id_, changes_only = arguments.later("id"), arguments["changesOnly"]
    # An entity's id is an IRI, which has a colon; a fact's is a hash.
    facts = _facts_of(read) if arguments.facet("id", lambda given: ":" in given) else None
    fact = find_one(Kind.FACT, values, id_, (Field("id"),))
    cost = MOST * (1 + columns.cost)
    read.weigh(cost)

    def said(place: int, row: Row) -> Said:
        evidence, fact, kind, modality, starts = (row[at] for at in places)
        published, date = row[publication][0][0]
        return Said(
            place, evidence, fact, EvidenceKind(kind), Modality(modality), starts, published, date
        )

    def fetch(run: Run) -> Row:
        with run.store.reading():
            stated, more = [run.value(id_)], False
            if facts is not None:
                rows = run.result(facts, values).rows
                expect(stated, stated if rows else ())
                found, more = rows[0][0]
                stated = [fact for (fact,) in found]
            result = run.result(plan, values, **{FOUND.name: stated})
            if facts is None and not result.rows and not run.result(fact, values).rows:
                raise NotFound(f"no fact {stated[0]!r}", hint="facts of entities have their ids")
        ordered = moments(said(place, row) for place, row in enumerate(result.rows))
        return [
            (m.said.when, m.said.modality, m.previous, m.changed, result.rows[m.said.place])
            for m in ordered
            if m.changed or not changes_only
        ], result.truncated or more

    return Asked(fetch, shape)


def _facts_of(read: Read) -> Find:
    anything = relation(read.ontology, read.values, Following(modalities=EVERY_MODALITY))
    facts = Nested(Link(LinkName.FACTS, anything), (Field("id"),), order=BEST_ATTESTED, limit=MOST)
    return find_one(Kind.ENTITY, read.values, read.arguments.later("id"), (facts,))
