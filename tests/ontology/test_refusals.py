"""What the ontology refuses: each message names term, file and line, and how to mend it."""

from __future__ import annotations

import pytest

from tests.ontology.conftest import Compile, Refuse

CLASS = 'ent:Fort a owl:Class ; rdfs:label "fort"@en'
KEEP = 'ent:Keep a owl:Class ; rdfs:label "keep"@en'
PREDICATE = (
    'ent:guards a owl:ObjectProperty ; rdfs:label "guards"@en ; '
    "rdfs:domain ent:Actor ; rdfs:range ent:Place"
)
ACTORS = (
    'id:a a ent:State ; skos:prefLabel "A"@en . id:b a ent:State ; skos:prefLabel "B"@en . '
    'id:p a ent:Place ; skos:prefLabel "P"@en . '
)


def stated(more: str, predicate: str = "ent:alliedWith", object_: str = "id:b") -> str:
    return (
        f"{ACTORS}\n[] a rdf:Statement ; rdf:subject id:a ; rdf:predicate {predicate} ; "
        f"rdf:object {object_} {more} ."
    )


REFUSALS = {
    # Classes
    "class without label": ("\nent:Fort a owl:Class .", 2, "ent:Fort: class without a label"),
    "two labels": (f'{CLASS} .\nent:Fort rdfs:label "keep"@en .', 2, "'keep' here"),
    "unknown parent": (
        f"{CLASS} ;\n rdfs:subClassOf ent:Palce .",
        1,
        "ent:Palce is not a declared class; did you mean ent:Place?",
    ),
    "own child": (f"{CLASS} ; rdfs:subClassOf ent:Fort .", 1, "in a circle through ent:Fort"),
    "circle": (
        f"{CLASS} ; rdfs:subClassOf ent:Keep .\n{KEEP} ; rdfs:subClassOf ent:Fort .",
        1,
        "in a circle through ent:Fort and ent:Keep",
    ),
    "colour": (f'\n\n{CLASS} ; ui:colour "red" .', 3, "ui:colour 'red' is not a colour"),
    "short colour": (f'{CLASS} ; ui:colour "#fff" .', 1, "'#fff' is not a colour"),
    "icon": (f'{CLASS} ; ui:icon "<script/>" .', 1, "ui:icon has the element 'script'"),
    "order": (f'{CLASS} ; ui:order "last" .', 1, "ui:order last is no whole number"),
    # Predicates, properties, qualifiers
    "no domain": (
        'ent:guards a owl:ObjectProperty ; rdfs:label "guards"@en ; rdfs:range ent:Place .',
        1,
        "ent:guards: predicate without rdfs:domain",
    ),
    "no range": (
        'ent:guards a owl:ObjectProperty ; rdfs:label "guards"@en ; rdfs:domain ent:Place .',
        1,
        "predicate without rdfs:range",
    ),
    "no predicate label": (
        "ent:guards a owl:ObjectProperty ; rdfs:domain ent:Place ; rdfs:range ent:Place .",
        1,
        "ent:guards: predicate without a label",
    ),
    "unknown range": (
        PREDICATE.replace("ent:Place", "ent:place") + " .",
        1,
        "ent:place is not a declared class; did you mean ent:Place?",
    ),
    "two ranges": (f"{PREDICATE} , ent:State .", 1, "2 values of rdfs:range"),
    "no union": (f"{PREDICATE.replace('ent:Actor', '[ ]')} .", 1, "neither a class nor a union"),
    "symmetric with inverse": (
        f'{PREDICATE.replace("Place", "Actor")} ; a owl:SymmetricProperty ; ent:inverseName "g" .',
        1,
        "symmetric, yet with an inverse name",
    ),
    "symmetric with two ends": (
        f"{PREDICATE} ; a owl:SymmetricProperty .",
        1,
        "symmetric, yet its domain and range differ",
    ),
    "property of class type": (
        'ent:age a owl:DatatypeProperty ; rdfs:label "age"@en ; rdfs:range ent:Place .',
        1,
        "a literal property whose rdfs:range is ent:Place",
    ),
    "qualifier range": (
        'ent:under a ent:Qualifier ; rdfs:label "under"@en ; rdfs:range ent:Nowhere .',
        1,
        "ent:Nowhere is not a declared class",
    ),
    "undeclared predicate": (
        "id:a ent:memberof id:b .",
        1,
        "ent:memberof is not a declared term; did you mean ent:memberOf?",
    ),
    # Entities
    "undeclared class": (
        'id:a a ent:Sate ; skos:prefLabel "A"@en .',
        1,
        "ent:Sate is not a declared class; did you mean ent:State?",
    ),
    "no preferred label": ("id:a a ent:State .", 1, "id:a: an entity without a preferred label"),
    "foreign label only": ('id:a a ent:State ; skos:prefLabel "Á"@hu .', 1, "label in English"),
    "two preferred labels": (
        'id:a a ent:State ; skos:prefLabel "A"@en .\nid:a skos:prefLabel "B"@en .',
        2,
        "skos:prefLabel is 'A' at mine.ttl:1 and 'B' here",
    ),
    "nameless": ('[] a ent:State ; skos:prefLabel "A"@en .', 1, "without an IRI"),
    "property of another class": (
        'id:p a ent:Person ; skos:prefLabel "P"@en ; ent:alpha3 "PPP" .',
        1,
        "ent:alpha3 is of State",
    ),
    "date": (
        'id:s a ent:Summit ; skos:prefLabel "S"@en ; ent:startDate "11 July" .',
        1,
        "ent:startDate '11 July' is not of type",
    ),
    # Facts
    "unknown object": (
        f"{ACTORS}\nid:a ent:alliedWith id:c .",
        2,
        "the object of ent:alliedWith, id:c, is no described entity",
    ),
    "unknown subject": (
        f"{ACTORS}\nid:c ent:alliedWith id:a .",
        2,
        "the subject of ent:alliedWith, id:c, is no described entity",
    ),
    "text as object": (f'{ACTORS}\nid:a ent:alliedWith "B" .', 2, "is no described entity"),
    "outside the domain": (
        f"{ACTORS}\nid:p ent:alliedWith id:a .",
        2,
        "the subject of ent:alliedWith must be Actor, and id:p is Place",
    ),
    "outside the range": (
        f"{ACTORS}\nid:a ent:memberOf id:p .",
        2,
        "the object of ent:memberOf must be Organization or Grouping, and id:p is Place",
    ),
    "of itself": (f"{ACTORS}\nid:a ent:alliedWith id:a .", 2, "ent:alliedWith of itself"),
    "statement outside the range": (
        stated("", "ent:memberOf", "id:p"),
        2,
        "must be Organization or Grouping",
    ),
    "statement's predicate": (
        stated("", "ent:alliedwith"),
        2,
        "ent:alliedwith is not a declared predicate; did you mean ent:alliedWith?",
    ),
    "half a statement": (
        f"{ACTORS}\n[] a rdf:Statement ; rdf:subject id:a ; rdf:object id:b .",
        2,
        "an rdf:Statement with 0 values of rdf:predicate",
    ),
    "since what": (
        f"{PREDICATE} ;\n ent:since ent:startDat .",
        1,
        "ent:startDat is not a declared literal property; did you mean ent:startDate?",
    ),
    "time": (stated('; ent:time "last year"'), 2, "ent:time 'last year' is not a date in EDTF"),
    "time that is no day": (stated('; ent:time "2023-02-30"'), 2, "is not a date in EDTF"),
    "time backwards": (stated('; ent:time "2023/2021"'), 2, "is not a date in EDTF"),
    "unknown qualifier": (stated('; rdfs:seeAlso "x"'), 2, "rdfs:seeAlso is not a declared"),
    "predicate as qualifier": (stated("; ent:memberOf id:b"), 2, "is not a declared qualifier"),
    "qualifier's class": (stated("; ent:with id:p"), 2, "ent:with id:p is not a described Actor"),
    "qualifier's text": (stated("; ent:office id:p"), 2, "ent:office id:p is not a text"),
    # Reliability
    "grade": (
        'id:o a ent:Organization ; skos:prefLabel "O"@en ; ent:reliability "G" .',
        1,
        "ent:reliability G is not a grade",
    ),
    "grade of nothing": ('id:o ent:reliability "A" .', 1, "no described entity"),
    "grade's value": (
        'ent:gradeX a ent:ReliabilityGrade ; skos:notation "X" ; ent:value 2 .',
        1,
        "an ent:value from 0 to 1",
    ),
    # Names
    "two terms of one name": (
        '<https://other.example/Place> a owl:Class ; rdfs:label "p"@en .',
        1,
        "the class 'Place' has the name of the class 'Place' (ent:Place, schema/events.ttl:",
    ),
    "class and predicate": (
        PREDICATE.replace("ent:guards", "<https://other.example/Place>") + " .",
        1,
        "has the name of the class",
    ),
    "case": ('ent:PLACE a owl:Class ; rdfs:label "p"@en .', 1, "has the name of the class 'Place'"),
    "underscore": (
        PREDICATE.replace("ent:guards", "ent:member_of") + " .",
        1,
        "has the name of the predicate 'memberOf'",
    ),
    "inverse and predicate": (
        f'{PREDICATE} ; ent:inverseName "memberOf" .',
        1,
        "'memberOf' has the name of the predicate 'memberOf'",
    ),
    "two inverses": (
        f'{PREDICATE} ; ent:inverseName "members" .',
        1,
        "'members' has the name of the inverse name 'members' (ent:memberOf",
    ),
    "inverse and property": (
        f'{PREDICATE} ; ent:inverseName "alpha2" .',
        1,
        "'alpha2' has the name of the property 'alpha2'",
    ),
    "introspection": ('ent:__Fort a owl:Class ; rdfs:label "f"@en .', 1, "no name that GraphQL"),
    "hyphen": ('ent:Sea-Fort a owl:Class ; rdfs:label "f"@en .', 1, "no name that GraphQL"),
    "digit": ('ent:3rd a owl:Class ; rdfs:label "f"@en .', 1, "no name that GraphQL"),
    "literal": (PREDICATE.replace("guards", "null") + " .", 1, "'null' is a literal in GraphQL"),
    "keyword": (PREDICATE.replace("guards", "import") + " .", 1, "is a keyword of Python"),
    "type of the schema": ('ent:Query a owl:Class ; rdfs:label "q"@en .', 1, "a type of the"),
    "field of entities": (PREDICATE.replace("guards", "label") + " .", 1, "a field that every"),
    "inverse as field": (f'{PREDICATE} ; ent:inverseName "id" .', 1, "'id' is a field that every"),
    "composed type": (
        'ent:PlaceConnection a owl:Class ; rdfs:label "p"@en .',
        1,
        "GraphQL makes a type of that name for 'Place'",
    ),
    "interface": (
        'ent:AnyPlace a owl:Class ; rdfs:label "p"@en .',
        1,
        "GraphQL makes a type of that name for 'Place'",
    ),
    "composed relationship": (
        PREDICATE.replace("guards", "memberOfPlanned") + " .",
        1,
        "Neo4j makes a type of that name for 'memberOf'",
    ),
    # Syntax
    "prefix": ("no:a a ent:State .", 1, "the prefix no: is used and not declared"),
    "syntax": ('id:a a ent:State ;\n skos:prefLabel "A"@en\nid:b a ent:State .', 3, "syntax"),
}


@pytest.mark.parametrize("name", REFUSALS)
def test_refused_with_place_and_fix(refused: Refuse, name: str) -> None:
    text, line, words = REFUSALS[name]
    error = refused(text)
    assert words in error.message
    assert f"mine.ttl:{line}: " in error.message
    assert error.hint
    assert "\n" not in error.message, "one fault is told as one problem"


def test_several_problems_are_told_at_once(refused: Refuse) -> None:
    """In the order of the files and lines, each with its fix."""
    error = refused("id:b a ent:State .\nid:a a ent:State .", "id:c a ent:State .")
    lines = error.message.splitlines()
    assert lines[0] == "3 problems in the ontology:"
    assert [line.split(": ")[0] for line in lines[1:]] == [
        "mine.ttl:1",
        "mine.ttl:2",
        "more/second.ttl:1",
    ]
    assert all("→ add skos:prefLabel" in line for line in lines[1:])


def test_many_problems_are_counted(refused: Refuse) -> None:
    error = refused("\n".join(f"id:e{n} a ent:State ." for n in range(50)))
    assert error.message.startswith("50 problems")
    assert error.message.endswith("and 30 more")


def test_a_predicate_that_is_used_often_is_told_once(refused: Refuse) -> None:
    error = refused(f"{ACTORS} id:a ent:likes id:b . id:b ent:likes id:a .")
    assert "ent:likes is not a declared term (used 1 times more)" in error.message


def test_broken_cue_has_its_line(refused: Refuse) -> None:
    error = refused("\n\n[] a lex:Cue ; lex:predicate ent:alliedWith .")
    assert error.message.startswith("mine.ttl:3: ")


@pytest.mark.parametrize(("wrong", "right"), [("sbject", "subject"), ("posessor", "possessor")])
def test_a_misspelt_slot_has_its_line_and_fix(refused: Refuse, wrong: str, right: str) -> None:
    error = refused(
        '\n\n[] a lex:Cue ; lex:predicate ent:alliedWith ; lex:verb "befriend" ; '
        f'lex:subject "{wrong}" .'
    )
    assert error.message.startswith("mine.ttl:3: ")
    assert repr(wrong) in error.message
    assert error.hint == f'write lex:subject "{right}"'


@pytest.mark.parametrize("preposition", ["about", "at", "against", "alongside", "within"])
def test_a_preposition_is_a_slot(compiled: Compile, preposition: str) -> None:
    compiled(
        '[] a lex:Cue ; lex:predicate ent:alliedWith ; lex:verb "befriend" ; '
        f'lex:subject "{preposition}" .'
    )


def test_what_is_allowed(compiled: Compile) -> None:
    """The neighbours of what is refused: alignment, foreign labels, sub-properties."""
    ontology = compiled(
        f"{CLASS} ; rdfs:subClassOf ent:Place , skos:Concept , <https://schema.org/Place> . "
        'id:f a ent:Fort , ent:Place ; skos:prefLabel "F"@en , "Φ"@el ; skos:note "old" . '
        + stated('; ent:time "2020/.." ; ent:office "chief" ; rdfs:comment "seen"')
    )
    assert ontology.classes["Fort"].parents == ("Place",)
    fort = ontology.entities["https://entente.example/id/f"]
    assert fort.types == ("Fort",)
    assert fort.alternative == ("Φ",)
    assert [(fact.time, fact.qualifiers) for fact in ontology.facts] == [
        ("2020/..", (("office", "chief"),))
    ]
