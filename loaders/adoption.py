"""The ontology brought into a store: its schema and its reference statements."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from graph.reference import reference_statements, schema_of
from graph.store import Store
from ontology.load import load_ontology


def adopt(store: Store, ontology_folder: Path, told: Callable[[], None] = lambda: None) -> bool:
    """Bring the ontology's schema and reference statements into `store`.

    False if they were there already; if not, `told` is called before, since it takes a while
    where much is stored.
    """
    ontology = load_ontology(ontology_folder)
    held = store.schema()
    if held and held.digest == ontology.digest:
        return False
    told()
    return store.adopt(schema_of(ontology), reference_statements(ontology))
