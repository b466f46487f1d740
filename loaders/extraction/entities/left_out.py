"""Whose an agreement is where only the other side is named: "Manila signed a pact with Tokyo.
*Another with Ottawa* is being negotiated" is Manila's as well."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.knowledge.referents import Sought
from loaders.extraction.knowledge.site import Site
from ontology.lexicon import Paired

_BACK = 2
"""Sentences back in which it is said whose agreements are told."""


def owners(site: Site, token: int, paired: Paired, others: Iterable[Filler]) -> list[Filler]:
    """Who has the agreement at `token` with `others`: the party that the agreements told just
    before have in common; of a single one, who was said to make it."""
    if not _is_bare(site, token):
        return []
    world, fits = site.world, site.world.fits
    named = {f.entity for f in others}
    pacts = Sought(
        site.sentence(token),
        token,
        fits=lambda types: fits(types, (paired.class_name,)),
        many=None,
        reach=_BACK,
        apt=lambda iri: len(site.parties(iri)) > 1,
    )
    told = [site.parties(f.entity) for f in site.discourse.all(pacts)]
    if not told or any(not named.isdisjoint(parties) for parties in told):
        return []
    common = set.intersection(*(set(parties) for parties in told))
    if len(common) == 1:
        return [site.resolved(site.known(iri, token), token) for iri in common]
    home = [f for f in site.discourse.home if f.entity in common]
    makers = replace(
        pacts,
        fits=lambda types: fits(types, paired.parties),
        leading=True,
        apt=lambda iri: iri in common,
    )
    found = home or [f for f in site.discourse.find(makers) if world.is_body(f.types)]
    return found if len(found) == 1 else []


def _is_bare(site: Site, token: int) -> bool:
    """Whether its clause says nothing of who makes it: "a deal with X *has been concluded*"."""
    tree = site.tree
    first = tree.first_conjunct(token)
    if any(tree.lower[d] in ("this", "that", "these", "those") for d in tree.kids(token, "det")):
        return False
    if tree.deps[first] == "nsubjpass":
        return tree.child(tree.heads[first], "agent") is None
    return tree.deps[first] == "nsubj" and tree.is_verb(tree.heads[first])
