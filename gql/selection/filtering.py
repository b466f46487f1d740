"""The conditions that filter arguments amount to, counted for a whole request."""

from __future__ import annotations

from gql.selection.compiler import Compiler
from graph.plan.wanted import Wanting


def wanting(compiler: Compiler) -> Wanting:
    """What turns the filters of a field of the query type into conditions."""
    limits = compiler.limits
    return Wanting(
        compiler.vocabulary.ontology,
        compiler.values,
        most=limits.filter_words,
        deepest=limits.filter_depth,
    )
