"""What a noun recalls of those named before: the last that fits, or as many as it counts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from graph.statements import EntityId
from loaders.extraction.anaphora.colleagues import Colleagues
from loaders.extraction.anaphora.nearby import Read
from loaders.extraction.anaphora.timely import timely
from loaders.extraction.anaphora.together import FAR, Recall, Together
from loaders.extraction.anaphora.traits import Traits
from loaders.extraction.anaphora.undertakings import Undertakings
from loaders.extraction.grammar.beside import beside_own, dealing
from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.knowledge.referents import Sought
from loaders.extraction.knowledge.site import Site
from loaders.extraction.knowledge.wanted import Wanted
from loaders.extraction.parse.tags import PROPER

COLLECTIVE = {
    "duo": 2,
    "pair": 2,
    "twosome": 2,
    "trio": 3,
    "threesome": 3,
    "quartet": 4,
    "foursome": 4,
}
_TRIO = 3
_THIS = frozenset({"this", "that"})
_OFFICE = 12
"""Sentences back that "the president" reaches."""
_SPOKEN_OF = 1
"""Sentences back whose subject "the country" is."""
_NEAR, _NEXT = 30, 3
"""Sentences back that a definite noun and a plain plural reach."""


class Memory:
    """Answers from the discourse of one document."""

    def __init__(self, site: Site, read: Read) -> None:
        self._site, self._read = site, read
        self.tree, self.world, self.discourse = site.tree, site.world, site.discourse
        self.undertakings, self._traits = Undertakings(site), Traits(site)
        self._together, self.colleagues = Together(site), Colleagues(site, read)
        self._happenings = site.world.lexicon.happenings

    def preferred(self, recall: Recall) -> tuple[Filler, ...]:
        """What the noun takes up, of the classes that it prefers if there is any."""
        fits, preferred = recall.fits, recall.anaphor.preferred
        if not preferred:
            found = self.before(recall)
            voice = self.discourse.voice
            if not found and recall.count == len(voice) and all(fits(f.types) for f in voice):
                # Those whom the title names, where the text names no others.
                return voice
            return found

        def likely(types: tuple[str, ...]) -> bool:
            return fits(types) and self.world.fits(types, preferred)

        return self.before(replace(recall, fits=likely)) or self.before(recall)

    def before(self, recall: Recall) -> tuple[Filler, ...]:
        """What was named before: one, the several named last, or so many."""
        token, count, classes = recall.token, recall.count, recall.anaphor.classes
        lemma = self.tree.lemmas[token]
        plural = self._is_plural(recall)
        apt = self._apt(recall)
        place = self._site.sentence(token), token
        sought = Sought(*place, recall.fits, many=plural, apt=apt, noun=lemma)
        if count is None and (called := self.colleagues.continued(token)):
            return called
        if count is None or not plural:
            reach = self._reach(recall.token, plural)
            one = replace(sought, reach=reach, going_on=plural)
            if not plural and self.world.is_person(classes):
                return self._in_office(replace(one, reach=_OFFICE))
            return self._single(one, recall) if reach >= 0 else ()
        if near := self._near(sought, recall, count):
            return near
        far = replace(sought, reach=FAR)
        found = self.discourse.find(replace(far, many=None, count=count))
        if self.world.is_person(classes):
            return found or self.discourse.recent(replace(sought, reach=_NEXT), count)
        group = self._grouping_of(count, recall.wanted, classes)
        found = group if self._is_about(group) else found or group
        if found or lemma not in self.world.generics:
            return found
        if count == 2:
            return self._together.only(sought, count)
        return self._together.just(replace(sought, reach=1), count) if count > 2 else found

    def _alone(self, sought: Sought, recall: Recall, count: int) -> tuple[Filler, ...]:
        """ "X has worked with Y since May. *The two* …": those of the sentence before."""
        told_by_number = self.tree.tags[recall.token] == "CD"
        return self._together.before(sought, count) if told_by_number else ()

    def _near(self, sought: Sought, recall: Recall, count: int) -> tuple[Filler, ...]:
        """Those whom the sentence, the title, an agreement or people who met tell."""
        return (
            self._together.here(sought, recall, count)
            or self._titled(recall, count)
            or self._together.privy(sought, recall, count)
            or self._together.met(sought, recall, count)
            or self._people(recall, count)
            or self._alone(sought, recall, count)
            or self._together.sides(sought, recall, count)
        )

    def _titled(self, recall: Recall, count: int) -> tuple[Filler, ...]:
        """ "The three" are rather those of the title than any three that were listed since."""
        parties = self.discourse.parties
        fitting = all(recall.fits(f.types) for f in parties)
        return parties if fitting and count == len(parties) >= _TRIO else ()

    def _is_plural(self, recall: Recall) -> bool:
        count, lemma = recall.count, self.tree.lemmas[recall.token]
        if count is None and all(
            self.world.fits((c,), self._happenings) for c in recall.anaphor.classes
        ):
            # "The drills" are the one manoeuvre that was named.
            return False
        plural = self.tree.tags[recall.token] in ("NNS", "NNPS", "CD") or lemma in COLLECTIVE
        return plural or (count is not None and count > 1)

    def _people(self, recall: Recall, count: int) -> tuple[Filler, ...]:
        """ "Both leaders": rather the people who were named, or so called, than two states."""
        if not self.colleagues.are_meant(recall.token):
            return ()
        found = self.colleagues.counted(recall.token, count)
        return found or self.colleagues.called(recall.token, count)

    def _single(self, one: Sought, recall: Recall) -> tuple[Filler, ...]:
        """ "The country" is rather the one that was just spoken of, or that the text is about, than
        one that was only named last."""
        single = self.tree.tags[recall.token] in ("NN", "NNP")
        if not single or not self.world.are_polities(recall.anaphor.classes):
            found = self._so_named(self.undertakings.find(one, recall), one)
            return timely(self._site, found, one)
        told = self._traits.find(one)
        if told or self._traits.is_styled(one.token):
            return told
        if one.apt is not None:
            return self._together.there(one, recall) or self.discourse.find(one)
        if (doers := beside_own(self.tree, recall.token)) and (
            other := self.discourse.find(replace(one, reach=0, barred=doers))
        ):
            return other
        if doers and self.tree.deps[recall.token] != "poss":
            acting = {f.entity for t in doers for f in self._read(t, recall.wanted)}
            return self.discourse.find(
                replace(one, barred=doers, apt=lambda iri: iri not in acting)
            )
        near = replace(one, leading=True, reach=min(one.reach, _SPOKEN_OF))
        home = tuple(f for f in self.discourse.home if recall.fits(f.types))
        return self.discourse.find(near) or home or self.discourse.find(one)

    def _so_named(self, found: tuple[Filler, ...], one: Sought) -> tuple[Filler, ...]:
        """What has the noun in a name, rather than what the text calls otherwise: "the alliance"
        is NATO, and not the Manama Dialogue."""
        if len(found) != 1 or not self.world.facts.is_group(found[0].entity):
            return found
        own = self._site.cast.label(found[0].entity).lower().split()
        if one.noun in own or own[-1] not in self.world.heads:
            return found
        apt, known = one.apt, self.world.ontology.entities

        def named(iri: str) -> bool:
            entity = known.get(iri)
            labels = (entity.label, *entity.alternative) if entity is not None else ()
            words = {word for label in labels for word in label.lower().split()}
            return one.noun in words and (apt is None or apt(iri))

        return self.discourse.find(replace(one, apt=named)) or found

    def _reach(self, token: int, plural: bool) -> int:
        """Sentences back that a noun without a number reaches: not beyond another of the name."""
        tree, sentence = self.tree, self._site.sentence(token)
        if plural:
            return _NEXT
        rival = self.discourse.rival(tree.lemmas[token], sentence, token)
        if rival is not None and tree.tags[token] in PROPER:
            # "The Alliance" is short for that other one.
            return -1
        pointed = any(tree.lower[d] in _THIS for d in tree.kids(token, "det"))
        reach = _NEXT if pointed else _NEAR
        return reach if rival is None else min(reach, sentence - rival - 1)

    def _in_office(self, sought: Sought) -> tuple[Filler, ...]:
        """ "The president": the only one who is, or who acts for the polity that the text is
        about."""
        tree, date = self.tree, self._site.events.calendar.document_date
        told = [tree.lower[c] for c in tree.kids(sought.token, "amod", "compound")]
        noun = " ".join([*told, tree.lemmas[sought.token]])
        found = self.discourse.all(sought)
        held = [f for f in found if self.world.facts.may_hold(f.entity, noun, date)]
        home = {f.entity for f in self.discourse.home}
        for polity in self.discourse.publisher:
            if own := self.world.facts.holder(polity.entity, noun, date):
                return self._own(own, held)
        ours = [
            f for f in held if home & {i for i, _ in self.world.facts.stands_for(f.entity, date)}
        ]
        beside = self.discourse.all(replace(sought, reach=_SPOKEN_OF))
        held = ours or [f for f in held if not home or f in beside]
        return tuple(held) if len(held) == 1 else self._at_home(sought)

    def _at_home(self, sought: Sought) -> tuple[Filler, ...]:
        """The polity that the text is about, where nobody else's office-holder is near."""
        home = {f.entity for f in self.discourse.home}
        near = self.discourse.all(replace(sought, reach=_NEXT))
        stood = {EntityId(iri) for f in near for iri, _ in self._site.stands_for(f.entity)}
        return self.discourse.home if stood <= home else ()

    def _own(self, own: str, held: list[Filler]) -> tuple[Filler, ...]:
        """The publisher's own, unless the text names only another."""
        named = self._site.cast.has_named(EntityId(own))
        latest = tuple(f for f in held if f.entity == own)
        if named or not held:
            return latest or (Filler(EntityId(own), self.world.facts.types(own), 0, 0, 0),)
        return ()

    def _apt(self, recall: Recall) -> Callable[[str], bool] | None:
        """What an entity must be besides its classes."""
        facts, anaphor = self.world.facts, recall.anaphor
        if anaphor.grouped:
            beside = self._beside(recall)
            bound = anaphor.bound
            return lambda iri: (
                facts.may_be_group(iri)
                and iri not in beside
                and not (bound and facts.is_told_by_members(iri))
            )
        if self.tree.lemmas[recall.token] in self.world.paired_heads:
            # "The *pact*" is no pillar of it, which is a programme as well.
            kinds, fits = anaphor.classes, self.world.fits
            return lambda iri: all(fits((t,), kinds) for t in facts.types(iri))
        if anaphor.single:
            return lambda iri: not facts.is_group(iri)
        regions = self._regions(recall)
        return (lambda iri: not regions.isdisjoint(self.world.regions.of(iri))) if regions else None

    def _regions(self, recall: Recall) -> frozenset[str]:
        """Where the noun says that what it takes up lies: "the *European* country"."""
        tree, world, names = self.tree, self.world, self._site.names
        if not world.are_polities(recall.anaphor.classes):
            return frozenset()
        return frozenset(
            sense.iri
            for t in tree.kids(recall.token, "amod", "compound")
            for name in names.at(t)[:1]
            for sense in name.senses
            if world.fits(sense.types, world.lexicon.settings)
        )

    def _beside(self, recall: Recall) -> frozenset[str]:
        """Who deals with what the noun takes up: "*X*'s first meeting with the group"."""
        found = (
            f for t in dealing(self.tree, recall.token) for f in self._read(t, self.world.actor)
        )
        return frozenset(f.entity for f in found)

    def _is_about(self, group: tuple[Filler, ...]) -> bool:
        """Whether the text is about the group: "the four" are rather it than its members, or
        others of that number who were once listed."""
        about = {f.entity for f in self.discourse.protagonist}
        return any(g.entity in about for g in group)

    def _grouping_of(
        self, count: int, wanted: Wanted, classes: tuple[str, ...]
    ) -> tuple[Filler, ...]:
        """A grouping that the document named and that has `count` members."""
        for iri, types in self.discourse.groupings():
            fitting = wanted.fits(types) and self.world.fits(types, self.world.actors)
            facts = self.world.facts
            if fitting and facts.is_group(iri) and len(facts.members(iri, classes)) == count:
                return (Filler(EntityId(iri), types, 0, 0, 0),)
        return ()
