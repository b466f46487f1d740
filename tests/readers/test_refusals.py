"""Whatever is no document is refused by name, with its mending; nothing else is raised."""

from __future__ import annotations

import io
import tarfile
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from entente.errors import InputError
from loaders.readers import MOST_BYTES, READERS, read_document
from loaders.readers.signatures import rdf_format
from loaders.reading import Reader


def a_tar() -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        archive.addfile(tarfile.TarInfo("a.txt"))
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "name", "message"),
    [
        (b"", "a.txt", r"a\.txt is empty"),
        (b" \n\t\r\n ", "a.md", r"a\.md holds nothing but white space"),
        ("\u2003\u00a0\ufeff".encode(), "a.txt", r"a\.txt holds no text"),
        (b"--- *** ---\n", "a.txt", r"a\.txt holds no text"),
        (b"\0" * 100, "a.txt", r"a\.txt is not text: it holds a zero byte at offset 0"),
        (b"text\0\xff\xfe", "a.txt", r"a\.txt is not text: it holds a zero byte at offset 4"),
        (b"\x01\x02\x03\x04abc" * 9, "a.txt", r"control characters"),
        (b"one\ntwo \xe9t\xe9\n", "a.txt", r"not valid UTF-8 at byte 8 \(line 2\).*iconv"),
        (b"one\ntwo \xe9t\xe9\n", "a.md", r"a\.md is not valid UTF-8 at byte 8"),
        (b"\xff\xfeodd", "a.txt", r"not valid UTF-16"),
        (b"\x89PNG\r\n\x1a\n", "a.txt", r"a PNG image.*OCR"),
        (b"\xff\xd8\xff\xe0", "a.jpg", r"a JPEG image"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "a", r"a WebP image"),
        (b"\x1f\x8b\x08\0", "a.gz", r"a gzip archive.*unpack"),
        (a_tar(), "a.tar", r"a tar archive"),
        (b"\x7fELF\x02\x01", "a.txt", r"a program"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 99, "a.doc", r"old Office.*DOCX"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "a.docx",
            r"protected by a password",
        ),
        (b"{\\rtf1 text}", "a.rtf", r"is RTF.*DOCX"),
        (b"%PDF-1.7 and no more", "a.txt", r"a\.txt is a broken PDF"),
        (b"PK\x03\x04 and no more", "a.docx", r"a zip archive.*broken"),
        (b"@prefix a: <http://a/> .\na:b a:c a:d .\n", "a.txt", r"is RDF"),
    ],
)
def test_each_refusal_names_the_file_and_the_fix(data: bytes, name: str, message: str) -> None:
    with pytest.raises(InputError, match=message) as raised:
        read_document(data, name)
    assert raised.value.hint


def test_size_is_limited() -> None:
    with pytest.raises(InputError, match=r"a\.txt has 11 bytes; the most that is read is 10"):
        read_document(b"eleven text", "a.txt", most_bytes=10)
    assert MOST_BYTES == 64 * 1024 * 1024


def test_fifty_megabytes_of_zeros_are_refused() -> None:
    with pytest.raises(InputError, match="zero byte"):
        read_document(bytes(50_000_000), "a.txt")


@pytest.mark.parametrize(
    ("data", "name", "expected"),
    [
        (b"@prefix a: <http://a/> .", "x", "trig"),
        (b"# by hand\nPREFIX a: <http://a/>\n", "x.txt", "trig"),
        (b'<http://a> <http://b> "c"@en <http://g> .\n', "x", "nquads"),
        (b"", "x.nq", "nquads"),
        (b"", "x.TRIG", "trig"),
        (b"Prefix sums are <b>fast</b>.", "x.txt", None),
        (b"<html><body>", "x.html", None),
    ],
)
def test_rdf_is_told_by_content_then_name(data: bytes, name: str, expected: str | None) -> None:
    assert rdf_format(data, name) == expected


NAMES = st.sampled_from(["a", "a.txt", "a.md", "a.html", "a.pdf", "a.docx"])
OPENINGS = st.sampled_from(
    [b"", b"<html>", b"%PDF-1.4\n", b"PK\x03\x04", b"---\n", b"\xff\xfe", b"# A\n"]
)


def in_order(data: bytes, name: str) -> None:
    """Reads `data`; only `InputError` is raised, and a reading's blocks are sound."""
    try:
        reading = read_document(data, name)
    except InputError as error:
        assert name in error.message  # noqa: PT017 - either outcome is right
        return
    reading.text.encode()
    end = 0
    for block in reading.blocks:
        assert end <= block.start < block.end <= len(reading.text)
        end = block.end


@settings(max_examples=300, deadline=None)
@given(opening=OPENINGS, data=st.binary(max_size=300), name=NAMES)
@example(opening=b"", data=b"<html><head><meta charset=idna></head>\xff", name="a.html")
@example(opening=b"", data=b"---\na: &a [*a, *a]\n---\ntext", name="a.md")
@example(opening=b"", data=b"&#xD800; text &#0; <p>&#55296;", name="a.html")
@example(opening=b"", data=b"&#xD800; text &#0; <p>&#55296;", name="a.md")
def test_arbitrary_bytes_are_read_or_refused(opening: bytes, data: bytes, name: str) -> None:
    in_order(opening + data, name)


@settings(max_examples=150, deadline=None)
@given(text=st.text(max_size=300), name=NAMES)
def test_arbitrary_text_is_read_or_refused(text: str, name: str) -> None:
    in_order(text.encode("utf-8", "replace"), name)


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.name)
@settings(max_examples=60, deadline=None)
@given(data=st.binary(max_size=200))
def test_each_reader_by_itself_raises_nothing_else(reader: Reader, data: bytes) -> None:
    try:
        reader.read(data, "a")
    except InputError as error:
        assert error.message.startswith("a")  # noqa: PT017 - either outcome is right


@pytest.fixture(scope="module")
def real(pdf: Callable[..., bytes], docx: Callable[..., bytes]) -> list[tuple[str, bytes]]:
    def fill(document: Any) -> None:
        document.add_heading("Head", level=1)
        document.add_paragraph("Text of the file.", style="List Bullet")
        document.add_table(1, 2).rows[0].cells[0].text = "cell"

    return [
        ("a.pdf", pdf([[(72, 700, "Text of the file."), (72, 680, "#Head")]])),
        ("a.docx", docx(fill)),
    ]


@settings(max_examples=120, deadline=None)
@given(choice=st.integers(0, 1), places=st.lists(st.floats(0, 1, exclude_max=True), max_size=6))
def test_damaged_files_are_read_or_refused(
    real: list[tuple[str, bytes]], choice: int, places: list[float]
) -> None:
    name, data = real[choice]
    damaged = bytearray(data)
    for place in places:
        damaged[int(place * len(damaged))] ^= 0x55
    in_order(bytes(damaged), name)
