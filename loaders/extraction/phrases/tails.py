"""What follows a noun and belongs to its name: "misuse *of technology*", "a framework *for
preventing X*"."""

from __future__ import annotations

from loaders.extraction.knowledge.site import Site
from loaders.extraction.phrases import complement

_FAR = 3
"""Words from "of" to the noun of what a name is of."""
_PURPOSE = 5
"""Words from a noun to what it is for."""


def tail_of(site: Site, token: int, prepositions: tuple[str, ...]) -> int | None:
    """The end of a short "of …" that belongs to the name: "misuse of technology"."""
    tree = site.tree
    for preposition in tree.kids(token, "prep"):
        if tree.lower[preposition] in prepositions and preposition == token + 1:
            return tail_end(site, preposition)
    return None


def tail_end(site: Site, preposition: int) -> int | None:
    """Where what the preposition adds to a name ends, if it is a noun not far off."""
    tree = site.tree
    inner = tree.child(preposition, "pobj")
    if inner is None or _apart(site, preposition, inner) > _FAR:
        return None
    if not complement.may_complete(site, inner) or tree.words[inner + 1 : inner + 2] == ["-"]:
        return None
    name = site.names.covering.get(inner)
    return complement.proper_end(site, inner if name is None else name.last)


def _apart(site: Site, preposition: int, inner: int) -> int:
    """How many words off a noun is, where what a hyphen joins is one."""
    hyphens = site.tree.words[preposition:inner].count("-")
    return inner - preposition - 2 * hyphens


def purpose_of(site: Site, token: int) -> int | None:
    """The end of what a text is for, which tells it: "a framework *for preventing X*"."""
    tree = site.tree
    for preposition in tree.kids(token, "prep"):
        if tree.lower[preposition] not in ("for", "on") or preposition != token + 1:
            continue
        inner = tree.child(preposition, "pobj", "pcomp")
        if inner is not None and tree.tags[inner] == "VBG":
            inner = tree.child(inner, "dobj")
        if inner is None or inner - preposition > _PURPOSE:
            continue
        if not complement.may_complete(site, inner):
            continue
        if tree.lower[inner + 1 : inner + 2] in (["of"], ["and"], ["-"]):
            # "a framework for management of X": cut, it tells nothing.
            continue
        name = site.names.covering.get(inner)
        return name.last if name is not None else inner
    return None
