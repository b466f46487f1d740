"""Of whom a noun is said: who has it, is it, is called it, suffers or ends it."""

from __future__ import annotations

from typing import Protocol

from loaders.extraction.grammar import apposition, fellows, linking, naming, passive
from loaders.extraction.grammar.caused import Caused
from loaders.extraction.parse.tags import AMID, COMMON, PROPER, RELATIVE
from loaders.extraction.parse.tree import Tree
from ontology.lexicon import Lexicon, Part

_DEPTH = 6
_ONE = frozenset(
    {"one", "some", "several", "many", "most", "all", "another", "none", "two", "three", "closest"}
)
"""Of a plural: "one of its partners"."""
_APART = frozenset({",", "both", "all", "each"})
_AMONG = frozenset({"among", "amongst"})
_HAVING = frozenset({"have", "take", "hold", "keep", "retain", "assume"})
"""Verbs of what somebody has as what he is: "*took* its seat as a member"."""
_WITH = frozenset({"with", "between"})


class Clauses(Protocol):
    """What the clause around a noun tells."""

    def subjects(self, tree: Tree, verb: int, depth: int = 0) -> list[int]: ...
    def surface_subjects(self, tree: Tree, verb: int, depth: int) -> list[int]: ...
    def objects(self, tree: Tree, verb: int, depth: int = 0) -> list[int]: ...
    def possessors(self, tree: Tree, noun: int) -> list[int]: ...


class Bearing:
    """Answers for one tree at a time; holds word lists only."""

    def __init__(self, lexicon: Lexicon, clauses: Clauses) -> None:
        self._clauses = clauses
        self._bearing = lexicon.role("Bearing", Part.VERB)
        self._bearing_prepositions = lexicon.role("Bearing", Part.PREPOSITION)
        self.caused = Caused(lexicon)
        self._enduring = lexicon.role("Enduring", Part.VERB)
        self._ranking = lexicon.role("Ranking", Part.VERB)
        self._naming = lexicon.role("Naming", Part.VERB)
        self._charging = lexicon.role("Charging", Part.VERB)
        self._turning = lexicon.role("Turning", Part.VERB)
        self._linking = lexicon.role("Linking", Part.VERB)
        self._joining = lexicon.role("Joining", Part.PHRASE)
        self._carriers = lexicon.role("Bearing", Part.NOUN)
        self._matters = lexicon.role("Matter")

    def is_given(self, tree: Tree, noun: int) -> bool:
        """Whether somebody is said to have or give what `noun` names: "issued a *statement*"."""
        return tree.deps[noun] == "dobj" and tree.lemmas[tree.heads[noun]] in self._bearing

    def called(self, tree: Tree, noun: int) -> list[int]:
        """What a noun is said to be called: "the drill, dubbed *X*"."""
        found = []
        clauses = tree.kids(noun, "acl") + self._called_after(tree, noun)
        for clause in clauses + self._called_with(tree, noun):
            if tree.lemmas[clause] in self._naming:
                found += tree.kids(clause, "oprd", "dobj", "attr")
            if tree.tags[clause] == "VBN":
                # "the quartet known *as X*"
                found += tree.after(clause, ("as",))
        return found

    def _called_after(self, tree: Tree, noun: int) -> list[int]:
        """The participle that the parse hangs on the verb: "held a drill off X, *called* Y"."""
        verb = tree.heads[noun]
        if tree.deps[noun] != "dobj":
            return []
        return [
            clause
            for clause in tree.kids(verb, "advcl", "conj")
            if clause > noun
            and tree.tags[clause] == "VBN"
            and tree.words[clause - 1] == ","
            and tree.lemmas[clause] in self._naming
        ]

    def _called_with(self, tree: Tree, noun: int) -> list[int]:
        """The participle that the parse hangs on whom it is with: "a pact with *X* known as Y"."""
        beside = (t for t in tree.after(noun, _WITH) if tree.tags[t] in PROPER)
        clauses = (c for t in beside for c in tree.kids(tree.conjuncts(t)[-1], "acl"))
        return [
            c
            for c in clauses
            if tree.tags[c] == "VBN"
            and (
                tree.lemmas[c] in self._naming
                or any(tree.tags[t] in PROPER for t in tree.after(c, ("as",)))
            )
        ]

    def bearers(self, tree: Tree, noun: int, depth: int = 0) -> list[int]:
        """Who a noun is said of: the subject of "has", "is" or "expressed" above it."""
        if depth > _DEPTH:
            return []
        noun = tree.first_conjunct(noun)
        dep, head = tree.deps[noun], tree.heads[noun]
        if told := apposition.described(tree, noun) or self._turned(tree, noun):
            return told
        if tied := self.linked(tree, noun):
            return tied
        offered = self._offering(tree, noun)
        if offered:
            return offered
        if dep in ("attr", "oprd"):
            # "calls X a threat": it is X's, "X was called a threat" likewise.
            called = self._seen(tree, head) if dep == "oprd" else []
            borne = called or self._clauses.surface_subjects(tree, head, depth + 1)
            if borne and tree.deps[borne[0]] == "csubj":
                # "What binds A and B is a belief in X": it is A's and B's.
                return self._clauses.objects(tree, borne[0], depth + 1)
            return borne + fellows.of_noun(tree, noun, self._joining)
        if dep == "ccomp" and tree.lemmas[head] in self._naming:
            return tree.kids(noun, "nsubj")
        if dep == "dobj":
            return self._having(tree, noun, depth)
        if dep == "nsubjpass" and tree.lemmas[head] in self._bearing:
            return passive.agents(tree, head)
        return self._carried(tree, head, depth) if dep == "pobj" else []

    def linked(self, tree: Tree, noun: int) -> list[int]:
        """Those whom it is said to tie: "an alliance binds *X and Y*"."""
        return linking.linked(tree, noun, self._linking)

    def _having(self, tree: Tree, noun: int, depth: int) -> list[int]:
        """ "X *has* it", "declares *Y* it", "*X* was granted it"."""
        verb = tree.heads[noun]
        if granted := tree.kids(verb, "nsubjpass"):
            return granted + fellows.of_noun(tree, noun, self._joining)
        called = naming.beside(tree, noun) if tree.lemmas[verb] in self._naming else []
        if called or self.caused.is_so(tree, noun) or tree.lemmas[verb] not in self._bearing:
            return called
        return self._clauses.subjects(tree, verb, depth + 1)

    def _offering(self, tree: Tree, noun: int) -> list[int]:
        """ "Any support offered by X": X."""
        for clause in tree.kids(noun, "acl"):
            if tree.tags[clause] == "VBN" and tree.lemmas[clause] in self._bearing:
                agents = passive.agents(tree, clause)
                if agents:
                    return agents
        return [
            # "the war that X is waging"
            subject
            for clause in tree.kids(noun, "relcl")
            if tree.lemmas[clause] in self._bearing and not passive.is_passive(tree, clause)
            for subject in tree.kids(clause, "nsubj")
            if tree.lower[subject] not in RELATIVE
        ]

    def _carried(self, tree: Tree, preposition: int, depth: int) -> list[int]:
        """Who bears what hangs on a preposition: "X acts in partnership", "a member of one"."""
        lower, above = tree.lower[preposition], tree.heads[preposition]
        carrier = tree.is_noun(above) and tree.lemmas[above] in self._carriers
        if lower == "of" and _is_one(tree, above):
            return self.bearers(tree, above, depth + 1)
        if carrier and (lower == "of" or lower in self._bearing_prepositions):
            return self._clauses.possessors(tree, above) or self.bearers(tree, above, depth + 1)
        if lower in _AMONG and tree.lemmas[above] in self._ranking:
            return self._clauses.surface_subjects(tree, above, depth + 1)
        if lower in AMID:
            # "vowed to deepen ties *amid* fears of X": no noun is amid them.
            verb = next((t for t in tree.up(preposition) if tree.is_verb(t)), above)
            return self._clauses.subjects(tree, verb, depth + 1)
        if lower not in self._bearing_prepositions:
            return []
        if tree.is_verb(above):
            return self._done_with(tree, above, preposition, depth)
        if tree.tags[above] in PROPER and tree.lower[preposition - 1] in _APART:
            # "*X and Y*, both on the way to joining Z"
            return [tree.first_conjunct(above)]
        if tree.is_noun(above) and lower == "as":
            return self._clauses.possessors(tree, above) or [above]
        if tree.is_noun(above) and lower == "with":
            # "a power with an interest in X": what is said to be one has it.
            return self.said_to_be(tree, above) or [above]
        return []

    def _done_with(self, tree: Tree, verb: int, preposition: int, depth: int) -> list[int]:
        """Who bears what a preposition adds to a verb: "*X* acts in partnership". "Of its
        partners, only X did it": X is one, and has none."""
        lower = tree.lower[preposition]
        fronted = lower == "of" and preposition < verb
        if fronted or tree.lemmas[verb] in self._enduring:
            return []
        if lower == "as":
            return self._seen_as(tree, verb, preposition, depth)
        if lower == "for" and tree.lemmas[verb] in self._charging:
            # "thanked *X* for the aid to Y"
            return tree.kids(verb, "dobj", "nsubjpass")
        return self._clauses.surface_subjects(tree, verb, depth + 1)

    def said_to_be(self, tree: Tree, noun: int) -> list[int]:
        """Who is said to be what `noun` says: "X is a member", "X, a member", "X acts as one"."""
        noun = tree.first_conjunct(noun)
        dep, head = tree.deps[noun], tree.heads[noun]
        if described := apposition.described(tree, noun) or self._turned(tree, noun):
            return described
        if dep in ("attr", "oprd") or (dep == "acomp" and _is_one(tree, noun)):
            said = self._seen(tree, head) or self._clauses.surface_subjects(tree, head, 0)
            return said + fellows.of_noun(tree, noun, self._joining)
        verb = naming.verb_of(tree, noun, self._naming)
        if verb is not None and (dep != "pobj" or tree.lower[head] != "as"):
            called = naming.called(tree, noun, verb)
            if called or tree.lemmas[verb] not in self._ranking:
                return [t for child in called for t in tree.antecedent(child, verb)]
        if dep == "pobj" and tree.lower[head] == "as":
            return self._said_as(tree, head)
        if (other := naming.second(tree, noun)) is not None:
            return [other]
        if dep == "pobj" and tree.lower[head] == "of" and _is_one(tree, tree.heads[head]):
            return self.said_to_be(tree, tree.heads[head])
        if dep == "pobj" and tree.lower[head] == "of":
            return self._being_of(tree, tree.heads[head])
        ranked = dep == "pobj" and tree.lemmas[tree.heads[head]] in self._ranking
        if ranked and tree.lower[head] in _AMONG:
            return self._clauses.surface_subjects(tree, tree.heads[head], 0)
        return []

    def _said_as(self, tree: Tree, preposition: int) -> list[int]:
        """Who is what "as" leads to, by the verb or the noun above it."""
        above = tree.heads[preposition]
        if tree.is_verb(above):
            return self._seen_as(tree, above, preposition, 0)
        return self._having_as(tree, above) if tree.is_noun(above) else []

    def _having_as(self, tree: Tree, thing: int) -> list[int]:
        """Who has something as what he is: "*X* has duties *as* a member", "*X's* role as one"."""
        verb = tree.heads[thing]
        owners = self._clauses.possessors(tree, thing)
        has = tree.deps[thing] == "dobj" and tree.lemmas[verb] == "have"
        return owners or (self._clauses.surface_subjects(tree, verb, 0) if has else [])

    def _being_of(self, tree: Tree, above: int) -> list[int]:
        """What is of some kind: "*X* is of concern", "*X* is a matter of concern"."""
        if tree.lemmas[above] == "be":
            return self._clauses.surface_subjects(tree, above, 0)
        matter = tree.lemmas[above] in self._matters and tree.deps[above] == "attr"
        return self.said_to_be(tree, above) if matter else []

    def _turned(self, tree: Tree, noun: int) -> list[int]:
        """Who becomes it: "turned *X* into an ally", "*X* grew into a partner"."""
        preposition = tree.heads[noun]
        verb = tree.heads[preposition]
        if tree.lower[preposition] not in ("into", "to") or tree.lemmas[verb] not in self._turning:
            return []
        if tree.deps[noun] != "pobj" or not tree.is_verb(verb):
            return []
        return tree.kids(verb, "dobj", "nsubjpass") or self._clauses.surface_subjects(tree, verb, 0)

    def _seen(self, tree: Tree, verb: int) -> list[int]:
        """What is called something, also in a relative clause: "X, *which* they call a threat"."""
        seen = tree.kids(verb, "dobj") or tree.kids(verb, "nsubjpass")
        return [t for child in seen for t in tree.antecedent(child, verb)]

    def _seen_as(self, tree: Tree, verb: int, preposition: int, depth: int) -> list[int]:
        """Who is seen as something: "sees X as a threat", "referred to X as a threat"."""
        if preposition > verb:
            if guests := tree.kids(verb, "nsubjpass"):
                # "X was invited *to the summit* as a partner, as was Y"
                told = [t for guest in guests for t in tree.antecedent(guest, verb)]
                return told + fellows.fellows(tree, verb, told, self._joining)
            for other in tree.kids(verb, "prep"):
                near = other == verb + 1 and tree.lower[other] in ("on", "upon")
                if (near or tree.lower[other] in ("to", "of")) and other < preposition:
                    # "called *on X*, as a member", "referred to X as one"
                    return tree.kids(other, "pobj")
            if any(tree.lower[t] == "what" for t in tree.kids(verb, "dobj")):
                # "What it describes as a threat" is told by the clause around it.
                return []
            seen = self._seen(tree, verb)
            had = tree.lemmas[verb] in _HAVING and all(tree.tags[t] in COMMON for t in seen)
            if seen and not had:
                # "the duties that X has *as a member*": X is one
                return seen
        return self._clauses.surface_subjects(tree, verb, depth + 1)

    def viewers(self, tree: Tree, noun: int) -> list[int]:
        """Who says that something is what `noun` says: "X sees Y as a threat"."""
        noun = tree.first_conjunct(noun)
        verb = naming.verb_of(tree, noun, self._naming)
        seen = verb is not None and naming.called(tree, noun, verb)
        return self._clauses.subjects(tree, verb) if seen and verb is not None else []


def _is_one(tree: Tree, word: int) -> bool:
    """Whether it picks out of several: "*one* of its allies", "the most *important* of them"."""
    most = tree.tags[word] == "JJ" and any(tree.tags[t] == "RBS" for t in tree.children[word])
    return most or tree.tags[word] == "JJS" or tree.lower[word] in _ONE
