"""Who meets: those whom a verb or a noun says to be there together."""

from __future__ import annotations

from loaders.extraction.grammar.passive import agents
from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.parse.tags import PROPER
from loaders.extraction.reading.reader import Reader
from loaders.extraction.setting.posts import note_post

_FEW, _TWO, _TEAMS = 3, 2, 6
WITH = frozenset({"with", "between", "among"})
"""Prepositions of those whom others meet."""
_MEETING = frozenset({"with"})
_HELD = frozenset({"pobj", "dobj", "nsubj", "nsubjpass", "attr", "conj"})


def present(reader: Reader, verb: int) -> list[Filler]:
    """Those who meet: the verb's subjects, objects and counterparts, "talks with X" among them."""
    tree, grammar, actors = reader.tree, reader.grammar, reader.world.actor
    own = reader.fillers(grammar.subjects(tree, verb), actors)
    objects = grammar.objects(tree, verb)
    met = reader.fillers(objects, actors)
    talks = any(f"{tree.lemmas[verb]} {tree.lemmas[t]}" in reader.world.told_acts for t in objects)
    if objects and not met and not talks:
        # "relations to meet shared challenges"
        return []
    held = [p for t in objects for p in grammar.prepositions.of(tree, t)]
    beside = [
        t
        for p in (*grammar.prepositions.of(tree, verb), *held)
        if tree.lower[p] in WITH and p > verb and tree.child(p, "neg") is None
        for t in grammar.prepositions.complements(tree, p)
    ]
    joined = [
        c for c in tree.kids(verb, "advcl", "acl") if tree.lower[c] in reader.world.accompanied
    ]
    beside += [t for c in joined for t in agents(tree, c)]
    others = reader.fillers(beside, actors)
    if not own:
        return []
    named = [
        f
        for f in (*met, *others)
        if tree.tags[f.token] in PROPER
        or reader.names.at(f.token)
        or tree.lemmas[f.token] in reader.world.delegates
    ]
    found = {f.entity: f for f in (*own, *named) if not f.is_class}
    acting = {p.entity for f in found.values() for p in reader.standing.of(f)}
    # "We, Prime Minister X and President Y, meet": the states are there through them.
    return [f for f in found.values() if f.entity not in acting]


def companions(reader: Reader, verb: int) -> list[Filler]:
    """The two or three of one kind who meet, apart from each other: "A met B", "A hosted B"."""
    tree, world = reader.tree, reader.world
    if tree.lemmas[verb] in world.hosting and not receives(reader, verb):
        return []
    met = [f for f in present(reader, verb) if reader.cast.is_named(f.entity)]
    for person in met:
        if world.is_person(person.types):
            note_post(reader, person)
    date = reader.site.events.calendar.document_date
    if any(not world.is_person(f.types) and world.facts.stands_for(f.entity, date) for f in met):
        # "A met B at *its ministry*"
        return []
    if len({world.is_person(f.types) for f in met}) > 1:
        # "A welcomed President X": later "the two countries".
        met = [next(iter(reader.standing.of(f)), f) if world.is_person(f.types) else f for f in met]
    kinds = {world.is_person(f.types) for f in met}
    apart = {tree.first_conjunct(f.token) for f in met}
    # "The four met X": not those five; "A and B met C and D": those four.
    most = _FEW if any(f.at is not None for f in met) else _TEAMS
    return met if 1 < len(met) <= most and len(kinds) == 1 and len(apart) > 1 else []


def partners(reader: Reader, noun: int) -> list[Filler]:
    """The two who met or agreed, as one of them is said to have, or to have done after it: "*A*'s
    meeting with *B*", "*A* reached a deal with *B*", "*A* spoke after talks with *B*"."""
    tree, world = reader.tree, reader.world
    if tree.deps[noun] not in _HELD:
        return []
    dealt = tree.deps[noun] == "dobj" and tree.lemmas[noun] in world.paired_heads
    # "sealed a *deal* with X"
    beside = tree.after(noun, _MEETING) or (tree.after(tree.heads[noun], _MEETING) if dealt else [])
    if not beside:
        return []
    if tree.lemmas[noun] in world.paired_heads and tree.deps[noun] != "dobj":
        # "A's *alliance* with B threatens C": not of the two
        return []
    verb = next((t for t in tree.up(noun) if tree.is_verb(t)), noun)
    doers = tree.kids(noun, "poss") or reader.grammar.subjects(tree, verb)
    own = reader.fillers(doers, world.actor)
    others = reader.fillers(beside, world.actor) if len(own) == 1 else []
    found = [f for f in (*own, *others) if not f.is_class and reader.cast.is_named(f.entity)]
    found = reader.standing.alike(found)
    alike = len({world.is_person(f.types) for f in found}) == 1
    two = len(others) == 1 and len({f.entity for f in found}) == len(found) == _TWO
    return found if two and alike else []


def receives(reader: Reader, verb: int) -> bool:
    """Whether those whom `verb` receives are people, not a thing or a body."""
    tree, world = reader.tree, reader.world
    if tree.deps[verb] == "acl":
        # "a summit with X and Y, hosted by Z"
        return False
    objects = reader.grammar.objects(tree, verb)
    listed = [t for token in objects for t in reader.lists.coordinated(token)]
    if any(tree.lemmas[t] in world.hosted for t in objects):
        return bool(reader.fillers(objects, world.actor))
    # "welcomed President X's *effort*" receives nobody.
    named = reader.fillers(objects, world.actor)
    return any(world.is_person(f.types) and f.token in listed for f in named)
