"""Local names: unique, and fit for GraphQL, Python and Cypher, which are made from them."""

from __future__ import annotations

import keyword
import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from rdflib import OWL, URIRef

from ontology.term import TermReader, local_name
from ontology.turtle import Statement
from ontology.vocabulary import ENT, short

_OWN_TYPES = """
    Query Mutation Subscription String Int Float Boolean ID JSON Node PageInfo Entity Fact
    Evidence Document Edge Judgement JudgementConnection JudgementEdge JudgementFilter
    MergedEntity Subgraph Path PathList EntityList Span Block Location
    Property Qualifier Mention ClassTerm PredicateTerm PropertyTerm QualifierTerm Ontology Stats
    Count Modality Polarity Status Direction EvidenceKind DocumentKind Origin EntityConnection
    EntityEdge EntityFilter FactConnection FactEdge EvidenceConnection EvidenceEdge
    DocumentConnection DocumentEdge HopInput UnknownEntity TextFilter NumberFilter DateFilter
    PropertyFilter EntitiesFilter FactsFilter EvidencesFilter DocumentsFilter RelatedFilter
    QualifierFilter FactFilter EvidenceFilter DocumentFilter Ranked Community Bridge Centrality
    MeasureInput MeasureName Figure Group GroupKey GroupList Mark Highlight EntityMatch
    EntityMatchConnection EntityMatchEdge EvidenceMatch EvidenceMatchConnection EvidenceMatchEdge
    DocumentMatch DocumentMatchConnection DocumentMatchEdge TextMatches Coverage
    ComparedSubject Comparison Moment Timeline GraphChange Judged LoadFailure LoadProgress
    LoadStage Loaded RefusedClaims Removed Role Stated TextInput Verdict Standing ReviewList
    ReviewTotals PossibleMerge RefusedClaim ChangedStatement QualifierInput
"""
_OWN_FIELDS = """
    id label labels alternative hidden types classes origin merged degree mentions properties
    property facts fact evidence documents document mentioned edges edge related nodes node subject
    object qualifiers speakers name
"""
TYPES = frozenset(_OWN_TYPES.split())
"""The types that the GraphQL schema has of its own."""

TYPE_SUFFIXES = ("Connection", "Edge", "Filter", "Input", "Order", "List")
"""What GraphQL adds to a type's name to name the types that go with it."""

INTERFACE = "Any{}"
"""How GraphQL names the interface of a class that has subclasses."""

FIELDS = frozenset(_OWN_FIELDS.split())
"""The fields that every entity has of its own."""

LITERALS = frozenset({"true", "false", "null"})
"""What GraphQL does not let an enumeration hold."""

MODALITIES = ("planned", "possible", "negated")
"""What Neo4j's relationship types add to a predicate's name."""

_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]*")


class _Named(NamedTuple):
    """A name in use: by which term, as what, and where that is said."""

    name: str
    term: URIRef
    role: str
    statement: Statement


def check_names(reader: TermReader) -> None:
    """Refuse names that collide or that GraphQL, Python or Cypher cannot take."""
    classes = [_own(reader, term, "class") for term in reader.declared_classes.values()]
    predicates = [_own(reader, term, "predicate") for term in reader.declared(OWL.ObjectProperty)]
    properties = [_own(reader, term, "property") for term in reader.declared(OWL.DatatypeProperty)]
    qualifiers = [_own(reader, term, "qualifier") for term in reader.declared(ENT.Qualifier)]
    inverses = list(_inverses(reader))
    fields = [*predicates, *properties, *inverses]
    _check_unique(reader, [*classes, *predicates, *properties, *qualifiers], str)
    _check_unique(reader, classes, _folded)
    _check_unique(reader, fields, _folded)
    for named in (*classes, *fields, *qualifiers):
        _check_form(reader, named)
    for named in (*classes, *fields):
        _check_keyword(reader, named)
    _check_reserved(reader, classes, TYPES, "is a type of the GraphQL schema")
    _check_reserved(reader, fields, FIELDS, "is a field that every entity has")
    types = [f"{{}}{suffix}" for suffix in TYPE_SUFFIXES]
    _check_composed(reader, classes, [*types, INTERFACE], "GraphQL makes a type of that name for")
    relations = [f"{{}}{modality}" for modality in MODALITIES]
    _check_composed(reader, predicates, relations, "Neo4j makes a type of that name for")


def _own(reader: TermReader, term: URIRef, role: str) -> _Named:
    return _Named(local_name(term), term, role, reader.triples.said_of(term)[0].statement)


def _inverses(reader: TermReader) -> Iterator[_Named]:
    for term in reader.declared(OWL.ObjectProperty):
        for said in reader.triples.values(term, ENT.inverseName)[:1]:
            yield _Named(str(said.object), term, "inverse name", said.statement)


def _folded(name: str) -> str:
    """The same for `oneName`, `OneName` and `one_name`, which become one name in other cases."""
    return name.replace("_", "").casefold()


def _check_unique(reader: TermReader, names: list[_Named], form: Callable[[str], str]) -> None:
    first: dict[str, _Named] = {}
    for named in names:
        other = first.setdefault(form(named.name), named)
        if other is named or (other.term == named.term and other.role == named.role):
            continue
        reader.refuse(
            named.term,
            f"the {named.role} {named.name!r} has the name of the {other.role} {other.name!r} "
            f"({short(other.term)}, {other.statement.place})",
            f"rename the {named.role}",
            named.statement,
        )


def _check_form(reader: TermReader, named: _Named) -> None:
    if not _NAME.fullmatch(named.name):
        reader.refuse(
            named.term,
            f"the {named.role} {named.name!r} is no name that GraphQL can take",
            "use letters, digits and _ only, a letter first",
            named.statement,
        )
    elif named.name.casefold() in LITERALS:
        reader.refuse(
            named.term,
            f"the {named.role} {named.name!r} is a literal in GraphQL",
            f"rename the {named.role}",
            named.statement,
        )


def _check_keyword(reader: TermReader, named: _Named) -> None:
    if keyword.iskeyword(named.name):
        reader.refuse(
            named.term,
            f"the {named.role} {named.name!r} is a keyword of Python, and a field or type is "
            "made from it",
            f"rename the {named.role}",
            named.statement,
        )


def _check_reserved(
    reader: TermReader, names: list[_Named], reserved: frozenset[str], why: str
) -> None:
    taken = {_folded(name): name for name in reserved}
    for named in names:
        if _folded(named.name) in taken:
            reader.refuse(
                named.term,
                f"the {named.role} {named.name!r} is reserved: "
                f"{taken[_folded(named.name)]!r} {why}",
                f"rename the {named.role}",
                named.statement,
            )


def _check_composed(
    reader: TermReader, names: list[_Named], patterns: Iterable[str], why: str
) -> None:
    composed = {
        _folded(pattern.format(named.name)): named.name for named in names for pattern in patterns
    }
    for named in names:
        other = composed.get(_folded(named.name))
        if other:
            reader.refuse(
                named.term,
                f"the {named.role} {named.name!r} is reserved: {why} {other!r}",
                f"rename the {named.role}",
                named.statement,
            )
