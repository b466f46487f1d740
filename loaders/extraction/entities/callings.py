"""What an event without a name is called after those who are there: "Chad–Sudan talks"."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from graph.statements import EntityId
from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.knowledge.site import Site

_LINK = "–"


def callings(site: Site, there: Collection[Filler]) -> list[str]:
    """The names that those who are there make together, the usual one first: people beside
    others, or several of one state, go by whom they act for ("Premier *X* met the *Chilean*
    delegation" is of two states); other people among themselves by their own names, else by those.
    """
    own = [f.entity for f in there]
    states = [_state(site, f) for f in there]
    kinds = {site.world.is_person(f.types) for f in there}
    teams = 1 < len(set(states)) < len(own)
    ways = [states, own] if len(kinds) > 1 or teams else [own, states]
    return [
        _linked(site, way) for way in ways if len(set(way)) == len(own) or (teams and way is states)
    ]


def _state(site: Site, filler: Filler) -> EntityId:
    return next((EntityId(iri) for iri, _ in site.stands_for(filler.entity)), filler.entity)


def _linked(site: Site, entities: Sequence[EntityId]) -> str:
    return _LINK.join(sorted({site.cast.label(entity) for entity in entities}))


def is_told(site: Site, class_name: str, there: Collection[Filler]) -> bool:
    """Whether those who are there tell the event: of those at which several meet, one person or
    polity alone tells none, but a group does ("the bloc's meeting")."""
    world = site.world
    if len(there) != 1 or not world.fits((class_name,), world.lexicon.encounters):
        return bool(there)
    (one,) = there
    return world.is_body(one.types) and not world.polity.fits(one.types)
