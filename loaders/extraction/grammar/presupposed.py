"""What is taken for granted by the clause it stands in: "its partnership with X will grow"."""

from __future__ import annotations

from collections.abc import Mapping

from graph.statements import Status
from loaders.extraction.grammar.caused import Caused
from loaders.extraction.grammar.granted import Granted
from loaders.extraction.parse.tags import POINTING, PROPER
from loaders.extraction.parse.tree import Tree
from ontology.lexicon import Lexicon, Manner, Part, Slot

_INDEFINITE = frozenset({"a", "an", "any", "another"})
_ABOUT = frozenset({"about", "against", "over", "of", "at", "on"})
_WHERE = frozenset({"in", "on", "at"})


class Presupposed:
    """Answers for a noun or verb below a clause whose manner is not its own."""

    def __init__(
        self, lexicon: Lexicon, by_part: Mapping[Part, Mapping[str, list[Manner]]]
    ) -> None:
        self._by_part = by_part
        self._achieving = lexicon.role("Achieving", Part.VERB)
        self._furthering = lexicon.role("Furthering", Part.VERB)
        self._enabling = lexicon.role("Enabling")
        self._inflicted = lexicon.role("Inflicted")
        self._ongoing = lexicon.role("Ongoing", Part.ADJECTIVE)
        self._there = self._ongoing | lexicon.role("Firm", Part.ADJECTIVE)
        self._caused = Caused(lexicon)
        self._granted = Granted(lexicon)
        self._valuing = lexicon.role("Valuing", Part.NOUN)
        self._deploring = lexicon.role("Deploring", Part.VERB)
        self._arms = lexicon.role("Arm")
        self._asking = lexicon.role("Plea", Part.NOUN)
        self._tying = frozenset(
            word
            for cue in lexicon.cues
            if cue.part is Part.NOUN and Slot.MUTUAL in cue.object.slots
            for word in cue.words
        )
        """Nouns of what ties actors to each other: "cooperation"."""
        told = {paired.class_name for paired in lexicon.paired}
        self._ties = frozenset(n for h in lexicon.heads if h.class_name in told for n in h.nouns)

    def stands(self, tree: Tree, token: int, below: int | None) -> bool:
        """Whether nothing above `token` changes what is said of it and of what is `below`."""
        if below is not None and self.is_asked(tree, token, below):
            return False
        if self.is_told(tree, token) or self.is_as(tree, token):
            return True
        return tree.is_noun(token) and self.is_so(tree, token)

    def is_so(self, tree: Tree, noun: int) -> bool:
        """Whether a noun's being so is taken for granted."""
        # The "Leaders' Summit" is nobody's.
        titled = tree.tags[noun] in PROPER
        owned = any(not titled or tree.tags[t] != "NNPS" for t in tree.kids(noun, "poss"))
        definite = any(tree.lower[d] in POINTING for d in tree.kids(noun, "det"))
        if (granted := self._granted.of(tree, noun)) is not None:
            return granted
        noun = tree.first_conjunct(noun)
        dep, head = tree.deps[noun], tree.heads[noun]
        # In long lists the parse coordinates an object with its verb.
        dep = "dobj" if dep == "conj" and tree.is_verb(head) else dep
        ahead = tree.lower[head - 1 : head + 1] == ["forward", "to"]
        if dep == "pobj" and (ahead or _is_of_some(tree, head) or self._is_made_for(tree, head)):
            # "looks forward to *his meeting*"
            return False
        if dep in ("nsubj", "nsubjpass"):
            return owned or self._is_acting(tree, noun, head)
        if self._is_furthered(tree, noun, definite) or self._is_deplored(tree, noun, definite):
            return True
        fought = self._is_fought(tree, noun) or self._is_posted(tree, noun, definite)
        # "Will counter Russian threats": there are.
        fought = fought or (dep == "dobj" and self._caused.is_met(tree, noun))
        if fought or _is_named(tree, noun) or _is_being(tree, noun):
            return True
        if tree.lemmas[noun] in self._enabling and tree.child(noun, "acl", "relcl") is not None:
            return False
        if not owned or dep not in ("dobj", "pobj"):
            return False
        # "Discussed its pact" may be of one to come, "its *close* ties" are there.
        there = any(tree.lower[a] in self._there for a in tree.kids(noun, "amod"))
        return there or tree.lemmas[head] not in self._achieving

    def _is_acting(self, tree: Tree, subject: int, verb: int) -> bool:
        """Whether a subject that is nobody's is there: not "*a summit* is planned"."""
        said = self._by_part[Part.VERB].get(tree.lemmas[verb], ())
        if tree.deps[subject] == "nsubjpass" and any(m.status for m in said):
            return False
        if self._is_supposed(tree, subject, verb):
            return False
        return tree.child(verb, "acomp", "attr") is None

    def _is_posted(self, tree: Tree, noun: int, definite: bool) -> bool:
        """Whether certain forces are said to be somewhere: "may pay for *the troops* on its
        soil"."""
        there = any(tree.lower[p] in _WHERE for p in tree.kids(noun, "prep"))
        return definite and there and tree.lemmas[noun] in self._arms

    def _is_made_for(self, tree: Tree, preposition: int) -> bool:
        """Whether somebody makes room for it, or plans it: "paves the *way for* X's part in it"."""
        above = tree.heads[preposition]
        if tree.lower[preposition] != "for":
            return False
        # The parse may hang it on the verb: "*paving* the way *for* it".
        things = [above] if tree.is_noun(above) else tree.kids(above, "dobj")
        return any(self._by_part[Part.NOUN].get(tree.lemmas[t]) for t in things if t < preposition)

    def _is_furthered(self, tree: Tree, noun: int, definite: bool) -> bool:
        """Whether a certain tie is to be furthered, or matters: "to deepen *the ties* between
        them", "to expand *the* X–Y *Partnership*", "the importance of *X–Y ties*"."""
        dep, head = tree.deps[noun], tree.heads[noun]
        if dep == "pobj" and tree.lemmas[tree.heads[head]] in self._valuing:
            named = (t for t in tree.kids(noun, "compound", "nmod", "amod"))
            if any(tree.tags[t] in PROPER for t in named):
                return tree.lemmas[noun] in self._tying
        between = any(tree.lower[p] in ("between", "among") for p in tree.kids(noun, "prep"))
        if not definite:
            return between and self._is_deepened(tree, noun)
        if dep == "dobj" and tree.lemmas[head] in self._furthering:
            titled = tree.tags[noun] in PROPER and tree.lemmas[noun].lower() in self._ties
            return between or (titled and tree.lemmas[head] not in self._achieving)
        return between and dep == "pobj" and tree.lemmas[tree.heads[head]] in self._valuing

    def _is_deepened(self, tree: Tree, noun: int) -> bool:
        """Whether it is said to matter that it be furthered: "the *importance of deepening*
        cooperation between them"."""
        verb = tree.heads[noun]
        furthered = tree.deps[noun] == "dobj" and tree.lemmas[verb] in self._furthering
        if not furthered or tree.lemmas[verb] in self._achieving or tree.deps[verb] != "pcomp":
            return False
        return tree.lemmas[tree.heads[tree.heads[verb]]] in self._valuing

    def is_asked(self, tree: Tree, noun: int, below: int) -> bool:
        """Whether a clause is what a noun asks for: the request is there, what it asks is not so:
        "rejected X's *demand* that it do so"."""
        asked = tree.deps[below] in ("acl", "ccomp") and tree.tags[below] in ("VB", "VBP")
        return asked and tree.lemmas[noun] in self._asking

    def _is_deplored(self, tree: Tree, noun: int, definite: bool) -> bool:
        """Whether it is criticized, so that it must be there: "may condemn *the cooperation*
        between X and Y", "is to warn against their *growing* ties"."""
        growing = any(tree.lower[a] in self._ongoing for a in tree.kids(noun, "amod"))
        verb = tree.heads[noun]
        if tree.deps[noun] == "pobj" and tree.lower[verb] in _ABOUT:
            # "will speak out on *X–Y ties*"
            tied = tree.lemmas[noun] in self._tying and any(
                tree.tags[t] in PROPER for t in tree.kids(noun, "compound", "nmod", "amod", "poss")
            )
            return (growing or tied) and tree.lemmas[tree.heads[verb]] in self._deploring
        deplored = tree.deps[noun] == "dobj" and tree.lemmas[verb] in self._deploring
        return deplored and (growing or definite)

    def _is_fought(self, tree: Tree, noun: int) -> bool:
        """Whether it is somebody's deed that others stand against: "will help X to defend itself
        against *Russian aggression*"."""
        against = tree.deps[noun] == "pobj" and tree.lower[tree.heads[noun]] == "against"
        if not against or tree.lemmas[noun] not in self._inflicted:
            return False
        indefinite = any(tree.lower[d] in _INDEFINITE for d in tree.kids(noun, "det"))
        whose = (t for t in tree.kids(noun, "amod", "poss", "compound"))
        return not indefinite and any(tree.words[t][:1].isupper() for t in whose)

    def is_told(self, tree: Tree, verb: int) -> bool:
        """Whether a participle after a noun says what stands, whatever is said of the noun:
        "AUKUS, *announced* by X, is no treaty", "will meet the challenges *posed* by X"."""
        noun = tree.heads[verb]
        if tree.deps[verb] != "acl" or tree.tags[verb] != "VBN":
            return False
        certain = any(tree.lower[d] in POINTING for d in tree.kids(noun, "det"))
        if tree.words[verb - 1] == "," or (certain and tree.lemmas[noun] in self._arms):
            # "agreed to buy tanks, *made* by X", "to pay for *the* troops *based* in X"
            return True
        if tree.deps[noun] in ("nsubj", "nsubjpass"):
            # "*Any* aid given by X may help": there may be some.
            return not any(tree.lower[d] == "any" for d in tree.kids(noun, "det"))
        return self._caused.is_met(tree, noun)

    def is_as(self, tree: Tree, prep: int) -> bool:
        """Whether a phrase with "as" stands beside the clause: ", *as* allies, they will"."""
        before = tree.words[prep - 1] if prep else ""
        return tree.lower[prep] == "as" and tree.deps[prep] == "prep" and before in ("", ",", ".")

    def _is_supposed(self, tree: Tree, noun: int, verb: int) -> bool:
        """Whether it is only as real as what would come of it: "an attack on X would…", but not
        "*growing* ties with X would…"."""
        if any(tree.lower[a] in self._ongoing for a in tree.kids(noun, "amod")):
            return False
        definite = tree.child(noun, "det") is not None and not any(
            tree.lower[d] in _INDEFINITE for d in tree.kids(noun, "det")
        )
        supposing = self._by_part[Part.AUXILIARY]
        return not definite and any(
            manner.status == Status.POSSIBLE
            for aux in tree.kids(verb, "aux")
            for manner in supposing.get(tree.lower[aux], ())
        )


def _is_being(tree: Tree, noun: int) -> bool:
    """Whether it is said to go on: "will discuss the aid *being* sent to X"."""
    clauses = tree.kids(noun, "acl")
    return any(tree.lower[a] == "being" for c in clauses for a in tree.kids(c, "auxpass"))


def _is_named(tree: Tree, noun: int) -> bool:
    """Whether it only says who somebody is: "will arm NATO *member* Romania"."""
    told = tree.deps[noun] in ("dobj", "pobj", "dative") and tree.tags[noun] == "NN"
    return told and any(
        c == noun + 1 or tree.heads[c - 1] == c
        for c in tree.kids(noun, "appos")
        if tree.tags[c] in PROPER and tree.words[noun + 1] != ","
    )


def _is_of_some(tree: Tree, preposition: int) -> bool:
    """Whether somebody is said to be one of several: "is one *of* its partners", "is *among*
    them"."""
    lower, above = tree.lower[preposition], tree.heads[preposition]
    if lower == "among":
        return tree.lemmas[above] == "be"
    return lower == "of" and tree.tags[above] == "CD" and tree.deps[above] == "attr"
