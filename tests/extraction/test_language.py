"""Lemmas by word and tag: those of the model's own rules."""

from __future__ import annotations

import spacy

from entente.settings import Settings
from loaders.extraction.parse.embedding import keep_embeddings
from loaders.extraction.parse.language import lemmas, load_pipeline


def test_a_lemma_is_the_models_own() -> None:
    pipeline = load_pipeline(Settings().model)
    lemma = lemmas(pipeline)
    assert lemma is not None
    text = "Ministers met in Rome; the allies are said to have been discussing stronger ties."
    for token in pipeline(text):
        assert lemma(token.text, token.tag_) == token.lemma_.lower()


def test_a_model_without_rules_keeps_its_own_way() -> None:
    assert lemmas(spacy.blank("en")) is None


def test_kept_vectors_of_words_are_the_models_own() -> None:
    own, kept = load_pipeline(Settings().model), load_pipeline(Settings().model)
    keep_embeddings(kept)
    texts = ["Ministers met in Rome.", "Rome met ministers, and can't meet in Oslo.", "In Rome."]
    for _ in range(2):
        for one, other in zip(own.pipe(texts), kept.pipe(texts), strict=True):
            assert one.tensor.tolist() == other.tensor.tolist()
            assert [t.head.i for t in one] == [t.head.i for t in other]


def test_a_model_without_such_vectors_is_left_alone() -> None:
    pipeline = spacy.blank("en")
    keep_embeddings(pipeline)
    assert [t.text for t in pipeline("They met.")] == ["They", "met", "."]


def test_other_pipelines_keep_their_own_arithmetic() -> None:
    load_pipeline(Settings().model)
    other = spacy.load(Settings().model, exclude=["ner"])
    assert other.get_pipe("tok2vec").model.ops.use_blis
