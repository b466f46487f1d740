"""The query type: what can be asked."""

from __future__ import annotations

import strawberry

from gql.roles import Requires, Role
from gql.types.arguments import (
    ASSERTED,
    CLASSES,
    DIRECTION,
    ID,
    KIND,
    PAGE,
    PREDICATES,
    THROUGH,
    TIMES,
    first,
    limit,
)
from gql.types.chosen import argument, root
from gql.types.comparison import Comparison
from gql.types.connection import Connection
from gql.types.document import Document
from gql.types.entity import Entity, EntityList
from gql.types.enums import Modality
from gql.types.evidence import Evidence
from gql.types.fact import Fact
from gql.types.filters import DocumentFilter, EntityFilter, EvidenceFilter, FactFilter
from gql.types.groups import GROUPING, GroupList
from gql.types.hop import HopInput
from gql.types.judgement import Judgement, JudgementFilter
from gql.types.matches import TextMatches
from gql.types.neighbourhood import PathList, Subgraph
from gql.types.node import Node
from gql.types.review import ReviewList
from gql.types.terms import Ontology, Stats
from gql.types.timeline import Timeline


@strawberry.type(
    description="What can be asked of the graph.", directives=[Requires(role=Role.READER)]
)
class Query:
    node: Node | None = root("The entity, fact, evidence or document with this id.", ID)
    nodes: list[Node | None] = root(
        "The same for several ids, in their order; null where there is none.",
        argument("ids", list[strawberry.ID], "The ids."),
    )
    entity: Entity | None = root("The entity with this IRI.", ID)
    entities: Connection[Entity] = root(
        "Entities, filtered and sorted.",
        argument("filter", EntityFilter | None, "Which are wanted; null: all."),
        argument("orderBy", str | None, "A field or literal property with one value.", "degree"),
        argument("descending", bool | None, "Whether the greatest come first.", True),
        *PAGE,
    )
    search: EntityList = root(
        "Full text over the labels of entities (each word a prefix), the best first.",
        argument("text", str, "The words."),
        CLASSES,
        first(10),
    )
    entity_groups: GroupList = root(
        "Entities in groups, such as by classes, origin or a literal property.",
        argument("filter", EntityFilter | None, "Which are counted; null: all."),
        *GROUPING,
    )
    text_matches: TextMatches = root(
        "Full text over entities, evidence and documents (each word a prefix), with highlights.",
        argument("text", str, "The words."),
        first(10),
        argument("entities", EntityFilter | None, "Which entities are searched; null: all."),
        argument("evidences", EvidenceFilter | None, "Which evidence is searched; null: all."),
        argument("documents", DocumentFilter | None, "Which documents are searched; null: all."),
    )
    fact: Fact | None = root("The fact with this id.", ID)
    facts: Connection[Fact] = root(
        "Facts, filtered and sorted; the best attested first, unless another order is named.",
        argument("filter", FactFilter | None, "Which are wanted; null: all."),
        argument("orderBy", str | None, "A field with one value, such as belief or known."),
        argument("descending", bool | None, "Whether the greatest come first.", True),
        *PAGE,
    )
    fact_groups: GroupList = root(
        "Facts in groups, such as by predicate, subject, object or modalities.",
        argument("filter", FactFilter | None, "Which are counted; null: all."),
        *GROUPING,
    )
    contradictions: Connection[Fact] = root(
        "The facts that some evidence denies and some states, the best attested first. Read both "
        "sides by `evidence(modalities: …)`; where a merge made facts the same, the denied one is "
        "listed, and `alike` has the others.",
        argument("filter", FactFilter | None, "Of which facts; null: all."),
        argument(
            "against",
            list[Modality] | None,
            "The modalities that a denial contradicts.",
            [m.value for m in Modality if m is not Modality.NEGATED],
        ),
        *PAGE,
    )
    evidence: Evidence | None = root("The evidence with this id.", ID)
    evidences: Connection[Evidence] = root(
        "Evidence, filtered and sorted; document by document, unless another order is named.",
        argument("filter", EvidenceFilter | None, "Which is wanted; null: all."),
        argument("orderBy", str | None, "A field with one value, such as from or confidence."),
        argument("descending", bool | None, "Whether the greatest come first.", True),
        *PAGE,
    )
    evidence_groups: GroupList = root(
        "Evidence in groups, such as by modality, document, saidBy or extractor.",
        argument("filter", EvidenceFilter | None, "Which are counted; null: all."),
        *GROUPING,
    )
    document: Document | None = root("The document with this id.", ID)
    documents: Connection[Document] = root(
        "Documents, filtered and sorted; the latest first, unless another order is named.",
        KIND,
        argument("text", str | None, "Only those with every word in title or text."),
        argument("filter", DocumentFilter | None, "Which are wanted; null: all."),
        argument("orderBy", str | None, "A field with one value, such as title or date."),
        argument("descending", bool | None, "Whether the greatest come first.", True),
        *PAGE,
    )
    document_groups: GroupList = root(
        "Documents in groups, such as by publisher, date or language.",
        KIND,
        argument("filter", DocumentFilter | None, "Which are counted; null: all."),
        *GROUPING,
    )
    expand: Subgraph = root(
        "What lies around entities, breadth first, the best believed edges first.",
        argument("ids", list[strawberry.ID], "Where to start."),
        argument("depth", int | None, "How many hops, at most 4.", 1),
        PREDICATES,
        DIRECTION,
        ASSERTED,
        CLASSES,
        *TIMES,
        limit(100),
    )
    subgraph: Subgraph = root(
        "Some entities with the edges between them, or what lies around some: give `ids`, `filter` "
        "or `around`. Its analyses are of what is shown, so name a limit that shows enough.",
        argument("ids", list[strawberry.ID] | None, "These entities."),
        argument("filter", EntityFilter | None, "The entities that are so, the best known first."),
        argument("around", list[strawberry.ID] | None, "What lies around these."),
        argument("depth", int | None, "How many hops around them, at most 4.", 1),
        PREDICATES,
        DIRECTION,
        ASSERTED,
        *TIMES,
        limit(100),
    )
    paths: PathList = root(
        "How two entities are connected, the shortest paths first.",
        argument("from", strawberry.ID, "One end."),
        argument("to", strawberry.ID, "The other end."),
        argument("maxHops", int | None, "The longest path, at most 6 hops.", 4),
        argument(
            "through", EntityFilter | None, "What all entities between the ends must be; null: any."
        ),
        argument(
            "via",
            list[EntityFilter] | None,
            "For each of these, at most 3, a path must pass an entity that is so.",
        ),
        argument("shortestOnly", bool | None, "Whether longer paths are left out.", False),
        PREDICATES,
        DIRECTION,
        ASSERTED,
        *TIMES,
        limit(5),
    )
    traverse: EntityList = root(
        "The distinct entities at the end of a chain of hops, by id.",
        argument("from", list[strawberry.ID], "Where to start."),
        argument("hops", list[HopInput], "The hops, in order, at most 6."),
        *TIMES,
        limit(100),
    )
    common_neighbours: EntityList = root(
        "The entities that every one of some entities is related to, by id.",
        argument("ids", list[strawberry.ID], "The entities, at least two."),
        PREDICATES,
        DIRECTION,
        ASSERTED,
        *TIMES,
        limit(100),
    )
    compare: Comparison = root(
        "What agreements (or other entities) cover, subject by subject: who covers it, by what, "
        "and who lacks it. Subjects are the topics of what is covered, so that cyberattacks and "
        "cybersecurity meet.",
        argument("agreements", list[strawberry.ID], "Those that are compared, at least two."),
        argument(
            "predicates",
            list[str] | None,
            "By which they cover something; null: those with the role of coverage; none: nothing.",
        ),
        THROUGH,
        argument(
            "shared",
            bool | None,
            "Only what all cover (true), or only what one of them lacks (false).",
        ),
        ASSERTED,
        *TIMES,
    )
    shared_interests: Comparison = root(
        "What actors all seek or work on, subject by subject, and others do not.",
        argument("between", list[strawberry.ID], "The actors that share it."),
        argument("lackedBy", list[strawberry.ID] | None, "The actors that do not."),
        argument(
            "predicates",
            list[str] | None,
            "By which they seek something; null: those with the role of interest; none: nothing.",
        ),
        THROUGH,
        ASSERTED,
        *TIMES,
    )
    timeline: Timeline = root(
        "What was said of an entity or a fact, the earliest first: when it moved from possible to "
        "planned to actual.",
        argument("id", strawberry.ID, "The entity or the fact."),
        argument("filter", EvidenceFilter | None, "Which evidence is wanted; null: all."),
        argument(
            "changesOnly",
            bool | None,
            "Whether only what changed is shown: the first of a fact, and each other modality.",
            False,
        ),
    )
    review_list: ReviewList = root(
        "What waits for a person: new entities, pairs that may be one, refused claims and "
        "statements whose text changed.",
        limit(50),
    )
    judgements: Connection[Judgement] = root(
        "What people decided, on record: the newest first, those that were replaced since too.",
        argument("filter", JudgementFilter | None, "Which are wanted; null: all."),
        *PAGE,
    )
    ontology: Ontology = root("The terms that the graph is written in.")
    stats: Stats = root("What the store holds, in figures.")
