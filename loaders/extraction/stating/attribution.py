"""Who says it: the speakers of a clause, the outermost first."""

from __future__ import annotations

from itertools import pairwise

from graph.statements import EntityId
from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.knowledge.referents import Sought
from loaders.extraction.reading.reader import Reader


class Attribution:
    """Finds speakers; remembers the last one of a passage for quotations that go on."""

    def __init__(self) -> None:
        self._last: tuple[int, tuple[EntityId, ...]] = (-1, ())
        self._searched: tuple[tuple[int, int, int], list[int]] = ((0, 0, -1), [])
        """A sentence, and where phrases like "according to" stand in it."""

    def speakers(self, reader: Reader, trigger: int) -> tuple[EntityId, ...]:
        """The chain of speakers for what `trigger` says, the nearest to it last."""
        tree, world = reader.tree, reader.world
        chain: list[EntityId] = []
        for token in (trigger, *tree.up(trigger)):
            head = tree.heads[token]
            if (
                tree.deps[token] in ("ccomp", "parataxis", "xcomp")
                and head != token
                and tree.lemmas[head] in world.speaking
            ):
                said = self._speaker(reader, head)
                if said is not None:
                    chain.insert(0, said.entity)
        for filler in self._according(reader, trigger):
            if filler.entity not in chain:
                chain.insert(0, filler.entity)
        if not chain and tree.is_quoted(trigger):
            number, last = self._last
            if number >= reader.site.number and tree.sentence[trigger] >= 0:
                chain = list(last)
        if chain:
            self._last = (reader.site.number, tuple(chain))
        return tuple(dict.fromkeys(chain))

    def listen(self, reader: Reader, sentence: int) -> None:
        """Remember who speaks in a sentence, whether or not it states a fact."""
        tree, world = reader.tree, reader.world
        for token in range(*tree.sentences[sentence]):
            if tree.lemmas[token] in world.speaking and tree.is_verb(token):
                said = self._speaker(reader, token)
                if said is not None:
                    self._last = (reader.site.number, (said.entity,))
                    reader.discourse.speakers = self._stood_for(reader, said)
                elif authors := self._authors(reader, token):
                    reader.discourse.speakers = authors
        self._introduce(reader, sentence)

    def _introduce(self, reader: Reader, sentence: int) -> None:
        """Remember whose text is printed next: "*The two sides* issued this statement:"."""
        tree, world = reader.tree, reader.world
        start, end = tree.sentences[sentence]
        if tree.words[end - 1] != ":" or end != len(tree.words):
            return
        for token in range(start, end):
            texts = tree.kids(token, "dobj", "nsubjpass") if tree.is_verb(token) else []
            if not any(tree.lemmas[t] in world.voices for t in texts):
                continue
            doing = reader.grammar.subjects(tree, token)
            several = reader.fillers([t for t in doing if t not in texts], world.actor)
            if found := tuple(f for one in several for f in self._stood_for(reader, one)):
                reader.discourse.speakers = found
                reader.discourse.voice = reader.discourse.voice or found

    def _speaker(self, reader: Reader, verb: int) -> Filler | None:
        """Who says what `verb` reports, if it is one.

        A pronoun is nobody whom its own clause goes on to name: in "the paper deals with
        China: it says that *Beijing* is a threat", not China speaks.
        """
        tree = reader.tree
        said = reader.fillers(reader.grammar.subjects(tree, verb), reader.world.actor)
        if len(said) != 1:
            return None
        (speaker,) = said
        if tree.tags[speaker.token].startswith("PRP"):
            clause = [token for token in tree.subtree(verb) if token > verb]
            named = reader.names.within(clause[0], clause[-1]) if clause else []
            if any(sense.iri == speaker.entity for name in named for sense in name.senses):
                return None
        return speaker

    def _authors(self, reader: Reader, verb: int) -> tuple[Filler, ...]:
        """Whom "we" means where several speak, or a text: "*we* agree …, the declaration said"."""
        tree, world = reader.tree, reader.world
        doing = reader.grammar.subjects(tree, verb)
        subjects = [t for t in doing if tree.is_noun(t) and tree.lemmas[t] in world.voices]
        if not subjects:
            several = reader.fillers(doing, world.actor)
            return tuple(f for one in several for f in self._stood_for(reader, one))
        texts = reader.fillers(subjects, world.text)
        known = [author for text in texts for author in reader.standing.wrote(text)]
        told = known or reader.owners.of(subjects[0], world.actor)
        if told:
            return tuple(told)
        place = reader.site.sentence(subjects[0])
        for many in (True, False):
            sought = Sought(
                place, subjects[0], world.is_body, many, reach=2, collective=True, leading=True
            )
            if found := reader.discourse.find(sought):
                return found
        return ()

    def _stood_for(self, reader: Reader, speaker: Filler) -> tuple[Filler, ...]:
        """Whom "we" means when `speaker` says it."""
        world = reader.world
        if not world.is_person(speaker.types):
            return (speaker,)
        return tuple(f._replace(through=None) for f in reader.standing.of(speaker))

    def _according(self, reader: Reader, trigger: int) -> list[Filler]:
        tree, world = reader.tree, reader.world
        start, end = tree.sentences[tree.sentence[trigger]]
        here = start, end, reader.site.number
        if here != self._searched[0]:
            pairs = map(" ".join, pairwise(tree.lower[start:end]))
            told = [start + i for i, pair in enumerate(pairs) if pair in world.speech_phrases]
            self._searched = here, told
        for token in self._searched[1]:
            inner = tree.kids(token + 1, "pobj") or tree.kids(token, "pobj")
            found = reader.fillers(inner, world.actor)
            # In the middle of a sentence it belongs to its own clause only.
            if found and trigger not in tree.subtree(token):
                return found[:1]
        return []
