"""Reads as bare messages over connections of the driver.

The driver's sessions and results take five times as long for a read of one record as its
messages do: 0.26 ms of CPU against 0.05. So the driver opens connections, secures them and logs
in, and a read that goes well is done here: RUN and PULL are sent at once, and their answers are
taken as they come. Nothing else is known here. Whatever does not go well (a failure, a lost
connection, values or a driver of another kind) ends the connection, and whoever reads asks again
through the driver, which has the one account of what is wrong.
"""

from __future__ import annotations

import socket
from collections.abc import Mapping
from contextlib import suppress
from typing import Any, Self

import neo4j
from neo4j.exceptions import DriverError, Neo4jError

try:
    from neo4j._rust.codec.packstream.v1 import (  # type: ignore[import-not-found]
        pack,
        unpack,
    )
except ImportError:  # neo4j-rust-ext is not there, or another version
    pack = unpack = None

OLDEST, NEWER = (5, 0), (6, 0)
"""Versions of the protocol: the first whose messages are these, and the first that may differ."""
BUFFER = 64 * 1024
MARGIN = 10.0
"""Seconds that the server may take longer than it was told to."""
_RUN, _PULL = b"\xb3\x10", b"\xb1\x3f"
_SUCCESS, _RECORD = 0x70, 0x71
_END = b"\x00\x00"
_MOST = 0xFFFF
"""Bytes of a chunk."""


class Unfit(Exception):
    """The driver has to be asked."""


class Wire:
    """A connection of its own, for reads one after another by one thread at a time."""

    def __init__(self, session: neo4j.Session, connection: Any, line: socket.socket) -> None:
        self._session = session
        self._connection = connection
        self._line = line
        self._buffer = bytearray(BUFFER)
        self._view = memoryview(self._buffer)
        self._at = self._filled = 0

    @classmethod
    def of(cls, session: neo4j.Session, seconds: float) -> Self:
        """A wire over the connection that `session`, which is the wire's from now on, gets from
        the driver; no read takes longer than `seconds`. Raises `Unfit`, or the driver's errors."""
        try:
            session._connect(neo4j.READ_ACCESS)  # type: ignore[no-untyped-call]  # noqa: SLF001
            connection: Any = session._connection  # noqa: SLF001
            line = connection.socket._socket  # noqa: SLF001
            fits = unpack is not None and OLDEST <= tuple(connection.PROTOCOL_VERSION) < NEWER
            line.settimeout(seconds + MARGIN)
        except AttributeError:
            fits = False
        except BaseException:
            session.close()
            raise
        if not fits:
            session.close()
            raise Unfit
        return cls(session, connection, line)

    def close(self, *, broken: bool = False) -> None:
        """Give the connection back; one that is broken is cut off first."""
        with suppress(DriverError, Neo4jError, OSError):
            if broken:
                self._connection.kill()
            self._session.close()

    @property
    def stale(self) -> bool:
        """Whether the driver would not use the connection any more."""
        return bool(self._connection.stale() or self._connection.closed())

    def read(self, query: str, parameters: Mapping[str, Any], extra: dict[str, Any]) -> list[Any]:
        """The rows that `query` reads; `extra` are the fields of RUN. Raises `Unfit`, after
        which the wire is broken."""
        try:
            run = _RUN + b"".join(pack(each, None) for each in (query, parameters, extra))
        except (TypeError, ValueError, OverflowError) as error:
            raise Unfit from error
        rows = []
        try:
            self._line.sendall(_framed(run) + _PULL_ALL)
            if self._message()[1] != _SUCCESS:
                raise Unfit
            while (message := self._message())[1] == _RECORD:
                rows.append(unpack(message, 2, None)[0])
        except (OSError, ValueError, IndexError) as error:
            raise Unfit from error
        # A page that is not the last says so.
        if message[1] != _SUCCESS or unpack(message, 2, None)[0].get("has_more"):
            raise Unfit
        return rows

    def _message(self) -> bytearray:
        """The next message: chunks, each with its length, up to one that is empty."""
        found = bytearray()
        while True:
            size = int.from_bytes(self._take(bytearray(), 2))
            if size:
                self._take(found, size)
            elif found:  # else it says that the server is still there
                return found

    def _take(self, found: bytearray, size: int) -> bytearray:
        """`found`, with the next `size` bytes."""
        while size:
            if self._at == self._filled:
                self._at, self._filled = 0, self._line.recv_into(self._buffer)
                if not self._filled:
                    raise ConnectionResetError
            end = min(self._at + size, self._filled)
            found += self._view[self._at : end]
            size -= end - self._at
            self._at = end
        return found


def _framed(message: bytes) -> bytes:
    """A message in chunks."""
    chunks = (message[start : start + _MOST] for start in range(0, len(message), _MOST))
    return b"".join(len(chunk).to_bytes(2) + chunk for chunk in chunks) + _END


_PULL_ALL = _framed(_PULL + pack({"n": -1}, None)) if pack else b""
