"""Whom that meets which the trigger names: "X's sanctions hit *Y*", "X's aid went to *Y*"."""

from __future__ import annotations

from collections.abc import Container

from loaders.extraction.cues.trigger import Trigger
from loaders.extraction.grammar.passive import is_passive
from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.knowledge.wanted import Wanted
from loaders.extraction.parse.tree import Tree

_TO = ("to", "into", "at", "against")
_OF = frozenset({"of", "in", "worth"})
_COUNTED = frozenset({"million", "billion", "trillion"})


def reached(at: Trigger, wanted: Wanted) -> list[Filler]:
    """ "X's *aid* went to Y"."""
    return _met(at, wanted, at.reader.world.reaching)


def struck(at: Trigger, wanted: Wanted) -> list[Filler]:
    """ "X's *sanctions* hit Y"."""
    return _met(at, wanted, at.reader.world.striking)


def _met(at: Trigger, wanted: Wanted, verbs: Container[str]) -> list[Filler]:
    tree, noun = at.tree, _counted(at.tree, at.tree.first_conjunct(at.token))
    verb = tree.heads[noun]
    if tree.deps[noun] not in ("nsubj", "nsubjpass") or not tree.is_verb(verb):
        return []
    if tree.lemmas[verb] not in verbs:
        return []
    done = [] if is_passive(tree, verb) else tree.kids(verb, "dobj")
    return at.reader.fillers([*done, *tree.after(verb, _TO)], wanted)


def _counted(tree: Tree, noun: int) -> int:
    """The number or package over a noun: "some *100 million* in *aid* has gone"."""
    above = tree.heads[noun]
    if tree.deps[noun] != "pobj" or tree.lower[above] not in _OF:
        return noun
    outer = tree.heads[above]
    counts = tree.tags[outer] == "CD" or tree.lemmas[outer] in _COUNTED or tree.is_noun(outer)
    return outer if counts else noun
