"""Who comes too near, whose goods are kept out, what embassies say, and for whom is feared."""

from __future__ import annotations

import pytest

from tests.extraction.conftest import Reading

STATED = [
    # Who comes too near
    ("Russian jets entered Estonian airspace.", "Russia | threatens | Estonia"),
    ("Kenya flew balloons over Somalia.", "Kenya | threatens | Somalia"),
    # Whose goods and money are kept out
    ("Finland froze the assets of Belarus.", "Finland | opposes | Belarus"),
    ("Peru banned imports of Chilean fish.", "Peru | opposes | Chile"),
    ("Chile put a tariff of 25 percent on Peru.", "Chile | opposes | Peru"),
    # What an embassy says its state says
    ("Norway's embassy in Chad condemned Sudan.", "Norway | opposes | Sudan"),
    # In whose eyes it is one
    ("For ASEAN, the threat from Peru comes by sea.", "ASEAN | concernedBy | Peru"),
    (
        "Norway, which acknowledged the Chadian threat late, is rearming.",
        "Norway | concernedBy | Chad",
    ),
    ("Chad fears that Niger could be swallowed by Mali.", "Chad | concernedBy | Mali"),
    ("Norway's new law makes espionage harder.", "Norway | counters | espionage"),
    ("AUKUS makes miscalculation more likely.", "AUKUS agreement | raisesRiskOf | miscalculation"),
    ("Iran's proxies Hezbollah and Hamas have been weakened.", "Iran | supports | Hamas"),
]

UNSTATED = [
    # For whom is feared
    ("Chad fears that Niger could be swallowed by Mali.", "Chad | concernedBy | Niger"),
    (
        "Chad warned that Niger could become the Sudan of tomorrow.",
        "Chad | concernedBy | Niger",
    ),
]


@pytest.mark.parametrize(("text", "fact"), STATED, ids=[t[:50] for t, _ in STATED])
def test_what_is_said(read: Reading, text: str, fact: str) -> None:
    facts = read(text).facts
    assert fact in facts, facts


@pytest.mark.parametrize(("text", "fact"), UNSTATED, ids=[t[:50] for t, _ in UNSTATED])
def test_what_is_not_said(read: Reading, text: str, fact: str) -> None:
    assert fact not in read(text).facts
