"""Fixtures of the contract suite.

world   a store with the schema, the reference file and both documents of
        tests/contract/world.py
"""

from __future__ import annotations

import pytest

from graph.store import Change, Store
from tests.contract import world as made


@pytest.fixture
def world(store: Store) -> Store:
    assert store.adopt(made.SCHEMA, [made.reference()])
    store.apply(Change(put=(made.first(), made.second())))
    return store
