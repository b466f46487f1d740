"""Lists of names before a verb, which the parser breaks where they are long or lack a comma: "A, B,
C D, the E of F and G *took part*"."""

from __future__ import annotations

import re

from loaders.extraction.parse.branches import Branches, first_of, move
from loaders.extraction.parse.tags import FINITE, PROPER, SUBJECTS

_ITEM = r"[TJ]*(?:N+c+)?N+(?:OT?N+)?"
_SERIES = re.compile(rf"(?<!A)(?<!N)(?:{_ITEM},)+{_ITEM},?A{_ITEM}(?=R?V)")
_HEADLINE = re.compile(rf"{_ITEM}(?:,{_ITEM})+(?=R?[V.])")
"""A list without "and" that opens a headline, before a verb in the plural: "A, B *hold* talks"."""
_ITEMS = re.compile(_ITEM)
_NAMED = re.compile("N+(?![Nc])")
_SIGNS = {
    ",": ",",
    "and": "A",
    "&": "A",
    "the": "T",
    "his": "T",
    "her": "T",
    "then": "T",
    "of": "O",
}
_STAYING = frozenset({"outgoing", "incoming", "visiting", "former", "new", "current", "acting"})
"""What is said of office-holders before their office."""
_CLAUSAL = frozenset({"after", "before", "since", "until"})
"""Prepositions that open a clause as well: "*after* A, B and C met"."""


def gather(tree: Branches) -> None:
    """Make each item of such a list one of its first, which acts."""
    if ";" in tree.words:
        _bind(tree)
    if "," not in tree.words:
        return
    signs = "".join(map(_sign, tree.words, tree.lower, tree.tags))
    if tree.tags[0] == "NNS" and tree.words[1] == ",":
        # "*Philippines*, Japan sign pact"
        signs = f"N{signs[1:]}"
    lists = list(_SERIES.finditer(signs)) if "and" in tree.lower else []
    if (headline := _HEADLINE.match(signs)) and _acts(tree, headline.end()):
        lists.append(headline)
    for found in lists:
        roots = [
            item.start() + named.end() - 1
            for item in _ITEMS.finditer(found.group())
            if (named := _NAMED.search(item.group())) is not None
        ]
        items = [found.start() + root for root in roots]
        verb = _verb(tree, found.end())
        if verb is not None and _is_broken(tree, items, verb):
            _join(tree, items, verb)
    for index, dep in enumerate(tree.deps):
        if dep in SUBJECTS and tree.tags[index] in PROPER:
            _append(tree, index)


def _acts(tree: Branches, after: int) -> bool:
    """Whether a verb in the plural follows, or one that says what is to come: "A, B *to hold*
    talks"."""
    after += tree.tags[after] == "RB"
    tags = tree.tags[after : after + 2]
    if tags[:1] == ["VBP"]:
        return True
    coming = tags == ["TO", "VB"] or tags[:1] == ["VB"]
    return coming and tree.words[-1] not in (".", "?", "!")


def _bind(tree: Branches) -> None:
    """ "A, premier of X; *B*, premier of Y; and C met": one list, where the parse has two subjects
    or an apposition."""
    first: dict[int, int] = {}
    for index, dep in enumerate(tree.deps):
        if dep == "appos" and tree.words[first_of(tree, index) - 1] == ";":
            tree.deps[index] = "conj"
        if dep not in SUBJECTS or tree.tags[index] not in PROPER:
            continue
        before = first.setdefault(tree.heads[index], index)
        if ";" in tree.words[before:index]:
            move(tree, index, before)
            tree.deps[index] = "conj"


def _append(tree: Branches, name: int) -> None:
    """ "The ministers of A, B, and *C* met", "with those of A, *B* and C taking part": neither is
    a subject of its own."""
    verb, first = tree.heads[name], first_of(tree, name)
    before = first - 2 - (first > 2 and tree.words[first - 2] == ",")
    linked = tree.lower[first - 1] == "and" or _goes_on(tree, name, first)
    if before < 0 or not linked or tree.tags[before] not in PROPER:
        return
    acting = [c for c in tree.children[verb] if tree.deps[c] in SUBJECTS and c < first]
    while tree.deps[before] == "compound" and tree.heads[before] < first:
        before = tree.heads[before]
    if acting and acting[0] in {before, *tree.up(before)}:
        move(tree, name, before)
        tree.deps[name] = "conj"


def _goes_on(tree: Branches, name: int, first: int) -> bool:
    """Whether a comma leads to a name after which the list goes on: "A, *B* and C"."""
    listed = any(tree.deps[c] == "conj" and tree.tags[c] in PROPER for c in tree.children[name])
    return listed and tree.words[first - 1] == ","


def _sign(word: str, lower: str, tag: str) -> str:
    if tag in PROPER:
        return "N"
    if tag in FINITE or tag == "MD":
        return "V"
    if tag in ("JJ", "NN") and word != lower:
        # "*Kenyan PM* Ann Lee"
        return "N"
    if lower in _STAYING:
        return "J"
    if tag == "NN":
        return "c"
    return _SIGNS.get(lower, "R" if tag == "RB" else ".")


def _verb(tree: Branches, after: int) -> int | None:
    """The verb of the clause whose first verb stands right after the list."""
    verb = after + (tree.tags[after] == "RB")
    while tree.deps[verb] in ("aux", "auxpass"):
        verb = tree.heads[verb]
    return verb if tree.tags[verb].startswith("VB") else None


def _is_broken(tree: Branches, items: list[int], verb: int) -> bool:
    """Whether one of the items acts, and not each hangs from the first."""
    acting = [t for t in items if tree.deps[t] in SUBJECTS and tree.heads[t] == verb]
    first, *others = items
    before = tree.tags[first_of(tree, first) - 1] if first else ""
    if acting and _opens_clause(tree, first, verb):
        return True
    if not acting or tree.deps[first] == "pobj" or not all(verb in tree.up(t) for t in items):
        # "in *Oslo*, Norway, A and B met"
        return False
    if before == "VBG":
        # "talks *involving* A, B and C are set"
        return False
    if acting != [first]:
        return True
    whose = set(_whose(tree, first))
    # "*The group* of A, B and C met": the parse has A, B and C as one list.
    return not all(tree.deps[t] == "conj" and tree.heads[t] in {*items, *whose} for t in others)


def _whose(tree: Branches, first: int) -> list[int]:
    """Of whom the first item is, where those are said to be the items after it: "the Triangle of
    *A*, B and C"."""
    return [
        led
        for preposition in tree.children[first]
        if tree.lower[preposition] == "of" and tree.lower[first_of(tree, first)] == "the"
        for led in tree.children[preposition]
        if any(tree.deps[c] == "conj" for c in tree.children[led])
    ]


def _opens_clause(tree: Branches, first: int, verb: int) -> bool:
    """Whether the preposition before a list opens the clause of `verb`: "*after* A, B, C met"."""
    opening = tree.heads[first]
    if tree.deps[first] != "pobj" or tree.lower[opening] not in _CLAUSAL:
        return False
    return first_of(tree, first) == opening + 1 and tree.deps[verb] == "advcl"


def _join(tree: Branches, items: list[int], verb: int) -> None:
    first, *others = items
    if _opens_clause(tree, first, verb):
        opening = tree.heads[first]
        tree.deps[opening] = "mark"
        move(tree, first, verb)
        move(tree, opening, verb)
    role = next(tree.deps[t] for t in items if tree.deps[t] in SUBJECTS)
    move(tree, first, verb)
    tree.deps[first] = role
    for item in others:
        move(tree, item, first)
        tree.deps[item] = "conj"
