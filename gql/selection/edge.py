"""Evidence of the edges of an answer: read once the edges are known.

A plan returns fields of edges and nothing nested, so what is selected of an
edge's evidence is a second read, one for each modality among the edges.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable

from gql.selection.columns import Columns, Getter, Row
from gql.selection.compiler import Compiler, Shown
from gql.selection.fields import Selected
from gql.selection.filtering import wanting
from gql.selection.page import nested_page
from graph.plan import Compare, Find, Kind, Link, LinkName, Operator, Order, Plan, Result
from graph.plan.filters import every, one_of
from graph.statements import Modality

IN_TEXT_ORDER = (Order("document"), Order("start"), Order("id"))

Run = Callable[[Plan, int], Result]


class EdgeEvidence:
    """The evidence selected of edges under one response key."""

    def __init__(self, compiler: Compiler, columns: Columns, selected: Selected) -> None:
        self._compiler = compiler
        self._selected = selected
        self._fact = columns.field("fact")
        self._modality = columns.field("modality")
        self._found: dict[tuple[str, str], Shown] = {}

    def show(self, row: Row) -> Shown:
        """The connection of an edge, once `fetch` has been called."""
        return self._found[self._fact(row), self._modality(row)]

    def fetch(self, run: Run, rows: Iterable[Row]) -> None:
        """Read the evidence of the edges `rows`."""
        facts: dict[str, set[str]] = defaultdict(set)
        for row in rows:
            facts[self._modality(row)].add(self._fact(row))
        for modality in sorted(facts):
            wanted = sorted(facts[modality])
            columns = Columns()
            fact, evidence = columns.field("id"), self._evidence(columns, Modality(modality))
            values = self._compiler.values
            plan = Find(
                Kind.FACT,
                columns.taken(),
                one_of(values, "id", wanted),
                limit=values.bind(len(wanted)),
            )
            for found in run(plan, len(wanted) * (1 + columns.cost)).rows:
                self._found[fact(found), modality] = evidence(found)

    def _evidence(self, columns: Columns, modality: Modality) -> Getter:
        where = every(
            Compare("modality", Operator.EQ, modality.value),
            wanting(self._compiler).stated(self._selected.arguments),
            wanting(self._compiler).condition(Kind.EVIDENCE, self._selected.arguments["filter"]),
        )
        link = Link(LinkName.EVIDENCE)
        return nested_page(
            self._compiler, columns, self._selected, link, Kind.EVIDENCE, IN_TEXT_ORDER, where
        )


def edge_evidence(compiler: Compiler, columns: Columns, selected: Selected) -> Getter:
    """How `evidence` of an edge is shown; whoever compiled it calls `fetch`."""
    evidence = EdgeEvidence(compiler, columns, selected)
    compiler.later.append(evidence)
    return evidence.show
