"""A compiled extractor reads by the rules that stand in the source, or not at all."""

from __future__ import annotations

import os
from importlib.machinery import EXTENSION_SUFFIXES
from pathlib import Path

import pytest

from entente.errors import StaleBuild
from loaders import compiled

COMPILED_AT = 1_700_000_000


@pytest.fixture
def room(tmp_path: Path) -> Path:
    """A folder with one module, last changed before what was compiled of it."""
    (tmp_path / "inner").mkdir()
    for name, at in (
        ("inner/rule.py", COMPILED_AT - 10),
        (f"all__mypyc{EXTENSION_SUFFIXES[0]}", COMPILED_AT),
    ):
        (tmp_path / name).touch()
        os.utime(tmp_path / name, (at, at))
    return tmp_path


def test_what_was_compiled_from_this_source_is_taken(room: Path) -> None:
    assert compiled.library(room) is not None
    compiled.check(room)


def test_a_rule_that_has_changed_since_is_named(room: Path) -> None:
    os.utime(room / "inner" / "rule.py", (COMPILED_AT + 10, COMPILED_AT + 10))
    with pytest.raises(StaleBuild, match=r"inner/rule\.py.*make compile.*make interpreted"):
        compiled.check(room)


def test_without_a_compiled_one_nothing_is_asked(room: Path) -> None:
    (room / f"all__mypyc{EXTENSION_SUFFIXES[0]}").unlink()
    assert compiled.library(room) is None
    compiled.check(room)
