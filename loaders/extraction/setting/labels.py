"""Headings and labels that say what their items are: "Common threats: piracy, coercion"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from graph.statements import BlockKind
from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.knowledge.referents import Sought
from loaders.extraction.knowledge.wanted import Wanted
from loaders.extraction.phrases.items import items
from loaders.extraction.reading.reader import Reader
from loaders.extraction.text.passage import Governance
from ontology.lexicon import LabelCue
from ontology.model import Ontology

_MANY = 2
_REACH = 8
"""Sentences back, the items before this one among them."""
_OFFICE = 6
"""Words after a name among which the office stands."""
_LONGEST_LABEL = 5
"""Words of a label; what is longer is a sentence."""


class Labelled(NamedTuple):
    """A fact that a label states of an item. `token` is the item's."""

    token: int
    label: LabelCue
    subject: Filler
    object: Filler


def _pattern(words: Iterable[str]) -> re.Pattern[str]:
    """What ends in one of the labels, or goes on with what or whose it is: "Areas of cooperation
    *between X and Y*"."""
    phrases = "(?:" + "|".join(map(re.escape, words)) + ")"
    after = r"(?:\s+(?:of|for|to|under|in|ahead|with|identified|named|listed)\b.*|\s+\(\d+\))?$"
    between = r"\s+(?:between|among)\b.*$"
    return re.compile(rf"\b{phrases}{after}|^(?:\S+\s+)?{phrases}{between}", re.IGNORECASE)


class Labels:
    """The label cues, compiled."""

    def __init__(self, ontology: Ontology) -> None:
        self._ontology = ontology
        self._cues = [
            (_pattern(cue.words), cue) for cue in ontology.lexicon.labels if not cue.unnamed
        ]
        self._unnamed = [cue for cue in ontology.lexicon.labels if cue.unnamed]

    def match(self, reader: Reader, topic: list[list[Filler]]) -> Iterator[Labelled]:
        """What the nearest labels say of the items in this tree."""
        passage = reader.tree.passage
        if passage.kind is BlockKind.HEADING:
            yield from self._heading(reader, topic)
        if passage.kind in (BlockKind.TITLE, BlockKind.HEADING) and not passage.is_label:
            return
        if passage.lead:
            return
        governors = [
            g
            for g in passage.governors[-1:]
            if g.kind is Governance.LABEL
            or (
                g.kind is Governance.HEADING
                and (passage.kind is BlockKind.ITEM or passage.is_label)
            )
        ]
        known = False
        for pattern, cue in self._cues:
            for governor in governors:
                if pattern.search(governor.text.rstrip(" :")):
                    known = True
                    yield from self._items(reader, cue, governor.text, topic)
        if governors and not known:
            for cue in self._unnamed:
                yield from self._items(reader, cue, governors[0].text, topic)

    def _heading(self, reader: Reader, topic: list[list[Filler]]) -> Iterator[Labelled]:
        """What a heading or label that is nothing but names of topics says in what is about a
        text or an event: that it covers these."""
        tree, covering = reader.tree, reader.names.covering
        outside = (t for t in range(len(tree.words)) if t not in covering)
        if any(tree.is_noun(t) or tree.is_verb(t) for t in outside):
            return
        roots = items(tree, reader.names, 0, len(tree.words))
        named = {name.first for name in covering.values()}
        for cue in self._unnamed if len(named) == len(roots) else ():
            term, world = self._ontology.predicates[cue.predicate], reader.world
            want = world.want
            about = _fitting(topic, want((*world.texts, *world.lexicon.happenings)))
            for head in about if len(about) == 1 else ():
                for root in roots:
                    for item in reader.fillers_of([root], want(cue.classes or term.range)):
                        if item.entity != head.entity and not head.is_class:
                            yield Labelled(root, cue, head, item)

    def _items(
        self, reader: Reader, cue: LabelCue, text: str, topic: list[list[Filler]]
    ) -> Iterator[Labelled]:
        term = self._ontology.predicates[cue.predicate]
        want = reader.world.want
        mine, theirs = want(term.domain), want(cue.classes or term.range, opened=cue.opened)
        if cue.unnamed:
            mine = want(reader.world.texts)
        if cue.inverse:
            mine, theirs = want(term.range), want(term.domain)
        heads = self._subjects(reader, cue, text, mine, topic)
        if cue.unnamed:
            heads = _fitting(topic, mine) or _named_before(reader, mine)
            heads = [h for h in heads if not h.is_class]
        elif not heads and not cue.inverse:
            heads = _sourced(reader, mine) or _spoken_of(reader, mine)
        if not heads:
            return
        # Who is named elsewhere has no words in this tree.
        heads = [h._replace(start=0, end=0) if h.at is not None else h for h in heads]
        for root in self._roots(reader):
            for item in reader.fillers([root], theirs):
                for head in heads:
                    if head.entity != item.entity:
                        ends = (item, head) if cue.inverse else (head, item)
                        yield Labelled(root, cue, *ends)

    def _subjects(
        self,
        reader: Reader,
        cue: LabelCue,
        text: str,
        wanted: Wanted,
        topic: list[list[Filler]],
    ) -> list[Filler]:
        world = reader.world
        main = [f for f in reader.discourse.protagonist if wanted.fits(f.types)]
        if not cue.topic and not main and any(w in world.reciprocal for w in text.lower().split()):
            shared = reader.discourse.find(
                Sought(reader.site.number, 0, fits=wanted.fits, many=True, reach=12)
            )
            if shared:
                return list(shared)
        voice = reader.discourse.voice
        if len(text.split()) > _LONGEST_LABEL:
            # A sentence that introduces its items is about whom those before it were about.
            found = (
                _fitting(topic[:1], wanted)
                or _spoken_of(reader, wanted)
                or main
                or _fitting(topic[1:], wanted)
            )
            return _rather_parties(reader, found, wanted)
        found = (
            _fitting(topic, wanted)
            or main
            or ([f for f in voice if wanted.fits(f.types)] if len(voice) > 1 else [])
        )
        if cue.inverse and cue.predicate in world.lexicon.memberships:
            # Nobody is a member of a polity's own office: "White House participants".
            return [f for f in found if not world.facts.stands_for(f.entity, None)]
        return found

    def _roots(self, reader: Reader) -> list[int]:
        """The items of a fragment: its head noun, or the objects of its gerund or imperative."""
        tree = reader.tree
        # "Addressing issues like X and Y" says what is done, and is no list of names.
        done = tree.tags[:1] == ["VBG"]
        roots = [] if done else items(tree, reader.names, 0, _own_end(reader))
        for first, end in tree.sentences[:1] if len(roots) < _MANY else ():
            root = next((t for t in range(first, end) if tree.heads[t] == t), None)
            if root is not None and (listed := self._inverted(reader, root)):
                return listed
            if root is None or tree.child(root, "nsubj", "nsubjpass") is not None:
                continue
            roots = []
            if tree.tags[root] == "VBG":
                roots += reader.grammar.objects(tree, root)
            elif tree.is_noun(root) or tree.tags[root] == "VBN":
                roots += [root, *self._listed(reader, root, end)]
        return roots

    @staticmethod
    def _inverted(reader: Reader, root: int) -> list[int]:
        """The items of a sentence that lists them: "On the list are X and Y"."""
        tree = reader.tree
        if tree.lemmas[root] not in reader.world.listing or not tree.is_verb(root):
            return []
        after = [t for t in tree.kids(root, "nsubj", "attr", "dobj") if t > root]
        before = any(t < root for t in tree.kids(root, "nsubj"))
        return [c for t in after for c in (t, *tree.conjuncts(t)[1:])] if not before else []

    @staticmethod
    def _listed(reader: Reader, root: int, end: int) -> list[int]:
        """The further names of a bare list that the parse takes for appositions: "X, Y, Z"."""
        tree, found, at = reader.tree, [], root + 1
        while at < end and tree.words[at] != "(":
            name = reader.names.covering.get(at)
            if name is not None and tree.words[name.first - 1] == ",":
                found.append(name.root)
            at = name.last + 1 if name is not None else at + 1
        return found


def _own_end(reader: Reader) -> int:
    """Where the name ends of an item that goes on with the office: "Ann Lee, *Director for Lands,
    Office of Parks*"."""
    tree, offices = reader.tree, reader.world.offices
    comma = next((t for t, word in enumerate(tree.words) if word == ","), 0)
    named = all(tree.tags[t] == "NNP" or tree.words[t] == "." for t in range(comma))
    known = reader.names.covering.get(comma - 1)
    person = known is None or reader.world.is_person(known.senses[0].types)
    told = not offices.isdisjoint(tree.lower[comma + 1 : comma + _OFFICE])
    return comma if comma > 1 and named and person and told else len(tree.words)


def _sourced(reader: Reader, wanted: Wanted) -> list[Filler]:
    """Whose list it is by the source in brackets at its end: "(Malta-Peru memorandum)"."""
    tree = reader.tree
    opened = max((i for i, word in enumerate(tree.words) if word == "("), default=len(tree.words))
    return reader.fillers_of(range(opened + 1, len(tree.words)), wanted)


def _spoken_of(reader: Reader, wanted: Wanted) -> list[Filler]:
    """Whom the sentences just before were about."""
    found = reader.discourse.find(
        Sought(reader.site.number, 0, fits=wanted.fits, many=None, leading=True, reach=_REACH)
    )
    home = [f for f in reader.discourse.home if wanted.fits(f.types)]
    return list(found) if 0 < len(found) <= _MANY else home


def _named_before(reader: Reader, wanted: Wanted) -> list[Filler]:
    """The one text that the sentences just before a label were about, under a heading that speaks
    of one."""
    world, governors = reader.world, reader.tree.passage.governors
    above = {w for g in governors for w in g.text.lower().split()}
    if governors[-1].kind is not Governance.LABEL:
        return []
    if not any(wanted.fits(world.anaphors[w].classes) for w in above if w in world.anaphors):
        return []
    place = reader.site.number, 0
    found = reader.discourse.find(
        Sought(*place, fits=wanted.fits, many=None, reach=_REACH, leading=True)
    )
    return list(found) if len(found) == 1 else []


def _rather_parties(reader: Reader, found: list[Filler], wanted: Wanted) -> list[Filler]:
    """The parties of the title, where others were only named since: "as *Chad* wages war, the
    pact of A and B covers:"."""
    parties = [f for f in reader.discourse.parties if wanted.fits(f.types)]
    own, told = {f.entity for f in parties}, {f.entity for f in found}
    groups = any(reader.world.facts.is_group(f.entity) for f in found if f.entity not in own)
    if len(own) < _MANY or groups or not (own < told or own.isdisjoint(told)):
        return found
    return parties


def _fitting(topic: list[list[Filler]], wanted: Wanted) -> list[Filler]:
    """What the nearest governor that names anything fitting names."""
    named = ([f for f in fillers if wanted.fits(f.types)] for fillers in topic)
    return next((found for found in named if found), [])
