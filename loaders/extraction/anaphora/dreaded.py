"""Threats that pronouns take up: "*Piracy* is growing. Chad fights *it*", "*Cyberattacks* hit Chad.
*They* came from Peru"."""

from __future__ import annotations

from loaders.extraction.anaphora.nearby import PRONOUNS
from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.knowledge.referents import Sought
from loaders.extraction.knowledge.site import Site
from loaders.extraction.knowledge.wanted import Wanted
from loaders.extraction.parse.tags import POINTING, SUBJECTS
from loaders.extraction.parse.tree import Tree

_UNDERGONE = frozenset({"dobj", "pobj"})
_TAKING = frozenset({"poss", *SUBJECTS, *_UNDERGONE})


def taken_up(site: Site, token: int, wanted: Wanted) -> tuple[list[Filler], bool]:
    """The threat that the pronoun takes up, where one is wanted, and whether it can mean nothing
    else: the one of which the sentence before was, or what it says is fought."""
    tree, world = site.tree, site.world
    dep, noted = tree.deps[token], None
    if dep in _TAKING and PRONOUNS[tree.lower[token]] is not None:
        noted = site.discourse.dreaded(site.sentence(token), token)
    if noted is None or noted.many is not PRONOUNS[tree.lower[token]]:
        return [], False
    verb = tree.heads[tree.heads[token]] if dep == "pobj" else tree.heads[token]
    done = tree.lemmas[verb] if dep in _UNDERGONE else ""
    surely = done in world.fighting
    if not (surely or (noted.about and _may_stand(site, token, wanted))):
        return [], False
    found = [noted.filler] if wanted.fits(noted.filler.types) else []
    return [site.resolved(f, token) for f in found], surely


def may_be_dreaded(tree: Tree, token: int, nouns: frozenset[str]) -> bool:
    """Whether a noun may take up a threat: "*the attacks*", "*this menace*"."""
    if tree.lemmas[token] not in nouns:
        return False
    own = tree.children[token]
    pointed = any(tree.lower[c] in POINTING for c in own)
    return pointed and all(tree.deps[c] == "det" for c in own)


def by_noun(site: Site, token: int, wanted: Wanted) -> list[Filler]:
    """The threat of which the sentence before was: "Cyberattacks hit Chad. *The attacks* …"."""
    noted = site.discourse.dreaded(site.sentence(token), token)
    if noted is None or not noted.about or not wanted.fits(noted.filler.types):
        return []
    if site.tree.tags[token] == "NNS" and not noted.many:
        return []
    return [site.resolved(noted.filler, token)]


def _may_stand(site: Site, token: int, wanted: Wanted) -> bool:
    """Whether nobody is rather meant: whose something is, or who goes on in the same sentence."""
    if site.tree.deps[token] in _UNDERGONE:
        return True
    if not any(wanted.fits((c,)) for c in site.world.actors):
        return True
    acting = site.world.actor.fits
    place = site.sentence(token), token
    near = Sought(*place, acting, many=None, reach=0, leading=True)
    return site.tree.deps[token] != "poss" and not site.discourse.all(near)
