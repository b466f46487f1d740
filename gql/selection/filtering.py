"""The conditions that filter arguments amount to, counted for a whole request."""

from __future__ import annotations

from collections.abc import Collection
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


def stated(
    arguments: Arguments, around: Arguments | None = None, inherited: Collection[str] = ()
) -> dict[str, Any]:
    """What the arguments of a field say of one evidence, under the words of filters: of those
    `inherited` that the query does not give, what `around` says."""
    return {
        name: around.later(name)
        if around is not None and name in inherited and not arguments.gives(name)
        else arguments.later(name)
        for name in STATED
    }
