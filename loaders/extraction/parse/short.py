"""Short sentences whose verb the parser takes for a modifier of the last name, or for a noun."""

from __future__ import annotations

from loaders.extraction.parse.branches import Branches, head_of, move, take
from loaders.extraction.parse.tags import NOMINAL, PROPER

_PAST = frozenset({"VBD", "VBN"})
_SECOND = frozenset(
    {"counters", "battles", "curbs", "aids", "arms", "fights", "hunts", "equips"} | {"mitigates"}
)
"""Verbs that look like nouns, right after the name that begins a sentence: "Peru *arms* Chad"."""
_WORRYING = frozenset({"worries", "concerns", "alarms", "angers", "shocks", "threatens"})
"""Verbs that look like nouns before the name that ends a sentence: "X's use of force *worries*
Y"."""
_CLOSED = 4
"""Words of a sentence of subject, verb and object, with its full stop."""
_TITLED = frozenset({"NNP", "VBD", "VBZ"})
"""Tags that the last name of such a sentence may get."""


def shorten(tree: Branches) -> None:
    """Give such a sentence its verb, and a place that is told by "there" to the noun before it."""
    for index, dep in enumerate(tree.deps):
        if dep == "amod" and tree.tags[index] in _PAST:
            _shocked(tree, index)
        elif dep == "expl":
            _there(tree, index)
        elif dep == "pobj" and tree.lower[index] in _WORRYING:
            _worried(tree, index)
    _told(tree)


def _shocked(tree: Branches, verb: int) -> None:
    """ "Its invasion of *Chad* shocked *Togo*": the parse has a shocked Togo invaded."""
    name, thing = verb - 1, tree.heads[verb]
    if name < 1 or tree.heads[name] != verb or tree.tags[name] not in PROPER or thing != verb + 1:
        return
    preposition = tree.heads[thing]
    noun = tree.heads[preposition]
    whole = tree.deps[thing] == "pobj" and tree.deps[noun] == "ROOT" and noun < preposition
    if not whole or tree.tags[thing] not in PROPER or tree.tags[noun] not in NOMINAL:
        return
    tree.tags[verb] = "VBD"
    move(tree, verb, verb)
    take(tree, verb, name)
    move(tree, name, preposition)
    tree.deps[name] = "pobj"
    move(tree, thing, verb)
    head_of(tree, verb, noun)
    tree.deps[thing] = "dobj"


def _worried(tree: Branches, verb: int) -> None:
    """ "Its use of *force* worries *Chad*": the parse has a use of worries."""
    thing, preposition, name = verb - 1, tree.heads[verb], verb + 1
    noun = tree.heads[preposition]
    if tree.heads[thing] != verb or tree.tags[thing] not in NOMINAL or noun > preposition:
        return
    if name >= len(tree.tags) or tree.tags[name] not in PROPER or tree.deps[name] != "ROOT":
        return
    if tree.heads[noun] != name or tree.tags[noun] not in NOMINAL:
        return
    tree.tags[verb] = "VBZ"
    move(tree, verb, verb)
    take(tree, verb, thing)
    for token, above, dep in ((thing, preposition, "pobj"), (noun, verb, "nsubj")):
        move(tree, token, above)
        tree.deps[token] = dep
    move(tree, name, verb)
    tree.deps[name] = "dobj"


def _there(tree: Branches, there: int) -> None:
    """ "Its *base there* is old"."""
    noun, verb = there - 1, tree.heads[there]
    subject = noun >= 0 and tree.heads[noun] == verb and tree.deps[noun] == "nsubj"
    if subject and verb == there + 1 and tree.tags[noun] in NOMINAL:
        tree.tags[there], tree.deps[there] = "RB", "advmod"
        move(tree, there, noun)


def _told(tree: Branches) -> None:
    """ "Peru *aids* Chad.", of which the parse makes a name with its noun."""
    if len(tree.words) < _CLOSED or tree.words[_CLOSED - 1] != ".":
        return
    if tree.tags[0] not in PROPER or tree.words[1] != tree.lower[1]:
        return
    finite = tree.tags[1] == "VBZ" and tree.deps[1] != "ROOT"
    if not finite and (tree.lower[1] not in _SECOND or tree.tags[1] != "NNS"):
        return
    if tree.tags[2] not in _TITLED and tree.tags[2] not in NOMINAL:
        return
    tree.tags[1] = "VBZ"
    tree.tags[2] = "NNP" if tree.words[2][0].isupper() else _noun_of(tree, 2)
    move(tree, 1, 1)
    for token, dep in ((0, "nsubj"), (2, "dobj"), (3, "punct")):
        move(tree, token, 1)
        tree.deps[token] = dep


def _noun_of(tree: Branches, token: int) -> str:
    return "NNS" if tree.tags[token] == "VBZ" else tree.tags[token]
