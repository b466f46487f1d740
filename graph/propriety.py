"""What people may judge: what the ontology has decided is corrected there."""

from __future__ import annotations

from entente.errors import NotFound, UsageError
from graph.plan import Compare, Field, Find, Kind, Operator
from graph.statements import PAIRWISE, EntityId, Judgement, Origin, Verdict
from graph.store import Store

DECIDED = frozenset({Verdict.LABEL, Verdict.CLASS, Verdict.REJECTED})
"""What is not said of an entity that the ontology describes."""


def check(store: Store, made: Judgement) -> None:
    """Raises `NotFound` if an entity that `made` is of is not stored, `UsageError` if it would
    have it otherwise than the ontology. What is found of evidence is let pass."""
    if made.verdict is Verdict.RETRACTED:
        return
    ids = (made.left, EntityId(made.right)) if made.verdict in PAIRWISE else (made.left,)
    stored = store.entities(ids)
    for named in ids:
        if named not in stored:
            raise NotFound(f"no entity {named!r}", hint="search finds entities by name")
    one = stored[made.left]
    if made.verdict in DECIDED and one.origin is not Origin.PROVISIONAL:
        raise UsageError(
            f"{one.label} is described by the ontology", hint="correct it in the Turtle"
        )
    if made.verdict is Verdict.SAME:
        _check_merge(store, ids)


def _check_merge(store: Store, ids: tuple[EntityId, ...]) -> None:
    columns = (Field("label"), Field("origin"))
    standing = store.run(Find(Kind.ENTITY, columns, Compare("id", Operator.NAMED, ids)))
    described = [label for label, origin in standing.rows if origin == Origin.REFERENCE]
    if len(described) > 1:
        raise UsageError(
            f"{' and '.join(described)} are described by the ontology as two",
            hint="make them one in the Turtle",
        )
