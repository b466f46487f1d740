"""What a store is: one way to write, one way to read, and the statements back.

An engine subclasses `Store`, registers in `graph.registry` and is then held
to the contract suite in tests/contract. It must write a change atomically and
run a plan; how it lays rows out is its own affair.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from typing import Any, Self

from graph.plan import Plan, Result
from graph.review import Review
from graph.statements import (
    Document,
    DocumentId,
    DocumentKind,
    Entity,
    EntityId,
    EvidenceId,
    Judgement,
    JudgementId,
    Refused,
    Statements,
)
from ontology.lexicon import Affix


@dataclass(frozen=True, slots=True)
class Schema:
    """What a store must know of the ontology to keep rows by it.

    `superclasses` gives each class's superclasses with itself, sorted.
    `symmetric` are the predicates without direction. `reliability` is a
    publisher's, by name, and `default_reliability` that of the rest.
    `indexed` are the literal properties that readers filter by. `affixes` are
    the words at the edges of names that tell nobody apart.
    """

    superclasses: Mapping[str, tuple[str, ...]]
    predicates: tuple[str, ...]
    symmetric: frozenset[str]
    reliability: Mapping[str, float]
    default_reliability: float
    indexed: tuple[str, ...]
    digest: str
    """Changes whenever the ontology does."""
    affixes: tuple[Affix, ...] = ()
    publishers: Mapping[str, str] = field(default_factory=dict)
    """By another name of a publisher: its preferred one, so that it is one voice."""

    def voice(self, publisher: str) -> tuple[str, float]:
        """Who speaks as `publisher`, and how reliable that is."""
        known = self.publishers.get(publisher, publisher)
        return known, self.reliability.get(known, self.default_reliability)

    def derives_as(self, other: Schema) -> bool:
        """Whether what follows from statements is the same by both. Which predicates there
        are, and what readers filter by, decides nothing of it."""
        alike = replace(other, predicates=self.predicates, indexed=self.indexed, digest=self.digest)
        return alike == self


NO_SCHEMA = Schema({}, (), frozenset(), {}, 1.0, (), "")
"""What a store keeps rows by until it has adopted a schema."""


@dataclass(frozen=True, slots=True)
class Change:
    """One atomic write.

    `put` replaces whatever each document stated (a document that is not
    stored is added). `drop` removes documents with their evidence, the facts
    left with none and the provisional entities left unmentioned. A document
    both put and dropped is put. Judgements are recorded or withdrawn (what one
    had replaced stands again), and so are curated evidences that wait for
    review because their text changed.
    """

    put: tuple[Statements, ...] = ()
    drop: tuple[DocumentId, ...] = ()
    judge: tuple[Judgement, ...] = ()
    withdraw: tuple[JudgementId, ...] = ()
    review: tuple[Review, ...] = ()
    dismiss: tuple[EvidenceId, ...] = ()


@dataclass(frozen=True, slots=True)
class Held:
    """A location that a store holds, and what was read from it by what."""

    document: DocumentId
    extraction: str
    title: str | None
    publisher: str | None
    date: str | None
    address: str | None


class Store(ABC):
    """Statements at rest. Use as a context manager, or `close` it.

    Safe to read from several threads. There is one writer at a time; others wait
    for it. Every read, a whole plan included, sees one state and never half a
    change. Every method may raise `StoreUnavailable` (which may be gone when the
    call is made again), `StoreDenied` or `StoreError`.
    """

    engine: str

    @classmethod
    @abstractmethod
    def open(cls, url: str, *, read_only: bool = False) -> Self:
        """The store at `url`, made ready for use (idempotently) if it is new.

        With `read_only` nothing is created, and `NotFound` is raised if there
        is no store yet.
        """

    @abstractmethod
    def close(self) -> None:
        """Let go of connections and threads."""

    # Writing

    @abstractmethod
    def adopt(self, schema: Schema, reference: Sequence[Statements]) -> bool:
        """Make the ontology's schema and reference statements the store's own.

        Replaces the reference documents, entities, facts and evidence of the
        ontology adopted before, and what is derived from the schema (classes
        of entities, belief), in one transaction. False if the store holds
        this schema (by digest) already.
        """

    @abstractmethod
    def apply(self, change: Change) -> None:
        """Write `change` whole or not at all. Derived rows are kept in step."""

    # Reading

    @abstractmethod
    def run(self, plan: Plan, values: Mapping[str, Any] | None = None) -> Result:
        """Answer a plan, with `values` for its `Bind`s.

        Raises `UsageError` for a plan that names a field, link or operator
        that does not exist.
        """

    @abstractmethod
    def reading(self) -> AbstractContextManager[None]:
        """A span in which all reads of this thread see the same state, that of its beginning.

        Others may read meanwhile, and a write of theirs is not seen. An engine that
        keeps no old states lets such a write wait, but not for long: once it has let it
        through, further reads in the span raise `StoreUnavailable`, and the span as a
        whole may be tried again. So a span that must not fail lasts a second or two.
        Spans nest; within one, the thread cannot write.
        """

    @abstractmethod
    def revision(self) -> int:
        """Grows with every write, whichever process it comes from."""

    # The statements back, for export, re-extraction and skipping

    @abstractmethod
    def schema(self) -> Schema | None:
        """The schema adopted last; None if none was."""

    @abstractmethod
    def documents(self, kind: DocumentKind | None = None) -> Iterator[DocumentId]:
        """The ids of the stored documents, sorted."""

    @abstractmethod
    def statements(self, document: DocumentId) -> Statements:
        """What `document` states, as it was put. Raises `NotFound`."""

    @abstractmethod
    def document(self, document: DocumentId) -> Document:
        """The document alone. Raises `NotFound`."""

    @abstractmethod
    def entities(self, ids: Sequence[EntityId]) -> Mapping[EntityId, Entity]:
        """Those of `ids` that are stored, as described (a provisional entity
        with the labels its stored mentions give it), merged or not."""

    @abstractmethod
    def judgements(self, *, replaced: bool = False) -> tuple[Judgement, ...]:
        """The judgements that stand, sorted; with `replaced`, all that are on record: those
        too that later ones on the same question took the place of."""

    @abstractmethod
    def reviews(self) -> tuple[Review, ...]:
        """Curated evidence whose text changed, by its id."""

    @abstractmethod
    def refusals(self, limit: int) -> Sequence[tuple[DocumentId, Refused]]:
        """Refused claims that documents keep, by document's id and place: the first `limit`."""

    @abstractmethod
    def held(self) -> Mapping[str, Held]:
        """Every stored location (by uri) of source documents."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
