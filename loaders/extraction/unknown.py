"""Names that the ontology lacks: people, proper names by their head noun, common phrases."""

from __future__ import annotations

import re

from graph.statements import EntityId
from loaders.extraction import complement, making, phrase
from loaders.extraction.dates import is_month
from loaders.extraction.filler import Filler
from loaders.extraction.names import TokenName
from loaders.extraction.people import People
from loaders.extraction.site import Site
from loaders.extraction.tree import PROPER
from loaders.extraction.wanted import Wanted
from ontology.lexicon import Head

_SURE = 0.8
_MADE = 0.8
"""How sure it is that a cue makes something of words, against what their head makes of them."""

_NAMING = PROPER | {"HYPH", "POS"}
"""Tags of what may stand in a proper name before its noun."""
_NO_BEGINNING = frozenset({"HYPH", "POS", "RB", "CC"})
_PURPOSE = 5
_WHERE = frozenset({"in", "near", "outside", "off"})
_SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii"})
_SHORT = re.compile(r"\s?\(([A-Z][A-Z0-9&-]{1,9})\)")


class UnknownNames:
    """Makes provisional entities of phrases whose head or place in the sentence types them."""

    def __init__(self, site: Site) -> None:
        self.tree, self.names, self.world = site.tree, site.names, site.world
        self.cast, self.site = site.cast, site
        self._people = People(site)

    def may_name(self, token: int) -> bool:
        """Whether the words at `token` may name something unknown, whatever is wanted."""
        tree, heads = self.tree, self.world.heads
        if tree.words[token][0].isupper() or tree.tags[token] in PROPER:
            return True
        if tree.lemmas[token] in heads or tree.lower[token] in heads:
            return True
        return token > 0 and tree.tags[token - 1] in _NAMING

    def read(self, token: int, wanted: Wanted) -> list[Filler]:
        """The provisional entity that the phrase of `token` names, if it fits."""
        found = self._proper(token, wanted) or self.common(token, wanted)
        return [found] if found is not None else []

    def made(self, token: int, class_name: str) -> list[Filler]:
        """What the cue makes of the phrase of `token`, if that says enough."""
        tree = self.tree
        first, last = phrase.extent(tree, token, self.world.vague)
        if not making.may_be_made(tree, self.world, token, first):
            return []
        enough, needed = self._completed(class_name, first, token)
        if not enough:
            return []
        tail = needed or (self._tail(token, ("of",)) if first == last else None)
        last = last if tail is None else tail
        name = phrase.name(tree, first, last)
        found = self.provisional(class_name, name, token, tree.ends[last])
        return [found._replace(sure=_SURE * _MADE)] if found is not None else []

    def _proper(self, token: int, wanted: Wanted) -> Filler | None:
        tree, world = self.tree, self.world
        named = token in self.names.covering and not self._is_common_noun(token)
        if named and not self._is_retitled(self.names.covering[token]):
            return None
        short = self.site.discourse.short.get(tree.words[token])
        if short is not None and wanted.fits(short[1]):
            return self._filler(
                *short, token, tree.starts[token], tree.ends[token], tree.words[token]
            )
        if tree.tags[token] in ("NN", "NNS"):
            return self._named_kind(token, wanted)
        if tree.tags[token] not in PROPER:
            return None
        if tree.lower[token] in _SUFFIXES:
            return self._suffixed(token, wanted)
        first, last = phrase.proper_extent(tree, token)
        typed = (
            self._headed(token, first, last, wanted)
            or self._titled(first, last, wanted)
            or self._place(token, wanted)
        )
        if typed is not None or not wanted.fits((world.person or "",)):
            return typed
        return self._person(token, first, last)

    def _suffixed(self, token: int, wanted: Wanted) -> Filler | None:
        """The known person whose name goes on: "Gilberto Teodoro *Jr*"."""
        name = self.names.covering.get(token - 1)
        fitting = [s for s in name.senses if wanted.fits(s.types)] if name else []
        if name is None or not fitting:
            return None
        words = phrase.text(self.tree, name.first, token)
        entity, types = EntityId(fitting[0].iri), fitting[0].types
        return self._filler(entity, types, token, name.start, self.tree.ends[token], words)

    def _is_retitled(self, name: TokenName) -> bool:
        """Whether a title makes a known name another event's: "*Operation* Sea Shield"."""
        before = name.first - 1
        if before < 0 or self.tree.tags[before] != "NNP":
            return False
        happenings = self.world.lexicon.happenings
        heads = self.world.heads.get(self.tree.lower[before], ())
        return any(h.proper and self.world.fits((h.class_name,), happenings) for h in heads)

    def _is_common_noun(self, token: int) -> bool:
        """Whether what is known there is a common noun, capitalised as part of a name:
        "*University* of Lisbon"."""
        name, tree = self.names.covering[token], self.tree
        if name.first != name.last or tree.tags[token] not in PROPER:
            return False
        entities, surface = self.world.ontology.entities, tree.words[token]
        known = (entities[s.iri] for s in name.senses if s.iri in entities)
        return surface.istitle() and not any(
            surface in (e.label, *e.alternative, *e.hidden) for e in known
        )

    def _headed(self, token: int, first: int, last: int, wanted: Wanted) -> Filler | None:
        """A capitalised name that one of its words types: "Northern Seabed Treaty"."""
        tree, world = self.tree, self.world
        words = [tree.lower[i] for i in range(first, last + 1)]
        # The "PACT Act" is an act; "Cabinet Secretary Ichikawa" is nobody's cabinet.
        if tree.lower[token] in world.heads or any(word in world.offices for word in words):
            words = []
        for word in (tree.lower[token], *words):
            for head in world.heads.get(word, ()):
                if head.proper and wanted.fits((head.class_name,)):
                    first, last = phrase.proper_extent(tree, token, linked=True)
                    if last > first and not phrase.is_cut(tree, first, last):
                        name = phrase.text(tree, first, last)
                        return self.provisional(head.class_name, name, token, tree.ends[last])
        return None

    def _titled(self, first: int, last: int, wanted: Wanted) -> Filler | None:
        """A name right after a common noun for its kind: "exercise *Bull Run*"."""
        tree, noun = self.tree, first - 1
        if noun < 0 or tree.tags[noun] != "NN" or last + 1 - first > 4:
            return None
        if not (tree.heads[noun] in range(first, last + 1) or noun in tree.up(last)):
            return None
        for head in self.world.heads.get(tree.lower[noun], ()):
            happening = self.world.fits((head.class_name,), self.world.lexicon.happenings)
            if head.proper and happening and wanted.fits((head.class_name,)):
                name = phrase.text(tree, first, last)
                return self.provisional(head.class_name, name, last, tree.ends[last])
        return None

    def titled(self, class_name: str, token: int) -> Filler | None:
        """What the proper name around `token` names, if it is of a class."""
        first, last = phrase.proper_extent(self.tree, token)
        name = phrase.text(self.tree, first, last)
        return self.provisional(class_name, name, last, self.tree.ends[last])

    def _named_kind(self, token: int, wanted: Wanted) -> Filler | None:
        """A proper name with a common noun for its kind: "the Joint Sea drill"."""
        tree, first = self.tree, token
        while first > 0 and first - 1 not in self.names.covering:
            # "KSS-III submarines", "Defence Ministers' Meeting"
            link = {"HYPH": "NNP", "POS": "NNPS"}.get(tree.tags[first - 1])
            linked = link is not None and tree.tags[first - 2 : first - 1] == [link]
            if tree.tags[first - 1] not in PROPER and not linked:
                break
            first -= 1
        before = token - 2 if tree.tags[token - 1] == "POS" else token - 1
        if first == token or tree.heads[before] != token:
            return None
        for head in self.world.heads.get(tree.lemmas[token], ()):
            if head.proper and wanted.fits((head.class_name,)):
                name = phrase.text(tree, first, token)
                return self.provisional(head.class_name, name, token, tree.ends[token])
        return None

    def _person(self, token: int, first: int, last: int) -> Filler | None:
        tree, world = self.tree, self.world
        found = self._people.name(token, first, last)
        if found is None:
            return None
        start, last = found
        name = phrase.text(tree, start, last)
        place = tree.starts[start], tree.ends[last]
        known = self.cast.known_person(tree.words[last]) if last - start < 2 else None
        if known is not None:
            return self._filler(known[0], known[1], token, *place, name)
        entity = self.cast.person(world.person or "", name)
        if entity is None:
            return None
        return self._filler(entity, (world.person or "",), token, *place, name)

    def common(self, token: int, wanted: Wanted) -> Filler | None:
        """A common noun phrase by its head: "digital authoritarianism"."""
        tree, world = self.tree, self.world
        heads = world.heads.get(tree.lemmas[token]) or world.heads.get(tree.lower[token]) or ()
        for head in heads:
            if head.proper or not wanted.fits((head.class_name,)):
                continue
            opening = self._opens(token)
            if tree.tags[token] in PROPER and not (opening and head.alone):
                continue
            first, last = phrase.extent(tree, token, world.vague)
            if first and first == last and tree.lower[first - 1] in world.reciprocal:
                first -= 1
            tail = self._tail(token, ("of",) if last > first or head.alone else ("of", "on"))
            if tail is None and first == last and world.fits((head.class_name,), world.texts):
                tail = self._purpose(token)
            if not self._is_told(head, first, token, tail):
                continue
            enough, needed = self._completed(head.class_name, first, token)
            if not enough:
                continue
            tail = needed or tail
            last = last if tail is None else tail
            if not head.alone and self._is_proper(first, token):
                continue
            name = phrase.name(tree, first, last)
            name = name.lower() if opening and first == last else name
            return self.provisional(head.class_name, name, token, tree.ends[last])
        return None if wanted.opened is None else self.opened(token, wanted.opened)

    def opened(self, token: int, class_name: str) -> Filler | None:
        """A phrase of whatever head, where the cue says what it is: "attaches importance to
        *quiet waters*"."""
        tree = self.tree
        shouted = tree.words[token].isupper() and len(tree.words[token]) > 1
        if tree.tags[token] not in ("NN", "NNS") or shouted or self._is_hollow(token, class_name):
            return None
        first, last = phrase.extent(tree, token, self.world.vague)
        named = [i for i in range(first, token) if self._is_actor(i)]
        first = max(named) + 1 if named else first
        first = self._whole(first, token)
        enough, needed = self._completed(class_name, first, token)
        if not enough:
            return None
        tail = needed or self._tail(token, ("of", "in", "on", "to"))
        single = first == token and tail is None
        if single and (tree.tags[token] == "NN") and tree.child(token, "det", "poss") is not None:
            return None
        if tree.child(token, "nummod") is not None or self._is_proper(first, token):
            return None
        name = phrase.name(tree, first, last if tail is None else tail)
        return self.provisional(class_name, name, token, tree.ends[last if tail is None else tail])

    def _completed(self, class_name: str, first: int, token: int) -> complement.Told:
        """Whether what is sought or feared is told enough, and where what completes it ends."""
        if not self.world.fits((class_name,), self.world.issues):
            return complement.Told(True)
        return complement.told(self.site, token, first)

    def _whole(self, first: int, token: int) -> int:
        """Where the phrase begins, with what is coordinated with its modifiers: "*maritime* and
        air domain awareness"."""
        tree = self.tree
        lowest = min(tree.kids(token, "amod", "nmod", "compound"), default=first)
        joined = "and" in tree.lower[lowest:first] and "," not in tree.lower[lowest:first]
        if lowest < first and joined and not self._is_actor(lowest):
            return lowest
        return first + (first < token and tree.tags[first] in _NO_BEGINNING)

    def _is_hollow(self, token: int, class_name: str) -> bool:
        """Whether the noun names nothing sought or worked on, or something of another class."""
        tree, world = self.tree, self.world
        lemma = tree.lemmas[token]
        if lemma in world.hollow or lemma in world.generics or lemma in world.containers:
            return True
        if lemma in world.people or lemma in world.offices or lemma in world.anaphors:
            return True
        others = (h for h in world.heads.get(lemma, ()) if h.class_name != class_name)
        kind = any(not h.proper and not h.adjectives for h in others)
        return kind and tree.child(token, "compound", "amod") is None

    def _is_actor(self, token: int) -> bool:
        name = self.names.covering.get(token)
        return name is not None and self.world.may_act(name.senses)

    def _opens(self, token: int) -> bool:
        """Whether it is the capitalised word that opens its sentence: "*Localisation* needs"."""
        tree = self.tree
        first = tree.sentences[tree.sentence[token]][0]
        return token == first and tree.words[token].istitle() and len(tree.words[token]) > 3

    def _is_proper(self, first: int, token: int) -> bool:
        """Whether the phrase begins with a proper name that the ontology does not know."""
        known = any(i in self.names.covering for i in range(first, token))
        return first < token and self.tree.tags[first] == "NNP" and not known

    def _tail(self, token: int, prepositions: tuple[str, ...]) -> int | None:
        """The end of a short "of …" that belongs to the name: "misuse of technology"."""
        tree = self.tree
        for preposition in tree.kids(token, "prep"):
            if tree.lower[preposition] in prepositions and preposition == token + 1:
                inner = tree.child(preposition, "pobj")
                if inner is not None and inner - preposition <= 3 and tree.is_noun(inner):
                    name = self.names.covering.get(inner)
                    return name.last if name is not None else inner
        return None

    def _is_told(self, head: Head, first: int, token: int, tail: int | None) -> bool:
        """Whether enough stands around a noun to tell which of its kind it is."""
        if first == token and not head.adjectives:
            return head.alone or tail is not None
        if first == token and tail is not None:
            return self.world.fits((head.class_name,), self.world.texts)
        return not head.adjectives or not head.adjectives.isdisjoint(self.tree.lower[first:token])

    def _purpose(self, token: int) -> int | None:
        """The end of what a text is for, which tells it: "a framework *for preventing X*"."""
        tree = self.tree
        for preposition in tree.kids(token, "prep"):
            if tree.lower[preposition] not in ("for", "on") or preposition != token + 1:
                continue
            inner = tree.child(preposition, "pobj", "pcomp")
            if inner is not None and tree.tags[inner] == "VBG":
                inner = tree.child(inner, "dobj")
            if inner is None or inner - preposition > _PURPOSE or not tree.is_noun(inner):
                continue
            name = self.names.covering.get(inner)
            return name.last if name is not None else inner
        return None

    def _place(self, token: int, wanted: Wanted) -> Filler | None:
        """An unknown place where something is: "the fair in *Kielce*"."""
        tree, lexicon = self.tree, self.world.lexicon
        place = next((c for c in lexicon.settings if c not in lexicon.polities), None)
        above = tree.heads[token]
        if place is None or not wanted.fits((place,)) or tree.deps[token] != "pobj":
            return None
        first, last = phrase.proper_extent(tree, token)
        words = tree.lower[first : last + 1]
        if tree.lower[above] not in _WHERE or above + 1 != first or last - first > 2:
            return None
        if any(word in self.world.heads or is_month(word) for word in words):
            return None
        return self.titled(place, token)

    def provisional(self, class_name: str, name: str, token: int, end: int) -> Filler | None:
        """The provisional entity `name` of a class, at `token`."""
        if "\N{EM DASH}" in name or (name.islower() and "\N{EN DASH}" in name):
            return None
        entity = self.cast.provisional(class_name, name)
        if entity is None:
            return None
        return self._filler(entity, (class_name,), token, self.tree.starts[token], end, name)

    def _filler(
        self,
        entity: EntityId,
        types: tuple[str, ...],
        token: int,
        start: int,
        end: int,
        name: str,
    ) -> Filler:
        self.cast.mention(entity, name, self.tree.passage.span(start, end).start)
        bracket = _SHORT.match(self.tree.passage.text, end)
        if bracket is not None and name[:1].isupper():
            self.site.discourse.short.setdefault(bracket.group(1), (entity, types))
        return Filler(entity, types, token, start, max(end, self.tree.ends[token]), sure=_SURE)
