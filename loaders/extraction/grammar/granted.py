"""What there must be for the phrase above it to be said at all: one gives thanks *for support*, a
pact has an *implementation*."""

from __future__ import annotations

from collections.abc import Iterable

from loaders.extraction.parse.tags import PROPER
from loaders.extraction.parse.tree import Tree
from ontology.lexicon import Lexicon, Part

_INDEFINITE = frozenset({"a", "an", "any", "another"})


class Granted:
    """Answers for a noun; compiled once from the lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._thanking = lexicon.role("Thanking", Part.VERB)
        self._thanks = lexicon.role("Thanking", Part.NOUN)
        self._carried = lexicon.role("Carried", Part.NOUN)
        self._lent = lexicon.role("Lent", Part.NOUN)
        self._told = lexicon.role("Lent", Part.VERB)
        self._more = lexicon.role("Lent", Part.ADJECTIVE)
        self._existing = lexicon.role("Existing", Part.ADJECTIVE)
        self._focusing = lexicon.role("Directing", Part.VERB)
        self._efforts = lexicon.role("Effort")

    def of(self, tree: Tree, noun: int) -> bool | None:
        """Whether a noun is granted; None where neither that nor the contrary is said."""
        if self._is_so(tree, noun):
            return True
        return False if self._is_redirected(tree, tree.first_conjunct(noun)) else None

    def _is_so(self, tree: Tree, noun: int) -> bool:
        """Whether the preposition above a noun says so, or that it is spoken of and whose it is:
        "discussed *X's support* for Y"."""
        first = tree.first_conjunct(noun)
        dep, head = tree.deps[first], tree.heads[first]
        if dep in ("dobj", "pobj") and _any_of(tree, tree.kids(noun, "amod"), self._existing):
            return True
        if dep == "dobj":
            return self._is_lent(tree, noun)
        if dep != "pobj":
            return False
        above = tree.heads[head]
        if tree.lower[head] == "for" and self._is_thanked(tree, above):
            return not _is_indefinite(tree, noun)
        if not tree.is_noun(above) or tree.tags[first] not in PROPER:
            return False
        # "the *implementation* of the Ambo Accord", "existing *work* in the Ambo Forum"
        carried = tree.lemmas[above] in self._carried and tree.lower[head] == "of"
        return carried or _any_of(tree, tree.kids(above, "amod"), self._existing)

    def _is_redirected(self, tree: Tree, noun: int) -> bool:
        """Whether it is only turned to something by now: "will focus *its efforts* on X"."""
        dobj = tree.deps[noun] == "dobj" and tree.lemmas[noun] in self._efforts
        return dobj and tree.lemmas[tree.heads[noun]] in self._focusing

    def _is_thanked(self, tree: Tree, above: int) -> bool:
        if tree.is_verb(above):
            return tree.lemmas[above] in self._thanking
        return tree.is_noun(above) and tree.lemmas[above] in self._thanks

    def _is_lent(self, tree: Tree, noun: int) -> bool:
        """Whether it is what somebody is said to give: not "*further* support from X"."""
        told = tree.lemmas[tree.heads[tree.first_conjunct(noun)]] in self._told
        if not told or tree.lemmas[noun] not in self._lent or _is_indefinite(tree, noun):
            return False
        before = tree.kids(noun, "amod", "compound", "nmod", "poss")
        if _any_of(tree, before, self._more):
            return False
        return any(tree.words[t][:1].isupper() or tree.deps[t] == "poss" for t in before)


def _is_indefinite(tree: Tree, noun: int) -> bool:
    return _any_of(tree, tree.kids(noun, "det"), _INDEFINITE)


def _any_of(tree: Tree, tokens: Iterable[int], words: frozenset[str]) -> bool:
    return any(tree.lower[t] in words for t in tokens)
