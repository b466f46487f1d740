"""Entities and traversal edges for graph tools: GraphML and GEXF, by networkx."""

from __future__ import annotations

from typing import IO

import networkx as nx

from graph.derived import Testimony, edges
from graph.exchange.selection import Selection
from graph.statements import EntityId, EvidenceKind, FactId


def write_graphml(selection: Selection, out: IO[bytes]) -> None:
    """GraphML, with labels, types, predicates, modality and belief as attributes."""
    nx.write_graphml(network(selection), out, infer_numeric_types=True)


def write_gexf(selection: Selection, out: IO[bytes]) -> None:
    """GEXF 1.2, likewise; Gephi opens it as it is."""
    graph = network(selection)
    for line in nx.generate_gexf(graph):
        out.write(line.encode() + b"\n")


def network(selection: Selection) -> nx.MultiDiGraph[str]:
    """The merged entities and one edge a fact, modality and interval.

    Edge keys are those of the store, so that the same statements give the
    same graph.
    """
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    canonical = selection.canonical()
    schema = selection.store.schema()
    ends: dict[FactId, tuple[EntityId, str, EntityId]] = {}
    testimonies: dict[FactId, list[Testimony]] = {}
    for statements in selection:
        document = statements.document
        publisher = document.publisher or document.id
        reliability = schema.reliability.get(publisher, schema.default_reliability) if schema else 1
        for fact in statements.facts:
            ends[fact.id] = (
                canonical.get(fact.subject, fact.subject),
                fact.predicate,
                canonical.get(fact.object, fact.object),
            )
        for e in statements.evidence:
            kind = EvidenceKind(e.kind)
            testimony = Testimony(
                e.modality,
                kind,
                e.confidence,
                e.times,
                publisher,
                reliability,
                document.published.end,
            )
            testimonies.setdefault(e.fact, []).append(testimony)
    used = {end for subject, _, object_ in ends.values() for end in (subject, object_)}
    for id_, entity in selection.entities(used).items():
        graph.add_node(
            id_, label=entity.label, types=" ".join(entity.types), origin=entity.origin.value
        )
    for fact_id in sorted(testimonies):
        subject, predicate, object_ = ends[fact_id]
        for edge in edges(fact_id, testimonies[fact_id]):
            graph.add_edge(
                subject,
                object_,
                key=edge.key,
                predicate=predicate,
                modality=edge.modality.value,
                belief=edge.belief,
            )
    return graph
