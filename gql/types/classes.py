"""An object type and an interface for each class of the ontology, built from its terms.

Nothing here names a class, predicate or property: a class that a maintainer
adds to the Turtle is a type of the API when the service starts again. The object
type `X` is what is most specifically of the class; the interface `AnyX` is what is
of it at all, which a subclass implements the day it is added.
Types are flat: each implements `Entity` and carries the fields of its
superclasses itself, and interfaces know of none but `Entity`, so that no
diamond in the Turtle meets Python's inheritance.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import new_class
from typing import Any, TypeAlias

import strawberry

from entente.errors import OntologyError
from gql.types.arguments import (
    AFTER,
    ASSERTED,
    DESCENDING,
    ORDER_BY,
    TIMES,
    first,
    unexplained,
)
from gql.types.chosen import Chosen, argument, chosen
from gql.types.connection import Connection
from gql.types.entity import Entity
from gql.types.filters import EntityFilter
from graph.plan import Direction
from ontology.model import ClassTerm, Ontology, PredicateTerm, PropertyTerm

ANY = "Any"
"""What stands before the name of a class to name its interface."""

UNKNOWN = "UnknownEntity"
"""The type of an entity whose classes the ontology at hand does not have."""

SCALARS: Mapping[str, type] = {
    "boolean": bool,
    **dict.fromkeys(("int", "short", "byte", "unsignedShort", "unsignedByte"), int),
    **dict.fromkeys(("decimal", "double", "float", "integer", "long", "unsignedInt"), float),
    **dict.fromkeys(("nonNegativeInteger", "positiveInteger", "unsignedLong"), float),
}
"""XML Schema's datatypes as GraphQL has them; the rest are texts. An Int has 32 bits."""

XSD = "http://www.w3.org/2001/XMLSchema#"

NAME = re.compile(r"(?!__)[_A-Za-z][_0-9A-Za-z]*")


@dataclass(frozen=True, slots=True)
class RelationField:
    """A predicate read from one of its ends, under the name that end gives it."""

    name: str
    predicate: PredicateTerm
    direction: Direction
    classes: tuple[str, ...]

    @property
    def description(self) -> str:
        term = self.predicate
        words = term.label if self.direction is not Direction.IN else term.inverse_label
        return f"{words or term.label}: {term.definition} ({term.name})"


def relation_fields(ontology: Ontology) -> Iterator[RelationField]:
    """The relation fields of the API, in the ontology's order."""
    for term in sorted(ontology.predicates.values(), key=lambda term: (term.order, term.name)):
        out = Direction.BOTH if term.symmetric else Direction.OUT
        yield RelationField(term.name, term, out, term.domain)
        if term.inverse_name and not term.symmetric:
            yield RelationField(term.inverse_name, term, Direction.IN, term.range)


def _applies(term: ClassTerm, classes: Iterable[str]) -> bool:
    wanted = tuple(classes)
    return not wanted or any(name in wanted for name in term.superclasses)


def scalar(term: PropertyTerm) -> type:
    """The Python type of a property's values in answers."""
    return SCALARS.get(term.datatype.removeprefix(XSD), str)


def _property(term: PropertyTerm) -> tuple[Any, Chosen]:
    field: Chosen = chosen(f"{term.label}: {term.definition}", name=term.name)
    return scalar(term) | None if term.single else list[scalar(term)], field  # type: ignore[misc]


# Every class repeats the fields of its superclasses: what their arguments mean is
# said once, at `Entity.facts` and `Query.expand`, or the schema would be twice as long.
FILTER = argument("filter", EntityFilter | None, "Which are wanted; null: all.")
RELATION_ARGUMENTS = tuple(
    unexplained(each) for each in (first(50), AFTER, ASSERTED, *TIMES, FILTER, ORDER_BY, DESCENDING)
)


def _relation(relation: RelationField) -> tuple[Any, Chosen]:
    said = f"{relation.description}. Only what is asserted, unless `modalities` says otherwise."
    field: Chosen = chosen(said, *RELATION_ARGUMENTS, name=relation.name)
    return Connection[Entity], field


_Fields: TypeAlias = Mapping[str, tuple[Any, Chosen]]


def _fields(ontology: Ontology, term: ClassTerm) -> _Fields:
    fields: dict[str, tuple[Any, Chosen]] = {}

    def add(name: str, iri: str, made: tuple[Any, Chosen]) -> None:
        if name in fields or name in RESERVED_FIELDS:
            raise OntologyError(
                f"two fields of {term.name} would be named {name!r} ({iri})",
                hint="give the term another name in the Turtle (ent:inverseName, for an inverse)",
            )
        _check_name(name, iri)
        fields[name] = made

    for property_ in ontology.properties.values():
        if _applies(term, property_.domain):
            add(property_.name, property_.iri, _property(property_))
    for relation in relation_fields(ontology):
        if _applies(term, relation.classes):
            add(relation.name, relation.predicate.iri, _relation(relation))
    return fields


def _check_name(name: str, iri: str) -> None:
    if not NAME.fullmatch(name):
        raise OntologyError(
            f"{name!r} is no name in GraphQL ({iri})",
            hint="use letters, digits and _ in the Turtle's local name, not starting with __",
        )


RESERVED_FIELDS = frozenset(Entity.__annotations__)


def _made(name: str, fields: _Fields, interfaces: Iterable[type] = ()) -> type:
    """A class with those fields that implements `Entity` and `interfaces`."""
    # A term may be named like a Python keyword, which no dataclass field may be.
    attributes = {f"{field}_": made for field, made in fields.items()}

    def body(namespace: dict[str, Any]) -> None:
        namespace["__annotations__"] = {key: type_ for key, (type_, _) in attributes.items()}
        namespace.update({key: field for key, (_, field) in attributes.items()})

    return new_class(name, (*interfaces, Entity), {}, body)


def _interfaces(ontology: Ontology, fields: Mapping[str, _Fields]) -> dict[str, type]:
    """The interfaces of the classes, by the name of the class."""
    return {
        term.name: strawberry.interface(
            _made(ANY + term.name, fields[term.name]),
            name=ANY + term.name,
            description=f"{term.name} and its subclasses: {term.definition}",
        )
        for term in ontology.classes.values()
    }


def class_types(ontology: Ontology, taken: Iterable[str]) -> tuple[type, ...]:
    """The interfaces and object types of all classes, in the ontology's order.

    Raises `OntologyError` for a class named like a type in `taken`, and for
    fields that would share a name or whose name GraphQL does not allow.
    """
    reserved = {*taken, UNKNOWN, *(ANY + name for name in ontology.classes)}
    terms = sorted(ontology.classes.values(), key=lambda term: (term.order, term.name))
    for term in terms:
        _check_name(term.name, term.iri)
        if term.name in reserved:
            raise OntologyError(
                f"the class {term.name} ({term.iri}) is named like a type of the API",
                hint="give the class another local name in the Turtle",
            )
    fields = {term.name: _fields(ontology, term) for term in terms}
    interfaces = _interfaces(ontology, fields)
    types = [
        strawberry.type(
            _made(
                term.name,
                fields[term.name],
                [interfaces[name] for name in term.superclasses],
            ),
            name=term.name,
            description=term.definition,
        )
        for term in terms
    ]
    unknown = "An entity of a class that the ontology at hand does not have."
    return (
        *interfaces.values(),
        *types,
        strawberry.type(_made(UNKNOWN, {}), name=UNKNOWN, description=unknown),
    )
