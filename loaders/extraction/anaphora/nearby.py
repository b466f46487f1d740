"""Whom a pronoun means that the sentence itself names: in a list, above it, or after it."""

from __future__ import annotations

from collections.abc import Callable

from loaders.extraction.anaphora.parallel import paralleled
from loaders.extraction.anaphora.sent import given, senders
from loaders.extraction.grammar.acted_on import acted_on
from loaders.extraction.grammar.beside import callers
from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.knowledge.site import Site
from loaders.extraction.knowledge.wanted import Wanted
from loaders.extraction.parse.tags import PLURAL, PROPER
from loaders.extraction.parse.tree import is_infinitive

PRONOUNS = {
    "it": False,
    "its": False,
    "itself": False,
    "they": True,
    "their": True,
    "them": True,
    "themselves": True,
    "both": True,
    "we": None,
    "our": None,
    "us": None,
    "i": None,
    "my": None,
    "he": False,
    "she": False,
    "his": False,
    "him": False,
    "her": False,
}
"""Whether a pronoun stands for several; None for the document's own voice."""
PERSONAL = frozenset({"he", "she", "his", "him", "her"})
SOLE = frozenset({"i", "my"})
"""What one says of oneself, and in a quotation of those for whom one acts."""
VOICE = frozenset({"we", "our", "us"}) | SOLE
_FOR = frozenset({"for", "on", "upon"})
_WHITHER = ("in", "to", "at")
_INCLUDING = frozenset({"including", "particularly", "notably", "especially"})

Read = Callable[[int, Wanted], list[Filler]]


class Nearby:
    """Answers for one tree. `read` reads a token with what is coordinated, `one` without."""

    def __init__(self, site: Site, read: Read, one: Read) -> None:
        self._site, self._read, self._one = site, read, one
        self.tree, self.world = site.tree, site.world

    def read(self, token: int, wanted: Wanted) -> list[Filler]:
        """Whom the sentence names for the pronoun; [] where it is to be sought before."""
        return (
            self._reflected(token, wanted)
            or self._styled(token, wanted)
            or [f for t in senders(self._site, token) for f in self._read(t, wanted)]
            or [f for t in paralleled(self.tree, token) for f in self._read(t, wanted)]
            or self._entitled(token, wanted)
            or self._charged(token, wanted)
            or self._praised(token, wanted)
            or self._included(token, wanted)
            or self._visited(token, wanted)
            or self._coordinated(token, wanted)
            or self._within(token, wanted)
            or (self.tree.lower[token] not in VOICE and self._cataphor(token, wanted))
            or []
        )

    def _reflected(self, token: int, wanted: Wanted) -> list[Filler]:
        """ "*X*'s ability to defend *itself*": who does it to himself."""
        tree = self.tree
        if not tree.is_reflexive(token) or tree.deps[token] != "dobj":
            return []
        doers = self._site.grammar.subjects(tree, tree.heads[token])
        return [f for t in doers if t != token for f in self._read(t, wanted)]

    def _styled(self, token: int, wanted: Wanted) -> list[Filler]:
        """ "As leaders of *X and Y*, *we* are committed", "*we*, the leaders of *X and Y*": those
        as whom they say it."""
        tree = self.tree
        if tree.lower[token] != "we" or not tree.deps[token].startswith("nsubj"):
            return []
        styled = [p for p in tree.kids(tree.heads[token], "prep") if tree.lower[p] == "as"]
        whose = [t for p in styled if p < token for t in tree.kids(p, "pobj")]
        whose += tree.kids(token, "appos")
        leading = [t for t in whose if tree.lemmas[t] in self.world.party]
        return [f for t in leading if tree.tags[t] in PLURAL for f in self._read(t, wanted)]

    def _entitled(self, token: int, wanted: Wanted) -> list[Filler]:
        """ "*X*'s right to defend *its* coast", "X's plan to arm *its* allies": X's."""
        tree = self.tree
        many = PRONOUNS[tree.lower[token]]
        verb = next((t for t in tree.up(token) if tree.is_verb(t)), None)
        if tree.deps[token] != "poss" or many is None or verb is None:
            return []
        first = tree.first_conjunct(verb)
        if tree.deps[first] != "acl" or not is_infinitive(tree, first):
            return []
        owners = [t for t in tree.kids(tree.heads[first], "poss") if tree.tags[t] != "PRP$"]
        plural = any(map(self._are_several, owners))
        return [f for t in owners if plural == many for f in self._read(t, wanted)]

    def _charged(self, token: int, wanted: Wanted) -> list[Filler]:
        """ "Told *X* to end *its* war": whom the clause above makes do it, unless what they do is
        done for who asks: "asked X to support *its* bid"."""
        tree = self.tree
        if tree.deps[token] != "poss" or PRONOUNS[tree.lower[token]] is None:
            return []
        verb = next((t for t in tree.up(token) if tree.is_verb(t)), None)
        if verb is None or tree.child(verb, "nsubj", "nsubjpass") is not None:
            return []
        if tree.lemmas[verb] in self.world.heeding or tree.lemmas[verb] in self.world.helping:
            return []
        first = tree.first_conjunct(verb)
        if not is_infinitive(tree, first) or not self._site.grammar.control.is_asked(tree, first):
            return []
        doers = self._site.grammar.subjects(tree, first)
        plural = any(len(tree.conjuncts(t)) > 1 or tree.tags[t] == "NNS" for t in doers)
        if not all(t < token for t in doers) or plural is not PRONOUNS[tree.lower[token]]:
            return []
        return [f for t in doers for f in self._read(t, wanted)]

    def _praised(self, token: int, wanted: Wanted) -> list[Filler]:
        """ "Congratulated *X* on *his* victory", "received *X* on *her* visit": X's."""
        tree = self.tree
        noun = tree.first_conjunct(tree.heads[token])
        above = tree.heads[noun]
        verb = tree.heads[above]
        if tree.deps[token] != "poss" or not self._is_person(token):
            return []
        if tree.deps[noun] != "pobj" or tree.lower[above] not in _FOR:
            return []
        if not (
            tree.lemmas[verb] in self.world.charging or tree.lemmas[verb] in self.world.hosting
        ):
            return []
        praised = [t for t in tree.kids(verb, "dobj") if t < token]
        named = [
            t
            for t in praised
            if tree.tags[t] in PROPER or self._is_person(t) or self._names_person(t)
        ]
        return [f for t in named for f in self._one(t, wanted)]

    def _included(self, token: int, wanted: Wanted) -> list[Filler]:
        """ "Concerned about *X*, including *its* drills": whose it is who is named before."""
        tree = self.tree
        above = tree.heads[tree.heads[token]]
        if tree.deps[token] != "poss" or tree.lower[above] not in _INCLUDING:
            return []
        named = above - 1 - (tree.words[above - 1] == ",")
        plain = tree.tags[named] in PROPER and tree.deps[named] in ("pobj", "dobj")
        if not plain or PRONOUNS[tree.lower[token]] is not False or self._is_person(token):
            return []
        return self._read(named, wanted)

    def _visited(self, token: int, wanted: Wanted) -> list[Filler]:
        """ "Flew to *X* for talks with *its* leader": the leader of where they are held."""
        tree, world = self.tree, self.world
        calling = callers(tree, token, world.offices, world.hosting)
        if not calling or PRONOUNS[tree.lower[token]] is not False:
            return []
        verb = tree.heads[calling[0]]
        gone = [*tree.kids(verb, "dobj"), *tree.after(verb, _WHITHER)]
        found = [f for t in gone if t < token for f in self._read(t, world.polity)]
        return [f for f in found if wanted.fits(f.types)] if len(found) == 1 else []

    def _coordinated(self, token: int, wanted: Wanted) -> list[Filler]:
        """ "A and its partners", "leaders or their deputies": what comes before in the list."""
        tree = self.tree
        noun = tree.heads[token]
        if tree.deps[token] != "poss" or tree.deps[noun] != "conj" or tree.lower[token] in VOICE:
            # "Russia and our allies" are not Russia's.
            return []
        first = tree.first_conjunct(noun)
        if first == noun or not tree.is_noun(first):
            return []
        if owners := self._owners(first, token):
            return [f for t in owners for f in self._read(t, wanted)]
        if tree.deps[first] == "pobj" and tree.lower[tree.heads[first]] in self.world.locative:
            return []
        # "praised the *plan* and *her* work" is no plan's.
        before = [t for t in tree.conjuncts(first) if t < token]
        if self._is_person(token):
            before = [t for t in before if self._names_person(t)]
        if PRONOUNS[tree.lower[token]] is False:
            before = before[-1:]
        found = [f for t in before for f in self._one(t, wanted)]
        between = [t for t in tree.after(first, ("of", "between")) if len(tree.conjuncts(t)) > 1]
        # "the partnership of A and B, and their attempts"
        return found or [f for t in between for f in self._read(t, wanted)]

    def _are_several(self, token: int) -> bool:
        """Whether it begins a list or is a plural."""
        return len(self.tree.conjuncts(token)) > 1 or self.tree.tags[token] in PLURAL

    def _is_person(self, token: int) -> bool:
        return self.tree.lower[token] in PERSONAL

    def _owners(self, first: int, token: int) -> list[int]:
        """ "*X*'s summit and its exercise", "*her* aid and her fight": whose the first of a list of
        things is, if he is as many as the pronoun at `token` and somebody for "his"."""
        tree = self.tree
        owners = tree.kids(first, "poss")
        if any(tree.tags[t] == "PRP$" for t in owners):
            return [t for t in owners if tree.lower[t] == tree.lower[token]]
        if self._is_person(token) and not all(map(self._names_person, owners)):
            return []
        plural = any(map(self._are_several, owners))
        return owners if plural == PRONOUNS[tree.lower[token]] else []

    def _names_person(self, token: int) -> bool:
        """Whether it calls one by a name or an office."""
        world = self.world
        if world.person is None:
            return False
        office = self.tree.lemmas[token] in world.offices
        return office or bool(self._one(token, world.want((world.person,))))

    def _within(self, token: int, wanted: Wanted) -> list[Filler]:
        """Whose it is where the clause says so: "*X*'s ties with its allies", "helps *X* in its
        fight"."""
        tree = self.tree
        phrase_ = tree.heads[tree.heads[token]]
        if PRONOUNS[tree.lower[token]] is not None and tree.lower[token] not in PERSONAL:
            whom = acted_on(tree, token, self.world.helping)
            if whom:
                return [f for t in whom for f in self._read(t, wanted)]
        if tree.deps[token] != "poss" or tree.deps[tree.heads[token]] != "pobj":
            return []
        above = tree.heads[phrase_]
        nouns = [above, *(tree.kids(above, "dobj") if tree.is_verb(above) else [])]
        owners = [
            t
            for noun in nouns
            for t in tree.kids(noun, "poss")
            if t < token and tree.tags[t] != "PRP$"
        ]
        owners = given(tree, phrase_, token) or self._last_owner(owners, token)
        while not owners and tree.is_noun(above) and tree.deps[above] in ("dobj", "pobj", "prep"):
            above = tree.heads[above]
        if not owners and tree.lemmas[above] in self.world.helping and tree.is_verb(above):
            owners = [t for t in tree.kids(above, "dative", "dobj") if t < token][:1]
            name = self._site.names.covering.get(above + 1)
            owners = [name.root] if name is not None and name.first == above + 1 else owners
        many = PRONOUNS[tree.lower[token]]
        plural = any(map(self._are_several, owners))
        if many is None or tree.lower[token] in PERSONAL or (many is True) != plural:
            return []
        return [f for t in owners for f in self._read(t, wanted)]

    def _last_owner(self, owners: list[int], token: int) -> list[int]:
        """ "X's exports and *Y*'s ties during its war": whose the last of the things is."""
        tree = self.tree
        if not owners:
            return owners
        last = [
            t
            for t in range(owners[-1] + 1, token)
            if tree.deps[t] == "poss"
            and tree.tags[t] != "PRP$"
            and tree.deps[tree.heads[t]] == "conj"
        ]
        return last[-1:] or owners

    def _cataphor(self, token: int, wanted: Wanted) -> list[Filler]:
        """ "According to its concept, the alliance…": the subject that follows."""
        tree = self.tree
        above = token
        for above in tree.up(token):
            if tree.deps[above] in ("prep", "advcl") and tree.is_verb(tree.heads[above]):
                break
        else:
            return []
        verb = tree.heads[above]
        subject = tree.child(verb, "nsubj", "nsubjpass")
        if tree.heads[verb] != verb or subject is None or not token < subject < verb:
            return []
        if tree.lower[subject] in PRONOUNS:
            return []
        one = tree.tags[subject] == "NNP" and not self._are_several(subject)
        if PRONOUNS[tree.lower[token]] and one:
            # "After *their* meeting, X said": somebody else's too
            return []
        return self._read(subject, wanted)
