"""Which pairs of a subject and an object are two things that one may do to the other."""

from __future__ import annotations

from itertools import combinations

from loaders.extraction.grammar.able import is_able
from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.parse.tags import PLURAL, PROPER
from loaders.extraction.parse.tree import Tree, is_infinitive
from loaders.extraction.phrases.exemplars import is_example
from loaders.extraction.reading.reader import Reader
from ontology.lexicon import Cue, Part

_WITH = frozenset({"with", "alongside"})
_BOTH = frozenset({"together", "jointly"})
_ANOTHER = frozenset({"other", "another"})
"""Ends of "each other" and "one another"."""

_RESPECTIVELY = "respectively"


def is_apart(subject: Filler, target: Filler, cue: Cue, mutual_ends: bool) -> bool:
    """Whether two ends are two things, said in two places."""
    taken_up = subject.at is not None and target.at is not None
    within = subject.start < target.end and target.start < subject.end and not taken_up
    apart = mutual_ends or cue.part in (Part.VERB, Part.ADJECTIVE)
    return subject.entity != target.entity and not (apart and within and target.end > 0)


def each_other(reader: Reader, several: list[Filler]) -> list[tuple[Filler, Filler]]:
    """Each with each, but for one who is set against all others: "between A and partners such as B
    and C", "between states such as A and B, and C"; no group with an example of it."""
    tree, world = reader.tree, reader.world
    return [
        (one, other)
        for one, other in _paired(tree, several)
        if not is_example(tree, world, one, other) and not is_example(tree, world, other, one)
    ]


def _paired(tree: Tree, several: list[Filler]) -> list[tuple[Filler, Filler]]:
    if _is_hub(tree, several):
        return [(several[0], other) for other in several[1:]]
    if _is_last_apart(tree, several):
        return [(other, several[-1]) for other in several[:-1]]
    return list(combinations(several, 2))


def _is_last_apart(tree: Tree, several: list[Filler]) -> bool:
    """Whether the list is over before the last: "A, B *and* C, *and* D"."""
    tokens = [f.token for f in several[-3:]]
    if len(tokens) < 3 or tokens != sorted(set(tokens)):
        return False
    words = tree.lower[tokens[1] : tokens[2]]
    return "and" in tree.lower[tokens[0] : tokens[1]] and "and" in words and "," in words


def _is_hub(tree: Tree, subjects: list[Filler]) -> bool:
    """Whether the first is set against all others."""
    if len(subjects) < 3 or not subjects[0].token < subjects[1].token < subjects[2].token:
        return False
    words = tree.lower[subjects[0].token : subjects[1].token]
    return "and" in words and "," not in words


def is_own(reader: Reader, text: Filler, actor: Filler) -> bool:
    """Whether a text is said to be about its own author or party: it speaks for those."""
    world = reader.world
    if not world.fits(text.types, world.texts) or not world.fits(actor.types, world.actors):
        return False
    told = reader.cast.told.get(text.entity, ())
    return actor.entity in told or world.facts.is_author(actor.entity, text.entity)


def is_organ(reader: Reader, one: Filler, other: Filler) -> bool:
    """Whether one of two is the other's own: a state and its parliament, or who acts for it."""
    facts = reader.world.facts
    if facts.is_organ(one.entity, other.entity) or facts.is_organ(other.entity, one.entity):
        return True
    return reader.world.is_person(one.types) and any(
        f.entity == other.entity for f in reader.standing.of(one)
    )


def is_anothers_body(reader: Reader, body: Filler, state: Filler) -> bool:
    """Whether a body is known to be another's than the state's in which it sits: "*Tokyo's NATO
    office*"."""
    world, facts = reader.world, reader.world.facts
    if not world.polity.fits(state.types) or world.is_person(body.types):
        return False
    own = [
        iri
        for iri in facts.related.get(body.entity, ())
        if world.actor.fits(facts.types(iri)) and facts.is_group(iri)
    ]
    there = state.entity in facts.located(body.entity)
    return bool(own) and (there or state.entity not in facts.related[body.entity])


def is_at_home(reader: Reader, guest: Filler, visit: Filler) -> bool:
    """Whether somebody would be on a visit to his own state: it is another's."""
    tree, world = reader.tree, reader.world
    if visit.token >= len(tree.words) or visit.at is not None or not tree.is_noun(visit.token):
        return False
    if not world.fits(visit.types, world.lexicon.happenings):
        return False
    to = [n for t in tree.after(visit.token, ("to",)) for n in reader.names.at(t)]
    homes = {guest.entity, *(f.entity for f in reader.standing.of(guest))} if to else set()
    return any(sense.iri in homes for name in to for sense in name.senses)


def is_elsewhere(reader: Reader, event: Filler, place: Filler) -> bool:
    """Whether reference facts say that an event was in another place."""
    world = reader.world
    happenings, settings = world.lexicon.happenings, world.lexicon.settings
    if not world.fits(event.types, happenings) or not world.fits(place.types, settings):
        return False
    there = {
        p for p in world.facts.located(event.entity) if world.fits(world.facts.types(p), settings)
    }
    around = there.union(*map(world.facts.located, there))
    return (
        bool(there)
        and place.entity not in around
        and there.isdisjoint(world.facts.located(place.entity))
    )


def is_listed(tree: Tree, subject: Filler, target: Filler) -> bool:
    """Whether two items of one list stand after a preposition: "*with A and B*, C works"."""
    first = tree.first_conjunct(subject.token)
    together = first == tree.first_conjunct(target.token) and subject.token != target.token
    return together and tree.deps[first] == "pobj"


def is_by_each(reader: Reader, cue: Cue, token: int) -> bool:
    """Whether several do not do with each other what the trigger says of them, as far as that may
    be told by it alone."""
    tree = reader.tree
    if cue.part is Part.ADJECTIVE and tree.deps[token] == "amod":
        # "their *allied* counterparts"
        return True
    if cue.part is Part.NOUN and any(
        tree.lower[t] in reader.world.prized for t in tree.kids(token, "amod")
    ):
        # "A and B, two *key allies*": of who calls them so
        return True
    # "Only A and B *can make* it": each by himself.
    return (bool(cue.about) and is_able(tree, token)) or is_with_others(reader, token)


def is_with_others(reader: Reader, verb: int) -> bool:
    """Whether it is said with whom it is done: "A and B *work* with some", "A and B met *with C*
    to *coordinate*"."""
    tree, world = reader.tree, reader.world
    if not tree.is_verb(verb):
        return False
    if any(tree.lower[t] in _ANOTHER for t in tree.kids(verb, "dobj", "dative")):
        # "provide *each other* with aid"
        return False
    hosts = [verb]
    if tree.deps[verb] in ("xcomp", "advcl") and is_infinitive(tree, verb):
        hosts.append(tree.heads[verb])
    # "A and B *signed* an accord *with C*"
    hosts += [
        t
        for t in tree.kids(verb, "dobj")
        if tree.lemmas[t] in world.dealings or tree.lemmas[t] in world.anaphors
    ]
    beside = [p for host in hosts for p in tree.kids(host, "prep") if p > host]
    apart = [p for p in beside if tree.lower[p] in _WITH and tree.lower[p - 1] not in _BOTH]
    met = (t for p in apart for t in tree.kids(p, "pobj"))
    return any(tree.lower[t] not in _ANOTHER for t in met) or _deals_with_others(tree, verb)


def _deals_with_others(tree: Tree, verb: int) -> bool:
    """Whether what is done is with somebody named: "A and B signed *accords with C*", "both bound
    by *treaties with C*"."""
    by = [t for p in tree.kids(verb, "agent") for t in tree.kids(p, "pobj")]
    done = [c for t in (*tree.kids(verb, "dobj"), *by) for c in tree.conjuncts(t)]
    named = [n for t in done for n in tree.after(t, _WITH) if n > t]
    return any(tree.tags[n] in PROPER for n in named)


def are_same(subjects: list[Filler], objects: list[Filler]) -> bool:
    """Whether several do something about what is theirs: "A and B destabilize *their* regions"."""
    done = {f.entity for f in objects}
    return len(done) > 1 and done == {f.entity for f in subjects}


def is_beside(tree: Tree, subject: Filler, target: Filler) -> bool:
    """Whether both are items of one list, of which neither does anything to the other."""
    first = tree.first_conjunct(subject.token)
    return subject.token != target.token and target.token in tree.conjuncts(first)


def are_bounds(reader: Reader, subject: Filler, target: Filler) -> bool:
    """Whether both are what a range of issues begins and ends with: "from *piracy* to *theft*",
    "from *drills* to fighting *piracy*"."""
    tree, world = reader.tree, reader.world
    ends = (subject, target)
    if any(world.actor.fits(f.types) or f.at is not None for f in ends):
        return False
    led = [_leading(tree, f.token) for f in ends]
    bounds = {tree.lower[p] for p in led} == {"from", "to"}
    return bounds and tree.heads[led[0]] == tree.heads[led[1]]


def _leading(tree: Tree, token: int) -> int:
    """The preposition before a noun, or before the gerund whose object it is."""
    above = tree.heads[token]
    return tree.heads[above] if tree.deps[above] == "pcomp" else above


def respective(
    reader: Reader, token: int, found: list[tuple[Filler, Filler]]
) -> list[tuple[Filler, Filler]]:
    """ "A and B are in X and Y *respectively*": A is in X, and B in Y."""
    tree = reader.tree
    start, end = tree.sentences[tree.sentence[token]]
    if _RESPECTIVELY not in tree.lower[start:end] and not _are_holders(reader, token):
        return found
    ones, others = (sorted({pair[i].token for pair in found}) for i in (0, 1))
    if len(ones) != len(others) or len(ones) == 1:
        return found
    told = set(zip(ones, others, strict=True))
    return [(s, o) for s, o in found if (s.token, o.token) in told]


def _are_holders(reader: Reader, token: int) -> bool:
    """Whether an office has several holders: "the Fijian and Peruvian *leaders*, X and Y"."""
    tree = reader.tree
    named = tree.kids(token, "appos") if has_holders(reader, token) else []
    return any(len(tree.conjuncts(t)) > 1 for t in named)


def has_holders(reader: Reader, token: int) -> bool:
    """Whether it is an office of several: "the two *premiers*"."""
    return reader.tree.tags[token] in PLURAL and reader.tree.lemmas[token] in reader.world.offices
