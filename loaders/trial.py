"""A trial: documents read into a store of their own, and held against a gold table."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

from entente.errors import NotFound
from graph.evaluation import Row, Score, compare, read_gold
from graph.exchange import Selection
from graph.registry import open_store
from graph.store import Store
from loaders.pipeline import Loader
from loaders.report import Report
from loaders.workshop import Recipe
from ontology.load import load_ontology

TABLE = ".tsv"


def against_store(gold: Path, store: Store) -> Score:
    """The score of what `store` holds of the documents of the table `gold`."""
    schema = store.schema()
    rows = read_gold(gold, schema.predicates if schema else ())
    with store.reading():
        return compare(rows, Selection(store, {}), schema.symmetric if schema else ())


def against_documents(gold: Path, docs: Path, recipe: Recipe) -> tuple[Score, Report]:
    """The score of what `recipe` reads in the documents that `gold` speaks of, and how it read.

    They lie in the folder `docs`; they are read into a store that is thrown
    away. Quotes are held against the files themselves where these are plain text.
    """
    ontology = load_ontology(recipe.ontology)
    rows = read_gold(gold, ontology.predicates)
    files = _files(rows, docs)
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'trial.db'}"
        with open_store(url) as store:
            report = Loader(store, recipe).load([str(file) for file in files])
            if report.errors:
                first = report.errors[0].error
                assert first is not None  # noqa: S101 - an item is among the errors for its error
                raise first
            with store.reading():
                score = compare(rows, Selection(store, {}), ontology.symmetric, _texts(files))
    return score, report


def _files(rows: Sequence[Row], docs: Path) -> list[Path]:
    if not docs.is_dir():
        raise NotFound(f"{docs}: no such folder", hint="name the folder of the documents")
    keys = tuple({row.document for row in rows})
    return [
        path
        for path in sorted(docs.iterdir())
        if path.is_file() and path.suffix != TABLE and path.name.startswith(keys)
    ]


def _texts(files: Sequence[Path]) -> dict[str, str]:
    texts = {}
    for file in files:
        if file.suffix == ".txt":
            try:
                texts[file.name] = file.read_bytes().decode()
            except UnicodeDecodeError:
                continue  # its canonical text is another anyway
    return texts
