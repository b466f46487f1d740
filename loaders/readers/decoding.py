"""From bytes to text, refusing what is not text."""

from __future__ import annotations

import codecs
import re

from entente.errors import InputError

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROL = re.compile(r"[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_MOST_CONTROLS = 0.01
"""The share of control characters that a text may hold."""


def decode(data: bytes, name: str) -> str:
    """The text of `data`: UTF-8 unchanged, UTF-16 and UTF-32 by their byte order mark.

    Raises `InputError` naming the byte and line of what is not UTF-8, or
    saying that the content is binary.
    """
    encoding = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), "utf-8")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        if encoding == "utf-8" and b"\0" in data:
            raise _binary(name, data.index(b"\0")) from error
        line = data.count(b"\n", 0, error.start) + 1
        raise InputError(
            f"{name} is not valid {encoding.upper()} at byte {error.start} (line {line})",
            hint="convert it: iconv -f WINDOWS-1252 -t UTF-8 IN > OUT, with its real encoding",
        ) from error
    refuse_binary(text, name)
    return text


def refuse_binary(text: str, name: str) -> None:
    """Raises `InputError` for a text of zeros or of control characters."""
    zero = text.find("\0")
    if zero >= 0:
        raise _binary(name, zero)
    controls = sum(1 for _ in _CONTROL.finditer(text))
    if controls > max(8, _MOST_CONTROLS * len(text)):
        raise InputError(
            f"{name} is not text: {controls} of its {len(text)} characters are control characters",
            hint="give a text, Markdown, HTML, PDF or DOCX file",
        )


def _binary(name: str, offset: int) -> InputError:
    return InputError(
        f"{name} is not text: it holds a zero byte at offset {offset}",
        hint="give a text, Markdown, HTML, PDF or DOCX file",
    )
