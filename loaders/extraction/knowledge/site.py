"""The place of reading: one tree with its names, in a document with its memory."""

from __future__ import annotations

from collections.abc import Iterable, Set
from dataclasses import dataclass

from graph.statements import EntityId
from loaders.extraction.grammar.grammar import Grammar
from loaders.extraction.knowledge.cast import Cast
from loaders.extraction.knowledge.discourse import Discourse
from loaders.extraction.knowledge.events import EventResolver
from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.knowledge.wanted import Wanted
from loaders.extraction.knowledge.world import World
from loaders.extraction.names.names import Names
from loaders.extraction.parse.tree import Tree

_SURE = 0.85


@dataclass(frozen=True, slots=True)
class Site:
    """What all that read a tree share. `number` counts sentences from the document's start."""

    world: World
    grammar: Grammar
    cast: Cast
    discourse: Discourse
    events: EventResolver
    tree: Tree
    names: Names
    number: int

    def sentence(self, token: int) -> int:
        """The number of the token's sentence in the document."""
        return self.number + self.tree.sentence[token]

    def placed(self, filler: Filler) -> Filler:
        """A filler of this tree with its place in the document."""
        return filler._replace(at=filler.at or self.tree.passage.span(filler.start, filler.end))

    def resolved(self, filler: Filler, token: int) -> Filler:
        """What the word at `token` takes up, as it stands there."""
        tree = self.tree
        return filler._replace(
            token=token,
            start=tree.starts[token],
            end=tree.ends[token],
            sure=filler.sure * _SURE,
            quantifier=self.quantifier(token),
        )

    def known(self, iri: str, token: int, sure: float = 1.0) -> Filler:
        """What reference facts know as `iri`, as the word at `token` tells it."""
        tree, types = self.tree, self.world.facts.types(iri)
        return Filler(EntityId(iri), types, token, tree.starts[token], tree.ends[token], sure=sure)

    def parties(self, text: str) -> Set[str]:
        """Whose an agreement is, as the document tells it, else as reference facts do."""
        return self.cast.told.get(EntityId(text)) or self.world.facts.parties(text)

    def stands_for(self, person: EntityId) -> list[tuple[str, tuple[str, ...]]]:
        """For whom a person acts at the document's time: by reference facts, else by the text."""
        if person in self.cast.retired:
            return []
        known = self.world.facts.stands_for(person, self.events.calendar.document_date)
        told = self.cast.acting.get(person)
        return known or ([told] if told is not None else [])

    def represented(self, found: Iterable[Filler], wanted: Wanted) -> tuple[Filler, ...]:
        """ "The two" that share values are rather the states than their ministers."""
        stood: dict[str, Filler] = {}
        for filler in found:
            for_whom = self.stands_for(filler.entity)
            stood[filler.entity] = filler
            if self.world.is_person(filler.types) and len(for_whom) == 1:
                (iri, types), *_ = for_whom
                if wanted.fits(types):
                    stood[filler.entity] = filler._replace(
                        entity=EntityId(iri), types=types, through=filler.entity
                    )
        return tuple({f.entity: f for f in stood.values()}.values())

    def quantifier(self, token: int) -> str | None:
        """What a word before `token` says of how a group's fact falls on its members."""
        quantifiers = self.world.lexicon.quantifiers
        for child in self.tree.children[token]:
            if child < token and self.tree.lower[child] in quantifiers:
                return quantifiers[self.tree.lower[child]]
        return None
