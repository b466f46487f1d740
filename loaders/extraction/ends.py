"""The two ends of a cue: what its slots name, or what the cue itself makes of their words."""

from __future__ import annotations

from loaders.extraction import making
from loaders.extraction.deeds import is_done
from loaders.extraction.filler import Filler
from loaders.extraction.reader import Reader
from loaders.extraction.slots import Slots
from ontology.lexicon import Cue, Part, Slot

_GUESSED = 0.6
"""How sure an object is that is told by nothing but who acts."""


def objects_of(reader: Reader, slots: Slots, cue: Cue) -> list[Filler]:
    """What the cue is about."""
    ends = tuple(s for s in cue.object if s != Slot.MUTUAL)
    found = _fill(reader, slots, ends, cue.object_classes, cue.object_made, cue.object_owner)
    found = [f for f in found if not is_done(reader, f)]
    if cue.fallback:
        found = [f for f in found if f.sure > _GUESSED]
    if cue.predicate in reader.world.lexicon.memberships:
        return [f for f in found if not reader.world.is_plural(f.entity)]
    return found


def subjects_of(
    reader: Reader, slots: Slots, cue: Cue, ends: tuple[str, ...], mutual: bool
) -> list[Filler]:
    """Who or what the cue says it of, in the slots `ends`."""
    found = _fill(reader, slots, ends, cue.subject_classes, cue.subject_made, cue.subject_owner)
    if not found and not mutual and cue.part is Part.NOUN and Slot.BEARER in cue.subject:
        # Whoever acts in the clause, where nobody has the noun.
        return [] if slots.is_called() else slots.fill((Slot.ACTING,), cue.subject_classes)
    return found


def _fill(
    reader: Reader,
    slots: Slots,
    ends: tuple[str, ...],
    classes: tuple[str, ...],
    class_name: str | None,
    owner: bool,
) -> list[Filler]:
    """The fillers that the ontology knows; then whose the words are, if `owner`; then what they
    are made by the cue, also beside known items of the same list."""
    found = slots.fill(ends, classes)
    if owner and not found:
        found = slots.fill(ends, (*classes, making.OWNER))
    if class_name is None:
        return found
    first = reader.tree.first_conjunct
    lists = {first(f.token) for f in found if len(reader.tree.conjuncts(first(f.token))) > 1}
    if found and not lists:
        return found
    more = slots.fill(ends, (*classes, making.made(class_name)))
    known = {f.entity for f in found}
    return found + [
        f for f in more if f.entity not in known and (not found or first(f.token) in lists)
    ]
