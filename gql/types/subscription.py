"""The subscription type: what happens while somebody listens."""

from __future__ import annotations

import strawberry

from gql.roles import Requires, Role
from gql.types.chosen import argument, chosen, event
from gql.types.enums import LoadStage


@strawberry.type(description="Why something was refused, as errors say it.")
class LoadFailure:
    code: str = chosen("The code of the error.")
    message: str = chosen("What is wrong.")
    hint: str = chosen("How to mend it.")


@strawberry.type(description="How far the loading of a text is.")
class LoadProgress:
    location: str = chosen("Where the text will be held.")
    name: str = chosen("The file name that it was given.")
    by: str = chosen("Who loads it.")
    stage: LoadStage = chosen("How far it is.")
    document: strawberry.ID | None = chosen("The document, once it is stored.")
    facts: int = chosen("How many facts it states, once it is stored.")
    evidence: int = chosen("How many places state them, once it is stored.")
    failure: LoadFailure | None = chosen("Why it was refused, if it was.")


@strawberry.type(
    description="What one or several changes did to the graph, whichever process wrote them."
)
class GraphChange:
    revision: int = chosen("Grows with every change of the store.")
    loaded: list[strawberry.ID] = chosen("Documents that were loaded, or whose locations changed.")
    removed: list[strawberry.ID] = chosen("Documents that are gone.")
    judged: list[strawberry.ID] = chosen("Judgements that were recorded.")
    withdrawn: list[strawberry.ID] = chosen("Judgements that were withdrawn.")
    ontology: bool = chosen("Whether another ontology was adopted.")
    truncated: bool = chosen("Whether a list is longer than the 500 entries that are told of it.")


@strawberry.type(
    description="What happens while somebody listens, over WebSocket (graphql-transport-ws) or as "
    "server-sent events (graphql-sse, distinct connections).",
    directives=[Requires(role=Role.READER)],
)
class Subscription:
    load_progress: LoadProgress = event(
        "Texts that this service loads.",
        argument("name", str | None, "Only the text of this file name; null: every text."),
    )
    graph_changes: GraphChange = event(
        "Changes of the graph. The first event comes at once and tells the revision at which "
        "listening starts; several changes in quick succession may come as one."
    )
