"""Holders of offices, hung by their names: "Norwegian *Minister of Defence* Ann Lee, Danish …"

Between an office and a name the parser takes the field of the office for a part of the name, and
lists of such holders for appositions of the first. The words are put in order before anything is
read: titles hang on the name, and who is listed is coordinated.
"""

from __future__ import annotations

from collections.abc import Container
from typing import NamedTuple

from loaders.extraction.grammar import named_after
from loaders.extraction.parse.branches import move
from loaders.extraction.parse.tags import PROPER
from loaders.extraction.parse.tree import Tree

_OF = frozenset({"of", "for", "to"})
_INSIDE = frozenset({"the", "and", "&", "-", ","})
_WORDS = frozenset({"NNP", "NNPS", "JJ", "NN", "NNS"})
_BETWEEN = frozenset({",", "and", "&"})
_SMALL = {"the": "det", "and": "cc", "&": "cc", "for": "case"} | dict.fromkeys(",-()", "punct")
"""What small words of a field are to it."""
_FULL = 2
"""Words of a name that is told from a place's."""
_LONGEST = 12
"""Words of a field: "Economy, Trade and Industry"."""


class _Holder(NamedTuple):
    """A title and a name on the tokens [first, name]: `office` is the noun of the title, `of` what
    leads to its field, `field` the last word of that, `given` the first word of the name and `name`
    the last."""

    first: int
    office: int
    of: int | None
    field: int
    given: int
    name: int


class OfficeHolders:
    """Puts titles and names of a tree in order."""

    def __init__(
        self, offices: Container[str], fields: Container[str], bodies: Container[str]
    ) -> None:
        self._offices, self._fields, self._bodies = offices, fields, bodies

    def hang(self, tree: Tree) -> None:
        """Hang titles on the names of their holders, and holders on the first of their list."""
        holders: list[_Holder] = []
        for token, tag in enumerate(tree.tags):
            if tag in PROPER and tree.lower[token] in self._offices:
                holder = self._holder(tree, token)
                if holder and (not holders or holders[-1].name < holder.first):
                    holders.append(holder)
        for run in _runs(tree, holders):
            if len(run) > 1 or run[0].of is not None:
                _hang(tree, run)
        for holder in holders:
            _part(tree, holder)
        named_after.hang(tree, self._offices, self._bodies)

    def _holder(self, tree: Tree, office: int) -> _Holder | None:
        after, of = office + 1, None
        end = tree.sentences[tree.sentence[office]][1]
        if after < end and tree.lower[after] in _OF:
            of, after = after, self._after_field(tree, after + 1, end)
        field, body = after - 1, 0
        if of is not None:
            whose = after if tree.lower[after : after + 1] == ["of"] else of
            body = self._after_body(tree, whose + 1, end)
        if body:
            field, after = body - 1, _after_acronym(tree, body, end)
            after = self._after_comma(tree, after, end)
        name = after
        while name < end and (tree.tags[name] in PROPER or _is_hyphen(tree, name, end)):
            if tree.lower[name] in self._offices and not (of and name == after):
                # "Chief of Staff *General* Ann Lee" has a rank beside the office.
                return None
            name += 1
        if name == after or name - after > _LONGEST // 2 or (body and name - after < _FULL):
            return None
        return _Holder(self._first(tree, office), office, of, field, after, name - 1)

    def _after_body(self, tree: Tree, token: int, end: int) -> int:
        """Where the known name ends of the state or body whose office it is: "President *of Chile*
        Ann Lee"; 0 if there is none."""
        token += tree.lower[token : token + 1] == ["the"]
        for last in range(min(end, token + _LONGEST // 2), token, -1):
            if " ".join(tree.lower[token:last]) in self._bodies:
                return last
        return 0

    def _after_comma(self, tree: Tree, token: int, end: int) -> int:
        """Where the name begins, at `token` or after a comma: "President of Chile*, Ann Lee,*"."""
        start, last = token + 1, token + 1
        if tree.words[token : token + 1] != [","]:
            return token
        while last < end and tree.tags[last] in PROPER:
            last += 1
        closed = tree.words[last : last + 1] == [","] and last - start >= _FULL
        known = any(" ".join(tree.lower[start:at]) in self._bodies for at in range(start, last + 1))
        return start if closed and not known else token

    def _after_field(self, tree: Tree, token: int, end: int) -> int:
        """Where the field of an office ends: nothing of it is left if it is not known."""
        last = start = token
        for at in range(token, min(end, token + _LONGEST)):
            # "Secretary of *State for Trade*"
            further = tree.lower[at] == "for" and tree.lower[at - 1] == "state"
            if tree.lower[at] in self._fields:
                last = at + 1
            elif tree.lower[at] not in _INSIDE and not further:
                break
        return last if last > start else end

    def _first(self, tree: Tree, office: int) -> int:
        """Where the title begins: "Deputy Prime Minister and Minister"."""
        first, start = office, tree.sentences[tree.sentence[office]][0]
        while first > start:
            before = first - 1
            joined = (
                tree.lower[before] in ("and", "&")
                and before > start
                and tree.lower[before - 1] in self._offices
            )
            titled = tree.tags[before] in _WORDS and tree.words[before][0].isupper()
            apart = tree.lower[first] not in self._offices and tree.lower[first] not in _BETWEEN
            if apart and tree.lower[before] in self._offices:
                # "a Senior *Official* Previewing Prime Minister X's Visit"
                break
            if not (joined or titled or tree.tags[before] == "HYPH"):
                break
            first = before
        return first


def _after_acronym(tree: Tree, token: int, end: int) -> int:
    """After what a name is called for short: "the World Health Organization *(WHO)*"."""
    short = token + 2 < end and (tree.words[token], tree.words[token + 2]) == ("(", ")")
    return token + 3 if short else token


def _is_hyphen(tree: Tree, token: int, end: int) -> bool:
    """A hyphen in a name, and what may follow it: "Tae-*yul*"."""
    hyphen = tree.tags[token] == "HYPH" and token + 1 < end
    return hyphen or tree.tags[token - 1] == "HYPH"


def _runs(tree: Tree, holders: list[_Holder]) -> list[list[_Holder]]:
    """Holders that are listed: nothing between two but commas, "and" and whose the next one is."""
    runs: list[list[_Holder]] = []
    for holder in holders:
        before = runs[-1][-1] if runs else None
        if before is not None and _is_next(tree, before, holder):
            runs[-1].append(holder)
        else:
            runs.append([holder])
    return runs


def _is_next(tree: Tree, before: _Holder, holder: _Holder) -> bool:
    end = _unowned(tree, holder.first) if tree.tags[holder.first - 1] == "POS" else holder.first
    between = range(before.name + 1, end)
    words = [tree.lower[t] for t in between]
    if not words or tree.sentence[before.name] != tree.sentence[holder.first]:
        return False
    if words[0] in _OF:  # "Minister Ann Lee *of Norway*, Minister …"
        place = 1
        while place < len(words) and (
            tree.tags[between[place]] in PROPER or words[place] in ("the", "of")
        ):
            place += 1
        words = words[place:]
    return bool(words) and all(word in _BETWEEN for word in words)


def _unowned(tree: Tree, first: int) -> int:
    """Where whose the title is begins: "*Norway's* Minister"."""
    first -= 1
    while first > 0 and tree.tags[first - 1] in PROPER:
        first -= 1
    return first


def _hang(tree: Tree, run: list[_Holder]) -> None:
    """Hang each title on its name, and the names on the first."""
    inside = {t for holder in run for t in range(holder.first, holder.name + 1)}
    roots = [t for t in sorted(inside) if tree.heads[t] not in inside or tree.heads[t] == t]
    led = [t for t in roots if tree.deps[t] == "pobj" and tree.heads[t] == run[0].first - 1]
    # "a summit *between* President X, Premier Y and Z": the preposition leads to all of them.
    outer = min(led or roots, key=lambda t: (len(tree.up(t)), t))
    dep, above = tree.deps[outer], tree.heads[outer]
    first = run[0].name
    for holder in run:
        _take(tree, holder, inside)
    _put(tree, first, first if above == outer else above, dep)
    for holder in run:
        _order(tree, holder)
    for holder in run[1:]:
        _put(tree, holder.name, first, "conj")


def _part(tree: Tree, holder: _Holder) -> None:
    """ "*Lee* and *Minister Ann Ray* met": two people, where the parse has one name."""
    before, name = holder.first - 2, holder.name
    if before < 0 or tree.lower[before + 1] != "and" or tree.tags[before] not in PROPER:
        return
    inside = holder.first <= tree.heads[before] <= name
    if not inside or tree.deps[before] not in ("nmod", "compound"):
        return
    above = tree.heads[name]
    _put(tree, before, before if above == name else above, tree.deps[name])
    _put(tree, before + 1, before, "cc")
    _put(tree, name, before, "conj")
    _order(tree, holder)


def _take(tree: Tree, holder: _Holder, inside: set[int]) -> None:
    """Have the name hold what hangs on any of the words: "Norway's", "of Norway", clauses."""
    for token in range(holder.first, holder.name):
        for below in list(tree.children[token]):
            if below not in inside:
                _put(tree, below, holder.name, tree.deps[below])


def _order(tree: Tree, holder: _Holder) -> None:
    """Hang the words of the name on its last, the title on that, and its field on the title."""
    office, of, name = holder.office, holder.of, holder.name
    for token in range(holder.given, name):
        _put(tree, token, name, "punct" if tree.tags[token] == "HYPH" else "compound")
    for token in range(holder.first, office):
        if not holder.first <= tree.heads[token] <= office or tree.heads[token] == token:
            _put(tree, token, office, "amod" if tree.tags[token] == "JJ" else "compound")
    _put(tree, office, name, "compound" if of is None else "nmod")
    if of is None:
        return
    _put(tree, of, office, "prep")
    last = holder.field
    for token in range(of + 1, holder.given):
        if token != last:
            small = _SMALL.get(tree.lower[token])
            _put(tree, token, last, small or ("compound" if token < last else "appos"))
    _put(tree, last, of, "pobj")


def _put(tree: Tree, token: int, above: int, dep: str) -> None:
    move(tree, token, above)
    tree.deps[token] = dep
