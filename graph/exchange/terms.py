"""The RDF terms that statements are written in, and IRIs for what has an id.

Evidence is a Web Annotation (https://www.w3.org/TR/annotation-model/) with a
text position and a text quote selector; documents carry Dublin Core.
"""

from __future__ import annotations

from typing import Final

from pyoxigraph import NamedNode

ROOT: Final = "https://entente.example/"
NS: Final = ROOT + "ns#"
STATEMENT: Final = ROOT + "statement#"
DC: Final = "http://purl.org/dc/terms/"
OA: Final = "http://www.w3.org/ns/oa#"
RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
SKOS: Final = "http://www.w3.org/2004/02/skos/core#"
XSD: Final = "http://www.w3.org/2001/XMLSchema#"

PREFIXES: Final = {
    "ent": NS,
    "st": STATEMENT,
    "id": ROOT + "id/",
    "dcterms": DC,
    "oa": OA,
    "rdf": RDF,
    "skos": SKOS,
    "xsd": XSD,
}

TYPE: Final = NamedNode(RDF + "type")
JSON: Final = NamedNode(RDF + "JSON")
INTEGER: Final = NamedNode(XSD + "integer")
DOUBLE: Final = NamedNode(XSD + "double")
JUDGEMENTS: Final = NamedNode(ROOT + "judgements")
REVIEWS: Final = NamedNode(ROOT + "reviews")


def domain_term(name: str) -> NamedNode:
    """A term of the ontology whose IRI is not known: it is taken to be one of ours."""
    return NamedNode(NS + name)


def st(name: str) -> NamedNode:
    """A term that describes statements; apart from the ontology's, so that names never collide."""
    return NamedNode(STATEMENT + name)


def document_node(id_: str) -> NamedNode:
    return NamedNode(f"{ROOT}document/{id_}")


def fact_node(id_: str) -> NamedNode:
    return NamedNode(f"{ROOT}fact/{id_}")


def evidence_node(id_: str) -> NamedNode:
    return NamedNode(f"{ROOT}evidence/{id_}")


def judgement_node(id_: str) -> NamedNode:
    return NamedNode(f"{ROOT}judgement/{id_}")


def review_node(id_: str) -> NamedNode:
    return NamedNode(f"{ROOT}review/{id_}")


def last_part(node: object) -> str:
    """The id or local name at the end of a node's IRI."""
    value = node.value if isinstance(node, NamedNode) else str(node)
    return value.rpartition("#")[2] if "#" in value else value.rpartition("/")[2]
