"""What the stored evidence of facts says, for their derivation."""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping

from graph.derived import Testimony, voice
from graph.sqlite.codes import CODE, MODALITIES, keys, packed
from graph.sqlite.touched import Heard
from graph.statements import EvidenceId, EvidenceKind, Interval, certain
from graph.store import Schema

ENOUGH = 200
"""Evidence of a fact in one sense beyond which a part may stand for all."""
KINDS = {kind.value: kind for kind in EvidenceKind}
HEARD = "modality, starts, ends, kind"


class Hearing:
    """Hears evidence within one transaction, all but that which is retracted."""

    def __init__(
        self, connection: sqlite3.Connection, schema: Schema, retracted: Collection[EvidenceId]
    ) -> None:
        self._connection = connection
        self._schema = schema
        self._retracted = retracted
        found = connection.execute(
            "SELECT key FROM evidence WHERE id IN (SELECT value FROM json_each(?))",
            (packed(sorted(retracted)),),
        )
        listed = ", ".join(str(key) for (key,) in found)
        self._counting = f" AND key NOT IN ({listed})" if listed else ""

    def counts(self, facts: list[int]) -> Counter[int]:
        """How much evidence each of the facts has, what is retracted included."""
        return Counter(
            dict(
                self._connection.execute(
                    "SELECT fact, count(*) FROM evidence"
                    " WHERE fact IN (SELECT value FROM json_each(?)) GROUP BY fact",
                    (keys(facts),),
                ).fetchall()
            )
        )

    def added(self, evidence: Iterable[Heard]) -> list[Testimony]:
        """What evidence says that was just written."""
        return [self._testimony(*e[1:]) for e in evidence if e.id not in self._retracted]

    def testimonies(self, counts: Mapping[int, int]) -> dict[int, list[Testimony]]:
        """What all evidence of the facts says; `counts` is how much each has."""
        found: dict[int, list[Testimony]] = {}
        for fact, count in counts.items():
            if count > ENOUGH:
                enough = self._enough(fact)
                if enough is not None:
                    found[fact] = enough
        found.update(self._all([fact for fact in counts if fact not in found]))
        return found

    def _all(self, facts: list[int]) -> dict[int, list[Testimony]]:
        # One voice's repetitions in one sense and time are one testimony: the
        # loudest is all that belief hears, the earliest all that edges know.
        found: dict[int, list[Testimony]] = defaultdict(list)
        for fact, *row in self._connection.execute(
            f"SELECT fact, {HEARD}, voice, max(confidence), min(published) FROM evidence"
            f" WHERE fact IN (SELECT value FROM json_each(?)){self._counting}"
            f" GROUP BY fact, {HEARD}, voice",
            (keys(facts),),
        ):
            found[fact].append(self._testimony(*row))
        return found

    def _enough(self, fact: int) -> list[Testimony] | None:
        """What all evidence of a fact comes to, from a part of it; None if it takes all.

        A fact that is told everywhere is certain after a few dozen voices. The rest only
        say when it holds and since when that is known, which nobody need be named for.
        """
        heard = []
        for modality in MODALITIES:
            voices = [
                self._testimony(*row)
                for row in self._connection.execute(
                    f"SELECT {HEARD}, voice, confidence, published FROM evidence"
                    f" WHERE fact = ? AND modality = ?{self._counting} LIMIT ?",
                    (fact, CODE[modality], ENOUGH),
                )
            ]
            if len(voices) == ENOUGH and not certain(map(voice, voices)):
                return None
            heard += voices
        for row in self._connection.execute(
            f"SELECT {HEARD}, '', 0.0, min(published) FROM evidence"
            f" WHERE fact = ?{self._counting} GROUP BY {HEARD}",
            (fact,),
        ):
            heard.append(self._testimony(*row))
        return heard

    def _testimony(
        self,
        modality: int,
        starts: int,
        ends: int,
        kind: str,
        voice: str,
        confidence: float,
        published: int,
    ) -> Testimony:
        return Testimony(
            MODALITIES[modality],
            KINDS[kind],
            confidence,
            Interval(starts, ends),
            *self._schema.voice(voice),
            published,
        )
