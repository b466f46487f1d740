"""Files that are not a store, or cannot be written: a clear word, and nothing lost."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from entente.errors import (
    EntenteError,
    NotFound,
    StoreDenied,
    StoreError,
    StoreUnavailable,
    UsageError,
)
from graph.registry import open_store
from graph.sqlite import connections, schema
from graph.sqlite.address import path_of
from graph.sqlite.connections import failure
from graph.store import Change
from tests.contract.content import content
from tests.contract.test_together import ROOT, numbered
from tests.contract.world import SCHEMA, first, reference


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "store.db"


def made(path: Path) -> dict[str, Any]:
    with open_store(f"sqlite:///{path}") as store:
        store.adopt(SCHEMA, [reference()])
        store.apply(Change(put=(first(),)))
        return content(store)


def refused(path: Path, **more: Any) -> EntenteError:
    with pytest.raises(EntenteError) as caught:
        open_store(f"sqlite:///{path}", **more)
    assert str(path) in caught.value.message
    assert caught.value.hint
    return caught.value


def test_urls() -> None:
    assert path_of("sqlite:///entente.db") == Path("entente.db")
    assert path_of("sqlite:////var/lib/a b.db") == Path("/var/lib/a b.db")
    assert path_of("sqlite:///odd?name#%41.db") == Path("odd?name#%41.db")
    for url in ("sqlite://", "sqlite:///", "sqlite:///:memory:", "sqlite:/x", "sqlite:///a\0b"):
        with pytest.raises(UsageError, match="sqlite"):
            path_of(url)


def test_a_relative_path_and_an_odd_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    name = "ödd name?mode=ro#%41.db"
    open_store(f"sqlite:///{name}").close()
    assert (tmp_path / name).exists()
    open_store(f"sqlite:///{name}", read_only=True).close()


def test_another_applications_file(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE theirs (x)")
    connection.close()
    before = path.read_bytes()
    assert type(refused(path)) is StoreError
    assert type(refused(path, read_only=True)) is StoreError
    assert path.read_bytes() == before


def test_a_newer_layout(path: Path) -> None:
    made(path)
    with sqlite3.connect(path) as connection:
        connection.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    connection.close()
    error = refused(path)
    assert type(error) is StoreError
    assert "newer" in error.message


@pytest.mark.parametrize("data", [b"not a database, but text\n" * 100, b"\0" * 5000])
def test_what_is_no_database(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    assert type(refused(path)) is StoreError
    assert path.read_bytes() == data


def test_an_empty_file_becomes_a_store(path: Path) -> None:
    path.touch()
    assert type(refused(path, read_only=True)) is NotFound
    assert path.read_bytes() == b""
    made(path)


def test_a_damaged_file_says_so(path: Path) -> None:
    made(path)
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        (root,) = connection.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'evidence'"
        ).fetchone()
    connection.close()
    data = bytearray(path.read_bytes())
    data[(root - 1) * 4096 : root * 4096] = b"\xaa" * 4096
    path.write_bytes(data)
    with open_store(f"sqlite:///{path}") as store, pytest.raises(StoreError, match="not a sound"):
        store.statements(first().document.id)


def test_a_folder_and_a_missing_folder(tmp_path: Path) -> None:
    assert type(refused(tmp_path)) is UsageError
    assert type(refused(tmp_path / "missing" / "store.db")) is StoreDenied
    assert not (tmp_path / "missing").exists()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_file_that_may_not_be_written(path: Path) -> None:
    before = made(path)
    path.chmod(0o400)
    path.parent.chmod(0o500)
    try:
        with open_store(f"sqlite:///{path}") as store, pytest.raises(StoreDenied):
            store.apply(Change(drop=(first().document.id,)))
    finally:
        path.parent.chmod(0o700)
        path.chmod(0o600)
    with open_store(f"sqlite:///{path}") as store:
        assert content(store) == before


def test_a_reader_may_not_write(path: Path) -> None:
    before = made(path)
    with open_store(f"sqlite:///{path}", read_only=True) as store:
        with pytest.raises(StoreDenied, match="cannot be written"):
            store.apply(Change(drop=(first().document.id,)))
        assert content(store) == before


def test_a_locked_file_is_tried_again_and_then_told(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = made(path)
    monkeypatch.setattr(connections, "BUSY_SECONDS", 0.1)
    monkeypatch.setattr(connections, "_PRAGMAS", ("PRAGMA busy_timeout = 100",))
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    with open_store(f"sqlite:///{path}") as store:
        with pytest.raises(StoreUnavailable) as caught:
            store.apply(Change(drop=(first().document.id,)))
        assert caught.value.retryable
        assert content(store) == before
        holder.execute("ROLLBACK")
        holder.close()
        store.apply(Change(drop=(first().document.id,)))


def test_a_full_disk_loses_nothing(path: Path) -> None:
    """The file may not grow: what SQLite says then is what it says of a full disk."""
    before = made(path)
    with open_store(f"sqlite:///{path}") as store:
        connection = store._connections.session().connection  # type: ignore[attr-defined]
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(StoreError, match="full") as caught:
            store.apply(Change(put=tuple(numbered(number) for number in range(200))))
        assert "space" in caught.value.hint
        connection.execute("PRAGMA max_page_count = 1000000")
        assert content(store) == before
        store.apply(Change(put=(numbered(1),)))


def test_a_real_full_disk_loses_nothing(path: Path) -> None:
    """The same where the system refuses to let any file grow (its limit on file size)."""
    before = made(path)
    script = (
        "import resource, signal, sys\n"
        "from graph.registry import open_store\n"
        "from graph.store import Change\n"
        "from entente.errors import StoreError\n"
        "from tests.contract.test_together import numbered\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))\n"
        "store = open_store(sys.argv[1])\n"
        "try:\n"
        "    for n in range(10_000):\n"
        "        store.apply(Change(put=(numbered(n),)))\n"
        "except StoreError as error:\n"
        "    print(n, error)\n"
    )
    url = f"sqlite:///{path}"
    done = subprocess.run(
        [sys.executable, "-c", script, url], cwd=ROOT, capture_output=True, text=True, check=True
    )
    stored, _, message = done.stdout.partition(" ")
    assert str(path) in message
    with open_store(url) as store:
        assert len(list(store.documents())) == 2 + int(stored)
        store.apply(Change(drop=tuple(numbered(n).document.id for n in range(int(stored)))))
        assert content(store) == before


def test_no_full_text_search(path: Path) -> None:
    """A SQLite that was built without FTS5, in the one way that opening it can tell."""

    class Without:
        def execute(self, statement: str) -> list[tuple[str]]:
            assert statement == "PRAGMA module_list"
            return [("json_each",)]

    with pytest.raises(StoreError, match="FTS5"):
        schema.prepare(Without(), path, read_only=False)  # type: ignore[arg-type]


def test_what_sqlite_reports_is_told_apart(path: Path) -> None:
    def of(code: int) -> EntenteError:
        error = sqlite3.OperationalError("so it is")
        error.sqlite_errorcode = code
        return failure(error, path)

    assert type(of(sqlite3.SQLITE_BUSY_SNAPSHOT)) is StoreUnavailable
    assert type(of(sqlite3.SQLITE_LOCKED)) is StoreUnavailable
    assert type(of(sqlite3.SQLITE_READONLY_DIRECTORY)) is StoreDenied
    assert type(of(sqlite3.SQLITE_CANTOPEN_NOTEMPDIR)) is StoreDenied
    assert type(of(sqlite3.SQLITE_FULL)) is StoreError
    assert type(of(sqlite3.SQLITE_IOERR_WRITE)) is StoreError
    assert type(of(sqlite3.SQLITE_MISMATCH)) is StoreError
    assert type(failure(sqlite3.ProgrammingError("closed"), path)) is StoreError


def test_many_may_make_the_same_file_at_once(path: Path) -> None:
    script = "import sys; from graph.registry import open_store; open_store(sys.argv[1]).close()"
    running = [
        subprocess.Popen([sys.executable, "-c", script, f"sqlite:///{path}"], cwd=ROOT)
        for _ in range(3)
    ]
    assert [process.wait() for process in running] == [0, 0, 0]
    made(path)


def test_a_threads_connection_goes_with_it(path: Path) -> None:
    with open_store(f"sqlite:///{path}") as store:
        sessions = store._connections._sessions  # type: ignore[attr-defined]
        for _ in range(5):
            thread = threading.Thread(target=lambda: list(store.documents()))
            thread.start()
            thread.join()
        assert len(sessions) <= 2
        with ThreadPoolExecutor(2) as pool:
            list(pool.map(lambda _: list(store.documents()), range(8)))


def test_indexed_properties_are_found_by_their_index(path: Path) -> None:
    made(path)
    with sqlite3.connect(path) as connection:
        plan = connection.execute(
            "EXPLAIN QUERY PLAN SELECT key FROM entity t"
            " WHERE json_extract(t.properties, '$.\"isoCode\"[0]') = 'JP'"
        ).fetchall()
    connection.close()
    assert "property isoCode" in plan[0][-1]
