"""Bodies and sites without a name, told by where they are: "the consulate in Narva"."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.extraction.grammar import phrase
from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.knowledge.provisional import Provisional
from loaders.extraction.knowledge.site import Site
from loaders.extraction.knowledge.wanted import Wanted

_ANY = frozenset({"any", "every", "such", "each", "another"})
_MOST = frozenset({"JJS", "RBS"})
_STANDING = frozenset({"dobj", "nsubjpass", "nsubj"})


class Premises:
    """Reads nouns of `lex:Premises` where what is wanted is what stands somewhere, and no actor."""

    def __init__(self, site: Site, provisional: Provisional) -> None:
        self._site, self._provisional = site, provisional
        self.tree, self.world, self.names = site.tree, site.world, site.names

    def may_head(self, token: int) -> bool:
        """Whether the noun may be one."""
        tree = self.tree
        return tree.tags[token] == "NN" and tree.lemmas[token] in self.world.premises

    def read(self, token: int, wanted: Wanted) -> list[Filler]:
        """The body or site that the noun is, called by its words and its place."""
        world, tree = self.world, self.tree
        if wanted.fits(world.lexicon.polities) or token in self.names.covering:
            return []
        fitting = [h for h in world.premises[tree.lemmas[token]] if wanted.fits((h.class_name,))]
        if not fitting or self._is_description(token):
            return []
        place = next(self._places(token), None)
        if place is None:
            return []
        preposition, said = place
        first, _ = phrase.extent(tree, token, world.vague)
        told = f"{phrase.name(tree, first, token)} {tree.lower[preposition]} {said}"
        found = self._provisional.of(fitting[0].class_name, told, token, tree.ends[token])
        return [found] if found is not None else []

    def _is_description(self, token: int) -> bool:
        """Whether the noun says what another is, or is any or the first of its kind: "X, the
        *largest plant in Y*"."""
        tree = self.tree
        described = tree.deps[token] == "appos" or (
            tree.deps[token] == "attr" and tree.child(tree.heads[token], "expl") is None
        )
        kids = tree.children[token]
        return described or any(tree.lower[c] in _ANY or tree.tags[c] in _MOST for c in kids)

    def _places(self, token: int) -> Iterator[tuple[int, str]]:
        """The prepositions and the known places after the noun or what is done to it."""
        tree = self.tree
        verb = tree.heads[token]
        hosts = [
            token,
            *(c for c in tree.kids(token, "relcl") if tree.child(c, "dobj") is not None),
        ]
        if tree.deps[token] in _STANDING and tree.is_verb(verb):
            hosts.append(verb)
        for host in hosts:
            for preposition in tree.kids(host, "prep"):
                if preposition < token or tree.lower[preposition] not in self.world.locative:
                    continue
                for inner in tree.kids(preposition, "pobj"):
                    if said := self._place(inner):
                        yield preposition, said

    def _place(self, token: int) -> str:
        """How a place at `token` is called, known or not; empty if it is none."""
        tree, fits = self.tree, self.world.fits
        for name in self.names.at(token)[:1]:
            placed = any(fits(s.types, self.world.lexicon.settings) for s in name.senses)
            return tree.passage.text[name.start : name.end] if placed else ""
        if tree.tags[token] != "NNP":
            return ""
        return phrase.text(tree, phrase.extent(tree, token)[0], token)
