"""The datatypes that literal properties may have."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from functools import lru_cache

from edtf import parse_edtf
from edtf.parser.edtf_exceptions import EDTFParseException
from rdflib import RDF, RDFS, XSD, Literal, URIRef
from rdflib.term import Node

EDTF = URIRef("http://id.loc.gov/datatypes/edtf/EDTF")
"""The Library of Congress's name for Extended Date/Time Format."""


def is_datatype(node: Node) -> bool:
    """Whether `node` names a datatype rather than a class."""
    return str(node).startswith(str(XSD)) or node in (EDTF, RDFS.Literal, RDF.langString)


def is_of(value: Node, datatype: Node) -> bool:
    """Whether `value` can be read as a literal of `datatype`; an address may be an IRI."""
    if isinstance(value, URIRef):
        return datatype == XSD.anyURI
    if not isinstance(value, Literal):
        return False
    if datatype == EDTF:
        return is_edtf(str(value))
    return not Literal(str(value), datatype=URIRef(str(datatype))).ill_typed


@lru_cache(maxsize=4096)
def is_edtf(text: str) -> bool:
    """Whether `text` is a date in EDTF, with days of the calendar, that ends after it starts.

    >>> is_edtf("2023-07-11/.."), is_edtf("2023-02-31"), is_edtf("July")
    (True, False, False)
    """
    head, slash, tail = text.partition("/")
    opens, closes = (slash and end in ("", "..") for end in (head, tail))
    if opens and closes:
        return False
    # The grammar of all of EDTF takes milliseconds for each text, and few need it.
    start = _CALENDAR.fullmatch(tail if opens else head)
    end = _CALENDAR.fullmatch(head if closes or not slash else tail)
    if start and end:
        return _in_order(start, end)
    try:
        parsed = parse_edtf(text)
        lower, upper = parsed.lower_fuzzy(), parsed.upper_fuzzy()
        first = dt.date.min if opens else dt.date(*lower[:3])
        last = dt.date.max if closes else dt.date(*upper[:3])
    except (EDTFParseException, ValueError, OverflowError):
        return False
    return first <= last


_CALENDAR = re.compile(r"([0-9]{4})(?:-(0[1-9]|1[0-2])(?:-([0-9]{2}))?)?")


def _in_order(start: re.Match[str], end: re.Match[str]) -> bool:
    """Whether there are such years, months or days, and the one begins before the other ends."""
    (year, month, day), (to_year, to_month, to_day) = start.groups(), end.groups()
    try:
        first = dt.date(int(year), int(month or 1), int(day or 1))
        whole = calendar.monthrange(int(to_year), int(to_month or 12))[1]
        return first <= dt.date(int(to_year), int(to_month or 12), int(to_day or whole))
    except ValueError:
        return False
