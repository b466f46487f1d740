"""The mutation type: what can be changed, and what each change answers."""

from __future__ import annotations

import strawberry

from gql.roles import Requires, Role
from gql.types.arguments import ID
from gql.types.chosen import argument, change, chosen
from gql.types.document import Document
from gql.types.entity import Entity
from gql.types.enums import Polarity, Status, Verdict
from gql.types.evidence import Evidence
from gql.types.judgement import Judgement


@strawberry.input(description="A text to load.")
class TextInput:
    name: str = strawberry.field(
        description="The file name that it is held under; a text loaded under it again takes its "
        "place. Its ending says how it is written: .txt, .md or .html."
    )
    text: str = strawberry.field(description="The text, of at most 200,000 characters.")
    title: str | None = strawberry.field(default=None, description="What it is called.")
    date: str | None = strawberry.field(default=None, description="When it was published, in EDTF.")
    publisher: str | None = strawberry.field(default=None, description="Who published it.")


@strawberry.input(description="What a text adds to a fact.")
class QualifierInput:
    name: str = strawberry.field(description="The qualifier's name, such as office.")
    value: str = strawberry.field(
        description="A literal; the id of an entity where the ontology wants one."
    )


@strawberry.type(description="Claims that the ontology refused, for one reason.")
class RefusedClaims:
    reason: str = chosen("Why: domain, range, unknown-predicate and the like.")
    count: int = chosen("How many.")


@strawberry.type(description="What loading a text did.")
class Loaded:
    changed: bool = chosen("False if it was there already, the same.")
    location: str = chosen("Where it is held.")
    document: Document = chosen("The document, as it is stored now.")
    facts: int = chosen("How many facts it states; 0 if unchanged.")
    evidence: int = chosen("How many places state them; 0 if unchanged.")
    words: int = chosen("How many words were read; 0 if unchanged.")
    refused: list[RefusedClaims] = chosen("Claims that were not stored, by reason.")


@strawberry.type(description="What a removal took away; nothing, if nothing had that name.")
class Removed:
    locations: list[str] = chosen("The locations that are gone.")
    documents: list[strawberry.ID] = chosen("The documents that are gone, with all they stated.")


@strawberry.type(description="What a judgement changed.")
class Judged:
    changed: bool = chosen("False if it stood already, or was gone already.")
    judgement: Judgement | None = chosen("The judgement; null if there was none to withdraw.")
    restored: Judgement | None = chosen(
        "Of a withdrawn judgement: what it had replaced, and stands again."
    )
    entity: Entity | None = chosen("Whoever stands for its first entity now; null if nobody does.")


@strawberry.type(description="What a person stated.")
class Stated:
    changed: bool = chosen("False if that was stated there already.")
    evidence: Evidence = chosen("The evidence, whose kind is curated.")


ADMIN = Requires(role=Role.ADMIN)
CURATOR = Requires(role=Role.CURATOR)
NOTE = argument("note", str | None, "Why.")


@strawberry.type(
    description="What can be changed. Each field is one change, written whole or not at all, and "
    "may be repeated: what stands already stays as it is.",
    directives=[Requires(role=Role.CURATOR)],
)
class Mutation:
    load: Loaded | None = change(
        "Read a text and store what it states.",
        ADMIN,
        argument("document", TextInput, "The text, and what is known of it."),
    )
    remove: Removed | None = change(
        "Remove a document with all that it alone stated.",
        ADMIN,
        argument("target", str, "A location, a document's id, or a file name that is one's alone."),
    )
    judge: Judged | None = change(
        "Record what was found of an entity, of two, or of an evidence. It stands instead of what "
        "was found of the same question before, which stays on record.",
        CURATOR,
        argument("left", strawberry.ID, "The entity; for `retracted` the evidence."),
        argument("verdict", Verdict, "What was found."),
        argument(
            "right",
            str | None,
            "The other entity for `same` and `different`, the label for `label`, the class for "
            "`class`; nothing for the others.",
        ),
        NOTE,
    )
    withdraw: Judged | None = change(
        "Withdraw a judgement; what it had replaced stands again.", CURATOR, ID
    )
    state: Stated | None = change(
        "State a fact on a span of a stored text. It outlives its being read again.",
        CURATOR,
        argument("document", strawberry.ID, "The document's id."),
        argument("start", int, "The first code point of the span."),
        argument("end", int, "The code point after its last."),
        argument("subject", strawberry.ID, "The subject's IRI."),
        argument("predicate", str, "The predicate's name."),
        argument("object", strawberry.ID, "The object's IRI."),
        argument("polarity", Polarity | None, "Whether it is denied.", Polarity.AFFIRMED.value),
        argument("status", Status | None, "How real it is.", Status.ACTUAL.value),
        argument("time", str | None, "The time that the text speaks of, in EDTF."),
        argument(
            "saidBy",
            list[strawberry.ID] | None,
            "Who says it, the nearest to the claim last; null: the document itself.",
        ),
        argument("qualifiers", list[QualifierInput] | None, "What the text adds to the fact."),
    )
    restate: Stated | None = change(
        "Put what was stated on a text that has changed to where its quote stands now.",
        CURATOR,
        argument("id", strawberry.ID, "The id of the evidence as it was."),
    )
