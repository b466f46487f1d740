"""What was named before: pronouns and nouns that take something up are resolved here."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Container, Iterable, Iterator, Sequence

from graph.statements import EntityId
from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.knowledge.introduction import Introduction
from loaders.extraction.knowledge.referents import REACH, Deed, Dreaded, Fits, Referent, Sought
from loaders.extraction.knowledge.shortened import Shortened

_LISTS = 20
_LAST, _NEXT = "", 2
"""The key of what was noted last, whatever it is called, and how many sentences that reaches."""
_PROPOSED = 8
"""Sentences back that "the plan" reaches."""


class Discourse:
    """The referents of one document in order, and who "we" are."""

    def __init__(self) -> None:
        self._referents: list[Referent] = []
        self._named: dict[EntityId, tuple[str, ...]] = {}
        self._last: tuple[tuple[int, ...], list[Referent]] = (), []
        """What was asked for last, and the referents before it."""
        self._latest: list[tuple[str, tuple[str, ...]]] | None = None
        self._classes: dict[tuple[str, ...], tuple[int, Filler]] = {}
        self._unknown: dict[int, set[bool | None]] = {}
        """Whether a sentence is about several, or one, of whom nothing is known."""
        self._offices: dict[int, str] = {}
        self._stood: dict[str, tuple[int, int, tuple[Filler, ...]]] = {}
        """Whose a noun was last said to be."""
        self._forces: tuple[int, tuple[Filler, ...]] = -1, ()
        self._rivals: dict[str, list[tuple[int, int]]] = {}
        self._lists: list[tuple[int, int, tuple[Filler, ...]]] = []
        self._years: dict[str, set[int]] = {}
        self._proposed: list[tuple[int, Filler]] = []
        self._deeds: list[Deed] = []
        self._dreaded: list[Dreaded] = []
        self.shortened = Shortened()
        self.voice: tuple[Filler, ...] = ()
        """Whom "we" means outside quotations."""
        self.own: set[EntityId] = set()
        """Whom "we" meant so far outside quotations."""
        self.author: tuple[Filler, ...] = ()
        """Whom "I" means outside quotations."""
        self.parties: tuple[Filler, ...] = ()
        """Whose dealings with each other the document is about, by its title."""
        self._wrote: list[tuple[int, Filler]] = []
        self.placed: set[str] = set()
        """Names that go on with a place: "the Assistance Mission in Chad"."""
        self.short: dict[str, tuple[EntityId, tuple[str, ...]]] = {}
        """Short forms that the document gives in brackets after a name."""
        self.introduced: dict[str, Introduction] = {}
        """Proper names by what the document said that they are."""
        self.protagonist: tuple[Filler, ...] = ()
        """The actor that the document names most, by far."""
        self.titled: dict[frozenset[EntityId], Filler] = {}
        """The event of several that a title or heading names, by who they are."""
        self.theme: tuple[Filler, ...] = ()
        """What the document explains, by its title: "it" of its questions."""
        self.home: tuple[Filler, ...] = ()
        """The polity that the document names most, by far."""
        self.named: frozenset[str] = frozenset()
        """The actors that the document names anywhere by more than a weak name."""
        self.publisher: tuple[Filler, ...] = ()
        """The polity for which the document's publisher speaks."""
        self.speakers: tuple[Filler, ...] = ()
        """Whom "we" means in the quotation that is being read."""

    def note(self, referent: Referent) -> None:
        for filler in referent.fillers:
            if self._named.get(filler.entity) != filler.types:
                self._named[filler.entity] = filler.types
                self._latest = None
        if referent.voiced and not referent.quoted:
            self.own.update(f.entity for f in referent.fillers)
        if referent.fillers:
            # What a cue tells of an earlier sentence comes late.
            insort(self._referents, referent, key=lambda r: r.sentence)

    def note_list(self, fillers: Sequence[Filler], sentence: int, token: int) -> None:
        """Several things that are nobody: "freedom, democracy and the rule of law"."""
        self._lists.append((sentence, token, tuple(fillers)))

    def note_dreaded(self, dreaded: Dreaded) -> None:
        """A threat, which only "it" and "they" take up."""
        self._dreaded.append(dreaded)

    def dreaded(self, sentence: int, token: int) -> Dreaded | None:
        """The threat that was named last in the same sentence or the one before, but rather one
        that this was about."""
        near = [
            d
            for d in self._dreaded[-_LISTS:]
            if sentence - d.sentence < _NEXT and (d.sentence, d.token) < (sentence, token)
        ]
        return max(near, key=lambda d: (d.about, d.sentence, d.token), default=None)

    def listed(self, sentence: int, token: int) -> tuple[Filler, ...]:
        """What was listed last, up to three sentences before."""
        before = [
            x
            for x in self._lists[-_LISTS:]
            if sentence - REACH <= x[0] and x[:2] < (sentence, token)
        ]
        return max(before, key=lambda x: x[:2])[2] if before else ()

    def note_unknown(self, sentence: int, many: bool | None) -> None:
        """A sentence is about something that nothing is known of, "The College trains X", or about
        several people, "Critics doubt X", or (None) about somebody, "Ann Lee was born in X"."""
        self._unknown.setdefault(sentence, set()).add(many)

    def note_office(self, sentence: int, office: str) -> None:
        """A sentence is about whoever holds an office: "*The president* left for X"."""
        self._offices[sentence] = office

    def office(self, sentence: int) -> str:
        """What a sentence calls somebody whom it is about and does not name."""
        return self._offices.get(sentence, "")

    def note_rival(self, noun: str, sentence: int, token: int) -> None:
        """Another that is called so, of which nothing is known: "the *Anglo-Dutch alliance*"."""
        self._rivals.setdefault(noun, []).append((sentence, token))

    def rival(self, noun: str, sentence: int, token: int) -> int | None:
        """The sentence of the last such before a place: what is older is not meant."""
        before = [s for s, t in self._rivals.get(noun, ()) if (s, t) < (sentence, token)]
        return max(before) if before else None

    def note_owned(self, noun: str, sentence: int, token: int, owners: Sequence[Filler]) -> None:
        """A noun that stands for those whose it is: "the *British task force*"."""
        self._stood[noun] = self._stood[_LAST] = sentence, token, tuple(owners)

    def note_forces(self, sentence: int, owners: Sequence[Filler]) -> None:
        """Whose several people or ships are: "*Peru* sent 500 *troops* abroad"."""
        self._forces = sentence, tuple(owners)

    def forces(self, sentence: int) -> tuple[Filler, ...]:
        """Whose those are of whom the sentence before told."""
        at, owners = self._forces
        return owners if at == sentence - 1 else ()

    def owned(self, noun: str, sentence: int, token: int, many: bool) -> tuple[Filler, ...]:
        """For whom "the task force" stands, if it was said shortly before whose it is; `many` of
        them may be called by another noun now, "two ships" and then "the *vessels*"."""
        reach, stood = _PROPOSED, self._stood.get(noun)
        if stood is None and many:
            reach, stood = _NEXT, self._stood.get(_LAST)
        if stood is None:
            return ()
        at, place, owners = stood
        return owners if sentence - at <= reach and (at, place) < (sentence, token) else ()

    def is_about_many(self, sentence: int) -> bool:
        """Whether it is not known of whom a sentence is, so that "they" are nobody known."""
        return True in self._unknown.get(sentence, ())

    def is_about_stranger(self, sentence: int) -> bool:
        """Whether it is about somebody of whom nothing is known, so that "he" is nobody known."""
        return None in self._unknown.get(sentence, ())

    def is_about_unknown(self, sentence: int) -> bool:
        """Whether nothing is known of what a sentence is about."""
        if False not in self._unknown.get(sentence, ()):
            return False
        return not any(
            r.sentence == sentence and not (r.rank or r.led) for r in self._referents[-40:]
        )

    def _before(self, sentence: int, token: int, reach: int) -> Iterable[Referent]:
        """Referents before a place, up to `reach` sentences back: by sentence backwards, subjects
        first, then the latest."""
        asked = sentence, token, reach, len(self._referents)
        if self._last[0] == asked:
            return self._last[1]
        earlier: list[Referent] = []
        for r in reversed(self._referents[-240:]):
            if sentence - r.sentence > reach:
                break
            if (r.sentence, r.token) < (sentence, token):
                earlier.append(r)
        earlier.sort(
            key=lambda r: (-r.sentence, r.rank + (r.led and r.sentence < sentence), -r.token)
        )
        self._last = asked, earlier
        return earlier

    def find(self, sought: Sought) -> tuple[Filler, ...]:
        """The latest entities that are `sought`."""
        referents = self._before(sought.sentence, sought.token, sought.reach)
        # "Missions in Iraq, and their concerns": a setting is taken up by no pronoun.
        lowest = 0 if sought.leading else 1 if sought.collective else 2
        for referent in referents:
            if (sought.unquoted and referent.quoted) or (sought.unvoiced and referent.voiced):
                continue
            if referent.aside and referent.aside != sought.noun:
                continue
            if sought.going_on and not referent.kept and referent.sentence < sought.sentence:
                continue
            if referent.rank <= lowest and (fitting := self._fitting(referent, sought)):
                return fitting
        return ()

    def subjects(self, sentence: int) -> tuple[Filler, ...]:
        """Of whom the clauses of a sentence are, if each is of one alone."""
        about = [
            r
            for r in self._referents[-240:]
            if r.sentence == sentence and not (r.rank or r.led or r.joint or r.quoted)
        ]
        single = {r.fillers[0].entity: r.fillers[0] for r in about if len(r.fillers) == 1}
        for r in about:
            # They may be named together first: "*The partners* differ: *X* fears A, *Y* fears B"
            together = {f.entity for f in r.fillers}
            # "The partners" may also be taken for others, of whom the sentence before was.
            mistaken = bool(r.called) and together.isdisjoint(single)
            apart = len(single) > 1 and (single.keys() <= together or mistaken)
            if len(together) > 1 and single.keys() != together and not apart:
                return ()
        return tuple(single.values())

    @staticmethod
    def _fitting(referent: Referent, sought: Sought) -> tuple[Filler, ...]:
        """The entities of a referent, if they are sought and so many."""
        named, many, passing, apt = referent.fillers, sought.many, sought.passing, sought.apt
        if referent.sentence == sought.sentence:
            if any((passing and passing(f.types)) or f.token in sought.barred for f in named):
                return ()
            if many is False:
                # "A and its partners": only A stands before the pronoun.
                named = tuple(f for f in named if f.token < sought.token)
        fitting = tuple(
            f
            for f in named
            if not f.is_class and sought.fits(f.types) and (apt is None or apt(f.entity))
        )
        if not fitting or len(fitting) != len(named):
            return ()
        if sought.count is not None and len(fitting) != sought.count:
            return ()
        if many is False and (len(fitting) > 1 or referent.they):
            return ()
        if many is True and len(fitting) < 2 and not (sought.collective and referent.plural):
            return ()
        return fitting

    def called(self, noun: str, sought: Sought) -> tuple[Filler, ...]:
        """Whom `noun` took up last, if they are sought."""
        for referent in self._before(sought.sentence, sought.token, sought.reach):
            if referent.called == noun:
                return self._fitting(referent, sought)
        return ()

    def official(
        self,
        sentence: int,
        token: int,
        offices: Container[str],
        pronouns: Container[str],
        is_person: Fits,
    ) -> tuple[Filler, ...]:
        """For whom acts whom the sentences just before are about, and call by one of those nouns
        and by no name."""
        for referent in self._before(sentence, token, _NEXT):
            if referent.quoted or referent.sentence == sentence:
                continue
            if not referent.rank and any(is_person(f.types) for f in referent.fillers):
                return ()
            pronoun = referent.called in pronouns
            if pronoun or (not referent.rank and referent.called in offices):
                return referent.fillers if not referent.plural else ()
        return ()

    def all(self, sought: Sought) -> tuple[Filler, ...]:
        """Every entity that is sought, the latest first."""
        found: dict[str, Filler] = {}
        for referent in self._before(sought.sentence, sought.token, sought.reach):
            for filler in referent.fillers:
                if sought.fits(filler.types) and (not sought.apt or sought.apt(filler.entity)):
                    found.setdefault(filler.entity, filler)
        return tuple(found.values())

    def latest(self, sought: Sought) -> tuple[Filler, ...]:
        """The one of those sought that stands last, whatever its sentence is about."""
        before = self._before(sought.sentence, sought.token, sought.reach)
        for referent in sorted(before, key=lambda r: (r.sentence, r.token), reverse=True):
            barred = sought.barred if referent.sentence == sought.sentence else frozenset()
            for filler in reversed(referent.fillers):
                if filler.is_class or filler.token in barred or not sought.fits(filler.types):
                    continue
                if sought.apt is None or sought.apt(filler.entity):
                    return (filler,)
        return ()

    def recent(self, sought: Sought, count: int) -> tuple[Filler, ...]:
        """The last `count` different entities that fit, in the order they were named."""
        found: dict[str, Filler] = {}
        for referent in self._before(sought.sentence, sought.token, sought.reach):
            for filler in referent.fillers:
                if sought.fits(filler.types) and (not sought.apt or sought.apt(filler.entity)):
                    found.setdefault(filler.entity, filler)
            if len(found) >= count:
                return tuple(list(found.values())[:count])
        return ()

    def last_class(self, fits: Fits, since: int = 0) -> Filler | None:
        """The class of things named last, such as "an Individually Tailored Programme", if that
        was in sentence `since` or later."""
        named = ((at, f) for at, f in reversed(self._classes.values()) if at >= since)
        return next((f for _, f in named if fits(f.types)), None)

    def note_author(self, author: Filler, sentence: int) -> None:
        """A sentence says that somebody adopted a text."""
        self._wrote.append((sentence, author))

    def authors(self, sentence: int) -> tuple[Filler, ...]:
        """Who adopted the text that the sentences just before a place tell of, if one did."""
        near = [(at, f) for at, f in self._wrote if sentence - _NEXT <= at <= sentence]
        latest = {f.entity: f for at, f in near if at == near[-1][0]}
        return tuple(latest.values()) if len(latest) == 1 else ()

    def note_class(self, filler: Filler, sentence: int) -> None:
        # One of a kind is enough: the last comes last.
        self._classes.pop(filler.types, None)
        self._classes[filler.types] = sentence, filler

    def note_year(self, year: str, sentence: int) -> None:
        """A sentence, or the label before it, tells a year."""
        self._years.setdefault(year, set()).add(sentence)

    def dated(self, year: str, sentence: int, fits: Fits) -> tuple[Filler, ...]:
        """The one that was named last, before a sentence, where a year was told."""
        told = {s for s in self._years.get(year, ()) if s < sentence}
        classes = [x for x in self._classes.values() if x[0] in told and fits(x[1].types)]
        named = [
            (r.sentence, f)
            for r in self._referents
            if r.sentence in told
            for f in r.fillers
            if fits(f.types)
        ]
        return tuple(f for _, f in sorted(classes + named, key=lambda x: x[0])[-1:])

    def note_proposed(self, filler: Filler, sentence: int) -> None:
        self._proposed.append((sentence, filler))

    def proposed(self, sentence: int, fits: Fits) -> tuple[Filler, ...]:
        """What somebody proposed, planned or opened last, for "the plan" and "the idea"."""
        for at, filler in reversed(self._proposed):
            if sentence - at > _PROPOSED:
                break
            if at <= sentence and fits(filler.types):
                return (filler,)
        return ()

    def note_deed(self, deed: Deed) -> None:
        """A sentence says that somebody does something."""
        self._deeds.append(deed)

    def deeds(self, sentence: int, token: int, reach: int) -> Iterator[Deed]:
        """What was done before a place, up to `reach` sentences back, the latest first."""
        for deed in reversed(self._deeds):
            if sentence - deed.sentence > reach:
                return
            if (deed.sentence, deed.token) < (sentence, token):
                yield deed

    def doers(self, deed: Deed) -> tuple[Filler, ...]:
        """Who is named where those stand who did something."""
        start = bisect_left(self._referents, deed.sentence, key=lambda r: r.sentence)
        end = bisect_right(self._referents, deed.sentence, key=lambda r: r.sentence)
        there = self._referents[start:end]
        return tuple(f for r in there if r.token in deed.doers for f in r.fillers)

    def groupings(self) -> list[tuple[str, tuple[str, ...]]]:
        """Everything named so far, what was named first last."""
        if self._latest is None:
            self._latest = [(str(entity), types) for entity, types in reversed(self._named.items())]
        return self._latest
