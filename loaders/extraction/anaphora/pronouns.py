"""Pronouns that take up something named before, or just after."""

from __future__ import annotations

from dataclasses import replace

from graph.statements import EntityId
from loaders.extraction.anaphora.dreaded import taken_up
from loaders.extraction.anaphora.meant import Meant
from loaders.extraction.anaphora.nearby import PERSONAL, PRONOUNS, SOLE, VOICE, Nearby, Read
from loaders.extraction.anaphora.nearer import GOING_ON, is_nearer, is_text
from loaders.extraction.grammar.beside import is_given_why, others
from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.knowledge.referents import REACH, Sought
from loaders.extraction.knowledge.site import Site
from loaders.extraction.knowledge.wanted import Wanted
from loaders.extraction.parse.tags import PLURAL, PROPER
from loaders.extraction.phrases.continued import is_of_things

_ASKED = frozenset({"it", "its"})
_ACTING = frozenset({"it", "they"})
SOME = frozenset({"some", "many", "most", "several", "few", "all", "none"})
"""What counts those that "of" names: "*some* of the mines"."""
_OWN = frozenset({"own", "home", "native", "respective"})
_MET = frozenset({"dobj", "dative", "pobj"})
"""Where somebody stands with whom the subject has to do."""
_NEXT = 2
"""Sentences back to where two met."""
_BESIDE = frozenset({"ROOT", "conj", "parataxis"})
"""Dependencies of clauses that stand beside each other."""


class Pronouns:
    """Resolves against the discourse. `read` reads a token with what is coordinated, `one`
    without."""

    def __init__(self, site: Site, read: Read, one: Read) -> None:
        self._site, self._read = site, read
        self.read_each = read
        self._nearby, self._meant = Nearby(site, read, one), Meant(site, read)
        self.tree, self.world, self.discourse = site.tree, site.world, site.discourse

    def _voice(self, token: int) -> tuple[Filler, ...]:
        """Whom "we" means at a place, and "I" where somebody speaks for others."""
        if self.tree.is_quoted(token):
            return self.discourse.speakers
        alone = self.tree.lower[token] in SOLE
        return self.discourse.author if alone else self.discourse.voice

    def read(self, token: int, wanted: Wanted) -> list[Filler]:
        """Whom the pronoun stands for, if that fits."""
        lower = self.tree.lower[token]
        if lower == "it" and self._site.grammar.impersonal.stands_for_nobody(self.tree, token):
            return []
        threat, surely = taken_up(self._site, token, wanted)
        if threat or surely:
            return threat
        ahead = self._nearby.read(token, wanted)
        if ahead:
            return [self._site.resolved(self._site.placed(f), token) for f in ahead]
        if lower in VOICE:
            found = tuple(f for f in self._voice(token) if wanted.fits(f.types))
        else:
            found = self._before(token, wanted)
        return [self._site.resolved(f, token) for f in found]

    def _before(self, token: int, wanted: Wanted) -> tuple[Filler, ...]:
        """Whom it takes up of those named before."""
        lower, sentence = self.tree.lower[token], self._site.sentence(token)
        many, person = PRONOUNS[lower], lower in PERSONAL
        if lower in _ASKED and self.discourse.theme and self._is_asked(token):
            return tuple(f for f in self.discourse.theme if wanted.fits(f.types))
        if person and (official := self._official(token)):
            return tuple(f for f in official if wanted.fits(f.types))
        unread = self._has_unread_actor if person else self._has_unread_owner
        if unread(token, many):
            return ()
        unknown = self.discourse.is_about_unknown(sentence - 1)
        if lower == "it" and unknown and self._meant.leads(token):
            return ()
        if person and (other := self._counterpart(token, wanted)):
            return other
        reach = self._reach(sentence, person) if many or person else REACH
        if not reach and not person:
            return ()
        if many:
            return self._they(sentence, token, wanted, reach)
        public = self._is_public(token)
        sought = self._sought(token, wanted, reach)
        found = tuple(f for f in self.discourse.find(sought) if wanted.fits(f.types))
        if (public and self._is_own(sought, found)) or is_nearer(self._site, sought, wanted, found):
            return ()
        if not found and many is False and not person and not public and not self._acts(sought):
            found = self._text(sentence, token, wanted) or self._kind(sentence, wanted)
        return found

    def _is_own(self, sought: Sought, found: tuple[Filler, ...]) -> bool:
        """Whether the sentence is about a polity whose it is rather: "*China* sees X as part of
        *its* territory"."""
        polity = replace(sought, fits=self.world.polity.fits, reach=0, passing=None, leading=True)
        own = self.discourse.find(polity) if found else ()
        return bool(own) and {f.entity for f in own}.isdisjoint(f.entity for f in found)

    def _official(self, token: int) -> tuple[Filler, ...]:
        """For whom an office-holder acts who has no name: "*The Polish minister* said that *his*
        country …", "*X's envoy* left. *He* …"."""
        tree, offices = self.tree, self.world.offices
        for above in tree.up(token):
            subject = tree.child(above, "nsubj", "nsubjpass") if tree.is_verb(above) else None
            if subject is None or subject >= token or tree.lower[subject] in PERSONAL:
                continue
            if tree.tags[subject] != "NN" or tree.lemmas[subject] not in offices:
                return ()
            return tuple(self._read(subject, self.world.polity))
        place = self._site.sentence(token), token
        found = self.discourse.official(*place, offices, PERSONAL, self.world.is_person)
        return found if all(self.world.polity.fits(f.types) for f in found) else ()

    def _counterpart(self, token: int, wanted: Wanted) -> tuple[Filler, ...]:
        """ "X met Y. *X* thanked *him*": Y, if the two alone were named last."""
        tree, world = self.tree, self.world
        subject = tree.child(tree.heads[token], "nsubj")
        if tree.deps[token] not in _MET or subject is None or tree.tags[subject] not in PROPER:
            return ()
        acting = {f.entity for f in self._read(subject, world.want((world.person or "",)))}
        place = Sought(self._site.sentence(token), token, world.is_person, many=None, reach=_NEXT)
        pair = self.discourse.all(place)
        others = tuple(f for f in pair if f.entity not in acting)
        if len(acting) != 1 or len(others) != 1 or len(pair) == len(others):
            return ()
        return tuple(f for f in self._site.represented(others, wanted) if wanted.fits(f.types))

    def _acts(self, sought: Sought) -> bool:
        """Whether it goes on with an actor of the same sentence: "*X* does not see it so, *it* has
        criticised Y"."""
        verb = self.tree.heads[sought.token]
        if self.tree.deps[sought.token] != "nsubj" or self.tree.deps[verb] not in _BESIDE:
            return False
        named = self.discourse.find(replace(sought, reach=0, passing=None, leading=True))
        return any(self.world.actor.fits(f.types) for f in named)

    def _is_asked(self, token: int) -> bool:
        """Whether it takes up the "it" of a question that it answers: "Who is against *it*? X
        calls *it* a club"."""
        tree = self.tree
        governor = next(reversed(tree.passage.governors), None)
        if governor is None or not governor.says(_ASKED):
            return False
        return not tree.sentence[token] or tree.deps[token] in ("dobj", "pobj")

    def _they(self, sentence: int, token: int, wanted: Wanted, reach: int) -> tuple[Filler, ...]:
        """Who "they" are, but nobody who is "we"."""
        if is_of_things(self.tree, self.world, token):
            return ()
        found = self._people(sentence, token, wanted)
        sought = self._sought(token, wanted, reach)
        found = found or self.discourse.find(sought)
        if is_nearer(self._site, sought, wanted, found):
            return ()
        if not found:
            found = self.discourse.forces(sentence) or self._several(sentence, token)
            found = self._site.represented(found, wanted) if len(found) > 1 else found
        found = tuple(f for f in found if wanted.fits(f.types))
        own = not self.tree.is_quoted(token) and self._are_own(found)
        return () if own else found

    def _sought(self, token: int, wanted: Wanted, reach: int) -> Sought:
        tree, many = self.tree, PRONOUNS[self.tree.lower[token]]
        public, person = self._is_public(token), tree.lower[token] in PERSONAL
        textual = is_text(self._site, token)
        return Sought(
            self._site.sentence(token),
            token,
            fits=lambda t: (
                self.world.is_person(t) == person
                and (not public or self.world.actor.fits(t))
                and not (textual and self.world.polity.fits(t))
            ),
            many=many,
            reach=reach,
            collective=True,
            passing=lambda t: not wanted.fits(t),
            barred=others(tree, token),
            apt=self._meant.apt(token, many),
            going_on=tree.deps[token] in GOING_ON,
            unquoted=self._speaks(token),
            unvoiced=True,
        )

    def homes(self, token: int, wanted: Wanted) -> list[Filler]:
        """ "Premier X said *his country* …", "*their countries'* ties": for whom they act."""
        tree, world = self.tree, self.world
        anaphor, polity = world.anaphors.get(tree.lemmas[token]), world.polity
        whose = next((t for t in tree.kids(token, "poss") if tree.lower[t] in PRONOUNS), None)
        if anaphor is None or whose is None or tree.lemmas[token] not in world.generics:
            return []
        told = [t for t in tree.kids(token, "amod", "compound") if tree.lower[t] not in _OWN]
        other = tree.lemmas[token] in world.another
        if told or other or not world.are_polities(anaphor.classes):
            # "its *neighbouring* countries", "its *neighbour*"
            return []
        found = self._site.represented(self.read(whose, world.actor), polity)
        homes = [f for f in found if polity.fits(f.types) and wanted.fits(f.types)]
        several = tree.tags[token] == "NNS"
        fitting = len(homes) == len(found) and several == (len(homes) > 1)
        return [self._site.resolved(f, token) for f in homes] if fitting else []

    def _are_own(self, found: tuple[Filler, ...]) -> bool:
        """Whether those are but who is "we": "*We* stand with the people in *their* fight"."""
        return bool(found) and self.discourse.own.issuperset(f.entity for f in found)

    def _speaks(self, token: int) -> bool:
        """Whether it says what is quoted, and so is nobody whom the quotation names: "I met *X*",
        *she* said."""
        tree = self.tree
        subject = tree.deps[token] == "nsubj" and tree.lemmas[tree.heads[token]] in (
            self.world.speaking
        )
        return subject and '"' in tree.passage.text and not tree.is_quoted(token)

    def _people(self, sentence: int, token: int, wanted: Wanted) -> tuple[Filler, ...]:
        """ "*A's premier and B's* praised *their* pact": those of whom the sentence itself is."""
        people = self.world.is_person
        sought = Sought(sentence, token, people, many=True, reach=0, leading=True)
        if self.tree.deps[token] != "poss":
            return ()
        return self._site.represented(self.discourse.find(sought), wanted)

    def _is_public(self, token: int) -> bool:
        """Whether it has what no text or event has: "*its* troops"."""
        tree = self.tree
        return tree.deps[token] == "poss" and tree.lemmas[tree.heads[token]] in self.world.statehood

    def _reach(self, sentence: int, person: bool) -> int:
        """Sentences back that "they" or "he" reaches: not to those before one about people, or
        somebody, unknown."""
        discourse = self.discourse
        about = discourse.is_about_stranger if person else discourse.is_about_many
        return next((far for far in range(REACH) if about(sentence - 1 - far)), REACH)

    def _has_unread_owner(self, token: int, many: bool | None) -> bool:
        """Whether the subject of the clause is whose or what it is, and nothing is known of that:
        "The *critics* repeated *their* charges"."""
        tree = self.tree
        acts = tree.lower[token] in _ACTING and tree.deps[token] == "nsubj"
        if tree.deps[token] != "poss" and not acts:
            return False
        noun = tree.heads[token]
        if many and tree.deps[noun] == "conj" and tree.tags[tree.heads[noun]] == "NNS":
            # "the *cronies* and *their* families"
            return True
        for above in tree.up(token):
            subject = tree.child(above, "nsubj", "nsubjpass") if tree.is_verb(above) else None
            if subject is None or subject == token:
                continue
            if not subject < token or not self._is_thing(subject):
                return False
            if tree.deps[noun] == "attr" and tree.heads[noun] == above:
                # "Trade is *its* priority": nothing is its own.
                continue
            if not acts and any(tree.tags[t] in PROPER for t in tree.kids(subject, "poss")):
                # "*X's* scheme was drawn up in *its* strategy": the subject's own owner may be.
                return False
            if acts and self._is_deed(subject, token):
                return True
            if acts and not many and not self._is_meant(subject, token, above):
                return False
            several = self._is_several(subject) or len(tree.conjuncts(subject)) > 1
            return several is many and not self._read(
                subject, self.world.want(self.world.referable)
            )
        return False

    def _is_thing(self, subject: int) -> bool:
        return self.tree.tags[subject] in ("NN", "NNS") or self._is_several(subject)

    def _is_several(self, subject: int) -> bool:
        """Whether it is a plural, or some of one: "*some of the mines*"."""
        tags = self.tree.tags
        some = self.tree.lower[subject] in SOME
        some = some and any(tags[t] == "NNS" for t in self.tree.after(subject, ("of",)))
        return tags[subject] == "NNS" or some

    def _is_deed(self, subject: int, token: int) -> bool:
        """ "X's *war* on Y is no small thing, *it* is an attack on Z": the war is."""
        tree = self.tree
        told = tree.child(tree.heads[token], "attr") is not None
        return told and self._site.grammar.suffered.is_deed(tree, subject)

    def _is_meant(self, subject: int, token: int, above: int) -> bool:
        return self._is_body(subject) or is_given_why(self.tree, token, above)

    def _is_body(self, noun: int) -> bool:
        """Whether it is a firm or an office: "the *company* said that *it* expects X"."""
        lemma = self.tree.lemmas[noun]
        anaphor = self.world.anaphors.get(lemma)
        return lemma in self.world.public or (anaphor is not None and anaphor.single)

    def _has_unread_actor(self, token: int, _: bool | None) -> bool:
        """Whether a clause above is about an office-holder of whom nothing is known: "the *Vice
        President* will meet X, where *she* will …"."""
        tree = self.tree
        for above in tree.up(token):
            subject = tree.child(above, "nsubj", "nsubjpass") if tree.is_verb(above) else None
            if subject is None or subject >= token:
                continue
            office = tree.lemmas[subject] in self.world.offices and tree.is_noun(subject)
            return office and not self._read(subject, self.world.want(self.world.referable))
        return False

    def _text(self, sentence: int, token: int, wanted: Wanted) -> tuple[Filler, ...]:
        """ "It singles out X", "it brings together X and Y": the text or the event of the sentence
        before, where only such a thing fits."""
        lexicon = self.world.lexicon
        # "Signed *it*", but "*it* wants none" is said of no pact.
        pacts = lexicon.told if self.tree.deps[token] == "dobj" else ()
        asked = (self.world.texts, pacts, lexicon.happenings)
        kinds = next((k for k in asked if any(wanted.fits((kind,)) for kind in k)), ())

        def fits(types: tuple[str, ...]) -> bool:
            return self.world.fits(types, kinds) and wanted.fits(types)

        acts = self.tree.deps[token] == "nsubj"
        about = self.discourse.subjects(sentence - 1) if acts else ()
        going_on = len(about) == 1 and self.world.polity.fits(about[0].types)
        apt = self._is_titled if self.tree.deps[token] in GOING_ON else None
        sought = Sought(sentence, token, fits, many=False, reach=1, going_on=going_on, apt=apt)
        return self.discourse.find(sought)

    def _is_titled(self, iri: str) -> bool:
        """Whether it has a name of its own: "Operation Sea Shield", but not "Chile–Peru talks"."""
        label = self._site.cast.label(EntityId(iri))
        return iri in self.world.ontology.entities or label.split()[-1][0].isupper()

    def _kind(self, sentence: int, wanted: Wanted) -> tuple[Filler, ...]:
        """ "It takes over from …": the programme of the sentence before."""
        kind = self.discourse.last_class(lambda t: wanted.fits(t), since=sentence - 1)
        return (kind,) if kind is not None else ()

    def _several(self, sentence: int, token: int) -> tuple[Filler, ...]:
        """Who "they" are where no several actors were named: people, else a subject before that is
        called by a plural, or in the same sentence one body with nothing plural since."""
        people, find, facts = self.world.is_person, self.discourse.find, self.world.facts
        polity, anybody = self.world.polity, self.world.actor.fits
        body = Sought(
            sentence,
            token,
            lambda t: anybody(t) and not people(t) and not polity.fits(t),
            many=False,
            leading=True,
            unvoiced=True,
        )
        several = Sought(sentence, token, anybody, many=True, reach=2, unvoiced=True)
        return (
            find(several)
            or find(replace(body, apt=facts.is_plural))
            or self._alone(find(replace(body, reach=0)), token)
        )

    def _alone(self, found: tuple[Filler, ...], token: int) -> tuple[Filler, ...]:
        """Those found in the same sentence, if no plural stands between: "*Congress* must act
        before *they* leave", but not "*Congress* named banks and *their* owners"."""
        since = max((f.token for f in found), default=token) + 1
        plural = any(t in PLURAL for t in self.tree.tags[since:token])
        return () if plural or "them" in self.tree.lower[since:token] else found
