"""The vectors of words without their context, each made once: a fifth of the parsing time."""

from __future__ import annotations

from typing import Any

import numpy as np
from thinc.api import Model, NumpyOps

KEPT = 32_768
"""Words whose vectors are kept."""
_WORDWISE = frozenset(
    {"ints-getitem", "hashembed", "maxout", "layernorm", "dropout", "list2ragged", "ragged2list"}
)
"""Layers that read each word by itself."""


def keep_embeddings(pipeline: Any) -> None:
    """Let `pipeline` make the vector of a word, before its context comes in, once. Nothing
    changes where its model is none that begins with such vectors."""
    if not pipeline.has_pipe("tok2vec"):
        return
    model = pipeline.get_pipe("tok2vec").model
    first = model.layers[0] if model.layers else None
    if first is not None and _is_wordwise(first):
        kept = Embedding(first)
        model.layers[0] = Model("kept-embedding", lambda _, docs, is_train: kept(docs, is_train))


def _is_wordwise(embedding: Any) -> bool:
    """Whether it takes features of words through layers that read each by itself."""
    if not embedding.layers or not isinstance(embedding.ops, NumpyOps):
        return False
    leaves = [node.name for node in embedding.walk() if not node.layers]
    return leaves[:1] == ["extract_features"] and _WORDWISE.issuperset(leaves[1:])


class Embedding:
    """Stands for the layer `embedding` of a trained model, which is read only."""

    def __init__(self, embedding: Any) -> None:
        self._whole = embedding
        self._features, *self._rest = embedding.layers
        self._rows: dict[bytes, int] = {}
        """By the features of a word, its row of the table."""
        self._table: Any = np.empty((0, 0), dtype=np.float32)

    def __call__(self, docs: Any, is_train: bool) -> Any:
        """The vectors of each document's words, with how to learn from them."""
        if is_train:
            return self._whole(docs, is_train)
        features = self._features.predict(docs)
        words = np.ascontiguousarray(np.concatenate(features))
        keys = words.view(f"V{words.itemsize * words.shape[1]}").ravel().tolist()
        if len(self._rows) + len(keys) > KEPT:
            self._rows.clear()
        rows, known = self._rows, len(self._rows)
        places = [rows.setdefault(key, len(rows)) for key in keys]
        if len(rows) > known:
            self._make(words, places, known)
        vectors, ends = self._table[places], np.cumsum([len(one) for one in features])
        return np.split(vectors, ends[:-1]), _untrained

    def _make(self, words: Any, places: list[int], known: int) -> None:
        """Make the rows from `known` on: they are numbered as their words come."""
        new: list[int] = []
        for at, place in enumerate(places):
            if place == known + len(new):
                new.append(at)
        made: Any = [words[new]]
        for layer in self._rest:
            made = layer.predict(made)
        (vectors,) = made
        if len(self._rows) > len(self._table):
            table = np.empty((max(KEPT, len(self._rows)), vectors.shape[1]), dtype=vectors.dtype)
            table[:known] = self._table[:known] if known else 0
            self._table = table
        self._table[known : known + len(vectors)] = vectors


def _untrained(_: Any) -> list[Any]:
    """No gradients: a model that only reads learns nothing."""
    return []
