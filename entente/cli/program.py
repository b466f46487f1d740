"""The program: its commands, and the edge where errors become words and exit codes."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import Any

import click

import entente
from entente.cli.options import common
from entente.errors import EntenteError, NotFound, UsageError

COMMANDS = {
    "load": "entente.cli.loading:load",
    "remove": "entente.cli.loading:remove",
    "serve": "entente.cli.serving:serve",
    "key": "entente.cli.keys:key",
    "query": "entente.cli.reading:query",
    "export": "entente.cli.reading:export",
    "stats": "entente.cli.reading:stats",
    "evaluate": "entente.cli.evaluating:evaluate",
    "review": "entente.cli.reviewing:review",
    "state": "entente.cli.stating:state",
    "contradictions": "entente.cli.contradictions:contradictions",
    "ontology": "entente.cli.ontology:ontology",
}
"""By name, in the order of the help. A new command is one line here."""


class Program(click.Group):
    """A click group that imports a command when it is called, for parsers and
    models take seconds, and reports our errors as it reports click's own."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name].partition(":")
        command: click.Command = getattr(import_module(module), name)
        return command

    def main(self, *args: Any, **extra: Any) -> Any:
        """Run, and leave with the exit code that the outcome asks for."""
        try:
            super().main(*args, **{**extra, "standalone_mode": False})
        except click.exceptions.Abort:
            click.echo("stopped: what was written so far is whole", err=True)
            sys.exit(1)
        except click.ClickException as error:
            error.show()
            sys.exit(error.exit_code)
        except EntenteError as error:
            report(error)
            sys.exit(2 if isinstance(error, UsageError) and not isinstance(error, NotFound) else 1)
        except BrokenPipeError:
            # The reader of a pipe has seen enough; flushing at exit would fail again.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            sys.exit(1)
        sys.exit(0)


def report(error: EntenteError) -> None:
    """Say on stderr what went wrong and how to mend it."""
    click.echo(f"error [{error.code}]: {error.message}", err=True)
    if error.hint:
        click.echo(f"  hint: {error.hint}", err=True)


@click.group(
    cls=Program,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Example: entente load samples && entente serve",
)
@common
@click.version_option(entente.__version__, prog_name="entente")
def main() -> None:
    """Sourced facts about alliances and security cooperation, as a graph."""
