"""The schema: the committed one, and what a maintainer's Turtle makes of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from graphql import GraphQLInterfaceType, GraphQLObjectType
from graphql import build_schema as parse_schema

from entente.errors import OntologyError
from entente.settings import ROOT
from gql import execute, sdl
from gql.schema import PlannedSchema, build_schema
from graph.reference import reference_statements, schema_of
from graph.registry import open_store
from ontology.load import load_ontology
from ontology.model import Ontology, PropertyTerm

GOLDEN = ROOT / "gql" / "schema.graphql"

HEAD = """
@prefix ent: <https://entente.example/ns#> .
@prefix ui: <https://entente.example/display#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix id: <https://entente.example/id/> .
<> owl:imports <https://entente.example/ns> .
"""


def extended(folder: Path, turtle: str) -> Ontology:
    """The bundled ontology with a maintainer's file."""
    folder.mkdir(exist_ok=True)
    (folder / "mine.ttl").write_text(HEAD + turtle)
    return load_ontology(folder)


def a_class(name: str, parent: str = "ent:Organization") -> str:
    return f"""ent:{name} a owl:Class ; rdfs:subClassOf {parent} ; rdfs:label "{name}"@en ;
        skos:definition "A {name}."@en ; ui:order 99 .\n"""


def a_property(name: str, domain: str, range_: str) -> str:
    return f"""ent:{name} a owl:DatatypeProperty ; rdfs:label "{name}"@en ; rdfs:domain {domain} ;
        rdfs:range {range_} ; skos:definition "Its {name}."@en .\n"""


def test_the_committed_schema_is_that_of_the_bundled_ontology(schema: PlannedSchema) -> None:
    assert GOLDEN.read_text() == schema.as_str() + "\n", (
        "write it anew: python -m gql > gql/schema.graphql"
    )
    parse_schema(GOLDEN.read_text())


def test_every_class_is_a_flat_type_with_the_fields_of_its_superclasses(
    ontology: Ontology, schema: PlannedSchema
) -> None:
    entity = schema.core.type_map["Entity"]
    assert isinstance(entity, GraphQLInterfaceType)
    for term in ontology.classes.values():
        type_ = schema.core.type_map[term.name]
        assert isinstance(type_, GraphQLObjectType)
        assert {interface.name for interface in type_.interfaces} == {
            "Entity",
            "Node",
            *(f"Any{up}" for up in term.superclasses),
        }
        assert type_.description == term.definition
        for predicate in ontology.predicates.values():
            if set(predicate.domain) & set(term.superclasses):
                assert predicate.definition in (type_.fields[predicate.name].description or "")
            if predicate.inverse_name and set(predicate.range) & set(term.superclasses):
                assert predicate.inverse_name in type_.fields
    state = schema.core.type_map["State"]
    assert isinstance(state, GraphQLObjectType)
    assert "alpha3" in state.fields
    assert "organizedBy" not in state.fields


def test_every_class_is_an_interface(ontology: Ontology, schema: PlannedSchema) -> None:
    for term in ontology.classes.values():
        interface = schema.core.type_map[f"Any{term.name}"]
        assert isinstance(interface, GraphQLInterfaceType)
        below = {t.name for t in ontology.classes.values() if term.name in t.superclasses}
        possible = schema.core.get_possible_types(interface)
        assert {type_.name for type_ in possible} == below
        assert {each.name for each in interface.interfaces} == {"Entity", "Node"}


def test_a_subclass_that_is_added_does_not_break_fragments(
    tmp_path: Path, ontology: Ontology
) -> None:
    """`AnyX` goes on to mean what is of the class, whatever is below it by now."""
    yard = a_class("Shipyard") + a_property("slips", "ent:Shipyard", "xsd:int")
    below = a_class("NavalYard", "ent:Shipyard")
    entity = """id:yard a ent:{} ; skos:prefLabel "the yard"@en ; ent:slips 3 ."""
    query = """{ entity(id: "https://entente.example/id/yard") {
        __typename ... on AnyShipyard { slips } } }"""
    for number, (turtle, name) in enumerate([(yard, "Shipyard"), (yard + below, "NavalYard")]):
        mine = extended(tmp_path / str(number), turtle + entity.format(name))
        with open_store(f"sqlite:///{tmp_path / f'{number}.db'}") as store:
            store.adopt(schema_of(mine), reference_statements(mine))
            found = execute(store, mine, query)["data"]["entity"]
        assert found == {"__typename": name, "slips": [3]}


def test_everything_in_the_schema_is_described(schema: PlannedSchema) -> None:
    missing = [
        f"{type_.name}.{name}"
        for type_ in schema.core.type_map.values()
        if isinstance(type_, GraphQLObjectType | GraphQLInterfaceType)
        and not type_.name.startswith("__")
        for name, field in type_.fields.items()
        if not (type_.description and field.description)
    ]
    assert missing == []


def test_a_class_added_in_turtle_is_a_type_of_the_api(tmp_path: Path) -> None:
    mine = extended(
        tmp_path / "mine",
        a_class("Shipyard")
        + a_property("slips", "ent:Shipyard", "xsd:int")
        + a_property("naval", "ent:Shipyard", "xsd:boolean")
        + a_property("tonnage", "ent:Shipyard", "xsd:decimal")
        + """ent:builds a owl:ObjectProperty ; rdfs:domain ent:Shipyard ; rdfs:range ent:Programme ;
            rdfs:label "builds"@en ; ent:inverseName "builders" ; ent:inverseLabel "built by"@en ;
            skos:definition "Builds it."@en ; ui:order 99 .
        id:nagasaki a ent:Shipyard ; skos:prefLabel "Nagasaki yard"@en ; ent:slips 3 ;
            ent:naval true ; ent:tonnage 12.5 ; ent:builds id:ship .
        id:ship a ent:Programme ; skos:prefLabel "the ship"@en .
        """,
    )
    with open_store(f"sqlite:///{tmp_path / 'yard.db'}") as store:
        store.adopt(schema_of(mine), reference_statements(mine))
        yard, ship = (
            execute(
                store,
                mine,
                """query ($id: ID!) { entity(id: $id) { __typename
                    ... on Shipyard { slips naval tonnage builds { nodes { label } }
                                      partnerOf { totalCount } }
                    ... on Programme { builders { nodes { label } } } } }""",
                {"id": f"https://entente.example/id/{name}"},
            )["data"]["entity"]
            for name in ("nagasaki", "ship")
        )
    assert yard == {
        "__typename": "Shipyard",
        "slips": [3],
        "naval": [True],
        "tonnage": [12.5],
        "builds": {"nodes": [{"label": "the ship"}]},
        "partnerOf": {"totalCount": 0},
    }
    assert ship["builders"] == {"nodes": [{"label": "Nagasaki yard"}]}


def test_a_property_that_is_a_number_is_filtered_sorted_and_measured_as_one(
    tmp_path: Path,
) -> None:
    mine = extended(
        tmp_path / "mine",
        a_class("Shipyard")
        + a_property("tonnage", "ent:Shipyard", "xsd:decimal")
        + a_property("founded", "ent:Shipyard", "xsd:gYear")
        + a_property("motto", "ent:Shipyard", "xsd:string")
        + """
        id:a a ent:Shipyard ; skos:prefLabel "a"@en ; ent:tonnage 9.0 ;
            ent:founded "0900"^^xsd:gYear .
        id:b a ent:Shipyard ; skos:prefLabel "b"@en ; ent:tonnage 10.5 ; ent:motto "9" .
        id:c a ent:Shipyard ; skos:prefLabel "c"@en ; ent:tonnage 100 ;
            ent:founded "2001"^^xsd:gYear .
        """,
    )
    query = """query ($f: EntityFilter, $by: String, $after: String) {
        entities(filter: $f, orderBy: $by, descending: false, first: 2, after: $after) {
            nodes { label } pageInfo { endCursor } } }"""
    yards = {"classes": ["Shipyard"]}
    with open_store(f"sqlite:///{tmp_path / 'yard.db'}") as store:
        store.adopt(schema_of(mine), reference_statements(mine))

        def answer(text: str, **variables: Any) -> dict[str, Any]:
            return dict(execute(store, mine, text, variables))

        def labels(body: dict[str, Any]) -> list[str]:
            return [node["label"] for node in body["data"]["entities"]["nodes"]]

        def over(number: dict[str, float], name: str = "tonnage") -> dict[str, Any]:
            wanted = {**yards, "properties": [{"name": name, "number": number}]}
            return answer(query, f=wanted, by="label")

        first = answer(query, f=yards, by="tonnage")
        assert labels(first) == ["a", "b"]
        cursor = first["data"]["entities"]["pageInfo"]["endCursor"]
        assert labels(answer(query, f=yards, by="tonnage", after=cursor)) == ["c"]
        assert labels(over({"gt": 9.5})) == ["b", "c"]
        assert labels(over({"ge": 9, "lt": 100})) == ["a", "b"]
        assert labels(over({"gt": 1000}, "founded")) == ["c"]
        refused = over({"gt": 1}, "motto")
        assert "motto is a text" in refused["errors"][0]["message"]
        groups = answer(
            """query ($f: EntityFilter) { entityGroups(by: [], filter: $f, measures: [
                {measure: max, field: "tonnage"}, {measure: sum, field: "tonnage"}]) {
                groups { figures { field number } } } }""",
            f=yards,
        )
    (group,) = groups["data"]["entityGroups"]["groups"]
    assert group["figures"] == [
        {"field": "tonnage", "number": 100.0},
        {"field": "tonnage", "number": 119.5},
    ]


def test_two_hundred_classes_are_fewer_than_two_thousand_types(ontology: Ontology) -> None:
    """Filters and connections are shared: a class adds its own types and nothing else."""
    few = len(build_schema(ontology).core.type_map)
    for n in range(200 - len(ontology.classes)):
        ontology = with_class(ontology, f"Kind{n}", "Organization")
    many = len(build_schema(ontology).core.type_map)
    assert len(ontology.classes) == 200
    assert many < 600
    assert many - few <= 2 * 200


def with_class(ontology: Ontology, name: str, *parents: str) -> Ontology:
    """The ontology with one more class."""
    above = {up for parent in parents for up in ontology.classes[parent].superclasses}
    like = ontology.classes[parents[0]]
    term = replace(
        like,
        iri=f"https://example.org/{name}",
        name=name,
        parents=parents,
        superclasses=tuple(sorted(above | {name})),
    )
    return replace(ontology, classes={**ontology.classes, name: term})


def with_property(ontology: Ontology, name: str, domain: str) -> Ontology:
    """The ontology with one more literal property."""
    term = PropertyTerm(
        f"https://example.org/{name}", name, name, "", (domain,), "string", False, 1
    )
    return replace(ontology, properties={**ontology.properties, name: term})


def test_a_diamond_of_classes_is_no_trouble(ontology: Ontology) -> None:
    left = with_class(ontology, "Left", "Organization")
    both = with_class(with_class(left, "Right", "Grouping"), "Both", "Left", "Right", "Actor")
    type_ = build_schema(both).core.type_map["Both"]
    assert isinstance(type_, GraphQLObjectType)
    assert {"partnerOf", "members", "constitutedBy"} <= set(type_.fields)


def test_an_entity_of_a_class_that_is_gone_is_still_read(
    tmp_path: Path, ontology: Ontology
) -> None:
    mine = extended(
        tmp_path / "mine",
        a_class("Shipyard") + 'id:yard a ent:Shipyard ; skos:prefLabel "the yard"@en .',
    )
    with open_store(f"sqlite:///{tmp_path / 'yard.db'}") as store:
        store.adopt(schema_of(mine), reference_statements(mine))
        query = '{ entity(id: "https://entente.example/id/yard") { __typename label types } }'
        assert execute(store, ontology, query)["data"]["entity"] == {
            "__typename": "UnknownEntity",
            "label": "the yard",
            "types": ["Shipyard"],
        }


@pytest.mark.parametrize(
    "name", ["Fact", "FactConnection", "Query", "Edge", "AnyActor", "Ship-yard", "__Y"]
)
def test_a_class_named_like_a_type_of_the_api_is_refused(ontology: Ontology, name: str) -> None:
    with pytest.raises(OntologyError) as refused:
        sdl(with_class(ontology, name, "Organization"))
    assert name in refused.value.message
    assert refused.value.hint


@pytest.mark.parametrize("name", ["label", "facts", "members", "partnerOf", "länge"])
def test_a_property_named_like_another_field_is_refused(ontology: Ontology, name: str) -> None:
    with pytest.raises(OntologyError) as refused:
        sdl(with_property(ontology, name, "Organization"))
    assert repr(name) in refused.value.message
    assert refused.value.hint
