"""Words that name nothing known, as what the cue that asks makes of them: "rejects *Tokyo's
offer*" is about Tokyo, "fears *drone flights*" makes those a threat."""

from __future__ import annotations

from loaders.extraction.entities import making
from loaders.extraction.entities.unknown import UnknownNames
from loaders.extraction.grammar.passive import agents
from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.knowledge.reading import Reading
from loaders.extraction.knowledge.site import Site
from loaders.extraction.knowledge.wanted import Wanted
from loaders.extraction.reading import done_before
from loaders.extraction.reading.owners import Owners


class Made:
    """Answers for nouns of one tree, by the marks of what is wanted."""

    def __init__(self, site: Site, reading: Reading, unknown: UnknownNames, owners: Owners) -> None:
        self._site, self._reading, self._unknown, self._owners = site, reading, unknown, owners
        self.tree, self.world = site.tree, site.world

    def opened(self, token: int, wanted: Wanted, depth: int) -> list[Filler]:
        """The words themselves, where the cue says what they are."""
        if wanted.opened is None:
            return []
        found = self._unknown.opened(token, wanted.opened)
        return [found] if found is not None else []

    def read(self, token: int, wanted: Wanted, depth: int) -> list[Filler]:
        """What the cue that asks makes of words that name nothing known, by its marks."""
        if wanted.owner:
            common = self.tree.tags[token] in ("NN", "NNS")
            if not (common or self.tree.child(token, "poss")) or self._are_people(token):
                return []
            owned = making.owners(self.tree, token, self.world.faring)
            owned += [
                # "the drill *staged by X*"
                t
                for clause in self.tree.kids(token, "acl")
                if self.tree.tags[clause] in ("VBN", "VBD") and "obj" in self.tree.deps[token]
                for t in agents(self.tree, clause)
            ]
            owners = [f for t in owned for f in self._reading.each(t, wanted, 1)]
            owners = owners or self._owners.represented(owned, wanted)
            before = self._owners.before(token, wanted)
            owners = owners or (before if len(before) == 1 else [])
            return owners or done_before.doers(self._site, token, wanted)
        if wanted.made is None or self._is_other(token, wanted):
            return []
        bare = self.tree.child(token, "amod", "compound") is None
        owned = making.owners(self.tree, token, self.world.faring) if bare else []
        # "Beijing's inroads" are Beijing, "NATO's pivot" is NATO.
        owners = [f for t in owned for f in self._reading.each(t, self.world.actor, 1)]
        person = self.world.is_person
        fitting = [f for f in owners if wanted.fits(f.types) and not person(f.types)]
        return fitting or self._unknown.made(token, wanted.made)

    def _is_other(self, token: int, wanted: Wanted) -> bool:
        """Whether what is named at `token` is of other classes than those wanted."""
        if wanted.made is not None and making.is_other(self.tree, self.world, token, wanted.made):
            return True
        name = self._site.names.covering.get(token)
        return name is not None and not any(wanted.fits(s.types) for s in name.senses)

    def _are_people(self, token: int) -> bool:
        """Whether the noun names people, who act for themselves."""
        return self.tree.lemmas[token] in self.world.people
