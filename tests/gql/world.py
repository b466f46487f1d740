"""The world of the GraphQL tests: that of the contract suite, in terms of the real ontology.

The reference file describes two states with their codes, NATO and a summit.
Two documents are the contract suite's own; a third has a list whose heading
governs its items.
"""

from __future__ import annotations

from graph.statements import DocumentKind, Entity, EntityId, Origin, Span, Statements
from tests.contract.world import (
    FRANCE,
    JAPAN,
    KOREA,
    NATO,
    PIRACY,
    SECURITY,
    SHIPS,
    VILNIUS,
    Telling,
    first,
    second,
)

__all__ = [
    "FRANCE",
    "JAPAN",
    "KOREA",
    "NATO",
    "PIRACY",
    "SECURITY",
    "SHIPS",
    "VILNIUS",
    "documents",
    "reference",
]

ENTITIES = (
    Entity(JAPAN, ("State",), "Japan", ("Nippon",), ("Tokyo",), Origin.REFERENCE,
           {"alpha3": ("JPN",), "website": ("https://example.org/jp",)}),
    Entity(KOREA, ("State",), "South Korea", ("ROK",), (), Origin.REFERENCE, {"alpha3": ("KOR",)}),
    Entity(FRANCE, ("State",), "France", (), (), Origin.REFERENCE, {"alpha3": ("FRA",)}),
    Entity(NATO, ("Organization",), "NATO", ("North Atlantic Treaty Organization",)),
    Entity(VILNIUS, ("Summit",), "Vilnius summit", (), (), Origin.REFERENCE,
           {"startDate": ("2023-07-11",)}),
    Entity(SECURITY, ("Interest",), "maritime security"),
)  # fmt: skip

MEMBER = "id:france ent:memberOf id:nato ."

LIST = """What both sides fear

Common threats:
- piracy on the high seas
- disinformation
"""


def reference() -> Statements:
    """A Turtle file that describes the entities and states one dated fact."""
    told = Telling(MEMBER + "\n", "world.ttl", kind=DocumentKind.REFERENCE).describes(*ENTITIES)
    told.says(
        FRANCE, "memberOf", NATO, MEMBER, time="1949-08-24/..", source="https://example.org/members"
    )
    return told.statements()


def listed() -> Statements:
    """An older text with a heading over a list."""
    told = Telling(LIST, "/news/listed.md", "2021-06", "Other News", "What both sides fear")
    piracy = told.introduces("Threat", "piracy")
    heading = LIST.index("Common threats:")
    context = (Span(heading, heading + len("Common threats:")),)
    for actor in (JAPAN, NATO):
        told.says(actor, "concernedBy", piracy, "piracy on the high seas", context=context)
    return told.statements()


def documents() -> tuple[Statements, ...]:
    """What the documents state."""
    return first(), second(), listed()


def entity(name: str) -> EntityId:
    """The IRI of a reference entity."""
    return EntityId(f"https://entente.example/id/{name}")
