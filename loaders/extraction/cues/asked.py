"""Slots of who asks others to do what the trigger says, or not to."""

from __future__ import annotations

from loaders.extraction.cues.trigger import Trigger
from loaders.extraction.grammar.urged import is_against, urging_verb
from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.knowledge.wanted import Wanted


def asker(at: Trigger, wanted: Wanted) -> list[Filler]:
    """ "*X* urged Y to *cancel* the pact": X."""
    return [] if is_against(at.tree, at.token) else _urging(at, wanted)


def dissuader(at: Trigger, wanted: Wanted) -> list[Filler]:
    """ "*X* pressed Y not to *sign*", "warned Y against *signing*": X."""
    return _urging(at, wanted) if is_against(at.tree, at.token) else []


def _urging(at: Trigger, wanted: Wanted) -> list[Filler]:
    verb = urging_verb(at.tree, at.token, at.reader.world.urging)
    if verb is None:
        return []
    return at.reader.fillers(at.grammar.subjects(at.tree, verb), wanted)
