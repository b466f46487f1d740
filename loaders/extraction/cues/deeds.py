"""Whether a noun is what somebody did or feels, and no threat that stands by itself."""

from __future__ import annotations

from loaders.extraction.grammar.naming import verb_of
from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.reading.reader import Reader

_WHOSE = frozenset({"amod", "compound", "nmod", "poss"})

_TELLING = ("det", "poss", "nummod")
"""What makes events in the plural some that take place."""
_FIELDED = frozenset({"on", "through", "as", "about", "including", "like"})


def is_felt(reader: Reader, token: int) -> bool:
    """Whether it is theirs who fear it, not theirs who cause it: "their security concerns", "X is
    *Japan's* main threat", "sees X as the country's greatest challenge"."""
    tree = reader.tree
    if tree.lemmas[token] not in reader.world.felt:
        return False
    owners = tree.kids(token, "poss")
    if any(tree.tags[t] == "PRP$" for t in owners) or tree.lemmas[token] in reader.world.worries:
        return True
    noun = tree.first_conjunct(token)
    called = tree.deps[noun] == "attr" or verb_of(tree, noun, reader.world.naming) is not None
    return bool(owners) and called


def is_deed(reader: Reader, token: int) -> bool:
    """Whether it is what somebody did: "Russia's *war*", "war of *aggression*"."""
    tree, deeds = reader.tree, reader.world.deeds
    outer = tree.heads[token]
    if tree.deps[token] == "pobj" and tree.lower[outer] == "of":
        outer = tree.heads[outer]
        return tree.lemmas[outer] in deeds
    if tree.lemmas[token] not in deeds:
        return False
    return tree.child(token, "poss", "det") is not None or bool(reader.owners.actors(token))


def is_done(reader: Reader, filler: Filler) -> bool:
    """Whether it is a deed without a name of its own, which is no threat to come."""
    return is_deed(reader, filler.token) and reader.cast.label(filler.entity).islower()


def is_resisted(reader: Reader, trigger: int, filler: Filler) -> bool:
    """Whether a deed is done against a deed of somebody: in "its war against *Russian
    aggression*", Russia attacks."""
    tree, inflicted = reader.tree, reader.grammar.suffered.is_deed
    if not tree.is_noun(trigger) or not inflicted(tree, trigger):
        return False
    if filler.token >= len(tree.words):
        return False
    named = filler.token
    deed = tree.heads[named] if tree.deps[named] in _WHOSE else named
    if tree.heads[tree.heads[deed]] != trigger or not inflicted(tree, deed):
        return False
    return reader.world.fits(filler.types, reader.world.actors)


def is_field(reader: Reader, filler: Filler) -> bool:
    """Whether events in the plural are but what something is about or done by, and none that take
    place: "cooperation *on drills*", "areas *such as* holding *drills*"."""
    tree, token = reader.tree, filler.token
    if filler.at is not None or token >= len(tree.words):
        return False
    if not reader.world.happening.fits(filler.types) or tree.child(token, *_TELLING) is not None:
        return False
    if tree.tags[token] not in ("NNS", "VBG"):
        return False
    first = tree.first_conjunct(token)
    if tree.deps[first] == "dobj" and tree.tags[tree.heads[first]] == "VBG":
        first = tree.first_conjunct(tree.heads[first])
    above = tree.heads[first]
    return tree.deps[first] in ("pobj", "pcomp") and tree.lower[above] in _FIELDED
