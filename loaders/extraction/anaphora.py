"""Pronouns and definite nouns that take up something named before (or just after)."""

from __future__ import annotations

from collections.abc import Callable

from graph.statements import EntityId
from loaders.extraction.acted_on import acted_on
from loaders.extraction.bridges import POINTING, Bridges
from loaders.extraction.filler import Filler
from loaders.extraction.lists import NUMBERS
from loaders.extraction.site import Site
from loaders.extraction.tree import PROPER
from loaders.extraction.wanted import Wanted
from ontology.lexicon import Anaphor

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
    "he": False,
    "she": False,
    "his": False,
    "him": False,
    "her": False,
}
"""Whether a pronoun stands for several; None for the document's own voice."""
_PERSONAL = frozenset({"he", "she", "his", "him", "her"})
_VOICE = frozenset({"we", "our", "us"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "both", "all", "its", "their"})
_DESCRIBING = frozenset({"of", "that", "between", "among", "with"})
_YEAR = 4
"""Digits of a year: "the *2021* summit"."""
_OTHER = frozenset({"next", "previous", "last", "another"})
"""What makes it one that was not spoken of: "the *next* summit"."""
_COLLECTIVE = {"duo": 2, "trio": 3, "quartet": 4}
_FAR, _NEAR, _NEXT = 400, 30, 3
"""Sentences back that a counted noun, a definite noun and a plain plural reach."""
_SURE = 0.85

Read = Callable[[int, Wanted], list[Filler]]


class Anaphora:
    """Resolves against the discourse. `read` reads a token with what is coordinated, `one`
    without."""

    def __init__(self, site: Site, read: Read, one: Read) -> None:
        self._site = site
        self._read = read
        self._one = one
        self.tree, self.world, self.discourse = site.tree, site.world, site.discourse
        self._bridges = Bridges(site)

    def pronoun(self, token: int, wanted: Wanted) -> list[Filler]:
        """Whom the pronoun stands for, if that fits."""
        lower = self.tree.lower[token]
        if lower == "it" and self._site.grammar.is_impersonal(self.tree, token):
            return []
        ahead = (
            self._coordinated(token, wanted)
            or self._within(token, wanted)
            or self._cataphor(token, wanted)
        )
        if ahead:
            return [self._resolved(self._placed(f), token) for f in ahead]
        if lower in _VOICE:
            quoted = self.tree.is_quoted(token)
            voice = self.discourse.speakers if quoted else self.discourse.voice
            found = tuple(f for f in voice if wanted.fits(f.types))
        else:
            sentence = self._site.sentence(token)
            many = PRONOUNS[lower]
            person = lower in _PERSONAL
            if not person and self._has_unread_owner(token, many):
                return []
            unknown = self.discourse.is_about_unknown(sentence - 1)
            if lower == "it" and unknown and self._leads(token):
                return []
            if many and self.discourse.is_about_many(sentence - 1):
                return []
            found = self.discourse.find(
                sentence,
                token,
                fits=lambda t: self.world.is_person(t) == person,
                many=many,
                collective=True,
                passing=lambda t: not wanted.fits(t),
                barred=self._barred(token),
                apt=lambda e: not (many is False and self.world.is_plural(e)),
            )
            if not found and many:
                found = self._several(sentence, token)
            found = tuple(f for f in found if wanted.fits(f.types))
            if not found and many is False and not person:
                found = self._text(sentence, token, wanted) or self._kind(sentence, wanted)
        return [self._resolved(f, token) for f in found]

    def _has_unread_owner(self, token: int, many: bool | None) -> bool:
        """Whether the subject of the clause is whose it is, and nothing is known of that: "The
        *critics* repeated *their* charges"."""
        tree = self.tree
        if tree.deps[token] != "poss":
            return False
        for above in tree.up(token):
            subject = tree.child(above, "nsubj", "nsubjpass") if tree.is_verb(above) else None
            if subject is None:
                continue
            if not subject < token or tree.tags[subject] not in ("NN", "NNS"):
                return False
            several = tree.tags[subject] == "NNS" or len(tree.conjuncts(subject)) > 1
            return several is many and not self._read(
                subject, self.world.want(self.world.referable)
            )
        return False

    def _leads(self, token: int) -> bool:
        """Whether the pronoun is the subject of its sentence."""
        tree = self.tree
        verb = tree.first_conjunct(tree.heads[token])
        return tree.deps[token].startswith("nsubj") and tree.heads[verb] == verb

    def _barred(self, token: int) -> frozenset[int]:
        """Who else is in the pronoun's clause: "*With A*, it works", "*A and B*, its allies"."""
        tree = self.tree
        head = tree.heads[token]
        if tree.deps[token] == "poss" and tree.deps[head] == "appos":
            first = self._site.grammar.apposed_to(tree, head)
            return frozenset(tree.conjuncts(tree.first_conjunct(first)))
        if tree.deps[token] != "nsubj":
            return frozenset()
        fronted = (p for p in tree.kids(head, "prep") if p < token and tree.lower[p] == "with")
        return frozenset(
            t for p in fronted for inner in tree.kids(p, "pobj") for t in tree.conjuncts(inner)
        )

    def _text(self, sentence: int, token: int, wanted: Wanted) -> tuple[Filler, ...]:
        """ "It singles out X": the text of the sentence before, where only a text fits."""

        def fits(types: tuple[str, ...]) -> bool:
            return self.world.fits(types, self.world.texts) and wanted.fits(types)

        return self.discourse.find(sentence, token, fits=fits, many=False, reach=1)

    def _kind(self, sentence: int, wanted: Wanted) -> tuple[Filler, ...]:
        """ "It takes over from …": the programme of the sentence before."""
        kind = self.discourse.last_class(lambda t: wanted.fits(t), since=sentence - 1)
        return (kind,) if kind is not None else ()

    def _several(self, sentence: int, token: int) -> tuple[Filler, ...]:
        """Who "they" are where no several actors were named: people, else a subject before."""
        people, find = self.world.is_person, self.discourse.find
        return find(sentence, token, fits=people, many=True, reach=2) or find(
            sentence, token, fits=lambda t: not people(t), many=False, leading=True
        )

    def _coordinated(self, token: int, wanted: Wanted) -> list[Filler]:
        """ "A and its partners", "leaders or their deputies": what comes before in the list."""
        tree = self.tree
        noun = tree.heads[token]
        if tree.deps[token] != "poss" or tree.deps[noun] != "conj" or tree.lower[token] in _VOICE:
            # "Russia and our allies" are not Russia's.
            return []
        first = tree.first_conjunct(noun)
        if first == noun or not tree.is_noun(first):
            return []
        if tree.deps[first] == "pobj" and tree.lower[tree.heads[first]] in self.world.locative:
            return []
        before = [t for t in tree.conjuncts(first) if t < token]
        if PRONOUNS[tree.lower[token]] is False:
            before = before[-1:]
        found = [f for t in before for f in self._one(t, wanted)]
        between = [
            t
            for p in tree.kids(first, "prep")
            if tree.lower[p] in ("of", "between")
            for t in tree.kids(p, "pobj")
            if len(tree.conjuncts(t)) > 1
        ]
        # "the partnership of A and B, and their attempts"
        return found or [f for t in between for f in self._read(t, wanted)]

    def _within(self, token: int, wanted: Wanted) -> list[Filler]:
        """Whose it is where the clause says so: "*X*'s ties with its allies", "helps *X* in its
        fight"."""
        tree = self.tree
        phrase_ = tree.heads[tree.heads[token]]
        if PRONOUNS[tree.lower[token]] is not None and tree.lower[token] not in _PERSONAL:
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
        while not owners and tree.is_noun(above) and tree.deps[above] in ("dobj", "pobj", "prep"):
            above = tree.heads[above]
        if not owners and tree.lemmas[above] in self.world.helping and tree.is_verb(above):
            owners = [t for t in tree.kids(above, "dative", "dobj") if t < token][:1]
            name = self._site.names.covering.get(above + 1)
            owners = [name.root] if name is not None and name.first == above + 1 else owners
        many = PRONOUNS[tree.lower[token]]
        plural = any(len(tree.conjuncts(t)) > 1 or tree.tags[t] in ("NNS", "NNPS") for t in owners)
        if many is None or tree.lower[token] in _PERSONAL or (many is True) != plural:
            return []
        return [f for t in owners for f in self._read(t, wanted)]

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
        return self._read(subject, wanted)

    def _placed(self, filler: Filler) -> Filler:
        """A filler of this tree, with its place in the document."""
        return filler._replace(at=filler.at or self.tree.passage.span(filler.start, filler.end))

    def _resolved(self, filler: Filler, token: int) -> Filler:
        tree = self.tree
        return filler._replace(
            token=token,
            start=tree.starts[token],
            end=tree.ends[token],
            sure=filler.sure * _SURE,
            quantifier=self._site.quantifier(token),
        )

    def may_take_up(self, token: int) -> bool:
        """Whether the noun at `token` may take something up, whatever is wanted."""
        tree, world = self.tree, self.world
        lemma, tag = tree.lemmas[token], tree.tags[token]
        if tag == "CD" or lemma in world.proposals or lemma in world.anaphors:
            return True
        if lemma in world.delegates or (tag == "NN" and lemma in world.heads):
            return bool(tree.children[token])
        return self._bridges.may_stand(token)

    def noun(self, token: int, wanted: Wanted) -> list[Filler]:
        """What "the alliance", "both sides" or "their agreements" take up."""
        parties = self._bridges.parties(token, wanted)
        if parties and not self._is_described(token):
            return [self._resolved(f, token) for f in parties]
        found = self._definite(token, wanted)
        return found or [self._resolved(f, token) for f in self._bridges.whole(token, wanted)]

    def listed(self, token: int, wanted: Wanted) -> list[Filler]:
        """ "These values": those that were listed last."""
        return [self._resolved(f, token) for f in self._bridges.listed(token, wanted)]

    def _definite(self, token: int, wanted: Wanted) -> list[Filler]:
        tree = self.tree
        words = [tree.lower[c] for c in tree.children[token] if c < token]
        planned = self._proposed(token, wanted) if POINTING.intersection(words) else []
        if planned or (tree.tags[token] == "CD" and tree.child(token, "det") is not None):
            return planned or self._those(token, wanted)
        count = next((NUMBERS[w] for w in words if w in NUMBERS), None)
        anaphor = self._anaphor(token, count)
        if anaphor is None or not tree.is_noun(token) or self._is_proper(token):
            return self._by_label(token, wanted)
        if count is not None and self.world.is_person(anaphor.classes):
            return self._persons(token, wanted, anaphor, count)
        count = count or _COLLECTIVE.get(tree.lemmas[token])
        definite = any(w in _DEFINITE for w in words)
        if (not definite and count is None) or self._is_another(token, words, anaphor):
            return []

        def fits(types: tuple[str, ...]) -> bool:
            return self.world.fits(types, anaphor.classes) and wanted.fits(types)

        if count is not None and "our" in words:
            return self._ours(token, wanted, count)
        home = tuple(f for f in self.discourse.home if fits(f.types)) if anaphor.home else ()
        if home and definite and count is None and not self._is_described(token):
            return [self._resolved(f, token) for f in home]
        owned = tree.child(token, "poss") is not None
        named_class = self.discourse.last_class(fits)
        if named_class is not None and (owned or definite):
            return [self._resolved(named_class, token)]
        if (owned and count is None) or self._is_described(token):
            return []
        found = self._preferred(token, wanted, anaphor, fits, count)
        return [self._resolved(f, token) for f in self._standing(token, anaphor, found, wanted)]

    def _anaphor(self, token: int, count: int | None) -> Anaphor | None:
        lemma = self.tree.lemmas[token]
        found = self.world.anaphors.get(lemma)
        if found is not None or not count or lemma not in self.world.delegates:
            return found
        before = [c for c in self.tree.children[token] if c < token]
        if not any(self._names_actor(c, token) for c in before):
            # "the four navies" are those of the four, "two Chinese firms" are not
            return Anaphor(frozenset(), self.world.lexicon.polities)
        return None

    def _preferred(
        self,
        token: int,
        wanted: Wanted,
        anaphor: Anaphor,
        fits: Callable[[tuple[str, ...]], bool],
        count: int | None,
    ) -> tuple[Filler, ...]:
        """What the noun takes up, of the classes that it prefers if there is any."""
        if not anaphor.preferred:
            found = self._before(token, wanted, anaphor, fits, count)
            voice = self.discourse.voice
            if not found and count == len(voice) and all(fits(f.types) for f in voice):
                # Those whom the title names, where the text names no others.
                return voice
            return found

        def likely(types: tuple[str, ...]) -> bool:
            return fits(types) and self.world.fits(types, anaphor.preferred)

        found = self._before(token, wanted, anaphor, likely, count)
        return found or self._before(token, wanted, anaphor, fits, count)

    def _persons(self, token: int, wanted: Wanted, anaphor: Anaphor, count: int) -> list[Filler]:
        """ "Both men": the two who were named, or those for whom they stand."""
        found = self._before(token, wanted, anaphor, self.world.is_person, count)
        stood = self._represented(found, wanted)
        return [self._resolved(f, token) for f in stood if wanted.fits(f.types)]

    def _names_actor(self, token: int, head: int) -> bool:
        """Whether it is in an actor's name before `head`: "two *Chinese* firms"."""
        name = self._site.names.covering.get(token)
        if name is None or name is self._site.names.covering.get(head):
            return False
        return self.world.may_act(name.senses)

    def _ours(self, token: int, wanted: Wanted, count: int) -> list[Filler]:
        """ "Our two countries": those who speak, if they are so many."""
        tree = self.tree
        ours = next(c for c in tree.children[token] if tree.lower[c] == "our")
        voices = self.pronoun(ours, wanted)
        return voices if len(voices) == count else []

    def _standing(
        self, token: int, anaphor: Anaphor, found: tuple[Filler, ...], wanted: Wanted
    ) -> tuple[Filler, ...]:
        """For whom the people who met are "the two sides"."""
        sides = self.tree.lemmas[token] in self.world.delegates
        if sides and set(anaphor.classes) & set(self.world.actors):
            return self._represented(found, wanted)
        return found

    def _by_label(self, token: int, wanted: Wanted) -> list[Filler]:
        """What "the office" or "the mission" is: what was named last with that word in it."""
        tree = self.tree
        noun = tree.lemmas[token]
        if noun not in self.world.heads or noun in self.world.anaphors or tree.tags[token] != "NN":
            return []
        pointed = any(tree.lower[d] in POINTING for d in tree.kids(token, "det"))
        told = tree.child(token, "amod", "compound", "nmod") is not None
        if not pointed or told or self._is_described(token):
            return []
        for iri, types in self.discourse.groupings():
            entity = self.world.ontology.entities.get(iri)
            if entity is None or not wanted.fits(types):
                continue
            if noun in entity.label.lower().split():
                found = Filler(EntityId(iri), types, token, 0, 0)
                return [self._resolved(found, token)]
        return []

    def _proposed(self, token: int, wanted: Wanted) -> list[Filler]:
        """What "the plan" or "this idea" is to bring about, unless it says so itself."""
        if self.tree.lemmas[token] not in self.world.proposals:
            return []
        if self._is_described(token) or self.tree.child(token, "acl", "compound") is not None:
            return []
        sentence = self._site.sentence(token)
        fits, polities = self.world.fits, self.world.lexicon.polities
        found = self.discourse.proposed(
            sentence, lambda types: wanted.fits(types) and not fits(types, polities)
        )
        return [self._resolved(f, token) for f in found if f.token != token]

    def _those(self, token: int, wanted: Wanted) -> list[Filler]:
        """ "The two", "the four": those who were named before, in that number."""
        count, actors = NUMBERS.get(self.tree.lower[token]), self.world.actors
        if not count or not wanted.fits(actors):
            return []

        def fits(types: tuple[str, ...]) -> bool:
            return self.world.fits(types, actors)

        found = self._before(token, wanted, Anaphor(frozenset(), actors), fits, count)
        found = self._represented(found, wanted)
        return [self._resolved(f, token) for f in found if wanted.fits(f.types)]

    def _represented(self, found: tuple[Filler, ...], wanted: Wanted) -> tuple[Filler, ...]:
        """ "The two" that share values are rather the states than their ministers."""
        date, stood = self._site.events.document_date, {}
        for filler in found:
            for_whom = self.world.stands_for(filler.entity, date)
            stood[filler.entity] = filler
            if self.world.is_person(filler.types) and len(for_whom) == 1:
                (iri, types), *_ = for_whom
                if wanted.fits(types):
                    stood[filler.entity] = filler._replace(
                        entity=EntityId(iri), types=types, through=filler.entity
                    )
        return tuple({f.entity: f for f in stood.values()}.values())

    def _is_another(self, token: int, words: list[str], anaphor: Anaphor) -> bool:
        """Whether the noun says that it is another, or which event it is: "the *naval* drill"."""
        tree, happenings = self.tree, self.world.lexicon.happenings
        if not _OTHER.isdisjoint(words) or (anaphor.home and words == ["all"]):
            # "All nations were urged": any nation.
            return True
        if not any(self.world.fits((c,), happenings) for c in anaphor.classes):
            return False
        told = tree.kids(token, "amod", "compound", "nmod")
        dated = any(len(tree.words[t]) == _YEAR for t in tree.kids(token, "nummod"))
        return dated or any(tree.lower[t] not in self.world.vague for t in told)

    def _is_proper(self, token: int) -> bool:
        """Whether the noun ends a proper name: "the Climate Action *Program*"."""
        tree = self.tree
        if tree.tags[token] in PROPER and token and tree.tags[token - 1] in PROPER:
            return True
        return any(tree.tags[t] in PROPER and t < token for t in tree.kids(token, "compound"))

    def _is_described(self, token: int) -> bool:
        """Whether the noun says itself what it is: "the countries of the region"."""
        tree = self.tree
        of = any(tree.lower[p] in _DESCRIBING for p in tree.kids(token, "prep"))
        # "the alliance Bayan"
        named = any(t == token + 1 and tree.tags[t] == "NNP" for t in tree.kids(token, "appos"))
        return of or named or tree.child(token, "relcl") is not None

    def _before(
        self,
        token: int,
        wanted: Wanted,
        anaphor: Anaphor,
        fits: Callable[[tuple[str, ...]], bool],
        count: int | None,
    ) -> tuple[Filler, ...]:
        apt = self.world.may_be_group if anaphor.grouped else None
        sentence, find = self._site.sentence(token), self.discourse.find
        plural = (
            self.tree.tags[token] in ("NNS", "NNPS", "CD") or self.tree.lemmas[token] in _COLLECTIVE
        )
        if count is None or not plural:
            reach = _NEXT if plural else _NEAR
            return find(sentence, token, fits=fits, many=plural, reach=reach, apt=apt)
        found = find(sentence, token, fits=fits, many=None, count=count, reach=_FAR)
        if self.world.is_person(anaphor.classes):
            return found or self.discourse.recent(sentence, token, count, fits=fits, reach=_NEXT)
        found = found or self._grouping_of(count, wanted, anaphor.classes)
        if not found and count == 2 and self.tree.lemmas[token] in self.world.generics:
            found = self.discourse.recent(sentence, token, count, fits=fits, reach=_FAR)
        if not found and count > 2 and self.tree.lemmas[token] in self.world.generics:
            # "A and B are bound to C, and the three countries …": just those named by now.
            found = self.discourse.recent(sentence, token, count + 1, fits=fits, reach=1)
            found = found or self.discourse.recent(sentence, token, count, fits=fits, reach=1)
            found = found if len(found) == count else ()
        return found

    def _grouping_of(
        self, count: int, wanted: Wanted, classes: tuple[str, ...]
    ) -> tuple[Filler, ...]:
        """A grouping that the document named and that has `count` members."""
        for iri, types in self.discourse.groupings():
            fitting = wanted.fits(types) and self.world.fits(types, self.world.actors)
            if fitting and len(self.world.members(iri, classes)) == count:
                return (Filler(EntityId(iri), types, 0, 0, 0),)
        return ()
