"""Objects that SQLite makes: the same bytes as Python's."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import orjson
import pytest

from gql.compiled import written
from graph.plan import Field, Find, Kind, Written
from graph.registry import open_store
from tests.contract.world import SCHEMA, reference

CHARACTERS = "".join(chr(code) for code in range(0x3000) if not 0xD800 <= code < 0xE000) + "😀"


@pytest.mark.parametrize("text", [*map(chr, range(0x20)), CHARACTERS, '"\\/', ""])
def test_every_character_is_written_as_in_records(tmp_path: Path, text: str) -> None:
    path = tmp_path / "store.db"
    with open_store(f"sqlite:///{path}") as store:
        store.adopt(SCHEMA, [reference()])
        with sqlite3.connect(path) as connection:
            connection.execute(
                "UPDATE entity SET label = ?, types = ?",
                (text, orjson.dumps([text, text]).decode()),
            )
        columns = Field("label"), Field("types"), Field("property.other"), Field("degree")
        shown = tuple(zip(("label", "types", "other", "degree"), range(4), strict=True))
        found = store.run(Find(Kind.ENTITY, columns, shown=shown)).rows
    assert isinstance(found, Written)
    expected = [dict(zip(("label", "types", "other", "degree"), row, strict=True)) for row in found]
    assert all(each["label"] == text for each in expected)
    assert found.json(shown).encode() == written(expected)
