"""What looks like a heading when only the text can tell."""

from __future__ import annotations

import re

_LONGEST = 100
_MOST_WORDS = 15
_LONGEST_TITLE = 200
_MOST_TITLE_WORDS = 30
_NOT_LAST = ".,;:!…-–—"
_CLOSING = "\"'”’)]»*_"
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_BYLINE = re.compile(r"by\s+[A-Z]|\d+ min(?:ute)?s? read\b", re.IGNORECASE)
_LABEL = re.compile(r"[^:]{1,60}:\s+(?P<rest>\S.*)")
_SHORT_WORD = 3
_MOSTLY = 0.6


def could_be_heading(line: str) -> bool:
    """Whether `line`, by itself, could be a heading.

    Short, not ended as a sentence or an introduction to a list is, begun in
    upper case or with a digit, no address and no byline. After a colon it
    must be written in title case: `Label: text` is a statement.
    """
    if len(line) > _LONGEST or len(line.split()) > _MOST_WORDS or not _begins(line):
        return False
    if line.rstrip(_CLOSING)[-1:] in _NOT_LAST or _ADDRESS.search(line) or _BYLINE.match(line):
        return False
    label = _LABEL.match(line)
    return label is None or (line[-1] != "?" and in_title_case(label.group("rest")))


def could_be_title(line: str) -> bool:
    """Whether `line`, being the first of its file, could be its title."""
    return (
        len(line) <= _LONGEST_TITLE
        and len(line.split()) <= _MOST_TITLE_WORDS
        and _begins(line)
        and line.rstrip(_CLOSING)[-1:] not in _NOT_LAST
        and not _ADDRESS.search(line)
        and not _BYLINE.match(line)
    )


def is_row(line: str) -> bool:
    """Whether `line` looks like the row of a fact sheet: "Seat: Nairobi"."""
    label = _LABEL.match(line)
    return label is not None and _begins(line) and not line.endswith(".")


def is_address(line: str) -> bool:
    """Whether `line` is nothing but a web address."""
    return _ADDRESS.fullmatch(line) is not None


def in_title_case(words: str) -> bool:
    """Whether most words that title case capitalises begin in upper case."""
    long = [word for word in re.findall(r"[^\W_][\w’'-]*", words) if len(word) > _SHORT_WORD]
    capital = sum(not word[0].islower() for word in long)
    return capital >= _MOSTLY * len(long) if long else words[:1].isupper()


def _begins(line: str) -> bool:
    first = line.lstrip("\"'“‘(¿¡[")[:1]
    return first.isalnum() and not first.islower()
