"""Which pairs of a subject and an object are two things that one may do to the other."""

from __future__ import annotations

from graph.statements import EntityId
from loaders.extraction.cues.holding import held
from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.parse.tree import Tree
from loaders.extraction.reading.reader import Reader
from ontology.lexicon import Cue, Part


def kept(
    reader: Reader, cue: Cue, token: int, found: list[tuple[Filler, Filler]], paired: bool
) -> list[tuple[Filler, Filler]]:
    """The pairs that the trigger may tell: one holder of an office, nobody's place who has none,
    and of a text with known parties (`paired`) only those, unless a verb says otherwise."""
    world = reader.world
    if cue.part is Part.NOUN:
        found = held(reader, token, found)
    if cue.part is Part.PREPOSITION and reader.tree.lower[token] in world.locative:
        found = [(s, o) for s, o in found if not _is_at_large(reader, s)]
    if cue.part is not Part.VERB and paired:
        closed = world.facts.is_closed_to
        found = [(s, o) for s, o in found if not closed(o.entity, s.entity, s.types)]
    if cue.part is Part.NOUN and cue.predicate in world.ontology.symmetric:
        said = reader.grammar.bearing.said_to_be(reader.tree, token)
        before = {*said, *reader.tree.kids(token, "compound", "nmod")}
        groups = {f.entity for pair in found for f in pair if f.token in before}
        found = [
            (s, o)
            for s, o in found
            if not (_is_in(reader, s, o, groups) or _is_in(reader, o, s, groups))
        ]
    return found


def _is_in(reader: Reader, member: Filler, group: Filler, groups: set[EntityId]) -> bool:
    """Whether one is a known member of the other, which is itself what the trigger says: "the
    Quad is a partnership of A and B" is theirs, and none between it and them."""
    return group.entity in groups and reader.world.facts.is_member(member.entity, group.entity)


def _is_at_large(reader: Reader, subject: Filler) -> bool:
    """Whether it is no place's: forces, which are stationed, and groups: "NATO in Brussels"."""
    if not reader.world.fits(subject.types, reader.world.actors):
        return False
    delegate = reader.tree.lemmas[subject.token] in reader.world.delegates
    known = subject.entity in reader.world.ontology.entities
    return (delegate and known) or reader.world.facts.is_group(subject.entity)


def is_apart(subject: Filler, target: Filler, cue: Cue, mutual_ends: bool) -> bool:
    """Whether two ends are two things, said in two places."""
    taken_up = subject.at is not None and target.at is not None
    within = subject.start < target.end and target.start < subject.end and not taken_up
    apart = mutual_ends or cue.part in (Part.VERB, Part.ADJECTIVE)
    return subject.entity != target.entity and not (apart and within and target.end > 0)


def is_hub(tree: Tree, subjects: list[Filler]) -> bool:
    """Whether the first is set against all others: "between A and B, C and D", "between A and
    partners such as B and C"."""
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
    """Whether reference facts make one of two the other's own: a state and its parliament."""
    facts = reader.world.facts
    return facts.is_organ(one.entity, other.entity) or facts.is_organ(other.entity, one.entity)


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


def are_same(subjects: list[Filler], objects: list[Filler]) -> bool:
    """Whether several do something about what is theirs: "A and B destabilize *their* regions"."""
    done = {f.entity for f in objects}
    return len(done) > 1 and done == {f.entity for f in subjects}


def is_beside(tree: Tree, subject: Filler, target: Filler) -> bool:
    """Whether both are items of one list, of which neither does anything to the other."""
    first = tree.first_conjunct(subject.token)
    return subject.token != target.token and target.token in tree.conjuncts(first)
