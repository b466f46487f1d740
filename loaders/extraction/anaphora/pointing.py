""" "This", alone before a verb: the text that the sentence before is about."""

from __future__ import annotations

from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.knowledge.referents import Sought
from loaders.extraction.knowledge.site import Site
from loaders.extraction.knowledge.wanted import Wanted
from loaders.extraction.parse.tree import Tree


def may_point(tree: Tree, token: int) -> bool:
    """Whether the word points back by itself: "*This* includes X"."""
    alone = tree.lower[token] == "this" and tree.tags[token] == "DT"
    # "*This* is about X" need not be said of a text.
    return alone and tree.deps[token] == "nsubj" and tree.lemmas[tree.heads[token]] != "be"


def pointed(site: Site, token: int, wanted: Wanted) -> list[Filler]:
    """The text named in the sentence before, where a text may be meant."""
    world = site.world

    def fits(types: tuple[str, ...]) -> bool:
        return world.fits(types, world.texts) and wanted.fits(types)

    sought = Sought(site.sentence(token), token, fits=fits, many=False, reach=1)
    return [site.resolved(f, token) for f in site.discourse.find(sought)]
