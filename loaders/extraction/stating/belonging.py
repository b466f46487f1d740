"""Whether somebody belongs to a group by now, or no more."""

from __future__ import annotations

from loaders.extraction.knowledge.events import EventResolver
from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.knowledge.world import World
from loaders.extraction.parse.tree import Tree
from loaders.extraction.stating.beside import is_given_up
from ontology.lexicon import Cue, Part


class Belonging:
    """Answers for nouns of belonging, by their words and by reference facts."""

    def __init__(self, world: World, events: EventResolver) -> None:
        self._world, self._calendar = world, events.calendar
        self._symmetric = world.ontology.symmetric
        self._lapsed = world.lexicon.role("Lapsed", Part.ADJECTIVE)

    def is_over(self, tree: Tree, trigger: int, cue: Cue) -> bool:
        """Whether a noun says that it was so once: "a *former* member", "*no longer* an ally"."""
        belongs = cue.predicate in self._world.lexicon.memberships
        if cue.part is not Part.NOUN or not (belongs or cue.predicate in self._symmetric):
            return False
        given_up = belongs and is_given_up(tree, trigger, self._world)
        return given_up or _is_former(tree, trigger, self._lapsed)

    def has_joined(self, cue: Cue, member: Filler, group: Filler) -> bool:
        """Whether a noun of entry tells of one who had entered by then: "*Sweden's* membership"."""
        if cue.predicate not in self._world.lexicon.memberships or cue.part is not Part.NOUN:
            return False
        date, holds = self._calendar.document_date, self._world.facts.holds_at
        return holds(member.entity, cue.predicate, group.entity, date)

    def is_bound(self, cue: Cue, party: Filler, accord: Filler) -> bool:
        """Whether an accord that is only named is one that the party had concluded by then: "urged
        X to return to *the accord*"."""
        if not cue.fallback or not self._world.fits(accord.types, self._world.texts):
            return False
        date, holds = self._calendar.document_date, self._world.facts.holds_at
        return holds(party.entity, cue.predicate, accord.entity, date)


def _is_former(tree: Tree, noun: int, lapsed: frozenset[str]) -> bool:
    """Whether it is said to be no more what the noun says: "a *former* member", "*no longer* an
    ally"."""
    if any(tree.lower[t] in lapsed for t in tree.kids(noun, "amod", "nmod", "compound")):
        return True
    first = min(tree.subtree(noun))
    opening = {*tree.lower[max(0, first - 1) : first + 2]}
    return "longer" in opening and "no" in tree.lower[max(0, first - 2) : first + 1]
