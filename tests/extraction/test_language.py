"""Lemmas by word and tag: those of the model's own rules."""

from __future__ import annotations

import spacy

from entente.settings import Settings
from loaders.extraction.language import lemmas, load_pipeline


def test_a_lemma_is_the_models_own() -> None:
    pipeline = load_pipeline(Settings().model)
    lemma = lemmas(pipeline)
    assert lemma is not None
    text = "Ministers met in Rome; the allies are said to have been discussing stronger ties."
    for token in pipeline(text):
        assert lemma(token.text, token.tag_) == token.lemma_.lower()


def test_a_model_without_rules_keeps_its_own_way() -> None:
    assert lemmas(spacy.blank("en")) is None
