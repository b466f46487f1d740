"""`entente key`."""

from __future__ import annotations

import click
import orjson

from entente.cli.options import common
from entente.errors import UsageError


@click.command(epilog="Example: entente key maria --role curator")
@common
@click.argument("name")
@click.option(
    "--role", type=click.Choice(["reader", "curator", "admin"]), default="reader", show_default=True
)
def key(name: str, role: str) -> None:
    """Make an API key for NAME.

    Give the key to its holder, and add the entry to ENTENTE_API_KEYS, or to the
    file that it names. The key is not kept: only its hash is in the entry.
    """
    from gql.roles.keys import ENTRY, fingerprint, new_key

    made = new_key()
    entry = f"{name}:{role}:{fingerprint(made).decode()}"
    if not ENTRY.fullmatch(entry):
        raise UsageError(
            f"{name!r} is no name for a key", hint="leave out spaces, colons, commas and #"
        )
    click.echo(orjson.dumps({"key": made, "entry": entry}, option=orjson.OPT_INDENT_2).decode())
