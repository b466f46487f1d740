"""`entente ontology …`: for those who extend the Turtle."""

from __future__ import annotations

import click

from entente.cli.options import common, settings_of
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
