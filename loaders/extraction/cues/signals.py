"""Which words of a tree may be triggers, and of which cues."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from graph.statements import Status
from loaders.extraction.cues.deeds import is_deed, is_felt
from loaders.extraction.cues.ends import Side, Sides
from loaders.extraction.cues.worded import FULL_VERBS, follows, keys, of_objects
from loaders.extraction.knowledge.world import World
from loaders.extraction.names.names import TokenName
from loaders.extraction.parse.tree import Tree
from loaders.extraction.reading.reader import Reader
from ontology.lexicon import Cue, Part, Slot


class Signal(NamedTuple):
    """A cue, compiled: the words beside its trigger word, and what its ends ask for."""

    cue: Cue
    rest: tuple[str, ...]
    subject: Side
    unborne: Side
    """The subject without who only has what the trigger names."""
    object: Side
    mutual: bool
    known: bool
    conditional: bool
    """Its trigger must stand so that it says it."""
    transitive: bool
    standing: bool
    """It tells that a tie stands, and is silent where that is said to be ended."""

    def noun(self, reader: Reader, token: int) -> int | None:
        """The object of the verb at `token` that is a word of the cue, and elsewhere a trigger of
        its own: "shook the *foundations* of X"."""
        tree, last = reader.tree, self.rest[-1]
        # "met with *criticism* in X"
        met = [t for p in tree.kids(token, "prep") for t in tree.kids(p, "pobj")]
        for thing in (*tree.kids(token, "dobj", "oprd"), *of_objects(tree, token), *met):
            lemma = tree.lemmas[thing]
            if last in (lemma, tree.lower[thing]) and lemma in reader.world.noun_triggers:
                return thing
        return None


class Listed:
    """The signals of one trigger word."""

    def __init__(self) -> None:
        self._all: list[Signal] = []
        self._plain: list[Signal] = []
        self._rests: dict[str, list[tuple[str, ...]]] = {}
        """The other words of signals, by the last of them."""

    def add(self, signal: Signal) -> None:
        self._all.append(signal)
        if signal.rest:
            same = self._rests.setdefault(signal.rest[-1], [])
            if signal.rest not in same:
                same.append(signal.rest)
        else:
            self._plain.append(signal)

    def beside(self, tree: Tree, token: int, part: Part, present: set[str]) -> list[Signal]:
        """Those whose other words stand beside `token`. `present`: the words of the tree."""
        told = {
            rest
            for word in present.intersection(self._rests)
            for rest in self._rests[word]
            if present.issuperset(rest) and follows(tree, token, rest, part)
        }
        if not told:
            return self._plain
        return [signal for signal in self._all if not signal.rest or signal.rest in told]


class Signals:
    """The cues by trigger word."""

    def __init__(self, world: World) -> None:
        self._ontology = world.ontology
        self._phrasal = world.phrasal
        self._of_ties = (*world.lexicon.told, *world.issues)
        """Classes of names that a tie may be called by."""
        self._index: dict[Part, dict[str, Listed]] = {part: {} for part in Part}
        lexicon, sides = world.lexicon, Sides(world)
        self._named = [
            self._signal(cue, (), sides) for cue in lexicon.cues if cue.part is Part.NAME
        ]
        self._named_by = lru_cache(maxsize=None)(self._signals_by_class)
        for cue in lexicon.cues:
            for trigger in cue.words if cue.part is not Part.NAME else ():
                words = trigger.split()
                if cue.part in (Part.PREPOSITION, Part.NOUN):
                    key, rest = words[-1], tuple(words[:-1])
                else:
                    key, rest = words[0], tuple(words[1:])
                compiled = self._signal(cue, rest, sides)
                self._index[cue.part].setdefault(key, Listed()).add(compiled)

    def _signal(self, cue: Cue, rest: tuple[str, ...], sides: Sides) -> Signal:
        subject, target = cue.subject.slots, cue.object.slots
        tie = cue.part is Part.NOUN and cue.predicate in self._ontology.symmetric
        standing = tie and Slot.HALTER not in subject
        return Signal(
            cue,
            rest,
            sides.of(cue.subject),
            sides.of(cue.subject, without=Slot.BEARER),
            sides.of(cue.object, without=Slot.MUTUAL),
            mutual=Slot.MUTUAL in target,
            known=Slot.KNOWN in target,
            conditional=cue.status == Status.ACTUAL or cue.giving or standing,
            transitive=Slot.SUBJECT in subject and Slot.OBJECT in target,
            standing=standing,
        )

    def of(self, reader: Reader) -> Iterator[tuple[int, Signal]]:
        """The tokens that may be triggers, with their cues."""
        tree, covering = reader.tree, reader.names.covering
        present = {*tree.lower, *tree.lemmas}
        yield from self._named_triggers(reader)
        for token, tag in enumerate(tree.tags):
            for part, word in keys(tree, token, tag):
                listed = self._index[part].get(word)
                if listed is None or tree.is_question(token):
                    continue
                inside = covering.get(token)
                other = part is Part.VERB and self._is_phrasal(tree, token)
                for signal in listed.beside(tree, token, part, present):
                    if other and not signal.rest:
                        continue
                    if inside is None or self._may_trigger(reader, inside, token, signal.cue):
                        yield token, signal
                if part is Part.VERB and word != tree.lemmas[token]:
                    # Who "*test-fired* a missile" has fired at nobody.
                    break

    def _is_phrasal(self, tree: Tree, verb: int) -> bool:
        """Whether the word after a verb makes it another: "stood *in* for X"."""
        after = verb + 1
        if (
            after >= len(tree.words)
            or f"{tree.lemmas[verb]} {tree.lower[after]}" not in self._phrasal
        ):
            return False
        return tree.child(after, "pobj") is None

    def _named_triggers(self, reader: Reader) -> Iterator[tuple[int, Signal]]:
        """The names that are triggers by their class."""
        for name in reader.names.all:
            if reader.tree.is_question(name.root):
                continue
            people = reader.tree.lemmas[name.root] in reader.world.people
            # People are no threat or interest by themselves; "partners" may be a group of states.
            apart = people and not reader.world.may_act(name.senses)
            apart = apart or is_felt(reader, name.root) or is_deed(reader, name.root)
            apart = apart or reader.longer.ends_name(name)
            if not apart:
                types = frozenset(s.types for s in name.senses if not s.weak)
                for signal in self._named_by(types):
                    yield name.root, signal

    def _signals_by_class(self, types: frozenset[tuple[str, ...]]) -> list[Signal]:
        """The cues whose triggers are names of the classes of any of `types`."""
        fits = self._ontology.is_a
        return [s for s in self._named if any(fits(one, s.cue.words) for one in types)]

    def _may_trigger(self, reader: Reader, name: TokenName, token: int, cue: Cue) -> bool:
        """Whether a word inside a name is a trigger: "NATO's 2022 Strategic *Concept*",
        "*President* Joe Biden"."""
        tag, lemma = reader.tree.tags[token], reader.tree.lemmas[token]
        if tag in FULL_VERBS:
            return token in (name.first, name.root)
        if cue.part is Part.PREPOSITION:
            return True
        if name.root != token:
            return lemma in reader.world.offices and reader.world.is_person(name.senses[0].types)
        proper = reader.tree.words[token][:1].isupper()
        if proper and name.first == token < name.last and reader.world.may_act(name.senses):
            # "the *Partners* in the Blue Pacific"
            return False
        if not tag.startswith("NNP") or Slot.SELF in {*cue.object.slots, *cue.subject.slots}:
            return True
        # "the *Strategic Partnership* with X" is a text, and they are partners; an "*Alliance* for
        # X" is none of those who are in it.
        ties, after = self._of_ties, reader.tree.lower[token + 1 : token + 2]
        symmetric = cue.part is Part.NOUN and cue.predicate in self._ontology.symmetric
        named = symmetric and all(reader.world.fits(s.types, ties) for s in name.senses)
        return named and after != ["for"]
