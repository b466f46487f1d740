"""Examples of what a noun names: "partners *such as X and Y*", "fields *ranging from X to Y*"."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from loaders.extraction.grammar import ranges
from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.knowledge.site import Site
from loaders.extraction.knowledge.world import World
from loaders.extraction.parse.tags import PROPER
from loaders.extraction.parse.tree import Tree
from loaders.extraction.phrases import trailing
from loaders.extraction.phrases.continued import continued

_AFTER = frozenset({",", ".", ";", "—", "–", ")", ":"})
_LIKE = frozenset({"like", "unlike"})
_WHERE = frozenset({"at", "through", "via", "within"})
"""Prepositions of the place or the way of what is done: "works with partners, including *at* X"."""
_ONE = frozenset({"a", "an", "no"})
_SPAN = trailing.SPAN
"""Tokens after a noun within which its list must begin."""


def is_example(tree: Tree, world: World, group: Filler, member: Filler) -> bool:
    """Whether words between two say that one is given as an example of the other: "the *group*,
    including *X*"."""
    if not world.facts.is_within(member.entity, (group.entity,)):
        return False
    for at in range(group.token + 1, member.token):
        if tree.lower[at] == "and":
            # "the group and *partners such as X*": of the partners
            return False
        pair = f"{tree.lower[at]} {tree.lower[at + 1]}"
        if tree.lower[at] in world.exemplifiers or pair in world.exemplifiers:
            return True
    return False


def outermost(tree: Tree, world: World, several: Sequence[Filler]) -> list[Filler]:
    """Those that are no examples of another of them."""
    return [f for f in several if not any(is_example(tree, world, g, f) for g in several)]


class Exemplars:
    """Answers in tokens. `after`: the heads of the list of names that begins after a token."""

    def __init__(self, site: Site, after: Callable[[int], list[int]]) -> None:
        self.tree, self.world = site.tree, site.world
        self._after = after
        self._known: dict[int, list[int]] = {}

    def of(self, token: int) -> list[int]:
        """The first tokens of what "such as", "like" or "including" gives as examples."""
        if token not in self._known:
            likened = self._is_likened(token)
            found = [] if likened else self._below(token) or self._announced(token)
            found = found if found or likened else self._trailing(token)
            self._known[token] = found or continued(self.tree, self.world, token)
        return self._known[token]

    def _trailing(self, token: int) -> list[int]:
        """Those that follow the clause of which the noun is the subject."""
        return self._led_to(trailing.marker(self.tree, self.world, token))

    def _led_to(self, at: int | None) -> list[int]:
        """The list after the words that end at `at`, if there are any."""
        if at is None:
            return []
        return self.tree.kids(at, "pobj", "pcomp", "dobj") or self._after(at)

    def _is_likened(self, token: int) -> bool:
        """Whether it only says what somebody is or is not: "is no *alliance*, like X"."""
        tree = self.tree
        one = any(tree.lower[d] in _ONE for d in tree.kids(token, "det"))
        if not one or tree.deps[token] != "attr" or tree.tags[token] != "NN":
            return False
        return any(tree.lower[p] in _LIKE for p in tree.kids(token, "prep"))

    def _below(self, token: int) -> list[int]:
        """The examples that the parse hangs from `token`."""
        tree, found = self.tree, []
        for child in tree.children[token]:
            if tree.deps[child] != "prep" or child < token:
                continue
            if trailing.exemplifies(tree, self.world, child) or self._is_such(token, child):
                found += tree.kids(child, "pobj", "pcomp", "dobj")
        found += self._spanned(token)
        for child in tree.kids(token, "appos"):
            if any(tree.lower[a] in self.world.exemplifiers for a in tree.kids(child, "advmod")):
                found.append(child)
        return found

    def _spanned(self, token: int) -> list[int]:
        """What a clause says that the noun spans: "issues ranging from X to Y", "an agenda that
        includes X"."""
        tree, found = self.tree, []
        for clause in tree.kids(token, "acl", "relcl"):
            spans = tree.tags[clause] == "VBG" or tree.deps[clause] == "relcl"
            if spans and tree.lemmas[clause] in self.world.listing and tree.lemmas[clause] != "be":
                found += tree.kids(clause, "dobj")
                own = tree.kids(clause, "prep")
                own += [p for outer in own for p in tree.kids(outer, "prep")]
                found += [t for p in own for t in tree.kids(p, "pobj", "pcomp")]
        return found

    def _announced(self, token: int) -> list[int]:
        """What such a word announces farther on, or closes: "its members, *Laos among them*"."""
        tree, at = self.tree, token + 1
        while at < len(tree.words) and at - token < _SPAN and tree.lower[at] != ".":
            if trailing.exemplifies(tree, self.world, at):
                return [] if self._is_of_deed(token, at) else self._examples_at(token, at)
            if tree.lower[at] == "from" and self._ranges(token, at):
                return ranges.ends(tree, at)
            if tree.is_verb(at) and tree.lemmas[at] not in self.world.listing:
                return self._led_to(trailing.near(tree, self.world, token, at))
            at += 1
        return []

    def _is_of_deed(self, token: int, at: int) -> bool:
        """Whether examples are of what is done with a name: "works with the G7, *including on* X"
        or "with partners, *including at* X" tells no members."""
        tree, after = self.tree, at + 1
        if tree.tags[after : after + 1] != ["IN"]:
            return False
        people = tree.lemmas[token] in self.world.people and tree.lower[after] in _WHERE
        if tree.tags[token] not in PROPER and not people:
            return False
        return tree.lower[after] != tree.lower[tree.heads[token]]

    def _ranges(self, token: int, opening: int) -> bool:
        """Whether a "from" says how far the noun reaches: "fields, *from* X to Y", "*ranging
        from*"."""
        before = opening - 1
        apart = self.tree.words[before] in (",", "(", "\N{EN DASH}", "\N{EM DASH}")
        spans = self.tree.lemmas[before] in self.world.listing and self.tree.tags[before] == "VBG"
        return apart or spans or before == token

    def _examples_at(self, token: int, at: int) -> list[int]:
        tree, between = self.tree, self.tree.words[token + 1 : at]
        if tree.words[at + 1 : at + 2] and tree.words[at + 1] in _AFTER and "," in between:
            named = self._after(token + 1 + between.index(","))
            # "its partners, four of them near, among them: the items" may follow a colon.
            after = self._after(at + 1) if tree.words[at + 1] == ":" else []
            return [t for t in named if t < at] or after
        if any(tree.deps[t] == "conj" and tree.heads[t] == token for t in range(token, at)):
            # "the alliance and its partners, namely X": those are the partners.
            return []
        apart = {",", "(", "—", "–"} & {*between} or len(between) <= 1
        return self._led_to(at) if apart else []

    def _is_such(self, token: int, preposition: int) -> bool:
        """ "In *such* areas *as* X"."""
        tree = self.tree
        if tree.lower[preposition] != "as":
            return False
        return any(tree.lower[t] == "such" for t in tree.kids(token, "amod", "predet"))
