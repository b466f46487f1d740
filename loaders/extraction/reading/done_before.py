"""Who did what a noun takes up: "X invaded Y. Z condemned *the invasion*", "… criticised *the
move*"."""

from __future__ import annotations

from itertools import takewhile

from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.knowledge.referents import Deed
from loaders.extraction.knowledge.site import Site
from loaders.extraction.knowledge.wanted import Wanted
from loaders.extraction.parse.tags import POINTING

_FAR, _JUST = 8, 1
"""Sentences back to a deed of the same name, and to whatever was done last."""
_PLAIN = frozenset({"det", "amod", "predet", "punct"})
_STEM, _ENDING = 4, 3
"""Letters that a verb and the noun of it share at least, and that the verb may have besides."""
_DERIVED = ("ion", "ment", "al", "ure", "ance", "ence", "ing")


def doers(site: Site, token: int, wanted: Wanted) -> list[Filler]:
    """Whoever did last what the noun at `token` says, or, if it only says that something was done
    ("the *decision*"), what the sentence before or the clause before is about."""
    tree = site.tree
    own = tree.children[token]
    pointed = any(tree.lower[c] in POINTING for c in own if c < token)
    plain = all(tree.deps[c] in _PLAIN and c not in site.names.covering for c in own if c < token)
    if not pointed or not plain or tree.child(token, "prep", "acl", "relcl") is not None:
        return []
    if tree.deps[token] == "nsubj":
        # "*This action* threatens X" is for `doings`
        return []
    deed = _alike(site, token) or _last(site, token)
    found = site.discourse.doers(deed) if deed is not None else ()
    return [site.resolved(f, token) for f in found if wanted.fits(f.types)]


def _alike(site: Site, token: int) -> Deed | None:
    """The last deed that the noun names: "*attacked* Y … the *attack*", "*Z's attack* …"."""
    noun, deeds = site.tree.lemmas[token], site.world.deeds
    for deed in _before(site, token, _FAR):
        if deed.lemma == noun or (not deed.is_noun and _is_of(noun, deed.lemma)):
            return deed
        if noun in deeds and any(deed.lemma == d or _is_of(d, deed.lemma) for d in deeds):
            # "invaded Y … the *war*"
            return deed
    return None


def _last(site: Site, token: int) -> Deed | None:
    """What was done last, if a main clause just before tells it."""
    if site.tree.lemmas[token] not in site.world.moves:
        return None
    main = (deed for deed in _before(site, token, _JUST) if deed.is_main)
    last = next(main, None)
    if last is None:
        return None
    beside = takewhile(lambda deed: deed.sentence == last.sentence, main)
    return last if all(deed.doers == last.doers for deed in beside) else None


def _before(site: Site, token: int, reach: int) -> list[Deed]:
    """Deeds before the noun that are not told by the verbs above it, the latest first."""
    sentence, above = site.sentence(token), site.tree.up(token)
    found = site.discourse.deeds(sentence, token, reach)
    return [d for d in found if d.sentence != sentence or d.token not in above]


def _is_of(noun: str, verb: str) -> bool:
    """Whether a noun is made of a verb: "invasion", "deployment"."""
    if not noun.endswith(_DERIVED):
        return False
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(noun, verb, strict=False)))
    return same >= _STEM and len(verb) - same <= _ENDING
