"""From the name of a slot to the fillers that a trigger has there."""

from __future__ import annotations

from graph.statements import BlockKind
from loaders.extraction import phrase
from loaders.extraction.filler import Filler
from loaders.extraction.names import TokenName
from loaders.extraction.passage import Governance
from loaders.extraction.reader import Reader
from ontology.lexicon import Slot


class Slots:
    """The slots of one trigger, read once for each pair of slot and classes."""

    def __init__(self, reader: Reader, trigger: int, topic: list[list[Filler]]) -> None:
        self._reader = reader
        self._trigger = trigger
        self._topic = topic
        self.used_topic = False

    def fill(self, slots: tuple[str, ...], wanted: tuple[str, ...]) -> list[Filler]:
        """The fillers of the first grammatical slot that has any, and of all prepositions."""
        found: dict[str, Filler] = {}
        for slot in slots:
            if slot in _GRAMMATICAL:
                if not found:
                    for filler in self._grammatical(Slot(slot), wanted):
                        found.setdefault(filler.entity, filler)
            else:
                for filler in self._preposition(slot, wanted):
                    found.setdefault(filler.entity, filler)
        return list(found.values())

    def _grammatical(self, slot: Slot, wanted: tuple[str, ...]) -> list[Filler]:
        reader, trigger = self._reader, self._trigger
        tree, grammar = reader.tree, reader.grammar
        match slot:
            case Slot.SUBJECT:
                subjects = self._subjects()
                if not subjects and self._is_elliptical():
                    return self._topic_actors(wanted)
                return reader.fillers(subjects, wanted)
            case Slot.OBJECT:
                if tree.is_verb(trigger):
                    done = reader.fillers(grammar.objects(tree, trigger), wanted)
                    return done or self._trailed(wanted)
                if tree.tags[trigger] == "POS":
                    return reader.fillers([tree.heads[trigger]], wanted)
                return reader.fillers(tree.kids(trigger, "pobj", "dobj", "pcomp"), wanted)
            case Slot.NAMED:
                done = reader.fillers(grammar.objects(tree, trigger), wanted)
                return [f for f in done if reader.names.at(f.token)]
            case Slot.POSSESSOR:
                return self._possessors(wanted)
            case Slot.RECIPIENT:
                return self._recipient(wanted)
            case Slot.BEARER:
                bearers = grammar.bearers(tree, trigger)
                if not bearers and tree.deps[trigger] == "dobj" and self._is_elliptical():
                    return self._topic_actors(wanted)
                found = reader.fillers(bearers, wanted)
                return [f for f in found if f.token != trigger]
            case Slot.HOLDER:
                if grammar.said_to_be(tree, trigger):
                    return []
                return self._grammatical(Slot.BEARER, wanted)
            case Slot.VIEWER:
                viewers = grammar.viewers(tree, trigger)
                return reader.fillers(viewers, wanted) or reader.authors(viewers, wanted)
            case Slot.COPULA:
                return reader.fillers(grammar.said_to_be(tree, trigger), wanted)
            case Slot.CONTENT:
                return reader.fillers(grammar.acting_in_clause(tree, trigger), wanted)
            case Slot.GIVEN:
                return self._given(wanted)
            case Slot.HEAD:
                head = tree.heads[trigger]
                if tree.tags[trigger] == "POS":
                    head = tree.heads[head]
                if head == trigger or (
                    tree.lemmas[head] in reader.world.generics and reader.lists.exemplars(head)
                ):
                    return []
                return reader.direct(head, wanted)
            case Slot.LABEL:
                return self._label(wanted)
            case Slot.COORDINATE:
                head = tree.heads[trigger]
                if tree.deps[head] != "conj":
                    return []
                before = [t for t in tree.conjuncts(tree.first_conjunct(head)) if t < head]
                return [f for token in before for f in reader.read(token, wanted)]
            case Slot.SELF:
                if tree.deps[trigger] == "appos" and reader.names.at(tree.heads[trigger]):
                    return reader.read(tree.heads[trigger], wanted)
                return [f for f in reader.read(trigger, wanted) if f.token == trigger]
            case Slot.MODIFIER:
                return reader.modifiers(trigger, wanted)
            case Slot.COMPLEMENT:
                head = tree.heads[trigger]
                if tree.deps[trigger].startswith("nsubj") and tree.lemmas[head] == "be":
                    return reader.fillers(tree.kids(head, "attr"), wanted)
                return []
            case Slot.CLAUSE:
                return reader.fillers(tree.kids(trigger, "xcomp", "ccomp", "acl"), wanted)
            case Slot.LIST:
                return self._list(wanted)
            case Slot.APPOSITIVE:
                return self._appositive(wanted)
            case Slot.PARTIES:
                return self._parties(wanted, reach=2)
            case Slot.TOPIC:
                if self._is_shared():
                    return self._parties(wanted, reach=12) or self.topic(wanted)
                return self.topic(wanted)
            case _:
                return []

    def topic(self, wanted: tuple[str, ...], skip: int = 0, titles: bool = False) -> list[Filler]:
        """What the nearest governor that names anything fitting is about; a title governs only
        fragments."""
        governors = tuple(reversed(self._reader.tree.passage.governors))
        for governor, topic in list(zip(governors, self._topic, strict=True))[skip:]:
            if governor.kind is Governance.TITLE and not titles and not self._is_in_fragment():
                break
            fitting = [f for f in topic if self._reader.world.fits(f.types, wanted)]
            if fitting:
                self.used_topic = True
                return fitting
        if governors and (titles or self._is_in_fragment()):
            return [
                f
                for f in self._reader.discourse.protagonist
                if self._reader.world.fits(f.types, wanted)
            ]
        return []

    def _is_in_fragment(self) -> bool:
        """Whether the trigger's sentence has no subject and no verb: "The potential for X"."""
        tree = self._reader.tree
        root = next(iter([*tree.up(self._trigger)][-1:]), self._trigger)
        return tree.is_noun(root) and tree.child(root, "nsubj") is None

    def _is_shared(self) -> bool:
        """Whether an adjective makes the trigger everybody's: "shared concerns"."""
        tree = self._reader.tree
        return any(
            tree.lower[child] in self._reader.world.reciprocal
            for child in tree.kids(self._trigger, "amod")
        )

    def _parties(self, wanted: tuple[str, ...], reach: int) -> list[Filler]:
        """The actors that were last named together."""
        reader = self._reader
        sentence = reader.site.sentence(self._trigger)
        found = reader.discourse.find(
            sentence,
            self._trigger,
            fits=lambda types: reader.world.fits(types, wanted),
            many=True,
            reach=reach,
        )
        return [f._replace(sure=f.sure * 0.75) for f in found]

    def _given(self, wanted: tuple[str, ...]) -> list[Filler]:
        """What was last named that fits, if nothing stands in the trigger's own places."""
        reader, trigger = self._reader, self._trigger
        if reader.tree.child(trigger, "dobj", "prep", "nsubjpass", "ccomp", "xcomp") is not None:
            return []
        found = reader.discourse.find(
            reader.site.sentence(trigger),
            trigger,
            fits=lambda types: reader.world.fits(types, wanted),
            many=False,
        )
        if not found:
            fits = reader.world.fits
            found = tuple(f for f in reader.discourse.protagonist if fits(f.types, wanted))
        return [f._replace(sure=f.sure * 0.75) for f in found]

    def _trailed(self, wanted: tuple[str, ...]) -> list[Filler]:
        """What a participle after a comma is said of, where the parse hangs it elsewhere: "met
        for the drill in May, *hosted* by India"."""
        reader, trigger = self._reader, self._trigger
        tree = reader.tree
        if tree.tags[trigger] != "VBN" or tree.words[trigger - 1 : trigger] != [","]:
            return []
        start = tree.sentences[tree.sentence[trigger]][0]
        for token in range(trigger - 2, max(start, trigger - _TRAIL) - 1, -1):
            if tree.is_noun(token):
                found = reader.direct(token, wanted)
                if found:
                    return found
        return []

    def _topic_actors(self, wanted: tuple[str, ...]) -> list[Filler]:
        world = self._reader.world
        governors = self._reader.tree.passage.governors
        # A label on the same line says what is done ("Engage civil society: …"), not who does it.
        own = bool(governors) and governors[-1].kind is Governance.LABEL
        found = self.topic(world.actors, skip=1 if own else 0, titles=True)
        return [f for f in found if world.fits(f.types, wanted)]

    def _label(self, wanted: tuple[str, ...]) -> list[Filler]:
        """What the label names, if the name is most of it."""
        governors = self._reader.tree.passage.governors
        if not governors or governors[-1].kind is not Governance.LABEL or not self._topic:
            return []
        length = len(governors[-1].text)
        return [
            f
            for f in self._topic[0]
            if self._reader.world.fits(f.types, wanted) and f.end - f.start >= length * 0.6
        ]

    def _is_elliptical(self) -> bool:
        """Whether the trigger opens a fragment: "Conducting exercises…", "Build trust…"."""
        tree, trigger = self._reader.tree, self._trigger
        if tree.passage.kind in (BlockKind.TITLE, BlockKind.HEADING):
            return False
        if not any(g.kind is not Governance.TITLE for g in tree.passage.governors):
            return False
        for token in (trigger, *tree.up(trigger)):
            if tree.child(token, "nsubj", "nsubjpass", "expl", "csubj", "aux") is not None:
                return False
            if token != trigger and not tree.is_verb(token):
                return False
            if tree.heads[token] == token:
                return tree.tags[token] in ("VB", "VBG", "VBP")
        return False

    def _subjects(self) -> list[int]:
        reader, trigger = self._reader, self._trigger
        tree, grammar = reader.tree, reader.grammar
        if tree.is_verb(trigger):
            return grammar.subjects(tree, trigger)
        dep, head = tree.deps[trigger], tree.heads[trigger]
        if dep in ("acomp", "oprd", "ccomp", "advcl", "conj", "xcomp") and head != trigger:
            own = tree.kids(trigger, "nsubj")
            return own or grammar.subjects(tree, head)
        if dep in ("amod", "acl", "relcl", "appos"):
            return [head]
        return tree.kids(trigger, "nsubj")

    def _possessors(self, wanted: tuple[str, ...]) -> list[Filler]:
        reader, trigger = self._reader, self._trigger
        owned = reader.fillers(reader.grammar.possessors(reader.tree, trigger), wanted)
        found = owned or reader.modifiers(trigger, wanted)
        head = reader.tree.heads[trigger]
        beside = reader.tree.deps[trigger] == "conj" and reader.tree.deps[head] != "pobj"
        if owned and beside and reader.names.has_root(head):
            # "A and B's cooperation" is parsed as A and (B's cooperation).
            also = reader.read(head, wanted)
            found = [*also, *(f for f in found if f not in also)]
        first = reader.tree.first_conjunct(trigger)
        if not found and first != trigger and reader.tree.is_noun(first):
            found = reader.fillers(reader.grammar.possessors(reader.tree, first), wanted)
        if not found and reader.tree.lemmas[trigger] in reader.world.offices:
            found = reader.fillers(reader.titles.owners(trigger), wanted)
        return found

    def _list(self, wanted: tuple[str, ...]) -> list[Filler]:
        """What the trigger is said to include, or what a colon after it lists."""
        reader, trigger = self._reader, self._trigger
        tree = reader.tree
        found = reader.fillers(reader.lists.exemplars(trigger), wanted)
        head = tree.heads[trigger]
        if not found and tree.deps[trigger] in ("nsubj", "pobj"):
            verb = head if tree.deps[trigger] == "nsubj" else tree.heads[head]
            if tree.lemmas[verb] in reader.world.listing:
                found = reader.fillers(tree.kids(verb, "dobj", "attr"), wanted)
        if not found:
            found = reader.fillers(reader.lists.after_mark(trigger), wanted)
        if not found:
            named = tree.tags[trigger] in ("NNP", "NNPS")
            apposed = [t for t in tree.kids(trigger, "appos") if t > trigger and not named]
            found = reader.fillers(apposed, wanted)
        return found

    def _appositive(self, wanted: tuple[str, ...]) -> list[Filler]:
        reader, trigger = self._reader, self._trigger
        tree = reader.tree
        dep, head = tree.deps[trigger], tree.heads[trigger]
        if dep == "compound" and head > trigger:
            return reader.read(head, wanted)
        beside = tree.kids(trigger, "appos")
        if dep == "appos":
            beside = [head]
        if not beside:
            beside = self._named_after()
        found = [f for token in beside for f in reader.read(token, wanted)]
        if not found and tree.lemmas[trigger] in reader.world.offices:
            found = reader.fillers(reader.titles.holder(trigger), wanted)
        return found

    def _recipient(self, wanted: tuple[str, ...]) -> list[Filler]:
        """Who is named right after the verb and before its object: the parse makes them one."""
        reader, tree = self._reader, self._reader.tree
        name = reader.names.covering.get(self._trigger + 1)
        if name is None or name.first != self._trigger + 1 or tree.deps[name.root] != "compound":
            return []
        if tree.heads[tree.heads[name.root]] != self._trigger:
            return []
        return reader.read(name.root, wanted)

    def _named_after(self) -> list[int]:
        """The name right after the phrase that the trigger begins: "Secretary of State X"."""
        reader, tree = self._reader, self._reader.tree
        for at in range(self._trigger + 1, min(self._trigger + _OFFICE, len(tree.words))):
            name = reader.names.covering.get(at)
            if (
                name is not None
                and name.first == at
                and reader.world.is_person(name.senses[0].types)
            ):
                return [name.root]
            if not (tree.lower[at] in _LINKS or tree.is_noun(at)):
                break
        return []

    def _preposition(self, slot: str, wanted: tuple[str, ...]) -> list[Filler]:
        reader = self._reader
        tree, grammar = reader.tree, reader.grammar
        tokens = []
        for preposition in grammar.prepositions(tree, self._trigger):
            said = f"{tree.lower[preposition - 1]} {slot}" in reader.world.speech_phrases
            if tree.lower[preposition] == slot and preposition > self._trigger - 12 and not said:
                tokens += grammar.complements(tree, preposition)
        if not tokens and slot in reader.world.locative:
            tokens = grammar.places(tree, self._trigger)
        return reader.fillers(tokens, wanted)

    def _names_actor(self, name: TokenName | None) -> bool:
        world = self._reader.world
        return name is not None and any(world.fits(s.types, world.actors) for s in name.senses)

    def text(self, slot: str) -> str | None:
        """The words of a literal qualifier's slot: the trigger's own phrase."""
        if slot != Slot.SELF:
            return None
        tree, first = self._reader.tree, self._trigger
        covering = self._reader.names.covering
        while (
            first > 0
            and (
                covering.get(first - 1) is covering.get(self._trigger)
                or not self._names_actor(covering.get(first - 1))
            )
            and tree.tags[first - 1] in ("NN", "NNP", "JJ", "HYPH", "NNS")
            and self._trigger - first < 5
        ):
            first -= 1
        return phrase.text(tree, first, self._trigger)


_LINKS = frozenset({"of", "for", "and", "to", "the", "&"})
_TRAIL = 16
"""Words before a participle among which what it is said of is looked for."""
_OFFICE = 8
"""Words of an office's title."""
_GRAMMATICAL = frozenset(slot.value for slot in Slot)
