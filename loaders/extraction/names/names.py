"""Names on a tree: which tokens the gazetteer's names stand on."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Container, Sequence
from dataclasses import dataclass
from itertools import takewhile

from loaders.extraction.names.gazetteer import Gazetteer, Name, Sense
from loaders.extraction.parse.tags import COMMON, PROPER
from loaders.extraction.parse.tree import Tree

_ADDRESS = re.compile(r"\w+://\S+")


@dataclass(frozen=True, slots=True)
class TokenName:
    """A name on tokens [first, last], hanging from token `root`; [start, end) in the passage."""

    root: int
    first: int
    last: int
    start: int
    end: int
    senses: tuple[Sense, ...]


class Names:
    """The names of one tree, by the token that they hang from and by every token they cover.

    `heads`: nouns that head the names of things, such as "act" and "partnership"; `happenings`:
    those of them that head events'.
    """

    def __init__(
        self,
        gazetteer: Gazetteer,
        tree: Tree,
        heads: Container[str],
        happenings: Container[str],
    ) -> None:
        self.by_root: dict[int, list[TokenName]] = {}
        self.covering: dict[int, TokenName] = {}
        self.all: list[TokenName] = []
        self._nested: dict[int, list[TokenName]] = {}
        self._begun: dict[int, TokenName] = {}
        """The shorter names inside others, by where they begin."""
        self._gazetteer = gazetteer
        longest, nested = gazetteer.find(tree.passage.text)
        if "://" in tree.passage.text:
            longest, nested = _outside_addresses(tree.passage.text, longest, nested)
        peoples = {name.start for name in nested if any(s.adjectival for s in name.senses)}
        for found in filter(None, (_on_tokens(tree, name) for name in longest)):
            if _is_adjective(tree, found) and (found.start in peoples or _is_said(tree, found)):
                continue
            if _is_cut_off(tree, found):
                continue
            if not (_is_part_of_name(tree, found, heads) or _is_event(tree, found, happenings)):
                self._add(found)
        for found in filter(None, (_on_tokens(tree, name) for name in nested)):
            outer = self.covering.get(found.root)
            if outer is None:
                self._add(found)
            elif outer.root != found.root:
                # The longest of those that hang from the same token comes first.
                self._nested.setdefault(found.root, [found])
                self._begun.setdefault(found.first, found)

    def _add(self, name: TokenName) -> None:
        self.all.append(name)
        self.by_root.setdefault(name.root, []).append(name)
        for token in range(name.first, name.last + 1):
            self.covering.setdefault(token, name)

    def within(self, first: int, last: int) -> list[TokenName]:
        """The longest names that lie on the tokens [first, last]."""
        found = {
            name.first: name for at in range(first, last + 1) if (name := self.covering.get(at))
        }
        return [name for name in found.values() if first <= name.first and name.last <= last]

    def hanging(self, first: int, end: int) -> list[TokenName]:
        """The names that hang from the tokens [first, end), such as those of a sentence."""
        return [name for name in self.all if first <= name.root < end]

    def inside(self, token: int) -> list[TokenName]:
        """The shorter names inside the name that hangs from `token`."""
        if not self._nested:
            return []
        return [
            name
            for outer in self.by_root.get(token, ())
            for at in range(outer.first, outer.last + 1)
            for name in self._nested.get(at, ())
        ]

    def named(self, token: int) -> list[TokenName]:
        """The names that begin at `token`, the shorter ones inside others among them."""
        own = self.covering.get(token)
        found = [own] if own is not None and own.first == token else []
        inner = self._begun.get(token)
        return found if inner is None else [*found, inner]

    def known(self, words: str) -> tuple[Sense, ...]:
        """What `words`, all of them, are a name of."""
        whole = (n for n in self._gazetteer.find(words)[0] if n.end - n.start == len(words))
        return next((name.senses for name in whole), ())

    def told_in(self, label: str) -> frozenset[str]:
        """All that the words of a label name."""
        return self._gazetteer.told_in(label)

    def has_root(self, token: int) -> bool:
        return token in self.by_root or token in self._nested

    def at(self, token: int) -> list[TokenName]:
        """The names that hang from `token`, or cover it where the parse split them."""
        own = self.by_root.get(token) or self._nested.get(token)
        if own:
            return own
        covering = self.covering.get(token)
        return [covering] if covering is not None else []


def _is_cut_off(tree: Tree, name: TokenName) -> bool:
    """Whether its last word only says whose the next noun is: "*support for Ukraine*'s ports"."""
    begins, ends = tree.tags[name.first], tree.tags[name.last]
    common = begins in COMMON and ends in PROPER
    return common and tree.tags[name.last + 1 : name.last + 2] == ["POS"]


def _outside_addresses(text: str, *found: Sequence[Name]) -> list[list[Name]]:
    """The names that are no words of an address: "https://example.org/*national-security*-talks"."""
    spans = [m.span() for m in _ADDRESS.finditer(text)]
    return [
        [n for n in names if not any(start <= n.start < end for start, end in spans)]
        for names in found
    ]


def _on_tokens(tree: Tree, name: Name) -> TokenName | None:
    first = bisect_right(tree.starts, name.start) - 1
    last = bisect_left(tree.ends, name.end)
    if first < 0 or last >= len(tree.words) or first > last:
        return None
    return TokenName(_root(tree, first, last), first, last, name.start, name.end, name.senses)


def _is_adjective(tree: Tree, name: TokenName) -> bool:
    """Whether a name is only adjectives of what follows: "*American military* assistance"."""
    last = name.last
    return tree.tags[last] == "JJ" and tree.deps[last] == "amod" and tree.heads[last] > last


def _is_said(tree: Tree, name: TokenName) -> bool:
    """Whether a name of its own is here but said of the noun after it: "the *U.S.-Peru trilateral*
    cooperation"."""
    return tree.words[name.last].islower() and not any(s.common for s in name.senses)


def _is_part_of_name(tree: Tree, name: TokenName, heads: Container[str]) -> bool:
    """Whether common nouns are a part of somebody's or something's proper name: "the *Inflation*
    Reduction Act"."""
    if not all(s.common for s in name.senses) or not tree.words[name.first][:1].isupper():
        return False
    start, end = tree.sentences[tree.sentence[name.root]]
    after = takewhile(lambda t: tree.tags[t] in PROPER, range(name.last + 1, end))
    if not any(tree.words[t][:1].isupper() and tree.lower[t] in heads for t in after):
        return False
    words = [tree.words[t] for t in range(start, end) if len(tree.words[t]) > _SMALL]
    # In a heading every word is capital.
    return sum(word[:1].isupper() for word in words) < len(words) / 2


def _is_event(tree: Tree, name: TokenName, happenings: Container[str]) -> bool:
    """Whether common nouns end an event's proper name: "the Lagos *Security Dialogue*"."""
    if not all(s.common for s in name.senses) or tree.lower[name.last] not in happenings:
        return False
    words = range(name.first - 1, name.last + 1)
    return name.first > 0 and all(
        tree.words[t][:1].isupper()
        and tree.tags[t] in PROPER
        and tree.sentence[t] == tree.sentence[name.root]
        for t in words
    )


_SMALL = 3
_LINKING = frozenset({"IN", "CC", "DT"})
"""Tags of what no name hangs from."""


def _root(tree: Tree, first: int, last: int) -> int:
    """What the name hangs from, a noun if the parse hangs several of its words outside: "allies and
    *partners* in the Pacific"."""
    hung = [
        token
        for token in range(last, first - 1, -1)
        if not first <= tree.heads[token] <= last or tree.heads[token] == token
    ]
    return next((t for t in hung if tree.tags[t] not in _LINKING), hung[0] if hung else last)
