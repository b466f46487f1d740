"""Meetings that a verb tells: of "A met B in Rome" the event is the act, and those who meet
tell it from others."""

from __future__ import annotations

from graph.statements import EntityId
from loaders.extraction.entities.callings import callings
from loaders.extraction.grammar.clauses import is_meanwhile
from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.knowledge.referents import Referent
from loaders.extraction.knowledge.wanted import Wanted
from loaders.extraction.parse.tree import Tree
from loaders.extraction.phrases.exemplars import outermost
from loaders.extraction.reading.reader import Reader
from loaders.extraction.setting.attendees import WITH, present, receives

_SURE = 0.85
_ONE = frozenset({"his", "her"})
_ALL = frozenset({"all", "both"})
_MOST, _FEW, _TWO = 6, 3, 2
_TO = frozenset({"to", "for"})
_FOR = frozenset({"for", "at", "during"})
_GUESTS = _FOR | _TO
"""Prepositions that lead from guests to what they come for."""


def encounter(reader: Reader, verb: int, wanted: Wanted) -> list[Filler]:
    """The event of the most general of the classes `wanted` at which the subject, object and
    counterpart of `verb` meet; none if they are not two to six actors."""
    world, tree = reader.world, reader.tree
    classes = [c for c in wanted.classes if not world.fits(world.actors, (c,))]
    if not tree.is_verb(verb) or len(classes) != 1 or not wanted.is_plain:
        return []
    if tree.lemmas[verb] in world.hosting and not receives(reader, verb):
        return []
    if any(tree.lemmas[t] in reader.grammar.bearing.caused.ills for t in tree.kids(verb, "dobj")):
        # "to meet the China *challenge*"
        return []
    met = present(reader, verb)
    kinds = world.want((classes[0], *world.ontology.classes[classes[0]].parents))
    known = [] if _face(reader, verb, met) else _known(reader, verb, met, kinds)
    known = known or (_meanwhile(reader, verb, kinds) if met else [])
    if known:
        return known
    if len(met) == 1 and _convenes(reader, verb, met[0]):
        return _held(reader, verb, met, classes[0], _places(reader, verb))
    if not met and _gather(reader, verb):
        return _held(reader, verb, [], classes[0], _places(reader, verb))
    if not 1 < len(met) <= _MOST or _occasion(reader, verb, kinds):
        return []
    hosted = tree.lemmas[verb] in world.hosting
    apart = len(met) > _TWO and _are_of_two(reader, verb)
    if apart or (len(met) > _FEW and not hosted and _by_turns(reader, verb, met)):
        return []
    held = reader.fillers(reader.grammar.objects(tree, verb), world.happening)
    if held:
        # "held talks with X"; "held a *summit*" is no other meeting
        return [f._replace(token=verb) for f in held if wanted.fits(f.types)]
    return _held(reader, verb, met, classes[0], [])


def _held(
    reader: Reader, verb: int, met: list[Filler], class_name: str, places: list[str]
) -> list[Filler]:
    """The event of `class_name` named for those who met, and for its `places`; later "the
    meeting" may take it up."""
    tree = reader.tree
    kind = reader.world.ontology.classes[class_name].label
    apart = outermost(tree, reader.world, met)
    if titled := _titled(reader, verb, apart, class_name):
        return [titled]
    where = f" in {places[0]}" if places else ""
    called = callings(reader.site, apart) if apart else [""]
    names = [f"{name} {kind}{where}".lstrip() for name in called]
    found = reader.cast.provisional(class_name, names[0])
    if found is None:
        return []
    start, end = tree.starts[verb], tree.ends[verb]
    span = tree.passage.span(start, end)
    reader.cast.mention(found, reader.cast.label(found), span.start)
    others = [*names[1:], *(f"{place} {kind}" for place in _places(reader, verb))]
    for at, name in enumerate(others, span.start + 1):
        reader.cast.mention(found, name, at)
    filler = Filler(found, (class_name,), verb, start, end, sure=_SURE)
    placed = (filler._replace(at=span),)
    reader.discourse.note(Referent(placed, reader.site.sentence(verb), verb, rank=1))
    return [filler]


def _titled(reader: Reader, verb: int, met: list[Filler], class_name: str) -> Filler | None:
    """The meeting of just those for whom these act that the title names: under "Chad-Peru
    Dialogue" the premiers of the two meet at that."""
    sides = frozenset(p.entity for f in met for p in (reader.standing.of(f) or [f]))
    event = reader.discourse.titled.get(sides)
    if event is None or not reader.world.fits(event.types, (class_name,)):
        return None
    start, end = reader.tree.starts[verb], reader.tree.ends[verb]
    return event._replace(token=verb, start=start, end=end, sure=_SURE)


def _by_turns(reader: Reader, verb: int, met: list[Filler]) -> bool:
    """Whether one meets each of several, who need not be there together: "X held talks with the
    leaders of A, B and C"."""
    doers = reader.fillers(reader.grammar.subjects(reader.tree, verb), reader.world.actor)
    own = {f.entity for f in doers} & {f.entity for f in met}
    tree = reader.tree
    others = (*reader.grammar.objects(tree, verb), *tree.after(verb, WITH))
    if any(_is_all(tree, t) for other in others for t in tree.subtree(other)):
        return False
    # A body that meets others has them together.
    return len(own) < _TWO and not any(reader.world.facts.is_group(one) for one in own)


def _are_of_two(reader: Reader, verb: int) -> bool:
    """Whether it is said that one meets each of several alone: "hosted the leaders of A, B and C
    for *bilateral talks*"."""
    tree = reader.tree
    objects = tree.kids(verb, "dobj")
    led = [t for host in (verb, *objects) for t in tree.after(host, _FOR | {"in"})]
    return any(
        tree.lower[a] == "bilateral"
        for t in (*objects, *led)
        if tree.tags[t] == "NNS"
        for a in tree.kids(t, "amod")
    )


def _is_all(tree: Tree, token: int) -> bool:
    """Whether it makes those whom one meets all there are: "representatives of *all* partners",
    "the presidents of the *three* neighbours"."""
    dets = tree.kids(tree.heads[token], "det")
    counted = tree.deps[token] == "nummod" and any(tree.lower[d] == "the" for d in dets)
    return counted or tree.lower[token] in _ALL


def _meanwhile(reader: Reader, verb: int, kinds: Wanted) -> list[Filler]:
    """The known event that a clause before says to be the time: "*when the bloc met in X*, its
    partners sat down with them"."""
    tree, told = reader.tree, reader.world.told_acts
    for clause in tree.kids(verb, "advcl"):
        if clause < verb and is_meanwhile(tree, clause) and tree.lemmas[clause] in told:
            found = _known(reader, clause, present(reader, clause), kinds)
            return [f._replace(token=verb) for f in found]
    return []


def _convenes(reader: Reader, verb: int, group: Filler) -> bool:
    """Whether those of one group meet, who have nobody else to meet: "the bloc's leaders met"."""
    tree, world = reader.tree, reader.world
    alone = not reader.grammar.objects(tree, verb) and bool(_places(reader, verb))
    return alone and world.facts.is_group(group.entity) and tree.lemmas[verb] in world.told_acts


def _face(reader: Reader, verb: int, met: list[Filler]) -> bool:
    """Whether one is said to meet another: "X met *with Y* in Tokyo", where others met as well."""
    tree, people = reader.tree, reader.world.is_person
    with_ = {t for t in tree.after(verb, WITH) if t > verb} | set(tree.kids(verb, "dobj"))
    sides = {f.token for f in met if people(f.types)}
    return len({f.token for f in met}) == len(sides) == 2 and not with_.isdisjoint(sides)


def _gather(reader: Reader, verb: int) -> bool:
    """Whether people of whom it is not said whose they are meet somewhere: "*ministers* met in
    X"."""
    tree, world = reader.tree, reader.world
    if tree.lemmas[verb] not in world.told_acts or reader.grammar.objects(tree, verb):
        return False
    who = tree.kids(verb, "nsubj")
    people = len(who) == 1 and tree.tags[who[0]] == "NNS" and tree.lemmas[who[0]] in world.people
    return people and bool(_places(reader, verb)) and not tree.after(verb, WITH)


def gathering(reader: Reader, trigger: int, wanted: Wanted) -> list[Filler]:
    """The reference event at the place of `trigger` that those whom it names take part in."""
    actors = reader.world.actor
    if reader.tree.is_verb(trigger):
        there = present(reader, trigger)
        if _face(reader, trigger, there):
            return []
    else:
        there = reader.owners.of(trigger, actors)
    return _known(reader, trigger, there, wanted)


def _known(reader: Reader, trigger: int, there: list[Filler], wanted: Wanted) -> list[Filler]:
    prepositions = [p for p in reader.grammar.prepositions.of(reader.tree, trigger) if p > trigger]
    where = [p for p in prepositions if reader.tree.lower[p] in reader.world.locative]
    to = [p for p in prepositions if reader.tree.lower[p] in _TO and not where]
    settings, fits = reader.world.lexicon.settings, reader.world.fits
    # "in Brussels" is the city, not whom it stands for.
    places = [
        {
            s.iri
            for name in reader.names.at(t)
            for s in name.senses
            if not s.is_class and fits(s.types, settings)
        }
        for p in where or to
        for t in reader.tree.kids(p, "pobj")
    ]
    found = reader.site.events.gathered(
        reader, trigger, _all(reader, there), [p for p in places if p], wanted, sure=not where
    )
    return [found] if found is not None else []


def _all(reader: Reader, there: list[Filler]) -> set[EntityId]:
    """Those who are there and for whom they are known to act."""
    stands_for, date = reader.world.facts.stands_for, reader.site.events.calendar.document_date
    states = {EntityId(iri) for f in there for iri, _ in stands_for(f.entity, date)}
    return states.union(f.entity for f in there)


def _occasion(reader: Reader, verb: int, kinds: Wanted) -> bool:
    """Whether an event with a name or noun of its own is what they meet for."""
    tree = reader.tree
    # "welcomed X *to the summit*"
    leading = _GUESTS if tree.lemmas[verb] in reader.world.hosting else _FOR
    inner = [p for o in reader.grammar.objects(tree, verb) for p in tree.after(o, leading)]
    # "Met X during *his* visit": the visit is no meeting of theirs.
    events = [t for t in (*tree.after(verb, leading), *inner) if not _is_ones(tree, t)]
    return bool(reader.fillers(events, kinds))


def _is_ones(tree: Tree, noun: int) -> bool:
    return any(tree.lower[t] in _ONE for t in tree.kids(noun, "poss"))


def _places(reader: Reader, verb: int) -> list[str]:
    """What the texts call the places where `verb` says that it was."""
    tree, names = reader.tree, reader.names
    return [
        tree.passage.text[name.start : name.end]
        for t in tree.after(verb, reader.world.locative)
        for name in names.at(t)[:1]
    ]
