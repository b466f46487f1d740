"""The namespaces of our Turtle, in one place.

`ent:` holds the schema (classes, predicates, qualifiers, literal properties
and the annotations that describe them), `lex:` what the lexicon says of how
they are put in words, `ui:` how they are drawn, `id:` the reference entities
and `topic:` the topics. A file's own name, what `<>` means in it, is in
`FILE`, so that it can state its source. The host is reserved (RFC 2606): the names identify,
they are not addresses.
"""

from __future__ import annotations

from rdflib import DCTERMS, OWL, RDF, RDFS, SH, SKOS, XSD, Namespace, URIRef

ENT = Namespace("https://entente.example/ns#")
LEX = Namespace("https://entente.example/lexicon#")
UI = Namespace("https://entente.example/display#")
ID = Namespace("https://entente.example/id/")
TOPIC = Namespace("https://entente.example/topic/")
FILE = Namespace("https://entente.example/ontology/")

ONTOLOGY = URIRef("https://entente.example/ns")
"""The ontology as a whole: declared by the core, imported by folders that extend it."""

PREFIXES = {
    "ent": ENT,
    "lex": LEX,
    "ui": UI,
    "id": ID,
    "topic": TOPIC,
    "owl": OWL,
    "rdf": RDF,
    "rdfs": RDFS,
    "skos": SKOS,
    "xsd": XSD,
    "dcterms": DCTERMS,
    "sh": SH,
}
"""The prefixes that our files use, and messages with them."""


def short(term: object) -> str:
    """`term` as messages name it: with a prefix of ours if it has one.

    >>> short(ENT.time)
    'ent:time'
    """
    iri = str(term)
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(str(namespace)):
            return f"{prefix}:{iri[len(str(namespace)) :]}"
    return f"<{iri}>" if isinstance(term, URIRef) else iri
