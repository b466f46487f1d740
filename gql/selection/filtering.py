"""The conditions that filter arguments amount to, counted for a whole request."""

from __future__ import annotations

from typing import Any

from gql.selection.compiler import Compiler
from gql.selection.given import Arguments
from graph.plan.wanted import STATED, Wanting


def wanting(compiler: Compiler) -> Wanting:
    """What turns the filters of a field of the query type into conditions."""
    limits, given = compiler.limits, compiler.selections.given
    return Wanting(
        compiler.vocabulary.ontology,
        compiler.values,
        now=lambda later: given.look(later.read),
        most=limits.filter_words,
        deepest=limits.filter_depth,
    )


def stated(arguments: Arguments) -> dict[str, Any]:
    """What the arguments of a field say of one evidence, under the words of filters."""
    return {name: arguments.later(name) for name in STATED}
