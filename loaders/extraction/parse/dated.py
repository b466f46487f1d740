"""What the parser hangs on a date, or breaks at one: "a pact on Friday, *which* covers X", "pacts
with A in 2022 and *B* last year"."""

from __future__ import annotations

from loaders.extraction.parse.branches import Branches, first_of, last_of, move
from loaders.extraction.parse.tags import COMMON, FINITE, PROPER
from loaders.extraction.text.dates import is_month

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_WITHIN = frozenset({"nummod", "nmod"})
_UNITS = frozenset({"year", "month", "week", "decade", "today", "yesterday"})
_TOLD = frozenset({"dobj", "attr", "nsubjpass"})
_ASTRAY = frozenset({"conj", "npadvmod", "dep", "appos"})
_DASHES = frozenset({"-", "–", "—", ":", ","})
_PARTED = frozenset({",", "and"})
_RELATIVE = frozenset({"which", "that", "who"})
_WITH = frozenset({"with", "between", "by", "from"})
_IN = frozenset({"in", "since", "until", "by"})
_ON = frozenset({"on", "by", "since", "until", "from", "before", "after"})


def undate(tree: Branches) -> None:
    """Hang what follows a date on what it goes on about."""
    for date, dep in enumerate(tree.deps):
        if dep == "compound" and is_month(tree.lower[date]):
            _part(tree, date)
            continue
        if dep == "nsubj" and _is_date(tree, date) and tree.words[date + 1] in _DASHES:
            _enter(tree, date)
            continue
        if dep in _WITHIN and _is_date(tree, date) and _release(tree, date):
            continue
        if dep not in ("pobj", "npadvmod") or not _is_date(tree, date):
            continue
        above = tree.heads[date]
        outer = tree.heads[above] if dep == "pobj" else above
        for clause in [c for c in tree.children[date] if _is_relative(tree, c)]:
            noun = _noun(tree, outer, date)
            if noun is not None:
                move(tree, clause, noun)
        if tree.tags[outer].startswith("VB"):
            _go_on(tree, outer, date)


def _enter(tree: Branches, date: int) -> None:
    """ "*2004* - signs the charter": nobody who does it, and the charter neither."""
    tree.deps[date], verb = "npadvmod", tree.heads[date]
    for thing in tree.children[verb]:
        if thing > verb and tree.deps[thing] == "nsubj":
            tree.deps[thing] = "dobj"


def _part(tree: Branches, month: int) -> None:
    """ "On 9 April *Mori* met X", "in April *Mori* met X": the parse makes month and name one."""
    day, preposition, name = month - 1, month - 2, tree.heads[month]
    if month and tree.lower[month - 1] in _IN and name == month + 1:
        _begin(tree, month, name)
        return
    if preposition < 0 or tree.tags[day] != "CD" or tree.lower[preposition] not in _ON:
        return
    if name < month or tree.tags[name] not in PROPER:
        return
    tree.deps[month] = "pobj"
    move(tree, month, preposition)
    move(tree, day, month)
    verb = tree.heads[preposition]
    if tree.heads[name] == preposition and name < verb:
        tree.deps[name] = "nsubj"
        move(tree, name, verb)


def _begin(tree: Branches, month: int, name: int) -> None:
    """ "In April *Mori* met X": the name is who did it."""
    preposition = month - 1
    if tree.tags[name] not in PROPER:
        return
    verb = tree.heads[preposition]
    if tree.deps[name] == "pobj" and tree.heads[name] == preposition:
        bare = all(tree.deps[c] not in _SUBJECTS for c in tree.children[verb])
        if not bare or name > verb or tree.tags[verb] not in FINITE | {"VBN", "VB"}:
            return
        tree.deps[name] = "nsubj"
        move(tree, name, verb)
    elif tree.deps[name] not in _SUBJECTS or tree.children[preposition]:
        return
    tree.deps[month] = "pobj"
    move(tree, month, preposition)


def _release(tree: Branches, date: int) -> bool:
    """ "In May 2021 *Peru*, Chad and Mali met": the parse makes date and name one."""
    preposition, name = date - 1, tree.heads[date]
    if name < date or tree.heads[name] != preposition or tree.deps[name] != "pobj":
        return False
    verb = tree.heads[preposition]
    if tree.tags[name] not in PROPER or verb < name or not tree.tags[verb].startswith("VB"):
        return False
    told = [c for c in tree.children[verb] if tree.deps[c] in _SUBJECTS]
    after = last_of(tree, name) + 1
    listed = bool(told) and tree.lower[after] in _PARTED
    if told and not (listed and told[0] > name):
        return False
    tree.deps[date] = "pobj"
    move(tree, date, preposition)
    if _is_year(tree, date + 1):
        move(tree, date + 1, date)
    tree.deps[name] = tree.deps[told[0]] if told else "nsubj"
    move(tree, name, verb)
    if told:
        tree.deps[told[0]] = "conj"
        move(tree, told[0], name)
        if tree.deps[after] == "cc":
            move(tree, after, name)
    return True


def _is_year(tree: Branches, token: int) -> bool:
    lower = tree.lower[token]
    return tree.tags[token] == "CD" and lower.isdigit() and len(lower) == 4


def _is_date(tree: Branches, token: int) -> bool:
    lower = tree.lower[token]
    return _is_year(tree, token) or is_month(lower) or lower in _UNITS


def _is_relative(tree: Branches, clause: int) -> bool:
    return tree.deps[clause] == "relcl" and any(
        tree.lower[c] in _RELATIVE for c in tree.children[clause]
    )


def _noun(tree: Branches, outer: int, date: int) -> int | None:
    """What was done then, or what stands before the date."""
    if tree.tags[outer] in COMMON or tree.tags[outer] in PROPER:
        return outer
    things = [c for c in tree.children[outer] if c < date and tree.deps[c] in _TOLD]
    return things[-1] if things else None


def _go_on(tree: Branches, verb: int, date: int) -> None:
    """ "Pacts with A in 2022, *and B* last year": with B too."""
    over = [verb, *(c for c in tree.children[verb] if tree.deps[c] in _TOLD)]
    partner = next(
        (
            inner
            for thing in over
            for preposition in tree.children[thing]
            if tree.lower[preposition] in _WITH and preposition < date
            for inner in tree.children[preposition]
            if tree.deps[inner] == "pobj" and inner < date and tree.tags[inner] in PROPER
        ),
        None,
    )
    if partner is None:
        return
    for other in [c for c in tree.children[verb] if c > date and tree.deps[c] in _ASTRAY]:
        before = tree.lower[first_of(tree, other) - 1]
        if tree.tags[other] in PROPER and before in _PARTED and not _is_date(tree, other):
            tree.deps[other] = "conj"
            move(tree, other, partner)
