"""A world small enough to know by heart, on which every store is tried.

The schema is made up for the tests: two symmetric predicates and a few
directed ones, classes of two and three levels, one property that readers
filter by, and one publisher of known reliability. `reference()` is its Turtle
file: three states, an alliance, a summit and two facts. `Telling` makes the
statements of a document from its text and the quotes found in it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from graph.merged import describe
from graph.statements import (
    Document,
    DocumentKind,
    Entity,
    EntityId,
    Evidence,
    EvidenceKind,
    Fact,
    Location,
    Mention,
    Origin,
    Polarity,
    Qualifier,
    Statements,
    Status,
)
from graph.store import Schema

SCHEMA = Schema(
    superclasses={
        "Actor": ("Actor",),
        "State": ("Actor", "State"),
        "Organization": ("Actor", "Organization"),
        "Person": ("Actor", "Person"),
        "Event": ("Event",),
        "Summit": ("Event", "Meeting", "Summit"),
        "Meeting": ("Event", "Meeting"),
        "Interest": ("Interest",),
        "Threat": ("Threat",),
    },
    predicates=(
        "alliedWith",
        "concernedBy",
        "cooperatesOn",
        "memberOf",
        "participatesIn",
        "partnerOf",
    ),
    symmetric=frozenset({"alliedWith", "partnerOf"}),
    reliability={"Steady News": 0.9},
    default_reliability=0.6,
    indexed=("isoCode",),
    digest="first",
)

SYMMETRIC = ("alliedWith", "partnerOf")


def iri(name: str) -> EntityId:
    return EntityId(f"https://entente.example/id/{name}")


JAPAN, KOREA, FRANCE, NATO, VILNIUS, SECURITY = (
    iri(name) for name in ("japan", "korea", "france", "nato", "vilnius-summit", "security")
)

ENTITIES = (
    Entity(JAPAN, ("State",), "Japan", ("Nippon", "State of Japan"), ("Tokyo",), Origin.REFERENCE,
           {"isoCode": ("JP",), "capital": ("Tokyo",)}),
    Entity(KOREA, ("State",), "South Korea", ("ROK", "Republic of Korea"), ("Seoul",),
           Origin.REFERENCE, {"isoCode": ("KR",)}),
    Entity(FRANCE, ("State",), "France", ("Frânce-Métropole",), (), Origin.REFERENCE,
           {"isoCode": ("FR", "FX")}),
    Entity(NATO, ("Organization",), "NATO", ("North Atlantic Treaty Organization",)),
    Entity(VILNIUS, ("Summit",), "Vilnius summit"),
    Entity(SECURITY, ("Interest",), "maritime security"),
)  # fmt: skip

TURTLE = """id:france ent:memberOf id:nato .
id:france ent:participatesIn id:vilnius-summit .
"""


@dataclass
class Telling:
    """A document in the making: say what its text says, then take `statements()`."""

    text: str
    uri: str = "/news/a.txt"
    date: str | None = None
    publisher: str | None = None
    title: str | None = None
    kind: DocumentKind = DocumentKind.SOURCE
    extraction: str = "made by hand"
    document: Document = field(init=False)

    def __post_init__(self) -> None:
        location = Location(self.uri, self.title, self.publisher, self.date)
        self.document = Document(self.text, self.kind, (location,), extraction=self.extraction)
        self._entities: dict[EntityId, Entity] = {}
        self._mentions: list[Mention] = []
        self._facts: list[Fact] = []
        self._evidence: list[Evidence] = []

    def names(self, entity: EntityId, name: str) -> Telling:
        """The text uses `name` for `entity`."""
        self._mentions.append(Mention(entity, name, self.text.index(name), self.text.count(name)))
        return self

    def introduces(self, type_: str, *names: str) -> EntityId:
        """A provisional entity that the text calls by `names`, the first its identity's."""
        entity = Entity.provisional(type_, names[0])
        self._entities[entity.id] = entity
        for name in names:
            self.names(entity.id, name)
        return entity.id

    def describes(self, *entities: Entity) -> Telling:
        self._entities.update({entity.id: entity for entity in entities})
        return self

    def says(
        self, subject: EntityId, predicate: str, object_: EntityId, quote: str, **manner: Any
    ) -> Telling:
        """The quote states the fact, in the manner of `Evidence`'s other attributes."""
        fact = Fact.of(subject, predicate, object_, symmetric=predicate in SCHEMA.symmetric)
        start = self.text.index(quote)
        kind = EvidenceKind.REFERENCE if self.kind is DocumentKind.REFERENCE else EvidenceKind.TEXT
        self._facts.append(fact)
        self._evidence.append(
            Evidence(
                fact.id,
                self.document.id,
                **{
                    "kind": kind,
                    "start": start,
                    "end": start + len(quote),
                    "quote": quote,
                    **manner,
                },
            )
        )
        return self

    def statements(self) -> Statements:
        """The statements, with provisional entities labelled as stores give them back."""
        labelled = {
            id_: entity if entity.origin is Origin.REFERENCE else self._labelled(entity)
            for id_, entity in self._entities.items()
        }
        return Statements(
            self.document,
            tuple(labelled.values()),
            tuple(self._mentions),
            tuple(self._facts),
            tuple(self._evidence),
        )

    def _labelled(self, entity: Entity) -> Entity:
        names = [(m.name, m.count) for m in self._mentions if m.entity == entity.id]
        return describe(entity.id, [entity], names)


def reference() -> Statements:
    """The Turtle file: it describes the entities and states two facts."""
    told = Telling(TURTLE, "world.ttl", kind=DocumentKind.REFERENCE).describes(*ENTITIES)
    told.says(
        FRANCE, "memberOf", NATO, "id:france ent:memberOf id:nato .",
        time="1949-08-24/..", source="https://example.org/members",
    )  # fmt: skip
    told.says(
        FRANCE, "participatesIn", VILNIUS, "id:france ent:participatesIn id:vilnius-summit .",
        time="2023-07-11/2023-07-12",
    )  # fmt: skip
    return told.statements()


def first() -> Statements:
    """A dated report by a steady publisher, with a provisional entity of its own."""
    told = Telling(
        "Japan is a partner of NATO. South Korea, too, is a partner of NATO. "
        "Japan and the Ministry of Ships will work on maritime security. "
        "Japan is concerned by piracy, officials said in Tokyo.",
        "/news/first.txt", "2023-07-01", "Steady News", "Partners of the alliance",
    )  # fmt: skip
    told.names(JAPAN, "Japan").names(NATO, "NATO").names(KOREA, "South Korea")
    told.names(SECURITY, "maritime security")
    ships = told.introduces("Organization", "Ministry of Ships")
    piracy = told.introduces("Threat", "piracy")
    told.says(
        JAPAN, "partnerOf", NATO, "Japan is a partner of NATO", time="2022/..", confidence=0.9
    )
    told.says(KOREA, "partnerOf", NATO, "South Korea, too, is a partner of NATO", confidence=0.8)
    told.says(
        JAPAN, "cooperatesOn", SECURITY,
        "Japan and the Ministry of Ships will work on maritime security",
        status=Status.PLANNED,
        qualifiers=(Qualifier("with", ships, True), Qualifier("kind", "joint work", False)),
    )  # fmt: skip
    told.says(
        ships, "cooperatesOn", SECURITY, "the Ministry of Ships will work on maritime security",
        status=Status.PLANNED,
    )  # fmt: skip
    told.says(JAPAN, "concernedBy", piracy, "Japan is concerned by piracy", said_by=(ships, JAPAN))
    return told.statements()


def second() -> Statements:
    """An undated text of no publisher, which denies one fact and repeats another."""
    told = Telling(
        "The Ministry of Ships fears piracy. Japan is not an ally of NATO, "
        "but Japan is a partner of NATO. The ministry could meet in Vilnius.",
        "/news/second.txt",
    )  # fmt: skip
    told.names(JAPAN, "Japan").names(NATO, "NATO")
    ships = told.introduces("Organization", "Ministry of Ships", "ministry")
    piracy = told.introduces("Threat", "piracy")
    told.says(ships, "concernedBy", piracy, "The Ministry of Ships fears piracy")
    told.says(JAPAN, "alliedWith", NATO, "Japan is not an ally of NATO", polarity=Polarity.DENIED)
    told.says(JAPAN, "partnerOf", NATO, "Japan is a partner of NATO", confidence=0.5)
    told.says(ships, "participatesIn", VILNIUS, "The ministry could meet in Vilnius",
              status=Status.POSSIBLE, time="2023-07")  # fmt: skip
    return told.statements()


SHIPS = Entity.provisional("Organization", "Ministry of Ships").id
PIRACY = Entity.provisional("Threat", "piracy").id
