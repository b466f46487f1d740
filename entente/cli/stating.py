"""`entente state`."""

from __future__ import annotations

import click

from entente.cli.options import common, settings_of
from entente.cli.signing import now, user
from graph.lookup import document_named, entity_named
from graph.registry import open_store
from graph.statements import Polarity, Span, Status
from loaders.adoption import adopt
from loaders.sources import location_uri
from loaders.stating import state as state_fact
from ontology.load import load_ontology


@click.command(
    epilog="Example: entente state 02-before-vilnius.txt 120 164 Japan partnerOf NATO --denied"
)
@common
@click.argument("document", metavar="LOCATION|ID|NAME")
@click.argument("start", type=int)
@click.argument("end", type=int)
@click.argument("subject", metavar="ID|NAME")
@click.argument("predicate")
@click.argument("object_", metavar="ID|NAME")
@click.option("--denied", is_flag=True, help="The text denies it.")
@click.option("--status", type=click.Choice([s.value for s in Status]), default="actual")
@click.option("--time", metavar="EDTF", help="The time that the text speaks of.")
@click.option("--by", metavar="NAME", default=user, help="Who states it. [the OS user]")
@click.pass_context
def state(
    context: click.Context,
    document: str,
    start: int,
    end: int,
    subject: str,
    predicate: str,
    object_: str,
    denied: bool,
    status: str,
    time: str | None,
    by: str,
) -> None:
    """State a fact on a span of a stored text, which outlives its being read again.

    START and END count code points of the document's text. If the text changes
    there, the statement waits in 'entente review'.
    """
    settings = settings_of(context)
    ontology = load_ontology(settings.ontology)
    with open_store(settings.store) as store:
        adopt(store, settings.ontology)
        id_ = state_fact(
            store,
            ontology,
            document_named(store, document, location_uri(document)),
            Span(start, end),
            (entity_named(store, subject), predicate, entity_named(store, object_)),
            by,
            now(),
            polarity=Polarity.DENIED if denied else Polarity.AFFIRMED,
            status=Status(status),
            time=time,
        )
    click.echo(id_)
