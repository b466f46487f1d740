"""The fields of the query type: each compiles what is selected of it, and reads once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from graphql import GraphQLResolveInfo

from gql.roots import about, graphs, pages, single
from gql.roots.read import Context, Read

ROOTS: Mapping[str, Callable[[Read], Any]] = {
    "node": single.node,
    "nodes": single.nodes,
    "entity": single.entity,
    "entities": pages.entities,
    "search": pages.search,
    "fact": single.fact,
    "facts": pages.facts,
    "evidence": single.evidence,
    "evidences": pages.evidences,
    "document": single.document,
    "documents": pages.documents,
    "expand": graphs.expand,
    "paths": graphs.paths,
    "traverse": graphs.traverse,
    "commonNeighbours": graphs.common_neighbours,
    "ontology": about.ontology,
    "stats": about.stats,
}


def resolve_root(_: object, info: GraphQLResolveInfo[Any], **arguments: Any) -> Any:
    """The answer to a field of the query type."""
    return ROOTS[info.field_name](Read.of(info, arguments))


__all__ = ["ROOTS", "Context", "Read", "resolve_root"]
