"""A known event's name with another year, or of another group, is another event."""

from __future__ import annotations

import pytest

from tests.extraction.conftest import Reading


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("At the 1999 Washington summit, NATO grew.", "1999 Washington summit"),
        ("In 1999, at the Washington Summit, NATO grew.", "1999 Washington summit"),
        ("1999: At the Washington Summit, NATO met.", "1999 Washington summit"),
        ("- 2006: At the Riga Summit, NATO met.", "2006 Riga summit"),
        ("At the Washington summit in July 2024, NATO grew.", "2024 Washington summit"),
        ("At the Washington summit NATO agreed to grow by 2030.", "2024 Washington summit"),
        ("NATO met at its summit in Washington.", "2024 Washington summit"),
        (
            "Joe Biden attended the Quad summit in Washington in September 2021.",
            "2021 Quad Leaders Summit",
        ),
        ("In 2010 Barack Obama attended a summit in Washington.", "summit in Washington"),
    ],
)
def test_it_is_that_of_its_time(read: Reading, text: str, event: str) -> None:
    facts = read(text).facts
    held = {f.split(" | ")[0] for f in facts if " | locatedIn | " in f}
    assert held == {event}
