"""What the head of a plain text says of the text itself."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from loaders.readers.dates import find_date
from loaders.readers.headlines import could_be_heading, is_address

HEAD = 14
"""Lines, from the first, among which an imprint stands."""
_LONGEST = 120
_MOST_WORDS_BESIDE = 10
_SAID = re.compile(
    r"(?:(?P<title>title)|(?P<publisher>publisher|published by|source)"
    r"|(?P<address>url|link|address|source url)"
    r"|(?P<date>date|dated|(?:published|posted|issued)(?: on)?|(?:release|publication) date))"
    r"\s*:\s*(?P<value>\S.*)",
    re.IGNORECASE,
)
_DATELINE = re.compile(r"[A-Z][A-Z.,’' -]{2,40}[,(] ?(?=[A-Z0-9])")
_PARTS = re.compile(r"\s+[|·•/—–]\s+")
_BEFORE_DATE = re.compile(r"(?:read|by .*|on|at|published|updated|posted|dated?):?$", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://\S+")


@dataclass(frozen=True, slots=True)
class Imprint:
    """Title, publisher, date (EDTF) and address, as far as lines of the text give them."""

    title: str | None = None
    publisher: str | None = None
    date: str | None = None
    address: str | None = None


def read_imprint(head: Iterable[tuple[str, bool]], foot: str) -> Imprint:
    """The imprint in the lines of a text's `head`, or in its last line, the `foot`.

    Each line of the head comes with whether a blank line stands before it.
    `Date: …` and the like are taken at their word. A date counts when its
    line holds little else (`14 min read Sep 14, 2024`) or when it stands in a
    dateline (`BRUSSELS, 9 July 2024 — …`), never inside a sentence. A name
    on the date's line, parted by a bar, or on the line above it, below the
    title, is the publisher's; where it is an author's, the author is who speaks.
    """
    found, above = Imprint(), ""
    for row, (line, parted) in enumerate(head):
        said = _SAID.fullmatch(line[:_LONGEST])
        if said:
            found = _with_label(found, said)
        elif found.date is None:
            found = _with_date(found, line, "" if parted else above)
        above = line if row else ""
        if is_address(line) and found.address is None:
            found = replace(found, address=line)
    if found.address is None and is_address(foot):
        found = replace(found, address=foot)
    return found


def is_date_line(line: str) -> bool:
    """Whether `line` holds a date and little else."""
    return _date_of(line) is not None


def _date_of(line: str) -> str | None:
    """The date (EDTF) of a line that holds little else."""
    if len(line) > _LONGEST:
        return None
    date = find_date(line)
    if date is None:
        return None
    rest = line[: date.start] + " " + line[date.end :]
    if len(rest.split()) > _MOST_WORDS_BESIDE or line.rstrip()[-1:] in ".!?;":
        return None
    if not (_PARTS.search(line) or _aside(line[: date.start], line[date.end :])):
        return None
    return date.edtf


def _aside(before: str, after: str) -> bool:
    """Whether the words around a date are those of a byline and not of a headline."""
    before, after = before.strip(" ,|·•—–-()"), after.strip(" ,|·•—–-()")
    return not after and (not before or _BEFORE_DATE.search(before) is not None)


def _with_label(found: Imprint, said: re.Match[str]) -> Imprint:
    value = said.group("value").strip()
    if said.group("title"):
        return replace(found, title=found.title or value)
    if said.group("date"):
        date = find_date(value)
        return replace(found, date=found.date or (date.edtf if date else None))
    address = _ADDRESS.search(value)
    if address:
        return replace(found, address=found.address or address.group())
    return replace(found, publisher=found.publisher or value) if said.group("publisher") else found


def _with_date(found: Imprint, line: str, above: str) -> Imprint:
    date = _date_of(line)
    if date:
        names = [name.strip() for name in _PARTS.split(line)] if _PARTS.search(line) else [above]
        name = names[0] if could_be_heading(names[0]) and not find_date(names[0]) else None
        return replace(found, date=date, publisher=found.publisher or name)
    if dateline := _DATELINE.match(line):
        date_found = find_date(line[: dateline.end() + 40])
        if date_found and date_found.start <= dateline.end():
            return replace(found, date=date_found.edtf)
    return found
