"""The program: its commands, and the edge where errors become words and exit codes."""

from __future__ import annotations

import os
import sys
from typing import Any

import click

import entente
from entente.cli.loading import load, remove
from entente.cli.ontology import ontology
from entente.cli.options import common
from entente.cli.reading import export, query, stats
from entente.cli.serving import serve
from entente.errors import EntenteError, NotFound, UsageError


class Program(click.Group):
    """A click group that reports our errors as it reports click's own."""

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


for command in (load, remove, serve, query, export, stats, ontology):
    main.add_command(command)
