"""Zip packages, looked through before a library opens them."""

from __future__ import annotations

import io
import re
import zipfile

from entente.errors import InputError
from loaders.readers.parsing import parsing

MOST_MEMBERS = 4096
MOST_UNPACKED = 256 * 1024 * 1024
MOST_UNPACKED_XML = 64 * 1024 * 1024
"""Bytes; an XML tree takes several times its text's size in memory."""
_CHUNK = 1 << 16
_DECLARATION = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_XML = (".xml", ".rels")


def members(data: bytes) -> frozenset[str]:
    """The names in the zip package `data`; empty where it is none. Nothing is unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return frozenset(package.namelist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return frozenset()


def check_package(data: bytes, name: str) -> None:
    """Unpacks `data` once, chunk by chunk, keeping nothing.

    Raises `InputError` when it is broken, encrypted, or a bomb: more members
    or bytes than the limits, by what it declares or by what comes out, or XML
    with a document type, in which entities can be multiplied.
    """
    with parsing(name, "a zip package"), zipfile.ZipFile(io.BytesIO(data)) as package:
        infos = package.infolist()
        declared = sum(info.file_size for info in infos)
        if len(infos) > MOST_MEMBERS or declared > MOST_UNPACKED:
            raise _bomb(name, f"{len(infos):,} members of {declared:,} bytes are declared")
        if any(info.flag_bits & 1 for info in infos):
            raise InputError(
                f"{name} is protected by a password", hint="save it without one and load it again"
            )
        total = 0
        for info in infos:
            total += _unpacked(package, info, name, MOST_UNPACKED - total)


def _unpacked(package: zipfile.ZipFile, info: zipfile.ZipInfo, name: str, left: int) -> int:
    is_xml = info.filename.lower().endswith(_XML)
    most = min(left, MOST_UNPACKED_XML) if is_xml else left
    size, tail = 0, b""
    with package.open(info) as member:
        while chunk := member.read(_CHUNK):
            size += len(chunk)
            if size > most:
                raise _bomb(name, f"more than {most:,} bytes in {info.filename}")
            if is_xml:
                plain = (tail + chunk).replace(b"\0", b"")  # UTF-16 as well
                if _DECLARATION.search(plain):
                    raise InputError(
                        f"{name}: {info.filename} declares a document type or entities, "
                        "as no Office program does",
                        hint="open it in Word and save it again, if you trust it",
                    )
                tail = chunk[-32:]
    return size


def _bomb(name: str, what: str) -> InputError:
    return InputError(
        f"{name} unpacks to more than is read: {what}",
        hint="it may be a zip bomb; if not, save it without its images, or in parts",
    )
