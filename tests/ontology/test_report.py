"""What `entente ontology check`, `list` and `show` tell."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from entente.errors import NotFound, OntologyError, UsageError
from ontology.description import KINDS, listing, show
from ontology.files import BUNDLED
from ontology.report import check
from tests.ontology.conftest import HEAD, Compile

MINE = (
    'id:a a ent:State ; skos:prefLabel "A"@en ; skos:altLabel "Aland"@en ; ent:alpha3 "AAA" ;\n'
    '  ent:alliedWith id:b . id:b a ent:State ; skos:prefLabel "A"@en .'
)


def test_check_counts_and_notes(tmp_path: Path) -> None:
    shutil.copytree(BUNDLED / "schema", tmp_path / "schema")
    (tmp_path / "mine.ttl").write_text(HEAD + MINE, "utf-8")
    lines = check(tmp_path)
    assert "2 reference entities, 1 reference facts" in lines
    assert any("mine.ttl: 1 facts name no dcterms:source" in line for line in lines)
    assert any("'A' is the preferred label of https://" in line for line in lines)


def test_check_refuses_what_was_remembered_as_sound(tmp_path: Path) -> None:
    shutil.copytree(BUNDLED / "schema", tmp_path / "schema")
    check(tmp_path)
    (tmp_path / "mine.ttl").write_text(HEAD + "id:a a ent:State .", "utf-8")
    with pytest.raises(OntologyError):
        check(tmp_path)


@pytest.mark.parametrize("kind", KINDS)
def test_listing_has_every_term(compiled: Compile, kind: str) -> None:
    ontology = compiled(MINE)
    rows = listing(ontology, kind)
    assert [row[0] for row in rows] == list(getattr(ontology, kind))
    assert all(label for _, label, _ in rows)


def test_listing_of_another_kind(compiled: Compile) -> None:
    with pytest.raises(UsageError, match="one of classes"):
        listing(compiled(), "things")


@pytest.mark.parametrize(
    ("term", "lines"),
    [
        ("State", ["State: state", "  is a: Actor", "  reference entities: 2"]),
        ("ent:memberOf", ["memberOf: member of", "  inverse: members"]),
        ("https://entente.example/ns#alpha3", ["alpha3: ISO 3166-1 alpha-3", "  type: string"]),
        ("with", ["with: with", "  value: Actor"]),
        ("aland", ["A: State", "  described in: mine.ttl:1", "  A alliedWith A"]),
        ("id:a", ["A: State", "  also called: Aland"]),
    ],
)
def test_show_by_any_name(compiled: Compile, term: str, lines: list[str]) -> None:
    shown = show(compiled(MINE), term)
    assert [line for line in lines if line not in shown] == []


def test_show_suggests(compiled: Compile) -> None:
    with pytest.raises(NotFound, match="did you mean memberOf"):
        show(compiled(), "membersOf")
