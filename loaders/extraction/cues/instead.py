"""What an object stands for that is not of the classes that a cue wants: a region for its security,
"X destabilizes *the Indo-Pacific*", and a war for who wages it, "X condemned *the invasion*"."""

from __future__ import annotations

from collections.abc import Iterator

from graph.statements import EntityId, fold_name
from loaders.extraction.cues.slots import Slots
from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.reading.reader import Reader
from ontology.lexicon import Cue, Slot

_DEFINITE = frozenset({"the", "this", "that"})
_ENDANGERED = frozenset({Slot.OBJECT, "to", "for", "of"})
_OPPOSED = frozenset({Slot.OBJECT, "to", "of", "against", "over", "at"})


def stood_for(reader: Reader, slots: Slots, cue: Cue) -> list[Filler]:
    """What the objects of a cue stand for, where nothing there fits it."""
    lexicon = reader.world.lexicon
    if cue.predicate in lexicon.endangering:
        told = (_security(reader, t) for t in _tokens(reader, slots, cue, _ENDANGERED))
        return [f for f in told if f is not None]
    if cue.predicate in lexicon.blaming and cue.object.owner:
        tokens = _tokens(reader, slots, cue, _OPPOSED)
        wanted = reader.world.want(cue.object.classes)
        return [f for t in tokens for f in _aggressors(reader, t) if wanted.fits(f.types)]
    return []


def _tokens(reader: Reader, slots: Slots, cue: Cue, led: frozenset[str]) -> Iterator[int]:
    at = slots.trigger
    for slot in cue.object.slots:
        tokens = at.objects if slot == Slot.OBJECT else at.led_to(slot)
        for token in tokens if slot in led else ():
            yield from (token, *reader.tree.conjuncts(token)[1:])


def _security(reader: Reader, token: int) -> Filler | None:
    """The security of a region, where the ontology knows it."""
    tree, world = reader.tree, reader.world
    if tree.lower[token] == "all" and (inner := tree.after(token, ("of",))):
        # "a danger to *all of* Europe"
        token = inner[0]
    name = reader.names.covering.get(token)
    labels = []
    if name is not None and not any(world.polity.fits(s.types) for s in name.senses):
        places = (s for s in name.senses if world.fits(s.types, world.lexicon.settings))
        labels = [world.ontology.entities[s.iri].label for s in places]
    elif name is None and tree.is_noun(token) and _is_definite(reader, token):
        labels = [tree.lower[token]]
    safe = (world.safeties.get(fold_name(label)) for label in labels)
    return next((_filler(reader, iri, token) for iri in safe if iri is not None), None)


def _aggressors(reader: Reader, token: int) -> Iterator[Filler]:
    """Who wages the war that is named or taken up here, by reference facts."""
    tree, world = reader.tree, reader.world
    if not tree.is_noun(token):
        return
    for event in reader.each(token, world.want(world.lexicon.wars), 1):
        yield from (_filler(reader, iri, token) for iri in world.facts.wagers(event.entity))


def _is_definite(reader: Reader, token: int) -> bool:
    return any(reader.tree.lower[d] in _DEFINITE for d in reader.tree.kids(token, "det"))


def _filler(reader: Reader, iri: EntityId, token: int) -> Filler:
    tree, types = reader.tree, reader.world.facts.types(iri)
    return Filler(iri, types, token, tree.starts[token], tree.ends[token])
