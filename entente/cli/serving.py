"""`entente serve`."""

from __future__ import annotations

import click

from entente.cli.options import common, settings_of
from graph.registry import open_store
from loaders.adoption import adopt
from ontology.load import load_ontology

LARGEST_MESSAGE = 256 * 1024
"""Bytes of a message on a WebSocket."""
PATIENCE = 5
"""Seconds for requests to end once the service is stopped; event streams do not by themselves."""


@click.command(epilog="Example: entente serve --port 8080")
@common
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535))
@click.pass_context
def serve(context: click.Context, host: str, port: int) -> None:
    """Serve GraphQL and the explorer.

    On an address that is not a loopback one, ENTENTE_API_KEY, ENTENTE_API_KEYS
    or ENTENTE_OIDC_ISSUER must be set, and every request must give a key or token.
    """
    import uvicorn  # with the GraphQL library it takes a second to import

    from gql.service import create_app, require_key

    settings = settings_of(context)
    require_key(host, settings)
    with open_store(settings.store) as store:
        adopt(store, settings.ontology)
        app = create_app(store, load_ontology(settings.ontology), settings)
        click.echo(f"explorer and GraphQL on http://{host}:{port} (stop with Ctrl-C)", err=True)
        uvicorn.run(
            app,
            host=host,
            port=port,
            log_level="warning",
            ws_max_size=LARGEST_MESSAGE,
            timeout_graceful_shutdown=PATIENCE,
        )
