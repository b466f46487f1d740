"""For whom the text says that a person acts: "Norwegian Foreign Minister X", "X, its envoy"."""

from __future__ import annotations

from graph.statements import EntityId
from loaders.extraction.grammar import phrase
from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.parse.tags import RETIRED
from loaders.extraction.parse.tree import Tree
from loaders.extraction.reading.reader import Reader

_NEAR = 8
"""Words around a name in which his office stands."""
_PAST = frozenset({"former", "ex", "then", "late"})


def _is_past(tree: Tree, person: int) -> bool:
    """Whether the words before a name say that what it was is over: "*former* premier X"."""
    titles = [person, *tree.kids(person, "compound", "nmod")]
    if tree.deps[person] == "appos":
        titles.append(tree.heads[person])
    return any(tree.lower[c] in RETIRED for t in titles for c in tree.kids(t, "amod", "compound"))


def _held(reader: Reader, person: Filler, office: int) -> list[Filler]:
    """For whom he holds or held an office of this name: "*Secretary General* X"."""
    facts, title = reader.world.facts, phrase.pair(reader.tree, office)
    return [
        person._replace(entity=EntityId(iri), types=types)
        for predicate, _ in facts.standing
        for iri, types in facts.held_as(person.entity, predicate, title)
    ]


def note_post(reader: Reader, person: Filler) -> None:
    """Remember the one polity or alliance whose office the words around a person's name give it,
    if it is not known for whom the person acts, or that he holds his no longer."""
    tree, world, cast = reader.tree, reader.world, reader.cast
    token = person.token
    if RETIRED.intersection(tree.lower[max(0, token - _NEAR) : token + _NEAR]) and _is_past(
        tree, token
    ):
        cast.retired.add(person.entity)
    known = world.facts.stands_for(person.entity, reader.site.events.calendar.document_date)
    if person.entity in cast.acting or known:
        return
    titles = [token, *tree.kids(token, "appos", "compound", "nmod")]
    if tree.deps[token] == "appos":
        titles.append(tree.heads[token])
    named = [t for t in titles if tree.lemmas[t] in world.offices]
    told = {tree.lower[c] for t in (token, *named) for c in tree.kids(t, "amod", "compound")}
    if not _PAST.isdisjoint(told):
        return
    if not named:
        if not _note_led(reader, person):
            _note_whose(reader, person)
        return
    found = {f.entity: f for t in named for f in _held(reader, person, t)} or {
        f.entity: f
        for t in (token, *named)
        for f in reader.owners.of(t, world.actor)
        or reader.fillers(reader.titles.owners(t), world.actor)
        if world.is_public(f.entity, f.types)
    }
    if not found and any(tree.lower[d] == "the" for t in named for d in tree.kids(t, "det")):
        # "*The* adviser, X, will go": of the polity that the text is about.
        found = {f.entity: f for f in reader.discourse.home}
    if not found and _note_led(reader, person):
        return
    if len(found) == 1:
        ((entity, filler),) = found.items()
        cast.acting[person.entity] = entity, filler.types


def _note_led(reader: Reader, person: Filler) -> bool:
    """Remember whose body somebody is said to lead: "Ann Lee, who *commands* the Chilean Navy"."""
    tree, world = reader.tree, reader.world
    for clause in tree.kids(person.token, "relcl"):
        who = any(tree.lower[t] == "who" for t in tree.kids(clause, "nsubj"))
        if not who or tree.lemmas[clause] not in world.commanding:
            continue
        led = tree.kids(clause, "dobj")
        found = {f.entity: f for t in led for f in reader.owners.of(t, world.polity)} or {
            f.entity: f for f in reader.fillers(led, world.polity)
        }
        if len(found) == 1:
            ((entity, filler),) = found.items()
            reader.cast.acting[person.entity] = entity, filler.types
            return True
    return False


def _note_whose(reader: Reader, person: Filler) -> None:
    """Remember whose somebody is said to be without an office: "Ann Lee *of Fiji*"."""
    found = reader.fillers(reader.tree.after(person.token, ("of",)), reader.world.polity)
    if len(found) == 1 and not found[0].is_class:
        reader.cast.acting[person.entity] = found[0].entity, found[0].types
