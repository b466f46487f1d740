"""The spaCy pipeline: passages in, trees out, in batches."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import spacy

from entente.errors import UsageError
from loaders.extraction.passage import Passage
from loaders.extraction.tree import Tree

BATCH = 48
"""Passages parsed at once: more gain nothing and hold more memory."""


def load_pipeline(model: str) -> Any:
    """The spaCy model `model` with the components that reading needs.

    Its named entities are left out: they double the time, and the ontology's
    labels, offices and head nouns type names better in this field.
    """
    try:
        return spacy.load(model, exclude=["ner"])
    except OSError as error:
        raise UsageError(
            f"the spaCy model {model!r} is not installed",
            hint="run `make` again, or name an installed model in ENTENTE_MODEL",
        ) from error


def parse(pipeline: Any, passages: Iterable[Passage]) -> Iterator[Tree]:
    """The tree of each passage, in order."""
    pairs = ((passage.text, passage) for passage in passages)
    for doc, passage in pipeline.pipe(pairs, as_tuples=True, batch_size=BATCH):
        yield Tree(passage, doc)
