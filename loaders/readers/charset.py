"""The characters of a web page, in the encoding that it declares."""

from __future__ import annotations

import codecs
import re

from loaders.readers.decoding import decode, refuse_binary

_SNIFFED = 4096
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_CHARSET = re.compile(
    rb"""<(?:meta|\?xml)\b[^<>]*?(?:charset|encoding)\s*=\s*["']?\s*([\w:-]+)""", re.IGNORECASE
)
_WEB_ENCODING = re.compile(
    r"utf-?8$|windows-\d+$|cp\d+$|ibm\d+$|iso-?8859-\d+$|koi8-[ru]$|mac(?:intosh|-cyrillic)?$"
    r"|gbk$|gb2312$|gb18030$|big5$|euc-(?:jp|kr)$|iso-2022-(?:jp|kr)$|shift[_-]jis$|tis-620$"
)


def page_head(data: bytes) -> str:
    """The first characters of a page, for a look at its mark-up."""
    mark = next((mark for mark in _MARKS if data.startswith(mark)), None)
    encoding = "utf-16" if mark in _MARKS[1:] else "utf-8"
    return data[:_SNIFFED].decode(encoding, "replace").removeprefix("\ufeff")


def decode_page(data: bytes, name: str) -> str:
    """The page's text: by byte order mark, by the charset it declares, as UTF-8, or,
    as browsers do, as Windows-1252."""
    if data.startswith(_MARKS):
        return decode(data, name).removeprefix("\ufeff")
    declared = _CHARSET.search(data[:_SNIFFED])
    label = declared.group(1).decode("ascii").lower() if declared else "utf-8"
    if label in ("iso-8859-1", "latin1", "ascii", "us-ascii"):
        label = "windows-1252"
    for encoding in (label, "utf-8"):
        try:
            page = data.decode(encoding) if _WEB_ENCODING.match(encoding) else None
        except (UnicodeDecodeError, LookupError):
            page = None
        if page is not None:
            break
    else:
        page = data.decode("windows-1252", "replace")
    refuse_binary(page, name)
    return page
