"""`entente serve`."""

from __future__ import annotations

import click

from entente.cli.options import common, settings_of
from graph.registry import open_store
from loaders.adoption import adopt
from ontology.load import load_ontology


@click.command(epilog="Example: entente serve --port 8080")
@common
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535))
@click.pass_context
def serve(context: click.Context, host: str, port: int) -> None:
    """Serve GraphQL and the explorer.

    On an address that is not a loopback one, ENTENTE_API_KEY must be set, and
    every request must give it.
    """
    import uvicorn  # with the GraphQL library it takes a second to import

    from gql.service import create_app, require_key

    settings = settings_of(context)
    require_key(host, settings)
    with open_store(settings.store) as store:
        adopt(store, settings.ontology)
        app = create_app(store, load_ontology(settings.ontology), settings)
        click.echo(f"explorer and GraphQL on http://{host}:{port} (stop with Ctrl-C)", err=True)
        uvicorn.run(app, host=host, port=port, log_level="warning")
