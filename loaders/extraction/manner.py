"""Polarity and status of what a trigger says, from the words that govern it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from graph.statements import Polarity, Status
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
_NEGATORS = frozenset({"no", "neither", "nor"})


class Manners:
    """Answers for a trigger in a tree; compiled once from the lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._introductions = lexicon.role("Introduction", Part.PHRASE)
        self._pledging = lexicon.role("Pledging", Part.VERB)
        self._achieving = lexicon.role("Achieving", Part.VERB)
        self._by_part: dict[Part, dict[str, list[Manner]]] = {part: {} for part in Part}
        for manner in lexicon.manners:
            for part, words in manner.words.items():
                for word in sorted(words):
                    self._by_part[part].setdefault(word, []).append(manner)
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
        done, current, previous = False, trigger, None
        for _ in range(_DEPTH):
            if not done or previous is None:
                denied, found = self._own(tree, current, previous)
                denials += denied
                statuses += found
            closing = self._closing(tree, current)
            if closing is not None:
                statuses += closing
                break
            head = tree.heads[current]
            if tree.deps[current] == "conj" and tree.is_finite(current):
                # Coordinated clauses share auxiliaries only where they share the subject.
                # "did not mention X but said…": what is denied is the first of them only.
                but = any(tree.lower[c] == "but" for c in tree.kids(head, "cc"))
                done = but or tree.child(current, "nsubj", "nsubjpass", "aux") is not None
            else:
                governed, found = self._governed(tree, head, current)
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
        if "whether" in marks:
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
            return self._own(tree, head, current)[1] if present and tree.is_verb(head) else []
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

    def _own(self, tree: Tree, token: int, below: int | None) -> tuple[int, list[Status]]:
        """What hangs on `token` itself: auxiliaries, adverbs, adjectives, "no"."""
        denials, statuses = 0, []
        for child in tree.children[token]:
            if child == below:
                continue
            dep, lower = tree.deps[child], tree.lower[child]
            denials += dep == "neg" or (dep == "det" and lower in _NEGATORS)
            denials += dep == "preconj" and lower == "neither"
            part = _PART_OF.get(dep)
            if part is None or (part is Part.ADJECTIVE and not tree.is_noun(token)):
                continue
            if lower == "never" and _is_compared(tree, token):
                denials -= dep == "neg"
                continue
            if part is Part.AUXILIARY and _is_backshifted(tree, token, lower):
                statuses.append(Status.PLANNED)
                continue
            words = self._by_part[part]
            pair = f"{tree.lower[child - 1]} {lower}" if child else lower
            for manner in (
                words.get(pair, []) or words.get(lower, []) or words.get(tree.lemmas[child], [])
            ):
                denials += manner.polarity == Polarity.DENIED
                statuses += [Status(manner.status)] if manner.status else []
        if not tree.is_noun(token):
            denials += sum(
                self._is_nobody(tree, subject) for subject in tree.kids(token, "nsubj", "nsubjpass")
            )
        return denials, statuses

    @staticmethod
    def _is_nobody(tree: Tree, subject: int) -> bool:
        """Whether a subject says that nobody does it: "no state", "neither"."""
        none = any(tree.lower[d] in _NEGATORS for d in tree.kids(subject, "det", "preconj"))
        return none or tree.lower[subject] in ("none", "nobody", "neither")

    def _as_governed(self, tree: Tree, head: int, child: int) -> str:
        """The dependency of `child`, of which the parse at times makes a purpose: "committed to
        enhance X", "ruled out sending X", "called for X to do it"."""
        if tree.deps[child] != "advcl":
            return tree.deps[child]
        pledged = tree.tags[child] == "VB" and tree.lemmas[head] in self._pledging
        particle = head == child - 2 and tree.tags[child - 1] == "RP"
        asked = any(tree.lower[m] == "for" for m in tree.kids(child, "mark"))
        follows = tree.tags[child] == "VBG" and (child == head + 1 or particle)
        return "xcomp" if pledged or asked or follows else "advcl"

    def _governed(self, tree: Tree, head: int, child: int) -> tuple[int, list[Status]]:
        """What the head's own meaning does to what hangs on it: "plan to", "talks on", "deny"."""
        dep = self._as_governed(tree, head, child)
        if tree.is_verb(head) and dep in ("csubj", "nsubj"):
            return self._predicative(tree, head)
        part = _governing(tree, head, dep)
        if part is None or (part is Part.VERB and dep == "prep" and child < head):
            # "In talks at X, they pressed Y": what comes first is not what they press for.
            return 0, []
        manners = self._by_part[part].get(tree.lemmas[head], [])
        if part is Part.VERB:
            # "call for X" wants it, "call X reckless" does not.
            link = tree.lower[child] if dep == "prep" else "to"
            if dep == "prep" or (dep == "xcomp" and not _is_ranked(tree, head)):
                manners = manners + self._by_part[part].get(f"{tree.lemmas[head]} {link}", [])
        if part is Part.ADJECTIVE and dep == "prep":
            # "X is essential to building Y" says that it does; "it is essential to build" does not.
            manners = [m for m in manners if m.status != Status.RECOMMENDED]
        return (
            sum(m.polarity == Polarity.DENIED for m in manners),
            [Status(m.status) for m in manners if m.status],
        )

    def _predicative(self, tree: Tree, verb: int) -> tuple[int, list[Status]]:
        """ "Aligning X is crucial": the adjective above the subject."""
        statuses = []
        for complement in tree.kids(verb, "acomp", "attr"):
            manners = self._by_part[Part.ADJECTIVE].get(tree.lower[complement], ())
            statuses += [Status(m.status) for m in manners if m.status]
        return 0, statuses


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


def _governing(tree: Tree, head: int, dep: str) -> Part | None:
    """The part of speech as which `head` governs what hangs on it so; None if it does not."""
    if tree.is_verb(head):
        return Part.VERB if dep in _OF_VERBS else None
    if tree.is_noun(head):
        return Part.NOUN if dep in ("prep", "acl", "relcl") else None
    adjective = tree.tags[head].startswith("JJ") and dep in ("xcomp", "prep", "ccomp")
    return Part.ADJECTIVE if adjective else None


_OF_VERBS = frozenset({"xcomp", "ccomp", "dobj", "prep", "nsubjpass", "acl", "attr"})


def _is_backshifted(tree: Tree, verb: int, auxiliary: str) -> bool:
    """ "He confirmed that he *would* attend": he said "I will"."""
    said = tree.heads[verb]
    return (
        auxiliary == "would"
        and tree.deps[verb] == "ccomp"
        and tree.is_verb(said)
        and tree.tags[said] in ("VBD", "VBN")
    )


def _is_compared(tree: Tree, verb: int) -> bool:
    """ "The alliance has never been stronger", "never so close": it is."""
    return any(
        tree.tags[t] in ("JJR", "RBR")
        or any(tree.lower[a] in ("so", "more", "as") for a in tree.kids(t, "advmod"))
        for t in tree.kids(verb, "acomp", "advmod")
    )


def _is_ranked(tree: Tree, verb: int) -> bool:
    """ "X was the *first* state to do it": it has done it."""
    return any(
        tree.lower[m] in _RANKS
        for noun in tree.kids(verb, "attr")
        for m in tree.kids(noun, "amod", "nummod")
    )


_RANKS = frozenset({"first", "second", "third", "fourth", "fifth", "latest", "last", "only"})
_PART_OF = {
    "aux": Part.AUXILIARY,
    "advmod": Part.ADVERB,
    "amod": Part.ADJECTIVE,
    "det": Part.ADJECTIVE,
    "acomp": Part.ADJECTIVE,
}
