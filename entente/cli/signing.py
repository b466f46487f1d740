"""Who decides, and when: what every command that records a decision shares."""

from __future__ import annotations

import datetime as dt
import getpass
from collections.abc import Callable
from typing import Any, TypeVar

import click

from entente.cli.options import settings_of
from graph.propriety import check
from graph.registry import open_store
from graph.statements import EntityId, Judgement, Verdict
from graph.store import Change, Store
from loaders.adoption import adopt

F = TypeVar("F", bound=Callable[..., Any])
Found = list[tuple[str, str, Verdict]]
"""Of whom or what, what else, and what was found."""


def now() -> str:
    """The time, to the microsecond, so that of two decisions one is the later."""
    return dt.datetime.now(dt.UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def user() -> str:
    """The name that the operating system has for who is at work."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "unknown"


def signed(command: F) -> F:
    """Give `command` the options that say who decides and why."""
    by = click.option("--by", metavar="NAME", default=user, help="Who decides. [the OS user]")
    note = click.option("--note", metavar="TEXT", default="", help="Why.")
    return by(note(command))


def record(context: click.Context, find: Callable[[Store], Found], by: str, note: str) -> None:
    """Record what `find` finds in the store as judgements, and say their ids."""
    settings = settings_of(context)
    with open_store(settings.store) as store:
        adopt(store, settings.ontology)
        when = now()
        judged = tuple(
            Judgement(EntityId(left), EntityId(right), verdict, by, when, note)
            for left, right, verdict in find(store)
        )
        for judgement in judged:
            check(store, judgement)
        store.apply(Change(judge=judged))
    for judgement in judged:
        click.echo(f"{judgement.id}\t{judgement.verdict}\t{judgement.left}\t{judgement.right}")
