"""Facts against a gold table: what counts as right, wrong, missed, and in which sense."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import orjson
import pytest
from click.testing import CliRunner

from entente.cli import main
from entente.errors import EntenteError
from entente.settings import ROOT, Settings
from graph.evaluation import Score, as_json
from graph.evaluation.report import summary
from graph.evaluation.scoring import Judged
from graph.exchange import Selection, writer
from graph.registry import open_store
from graph.store import Store
from loaders.pipeline import Loader
from loaders.trial import against_documents, against_store
from loaders.workshop import Recipe
from tests.evaluation.conftest import TEXT, Table

SHARED = ROOT.parent / "shared"
SCORER = SHARED / "gold" / "score.py"

PARTNERS = (
    "007 ; NATO|the Alliance ; partnerOf ; Nippon ; asserted ; req ; Japan is a partner of NATO"
)
ALLIES = "007 ; NATO ; alliedWith ; Japan ; negated ; req ; NATO is no ally of Japan"
MEMBERS = [
    f"007 ; {name} ; participatesIn|cooperatesOn ; *maritime ; asserted ; req ; The IP4 work"
    for name in ("Australia", "Japan", "South-Korea", "NEW ZEALAND")
]
GROUP = "007 ; IP4 ; cooperatesOn ; maritime security ; possible ; opt ; Japan could work"
FEARS = "007 ; * ; concernedBy ; Cyber Attacks ; asserted ; opt ; The Quad fears"
MISSED = "007 ; Quad leaders ; concernedBy ; cyber-attacks ; asserted ; req ; The Quad fears"


def shared_figures(gold: Path, store: Store, docs: Path, folder: Path) -> dict[str, float]:
    """What the shared scorer says of `store`."""
    if not SCORER.exists():
        pytest.skip("../shared/gold/score.py is not beside this checkout")
    export = folder / "export.jsonl"
    with export.open("wb") as out:
        writer("jsonl")(Selection(store, {}), out)
    command = [sys.executable, str(SCORER), str(gold), str(export), "--docs", str(docs)]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return {name: float(value) for name, value in re.findall(r"(\w+)=([\d.]+)", said)}


def figures(score: Score) -> dict[str, float]:
    return dict(summary(score))


def test_a_fact_is_right_by_its_names_either_way_round(told: Store, table: Table) -> None:
    score = against_store(table(PARTNERS), told)
    assert figures(score) == {
        "facts": 1, "P": 1, "R": 1, "F1": 1, "modality": 1, "grounded": 1, "exact": 1,
    }  # fmt: skip


def test_hidden_names_are_no_names(told: Store, table: Table) -> None:
    score = against_store(table(MISSED), told)
    assert [row.subject for row in score.missed] == ["Quad leaders"]
    assert [fact.subject for fact in score.facts if not fact.right] == ["The Quad"]


def test_a_fact_of_a_group_meets_its_members_only_where_all_have_a_row(
    told: Store, table: Table
) -> None:
    # Japan's own fact meets Japan's row and the group's.
    score = against_store(table(*MEMBERS, GROUP), told)
    assert score.overall.recall == 1
    assert {fact.subject: len(fact.met) for fact in score.facts} == {
        "Japan": 2, "NATO's Indo-Pacific partners": 5,
    }  # fmt: skip
    score = against_store(table(*MEMBERS[:3], GROUP), told)
    assert len(score.missed) == 2


def test_each_sense_that_no_row_has_costs(told: Store, table: Table) -> None:
    score = against_store(table(ALLIES), told)
    assert figures(score)["modality"] == 0.5
    said = as_json(score)["otherModality"]
    assert [(fact["said"], fact["table"]) for fact in said] == [(["asserted"], ["negated"])]
    senses = score.by_modality()
    assert (senses["negated"].precision, senses["negated"].recall) == (1, 1)
    assert (senses["asserted"].facts, senses["asserted"].right) == (1, 0)


def test_facts_are_counted_by_how_sure_the_extractor_is(told: Store, table: Table) -> None:
    score = against_store(table(PARTNERS, MISSED), told)
    right, wrong = (next(f for f in score.facts if f.right is r) for r in (True, False))

    def at(fact: Judged, *confidences: float) -> Judged:
        stated = (replace(fact.evidence[0], confidence=c) for c in confidences)
        return replace(fact, evidence=tuple(stated))

    facts = (at(right, 1.0), at(right, 0.3, 0.8), at(wrong, 0.8), at(wrong, 0.7), at(right, 0.7))
    found = replace(score, facts=facts).by_confidence()
    assert {name: (each.facts, each.right) for name, each in found.items()} == {
        "0.7–0.8": (2, 1), "0.8–0.9": (2, 1), "0.9–1.0": (1, 1),
    }  # fmt: skip


def test_over_long_evidence_and_unused_predicates_are_left_out(told: Store, table: Table) -> None:
    score = against_store(table(FEARS), told)
    assert [fact.subject for fact in score.facts] == ["The Quad"]
    assert score.ignored == 7


def test_the_table_beside_adds_rows(told: Store, table: Table) -> None:
    gold = table(PARTNERS)
    table(ALLIES, name="gold-also.tsv")
    assert set(against_store(gold, told).by_predicate()) == {"alliedWith", "partnerOf"}


def test_figures_are_those_of_the_shared_scorer(told: Store, table: Table, tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "007-partners.txt").write_text(TEXT, encoding="utf-8")
    for rows in (
        [PARTNERS, ALLIES, *MEMBERS, GROUP, FEARS, MISSED],
        [ALLIES, *MEMBERS[1:], MISSED],
        [GROUP, "007 ; Japan ; memberOf ; NATO ; planned ; req ; NATO is no ally"],
    ):
        gold = table(*rows)
        ours = figures(against_store(gold, told))
        assert ours == shared_figures(gold, told, docs, tmp_path)


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    if not SCORER.exists():
        pytest.skip("../shared is not beside this checkout")
    settings = Settings.from_environment()
    url = f"sqlite:///{tmp_path_factory.mktemp('seeds') / 'seeds.db'}"
    with open_store(url) as store:
        Loader(store, Recipe(settings.ontology, settings.model)).load([str(SHARED / "seeds")])
        yield store


def test_figures_of_the_five_articles_are_those_of_the_shared_scorer(
    seeds: Store, tmp_path: Path
) -> None:
    gold = SHARED / "gold" / "seeds.tsv"
    ours = figures(against_store(gold, seeds))
    assert ours == shared_figures(gold, seeds, SHARED / "seeds", tmp_path)
    assert ours["facts"] > 100


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("007 ; NATO ; partnerOf", "gold.tsv:2: 3 columns instead of 7"),
        (PARTNERS.replace("partnerOf", "partnersOf"), "did you mean partnerOf"),
        (PARTNERS.replace("req", "must"), "weight 'must'"),
        (PARTNERS.replace("asserted", "denied"), "modality 'denied'"),
        (PARTNERS.replace("007", "008"), "no document whose name starts with '008'"),
        (PARTNERS.replace("Japan is", "Japan was"), "'Japan was a partner of NATO' is not in"),
        (PARTNERS.replace("Nippon", " "), "no object"),
    ],
)
def test_a_table_that_cannot_be_meant_is_refused(
    told: Store, table: Table, row: str, message: str
) -> None:
    with pytest.raises(EntenteError, match=r"gold\.tsv:2") as refusal:
        against_store(table(row), told)
    assert message in str(refusal.value)


def test_documents_are_read_for_the_occasion(table: Table, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("Japan is a partner of NATO.\n", encoding="utf-8")
    (tmp_path / "two.txt").write_text("Norway is a member of NATO.\n", encoding="utf-8")
    gold = table("one ; Japan ; partnerOf ; NATO ; asserted ; req ; a partner of NATO")
    settings = Settings.from_environment()
    score, report = against_documents(gold, tmp_path, Recipe(settings.ontology, settings.model))
    assert report.words == 6
    assert figures(score)["F1"] == 1


def test_the_command_writes_text_or_json(told: Store, table: Table, tmp_path: Path) -> None:
    arguments = ["evaluate", str(table(ALLIES, MISSED)), "--store", f"sqlite:///{tmp_path}/told.db"]
    text = CliRunner().invoke(main, arguments)
    assert text.exit_code == 0
    assert text.output.startswith("facts=2 P=0.500 R=0.500")
    assert "[asserted] (table: negated)\n      “a partner of NATO”" in text.output
    found = orjson.loads(CliRunner().invoke(main, [*arguments, "--json"]).output)
    assert [row["place"].rpartition("/")[2] for row in found["missed"]] == ["gold.tsv:3"]
    missing = CliRunner().invoke(main, ["evaluate", str(tmp_path / "none.tsv"), *arguments[2:]])
    assert missing.exit_code == 1
    assert "none.tsv" in missing.output
