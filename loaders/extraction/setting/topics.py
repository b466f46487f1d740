"""What headings, labels and questions are about."""

from __future__ import annotations

import re

from graph.statements import BlockKind, EntityId, Span
from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.knowledge.voice import is_setting
from loaders.extraction.names.gazetteer import Gazetteer
from loaders.extraction.parse.tags import NOMINAL, PROPER
from loaders.extraction.parse.tree import Tree
from loaders.extraction.reading.reader import Reader
from loaders.extraction.text.passage import Governance, Governor, Passage

_SURE = 0.75
_JOINING = re.compile(r"(?:\s|,|&|\band\b)*")
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

    def note(self, reader: Reader) -> None:
        """Take what a title or heading names that only this document knows, before what it
        governs is read: "Northern Reach 2026", "Joint Observation Team (JOT)"."""
        tree = reader.tree
        if tree.passage.kind not in (BlockKind.TITLE, BlockKind.HEADING) or tree.passage.is_label:
            return
        if len(tree.passage.text) > LONGEST:
            return
        span = tree.passage.span(0, len(tree.passage.text))
        known = self._topics.setdefault(span, self._about(tree.passage.text))
        entities = {f.entity for f in known}
        for token in range(1, len(tree.words)):
            if token in reader.names.covering or not _ends_name(tree, token):
                continue
            if tree.lemmas[token] in reader.world.delegates and _is_owned(reader, token):
                continue
            for filler in reader.direct(token, reader.world.retakable):
                thing = not reader.world.is_person(filler.types) and not filler.is_class
                thing = thing and not _names_people(reader, filler)
                if thing and filler.entity not in entities:
                    entities.add(filler.entity)
                    known.append(filler._replace(token=0, sure=_SURE))
                    self._title(reader, filler)

    def _title(self, reader: Reader, event: Filler) -> None:
        """Put down whose event a title names, if its name says it: "the *Chad-Peru* Meeting"."""
        world = reader.world
        if not world.happening.fits(event.types):
            return
        inside = self.named_in(reader.cast.label(event.entity))
        parties = frozenset(f.entity for f in inside if world.polity.fits(f.types))
        if len(parties) > 1:
            reader.discourse.titled.setdefault(parties, event)

    def _of(self, governor: Governor) -> list[Filler]:
        if governor.span not in self._topics:
            named = self._capitals(governor) or self._about(governor.text)
            self._topics[governor.span] = [
                filler
                for filler in named
                if len(governor.text) <= LONGEST and not _is_affected(governor, filler.start)
            ]
        return self._topics[governor.span]

    def _capitals(self, governor: Governor) -> list[Filler]:
        """The states of a label that is but the names of their capitals: "*Berlin and Oslo*: …"."""
        if governor.kind is not Governance.LABEL:
            return []
        names, rest = self._gazetteer.find(governor.text)[0], governor.text
        for name in reversed(names):
            rest = rest[: name.start] + rest[name.end :]
        # A capital is a place, and by a weak name its state.
        if not names or not all({s.weak for s in name.senses} == {True, False} for name in names):
            return []
        if not _JOINING.fullmatch(rest):
            return []
        senses = ((name, min(s for s in name.senses if s.weak)) for name in names)
        return [
            Filler(EntityId(s.iri), s.types, 0, name.start, name.end, sure=_SURE)
            for name, s in senses
        ]

    def _about(self, text: str) -> list[Filler]:
        """What a line names, but for where it sets something else: "the Nordic Council's session
        in Oslo, *Norway*"."""
        named = self.named_in(text)
        return [f for f in named if not is_setting(text, f.start, f.end)] or named

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


def _ends_name(tree: Tree, token: int) -> bool:
    """Whether a capitalised name of several words ends there."""
    if tree.tags[token] not in NOMINAL or not tree.words[token].istitle():
        return False
    goes_on = tree.tags[token + 1 : token + 2]
    begun = tree.tags[token - 1] in PROPER or tree.tags[token - 1] == "POS"
    return begun and not (goes_on and (goes_on[0] in NOMINAL or goes_on[0] == "HYPH"))


def _names_people(reader: Reader, filler: Filler) -> bool:
    """Whether the words are about people, as a headline's are: "Senior *Officials* Preview X"."""
    tree, people = reader.tree, reader.world.people
    within = (t for t in range(len(tree.words)) if filler.start <= tree.starts[t] < filler.end)
    return any(tree.lemmas[t].lower() in people or tree.tags[t] == "VBG" for t in within)


def _is_owned(reader: Reader, token: int) -> bool:
    """Whether an actor is named before a noun that stands for it: "Norwegian Embassy"."""
    covering, named = reader.names.covering, (reader.tree.first_conjunct(token), token)
    return any(
        reader.world.may_act(covering[t].senses)
        for noun in named
        for t in reader.tree.kids(noun, "amod", "compound", "nmod", "poss")
        if t in covering
    )
