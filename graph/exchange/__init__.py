"""The graph in other formats: statements out, and RDF back in.

jsonl            one line an evidence, the format that checks rely on
csv              the same as a table
trig, nquads     statements as RDF datasets, whole with `everything`
turtle, jsonld   asserted facts, and for jsonld the statements too
graphml, gexf    entities and traversal edges, for graph tools
"""

from __future__ import annotations

from collections.abc import Callable
from typing import IO

from graph.exchange.lines import write_csv, write_jsonl
from graph.exchange.networks import write_gexf, write_graphml
from graph.exchange.rdf import write_jsonld, write_nquads, write_trig, write_turtle
from graph.exchange.selection import Selection

Write = Callable[[Selection, IO[bytes]], None]

FORMATS: dict[str, Write] = {
    "jsonl": write_jsonl,
    "csv": write_csv,
    "trig": write_trig,
    "nquads": write_nquads,
    "turtle": write_turtle,
    "jsonld": write_jsonld,
    "graphml": write_graphml,
    "gexf": write_gexf,
}
"""By name, what writes a selection of a store. A new format is one line here."""

__all__ = ["FORMATS", "Selection", "Write"]
