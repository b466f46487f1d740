"""DOCX: headings by style, lists by numbering, tables, and what the properties say."""

from __future__ import annotations

import datetime as dt
import io

import docx
from docx.document import Document as WordDocument

from entente.errors import InputError
from graph.statements import BlockKind
from loaders.readers.composition import Composition
from loaders.readers.imprint import HEAD, read_imprint
from loaders.readers.metadata import Metadata, is_real_title
from loaders.readers.packages import check_package, members
from loaders.readers.parsing import parsing
from loaders.readers.word_markup import TABLE, blocks, cell_text, segments, table_rows
from loaders.readers.word_styles import Role, Styles
from loaders.reading import Reading

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OTHERS = (
    ("xl/", "an Excel workbook", "save the sheets as text or HTML"),
    ("ppt/", "a PowerPoint presentation", "save it as PDF"),
    ("META-INF/container.xml", "an EPUB book", "convert it to HTML"),
    ("content.xml", "an OpenDocument file", "save it as DOCX"),
)
_TEMPLATE_DATE = dt.date(2013, 12, 23)
"""What python-docx's template says of itself, and with it every file made from it."""


class WordReader:
    """Reads DOCX files."""

    name = "DOCX"
    media_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

    def accepts(self, data: bytes, name: str) -> bool:
        """Any zip package; `read` says what other ones are."""
        return data.startswith(_ZIP)

    def read(self, data: bytes, name: str) -> Reading:
        self._refuse_others(data, name)
        check_package(data, name)
        with parsing(name, "a DOCX file"):
            document = docx.Document(io.BytesIO(data))
            given = _properties(document)
            composed = _composed(document)
        head = [composed.text[block.start : block.end] for block in composed.blocks[:HEAD]]
        imprint = read_imprint([(text, False) for text in head], head[-1] if head else "")
        return Reading(
            text=composed.text,
            blocks=composed.blocks,
            media_type=self.media_type,
            title=composed.title or given.title,
            publisher=imprint.publisher or given.publisher,
            date=imprint.date or given.date,
            address=imprint.address,
            language=given.language or "en",
        )

    def _refuse_others(self, data: bytes, name: str) -> None:
        names = members(data)
        if any(member.startswith("word/") for member in names):
            return
        for sign, what, hint in _OTHERS:
            if any(member.startswith(sign) for member in names):
                raise InputError(f"{name} is {what}, not a document", hint=hint)
        raise InputError(
            f"{name} is a zip archive, not a document",
            hint="unpack it and load what is in it; if it is a DOCX file, it is broken",
        )


def _properties(document: WordDocument) -> Metadata:
    properties = document.core_properties
    created = properties.created
    title = (properties.title or "").strip()
    return Metadata.of(
        {
            "title": title if is_real_title(title) else None,
            "publisher": properties.author,
            "date": None if created is None or created.date() == _TEMPLATE_DATE else created,
            "language": properties.language,
        }
    )


def _composed(document: WordDocument) -> Composition:
    composed, styles = Composition(), Styles(document)
    counts: dict[tuple[str, int], int] = {}
    for element in blocks(document.element.body):
        if element.tag == TABLE:
            for row in table_rows(element):
                composed.add_row(cell_text(cell) for cell in row)
            continue
        role = styles.role(element)
        parts = segments(element).take()
        text = " ".join(part.text for part in parts)
        if role.kind is BlockKind.TITLE:
            composed.head(text, 1)
        elif role.kind is BlockKind.HEADING:
            composed.head(text, role.level)
        elif role.kind is BlockKind.ITEM:
            composed.add(text, role.kind, role.level, _marker(role, counts))
        elif role.kind is BlockKind.PARAGRAPH:
            composed.prose(parts)
        else:
            composed.add(text, role.kind)
    return composed


def _marker(role: Role, counts: dict[tuple[str, int], int]) -> str:
    """A bullet, or the item's number; a number begins anew below another item."""
    if not role.numbered:
        return "-"
    key = (role.list_id, role.level)
    counts[key] = counts.get(key, 0) + 1
    for other in [other for other in counts if other[0] == role.list_id and other[1] > role.level]:
        del counts[other]
    return f"{counts[key]}."
