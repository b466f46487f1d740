"""EDTF texts become the widest days that they can mean."""

from __future__ import annotations

import datetime as dt

import pytest
from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from entente.errors import UsageError
from graph.statements import OPEN_END, OPEN_START, interval


def days(text: str) -> int:
    return dt.date.fromisoformat(text).toordinal()


@pytest.mark.parametrize(
    ("edtf", "start", "end"),
    [
        ("2023-07-11", days("2023-07-11"), days("2023-07-12")),
        ("2023-12", days("2023-12-01"), days("2024-01-01")),
        ("2024", days("2024-01-01"), days("2025-01-01")),
        ("2022/2023-02", days("2022-01-01"), days("2023-03-01")),
        ("../2023-07-11", OPEN_START, days("2023-07-12")),
        ("2023-07-11/", days("2023-07-11"), OPEN_END),
        ("2023~", days("2022-01-01"), days("2025-01-01")),
        ("2023-21", days("2023-03-01"), days("2023-06-01")),
        (None, OPEN_START, OPEN_END),
        ("", OPEN_START, OPEN_END),
    ],
)
def test_widest_days(edtf: str | None, start: int, end: int) -> None:
    assert interval(edtf) == (start, end)


@pytest.mark.parametrize(
    "text", ["yesterday", "2023-13", "2023-02-30", "11.7.2023", "/", "../..", "2023/2022"]
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="not a date"):
        interval(text)


@settings(deadline=None)  # the library is slow at times
@given(st.dates(dt.date(1000, 1, 1)), st.sampled_from([4, 7, 10]))
def test_plain_dates_mean_what_the_library_says(date: dt.date, length: int) -> None:
    edtf = date.isoformat()[:length]
    parsed = parse_edtf(edtf)
    first, last = parsed.lower_strict(), parsed.upper_strict()
    assert interval(edtf) == (
        dt.date(*first[:3]).toordinal(),
        dt.date(*last[:3]).toordinal() + 1,
    )
