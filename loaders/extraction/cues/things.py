"""Slots of what a trigger is about: its objects, what depends on it, what it lists."""

from __future__ import annotations

from loaders.extraction.cues.trigger import Trigger
from loaders.extraction.grammar.apposition import names_after
from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.knowledge.wanted import Wanted
from loaders.extraction.parse.tags import PROPER
from loaders.extraction.parse.tree import is_infinitive

_COPULAS = frozenset({"be", "remain", "become"})
_BESIDE = frozenset({"compound", "nmod", "poss"})
_JOINING = frozenset({"-", "\N{EN DASH}", "\N{HYPHEN}"})
_INNER = frozenset({"of", "on", "for"})
_TRAIL = 16
"""Words before a participle among which what it is said of is looked for."""


def may_have_object(at: Trigger) -> bool:
    """Whether `object_` has anything to read."""
    tree, trigger = at.tree, at.token
    if tree.is_verb(trigger):
        return bool(at.objects) or tree.words[trigger - 1 : trigger] == [","]
    if tree.tags[trigger] == "POS":
        return True
    return tree.child(trigger, "pobj", "dobj", "pcomp") is not None


def object_(at: Trigger, wanted: Wanted) -> list[Filler]:
    tree, trigger = at.tree, at.token
    if tree.is_verb(trigger):
        done = at.reader.fillers(at.objects, wanted)
        if tree.deps[trigger] == "acl" and at.objects and max(at.objects) < trigger:
            # "A, *based* in X, and B, based in Y": B is not in X.
            done = [f for f in done if f.token < trigger or f.at is not None]
        return done or _raised(at, wanted) or _trailed(at, wanted) or _grouped(at, wanted)
    if tree.tags[trigger] == "POS":
        # "A's Ann Lee and B's Bob Ray": each has its own.
        owners = at.reader.fillers([tree.heads[trigger]], wanted)
        return [f for f in owners if f.token < trigger]
    return at.reader.fillers(tree.kids(trigger, "pobj", "dobj", "pcomp"), wanted)


def _raised(at: Trigger, wanted: Wanted) -> list[Filler]:
    """What a relative clause is about, where the parse hangs it on the last noun before it: "a
    *summit* of the allies, which A hosted"."""
    tree = at.tree
    below = [t for t in at.objects if t < at.token and tree.deps[t] == "pobj"]
    if not below:
        return []
    of = [t for t in below if tree.lower[tree.heads[t]] in _INNER and tree.children[t]]
    if not of or not any(tree.deps[c] == "relcl" for t in of for c in tree.children[t]):
        return []
    return at.reader.fillers([tree.heads[tree.heads[t]] for t in of], wanted)


def _grouped(at: Trigger, wanted: Wanted) -> list[Filler]:
    """What a participle is said of that the parse hangs on what there is several of: "X, a *group*
    of countries *led* by Y"."""
    tree = at.tree
    if tree.deps[at.token] != "acl":
        return []
    heads = [tree.heads[tree.heads[t]] for t in at.objects if tree.deps[t] == "pobj"]
    groups = [t for t in heads if tree.lemmas[t] in at.reader.world.collectives]
    return at.reader.fillers(groups, wanted)


def _trailed(at: Trigger, wanted: Wanted) -> list[Filler]:
    """What a participle after a comma is said of, where the parse hangs it elsewhere: "met
    for the drill in May, *hosted* by India"."""
    tree, trigger = at.tree, at.token
    if tree.tags[trigger] != "VBN" or tree.words[trigger - 1 : trigger] != [","]:
        return []
    start = tree.sentences[tree.sentence[trigger]][0]
    for token in range(trigger - 2, max(start, trigger - _TRAIL) - 1, -1):
        found = at.reader.direct(token, wanted) if tree.is_noun(token) else []
        if found:
            acts = any(map(tree.is_finite, range(token, trigger)))
            # "The *bloc* received its partners, known as X": the bloc is not known as X.
            return [f for f in found if not (acts and at.reader.world.actor.fits(f.types))]
    return []


def named(at: Trigger, wanted: Wanted) -> list[Filler]:
    verb = at.tree.is_verb(at.token)
    done = at.reader.fillers(at.objects, wanted) if verb else object_(at, wanted)
    return [f for f in done if at.reader.names.at(f.token)]


def direct(at: Trigger, wanted: Wanted) -> list[Filler]:
    reader, lemmas = at.reader, at.tree.lemmas
    # "joined *the bloc's leaders* in X": who did is none of the bloc, but of "the Joint *Force*".
    people = reader.world.people - reader.world.arms
    tokens = [t for t in at.objects if lemmas[t].lower() not in people]
    listed = [t for token in tokens for t in reader.lists.coordinated(token)]
    found = [f for t in listed for f in reader.direct(t, wanted)]
    # "joined the *alliance* NATO", "joined a military bloc, the CSTO"
    named = [] if found else [n for t in listed for n in names_after(at.tree, t, reader.names)]
    return found or [f for t in named for f in reader.direct(t, wanted)]


def recipient(at: Trigger, wanted: Wanted) -> list[Filler]:
    """Who is given the object, or is named before it so that the parse makes them one; of a noun,
    who is given it: "caused X *concern*", "the *help* that Y gives X"."""
    reader, tree, verb = at.reader, at.reader.tree, at.token
    if tree.is_noun(verb):
        given = _given(at)
        if given or tree.deps[verb] != "dobj":
            return reader.fillers(given, wanted)
        verb = tree.heads[verb]
        if tree.lemmas[verb] not in reader.world.granting:
            return []
    given = [t for t in tree.kids(verb, "dative") if tree.tags[t] != "IN"]
    if given:
        return reader.fillers(given, wanted)
    after = verb + 1 + (tree.tags[verb + 1 : verb + 2] == ["DT"])
    name = reader.names.covering.get(after) or reader.names.covering.get(verb + 1)
    if name is None or name.first > after or tree.deps[name.root] not in _BESIDE:
        return []
    if tree.heads[tree.heads[name.root]] != verb or tree.tags[name.last + 1] == "POS":
        return []
    return reader.read(name.root, wanted)


def _given(at: Trigger) -> list[int]:
    """Whom somebody gives the noun in its relative clause: "the *help* that Y gives X"."""
    tree, bearing = at.tree, at.reader.world.bearing_verbs
    return [
        t
        for clause in tree.kids(at.token, "relcl")
        if tree.lemmas[clause] in bearing and tree.child(clause, "nsubj") is not None
        for t in tree.kids(clause, "dative", "dobj")
        if tree.tags[t] not in ("IN", "TO", "WDT")
    ]


def self_(at: Trigger, wanted: Wanted) -> list[Filler]:
    tree, trigger = at.tree, at.token
    if tree.deps[trigger] == "appos" and at.reader.names.at(tree.heads[trigger]):
        called = at.reader.read(tree.heads[trigger], wanted)
        if called or tree.words[trigger - 1] != "(":
            return called
    # "A pact with X called *Y*" is what it is called.
    text = tree.lemmas[trigger] in at.reader.world.paired_heads
    names = at.grammar.bearing.called(tree, trigger) if text else []
    return [
        f
        for f in at.reader.read(trigger, wanted)
        if f.token == trigger or tree.first_conjunct(f.token) in names
    ]


def modifier(at: Trigger, wanted: Wanted) -> list[Filler]:
    """Names and nouns before the trigger; of an event a place only next to it: "the Madrid
    summit", not "the Crimea *Platform* Summit"."""
    tree, world = at.tree, at.reader.world
    constituent = tree.lemmas[at.token] in world.members
    if constituent and any(tree.lemmas[t] in world.ties for t in tree.kids(at.token, "compound")):
        # "NATO's *partner* countries" are no countries of NATO.
        return []
    before = at.reader.owners.before(at.token, wanted)
    if not before and (other := at.sharing()) != at.token:
        before = at.reader.owners.before(other, wanted)
    if before and not tree.tags[at.token].startswith("NNP"):
        # "a National *Security Advisor*-level dialogue" is not about security.
        before = [f for f in before if not _is_title(at, f)]
    if tree.lemmas[at.token] not in world.happening_heads:
        return before
    settings, actors = world.lexicon.settings, world.actors
    return [
        f
        for f in before
        if world.fits(f.types, actors)
        or not world.fits(f.types, settings)
        or not (
            _is_joined(at, f.token)
            or any(
                tree.tags[t] in PROPER and t not in at.reader.names.covering
                for t in range(f.token + 1, at.token)
            )
        )
    ]


def _is_title(at: Trigger, filler: Filler) -> bool:
    """Whether what no actor is called stands before a noun of people: it is their field."""
    tree, world = at.tree, at.reader.world
    if world.fits(filler.types, world.actors):
        return False
    between = range(filler.token + 1, at.token)
    return any(tree.lemmas[t].lower() in world.people for t in between)


def _is_joined(at: Trigger, token: int) -> bool:
    """Whether a hyphen joins the name to another before it: "the Korea-*Pacific Islands* summit"
    is between them."""
    name, words = at.reader.names.covering.get(token), at.tree.words
    if name is None or name.first < 2 or words[name.first - 1] not in _JOINING:
        return False
    return name.first - 2 in at.reader.names.covering


def complement(at: Trigger, wanted: Wanted) -> list[Filler]:
    tree, head = at.tree, at.tree.heads[at.token]
    if tree.deps[at.token].startswith("nsubj") and tree.lemmas[head] in _COPULAS:
        return at.reader.fillers(tree.kids(head, "attr"), wanted)
    return []


def clause(at: Trigger, wanted: Wanted) -> list[Filler]:
    tree = at.tree
    clauses = tree.kids(at.token, "xcomp", "ccomp", "acl") or _said_to_be(at)
    found = at.reader.fillers(clauses, wanted)
    if not found and tree.is_noun(at.token):
        # "a joint programme *to protect X*"
        verbs = [t for t in (*clauses, *tree.kids(at.token, "relcl")) if is_infinitive(tree, t)]
        return at.reader.contents.purposes(verbs, wanted)
    return found


def _said_to_be(at: Trigger) -> list[int]:
    """What a noun is said to be: "the *aim* is *to do* it", "it is in X's *interest* to do it"."""
    tree, verb = at.tree, at.tree.heads[at.token]
    if tree.deps[at.token] == "nsubj":
        return tree.kids(verb, "xcomp") if tree.lemmas[verb] == "be" else []
    verb = tree.heads[verb]
    if tree.deps[at.token] != "pobj" or tree.lemmas[verb] != "be":
        return []
    subject = tree.child(verb, "nsubj")
    it = subject is not None and tree.lower[subject] == "it"
    return tree.kids(verb, "xcomp", "advcl") if it else []


def purpose(at: Trigger, wanted: Wanted) -> list[Filler]:
    tree = at.tree
    verbs = [
        verb
        for first in tree.kids(at.token, "advcl", "xcomp")
        if tree.tags[first] == "VB" and tree.child(first, "aux") is not None
        for verb in tree.conjuncts(first)
    ]
    # "allows A and B *to hold* X": the parse makes them its subjects.
    verbs += [
        verb
        for first in tree.kids(at.token, "ccomp")
        if is_infinitive(tree, first)
        for verb in tree.conjuncts(first)
    ]
    # "allows troops to enter X *for joint training*"
    return at.reader.contents.purposes(verbs, wanted) or at.reader.fillers(
        [t for verb in verbs for t in tree.after(verb, ("for", "in"))], wanted
    )
