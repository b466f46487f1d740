"""Two who are told by their number alone, and two who deal with a third rather than each other."""

from __future__ import annotations

import pytest

from tests.extraction.conftest import Reading

STATED = [
    # "The two" of the sentence before, whatever the classes that the predicate takes
    ("Chile and Peru train together. The two are close partners.", "Chile | partnerOf | Peru"),
    (
        "Kenya has worked with NATO since 2005. The two signed an agreement in 2012.",
        "NATO | partyTo | Kenya–NATO agreement",
    ),
    (
        "Kenya has engaged in dialogue with NATO since 2005. The two entered into a partnership.",
        "Kenya | partnerOf | NATO",
    ),
    # Each with the third
    (
        "Kenya and Ghana have signed partnership agreements with NATO.",
        "Ghana | partnerOf | NATO",
    ),
    # Whose it is that is told "as a …" is named after it
    (
        "Poland is buying tanks. As a NATO member bordering Ukraine, it is seen as a bulwark.",
        "Poland | memberOf | NATO",
    ),
]
NOT_STATED = [
    (
        "Kenya and Ghana have signed partnership agreements with NATO.",
        "Ghana | partnerOf | Kenya",
    ),
    ("Kenya and Peru signed a defence pact with Chile.", "Kenya | cooperatesWith | Peru"),
    (
        "Poland is buying tanks. As a NATO member bordering Ukraine, it is seen as a bulwark.",
        "Ukraine | memberOf | NATO",
    ),
]


@pytest.mark.parametrize(("text", "fact"), STATED)
def test_stated(read: Reading, text: str, fact: str) -> None:
    assert fact in read(text).facts


@pytest.mark.parametrize(("text", "fact"), NOT_STATED)
def test_not_stated(read: Reading, text: str, fact: str) -> None:
    assert fact not in read(text).facts
