"""What is exported: the documents of a store, in a fixed order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from dataclasses import replace as changed
from functools import cached_property

from graph.plan import All, Compare, Condition, Field, Find, Kind, Operator, Order
from graph.rulings import Rulings
from graph.statements import (
    DocumentId,
    DocumentKind,
    Entity,
    EntityId,
    EvidenceKind,
    Statements,
)
from graph.store import Store

PAGE = 1000


@dataclass
class Selection:
    """A store's statements: of kind `text` alone, or `everything`.

    `iris` gives the IRI of each term of the ontology by its name.
    """

    store: Store
    iris: Mapping[str, str]
    everything: bool = False
    _known: dict[EntityId, Entity] = field(default_factory=dict, repr=False)

    def documents(self) -> list[tuple[str, DocumentId]]:
        """The (base name, id) of the documents, sorted."""
        names: list[tuple[str, DocumentId]] = []
        after = ""
        while True:
            wanted: list[Condition] = [Compare("id", Operator.GT, after)]
            if not self.everything:
                wanted.append(Compare("kind", Operator.EQ, DocumentKind.SOURCE.value))
            columns = (Field("name"), Field("id"))
            found = self.store.run(
                Find(Kind.DOCUMENT, columns, All(tuple(wanted)), (Order("id"),), PAGE)
            )
            names += [(name, DocumentId(id_)) for name, id_ in found.rows]
            if not found.truncated:
                return sorted(names)
            after = found.rows[-1][1]

    def statements(self, document: DocumentId) -> Statements:
        """What `document` states, cut to what is selected.

        Evidence that people found to count for nothing is there with `everything` alone.
        """
        statements = self.store.statements(document)
        if self.everything:
            return statements
        rulings = self.rulings
        facts = tuple(fact for fact in statements.facts if not rulings.silences(fact))
        heard = {fact.id for fact in facts}
        evidence = tuple(
            e
            for e in statements.evidence
            if e.kind is EvidenceKind.TEXT and e.fact in heard and e.id not in rulings.retracted
        )
        stated = {e.fact for e in evidence}
        return changed(
            statements, facts=tuple(f for f in facts if f.id in stated), evidence=evidence
        )

    def __iter__(self) -> Iterator[Statements]:
        for _, document in self.documents():
            yield self.statements(document)

    def entities(self, ids: set[EntityId]) -> Mapping[EntityId, Entity]:
        """The entities `ids` as the whole store describes them."""
        missing = sorted(ids - self._known.keys())
        if missing:
            self._known.update(self.store.entities(missing))
        return {id_: self._known[id_] for id_ in sorted(ids)}

    @cached_property
    def rulings(self) -> Rulings:
        """What people found of entities and evidence."""
        return Rulings.of(self.store.judgements())

    def canonical(self) -> Mapping[EntityId, EntityId]:
        """Which entity stands for one that is merged away."""
        canonical: dict[EntityId, EntityId] = {}
        after = ""
        while True:
            wanted = All(
                (Compare("merged", Operator.PRESENT, True), Compare("id", Operator.GT, after))
            )
            columns = (Field("id"), Field("merged"))
            found = self.store.run(Find(Kind.ENTITY, columns, wanted, (Order("id"),), PAGE))
            for id_, merged in found.rows:
                canonical.update((EntityId(member), EntityId(id_)) for member in merged)
            if not found.truncated:
                return canonical
            after = found.rows[-1][0]
