"""The graph in other formats: statements out, and RDF back in.

jsonl            one line an evidence, the format that checks rely on
csv              the same as a table
trig, nquads     statements as RDF datasets, whole with `everything`
turtle, jsonld   asserted facts, and for jsonld the statements too
graphml, gexf    entities and traversal edges, for graph tools
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import IO

from graph.exchange.selection import Selection

Write = Callable[[Selection, IO[bytes]], None]

FORMATS = {
    "jsonl": "graph.exchange.lines:write_jsonl",
    "csv": "graph.exchange.lines:write_csv",
    "trig": "graph.exchange.rdf:write_trig",
    "nquads": "graph.exchange.rdf:write_nquads",
    "turtle": "graph.exchange.rdf:write_turtle",
    "jsonld": "graph.exchange.rdf:write_jsonld",
    "graphml": "graph.exchange.networks:write_graphml",
    "gexf": "graph.exchange.networks:write_gexf",
}
"""By name, what writes a selection of a store. A new format is one line here."""


def writer(name: str) -> Write:
    """What writes the format `name`, imported when it is asked for."""
    module, _, function = FORMATS[name].partition(":")
    write: Write = getattr(import_module(module), function)
    return write


__all__ = ["FORMATS", "Selection", "Write", "writer"]
