"""Fixtures of the tests of evaluation.

told    a SQLite store of one document, made by hand, that meets rows in every way
        the rules know: directly, turned round, by way of a group, and not at all
table   writes a gold table for it
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from graph.registry import open_store
from graph.statements import Entity, Polarity, Status
from graph.store import Change, Store
from tests.contract.world import JAPAN, KOREA, NATO, SCHEMA, SECURITY, Telling, iri, reference

AUSTRALIA, NEW_ZEALAND, IP4, QUAD = (iri(n) for n in ("australia", "new-zealand", "ip4", "quad"))
TEXT = (
    "Japan is a partner of NATO. NATO is no ally of Japan. The IP4 work on maritime security. "
    "Japan could work on maritime security. The Quad fears cyber-attacks. NATO fears CYBER ATTACKS "
    "and so on" + " and on" * 100 + "."
)
Table = Callable[..., Path]


def telling() -> Telling:
    told = Telling(TEXT, "/made/007-partners.txt")
    attacks = told.introduces("Threat", "cyber-attacks")
    told.names(attacks, "CYBER ATTACKS").names(NATO, "NATO").names(JAPAN, "Japan")
    told.says(JAPAN, "partnerOf", NATO, "Japan is a partner of NATO")
    told.says(JAPAN, "alliedWith", NATO, "NATO is no ally of Japan", polarity=Polarity.DENIED)
    told.says(JAPAN, "alliedWith", NATO, "a partner of NATO")
    told.says(IP4, "cooperatesOn", SECURITY, "The IP4 work on maritime security")
    told.says(
        JAPAN, "cooperatesOn", SECURITY, "Japan could work on maritime security",
        status=Status.POSSIBLE,
    )  # fmt: skip
    told.says(QUAD, "concernedBy", attacks, "The Quad fears cyber-attacks")
    told.says(NATO, "concernedBy", attacks, TEXT[TEXT.index("NATO fears") : -1])
    told.says(KOREA, "memberOf", NATO, "NATO is no ally")
    return told


def described() -> Telling:
    told = Telling("# more\n", "more.ttl", kind=reference().document.kind)
    return told.describes(
        Entity(AUSTRALIA, ("State",), "Australia"),
        Entity(NEW_ZEALAND, ("State",), "New Zealand"),
        Entity(IP4, ("Organization",), "NATO's Indo-Pacific partners", ("IP4",)),
        Entity(QUAD, ("Organization",), "The Quad", (), ("Quad leaders",)),
    )


@pytest.fixture
def told(tmp_path: Path) -> Iterator[Store]:
    with open_store(f"sqlite:///{tmp_path / 'told.db'}") as store:
        store.adopt(SCHEMA, [reference(), described().statements()])
        store.apply(Change(put=(telling().statements(),)))
        yield store


@pytest.fixture
def table(tmp_path: Path) -> Table:
    def write(*rows: str, name: str = "gold.tsv") -> Path:
        path = tmp_path / name
        lines = ["# doc and the rest", *("\t".join(row.split(" ; ")) for row in rows), ""]
        path.write_text("\n".join(lines), encoding="utf-8")
        return path

    return write
