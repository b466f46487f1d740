"""Reads tokens of one tree as entities that fit the classes wanted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from loaders.extraction.anaphora import pointing
from loaders.extraction.anaphora.anaphora import Anaphora
from loaders.extraction.anaphora.counted import COUNTED, ORDERED, Counted
from loaders.extraction.anaphora.dreaded import by_noun, may_be_dreaded
from loaders.extraction.anaphora.nearby import PRONOUNS
from loaders.extraction.anaphora.pronouns import Pronouns
from loaders.extraction.anaphora.standing import Standing
from loaders.extraction.anaphora.there import may_be_there, there
from loaders.extraction.entities.known import KnownNames
from loaders.extraction.entities.legations import is_legation
from loaders.extraction.entities.occasions import Occasions
from loaders.extraction.entities.pacts import ALIKE, Pacts
from loaders.extraction.entities.premises import Premises
from loaders.extraction.entities.proper import ProperNames
from loaders.extraction.entities.unknown import UnknownNames
from loaders.extraction.grammar.apposition import names_after
from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.knowledge.provisional import Provisional
from loaders.extraction.knowledge.site import Site
from loaders.extraction.knowledge.wanted import Wanted
from loaders.extraction.phrases.lists import Lists
from loaders.extraction.phrases.titles import Titles
from loaders.extraction.reading import (
    apposed,
    doings,
    editions,
    firsts,
    recalled,
    standins,
    vessels,
)
from loaders.extraction.reading.alike import Alike
from loaders.extraction.reading.contents import Contents
from loaders.extraction.reading.countered import countered
from loaders.extraction.reading.delegates import Delegates
from loaders.extraction.reading.made import Made
from loaders.extraction.reading.owners import Owners
from loaders.extraction.reading.ways import Way, Ways

_DEPTH = 5
_DESCRIBING = frozenset({"JJ", "CD", "DT", "VBN"})
"""Tags beside nouns' of what may stand for something by description."""
_EQUATED = frozenset({"appos", "attr"})


class Reader:
    """Reads one tree: known names first, then what takes up, stands for or contains others."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.world, self.grammar, self.cast = site.world, site.grammar, site.cast
        self.discourse, self.tree, self.names = site.discourse, site.tree, site.names
        self.lists = Lists(site)
        self._known = KnownNames(site)
        self.longer = self._known.longer
        self._provisional = Provisional(site)
        self._proper = ProperNames(site, self._provisional)
        self._unknown = UnknownNames(site, self._provisional, self._proper)
        self.owners, self.standing = Owners(site, self, self._known), Standing(site, self)
        self._alike = Alike(site, self._unknown)
        self._made = Made(site, self, self._unknown, self.owners)
        self._delegates = Delegates(site, self, self._known, self.owners)
        self._pronouns = Pronouns(
            site,
            lambda token, wanted: self.each(token, wanted, 1),
            lambda token, wanted: self.read(token, wanted, 1),
        )
        self._anaphora = Anaphora(site, self._pronouns)
        self._counted = Counted(site, lambda token, wanted: self.each(token, wanted, 1))
        self.titles = Titles(site)
        self._pacts = Pacts(site, self.fillers, self.owners.actors)
        self._occasions = Occasions(site, self.fillers, self.owners.actors)
        self._premises = Premises(site, self._provisional)
        self.contents = Contents(
            site,
            self,
            self.lists,
            self.owners,
            self._occasions,
            self._unknown,
            self._proper,
            self._provisional,
        )
        self._read: dict[tuple[int, Wanted], list[Filler]] = {}
        self._ways: dict[int, Ways] = {}
        self._descriptions = self._describing()

    def fillers(self, tokens: Iterable[int], wanted: Wanted) -> list[Filler]:
        """What `tokens` and what is coordinated with them name, as far as it fits."""
        found: dict[str, Filler] = {}
        for token in tokens:
            listed = self.lists.coordinated(token)
            for other in listed:
                for filler in self.read(other, wanted):
                    found.setdefault(filler.entity, filler)
            if found and len(listed) > 1:
                rest = countered(self.site, listed, wanted)
                for filler in rest + self._alike.rest(listed, wanted, [*found.values(), *rest]):
                    found.setdefault(filler.entity, filler)
        several = list(found.values())
        if len(several) > 1 and self._are_things(several):
            last = several[-1].token
            self.discourse.note_list(several, self.site.sentence(last), last)
        return several

    def _are_things(self, fillers: Sequence[Filler]) -> bool:
        """Whether none is anybody, nor anything that a pronoun takes up."""
        fits, referable = self.world.fits, self.world.referable
        return not any(f.at is not None or fits(f.types, referable) for f in fillers)

    def fillers_of(self, tokens: Iterable[int], wanted: Wanted) -> list[Filler]:
        """What just `tokens` name, each by itself."""
        found = {f.entity: f for token in tokens for f in self.read(token, wanted)}
        return list(found.values())

    def read(self, token: int, wanted: Wanted, depth: int = 0) -> list[Filler]:
        """What `token` names, without what is coordinated with it."""
        key = (token, wanted)
        known = self._read.get(key)
        if known is None:
            self._read[key] = []
            known = self._read[key] = self._reading(token, wanted, depth)
        return known

    def _reading(self, token: int, wanted: Wanted, depth: int) -> list[Filler]:
        if depth > _DEPTH or self._is_office(token, wanted):
            return []
        ways = self._ways.get(token)
        if ways is None:
            ways = self._ways[token] = self._ways_to_read(token)
        for way in ways.named if wanted.is_plain else ways.all:
            found = way(token, wanted, depth)
            if found:
                return found
        return []

    def _is_office(self, token: int, wanted: Wanted) -> bool:
        """Whether it is an office of envoys, where an event is wanted."""
        happens = self.world.lexicon.happenings
        return is_legation(self.site, token) and any(wanted.fits((c,)) for c in happens)

    def _ways_to_read(self, token: int) -> Ways:
        """How the words at `token` may be read, whatever is wanted, the surest way first."""
        tree = self.tree
        lower, tag = tree.lower[token], tree.tags[token]
        if lower == "whose":
            return Ways([lambda t, wanted, depth: standins.whose(self, t, wanted, depth)])
        if (lower in COUNTED or lower in ORDERED) and self._counted.may_stand(token):
            return Ways([lambda token, wanted, _: self._counted.read(token, wanted)])
        if lower in PRONOUNS and not tag.startswith("NNP"):
            return Ways([lambda token, wanted, _: self._pronouns.read(token, wanted)])
        if pointing.may_point(tree, token):
            return Ways([lambda token, wanted, _: pointing.pointed(self.site, token, wanted)])
        if may_be_there(tree, token):
            read = self.read
            return Ways([lambda t, wanted, _: there(self.site, t, wanted, read)])
        if (back := self._way_back(token)) is not None:
            return Ways([back])
        ways = self._ways_to_name(token)
        if tag == "VBG":
            ways.append(self.contents.gerund)
            if not tree.is_noun(token):
                return Ways(ways)
        if tree.is_noun(token) or tag in _DESCRIBING:
            ways += [way for may, way in self._descriptions if may(token)]
            return Ways(ways, [self._made.opened, self._made.read])
        return Ways(ways)

    def _way_back(self, token: int) -> Way | None:
        """How a word that names nothing takes up what was named, where it does so alone."""
        lower = self.tree.lower[token]
        if lower in standins.STANDING and standins.may_be_others(self, token):
            return lambda t, wanted, depth: standins.others(self, t, wanted, depth)
        if lower in ALIKE and not self._is_somebody(token):
            return lambda token, wanted, _: self._pacts.alike(token, wanted)
        if recalled.may_recall(self, token):
            return lambda token, wanted, _: recalled.recalled(self, token, wanted)
        return None

    def _is_somebody(self, token: int) -> bool:
        """Whether "one" is told by who stands beside it: "our oldest *one*, the United States"."""
        if self.tree.lower[token] not in ALIKE:
            return False
        beside = (n for t in self.tree.kids(token, "appos") for n in self.names.at(t))
        return any(self.world.may_act(name.senses) for name in beside)

    def _ways_to_name(self, token: int) -> list[Way]:
        """How the words at `token` may name something, or lead to what does."""
        tree, world = self.tree, self.world
        lemma, ways = tree.lemmas[token], list[Way]()
        if tree.child(token, "appos") is not None or self.lists.apposed(token):
            ways.append(lambda token, wanted, depth: apposed.apposed(self, token, wanted, depth))
        if lemma in world.generics:
            ways.append(self._exemplified)
            ways.append(lambda token, wanted, _: self._anaphora.listed(token, wanted))
        if (
            tree.deps[token] == "attr"
            or self.contents.is_one_of(token)
            or self.contents.begun(token)
        ):
            ways.append(self.contents.identified)
        if (tree.tags[token] == "NN" or self._is_somebody(token)) and (
            names := names_after(tree, token, self.names, firm=lemma in world.firms)
        ):
            ways.append(lambda _, wanted, depth: apposed.beside(self, names, wanted, depth))
        if lemma in world.delegates and tree.tags[token] in ("NN", "NNS"):
            ways.append(self._delegates.instead)
        if self._known.bare.at(token) and not standins.is_named(self, token):
            ways.append(lambda token, wanted, _: self._known.read(token, wanted))
        if tree.tags[token] in ("NNS", "NNPS") and tree.child(token, "poss") is None:
            ways.append(lambda token, wanted, _: standins.within(self, token, wanted))
        return ways

    def _exemplified(self, token: int, wanted: Wanted, depth: int) -> list[Filler]:
        """ "The *group's members*, including X": the group, and X; "*hybrid threats* such as Y"."""
        found = self.contents.examples(token, wanted, depth)
        if not found:
            return found
        whole = self._known.read(token, wanted)
        if not whole and self.tree.lemmas[token] in self.world.members:
            whole = standins.grouped(self, token, wanted, depth)
        issues = (*self.world.sought, *self.world.feared)
        kept = [
            f
            for f in whole
            if self.world.facts.may_be_group(f.entity) or self.world.fits(f.types, issues)
        ]
        return [*kept, *found]

    def _describing(self) -> list[tuple[Callable[[int], bool], Way]]:
        """How nouns may stand for something, the surest way first, and which nouns each is for."""
        tree, world = self.tree, self.world
        lemmas, tags, deps, words = tree.lemmas, tree.tags, tree.deps, tree.words
        happens, relational = self._occasions.heads, world.lexicon.relational
        return [
            (
                lambda t: may_be_dreaded(tree, t, world.dreads),
                lambda t, wanted, _: by_noun(self.site, t, wanted),
            ),
            (
                lambda t: lemmas[t] in world.members and tags[t] == "NNS",
                lambda t, wanted, depth: standins.grouped(self, t, wanted, depth),
            ),
            (
                lambda t: lemmas[t] in world.anaphors,
                lambda t, wanted, depth: standins.known_as(self, t, wanted, depth),
            ),
            (lambda t: lemmas[t] in relational, self.owners.related),
            (lambda t: self.site.events.heads(tree, t), self._event),
            (
                lambda t: editions.may_head(self, t),
                lambda t, wanted, _: editions.editions(self, t, wanted),
            ),
            (self._pacts.may_head, lambda t, wanted, _: self._pacts.read(t, wanted)),
            (self._anaphora.may_take_up, lambda t, wanted, _: self._anaphora.noun(t, wanted)),
            (lambda t: deps[t] in _EQUATED, self.contents.identified),
            (self._delegates.may_stand, self._delegates.delegated),
            (
                lambda t: words[t][0].isupper(),
                lambda t, wanted, depth: vessels.owners(self, t, wanted, depth),
            ),
            (lambda t: lemmas[t] in world.voices, self._delegates.voiced),
            (lambda t: lemmas[t] in world.coming, self.contents.coming),
            (lambda t: lemmas[t] in world.doings, lambda t, w, _: doings.doers(self, t, w)),
            (lambda t: lemmas[t] in world.bonds, self.contents.bound),
            (
                lambda t: lemmas[t] in world.containers or tags[t] == "CD",
                self.contents.contained,
            ),
            (lambda t: lemmas[t] in world.heads or happens(t), self.contents.called),
            (self._unknown.may_name, lambda t, wanted, _: self._unknown.read(t, wanted)),
            (happens, lambda t, wanted, _: self._occasions.read(t, wanted)),
            (self._premises.may_head, lambda t, wanted, _: self._premises.read(t, wanted)),
        ]

    def _event(self, token: int, wanted: Wanted, depth: int) -> list[Filler]:
        if first := firsts.same_event(self, token, wanted):
            return first
        event = self.site.events.resolve(self, token, wanted)
        return [event] if event is not None else []

    def direct(self, token: int, wanted: Wanted) -> list[Filler]:
        """What `token` itself names: nothing that it stands for or belongs to."""
        if self.tree.lower[token] == "it":
            return self._pronouns.read(token, wanted)
        if self._is_office(token, wanted):
            return []
        named = self._known.read(token, wanted)
        if named:
            return named
        event = self.site.events.resolve(self, token, wanted)
        if event is not None:
            return [event]
        if editions.may_head(self, token) and (several := editions.editions(self, token, wanted)):
            return several
        return (
            self._anaphora.noun(token, wanted)
            or self.owners.related(token, wanted)
            or self._unknown.read(token, wanted)
            or self._occasions.read(token, wanted)
            or (self._premises.read(token, wanted) if self._premises.may_head(token) else [])
        )

    def known(self, token: int, wanted: Wanted) -> list[Filler]:
        """What the ontology's names at `token` mean."""
        return self._known.read(token, wanted)

    def each(self, token: int, wanted: Wanted, depth: int) -> list[Filler]:
        return [f for t in self.lists.coordinated(token) for f in self.read(t, wanted, depth + 1)]

    def titled(self, class_name: str, token: int) -> Filler | None:
        """What the proper name at `token` names, of which the words around it tell the class."""
        return self._proper.titled(class_name, token)

    def is_retaken(self, token: int) -> bool:
        """Whether the noun heads an agreement or event, which later "the agreement" or "the
        event" may take up."""
        return self._pacts.heads(token) or self._occasions.heads(token)

    def parties(self, token: int) -> list[Filler]:
        """The parties of the agreement that the noun heads, as far as they tell it."""
        return self._pacts.parties(token)

    def dated_parties(self, token: int, wanted: Wanted) -> list[Filler]:
        """The parties of the known agreement at `token`, if the text dates its signature."""
        return self._pacts.dated_parties(token, wanted)
