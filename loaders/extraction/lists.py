"""Lists in a tree: coordination, what the parse broke of it, and examples."""

from __future__ import annotations

from loaders.extraction.names import TokenName
from loaders.extraction.site import Site

_DETERMINERS = frozenset({"the", "a", "an", "its", "their"})
_PHRASE = frozenset({"JJ", "NN", "NNS", "NNP", "NNPS", "HYPH", "VBG", "VBN"})
_AFTER = frozenset({",", ".", ";", "—", "–", ")", ":"})
_OF = frozenset({"of", "in", "on", "for"})
_SPAN = 12
"""Tokens after a noun within which its list must begin."""


class Lists:
    """Answers in tokens, each the head of an item."""

    def __init__(self, site: Site) -> None:
        self.tree, self.names, self.world = site.tree, site.names, site.world

    def coordinated(self, token: int) -> list[int]:
        found = self.tree.conjuncts(token)
        for start in (found[-1], token):
            found += [t for t in self.broken(start) if t not in found]
        names, kept = set(), []
        for item in sorted(found):
            name = self.names.covering.get(item)
            if name is None or name.first not in names:
                # "Women, Peace and Security" is one item.
                kept.append(item)
                names |= {name.first} if name else set()
        return kept

    def broken(self, token: int) -> list[int]:
        """Names that go on a list which the parse broke: "A, B, C and D"."""
        names = self.names.at(token)
        if not names:
            return []
        tree, found, at = self.tree, [], names[-1].last + 1
        closed = False
        while at < len(tree.words) and not closed:
            step = at
            while step < len(tree.words) and tree.lower[step] in (",", "and", "or", "&"):
                closed = closed or tree.lower[step] != ","
                step += 1
            if step == at:
                break
            if step < len(tree.words) and tree.lower[step] in _DETERMINERS:
                step += 1
            root, last = self._item(step)
            if root is None or tree.deps[root].startswith("nsubj"):
                return []
            found.append(root)
            at = last + 1
        return found if closed and len(found) > 1 else []

    def _item(self, first: int) -> tuple[int | None, int]:
        """The head and the last token of the list item that begins at `first`: a name, or a
        noun phrase up to the next comma; no head if it is neither."""
        tree, name = self.tree, self.names.covering.get(first)
        if name is not None and name.first == first and not self._goes_on(name):
            return name.root, name.last
        last = first
        while last < len(tree.words) and tree.tags[last] in _PHRASE:
            last += 1
        head = last - 1
        if last < len(tree.words) and last > first and tree.lower[last] in _OF:
            # "the effects of climate change"
            last += 1
            last += last < len(tree.words) and tree.lower[last] in _DETERMINERS
            while last < len(tree.words) and tree.tags[last] in _PHRASE:
                last += 1
        closes = last == len(tree.words) or tree.words[last] in _AFTER or tree.lower[last] == "and"
        if last == first or not closes or not tree.is_noun(head):
            return None, last
        return head, last - 1

    def _goes_on(self, name: TokenName) -> bool:
        """Whether a name only begins the item: "the *security* effects of climate change"."""
        after = name.last + 1
        return after < len(self.tree.words) and self.tree.tags[after] in ("NN", "NNS")

    def exemplars(self, token: int) -> list[int]:
        """The first tokens of what "such as", "like" or "including" gives as examples."""
        tree, found = self.tree, []
        for child in tree.children[token]:
            if tree.deps[child] == "prep" and child > token:
                before = tree.lower[child - 1] if child else ""
                if (
                    tree.lower[child] in self.world.exemplifiers
                    or f"{before} {tree.lower[child]}" in self.world.exemplifiers
                ):
                    found += tree.kids(child, "pobj", "pcomp", "dobj")
        for child in tree.kids(token, "appos"):
            if any(tree.lower[a] in self.world.exemplifiers for a in tree.kids(child, "advmod")):
                found.append(child)
        if found:
            return found
        at = token + 1
        while at < len(tree.words) and at - token < _SPAN and tree.lower[at] != ".":
            phrase_ = f"{tree.lower[at - 1]} {tree.lower[at]}"
            if tree.lower[at] in self.world.exemplifiers or phrase_ in self.world.exemplifiers:
                tail = tree.kids(at, "pobj", "pcomp", "dobj")
                between = tree.words[token + 1 : at]
                return tail if "," in between or len(between) <= 1 else []
            if tree.is_verb(at):
                break
            at += 1
        return []

    def after_mark(self, token: int) -> list[int]:
        """The names of the list after the colon or dash that follows the phrase of `token`."""
        tree = self.tree
        end = tree.sentences[tree.sentence[token]][1]
        for mark in range(token + 1, min(end, token + _SPAN)):
            bracket = tree.words[mark] == "(" and token in self.names.covering
            if bracket or tree.words[mark] in (":", "—", "–", "--"):
                first = self._next_name(mark)
                if first is None:
                    return []
                roots = [first.root, *self.broken(first.root)]
                return roots if len(roots) > 1 else self.coordinated(first.root)
            if tree.is_verb(mark) or tree.words[mark] in (",", ";"):
                return []
        return []

    def apposed(self, token: int) -> list[int]:
        """The names after "four partners:" or "its partners —"; empty if `token` is a name."""
        tree = self.tree
        if not tree.is_noun(token) or tree.tags[token] in ("NNP", "NNPS"):
            return []
        for child in tree.kids(token, "appos"):
            if child > token and not token < tree.heads[token] < child:
                named = [t for t in self.coordinated(child) if self.names.at(t)]
                if len(named) > 1:
                    return named
        return self.after_mark(token)

    def _next_name(self, token: int) -> TokenName | None:
        for at in (token + 1, token + 2):
            name = self.names.covering.get(at)
            if name is not None and name.first == at:
                return name
        return None
