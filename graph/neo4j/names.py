"""Names in Cypher: the one place where identifiers are made and quoted.

Values never stand in query text, they are parameters. What must stand there
(labels, relationship types, property names) comes from here.
"""

from __future__ import annotations

import re

from graph.statements import Modality

_WORD_START = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


def quoted(name: str) -> str:
    """`name` as an identifier, whatever characters it has."""
    return "`" + name.replace("`", "``") + "`"


def upper(name: str) -> str:
    """`name` in the manner of relationship types.

    >>> upper("sharesInterest")
    'SHARES_INTEREST'
    """
    return _WORD_START.sub("_", name).upper()


def edge_type(predicate: str, modality: Modality) -> str:
    """The type of a traversal relationship: what is not asserted says so.

    >>> edge_type("partnerOf", Modality.ASSERTED), edge_type("partnerOf", Modality.PLANNED)
    ('PARTNER_OF', 'PARTNER_OF_PLANNED')
    """
    name = upper(predicate)
    return name if modality is Modality.ASSERTED else f"{name}_{modality.upper()}"


def field(variable: str, name: str) -> str:
    """The property `name` of what `variable` holds."""
    return f"{variable}.{quoted(name)}"


def property_(name: str) -> str:
    """The property of an entity's node that holds the first value of literal property `name`."""
    return f"property.{name}"
