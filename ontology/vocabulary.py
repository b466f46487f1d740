"""The namespaces of our Turtle, in one place.

`ent:` holds the schema (classes, predicates, qualifiers, literal properties
and the annotations that describe them), `lex:` what the lexicon says of how
they are put in words, `ui:` how they are drawn, `id:` the reference entities
and `topic:` the topics. The host is reserved (RFC 2606): the names identify,
they are not addresses.
"""

from __future__ import annotations

from rdflib import Namespace

ENT = Namespace("https://entente.example/ns#")
LEX = Namespace("https://entente.example/lexicon#")
UI = Namespace("https://entente.example/display#")
ID = Namespace("https://entente.example/id/")
TOPIC = Namespace("https://entente.example/topic/")
