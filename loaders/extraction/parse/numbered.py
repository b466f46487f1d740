"""Names that a year ends, which the parser takes for no names: "*Sea Lion 2024*, a drill off X"."""

from __future__ import annotations

from loaders.extraction.parse.branches import Branches, first_of, move
from loaders.extraction.parse.tags import COMMON, PROPER
from loaders.extraction.text.dates import DAYS, is_month, is_year

_LOOSE = frozenset({"dobj", "npadvmod", "dep", "conj", "attr", "oprd"})
_OPENING = frozenset({"DT", "PRP$"})


def number(tree: Branches) -> None:
    """Have names with a year be names, and what follows after a comma say what they are."""
    for year in range(2, len(tree.tags)):
        name = year - 1
        if not tree.words[name][0].isupper() or not is_year(tree.words[year]):
            continue
        if is_month(tree.lower[name]) or tree.lower[name] in DAYS:
            continue
        if tree.tags[name] == "VB" and tree.lower[name - 1] == "to":
            _lead(tree, name)
        if tree.tags[name] in PROPER and tree.words[year + 1 : year + 2] == [","]:
            _describe(tree, name, year)


def _lead(tree: Branches, name: int) -> None:
    """ "Sent ships to *Sealion 2024*": no infinitive."""
    to, above = name - 1, tree.heads[name]
    if above in (name, to) or tree.heads[to] != name:
        return
    tree.tags[name], tree.deps[name] = "NNP", "pobj"
    tree.tags[to], tree.deps[to] = "IN", "prep"
    move(tree, to, above)
    move(tree, name, to)
    for other in [c for c in tree.children[name] if c > name + 1]:
        move(tree, other, above)


def _describe(tree: Branches, name: int, year: int) -> None:
    """ "Joined Sea Lion 2024, *a drill* off X": that is what it is."""
    if tree.heads[year] != name:
        return
    opening = year + 2
    if opening >= len(tree.tags) or tree.tags[opening] not in _OPENING:
        return
    noun = tree.heads[opening]
    if tree.tags[noun] not in COMMON or first_of(tree, noun) != opening:
        return
    if tree.deps[noun] in _LOOSE and name not in tree.up(noun) and noun not in tree.up(name):
        tree.deps[noun] = "appos"
        move(tree, noun, name)
