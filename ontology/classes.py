"""The classes: what kinds of entities there are, and how they are drawn."""

from __future__ import annotations

from collections.abc import Mapping

import networkx as nx
from rdflib import RDFS, URIRef

from ontology.display import colour_fault, icon_fault
from ontology.model import ClassTerm
from ontology.term import LAST, TermReader, local_name
from ontology.vocabulary import UI, short

PLAIN_COLOUR = "#7d8590"
PLAIN_ICON = "<circle cx='12' cy='12' r='7'/>"
"""How a class is drawn that says nothing of it and inherits nothing."""


def read_classes(reader: TermReader) -> Mapping[str, ClassTerm]:
    """The declared classes by local name, in their order."""
    parents = {iri: _parents(reader, class_) for iri, class_ in reader.declared_classes.items()}
    tree = nx.DiGraph((iri, parent) for iri, above in parents.items() for parent in above)
    tree.add_nodes_from(parents)
    for cycle in nx.strongly_connected_components(tree):
        first = min(cycle)
        if len(cycle) > 1 or tree.has_edge(first, first):
            names = " and ".join(short(URIRef(iri)) for iri in sorted(cycle))
            reader.refuse(
                URIRef(first),
                f"rdfs:subClassOf goes in a circle through {names}",
                "remove one rdfs:subClassOf of the circle",
            )
    terms = [_class(reader, class_, tree) for class_ in reader.declared_classes.values()]
    return {term.name: term for term in sorted(terms, key=lambda term: (term.order, term.name))}


def _parents(reader: TermReader, class_: URIRef) -> list[str]:
    parents = []
    for said in reader.triples.values(class_, RDFS.subClassOf):
        if str(said.object) in reader.declared_classes:
            parents.append(str(said.object))
        elif reader.is_ours(said.object):
            reader.class_name(class_, said.object, said.statement)
    return sorted(set(parents), key=local_name)


def _class(reader: TermReader, class_: URIRef, tree: nx.DiGraph[str]) -> ClassTerm:
    """`class_`, with colour, icon and order from the nearest class above that states them."""
    colour, icon, order = None, None, None
    nearest_first = nx.single_source_shortest_path_length(tree, str(class_))
    for iri in nearest_first:
        above = reader.declared_classes[iri]
        colour = colour or _drawn(reader, above, UI.colour)
        icon = icon or _drawn(reader, above, UI.icon)
        order = reader.order(above) if order is None else order
    label = reader.label(class_, "class")
    return ClassTerm(
        iri=str(class_),
        name=local_name(class_),
        label=label,
        definition=reader.definition(class_),
        parents=tuple(
            local_name(iri) for iri in sorted(tree.successors(str(class_)), key=local_name)
        ),
        superclasses=tuple(sorted(local_name(iri) for iri in nearest_first)),
        labels=(label, *(name for name in reader.alternatives(class_) if name != label)),
        colour=colour or PLAIN_COLOUR,
        icon=icon or PLAIN_ICON,
        order=LAST if order is None else order,
    )


def _drawn(reader: TermReader, class_: URIRef, predicate: URIRef) -> str | None:
    said = reader.single(class_, predicate)
    if said is None:
        return None
    value = str(said.object)
    fault = colour_fault(value) if predicate == UI.colour else icon_fault(value)
    if fault is None:
        return value
    reader.refuse(class_, fault.what, fault.fix, said.statement)
    return None
