"""The closed lists of the model, as GraphQL enums named by their values."""

from __future__ import annotations

from enum import StrEnum

import strawberry
from strawberry.schema.name_converter import NameConverter
from strawberry.types.enum import EnumValue, StrawberryEnumDefinition

from graph.analytics import Centrality
from graph.plan import Direction, MeasureName
from graph.statements import EvidenceKind, Modality, Polarity, Standing, Status, Verdict

strawberry.enum(
    Modality,
    description="Polarity and status in one word: denied is negated, else actual is asserted, "
    "planned is planned, possible and recommended are possible.",
)
strawberry.enum(
    Direction,
    description="Which end of a fact an entity is: its subject (out), its object (in) or either. "
    "Symmetric predicates are always read from both.",
)
strawberry.enum(
    EvidenceKind,
    description="How an evidence came to be: read from a text, stated by the ontology "
    "(reference), entered by a person (curated) or derived by a rule (inferred).",
)
strawberry.enum(Polarity, description="Whether a text affirms a fact or denies it.")
strawberry.enum(
    Centrality,
    description="In what sense an entity is central: joined to many (degree), on the ways between "
    "others (betweenness), near to the others (closeness).",
)
strawberry.enum(
    MeasureName,
    description="A figure of a group of rows; min and max of texts too, by code point.",
)
strawberry.enum(Status, description="How real a text says a fact is.")
strawberry.enum(
    Standing,
    description="Whether an evidence counts. It does not once a person found that it does not "
    "state its fact (`retracted`), or that an end of its fact is no entity (`rejected`).",
)
strawberry.enum(
    Verdict,
    description="What a person found. Of two entities: `same`, `different`. Of one: `accepted` (it "
    "is what it is taken for), `rejected` (it is none; what is said of it counts for nothing), "
    "`label` and `class` (it is called, it is of). Of an evidence: `retracted` (it does not state "
    "its fact).",
)


@strawberry.enum(description="How far the loading of a text is; the last three end it.")
class LoadStage(StrEnum):
    WAITING = "waiting"
    READING = "reading"
    LOADED = "loaded"
    UNCHANGED = "unchanged"
    REFUSED = "refused"


class ValueNames(NameConverter):
    """Names enum values by the words of the domain rather than of Python."""

    def from_enum_value(self, enum: StrawberryEnumDefinition, enum_value: EnumValue) -> str:
        return str(enum_value.value)


__all__ = [
    "Centrality",
    "Direction",
    "EvidenceKind",
    "LoadStage",
    "MeasureName",
    "Modality",
    "Polarity",
    "Standing",
    "Status",
    "ValueNames",
    "Verdict",
]
