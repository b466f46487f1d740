"""GraphQL over HTTP as its own audits see it."""

from __future__ import annotations

from tests.clients.conftest import Npm, rows

AUDITS = 61


def test_every_audit_of_graphql_http_passes(npm: Npm, address: str) -> None:
    audits = rows(npm("audit", f"{address}/graphql"))
    assert len(audits) == AUDITS
    assert [audit for audit in audits if audit["status"] != "ok"] == []
