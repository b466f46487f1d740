"""The dependency parse of a passage as plain lists, cheap to walk."""

from __future__ import annotations

from collections.abc import Callable, Container
from itertools import pairwise
from operator import add
from typing import Any

from loaders.extraction.parse.clipped import unclip
from loaders.extraction.parse.grafting import graft
from loaders.extraction.parse.hyphens import bind
from loaders.extraction.parse.infinitives import rejoin
from loaders.extraction.parse.joining import join
from loaders.extraction.parse.mending import mend
from loaders.extraction.parse.mistaken import correct
from loaders.extraction.parse.plural_verbs import tell
from loaders.extraction.parse.retagging import retag
from loaders.extraction.parse.series import gather
from loaders.extraction.parse.short import shorten
from loaders.extraction.parse.tags import NOMINAL, PROPER, RELATIVE, VERBAL
from loaders.extraction.text.passage import Passage

_READ = ("IDX", "LENGTH", "TAG", "DEP", "HEAD", "SENT_START")
_JOINTLY = frozenset({"jointly", "both", "together"})
_WRAP, _HALF = 1 << 64, 1 << 63


class Tree:
    """Tokens of one passage by index: words, lemmas, tags, dependencies, offsets.

    `heads[i] == i` marks a root. `starts` and `ends` are offsets into the
    passage's text. `sentence[i]` is the index of the token's sentence, whose
    tokens are `range(*sentences[k])`.
    """

    __slots__ = (
        "children",
        "deps",
        "ends",
        "heads",
        "lemmas",
        "lower",
        "passage",
        "sentence",
        "sentences",
        "starts",
        "tags",
        "words",
    )

    def __init__(
        self, passage: Passage, doc: Any, lemma: Callable[[str, str], str] | None = None
    ) -> None:
        self.passage = passage
        # The array holds the distances to heads as unsigned numbers.
        starts, lengths, tags, deps, heads, firsts = doc.to_array(_READ).T.tolist()
        strings, text = doc.vocab.strings, passage.parsed or passage.text
        said = {code: strings[code] for code in {*tags, *deps}}
        self.starts: list[int] = starts
        self.ends: list[int] = list(map(add, starts, lengths))
        self.words: list[str] = [text[a:b] for a, b in zip(starts, self.ends, strict=True)]
        self.lower: list[str] = [word.lower() for word in self.words]
        self.tags: list[str] = [said[tag] for tag in tags]
        self.deps: list[str] = [said[dep] for dep in deps]
        for index, tag in enumerate(self.tags):
            if tag == "''" and self.deps[index] == "case":
                # "Ministers’" with a curved apostrophe
                self.tags[index] = "POS"
        self.heads: list[int] = [
            index + (far - _WRAP if far > _HALF else far) for index, far in enumerate(heads)
        ]
        self.children: list[list[int]] = [[] for _ in self.words]
        self.sentence = [0] * len(self.words)
        self.sentences: list[tuple[int, int]] = []
        for index, head in enumerate(self.heads):
            if head != index:
                self.children[head].append(index)
        unclip(self)
        correct(self)
        tell(self)
        shorten(self)
        retag(self)
        self.lemmas: list[str] = (
            list(map(lemma, self.words, self.tags))
            if lemma
            else [token.lemma_.lower() for token in doc]
        )
        bind(self)
        graft(self)
        rejoin(self)
        mend(self)
        join(self)
        gather(self)
        begun = [index for index, first in enumerate(firsts) if first == 1 or not index]
        for number, (start, end) in enumerate(pairwise([*begun, len(self.words)])):
            self.sentences.append((start, end))
            self.sentence[start:end] = [number] * (end - start)

    def is_noun(self, index: int) -> bool:
        return self.tags[index] in NOMINAL

    def is_verb(self, index: int) -> bool:
        return self.tags[index] in VERBAL

    def child(self, index: int, *deps: str) -> int | None:
        """The first child of `index` by one of `deps`."""
        for child in self.children[index]:
            if self.deps[child] in deps:
                return child
        return None

    def kids(self, index: int, *deps: str) -> list[int]:
        below, named = self.children[index], self.deps
        return [child for child in below if named[child] in deps] if below else []

    def after(self, index: int, prepositions: Container[str]) -> list[int]:
        """What those of `prepositions` lead to that hang from `index`: "partners *of X*"."""
        return [
            t
            for p in self.kids(index, "prep")
            if self.lower[p] in prepositions
            for t in self.kids(p, "pobj")
        ]

    def up(self, index: int) -> list[int]:
        """The heads above `index`, nearest first."""
        found, heads = list[int](), self.heads
        while heads[index] != index:
            index = heads[index]
            found.append(index)
        return found

    def root(self, index: int) -> int:
        """The word that the sentence of `index` hangs from."""
        while self.heads[index] != index:
            index = self.heads[index]
        return index

    def conjuncts(self, index: int) -> list[int]:
        """`index` and what is coordinated below it, in text order."""
        if not self.children[index]:
            return [index]
        found, stack = [], [index]
        while stack:
            current = stack.pop()
            found.append(current)
            stack += [
                child
                for child in self.children[current]
                if self.deps[child] == "conj" and self.same_kind(index, child)
            ]
        return sorted(found)

    def same_kind(self, index: int, other: int) -> bool:
        """Whether both are verbs or neither is: a noun is not coordinated with a clause."""
        return self.is_finite(index) == self.is_finite(other)

    def is_finite(self, index: int) -> bool:
        return self.tags[index] in VERBAL and self.tags[index] != "VBG"

    def first_conjunct(self, index: int) -> int:
        """The conjunct that the coordination hangs from."""
        while self.deps[index] == "conj" and self.heads[index] != index:
            if not self.same_kind(index, self.heads[index]):
                break
            index = self.heads[index]
        return index

    def subtree(self, index: int) -> list[int]:
        found, stack = [], [index]
        while stack:
            current = stack.pop()
            found.append(current)
            stack.extend(self.children[current])
        return sorted(found)

    def antecedent(self, subject: int, verb: int) -> list[int]:
        """`subject` of `verb`, or what it stands for if it is a relative pronoun or the "what" of
        "what matters is X"."""
        if self.lower[subject] == "what" and self.deps[verb] in ("csubj", "ccomp"):
            above = self.heads[verb]
            return self.kids(above, "attr") if self.lemmas[above] == "be" else []
        if self.lower[subject] == "what" and (told := self.told(verb)) is not None:
            return self.kids(told, "attr")
        whole = [t for p in self.kids(subject, "prep") for t in self.kids(p, "pobj")]
        relative = any(self.lower[t] in RELATIVE for t in (subject, *whole))
        if not relative:
            return [subject]
        for above in (verb, *self.up(verb)):
            if self.deps[above] == "relcl":
                noun = self.heads[above]
                if self.lower[noun] == "those" and (among := self._among(noun)):
                    return among
                if self.lower[subject] == "who" and self.deps[noun] == "pobj":
                    # "Ann Lee of the navy, who heads it"
                    outer = self.heads[self.heads[noun]]
                    named = self.tags[outer] == self.tags[noun] == "NNP"
                    return [outer if named else noun]
                return [self._listed(noun, above)]
        if self.deps[verb] == "ccomp" and (cleft := self._cleft(verb)):
            return cleft
        again = self.deps[verb] == "conj" and self.lower[subject] == "which"
        return self._before(subject) if again else [subject]

    def _listed(self, noun: int, clause: int) -> int:
        """The first of a list that a plural clause is about: "*A, B and C*, which share X", "which
        jointly did X"."""
        told = self.kids(clause, "aux", "advmod", "nsubj", "appos")
        plural = self.tags[clause] == "VBP" or any(
            self.tags[t] == "VBP" or self.lower[t] in _JOINTLY for t in told
        )
        plural = plural and self.tags[noun] in PROPER
        return self.first_conjunct(noun) if plural else noun

    def _among(self, those: int) -> list[int]:
        """ "Among those who did so were *A and B*"."""
        preposition = self.heads[those]
        verb = self.heads[preposition]
        if self.lower[preposition] != "among" or self.lemmas[verb] != "be" or verb < those:
            return []
        return self.kids(verb, "nsubj", "attr")[:1]

    def _cleft(self, clause: int) -> list[int]:
        """ "It was *A* that did so"."""
        verb = self.heads[clause]
        subject = self.child(verb, "nsubj")
        told = self.kids(verb, "attr")
        it = self.lemmas[verb] == "be" and subject is not None and self.lower[subject] == "it"
        return [t for t in told if it and self.tags[t] in PROPER and verb < t < clause]

    def _before(self, relative: int) -> list[int]:
        """What a second relative clause is about: "a summit that A hosts and *which* B attends"."""
        if self.lower[relative - 1] not in ("and", "but", "or"):
            return [relative]
        start = self.sentences[self.sentence[relative]][0]
        clauses = (t for t in range(relative - 1, start, -1) if self.deps[t] == "relcl")
        clause = next(clauses, None)
        return [relative] if clause is None else [self.heads[clause]]

    def told(self, verb: int) -> int | None:
        """The "is" of "what worries X is Y" that the parse makes the content of `verb`, and X its
        subject."""
        for clause in self.kids(verb, "ccomp"):
            near = self.child(clause, "nsubj")
            bare = self.child(verb, "dobj") is None and self.child(clause, "mark") is None
            if self.lemmas[clause] == "be" and near is not None and bare and verb < near < clause:
                return clause
        return None

    def is_reflexive(self, index: int) -> bool:
        """Whether it is "itself" or its like."""
        return self.lower[index].endswith(("self", "selves")) and self.tags[index] == "PRP"

    def is_question(self, index: int) -> bool:
        start, end = self.sentences[self.sentence[index]]
        if "?" not in self.words[max(start, end - 3) : end]:
            return False
        # "X's opposition to Y: a mistake?": what stands before the colon is said.
        return ":" not in self.words[index:end]

    def is_quoted(self, index: int) -> bool:
        """Whether the token stands in quotation marks."""
        marks = self.passage.text.count('"', 0, self.starts[index])
        return (marks % 2 == 1) != self.passage.is_quoted

    def sentence_span(self, index: int) -> tuple[int, int]:
        """Offsets of the sentence of `index` into the passage's text."""
        start, end = self.sentences[self.sentence[index]]
        return self.starts[start], self.ends[end - 1]


def follows_to(tree: Tree, verb: int) -> bool:
    """Whether "to" is an auxiliary of the verb."""
    return any(tree.tags[a] == "TO" for a in tree.kids(verb, "aux"))


def is_to_be(tree: Tree, verb: int) -> bool:
    """ "A pact *to be signed*"."""
    passive = tree.tags[verb] == "VBN" and tree.child(verb, "auxpass") is not None
    return passive and follows_to(tree, verb)


def is_infinitive(tree: Tree, verb: int) -> bool:
    """ "A way *to deter* X"."""
    return tree.tags[verb] == "VB" and follows_to(tree, verb)
