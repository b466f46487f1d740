"""Facts of groups, asked for of their members."""

from __future__ import annotations

from graph.statements import Qualifier
from graph.store import Change, Store
from tests.gql.conftest import Ask
from tests.gql.world import FRANCE, KOREA, NATO, Telling

QUERY = """query ($id: ID!, $spread: Boolean, $f: FactFilter) { entity(id: $id) {
    facts(spread: $spread, filter: $f) { totalCount nodes { predicate subject { id }
        evidence { nodes { quote qualifiers { name value } } } } } } }"""


def test_a_member_shows_what_is_said_of_each_through_its_group(world: Store, ask: Ask) -> None:
    told = Telling("Each ally supports South Korea. The allies oppose it.", "/news/each.txt")
    for predicate, quote, quantifier in (
        ("supports", "Each ally supports South Korea", "each"),
        ("opposes", "The allies oppose it", "collective"),
    ):
        said = (Qualifier("quantifier", quantifier, False),)
        told.says(NATO, predicate, KOREA, quote, qualifiers=said)
    world.apply(Change(put=(told.statements(),)))
    own = ask(QUERY, id=FRANCE)["entity"]["facts"]
    assert {node["subject"]["id"] for node in own["nodes"]} == {FRANCE}
    spread = ask(QUERY, id=FRANCE, spread=True)["entity"]["facts"]
    assert spread["totalCount"] == own["totalCount"] + 1
    (fact,) = (node for node in spread["nodes"] if node not in own["nodes"])
    assert fact == {
        "predicate": "supports",
        "subject": {"id": NATO},
        "evidence": {
            "nodes": [
                {
                    "quote": "Each ally supports South Korea",
                    "qualifiers": [{"name": "quantifier", "value": "each"}],
                }
            ]
        },
    }
    wanted = {"predicates": ["opposes"]}
    assert ask(QUERY, id=FRANCE, spread=True, f=wanted)["entity"]["facts"]["totalCount"] == 0
