"""Files that older versions wrote: layout-1.db.gz holds the contract suite's world."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from entente.errors import StoreError
from graph.registry import open_store
from graph.store import Change
from tests.contract.content import content
from tests.contract.world import SCHEMA, first, reference, second

OLD = Path(__file__).with_name("layout-1.db.gz")


@pytest.fixture
def old(tmp_path: Path) -> str:
    path = tmp_path / "old.db"
    path.write_bytes(gzip.decompress(OLD.read_bytes()))
    return f"sqlite:///{path}"


def test_an_old_file_is_opened_and_is_what_a_new_one_would_be(old: str, tmp_path: Path) -> None:
    with open_store(f"sqlite:///{tmp_path / 'new.db'}") as store:
        store.adopt(SCHEMA, [reference()])
        store.apply(Change(put=(first(), second())))
        expected = content(store)
    with open_store(old) as store:
        assert store.statements(first().document.id) == first()
        assert store.adopt(SCHEMA, [reference()])
        assert content(store) == expected
        store.apply(Change(put=(first(),), drop=(second().document.id,)))
    with open_store(old, read_only=True) as store:
        assert list(store.held()) == ["/news/first.txt"]


def test_a_reader_does_not_upgrade_a_file(old: str) -> None:
    with pytest.raises(StoreError, match="older") as refusal:
        open_store(old, read_only=True)
    assert "load" in refusal.value.hint
