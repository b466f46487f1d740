"""The ontology brought into a store: its schema and its reference statements."""

from __future__ import annotations

from pathlib import Path

from graph.reference import reference_statements, schema_of
from graph.store import Store
from ontology.load import load_ontology


def adopt(store: Store, ontology_folder: Path) -> bool:
    """Bring the ontology's schema and reference statements into `store`.

    False if they were there already.
    """
    ontology = load_ontology(ontology_folder)
    held = store.schema()
    if held and held.digest == ontology.digest:
        return False
    return store.adopt(schema_of(ontology), reference_statements(ontology))
