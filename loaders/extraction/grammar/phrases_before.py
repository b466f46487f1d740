"""What phrases before a trigger do to it: "in no way", "instead of"."""

from __future__ import annotations

from collections.abc import Mapping

from graph.statements import Polarity, Status
from loaders.extraction.parse.tree import Tree
from loaders.extraction.text.phrases import one_of
from ontology.lexicon import Manner


class PhrasesBefore:
    """Answers for a trigger in a tree; compiled once from the lexicon's phrases."""

    def __init__(self, manners: Mapping[str, list[Manner]]) -> None:
        self._manners = manners
        self._pattern = one_of(manners)

    def of(self, tree: Tree, trigger: int, passed: set[int]) -> tuple[int, list[Status]]:
        """How many denials, and which statuses, those add that reach it or what was `passed`."""
        denials, statuses = 0, list[Status]()
        if self._pattern is None:
            return denials, statuses
        start, _ = tree.sentence_span(trigger)
        before = tree.passage.text[start : tree.ends[trigger]]
        for match in self._pattern.finditer(before):
            if ";" in before[match.end() :] or " but " in before[match.end() :]:
                continue
            if not _reaches(tree, trigger, passed, start + match.start(), start + match.end()):
                continue
            apart = _is_told(tree, passed, start + match.end())
            for manner in self._manners[match.group(1).lower()]:
                denials += manner.polarity == Polarity.DENIED and not apart
                statuses += [Status(manner.status)] if manner.status else []
        return denials, statuses


def _is_told(tree: Tree, passed: set[int], after: int) -> bool:
    """Whether a clause with "that" begins after the phrase: "it *has yet to* be confirmed that X
    will come" denies only that it is confirmed."""
    clauses = (t for t in passed if tree.deps[t] == "ccomp")
    marks = [m for clause in clauses for m in tree.kids(clause, "mark")]
    return any(tree.lower[m] == "that" and tree.starts[m] > after for m in marks)


def _is_beside(tree: Tree, trigger: int, last: int) -> bool:
    """Whether the phrase is of a relative clause that `trigger` is no part of: "its rule, which in
    no way helps X, and its threats"."""
    clause = next((t for t in tree.up(last) if tree.is_verb(t)), None)
    if clause is None or tree.deps[clause] != "relcl":
        return False
    return trigger not in tree.subtree(clause)


def _reaches(tree: Tree, trigger: int, above: set[int], start: int, end: int) -> bool:
    """Whether the phrase at [start, end) of the passage governs `trigger` or what is `above` it:
    what follows its preposition ("instead of"), else what it is an adverb of ("by no means")."""
    tokens = [t for t in range(trigger + 1) if start <= tree.starts[t] < end]
    if tokens and tree.tags[tokens[-1]] not in ("IN", "CC", "TO"):
        return not _is_beside(tree, trigger, tokens[-1])
    if not tokens:
        return True
    last = tokens[-1]
    if tree.tags[last] == "TO":
        # "has yet *to* join": so is what it does with what hangs on it.
        return last in above or tree.heads[last] in above
    if tree.deps[last] == "cc":
        return any(t > last for t in above if tree.deps[t] == "conj")
    return last in above
