"""Connections to the file: one a thread, made alike, and what goes wrong with them."""

from __future__ import annotations

import re
import sqlite3
import threading
import weakref
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from entente.errors import EntenteError, StoreDenied, StoreError, StoreUnavailable
from graph.plan.fields import NUMERAL

BUSY_SECONDS = 15.0
"""How long to wait for another process's write before giving up."""

_NUMERAL = re.compile(NUMERAL)

_PRAGMAS = (
    f"PRAGMA busy_timeout = {int(BUSY_SECONDS * 1000)}",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = OFF",
    "PRAGMA cache_size = -32000",
    "PRAGMA mmap_size = 268435456",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA secure_delete = OFF",
    "PRAGMA wal_autocheckpoint = 8000",
    "PRAGMA journal_size_limit = 67108864",
)


def failure(error: sqlite3.Error, path: Path) -> EntenteError:
    """What `error` means to someone who has the file `path` and no source code."""
    code = getattr(error, "sqlite_errorcode", None)
    primary = code & 0xFF if isinstance(code, int) else None
    if primary in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return StoreUnavailable(
            f"{path} is locked by another process", hint="try again when its write has ended"
        )
    if primary == sqlite3.SQLITE_FULL:
        return StoreError(
            f"the disk of {path} is full", hint="free some space; what was stored is still there"
        )
    if primary in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH):
        return StoreDenied(f"{path} cannot be written", hint="check the permissions of the file")
    if primary == sqlite3.SQLITE_CANTOPEN:
        return StoreDenied(
            f"{path} cannot be opened", hint="check that its folder is there and may be written"
        )
    if primary in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return StoreError(
            f"{path} is not a sound SQLite file: {error}",
            hint="restore it from a copy, or load the documents into a new file",
        )
    if primary == sqlite3.SQLITE_IOERR:
        return StoreError(
            f"{path} could not be read or written: {error}",
            hint="check the disk; what was stored is still there",
        )
    return StoreError(f"{path}: {error}", hint="please report this with what you were doing")


class Session:
    """One thread's connection, and how deep in `reading()` the thread is."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.depth = 0
        self.writing = False


class Connections:
    """The connections to one file. Closed with it, or when their thread ends."""

    def __init__(self, path: Path, *, read_only: bool) -> None:
        self.path = path
        self.read_only = read_only
        self._local = threading.local()
        self._sessions: weakref.WeakSet[Session] = weakref.WeakSet()
        self._guard = threading.Lock()
        self._closed = False

    def session(self) -> Session:
        """This thread's session, opened on first use."""
        held: Session | None = getattr(self._local, "session", None)
        if held is not None and not self._closed:
            return held
        with self._guard:
            if self._closed:
                raise StoreError(f"{self.path} is closed", hint="open the store again")
            session = Session(self._connect())
            self._sessions.add(session)
        self._local.session = session
        return session

    def _connect(self) -> sqlite3.Connection:
        mode = "ro" if self.read_only else "rwc"
        uri = f"file:{quote(str(self.path.absolute()))}?mode={mode}"
        with self.translated():
            connection = sqlite3.connect(
                uri,
                timeout=BUSY_SECONDS,
                isolation_level=None,
                check_same_thread=False,
                cached_statements=512,
                uri=True,
            )
            try:
                for pragma in _PRAGMAS:
                    connection.execute(pragma)
                connection.create_function("lowered", 1, _lowered, deterministic=True)
                connection.create_function("as_number", 1, _as_number, deterministic=True)
            except BaseException:
                connection.close()
                raise
        return connection

    @contextmanager
    def translated(self) -> Iterator[None]:
        """SQLite's errors as ours."""
        try:
            yield
        except sqlite3.Error as error:
            raise failure(error, self.path) from error

    def close(self) -> None:
        with self._guard:
            self._closed = True
            for session in list(self._sessions):
                session.connection.close()
            self._sessions.clear()


def _lowered(text: str | None) -> str | None:
    return None if text is None else text.lower()


def _as_number(text: str | None) -> float | None:
    return float(text) if text is not None and _NUMERAL.fullmatch(text) else None
