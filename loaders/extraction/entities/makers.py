"""Firms and weapons that the ontology does not know, by who makes what: "*Granta* makes the
*Hornet X*", "the firm *Sypaq*"."""

from __future__ import annotations

from loaders.extraction.grammar import passive, phrase
from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.knowledge.provisional import Provisional
from loaders.extraction.knowledge.site import Site
from loaders.extraction.knowledge.wanted import Wanted
from loaders.extraction.parse.tags import PROPER

_LONGEST = 4
_TOLD = frozenset({"compound", "nmod", "appos"})
"""How a noun and the name that follows it hang on each other."""


class Makers:
    """Answers for proper nouns of one tree that name nothing known."""

    def __init__(self, site: Site, provisional: Provisional) -> None:
        self.tree, self.names, self.world = site.tree, site.names, site.world
        self._provisional = provisional

    def read(self, token: int, first: int, last: int, wanted: Wanted) -> Filler | None:
        """The firm or the weapon that the name from `first` to `last` is."""
        tree = self.tree
        if token != last or last - first >= _LONGEST or tree.tags[last] not in PROPER:
            return None
        if any(self._is_known(t) for t in range(first, last + 1)):
            return None
        if tree.tags[last + 1 : last + 2] == ["CD"] and tree.heads[last + 1] == last:
            # "the Condor 7"
            last += 1
        firm = self._is_called(token, first) or self._makes(token, first)
        kinds = list(self._firms()) if firm else []
        kinds += self.world.made if self._is_made(token, last) else ()
        for kind in kinds:
            if wanted.fits((kind,)):
                name = phrase.text(tree, first, last)
                return self._provisional.of(kind, name, token, tree.ends[last])
        return None

    def _is_known(self, token: int) -> bool:
        """Whether something of a name of its own is known there; "Granta *Autonomy*" is none."""
        name = self.names.covering.get(token)
        return name is not None and not all(sense.common for sense in name.senses)

    def _firms(self) -> dict[str, None]:
        """The classes of what "the firm" may mean."""
        single = (a.classes for a in self.world.anaphors.values() if a.single)
        return dict.fromkeys(c for classes in single for c in classes)

    def _is_called(self, token: int, first: int) -> bool:
        """Whether a noun right before it says that it is one firm: "the drone *maker* X"."""
        tree, noun = self.tree, first - 1
        if noun < 1 or tree.tags[noun] != "NN" or tree.lower[noun] not in self.world.firms:
            return False
        on, under = tree.heads[noun] == token, tree.heads[token] == noun
        return (on and tree.deps[noun] in _TOLD) or (under and tree.deps[token] in _TOLD)

    def _makes(self, token: int, first: int) -> bool:
        """Whether a state's firm is said to make something: "*Lithuania's* X makes drones"."""
        tree = self.tree
        owners = [t for t in tree.kids(token, "poss") if t < first and t in self.names.covering]
        polity = self.world.polity.fits
        if not any(polity(s.types) for t in owners for s in self.names.covering[t].senses):
            return False
        head = tree.heads[tree.first_conjunct(token)]
        does = tree.deps[tree.first_conjunct(token)] == "nsubj"
        does = does or token in passive.agents(tree, head)
        return does and tree.lemmas[head] in self.world.building

    def _is_made(self, token: int, last: int) -> bool:
        """Whether it is what somebody is said to make, called by a number: "builds the *Bayraktar
        TB3*"."""
        tree = self.tree
        if not any(c.isdigit() for c in tree.words[last]):
            return False
        listed = tree.first_conjunct(token)
        verb = tree.heads[listed]
        made = tree.deps[listed] in ("dobj", "nsubjpass") and tree.is_verb(verb)
        return made and tree.lemmas[verb] in self.world.building
