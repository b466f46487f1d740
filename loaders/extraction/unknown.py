"""Names that the ontology lacks: people, proper names by their head noun, common phrases."""

from __future__ import annotations

import re

from graph.statements import EntityId
from loaders.extraction import phrase
from loaders.extraction.filler import Filler
from loaders.extraction.site import Site

_SURE = 0.8
_SHORT = re.compile(r"\s?\(([A-Z][A-Z0-9&-]{1,9})\)")
_LONGEST_PERSON = 4
"""Words of a person's name."""


class UnknownNames:
    """Makes provisional entities of phrases whose head or place in the sentence types them."""

    def __init__(self, site: Site) -> None:
        self.tree, self.names, self.world = site.tree, site.names, site.world
        self.cast, self.site = site.cast, site

    def read(self, token: int, wanted: tuple[str, ...]) -> list[Filler]:
        """The provisional entity that the phrase of `token` names, if it fits."""
        found = self._proper(token, wanted) or self.common(token, wanted)
        return [found] if found is not None else []

    def _proper(self, token: int, wanted: tuple[str, ...]) -> Filler | None:
        tree, world = self.tree, self.world
        if token in self.names.covering:
            return None
        short = self.site.discourse.short.get(tree.words[token])
        if short is not None and world.fits(short[1], wanted):
            return self._filler(
                *short, token, tree.starts[token], tree.ends[token], tree.words[token]
            )
        if tree.tags[token] in ("NN", "NNS"):
            return self._named_kind(token, wanted)
        if tree.tags[token] not in ("NNP", "NNPS"):
            return None
        first, last = phrase.proper_extent(tree, token)
        typed = self._headed(token, first, last, wanted)
        if typed is not None or not world.fits((world.person or "",), wanted):
            return typed
        return self._person(token, first, last)

    def _headed(self, token: int, first: int, last: int, wanted: tuple[str, ...]) -> Filler | None:
        """A capitalised name that one of its words types: "Northern Seabed Treaty"."""
        tree, world = self.tree, self.world
        words = [tree.lower[i] for i in range(first, last + 1)]
        # The "PACT Act" is an act; "Cabinet Secretary Ichikawa" is nobody's cabinet.
        if tree.lower[token] in world.heads or any(word in world.offices for word in words):
            words = []
        for word in (tree.lower[token], *words):
            for head in world.heads.get(word, ()):
                if head.proper and world.fits((head.class_name,), wanted):
                    first, last = phrase.proper_extent(tree, token, linked=True)
                    if last > first and not phrase.is_cut(tree, first, last):
                        name = phrase.text(tree, first, last)
                        return self.provisional(head.class_name, name, token, tree.ends[last])
        return None

    def _named_kind(self, token: int, wanted: tuple[str, ...]) -> Filler | None:
        """A proper name with a common noun for its kind: "the Joint Sea drill"."""
        tree, first = self.tree, token
        while first > 0 and first - 1 not in self.names.covering:
            hyphen = tree.tags[first - 1] == "HYPH" and tree.tags[first - 2 : first - 1] == ["NNP"]
            if tree.tags[first - 1] != "NNP" and not hyphen:
                break
            first -= 1
        if first == token or tree.heads[token - 1] != token:
            return None
        for head in self.world.heads.get(tree.lemmas[token], ()):
            if head.proper and self.world.fits((head.class_name,), wanted):
                name = phrase.text(tree, first, token)
                return self.provisional(head.class_name, name, token, tree.ends[token])
        return None

    def _person(self, token: int, first: int, last: int) -> Filler | None:
        tree, world = self.tree, self.world
        while (
            last + 1 < len(tree.words)
            and tree.tags[last + 1] == "NNP"
            and last + 1 not in self.names.covering
            and tree.words[last + 1].istitle()
            and (last == token or token in (tree.heads[last + 1], *tree.up(last + 1)))
        ):
            last += 1
        if last + 1 < len(tree.words) and self._goes_on(last):
            return None
        titles = [i for i in range(first, last) if tree.lower[i] in world.offices]
        start = titles[-1] + 1 if titles else first
        while start <= last and start in self.names.covering:
            start += 1
        words = tree.words[start : last + 1]
        if tree.lower[last] in world.offices:
            return None
        if not words or not all(w[0].isupper() for w in words if w[0].isalpha()):
            return None
        name = phrase.text(tree, start, last)
        if len(words) > _LONGEST_PERSON or any(w.isupper() and len(w) > 3 for w in words):
            return None
        known = self.cast.known_person(words[-1]) if len(words) <= 2 else None
        if known is not None:
            return self._filler(
                known[0], known[1], token, tree.starts[start], tree.ends[last], name
            )
        described = any(tree.lemmas[c] in world.offices for c in tree.kids(token, "appos")) or (
            tree.deps[token] == "appos" and tree.lemmas[tree.heads[token]] in world.offices
        )
        speaks = (
            tree.deps[token] == "nsubj"
            and tree.lemmas[tree.heads[token]] in world.speaking
            and len(words) > 1
        )
        if not (titles or described or speaks):
            return None
        entity = self.cast.person(world.person or "", name)
        if entity is None:
            return None
        return self._filler(
            entity, (world.person or "",), token, tree.starts[start], tree.ends[last], name
        )

    def _goes_on(self, last: int) -> bool:
        """Whether another capitalised word, whatever its tag, goes on with the name."""
        tree = self.tree
        word, beside = tree.words[last + 1], tree.starts[last + 1] == tree.ends[last] + 1
        return beside and word.istitle() and len(word) > 2 and tree.deps[last + 1] == "compound"

    def common(self, token: int, wanted: tuple[str, ...]) -> Filler | None:
        """A common noun phrase by its head: "digital authoritarianism"."""
        tree, world = self.tree, self.world
        heads = world.heads.get(tree.lemmas[token]) or world.heads.get(tree.lower[token]) or ()
        for head in heads:
            if head.proper or not world.fits((head.class_name,), wanted):
                continue
            if tree.tags[token] in ("NNP", "NNPS"):
                continue
            first, last = phrase.extent(tree, token, world.vague)
            if first and first == last and tree.lower[first - 1] in world.reciprocal:
                first -= 1
            if head.adjectives and head.adjectives.isdisjoint(tree.lower[first:token]):
                continue
            tail = self._tail(token, ("of",) if last > first or head.alone else ("of", "on"))
            if tail is not None:
                last = tail
            if first == last and not head.alone:
                continue
            if not head.alone and self._is_proper(first, token):
                continue
            name = phrase.name(tree, first, last)
            return self.provisional(head.class_name, name, token, tree.ends[last])
        return None

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

    def provisional(self, class_name: str, name: str, token: int, end: int) -> Filler | None:
        """The provisional entity `name` of a class, at `token`."""
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
