"""Events by description: "last year's NATO summit in Madrid" is the one that fits.

A reference event is meant when everything the phrase says of it (places,
organizers, dates) is true of it and of no other; with nothing said, when it is the
only one near the document's date. Otherwise nothing is resolved.
"""

from __future__ import annotations

import re

from graph.statements import EntityId, Interval, interval
from loaders.extraction.grammar import phrase
from loaders.extraction.knowledge.calendar import Calendar
from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.knowledge.reading import Place, TreeReading
from loaders.extraction.knowledge.telling import Telling
from loaders.extraction.knowledge.wanted import Wanted
from loaders.extraction.knowledge.world import World
from loaders.extraction.names.gazetteer import Gazetteer
from loaders.extraction.parse.tree import Tree, is_infinitive
from loaders.extraction.text.dates import Dates, shifted
from loaders.extraction.text.passage import Governance, Passage
from ontology.lexicon import Part

_OTHER = frozenset({"a", "an", "any", "every", "each", "next", "another"})
_DATE = 20
"""Code points of a label that is but a date."""
_HALF, _TWO = 180, 2
"""Days from the document's within which a month is meant without a year."""
_SIDES = {"bilateral": 2, "trilateral": 3, "quadrilateral": 4}
"""How many meet, by the words that say so."""
_WHEN = frozenset({"in", "on"})
_PHRASE, _WITHIN = 8, 4
"""Words before an event's noun, and after it, that may say when it is."""
_REGULAR = re.compile(r"annual$|regular$|\d+(st|nd|rd|th)$")
"""Words of one in a row."""


class EventResolver:
    """Finds the dated event that words describe."""

    def __init__(self, world: World, dates: Dates, gazetteer: Gazetteer) -> None:
        self._world, self.dates, self._gazetteer = world, dates, gazetteer
        self.calendar = Calendar(world, gazetteer)
        self._telling = Telling(world, self.calendar)
        self._told = world.lexicon.told
        """Classes told by their parties: without a definite article, another one is meant."""
        self._many = world.lexicon.role("Frequent")
        self._single = world.lexicon.role("Extraordinary", Part.ADJECTIVE)
        self._growing = world.lexicon.role("Growing", Part.ADJECTIVE)
        self._other = _OTHER | world.lexicon.role("Past", Part.ADJECTIVE)
        self._dated = (*world.lexicon.happenings, *world.texts)
        """Classes of what is of some time; a programme lasts."""
        self._classes = {
            noun: tuple(h.class_name for h in heads if self.calendar.has_any(h.class_name))
            for noun, heads in world.heads.items()
        }

    def is_awaited(self, tree: Tree, event: Filler) -> bool:
        """Whether the text speaks "ahead of" an event that was not over before the document."""
        times, days = self.calendar.times(event.entity), interval(self.calendar.document_date)
        if event.token >= len(tree.words):
            # Named in another passage.
            return False
        above = tree.heads[event.token]
        ahead = tree.lower[above] == "of" and tree.lower[above - 1] == "ahead"
        return ahead and times is not None and times.end > days.start

    def is_noun(self, lemma: str) -> bool:
        """Whether dated events are called by the noun."""
        return bool(self._classes.get(lemma))

    def held_at(self, lemma: str, wanted: Wanted, place: set[str], hosts: set[str]) -> str | None:
        """The one dated event that the noun `lemma` calls at `place`, of `hosts` if there are
        any."""
        found = {
            iri
            for c in self._classes.get(lemma, ())
            if wanted.fits((c,))
            for iri in self._world.facts.instances.get(c, ())
            if self.calendar.times(iri) and self.calendar.is_called(iri, lemma)
            if place & self.calendar.known(iri) and (not hosts or hosts & self.calendar.known(iri))
        }
        recent = self.calendar.recent(sorted(found))
        near = self.calendar.near(recent) if len(recent) > 1 else recent
        return near[0] if len(near) == 1 else None

    def heads(self, tree: Tree, token: int) -> bool:
        """Whether the noun at `token` may be that of a dated event."""
        if not self._classes.get(tree.lemmas[token]) or tree.tags[token] == "NNS":
            return False
        return not self._world.is_post(phrase.named_for(tree, token))

    def resolve(self, reader: TreeReading, token: int, wanted: Wanted) -> Filler | None:
        """The reference event that the phrase of `token` describes; None if in doubt."""
        classes = self._classes.get(reader.tree.lemmas[token], ())
        classes = tuple(c for c in classes if wanted.fits((c,)))
        if not classes or reader.tree.tags[token] == "NNS":
            return None
        if any(reader.tree.lower[d] in ("a", "an") for d in reader.tree.kids(token, "det")):
            classes = tuple(c for c in classes if not self._world.fits((c,), self._told))
        candidates = self.calendar.called(classes, reader.tree.lemmas[token])
        owned = self._telling.owners(reader, token)
        if not candidates:
            return None
        said = self._telling.said(reader, token) + owned
        days, dated = self._when(reader.tree, token)
        if not dated and self._is_told(reader.tree, token, classes):
            return None
        headed = [] if dated else self._headed(reader.tree.passage, candidates)
        candidates = [
            c for c in candidates if all(senses & self.calendar.known(c) for senses in said)
        ]
        if len(headed) == 1 and (not candidates or headed[0] in candidates):
            return self._filler(reader, token, headed[0])
        if dated:
            candidates = [c for c in candidates if self.calendar.overlaps(c, days)]
        if len(candidates) > 1:
            candidates = self._by_sentence(reader, token, candidates)
        candidates = [c for c in candidates if self._may_be_said(reader.tree, token, c)]
        if not dated:
            candidates = self._spoken_of(reader, token, candidates)
            candidates = [c for c in candidates if not self.calendar.is_far_ahead(c)]
            candidates = self._about_then(reader, token, candidates, said)
        if len(candidates) != 1 or not self._telling.is_told(reader, token, candidates[0], said):
            return None
        return self._filler(reader, token, candidates[0])

    def _may_be_said(self, tree: Tree, token: int, event: str) -> bool:
        """Whether the words before the noun may be said of `event`: no "*trilateral* summit" is one
        of four."""
        if self.calendar.times(event) is not None:
            months = self.dates.months(" ".join(tree.words[t] for t in _beside(tree, token)))
            if months and self.calendar.month(event) not in months:
                # "the *October 26* summit", "the summit *in June*" is none of another month.
                return False
        told = {tree.lower[t] for t in tree.kids(token, "amod", "compound")}
        label = self._world.ontology.entities[event].label.lower()
        if not self._single.isdisjoint(label.split()) and any(map(_REGULAR.match, told)):
            # "the *annual* summit", "the *9th* summit" is no special one.
            return False
        if not self._growing.isdisjoint(told):
            # What grows is a tie, and no text or event of a day.
            return False
        count = next((n for word, n in _SIDES.items() if word in told), 0)
        if not count:
            return True
        facts = self._world.facts
        hosts = self.calendar.hosts(event)
        groups = [h for h in hosts if facts.is_group(h)]
        polities = self._world.lexicon.polities
        sizes = {len(facts.members(g, polities)) for g in groups}
        return not sizes or count in sizes

    def _is_told(self, tree: Tree, token: int, classes: tuple[str, ...]) -> bool:
        """Whether a text says itself what it is, so that no known one is meant: "its plan *to arm
        X*"; or nothing, "its *plan*"."""
        if any(self._world.fits((c,), self._world.lexicon.happenings) for c in classes):
            return False
        if tree.lemmas[token] in self._world.proposals:
            return tree.child(token, "amod", "compound", "nmod") is None
        return any(c > token and is_infinitive(tree, c) for c in tree.kids(token, "acl"))

    def _about_then(
        self, reader: TreeReading, token: int, candidates: list[str], said: list[set[str]]
    ) -> list[str]:
        """Those about the document's time, or named before, where no more is told than the place
        that a preposition leads to: "at a meeting *in Oslo*"."""
        before = reader.tree.kids(token, "compound", "nmod")
        candidates = self.calendar.recent(candidates) if said else candidates
        known, around = self.calendar.known, self.calendar.around
        if any(t in reader.names.covering for t in before):
            if reader.tree.lemmas[token] not in self._many:
                return candidates
            # "a *Quad* meeting" is any, but about the document's time, or where it is said to be.
            named = self._named(reader, token)
            return [c for c in candidates if named & around(c)] or self._near(candidates)
        told = [c for c in candidates if any(n & known(c) and not n & around(c) for n in said)]
        told = self.calendar.near(told) if reader.tree.lemmas[token] in self._many else told
        told = told or [c for c in candidates if reader.cast.has_named(EntityId(c))]
        entities, dated = self._world.ontology.entities, self._dated
        if not any(self._world.fits(entities[c].types, dated) for c in candidates):
            # "a fighter with X" is a programme at any time.
            return candidates
        some = any(reader.tree.lower[d] in ("a", "an") for d in reader.tree.kids(token, "det"))
        if told or some:
            return told
        return self.calendar.near(candidates) or self._in_month(reader.tree, token, candidates)

    def _in_month(self, tree: Tree, token: int, candidates: list[str]) -> list[str]:
        """Those of the month that the sentence tells, before or after the document's: "the summit
        that Chile will host *in June*"."""
        days = interval(self.calendar.document_date)
        months = self.dates.months(tree.passage.text[slice(*tree.sentence_span(token))])
        if not months or days == Interval():
            return []
        half = Interval(days.start - _HALF, days.end + _HALF)
        return [
            c
            for c in candidates
            if self.calendar.month(c) in months and self.calendar.overlaps(c, half)
        ]

    def _near(self, candidates: list[str]) -> list[str]:
        """Those about the document's time, if it has any."""
        timed = interval(self.calendar.document_date) != Interval()
        return self.calendar.near(candidates) if timed else []

    def _filler(self, reader: TreeReading, token: int, event: str) -> Filler:
        """The event as the phrase of `token` calls it."""
        tree = reader.tree
        first, last = phrase.extent(tree, token)
        name = phrase.text(tree, first, last)
        iri = EntityId(event)
        reader.cast.mention(iri, name, tree.passage.span(tree.starts[first], tree.ends[last]).start)
        types = self._world.ontology.entities[iri].types
        return Filler(iri, types, token, tree.starts[first], tree.ends[last], sure=0.85)

    def _spoken_of(self, reader: TreeReading, token: int, candidates: list[str]) -> list[str]:
        """Those of several near the document's date; where that does not tell, "the NATO summit"
        is the one that was named before, but for "*a* summit" and "*previous* summits"."""
        tree = reader.tree
        near = self.calendar.near(candidates) if len(candidates) > 1 else candidates
        other = any(tree.lower[c] in self._other for c in tree.children[token] if c < token)
        named = [c for c in near if reader.cast.has_named(EntityId(c))]
        return named if len(named) == 1 < len(near) and not other else near

    def _headed(self, passage: Passage, candidates: list[str]) -> list[str]:
        """Those at the place and time that the nearest heading names: "Oslo, 3 May 2024"."""
        headings = (g.text for g in reversed(passage.governors) if g.kind is Governance.HEADING)
        heading = next(headings, "")
        dates = self.dates.explicit(heading)
        if len(dates) != 1:
            return []
        days, names = interval(dates[0][2]), self._gazetteer.find(heading)[0]
        places = {sense.iri for name in names for sense in name.senses}
        return [
            c
            for c in candidates
            if self.calendar.overlaps(c, days) and places & self.calendar.around(c)
        ]

    def gathered(
        self,
        reader: Place,
        token: int,
        actors: set[EntityId],
        places: list[set[str]],
        wanted: Wanted,
        *,
        sure: bool = False,
    ) -> Filler | None:
        """The dated event at one of `places` that `actors` are related to, at the time that the
        sentence or else the document has; or the one there that the document has named. `sure`:
        only by the sentence's own date, "heading for Washington this week"."""
        if not places:
            return None
        there = [
            c
            for c in self.calendar.events
            if wanted.fits(self._world.ontology.entities[c].types)
            and all(place & self.calendar.around(c) for place in places)
        ]
        days, dated = self._when(reader.tree, token)
        if dated:
            there = [c for c in there if self.calendar.overlaps(c, days)]
        months = self.dates.months(
            reader.tree.passage.text[slice(*reader.tree.sentence_span(token))]
        )
        if months:
            there = [c for c in there if self.calendar.month(c) in months]
        there = [c for c in there if not self._is_others(c, actors)]
        theirs = [c for c in there if actors & self.calendar.hosts(c)]
        named = [c for c in there if reader.cast.has_named(EntityId(c))]
        if dated or sure:
            found = theirs if dated else []
        else:
            # Without any date, whoever was once at the place tells nothing.
            found = [c for c in theirs if c in named] or named or self._near(theirs)
        if len(found) != 1:
            return None
        types = self._world.ontology.entities[found[0]].types
        start, end = reader.tree.starts[token], reader.tree.ends[token]
        return Filler(EntityId(found[0]), types, token, start, end, sure=0.8)

    def _is_others(self, event: str, actors: set[EntityId]) -> bool:
        """Whether it is of two, and somebody else is among `actors`."""
        hosts, facts = self.calendar.hosts(event), self._world.facts
        states = (a for a in actors if self._world.polity.fits(facts.types(a)))
        return len(hosts) == _TWO and not all(
            a in hosts or facts.is_within(a, hosts) for a in states
        )

    def _when(self, tree: Tree, token: int) -> tuple[Interval, bool]:
        start, end = tree.sentence_span(token)
        text = tree.passage.text[start:end]
        dates = self.dates.explicit(text) or self._labelled(tree.passage)
        if len(dates) == 1:
            return interval(dates[0][2]), True
        if not dates:
            month = self.dates.month(text, self.calendar.document_date)
            if month:
                return interval(month), True
            for _, _, unit, shift in self.dates.relative(text):
                date = shifted(self.calendar.document_date, unit, shift)
                if date and unit in ("year", "month", "week"):
                    return interval(date), True
        return Interval(), False

    def _labelled(self, passage: Passage) -> list[tuple[int, int, str]]:
        """The date that is the label of a passage: "*2006:* At the summit …"."""
        labels = [g.text for g in passage.governors[-1:] if g.kind is Governance.LABEL]
        # A bare year is a date after a preposition only.
        found = [date for label in labels for date in self.dates.explicit(f"in {label}")]
        return found if all(len(label) <= _DATE for label in labels) else []

    def _by_sentence(self, reader: TreeReading, token: int, candidates: list[str]) -> list[str]:
        """The candidates that another name in the sentence speaks for."""
        named = self._named(reader, token)
        there = [c for c in candidates if named & self._world.facts.located(c)]
        there = self.calendar.recent(there)
        if len(there) == 1:
            return there
        shared = set.intersection(*[self.calendar.known(c) for c in candidates])
        telling = named - shared
        chosen = [c for c in candidates if telling & self.calendar.known(c)]
        return chosen if len(chosen) == 1 else candidates

    @staticmethod
    def _named(reader: TreeReading, token: int) -> set[str]:
        """What the sentence names."""
        tree = reader.tree
        first, end = tree.sentences[tree.sentence[token]]
        return {
            sense.iri
            for name in reader.names.all
            if first <= name.root < end
            for sense in name.senses
            if not sense.weak and not sense.is_class
        }


def _beside(tree: Tree, noun: int) -> list[int]:
    """The words around an event's noun that may say when it is."""
    before = [t for t in tree.children[noun] if t < noun]
    first = min((t for child in before for t in tree.subtree(child)), default=noun)
    after = tree.after(noun, _WHEN)
    return [*range(max(first, noun - _PHRASE), noun), *(t for t in after if t - noun <= _WITHIN)]
