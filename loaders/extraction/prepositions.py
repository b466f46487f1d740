"""Prepositions: which may belong to a word, since the parse often attaches them elsewhere."""

from __future__ import annotations

from loaders.extraction.tree import RELATIVE, Tree
from ontology.lexicon import Lexicon, Part


class Prepositions:
    """Answers for one tree at a time; holds word lists only."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._bearing = lexicon.role("Bearing", Part.VERB)
        self._noun_triggers = frozenset(
            word for cue in lexicon.cues if cue.part is Part.NOUN for word in cue.words
        )
        self._occasions = lexicon.role("Occasion")
        self._containers = lexicon.role("Container")

    def of(self, tree: Tree, trigger: int) -> list[int]:
        """The prepositions that may belong to `trigger`, own ones first.

        Attachment is often wrong, so those of a verb also count for its
        object noun, and those of an object for its verb.
        """
        found = tree.kids(trigger, "prep", "agent", "dative")
        # "held the drill off Zhanjiang": a particle that has an object is a preposition.
        found += [p for p in tree.kids(trigger, "prt") if tree.child(p, "pobj") is not None]
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

    def places(self, tree: Tree, verb: int) -> list[int]:
        """The place whose relative clause has `verb`: "the port where they are to rotate"."""
        for above in (verb, *tree.up(verb)):
            if any(tree.lower[a] == "where" for a in tree.kids(above, "advmod")):
                return [tree.heads[above]] if tree.deps[above] == "relcl" else []
            if tree.deps[above] not in ("xcomp", "conj", "ccomp"):
                break
        return []

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
                tree.antecedent(c, tree.heads[preposition])
                if tree.is_noun(c) or tree.lower[c] in RELATIVE
                else [c]
            )
        ]
