"""Traversal relationships in Cypher: types written out, predicates inlined."""

from __future__ import annotations

from dataclasses import dataclass

from graph.neo4j.cypher.scope import Scope
from graph.neo4j.names import quoted
from graph.plan import Bind, Direction, Relation, Value
from graph.statements import OPEN_END, OPEN_START


@dataclass(frozen=True, slots=True)
class Step:
    """A `Relation` ready to be written between two nodes, as often as needed."""

    types: str
    direction: Direction
    both_ways: str
    """The types of a directed relation that are followed either way all the same."""
    limits: tuple[str, ...]
    """Conditions on a relationship that is called `{r}`."""

    def pattern(self, start: str, r: str, end: str) -> str:
        """`(start)-[r:…]-(end)`, from the row at hand to what it leads to."""
        middle = f"[{r}:{self.types}]"
        if self.both_ways or self.direction is Direction.BOTH:
            return f"({start})-{middle}-({end})"
        if self.direction is Direction.OUT:
            return f"({start})-{middle}->({end})"
        return f"({start})<-{middle}-({end})"

    def conditions(self, start: str, r: str) -> list[str]:
        """What must hold of relationship `r` that the row `start` is at one end of."""
        found = [limit.format(r=r) for limit in self.limits]
        if self.both_ways:
            end = "startNode" if self.direction is Direction.OUT else "endNode"
            found.append(f"({end}({r}) = {start} OR {r}:{self.both_ways})")
        return found


def step(scope: Scope, relation: Relation) -> Step:
    """`relation` as a step. A relation whose bounds are bound to None has none."""
    vocabulary = scope.vocabulary
    predicates = relation.predicates or vocabulary.predicates
    both = tuple(name for name in predicates if name in relation.symmetric)
    direction = relation.direction
    if len(both) == len(predicates):
        direction = Direction.BOTH
    if relation.nothing:
        predicates, both = (), ()
    types = vocabulary.edge_types(tuple(predicates), relation.modalities) if predicates else []
    mixed = direction is not Direction.BOTH and bool(both)
    return Step(
        types="|".join(map(quoted, types)) or "NOTHING",
        direction=direction,
        both_ways="|".join(map(quoted, vocabulary.edge_types(both, relation.modalities)))
        if mixed
        else "",
        limits=tuple(_limits(scope, relation)),
    )


def _limits(scope: Scope, relation: Relation) -> list[str]:
    found = []
    if relation.as_of is not None:
        day = scope.parameters.day(relation.as_of, "as_of")
        found.append(_unless_none(day, f"{{r}}.from <= {day} AND {{r}}.to > {day}", relation.as_of))
    if relation.known_at is not None:
        day = scope.parameters.day(relation.known_at, "known_at")
        found.append(_unless_none(day, f"{{r}}.known <= {day}", relation.known_at))
    if relation.min_belief is not None:
        share = scope.parameters.share(relation.min_belief, "min_belief")
        found.append(_unless_none(share, f"{{r}}.belief >= {share}", relation.min_belief))
    if not relation.undated:
        found.append(f"NOT ({{r}}.from = {OPEN_START} AND {{r}}.to = {OPEN_END})")
    return found


def _unless_none(parameter: str, condition: str, value: Value) -> str:
    return f"({parameter} IS NULL OR ({condition}))" if isinstance(value, Bind) else condition
