"""What headings, labels and questions are about."""

from __future__ import annotations

from graph.statements import EntityId, Span
from loaders.extraction.filler import Filler
from loaders.extraction.gazetteer import Gazetteer
from loaders.extraction.passage import Governance, Governor, Passage

_SURE = 0.75
LONGEST = 200
"""Code points of a governor that is about what it names; a longer sentence names too much."""


class Topics:
    """The topics of one document's governors, each read once."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._topics: dict[Span, list[Filler]] = {}

    def of(self, passage: Passage) -> list[list[Filler]]:
        """What each governor of `passage` names, the nearest first."""
        return [self._of(governor) for governor in reversed(passage.governors)]

    def _of(self, governor: Governor) -> list[Filler]:
        if governor.span not in self._topics:
            self._topics[governor.span] = [
                filler
                for filler in self.named_in(governor.text)
                if len(governor.text) <= LONGEST and not _is_affected(governor, filler.start)
            ]
        return self._topics[governor.span]

    def named_in(self, text: str, weak: bool = False) -> list[Filler]:
        """What a line of text names, with what its weak names stand for if `weak`."""
        found: dict[EntityId, Filler] = {}
        for name in self._gazetteer.find(text)[0]:
            strong = [s for s in name.senses if (weak or not s.weak) and not s.is_class]
            if strong:
                sense = min(strong)
                entity = EntityId(sense.iri)
                filler = Filler(entity, sense.types, 0, name.start, name.end, sure=_SURE)
                found.setdefault(entity, filler)
        return list(found.values())


def _is_affected(governor: Governor, start: int) -> bool:
    """Whether a question asks what it means *for* this, not what *it* means."""
    before = governor.text[:start].rstrip().removesuffix(" the").rsplit(" ", 1)[-1]
    return governor.kind is Governance.QUESTION and before in ("for", "on", "to")
