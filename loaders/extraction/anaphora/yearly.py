"""What is held again and again: "Sea Lion is held each spring. For *this year's exercise* …"."""

from __future__ import annotations

from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.knowledge.referents import Sought
from loaders.extraction.knowledge.site import Site
from loaders.extraction.knowledge.wanted import Wanted

_TIMES = frozenset({"year", "month", "week"})
_REACH = 12
"""Sentences back."""


def is_yearly(site: Site, token: int) -> bool:
    """Whether the noun says of which time one in a row is: "*last year's* drills"."""
    return any(site.tree.lemmas[t] in _TIMES for t in site.tree.kids(token, "poss"))


def yearly(site: Site, token: int, wanted: Wanted) -> list[Filler]:
    """The known event without a date that was named before and that the noun may call: what has
    a date of its own was once."""
    world = site.world
    anaphor = world.anaphors.get(site.tree.lemmas[token])
    if anaphor is None or not is_yearly(site, token):
        return []
    happenings, calendar = world.lexicon.happenings, site.events.calendar

    def fits(types: tuple[str, ...]) -> bool:
        return all(world.fits(types, c) for c in (anaphor.classes, happenings)) and wanted.fits(
            types
        )

    def recurs(iri: str) -> bool:
        return iri in world.ontology.entities and calendar.times(iri) is None

    place = site.sentence(token), token
    found = site.discourse.find(Sought(*place, fits, many=False, reach=_REACH, apt=recurs))
    return [site.resolved(f, token) for f in found]
