"""`entente contradictions`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import click
import orjson

from entente.cli.options import common, settings_of
from graph.plan import Column, Field, Link, LinkName, Nested
from graph.plan.filters import alike
from graph.plan.operations import contradictions as plan_of
from graph.plan.operations import side
from graph.plan.values import Values
from graph.registry import open_store
from graph.statements import Polarity
from graph.store import Store
from ontology.load import load_ontology
from ontology.model import Ontology

EACH = 20
"""Evidence that is shown of a side, unless more is asked for."""
OWN = ("id", "quote", "modality", "start", "end")
DOCUMENT = ("id", "name", "publisher", "date")
END = ("id", "label")


@click.command(epilog="Example: entente contradictions --predicate partnerOf --limit 10")
@common
@click.option("--predicate", "predicates", multiple=True, metavar="NAME", help="Only of these.")
@click.option("--about", metavar="IRI", help="Only facts about this entity.")
@click.option("--limit", type=click.IntRange(1, 1000), default=50, show_default=True)
@click.option("--evidence", type=click.IntRange(1, 1000), default=EACH, show_default=True)
@click.option("--json", "machine", is_flag=True, help="Write JSON.")
@click.pass_context
def contradictions(
    context: click.Context,
    predicates: tuple[str, ...],
    about: str | None,
    limit: int,
    evidence: int,
    machine: bool,
) -> None:
    """List the facts that are affirmed in one place and denied in another, with both sides."""
    settings = settings_of(context)
    ontology = load_ontology(settings.ontology)
    with open_store(settings.store, read_only=True) as store:
        found = _found(store, ontology, predicates, about, limit, evidence)
    if machine:
        click.echo(orjson.dumps(found, option=orjson.OPT_INDENT_2).decode())
    else:
        click.echo("\n".join(_lines(found)))


def _found(
    store: Store,
    ontology: Ontology,
    predicates: tuple[str, ...],
    about: str | None,
    limit: int,
    evidence: int,
) -> dict[str, Any]:
    documents = Nested(Link(LinkName.DOCUMENT), tuple(map(Field, DOCUMENT)), limit=1)
    columns: tuple[Column, ...] = (*(Field(name) for name in OWN), documents)
    values = Values()
    plan = plan_of(
        ontology,
        values,
        (
            Field("id"),
            Field("predicate"),
            Field("belief"),
            Nested(Link(LinkName.SUBJECT), tuple(map(Field, END)), limit=1),
            Nested(Link(LinkName.OBJECT), tuple(map(Field, END)), limit=1),
            side(values, Polarity.AFFIRMED, columns, limit=evidence),
            side(values, Polarity.DENIED, columns, limit=evidence),
            Nested(alike(ontology), (side(values, Polarity.AFFIRMED, columns, limit=evidence),)),
        ),
        predicates=predicates,
        about=about,
        limit=limit,
    )
    result = store.run(plan, values.given)
    return {
        "total": result.total,
        "truncated": result.truncated,
        "contradictions": [_contradiction(row) for row in result.rows],
    }


def _contradiction(row: list[Any]) -> dict[str, Any]:
    id_, predicate, belief, (subjects, _), (objects, _), affirmed, denied, others = row
    for (more,) in others[0]:
        affirmed = [affirmed[0] + more[0], affirmed[1] or more[1]]
    return {
        "fact": id_,
        "subject": dict(zip(END, subjects[0], strict=True)),
        "predicate": predicate,
        "object": dict(zip(END, objects[0], strict=True)),
        "belief": belief,
        "affirmed": _side(affirmed),
        "denied": _side(denied),
    }


def _side(nested: list[Any]) -> dict[str, Any]:
    rows, more = nested
    return {
        "truncated": more,
        "evidence": [
            {
                **dict(zip(OWN, own, strict=True)),
                "document": dict(zip(DOCUMENT, documents[0], strict=True)),
            }
            for *own, (documents, _) in rows
        ],
    }


def _lines(found: dict[str, Any]) -> Iterator[str]:
    listed = found["contradictions"]
    yield f"{found['total']} contradictions" + (
        f", of which the first {len(listed)} (--limit)" if found["truncated"] else ""
    )
    for each in listed:
        yield ""
        ends = each["subject"]["label"], each["predicate"], each["object"]["label"]
        yield f"{' | '.join(ends)}  (fact {each['fact']})"
        for name in ("affirmed", "denied"):
            yield f"  {name}:"
            for said in each[name]["evidence"]:
                document = said["document"]
                voice = document["publisher"] or "no publisher"
                date = document["date"] or "undated"
                quote = " ".join(said["quote"].split())
                yield f"    [{said['modality']}] {voice}, {date}, {document['name']}: “{quote}”"
            if each[name]["truncated"]:
                yield "    … and more (--evidence)"
