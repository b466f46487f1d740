"""Who is said to see something so without being the subject of a verb of seeing: "for X, Y is a
threat", "Y is considered a threat by X", "X said that Y must be upheld"."""

from __future__ import annotations

from loaders.extraction.cues.trigger import Trigger
from loaders.extraction.grammar import naming
from loaders.extraction.grammar.passive import is_passive
from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.knowledge.wanted import Wanted

_SINCE = 3
"""Sentences up to which what somebody worries about goes on."""


def beholders(at: Trigger, wanted: Wanted) -> list[Filler]:
    """Whose view it is that something is what the trigger says."""
    tree, reader, noun = at.tree, at.reader, at.tree.first_conjunct(at.token)
    if tree.is_verb(noun):
        return _bidding(at, noun, wanted)
    verb = naming.verb_of(tree, noun, reader.world.naming)
    if verb is not None:
        return _seen_by(at, verb, noun, wanted)
    verb = tree.heads[noun]
    posed = tree.deps[noun] == "dobj" and tree.lemmas[verb] in reader.world.posing
    if tree.child(verb, "nsubj") is None or not (posed or tree.deps[noun] in ("attr", "acomp")):
        return []
    if (above := _teller(at, verb)) is not None:
        # "X said that Y *is* a threat", "agreed that Y *poses* one"
        return reader.fillers(at.grammar.subjects(tree, above), wanted)
    return _before(at, verb, wanted)


def _teller(at: Trigger, verb: int) -> int | None:
    """The verb of saying or holding whose content `verb` is."""
    tree, world, above = at.tree, at.reader.world, at.tree.heads[verb]
    told = tree.lemmas[above] in world.speaking or tree.lemmas[above] in world.holding
    return above if tree.deps[verb] == "ccomp" and told else None


def _bidding(at: Trigger, verb: int, wanted: Wanted) -> list[Filler]:
    """ "X said that Y must be *upheld*", "that all have to *respect* Y": X."""
    tree, (auxiliaries, verbs) = at.tree, at.reader.world.bidding
    above = tree.heads[verb]
    if tree.deps[verb] == "xcomp" and tree.lemmas[above] in verbs:
        verb = above
    elif auxiliaries.isdisjoint(tree.lower[t] for t in tree.kids(verb, "aux")):
        return []
    teller = _teller(at, verb)
    return [] if teller is None else at.reader.fillers(at.grammar.subjects(tree, teller), wanted)


def _seen_by(at: Trigger, verb: int, noun: int, wanted: Wanted) -> list[Filler]:
    """ "Y is seen as a threat *by X*", "*in X*"."""
    tree, reader = at.tree, at.reader
    if not is_passive(tree, verb):
        return []
    for word in ("by", "in"):
        tokens = [
            t
            for host in (noun, verb)
            for p in tree.kids(host, "prep", "agent")
            if tree.lower[p] == word
            for t in tree.kids(p, "pobj")
        ]
        found = reader.fillers(tokens, wanted)
        if not found and word == "in":
            found = [f for t in tokens for f in reader.owners.seated(t, wanted)]
        if found:
            return found
    return []


def _before(at: Trigger, verb: int, wanted: Wanted) -> list[Filler]:
    """ "*For X*, Y is a threat", "*in X's eyes*, Y is a threat"."""
    tree, reader = at.tree, at.reader
    subject = tree.child(verb, "nsubj")
    for preposition in tree.kids(verb, "prep"):
        if subject is None or preposition > subject:
            break
        # "According to X, Y is a threat"
        inner = tree.kids(tree.child(preposition, "prep") or preposition, "pobj")
        if (
            f"{tree.lower[preposition]} {tree.lower[preposition + 1]}"
            in reader.world.speech_phrases
        ):
            return reader.fillers(inner, wanted)
        if tree.lower[preposition] in ("for", "to"):
            return reader.fillers(inner, wanted)
        if any(tree.lemmas[t] in reader.world.views for t in inner):
            own = [p for t in inner for p in tree.kids(t, "poss")]
            found = reader.fillers(own, wanted)
            return found or [f for t in own for f in reader.owners.seated(t, wanted)]
    return []


def worrier(at: Trigger, wanted: Wanted) -> list[Filler]:
    """ "*X* warned of Y. Z is a further *worry*", "*X*'s fear is Y, and Z is another *worry*"."""
    tree, world = at.tree, at.reader.world
    here = tree.sentence[at.token]
    for number in range(here, max(-1, here - _SINCE), -1):
        start, end = tree.sentences[number]
        end = min(end, at.token)
        felt = [t for t in range(start, end) if tree.lemmas[t] in world.worries]
        whose = [t for noun in felt for t in at.grammar.possessors(tree, noun)]
        root = tree.root(start)
        if not whose and number < here and tree.lemmas[root] in world.speaking:
            whose = at.grammar.subjects(tree, root)
        if found := at.reader.fillers(whose, wanted):
            return found
    return []
