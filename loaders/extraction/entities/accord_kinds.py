"""What kind of agreement a noun heads, in the words of the text."""

from __future__ import annotations

from loaders.extraction.grammar import phrase, quoted
from loaders.extraction.knowledge.site import Site
from loaders.extraction.parse.tags import PROPER


class AccordKinds:
    """Answers for the nouns of one tree."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self.tree, self.world = site.tree, site.world

    def of(self, token: int) -> str:
        """The words for the kind of agreement: no names, nothing vague."""
        tree, names = self.tree, self._site.names.covering
        if (opening := quoted.opening(tree, token)) is not None:
            # The "*enhanced partnership*" treaty
            return f"{phrase.name(tree, opening + 1, token - 2)} {tree.words[token]}"
        first, last = phrase.extent(tree, token, self.world.vague)
        first = self._over_of(self._joined(first, token), token)
        while first and tree.lower[first - 1] in self.world.reciprocal:
            first -= 1
        actors = [
            t for t in range(first, last + 1) if t in names and t != token and self._is_party(t)
        ]
        start = max(actors, default=first - 1) + 1
        while start < token and not tree.words[start][0].isalnum():
            start += 1
        tail = self._tail(token)
        if tail is not None:
            last = tail
        words = phrase.name(tree, start, last)
        if tree.tags[token] in ("NNS", "NNPS"):
            one = tree.lemmas[token].lower()
            one = one if tree.words[token].islower() else one.capitalize()
            # "Memorandums *of understanding*": one of them is a memorandum of understanding.
            end = len(phrase.name(tree, start, token))
            words = words[: end - len(tree.words[token])] + one + words[end:]
        return words

    def _joined(self, first: int, token: int) -> int:
        """Where a proper name begins that "and" goes through: "*Security and* Defence Pact"."""
        tree = self.tree
        if tree.tags[token] not in PROPER:
            return first
        while first > 1:
            step = 2 if tree.lower[first - 1] in ("and", "&") else 1
            before = first - step
            if tree.tags[before] not in PROPER or token not in {
                tree.heads[before],
                *tree.up(before),
            }:
                break
            if before in self._site.names.covering and self._is_party(before):
                break
            first = before
        return first

    def _over_of(self, first: int, token: int) -> int:
        """Where a proper name begins that "of" goes through: "*Status of* Forces Agreement"."""
        tree, world = self.tree, self.world
        before = first - 2
        if before < 0 or tree.lower[first - 1] != "of" or tree.tags[token] not in PROPER:
            return first
        lemma = tree.lemmas[before]
        whole = tree.tags[before] in PROPER and not (
            before in self._site.names.covering and self._is_party(before)
        )
        if not whole or lemma in world.titles or lemma in world.people or lemma in world.heads:
            # "the Ministry of *Defence Agreement*"
            return first
        while before and tree.tags[before - 1] in PROPER and tree.heads[before - 1] == before:
            before -= 1
        return before

    def _tail(self, token: int) -> int | None:
        """The end of "letter of *intent*", "memorandum of *understanding*"."""
        tree = self.tree
        if tree.lower[token + 1 : token + 2] != ["of"] or token + 2 >= len(tree.words):
            return None
        noun = token + 2
        while noun + 1 < len(tree.words) and tree.tags[noun] in ("JJ", "NN"):
            if tree.tags[noun + 1] not in ("NN", "NNS"):
                break
            noun += 1
        named = noun in self._site.names.covering and self._is_party(noun)
        plain = (tree.is_noun(noun) or tree.tags[noun] == "VBG") and not named
        return noun if plain and tree.words[noun].islower() == tree.words[token].islower() else None

    def _is_party(self, token: int) -> bool:
        return self.world.may_act(self._site.names.covering[token].senses)
