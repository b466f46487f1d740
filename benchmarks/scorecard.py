"""The scorecard: how the extractor does on documents that were annotated by hand.

    python -m benchmarks.scorecard               write docs/scorecard.md anew
    python -m benchmarks.scorecard --check       fail if it is stale, or a figure below its floor
    python -m benchmarks.scorecard --first-run SET   record the first run on a closed set, once

The sets lie in tests/gold: `dev`, `wide` and `fresh`, which may be looked at, and the closed ones,
which were written by somebody who has seen neither code nor lexicon and must not be read by who
improves them: no fact of theirs is listed here. A closed set is not run before its first run is
asked for, so that it is of the code that it was meant to examine.
"""

from __future__ import annotations

import argparse
import datetime as dt
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import orjson

from entente.settings import ROOT, Settings
from graph.evaluation import Score
from graph.evaluation.report import summary
from loaders.trial import against_documents
from loaders.workshop import Recipe

GOLD = ROOT / "tests" / "gold"
PAGE = ROOT / "docs" / "scorecard.md"
FLOORS = GOLD / "floors.toml"
FIRST_RUNS = GOLD / "first-runs.json"
OPEN = ("dev", "wide", "fresh")
CLOSED = ("frozen", "sealed", "agreed", "kept", "retold", "spare", "reserve", "witness")
FIGURES = ("P", "R", "F1", "modality", "grounded", "exact")


FirstRuns = Mapping[str, Mapping[str, Any]]
"""By closed set: its figures, the day and the commit."""


@dataclass(frozen=True)
class Trial:
    """A set, as the extractor did on it."""

    name: str
    documents: int
    words: int
    score: Score


def run(name: str) -> Trial:
    """Read the documents of a set and hold them against its table."""
    settings = Settings()
    folder = GOLD / name
    score, report = against_documents(
        folder / "gold.tsv", folder, Recipe(settings.ontology, settings.model)
    )
    return Trial(name, len({row.document for row in score.rows}), report.words, score)


def floors() -> dict[str, dict[str, float]]:
    """By set: what no figure may fall below."""
    read: dict[str, dict[str, float]] = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
    return read


def below(trial: Trial, floor: Mapping[str, float]) -> list[str]:
    """The figures that have fallen below their floor."""
    found = summary(trial.score)
    return [
        f"{trial.name}: {name} is {found[name]:.3f}, and the floor is {least:.3f}"
        for name, least in floor.items()
        if found[name] < least
    ]


def page(trials: list[Trial], first: FirstRuns) -> str:
    """docs/scorecard.md."""
    return "\n".join([*_page(trials, first), ""])


def _page(trials: list[Trial], first: FirstRuns) -> Iterator[str]:
    yield "# Scorecard"
    yield ""
    yield "Written by `python -m benchmarks.scorecard`; a test checks that it is up to date and"
    yield "that no figure falls below its floor (`tests/gold/floors.toml`). The documents and gold"
    yield "tables of `tests/gold` are by annotators who have seen neither code nor lexicon: `dev`,"
    yield "`wide` and `fresh` may be looked at while cues are written, `sealed` and half of"
    yield "what follows since their first run; `frozen` and the rest may not. No fact of theirs"
    yield "is named."
    yield ""
    yield "| set | documents | words | facts | P | R | F1 | modality | grounded | exact |"
    yield "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |"
    for trial in trials:
        found = summary(trial.score)
        figures = " | ".join(f"{found[name]:.3f}" for name in FIGURES)
        yield (
            f"| {trial.name} | {trial.documents} | {trial.words} | {found['facts']} | {figures} |"
        )
    yield ""
    yield "P: right facts of those found; R: required rows found; modality: senses of right facts"
    yield "that the table has; grounded: right facts quoted where the table found them; exact:"
    yield "quotes that are the text at their offsets."
    for name, run_ in first.items():
        figures = ", ".join(f"{figure} {run_[figure]:.3f}" for figure in FIGURES)
        yield ""
        yield f"The first run that saw the {name} set ({run_['date']}, commit {run_['commit']}):"
        yield f"{figures}. It stands as it was."
    yield from _reliability(trials)
    for trial in trials:
        yield from _tables(trial)


def _reliability(trials: list[Trial]) -> Iterator[str]:
    """How far the extractor's confidence can be relied on, over all sets."""
    found: dict[str, list[int]] = {}
    for trial in trials:
        for name, each in trial.score.by_confidence().items():
            counts = found.setdefault(name, [0, 0])
            counts[0] += each.facts
            counts[1] += each.right
    yield ""
    yield "## All sets by confidence"
    yield ""
    yield "| confidence | facts | right | P |"
    yield "| --- | --- | --- | --- |"
    for name, (facts, right) in sorted(found.items()):
        yield f"| {name} | {facts} | {right} | {right / facts:.3f} |"


def _tables(trial: Trial) -> Iterator[str]:
    for title, figures in (
        ("predicate", trial.score.by_predicate()),
        ("modality", trial.score.by_modality()),
    ):
        yield ""
        yield f"## {trial.name} by {title}"
        yield ""
        yield f"| {title} | facts | right | P | required | found | R | F1 |"
        yield "| --- | --- | --- | --- | --- | --- | --- | --- |"
        for name, each in figures.items():
            yield (
                f"| {name} | {each.facts} | {each.right} | {_share(each.precision, each.facts)}"
                f" | {each.required} | {each.found} | {_share(each.recall, each.required)}"
                f" | {_share(each.f1, each.required)} |"
            )


def _share(value: float, of: int) -> str:
    return f"{value:.3f}" if of else "–"


def first_runs() -> FirstRuns:
    """By closed set: what the first run on it found, if it has been."""
    found: FirstRuns = orjson.loads(FIRST_RUNS.read_bytes())
    return found


def sets() -> list[str]:
    """The sets that are scored: the open ones, and the closed ones that have been run."""
    return [*OPEN, *first_runs()]


def record_first_run(name: str) -> None:
    """Run a closed set for the first time and write it down. Exits if that has been done."""
    runs = first_runs()
    if name in runs:
        sys.exit(f"{FIRST_RUNS.relative_to(ROOT)} has {name}: there is only one first run")
    commit = subprocess.run(
        ["git", "rev-parse", "--short=12", "HEAD"], capture_output=True, text=True, check=True
    ).stdout.strip()
    today = dt.datetime.now(dt.UTC).date().isoformat()
    found = {"date": today, "commit": commit, **summary(run(name).score)}
    FIRST_RUNS.write_bytes(orjson.dumps({**runs, name: found}, option=orjson.OPT_INDENT_2) + b"\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--first-run", choices=CLOSED)
    arguments = parser.parse_args()
    if arguments.first_run:
        record_first_run(arguments.first_run)
    trials = [run(name) for name in sets()]
    written = page(trials, first_runs())
    problems = [line for t in trials for line in below(t, floors().get(t.name, {}))]
    if arguments.check:
        if not PAGE.exists() or PAGE.read_text(encoding="utf-8") != written:
            problems.append("docs/scorecard.md is stale: run python -m benchmarks.scorecard")
    else:
        PAGE.write_text(written, encoding="utf-8")
        print(written)
    if problems:
        sys.exit("\n".join(problems))


if __name__ == "__main__":
    main()
