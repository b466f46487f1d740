"""From the name of a slot to the fillers that a trigger has there."""

from __future__ import annotations

from functools import cached_property

from loaders.extraction import modified, phrase
from loaders.extraction.context import Context
from loaders.extraction.dates import is_month
from loaders.extraction.encounters import encounter, gathering, present
from loaders.extraction.filler import Filler
from loaders.extraction.names import TokenName
from loaders.extraction.placing import placed
from loaders.extraction.reader import Reader
from loaders.extraction.tree import PROPER
from loaders.extraction.wanted import Wanted
from ontology.lexicon import Slot


class Slots:
    """The slots of one trigger, read once for each pair of slot and classes."""

    def __init__(self, reader: Reader, trigger: int, topic: list[list[Filler]]) -> None:
        self._reader = reader
        self._tree, self._grammar = reader.tree, reader.grammar
        self._trigger = trigger
        self._filled: dict[tuple[str, Wanted], tuple[list[Filler], bool]] = {}
        self._context = Context(reader, trigger, topic)

    @cached_property
    def _prepositions(self) -> list[int]:
        """Those that may belong to the trigger, for all of its cues."""
        return self._grammar.prepositions.of(self._tree, self._trigger)

    @property
    def used_topic(self) -> bool:
        """Whether a governor filled a slot, so that it belongs to the evidence."""
        return self._context.used

    @used_topic.setter
    def used_topic(self, used: bool) -> None:
        self._context.used = used

    def is_called(self) -> bool:
        """Whether somebody calls something so: "described it *as a threat*"."""
        tree, above = self._tree, self._tree.heads[self._trigger]
        if tree.deps[self._trigger] != "pobj" or tree.lower[above] != "as":
            return False
        return any(tree.lemmas[t] in self._reader.world.naming for t in tree.up(above))

    def fill(self, slots: tuple[str, ...], wanted: Wanted) -> list[Filler]:
        """The fillers of the first grammatical slot that has any, and of all prepositions."""
        found: dict[str, Filler] = {}
        for slot in slots:
            if slot in _GRAMMATICAL:
                if found:
                    continue
            elif not self._led_to(slot):
                continue
            for filler in self._slot(slot, wanted):
                found.setdefault(filler.entity, filler)
        return list(found.values())

    def _slot(self, slot: str, wanted: Wanted) -> list[Filler]:
        """The fillers of one slot, read once for all cues of the trigger."""
        key = slot, wanted
        known = self._filled.get(key)
        if known is None:
            before, self._context.used = self._context.used, False
            if slot in _GRAMMATICAL:
                read = getattr(self, f"_{slot}", None)
                found: list[Filler] = read(wanted) if read is not None else []
            else:
                found = self._reader.fillers(self._led_to(slot), wanted)
            known = self._filled[key] = found, self._context.used
            self._context.used = before
        self._context.used |= known[1]
        return known[0]

    # One method a slot, named for it.

    def _subject(self, wanted: Wanted) -> list[Filler]:
        subjects = self._subjects()
        if not subjects and self._context.is_elliptical():
            return self._context.actors(wanted)
        return self._reader.fillers(subjects, wanted)

    def _object(self, wanted: Wanted) -> list[Filler]:
        tree, trigger = self._tree, self._trigger
        if tree.is_verb(trigger):
            done = self._reader.fillers(self._grammar.objects(tree, trigger), wanted)
            return done or self._trailed(wanted)
        if tree.tags[trigger] == "POS":
            return self._reader.fillers([tree.heads[trigger]], wanted)
        return self._reader.fillers(tree.kids(trigger, "pobj", "dobj", "pcomp"), wanted)

    def _trailed(self, wanted: Wanted) -> list[Filler]:
        """What a participle after a comma is said of, where the parse hangs it elsewhere: "met
        for the drill in May, *hosted* by India"."""
        tree, trigger = self._tree, self._trigger
        if tree.tags[trigger] != "VBN" or tree.words[trigger - 1 : trigger] != [","]:
            return []
        start = tree.sentences[tree.sentence[trigger]][0]
        for token in range(trigger - 2, max(start, trigger - _TRAIL) - 1, -1):
            found = self._reader.direct(token, wanted) if tree.is_noun(token) else []
            if found:
                return found
        return []

    def _named(self, wanted: Wanted) -> list[Filler]:
        done = self._reader.fillers(self._grammar.objects(self._tree, self._trigger), wanted)
        return [f for f in done if self._reader.names.at(f.token)]

    def _bearer(self, wanted: Wanted) -> list[Filler]:
        tree, trigger = self._tree, self._trigger
        if self.is_called():
            verbs = self._reader.world.naming
            naming = next(t for t in tree.up(trigger) if tree.lemmas[t] in verbs)
            return self._reader.fillers(self._grammar.objects(tree, naming), wanted)
        bearers = self._grammar.bearers(tree, trigger)
        if not bearers and tree.deps[trigger] == "dobj" and self._context.is_elliptical():
            return self._context.actors(wanted)
        return [f for f in self._reader.fillers(bearers, wanted) if f.token != trigger]

    def _holder(self, wanted: Wanted) -> list[Filler]:
        if self._grammar.said_to_be(self._tree, self._trigger):
            return []
        listed = {f.entity for f in self._list(wanted)}
        return [f for f in self._bearer(wanted) if f.entity not in listed]

    def _sufferer(self, wanted: Wanted) -> list[Filler]:
        sufferers = self._grammar.sufferers(self._tree, self._trigger)
        return self._reader.fillers(sufferers, wanted)

    def _halter(self, wanted: Wanted) -> list[Filler]:
        halters = self._grammar.halters(self._tree, self._trigger)
        return self._reader.fillers(halters, wanted)

    def _acting(self, wanted: Wanted) -> list[Filler]:
        reader, tree, below = self._reader, self._tree, self._tree.first_conjunct(self._trigger)
        barrier = reader.world.barrier
        if tree.lemmas[self._trigger] in barrier or self._is_others(below):
            return []
        own = reader.fillers(reader.grammar.possessors(tree, self._trigger), wanted)
        if own:
            return own
        for above in tree.up(below):
            if tree.deps[below] in ("nsubj", "nsubjpass", "relcl", "ccomp", "advcl"):
                return []
            if tree.lemmas[above] in barrier:
                return []
            if tree.is_noun(above):
                found = reader.fillers(reader.grammar.possessors(tree, above), wanted)
                if found:
                    return found
            elif tree.is_verb(above):
                found = reader.fillers(reader.grammar.subjects(tree, above), wanted)
                if found or tree.child(above, "nsubj", "nsubjpass") is not None:
                    return found
            below = above
        return []

    def _unsaid(self, wanted: Wanted) -> list[Filler]:
        """Whom the document or what stands before is about, where a passive says nobody."""
        tree, world = self._tree, self._reader.world
        below = tree.first_conjunct(self._trigger)
        verb = tree.heads[below]
        while tree.deps[below] != "nsubjpass" and tree.is_noun(verb) and verb != tree.heads[verb]:
            below, verb = tree.first_conjunct(verb), tree.heads[tree.first_conjunct(verb)]
        if tree.deps[below] != "nsubjpass" or not tree.is_verb(verb):
            return []
        if tree.lemmas[verb] not in world.furthering or self._grammar.agents(tree, verb):
            return []
        if self._is_others(self._trigger) or self._reader.modifiers(self._trigger, world.actor):
            return []
        return self._context.unsaid(wanted)

    def _is_others(self, token: int) -> bool:
        """Whether the noun is a part of somebody's title, or is named as another's: "national
        *security* adviser", "support for Russian *drones*"."""
        tree, reader = self._tree, self._reader
        head = tree.heads[token]
        if tree.deps[token] in ("compound", "amod", "nmod"):
            # "air defence *systems*" are things, "air defence *cooperation*" is about it.
            lemma, proper = tree.lemmas[head], tree.tags[token].startswith("NNP")
            return lemma in reader.world.people or proper or lemma not in reader.world.about
        return tree.deps[token] == "pobj" and bool(
            reader.modifiers(self._trigger, reader.world.actor)
        )

    def _viewer(self, wanted: Wanted) -> list[Filler]:
        viewers = self._grammar.viewers(self._tree, self._trigger)
        return self._reader.fillers(viewers, wanted) or self._reader.authors(viewers, wanted)

    def _copula(self, wanted: Wanted) -> list[Filler]:
        said = self._reader.fillers(self._grammar.said_to_be(self._tree, self._trigger), wanted)
        return said or self._apposed(wanted)

    def _apposed(self, wanted: Wanted) -> list[Filler]:
        """What is named right before an apposition that the parse hangs on another word: "part of
        Pillar Two of *AUKUS*, the pact between X and Y"."""
        tree, trigger = self._tree, self._trigger
        if tree.deps[trigger] != "appos":
            return []
        first = min(tree.subtree(trigger))
        name = self._reader.names.covering.get(first - 2)
        if name is None or tree.words[first - 1] != ",":
            return []
        return self._reader.read(name.root, wanted)

    def _content(self, wanted: Wanted) -> list[Filler]:
        acting = self._grammar.acting_in_clause(self._tree, self._trigger)
        return self._reader.fillers(acting, wanted)

    def _head(self, wanted: Wanted) -> list[Filler]:
        tree, trigger, world = self._tree, self._trigger, self._reader.world
        head = tree.heads[trigger]
        if tree.tags[trigger] == "POS":
            head = tree.heads[head]
        empty = tree.lemmas[head] in world.generics and self._reader.lists.exemplars(head)
        return [] if head == trigger or empty else self._reader.direct(head, wanted)

    def _coordinate(self, wanted: Wanted) -> list[Filler]:
        return modified.beside(self._reader, self._trigger, wanted)

    def _owner(self, wanted: Wanted) -> list[Filler]:
        return modified.owner(self._reader, self._trigger, wanted)

    def _hyphened(self, wanted: Wanted) -> list[Filler]:
        return modified.hyphened(self._reader, self._trigger, wanted)

    def _self(self, wanted: Wanted) -> list[Filler]:
        tree, trigger = self._tree, self._trigger
        if tree.deps[trigger] == "appos" and self._reader.names.at(tree.heads[trigger]):
            return self._reader.read(tree.heads[trigger], wanted)
        return [f for f in self._reader.read(trigger, wanted) if f.token == trigger]

    def _act(self, wanted: Wanted) -> list[Filler]:
        return encounter(self._reader, self._trigger, wanted)

    def _signers(self, wanted: Wanted) -> list[Filler]:
        parties = self._reader.parties(self._trigger)
        return [f for f in parties if wanted.fits(f.types)]

    def _direct(self, wanted: Wanted) -> list[Filler]:
        tokens = self._grammar.objects(self._tree, self._trigger)
        listed = [t for token in tokens for t in self._reader.lists.coordinated(token)]
        return [f for t in listed for f in self._reader.direct(t, wanted)]

    def _author(self, wanted: Wanted) -> list[Filler]:
        tree, grammar = self._tree, self._grammar
        above = tree.heads[self._trigger]
        verb = tree.heads[above]
        if tree.deps[self._trigger] != "pobj" or tree.lower[above] not in _SAID_IN:
            return []
        return (
            self._reader.fillers(grammar.subjects(tree, verb), wanted) if tree.is_verb(verb) else []
        )

    def _occasion(self, wanted: Wanted) -> list[Filler]:
        reader, tree = self._reader, self._tree
        above = tree.heads[self._trigger]
        verb = tree.heads[above]
        if tree.lower[above] not in _AUSPICES or not tree.is_verb(verb):
            return []
        tokens = [*self._grammar.objects(tree, verb), *self._grammar.subjects(tree, verb)]
        tokens += [t for p in tree.kids(verb, "prep") for t in tree.kids(p, "pobj")]
        told = reader.fillers([t for t in tokens if t != self._trigger], wanted)
        return told or encounter(reader, verb, wanted)

    def _gathering(self, wanted: Wanted) -> list[Filler]:
        return gathering(self._reader, self._trigger, wanted)

    def _present(self, wanted: Wanted) -> list[Filler]:
        there = present(self._reader, self._trigger)
        return [f for f in there if wanted.fits(f.types)]

    def _modifier(self, wanted: Wanted) -> list[Filler]:
        return self._reader.modifiers(self._trigger, wanted)

    def _complement(self, wanted: Wanted) -> list[Filler]:
        tree, head = self._tree, self._tree.heads[self._trigger]
        if tree.deps[self._trigger].startswith("nsubj") and tree.lemmas[head] in _COPULAS:
            return self._reader.fillers(tree.kids(head, "attr"), wanted)
        return []

    def _placed(self, wanted: Wanted) -> list[Filler]:
        found = placed(self._tree, self._trigger, self._reader.world.placing)
        return self._reader.fillers(found, wanted)

    def _clause(self, wanted: Wanted) -> list[Filler]:
        clauses = self._tree.kids(self._trigger, "xcomp", "ccomp", "acl")
        return self._reader.fillers(clauses, wanted)

    def _purpose(self, wanted: Wanted) -> list[Filler]:
        verbs = [
            verb
            for verb in self._tree.kids(self._trigger, "advcl", "xcomp")
            if self._tree.tags[verb] == "VB" and self._tree.child(verb, "aux") is not None
        ]
        return self._reader.purposes(verbs, wanted)

    def _topic(self, wanted: Wanted) -> list[Filler]:
        if self._context.is_shared():
            return self._context.together(wanted, reach=12) or self._context.topic(wanted)
        return self._context.topic(wanted)

    def _given(self, wanted: Wanted) -> list[Filler]:
        return self._context.given(wanted)

    def _label(self, wanted: Wanted) -> list[Filler]:
        return self._context.label(wanted)

    def _impersonal(self, wanted: Wanted) -> list[Filler]:
        """Who does what a clause says of a noun that is nobody's: "Cooperation is growing in X"."""
        first = self._clause_noun()
        if self._tree.deps[first] not in ("nsubj", "nsubjpass") or self._is_somebodys(first):
            return []
        return self._context.together(wanted, reach=2) or self._context.pair(wanted)

    def _is_somebodys(self, first: int) -> bool:
        """Whether the trigger, or the noun that stands for it, says itself whose it is."""
        tree, reader, actors = self._tree, self._reader, self._reader.world.actor
        if self._grammar.agents(tree, tree.heads[first]) or reader.modifiers(first, actors):
            return True
        owners = [
            t
            for noun in {first, self._trigger}
            for p in tree.kids(noun, "prep")
            if tree.lower[p] in _OWNING
            for t in tree.kids(p, "pobj")
        ]
        return tree.child(first, "poss") is not None or bool(reader.fillers(owners, actors))

    def _clause_noun(self) -> int:
        """The noun that stands for the trigger in its clause: "*areas* of cooperation"."""
        tree, first = self._tree, self._tree.first_conjunct(self._trigger)
        above = tree.heads[first]
        outer = tree.heads[above]
        if tree.deps[first] != "pobj" or tree.lower[above] not in ("of", "for"):
            return first
        return outer if tree.lemmas[outer] in self._reader.world.containers else first

    def _parties(self, wanted: Wanted) -> list[Filler]:
        if self._is_somebodys(self._clause_noun()):
            return []
        return self._context.together(wanted, reach=2)

    def _subjects(self) -> list[int]:
        reader, trigger = self._reader, self._trigger
        tree, grammar = reader.tree, reader.grammar
        if tree.is_verb(trigger):
            return grammar.subjects(tree, trigger)
        dep, head = tree.deps[trigger], tree.heads[trigger]
        if dep == "conj" and tree.is_noun(head) and tree.words[trigger - 1] == ",":
            # "Sweden, *wary* of X, has": the parse makes them a list.
            return [head]
        if dep in ("acomp", "oprd", "ccomp", "advcl", "conj", "xcomp") and head != trigger:
            own = tree.kids(trigger, "nsubj")
            return own or grammar.subjects(tree, head)
        if dep in ("amod", "acl", "relcl", "appos"):
            return [head]
        if tree.tags[trigger] == "IN":
            return grammar.clause_subjects(tree, trigger)
        return tree.kids(trigger, "nsubj")

    def _possessor(self, wanted: Wanted) -> list[Filler]:
        reader, trigger = self._reader, self._trigger
        owned = reader.fillers(reader.grammar.possessors(reader.tree, trigger), wanted)
        found = owned or [f for f in reader.modifiers(trigger, wanted) if not self._is_aim(f.token)]
        head = reader.tree.heads[trigger]
        above = reader.tree.heads[head]
        apart = reader.tree.deps[head] == "pobj" and reader.tree.lower[above] != "of"
        beside = reader.tree.deps[trigger] == "conj" and not apart
        if owned and beside and reader.names.has_root(head):
            # "A and B's cooperation" is parsed as A and (B's cooperation).
            also = reader.read(head, wanted)
            found = [*also, *(f for f in found if f not in also)]
        first = reader.tree.first_conjunct(trigger)
        if not found and first != trigger and reader.tree.is_noun(first):
            found = reader.fillers(reader.grammar.possessors(reader.tree, first), wanted)
            bare = reader.tree.child(trigger, "amod", "compound", "det", "poss", "nmod") is None
            if not found and bare:
                # "Chinese spying and disinformation"
                found = reader.modifiers(first, wanted)
        if not found and reader.tree.lemmas[trigger] in reader.world.offices:
            found = reader.fillers(reader.titles.owners(trigger), wanted)
        return found

    def _is_aim(self, token: int) -> bool:
        """Whether a state's name before a text says what it is about: "a *China* strategy"."""
        tree, world = self._tree, self._reader.world
        plain = tree.deps[token] == "compound" and not tree.words[token].isupper()
        heads = world.heads.get(tree.lemmas[self._trigger], ()) if plain else ()
        told = world.lexicon.told
        return (
            plain
            and "." not in tree.words[token]
            and any(
                world.fits((h.class_name,), world.texts) and not world.fits((h.class_name,), told)
                for h in heads
            )
            and any(
                world.fits(s.types, world.lexicon.polities)
                for name in self._reader.names.at(token)
                for s in name.senses
            )
        )

    def _list(self, wanted: Wanted) -> list[Filler]:
        """What the trigger is said to include, or what a colon after it lists."""
        reader, trigger = self._reader, self._trigger
        tree = reader.tree
        found = reader.fillers(reader.lists.exemplars(trigger), wanted)
        found = found or reader.fillers_of(reader.lists.hyphenated(trigger), wanted)
        found = found or reader.fillers(self._listed(), wanted)
        if not found:
            found = reader.fillers(reader.lists.after_mark(trigger), wanted)
        if not found:
            named = tree.tags[trigger] in PROPER
            apposed = [t for t in tree.kids(trigger, "appos") if t > trigger and not named]
            found = reader.fillers(apposed, wanted)
        return found

    def _listed(self) -> list[int]:
        """What a verb of listing says the trigger includes: "the areas include X and Y"."""
        reader, noun = self._reader, self._clause_noun()
        tree, listing = reader.tree, reader.world.listing
        head = tree.heads[noun]
        if tree.deps[noun] not in ("nsubj", "nsubjpass", "pobj"):
            return []
        verb = tree.heads[head] if tree.deps[noun] == "pobj" else head
        for said in (verb, *tree.kids(verb, "xcomp", "advcl")):
            if tree.lemmas[said] not in listing:
                continue
            own = tree.kids(said, "dobj", "attr")
            if not own and said == head and tree.lemmas[said] != "be":
                # "range from X and Y to Z"
                own = [t for p in tree.kids(said, "prep") for t in tree.kids(p, "pobj")]
            if not own and said > self._trigger:
                # "Among its partners are X and Y"
                own = [t for t in tree.kids(said, "nsubj") if t > said]
            if own:
                return own
        return []

    def _appositive(self, wanted: Wanted) -> list[Filler]:
        reader, trigger = self._reader, self._trigger
        tree = reader.tree
        dep, head = tree.deps[trigger], tree.heads[trigger]
        if named := reader.fillers_of(reader.lists.beside(trigger), wanted):
            # "A and B, the secretary" is B.
            return named if tree.tags[trigger] in ("NNS", "NNPS") else named[-1:]
        if dep == "compound" and head > trigger:
            return reader.read(head, wanted)
        beside = [t for t in tree.kids(trigger, "appos") if tree.is_noun(t)]
        if dep == "appos":
            beside = [t for t in tree.conjuncts(head) if t < trigger][-1:]
        if not beside:
            beside = self._named_after()
        found = [f for token in beside for f in reader.read(token, wanted)]
        if not found and tree.lemmas[trigger] in reader.world.offices:
            found = reader.fillers(reader.titles.holder(trigger), wanted)
        return found

    def _recipient(self, wanted: Wanted) -> list[Filler]:
        """Who is given the object, or is named before it so that the parse makes them one."""
        reader, tree = self._reader, self._reader.tree
        given = [t for t in tree.kids(self._trigger, "dative") if tree.tags[t] != "IN"]
        if given:
            return reader.fillers(given, wanted)
        name = reader.names.covering.get(self._trigger + 1)
        if name is None or name.first != self._trigger + 1 or tree.deps[name.root] not in _BESIDE:
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

    @cached_property
    def _complements(self) -> dict[str, list[int]]:
        """What the trigger's prepositions lead to, by preposition."""
        tree, found = self._tree, dict[str, list[int]]()
        for preposition in self._prepositions:
            near = tree.heads[preposition] == self._trigger or preposition > self._trigger - 12
            if near and not self._is_fixed(preposition):
                tokens = self._grammar.prepositions.complements(tree, preposition)
                # "held in April, A and B will …": a month begins no list of places.
                named = [t for t in tokens if not is_month(tree.lower[t])]
                found.setdefault(tree.lower[preposition], []).extend(named)
        return found

    @cached_property
    def _places(self) -> list[int]:
        return self._grammar.places(self._tree, self._trigger)

    def _led_to(self, slot: str) -> list[int]:
        """The tokens that a preposition leads to."""
        tokens = self._complements.get(slot, [])
        return self._places if not tokens and slot in self._reader.world.locative else tokens

    def _seat(self, wanted: Wanted) -> list[Filler]:
        tree, reader = self._tree, self._reader
        tokens = [
            t
            for p in self._prepositions
            if tree.lower[p] == "in"
            for t in self._grammar.prepositions.complements(tree, p)
        ]
        return [f for t in tokens for f in reader.seated(t, wanted)]

    def _is_fixed(self, preposition: int) -> bool:
        """Whether it belongs to a phrase of its own: "according *to*", "in response *to*",
        "*among* them projects"."""
        tree, world = self._tree, self._reader.world
        word, before = tree.lower[preposition], preposition - 1
        if before != self._trigger and f"{tree.lower[before]} {word}" in world.fixed_phrases:
            return True
        after = tree.lower[preposition + 1 : preposition + 2]
        return tree.words[before] == "," and " ".join([word, *after]) in world.exemplifiers

    def _names_actor(self, name: TokenName | None) -> bool:
        return name is not None and self._reader.world.may_act(name.senses)

    def text(self, slot: str) -> str | None:
        """The words of a literal qualifier's slot: a figure, or the trigger's own phrase."""
        if slot == Slot.AMOUNT:
            return phrase.figure(self._tree, self._trigger)
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


_AUSPICES = frozenset({"under", "at", "on", "by", "through"})
_SAID_IN = frozenset({"in", "with", "via", "through"})
_COPULAS = frozenset({"be", "remain", "become"})
_BESIDE = frozenset({"compound", "nmod", "poss"})
_OWNING = frozenset({"of", "between", "with", "among", "by", "from"})
_LINKS = frozenset({"of", "for", "and", "to", "the", "&"})
_TRAIL = 16
"""Words before a participle among which what it is said of is looked for."""
_OFFICE = 8
"""Words of an office's title."""
_GRAMMATICAL = frozenset(slot.value for slot in Slot)
