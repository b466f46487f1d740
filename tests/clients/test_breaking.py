"""A change that breaks clients has to be named in the changelog.

released.graphql is the SDL of the last release: whoever releases copies
gql/schema.graphql over it and empties the list of what breaks. Until then, a
line under "Unreleased" that starts with "- Breaking:" names in backticks the
fields, arguments and types that break, as patterns such as `Place.*`.
"""

from __future__ import annotations

import re
from fnmatch import fnmatchcase
from pathlib import Path

from entente.settings import ROOT
from tests.clients.conftest import HERE, Npm, rows

RELEASED = HERE / "released.graphql"
COMMITTED = ROOT / "gql" / "schema.graphql"


def named(changelog: str) -> list[str]:
    """The patterns of what breaks in the next release."""
    (unreleased,) = re.findall(
        r"^## Unreleased\n(.*?)(?=^## |\Z)", changelog, re.MULTILINE | re.DOTALL
    )
    broken = re.findall(r"^- Breaking:(.*?)(?=^- |\Z)", unreleased, re.MULTILINE | re.DOTALL)
    return re.findall(r"`([^`]+)`", " ".join(broken))


def unnamed(npm: Npm, before: Path, after: Path, changelog: str) -> list[str]:
    """What breaks between two files of SDL without the changelog naming it."""
    patterns = named(changelog)
    return [
        f"{change['path']}: {change['message']}"
        for change in rows(npm("breaks", str(before), str(after)))
        if not any(fnmatchcase(change["path"], pattern) for pattern in patterns)
    ]


def test_changelog_names_whatever_breaks_since_the_last_release(npm: Npm) -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert unnamed(npm, RELEASED, COMMITTED, changelog) == []


def test_a_break_that_is_not_named_is_found(npm: Npm, tmp_path: Path) -> None:
    before, after = tmp_path / "before.graphql", tmp_path / "after.graphql"
    before.write_text("type Query { kept: Int, gone: Int, looser(a: Int): Int! }")
    after.write_text("type Query { kept: Int, looser(a: Int, b: Int!): Int, fresh: Int }")
    heading = "# Changelog\n\n## Unreleased\n- New: `Query.looser`.\n"
    told = "- Breaking: `Query.gone` went,\n  and `Query.looser*` may be null.\n## 0.1\n"
    found = {line.partition(":")[0] for line in unnamed(npm, before, after, heading)}
    assert found == {"Query.gone", "Query.looser", "Query.looser.b"}
    assert unnamed(npm, before, after, heading + told) == []
