"""A TypeScript program over generated types: it compiles strictly and reads what is stored."""

from __future__ import annotations

import httpx

from tests.clients.conftest import Npm, rows

QUERY = """{ search(text: "NATO", first: 1) { nodes { facts(
    predicates: ["partnerOf"], modalities: [asserted planned possible negated], first: 100
) { nodes { subject { label } object { label } modalities evidence(first: 1) { nodes { quote } } }
} } } }"""


def test_a_generated_client_reads_all_pages_of_the_live_service(npm: Npm, address: str) -> None:
    npm("generate")
    npm("compile")
    read = rows(npm("partners", address, "NATO"))
    answer = httpx.post(f"{address}/graphql", json={"query": QUERY}, timeout=60).json()
    (entity,) = answer["data"]["search"]["nodes"]
    assert [(row["ends"], row["modalities"], row["quote"]) for row in read] == [
        (
            [fact["subject"]["label"], fact["object"]["label"]],
            fact["modalities"],
            fact["evidence"]["nodes"][0]["quote"],
        )
        for fact in entity["facts"]["nodes"]
    ]
    assert read
