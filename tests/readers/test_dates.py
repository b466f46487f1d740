"""Dates become EDTF, or nothing."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.statements import interval
from loaders.readers.dates import edtf_date, find_date


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (dt.date(2023, 7, 11), "2023-07-11"),
        (dt.datetime(2023, 7, 11, 23, tzinfo=dt.UTC), "2023-07-11"),
        ("2023-07-11T23:00:00-05:00", "2023-07-11"),
        ("D:20250714090000+00'00'", "2025-07-14"),
        ("20250714", "2025-07-14"),
        ("Sep 14, 2024", "2024-09-14"),
        ("Sept. 14th, 2024", "2024-09-14"),
        ("14 September 2024", "2024-09-14"),
        ("the 1st of May 2024", "2024-05-01"),
        ("Tue, 11 Jul 2023 10:00:00 GMT", "2023-07-11"),
        ("July 2023", "2023-07"),
        ("31.12.2023", "2023-12-31"),
        ("12/31/2023", "2023-12-31"),
        ("4/5/2024", "2024"),
        ("2023", "2023"),
        (2023, "2023"),
        ("../2023-07-11", "../2023-07-11"),
        ("2023-07~", "2023-07~"),
        ("2023-02-30", None),
        ("soon", None),
        (None, None),
        (["2023"], None),
    ],
)
def test_values_of_metadata(value: object, expected: str | None) -> None:
    assert edtf_date(value) == expected


@settings(deadline=None)  # parsing rare EDTF is slow at first
@given(st.one_of(st.text(), st.integers(), st.text("0123456789-/.~?XTD: ")))
def test_whatever_is_found_is_edtf(value: object) -> None:
    found = edtf_date(value)
    assert found is None or interval(found)


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("on 9–11 July 2024 they met", ("11 July 2024", "2024-07-11")),
        ("in May 2023 and on 3 June 2022", ("May 2023", "2023-05")),
        ("the 2022 Strategic Concept", None),
        ("75 may 2023", ("may 2023", "2023-05")),
    ],
)
def test_dates_in_lines(line: str, found: tuple[str, str] | None) -> None:
    date = find_date(line)
    assert (date and (line[date.start : date.end], date.edtf)) == found
