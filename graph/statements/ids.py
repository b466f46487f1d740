"""Distinct types for distinct ids, each a function of what it identifies."""

from __future__ import annotations

import hashlib
from typing import NewType

EntityId = NewType("EntityId", str)
"""A stable IRI."""
FactId = NewType("FactId", str)
EvidenceId = NewType("EvidenceId", str)
DocumentId = NewType("DocumentId", str)
JudgementId = NewType("JudgementId", str)


class Identified:
    """An immutable value that keeps its id once it was asked for: a hash is what is asked most."""

    __slots__ = ("_id",)
    _id: str

    def _made(self) -> str:
        """The id, made of what it identifies."""
        raise NotImplementedError

    def _kept(self) -> str:
        try:
            return self._id
        except AttributeError:
            object.__setattr__(self, "_id", self._made())
            return self._id


DIGITS = 24
"""Hexadecimal digits of an id: 96 bits, so that 10¹² of them stay distinct."""


def digest(*parts: str) -> str:
    """A hash of `parts` that tells ("ab", "c") from ("a", "bc")."""
    joined = "".join([f"{len(part)}:{part}" for part in parts])
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:DIGITS]
