"""Polarity and status of what a trigger says, from the words that govern it."""

from __future__ import annotations

from collections.abc import Iterable

from graph.statements import Polarity, Status
from loaders.extraction.grammar import clauses
from loaders.extraction.grammar.governing import Governing, is_ranked
from loaders.extraction.grammar.instituted import Instituted
from loaders.extraction.grammar.own import Own, is_inverted
from loaders.extraction.grammar.phrases_before import PhrasesBefore
from loaders.extraction.grammar.presupposed import Presupposed
from loaders.extraction.grammar.said import Said
from loaders.extraction.grammar.undenied import Undenied
from loaders.extraction.parse.tags import AMID
from loaders.extraction.parse.tree import Tree, is_infinitive, is_to_be
from ontology.lexicon import Lexicon, Manner, Part

_DEPTH = 10
_APART = frozenset({"relcl", "parataxis", "appos", "compound", "poss", "nmod"})
"""Dependencies over which no manner reaches down."""
_OBJECTS = frozenset({"dobj", "prep", "nsubjpass", "pobj"})


class Manners:
    """Answers for a trigger in a tree; compiled once from the lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._introductions = lexicon.role("Introduction", Part.PHRASE)
        self._saying = lexicon.role("Attribution", Part.VERB)
        self._measures = lexicon.role("Measure")
        self._valuing = lexicon.role("Valuing", Part.NOUN)
        self._raising = lexicon.role("Valuing", Part.VERB)
        self._by_part: dict[Part, dict[str, list[Manner]]] = {part: {} for part in Part}
        for manner in lexicon.manners:
            for part, words in manner.words.items():
                for word in sorted(words):
                    self._by_part[part].setdefault(word, []).append(manner)
        self._containers = lexicon.role("Container")
        self._securing = lexicon.role("Securing", Part.VERB)
        self._persisting = lexicon.role("Persisting", Part.VERB)
        evident = lexicon.role("Evident"), lexicon.role("Evident", Part.VERB)
        awaited = lexicon.role("Awaited", Part.ADJECTIVE)
        self._disproving = lexicon.role("Disproving", Part.ADJECTIVE)
        measuring = lexicon.role("Measuring", Part.VERB)
        self._own = Own(self._by_part, self._saying, *evident, awaited, measuring)
        self._undenied = Undenied(lexicon, self._own)
        self._governing = Governing(lexicon, self._by_part)
        self._presupposed = Presupposed(lexicon, self._by_part)
        self._instituted = Instituted(lexicon, self._by_part)
        self._before = PhrasesBefore(self._by_part[Part.PHRASE])

    def introduced(self, status: Status, introductions: Iterable[str]) -> Status:
        """The status of an item under `introductions`: "the two sides intend to:" plans it."""
        bare = status in (Status.ACTUAL, Status.RECOMMENDED)
        planned = bare and any(map(self._introduces, introductions))
        return Status.PLANNED if planned else status

    def _introduces(self, text: str) -> bool:
        words = f" {text.lower()} "
        return any(f" {phrase} " in words for phrase in self._introductions)

    def is_on_the_way(self, tree: Tree, verb: int) -> bool:
        """Whether a verb says that one is on the way to something: "*travels* to Y for talks"."""
        return self._governing.is_on_the_way(tree, verb)

    def supposes(self, tree: Tree, noun: int) -> bool:
        """Whether its own adjectives say that it is not there: "a *possible* invasion"."""
        if not tree.is_noun(noun) or tree.child(noun, "amod") is None:
            return False
        return Status.POSSIBLE in self._own.of(tree, noun, None)[1]

    def of(
        self, tree: Tree, trigger: int, *, held: bool = False, acting: bool = False
    ) -> tuple[Polarity, Status]:
        """How `trigger` is meant. Several statuses: the least real one; denials cancel out.

        `held`: it says what somebody values, which is so wherever its importance is spoken of.
        `acting`: it is meant as what the clause does is.
        """
        said = Said()
        opens = False
        done, current, previous = False, trigger, None
        passed = {trigger}
        for _ in range(_DEPTH):
            passed.add(current)
            if not done or previous is None:
                said.add(self._own.of(tree, current, previous))
            said.denials += self._is_disproved(tree, current)
            closing = self._closing(tree, current, previous)
            if closing is not None:
                opens = closing == [Status.POSSIBLE] and clauses.is_open(tree, current)
                # "If X does *not* join": nobody says that it does not.
                said.denials *= closing != [Status.POSSIBLE]
                said.statuses += closing
                break
            if (outer := clauses.circumstance_of(tree, current)) is not None:
                previous, current, done = current, outer, False
                continue
            head = clauses.above(tree, current)
            if clauses.is_joined(tree, current, head):
                done = clauses.stands_alone(tree, current, head)
            elif self._govern(said, tree, head, current, trigger, held, acting):
                break
            else:
                done = said.freed
            said.kept = said.kept or self._goes_on(tree, head, current) * len(said.statuses)
            previous, current = current, head
        before, found = self._before.of(tree, trigger, passed)
        # "has yet to say whether it will join": not denied.
        said.add((0 if opens else before, found))
        return said.meant()

    def _govern(
        self,
        said: Said,
        tree: Tree,
        head: int,
        child: int,
        trigger: int,
        held: bool,
        acting: bool,
    ) -> bool:
        """Add what `head` makes of what hangs on it; whether nothing above that counts."""
        said.freed = False
        if held and tree.lemmas[head] in self._valuing and tree.is_noun(head):
            return True
        freed = self._undenied.of(tree, head, child)
        if freed is not None:
            said.freed = freed.done
            if not freed.done:
                said.leave_open(freed.awaited)
            return not freed.done
        governed, found = self._governing.of(tree, head, child)
        if held:
            found = self._as_held(tree, head, child, found)
        elif not (found or governed or acting) and self._is_of_noun(tree, child, trigger):
            return True
        if said.denials and self._is_secured(tree, head, child):
            # "*ensure* that X cannot attack" says that it may.
            said.denials = 0
            said.statuses.append(Status.POSSIBLE)
        said.add((governed, found))
        if self._is_reported(tree, child, head):
            said.denials += self._own.of(tree, head, child)[0]
            return True
        said.ceased = said.ceased or self._undenied.has_ceased(tree, head, child)
        return False

    def _is_disproved(self, tree: Tree, clause: int) -> bool:
        """Whether what a clause says is said to be false: "the claim that *X joined* is false"."""
        noun = tree.heads[clause]
        verb = tree.heads[noun]
        if tree.deps[noun] != "nsubj" or tree.lemmas[verb] != "be" or noun == clause:
            return False
        that = any(tree.lower[c] == "that" for c in tree.kids(clause, "mark"))
        if not that or tree.child(verb, "neg") is not None:
            return False
        return any(tree.lower[c] in self._disproving for c in tree.kids(verb, "acomp"))

    def _is_secured(self, tree: Tree, verb: int, child: int) -> bool:
        """Whether somebody only sees to it that it be so: "*ensure* that X cannot attack"."""
        return tree.deps[child] == "ccomp" and tree.lemmas[verb] in self._securing

    def _goes_on(self, tree: Tree, verb: int, child: int) -> bool:
        """Whether a verb says that what hangs on it is done and will be: "*continue* to arm X"."""
        goes_on = tree.deps[child] == "xcomp" and tree.lemmas[verb] in self._persisting
        return goes_on and tree.is_verb(child) and tree.child(verb, "dobj") is None

    def _as_held(self, tree: Tree, head: int, child: int, said: list[Status]) -> list[Status]:
        """What a word above leaves of what is valued: nothing if it speaks of it, or is a noun."""
        if tree.is_noun(head):
            return [status for status in said if status is Status.PLANNED]
        if tree.lemmas[head] not in self._raising:
            return said
        return [] if tree.deps[child] in _OBJECTS or tree.tags[head] == "VBN" else said

    def _is_reported(self, tree: Tree, clause: int, verb: int) -> bool:
        """Whether a clause is what somebody says: "would note that X *is* a partner"."""
        own = tree.child(clause, "nsubj", "nsubjpass", "expl") is not None
        return own and tree.deps[clause] == "ccomp" and tree.lemmas[verb] in self._saying

    def _closing(self, tree: Tree, current: int, below: int | None) -> list[Status] | None:
        """What a clause that nothing above it governs adds; None if something does."""
        dep, head = tree.deps[current], tree.heads[current]
        marks = {tree.lower[m] for m in tree.kids(current, "mark")}
        if tree.lower[current] in AMID:
            # "plans drills *amid* fears of X": those are there.
            return []
        if head == current:
            announced = is_infinitive(tree, current)
            subject = tree.child(current, "nsubj", "expl") is not None
            if tree.tags[current] != "VB" or (subject and not announced):
                return []
            # "NATO to expand…" announces, "Build trust…" recommends.
            return [Status.PLANNED if announced else Status.RECOMMENDED]
        if clauses.is_open(tree, current):
            # "has not decided whether to join": neither said nor denied.
            return [Status.POSSIBLE]
        if _is_apart(tree, current):
            return []
        if dep in ("relcl", "acl") and is_to_be(tree, current) and not is_ranked(tree, head):
            # "The pact, *to be signed* by X": it is not yet.
            return [Status.PLANNED]
        infinitive = dep == "relcl" and is_infinitive(tree, current)
        # "refrain from *decisions* that undermine X"
        # but not from "commitments that it *made*"
        taken = (
            dep == "relcl"
            and tree.tags[current] != "VBD"
            and tree.tags[head] == "NNS"
            and tree.lemmas[head] in self._measures
        )
        made = self._instituted.is_so(tree, current)
        apart = dep in _APART and not (infinitive or taken or made)
        if apart or clauses.stands_before(tree, current, head):
            return []
        own = tree.child(current, "nsubj") is not None
        if dep == "advcl" and tree.is_finite(current) and own and "for" not in marks:
            if marks & {"if", "unless"} or is_inverted(tree, current):
                return [Status.POSSIBLE]
            # "They will discuss it when they meet": the meeting is to come as well.
            # "They will discuss it as others arm": these do.
            present = tree.tags[current] in ("VBP", "VBZ") and tree.child(current, "aux") is None
            present = present and not clauses.gives_reason(tree, current)
            # "as *soon* as they join"
            verb = tree.heads[head] if tree.lower[head] == "soon" else head
            return self._own.of(tree, verb, current)[1] if present and tree.is_verb(verb) else []
        stands = self._presupposed.stands(tree, current, below)
        # "The pact is under negotiation"
        return self._governing.pending(tree, current) if stands else None

    def _is_of_noun(self, tree: Tree, current: int, trigger: int) -> bool:
        """Whether it is the "of" between two nouns: the upper one's manner is not the lower's."""
        above = tree.heads[current]
        prep = tree.deps[current] == "prep" and tree.lower[current] == "of"
        if tree.lemmas[above] in self._containers:
            # "Potential *areas of* cooperation"
            return False
        return prep and tree.is_noun(above) and tree.is_noun(trigger)


def _is_apart(tree: Tree, clause: int) -> bool:
    """Whether a clause is so beside what is said of it: "Trade is to grow, *with X signing* a
    pact", "will not tell *what they discussed*"."""
    if tree.deps[clause] == "pcomp" and tree.lower[tree.heads[clause]] == "with":
        return tree.child(clause, "nsubj") is not None
    return clauses.is_free(tree, clause)
