"""Readers: from a file's bytes to canonical text with its blocks.

A reader is one module here and one line in `READERS`.

    signatures     what no reader takes, by its first bytes
    pdf, word, webpage, markdown, plain    one format each, with their parts:
        pdf_lines, pdf_paragraphs, hyphenation; word_markup, word_styles, packages;
        charset, markup; pieces
    lines, markers, wrapping, headlines, imprint    what a text's layout says
    segments, composition    what marked-up formats have in common
    metadata, dates    what a file says of itself
    decoding, parsing    where bytes and libraries' errors are met
"""

from __future__ import annotations

from entente.errors import InputError
from loaders.readers.markdown import MarkdownReader
from loaders.readers.pdf import PdfReader
from loaders.readers.plain import PlainReader
from loaders.readers.signatures import refuse_foreign
from loaders.readers.webpage import WebPageReader
from loaders.readers.word import WordReader
from loaders.reading import Reader, Reading

READERS: tuple[Reader, ...] = (
    PdfReader(),
    WordReader(),
    WebPageReader(),
    MarkdownReader(),
    PlainReader(),
)
"""In the order in which they are asked: the surest content first, plain text last."""

MOST_BYTES = 64 * 1024 * 1024
"""The size of the largest file that is read."""


def read_document(data: bytes, name: str, most_bytes: int = MOST_BYTES) -> Reading:
    """The text, blocks and metadata of the file `name` with the content `data`.

    The format is told by the content, by the name only where that is silent.
    Raises `InputError`, naming the file and what to do, for whatever is not a
    document with text: empty, too large, encrypted, broken, binary, RDF.
    """
    if not data.strip():
        what = "holds nothing but white space" if data else "is empty"
        raise InputError(f"{name} {what}", hint="leave it out, or fetch it again")
    if len(data) > most_bytes:
        raise InputError(
            f"{name} has {len(data):,} bytes; the most that is read is {most_bytes:,}",
            hint="split it into several files",
        )
    refuse_foreign(data, name)
    reader = next(reader for reader in READERS if reader.accepts(data, name))
    reading = reader.read(data, name)
    if not reading.blocks:
        raise InputError(
            f"{name} holds no text (read as {reader.name})",
            hint="check that it is the file you meant",
        )
    return reading


__all__ = ["MOST_BYTES", "READERS", "read_document"]
