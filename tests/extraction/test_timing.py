"""Of which time a fact speaks: the date that its own clause gives, not any of its sentence."""

from __future__ import annotations

import pytest

from tests.extraction.conftest import Reading

TIMES = [
    ("Kenya and Ghana signed a defence pact in 2022.", "partyTo", "2022"),
    ("In 2021 Kenya joined the African Union and supported Ghana.", "supports", "2021"),
    ("Ghana, which has supported Kenya since 2014, works with Fiji.", "supports", "2014/.."),
    ("Kenya agreed to support Ghana in 2024.", "supports", "2024"),
    ("Cooperation between Kenya and Ghana began in 2013.", "cooperatesWith", "2013"),
    ("Ghana, which was founded in 1957, supports Kenya.", "supports", None),
    ("Kenya met Fiji in 2019 and supports Ghana.", "supports", None),
    ("Omar Roe said in 2022 that Kenya opposes Ghana.", "opposes", None),
    ("Omar Roe, the prime minister of Kenya, spoke in 2022.", "affiliatedWith", None),
]


@pytest.mark.parametrize(("text", "predicate", "time"), TIMES)
def test_a_fact_has_the_time_of_its_own_clause(
    read: Reading, text: str, predicate: str, time: str | None
) -> None:
    claims = read(text).claims(predicate)
    assert claims
    assert {claim.time for claim in claims} == {time}
