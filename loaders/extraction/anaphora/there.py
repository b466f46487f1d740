""" "There": the place or the event that was spoken of last."""

from __future__ import annotations

from collections.abc import Callable, Container

from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.knowledge.referents import Sought
from loaders.extraction.knowledge.site import Site
from loaders.extraction.knowledge.wanted import Wanted
from loaders.extraction.parse.tree import Tree

_OF_OTHERS = frozenset({"amod", "compound", "nmod"})
_REACH = 2
"""Sentences back."""


def may_be_there(tree: Tree, token: int) -> bool:
    """Whether the word tells a place by what was said before: not "*there* are ships"."""
    return tree.lower[token] == "there" and tree.tags[token] == "RB"


def there(
    site: Site, token: int, wanted: Wanted, read: Callable[[int, Wanted], list[Filler]]
) -> list[Filler]:
    """Where it was named last, but where somebody is who is now there: "Chad met Mali, and *Peru*
    has troops *there*"."""
    tree, world = site.tree, site.world
    verb = next((t for t in tree.up(token) if tree.is_verb(t)), token)
    # "Peru was *there*" at an event, and has a base *there* in a country
    events = world.lexicon.happenings if tree.lemmas[verb] == "be" else ()
    places = (*world.lexicon.settings, *events)
    subjects = site.grammar.surface_subjects(tree, verb, 0)
    acting = {f.entity for t in subjects for f in read(t, world.actor)}
    start, end = tree.sentences[tree.sentence[token]]
    if here := _named_here(site, range(start, token), acting):
        named = site.known(here, token)
        return [site.resolved(named, token)] if wanted.fits(named.types) else []
    sought = Sought(
        site.sentence(token),
        token,
        lambda types: world.fits(types, places),
        many=False,
        reach=_REACH,
        apt=lambda entity: entity not in acting,
        barred=frozenset(t for t in range(start, end) if tree.deps[t] in _OF_OTHERS),
    )
    # What does not fit is where it is all the same: no place before it is.
    found = site.discourse.latest(sought)
    return [site.resolved(f, token) for f in found if wanted.fits(f.types)]


def _named_here(site: Site, before: range, acting: Container[str]) -> str:
    """The place of those named before it in the same sentence that stands last."""
    tree, world = site.tree, site.world
    for token in reversed(before):
        name = site.names.covering.get(token)
        if name is None or name.root != token or tree.deps[token] in _OF_OTHERS:
            continue
        for sense in name.senses:
            place = world.fits(sense.types, world.lexicon.settings) and not sense.is_class
            if place and not sense.weak and sense.iri not in acting:
                return sense.iri
    return ""
