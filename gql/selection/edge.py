"""Evidence of the edges of an answer: read once the edges are known.

A plan returns fields of edges and nothing nested. What is selected of an
edge's evidence is compiled to columns of its fact, which stand among those of
the edge; `gql.selection.graph` reads them from the facts.
"""

from __future__ import annotations

from gql.selection.columns import Columns
from gql.selection.compiler import Compiler
from gql.selection.fields import Selected
from gql.selection.filtering import stated, wanting
from gql.selection.page import nested_page
from gql.selection.shape import Shape
from graph.plan import Bind, Compare, Kind, Link, LinkName, Operator, Order
from graph.plan.fields import OCCASION
from graph.plan.filters import every

IN_TEXT_ORDER = (Order("document"), Order("start"), Order("id"))
WRITTEN_FIRST = (Order("precedence"), *IN_TEXT_ORDER)
"""Sentences before what reference data states and what rules infer: whoever reads only the first
evidence of a fact can check it."""

OCCASIONS = Bind("occasions")
"""The occasions of the edges whose evidence is read, at most one of each fact."""


def edge_evidence(compiler: Compiler, columns: Columns, selected: Selected) -> Shape:
    """The evidence that supports an edge: of its fact, in its modality, of its days, and
    published by the time that the edges are asked for."""
    for name in OCCASION:
        columns.field(name)
    where = every(
        Compare("occasion", Operator.IN, OCCASIONS),
        wanting(compiler).stated(stated(selected.arguments, columns.asked, ("knownAt",))),
        wanting(compiler).evidence(selected.arguments.later("filter")),
    )
    link = Link(LinkName.EVIDENCE)
    return nested_page(compiler, columns, selected, link, Kind.EVIDENCE, WRITTEN_FIRST, where)
