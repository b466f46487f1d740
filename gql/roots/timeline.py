"""What was said of an entity or a fact, in the order in which it was said."""

from __future__ import annotations

from operator import itemgetter
from typing import Any

from gql.roots.read import Read
from gql.selection.columns import Columns, Row
from gql.selection.compiler import Shown
from gql.selection.entity import BEST_ATTESTED
from gql.selection.filtering import wanting
from graph.plan import Field, Find, Kind, Link, LinkName, Nested
from graph.plan.filters import every, one_of
from graph.plan.following import EVERY_MODALITY, Following, relation
from graph.plan.operations import find_one
from graph.statements import EvidenceKind, Modality
from graph.timeline import Moment, Said, moments

MOST = 500
"""The most evidence that is put in order."""

PUBLICATION = Nested(Link(LinkName.DOCUMENT), (Field("to"), Field("date")), limit=1)


def timeline(read: Read) -> Shown:
    """The moments of an entity or of a fact."""
    arguments, values = read.arguments, read.compiler.values
    columns = Columns()
    names = ("id", "fact", "kind", "modality", "from")
    fields = [columns.field(name) for name in names]
    publication = itemgetter(columns.add(PUBLICATION))
    shows = {
        part.key: {
            inner.key: (
                inner.name,
                read.compiler.rows(columns, Kind.EVIDENCE, inner.nodes)
                if inner.name == "evidence"
                else None,
            )
            for inner in read.compiler.selections.fields("Moment", part.nodes)
        }
        for part in read.parts("Timeline")
        if part.name == "moments"
    }

    def said(place: int, row: Row) -> Said:
        id_, fact, kind, modality, starts = (get(row) for get in fields)
        published, date = publication(row)[0][0]
        return Said(
            place, id_, fact, EvidenceKind(kind), Modality(modality), starts, published, date
        )

    id_ = arguments["id"]
    # An entity's id is an IRI, which has a colon; a fact's is a hash.
    stated = [id_]
    more = False
    if ":" in id_:
        stated, more = _facts_of(read, id_)
    where = every(
        one_of(values, "fact", stated),
        wanting(read.compiler).condition(Kind.EVIDENCE, arguments["filter"]),
    )
    plan = Find(Kind.EVIDENCE, columns.taken(), where, limit=values.bind(MOST))
    result = read.run(plan, MOST * (1 + columns.cost))
    ordered = moments(said(place, row) for place, row in enumerate(result.rows))
    if arguments["changesOnly"]:
        ordered = [moment for moment in ordered if moment.changed]

    def shown(moment: Moment, key: str) -> Shown:
        values_: dict[str, Any] = {
            "date": moment.said.when,
            "modality": moment.said.modality,
            "previous": moment.previous,
            "changed": moment.changed,
        }
        return {
            inner: values_[name] if show is None else show(result.rows[moment.said.place])
            for inner, (name, show) in shows[key].items()
        }

    return {
        part.key: [shown(moment, part.key) for moment in ordered]
        if part.name == "moments"
        else result.truncated or more
        for part in read.parts("Timeline")
    }


def _facts_of(read: Read, entity: str) -> tuple[list[str], bool]:
    values = read.compiler.values
    anything = relation(read.ontology, values, Following(modalities=EVERY_MODALITY))
    facts = Nested(Link(LinkName.FACTS, anything), (Field("id"),), order=BEST_ATTESTED, limit=MOST)
    rows = read.run(find_one(Kind.ENTITY, values, entity, (facts,)), MOST).rows
    found, more = rows[0][0] if rows else ([], False)
    return [fact for (fact,) in found], more
