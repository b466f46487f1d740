"""Who does what in a tree: logical subjects, objects and prepositional complements.

Voices, relative clauses, control and coordination are undone here, so that a
cue need not know of them.
"""

from __future__ import annotations

from loaders.extraction import naming
from loaders.extraction.prepositions import Prepositions
from loaders.extraction.tree import RELATIVE, Tree
from ontology.lexicon import Lexicon, Part

_DEPTH = 6
_ALIKE = frozenset({"like"})
_ONE = frozenset(
    {"one", "some", "several", "many", "most", "all", "another", "none", "two", "three", "closest"}
)
"""Of a plural: "one of its partners"."""
_AMONG = frozenset({"among", "amongst"})
_SMALL = frozenset({"JJ", "JJR", "VBN"})
"""What a small clause says: "make X *safer*"."""
_CHARGED = frozenset({"of", "for", "from", "as", "into", "against"})
_SHARING = frozenset({"conj", "xcomp", "advcl", "ccomp", "acl", "relcl", "acomp", "oprd"})
"""Dependencies over which a verb has its head's subject."""


class Grammar:
    """Answers for one tree at a time; holds word lists only."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.prepositions = Prepositions(lexicon)
        self._object_control = lexicon.role("ObjectControl", Part.VERB)
        self._bearing = lexicon.role("Bearing", Part.VERB)
        self._bearing_prepositions = lexicon.role("Bearing", Part.PREPOSITION)
        self._enduring = lexicon.role("Enduring", Part.VERB)
        self._ranking = lexicon.role("Ranking", Part.VERB)
        self._halting = lexicon.role("Halting", Part.VERB)
        self._charging = lexicon.role("Charging", Part.VERB)
        self._naming = lexicon.role("Naming", Part.VERB)
        self._ways = lexicon.role("Way")
        self._joining = lexicon.role("Joining", Part.PHRASE)
        self._carriers = lexicon.role("Bearing", Part.NOUN)
        self._stative = lexicon.role("Stative", Part.VERB)
        self._impersonal = lexicon.role("Impersonal", Part.VERB)
        self._ends = lexicon.role("Preserving", Part.VERB)

    def is_passive(self, tree: Tree, verb: int) -> bool:
        if tree.child(verb, "nsubjpass", "auxpass", "csubjpass") is not None:
            return True
        if tree.tags[verb] == "VBD" and tree.deps[verb] == "acl":
            # "drills staged by X"
            return tree.child(verb, "agent") is not None
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
        return found or self._hyphened(tree, verb)

    @staticmethod
    def _hyphened(tree: Tree, verb: int) -> list[int]:
        """ "The *US*-led drill", "*Russian*-made missiles"."""
        joined = verb > 1 and tree.tags[verb - 1] == "HYPH" and tree.deps[verb] == "amod"
        return [verb - 2] if joined and tree.heads[verb - 2] == verb else []

    def subjects(self, tree: Tree, verb: int, depth: int = 0) -> list[int]:
        """The tokens that do what `verb` says; empty if nobody is named."""
        if depth > _DEPTH:
            return []
        if self.is_passive(tree, verb):
            agents = self.agents(tree, verb)
            if agents or tree.lemmas[verb] not in self._stative:
                return agents
        return self._surface_subjects(tree, verb, depth)

    def is_impersonal(self, tree: Tree, pronoun: int) -> bool:
        """Whether an "it" stands for nobody: "it is clear that …", "when it comes to X"."""
        verb = tree.heads[pronoun]
        if tree.deps[pronoun] not in ("nsubj", "nsubjpass"):
            return False
        if tree.lemmas[verb] in self._impersonal:
            return True
        what = tree.kids(verb, "acomp", "attr") if tree.lemmas[verb] == "be" else []
        passive = tree.child(verb, "auxpass") is not None
        if not what and not passive:
            return False
        # "it is clear that", "it was agreed to", but not "the ship that it is to build"
        clauses = (
            c
            for word in (verb, *what)
            for c in tree.kids(word, "ccomp", "xcomp", "csubj", "csubjpass", "advcl")
        )
        return any(c > verb and self._is_extraposed(tree, c) for c in clauses)

    @staticmethod
    def _is_extraposed(tree: Tree, clause: int) -> bool:
        """Whether a clause begins with "that" or "to"."""
        first = min(tree.subtree(clause))
        return tree.lower[first] in ("that", "to", "for", "whether")

    def clause_subjects(self, tree: Tree, token: int) -> list[int]:
        """The grammatical subject of the clause in which `token` stands."""
        verb = next((t for t in tree.up(token) if tree.is_verb(t)), None)
        if verb is None or tree.deps[tree.heads[token]] in ("nsubj", "nsubjpass", "pobj"):
            return []
        # "There can be no X without Y"
        there = tree.child(verb, "expl") is not None
        return tree.kids(verb, "attr") if there else self._surface_subjects(tree, verb, 0)

    def _surface_subjects(self, tree: Tree, verb: int, depth: int) -> list[int]:
        own = tree.child(verb, "nsubj", "nsubjpass", "csubj")
        if own is None and verb and tree.deps[verb - 1] == "npadvmod":
            # A short sentence's name is at times parsed as an adverb: "Japan voiced…".
            own = (
                verb - 1 if tree.tags[verb - 1] == "NNP" and tree.heads[verb - 1] == verb else None
            )
        if own is not None:
            if tree.tags[own] == "VBG" and (doer := tree.child(own, "nsubj")) is not None:
                # "troops *massing* at the border threaten X": the troops do.
                own = doer
            return tree.antecedent(own, verb)
        dep, head = tree.deps[verb], tree.heads[verb]
        if head == verb or depth > _DEPTH:
            return []
        if dep in ("acl", "relcl", "amod") and not tree.is_finite(head):
            return self._of_modified_noun(tree, verb, head, depth)
        if dep in ("prep", "pcomp"):
            return self._of_preposition(tree, head, depth)
        if not tree.is_verb(head) and tree.tags[head] not in ("JJ", "JJR", "JJS"):
            return self.bearers(tree, head, depth + 1) if dep == "xcomp" else []
        return self._controlled(tree, verb, head) or self._inherited(tree, verb, depth)

    def _controlled(self, tree: Tree, verb: int, head: int) -> list[int]:
        """Whom the verb above makes do it: "urge X to join", "call on X to join"."""
        if tree.lemmas[head] not in self._object_control:
            return []
        if tree.deps[verb] == "advcl" and tree.tags[verb] == "VB":
            # "it fell to X to host it"
            to = [p for p in tree.kids(head, "prep") if tree.lower[p] == "to" and p == head + 1]
            return [t for p in to for t in tree.kids(p, "pobj") if t < verb]
        if tree.deps[verb] != "xcomp":
            return []
        controlled = tree.kids(head, "dobj", "dative") or tree.kids(head, "nsubjpass")
        if not controlled:
            for preposition in tree.kids(head, "prep"):
                if tree.lower[preposition] in ("on", "upon", "to") and preposition < verb:
                    controlled = tree.kids(preposition, "pobj")
        return controlled

    def is_asked(self, tree: Tree, verb: int) -> bool:
        """Whether the verb above asks its object to do it: "call on X to invest"."""
        return bool(tree.is_verb(verb) and self._controlled(tree, verb, tree.heads[verb]))

    def _inherited(self, tree: Tree, verb: int, depth: int) -> list[int]:
        """The subject of the verb above, where a dependent verb shares it."""
        dep, head = tree.deps[verb], tree.heads[verb]
        if dep not in _SHARING or (dep == "ccomp" and tree.tags[verb] != "VBG"):
            return []
        found = self._surface_subjects(tree, head, depth + 1)
        gerunds = tree.tags[verb] == "VBG" and (
            tree.tags[head] == "VBG" or tree.lemmas[head] == "have"
        )
        goal = tree.lemmas[head] in self._ends
        if not found and dep == "advcl" and gerunds and not goal and not tree.kids(verb, "mark"):
            # "Conducting exercises, enhancing trust": the exercises do; what is upheld does not.
            return tree.kids(head, "dobj")
        return found

    def _of_modified_noun(self, tree: Tree, verb: int, noun: int, depth: int) -> list[int]:
        """The subject of "countries working…", "a plan to build…", "X, which builds…"."""
        listed = tree.deps[noun] == "conj" or tree.child(noun, "conj") is not None
        if listed and tree.tags[verb] == "VBG" and tree.words[verb - 1] == ",":
            # "exercises, open talks, strengthening trust": an item like the others.
            return []
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
        if tree.deps[head] == "advmod" and tree.is_verb(tree.heads[head]):
            # "stopped *short* of signing"
            head = tree.heads[head]
        if depth > _DEPTH or head == preposition:
            return []
        if tree.lemmas[head] in self._charging and tree.lower[preposition] in _CHARGED:
            charged = tree.kids(head, "dobj", "nsubjpass")
            if charged:
                return charged
        return self._surface_subjects(tree, head, depth + 1)

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
                tree.antecedent(child, verb)
                if tree.deps[child] != "dative" or tree.tags[child] != "IN"
                else tree.kids(child, "pobj")
            )
        ]
        return (
            own
            or tree.kids(verb, "attr", "oprd")
            or self._helped(tree, verb)
            or self._wanted_object(tree, verb)
            or self._modified_object(tree, verb)
            or self._shared_object(tree, verb)
        )

    def _helped(self, tree: Tree, verb: int) -> list[int]:
        """ "Help X fight", "want X respected", "make X safer": X."""
        control = tree.lemmas[verb] in self._object_control
        return [
            subject
            for clause in tree.kids(verb, "ccomp")
            if tree.tags[clause] in (_SMALL | {"VB", "VBD"} if control else _SMALL)
            and tree.child(clause, "mark", "aux", "auxpass") is None
            for subject in tree.kids(clause, "nsubj", "nsubjpass")
            if verb < subject < clause
        ]

    def _wanted_object(self, tree: Tree, verb: int) -> list[int]:
        """ "The ship it is to build", "the pact they want to sign": the noun."""
        above = tree.heads[verb]
        if tree.deps[verb] != "xcomp" or tree.child(verb, "ccomp", "xcomp") is not None:
            return []
        if tree.deps[above] != "relcl" or tree.child(above, "nsubj") is None:
            return []
        noun = tree.heads[above]
        free = tree.child(above, "dobj", "attr", "advmod") is None
        return [noun] if free and tree.is_noun(noun) else []

    def _modified_object(self, tree: Tree, verb: int) -> list[int]:
        """ "The pact Tokyo signed": the noun, unless a preposition waits for it."""
        if tree.deps[verb] != "relcl" or tree.child(verb, "nsubj") is None:
            return []
        waiting = [
            p for p in tree.kids(verb, "prep") if tree.child(p, "pobj", "pcomp", "prep") is None
        ] or tree.kids(verb, "ccomp", "xcomp", "dobj")
        return [] if waiting else [tree.heads[verb]]

    def _shared_object(self, tree: Tree, verb: int) -> list[int]:
        """ "Develop and produce X": X belongs to both."""
        if tree.child(verb, "prep", "xcomp", "ccomp") is not None:
            return []
        for other in tree.kids(verb, "conj"):
            if tree.is_verb(other) and tree.child(other, "nsubj") is None:
                own = tree.kids(other, "dobj")
                if own and own[0] > other:
                    return own
        return []

    def places(self, tree: Tree, verb: int) -> list[int]:
        """The place whose relative clause has `verb`: "the port where they are to rotate"."""
        for above in (verb, *tree.up(verb)):
            if any(tree.lower[a] == "where" for a in tree.kids(above, "advmod")):
                return [tree.heads[above]] if tree.deps[above] == "relcl" else []
            if tree.deps[above] not in ("xcomp", "conj", "ccomp"):
                break
        return []

    def possessors(self, tree: Tree, noun: int) -> list[int]:
        return tree.kids(noun, "poss")

    def bearers(self, tree: Tree, noun: int, depth: int = 0) -> list[int]:
        """Who a noun is said of: the subject of "has", "is" or "expressed" above it."""
        if depth > _DEPTH:
            return []
        noun = tree.first_conjunct(noun)
        dep, head = tree.deps[noun], tree.heads[noun]
        if dep == "appos":
            return [self.apposed_to(tree, noun)]
        if introduced := self._introduced(tree, noun):
            return introduced
        offered = self._offering(tree, noun)
        if offered:
            return offered
        if dep in ("attr", "oprd"):
            # "calls X a threat": it is X's, "X was called a threat" likewise.
            called = self._seen(tree, head) if dep == "oprd" else []
            borne = called or self._surface_subjects(tree, head, depth + 1)
            if borne and tree.deps[borne[0]] == "csubj":
                # "What binds A and B is a belief in X": it is A's and B's.
                return self.objects(tree, borne[0])
            return borne + self._companions(tree, noun)
        if dep == "ccomp" and tree.lemmas[head] in self._naming:
            return tree.kids(noun, "nsubj")
        if dep == "dobj":
            return self._havers(tree, noun, head, depth)
        if dep == "nsubjpass" and tree.lemmas[head] in self._bearing:
            return self.agents(tree, head)
        return self._carried(tree, head, depth) if dep == "pobj" else []

    def _havers(self, tree: Tree, noun: int, verb: int, depth: int) -> list[int]:
        """Who has what is the object of `verb`: "X voiced it", "X was granted it"."""
        if tree.child(verb, "nsubjpass") is not None:
            return tree.kids(verb, "nsubjpass") + self._companions(tree, noun)
        if tree.lemmas[verb] in self._bearing:
            return self.subjects(tree, verb, depth + 1)
        return []

    @staticmethod
    def _introduced(tree: Tree, noun: int) -> list[int]:
        """ "A firm believer in X, *Chile* signed it": whom the noun before the comma describes."""
        if tree.deps[noun] not in ("nsubj", "dep", "advcl", "npadvmod"):
            return []
        subjects = [t for t in tree.kids(tree.heads[noun], "nsubj", "nsubjpass") if t > noun]
        first = min(tree.subtree(subjects[0])) if subjects else 0
        return subjects[:1] if first > noun and tree.words[first - 1] == "," else []

    def called(self, tree: Tree, noun: int) -> list[int]:
        """What a noun is said to be called: "the drill, dubbed *X*"."""
        return [
            t
            for clause in tree.kids(noun, "acl")
            if tree.lemmas[clause] in self._naming
            for t in tree.kids(clause, "oprd", "dobj", "attr")
        ]

    def apposed_to(self, tree: Tree, noun: int) -> int:
        """What stands right before an apposition: "X, with *Y and Z*, its partners"."""
        head, first = tree.heads[noun], min(tree.subtree(noun))
        before = first - 2
        if before <= head or tree.words[first - 1] != "," or not tree.is_noun(before):
            return head
        if tree.tags[noun] in ("NN", "NNP") and before in tree.conjuncts(head):
            # "A and B, the secretary": B is.
            return before
        near = tree.first_conjunct(before)
        with_ = tree.deps[near] == "pobj" and tree.lower[tree.heads[near]] == "with"
        return near if with_ and tree.heads[tree.heads[near]] == head else head

    def _companions(self, tree: Tree, noun: int) -> list[int]:
        """Of whom the same is said: "X is a partner, *together with Y*"."""
        ends = [
            p
            for host in (noun, tree.heads[noun])
            for outer in tree.kids(host, "prep", "cc")
            for p in (outer, *tree.kids(outer, "prep"))
            if p > noun
        ]
        joined = [p for p in ends if f"{tree.lower[p - 1]} {tree.lower[p]}" in self._joining]
        return [t for p in joined for t in tree.kids(p, "pobj")]

    def _likewise(self, tree: Tree, verb: int) -> list[int]:
        """ "*Alongside* Y, X is a partner", "*Like* Y, X is one": Y."""
        return [
            t
            for p in tree.kids(verb, "prep")
            if p == tree.sentences[tree.sentence[p]][0]
            and (tree.lower[p] in self._joining or tree.lower[p] in _ALIKE)
            for t in tree.kids(p, "pobj")
        ]

    def _offering(self, tree: Tree, noun: int) -> list[int]:
        """ "Any support offered by X": X."""
        for clause in tree.kids(noun, "acl"):
            if tree.tags[clause] == "VBN" and tree.lemmas[clause] in self._bearing:
                agents = self.agents(tree, clause)
                if agents:
                    return agents
        return [
            # "the war that X is waging"
            subject
            for clause in tree.kids(noun, "relcl")
            if tree.lemmas[clause] in self._bearing and not self.is_passive(tree, clause)
            for subject in tree.kids(clause, "nsubj")
            if tree.lower[subject] not in RELATIVE
        ]

    def _carried(self, tree: Tree, preposition: int, depth: int) -> list[int]:
        """Who bears what hangs on a preposition: "X acts in partnership", "a member of one"."""
        lower, above = tree.lower[preposition], tree.heads[preposition]
        carrier = tree.is_noun(above) and tree.lemmas[above] in self._carriers
        if lower == "of" and tree.lower[above] in _ONE:
            return self.bearers(tree, above, depth + 1)
        if carrier and (lower == "of" or lower in self._bearing_prepositions):
            return self.possessors(tree, above) or self.bearers(tree, above, depth + 1)
        if lower in _AMONG and tree.lemmas[above] in self._ranking:
            return self._surface_subjects(tree, above, depth + 1)
        if lower not in self._bearing_prepositions:
            return []
        if tree.is_verb(above):
            if tree.lemmas[above] in self._enduring:
                return []
            if lower == "as":
                return self._seen_as(tree, above, preposition, depth)
            return self._surface_subjects(tree, above, depth + 1)
        if tree.is_noun(above) and lower == "as":
            return self.possessors(tree, above) or [above]
        if tree.is_noun(above) and lower == "with":
            # "a power with an interest in X": what is said to be one has it.
            return self.said_to_be(tree, above) or [above]
        return []

    def sufferers(self, tree: Tree, noun: int) -> list[int]:
        """Who faces it: "X faces threats", "citing a threat, X acts"."""
        return self._doers(tree, noun, self._enduring)

    def halters(self, tree: Tree, noun: int) -> list[int]:
        """Who ends it: "X suspended aid", "aid was suspended by X"."""
        return self._doers(tree, noun, self._halting)

    def is_halted(self, tree: Tree, noun: int) -> bool:
        """Whether it is said to be ended: "suspended its *partnership*"."""
        noun = tree.first_conjunct(noun)
        halted = tree.lemmas[tree.heads[noun]] in self._halting
        return halted and tree.deps[noun] in ("dobj", "nsubjpass")

    def _doers(self, tree: Tree, noun: int, verbs: frozenset[str]) -> list[int]:
        """Who does one of `verbs` to what the noun names."""
        noun = tree.first_conjunct(noun)
        verb = tree.heads[noun]
        done = tree.deps[noun] in ("dobj", "nsubjpass") and tree.lemmas[verb] in verbs
        return self.subjects(tree, verb) if done else []

    def said_to_be(self, tree: Tree, noun: int) -> list[int]:
        """Who is said to be what `noun` says: "X is a member", "X, a member", "X acts as one"."""
        noun = tree.first_conjunct(noun)
        dep, head = tree.deps[noun], tree.heads[noun]
        if dep == "appos":
            return [self.apposed_to(tree, noun)]
        if introduced := self._introduced(tree, noun):
            return introduced
        if dep in ("attr", "oprd"):
            said = self._seen(tree, head) or self._surface_subjects(tree, head, 0)
            return said + self._companions(tree, noun) + self._likewise(tree, head)
        verb = naming.verb_of(tree, noun, self._naming)
        if verb is not None and (dep != "pobj" or tree.lower[head] != "as"):
            called = naming.called(tree, noun, verb)
            return [t for child in called for t in tree.antecedent(child, verb)]
        if dep == "pobj" and tree.lower[head] == "as" and tree.is_verb(tree.heads[head]):
            return self._seen_as(tree, tree.heads[head], head, 0)
        if dep == "pobj" and tree.lower[head] == "of" and tree.lower[tree.heads[head]] in _ONE:
            return self.said_to_be(tree, tree.heads[head])
        ranked = dep == "pobj" and tree.lemmas[tree.heads[head]] in self._ranking
        if ranked and tree.lower[head] in _AMONG:
            return self._surface_subjects(tree, tree.heads[head], 0)
        return []

    def viewers(self, tree: Tree, noun: int) -> list[int]:
        """Who says that something is what `noun` says: "X sees Y as a threat"."""
        noun = tree.first_conjunct(noun)
        verb = naming.verb_of(tree, noun, self._naming)
        seen = verb is not None and naming.called(tree, noun, verb)
        return self.subjects(tree, verb) if seen and verb is not None else []

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
            for subject in tree.kids(clause, "nsubj", "nsubjpass")
        ]

    def _seen(self, tree: Tree, verb: int) -> list[int]:
        """What is called something, also in a relative clause: "X, *which* they call a threat"."""
        seen = tree.kids(verb, "dobj") or tree.kids(verb, "nsubjpass")
        return [t for child in seen for t in tree.antecedent(child, verb)]

    def _seen_as(self, tree: Tree, verb: int, preposition: int, depth: int) -> list[int]:
        """Who is seen as something: "sees X as a threat", "referred to X as a threat"."""
        if preposition > verb:
            for other in tree.kids(verb, "prep"):
                if tree.lower[other] == "to" and other < preposition:
                    return tree.kids(other, "pobj")
            seen = self._seen(tree, verb)
            if seen:
                return seen
        return self._surface_subjects(tree, verb, depth + 1)
