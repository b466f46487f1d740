"""The ontology as statements: each Turtle file is the document of what it states."""

from __future__ import annotations

from collections.abc import Iterable

from graph.statements import (
    Block,
    BlockKind,
    Document,
    DocumentId,
    DocumentKind,
    Entity,
    EntityId,
    Evidence,
    EvidenceKind,
    Fact,
    Location,
    Qualifier,
    Statements,
)
from graph.store import Schema
from ontology.model import Ontology, ReferenceEntity, ReferenceFact

EXTRACTOR = "reference"
VERSION = "1"

UNVERIFIED = 0.6
"""The confidence of a reference fact that names no source; with one it is 1."""


def schema_of(ontology: Ontology) -> Schema:
    """What a store must know of `ontology`."""
    return Schema(
        superclasses={name: term.superclasses for name, term in sorted(ontology.classes.items())},
        predicates=tuple(sorted(ontology.predicates)),
        symmetric=ontology.symmetric,
        reliability=dict(ontology.reliability),
        default_reliability=ontology.default_reliability,
        indexed=tuple(sorted(t.name for t in ontology.properties.values() if t.indexed)),
        digest=ontology.digest,
        affixes=ontology.lexicon.affixes,
        publishers=_publishers(ontology),
    )


def _publishers(ontology: Ontology) -> dict[str, str]:
    """The other names of graded publishers, but for those that two of them have."""
    names: dict[str, set[str]] = {}
    for entity in ontology.entities.values():
        if entity.label in ontology.reliability:
            for name in entity.alternative:
                names.setdefault(name, set()).add(entity.label)
    return {name: min(of) for name, of in sorted(names.items()) if len(of) == 1}


def reference_statements(ontology: Ontology) -> tuple[Statements, ...]:
    """One `Statements` for each Turtle file that describes entities or states facts.

    In the order of the files. Files with the same text are one document.
    """
    text_of = {file.name: file.text for file in ontology.files}
    names: dict[str, list[str]] = {}
    for name, text in text_of.items():
        names.setdefault(text, []).append(name)
    entities: dict[str, list[ReferenceEntity]] = {}
    facts: dict[str, list[ReferenceFact]] = {}
    for entity in ontology.entities.values():
        entities.setdefault(text_of[entity.file], []).append(entity)
    for fact in ontology.facts:
        facts.setdefault(text_of[fact.file], []).append(fact)
    return tuple(
        _statements(ontology, text, names[text], entities.get(text, []), facts.get(text, []))
        for text in names
        if text in entities or text in facts
    )


def _statements(
    ontology: Ontology,
    text: str,
    names: Iterable[str],
    entities: list[ReferenceEntity],
    facts: list[ReferenceFact],
) -> Statements:
    publishers = {file.name: file.publisher for file in ontology.files}
    spans = {(entity.start, entity.end) for entity in entities}
    spans |= {(fact.start, fact.end) for fact in facts}
    document = Document(
        text,
        DocumentKind.REFERENCE,
        tuple(Location(f"ontology/{name}", publisher=publishers[name]) for name in names),
        tuple(Block(start, end, BlockKind.CODE) for start, end in sorted(spans)),
        media_type="text/turtle",
        extraction=ontology.digest,
    )
    stated = [(fact, _fact(ontology, fact)) for fact in facts]
    return Statements(
        document,
        entities=tuple(_entity(entity) for entity in entities),
        facts=tuple(fact for _, fact in stated),
        evidence=tuple(
            _evidence(ontology, document.id, text, reference, fact) for reference, fact in stated
        ),
    )


def _entity(entity: ReferenceEntity) -> Entity:
    return Entity(
        EntityId(entity.iri),
        entity.types,
        entity.label,
        entity.alternative,
        entity.hidden,
        properties=dict(entity.properties),
    )


def _fact(ontology: Ontology, fact: ReferenceFact) -> Fact:
    return Fact.of(
        EntityId(fact.subject),
        fact.predicate,
        EntityId(fact.object),
        symmetric=ontology.predicates[fact.predicate].symmetric,
    )


def _evidence(
    ontology: Ontology, document: DocumentId, text: str, reference: ReferenceFact, fact: Fact
) -> Evidence:
    return Evidence(
        fact.id,
        document,
        EvidenceKind.REFERENCE,
        reference.start,
        reference.end,
        text[reference.start : reference.end],
        time=reference.time,
        qualifiers=tuple(
            Qualifier(name, value, is_entity=bool(ontology.qualifiers[name].range))
            for name, value in reference.qualifiers
        ),
        confidence=1.0 if reference.source else UNVERIFIED,
        extractor=EXTRACTOR,
        version=VERSION,
        source=reference.source,
    )
