"""Reviewing, deciding and stating by command, on record and reversibly."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import orjson
import pytest

from tests.cli.conftest import Run, Write

FIRST = (
    "Japan supports the Harbour Relief Fund. Australia cooperates with the Harbour Relief Fund.\n"
    "Norway is a member of NATO.\n"
)
SECOND = "Norway supports the Northern Relief Fund. NATO is not a partner of China.\n"
HARBOUR, NORTHERN = "Harbour Relief Fund", "Northern Relief Fund"


@pytest.fixture
def loaded(run: Run, write: Write) -> Run:
    write("first.txt", FIRST)
    write("second.txt", SECOND)
    return run


def waiting(run: Run) -> dict[str, Any]:
    found: dict[str, Any] = orjson.loads(run("review", "--json"))
    return found


def lines(run: Run, *arguments: str) -> list[dict[str, Any]]:
    return [orjson.loads(line) for line in run("export", *arguments).splitlines()]


def new(run: Run) -> list[str]:
    return [entity["label"] for entity in waiting(run)["new"]]


def test_new_entities_wait_until_they_are_accepted(loaded: Run) -> None:
    assert new(loaded) == [HARBOUR, NORTHERN]
    loaded("review", "accept", HARBOUR, "--by", "ann", "--note", "it is real")
    assert new(loaded) == [NORTHERN]
    (entry,) = loaded("review", "log").splitlines()
    _, when, *rest = entry.split("\t")
    assert when.endswith("Z")
    assert (rest[0], rest[1], rest[3:]) == ("ann", "accepted", ["", "it is real"])
    loaded("review", "undo")
    assert new(loaded) == [HARBOUR, NORTHERN]
    assert "new entities: 2 (the first 1; --limit)" in loaded("review", "--limit", "1")


def test_a_refused_claim_is_listed_with_its_file_and_its_words(run: Run, write: Write) -> None:
    path = write("third.txt", "Cyberattacks joined NATO.\n")
    _, shown = run("review").split("claims that the ontology refused: 1\n")
    fact, where, *_ = shown.splitlines()
    assert fact.startswith("  cyberattacks ")
    assert " NATO: " in fact
    assert where == f"    {path} 0–25  “Cyberattacks joined NATO.”"
    (claim,) = waiting(run)["refused"]
    assert (claim["locations"], claim["quote"]) == ([str(path)], "Cyberattacks joined NATO.")


def test_what_is_said_of_a_rejected_entity_is_not_exported(loaded: Run) -> None:
    before = loaded("export")
    loaded("review", "reject", HARBOUR)
    assert HARBOUR not in loaded("export")
    assert HARBOUR in loaded("export", "--all")
    loaded("review", "undo")
    assert loaded("export") == before


def test_entities_are_merged_and_split(loaded: Run) -> None:
    loaded("review", "merge", HARBOUR, NORTHERN)
    assert new(loaded) in ([HARBOUR], [NORTHERN])
    assert "different" in loaded("review", "split", *_ids(loaded))
    assert new(loaded) == [HARBOUR, NORTHERN]
    assert "are" in loaded("review", "merge", HARBOUR, HARBOUR, fails=2)


def _ids(run: Run) -> list[str]:
    return [j.split("\t")[column] for j in run("review", "log").splitlines() for column in (4, 5)]


def test_weak_merges_are_listed_with_an_id_to_decide_by(loaded: Run, write: Write) -> None:
    text = "Sweden said that the Norwegian Minister Anna Berg supports NATO.\n"
    write("third.txt", text + "Minister Berg Anna attended the Madrid summit.\n")
    (pair,) = waiting(loaded)["merges"]
    assert {pair["left"]["label"], pair["right"]["label"]} == {"Anna Berg", "Berg Anna"}
    loaded("review", "reject", pair["id"])
    assert waiting(loaded)["merges"] == []
    loaded("review", "undo", pair["id"])
    loaded("review", "accept", pair["id"])
    assert waiting(loaded)["merges"] == []
    assert len(new(loaded)) == 3


def test_undo_gives_back_what_was_decided_before(loaded: Run) -> None:
    loaded("review", "label", HARBOUR, "Port Fund", "--by", "ann")
    (ann,) = loaded("review", "log").splitlines()
    loaded("review", "label", "Port Fund", "Haven Fund", "--by", "bob")
    assert "Haven Fund" in new(loaded)
    said = loaded("review", "undo").splitlines()
    assert [line.split("\t")[1] for line in said] == ["withdrawn", "restored"]
    assert "Port Fund" in new(loaded)
    assert loaded("review", "log").splitlines() == [ann]
    loaded("review", "undo")
    assert new(loaded) == [HARBOUR, NORTHERN]


def test_labels_and_classes_are_corrected(loaded: Run) -> None:
    loaded("review", "label", HARBOUR, "Port Fund")
    loaded("review", "class", "Port Fund", "Programme")
    (fund,) = (e for e in waiting(loaded)["new"] if e["label"] == "Port Fund")
    assert fund["types"] == ["Programme"]
    assert "did you mean Programme?" in loaded("review", "class", "Port Fund", "Program", fails=2)
    assert "described by the ontology" in loaded("review", "label", "Japan", "Nippon", fails=2)


def test_retracted_evidence_stays_on_record_and_contradicts_nothing(
    loaded: Run, write: Write
) -> None:
    write("third.txt", "NATO is a partner of China.\n")
    (fact,) = orjson.loads(loaded("contradictions", "--json"))["contradictions"]
    (affirmed,) = fact["affirmed"]["evidence"]
    assert affirmed["quote"] == "NATO is a partner of China."
    loaded("review", "retract", affirmed["id"], "--note", "irony")
    assert orjson.loads(loaded("contradictions", "--json"))["total"] == 0
    assert affirmed["quote"] not in loaded("export")
    assert affirmed["quote"] in loaded("export", "--all")
    loaded("review", "undo")
    assert orjson.loads(loaded("contradictions", "--json"))["total"] == 1
    assert "no evidence" in loaded("review", "retract", "0000", fails=1)


def test_a_stated_fact_outlives_reading_and_waits_when_its_text_changes(
    loaded: Run, write: Write, tmp_path: Path
) -> None:
    path = str(tmp_path / "second.txt")
    start = SECOND.index("NATO")
    span = (str(start), str(start + 32))
    loaded("state", "second.txt", *span, "NATO", "opposes", "China", "--denied", "--by", "ann")
    (stated,) = (x for x in lines(loaded, "--all") if x["predicate"] == "opposes")
    assert (stated["modality"], stated["quote"]) == ("negated", SECOND[start : start + 32])
    assert "opposes" not in loaded("export")
    write("second.txt", "In short: " + SECOND)
    (review,) = waiting(loaded)["changed"]
    assert review["locations"] == [path]
    loaded("review", "accept", review["id"])
    (stated,) = (x for x in lines(loaded, "--all") if x["predicate"] == "opposes")
    assert stated["start"] == start + 10
    write("second.txt", "Nothing.\n")
    (review,) = waiting(loaded)["changed"]
    assert "does not stand" in loaded("review", "accept", review["id"], fails=2)
    loaded("review", "reject", review["id"])
    assert waiting(loaded)["changed"] == []


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("none.txt", "0", "4", "Japan", "partnerOf", "NATO"), 1, "no document is at 'none.txt'"),
        (("first.txt", "5", "5", "Japan", "partnerOf", "NATO"), 2, "[5, 5) is no span"),
        (("first.txt", "0", "9999", "Japan", "partnerOf", "NATO"), 2, "code points"),
        (("first.txt", "0", "4", "Japam", "partnerOf", "NATO"), 1, "no entity has the id or"),
        (("first.txt", "0", "4", "Japan", "partner", "NATO"), 2, "did you mean partnerOf?"),
        (("first.txt", "0", "4", "Japan", "develops", "NATO"), 2, "cannot be the object"),
        (("first.txt", "0", "4", "NATO", "partnerOf", "NATO"), 2, "at both ends"),
        (("first.txt", "0", "4", "Japan", "partnerOf", "NATO", "--time", "soon"), 2, "not a date"),
    ],
)
def test_what_cannot_be_stated_is_refused(
    loaded: Run, arguments: tuple[str, ...], code: int, message: str
) -> None:
    assert message in loaded("state", *arguments, fails=code)


@pytest.mark.parametrize("syntax", ["trig", "nquads"])
def test_all_of_it_is_exported_and_read_back(
    loaded: Run, write: Write, tmp_path: Path, syntax: str
) -> None:
    loaded("state", "second.txt", "0", "6", "Norway", "partnerOf", "NATO", "--by", "ann")
    write("second.txt", "NATO is not a partner of China.\n")
    loaded("state", "first.txt", "0", "5", "Japan", "partnerOf", "NATO")
    loaded("review", "label", HARBOUR, "Haven Fund")
    loaded("review", "label", "Haven Fund", "Port Fund")
    loaded("review", "merge", "Port Fund", "NATO")
    loaded("review", "accept", "Port Fund")
    evidence = next(
        x for x in loaded("export", "--all", "--format", "nquads").split() if "/evidence/" in x
    )
    loaded("review", "retract", evidence.strip("<>").rpartition("/")[2])
    written = tmp_path / f"whole.{'nq' if syntax == 'nquads' else 'trig'}"
    loaded("export", "--all", "--format", syntax, "--output", str(written))
    loaded("load", str(written), "--quiet", store="again.db")
    for arguments in (
        ("export", "--all", "--format", "nquads"),
        ("review", "log"),
        ("review", "--json"),
    ):
        again = loaded(*arguments, store="again.db")
        assert sorted(again.splitlines()) == sorted(loaded(*arguments).splitlines())


def test_what_the_ontology_describes_is_corrected_there(loaded: Run) -> None:
    assert "described by the ontology" in loaded("review", "reject", "Japan", fails=2)
    said = loaded("review", "merge", "Japan", "France", fails=2)
    assert "described by the ontology as two" in said
    assert loaded("review", "log") == ""
