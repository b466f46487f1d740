"""Who is named, noted sentence by sentence for what refers back."""

from __future__ import annotations

import re

from loaders.extraction.anaphora.nearby import PERSONAL, PRONOUNS
from loaders.extraction.grammar import phrase
from loaders.extraction.knowledge.cast import Cast
from loaders.extraction.knowledge.discourse import Discourse
from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.knowledge.proposals import is_proposed
from loaders.extraction.knowledge.referents import Referent
from loaders.extraction.knowledge.world import World
from loaders.extraction.names.names import TokenName
from loaders.extraction.parse.tags import PLURAL, PROPER
from loaders.extraction.parse.tree import Tree
from loaders.extraction.reading import recalled
from loaders.extraction.reading.reader import Reader
from loaders.extraction.setting.attendees import companions, partners
from loaders.extraction.setting.deeds import note_deeds
from loaders.extraction.setting.dreads import note_dreaded
from loaders.extraction.setting.plurals import acts_as_several, are_things
from loaders.extraction.setting.posts import note_post
from loaders.extraction.setting.prominence import (
    is_aside,
    is_compared,
    is_kept,
    is_led,
    is_likening,
    is_theme,
    is_voiced,
    is_whose,
)
from loaders.extraction.text.passage import Governance
from ontology.lexicon import Part

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_TELLING = frozenset({"compound", "poss", "nmod"})
_OBJECTS = frozenset({"dobj", "attr", "pobj", "appos"})


class Notes:
    """Takes notes of one document into its discourse."""

    def __init__(self, world: World, cast: Cast, discourse: Discourse) -> None:
        self._world, self._cast, self._discourse = world, cast, discourse
        self._past = world.lexicon.role("Past", Part.ADJECTIVE)
        others = (*world.actors, *world.lexicon.settings)
        self._untaken = world.want(
            tuple(c for c in world.referable if not world.fits((c,), others))
        )

    def take(self, reader: Reader) -> None:
        """Note whom the reader's tree names."""
        tree, wanted = reader.tree, self._world.retakable
        self._years(reader)
        recalled.note_all(reader)
        note_deeds(reader)
        for token in range(len(tree.words)):
            named = reader.names.has_root(token)
            subject = tree.deps[token] in ("nsubj", "nsubjpass")
            told = not named and tree.is_noun(token) and reader.is_retaken(token)
            if (named or subject or told) and self._begins(tree, token, named):
                self._list(reader, token, named, subject)
            elif named:
                reader.read(token, wanted)
            elif tree.tags[token] == "NNP" and tree.child(token, "relcl", "appos") is not None:
                self._posts(reader, token)
            if tree.is_verb(token):
                self._met(reader, token)
            elif tree.lemmas[token] in self._world.dealings:
                self._talked(reader, token)
            if tree.tags[token] not in ("NN", "NNP", "NNS"):
                continue
            arms, pair = self._world.arms, phrase.pair(tree, token)
            if not named and (tree.lemmas[token] in arms or pair in arms):
                self._owned(reader, token)
            if tree.tags[token] != "NNS" and self._is_rival(reader, token):
                sentence = reader.site.sentence(token)
                self._discourse.note_rival(tree.lemmas[token], sentence, token)
        self._texts(reader)
        self._titles(reader)
        note_dreaded(reader)

    def _years(self, reader: Reader) -> None:
        """Note the years that the text and the label before it tell."""
        tree = reader.tree
        for token, tag in enumerate(tree.tags):
            if tag == "CD" and _YEAR.fullmatch(tree.words[token]):
                at = reader.site.sentence(token)
                # "2014: *X and Y sign Z*" is parsed as two sentences.
                heads = tree.words[token + 1 : token + 2] == [":"]
                for sentence in range(at, at + 1 + heads):
                    self._discourse.note_year(tree.words[token], sentence)
        above = tree.passage.governors[-1:]
        if above and above[0].kind is Governance.LABEL:
            for year in _YEAR.findall(above[0].text):
                self._discourse.note_year(year, reader.site.sentence(0))

    def _posts(self, reader: Reader, token: int) -> None:
        """Note what is said beside a name that somebody is: "together with *Ann Lee*, who heads
        the Chilean navy"."""
        for filler in reader.read(token, self._world.retakable):
            if self._world.is_person(filler.types):
                note_post(reader, filler)

    @staticmethod
    def _begins(tree: Tree, token: int, named: bool) -> bool:
        """Whether `token` begins a list, or is noted by itself."""
        first = tree.first_conjunct(token)
        # "A, X's envoy, and *B*, Y's": the parse lists B beside the envoy.
        beside = tree.deps[first] == "appos" and tree.tags[first] not in PROPER
        return first == token or (named and beside)

    def _list(self, reader: Reader, token: int, named: bool, subject: bool) -> None:
        """Note the list that `token` begins."""
        tree, sentence = reader.tree, reader.site.sentence(token)
        fillers = reader.fillers([token], self._world.retakable)
        likened = named and self._is_likened(tree, reader.names.covering[token])
        if likened or is_compared(tree, token):
            return
        if tree.first_conjunct(token) != token:
            fillers = [f for f in fillers if self._world.is_person(f.types)]
        if subject and not any(f.is_class or self._is_retaken(f, False) for f in fillers):
            self._unknown(tree, token, sentence)
        fillers = reader.standing.alike(fillers)
        placed = list(map(reader.site.placed, fillers))
        past = any(tree.lower[t] in self._past for t in tree.kids(token, "amod"))
        for filler in fillers:
            if self._world.is_person(filler.types):
                note_post(reader, filler)
            if filler.is_class:
                self._discourse.note_class(filler, sentence)
        if is_proposed(tree, token, self._world):
            for filler in placed:
                if not filler.is_class:
                    self._discourse.note_proposed(filler, sentence)
        # "He" for whom an envoy acts is no "it" of what follows.
        acted = tree.lower[token] in PERSONAL and self._are_polities(fillers)
        about = subject and not (acted or is_likening(tree, token))
        about = about or is_whose(reader, token)
        self._discourse.note(
            Referent(
                tuple(f for f in placed if not f.is_class and self._is_retaken(f, past)),
                sentence,
                token,
                rank=0 if about else 1 + self._is_setting(tree, token),
                plural=self._is_many(tree, token, named),
                they=PRONOUNS.get(tree.lower[token], False) is not False,
                kept=about or (not acted and is_kept(tree, token)),
                led=is_led(tree, token) and self._are_polities(fillers),
                quoted=tree.is_quoted(token),
                voiced=is_voiced(tree, token),
                aside=tree.lemmas[token] if is_aside(reader, token) else "",
                called="" if named else tree.lemmas[token],
            )
        )

    def _are_polities(self, fillers: list[Filler]) -> bool:
        return all(self._world.polity.fits(f.types) for f in fillers)

    def _unknown(self, tree: Tree, token: int, sentence: int) -> None:
        """Note what a sentence is about of which nothing is known."""
        if is_theme(tree, token):
            self._discourse.note_unknown(sentence, many=False)
        if self._are_people(tree, token):
            self._discourse.note_unknown(sentence, many=True)
        if office := self._office(tree, token):
            self._discourse.note_office(sentence, office)
        elif self._is_stranger(tree, token):
            self._discourse.note_unknown(sentence, many=None)

    def _office(self, tree: Tree, token: int) -> str:
        """What somebody is called who is not named: "*The vice president* left. Then *she* …"."""
        single = tree.tags[token] in ("NN", "NNP") and tree.lemmas[token] in self._world.offices
        if not single or not any(tree.lower[d] == "the" for d in tree.kids(token, "det")):
            return ""
        told = [tree.lower[c] for c in tree.kids(token, "amod", "compound")]
        return " ".join([*told, tree.lemmas[token]])

    def _is_stranger(self, tree: Tree, token: int) -> bool:
        """Whether a subject of whom nothing is known may be somebody: "*Ann Lee* was born in X"."""
        if tree.lower[token] in PERSONAL:
            return True
        if tree.deps[token] not in ("nsubj", "nsubjpass") or tree.tags[token] != "NNP":
            return False
        if tree.lower[token] in self._world.titles or tree.lower[token] in self._world.heads:
            return False
        beside = tree.kids(token, "compound", "nmod", "det", "poss", "appos")
        words = (token, *beside)
        return all(tree.tags[t] == "NNP" and tree.words[t].istitle() for t in words)

    def _owned(self, reader: Reader, token: int) -> None:
        """Note whose the body is that a noun with words of its own names."""
        tree = reader.tree
        told = tree.child(token, "amod", "compound", "poss", "nmod", "prep") is not None
        found = reader.owners.of(token, self._world.actor) if told else []
        found = found or self._senders(reader, token)
        if not told and not found:
            return
        placed = list(map(reader.site.placed, found))
        sentence = reader.site.sentence(token)
        alone = placed if len(placed) == 1 else []
        self._discourse.note_owned(tree.lemmas[token], sentence, token, alone)
        if alone and tree.tags[token] == "NNS":
            self._discourse.note_forces(sentence, alone)

    def _senders(self, reader: Reader, token: int) -> list[Filler]:
        """Whose they are who are sent: "*Italy* dispatched two ships"."""
        tree, verb = reader.tree, reader.tree.heads[token]
        if tree.deps[token] != "dobj" or tree.lemmas[verb] not in self._world.sending:
            return []
        return reader.fillers(reader.grammar.subjects(tree, verb), self._world.polity)

    def _texts(self, reader: Reader) -> None:
        """Note who adopted or issued a text, for what it says later."""
        tree, world = reader.tree, self._world
        for text, lemma in enumerate(tree.lemmas):
            verb = tree.heads[text]
            if lemma not in world.voices or tree.deps[text] != "dobj":
                continue
            if tree.lemmas[verb] not in world.issuing or tree.child(verb, "neg") is not None:
                continue
            doers = reader.fillers(reader.grammar.subjects(tree, verb), world.actor)
            if len(doers) == 1:
                self._discourse.note_author(doers[0], reader.site.sentence(text))

    def _titles(self, reader: Reader) -> None:
        """Note texts and undertakings by their titles, where a sentence is not about them:
        "published its *Ocean Strategy*"."""
        tree = reader.tree
        for token, dep in enumerate(tree.deps):
            if dep in _OBJECTS and self._is_title(reader, token):
                found = [
                    f
                    for f in reader.fillers([token], self._untaken)
                    # and not what the noun takes up: "the Anglo-Dutch *Alliance*" is no NATO
                    if not f.is_class and self._is_called(f, tree.lower[token])
                ]
                placed = tuple(map(reader.site.placed, found))
                sentence = reader.site.sentence(token)
                self._discourse.note(Referent(placed, sentence, token, rank=1, kept=True))

    def _is_called(self, filler: Filler, noun: str) -> bool:
        return self._cast.label(filler.entity).lower().endswith(noun)

    def _is_title(self, reader: Reader, token: int) -> bool:
        """Whether a noun of such a thing ends a name that nobody knows yet."""
        tree = reader.tree
        if tree.tags[token] not in PROPER or tree.lower[token] not in self._world.heads:
            return False
        known = reader.names.has_root(token) or reader.is_retaken(token)
        return not known and tree.child(token, "compound") is not None

    def _met(self, reader: Reader, verb: int) -> None:
        """ "A met B": "they" are both, though no list names them."""
        tree, world = reader.tree, self._world
        lemma = tree.lemmas[verb]
        talks = any(f"{lemma} {tree.lemmas[t]}" in world.told_acts for t in tree.kids(verb, "dobj"))
        if not talks and lemma not in world.told_acts and lemma not in world.hosting:
            return
        self._together(reader, companions(reader, verb), verb, rank=0)

    def _talked(self, reader: Reader, noun: int) -> None:
        """ "A spoke after *talks* with B": "they" are both."""
        self._together(reader, partners(reader, noun), noun, rank=1)

    def _together(self, reader: Reader, found: list[Filler], token: int, rank: int) -> None:
        """Note those who, by the word at `token`, did something together."""
        if found:
            placed = tuple(map(reader.site.placed, found))
            place = reader.site.sentence(token), token
            self._discourse.note(Referent(placed, *place, rank=rank, joint=True))

    def _is_rival(self, reader: Reader, token: int) -> bool:
        """Whether a noun that later words may use alone has words of its own here, and is nobody
        known."""
        tree = reader.tree
        if tree.lemmas[token] not in self._world.anaphors:
            return False
        if self._is_of_unknown(reader, token):
            return True
        told = [t for t in tree.children[token] if tree.deps[t] in _TELLING and t < token]
        told += [t for t in tree.kids(token, "amod") if t in reader.names.covering]
        if not told or tree.lower[told[0]] in PRONOUNS:
            return False
        if tree.deps[token] in ("attr", "appos"):
            # "It is Japan's first such agreement": the one spoken of.
            return False
        return not reader.fillers([token], self._world.retakable)

    def _is_of_unknown(self, reader: Reader, token: int) -> bool:
        """Whether a noun says what an unknown name is: "is opening SPARK, a new *programme*"."""
        tree = reader.tree
        if tree.deps[token] != "appos":
            return False
        named = tree.heads[token]
        if tree.tags[named] not in PROPER or not tree.child(token, "det"):
            return False
        return not reader.fillers([named], self._world.retakable)

    def _are_people(self, tree: Tree, token: int) -> bool:
        """Whether a sentence is about people of whom nothing is known."""
        verb = tree.heads[token]
        plural = tree.tags[token] in PLURAL and tree.lemmas[token] in self._world.people
        plural = (
            plural or tree.lower[token] == "they" or are_things(tree, token, self._world.dealings)
        )
        # "Two reports came. *The first* dealt with X, the second with Y. Both …": the reports.
        plural = plural or (tree.lower[token] == "first" and "second" in tree.lower[verb:])
        return plural and tree.heads[verb] == verb

    def _is_retaken(self, filler: Filler, past: bool) -> bool:
        """Whether later words may take it up: what has a name, and events, but for those that are
        only looked back on: "the *previous* meeting"."""
        happening = self._world.fits(filler.types, self._world.lexicon.happenings)
        return not past if happening else self._cast.is_named(filler.entity)

    def _is_setting(self, tree: Tree, token: int) -> bool:
        """Whether it says only where something is: "at the summit in *Laos*"."""
        locative = self._world.locative
        return tree.deps[token] == "pobj" and tree.lower[tree.heads[token]] in locative

    def _is_many(self, tree: Tree, token: int, named: bool) -> bool:
        """Whether "they" may be whom it names: "partners", "the *people* of X", "X's troops"."""
        above = tree.heads[token]
        of = tree.deps[token] == "pobj" and tree.lower[above] == "of"
        # "the *Turkish* forces"
        whose = tree.deps[token] in ("amod", "compound") and tree.tags[above] in PLURAL
        noun = tree.heads[above] if of else above if whose else token
        world = self._world
        # "allies of X" are others than X
        known = tree.lemmas[noun] in world.counted or tree.lemmas[noun] in world.anaphors
        kin = of and known
        lemma = (
            tree.lemmas[noun] if tree.tags[noun] == "NNS" else tree.lower[noun].removesuffix("s")
        )
        many = tree.tags[noun] in PLURAL and lemma in world.people | world.arms
        many = many and not kin
        if named and acts_as_several(tree, token):
            return True
        owned = tree.child(token, "poss") is not None
        return many or (named and not owned and tree.tags[token] in PLURAL)

    def _is_likened(self, tree: Tree, name: TokenName) -> bool:
        """Whether it is but whom others are likened to: "calls it an *Asian NATO*"."""
        before = name.first - 1
        before -= before > 0 and tree.words[before] == '"'
        proper = tree.tags[name.root] in PROPER and name.last > name.first
        if not proper or not self._world.may_act(name.senses):
            return False
        return tree.lower[before : before + 1] in (["a"], ["an"])
