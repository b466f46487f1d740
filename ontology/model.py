"""The ontology, compiled: immutable, and all that Python ever knows of the domain.

Terms are keyed by local name (`partnerOf`), which the loader proves unique;
entities by IRI. Everything is in a fixed order, so that the same Turtle gives
the same model.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from ontology.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class ClassTerm:
    """A class. `superclasses` holds all of them and itself, sorted by name."""

    iri: str
    name: str
    label: str
    definition: str
    parents: tuple[str, ...]
    superclasses: tuple[str, ...]
    labels: tuple[str, ...]
    """The preferred label and the alternative ones, such as an acronym."""
    colour: str
    icon: str
    order: int


ROLES = ("coverage", "interest", "topic", "membership")
"""What a predicate can be to readers. To comparisons: what an instrument is about, what an
actor seeks or works on, and the subject under which what is covered meets. To groups: what
leads from a member to a group whose facts may hold of it."""


@dataclass(frozen=True, slots=True)
class PredicateTerm:
    """A predicate between entities. `domain` and `range` are class names, any of which fits."""

    iri: str
    name: str
    label: str
    definition: str
    inverse_name: str | None
    inverse_label: str | None
    domain: tuple[str, ...]
    range: tuple[str, ...]
    symmetric: bool
    order: int
    role: str | None = None
    """What it is to readers: one of `ROLES`, or nothing."""
    since: str | None = None
    """The literal property of its object from whose date on a reference fact holds."""


NUMERIC = frozenset(
    f"http://www.w3.org/2001/XMLSchema#{name}"
    for name in (
        *("decimal", "double", "float", "gYear", "integer", "long", "int", "short", "byte"),
        *("nonNegativeInteger", "positiveInteger", "nonPositiveInteger", "negativeInteger"),
        *("unsignedLong", "unsignedInt", "unsignedShort", "unsignedByte"),
    )
)
"""The datatypes whose values are numbers, years among them."""


@dataclass(frozen=True, slots=True)
class PropertyTerm:
    """A literal property of entities of the classes in `domain` (any, if empty).

    `datatype` is an IRI: one of XML Schema's, or EDTF's for dates.
    """

    iri: str
    name: str
    label: str
    definition: str
    domain: tuple[str, ...]
    datatype: str
    indexed: bool
    order: int
    single: bool = False
    """Whether a shape allows it one value an entity."""

    @property
    def numeric(self) -> bool:
        """Whether its values are compared and sorted as numbers."""
        return self.datatype in NUMERIC


@dataclass(frozen=True, slots=True)
class QualifierTerm:
    """A property of an evidence: an entity of `range`, or a literal if that is empty."""

    iri: str
    name: str
    label: str
    definition: str
    range: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReferenceEntity:
    """An entity that the Turtle describes, at code points [start, end) of `file`.

    There its preferred label is; other statements and files may add to it.
    """

    iri: str
    types: tuple[str, ...]
    label: str
    alternative: tuple[str, ...]
    hidden: tuple[str, ...]
    properties: Mapping[str, tuple[str, ...]] = field(hash=False)
    file: str = ""
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class ReferenceFact:
    """A fact that the Turtle states, at code points [start, end) of `file`.

    `source` is where it was read (`dcterms:source`); None means unverified.
    """

    subject: str
    predicate: str
    object: str
    file: str
    start: int
    end: int
    time: str | None = None
    source: str | None = None
    qualifiers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A Turtle file as it was read. `name` is its path below the ontology folder.

    `publisher` is who stands behind its facts: `<> dcterms:publisher "…"`, else
    the label of the ontology.
    """

    name: str
    text: str
    publisher: str | None = None


@dataclass(frozen=True)
class Ontology:
    """Everything compiled from one folder of Turtle."""

    files: tuple[SourceFile, ...]
    classes: Mapping[str, ClassTerm]
    predicates: Mapping[str, PredicateTerm]
    properties: Mapping[str, PropertyTerm]
    qualifiers: Mapping[str, QualifierTerm]
    entities: Mapping[str, ReferenceEntity]
    facts: tuple[ReferenceFact, ...]
    lexicon: Lexicon
    reliability: Mapping[str, float]
    """By publisher name: how often it is right, from its Admiralty grade."""
    default_reliability: float
    digest: str
    """A hash of what was compiled; changes whenever a term, label, cue or fact does."""

    def is_a(self, types: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
        """Whether something of `types` is also of one of the classes `wanted`."""
        return any(
            superclass in wanted
            for type_ in types
            if type_ in self.classes
            for superclass in self.classes[type_].superclasses
        )

    def in_role(self, role: str) -> tuple[str, ...]:
        """The names of the predicates that have a role of `ROLES`."""
        return tuple(name for name, term in self.predicates.items() if term.role == role)

    @cached_property
    def symmetric(self) -> frozenset[str]:
        """The names of the predicates without direction."""
        return frozenset(name for name, term in self.predicates.items() if term.symmetric)
