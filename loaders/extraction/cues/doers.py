"""Slots of who acts: in the trigger's own clause, above it, or left out of it."""

from __future__ import annotations

from loaders.extraction.cues.barriers import (
    CLAUSAL,
    bars,
    is_acted_on,
    is_by_deed,
    is_dealt_with,
    is_manner,
    is_others,
    is_shut,
)
from loaders.extraction.cues.trigger import Trigger
from loaders.extraction.cues.viewing import beholders
from loaders.extraction.grammar.passive import agents, is_passive
from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.knowledge.wanted import Wanted
from loaders.extraction.parse.tags import PROPER
from loaders.extraction.parse.tree import is_infinitive

_DONE_TO = ("on", "of", "against", "upon")
_ABOUT = frozenset({"about", "over", "of", "regarding"})
_LEADING = frozenset({"prep", "pobj"})
_WHITHER = frozenset({"to", "in"})
_SAID_IN = frozenset({"in", "with", "via", "through"})
_IF = frozenset({"if", "unless"})
_ENDS = frozenset({"dobj", "pobj", "attr", "nsubj", "nsubjpass", "conj"})
"""How nouns hang that are no part of a preposition, as in "thanks to"."""


def subject(at: Trigger, wanted: Wanted) -> list[Filler]:
    if not at.subjects and at.context.is_elliptical():
        return at.context.actors(wanted)
    found = at.reader.fillers(at.subjects, wanted)
    return _before_clause(at, found) if len(found) > 1 else found


def _before_clause(at: Trigger, found: list[Filler]) -> list[Filler]:
    """Those of a list whom a relative clause may tell: "*Ann Lee*, who leads X, and Bob Ray"."""
    tree, verb = at.tree, at.tree.first_conjunct(at.token)
    if tree.deps[verb] != "relcl" or not all(t < verb for t in at.subjects):
        return found
    return [f for f in found if f.at is not None or f.token < verb]


def maker(at: Trigger, wanted: Wanted) -> list[Filler]:
    """Whose text it is of which a passive without an agent says what was done with it: "the
    *Boe* Declaration, adopted in 2018", "NATO's concept, approved in Madrid"."""
    reader, tree = at.reader, at.tree
    passive = tree.deps[at.token] != "amod" and is_passive(tree, at.token)
    if not passive or agents(tree, at.token):
        return []
    found = []
    for text in reader.fillers(at.objects, reader.world.text):
        # Its maker is no part of what was made.
        owners = reader.owners.actors(text.token) or reader.standing.wrote(text)
        found += [f._replace(start=text.end, end=text.end) for f in owners]
    return [f for f in found if wanted.fits(f.types)]


def acting(at: Trigger, wanted: Wanted) -> list[Filler]:
    reader, tree, below = at.reader, at.tree, at.tree.first_conjunct(at.token)
    if bars(at, at.token) or is_others(at, below) or is_manner(at, below):
        return []
    owned = reader.grammar.possessors(tree, at.token)
    own = reader.fillers(owned, wanted)
    if own:
        return own if is_dealt_with(at, below, owned) and not is_acted_on(at, below, own) else []
    circumstance = tree.deps[at.token] == "prep"
    for above in tree.up(below):
        # "*Against* the backdrop *of* X": what is barred is said of others.
        barred = not (circumstance and tree.deps[above] == "prep") and bars(at, above)
        if tree.deps[below] in CLAUSAL or barred or _is_spoken_of(at, below):
            return []
        if tree.is_noun(above):
            found = reader.fillers(reader.grammar.possessors(tree, above), wanted)
            if found:
                return [] if is_acted_on(at, above, found) else found
        elif tree.is_verb(above):
            if is_shut(at, above, below):
                return []
            subjects = reader.grammar.subjects(tree, above)
            found = [] if _is_it(at, above, subjects) else reader.fillers(subjects, wanted)
            asked = bool(subjects) and _is_asked(at, above)
            if found or asked or tree.child(above, "nsubj", "nsubjpass") is not None:
                return [] if is_by_deed(at, above, subjects) else found
        below = above
    return at.context.labelled(below, wanted)


def _is_spoken_of(at: Trigger, below: int) -> bool:
    """Whether who is said to be something of an event is not said to be there: "X was the *subject
    of* the meeting"."""
    tree = at.tree
    told = tree.deps[below] == "prep" and tree.lower[below] == "of"
    return (
        told
        and tree.deps[tree.heads[below]] == "attr"
        and tree.lemmas[at.token] in at.reader.world.happening_heads
    )


def _is_asked(at: Trigger, verb: int) -> bool:
    """Whether it is what somebody is asked to do, whoever he is: "X urges *the prince* to join"."""
    tree, first = at.tree, at.tree.first_conjunct(verb)
    return is_infinitive(tree, first) and at.grammar.control.is_asked(tree, first)


def _is_it(at: Trigger, verb: int, subjects: list[int]) -> bool:
    """Whether "it" is but said to be something, and does nothing: "it's a step on climate"."""
    tree = at.tree
    return tree.lemmas[verb] == "be" and any(tree.lower[t] == "it" for t in subjects)


def unsaid(at: Trigger, wanted: Wanted) -> list[Filler]:
    """Whom the document or what stands before is about, where a passive says nobody."""
    tree, world = at.tree, at.reader.world
    below = tree.first_conjunct(at.token)
    verb = tree.heads[below]
    while tree.deps[below] != "nsubjpass" and tree.is_noun(verb) and verb != tree.heads[verb]:
        below, verb = tree.first_conjunct(verb), tree.heads[tree.first_conjunct(verb)]
    if tree.deps[below] != "nsubjpass" or not tree.is_verb(verb):
        return []
    if tree.lemmas[verb] not in world.furthering or agents(tree, verb):
        return []
    if any(tree.lower[m] in _IF for m in tree.kids(verb, "mark")):
        # "Warned X what follows *if* a base *is built*": nobody here builds it.
        return []
    if is_others(at, at.token) or at.reader.owners.before(at.token, world.actor):
        return []
    return at.context.unsaid(wanted)


def governed(at: Trigger, wanted: Wanted) -> list[Filler]:
    """ "Signed *a pact* with X, *covering* Y and *easing* Z", "*to counter* Y", "*the club* was
    formed *in response to* Y": the object of the clause above."""
    tree, trigger = at.tree, at.tree.first_conjunct(at.token)
    verb = tree.heads[trigger]
    if tree.deps[trigger] == "prep":
        above = next((t for t in tree.up(trigger) if tree.deps[t] not in _LEADING), verb)
        return at.reader.fillers(at.grammar.objects(tree, above), wanted)
    if tree.deps[trigger] not in ("advcl", "xcomp") or not tree.is_verb(verb):
        return []
    participle = tree.tags[trigger] == "VBG" and tree.words[trigger - 1] == ","
    if not (participle or is_infinitive(tree, trigger)):
        return []
    return at.reader.fillers(at.grammar.objects(tree, verb), wanted)


def whither(at: Trigger, wanted: Wanted) -> list[Filler]:
    """ "Visits *X* to attend Y", "flew to *X* to attend Y": X."""
    tree, verb = at.tree, at.tree.heads[at.token]
    if tree.tags[at.token] != "VB" or tree.deps[at.token] not in ("advcl", "xcomp"):
        return []
    gone = tree.kids(verb, "dobj") if tree.lemmas[verb] == "visit" else tree.after(verb, _WHITHER)
    return at.reader.fillers([t for t in gone if t < at.token], wanted)


def viewer(at: Trigger, wanted: Wanted) -> list[Filler]:
    viewers = at.grammar.bearing.viewers(at.tree, at.token)
    found = at.reader.fillers(viewers, wanted) or at.reader.standing.authors(viewers, wanted)
    return found if viewers else beholders(at, wanted)


def stirrer(at: Trigger, wanted: Wanted) -> list[Filler]:
    """ "*X* raised fears", "fears were stirred by *X*": X."""
    tree, noun = at.tree, at.tree.first_conjunct(at.token)
    verb = tree.heads[noun]
    told = (
        tree.deps[noun] in ("dobj", "nsubjpass") and tree.lemmas[verb] in at.reader.world.stirring
    )
    if not _ABOUT.isdisjoint(at.leading) or tree.child(noun, "acl", "ccomp") is not None:
        # "The move raised fears *about Y*"
        return []
    return at.reader.fillers(at.grammar.subjects(tree, verb), wanted) if told else []


def aided(at: Trigger, wanted: Wanted) -> list[Filler]:
    """ "With the *help* of Y, X has held on", "thanks to Y's *weapons*, X can": X."""
    tree, noun = at.tree, at.tree.first_conjunct(at.token)
    above = tree.heads[noun]
    if tree.deps[noun] != "pobj" or tree.lower[above] not in at.reader.world.aids:
        return []
    if any(tree.tags[t] == "PRP$" for t in tree.kids(noun, "poss")):
        # "on *their* own help": those who help are those who act.
        return []
    if " ".join(tree.lower[above - 1 : above + 1]) in at.reader.world.speech_phrases:
        # "according *to* Y's intelligence, X can"
        return []
    if tree.lower[above] == "to" and tree.deps[tree.heads[above]] not in (
        "prep",
        "npadvmod",
        "nmod",
    ):
        # "opposed *to* Y's help"
        return []
    while tree.deps[above] == "prep" and not tree.is_verb(tree.heads[above]):
        # "thanks *to*"
        above = tree.heads[above]
    if tree.is_noun(above) and tree.deps[above] in _ENDS:
        # "X has news *on* Y's weapons"
        return []
    verb = tree.heads[above]
    return at.reader.fillers(at.grammar.surface_subjects(tree, verb, 0), wanted)


def helper(at: Trigger, wanted: Wanted) -> list[Filler]:
    """ "X helps others to *fight* Y": X."""
    tree, verb = at.tree, at.token
    above = tree.heads[verb]
    if (
        tree.deps[verb] not in ("xcomp", "ccomp")
        or tree.lemmas[above] not in at.reader.world.aiding
    ):
        return []
    return at.reader.fillers(at.grammar.subjects(tree, above), wanted)


def author(at: Trigger, wanted: Wanted) -> list[Filler]:
    tree, grammar = at.tree, at.grammar
    above = tree.heads[at.token]
    verb = tree.heads[above]
    if tree.deps[at.token] != "pobj" or tree.lower[above] not in _SAID_IN:
        return []
    return at.reader.fillers(grammar.subjects(tree, verb), wanted) if tree.is_verb(verb) else []


def halter(at: Trigger, wanted: Wanted) -> list[Filler]:
    if any(at.tree.tags[t] in PROPER for t in at.tree.kids(at.token, "poss")):
        # "Chad blocks *Mali's* membership": it is Mali's.
        return []
    halters = at.grammar.facing.halters(at.tree, at.token)
    return at.reader.fillers(halters, wanted)


def sufferer(at: Trigger, wanted: Wanted) -> list[Filler]:
    """Who faces it, unless it is a deed done to another: "X fears an *attack* on Y"."""
    world = at.reader.world
    if at.tree.lemmas[at.token] in world.blows:
        done_to = [t for preposition in _DONE_TO for t in at.led_to(preposition)]
        if at.reader.fillers(done_to, world.actor):
            return []
    sufferers = at.grammar.facing.sufferers(at.tree, at.token)
    return at.reader.fillers(sufferers, wanted)
