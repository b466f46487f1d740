"""Names that the ontology knows, read in the sense that the slot wants."""

from __future__ import annotations

from graph.statements import EntityId
from loaders.extraction.entities.bare import BareNames
from loaders.extraction.entities.dated_pacts import DatedPacts
from loaders.extraction.entities.fellowship import Fellowship
from loaders.extraction.entities.settled import Settled, under_locative
from loaders.extraction.grammar import phrase
from loaders.extraction.knowledge.elsewhen import Elsewhen
from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.knowledge.site import Site
from loaders.extraction.knowledge.wanted import Wanted
from loaders.extraction.names.gazetteer import Sense
from loaders.extraction.names.names import TokenName
from loaders.extraction.parse.tags import PROPER
from loaders.extraction.phrases.complement import is_one
from loaders.extraction.phrases.longer_names import LongerNames
from loaders.extraction.phrases.narrowed import Narrowed
from loaders.extraction.phrases.shared_head import SharedHeads

_NARROWING = frozenset({"of", "against"})
_METONYM = 0.9
"""How sure a capital for its state is."""


class KnownNames:
    """Reads the gazetteer's names on the tree."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self.tree, self.names, self.world = site.tree, site.names, site.world
        self._narrowed, self.longer = Narrowed(site), LongerNames(site)
        self._shared, self._fellowship = SharedHeads(site), Fellowship(site)
        self.bare, self._settled = BareNames(site, self.longer), Settled(site)
        self._dated, self._elsewhen = DatedPacts(site), Elsewhen(site)

    def read(self, token: int, wanted: Wanted) -> list[Filler]:
        """What the names at `token` name, as far as it fits."""
        found = []
        for name in self.bare.at(token):
            sense = self.sense(name, wanted)
            if sense is not None and (other := self._elsewhen.other(name, sense)) is not None:
                found.append(other._replace(token=token))
                continue
            if sense is not None and (
                self._is_narrowed(name, sense)
                or self._is_title(name, sense)
                or self._is_event(name, sense)
            ):
                continue
            if sense is not None and self._is_some(token, sense):
                found += self._polity(name, sense, token, wanted)
                continue
            some = None if sense is None else self._fellowship.meant(name, sense)
            if some is not None:
                found += some
                continue
            if sense is not None and (narrower := self._narrowed.narrower(name, sense)):
                found.append(narrower._replace(token=token))
                continue
            if sense is None:
                found += self._settled.grouping(name, token, wanted)
                continue
            start = self.tree.passage.span(name.start, name.end).start
            entity = EntityId(sense.iri)
            words = self.tree.passage.text[name.start : name.end]
            if not sense.is_class:
                self._site.cast.mention(entity, words, start)
            found.append(
                Filler(
                    entity,
                    sense.types,
                    token,
                    name.start,
                    name.end,
                    self._quantifier(token, sense),
                    sense.is_class,
                    _METONYM if sense.weak else 1.0,
                )
            )
            found += self._shared.others(name, wanted)
        return found

    def _is_title(self, name: TokenName, sense: Sense) -> bool:
        """Whether it is what one agreement is called, or part of a text's title, and no interest:
        "the *Strategic Partnership* between X and Y", "a *Free Trade Agreement*", "the Strategy
        for *Cooperation in the Indo-Pacific*"."""
        tree, root = self.tree, name.root
        if tree.tags[root] != "NNP" or not self.world.fits(sense.types, self.world.sought):
            return False
        known = self.world.ontology.entities.get(sense.iri)
        if known and phrase.text(tree, name.first, name.last) in known.alternative:
            # "the UN *Convention* on the Law of the Sea" stands for the law itself.
            return False
        if tree.lower[root] in self.world.paired_heads:
            determined = tree.child(root, "det") is not None
            return determined or bool(tree.after(root, ("between", "with")))
        above = tree.heads[tree.heads[root]]
        if tree.deps[root] != "pobj" or tree.tags[above] not in PROPER:
            return False
        return self.world.is_text(tree.lower[above])

    def _is_event(self, name: TokenName, sense: Sense) -> bool:
        """Whether it is one that takes place, and no interest: "begin *a dialogue*", "hold *a
        strategic dialogue*"."""
        tree, root = self.tree, name.root
        if not self.world.fits(sense.types, self.world.sought):
            return False
        if is_one(self._site, root):
            return True
        if name.first != name.last:
            return False
        one = tree.tags[root] == "NNP" or tree.child(root, "det") is not None
        return one and tree.lower[root] in self.world.happening_heads

    def _polity(self, name: TokenName, sense: Sense, token: int, wanted: Wanted) -> list[Filler]:
        """Whose those are of whom so many are told: "*28,000 US troops*" are the United States'."""
        return [
            Filler(EntityId(iri), types, token, name.start, name.end)
            for iri, types in self._site.stands_for(EntityId(sense.iri))
            if wanted.fits(types)
        ]

    def metonym(self, token: int, wanted: Wanted) -> list[Filler]:
        """What the name at `token` stands for: a state for its capital, even after "in"."""
        found = []
        for name in self.names.at(token):
            weak = [s for s in name.senses if s.weak and wanted.fits(s.types)]
            found += [
                Filler(EntityId(s.iri), s.types, token, name.start, name.end, sure=_METONYM)
                for s in sorted(weak)[:1]
            ]
        return found

    def _quantifier(self, token: int, sense: Sense) -> str | None:
        if not self.world.fits(sense.types, self.world.actors):
            return None
        return self._site.quantifier(token)

    def sense(self, name: TokenName, wanted: Wanted) -> Sense | None:
        """The sense of `name` that fits; a weak one only where the context allows a metonym."""
        fitting = [s for s in name.senses if wanted.fits(s.types)]
        if not fitting:
            return None
        strong = [s for s in fitting if not s.weak]
        if strong:
            return min(strong, key=lambda s: (s.is_class, s.iri))
        # "in cyberspace" is a field of work; "in Tokyo" is no metonym.
        actors = self.world.may_act(fitting)
        if len(fitting) > 1 or not (actors and under_locative(self._site, name)):
            return self._meant(name, fitting)
        return None

    def _meant(self, name: TokenName, senses: list[Sense]) -> Sense | None:
        """Which of those that share a weak name is meant: the one of most that the sentence
        names, "the Reciprocal Access Agreement with X"; else the one spoken of before."""
        if len(senses) == 1:
            return None if self._is_anothers(name, senses[0]) else senses[0]
        tree, related = self.tree, self.world.facts.related
        first, end = tree.sentences[tree.sentence[name.root]]
        beside = {
            sense.iri
            for other in self.names.hanging(first, end)
            if other is not name
            for sense in other.senses
        }
        told = {s: len(beside & related.get(s.iri, set())) for s in senses}
        # An agreement is its parties', a strategy is of one.
        enough = 2 if self.world.fits(senses[0].types, self.world.lexicon.told) else 1
        best = [s for s in senses if told[s] == max(told.values()) >= enough]
        before = [s for s in senses if self._site.cast.has_named(EntityId(s.iri))]
        dated = None if best else self._dated.meant(name.root, (s.iri for s in senses))
        found = best or [s for s in senses if s.iri == dated] or before
        found = found or self._theirs(name, senses, beside)
        return found[0] if len(found) == 1 else None

    def _theirs(self, name: TokenName, senses: list[Sense], beside: set[str]) -> list[Sense]:
        """The agreements among them that those who speak have with whom the sentence names, if
        its own words do not say whose it is."""
        tree = self.tree
        told = tree.child(name.root, "relcl", "acl", "poss", "prep") is not None
        if told or tree.tags[name.root] not in PROPER:
            return []
        discourse, parties = self._site.discourse, self.world.facts.parties
        ours = {str(f.entity) for f in (*discourse.voice, *discourse.home)}
        return [
            s
            for s in senses
            if (theirs := parties(s.iri)) and theirs <= beside | ours and theirs & beside
        ]

    def is_some(self, token: int) -> bool:
        """Whether the words name some of a plural without members of its own."""
        names = self.names.by_root.get(token, ())
        return any(self._is_some(token, sense) for name in names for sense in name.senses)

    def _is_some(self, token: int, sense: Sense) -> bool:
        """Whether a plural without members of its own tells how many or what others are: "*four*
        democracies", "all of them *are* democracies"."""
        tree, world = self.tree, self.world
        counted = tree.deps[token] == "attr" or tree.child(token, "nummod") is not None
        return (
            counted and world.fits(sense.types, world.actors) and world.facts.is_plural(sense.iri)
        )

    def _is_anothers(self, name: TokenName, sense: Sense) -> bool:
        """Whether it is the like body of another state: "*Fiji's* Security Council"."""
        world, polity = self.world, self.world.polity
        if not world.actor.fits(sense.types) or polity.fits(sense.types):
            return False
        facts = world.facts
        own = [iri for iri in facts.related.get(sense.iri, ()) if polity.fits(facts.types(iri))]
        owners = [
            {s.iri for s in other.senses if polity.fits(s.types)}
            for t in self.tree.kids(name.root, "poss", "amod", "compound", "nmod")
            if t < name.first
            for other in self.names.at(t)
        ]
        return bool(own) and any(owner and owner.isdisjoint(own) for owner in owners)

    def _is_narrowed(self, name: TokenName, sense: Sense) -> bool:
        """Whether a one-word synonym is narrowed by what follows: "governance of X" is not good
        governance; nor is "this partnership" partnerships."""
        tree, token = self.tree, name.root
        if self._narrowed.is_other(name, sense) or self._goes_on(name):
            return True
        if self._is_part_of_another(name, sense):
            return True
        entity = self.world.ontology.entities.get(sense.iri)
        if name.first != name.last or entity is None or "-" in tree.words[token]:
            # "the co-production of arms" says what is produced together.
            return False
        if self.world.fits(sense.types, self.world.actors):
            return False
        if tree.lower[token] == entity.label.lower():
            return False
        if tree.lemmas[token].lower() in self.world.anaphors and tree.tags[token] in ("NN", "NNP"):
            proper = any(tree.tags[c] == "NNP" for c in tree.kids(token, "compound"))
            return proper or tree.child(token, "det", "poss") is not None
        return tree.tags[token] in ("NN", "NNS") and any(
            tree.lower[p] in _NARROWING
            for c in tree.conjuncts(token)
            # "corruption and *the forced recruitment* of children" is corruption of nobody.
            if c == token or tree.child(c, "det", "amod", "poss") is None
            for p in tree.kids(c, "prep")
        )

    def _is_part_of_another(self, name: TokenName, sense: Sense) -> bool:
        """Whether an agreement's name by its part is said of another: "*Article 5* of our security
        treaty"."""
        tree, world = self.tree, self.world
        if not world.fits(sense.types, world.lexicon.told):
            return False
        wholes = (t for t in tree.after(name.root, ("of",)) if t > name.last)
        return any(
            tree.lemmas[t] in world.paired_heads and t not in self.names.covering for t in wholes
        )

    def _goes_on(self, name: TokenName) -> bool:
        """Whether a group's name by its kind is but the beginning of another's: "the *Alliance* of
        Sahel States"."""
        tree, token = self.tree, name.root
        if tree.lemmas[token] not in self.world.anaphors or token != name.last:
            return False
        if not tree.words[token][0].isupper() or tree.lower[token + 1 : token + 2] != ["of"]:
            return False
        return any(tree.tags[t] in PROPER for t in tree.after(token, ("of",)))
