"""Facts that a merge of their ends makes the same: read together, and against each other."""

from __future__ import annotations

from graph.statements import Judgement, Verdict
from graph.store import Change, Store
from tests.gql.conftest import Ask
from tests.gql.world import JAPAN, NATO, Telling

QUERY = """{ contradictions { totalCount nodes { predicate
    denied: evidence(modalities: [negated]) { nodes { quote } }
    alike { totalCount nodes { subject { id } modalities
        evidence { nodes { quote } } } } } } }"""


def test_what_is_denied_of_one_is_said_of_another_that_is_the_same(world: Store, ask: Ask) -> None:
    told = Telling("The Kingdom is an ally of NATO.", "/news/kingdom.txt")
    kingdom = told.introduces("State", "The Kingdom")
    told.says(kingdom, "alliedWith", NATO, "The Kingdom is an ally of NATO")
    world.apply(Change(put=(told.statements(),)))
    assert ask(QUERY)["contradictions"]["totalCount"] == 0
    same = Judgement(kingdom, JAPAN, Verdict.SAME, "ann", "2024-01-01T00:00:00Z")
    world.apply(Change(judge=(same,)))
    (fact,) = ask(QUERY)["contradictions"]["nodes"]
    assert fact["predicate"] == "alliedWith"
    assert fact["denied"]["nodes"] == [{"quote": "Japan is not an ally of NATO"}]
    (other,) = fact["alike"]["nodes"]
    assert other["subject"]["id"] in (JAPAN, NATO)
    assert other["modalities"] == ["asserted"]
    assert other["evidence"]["nodes"] == [{"quote": "The Kingdom is an ally of NATO"}]
