"""DOCX: structure by style and numbering."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

from entente.errors import InputError
from loaders.readers import packages, read_document
from loaders.reading import Reading

Shown = list[tuple[str, int, str]]
Docx = Callable[[Callable[[Any], None]], bytes]


def test_styles_lists_and_tables(docx: Docx, blocks_of: Callable[[Reading], Shown]) -> None:
    def fill(document: Any) -> None:
        document.add_paragraph("A roadmap", style="Title")
        document.add_heading("Concerns", level=2)
        document.add_paragraph("At sea:", style="List Bullet")
        document.add_paragraph("Piracy", style="List Bullet 2")
        document.add_paragraph("First", style="List Number")
        document.add_paragraph("Second", style="List Number")
        document.add_paragraph().add_run("In bold").bold = True
        document.add_paragraph("A table", style="Caption")
        table = document.add_table(2, 2)
        for cell, text in zip(
            (cell for row in table.rows for cell in row.cells),
            ("State", "Since", "Japan", "2014"),
            strict=True,
        ):
            cell.text = text
        document.core_properties.author = "Policy Circle"
        document.core_properties.created = dt.datetime(2025, 2, 10, 9, tzinfo=dt.UTC)

    reading = read_document(docx(fill), "a.docx")
    assert reading.text == (
        "A roadmap\n\nConcerns\n\n- At sea:\n  - Piracy\n1. First\n2. Second\n\nIn bold\n\n"
        "A table\n\nState\tSince\nJapan\t2014"
    )
    assert blocks_of(reading) == [
        ("title", 0, "A roadmap"),
        ("heading", 2, "Concerns"),
        ("item", 1, "At sea:"),
        ("item", 2, "Piracy"),
        ("item", 1, "First"),
        ("item", 1, "Second"),
        ("heading", 3, "In bold"),
        ("caption", 0, "A table"),
        ("cell", 0, "State"),
        ("cell", 0, "Since"),
        ("cell", 0, "Japan"),
        ("cell", 0, "2014"),
    ]
    assert (reading.title, reading.publisher, reading.date) == (
        "A roadmap",
        "Policy Circle",
        "2025-02-10",
    )


def test_what_is_inserted_counts_and_what_is_deleted_does_not(docx: Docx) -> None:
    def fill(document: Any) -> None:
        paragraph = document.add_paragraph("Japan ")._p
        paragraph.append(parse_xml(f"<w:ins {nsdecls('w')}><w:r><w:t>attends</w:t></w:r></w:ins>"))
        paragraph.append(
            parse_xml(f"<w:del {nsdecls('w')}><w:r><w:delText>leaves</w:delText></w:r></w:del>")
        )
        control = parse_xml(
            f"<w:sdt {nsdecls('w')}><w:sdtContent><w:p><w:r><w:t>In a control.</w:t></w:r></w:p>"
            "</w:sdtContent></w:sdt>"
        )
        document.element.body.insert(1, control)

    assert read_document(docx(fill), "a.docx").text == "Japan attends\n\nIn a control."


def test_depth_comes_from_the_numbering(docx: Docx, blocks_of: Callable[[Reading], Shown]) -> None:
    def fill(document: Any) -> None:
        for depth in (0, 1, 0):
            properties = document.add_paragraph("Point")._p.get_or_add_pPr()
            numbering = OxmlElement("w:numPr")
            for tag, value in (("w:ilvl", depth), ("w:numId", 1)):
                element = OxmlElement(tag)
                element.set(qn("w:val"), str(value))
                numbering.append(element)
            properties.append(numbering)

    levels = [(kind, level) for kind, level, _ in blocks_of(read_document(docx(fill), "a.docx"))]
    assert levels == [("item", 1), ("item", 2), ("item", 1)]


def test_the_date_of_the_template_is_not_the_documents(docx: Docx) -> None:
    assert read_document(docx(lambda d: d.add_paragraph("Text.")), "a.docx").date is None


def repacked(data: bytes, **members: bytes) -> bytes:
    """The package with members replaced or added (`__` stands for `/`, `_` for `.`)."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w", 8) as new:
        names = {name.replace("__", "/").replace("_", "."): name for name in members}
        for info in old.infolist():
            if info.filename not in names:
                new.writestr(info.filename, old.read(info))
        for filename, name in names.items():
            new.writestr(filename, members[name])
    return buffer.getvalue()


def test_bombs_are_refused_before_they_unpack(docx: Docx, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = docx(lambda d: d.add_paragraph("Text."))
    monkeypatch.setattr(packages, "MOST_UNPACKED", 1 << 20)
    with pytest.raises(InputError, match=r"a\.docx unpacks to more than is read"):
        read_document(repacked(plain, word__media__image_png=b"\0" * (1 << 21)), "a.docx")
    monkeypatch.setattr(packages, "MOST_UNPACKED", 1 << 30)
    monkeypatch.setattr(packages, "MOST_UNPACKED_XML", 1 << 20)
    with pytest.raises(InputError, match=r"more than 1,048,576 bytes in word/document\.xml"):
        read_document(repacked(plain, word__document_xml=b" " * (1 << 21)), "a.docx")
    monkeypatch.setattr(packages, "MOST_MEMBERS", 5)
    with pytest.raises(InputError, match="members"):
        read_document(plain, "a.docx")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused(docx: Docx, encoding: str) -> None:
    bomb = (
        '<!DOCTYPE a [<!ENTITY b "bbbbbbbb"><!ENTITY c "&b;&b;&b;&b;">]>'
        '<w:document xmlns:w="x"><w:t>&c;</w:t></w:document>'
    )
    data = repacked(
        docx(lambda d: d.add_paragraph("Text.")), word__document_xml=bomb.encode(encoding)
    )
    with pytest.raises(InputError, match="declares a document type or entities"):
        read_document(data, "a.docx")


def test_other_packages_are_named(docx: Docx) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr("xl/workbook.xml", "<x/>")
    with pytest.raises(InputError, match="an Excel workbook"):
        read_document(buffer.getvalue(), "a.docx")
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr("a.txt", "x")
    with pytest.raises(InputError, match=r"zip archive.*unpack it"):
        read_document(buffer.getvalue(), "a.zip")
    with pytest.raises(InputError, match=r"broken"):
        read_document(docx(lambda d: d.add_paragraph("Text."))[:-40], "a.docx")
