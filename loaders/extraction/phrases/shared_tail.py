"""What follows a list and completes all of it: "the *efficiency* and openness *of markets*"."""

from __future__ import annotations

from loaders.extraction.grammar import phrase
from loaders.extraction.knowledge.site import Site
from loaders.extraction.phrases.tails import tail_end

_JOINING = frozenset({",", "and", "or", "&"})
_BARE = frozenset({"NN"})
_MOST = 6
"""Words from a noun to the last of its list."""


def shared_tail(site: Site, token: int) -> str | None:
    """The "of …" after the last of the bare nouns with which `token` stands in a list; of nouns
    with modifiers each is told by its own."""
    tree = site.tree
    last = _last(site, token)
    if last is None:
        return None
    after = last + 1
    if tree.lower[after : after + 1] != ["of"] or after in site.names.covering:
        return None
    # The parse gives it to the first of them or to the last.
    end = tail_end(site, after) if tree.heads[after] in _fellows(site, token) else None
    return None if end is None else phrase.text(tree, after, end)


def _fellows(site: Site, token: int) -> list[int]:
    """The nouns of the list in which `token` stands."""
    return list(site.tree.conjuncts(site.tree.first_conjunct(token)))


def _last(site: Site, token: int) -> int | None:
    """The last noun of the list that goes on after `token` with nothing but bare nouns, if one
    determiner stands before them all."""
    tree, at = site.tree, token
    if tree.tags[token] not in _BARE:
        return None
    top = tree.first_conjunct(token)
    if tree.child(top, "det") is None:
        # "trade and protection of nature"
        return None
    fellows = _fellows(site, token)
    for word in range(token + 1, min(token + _MOST, len(tree.words) - 1)):
        if tree.lower[word] in _JOINING:
            continue
        if tree.tags[word] not in _BARE or word not in fellows or tree.is_noun(word + 1):
            break
        at = word
    return at if at > token or token != top else None
