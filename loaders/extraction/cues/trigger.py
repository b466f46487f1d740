"""A word that may state a fact, with the places around it where its cues look."""

from __future__ import annotations

from loaders.extraction.anaphora.there import may_be_there
from loaders.extraction.grammar import phrase
from loaders.extraction.grammar.placing import places
from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.names.names import TokenName
from loaders.extraction.parse.tags import DENYING
from loaders.extraction.parse.tree import Tree
from loaders.extraction.reading.reader import Reader
from loaders.extraction.setting.context import Context
from loaders.extraction.text.dates import is_month

_NEAR = 12
"""Words before a trigger among which a preposition of another word may be its own."""
_PHRASE = frozenset({"NN", "NNP", "JJ", "HYPH", "NNS"})
_LONGEST = 5
_DONE = ("dobj", "attr", "nsubj", "nsubjpass")
_EFFECTS = frozenset({"impact", "effect", "influence", "toll"})


def is_dated(tree: Tree, token: int) -> bool:
    """Whether it is a month or a day of one: "*April*", "September *15th* and 16th"."""
    if is_month(tree.lower[token]):
        return True
    day = tree.words[token][:1].isdigit() and token > 0
    return day and is_month(tree.lower[token - 1])


class Trigger:
    """The word at `token`. `governed` holds what each governor names, nearest first; `noun` is
    the object that belongs to a verb's cue: "shook the *foundations* of X"."""

    def __init__(
        self, reader: Reader, token: int, governed: list[list[Filler]], noun: int | None = None
    ) -> None:
        self.reader, self.token, self.noun = reader, token, noun
        self.tree, self.grammar = reader.tree, reader.grammar
        self.context = Context(reader, token, governed)
        self.prepositions = self._prepositions()
        """Those that may belong to the trigger."""
        self.complements = self._complements()
        """What those lead to, by preposition."""
        self.places = self._places()
        """The place whose relative clause the trigger is in, and the event there: "at the summit
        in X, *where* they agreed"; and "there"."""
        self.leading = self._leading()
        """The prepositions that lead to anything."""
        self._subjects: list[int] | None = None
        self._objects: list[int] | None = None

    def _prepositions(self) -> list[int]:
        found = self.grammar.prepositions.of(self.tree, self.token)
        if self._is_cause():
            return [p for p in found if self.tree.lower[p] != "on"]
        name = self.reader.names.covering.get(self.token)
        if name is not None and name.root == self.token < name.last:
            # "the *Treaty* on Friendship *between* X and Y"
            after = self.tree.kids(name.last, "prep")
            found = [*found, *(p for p in after if p not in found)]
        if self.noun is None:
            return found or self.tree.kids(self.sharing(), "prep")
        return [*found, *(p for p in self.tree.kids(self.noun, "prep") if p not in found)]

    def _is_cause(self) -> bool:
        """Whether it is what has an effect: "the impact of X's *actions* on Y"."""
        tree, above = self.tree, self.tree.heads[self.token]
        of = tree.deps[self.token] == "pobj" and tree.lower[above] == "of"
        return of and tree.lemmas[tree.heads[above]] in _EFFECTS

    def sharing(self) -> int:
        """The noun whose complements are those of the trigger too: "a *partner* of Y, not a
        member"; else the trigger itself."""
        tree, token = self.tree, self.token
        if tree.deps[token] != "conj" or not tree.is_noun(token):
            return token
        denied = any(tree.lower[c] in DENYING for c in tree.children[token] if c < token)
        return tree.first_conjunct(token) if denied else token

    def _complements(self) -> dict[str, list[int]]:
        tree, found = self.tree, dict[str, list[int]]()
        for preposition in self.prepositions:
            near = tree.heads[preposition] == self.token or preposition > self.token - _NEAR
            near = near or tree.deps[self.token] == "acomp"
            if near and not self._is_fixed(preposition):
                tokens = self.grammar.prepositions.complements(tree, preposition)
                # "held in April, A and B will …": a month begins no list of places.
                named = [t for t in tokens if not is_dated(tree, t)]
                found.setdefault(tree.lower[preposition], []).extend(named)
        if tree.deps[self.token] == "relcl" and self._is_where():
            # "fields *where* they will cooperate": in which they will
            found.setdefault("in", []).append(tree.heads[self.token])
        return found

    def _is_where(self) -> bool:
        """Whether it says what is done in what the noun above it names, which is no place."""
        tree, world = self.tree, self.reader.world
        where = any(tree.lower[t] == "where" for t in tree.kids(self.token, "advmod"))
        return where and tree.lemmas[tree.heads[self.token]] in world.containers

    def _places(self) -> list[int]:
        tree = self.tree
        found = places(tree, self.token)
        inner = [t for t in found if tree.deps[t] == "pobj"]
        outer = [tree.heads[tree.heads[t]] for t in inner]
        return found + [t for t in outer if tree.is_noun(t)] + self._there()

    def _there(self) -> list[int]:
        """Where "there" stands beside the trigger, its object or the verb of which it is one."""
        tree, token = self.tree, self.token
        if "there" not in tree.lower:
            return []
        above = [tree.heads[token]] if tree.deps[token] in _DONE else []
        hosts = dict.fromkeys((token, *above, *tree.kids(token, *_DONE)))
        return [t for h in hosts for t in tree.kids(h, "advmod") if may_be_there(tree, t)]

    @property
    def subjects(self) -> list[int]:
        """Who does it or is it, in tokens."""
        if self._subjects is None:
            self._subjects = self._find_subjects()
        return self._subjects

    def _find_subjects(self) -> list[int]:
        tree, grammar, trigger = self.tree, self.grammar, self.token
        if tree.is_verb(trigger):
            return grammar.subjects(tree, trigger)
        dep, head = tree.deps[trigger], tree.heads[trigger]
        if dep == "conj" and tree.is_noun(head) and tree.words[trigger - 1] == ",":
            # "Sweden, *wary* of X, has": the parse makes them a list.
            return [head]
        if dep in ("acomp", "oprd", "ccomp", "advcl", "conj", "xcomp") and head != trigger:
            own = tree.kids(trigger, "nsubj")
            return own or grammar.subjects(tree, head)
        if dep == "amod" and trigger > head and tree.words[trigger - 1] == ",":
            # "A and B, *wary* of X,": both are.
            return [tree.first_conjunct(head)]
        if dep in ("amod", "acl", "relcl", "appos"):
            return [head]
        if tree.tags[trigger] == "IN":
            return grammar.clause_subjects(tree, trigger)
        return tree.kids(trigger, "nsubj")

    @property
    def objects(self) -> list[int]:
        """What is done to, in tokens."""
        if self._objects is None:
            self._objects = self.grammar.objects(self.tree, self.token)
        return self._objects

    def _leading(self) -> frozenset[str]:
        led = {preposition for preposition, tokens in self.complements.items() if tokens}
        return frozenset(led | self.reader.world.locative if self.places else led)

    def led_to(self, preposition: str) -> list[int]:
        """The tokens that a preposition leads to."""
        tokens = self.complements.get(preposition)
        if not tokens and preposition in self.reader.world.locative:
            return self.places
        return tokens or []

    def is_called(self) -> bool:
        """Whether somebody calls something so: "described it *as a threat*"."""
        tree, above = self.tree, self.tree.heads[self.token]
        if tree.deps[self.token] != "pobj" or tree.lower[above] != "as":
            return False
        return any(tree.lemmas[t] in self.reader.world.naming for t in tree.up(above))

    def clause_noun(self) -> int:
        """The noun that stands for the trigger in its clause: "*areas* of cooperation"."""
        tree, first = self.tree, self.tree.first_conjunct(self.token)
        above = tree.heads[first]
        outer = tree.heads[above]
        if tree.deps[first] != "pobj" or tree.lower[above] not in ("of", "for"):
            return first
        return outer if tree.lemmas[outer] in self.reader.world.containers else first

    def _is_fixed(self, preposition: int) -> bool:
        """Whether it belongs to a phrase of its own: "according *to*", "in response *to*",
        "*among* them projects"."""
        tree, world = self.tree, self.reader.world
        word, before = tree.lower[preposition], preposition - 1
        if before != self.token and f"{tree.lower[before]} {word}" in world.fixed_phrases:
            return True
        after = tree.lower[preposition + 1 : preposition + 2]
        return tree.words[before] == "," and " ".join([word, *after]) in world.exemplifiers

    def figure(self) -> str | None:
        """The first figure with its unit in its phrase: "worth $2 billion"."""
        return phrase.figure(self.tree, self.token)

    def phrase(self) -> str:
        """Its words with the plain modifiers before it."""
        tree, first = self.tree, self.token
        covering = self.reader.names.covering
        while (
            first > 0
            and (
                covering.get(first - 1) is covering.get(self.token)
                or not self._names_actor(covering.get(first - 1))
            )
            and tree.tags[first - 1] in _PHRASE
            and self.token - first < _LONGEST
        ):
            first -= 1
        return phrase.text(tree, first, self.token)

    def _names_actor(self, name: TokenName | None) -> bool:
        return name is not None and self.reader.world.may_act(name.senses)
