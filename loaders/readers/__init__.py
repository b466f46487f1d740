"""Readers: from a file's bytes to canonical text with its blocks."""

from __future__ import annotations

from loaders.reading import Reader, Reading
from loaders.readers.markdown import MarkdownReader
from loaders.readers.plain import PlainReader

READERS: tuple[Reader, ...] = (MarkdownReader(), PlainReader())


def read_document(data: bytes, name: str) -> Reading:
    reader = next(reader for reader in READERS if reader.accepts(data, name))
    return reader.read(data, name)
