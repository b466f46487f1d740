"""Slots of where something is, or whom a place stands for."""

from __future__ import annotations

from loaders.extraction.cues.trigger import Trigger
from loaders.extraction.grammar.placing import placed
from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.knowledge.wanted import Wanted


def placed_(at: Trigger, wanted: Wanted) -> list[Filler]:
    found = placed(at.tree, at.token, at.reader.world.placing)
    return at.reader.fillers(found, wanted)


def seat(at: Trigger, wanted: Wanted) -> list[Filler]:
    """ "Alarm *in Manila*", "*in Manila* there is alarm": whom the capital stands for."""
    tree, reader = at.tree, at.reader
    beside = [p for p in at.prepositions if tree.lower[p] == "in"] or _set_in(at)
    tokens = [t for p in beside for t in at.grammar.prepositions.complements(tree, p)]
    if not tokens and (place := _where(at)):
        return reader.owners.seated(place[0], wanted) or reader.fillers(place, wanted)
    return [f for t in tokens for f in reader.owners.seated(t, wanted)]


def _where(at: Trigger) -> list[int]:
    """The place of whose agenda it is: "in *Seoul*, where worries will dominate the agenda"."""
    tree, noun = at.tree, at.tree.first_conjunct(at.token)
    clause = next((t for t in tree.up(noun) if tree.deps[t] == "relcl"), None)
    if clause is None or tree.deps[noun] not in ("nsubj", "nsubjpass"):
        return []
    where = any(tree.lower[t] == "where" for t in tree.subtree(clause) if t < noun)
    return [tree.heads[clause]] if where else []


def _set_in(at: Trigger) -> list[int]:
    """Where the clause is set in which somebody's feeling is there or is stirred: "*in* Manila,
    the news caused alarm"."""
    tree, noun = at.tree, at.tree.first_conjunct(at.token)
    verb = tree.heads[noun]
    if tree.deps[noun] not in ("dobj", "attr", "nsubj") or not tree.is_verb(verb):
        return []
    if tree.child(noun, "poss") is not None:
        return []
    feeling = tree.lemmas[verb] in at.reader.world.stirring or tree.child(verb, "expl") is not None
    if tree.deps[noun] == "nsubj":
        feeling = tree.child(verb, "dobj") is None
    return [p for p in tree.kids(verb, "prep") if tree.lower[p] == "in"] if feeling else []
