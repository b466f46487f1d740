"""Will and power to do something, which are no field of work: "the *readiness* to respond"."""

from __future__ import annotations

from loaders.extraction.knowledge.site import Site
from loaders.extraction.parse.tree import is_infinitive

_TOWARDS = frozenset({"for", "to"})


def is_willing(site: Site, token: int) -> bool:
    """Whether it is will or power to do something: "the readiness *to respond*" is no readiness
    of forces."""
    tree = site.tree
    verb = token + 2
    if tree.lemmas[token] not in site.world.bearing or verb >= len(tree.words):
        return False
    if any(is_infinitive(tree, t) for t in tree.kids(token, "acl", "xcomp")):
        # "the readiness *of the allies* to respond"
        return True
    if tree.lower[token + 1] == "of" and _is_to_act(site, tree.child(token + 1, "pobj")):
        return True
    owner = tree.child(token, "poss")
    if owner is not None and tree.lower[token + 1] in _TOWARDS and _is_actor(site, owner):
        # "welcomed *X's readiness for* talks"
        return True
    return tree.lower[token + 1] == "to" and tree.tags[verb] == "VB" and token in tree.up(verb)


def _is_to_act(site: Site, whose: int | None) -> bool:
    """Whether what somebody is willing to do follows his name, whatever the parse gives it to: "the
    readiness of *X to respond*"."""
    tree = site.tree
    if whose is None or not _is_actor(site, whose):
        return False
    return tree.lower[whose + 1 : whose + 2] == ["to"] and tree.tags[whose + 2 : whose + 3] == [
        "VB"
    ]


def _is_actor(site: Site, token: int) -> bool:
    name = site.names.covering.get(token)
    return name is not None and site.world.may_act(name.senses)
