"""What is held again and again, "Sea Lion is held each spring. For *this year's exercise* …", or
called by the last word of its name: "the Ministers' Dialogue. *The Dialogue* …"."""

from __future__ import annotations

from graph.statements import EntityId
from loaders.extraction.anaphora.timely import timely
from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.knowledge.referents import Sought
from loaders.extraction.knowledge.site import Site
from loaders.extraction.knowledge.wanted import Wanted

_TIMES = frozenset({"year", "month", "week"})
_REACH, _FAR = 12, 30
"""Sentences back, of what is yearly and of what has a name with the noun in it."""
_POINTING = frozenset({"the", "this"})


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


def so_called(site: Site, token: int, wanted: Wanted) -> list[Filler]:
    """The event named before that has the noun, which is capitalised, in its name."""
    tree, world = site.tree, site.world
    anaphor = world.anaphors.get(tree.lemmas[token])
    pointed = any(tree.lower[d] in _POINTING for d in tree.kids(token, "det"))
    if anaphor is None or not pointed or not tree.words[token].istitle():
        return []
    if tree.child(token, "amod", "compound", "nmod", "poss") is not None:
        return []

    def fits(types: tuple[str, ...]) -> bool:
        return wanted.fits(types) and world.fits(types, world.lexicon.happenings)

    def is_called(iri: str) -> bool:
        return tree.words[token] in site.cast.label(EntityId(iri)).split()

    place = site.sentence(token), token
    sought = Sought(*place, fits, many=False, reach=_FAR, apt=is_called)
    found = timely(site, site.discourse.find(sought), sought)
    return [site.resolved(f, token) for f in found]
