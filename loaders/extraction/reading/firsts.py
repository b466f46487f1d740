"""What was there for the first time: "*the talks* marked the first time they held *a summit*"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.knowledge.referents import Sought
from loaders.extraction.knowledge.wanted import Wanted

if TYPE_CHECKING:
    from loaders.extraction.reading.reader import Reader

_SOME = frozenset({"a", "an", "such"})
_ORDINALS = frozenset({"first", "second", "third", "fourth", "fifth", "last"})
_BACK = 2
"""Sentences back in which the event is that the first one of its kind was."""


def same_event(reader: Reader, token: int, wanted: Wanted) -> list[Filler]:
    """The event that was the first at which somebody did what the noun at `token` names."""
    tree, event = reader.tree, reader.world.happening
    if not any(tree.lower[d] in _SOME for d in tree.kids(token, "det", "predet", "amod")):
        return []
    if not any(wanted.fits((kind,)) for kind in reader.world.lexicon.happenings):
        return []
    clause = next((t for t in tree.up(token) if tree.deps[t] == "relcl"), None)
    time = tree.heads[clause] if clause is not None else token
    told = (tree.lower[t] in _ORDINALS for t in tree.kids(time, "amod"))
    if tree.lemmas[time] != "time" or not any(told):
        return []
    verb = tree.heads[time]
    if tree.deps[time] not in ("dobj", "attr") or tree.lemmas[verb] not in reader.world.marking:
        return []
    subjects = reader.grammar.subjects(tree, verb)
    if named := reader.fillers(subjects, event):
        return [f._replace(token=token) for f in named[:1]]
    place = reader.site.sentence(token), token
    before = reader.discourse.find(Sought(*place, event.fits, many=False, reach=_BACK))
    return [reader.site.resolved(f, token) for f in before]
