"""The fields of the query type: each compiles what is selected of it, and reads once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from graphql import GraphQLResolveInfo

from gql.roots import about, comparing, graphs, groups, matches, pages, single, timeline, walks
from gql.roots.read import Context, Read

ROOTS: Mapping[str, Callable[[Read], Any]] = {
    "node": single.node,
    "nodes": single.nodes,
    "entity": single.entity,
    "entities": pages.entities,
    "entityGroups": groups.entities,
    "search": pages.search,
    "textMatches": matches.matches,
    "fact": single.fact,
    "facts": pages.facts,
    "contradictions": pages.contradictions,
    "factGroups": groups.facts,
    "evidence": single.evidence,
    "evidences": pages.evidences,
    "evidenceGroups": groups.evidences,
    "document": single.document,
    "documents": pages.documents,
    "documentGroups": groups.documents,
    "expand": graphs.expand,
    "subgraph": graphs.subgraph,
    "paths": graphs.paths,
    "traverse": walks.traverse,
    "commonNeighbours": walks.common_neighbours,
    "compare": comparing.compare,
    "sharedInterests": comparing.shared_interests,
    "timeline": timeline.timeline,
    "ontology": about.ontology,
    "stats": about.stats,
}


def resolve_root(_: object, info: GraphQLResolveInfo[Any], **arguments: Any) -> Any:
    """The answer to a field of the query type."""
    return ROOTS[info.field_name](Read.of(info, arguments))


__all__ = ["ROOTS", "Context", "Read", "resolve_root"]
