"""The datatypes that literal properties may have."""

from __future__ import annotations

import datetime as dt
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
    try:
        parsed = parse_edtf(text)
        start, end = parsed.lower_fuzzy(), parsed.upper_fuzzy()
        first = dt.date.min if slash and head in ("", "..") else dt.date(*start[:3])
        last = dt.date.max if slash and tail in ("", "..") else dt.date(*end[:3])
    except (EDTFParseException, ValueError, OverflowError):
        return False
    return first <= last
