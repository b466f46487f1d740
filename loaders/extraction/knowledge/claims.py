"""The claims of one document: of those that say the same at a place, the surest."""

from __future__ import annotations

from dataclasses import replace

from graph.statements import Claim, EntityId, Status


class Claims:
    """Collects claims in the order in which they were first made."""

    def __init__(self) -> None:
        self._claims: dict[tuple[object, ...], Claim] = {}

    def keep(self, claim: Claim) -> None:
        """Keep `claim`, or its qualifiers if a surer one says the same at its place."""
        key = (
            *sorted((claim.subject, claim.object)),
            claim.predicate,
            claim.start,
            claim.end,
            claim.polarity,
            claim.status,
        )
        known = self._claims.get(key)
        if known is None or known.confidence < claim.confidence:
            self._claims[key] = claim
        elif set(claim.qualifiers) - set(known.qualifiers) and known.subject == claim.subject:
            merged = tuple(sorted({*known.qualifiers, *claim.qualifiers}))
            self._claims[key] = replace(known, qualifiers=merged)

    def all(self) -> tuple[Claim, ...]:
        """What is said to be so at a place is not said there to be planned or possible as well."""
        actual = {key[:-1] for key in self._claims if key[-1] is Status.ACTUAL}
        return tuple(
            claim
            for key, claim in self._claims.items()
            if key[-1] is Status.ACTUAL or key[:-1] not in actual
        )

    def entities(self) -> set[EntityId]:
        """Whom the claims are about, who says them, and their qualifiers' entities."""
        return {
            entity
            for claim in self.all()
            for entity in (
                claim.subject,
                claim.object,
                *claim.said_by,
                *(EntityId(q.value) for q in claim.qualifiers if q.is_entity),
            )
        }
