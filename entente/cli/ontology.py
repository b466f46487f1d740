"""`entente ontology …`: for those who extend the Turtle."""

from __future__ import annotations

import click

from entente.cli.options import common, settings_of
from entente.errors import UsageError
from ontology.description import KINDS, listing
from ontology.description import show as show_term
from ontology.load import load_ontology
from ontology.report import check as check_folder


@click.group(epilog="Example: entente ontology check --ontology my-ontology")
@common
def ontology() -> None:
    """Check the ontology and look things up in it."""


@ontology.command(epilog="Example: entente ontology check --ontology my-ontology")
@common
@click.pass_context
def check(context: click.Context) -> None:
    """Compile the folder, refuse what is wrong by term and line, and count what it holds."""
    for line in check_folder(settings_of(context).ontology):
        click.echo(line)


@ontology.command("list", epilog="Example: entente ontology list predicates")
@common
@click.argument("kind", type=click.Choice(sorted(KINDS)))
@click.pass_context
def list_terms(context: click.Context, kind: str) -> None:
    """List the terms of one kind: name, label and meaning, separated by tabs."""
    for row in listing(load_ontology(settings_of(context).ontology), kind):
        click.echo("\t".join(row))


@ontology.command(epilog="Example: entente ontology show partnerOf")
@common
@click.argument("term")
@click.pass_context
def show(context: click.Context, term: str) -> None:
    """Say all that the ontology says of a term, named by name, label or IRI."""
    for line in show_term(load_ontology(settings_of(context).ontology), term):
        click.echo(line)


@ontology.command("states", epilog="Example: entente ontology states --check")
@click.option("--check", "only_check", is_flag=True, help="Write nothing; fail if they are stale.")
def states(only_check: bool) -> None:
    """Generate the Turtle of states and capitals anew from the libraries that list them."""
    from ontology.generate.states import main as generate  # the libraries take a second to import

    if generate(["--check"] if only_check else []):
        raise UsageError("states.ttl or capitals.ttl is stale", hint="run it without --check")
