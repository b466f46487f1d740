"""Cards of entities: what they say is what the nodes say, whatever is written, and they sort as
entities do by degree and id."""

from __future__ import annotations

from typing import Any

import pytest

from entente.errors import StoreError
from graph.neo4j.card import FIELDS, card, form
from graph.plan import Written
from graph.registry import open_store
from graph.statements import EntityId, Judgement, Verdict
from graph.store import Change
from tests.contract.content import content
from tests.contract.world import SCHEMA, first, reference, second
from tests.neo4j_server import Server


def wrong_cards(server: Server) -> list[Any]:
    with server.session() as session:
        nodes = [dict(row["x"]) for row in session.run("MATCH (x:Entity) RETURN x")]
    assert nodes
    return [node for node in nodes if node.get("card") != card(node)]


def test_every_write_keeps_cards(neo4j_url: str, neo4j_server: Server) -> None:
    with open_store(neo4j_url) as store:
        store.adopt(SCHEMA, [reference()])
        assert wrong_cards(neo4j_server) == []
        store.apply(Change(put=(first(), second())))
        assert wrong_cards(neo4j_server) == []
        named = [fact.subject for fact in first().facts] + [f.object for f in first().facts]
        one, other = sorted(set(named))[:2]
        for verdict in (Verdict.SAME, Verdict.DIFFERENT):
            when = f"2026-01-0{1 + (verdict is Verdict.DIFFERENT)}T00:00:00Z"
            made = Judgement(EntityId(one), EntityId(other), verdict, "analyst", when)
            store.apply(Change(judge=(made,)))
            assert wrong_cards(neo4j_server) == []
        store.apply(Change(drop=(second().document.id,)))
        assert wrong_cards(neo4j_server) == []


@pytest.mark.parametrize("old", [(1, "null"), (2, "replace(x.card, '\\t', ',')")])
def test_an_older_store_is_given_cards(
    neo4j_url: str, neo4j_server: Server, old: tuple[int, str]
) -> None:
    layout, card_then = old
    with open_store(neo4j_url) as store:
        store.adopt(SCHEMA, [reference()])
        store.apply(Change(put=(first(), second())))
        expected = content(store)
    with neo4j_server.session() as session:
        session.run(f"MATCH (x:Entity) SET x.card = {card_then}").consume()
        session.run("MATCH (s:Store) SET s.layout = $layout", layout=layout).consume()
    with pytest.raises(StoreError, match="older"):
        open_store(neo4j_url, read_only=True)
    with open_store(neo4j_url) as store:
        assert wrong_cards(neo4j_server) == []
        assert content(store) == expected
    open_store(neo4j_url, read_only=True).close()


def test_cards_sort_by_degree_and_id_and_are_read_back() -> None:
    nodes = [
        {"id": id_, "label": label, "types": types, "origin": "reference", "mentions": 3,
         "degree": degree}
        for id_, label, types, degree in (
            ("https://example.org/a", 'tab\tand "quote"\\', ["State"], 0),
            ("https://example.org/a!", "],[", None, 0),
            ("https://example.org/a/b", "\n", [], 9),
            ("https://example.org/ä", "Ä", ["A", "B"], 10),
            ("https://example.org/b", "", ["A"], 999_999_999),
        )
    ]  # fmt: skip
    cards = sorted(map(card, nodes))
    nodes.sort(key=lambda node: (-node["degree"], node["id"]))
    for names in (FIELDS, ("degree", "id")):
        expected = [[node[name] for name in names] for node in nodes]
        assert Written.of(cards, form(names)) == expected
