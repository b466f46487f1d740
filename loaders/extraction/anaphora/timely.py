"""Which of the dated events named before is meant: the one about the document's own time, rather
than one that was recalled since, "as at *last year's summit*. At *the Summit* …"."""

from __future__ import annotations

from dataclasses import replace

from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.knowledge.referents import Sought
from loaders.extraction.knowledge.site import Site
from loaders.extraction.parse.tags import PROPER

_FAR = 400
"""Sentences back: what a text is about is named at its beginning."""


def timely(site: Site, found: tuple[Filler, ...], sought: Sought) -> tuple[Filler, ...]:
    """What was `found`, or the one event about the document's time instead of one that was long
    before."""
    calendar, happening = site.events.calendar, site.world.lexicon.happenings
    if site.tree.tags[sought.token] not in PROPER:
        # "at last year's summit, when *the event* …"
        return found
    if len(found) != 1 or not site.world.fits(found[0].types, happening):
        return found
    if calendar.times(found[0].entity) is None or calendar.near([found[0].entity]):
        return found
    named = [
        f
        for f in site.discourse.all(replace(sought, reach=_FAR))
        if site.world.fits(f.types, happening) and calendar.times(f.entity) is not None
    ]
    near = calendar.near([f.entity for f in named])
    return tuple(f for f in named if f.entity in near) if len(near) == 1 else found
