"""`entente query`, `entente export` and `entente stats`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click
import orjson

from entente.cli.options import common, settings_of
from entente.errors import UsageError
from graph.exchange import FORMATS, Selection, writer
from graph.registry import open_store
from loaders.adoption import adopt
from ontology.load import load_ontology


@click.command(epilog="Example: entente query '{ search(text: \"NATO\") { nodes { id label } } }'")
@common
@click.argument("text", metavar="GRAPHQL|-")
@click.option("--variables", metavar="JSON", default="{}", help="The query's variables.")
@click.pass_context
def query(context: click.Context, text: str, variables: str) -> None:
    """Answer a GraphQL query without a server; '-' reads it from standard input."""
    from gql import execute  # strawberry takes a second to import

    settings = settings_of(context)
    try:
        values: dict[str, Any] = orjson.loads(variables)
    except orjson.JSONDecodeError as error:
        raise UsageError(f"--variables: {error}", hint="write a JSON object") from error
    with open_store(settings.store) as store:
        adopt(store, settings.ontology)
        source = sys.stdin.read() if text == "-" else text
        answer = execute(store, load_ontology(settings.ontology), source, values)
    click.echo(orjson.dumps(answer, option=orjson.OPT_INDENT_2).decode())
    if answer.get("errors"):
        sys.exit(1)


@click.command(epilog="Example: entente export --format trig --all --output graph.trig")
@common
@click.option("--format", "name", type=click.Choice(sorted(FORMATS)), default="jsonl")
@click.option("--all", "everything", is_flag=True, help="Reference, curated and inferred too.")
@click.option("--output", type=click.Path(path_type=Path), help="Default: standard output.")
@click.pass_context
def export(context: click.Context, name: str, everything: bool, output: Path | None) -> None:
    """Write the graph in another format; the same store gives the same bytes."""
    settings = settings_of(context)
    terms = load_ontology(settings.ontology)
    iris = {
        term.name: term.iri
        for group in (terms.classes, terms.predicates, terms.properties, terms.qualifiers)
        for term in group.values()
    }
    with open_store(settings.store, read_only=True) as store, store.reading():
        selection = Selection(store, iris, everything)
        if output is None:
            writer(name)(selection, sys.stdout.buffer)
            sys.stdout.flush()
            return
        partial = output.with_name(output.name + ".partial")
        with partial.open("wb") as out:
            writer(name)(selection, out)
        partial.replace(output)


@click.command(epilog="Example: entente stats --store neo4j://localhost:7687/neo4j")
@common
@click.pass_context
def stats(context: click.Context) -> None:
    """Count what is stored, by class, predicate, modality and document."""
    from graph.plan.operations import statistics

    with open_store(settings_of(context).store, read_only=True) as store:
        answer = statistics(store)
    click.echo(orjson.dumps(answer, option=orjson.OPT_INDENT_2).decode())
