"""Prepositions: which may belong to a word, since the parse often attaches them elsewhere."""

from __future__ import annotations

from loaders.extraction.grammar.agency import doing
from loaders.extraction.grammar.led import led_to, repeated
from loaders.extraction.grammar.naming import so_called
from loaders.extraction.parse.tags import PROPER, RELATIVE
from loaders.extraction.parse.tree import Tree
from ontology.lexicon import Lexicon, Part

_WITH, _FIELD = frozenset({"between", "among", "with"}), frozenset({"on", "in", "over", "against"})


_ABOUT = frozenset({"about", "over", "at", "of"})
"""Prepositions of what is felt about somebody's doing: "worried *about* what X may do"."""
_BY_VERB = ("dobj", "attr", "advmod", "acomp", "prt", "oprd", "npadvmod")


def _said_of_object(tree: Tree, verb: int) -> list[int]:
    """What a small clause says of the object: "leaves X *exposed* to Y"."""
    return [
        t
        for t in tree.kids(verb, "ccomp")
        if tree.tags[t] in ("VBN", "JJ")
        and tree.child(t, "aux", "auxpass", "mark", "nsubj") is None
    ]


def _sharing(tree: Tree, trigger: int) -> list[int]:
    """The later of the coordinated, whose preposition may be that of the first as well; not of
    "*cut* ties and *turned* to X", where only the first acts on something."""
    later = tree.conjuncts(trigger)[1:]
    if not tree.is_verb(trigger) or tree.child(trigger, "dobj") is None:
        return later
    return [t for t in later if tree.child(t, "dobj") is not None]


def _without_ends(tree: Tree, prepositions: list[int]) -> list[int]:
    """Those that do not end a range that a dash or comma sets apart: "challenges — from X, *to*
    Y"."""
    opening = [p for p in prepositions if tree.lower[p] == "from"]
    if not opening or tree.words[opening[0] - 1] not in _PAUSES:
        return prepositions
    return [p for p in prepositions if tree.lower[p] != "to" or p < opening[0]]


_PAUSES = frozenset({",", "—", "–", "-", "--"})
_AT_EVENT = frozenset({"at", "during"})
_TO_EVENT = frozenset({"at", "during", "for", "in"})


class Prepositions:
    """Answers for one tree at a time; holds word lists only."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._bearing = lexicon.role("Bearing", Part.VERB)
        self._holding = self._bearing | lexicon.role("Halting", Part.VERB)
        self._meant = self._bearing | lexicon.role("Directing", Part.VERB)
        """Participles by which a noun has what follows: "talks *held* on X", "*aimed* at X"."""
        self._noun_triggers = lexicon.cued(Part.NOUN)
        self._occasions = lexicon.role("Occasion")
        self._containers = lexicon.role("Container")
        self._services = lexicon.role("Service")
        self._delegates = lexicon.role("Delegate")
        self._locative = lexicon.role("Locative", Part.PREPOSITION)
        self._with_things = self._locative | {"with"}
        self._inflicted = lexicon.role("Inflicted")
        self._naming = lexicon.role("Naming", Part.VERB)
        happenings = frozenset(lexicon.happenings)
        self._happenings = frozenset(
            noun for h in lexicon.heads if h.class_name in happenings for noun in h.nouns
        )
        self._laying = lexicon.role("Laying", Part.VERB)
        self._laid = lexicon.role("Laying", Part.PREPOSITION)

    def of(self, tree: Tree, trigger: int) -> list[int]:
        """The prepositions that may belong to `trigger`, own ones first.

        Attachment is often wrong, so those of a verb also count for its
        object noun, and those of an object for its verb.
        """
        own = tree.kids(trigger, "prep", "agent", "dative")
        # "held the drill off Zhanjiang": a particle that has an object is a preposition.
        own += [p for p in tree.kids(trigger, "prt") if tree.child(p, "pobj") is not None]
        own += [p for outer in own for p in repeated(tree, outer)]
        found = own + [p for outer in own for p in tree.kids(outer, "prep")]
        found += [
            p
            for outer in own
            for inner in led_to(tree, outer)
            for p in tree.kids(inner, "prep")
            if self._reaches_out(tree, trigger, outer, inner, p)
        ]
        if tree.is_noun(trigger):
            found += self._around_noun(tree, trigger, found)
        else:
            found += self._around_verb(tree, trigger)
            if tree.deps[trigger] == "acomp":
                # "is conditional *on* X", where the parse hangs it on "is"
                found += [p for p in tree.kids(tree.heads[trigger], "prep") if p > trigger]
        found += [c for p in found for c in tree.kids(p, "conj") if tree.tags[c] == "IN"]
        if tree.is_verb(trigger):
            # "teams up with A to do this and with B to do that"
            found += [c for c in tree.kids(trigger, "conj") if tree.tags[c] == "IN"]
            found += [] if own else self._deeper(tree, trigger)
        if not found and tree.tags[trigger] not in PROPER and tree.child(trigger, "appos") is None:
            # "views and support for X": the last of the coordinated has the preposition; but not
            # "A's *envoy*, Ann Lee, and the premier of B".
            found = [p for t in _sharing(tree, trigger) for p in tree.kids(t, "prep")]
        if tree.is_noun(trigger):
            found = _without_ends(tree, found)
        return found

    def _around_noun(self, tree: Tree, noun: int, own: list[int]) -> list[int]:
        """Those of the verb that a noun belongs to, and of a participle after it."""
        outer = self._counted(tree, noun)
        dep, head = tree.deps[outer], tree.heads[outer]
        # "concerns common *to* X"
        found = [p for a in tree.kids(noun, "amod") if a > noun for p in tree.kids(a, "prep")]
        if dep == "pobj" and tree.lower[head] == "as" and tree.is_verb(tree.heads[head]):
            # "serves as a deterrent to X"
            dep, head = "attr", tree.heads[head]
        if tree.is_verb(head) and (
            (dep == "dobj" and tree.lemmas[head] in self._holding)
            or dep in ("attr", "nsubjpass")
            or (dep == "nsubj" and tree.child(head, "dobj", "ccomp") is None)
        ):
            later = [
                p
                for p in tree.kids(head, "prep")
                if p > noun
                or tree.lower[p + 1] in RELATIVE  # "topics in which X has an interest"
                or (dep.startswith("nsubj") and tree.child(head, "attr") is None)
                or (dep in ("attr", "nsubj") and tree.lower[p] == "for")  # "For X, Y is a threat"
            ]
            found += later + [p for outer in later for p in tree.kids(outer, "prep")]
        elif dep == "dobj" and outer == noun and tree.lemmas[noun] in self._noun_triggers:
            # "facilitates cooperation *in* areas such as X": what stands right after it.
            found += [
                p for p in tree.kids(head, "prep") if p == noun + 1 and tree.lower[p] in _FIELD
            ]
        for clause in tree.kids(noun, "acl"):
            if tree.tags[clause] == "VBN" and tree.lemmas[clause] in self._meant:
                # "the threat *posed by* X"
                found += tree.kids(clause, "prep", "dative", "agent")
        for clause in tree.kids(noun, "relcl"):
            # "the war that X is waging *against* Y"
            if tree.lemmas[clause] in self._bearing and tree.child(clause, "nsubj") is not None:
                found += tree.kids(clause, "prep", "dative")
        if dep == "conj" and not own and not found:
            found += [p for p in tree.kids(head, "prep") if p > noun]
        return found

    def _around_verb(self, tree: Tree, verb: int) -> list[int]:
        """Those of a verb's objects and adverbs, unless they are triggers themselves."""
        found = [
            p
            for thing in (*tree.kids(verb, *_BY_VERB), *_said_of_object(tree, verb))
            for t in (thing, *tree.conjuncts(thing)[1:])
            for p in tree.kids(t, "prep")
            if tree.lemmas[thing] not in self._noun_triggers
            or (tree.lower[p] in ("at", "against") and not self._is_ones(tree, thing))
            or (tree.lower[p] in self._laid and tree.lemmas[verb] in self._laying)
            # "builds a fighter *with X*"
            or (tree.lower[p] in self._with_things and tree.lemmas[thing] in self._delegates)
            or self._is_there(tree, p, tree.tags[t] in PROPER)
        ]
        if tree.deps[verb] == "acomp":
            # "*For* X, Y is essential"
            found += [
                p
                for p in tree.kids(tree.heads[verb], "prep")
                if p < tree.heads[verb] and tree.lower[p] in ("for", "to")
            ]
        # "provide money in aid to X", "a package of arms for X"
        return found + [
            p
            for outer in found
            if tree.lower[outer] in ("in", "of", "worth")
            for inner in tree.kids(outer, "pobj")
            for p in tree.kids(inner, "prep")
            if tree.lower[p] in ("to", "for", "against")
            or (tree.lower[p] in self._laid and tree.lemmas[verb] in self._laying)
            or self._is_there(tree, p)
        ]

    def _is_there(self, tree: Tree, preposition: int, named: bool = False) -> bool:
        """Whether it names the event at which something is done: "raised X *at the summit*", or
        after a name: "joined X and Y *for* drills"."""
        if tree.lower[preposition] not in (_TO_EVENT if named else _AT_EVENT):
            return False
        return any(tree.lemmas[t] in self._happenings for t in tree.kids(preposition, "pobj"))

    def _reaches_out(self, tree: Tree, trigger: int, own: int, inner: int, beyond: int) -> bool:
        """Whether what hangs on the inner noun is the outer word's: "war *of aggression* against
        X", "*for the first time* at X", "money *in aid* to X", "paid *for arms* for X"."""
        outer, last = tree.lower[own], tree.lower[beyond]
        if outer == "under" and last in ("from", "by"):
            # "is under threat *from* X", "came under fire *from* X"
            return tree.is_verb(trigger)
        if outer in ("to", "in") and last == "of" and tree.lemmas[inner] in self._services:
            # "came to the *rescue* of X", "spoke in *favour* of X"; "opposed to Y's support of X"
            return tree.is_verb(trigger) and tree.child(inner, "poss") is None
        if last != "of" and (outer == "of" or tree.lemmas[inner] in self._occasions):
            return not self._is_done_by(tree, inner)
        if outer in ("to", "in") and last in ("with", "alongside"):
            # "belongs to the Quad *with X*", "took part in Kakadu *with X*"
            named = tree.tags[inner] in PROPER or tree.words[inner][:1].isupper()
            return tree.is_verb(trigger) and named
        if outer == "on" and last == "with" and tree.lemmas[inner] not in self._noun_triggers:
            # "engaged on security matters *with X*"
            return tree.is_verb(trigger)
        if outer in _WITH and last in _FIELD:
            # "cooperation between A and B *on X*", "with its allies *on X*"
            return tree.tags[inner] in PROPER or tree.tags[inner] == "NNS"
        if outer in ("in", "worth") and tree.lemmas[inner] in self._noun_triggers:
            return last != "of"
        return tree.is_verb(trigger) and outer == last == "for"

    def _is_ones(self, tree: Tree, noun: int) -> bool:
        """ "Condemned *Russia's aggression* against X": X suffers it, and is not condemned."""
        return tree.lemmas[noun] in self._inflicted and tree.child(noun, "poss") is not None

    def _is_done_by(self, tree: Tree, noun: int) -> bool:
        """Whether it is somebody's deed, so that what comes after is its own: "condemnation of
        Russia's *aggression* against X"."""
        owned = tree.child(noun, "poss", "det") is not None
        return owned and tree.lemmas[noun] in self._inflicted

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
        if tree.deps[noun] != "pobj" or tree.lower[above] != "of":
            return noun
        outer = tree.heads[above]
        counts = tree.lemmas[outer] in self._containers or tree.tags[outer] == "CD"
        return outer if counts else noun

    def complements(self, tree: Tree, preposition: int) -> list[int]:
        found = tree.kids(preposition, "pobj", "pcomp")
        if not found and tree.deps[preposition] == "aux" and tree.is_noun(tree.heads[preposition]):
            return [tree.heads[preposition]]
        if not found and tree.deps[preposition] == "prep":
            # "the pact that they agreed on": the relative clause's noun.
            verb = tree.heads[preposition]
            for above in (verb, *tree.up(verb)):
                if tree.deps[above] == "relcl":
                    return [tree.heads[above]]
        acting = doing(tree, preposition) if tree.lower[preposition] in _ABOUT else []
        return (
            so_called(tree, preposition, self._naming)
            or acting
            or [
                t
                for c in found
                for t in (
                    tree.antecedent(c, tree.heads[preposition])
                    if tree.is_noun(c) or tree.lower[c] in RELATIVE
                    else [c]
                )
            ]
        )
