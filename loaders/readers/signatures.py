"""What a file is by its first bytes, for the formats that no reader takes."""

from __future__ import annotations

import re
from typing import Literal

from entente.errors import InputError

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_IMAGES: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"II*\0", "a TIFF image"),
    (b"MM\0*", "a TIFF image"),
    (b"\0\0\1\0", "an icon"),
)
_ARCHIVES: tuple[tuple[bytes, str], ...] = (
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh9", "a bzip2 archive"),
    (b"\xfd7zXZ\0", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
)
_PROGRAMS: tuple[tuple[bytes, str], ...] = (
    (b"\x7fELF", "a program"),
    (b"MZ\x90\0", "a program"),
    (b"SQLite format 3\0", "an SQLite database"),
)
_SNIFFED = 4096
_PREFIX = re.compile(
    rb"\s*(?:#[^\n]*\n\s*)*(?:@prefix|@base|PREFIX|BASE)\s+[\w.-]*:?\s*<", re.IGNORECASE
)
_QUAD = re.compile(
    rb"\s*(?:#[^\n]*\n\s*)*(?:<[^<>\s]+>|_:\w+)\s+<[^<>\s]+>\s+(?:<[^<>\s]+>|_:\w+|\"[^\n]*)"
    rb"[^\n]*\.[ \t]*(?:\r?\n|$)"
)

Rdf = Literal["trig", "nquads"]


def rdf_format(data: bytes, name: str) -> Rdf | None:
    """The RDF serialisation of `data` if it is one: by content, then by name.

    Turtle is TriG without graphs, N-Triples N-Quads without; what says
    neither in its first bytes is RDF by its suffix alone.
    """
    head = data[:_SNIFFED].removeprefix(b"\xef\xbb\xbf")
    lowered = name.lower()
    if lowered.endswith((".nq", ".nt", ".nquads", ".ntriples")) or _QUAD.match(head):
        return "nquads"
    if lowered.endswith((".trig", ".ttl", ".turtle")) or _PREFIX.match(head):
        return "trig"
    return None


def refuse_foreign(data: bytes, name: str) -> None:
    """Raises `InputError` for a file that is known not to be a document that is read here."""
    if data.startswith(_OLE):
        if _ENCRYPTED in data:
            raise InputError(
                f"{name} is protected by a password", hint="save it without one and load it again"
            )
        raise InputError(
            f"{name} is in an old Office format", hint="save it as DOCX and load it again"
        )
    if data.startswith(b"{\\rtf"):
        raise InputError(f"{name} is RTF", hint="save it as DOCX and load it again")
    for marks, hint in (
        (_IMAGES, "recognise its text (OCR) and load that"),
        (_ARCHIVES, "unpack it and load what is in it"),
        (_PROGRAMS, "give a text, Markdown, HTML, PDF or DOCX file"),
    ):
        for mark, what in marks:
            if data.startswith(mark):
                raise InputError(f"{name} is {what}, not a document", hint=hint)
    if data[257:262] == b"ustar":
        raise InputError(f"{name} is a tar archive, not a document", hint="unpack it first")
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        raise InputError(f"{name} is a WebP image, not a document", hint="recognise its text (OCR)")
    if rdf_format(data, name) is not None:
        raise InputError(
            f"{name} is RDF, not a document",
            hint="`entente load` takes .trig and .nq files written by `entente export --all`",
        )
