"""`entente load` and `entente remove`."""

from __future__ import annotations

import sys

import click
import orjson
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from entente.cli.options import common, settings_of
from entente.errors import UsageError
from graph.registry import open_store
from loaders.pipeline import Loader
from loaders.report import Outcome, Report
from loaders.sources import STDIN, Metadata
from loaders.workshop import Recipe

EXAMPLE = "Example: entente load samples --publisher 'Entente Samples Desk'"


@click.command(epilog=EXAMPLE)
@common
@click.argument("targets", nargs=-1, required=True, metavar="PATH|DIR|-…")
@click.option("--date", metavar="EDTF", help="When the documents were published, e.g. 2023-07-11.")
@click.option("--publisher", metavar="NAME", help="Who published them.")
@click.option("--title", metavar="TEXT", help="What they are called.")
@click.option("--processes", type=click.IntRange(1, 64), help="Default: one a processor.")
@click.option("--quiet", is_flag=True, help="No progress.")
@click.pass_context
def load(
    context: click.Context,
    targets: tuple[str, ...],
    date: str | None,
    publisher: str | None,
    title: str | None,
    processes: int | None,
    quiet: bool,
) -> None:
    """Read documents into the store; what is unchanged is skipped.

    Files may be text, Markdown, HTML, PDF or DOCX, or TriG and N-Quads that
    'export --all' wrote; '-' reads a text from standard input.
    """
    if targets.count(STDIN) > 1:
        raise UsageError("'-' stands twice", hint="standard input can be read once")
    settings = settings_of(context)
    recipe = Recipe(settings.ontology, settings.model)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    console = Console(stderr=True)
    with (
        open_store(settings.store) as store,
        Progress(*columns, TimeRemainingColumn(), console=console, disable=quiet) as bar,
    ):
        task = bar.add_task("preparing", total=None)

        def progress(done: int, total: int, location: str) -> None:
            name = location.rpartition("/")[2]
            bar.update(task, description=name[:40], completed=done, total=total)
            if not console.is_terminal and not quiet and done % 100 == 0:
                click.echo(f"{done} of {total}", err=True)

        loader = Loader(store, recipe)
        report = loader.load(
            targets, Metadata(title, publisher, date), processes=processes, progress=progress
        )
        bar.update(task, description="done", completed=1, total=1)
    _say(report)


def _say(report: Report) -> None:
    for item in report.errors:
        if item.error:
            click.echo(f"refused [{item.error.code}]: {item.error}", err=True)
    click.echo(orjson.dumps(report.as_json(), option=orjson.OPT_INDENT_2).decode())
    if report.outcomes[Outcome.REFUSED]:
        sys.exit(1)


@click.command(epilog="Example: entente remove samples/01-partners-at-the-table.md")
@common
@click.argument("targets", nargs=-1, required=True, metavar="LOCATION|ID|NAME…")
@click.pass_context
def remove(context: click.Context, targets: tuple[str, ...]) -> None:
    """Remove documents with all that they alone stated."""
    settings = settings_of(context)
    with open_store(settings.store) as store:
        loader = Loader(store, Recipe(settings.ontology, settings.model))
        for target in targets:
            for location in loader.remove(target):
                click.echo(location)
