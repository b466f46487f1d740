"""Which of the gazetteer's names at a word are there by themselves: no parts of other names, and
nothing that somebody has."""

from __future__ import annotations

from graph.statements import EntityId
from loaders.extraction.entities.likened import is_likened
from loaders.extraction.entities.namesakes import Namesakes
from loaders.extraction.knowledge.site import Site
from loaders.extraction.names.gazetteer import Sense
from loaders.extraction.names.names import TokenName
from loaders.extraction.phrases.complement import is_in_phrase
from loaders.extraction.phrases.longer_names import LongerNames


class BareNames:
    """Answers for the tokens of one tree."""

    def __init__(self, site: Site, longer: LongerNames) -> None:
        self._site, self._longer = site, longer
        self.tree, self.names, self.world = site.tree, site.names, site.world
        self._namesakes = Namesakes(site)
        self._own: dict[int, list[TokenName]] = {}

    def at(self, token: int) -> list[TokenName]:
        """The names at `token`."""
        own = self._own.get(token)
        if own is None:
            own = self._own[token] = [
                name
                for name in self.names.at(token)
                if not is_in_phrase(self._site, token)
                and not self._longer.hold(name)
                and not self._is_relation(name, token)
                and not self._is_rivalled(name)
                and not self._is_unfounded(name)
                and not self._namesakes.is_one(name)
                and not is_likened(self._site, name)
            ]
        return own

    def _is_rivalled(self, name: TokenName) -> bool:
        """Whether a common noun that is somebody's weak name is said of another: "the *Anglo-Dutch
        Alliance*", and later "the *Alliance*"."""
        tree, token = self.tree, name.root
        bare = tree.tags[name.first] == "DT" and name.last == name.first + 1
        if not (bare or name.first == name.last):
            return False
        if tree.lemmas[token] not in self.world.anaphors:
            return False
        if not all(sense.weak for sense in name.senses):
            return False
        if tree.child(token, "compound", "nmod") is not None:
            return True
        sentence = self._site.sentence(token)
        return self._site.discourse.rival(tree.lemmas[token], sentence, token) is not None

    def _is_unfounded(self, name: TokenName) -> bool:
        """Whether a weak name stands in a text which never names its bearer in full, nor what it
        is of: "the *Alliance*", "*allied* troops" and "*Asian partners*" without NATO."""
        fits = self.world.actor.fits
        common = self.tree.tags[name.root] == "NNS"
        if not all((common or s.weak or s.adjectival) and fits(s.types) for s in name.senses):
            return False
        kin = {iri for sense in name.senses for iri in self._kin(name, sense)}
        named, parts = self._site.discourse.named, self.world.facts.parts
        return bool(kin) and kin.isdisjoint(named) and all(parts(i).isdisjoint(named) for i in kin)

    def _kin(self, name: TokenName, sense: Sense) -> frozenset[str]:
        """What must be named elsewhere so that a weak name counts."""
        label = self._site.cast.label(EntityId(sense.iri))
        lemma, people = self.tree.lemmas[name.root], self.world.people
        several = self.tree.tags[name.root] == "NNS"
        of_group = several or lemma in self.world.anaphors or lemma in people
        if not sense.adjectival and not of_group:
            return frozenset()
        kin = self.names.told_in(label)
        return kin if any(map(self.world.facts.is_group, kin)) else frozenset()

    def _is_relation(self, name: TokenName, token: int) -> bool:
        """Whether a one-word name is what somebody has: "China and Russia's cooperation"."""
        tree = self.tree
        if tree.tags[token] not in ("NN", "NNS"):
            return False
        if name.first != name.last:
            # "the closer partnership between A and B" is theirs, and not partnerships.
            related = name.root == token and tree.lemmas[token] in self.world.anaphors
            # "the security and defence partnership between A and B" is their treaty.
            told = any(self.world.fits(s.types, self.world.lexicon.told) for s in name.senses)
            return (
                related
                and not told
                and any(tree.lower[p] == "between" for p in tree.kids(token, "prep"))
            )
        if name.root == token and any(
            tree.tags[c] in ("NN", "NNS") and c not in self.names.covering
            for c in tree.kids(token, "compound", "amod", "nmod")
        ):
            # "threat environment" is not the environment.
            return True
        if all(s.weak for s in name.senses) and tree.tags[token] == "NN":
            # "the RIMPAC exercise" is that one, and not exercises.
            proper = tree.kids(token, "compound", "nmod")
            if name.root == token and any(tree.tags[c] == "NNP" for c in proper):
                return True
        if tree.lemmas[token] not in self.world.noun_triggers:
            return False
        return tree.child(token, "poss") is not None or any(
            tree.lower[p] in ("between", "with", "among") for p in tree.kids(token, "prep")
        )
