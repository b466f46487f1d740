"""The fields of the query type: what is selected of each is compiled to one read of the store."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from graphql import GraphQLResolveInfo

from gql.roots import (
    about,
    comparing,
    graphs,
    groups,
    judgements,
    matches,
    pages,
    review,
    single,
    timeline,
    walks,
)
from gql.roots.read import Asked, Context, Read, Run
from gql.selection.compiler import Compiler
from gql.selection.cursor import ASKED
from gql.selection.fields import Selections
from gql.selection.given import Given
from gql.selection.shape import show

ROOTS: Mapping[str, Callable[[Read], Asked]] = {
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
    "judgements": judgements.judgements,
    "reviewList": review.review_list,
    "ontology": about.ontology,
    "stats": about.stats,
}


def resolve_root(_: object, info: GraphQLResolveInfo[Any], **__: Any) -> Any:
    """The answer to a field of the query type, for graphql-core to go on with."""
    context: Context = info.context
    key = str(info.path.key)
    if key in context.failed:
        raise context.failed[key]
    return resolved(ROOTS, info)


def resolved(fields: Mapping[str, Callable[[Read], Asked]], info: GraphQLResolveInfo[Any]) -> Any:
    """The answer to the one of `fields` that graphql-core is at."""
    context: Context = info.context
    context.check_time()
    given = Given(info.variable_values)
    ASKED.set(given.variables)
    selections = Selections(info.schema, info.fragments, given, context.limits)
    selected = selections.selected(info.parent_type, str(info.path.key), tuple(info.field_nodes))
    asked = fields[info.field_name](Read(selected, Compiler(selections, context.vocabulary)))
    return show(asked.shape, asked.fetch(Run(context, given.variables)))


__all__ = ["ROOTS", "Asked", "Context", "Read", "Run", "resolve_root", "resolved"]
