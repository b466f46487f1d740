"""Judgements as they are read: what people decided, what it replaced, who stands for whom."""

from __future__ import annotations

from typing import Any

import pytest

from gql import Api
from gql.schema import PlannedSchema
from graph.statements import EntityId, Judgement, Verdict
from graph.store import Change, Store
from ontology.model import Ontology
from tests.gql.world import FRANCE, JAPAN, KOREA, NATO, Telling

QUERY = """query ($filter: JudgementFilter, $first: Int, $after: String) {
    judgements(filter: $filter, first: $first, after: $after) {
        nodes { id left right verdict by when note stands } totalCount
        edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage endCursor } } }"""


def at(day: int) -> str:
    return f"2024-01-{day:02}T00:00:00Z"


@pytest.fixture
def made(world: Store) -> dict[str, Judgement]:
    told = Telling("The Kingdom is an ally of NATO.", "/news/kingdom.txt")
    kingdom = told.introduces("State", "The Kingdom")
    told.says(kingdom, "alliedWith", NATO, "The Kingdom is an ally of NATO")
    nobody = EntityId("")
    found = {
        "accepted": Judgement(kingdom, nobody, Verdict.ACCEPTED, "ann", at(1), "it is one"),
        "rejected": Judgement(kingdom, nobody, Verdict.REJECTED, "bob", at(2)),
        "kept": Judgement(kingdom, nobody, Verdict.ACCEPTED, "ann", at(3), "it is, it is"),
        "apart": Judgement(FRANCE, KOREA, Verdict.DIFFERENT, "bob", at(3)),
        "same": Judgement(JAPAN, kingdom, Verdict.SAME, "ann", at(4), "as the text says"),
    }
    world.apply(Change(put=(told.statements(),), judge=tuple(found.values())))
    return found


@pytest.fixture
def ways(
    world: Store, made: dict[str, Judgement], ontology: Ontology, schema: PlannedSchema
) -> tuple[Api, Api]:
    return Api(world, ontology, schema=schema), Api(world, ontology, schema=schema, compiled=False)


def listed(ways: tuple[Api, Api], **variables: Any) -> dict[str, Any]:
    one, other = (api.answer(QUERY, variables).body for api in ways)
    assert one == other
    assert "errors" not in one, one
    found: dict[str, Any] = one["data"]["judgements"]
    return found


def test_judgements_are_listed_the_newest_first(
    ways: tuple[Api, Api], made: dict[str, Judgement]
) -> None:
    found = listed(ways)
    newest = sorted(made.values(), key=lambda j: (j.when, j.id), reverse=True)
    assert [node["id"] for node in found["nodes"]] == [judgement.id for judgement in newest]
    assert found["totalCount"] == 5
    assert found["nodes"][0] == {
        "id": made["same"].id,
        "left": JAPAN,
        "right": made["same"].right,
        "verdict": "same",
        "by": "ann",
        "when": at(4),
        "note": "as the text says",
        "stands": True,
    }
    replaced = {node["id"] for node in found["nodes"] if not node["stands"]}
    assert replaced == {made["accepted"].id, made["rejected"].id}


def test_they_are_filtered(ways: tuple[Api, Api], made: dict[str, Judgement]) -> None:
    kingdom = made["same"].right

    def ids(**wanted: Any) -> set[str]:
        return {node["id"] for node in listed(ways, filter=wanted)["nodes"]}

    def of(*names: str) -> set[str]:
        return {made[name].id for name in names}

    about = of("accepted", "rejected", "kept", "same")
    assert ids(entity=JAPAN) == ids(entity=kingdom) == about
    assert ids(entity=KOREA) == of("apart")
    assert ids(entity="id:nobody") == set()
    assert ids(by="bob") == of("rejected", "apart")
    assert ids(verdicts=["same", "different"]) == of("same", "apart")
    assert ids(verdicts=[]) == set()
    assert ids(stands=False) == of("accepted", "rejected")
    assert ids(stands=True, by="ann") == of("kept", "same")


def test_they_are_paged(ways: tuple[Api, Api]) -> None:
    everything = [node["id"] for node in listed(ways)["nodes"]]
    seen, after = [], None
    while True:
        page = listed(ways, first=2, after=after)
        assert page["totalCount"] == 5
        assert page["pageInfo"]["hasPreviousPage"] is (after is not None)
        assert [edge["node"] for edge in page["edges"]] == [{"id": n["id"]} for n in page["nodes"]]
        seen += [node["id"] for node in page["nodes"]]
        after = page["pageInfo"]["endCursor"]
        if not page["pageInfo"]["hasNextPage"]:
            break
    assert seen == everything


def test_an_entity_lists_those_it_stands_for(
    ways: tuple[Api, Api], made: dict[str, Judgement]
) -> None:
    query = f"""{{ entity(id: "{JAPAN}") {{ merged {{ id label __typename }} }}
        other: entity(id: "{NATO}") {{ merged {{ id }} }} }}"""
    for api in ways:
        assert api.answer(query).body["data"] == {
            "entity": {
                "merged": [
                    {
                        "id": made["same"].right,
                        "label": "The Kingdom",
                        "__typename": "MergedEntity",
                    }
                ]
            },
            "other": {"merged": []},
        }
