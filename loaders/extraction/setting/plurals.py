"""Whether a subject is several, so that a later "they" is them and nobody named before."""

from __future__ import annotations

import re
from collections.abc import Container

from loaders.extraction.anaphora.pronouns import SOME
from loaders.extraction.parse.tree import Tree

_PLURAL = re.compile(r"[^su]s$")
_THE = frozenset({"the", "these", "those", "some"})
_FINITE = frozenset({"VBP", "VBZ", "VBD", "MD"})


def acts_as_several(tree: Tree, token: int) -> bool:
    """Whether a subject with an article is several by its form or its verb's: "the *Houthis*",
    "the *Taliban* have banned X"."""
    verb = tree.heads[token]
    if tree.deps[token] not in ("nsubj", "nsubjpass") or not tree.kids(token, "det"):
        return False
    article = tree.lower[token - 1] == "the"
    if article and tree.words[token].istitle() and _PLURAL.search(tree.lower[token]):
        return True
    words = sorted((verb, *tree.kids(verb, "aux", "auxpass")))
    finite = next((t for t in words if tree.tags[t] in _FINITE), verb)
    return tree.tags[finite] == "VBP" or tree.lower[finite] == "were"


def are_things(tree: Tree, token: int, dealings: Container[str]) -> bool:
    """Whether what a sentence is about is a plural with an article, and no dealings of others:
    "The *mines* drifted", "*some* of the mines drifted"."""
    if tree.lower[token] in SOME:
        token = next(iter(tree.after(token, ("of",))), token)
    the = any(tree.lower[t] in _THE for t in tree.kids(token, "det"))
    return tree.tags[token] == "NNS" and the and tree.lemmas[token] not in dealings
