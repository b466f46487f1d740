"""GraphQL and HTTP: what apps and the explorer talk to.

    types, schema   the schema of an ontology, with Strawberry
    selection       what a query selects → columns of a plan, and back
    roots           the fields of the query type, each compiled to what it reads of the store
    compiled        operations compiled once, and answered again and again
    document        queries parsed, measured and validated
    persisted       queries asked for by an id
    limits          what one request may ask for
    api             a query answered, in process
    http, service   the same over HTTP, with the explorer's pages

`execute` answers a query without a server; `sdl` prints the schema.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gql.api import Api
from gql.schema import sdl
from graph.store import Store
from ontology.model import Ontology


def execute(
    store: Store, ontology: Ontology, query: str, variables: Mapping[str, Any] | None = None
) -> dict[str, Any]:
    """The answer to `query` over `store`: `data`, `errors` or both, as in a response's body.

    Blocks. A caller with many queries keeps an `Api` instead.
    """
    return Api(store, ontology).answer(query, variables).body


__all__ = ["Api", "execute", "sdl"]
