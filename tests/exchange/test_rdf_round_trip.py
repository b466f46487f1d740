"""What is written as RDF is read back as the same statements, whatever they hold."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Quad, RdfFormat, parse, serialize

from entente.errors import InputError
from graph.exchange.quads import Quads, judgement_quads, review_quads
from graph.exchange.reading import read_dataset
from graph.review import Review
from graph.statements import (
    PAIRWISE,
    Block,
    BlockKind,
    Document,
    DocumentId,
    Entity,
    EntityId,
    Evidence,
    EvidenceKind,
    Fact,
    Judgement,
    Location,
    Mention,
    Polarity,
    Qualifier,
    RefusalReason,
    Refused,
    Span,
    Statements,
    Status,
    Verdict,
)

IRIS = {"partnerOf": "https://example.org/elsewhere#partnerOf"}
TEXT = st.text(
    st.characters(exclude_categories=("Cs",), exclude_characters="\0"), min_size=3, max_size=60
)


@st.composite
def documents(draw: st.DrawFn) -> Statements:
    """A document with one fact, several evidences and every field that can be empty or not."""
    text = draw(TEXT)
    cut = draw(st.integers(1, len(text) - 1))
    locations = tuple(
        Location(
            f"/docs/{n}.txt", draw(st.none() | TEXT), None, draw(st.sampled_from([None, "2023"]))
        )
        for n in draw(st.sets(st.integers(0, 3), min_size=1))
    )
    document = Document(
        text, locations=locations, blocks=(Block(0, len(text), BlockKind.ITEM, 2),), extraction="x"
    )
    left, right = (
        Entity.provisional("State", draw(TEXT)),
        Entity.provisional("State", draw(TEXT) + "x"),
    )
    fact = Fact.of(left.id, "partnerOf", right.id, symmetric=True)
    evidence = tuple(
        Evidence(
            fact.id,
            document.id,
            EvidenceKind.TEXT,
            0,
            cut,
            text[:cut],
            context=draw(st.sampled_from([(), (Span(cut, len(text)),)])),
            polarity=draw(st.sampled_from(Polarity)),
            status=draw(st.sampled_from(Status)),
            said_by=tuple(draw(st.permutations([left.id, right.id]))[: draw(st.integers(0, 2))]),
            time=draw(st.sampled_from([None, "2022/.."])),
            qualifiers=draw(
                st.sampled_from(
                    [(), (Qualifier("with", left.id, True), Qualifier("kind", "a", False))]
                )
            ),
            confidence=draw(st.floats(0, 1)),
        )
        for _ in range(draw(st.integers(1, 3)))
    )
    entities = (left,) if left.id == right.id else (left, right)
    mentions = tuple(Mention(e.id, e.label, 0, 2) for e in entities)
    refused = Refused(left.id, "memberOf", right.id, 0, cut, RefusalReason.RANGE, "no", "join")
    kept = draw(st.sampled_from([(), (refused,)]))
    return Statements(document, entities, mentions, (fact,), evidence, kept)


@pytest.mark.parametrize("syntax", [RdfFormat.N_QUADS, RdfFormat.TRIG], ids=["nquads", "trig"])
@given(statements=documents())
def test_statements_come_back(syntax: RdfFormat, statements: Statements) -> None:
    judgement = Judgement(EntityId("e:b"), EntityId("e:a"), Verdict.SAME, "me", "2026-01-01", "why")
    quads = [*Quads(IRIS).of(statements), *judgement_quads(judgement)]
    written = io.BytesIO()
    serialize(quads, written, syntax)
    dataset = read_dataset(parse(written.getvalue(), format=syntax))
    assert dataset.statements == (statements,)
    assert dataset.judgements == (judgement,)


@pytest.mark.parametrize("verdict", Verdict)
def test_judgements_and_reviews_come_back(verdict: Verdict) -> None:
    right = "e:a" if verdict in PAIRWISE or verdict in (Verdict.LABEL, Verdict.CLASS) else ""
    left = "0123" if verdict is Verdict.RETRACTED else "e:b"
    judgement = Judgement(EntityId(left), EntityId(right), verdict, "me", "2026-01-01", "why")
    fact = Fact(EntityId("e:nato"), "partnerOf", EntityId("e:japan"))
    evidence = Evidence(
        fact.id, DocumentId("d"), EvidenceKind.CURATED, 0, 4, "NATO", (Span(0, 9),),
        qualifiers=(Qualifier("kind", "a", False),), time="2022/..", extractor="ann",
    )  # fmt: skip
    review = Review(fact, evidence, ("/a.txt",))
    quads = [*judgement_quads(judgement), *review_quads(review)]
    written = serialize(quads, format=RdfFormat.N_QUADS)
    assert written is not None
    dataset = read_dataset(parse(written, format=RdfFormat.N_QUADS))
    assert dataset.judgements == (judgement,)
    assert dataset.reviews == (review,)


def _quads() -> list[Quad]:
    document = Document("NATO has partners.", locations=(Location("/a.txt"),))
    fact = Fact(EntityId("e:nato"), "partnerOf", EntityId("e:japan"))
    evidence = Evidence(fact.id, document.id, EvidenceKind.TEXT, 0, 4, "NATO")
    return list(Quads(IRIS).of(Statements(document, facts=(fact,), evidence=(evidence,))))


@pytest.mark.parametrize(
    ("old", "new"),
    [("NATO has", "NATO had"), ("e:japan", "e:china"), ("affirmed", "perhaps")],
    ids=["text", "object", "polarity"],
)
def test_a_changed_file_is_refused(old: str, new: str) -> None:
    written = serialize(_quads(), format=RdfFormat.N_QUADS)
    assert written is not None
    changed = written.decode().replace(old, new)
    with pytest.raises(InputError):
        read_dataset(parse(changed, format=RdfFormat.N_QUADS))


def test_a_dataset_without_documents_is_refused() -> None:
    with pytest.raises(InputError, match="no document graphs"):
        read_dataset(parse("<e:a> <e:b> <e:c> .", format=RdfFormat.N_QUADS))
