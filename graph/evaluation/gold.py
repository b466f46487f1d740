"""Gold tables: what careful readers found in documents, one fact a row.

A row is tab-separated: document (the start of its file name), subject,
predicate, object, modality, weight, quote. `|` parts alternatives. A row of
weight `req` counts for recall; an `opt` one makes a fact right and is not
missed. Beside GOLD.tsv, GOLD-also.tsv is read where it stands.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from entente.errors import InputError, NotFound
from graph.statements import Modality

COLUMNS = ("document", "subject", "predicate", "object", "modality", "weight", "quote")
REQUIRED, OPTIONAL = "req", "opt"


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table. `place` is its file and line, for messages."""

    place: str
    document: str
    subject: str
    predicate: str
    object: str
    modality: str
    weight: str
    quote: str

    @property
    def predicates(self) -> tuple[str, ...]:
        return tuple(self.predicate.split("|"))

    @property
    def required(self) -> bool:
        return self.weight == REQUIRED


def read_gold(path: Path, predicates: Collection[str] = ()) -> tuple[Row, ...]:
    """The rows of `path`, then those of the table beside it.

    Raises `NotFound` without a file, and `InputError` naming file, line and
    column for a row that cannot be meant; a predicate is one of `predicates`
    if there are any.
    """
    if not path.is_file():
        raise NotFound(f"{path}: no such table", hint="name a gold table, such as gold.tsv")
    also = path.with_name(f"{path.stem}-also.tsv")
    tables = [path, also] if also.is_file() else [path]
    rows = tuple(row for table in tables for row in _rows(table, predicates))
    if not rows:
        raise InputError(f"{path}: no row in it", hint=f"columns are {', '.join(COLUMNS)}")
    return rows


def _rows(path: Path, predicates: Collection[str]) -> list[Row]:
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: {error}", hint="write the table as UTF-8 text") from error
    return [
        _row(f"{path}:{number}", line, predicates)
        for number, line in enumerate(lines, start=1)
        if line.strip() and not line.startswith("#")
    ]


def _row(place: str, line: str, predicates: Collection[str]) -> Row:
    cells = line.split("\t")
    if len(cells) != len(COLUMNS):
        raise InputError(
            f"{place}: {len(cells)} columns instead of {len(COLUMNS)}",
            hint=f"part by tabs: {', '.join(COLUMNS)}",
        )
    row = Row(place, *cells)
    for column, cell in zip(COLUMNS, cells, strict=True):
        if not cell.strip():
            raise InputError(f"{place}: no {column}", hint="fill the column in")
    if row.weight not in (REQUIRED, OPTIONAL):
        raise InputError(f"{place}: weight {row.weight!r}", hint=f"{REQUIRED} or {OPTIONAL}")
    if row.modality not in tuple(Modality):
        raise InputError(
            f"{place}: modality {row.modality!r}", hint=f"one of {', '.join(Modality)}"
        )
    for predicate in row.predicates:
        if predicates and predicate not in predicates:
            close = get_close_matches(predicate, predicates, n=1, cutoff=0.5)
            raise InputError(
                f"{place}: the ontology has no predicate {predicate!r}",
                hint=f"did you mean {close[0]}?"
                if close
                else "'entente ontology list predicates' lists them",
            )
    return row
