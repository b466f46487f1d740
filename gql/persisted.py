"""Queries that are asked for by an id instead of their text.

Any client may send a text with its SHA-256 once and the hash alone from then
on (automatic persisted queries). A service that was started with a list of
queries answers those by their ids from the start, and may answer no others.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from threading import Lock
from typing import Any

import orjson
from graphql import GraphQLError

from entente.errors import InputError
from gql.document import Refused

KEPT = 1_000
"""How many queries of clients are kept."""

UNKNOWN = "PersistedQueryNotFound"
"""What clients take as the request to send the text."""


def hash_of(text: str) -> str:
    """The id of a query that has no other: the SHA-256 of its text."""
    return sha256(text.encode()).hexdigest()


class Persisted:
    """Queries by their ids: those that are `listed`, and unless these are the `only` ones,
    those that clients sent last. Safe to use from several threads."""

    def __init__(self, listed: Mapping[str, str] | None = None, *, only: bool = False) -> None:
        self.listed: Mapping[str, str] = dict(listed or {})
        self._listed = {**(listed or {}), **{hash_of(t): t for t in (listed or {}).values()}}
        self._only = only
        self._kept: OrderedDict[str, str] = OrderedDict()
        self._lock = Lock()

    def text(self, text: str | None, id_: str | None) -> str:
        """The query that a request with this text or id, or both, means. Raises `Refused`."""
        if id_ is None and text is not None and not self._only:
            return text
        wanted = hash_of(text or "") if id_ is None else id_.lower().removeprefix("sha256:")
        listed = self._listed.get(wanted) or self._listed.get(id_ or wanted)
        if listed is not None and text in (None, listed):
            return listed
        if self._only:
            raise Refused([GraphQLError("the query is not one of those listed")], "not-listed")
        return self._of_clients(text, wanted)

    def _of_clients(self, text: str | None, wanted: str) -> str:
        if text is not None and hash_of(text) != wanted:
            what = "the hash is not that of the query's text"
            raise Refused([GraphQLError(what)], "persisted-query")
        with self._lock:
            if text is not None:
                self._kept[wanted] = text
                if len(self._kept) > KEPT:
                    self._kept.popitem(last=False)
            found = self._kept.get(wanted)
            if found is None:
                raise Refused([GraphQLError(UNKNOWN)], "persisted-query")
            self._kept.move_to_end(wanted)
        return found


def read_listed(path: Path) -> dict[str, str]:
    """The queries listed in a file: `{"id": "query", …}`, or a manifest of Apollo's tools.

    Raises `InputError` for a file that cannot be read as one.
    """
    try:
        found = orjson.loads(path.read_bytes())
    except (OSError, orjson.JSONDecodeError) as error:
        raise InputError(f"{path} lists no queries: {error}", hint=_FORM) from error
    if isinstance(found, dict) and isinstance(found.get("operations"), list):
        found = {_part(each, "id"): _part(each, "body") for each in found["operations"]}
    if not isinstance(found, dict) or not all(isinstance(text, str) for text in found.values()):
        raise InputError(f"{path} lists no queries", hint=_FORM)
    return found


_FORM = 'write a JSON object {"id": "query", …}, or Apollo\'s persisted query manifest'


def _part(operation: Any, name: str) -> str:
    if not isinstance(operation, dict) or not isinstance(operation.get(name), str):
        raise InputError(f"an operation of the manifest has no {name}", hint=_FORM)
    found: str = operation[name]
    return found
