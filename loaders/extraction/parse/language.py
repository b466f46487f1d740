"""The spaCy pipeline: passages in, trees out, in batches."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Any, TypeAlias

import spacy
from spacy.pipeline import Lemmatizer
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc
from thinc.api import use_ops
from threadpoolctl import threadpool_limits

from entente.errors import UsageError
from loaders.extraction.parse.tree import Tree
from loaders.extraction.text.passage import Passage

BATCH = 48
"""Passages parsed at once: more gain nothing and hold more memory."""


RULES = ("attribute_ruler", "lemmatizer")
"""Components whose lemma follows from a word and its tag: a third of the parsing time."""
KEPT = 65_536
"""Lemmas that are kept."""

_SAYING = frozenset({"VB", "VBD", "VBP", "VBZ", "MD"})
"""Tags by which a headline says something."""

_PLURALS = {"bases": "base", "developments": "developments"}
"""Plurals of two nouns, by the commoner in prose: "military *bases*", not grounds; what happens,
and no work on anything."""
_BOUND = re.compile(r"(co|re|pre)-(?=[a-z]{3})", re.IGNORECASE)
"""A prefix that is no word of its own."""
_DOTTED = re.compile(r"(?<=[A-Z]\.)-(?=[A-Z])")
"""What joins a name after one with full stops: "U.S.-Japan"."""
_FORMAT = re.compile(r"\d\+\d(?:\+\d)?")
"""Who meets whom, by numbers: "a *2+2* dialogue"."""

Lemma: TypeAlias = Callable[[str, str], str]
"""The lemma of a word by its tag, in lower case."""


def load_pipeline(model: str) -> Any:
    """The spaCy model `model` with the components that reading needs.

    Its named entities are left out: they double the time, and the ontology's
    labels, offices and head nouns type names better in this field. Matrices are
    multiplied by NumPy, four times faster than by spaCy's own BLIS, and by one
    thread: others would only wait for such small ones.
    """
    threadpool_limits(limits=1, user_api="blas")
    try:
        with use_ops("numpy", use_blis=False):
            pipeline: Any = spacy.load(model, exclude=["ner"])
    except OSError as error:
        raise UsageError(
            f"the spaCy model {model!r} is not installed",
            hint="run `make` again, or name an installed model in ENTENTE_MODEL",
        ) from error
    if isinstance(pipeline.tokenizer, Tokenizer):
        pipeline.tokenizer.infix_finditer = _whole(pipeline.tokenizer.infix_finditer)
    return pipeline


def _whole(infixes: Callable[[str], Iterable[Any]]) -> Callable[[str], list[Any]]:
    """Where a word is to be split, but for a bound prefix: "co-hosted" is one verb, as in the
    texts on which models of English are trained; "U.S.-Japan" is two names, as "US-Japan" is;
    "2+2" is one word."""

    def finditer(word: str) -> list[Any]:
        if _FORMAT.fullmatch(word):
            return []
        bound = _BOUND.match(word)
        end = bound.end(1) if bound else -1
        parts = [found for found in infixes(word) if found.start() != end]
        if dotted := list(_DOTTED.finditer(word)):
            known = {found.start() for found in parts}
            parts += [found for found in dotted if found.start() not in known]
            parts.sort(key=lambda found: found.start())
        return parts

    return finditer


def lemmas(pipeline: Any) -> Lemma | None:
    """The lemmas that the rules of `pipeline` give, each made once; None if it has other means
    than rules, by which a lemma may depend on the sentence."""
    if not all(pipeline.has_pipe(name) for name in RULES):
        return None
    parts = [pipeline.get_pipe(name) for name in RULES]
    if not isinstance(parts[-1], Lemmatizer):
        return None

    @lru_cache(maxsize=KEPT)
    def lemma(word: str, tag: str) -> str:
        if tag == "NNPS":
            # "The Ministers" of joint statements are ministers.
            word, tag = word.lower(), "NNS"
        bound = _BOUND.match(word)
        prefix = bound.group() if bound else ""
        doc = Doc(pipeline.vocab, words=[word[len(prefix) :]])
        doc[0].tag_ = tag
        for part in parts:
            part(doc)
        made: str = _PLURALS.get(word.lower(), doc[0].lemma_)
        # "re-established" is established.
        return f"{'' if prefix.lower() == 're-' else prefix}{made}".lower()

    return lemma


def parse(pipeline: Any, lemma: Lemma | None, passages: Iterable[Passage]) -> Iterator[Tree]:
    """The tree of each passage, in order. `lemma` is that of `lemmas`."""
    pairs = ((passage.parsed or passage.text, passage) for passage in passages)
    spared = RULES if lemma is not None else ()
    for doc, passage in pipeline.pipe(pairs, as_tuples=True, batch_size=BATCH, disable=spared):
        if passage.parsed and _SAYING.isdisjoint(token.tag_ for token in doc):
            # "Joint Statement on Maritime Security" is a name, and keeps its capitals.
            passage = replace(passage, parsed="")
            doc = pipeline(passage.text, disable=spared)
        yield Tree(passage, doc, lemma)
