"""From the name of a slot to the fillers that a trigger has there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

from loaders.extraction.cues import (
    asked,
    bearers,
    company,
    doers,
    dubbing,
    enlisted,
    headed,
    listing,
    modified,
    placed,
    pressed,
    reaching,
    renamed,
    things,
    tied,
    viewing,
    wishing,
)
from loaders.extraction.cues.trigger import Trigger
from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.knowledge.wanted import Wanted
from loaders.extraction.reading.reader import Reader
from ontology.lexicon import Slot

Read: TypeAlias = Callable[[Trigger, Wanted], list[Filler]]


def _nothing(_: Trigger, __: Wanted) -> list[Filler]:
    """What no words fill: each other, and what only reference facts know."""
    return []


READ: Mapping[str, Read] = {
    Slot.SUBJECT: doers.subject,
    Slot.OBJECT: things.object_,
    Slot.RECIPIENT: things.recipient,
    Slot.NAMED: things.named,
    Slot.POSSESSOR: bearers.possessor,
    Slot.GENITIVE: bearers.genitive,
    Slot.BEARER: bearers.bearer,
    Slot.HOLDER: bearers.holder,
    Slot.SUFFERER: doers.sufferer,
    Slot.MAKER: doers.maker,
    Slot.HALTER: doers.halter,
    Slot.TIED: tied.tied,
    Slot.SHARER: tied.sharer,
    Slot.MOVED: pressed.moved,
    Slot.STIRRER: doers.stirrer,
    Slot.PRESSED: pressed.pressed,
    Slot.DEFYING: pressed.defying,
    Slot.HELPER: doers.helper,
    Slot.CALLERS: company.callers,
    Slot.AIDED: doers.aided,
    Slot.VIEWER: doers.viewer,
    Slot.COPULA: bearers.copula,
    Slot.HEAD: headed.head,
    Slot.RENAMED: renamed.renamed,
    Slot.ACT: company.act,
    Slot.PRESENT: company.present_,
    Slot.SIGNERS: company.signers,
    Slot.DIRECT: things.direct,
    Slot.AUTHOR: doers.author,
    Slot.OCCASION: company.occasion,
    Slot.GATHERING: company.gathering_,
    Slot.UNSAID: doers.unsaid,
    Slot.SELF: things.self_,
    Slot.MODIFIER: things.modifier,
    Slot.COMPLEMENT: things.complement,
    Slot.CLAUSE: things.clause,
    Slot.SEAT: placed.seat,
    Slot.PURPOSE: things.purpose,
    Slot.CONTENT: asked.content,
    Slot.LIST: listing.included,
    Slot.APPOSITIVE: listing.appositive,
    Slot.ASKER: asked.asker,
    Slot.DISSUADER: asked.dissuader,
    Slot.WISHER: wishing.wisher,
    Slot.WORKERS: wishing.workers,
    Slot.SPOKEN: lambda at, wanted: at.context.spoken(wanted),
    Slot.WORRIER: viewing.worrier,
    Slot.SENT: company.sent,
    Slot.WHITHER: doers.whither,
    Slot.PRIVY: company.privy,
    Slot.BRACKETED: listing.bracketed,
    Slot.DUBBED: dubbing.dubbed,
    Slot.PLACED: placed.placed_,
    Slot.ATTENDED: company.attended,
    Slot.MUTUAL: _nothing,
    Slot.COORDINATE: modified.beside,
    Slot.FELLOW: enlisted.fellow,
    Slot.GATHERED: enlisted.gathered,
    Slot.BEFRIENDED: enlisted.befriended,
    Slot.SUM: enlisted.sum_,
    Slot.SEEKER: enlisted.seeker,
    Slot.SPECIFIED: enlisted.specified,
    Slot.ENCLOSING: listing.enclosing,
    Slot.GOVERNED: doers.governed,
    Slot.OWNER: modified.owner,
    Slot.HYPHENED: modified.hyphened,
    Slot.JOINED: modified.joined,
    Slot.LABEL: lambda at, wanted: at.context.label(wanted),
    Slot.PARTIES: company.parties,
    Slot.IMPERSONAL: company.impersonal,
    Slot.GIVEN: lambda at, wanted: at.context.given(wanted, at.noun),
    Slot.KNOWN: _nothing,
    Slot.REACHED: reaching.reached,
    Slot.STRUCK: reaching.struck,
    Slot.ACTING: doers.acting,
    Slot.TOPIC: company.topic,
    Slot.AMOUNT: _nothing,
}
"""How each grammatical slot is read; any other slot is a preposition."""


MAY: Mapping[str, Callable[[Trigger], bool]] = {
    Slot.OBJECT: things.may_have_object,
}
"""Whether anything may fill a slot, whatever is wanted, where that is told sooner than it is
read."""


class Places:
    """The slots of one end of cues, by how soon it is told that nothing fills them."""

    __slots__ = ("_is_open", "_led", "_may")

    def __init__(self, slots: tuple[str, ...]) -> None:
        self._led = frozenset(slot for slot in slots if slot not in READ)
        self._may = tuple(slot for slot in slots if slot in MAY)
        self._is_open = any(
            slot in READ and slot not in MAY and READ[slot] is not _nothing for slot in slots
        )

    def are_bare(self, slots: Slots) -> bool:
        """Whether nothing fills any of them at a trigger, whatever is wanted."""
        return not (
            self._is_open
            or not self._led.isdisjoint(slots.trigger.leading)
            or any(slots.may_fill(slot) for slot in self._may)
        )


class Slots:
    """The slots of one trigger, read once for each pair of slot and classes."""

    def __init__(
        self, reader: Reader, trigger: int, topic: list[list[Filler]], noun: int | None
    ) -> None:
        self.trigger = Trigger(reader, trigger, topic, noun)
        self._reader, self._context = reader, self.trigger.context
        self._filled: dict[tuple[str, Wanted], tuple[list[Filler], bool]] = {}
        self._may: dict[str, bool] = {}

    def may_fill(self, slot: str) -> bool:
        """Whether anything may fill a slot of `MAY`, whatever is wanted."""
        known = self._may.get(slot)
        if known is None:
            known = self._may[slot] = MAY[slot](self.trigger)
        return known

    @property
    def used_topic(self) -> bool:
        """Whether a governor filled a slot, so that it belongs to the evidence."""
        return self._context.used

    @used_topic.setter
    def used_topic(self, used: bool) -> None:
        self._context.used = used

    def fill(self, slots: tuple[str, ...], wanted: Wanted) -> list[Filler]:
        """The fillers of the first grammatical slot that has any, and of all prepositions."""
        found: dict[str, Filler] = {}
        for slot in slots:
            if slot in READ:
                if found:
                    continue
            elif slot not in self.trigger.leading:
                continue
            for filler in self._slot(slot, wanted):
                found.setdefault(filler.entity, filler)
        return list(found.values())

    def _slot(self, slot: str, wanted: Wanted) -> list[Filler]:
        """The fillers of one slot, read once for all cues of the trigger."""
        key = slot, wanted
        known = self._filled.get(key)
        if known is None:
            before, self._context.used = self._context.used, False
            read = READ.get(slot)
            found = (
                read(self.trigger, wanted)
                if read is not None
                else self._reader.fillers(self.trigger.led_to(slot), wanted)
            )
            known = self._filled[key] = found, self._context.used
            self._context.used = before
        self._context.used |= known[1]
        return known[0]

    def text(self, slot: str) -> str | None:
        """The words of a literal qualifier's slot: a figure, or the trigger's own phrase."""
        if slot == Slot.AMOUNT:
            return self.trigger.figure()
        return self.trigger.phrase() if slot == Slot.SELF else None
