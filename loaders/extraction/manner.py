"""Polarity and status of what a trigger says, from the words that govern it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from graph.statements import Polarity, Status
from loaders.extraction.around import Around
from loaders.extraction.tree import Tree
from ontology.lexicon import Lexicon, Manner, Part

_DEPTH = 10
_RANK = {
    Status.ACTUAL: 0,
    Status.PLANNED: 1,
    Status.RECOMMENDED: 2,
    Status.POSSIBLE: 3,
}
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_APART = frozenset({"relcl", "parataxis", "appos", "compound", "poss", "nmod"})
"""Dependencies over which no manner reaches down."""
_INDEFINITE = frozenset({"a", "an", "any", "another"})


class Manners:
    """Answers for a trigger in a tree; compiled once from the lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._introductions = lexicon.role("Introduction", Part.PHRASE)
        self._achieving = lexicon.role("Achieving", Part.VERB)
        self._by_part: dict[Part, dict[str, list[Manner]]] = {part: {} for part in Part}
        for manner in lexicon.manners:
            for part, words in manner.words.items():
                for word in sorted(words):
                    self._by_part[part].setdefault(word, []).append(manner)
        self._around = Around(self._by_part, lexicon.role("Pledging", Part.VERB))
        phrases = self._by_part[Part.PHRASE]
        ordered = sorted(phrases, key=lambda p: (-len(p), p))
        self._phrases = (
            re.compile(r"\b(" + "|".join(map(re.escape, ordered)) + r")\b", re.IGNORECASE)
            if ordered
            else None
        )

    def introduced(self, status: Status, introductions: Iterable[str]) -> Status:
        """The status of an item under `introductions`: "the two sides intend to:" plans it."""
        planned = status is Status.ACTUAL and any(map(self._introduces, introductions))
        return Status.PLANNED if planned else status

    def _introduces(self, text: str) -> bool:
        words = f" {text.lower()} "
        return any(f" {phrase} " in words for phrase in self._introductions)

    def of(self, tree: Tree, trigger: int) -> tuple[Polarity, Status]:
        """How `trigger` is meant. Several statuses: the least real one; denials cancel out."""
        denials, statuses = self._said_before(tree, trigger)
        said = denials
        done, current, previous = False, trigger, None
        for _ in range(_DEPTH):
            if not done or previous is None:
                denied, found = self._around.own(tree, current, previous)
                denials += denied
                statuses += found
            closing = self._closing(tree, current)
            if closing is not None:
                if closing == [Status.POSSIBLE] and _is_open(tree, current):
                    # "has yet to say whether it will join": not denied.
                    denials -= said
                statuses += closing
                break
            head = tree.heads[current]
            if tree.deps[current] == "conj" and tree.is_finite(current):
                # Coordinated clauses share auxiliaries only where they share the subject.
                # "did not mention X but said…": what is denied is the first of them only.
                but = any(tree.lower[c] == "but" for c in tree.kids(head, "cc"))
                done = but or tree.child(current, "nsubj", "nsubjpass", "aux") is not None
            else:
                governed, found = self._around.governed(tree, head, current)
                if not found and self._is_of_noun(tree, current, trigger):
                    break
                denials += governed
                statuses += found
                done = False
            previous, current = current, head
        polarity = Polarity.DENIED if denials % 2 else Polarity.AFFIRMED
        return polarity, max(statuses, key=_RANK.__getitem__)

    def _closing(self, tree: Tree, current: int) -> list[Status] | None:
        """What a clause that nothing above it governs adds; None if something does."""
        dep, head = tree.deps[current], tree.heads[current]
        marks = {tree.lower[m] for m in tree.kids(current, "mark")}
        if head == current:
            if tree.tags[current] != "VB" or tree.child(current, "nsubj", "expl") is not None:
                return []
            # "NATO to expand…" announces, "Build trust…" recommends.
            announced = tree.child(current, "aux") is not None
            return [Status.PLANNED if announced else Status.RECOMMENDED]
        if _is_open(tree, current):
            # "has not decided whether to join": neither said nor denied.
            return [Status.POSSIBLE]
        if dep in _APART or self._is_beside(tree, current, head):
            return []
        own = tree.child(current, "nsubj") is not None
        if dep == "advcl" and tree.is_finite(current) and own and "for" not in marks:
            if marks & {"if", "unless"}:
                return [Status.POSSIBLE]
            # "They will discuss it when they meet": the meeting is to come as well.
            present = tree.tags[current] in ("VBP", "VBZ") and tree.child(current, "aux") is None
            return (
                self._around.own(tree, head, current)[1] if present and tree.is_verb(head) else []
            )
        # "AUKUS, announced by X, is not a treaty": that it was announced stands.
        told = dep == "acl" and tree.tags[current] == "VBN" and tree.deps[head] in _SUBJECTS
        if told or (tree.is_noun(current) and self._is_presupposed(tree, current)):
            return []
        return None

    @staticmethod
    def _is_of_noun(tree: Tree, current: int, trigger: int) -> bool:
        """Whether it is the "of" between two nouns: the upper one's manner is not the lower's."""
        above = tree.heads[current]
        prep = tree.deps[current] == "prep" and tree.lower[current] == "of"
        return prep and tree.is_noun(above) and tree.is_noun(trigger)

    def _said_before(self, tree: Tree, trigger: int) -> tuple[int, list[Status]]:
        """What phrases before the trigger say: "in no way", "instead of"."""
        denials, statuses = 0, [Status.ACTUAL]
        if self._phrases is None:
            return denials, statuses
        start, _ = tree.sentence_span(trigger)
        before = tree.passage.text[start : tree.ends[trigger]]
        for match in self._phrases.finditer(before):
            if ";" in before[match.end() :] or " but " in before[match.end() :]:
                continue
            if not _reaches(tree, trigger, start + match.start(), start + match.end()):
                continue
            for manner in self._by_part[Part.PHRASE][match.group(1).lower()]:
                denials += manner.polarity == Polarity.DENIED
                statuses += [Status(manner.status)] if manner.status else []
        return denials, statuses

    def _is_beside(self, tree: Tree, current: int, head: int) -> bool:
        """Whether a clause only stands before another: "A belongs to it; B does not"."""
        return (
            tree.deps[current] == "ccomp"
            and current < head
            and tree.child(current, "mark") is None
            and any(tree.words[c] == ";" for c in tree.children[head])
        )

    def _is_presupposed(self, tree: Tree, noun: int) -> bool:
        """Whether a noun's being so is taken for granted: "its partnership with X will grow"."""
        owned = tree.child(noun, "poss") is not None
        noun = tree.first_conjunct(noun)
        dep, head = tree.deps[noun], tree.heads[noun]
        if dep in ("nsubj", "nsubjpass"):
            said = self._by_part[Part.VERB].get(tree.lemmas[head], ())
            if dep == "nsubjpass" and not owned and any(m.status for m in said):
                # "a summit is planned"
                return False
            if not owned and self._is_supposed(tree, noun, head):
                return False
            return owned or tree.child(head, "acomp", "attr") is None
        return owned and dep in ("dobj", "pobj") and tree.lemmas[head] not in self._achieving

    def _is_supposed(self, tree: Tree, noun: int, verb: int) -> bool:
        """Whether it is only as real as what would come of it: "an attack on X would…"."""
        definite = tree.child(noun, "det") is not None and not any(
            tree.lower[d] in _INDEFINITE for d in tree.kids(noun, "det")
        )
        supposing = self._by_part[Part.AUXILIARY]
        return not definite and any(
            manner.status == Status.POSSIBLE
            for aux in tree.kids(verb, "aux")
            for manner in supposing.get(tree.lower[aux], ())
        )


def _is_open(tree: Tree, clause: int) -> bool:
    """Whether a clause asks what is so: "whether to join"."""
    return any(tree.lower[m] == "whether" for m in tree.kids(clause, "mark"))


def _reaches(tree: Tree, trigger: int, start: int, end: int) -> bool:
    """Whether the phrase at [start, end) of the passage governs `trigger`: what follows its
    preposition ("instead of"), else what it is an adverb of ("by no means")."""
    tokens = [t for t in range(trigger + 1) if start <= tree.starts[t] < end]
    above = {trigger, *tree.up(trigger)}
    if not tokens or tree.tags[tokens[-1]] not in ("IN", "CC"):
        return True
    last = tokens[-1]
    if tree.deps[last] == "cc":
        return any(t > last for t in above if tree.deps[t] == "conj")
    return last in above
