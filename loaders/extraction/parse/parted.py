"""Names that the parser makes a part of what follows them and an "and": "*Minister Ann Lee* and EU
envoy Bob Ray", "an alliance with *Peru* and security ties with Chile"."""

from __future__ import annotations

from loaders.extraction.parse.branches import Branches, kid, move
from loaders.extraction.parse.tags import COMMON, PROPER

_PART = frozenset({"nmod", "compound", "amod"})


def part(tree: Branches, other: int) -> None:
    """Set apart the name to which the parse joins `other`, a word of what follows."""
    name = tree.heads[other]
    noun = tree.heads[name]
    if tree.deps[name] not in _PART or not name < other < noun:
        return
    if tree.tags[name] not in PROPER or tree.tags[noun] not in COMMON:
        return
    link = kid(tree, name, "cc")
    if link is None or tree.lower[link] != "and" or link != name + 1:
        return
    _from_title(tree, name, other, noun)
    if tree.heads[name] == noun:
        _from_tie(tree, name, other, noun)


def _from_title(tree: Branches, name: int, other: int, noun: int) -> None:
    """ "*Minister Ann Lee* and EU *envoy Bob Ray* met": two people."""
    person = tree.heads[noun]
    titled = tree.deps[noun] == "compound" and noun < person and tree.tags[person] in PROPER
    given = [c for c in tree.children[name] if tree.deps[c] == "compound"]
    office = [c for c in tree.children[noun] if given and c < given[0]]
    if titled and (len(given) > 1 or (given and office)):
        for own in office:
            move(tree, own, name)
        _set_apart(tree, name, person, other, noun)


def _from_tie(tree: Branches, name: int, other: int, noun: int) -> None:
    """ "An alliance *with Peru* and security *ties with* Chile": two ties."""
    preposition = tree.heads[noun]
    first = tree.heads[preposition]
    if tree.deps[noun] != "pobj" or tree.tags[first] not in COMMON or preposition > name:
        return
    after = kid(tree, noun, "prep")
    if after != noun + 1 or tree.lower[after] != tree.lower[preposition]:
        return
    link = name + 1
    for own in [c for c in tree.children[noun] if c < name]:
        move(tree, own, name)
    move(tree, other, noun)
    tree.deps[other] = "compound"
    move(tree, name, preposition)
    tree.deps[name], tree.deps[noun] = "pobj", "conj"
    move(tree, noun, first)
    move(tree, link, first)


def _set_apart(tree: Branches, name: int, person: int, other: int, noun: int) -> None:
    """Make the name what `person` is, who is another beside it."""
    dep, above = tree.deps[person], tree.heads[person]
    move(tree, other, noun)
    tree.deps[other] = "compound"
    move(tree, name, name if above == person else above)
    tree.deps[name] = dep
    move(tree, person, name)
    tree.deps[person] = "conj"
