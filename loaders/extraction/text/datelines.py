"""Datelines: where, when and by which agency a report was filed, before its first sentence and no
part of it: "WASHINGTON, July 9 (Reuters) - "."""

from __future__ import annotations

import re

_PLACE = (
    r"(?!(?:The(?! Hague)|An?|On|In|At|By|As|Since|Until|From|After|Before|For) )"
    r"[A-Z][\w.'-]*(?:[ /][A-Z][\w.'-]*){0,3}"
    r"(?:, [A-Z][\w.]*(?: [A-Z][\w.]*)?){0,2}(?: ?\[[A-Z][\w ]{2,24}\])?"
)
_MONTH = r"[A-Z][a-z]{2,8}\.?"
_DATE = rf"[,.]? (?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})(?:,? \d{{4}})?"
_AGENCY = r"(?: \([A-Z][\w /.-]{1,28}\)|, [A-Z]{2,8}\b)"
_SIGN = r"\s*(?:[—–]|--|\.-|-(?= ))\s*(?!\d)"
_OPEN = r"(?![^\n.—–]*[—–][^\n.—–]*[—–][^\n.—–]*(?:[\n.]|$))"
"""Two dashes enclose something: "The club — X and Y — met"."""
_CAPITALS = r"(?=[A-Z ]{6,}\s*[—–-])[A-Z]{2,}(?: [A-Z]{2,})*"
_CAPITAL = r"[A-Z][a-z]+, D\.?C\.?"
_CITY = r"(?:[A-Z]{3,}|[A-Z][a-z]+)(?: [A-Z][A-Za-z]+)?, [A-Z][a-z]+(?: [A-Z][a-z]+)?"

_DATELINE = re.compile(
    rf"{_PLACE}{_DATE}{_AGENCY}?(?:{_SIGN}|: )"
    rf"|{_PLACE}{_DATE}{_AGENCY} (?=[A-Z])"
    rf"|{_PLACE}\s*[—–-]\s*(?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})(?:,? \d{{4}})?{_SIGN}"
    rf"|{_OPEN}(?:{_PLACE}{_AGENCY}|{_CAPITALS}|{_CAPITAL}|\([A-Z][\w ]{{1,24}}\)){_SIGN}"
    rf"|{_OPEN}{_CITY}(?:\s+[—–-]|\s+--)\s+(?=[A-Z])"
)


def end_of_dateline(text: str) -> int:
    """Where the report begins of which `text` may open with a dateline; 0 where there is none."""
    found = _DATELINE.match(text)
    return found.end() if found else 0
