"""What the words beside an end say of it, whatever its clause does: there is none, it is given
up, it only says where or whose something is."""

from __future__ import annotations

from graph.statements import Status
from loaders.extraction.grammar.own import LIMITS
from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.knowledge.world import World
from loaders.extraction.parse.tags import PROPER
from loaders.extraction.parse.tree import Tree
from ontology.lexicon import Cue, Part

_LITTLE = frozenset({"little", "scant"})
_WHITHER = frozenset({"to", "at", "from"})


def is_within(tree: Tree, trigger: int, cue: Cue) -> bool:
    """Whether a preposition only says what its noun is: "there is no excuse for crimes *such as*
    X", "nobody invited the bank *of* X"."""
    if cue.part is not Part.PREPOSITION or cue.status != Status.ACTUAL:
        return False
    noun = tree.heads[trigger]
    return tree.is_noun(noun) and not is_no(tree, noun) and tree.child(trigger, "neg") is None


def is_where(tree: Tree, trigger: int, event: Filler, place: Filler, world: World) -> bool:
    """Whether a phrase only says where a certain event is, whatever is said of that: "stayed
    away from *the* meeting in X"."""
    if tree.is_verb(trigger) or not world.fits(place.types, world.lexicon.settings):
        return False
    if event.token >= len(tree.words):
        return False
    if not world.fits(event.types, world.lexicon.happenings):
        # "NATO Headquarters in X", "will send officers to a command in X"
        told = tree.child(event.token, "det", "amod", "nummod") is None
        if tree.deps[event.token] == "pobj" and tree.lower[tree.heads[event.token]] in _WHITHER:
            return tree.heads[trigger] == event.token
        return told and tree.heads[trigger] == event.token and tree.tags[event.token] in PROPER
    definite = any(tree.lower[d] in ("the", "this") for d in tree.kids(event.token, "det"))
    return definite or tree.child(event.token, "poss") is not None


def is_undone(tree: Tree, trigger: int, target: Filler, world: World) -> bool:
    """Whether a text or event is given up, or the way to it: "tore up the *pact*", "cancelled his
    *trip* to the summit"."""
    if not world.fits(target.types, (*world.texts, *world.lexicon.happenings)):
        return False
    happens = tree.is_noun(trigger) and tree.lemmas[trigger] in world.happening_heads
    given_up = happens and is_given_up(tree, trigger, world)
    return given_up or (target.token < len(tree.words) and is_given_up(tree, target.token, world))


def is_given_up(tree: Tree, token: int, world: World) -> bool:
    """Whether a verb says that what the noun names is ended: "tore up the *pact*"."""
    noun = tree.first_conjunct(token)
    dep, verb = tree.deps[noun], tree.heads[noun]
    said = [
        tree.lemmas[verb],
        *(f"{tree.lemmas[verb]} {tree.lower[p]}" for p in tree.kids(verb, "prt", "advmod", "prep")),
    ]
    if dep == "nsubj":
        # "The talks *fell through*"
        over = tree.child(verb, "prt") is not None and tree.child(verb, "dobj") is None
        return not world.lapsing.isdisjoint(said) or (over and not world.undoing.isdisjoint(said))
    return dep in ("dobj", "nsubjpass") and not world.undoing.isdisjoint(said)


def is_none(tree: Tree, trigger: int, target: Filler) -> bool:
    """Whether a verb has no such object: "has *no* strategy", "has *no* plans to join X"."""
    if not tree.is_verb(trigger) or target.token >= len(tree.words):
        return False
    above = tree.up(target.token)
    return any(
        (tree.lower[d] == "no" or _is_little(tree, d))
        and LIMITS.isdisjoint(tree.lower[d + 1 : d + 2])
        # "poses *no threat to* X"
        and (thing == target.token or thing in above or thing + 1 in above)
        for thing in tree.kids(trigger, "dobj")
        for d in tree.kids(thing, "det", "amod")
    )


def _is_little(tree: Tree, word: int) -> bool:
    """Whether it says that there is hardly any: "*little* threat", but not "*a* little"."""
    return tree.lower[word] in _LITTLE and tree.lower[word - 1] not in ("a", "the")


def is_apart(tree: Tree, target: Filler) -> bool:
    """Whether a preposition to it is denied: "a member of the G7 *not in* the Union"."""
    if target.at is not None or target.token >= len(tree.words):
        return False
    before = tree.heads[tree.first_conjunct(target.token)]
    denied = tree.tags[before] == "IN" and tree.child(before, "neg") is not None
    return denied and tree.lower[before - 1] == "not"


def is_neither(tree: Tree, target: Filler) -> bool:
    """Whether it is one of those of which none is meant: "belongs to *neither* X *nor* Y"."""
    if target.at is not None or target.token >= len(tree.words):
        return False
    first = tree.first_conjunct(target.token)
    if tree.deps[first].startswith("nsubj"):
        return False
    led = (tree.heads[first], tree.first_conjunct(tree.heads[first]))
    hosts = (first, *(p for p in led if tree.tags[p] == "IN"))
    return any(tree.lower[c] == "neither" for h in hosts for c in tree.kids(h, "preconj", "det"))


def is_nothing(tree: Tree, trigger: int, subject: Filler) -> bool:
    """Whether a preposition is said of nothing: "*no* peace without justice"."""
    if tree.tags[trigger] != "IN" or subject.token >= len(tree.words):
        return False
    return is_no(tree, subject.token)


def is_no(tree: Tree, noun: int) -> bool:
    """Whether there is none: "*no* peace"."""
    return any(tree.lower[d] == "no" for d in tree.kids(noun, "det"))
