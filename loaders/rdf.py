"""Datasets that Entente exported, as a source to load."""

from __future__ import annotations

from pyoxigraph import RdfFormat, parse

from entente.errors import InputError
from graph.exchange.reading import Dataset, read_dataset
from loaders.sources import Source

FORMATS = {".trig": RdfFormat.TRIG, ".nq": RdfFormat.N_QUADS, ".nquads": RdfFormat.N_QUADS}


def _suffix(source: Source) -> str:
    name = source.name.lower()
    return name[name.rfind(".") :] if "." in name else ""


def is_rdf(source: Source) -> bool:
    """Whether `source` is a dataset rather than a text, by its name."""
    return _suffix(source) in FORMATS


def read_rdf(source: Source) -> Dataset:
    """The statements in a TriG or N-Quads file. Raises `InputError` naming file and line."""
    try:
        return read_dataset(parse(source.read(), format=FORMATS[_suffix(source)]))
    except SyntaxError as error:
        raise InputError(
            f"{source.uri}, line {error.lineno}: {error.msg}",
            hint="load a file that 'entente export --all' wrote, unchanged",
        ) from error
    except InputError as error:
        raise InputError(f"{source.uri}: {error.message}", hint=error.hint) from error
