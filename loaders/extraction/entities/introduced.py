"""Proper names of which the text says once what they are, and by which it calls them again:
"Zentex, a maker of drones", later "Zentex"; "Operation Sea Lion", later "Sea Lion"."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.extraction.entities.named_kinds import NamedKinds
from loaders.extraction.grammar import phrase
from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.knowledge.introduction import Introduction
from loaders.extraction.knowledge.provisional import Provisional
from loaders.extraction.knowledge.site import Site
from loaders.extraction.knowledge.wanted import Wanted
from loaders.extraction.knowledge.world import World
from loaders.extraction.parse.tags import PROPER
from loaders.extraction.phrases.kinds import names_of
from loaders.extraction.text.dates import is_month, is_year

_LONGEST = 4
"""Words of a name before the last, where only an apposition types it."""
_ONE = frozenset({"a", "an"})


def described_as(world: World, noun: str) -> list[str]:
    """The classes of what is said to be one of `noun`: "a firm", "the base"."""
    found = [head.class_name for head in world.premises.get(noun, ())]
    anaphor = world.anaphors.get(noun)
    if anaphor is not None and anaphor.single:
        found += anaphor.classes
    heads = world.heads.get(noun, ())
    return found + [h.class_name for h in heads if h.proper and h.class_name not in found]


class Introduced:
    """Notes the introductions in one tree, and reads the names that were introduced so far."""

    def __init__(self, site: Site, provisional: Provisional, kinds: NamedKinds) -> None:
        self.tree, self.names, self.world = site.tree, site.names, site.world
        self._site, self._provisional, self._kinds = site, provisional, kinds
        self._met = site.discourse.introduced
        for token, tag in enumerate(self.tree.tags):
            if tag in PROPER and token not in self.names.covering:
                self._introduce(token)
            if classes := self.world.entitling.get(self.tree.lower[token]):
                self._entitle(token, classes)

    def read(self, token: int, wanted: Wanted) -> Filler | None:
        """What the name at `token` was introduced as, if that is wanted."""
        for last, known in self._met_at(token):
            for class_name in known.classes:
                if wanted.fits((class_name,)):
                    end = self.tree.ends[max(last, token)]
                    return self._provisional.of(class_name, known.name, token, end)
        return None

    def has(self, token: int) -> bool:
        """Whether the proper name at `token` was introduced as something."""
        return any(self._met_at(token))

    def _met_at(self, token: int) -> Iterator[tuple[int, Introduction]]:
        """Where the name at `token` ends, and what it was introduced as."""
        for first, last in self._spans(token) if self._met else ():
            known = self._met.get(phrase.text(self.tree, first, last))
            if known is not None:
                yield last, known

    def described(self, token: int) -> Introduction | None:
        """What an apposition says that the name is: "*Zentex*, a maker of drones"."""
        tree, end = self.tree, self._dated(token)
        if tree.words[end + 1 : end + 2] != [","]:
            return None
        for noun in tree.kids(token, "appos"):
            det = tree.child(noun, "det", "poss")
            if tree.tags[noun] != "NN" or det is None:
                continue
            if tree.lower[det] == "the" and tree.children[noun] == [det]:
                # "this March, the group …" is one named before
                continue
            if classes := self._classes(noun):
                return self._whole(token, classes)
        return None

    def _whole(self, token: int, classes: tuple[str, ...]) -> Introduction | None:
        """The name that ends at `token`, with its year, as one of `classes`; None if it goes on or
        is too long for one."""
        first, last = phrase.proper_extent(self.tree, token)
        if last != token or last - first > _LONGEST:
            return None
        return Introduction(classes, phrase.text(self.tree, first, self._dated(last)))

    def _classes(self, noun: int) -> tuple[str, ...]:
        """What is said to be one of `noun`; of a known noun only events, for "*Calm Sea*, a naval
        exercise" is one, though such exercises are a field of work as well."""
        found = described_as(self.world, self.tree.lemmas[noun])
        if noun in self.names.covering:
            found = [c for c in found if self.world.happening.fits((c,))]
        return tuple(found)

    def _dated(self, last: int) -> int:
        """Where a name ends that goes on with its year: "Sea Lion *2024*"."""
        tree, year = self.tree, last + 1
        own = year < len(tree.words) and tree.heads[year] == last and is_year(tree.words[year])
        return year if own and not is_month(tree.lower[last]) else last

    def _spans(self, token: int) -> Iterator[tuple[int, int]]:
        """Where the name at `token` may begin and end, the longest first."""
        tree = self.tree
        if tree.tags[token] in PROPER:
            first, last = phrase.proper_extent(tree, token)
            if last == token:
                end = self._dated(last)
                yield first, end
                if end > last:
                    yield first, last
                if first < last and self._kinds.titles(tree.lower[first]):
                    yield first + 1, last
        elif self._kinds.heads(token) and self._is_before(token):
            # "the *Sea Lion* exercise"
            yield phrase.proper_extent(tree, token - 1)

    def _is_before(self, noun: int) -> bool:
        """Whether a proper name stands right before a noun, and belongs to it."""
        tree, before = self.tree, noun - 1
        return noun > 0 and tree.tags[before] in PROPER and tree.heads[before] == noun

    def _introduce(self, token: int) -> None:
        """Note what the sentence says of a name: "*Zentex*, a maker", "*Sea Lion* is a drill"."""
        told = self.described(token) or self._said(token)
        if told is not None:
            self._met.setdefault(told.name, told)

    def _said(self, token: int) -> Introduction | None:
        """ "*Sea Lion*, held every year, is a drill", "*Zentex* is a firm": what it is."""
        tree = self.tree
        verb = tree.heads[token]
        if tree.deps[token] != "nsubj" or tree.lemmas[verb] != "be":
            return None
        noun = tree.child(verb, "attr")
        det = None if noun is None else tree.child(noun, "det")
        if noun is None or det is None or tree.lower[det] not in _ONE or tree.child(verb, "neg"):
            return None
        firm = tree.lemmas[noun] in self.world.firms
        classes = tuple(c for c in self._classes(noun) if firm or self.world.happening.fits((c,)))
        return self._whole(token, classes) if classes else None

    def _entitle(self, noun: int, classes: tuple[str, ...]) -> None:
        """Note how an event, a text or a thing is called by a name beside its noun: "exercise *Sea
        Lion*", "the *Sea Lion* exercise", "the *Pukpuk* Treaty", "a drill called *Sea Lion*"."""
        tree = self.tree
        if tree.tags[noun] in PROPER:
            self._titled(noun, classes)
        elif self._is_before(noun):
            first, last = phrase.proper_extent(tree, noun - 1)
            if last == noun - 1:
                self._call(classes, (first, last), (first, noun))
        for t in names_of(self._site, noun):
            first, last = phrase.proper_extent(tree, t)
            if tree.tags[t] == "NNP" and last == t:
                self._call(classes, (first, last), (first, last))

    def _titled(self, title: int, classes: tuple[str, ...]) -> None:
        """Note a name after a capitalised title, "Operation *Sea Lion*", or before a text's."""
        first, last = phrase.proper_extent(self.tree, title)
        if first < title == last and all(self.world.text.fits((c,)) for c in classes):
            self._call(classes, (first, title - 1), (first, title))
        while last + 1 < len(self.tree.tags) and self.tree.tags[last + 1] in PROPER:
            last += 1
        if title == first < last:
            self._call(classes, (first + 1, last), (first, last))

    def _call(self, classes: tuple[str, ...], name: tuple[int, int], full: tuple[int, int]) -> None:
        """Note a name by which something may be called again, and its full form."""
        if self._is_strange(*name):
            told = Introduction(classes, phrase.text(self.tree, *full))
            self._met.setdefault(phrase.text(self.tree, *name), told)

    def _is_strange(self, first: int, last: int) -> bool:
        """Whether the words name nothing known, nor anybody who holds an office, and do not say by
        themselves what they name, "Energy *Dialogue*", nor of what it is: "*Defence* Agreement"."""
        lower, covering, world = self.tree.lower, self.names.covering, self.world
        if lower[last] in world.heads or world.topical.issuperset(lower[first : last + 1]):
            return False
        return not any(t in covering or lower[t] in world.titles for t in range(first, last + 1))
