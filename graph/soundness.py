"""Whether a change can be written: what every store refuses, before it writes."""

from __future__ import annotations

from entente.errors import UsageError
from graph.statements import (
    PAIRWISE,
    DocumentKind,
    EvidenceKind,
    Judgement,
    Origin,
    Statements,
    Verdict,
    interval,
)
from graph.store import Change


def check(change: Change) -> None:
    """Raises `UsageError` naming the document and what is wrong with its statements.

    A quote equals the document's text at its offsets (inferred evidence has no
    span of its own); evidence and facts of one document belong together; a
    source document describes the provisional entities it mentions, a reference
    document reference entities; times are EDTF; text can be encoded.
    """
    put = [statements.document.id for statements in change.put]
    if len(set(put)) < len(put):
        raise UsageError("a change puts one document twice", hint="put its statements once")
    for statements in change.put:
        _statements(statements)
    for judgement in change.judge:
        _judgement(judgement)


def _judgement(judgement: Judgement) -> None:
    left, right, verdict = judgement.left, judgement.right, judgement.verdict
    if verdict in PAIRWISE and left == right:
        raise UsageError(f"a judgement compares {left} with itself", hint="name two entities")
    with_value = verdict in PAIRWISE or verdict in (Verdict.LABEL, Verdict.CLASS)
    if not left or bool(right.strip()) != with_value:
        raise UsageError(
            f"a judgement {verdict.value!r} of {left!r} and {right!r}",
            hint="it takes a second entity, a label or a class"
            if with_value
            else "it is of one entity or evidence",
        )


def _statements(statements: Statements) -> None:
    document = statements.document
    try:
        document.text.encode()
    except UnicodeEncodeError as error:
        raise _refusal(
            statements, f"character {error.start} is a lone surrogate", "decode the file strictly"
        ) from error
    interval(document.date)
    _evidence(statements)
    _entities(statements)


def _refusal(statements: Statements, what: str, hint: str = "") -> UsageError:
    document = statements.document
    return UsageError(f"statements of {document.name} ({document.id}): {what}", hint=hint)


def _evidence(statements: Statements) -> None:
    document = statements.document
    facts = {fact.id for fact in statements.facts}
    used = set()
    for evidence in statements.evidence:
        if evidence.document != document.id:
            raise _refusal(statements, f"evidence {evidence.id} is of another document")
        if evidence.fact not in facts:
            raise _refusal(statements, f"evidence {evidence.id} is for a fact not among them")
        quoted = document.text[evidence.start : evidence.end]
        if evidence.kind is not EvidenceKind.INFERRED and quoted != evidence.quote:
            raise _refusal(
                statements,
                f"the quote {evidence.quote[:60]!r} is not the text at "
                f"{evidence.start}–{evidence.end}",
                "offsets are code points of the canonical text",
            )
        used.add(evidence.fact)
        interval(evidence.time)
    if facts - used:
        raise _refusal(statements, f"fact {min(facts - used)} has no evidence among them")


def _entities(statements: Statements) -> None:
    kind = statements.document.kind
    mentioned = {mention.entity for mention in statements.mentions}
    fitting = Origin.PROVISIONAL if kind is DocumentKind.SOURCE else Origin.REFERENCE
    for entity in statements.entities:
        if entity.origin is not fitting:
            raise _refusal(
                statements, f"a {kind} document describes the {entity.origin} entity {entity.id}"
            )
        if fitting is Origin.PROVISIONAL and entity.id not in mentioned:
            raise _refusal(
                statements, f"it describes {entity.id} and does not mention it", "add a mention"
            )
