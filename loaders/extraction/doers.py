"""Slots of who acts: in the trigger's own clause, above it, or left out of it."""

from __future__ import annotations

from loaders.extraction.filler import Filler
from loaders.extraction.trigger import Trigger
from loaders.extraction.viewing import beholders
from loaders.extraction.wanted import Wanted

_CLAUSAL = frozenset({"nsubj", "nsubjpass", "relcl", "ccomp", "advcl"})
_SPEAKING = frozenset({"i", "we", "you"})
_SAID_IN = frozenset({"in", "with", "via", "through"})


def subject(at: Trigger, wanted: Wanted) -> list[Filler]:
    if not at.subjects and at.context.is_elliptical():
        return at.context.actors(wanted)
    return at.reader.fillers(at.subjects, wanted)


def acting(at: Trigger, wanted: Wanted) -> list[Filler]:
    reader, tree, below = at.reader, at.tree, at.tree.first_conjunct(at.token)
    if _bars(at, at.token) or _is_others(at, below) or _is_manner(at, below):
        return []
    own = reader.fillers(reader.grammar.possessors(tree, at.token), wanted)
    if own:
        return [] if _is_acted_on(at, below, own) else own
    for above in tree.up(below):
        if tree.deps[below] in _CLAUSAL or _bars(at, above):
            return []
        if tree.is_noun(above):
            found = reader.fillers(reader.grammar.possessors(tree, above), wanted)
            if found:
                return [] if _is_acted_on(at, above, found) else found
        elif tree.is_verb(above):
            done = tree.kids(above, "dobj") if tree.deps[below] == "prep" else ()
            if any(_bars(at, t) for t in done):
                # "poses a *challenge* to the order"
                return []
            found = [] if _is_it(at, above) else reader.fillers(_subjects(at, above), wanted)
            if found or tree.child(above, "nsubj", "nsubjpass") is not None:
                return found
        below = above
    return at.context.labelled(below, wanted)


def _subjects(at: Trigger, verb: int) -> list[int]:
    return at.grammar.subjects(at.tree, verb)


def _is_it(at: Trigger, verb: int) -> bool:
    """Whether "it" is but said to be something, and does nothing: "it's a step on climate"."""
    tree = at.tree
    return tree.lemmas[verb] == "be" and any(tree.lower[t] == "it" for t in _subjects(at, verb))


def _bars(at: Trigger, token: int) -> bool:
    """Whether who acts does not reach over the word: "*undermined* X", "despite X"."""
    tree, world = at.tree, at.reader.world
    if tree.is_verb(token):
        return tree.lemmas[token] in world.barred_verbs
    barred = world.barred_nouns if tree.is_noun(token) else world.barred_words
    return tree.lemmas[token] in barred


def _is_manner(at: Trigger, token: int) -> bool:
    """Whether it only says how something is done: "live *in peace*", "stand *in solidarity*"."""
    tree = at.tree
    head = tree.heads[token]
    if tree.deps[token] != "pobj" or tree.lower[head] != "in" or tree.children[token]:
        return False
    return head + 1 == token and tree.is_verb(tree.heads[head]) and at.token == token


def _is_acted_on(at: Trigger, below: int, own: list[Filler]) -> bool:
    """Whether others do something about what somebody has: "they attacked *Ukraine's grid*",
    "supports *Taiwan's* self-defence"."""
    reader, tree = at.reader, at.tree
    for above in tree.up(below):
        if tree.deps[below] in _CLAUSAL:
            return False
        if _bars(at, above):
            return True
        if tree.is_verb(above):
            subjects = at.grammar.subjects(tree, above)
            acting = reader.fillers(subjects, reader.world.actor)
            if not acting:
                # "goods that support *Russia's* industry": theirs who are named, not who act.
                spoken = any(tree.lower[t] in _SPEAKING for t in subjects)
                return spoken or (bool(subjects) and any(f.at is None for f in own))
            theirs = {f.entity for f in acting}
            theirs |= {p.entity for f in acting for p in reader.standing.of(f)}
            # What the members do about their group's is the group's.
            members = (m for f in own for m in reader.world.members(f.entity, reader.world.actors))
            return theirs.isdisjoint((*(f.entity for f in own), *members))
        below = above
    return False


def unsaid(at: Trigger, wanted: Wanted) -> list[Filler]:
    """Whom the document or what stands before is about, where a passive says nobody."""
    tree, world = at.tree, at.reader.world
    below = tree.first_conjunct(at.token)
    verb = tree.heads[below]
    while tree.deps[below] != "nsubjpass" and tree.is_noun(verb) and verb != tree.heads[verb]:
        below, verb = tree.first_conjunct(verb), tree.heads[tree.first_conjunct(verb)]
    if tree.deps[below] != "nsubjpass" or not tree.is_verb(verb):
        return []
    if tree.lemmas[verb] not in world.furthering or at.grammar.agents(tree, verb):
        return []
    if _is_others(at, at.token) or at.reader.owners.before(at.token, world.actor):
        return []
    return at.context.unsaid(wanted)


def _is_others(at: Trigger, token: int) -> bool:
    """Whether the noun is a part of somebody's title, or is named as another's: "national
    *security* adviser", "support for Russian *drones*"."""
    tree, reader = at.tree, at.reader
    head = tree.heads[token]
    if tree.deps[token] in ("compound", "amod", "nmod"):
        # "air defence *systems*" are things, "air defence *cooperation*" is about it.
        lemma, proper = tree.lemmas[head], tree.tags[token].startswith("NNP")
        return lemma in reader.world.people or proper or lemma not in reader.world.about
    return tree.deps[token] == "pobj" and bool(reader.owners.before(at.token, reader.world.actor))


def governed(at: Trigger, wanted: Wanted) -> list[Filler]:
    """ "Signed *a pact* with X, *covering* Y": the object of the clause above."""
    tree, trigger = at.tree, at.token
    verb = tree.heads[trigger]
    if tree.tags[trigger] != "VBG" or tree.deps[trigger] != "advcl" or not tree.is_verb(verb):
        return []
    if tree.words[trigger - 1] != ",":
        return []
    return at.reader.fillers(at.grammar.objects(tree, verb), wanted)


def viewer(at: Trigger, wanted: Wanted) -> list[Filler]:
    viewers = at.grammar.bearing.viewers(at.tree, at.token)
    found = at.reader.fillers(viewers, wanted) or at.reader.standing.authors(viewers, wanted)
    return found if viewers else beholders(at, wanted)


def moved(at: Trigger, wanted: Wanted) -> list[Filler]:
    """ "*Fear* of Y drives X", "moved by *fear* of Y, X": X."""
    tree, noun = at.tree, at.tree.first_conjunct(at.token)
    dep, above = tree.deps[noun], tree.heads[noun]
    if dep == "nsubj" and tree.lemmas[above] in at.reader.world.moving:
        return at.reader.fillers(at.grammar.objects(tree, above), wanted)
    verb = tree.heads[above]
    if (
        dep != "pobj"
        or tree.lower[above] != "by"
        or tree.lemmas[verb] not in at.reader.world.moving
    ):
        return []
    return at.reader.fillers(at.grammar.objects(tree, verb), wanted)


def aided(at: Trigger, wanted: Wanted) -> list[Filler]:
    """ "With the *help* of Y, X has held on", "thanks to Y's *weapons*, X can": X."""
    tree, noun = at.tree, at.tree.first_conjunct(at.token)
    above = tree.heads[noun]
    if tree.deps[noun] != "pobj" or tree.lower[above] not in at.reader.world.aids:
        return []
    while tree.deps[above] == "prep" and not tree.is_verb(tree.heads[above]):
        # "thanks *to*"
        above = tree.heads[above]
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


def content(at: Trigger, wanted: Wanted) -> list[Filler]:
    acting = at.grammar.acting_in_clause(at.tree, at.token)
    return at.reader.fillers(acting, wanted)


def halter(at: Trigger, wanted: Wanted) -> list[Filler]:
    halters = at.grammar.bearing.halters(at.tree, at.token)
    return at.reader.fillers(halters, wanted)


def sufferer(at: Trigger, wanted: Wanted) -> list[Filler]:
    sufferers = at.grammar.bearing.sufferers(at.tree, at.token)
    return at.reader.fillers(sufferers, wanted)
