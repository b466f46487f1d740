"""The slot of what a preposition or a possessive hangs on: "*talks* in X", "X's *envoy*"."""

from __future__ import annotations

from loaders.extraction.cues.trigger import Trigger
from loaders.extraction.grammar.apposition import apposed_to
from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.knowledge.wanted import Wanted
from loaders.extraction.parse.tags import PROPER

_WHOSE = frozenset({"of", "between", "among", "with"})


def head(at: Trigger, wanted: Wanted) -> list[Filler]:
    tree, trigger, world = at.tree, at.token, at.reader.world
    head = tree.heads[trigger]
    if tree.tags[trigger] == "POS":
        head = _owned(at)
    empty = tree.lemmas[head] in world.generics and not at.reader.names.at(head)
    empty = empty and bool(at.reader.lists.exemplars(head))
    if head == trigger or empty:
        return []
    return (
        at.reader.direct(head, wanted)
        or _before(at, head, wanted)
        or _described(at, head, wanted)
        or at.context.headed(wanted, head)
    )


def _described(at: Trigger, noun: int, wanted: Wanted) -> list[Filler]:
    """What the noun before a preposition says something of: "*X*, a charity in Y"."""
    tree = at.tree
    if tree.deps[noun] != "appos" or tree.tags[noun] != "NN" or at.token < noun:
        return []
    if tree.lemmas[noun] in at.reader.world.deeds:
        # "experience with X, *Y's invasion* of Z": nobody is a deed.
        return []
    return at.reader.direct(apposed_to(tree, noun), wanted)


def _before(at: Trigger, verb: int, wanted: Wanted) -> list[Filler]:
    """The event or site before a preposition that the parse hangs on the verb, or on who is there:
    "marred the *parade* in X", "the *talks* between A and B in X"."""
    reader, tree, noun = at.reader, at.tree, at.token - 1
    world = reader.world
    inner = tree.first_conjunct(verb)
    if tree.deps[inner] == "pobj" and tree.lower[tree.heads[inner]] in _WHOSE:
        outer = tree.heads[tree.heads[inner]]
        told = {tree.lemmas[outer], tree.lower[outer]}
        is_there = tree.is_noun(outer) and not world.stationary.isdisjoint(told)
        return reader.direct(outer, wanted) if is_there and not _is_theirs(at, verb) else []
    if noun < verb or not tree.is_verb(verb) or not tree.is_noun(noun):
        return []
    if tree.lemmas[verb] in world.speaking or tree.lemmas[noun] not in world.stationary:
        return []
    return reader.direct(noun, wanted)


def _is_theirs(at: Trigger, noun: int) -> bool:
    """Whether the preposition tells who is there, and not where: "a meeting of NATO's *partners in
    the Pacific*"."""
    reader, tree = at.reader, at.tree
    end = tree.ends[at.token]
    return any(f.end > end for f in reader.read(noun, reader.world.actor))


def _owned(at: Trigger) -> int:
    """The noun after a possessive that it is said of, where a parse hangs it on a later one."""
    tree, trigger = at.tree, at.token
    owner = tree.heads[trigger]
    head = tree.heads[owner]
    if tree.deps[owner] == "poss" and "POS" not in tree.tags[trigger + 1 : head]:
        return head
    last = trigger
    while last + 1 < len(tree.words) and tree.tags[last + 1] in PROPER:
        last += 1
    if last == trigger:
        return head if tree.deps[owner] == "poss" else owner
    name = at.reader.names.covering.get(last)
    return name.root if name is not None else last
