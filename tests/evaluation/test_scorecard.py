"""The scorecard: written from the annotated documents, and no figure below its floor."""

from __future__ import annotations

from functools import lru_cache

import pytest

from benchmarks.scorecard import (
    CLOSED,
    FIRST_RUNS,
    PAGE,
    Trial,
    below,
    first_runs,
    floors,
    page,
    record_first_run,
    run,
    sets,
)


@lru_cache(maxsize=1)
def trials() -> list[Trial]:
    return [run(name) for name in sets()]


@pytest.mark.parametrize("number", range(len(sets())), ids=sets())
def test_no_figure_falls_below_its_floor(number: int) -> None:
    trial = trials()[number]
    assert below(trial, floors()[trial.name]) == []


def test_a_figure_below_its_floor_is_named() -> None:
    trial = trials()[0]
    assert below(trial, {"P": 0.0, "exact": 1.01}) == [
        "dev: exact is 1.000, and the floor is 1.010"
    ]


def test_the_page_is_up_to_date() -> None:
    """If not, write it anew: python -m benchmarks.scorecard"""
    assert PAGE.read_text(encoding="utf-8") == page(trials(), first_runs())


def test_no_fact_of_a_closed_set_is_on_the_page() -> None:
    written = PAGE.read_text(encoding="utf-8")
    closed = [trial for trial in trials() if trial.name in first_runs()]
    assert closed
    assert not any(row.quote in written for trial in closed for row in trial.score.rows)


FIRST = {
    "frozen": ("2026-11-28", "8c5de1ba6234", 0.776, 0.076, 0.138),
    "sealed": ("2026-11-30", "aacee287438f", 0.713, 0.45, 0.551),
    "agreed": ("2026-11-30", "3ab7cd06979e", 0.754, 0.322, 0.451),
    "kept": ("2026-11-30", "467ad6752ebe", 0.796, 0.547, 0.649),
    "retold": ("2026-11-30", "a8b89567f2aa", 0.846, 0.562, 0.676),
    "spare": ("2026-11-30", "5b375d55e472", 0.827, 0.554, 0.664),
    "reserve": ("2026-11-30", "1e048294558d", 0.907, 0.596, 0.719),
    "witness": ("2026-12-01", "4dcf531f8705", 0.783, 0.574, 0.662),
}


@pytest.mark.parametrize("name", FIRST)
def test_the_first_run_stands_as_it_was(name: str) -> None:
    first = first_runs()[name]
    assert tuple(first[key] for key in ("date", "commit", "P", "R", "F1")) == FIRST[name]


def test_first_runs_are_of_closed_sets() -> None:
    assert set(first_runs()) == set(FIRST) <= set(CLOSED)


def test_there_is_only_one_first_run() -> None:
    written = FIRST_RUNS.read_bytes()
    with pytest.raises(SystemExit, match="has frozen: there is only one first run"):
        record_first_run("frozen")
    assert FIRST_RUNS.read_bytes() == written
