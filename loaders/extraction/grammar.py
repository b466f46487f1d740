"""Who does what in a tree: logical subjects, objects and prepositional complements.

Voices, relative clauses, control and coordination are undone here, so that a
cue need not know of them.
"""

from __future__ import annotations

from loaders.extraction.tree import Tree
from ontology.lexicon import Lexicon, Part

_DEPTH = 6
_ONE = frozenset({"one", "some", "several", "many", "most", "all"})
"""Of a plural: "one of its partners"."""
_RELATIVE = frozenset({"which", "that", "who", "whom"})


class Grammar:
    """Answers for one tree at a time; holds word lists only."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._object_control = lexicon.role("ObjectControl", Part.VERB)
        self._bearing = lexicon.role("Bearing", Part.VERB)
        self._bearing_prepositions = lexicon.role("Bearing", Part.PREPOSITION)
        self._noun_triggers = frozenset(
            word for cue in lexicon.cues if cue.part is Part.NOUN for word in cue.words
        )
        self._occasions = lexicon.role("Occasion")
        self._ways = lexicon.role("Way")
        self._containers = lexicon.role("Container")
        self._carriers = lexicon.role("Bearing", Part.NOUN)

    def is_passive(self, tree: Tree, verb: int) -> bool:
        if tree.child(verb, "nsubjpass", "auxpass", "csubjpass") is not None:
            return True
        if tree.tags[verb] != "VBN" or tree.child(verb, "nsubj", "aux") is not None:
            return False
        if tree.deps[verb] == "conj":
            return self.is_passive(tree, tree.heads[verb])
        return tree.deps[verb] in ("acl", "amod", "advcl", "ROOT")

    def agents(self, tree: Tree, verb: int) -> list[int]:
        found = []
        for agent in tree.children[verb]:
            if tree.deps[agent] == "agent" or (
                tree.deps[agent] == "prep" and tree.lower[agent] == "by"
            ):
                found += tree.kids(agent, "pobj")
        return found

    def subjects(self, tree: Tree, verb: int, depth: int = 0) -> list[int]:
        """The tokens that do what `verb` says; empty if nobody is named."""
        if depth > _DEPTH:
            return []
        if self.is_passive(tree, verb):
            return self.agents(tree, verb)
        return self._surface_subjects(tree, verb, depth)

    def _surface_subjects(self, tree: Tree, verb: int, depth: int) -> list[int]:
        own = tree.child(verb, "nsubj", "nsubjpass")
        if own is not None:
            return self._antecedent(tree, own, verb)
        dep, head = tree.deps[verb], tree.heads[verb]
        if head == verb or depth > _DEPTH:
            return []
        if dep in ("acl", "relcl", "amod") and not tree.is_finite(head):
            return self._of_modified_noun(tree, verb, head, depth)
        if dep in ("prep", "pcomp"):
            return self._of_preposition(tree, head, depth)
        if not tree.is_verb(head) and tree.tags[head] not in ("JJ", "JJR", "JJS"):
            return self.bearers(tree, head, depth + 1) if dep == "xcomp" else []
        if dep == "xcomp" and tree.lemmas[head] in self._object_control:
            controlled = tree.kids(head, "dobj", "dative") or tree.kids(head, "nsubjpass")
            if not controlled and tree.child(head, "nsubjpass") is None:
                # "call on X to join"
                for preposition in tree.kids(head, "prep"):
                    if tree.lower[preposition] in ("on", "upon") and preposition < verb:
                        controlled = tree.kids(preposition, "pobj")
            if controlled:
                return controlled
        if dep == "ccomp" and tree.tags[verb] != "VBG":
            return []
        if dep in ("conj", "xcomp", "advcl", "ccomp", "acl", "relcl", "acomp", "oprd"):
            found = self._surface_subjects(tree, head, depth + 1)
            if not found and dep == "advcl" and tree.tags[verb] == "VBG":
                # "Conducting exercises, enhancing trust": the exercises do.
                return tree.kids(head, "dobj")
            return found
        return []

    def _of_modified_noun(self, tree: Tree, verb: int, noun: int, depth: int) -> list[int]:
        """The subject of "countries working…", "a plan to build…", "X, which builds…"."""
        if tree.lemmas[noun] in self._carriers and tree.deps[verb] != "amod":
            carried = self.possessors(tree, noun) or self.bearers(tree, noun, depth + 1)
            if carried or tree.child(verb, "aux") is not None:
                return carried
        if tree.lemmas[noun] in self._ways and tree.deps[noun] == "pobj":
            # "transfer technology in a way that fosters X": what is done so does.
            above = tree.heads[tree.heads[noun]]
            return self.objects(tree, above) if tree.is_verb(above) else []
        if tree.tags[verb] == "VB" and tree.child(verb, "aux") is not None:
            # "a project to build X": who has the project builds, else the project does.
            found = self.possessors(tree, noun) or self.bearers(tree, noun, depth + 1)
            if not found and tree.deps[noun] == "dobj":
                found = self._surface_subjects(tree, tree.heads[noun], depth + 1)
            return found or [noun]
        return [noun]

    def _of_preposition(self, tree: Tree, preposition: int, depth: int) -> list[int]:
        """The subject of a gerund: "focus on countering X", "they gain by working"."""
        head = tree.heads[preposition]
        if tree.deps[preposition] == "pcomp":
            return self._of_preposition(tree, head, depth + 1)
        if tree.is_noun(head):
            return self.possessors(tree, head) or self.bearers(tree, head, depth + 1)
        if depth > _DEPTH or head == preposition:
            return []
        return self._surface_subjects(tree, head, depth + 1)

    def _antecedent(self, tree: Tree, subject: int, verb: int) -> list[int]:
        whole = [t for p in tree.kids(subject, "prep") for t in tree.kids(p, "pobj")]
        relative = any(tree.lower[t] in _RELATIVE for t in (subject, *whole))
        if not relative:
            return [subject]
        for above in (verb, *tree.up(verb)):
            if tree.deps[above] == "relcl":
                return [tree.heads[above]]
        return [subject]

    def objects(self, tree: Tree, verb: int) -> list[int]:
        """What `verb` is done to, in the passive its grammatical subject."""
        if self.is_passive(tree, verb):
            found = self._surface_subjects(tree, verb, 0)
            if found or tree.deps[verb] not in ("acl", "amod", "advcl"):
                return found
        own = tree.kids(verb, "dobj", "dative")
        own = [
            token
            for child in own
            for token in (
                self._antecedent(tree, child, verb)
                if tree.deps[child] != "dative" or tree.tags[child] != "IN"
                else tree.kids(child, "pobj")
            )
        ]
        if not own:
            own = tree.kids(verb, "attr", "oprd")
        if not own and tree.lemmas[verb] in self._object_control:
            # "help Russia fight": the one who fights is helped.
            own = [
                subject
                for clause in tree.kids(verb, "ccomp")
                if tree.tags[clause] == "VB" and tree.child(clause, "mark") is None
                for subject in tree.kids(clause, "nsubj")
            ]
        if not own and tree.deps[verb] == "relcl" and tree.child(verb, "nsubj") is not None:
            # "the pact Tokyo signed": the noun is the object, unless a preposition waits for it.
            if not tree.kids(verb, "prep") and tree.child(verb, "ccomp", "xcomp") is None:
                own = [tree.heads[verb]]
        if not own:
            # "develop and produce X": X belongs to both.
            for other in tree.kids(verb, "conj"):
                if tree.is_verb(other) and tree.child(other, "nsubj") is None:
                    own = tree.kids(other, "dobj")
                    if (
                        own
                        and own[0] > other
                        and tree.child(verb, "prep", "xcomp", "ccomp") is None
                    ):
                        break
                    own = []
        return own

    def possessors(self, tree: Tree, noun: int) -> list[int]:
        found = tree.kids(noun, "poss")
        return found

    def bearers(self, tree: Tree, noun: int, depth: int = 0) -> list[int]:
        """Who a noun is said of: the subject of "has", "is" or "expressed" above it."""
        if depth > _DEPTH:
            return []
        noun = tree.first_conjunct(noun)
        dep, head = tree.deps[noun], tree.heads[noun]
        if dep == "appos":
            return [head]
        for clause in tree.kids(noun, "acl"):
            # "any support offered by X"
            if tree.tags[clause] == "VBN" and tree.lemmas[clause] in self._bearing:
                agents = self.agents(tree, clause)
                if agents:
                    return agents
        if dep in ("attr", "oprd"):
            return self._surface_subjects(tree, head, depth + 1)
        if dep == "dobj" and tree.lemmas[head] in self._bearing:
            return self.subjects(tree, head, depth + 1)
        if dep == "nsubjpass" and tree.lemmas[head] in self._bearing:
            return self.agents(tree, head)
        if dep == "pobj" and tree.lower[head] in self._bearing_prepositions:
            above = tree.heads[head]
            if tree.is_verb(above):
                if tree.lower[head] == "as":
                    return self._seen_as(tree, above, head, depth)
                return self._surface_subjects(tree, above, depth + 1)
            if tree.is_noun(above) and tree.lemmas[above] in self._carriers:
                return self.possessors(tree, above) or self.bearers(tree, above, depth + 1)
            if tree.is_noun(above) and tree.lower[head] == "as":
                return self.possessors(tree, above) or [above]
            if tree.is_noun(above) and tree.lower[head] == "with":
                # "a power with an interest in X": what is said to be one has it.
                return self.said_to_be(tree, above) or [above]
        if dep == "pobj" and tree.lower[head] == "of":
            above = tree.heads[head]
            if tree.lower[above] in _ONE:
                return self.bearers(tree, above, depth + 1)
            if tree.is_noun(above) and tree.lemmas[above] in self._carriers:
                return self.possessors(tree, above) or self.bearers(tree, above, depth + 1)
        return []

    def said_to_be(self, tree: Tree, noun: int) -> list[int]:
        """Who is said to be what `noun` says: "X is a member", "X, a member", "X acts as one"."""
        noun = tree.first_conjunct(noun)
        dep, head = tree.deps[noun], tree.heads[noun]
        if dep == "appos":
            return [head]
        if dep in ("attr", "oprd"):
            return tree.kids(head, "dobj") or self._surface_subjects(tree, head, 0)
        if dep == "pobj" and tree.lower[head] == "as" and tree.is_verb(tree.heads[head]):
            return self._seen_as(tree, tree.heads[head], head, 0)
        if dep == "pobj" and tree.lower[head] == "of" and tree.lower[tree.heads[head]] in _ONE:
            return self.said_to_be(tree, tree.heads[head])
        return []

    def viewers(self, tree: Tree, noun: int) -> list[int]:
        """Who says that something is what `noun` says: "X sees Y as a threat"."""
        noun = tree.first_conjunct(noun)
        dep, head = tree.deps[noun], tree.heads[noun]
        if dep == "pobj" and tree.lower[head] == "as":
            head = tree.heads[head]
        elif dep != "oprd":
            return []
        if not tree.is_verb(head):
            return []
        seen = tree.kids(head, "dobj", "nsubjpass") or [
            t
            for p in tree.kids(head, "prep")
            if tree.lower[p] == "to"
            for t in tree.kids(p, "pobj")
        ]
        return self.subjects(tree, head) if seen else []

    def acting_in_clause(self, tree: Tree, trigger: int) -> list[int]:
        """The subjects of the finite clauses that `trigger` governs: "fear that X may attack"."""
        clauses = tree.kids(trigger, "ccomp", "acl", "relcl")
        if tree.deps[trigger] == "dobj":
            # "voiced concern that X may fail" is often parsed as what was voiced.
            clauses += tree.kids(tree.heads[trigger], "ccomp")
        return [
            subject
            for clause in clauses
            if clause > trigger
            if tree.child(clause, "mark") is not None or tree.deps[clause] == "ccomp"
            for subject in tree.kids(clause, "nsubj")
        ]

    def _seen_as(self, tree: Tree, verb: int, preposition: int, depth: int) -> list[int]:
        """Who is seen as something: "sees X as a threat", "referred to X as a threat"."""
        if preposition > verb:
            for other in tree.kids(verb, "prep"):
                if tree.lower[other] == "to" and other < preposition:
                    return tree.kids(other, "pobj")
            seen = tree.kids(verb, "dobj", "nsubjpass")
            if seen:
                return seen
        return self._surface_subjects(tree, verb, depth + 1)

    def prepositions(self, tree: Tree, trigger: int) -> list[int]:
        """The prepositions that may belong to `trigger`, own ones first.

        Attachment is often wrong, so those of a verb also count for its
        object noun, and those of an object for its verb.
        """
        found = tree.kids(trigger, "prep", "agent", "dative")
        nested = [p for own in found for p in tree.kids(own, "prep")]
        # "war of aggression against X", "for the first time at X": what hangs on the inner
        # noun is the outer word's.
        nested += [
            p
            for own in found
            for inner in tree.kids(own, "pobj")
            for p in tree.kids(inner, "prep")
            if self._reaches_out(tree, trigger, own, inner, p)
        ]
        found += nested
        outer = self._counted(tree, trigger)
        dep, head = tree.deps[outer], tree.heads[outer]
        if tree.is_noun(trigger):
            if tree.is_verb(head) and (
                (dep == "dobj" and tree.lemmas[head] in self._bearing)
                or dep in ("attr", "nsubjpass")
                or (dep == "nsubj" and tree.child(head, "dobj", "attr", "ccomp") is None)
            ):
                later = [
                    p
                    for p in tree.kids(head, "prep")
                    if p > trigger
                    or dep.startswith("nsubj")
                    or (dep == "attr" and tree.lower[p] == "for")  # "For X, Y is a threat"
                ]
                found += later + [p for own in later for p in tree.kids(own, "prep")]
            for clause in tree.kids(trigger, "acl"):
                if tree.tags[clause] == "VBN" and tree.lemmas[clause] in self._bearing:
                    found += tree.kids(clause, "prep", "dative")
            if dep == "conj" and not found:
                found += [p for p in tree.kids(head, "prep") if p > trigger]
        else:
            for thing in tree.kids(trigger, "dobj", "attr", "advmod", "acomp", "prt"):
                if tree.lemmas[thing] in self._noun_triggers:
                    continue
                found += tree.kids(thing, "prep")
                for other in tree.conjuncts(thing)[1:]:
                    found += tree.kids(other, "prep")
        found += [c for p in found for c in tree.kids(p, "conj") if tree.tags[c] == "IN"]
        if tree.is_verb(trigger):
            # "teams up with A to do this and with B to do that"
            found += [c for c in tree.kids(trigger, "conj") if tree.tags[c] == "IN"]
            if not tree.kids(trigger, "prep", "dative"):
                found += self._deeper(tree, trigger)
        if not found:
            # "views and support for X": the last of the coordinated has the preposition.
            for other in tree.conjuncts(trigger)[1:]:
                found += tree.kids(other, "prep")
        return found

    def _reaches_out(self, tree: Tree, trigger: int, own: int, inner: int, beyond: int) -> bool:
        """Whether what hangs on the inner noun is the outer word's: "war *of aggression* against
        X", "*for the first time* at X", "money *in aid* to X", "paid *for arms* for X"."""
        outer, last = tree.lower[own], tree.lower[beyond]
        if last != "of" and (outer == "of" or tree.lemmas[inner] in self._occasions):
            return True
        if outer in ("in", "worth") and tree.lemmas[inner] in self._noun_triggers:
            return last != "of"
        return tree.is_verb(trigger) and outer == last == "for"

    def _deeper(self, tree: Tree, verb: int) -> list[int]:
        """The prepositions that close the object of `verb`: "send arms made here to X"."""
        return [
            t
            for thing in tree.kids(verb, "dobj")
            for clause in tree.kids(thing, "acl")
            for t in tree.subtree(clause)
            if tree.deps[t] in ("prep", "dative")
            and not any(tree.deps[a] in ("relcl", "appos") for a in (t, *tree.up(t)) if a > thing)
        ]

    def _counted(self, tree: Tree, noun: int) -> int:
        """The word of number over a noun: "*dozen* of its soldiers"."""
        above = tree.heads[noun]
        if tree.deps[noun] == "pobj" and tree.lower[above] == "of":
            if (
                tree.lemmas[tree.heads[above]] in self._containers
                or tree.tags[tree.heads[above]] == "CD"
            ):
                return tree.heads[above]
        return noun

    def complements(self, tree: Tree, preposition: int) -> list[int]:
        found = tree.kids(preposition, "pobj", "pcomp")
        if not found and tree.deps[preposition] == "prep":
            # "the pact that they agreed on": the relative clause's noun.
            verb = tree.heads[preposition]
            for above in (verb, *tree.up(verb)):
                if tree.deps[above] == "relcl":
                    return [tree.heads[above]]
        return [
            t
            for c in found
            for t in (
                self._antecedent(tree, c, tree.heads[preposition])
                if tree.is_noun(c) or tree.lower[c] in _RELATIVE
                else [c]
            )
        ]
