"""The fields of the subscription type: what is listened to, and how an event is shown."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Mapping
from typing import Any

from graphql import GraphQLResolveInfo

from gql.events.occurrences import GraphChange, LoadProgress, Occurrence
from gql.events.wire import Wire
from gql.roots import Context, Read
from gql.selection.compiler import Compiler, places
from gql.selection.fields import Selections
from gql.selection.given import Arguments, Given
from gql.selection.shape import At, One, Row, Shape, show

TOLD = 500
"""Entries of a list that an event tells."""
PROGRESS = ("location", "name", "by", "stage", "document", "facts", "evidence")
CHANGED = ("revision", "loaded", "removed", "judged", "withdrawn", "ontology", "truncated")


async def _load_progress(wire: Wire, arguments: Arguments) -> AsyncIterator[LoadProgress]:
    name = arguments["name"]
    with wire.loads.listening() as events:
        async for event in events:
            if name is None or event.name == name:
                yield event


def _graph_changes(wire: Wire, _: Arguments) -> AsyncIterator[GraphChange]:
    return wire.watch.changes()


def _progress(read: Read) -> Shape:
    place = At(len(PROGRESS))
    failure = places("code", "message", "hint")
    shown = {
        **places(*PROGRESS),
        "failure": lambda part: One(place, read.compiler.record("LoadFailure", part, failure)),
    }
    return read.compiler.record("LoadProgress", read.selected, shown)


def _change(read: Read) -> Shape:
    return read.compiler.record("GraphChange", read.selected, places(*CHANGED))


LISTENING: Mapping[str, Callable[[Wire, Arguments], AsyncIterator[Occurrence]]] = {
    "loadProgress": _load_progress,
    "graphChanges": _graph_changes,
}
SHAPES: Mapping[str, Callable[[Read], Shape]] = {
    "loadProgress": _progress,
    "graphChanges": _change,
}


def _read(info: GraphQLResolveInfo[Any]) -> Read:
    context: Context = info.context
    selections = Selections(
        info.schema, info.fragments, Given(info.variable_values), context.limits
    )
    selected = selections.selected(info.parent_type, str(info.path.key), tuple(info.field_nodes))
    return Read(selected, Compiler(selections, context.vocabulary))


def listen(_: object, info: GraphQLResolveInfo[Any], **__: Any) -> AsyncIterator[Occurrence]:
    """The events of a field of the subscription type."""
    context: Context = info.context
    return LISTENING[info.field_name](context.heard, _read(info).arguments)


def resolve_event(event: Occurrence, info: GraphQLResolveInfo[Any], **__: Any) -> Any:
    """One event, for graphql-core to go on with."""
    return show(SHAPES[info.field_name](_read(info)), _row(event))


def _row(event: Occurrence) -> Row:
    if isinstance(event, GraphChange):
        values = [getattr(event, name) for name in CHANGED[:-1]]
        long = any(isinstance(value, tuple) and len(value) > TOLD for value in values)
        told = [list(v[:TOLD]) if isinstance(v, tuple) else v for v in values]
        return [*told, long]
    failed = event.failure
    failure = None if failed is None else (failed.code, failed.message, failed.hint)
    return [*(getattr(event, name) for name in PROGRESS), failure]
