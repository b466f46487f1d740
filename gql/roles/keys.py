"""Callers known by an API key. Only hashes of keys are kept, and compared in constant time."""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
from dataclasses import dataclass
from pathlib import Path

from entente.errors import InputError, UsageError
from gql.roles.role import Caller, Role

ENTRY = re.compile(r"([^\s:,;#]{1,100}):(\w+):(?:sha256:)?([0-9a-fA-F]{64})")
FILE = "@"
"""What a setting begins with that names a file of entries."""


@dataclass(frozen=True, slots=True)
class Keys:
    """The callers that keys stand for, by the SHA-256 of their keys."""

    known: tuple[tuple[bytes, Caller], ...] = ()

    def caller(self, key: str) -> Caller | None:
        """Whose key that is; None if nobody's."""
        given = fingerprint(key)
        found = None
        for digest, caller in self.known:
            if hmac.compare_digest(digest, given):
                found = caller
        return found

    @classmethod
    def of(cls, all_powerful: str | None, named: str | None) -> Keys:
        """The callers of `ENTENTE_API_KEY`, whose holder may do everything, and of
        `ENTENTE_API_KEYS`: `NAME:ROLE:SHA256`, parted by spaces, commas or lines, or `@FILE`
        with such lines. Raises `UsageError` or `InputError`."""
        known = [] if all_powerful is None else [(all_powerful, Caller("admin", Role.ADMIN))]
        by_key = [(fingerprint(key), caller) for key, caller in known]
        return cls((*by_key, *_entries(_text(named or ""))))


def fingerprint(key: str) -> bytes:
    """What is kept of a key."""
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest().encode()


def new_key() -> str:
    """A key that nobody can guess."""
    return secrets.token_urlsafe(32)


def _text(setting: str) -> str:
    if not setting.startswith(FILE):
        return setting
    path = Path(setting.removeprefix(FILE))
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(
            f"the keys in {path} cannot be read: {error}",
            hint="check the path in ENTENTE_API_KEYS, and that the file may be read",
        ) from error


def _entries(text: str) -> list[tuple[bytes, Caller]]:
    lines = (line.partition("#")[0] for line in text.splitlines())
    found = []
    for entry in re.split(r"[\s,;]+", " ".join(lines)):
        if not entry:
            continue
        match = ENTRY.fullmatch(entry)
        if match is None or match[2] not in set(Role):
            # The entry may hold a key that was put there by mistake: only its name is shown.
            raise UsageError(
                f"the key of {entry.partition(':')[0][:20]!r} in ENTENTE_API_KEYS is no entry",
                hint="write NAME:ROLE:SHA256 as `entente key NAME --role ROLE` prints it; roles "
                f"are {', '.join(Role)}",
            )
        found.append((match[3].lower().encode(), Caller(match[1], Role(match[2]))))
    return found
