"""What stores make of a fact that is told again and again."""

from __future__ import annotations

import pytest

from graph.plan import Field, Find, Kind
from graph.statements import Modality, Polarity, Statements, Voice, belief, day
from graph.store import Change, Store
from tests.contract.world import JAPAN, NATO, SCHEMA, Telling

TELLERS = 250
RELIABILITY = SCHEMA.default_reliability


def teller(number: int, confidence: float) -> Statements:
    """One of many documents without a publisher that say the same; every hundredth denies it."""
    text = f"Teller {number}: Japan is a partner of NATO."
    told = Telling(text, f"/news/{number}.txt", f"20{number % 20 + 1:02}-03-04")
    denial = number % 100 == 99
    told.says(
        JAPAN, "partnerOf", NATO, text, confidence=confidence,
        polarity=Polarity.DENIED if denial else Polarity.AFFIRMED,
        time="2022" if number == TELLERS - 1 else None,
    )  # fmt: skip
    return told.statements()


@pytest.mark.parametrize("confidence", [0.9, 0.001])
def test_every_voice_counts_however_many_there_are(store: Store, confidence: float) -> None:
    """Whether belief is certain after a few of them, or each of them still moves it."""
    store.adopt(SCHEMA, [])
    documents = [teller(number, confidence) for number in range(TELLERS)]
    store.apply(Change(put=tuple(documents[:-1])))
    store.apply(Change(put=(documents[-1],)))
    heard = [
        Voice(s.document.id, e.modality, e.confidence, RELIABILITY)
        for s in documents
        for e in s.evidence
    ]
    asserted, negated = (belief(heard, m) for m in (Modality.ASSERTED, Modality.NEGATED))
    facts = Find(Kind.FACT, (Field("belief"), Field("evidenceCount"), Field("known")))
    first = day("2001-03-04")
    assert store.run(facts).rows == [[asserted, TELLERS, first]]
    edges = Find(Kind.EDGE, (Field("modality"), Field("belief"), Field("known"), Field("from")))
    assert sorted(store.run(edges).rows) == sorted(
        [
            ["asserted", asserted, first, 0],
            ["asserted", asserted, day("2010-03-04"), day("2022-01-01")],
            ["negated", negated, day("2020-03-04"), 0],
        ]
    )
