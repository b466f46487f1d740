"""The ontology that comes with Entente is clean, and its reserved names are the real ones."""

from __future__ import annotations

from gql.schema import PlannedSchema
from graph.plan.fields import FIELDS, Kind
from graph.plan.links import TARGETS
from ontology.load import load_ontology
from ontology.names import FIELDS as RESERVED
from ontology.names import TYPES


def test_compiles_with_its_shapes() -> None:
    ontology = load_ontology()
    assert {"Actor", "Event", "Topic"} <= set(ontology.classes)
    assert all(term.definition for term in ontology.classes.values())
    assert all(term.definition for term in ontology.predicates.values())
    assert all(p.inverse_name for p in ontology.predicates.values() if not p.symmetric)


def test_what_the_schema_says_of_itself_is_no_class() -> None:
    assert not {"Qualifier", "File", "SchemaTerm", "ReliabilityGrade"} & set(
        load_ontology().classes
    )


def test_types_of_the_api_are_reserved() -> None:
    """`entente ontology check` refuses a class that the service could not start with."""
    types = PlannedSchema().core.type_map
    assert {name for name in types if not name.startswith("__")} <= TYPES
    assert set(types["Entity"].fields) <= RESERVED


def test_fields_of_entities_are_reserved() -> None:
    """A predicate of such a name could not be asked for."""
    links = {link.value for kind, link in TARGETS if kind is Kind.ENTITY}
    assert set(FIELDS[Kind.ENTITY]) | links <= RESERVED
