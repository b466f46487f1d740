"""`entente serve`."""

from __future__ import annotations

import gc
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from time import monotonic
from typing import Any

import click
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from entente.cli.options import common, settings_of
from graph.registry import open_store
from graph.store import Store
from loaders.adoption import adopt
from ontology.load import load_ontology

LARGEST_MESSAGE = 256 * 1024
"""Bytes of a message on a WebSocket."""
ADOPTING = "adopting the ontology, which brings all that is stored up to date"
PATIENCE = 5
"""Seconds for requests to end once the service is stopped; event streams do not by themselves."""


@click.command(epilog="Example: entente serve --port 8080")
@common
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535))
@click.option(
    "--persisted",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help="JSON with queries by their ids, to be asked for by these.  [ENTENTE_PERSISTED]",
)
@click.option(
    "--only-persisted/--any-query",
    default=None,
    help="Answer no other queries.  [ENTENTE_ONLY_PERSISTED]",
)
@click.option(
    "--introspection/--no-introspection",
    default=None,
    help="Whether queries may ask for the schema.  [ENTENTE_INTROSPECTION]",
)
@click.option(
    "--suggestions/--no-suggestions",
    default=None,
    help="Whether a wrong name is answered with the right one.  [ENTENTE_SUGGESTIONS]",
)
@click.pass_context
def serve(context: click.Context, /, host: str, port: int, **chosen: Any) -> None:
    """Serve GraphQL and the explorer.

    On an address that is not a loopback one, ENTENTE_API_KEY, ENTENTE_API_KEYS
    or ENTENTE_OIDC_ISSUER must be set, and every request must give a key or token.
    """
    import uvicorn  # with the GraphQL library it takes a second to import

    from gql.service import create_app, require_key

    given = {name: value for name, value in chosen.items() if value is not None}
    settings = replace(settings_of(context), **given)
    require_key(host, settings)
    with open_store(settings.store) as store:
        _adopt(store, settings.ontology)
        app = create_app(store, load_ontology(settings.ontology), settings, early=True)
        # What is there now stays, and an answer is thousands of lists that hold no cycles: the
        # collector would take a third of the time of a large one to find that out.
        gc.collect()
        gc.freeze()
        gc.set_threshold(100_000, 20, 20)
        click.echo(f"explorer and GraphQL on http://{host}:{port} (stop with Ctrl-C)", err=True)
        uvicorn.run(
            app,
            host=host,
            port=port,
            log_level="warning",
            access_log=False,
            ws_max_size=LARGEST_MESSAGE,
            timeout_graceful_shutdown=PATIENCE,
        )


def _adopt(store: Store, folder: Path) -> None:
    """Adopt the ontology; what takes a while in a large store is said, with its time."""
    console = Console(stderr=True)
    columns = SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn()
    with ExitStack() as shown:

        def told() -> None:
            if console.is_terminal:
                shown.enter_context(bar := Progress(*columns, console=console))
                bar.add_task(ADOPTING, total=None)
            else:
                click.echo(f"{ADOPTING} …", err=True)

        started = monotonic()
        adopted = adopt(store, folder, told)
    if adopted:
        click.echo(f"adopted in {monotonic() - started:.1f} s", err=True)
