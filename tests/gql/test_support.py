"""What is shown under an edge or a fact is what supports it at the times that were asked for."""

from __future__ import annotations

from typing import Any

import pytest

from graph.statements import Status
from graph.store import Change, Store
from tests.gql.conftest import Ask
from tests.gql.world import FRANCE, KOREA, Telling

OLD, NEW, LATE, PLAN = "were partners", "are partners", "partners they are", "will be partners"


@pytest.fixture(autouse=True)
def told(world: Store) -> None:
    """One fact of two intervals, said again later, and planned once more."""
    early = Telling(f"They {OLD}. They {NEW}.", "/a.txt", "2021-01-01", "Steady News")
    early.says(FRANCE, "partnerOf", KOREA, OLD, time="2001/2005")
    early.says(FRANCE, "partnerOf", KOREA, NEW, time="2015/..")
    late = Telling(f"And {LATE}. They {PLAN}.", "/b.txt", "2023-01-01", "Other News")
    late.says(FRANCE, "partnerOf", KOREA, LATE, time="2015/..")
    late.says(FRANCE, "partnerOf", KOREA, PLAN, status=Status.PLANNED, time="2030/..")
    world.apply(Change(put=(early.statements(), late.statements())))


def shown(rows: list[dict[str, Any]], name: str = "evidence") -> dict[Any, list[str]]:
    return {row.get("from"): sorted(each["quote"] for each in row[name]["nodes"]) for row in rows}


EDGES = """edges { from modality evidence { nodes { quote } totalCount }
    again: evidence(knownAt: "2024") { nodes { quote } } }"""


def test_an_edge_shows_the_evidence_of_its_own_days(ask: Ask) -> None:
    query = f"""query ($ids: [ID!]!, $m: [Modality!], $at: String, $known: String) {{
        expand(ids: $ids, predicates: ["partnerOf"], modalities: $m, asOf: $at, knownAt: $known)
        {{ {EDGES} }} }}"""

    def edges(**variables: Any) -> list[dict[str, Any]]:
        variables["m"] = variables.get("m", ["asserted", "planned"])
        found = ask(query, ids=[FRANCE], **variables)["expand"]["edges"]
        for edge in found:
            assert edge["evidence"]["totalCount"] == len(edge["evidence"]["nodes"])
        return list(found)

    old, new, plan = "2001-01-01", "2015-01-01", "2030-01-01"
    assert shown(edges()) == {old: [OLD], new: sorted([NEW, LATE]), plan: [PLAN]}
    assert shown(edges(at="2003")) == {old: [OLD]}
    assert shown(edges(at="2020", known="2022")) == {new: [NEW]}
    assert shown(edges(at="2020", known="2022"), "again") == {new: sorted([NEW, LATE])}
    assert shown(edges(m=["planned"])) == {plan: [PLAN]}


def test_so_does_a_path(ask: Ask) -> None:
    query = f"""query ($at: String, $known: String) {{ paths(from: "{FRANCE}", to: "{KOREA}",
        maxHops: 1, asOf: $at, knownAt: $known) {{ paths {{ {EDGES} }} }} }}"""
    for at, known, quotes in (
        ("2003", None, [OLD]),
        ("2020", None, sorted([NEW, LATE])),
        ("2020", "2022", [NEW]),
    ):
        (path,) = ask(query, at=at, known=known)["paths"]["paths"]
        (found,) = shown(path["edges"]).values()
        assert found == quotes


def test_so_does_a_fact_of_an_entity(ask: Ask) -> None:
    query = f"""query ($at: String, $known: String, $m: [Modality!], $own: String) {{
        entity(id: "{FRANCE}") {{ facts(predicates: ["partnerOf"], asOf: $at, knownAt: $known,
            modalities: $m) {{ nodes {{ evidence(asOf: $own) {{ nodes {{ quote }} totalCount }}
                alike {{ totalCount }} }} }} }} }}"""
    for variables, quotes in (
        ({}, [OLD, NEW, LATE, PLAN]),
        ({"at": "2003"}, [OLD]),
        ({"at": "2020", "known": "2022"}, [NEW]),
        ({"m": ["planned"]}, [PLAN]),
        ({"at": "2003", "own": "2020"}, [NEW, LATE]),
    ):
        (fact,) = ask(query, **variables)["entity"]["facts"]["nodes"]
        assert sorted(each["quote"] for each in fact["evidence"]["nodes"]) == sorted(quotes)
        assert fact["evidence"]["totalCount"] == len(quotes)
