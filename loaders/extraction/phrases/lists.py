"""Lists in a tree: coordination, what the parse broke of it, and examples."""

from __future__ import annotations

from loaders.extraction.grammar.apposition import is_of_several
from loaders.extraction.knowledge.site import Site
from loaders.extraction.names.names import TokenName
from loaders.extraction.parse.tags import PROPER
from loaders.extraction.phrases.broken_lists import BrokenLists
from loaders.extraction.phrases.exemplars import Exemplars
from loaders.extraction.phrases.items import items
from loaders.extraction.text.numbers import NUMBERS

_MANY = 2
_SPAN = 16
"""Tokens after a noun within which its list must begin."""


class Lists:
    """Answers in tokens, each the head of an item."""

    def __init__(self, site: Site) -> None:
        self.tree, self.names, self.world = site.tree, site.names, site.world
        self._broken = BrokenLists(site)
        self._coordinated: dict[int, list[int]] = {}
        self._apposed: dict[int, list[int]] = {}
        self.exemplars = Exemplars(site, self._named_after).of

    def coordinated(self, token: int) -> list[int]:
        """The items of the list that `token` begins, in order."""
        if token not in self._coordinated:
            self._coordinated[token] = self._items(token)
        return self._coordinated[token]

    def _items(self, token: int) -> list[int]:
        found = self._broken.within(token) + self.tree.conjuncts(token) + self._beside_head(token)
        for start in (found[-1], token) if found[-1] != token else (token,):
            found += [t for t in self._broken.after(start) if t not in found]
        names, kept = set(), []
        for item in sorted(found):
            name = self._name_of(item)
            if name is None or name.first not in names:
                # "Women, Peace and Security" is one item.
                kept.append(item)
                names |= {name.first} if name else set()
        return kept

    def _name_of(self, item: int) -> TokenName | None:
        """The name that an item is part of; of a name that holds actors', "cooperation between *X
        and Y*", the actor's."""
        name = self.names.covering.get(item)
        if name is None or name.first == name.last:
            return name
        inner = self.names.at(item)[0]
        return inner if inner is not name and self.world.may_act(inner.senses) else name

    def _beside_head(self, token: int) -> list[int]:
        """What is feared and the parse makes a modifier: "*piracy* and weapons proliferation"."""
        tree, world = self.tree, self.world
        return [
            child
            for child in tree.kids(token, "nmod")
            if tree.tags[child] in ("NN", "NNS") and tree.lower[child + 1] in ("and", "or")
            for name in self.names.by_root.get(child, ())[:1]
            if all(world.fits(sense.types, world.feared) for sense in name.senses)
        ]

    def after_mark(self, token: int) -> list[int]:
        """The names of the list after the colon, dash or bracket that follows the phrase of
        `token`, or right after a plural: "its allies Japan and Australia"."""
        tree = self.tree
        end = tree.sentences[tree.sentence[token]][1]
        plural = tree.tags[token] == "NNS"
        if plural and (beside := self.beside(token)):
            return beside
        for mark in range(token + 1, min(end, token + _SPAN)):
            if tree.words[mark] == "(" and (plural or token in self.names.covering):
                found = self._named_after(mark)
                own = not plural or mark == token + 1 or not self._is_named(mark - 1)
                return found if own and (len(found) > 1 or not plural) else []
            if tree.words[mark] in (":", "—", "–", "--"):
                named = self._named_after(mark)
                if len(named) < _MANY and tree.words[mark] == ":":
                    phrases = items(tree, self.names, mark + 1, end)
                    named = phrases if len(phrases) >= _MANY else named
                    if len(named) < _MANY and self._is_sentence(mark + 1):
                        return []
                return named
            if tree.words[mark] == "," and plural:
                found = self._named_after(mark)
                return found if len(found) > 1 and len(found) == self._count(token) else []
            if tree.words[mark] in (",", ";"):
                return []
            if tree.is_verb(mark) and not self._is_of_clause(mark, token):
                return []
        return []

    def _is_of_clause(self, verb: int, noun: int) -> bool:
        """Whether a verb only says more of the noun: "fields in which they *will cooperate*: A,
        B", "projects *agreed* in May: A, B"."""
        tree = self.tree
        return any(
            (tree.deps[t] in ("relcl", "acl") and tree.heads[t] == noun)
            or (t == noun + 1 and tree.deps[t] == "advcl" and tree.child(t, "nsubj") is None)
            for t in (verb, *tree.up(verb))
        )

    def _is_sentence(self, first: int) -> bool:
        """Whether what starts at `first` says something: "no member: *Kenya's minister said…*"."""
        tree = self.tree
        if first >= len(tree.words):
            return False
        return any(map(tree.is_finite, range(first, tree.sentences[tree.sentence[first]][1])))

    def beside(self, token: int) -> list[int]:
        """The actors named right after a noun that says what they are: "its ally Japan"."""
        name = self.names.covering.get(token + 1)
        if name is None or name.first != token + 1 or not self._is_actor(name):
            return []
        apart = self.tree.deps[name.root].startswith("nsubj") and not self._holds(name, token)
        if apart or not self._ends_phrase(name):
            return []
        return self._run(name) if self.tree.tags[token] == "NNS" else [name.root]

    def _holds(self, name: TokenName, token: int) -> bool:
        """Whether `token` is part of the phrase of a name."""
        return name.root in self.tree.up(token)

    def _is_named(self, token: int) -> bool:
        """Whether an actor's name ends at `token`: a bracket after it is its own."""
        name = self.names.covering.get(token)
        return name is not None and self._is_actor(name)

    def _is_actor(self, name: TokenName) -> bool:
        actors, fits = self.world.actors, self.world.fits
        return any(not s.adjectival and fits(s.types, actors) for s in name.senses)

    def hyphenated(self, token: int) -> list[int]:
        """The actors whose names are joined before the bracket around the name at `token`: "the
        Australia-Japan-India (AJI) pact"."""
        name = self.names.covering.get(token)
        if name is None or self.tree.words[name.first - 1 : name.first] != ["("]:
            return []
        found: list[int] = []
        at = name.first - 2
        while (before := self.names.covering.get(at)) is not None and self._is_actor(before):
            found.append(before.root)
            if self.tree.words[before.first - 1 : before.first] != ["-"]:
                break
            at = before.first - 2
        return sorted(found) if len(found) > 1 else []

    def _ends_phrase(self, name: TokenName) -> bool:
        """Whether no noun follows that the name would only modify."""
        after = name.last + 1
        return after >= len(self.tree.words) or not (
            self.tree.is_noun(after) or self.tree.tags[after] in ("POS", "HYPH")
        )

    def _count(self, token: int) -> int:
        """The number before a noun: "the *four* partners"."""
        tree = self.tree
        above = tree.heads[token]
        numbers = [tree.lower[c] for c in tree.kids(token, "nummod")]
        if tree.deps[token] == "pobj" and tree.lower[above] == "of":
            numbers.append(tree.lower[tree.heads[above]])
        return next((NUMBERS[n] for n in numbers if n in NUMBERS), 0)

    def _named_after(self, mark: int) -> list[int]:
        """The heads of the list of names that begins after `mark`."""
        first = self._next_name(mark)
        return self._run(first) if first is not None else []

    def _run(self, first: TokenName) -> list[int]:
        """The heads of the list that begins with a name."""
        roots = [first.root, *self._broken.after(first.root)]
        return roots if len(roots) > 1 else self.coordinated(first.root)

    def apposed(self, token: int) -> list[int]:
        """The names after "four partners:" or "its partners —"; empty if `token` is a name."""
        if token not in self._apposed:
            self._apposed[token] = self._names_apposed(token)
        return self._apposed[token]

    def _names_apposed(self, token: int) -> list[int]:
        tree = self.tree
        if tree.tags[token] == "CD":
            # "all four – A, B …", "five of the eight states – A, B and C": those.
            own = self._named_beside(token) if tree.deps[token] != "nummod" else []
            return own or [t for inner in tree.after(token, ("of",)) for t in self.apposed(inner)]
        if not tree.is_noun(token) or tree.tags[token] in PROPER or is_of_several(self.tree, token):
            return []
        if tree.deps[token] == "poss":
            # "the *alliance's* partners — A and B": those are the partners.
            return []
        return self._named_beside(token) or self.after_mark(token)

    def _named_beside(self, token: int) -> list[int]:
        """The several names in apposition to `token`."""
        tree = self.tree
        for child in tree.kids(token, "appos"):
            if child > token and not token < tree.heads[token] < child:
                named = [t for t in self.coordinated(child) if self.names.at(t)]
                if len(named) > 1:
                    return named
        return []

    def _next_name(self, token: int) -> TokenName | None:
        tree = self.tree
        for at in range(token + 1, min(token + 4, len(tree.words))):
            name = self.names.covering.get(at)
            if name is not None and name.first == at:
                return name
            if tree.words[at] != "," and tree.tags[at] not in ("DT", "VBG", "FW", "IN"):
                return None
        return None
