"""The service's one writer: changes take turns, and listeners hear of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from entente.errors import EntenteError, NotFound, UsageError
from gql.errands import Entry, Receipt, Ruling, Text
from gql.events.occurrences import LoadProgress
from gql.roles import Caller
from gql.turns import Turns
from gql.types.enums import LoadStage
from graph import propriety
from graph.plan import Compare, Field, Find, Kind, Operator
from graph.soundness import check as check_change
from graph.statements import PAIRWISE, EntityId, EvidenceId, Judgement, Verdict
from graph.store import Change, Store
from loaders.report import Outcome
from loaders.sources import Source
from ontology.model import Ontology

if TYPE_CHECKING:
    from loaders.pipeline import Loader  # takes a second to import, and few requests write
    from loaders.workshop import Recipe

NAME = re.compile(r"[^\s/\\.\x00-\x1f\x7f][^/\\\x00-\x1f\x7f]{0,199}")


class Desk:
    """Writes to `store`, one change at a time. Safe to use from several threads.

    At most `writers` changes are under way or wait; others are refused.
    `told` hears how far a text is, `written` that something was written.
    """

    def __init__(
        self,
        store: Store,
        recipe: Recipe,
        writers: int,
        told: Callable[[LoadProgress], None] = lambda _: None,
        written: Callable[[], None] = lambda: None,
    ) -> None:
        self._store = store
        self._recipe = recipe
        self._turns = Turns(writers, written)
        self._told = told

    def prepare(self) -> None:
        """Make what reads texts, which takes seconds, before the first text waits for it.

        What goes wrong is left for whoever loads a text to hear.
        """
        from loaders.pipeline import prepare

        with suppress(EntenteError):
            prepare(self._recipe)

    def load(self, text: Text, caller: Caller, deadline: float) -> Receipt:
        """Read a text and store what it states. `deadline` is on the monotonic clock, and is
        for its turn to come. Raises what it is refused for."""
        if not NAME.fullmatch(text.name):
            raise UsageError(
                f"{text.name[:100]!r} is no file name",
                hint="give a name of up to 200 characters, without / and \\, such as report.txt",
            )
        progress = LoadProgress(text.location, text.name, caller.name, LoadStage.WAITING)
        self._told(progress)
        try:
            with self._turns.taken(deadline):
                self._told(replace(progress, stage=LoadStage.READING))
                source = Source(text.location, text.text.encode("utf-8", "replace"))
                loaded = self._loader().load_text(source, text.metadata)
        except EntenteError as error:
            self._told(replace(progress, stage=LoadStage.REFUSED, failure=error))
            raise
        changed = loaded.outcome is Outcome.LOADED
        self._told(
            replace(
                progress,
                stage=LoadStage.LOADED if changed else LoadStage.UNCHANGED,
                document=loaded.document,
                facts=loaded.facts,
                evidence=loaded.evidence,
            )
        )
        return Receipt(
            changed,
            loaded.location,
            str(loaded.document),
            loaded.facts,
            loaded.evidence,
            loaded.words,
            tuple(sorted(Counter(r.reason.value for r in loaded.refusals).items())),
        )

    def remove(self, target: str, deadline: float) -> tuple[list[str], list[str]]:
        """Remove what `target` names: the locations and the documents that are gone."""
        with self._turns.taken(deadline):
            before = self._store.held()
            try:
                gone = self._loader().remove(target)
            except NotFound:
                return [], []
            left = {held.document for held in self._store.held().values()}
            return gone, sorted({str(before[uri].document) for uri in gone} - left)

    def judge(
        self, left: str, right: str, verdict: Verdict, note: str, caller: Caller, deadline: float
    ) -> Ruling:
        """Record a judgement. Raises `NotFound` if what it is of is not stored, `UsageError` if
        the verdict is none of it."""
        made = Judgement(EntityId(left), EntityId(right), verdict, caller.name, _now(), note)
        check_change(Change(judge=(made,)))
        with self._turns.taken(deadline):
            self._check(made)
            standing = self._standing(made)
            if standing and _says(standing) == _says(made):
                return Ruling(False, standing)
            if standing and not made.supersedes(standing):
                made = replace(made, when=standing.when)  # its clock is ahead of ours
            self._store.apply(Change(judge=(made,)))
            return Ruling(True, made)

    def _check(self, made: Judgement) -> None:
        if made.verdict is Verdict.RETRACTED:
            id_ = EvidenceId(made.left)
            one = Find(Kind.EVIDENCE, (Field("id"),), Compare("id", Operator.EQ, id_), limit=1)
            waiting = any(review.id == id_ for review in self._store.reviews())
            if not waiting and not self._store.run(one).rows:
                raise NotFound(f"no evidence {id_!r}", hint="facts list the ids of their evidence")
            return
        propriety.check(self._store, made)

    def withdraw(self, id_: str, deadline: float) -> Ruling:
        """Withdraw a judgement, if it is on record; what it had replaced stands again."""
        with self._turns.taken(deadline):
            recorded = self._store.judgements(replaced=True)
            found = next((j for j in recorded if j.id == id_), None)
            if found is None:
                return Ruling(False, None)
            self._store.apply(Change(withdraw=(found.id,)))
            return Ruling(True, found, self._standing(found), stands=False)

    def _loader(self) -> Loader:
        from loaders.pipeline import Loader

        return Loader(self._store, self._recipe)

    def state(
        self, ontology: Ontology, entry: Entry, caller: Caller, deadline: float
    ) -> tuple[bool, str]:
        """State a fact: whether that is new, and the evidence's id. Raises `NotFound` or
        `UsageError` naming what does not fit."""
        from loaders.stating import state

        with self._turns.taken(deadline):
            before = self._store.revision()
            id_ = state(
                self._store,
                ontology,
                entry.document,
                entry.span,
                entry.fact,
                caller.name,
                _now(),
                polarity=entry.polarity,
                status=entry.status,
                time=entry.time,
                said_by=entry.said_by,
                qualifiers=entry.qualifiers,
            )
            return self._store.revision() != before, id_

    def restate(self, id_: str, deadline: float) -> tuple[bool, str]:
        """Put curated evidence that waits for review to where its quote stands now: its new id.
        Raises `NotFound` if it does not wait, `UsageError` if its quote is not there."""
        from loaders.stating import restate

        with self._turns.taken(deadline):
            waiting = next((each for each in self._store.reviews() if each.id == id_), None)
            if waiting is None:
                raise NotFound(
                    f"no evidence {id_!r} waits for review", hint="`entente review` lists them"
                )
            return True, restate(self._store, waiting)

    def _standing(self, on: Judgement) -> Judgement | None:
        """What stands of the question that `on` answers."""
        return next((j for j in self._store.judgements() if j.question == on.question), None)


def _says(judgement: Judgement) -> tuple[object, ...]:
    """What a judgement says, whoever made it and when."""
    ends = judgement.left, judgement.right
    pair = frozenset(ends) if judgement.verdict in PAIRWISE else ends
    return pair, judgement.verdict, judgement.note


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
