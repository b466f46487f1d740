"""Claims against the ontology: what fits becomes statements, the rest is refused with a reason."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from graph.statements import (
    Claim,
    Document,
    Entity,
    Evidence,
    EvidenceKind,
    Extraction,
    Fact,
    Mention,
    Refusal,
    RefusalReason,
    Statements,
)
from loaders.extraction import Extractor
from ontology.model import Ontology

KEPT = 50
"""Refused claims that are kept with a document."""


class Checker:
    """Holds claims to the ontology's domains, ranges and qualifiers."""

    def __init__(self, ontology: Ontology, extractor: Extractor) -> None:
        self._ontology = ontology
        self._extractor = extractor

    def check(
        self, document: Document, extraction: Extraction
    ) -> tuple[Statements, tuple[Refusal, ...]]:
        """The statements of `document`, and the claims that the ontology refuses.

        A provisional entity that no mention and no accepted claim uses is left out.
        """
        if extraction.inferred_date != document.inferred_date:
            document = replace(document, inferred_date=extraction.inferred_date)
        provisional: dict[str, Entity] = {entity.id: entity for entity in extraction.entities}
        facts: list[Fact] = []
        evidence: list[Evidence] = []
        refusals: list[Refusal] = []
        for claim in extraction.claims:
            refusal = self._refusal(claim, document, provisional)
            if refusal:
                refusals.append(refusal)
                continue
            fact, stated = self._statement(claim, document)
            facts.append(fact)
            evidence.append(stated)
        used = _used(facts, evidence, extraction.mentions)
        statements = Statements(
            document,
            tuple(entity for entity in extraction.entities if entity.id in used),
            extraction.mentions,
            tuple(facts),
            tuple(evidence),
            tuple(sorted(refusal.kept for refusal in refusals)[:KEPT]),
        )
        return statements, tuple(refusals)

    def _statement(self, claim: Claim, document: Document) -> tuple[Fact, Evidence]:
        fact = Fact.of(
            claim.subject,
            claim.predicate,
            claim.object,
            symmetric=claim.predicate in self._ontology.symmetric,
        )
        return fact, Evidence(
            fact=fact.id,
            document=document.id,
            kind=EvidenceKind.TEXT,
            start=claim.start,
            end=claim.end,
            quote=document.text[claim.start : claim.end],
            context=claim.context,
            polarity=claim.polarity,
            status=claim.status,
            said_by=claim.said_by,
            time=claim.time,
            qualifiers=claim.qualifiers,
            confidence=claim.confidence,
            extractor=self._extractor.name,
            version=self._extractor.version,
        )

    def _refusal(
        self, claim: Claim, document: Document, provisional: Mapping[str, Entity]
    ) -> Refusal | None:
        term = self._ontology.predicates.get(claim.predicate)
        if term is None:
            return Refusal(claim, RefusalReason.PREDICATE, claim.predicate)
        if not 0 <= claim.start < claim.end <= len(document.text):
            return Refusal(claim, RefusalReason.SPAN, f"[{claim.start}, {claim.end})")
        if claim.subject == claim.object:
            return Refusal(claim, RefusalReason.SELF, claim.subject)
        for id_, allowed, reason in (
            (claim.subject, term.domain, RefusalReason.DOMAIN),
            (claim.object, term.range, RefusalReason.RANGE),
        ):
            types = self._types(id_, provisional)
            if types is None:
                return Refusal(claim, RefusalReason.ENTITY, id_)
            if not self._ontology.is_a(types, allowed):
                detail = f"{'/'.join(types)} for {claim.predicate}, which takes {'/'.join(allowed)}"
                return Refusal(claim, reason, detail)
        return self._qualifier_refusal(claim, provisional)

    def _qualifier_refusal(self, claim: Claim, provisional: Mapping[str, Entity]) -> Refusal | None:
        for qualifier in claim.qualifiers:
            term = self._ontology.qualifiers.get(qualifier.name)
            if term is None or qualifier.is_entity != bool(term.range):
                return Refusal(claim, RefusalReason.QUALIFIER, qualifier.name)
            types = self._types(qualifier.value, provisional) if qualifier.is_entity else ()
            if types is None or (types and not self._ontology.is_a(types, term.range)):
                detail = f"{qualifier.name}: {qualifier.value}"
                return Refusal(claim, RefusalReason.QUALIFIER, detail)
        for speaker in claim.said_by:
            if self._types(speaker, provisional) is None:
                return Refusal(claim, RefusalReason.ENTITY, speaker)
        return None

    def _types(self, id_: str, provisional: Mapping[str, Entity]) -> tuple[str, ...] | None:
        if id_ in provisional:
            return provisional[id_].types
        entity = self._ontology.entities.get(id_)
        return entity.types if entity else None


def _used(facts: list[Fact], evidence: list[Evidence], mentions: tuple[Mention, ...]) -> set[str]:
    used: set[str] = {mention.entity for mention in mentions}
    used.update(end for fact in facts for end in (fact.subject, fact.object))
    for stated in evidence:
        used.update(stated.said_by)
        used.update(q.value for q in stated.qualifiers if q.is_entity)
    return used
