"""Words of number that stand alone: "both", "neither of the two", "each of them"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.knowledge.referents import REACH, Sought
from loaders.extraction.knowledge.site import Site
from loaders.extraction.knowledge.wanted import Wanted
from loaders.extraction.parse.tags import RELATIVE, SUBJECTS

COUNTED = {"both": 2, "neither": 2, "none": None, "each": None, "all": None}
"""How many are meant, where the word says so."""
ORDERED = {"former": 0, "latter": -1}
"""Which of two is meant."""
_NONE = frozenset({"neither", "none"})
_OBJECTS = frozenset({"dobj", "pobj"})
_TAKING = frozenset({"NNS", "NNPS", "CD", "PRP"})
_FAR = 8
"""Sentences back that the subjects of a sentence are meant."""

Read = Callable[[int, Wanted], list[Filler]]


class Counted:
    """Takes up the last that were named in that number. `read` reads a token and its list."""

    def __init__(self, site: Site, read: Read) -> None:
        self._site, self._read = site, read
        self.tree, self.world = site.tree, site.world

    def may_stand(self, token: int) -> bool:
        """Whether the word stands for somebody, and does not only go with a noun."""
        tree, dep = self.tree, self.tree.deps[token]
        if tree.lower[token] in ORDERED:
            # "*the former* also supports X"
            alone = dep in SUBJECTS or dep in _OBJECTS or dep == "poss"
            return alone and any(tree.lower[d] == "the" for d in tree.kids(token, "det"))
        if tree.lower[token] not in COUNTED:
            return False
        if any(tree.lower[p] == "of" for p in tree.kids(token, "prep")):
            return True
        # "Japan has none" of something else.
        return dep in SUBJECTS or (dep in _OBJECTS and tree.lower[token] == "both")

    def read(self, token: int, wanted: Wanted) -> list[Filler]:
        tree, lower = self.tree, self.tree.lower[token]
        if lower in ORDERED:
            two = self._two(token, wanted)
            return [two[ORDERED[lower]]] if len(two) == 2 else []
        whole = tree.after(token, ("of",))
        if whole and self.tree.lower[whole[0]] not in RELATIVE:
            found = self._read(whole[0], wanted) if tree.tags[whole[0]] in _TAKING else []
            # "None of the allies" is not the alliance.
            return found if len(found) > 1 or lower not in _NONE else []
        return [] if lower == "all" else self._before(token, wanted)

    def _two(self, token: int, wanted: Wanted) -> list[Filler]:
        """The last two that were named together, up to a sentence before."""
        site = self._site
        sought = Sought(site.sentence(token), token, wanted.fits, many=None, count=2, reach=2)
        return [site.resolved(f, token) for f in site.discourse.find(sought)]

    def _before(self, token: int, wanted: Wanted) -> list[Filler]:
        """A list of that length, or the two named in the sentence before: "A counts on its
        neighbour B. *Both* …"."""
        site, find = self._site, self._site.discourse.find
        count, sentence = COUNTED[self.tree.lower[token]], self._site.sentence(token)

        def fits(types: tuple[str, ...]) -> bool:
            return wanted.fits(types) or self.world.fits(types, self.world.actors)

        sought = Sought(sentence, token, fits, many=None, count=count, reach=1)
        if count is None:
            found = find(replace(sought, many=True, leading=True))
        elif self._site.discourse.is_about_many(sentence - 1):
            found = find(replace(sought, leading=True))
        else:
            found = self._here(sought, count) or self._each(sought, count) or find(sought)
            found = found or self._apart(replace(sought, count=None), count)
            found = found or find(replace(sought, reach=REACH))
            found = found or find(replace(sought, reach=_FAR, leading=True))
        return [site.resolved(f, token) for f in site.represented(found, wanted)]

    def _here(self, sought: Sought, count: int) -> tuple[Filler, ...]:
        """ "X has one ally, Y, and *both* …": all that the sentence has named by now."""

        def fits(types: tuple[str, ...]) -> bool:
            return self.world.fits(types, self.world.lexicon.polities)

        found = self._site.discourse.all(replace(sought, fits=fits, reach=0))
        named = self._site.discourse.all(replace(sought, reach=0))
        return found if len(found) == len(named) == count else ()

    def _each(self, sought: Sought, count: int) -> tuple[Filler, ...]:
        """ "*X* worries about A, whereas *Y*'s concern is B. *Both* …": those of whom the clauses
        of the sentence before are, each of one."""
        found = self._site.discourse.subjects(sought.sentence - 1)
        return found if len(found) == count and all(sought.fits(f.types) for f in found) else ()

    def _apart(self, sought: Sought, count: int) -> tuple[Filler, ...]:
        """The only ones of a kind that the sentence before names, each by itself."""

        def fits(types: tuple[str, ...]) -> bool:
            return self.world.fits(types, self.world.lexicon.polities)

        discourse, sought = self._site.discourse, replace(sought, fits=fits)
        if discourse.is_about_many(sought.sentence - 1) or discourse.recent(sought, count + 1):
            return ()
        one = discourse.find(replace(sought, many=False, leading=True))
        return discourse.recent(sought, count) if one else ()
