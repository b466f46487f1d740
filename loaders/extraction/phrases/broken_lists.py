"""What goes on a list that the parse broke: "A, B, C and D", "A, along with B"."""

from __future__ import annotations

from loaders.extraction.grammar import phrase
from loaders.extraction.knowledge.site import Site
from loaders.extraction.names.names import TokenName
from loaders.extraction.parse.tags import PROPER

DETERMINERS = frozenset({"the", "a", "an", "its", "their"})
_PHRASE = frozenset({"JJ", "NN", "NNS", "NNP", "NNPS", "HYPH", "VBG", "VBN"})
_AFTER = frozenset({",", ".", ";", "—", "–", ")", ":"})
_TITLE = 3
"""Words to the end of a title: "Deputy Prime *Minister*"."""
_OF = frozenset({"of", "in", "on", "for"})
_TOGETHER = (["along"], ["together"], ["alongside"])


class BrokenLists:
    """Answers in tokens, each the head of an item."""

    def __init__(self, site: Site) -> None:
        self.tree, self.names, self.world = site.tree, site.names, site.world
        self._joining = site.world.joining

    def after(self, token: int) -> list[int]:
        """Names that go on a list which the parse broke: "A, B, C and D", "A, along with B"."""
        names = self.names.at(token)
        if not names or self._is_where(token, names[-1].last + 1):
            return []
        tree, found, at = self.tree, [], names[-1].last + 1
        closed = joined = False
        while at < len(tree.words) and not closed:
            step, closed, with_ = self._separator(at)
            if step == at:
                break
            joined = joined or with_
            if step < len(tree.words) and tree.lower[step] in DETERMINERS:
                step += 1
            root, last = self._item(step)
            whose = joined and tree.tags[last + 1 : last + 2] == ["POS"]
            if root is None or whose or tree.deps[root].startswith("nsubj"):
                # "the invasion of A as well as *B's* might": B is not invaded.
                return []
            found.append(root)
            at = self._beyond_bracket(last + 1)
            closed = closed and not with_
        if any(self._is_person(t) != self._is_person(token) for t in found):
            # "the premier of Australia, Ann Lee, and the premier of Japan": no list.
            return []
        return found if joined or (closed and len(found) > 1) else []

    def _is_where(self, token: int, after: int) -> bool:
        """Whether others follow who do it there: "held a drill in *X* along with Y"."""
        tree, above = self.tree, self.tree.heads[token]
        set_in = tree.deps[token] == "pobj" and tree.lower[above] in self.world.locative
        return set_in and tree.lower[after : after + 1] in _TOGETHER

    def _beyond_bracket(self, at: int) -> int:
        """Where the list goes on after another name in brackets: "Korea *(South Korea)*, and B"."""
        tree = self.tree
        if tree.words[at : at + 1] != ["("]:
            return at
        name = self.names.covering.get(at + 1)
        closed = name is not None and tree.words[name.last + 1 : name.last + 2] == [")"]
        return name.last + 2 if name is not None and closed else at

    def within(self, token: int) -> list[int]:
        """Items of which the parse makes modifiers of the last: "*air defence* and energy
        security"."""
        tree, covering = self.tree, self.names.covering
        found = []
        for child in tree.kids(token, "nmod", "compound"):
            items = tree.conjuncts(child)
            if not tree.is_noun(child) or all(tree.child(t, "cc") is None for t in items):
                continue
            for item in items:
                name = covering.get(item)
                if name is not None and name.last == item != token and self._is_whole(name):
                    found.append(item)
        return found

    def _is_whole(self, name: TokenName) -> bool:
        """Whether a name says all by itself: of several words, or what is feared."""
        world = self.world
        if name.first < name.last:
            return not world.may_act(name.senses)
        return all(world.fits(s.types, world.feared) for s in name.senses)

    def _separator(self, at: int) -> tuple[int, bool, bool]:
        """Where the next item of a list begins, whether it is the last, and whether words such as
        "along with" add it."""
        tree, step, closed, joined = self.tree, at, False, False
        while step < len(tree.words):
            if tree.lower[step] in (",", "and", "or", "&"):
                closed = closed or tree.lower[step] != ","
                step += 1
                continue
            length = phrase.opening(tree, step, self._joining)
            if not length or self._is_clause_s(step + length - 1, at):
                break
            joined, step = True, step + length
        return step, closed, joined

    def _is_clause_s(self, preposition: int, at: int) -> bool:
        """Whether what is joined acts with the subject: "condemned A *together with* B"."""
        verb = self.tree.heads[preposition]
        plain = self.tree.words[at] != "," and self.tree.deps[preposition] == "prep"
        return plain and self.tree.is_verb(verb) and verb < at

    def _item(self, first: int) -> tuple[int | None, int]:
        """The head and the last token of the list item that begins at `first`: a name, or a
        noun phrase up to the next comma; no head if it is neither."""
        tree, name = self.tree, self.names.covering.get(first)
        if name is not None and name.first == first and self._is_titled(name):
            return None, name.last
        if name is not None and name.first == first and not self._goes_on(name):
            return name.root, name.last
        last = first
        if tree.tags[first : first + 1] == ["CD"]:
            # "and *28* European countries"
            last += 1
        while last < len(tree.words) and tree.tags[last] in _PHRASE:
            last += 1
        told = last
        while last > first + 1 and tree.tags[last - 1] == "VBN":
            # "and *28 states* set up after the war"
            last -= 1
        head = last - 1
        if last < len(tree.words) and last > first and tree.lower[last] in _OF:
            # "the effects of climate change"
            last += 1
            last += last < len(tree.words) and tree.lower[last] in DETERMINERS
            while last < len(tree.words) and tree.tags[last] in _PHRASE:
                last += 1
        closes = last == len(tree.words) or tree.words[last] in _AFTER or tree.lower[last] == "and"
        closes = closes or last < told
        if last == first or not closes or not tree.is_noun(head) or self._does_to(first, head):
            return None, last
        return head, last - 1

    def _does_to(self, participle: int, head: int) -> bool:
        """Whether a participle says what is done to somebody: "ties with A, *alarming* B"."""
        tree, name = self.tree, self.names.covering.get(head)
        if tree.tags[participle] != "VBG" or tree.child(participle, "dobj") != head:
            return False
        return name is not None and self.world.may_act(name.senses)

    def _goes_on(self, name: TokenName) -> bool:
        """Whether a name only begins the item: "the *security* effects of climate change"."""
        after = name.last + 1
        return after < len(self.tree.words) and self.tree.tags[after] in ("NN", "NNS")

    def _is_titled(self, name: TokenName) -> bool:
        """Whether an office goes on from a name: "along with *Fijian* Prime Minister Ann Lee"."""
        tree, title = self.tree, name.last + 1
        while title < len(tree.words) and title - name.last <= _TITLE:
            if tree.tags[title] not in PROPER:
                return False
            if tree.lower[title] in self.world.offices:
                return True
            title += 1
        return False

    def _is_person(self, token: int) -> bool:
        """Whether a person or an office is named at `token`."""
        name = self.names.covering.get(token)
        if name is None:
            return self.tree.tags[token] in PROPER and self.tree.lower[token] in self.world.offices
        return self.world.is_person(name.senses[0].types)
