"""A Relay app compiles against the committed schema."""

from __future__ import annotations

from pathlib import Path

import pytest

from entente.settings import ROOT
from tests.clients.conftest import HERE, Npm

RELAY = HERE / "relay" / "src"
SDL = (ROOT / "gql" / "schema.graphql").read_text(encoding="utf-8")


@pytest.mark.skipif("interface Node" not in SDL, reason="the schema has no node(id:) yet")
def test_relay_compiles_fragments_connections_and_refetchable_nodes(npm: Npm) -> None:
    made = RELAY / "__generated__"
    made.mkdir(exist_ok=True)
    for old in made.iterdir():
        old.unlink()
    npm("relay")
    artifacts = {Path(path).name.partition(".")[0] for path in made.iterdir()}
    assert {"FactList_row", "EntityName_entity", "SearchQuery"} <= artifacts
    # What Relay writes by itself to read a node again, and the next page of its facts.
    assert {"EntityPageRefreshQuery", "FactListNextPageQuery"} <= artifacts
    again = (made / "EntityPageRefreshQuery.graphql.ts").read_text()
    assert "node(id: $id)" in again.replace("\\n", "\n")
