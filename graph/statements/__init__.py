"""What the graph is made of: documents, entities, facts and their evidence.

These types stand at the bottom of `graph`; extractors import them alone.
All are immutable, ordered and hashable, so that the same input gives the same
statements in the same order, whatever store holds them.
"""

from graph.statements.belief import Voice, belief, certain, contrary
from graph.statements.claim import Claim, Extraction, Refusal, RefusalReason, Refused
from graph.statements.document import (
    Block,
    BlockKind,
    Document,
    DocumentKind,
    Location,
    Mention,
)
from graph.statements.entity import Entity, Origin, fold_name
from graph.statements.evidence import (
    EACH,
    QUANTIFIER,
    Evidence,
    EvidenceKind,
    Modality,
    Polarity,
    Qualifier,
    Span,
    Standing,
    Status,
    modality_of,
)
from graph.statements.fact import Fact
from graph.statements.ids import (
    DocumentId,
    EntityId,
    EvidenceId,
    FactId,
    JudgementId,
)
from graph.statements.judgement import PAIRWISE, Judgement, Verdict, canonical_entities
from graph.statements.statements import Statements
from graph.statements.time import OPEN_END, OPEN_START, Interval, day, interval

__all__ = [
    "EACH",
    "OPEN_END",
    "OPEN_START",
    "PAIRWISE",
    "QUANTIFIER",
    "Block",
    "BlockKind",
    "Claim",
    "Document",
    "DocumentId",
    "DocumentKind",
    "Entity",
    "EntityId",
    "Evidence",
    "EvidenceId",
    "EvidenceKind",
    "Extraction",
    "Fact",
    "FactId",
    "Interval",
    "Judgement",
    "JudgementId",
    "Location",
    "Mention",
    "Modality",
    "Origin",
    "Polarity",
    "Qualifier",
    "Refusal",
    "RefusalReason",
    "Refused",
    "Span",
    "Standing",
    "Statements",
    "Status",
    "Verdict",
    "Voice",
    "belief",
    "canonical_entities",
    "certain",
    "contrary",
    "day",
    "fold_name",
    "interval",
    "modality_of",
]
