"""Options that every command takes, before or after its name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import click

from entente.settings import Settings

F = TypeVar("F", bound=Callable[..., Any])


def _override(name: str) -> Callable[[click.Context, click.Parameter, Any], None]:
    def apply(context: click.Context, _: click.Parameter, value: Any) -> None:
        if value is not None:
            root = context.find_root()
            settings = root.obj or Settings.from_environment()
            root.obj = replace(settings, **{name: value})

    return apply


def common(command: F) -> F:
    """Give `command` the options that say which store and which ontology."""
    store = click.option(
        "--store",
        metavar="URL",
        expose_value=False,
        is_eager=True,
        callback=_override("store"),
        help="sqlite:///PATH, neo4j://HOST:PORT/DATABASE or bolt://…  [ENTENTE_STORE]",
    )
    ontology = click.option(
        "--ontology",
        metavar="DIR",
        type=click.Path(path_type=Path),
        expose_value=False,
        is_eager=True,
        callback=_override("ontology"),
        help="Folder of Turtle files.  [ENTENTE_ONTOLOGY]",
    )
    return store(ontology(command))


def settings_of(context: click.Context) -> Settings:
    """The settings that environment and options ask for together."""
    chosen = context.find_root().obj
    return chosen if isinstance(chosen, Settings) else Settings.from_environment()
