"""A person states a fact on a span of a stored text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from entente.errors import UsageError
from graph.plan.following import checked
from graph.review import Review
from graph.statements import (
    DocumentId,
    EntityId,
    Evidence,
    EvidenceId,
    EvidenceKind,
    Fact,
    Polarity,
    Qualifier,
    Span,
    Status,
    interval,
)
from graph.store import Change, Store
from ontology.model import Ontology


def state(
    store: Store,
    ontology: Ontology,
    document: DocumentId,
    span: Span,
    fact: tuple[EntityId, str, EntityId],
    by: str,
    when: str,
    *,
    polarity: Polarity = Polarity.AFFIRMED,
    status: Status = Status.ACTUAL,
    time: str | None = None,
    said_by: Sequence[EntityId] = (),
    qualifiers: Sequence[tuple[str, str]] = (),
) -> EvidenceId:
    """Add the evidence that `by` finds for a fact in a document; its id.

    `said_by` are the speakers, the nearest to the claim last; `qualifiers` are names with
    literals or ids of entities. What is stated there already stays as it is. It
    outlives re-extraction. `when` it was entered stands as its version, who entered it as its
    extractor. Raises `UsageError` naming what does not fit.
    """
    subject, predicate, object_ = fact
    _check(store, ontology, subject, predicate, object_)
    _check_stored(store, said_by)
    qualified = _qualified(store, ontology, qualifiers)
    interval(time)
    statements = store.statements(document)
    text = statements.document.text
    if not 0 <= span.start < span.end <= len(text):
        raise UsageError(
            f"[{span.start}, {span.end}) is no span of {statements.document.name}",
            hint=f"START is below END, and its text has {len(text)} code points",
        )
    made = Fact.of(subject, predicate, object_, symmetric=predicate in ontology.symmetric)
    evidence = Evidence(
        made.id,
        document,
        EvidenceKind.CURATED,
        span.start,
        span.end,
        text[span.start : span.end],
        polarity=polarity,
        status=status,
        time=time,
        said_by=tuple(said_by),
        qualifiers=qualified,
        extractor=by,
        version=when,
    )
    if all(stated.id != evidence.id for stated in statements.evidence):
        _add(store, document, made, evidence)
    return evidence.id


def restate(store: Store, review: Review) -> EvidenceId:
    """Put curated evidence whose text changed to where its quote stands now; its new id.

    Raises `UsageError` unless its quote stands at one place in what its
    locations hold now.
    """
    held = store.held()
    documents = sorted({held[uri].document for uri in review.locations if uri in held})
    quote = review.evidence.quote
    places = [
        (id_, text.index(quote))
        for id_ in documents
        if (text := store.document(id_).text).count(quote) == 1
    ]
    if len(places) != 1:
        raise UsageError(
            f"the quote {quote[:60]!r} does not stand at one place of"
            f" {', '.join(review.locations)}",
            hint="state it anew with 'entente state', and reject this one",
        )
    ((document, start),) = places
    evidence = replace(
        review.evidence, document=document, start=start, end=start + len(quote), context=()
    )
    _add(store, document, review.fact, evidence, dismiss=(review.id,))
    return evidence.id


def _add(
    store: Store,
    document: DocumentId,
    fact: Fact,
    evidence: Evidence,
    dismiss: tuple[EvidenceId, ...] = (),
) -> None:
    statements = store.statements(document)
    put = replace(
        statements,
        facts=(*statements.facts, fact),
        evidence=(*(e for e in statements.evidence if e.id != evidence.id), evidence),
    )
    store.apply(Change(put=(put,), dismiss=dismiss))


def _check_stored(store: Store, ids: Sequence[EntityId]) -> None:
    known = store.entities(ids)
    for id_ in ids:
        if id_ not in known:
            raise UsageError(f"no entity {id_}", hint="name an entity that is stored")


def _qualified(
    store: Store, ontology: Ontology, given: Sequence[tuple[str, str]]
) -> tuple[Qualifier, ...]:
    """The qualifiers that are `given`, sorted and each once, if the ontology takes them."""
    checked("qualifier", [name for name, _ in given], ontology.qualifiers)
    made = [
        Qualifier(name, value, is_entity=bool(ontology.qualifiers[name].range))
        for name, value in sorted(set(given))
    ]
    ids = [EntityId(each.value) for each in made if each.is_entity]
    _check_stored(store, ids)
    known = store.entities(ids)
    for each in made:
        range_ = ontology.qualifiers[each.name].range
        if each.is_entity and not ontology.is_a(known[EntityId(each.value)].types, range_):
            raise UsageError(
                f"{known[EntityId(each.value)].label} cannot be the qualifier {each.name}",
                hint=f"it takes {' or '.join(range_)}",
            )
        if not each.value.strip():
            raise UsageError(f"the qualifier {each.name} is empty", hint="give it a text")
    return tuple(made)


def _check(
    store: Store, ontology: Ontology, subject: EntityId, predicate: str, object_: EntityId
) -> None:
    checked("predicate", (predicate,), ontology.predicates)
    term = ontology.predicates[predicate]
    if subject == object_:
        raise UsageError(f"{subject} is at both ends", hint="name two entities")
    known = store.entities([subject, object_])
    for end, allowed, name in (
        (subject, term.domain, "subject"),
        (object_, term.range, "object"),
    ):
        if end not in known:
            raise UsageError(f"no entity {end}", hint="name an entity that is stored")
        if not ontology.is_a(known[end].types, allowed):
            raise UsageError(
                f"{known[end].label} ({'/'.join(known[end].types)}) cannot be the {name} of"
                f" {predicate}",
                hint=f"it takes {' or '.join(allowed)}",
            )
