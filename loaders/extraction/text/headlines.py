"""Headlines in title case, told as sentences for the parser: "Chile and Peru *forge new pact*".

A parser that learnt from sentences takes capitalised verbs for names. What keeps its capital is
what is a name: to the ontology, or to the document itself where it writes in sentences.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import replace

from graph.statements import BlockKind
from loaders.extraction.text.passage import Passage

_WORD = re.compile(r"(?<![\w.'-])[A-Z][a-z]+(?![\w.])")
"""A word with but its first letter large: no "U.S." and no "McMaster"."""
_LONG = re.compile(r"[A-Za-z][\w'-]{3,}")
_LOWER = re.compile(r"(?<![\w'-])[a-z]{2,}(?![\w'-])")
_PERSON = re.compile(r"([A-Z][a-z]+) (?=([A-Z][a-z]+) ([A-Z][a-z]+)\b)")
_NAMED = re.compile(r"(?<=[a-z,;] )[A-Z][a-z]+(?![\w-])")
_ENTRY = re.compile(
    r"(?:[-–—•*]\s+)?(?:(?:[\w.]+ ){0,2}(?:19|20)\d\d\s*[-–—:]\s+)?([A-Z][a-z]+s) "
    r"(?!with|in|of|on|and|for|between|to|from|by|at|or|against|under|within|among|that)[\w\"'-]"
)
_LONGEST = 240
_LEAST = 4
"""Long words among which it shows that a line is in title case."""
_LARGE = 0.75

Names = Callable[[str], Iterable[tuple[int, int]]]
"""Where the ontology's proper names stand in a text."""


class Headlines:
    """Those of one document."""

    def __init__(self, text: str, names: Names, offices: Container[str]) -> None:
        self._names, self._offices = names, offices
        body = [line for line in text.splitlines() if not is_headline(line)]
        self._lower = {word for line in body for word in _LOWER.findall(line)}
        self._named = {word for line in body for word in _NAMED.findall(line)}

    def told(self, passage: Passage) -> Passage:
        """The passage, with how it reads as a sentence if it is a headline."""
        if not is_headline(passage.text):
            return self._entry(passage)
        kept = [*self._names(passage.text), *self._people(passage.text)]

        def small(match: re.Match[str]) -> str:
            word, at = match.group(), match.start()
            named = any(start <= at < end for start, end in kept) or self._is_name(word)
            return word if named else word.lower()

        return replace(passage, parsed=_WORD.sub(small, passage.text))

    def _entry(self, passage: Passage) -> Passage:
        """An item or an entry of a chronicle that begins with what may be a verb, told in small
        letters: "2004 - *Signs* the charter"."""
        found = _ENTRY.match(passage.text)
        dated = found is not None and found.start(1) > 0
        if found is None or not (dated or passage.kind is BlockKind.ITEM):
            return passage
        first, text = found.start(1), passage.text
        if any(start <= first < end for start, end in self._names(text)):
            return passage
        before = text[:first].replace(":", ",")
        return replace(passage, parsed=before + text[first].lower() + text[first + 1 :])

    def _people(self, line: str) -> Iterator[tuple[int, int]]:
        """Two words after an office that the document has nowhere else: "Minister *Ann Lee*"."""
        for match in _PERSON.finditer(line):
            office, *names = match.groups()
            if office.lower() in self._offices and self._lower.isdisjoint(map(str.lower, names)):
                yield match.start(2), match.end(3)

    def _is_name(self, word: str) -> bool:
        return word in self._named and word.lower() not in self._lower


def is_headline(line: str) -> bool:
    """Whether nearly all long words of a line begin with a capital, and it ends as no sentence."""
    if len(line) > _LONGEST or line.rstrip()[-1:] in (".", ";", ","):
        return False
    long = _LONG.findall(line)
    return len(long) >= _LEAST and sum(w[0].isupper() for w in long) >= _LARGE * len(long)
