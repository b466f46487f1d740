"""The scorecard: written from the annotated documents, and no figure below its floor."""

from __future__ import annotations

from functools import lru_cache

import pytest

from benchmarks.scorecard import (
    FIRST_RUN,
    PAGE,
    SETS,
    Trial,
    below,
    floors,
    page,
    read_first_run,
    run,
)


@lru_cache(maxsize=1)
def trials() -> list[Trial]:
    return [run(name) for name in SETS]


@pytest.mark.parametrize("number", range(len(SETS)), ids=SETS)
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
    assert PAGE.read_text(encoding="utf-8") == page(trials(), read_first_run())


def test_no_fact_of_the_frozen_set_is_on_the_page() -> None:
    written = PAGE.read_text(encoding="utf-8")
    frozen = next(trial for trial in trials() if trial.name == "frozen")
    assert not any(row.quote in written for row in frozen.score.rows)


def test_the_first_run_stands_as_it_was() -> None:
    assert FIRST_RUN.read_text(encoding="utf-8").startswith('{\n  "date": "2026-11-28"')
    first = read_first_run()
    assert first is not None
    assert (first["commit"], first["P"], first["R"], first["F1"]) == (
        "8c5de1ba6234", 0.776, 0.076, 0.138,
    )  # fmt: skip
