"""Pages: nothing is repeated or lost between them, whatever they are sorted by."""

from __future__ import annotations

import base64
import json
from typing import Any

import orjson
import pytest

from gql.selection.cursor import write_cursor
from graph.store import Change, Store
from tests.gql.conftest import Ask, Fail
from tests.gql.world import JAPAN, NATO, documents

PAGE = """query ($after: String, $by: String, $down: Boolean) {
    entities(first: 3, after: $after, orderBy: $by, descending: $down) { totalCount
        nodes { id label degree ... on State { alpha3 } } edges { cursor }
        pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }"""


def pages(ask: Ask, query: str, path: tuple[str, ...], **variables: Any) -> list[dict[str, Any]]:
    """All pages of the connection at `path`."""
    found: list[dict[str, Any]] = []
    after = None
    while not found or found[-1]["pageInfo"]["hasNextPage"]:
        page = ask(query, after=after, **variables)
        for key in path:
            page = page[key]
        found.append(page)
        after = page["pageInfo"]["endCursor"]
    return found


@pytest.mark.parametrize("down", [True, False])
@pytest.mark.parametrize("by", ["degree", "label", "id", "alpha3"])
def test_pages_of_entities_are_the_whole_list(ask: Ask, by: str, down: bool) -> None:
    found = pages(ask, PAGE, ("entities",), by=by, down=down)
    nodes = [node for page in found for node in page["nodes"]]
    assert [len(page["nodes"]) for page in found] == [3, 3, 2]
    assert len({node["id"] for node in nodes}) == 8
    assert {page["totalCount"] for page in found} == {8}
    values = [node.get(by) for node in nodes]
    present = [value for value in values if value is not None]
    assert present == sorted(present, reverse=down)
    assert values[: len(present)] == present, "rows without a value come last"
    first, *rest = (page["pageInfo"]["hasPreviousPage"] for page in found)
    assert (first, set(rest)) == (False, {True})
    for page in found:
        cursors = [edge["cursor"] for edge in page["edges"]]
        info = page["pageInfo"]
        assert (info["startCursor"], info["endCursor"]) == (cursors[0], cursors[-1])


def test_pages_of_facts_and_of_their_evidence(ask: Ask) -> None:
    query = """query ($after: String) { entity(id: "https://entente.example/id/japan") {
        facts(first: 1, after: $after) { totalCount nodes { id evidenceCount }
            pageInfo { hasNextPage endCursor } } } }"""
    found = pages(ask, query, ("entity", "facts"))
    facts = [page["nodes"][0] for page in found]
    assert len({fact["id"] for fact in facts}) == 4 == found[0]["totalCount"]
    counts = [fact["evidenceCount"] for fact in facts]
    assert counts == sorted(counts, reverse=True)
    query = """query ($after: String, $id: ID!) { fact(id: $id) {
        evidence(first: 1, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } } }"""
    evidence = pages(ask, query, ("fact", "evidence"), id=facts[0]["id"])
    assert len({page["nodes"][0]["id"] for page in evidence}) == counts[0] == 2


def test_a_page_goes_on_where_the_last_one_ended(ask: Ask, world: Store) -> None:
    query = """query ($after: String) { documents(first: 1, after: $after) {
        nodes { id name } pageInfo { endCursor } } }"""
    first = ask(query)["documents"]
    world.apply(Change(drop=(documents()[0].document.id,)))
    second = ask(query, after=first["pageInfo"]["endCursor"])["documents"]
    assert [first["nodes"][0]["name"], second["nodes"][0]["name"]] == ["first.txt", "listed.md"]


@pytest.mark.parametrize("size", [0, -1, 1001])
def test_the_size_of_a_page_is_bounded(fail: Fail, size: int) -> None:
    (error,) = fail("query ($n: Int) { entities(first: $n) { nodes { id } } }", n=size)
    assert error["extensions"]["code"] == ("limit" if size > 0 else "usage")
    (error,) = fail(
        'query ($n: Int) { entity(id: "x") { facts(first: $n) { nodes { id } } } }', n=size
    )
    assert error["path"] == ["entity"]


@pytest.mark.parametrize(
    "cursor",
    ["", "nonsense", "é", "bnVsbA", write_cursor("", [{"a": 1}, "b"]), write_cursor("", [1, None])],
)  # fmt: skip
def test_what_is_no_cursor_is_refused(fail: Fail, cursor: str) -> None:
    (error,) = fail(
        "query ($after: String) { entities(after: $after) { nodes { id } } }", after=cursor
    )
    assert error["extensions"]["code"] == "usage"
    assert "cursor" in error["message"]


@pytest.mark.parametrize("by", ["properties", "alternative", "nothing"])
def test_what_has_no_one_value_cannot_be_sorted_by(fail: Fail, by: str) -> None:
    (error,) = fail("query ($by: String) { entities(orderBy: $by) { nodes { id } } }", by=by)
    assert error["extensions"]["code"] == "usage"
    assert by in error["message"]


def test_entities_are_filtered(ask: Ask) -> None:
    query = """query ($filter: EntityFilter) { entities(filter: $filter) { totalCount } }"""

    def count(**wanted: Any) -> int:
        total: int = ask(query, filter=wanted)["entities"]["totalCount"]
        return total

    assert count() == 8
    assert count(classes=["State"]) == 3
    assert count(classes=["Actor"]) == 5
    assert count(classes=["State", "Threat"]) == 4
    assert count(origin="provisional") == 2
    assert count(minDegree=3) == 3
    assert count(minDegree=1) == 6
    assert count(ids=["https://entente.example/id/japan", "x"]) == 1
    assert count(ids=[]) == 0
    assert count(text="korea") == 1
    assert count(document=documents()[2].document.id) == 1
    assert count(classes=["State"], minDegree=3) == 1


CURSORS = """query ($by: String, $down: Boolean, $f: EntityFilter, $after: String) {
    entities(orderBy: $by, descending: $down, filter: $f, first: 1, after: $after) {
        nodes { label } pageInfo { endCursor } }
    }"""


@pytest.mark.parametrize(
    "other",
    [{"by": "id"}, {"by": "mentions"}, {"down": False}, {"f": {"text": "ja"}},
     {"f": {"classes": ["State"]}}],
    ids=str,
)  # fmt: skip
def test_a_cursor_of_another_order_or_filter_is_refused(
    ask: Ask, fail: Fail, other: dict[str, Any]
) -> None:
    cursor = ask(CURSORS)["entities"]["pageInfo"]["endCursor"]
    assert ask(CURSORS, after=cursor)["entities"]["nodes"]
    (error,) = fail(CURSORS, after=cursor, **other)
    assert error["extensions"]["code"] == "cursor"
    assert "after" in error["extensions"]["hint"]
    within = ask(CURSORS, **other)["entities"]["pageInfo"]["endCursor"]
    assert "errors" not in ask(CURSORS, after=within, **other)
    assert fail(CURSORS, after=within)[0]["extensions"]["code"] == "cursor"


@pytest.mark.parametrize("field", ["members", "facts", "documents"])
def test_a_cursor_of_another_field_is_refused(ask: Ask, fail: Fail, field: str) -> None:
    query = f"""query ($after: String) {{ entity(id: "{NATO}") {{ ... on AnyOrganization {{
        memberOf {{ totalCount }} partnerOf(first: 1) {{ pageInfo {{ endCursor }} }}
        {field}(first: 1, after: $after) {{ nodes {{ id }} }} }} }} }}"""
    cursor = ask(query)["entity"]["partnerOf"]["pageInfo"]["endCursor"]
    assert cursor is not None
    assert fail(query, after=cursor)[0]["extensions"]["code"] == "cursor"


def test_a_cursor_that_is_written_into_the_query_is_held_to_its_variables(
    ask: Ask, fail: Fail
) -> None:
    cursor = ask(CURSORS, f={"text": "ja"})["entities"]["pageInfo"]["endCursor"]
    query = f"""query ($f: EntityFilter) {{
        entities(filter: $f, first: 1, after: "{cursor}") {{ nodes {{ id }} }} }}"""
    ask(query, f={"text": "ja"})
    assert fail(query, f={"text": "ko"})[0]["extensions"]["code"] == "cursor"


NESTED = """query ($by: String, $down: Boolean, $first: Int = 9, $after: String) {
    entity(id: "%s") { ... on AnyOrganization {
        partnerOf(orderBy: $by, descending: $down, first: $first, after: $after,
                  modalities: [asserted, planned, possible, negated]) {
            nodes { id label degree alternative } pageInfo { hasNextPage endCursor } } } } }"""


@pytest.mark.parametrize("down", [True, False])
@pytest.mark.parametrize("by", ["label", "degree", "id"])
def test_what_an_entity_is_related_to_is_sorted_as_asked(ask: Ask, by: str, down: bool) -> None:
    query = NESTED % NATO
    whole = ask(query, by=by, down=down)["entity"]["partnerOf"]["nodes"]
    values = [node[by] for node in whole]
    assert len(values) > 1
    assert values == sorted(values, reverse=down)
    seen, after = [], None
    while True:
        page = ask(query, by=by, down=down, first=1, after=after)["entity"]["partnerOf"]
        seen += page["nodes"]
        after = page["pageInfo"]["endCursor"]
        if not page["pageInfo"]["hasNextPage"]:
            break
    assert seen == whole


@pytest.mark.parametrize("down", [True, False])
@pytest.mark.parametrize(
    ("field", "by"), [("facts", "predicate"), ("facts", "belief"), ("documents", "name")]
)
def test_facts_and_documents_of_an_entity_are_sorted_as_asked(
    ask: Ask, field: str, by: str, down: bool
) -> None:
    query = f"""query ($down: Boolean) {{ entity(id: "{JAPAN}") {{
        {field}(orderBy: "{by}", descending: $down) {{ nodes {{ {by} }} }} }} }}"""
    values = [node[by] for node in ask(query, down=down)["entity"][field]["nodes"]]
    assert len(values) > 1
    assert values == sorted(values, reverse=down)


def test_what_has_no_one_value_sorts_no_nested_list(fail: Fail) -> None:
    (error,) = fail(NESTED % NATO, by="alternative")
    assert error["extensions"]["code"] == "usage"


MATCHES = """query ($after: String, $first: Int = 2, $text: String! = "a", $of: EvidenceFilter) {
    textMatches(text: $text, first: 100, evidences: $of) { truncated
        entities { entity { id } highlights { text } }
        evidences { evidence { id } highlights { text } }
        documents { document { id } highlights { text } }
        %sMatches(first: $first, after: $after) { totalCount
            nodes { %s { id } highlights { text } } edges { cursor node { %s { id } } }
            pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } } }"""


@pytest.mark.parametrize(("kind", "text"), [("entity", "n"), ("evidence", "a"), ("document", "a")])
@pytest.mark.parametrize("first", [1, 2, 3])
def test_pages_of_matches_are_the_whole_list(ask: Ask, kind: str, text: str, first: int) -> None:
    query = MATCHES.replace("%s", kind)
    found = pages(ask, query, ("textMatches", f"{kind}Matches"), first=first, text=text)
    lists = {"entity": "entities", "evidence": "evidences", "document": "documents"}
    whole = ask(query, text=text)["textMatches"][lists[kind]]
    assert len(whole) > 1
    assert [node for page in found for node in page["nodes"]] == whole
    assert {page["totalCount"] for page in found} == {len(whole)}
    cursors = [edge["cursor"] for page in found for edge in page["edges"]]
    assert len(set(cursors)) == len(whole)
    assert [edge["node"][kind] for page in found for edge in page["edges"]] == [
        match[kind] for match in whole
    ]
    for place, page in enumerate(found):
        ends = page["edges"][0]["cursor"], page["edges"][-1]["cursor"]
        assert (page["pageInfo"]["startCursor"], page["pageInfo"]["endCursor"]) == ends
        assert page["pageInfo"]["hasPreviousPage"] is (place > 0)


def test_a_page_of_matches_goes_on_after_any_of_them(ask: Ask) -> None:
    query = MATCHES.replace("%s", "evidence")
    cursors = ask(query, first=9)["textMatches"]["evidenceMatches"]["edges"]
    after = ask(query, first=9, after=cursors[0]["cursor"])["textMatches"]["evidenceMatches"]
    assert after["edges"] == cursors[1:]
    beyond = ask(query, after=cursors[-1]["cursor"])["textMatches"]["evidenceMatches"]
    assert (beyond["nodes"], beyond["pageInfo"]["endCursor"]) == ([], None)
    assert beyond["pageInfo"]["hasPreviousPage"] is True


def test_a_cursor_of_other_matches_is_refused(ask: Ask, fail: Fail) -> None:
    query, documents_ = (MATCHES.replace("%s", kind) for kind in ("evidence", "document"))
    cursor = ask(query)["textMatches"]["evidenceMatches"]["pageInfo"]["endCursor"]
    for other in ({"text": "b"}, {"of": {"ids": ["nowhere"]}}):
        assert fail(query, after=cursor, **other)[0]["extensions"]["code"] == "cursor"
    assert fail(documents_, after=cursor)[0]["extensions"]["code"] == "cursor"
    assert ask(query, after=cursor, first=1)


@pytest.mark.parametrize("place", [0, -1, 1.5, "1", 2**70])
def test_a_place_that_is_none_is_refused(fail: Fail, ask: Ask, place: Any) -> None:
    query = MATCHES.replace("%s", "entity")
    cursor = ask(query)["textMatches"]["entityMatches"]["pageInfo"]["endCursor"]
    mark = orjson.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))[0]
    forged = base64.urlsafe_b64encode(json.dumps([mark, place]).encode()).decode()
    assert fail(query, after=forged)[0]["extensions"]["code"] == "usage"
