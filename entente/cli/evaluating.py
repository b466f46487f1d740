"""`entente evaluate`."""

from __future__ import annotations

from pathlib import Path

import click
import orjson

from entente.cli.options import common, settings_of
from graph.evaluation import as_json, as_text
from graph.registry import open_store
from loaders.trial import against_documents, against_store
from loaders.workshop import Recipe


@click.command(epilog="Example: entente evaluate tests/gold/dev/gold.tsv --docs tests/gold/dev")
@common
@click.argument("gold", type=click.Path(path_type=Path))
@click.option(
    "--docs",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Read the documents of this folder, into no store. Default: what the store holds.",
)
@click.option("--json", "machine", is_flag=True, help="Write JSON.")
@click.pass_context
def evaluate(context: click.Context, gold: Path, docs: Path | None, machine: bool) -> None:
    """Hold the facts of documents against a gold table: precision, recall and F1.

    The table has a fact a line, parted by tabs: document (the start of its
    file name), subject, predicate, object, modality, weight (req or opt), quote.
    Beside GOLD.tsv, GOLD-also.tsv is read where it stands.
    """
    settings = settings_of(context)
    if docs is None:
        with open_store(settings.store, read_only=True) as store:
            score = against_store(gold, store)
    else:
        score, _ = against_documents(gold, docs, Recipe(settings.ontology, settings.model))
    if machine:
        click.echo(orjson.dumps(as_json(score), option=orjson.OPT_INDENT_2).decode())
    else:
        click.echo("\n".join(as_text(score)))
