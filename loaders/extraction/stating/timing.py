"""Of which time a clause speaks: the date in its sentence, where it is the clause's own."""

from __future__ import annotations

from bisect import bisect_right

from loaders.extraction.parse.tree import Tree
from loaders.extraction.text.dates import Dates

_OWN = frozenset({"relcl", "acl", "advcl", "ccomp", "parataxis", "appos"})
"""How a clause hangs from another whose time is not its own."""


class Timing:
    """Tells times in a document written on `date` (EDTF). `speaking` are verbs of reports."""

    def __init__(self, dates: Dates, date: str | None, speaking: frozenset[str]) -> None:
        self._dates, self._date, self._speaking = dates, date, speaking
        self._sentence: tuple[str, tuple[int, str] | None] = ("", None)

    def time(self, tree: Tree, trigger: int, start: int, end: int) -> str | None:
        """The time (EDTF) of what `trigger` states in [start, end) of the passage."""
        sentence = tree.passage.text[start:end]
        if sentence != self._sentence[0]:
            self._sentence = (sentence, self._dates.time(sentence, self._date))
        if self._sentence[1] is None:
            return None
        at, edtf = self._sentence[1]
        said = bisect_right(tree.starts, start + at) - 1
        return edtf if self._is_of(tree, said, trigger) else None

    def _is_of(self, tree: Tree, said: int, trigger: int) -> bool:
        """Whether the date at `said` is that of what `trigger` states.

        It is in "*signed* a pact in 2023", not in "X, *minister* of Y, said in 2023".
        """
        verb = _verb(tree, said)
        if verb in (None, trigger):
            return True
        above = [trigger, *tree.up(trigger)]
        if verb in above:
            return self._is_shared(tree, verb, said, above[: above.index(verb)])
        below = [verb, *tree.up(verb)]
        if trigger in below:
            # "The pact, which was signed in 2020, ..."; "agreed to meet in 2020" is one time.
            inner = below[: below.index(trigger)]
            return not any(tree.deps[t] in _OWN or tree.deps[t] == "conj" for t in inner)
        return False

    def _is_shared(self, tree: Tree, verb: int, said: int, path: list[int]) -> bool:
        """Whether the time of `verb` is that of what hangs from it by `path`, undermost first."""
        last = path[-1]
        if tree.deps[last] == "conj":
            # "In 2020 A met B and signed C" says when both, "met B in 2020 and signed C" does not.
            return said < verb
        if tree.lemmas[verb] in self._speaking and tree.deps[last] in ("ccomp", "parataxis"):
            return False
        inside = tree.deps[last] in ("nsubj", "nsubjpass")
        return not (inside and any(tree.deps[t] in ("appos", "compound", "relcl") for t in path))


def _verb(tree: Tree, token: int) -> int | None:
    """The nearest verb that `token` hangs from."""
    return next((t for t in (token, *tree.up(token)) if tree.is_verb(t)), None)
