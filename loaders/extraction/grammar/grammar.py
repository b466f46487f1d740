"""Who does what in a tree: logical subjects, objects and prepositional complements.

Voices, relative clauses, control and coordination are undone here, so that a
cue need not know of them.
"""

from __future__ import annotations

from loaders.extraction.grammar import passive
from loaders.extraction.grammar.agency import absolute, among, holders, hung, named_owners
from loaders.extraction.grammar.asking import Asking
from loaders.extraction.grammar.bearing import Bearing
from loaders.extraction.grammar.control import Control
from loaders.extraction.grammar.facing import Facing
from loaders.extraction.grammar.fellows import fellows
from loaders.extraction.grammar.impersonal import Impersonal
from loaders.extraction.grammar.likewise import Likewise
from loaders.extraction.grammar.naming import so_called
from loaders.extraction.grammar.objects import borrowed, direct, is_in_view, judged
from loaders.extraction.grammar.playing import players
from loaders.extraction.grammar.prepositions import Prepositions
from loaders.extraction.grammar.suffered import Suffered
from loaders.extraction.parse.tags import COMMON, PROPER
from loaders.extraction.parse.tree import Tree, is_infinitive
from ontology.lexicon import Lexicon, Part

_DEPTH = 6
_SHARING = frozenset({"conj", "xcomp", "advcl", "ccomp", "acl", "relcl", "acomp", "oprd"})
"""Dependencies over which a verb has its head's subject."""


class Grammar:
    """Answers for one tree at a time; holds word lists only."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.prepositions = Prepositions(lexicon)
        self.bearing = Bearing(lexicon, self)
        self.facing = Facing(lexicon, self, self.bearing.bearers)
        self._joining = lexicon.role("Joining", Part.PHRASE)
        self.suffered, self._asking = Suffered(lexicon), Asking(lexicon)
        self.impersonal, self.likewise = Impersonal(lexicon), Likewise(lexicon)
        self.control = Control(lexicon)
        self._joined = lexicon.role("Joining", Part.VERB)
        self._playing = lexicon.role("Playing", Part.NOUN)
        self.measures = lexicon.role("Measure")
        self._ways = lexicon.role("Way")
        self._voices = lexicon.role("Voice")
        self._carriers = lexicon.role("Bearing", Part.NOUN)
        self._ventures = self._carriers | lexicon.role("Proposing")
        self._helping = lexicon.role("Helping", Part.VERB)
        self._naming = lexicon.role("Naming", Part.VERB)
        self._stative = lexicon.role("Stative", Part.VERB)
        self._ends = lexicon.role("Preserving", Part.VERB)
        self._founding = lexicon.role("Founding", Part.VERB)

    def subjects(self, tree: Tree, verb: int, depth: int = 0) -> list[int]:
        """The tokens that do what `verb` says; empty if nobody is named."""
        if depth > _DEPTH:
            return []
        if passive.is_passive(tree, verb):
            agents = passive.agents(tree, verb)
            # "As *opposed* to X, Y belongs to it": Y is not opposed.
            as_ = verb > 0 and tree.lower[verb - 1] == "as"
            if agents or as_ or tree.lemmas[verb] not in self._stative:
                return agents
        return self.surface_subjects(tree, verb, depth)

    def clause_subjects(self, tree: Tree, token: int) -> list[int]:
        """The grammatical subject of the clause in which `token` stands."""
        verb = next((t for t in tree.up(token) if tree.is_verb(t)), None)
        above = tree.heads[token]
        at = tree.deps[above] == "pobj" and tree.lower[tree.heads[above]] == "at"
        if verb is None or (tree.deps[above] in ("nsubj", "nsubjpass", "pobj") and not at):
            # "is *at odds with* X" is said of the subject
            return []
        # "There can be no X without Y"
        there = tree.child(verb, "expl") is not None
        return tree.kids(verb, "attr") if there else self.surface_subjects(tree, verb, 0)

    def surface_subjects(self, tree: Tree, verb: int, depth: int) -> list[int]:
        own = tree.child(verb, "nsubj", "nsubjpass", "csubj")
        if own is None and verb and tree.deps[verb - 1] in ("npadvmod", "advmod"):
            # A short sentence's name is at times parsed as an adverb: "Japan voiced…".
            own = (
                verb - 1 if tree.tags[verb - 1] == "NNP" and tree.heads[verb - 1] == verb else None
            )
        if own is None and tree.tags[verb] == "VBG":
            own = absolute(tree, verb)
        if own is not None:
            if tree.tags[own] == "VBG" and (doer := tree.child(own, "nsubj")) is not None:
                # "troops *massing* at the border threaten X": the troops do.
                own = doer
            told = tree.antecedent(own, verb)
            if told != [own] and len(told) == 1:
                told = [self.suffered.meant(tree, told[0], own, verb)]
                told = self._takers(tree, told[0], depth) or told
                told += self._issuers(tree, told[0], depth)
                told += among(tree, told[0])
            return told + fellows(tree, verb, told, self._joining)
        dep, head = tree.deps[verb], tree.heads[verb]
        if head == verb or depth > _DEPTH:
            return []
        if dep in ("acl", "relcl", "amod") and not tree.is_finite(head):
            return self._of_modified_noun(tree, verb, head, depth)
        if dep in ("prep", "pcomp"):
            # "X features in it, *including* Y, Z said": it is the preposition itself.
            itself = dep == "prep" and tree.is_verb(head)
            return self._of_preposition(tree, verb if itself else head, depth)
        if not tree.is_verb(head) and tree.tags[head] not in ("JJ", "JJR", "JJS"):
            return self.bearing.bearers(tree, head, depth + 1) if dep == "xcomp" else []
        return self.control.of(tree, verb, head) or self._inherited(tree, verb, depth)

    def _takers(self, tree: Tree, noun: int, depth: int) -> list[int]:
        """Who takes "*steps* that strengthen X"."""
        taken = tree.lemmas[noun] in self.measures and tree.tags[noun] in COMMON
        return self._holders(tree, noun, depth + 1) if taken else []

    def _issuers(self, tree: Tree, noun: int, depth: int) -> list[int]:
        """Who issues "a *statement* that expresses X"."""
        if tree.lemmas[noun] not in self._voices or not self.bearing.is_given(tree, noun):
            return []
        return self.surface_subjects(tree, tree.heads[noun], depth + 1)

    def _inherited(self, tree: Tree, verb: int, depth: int) -> list[int]:
        """The subject of the verb above, where a dependent verb shares it."""
        dep, head = tree.deps[verb], tree.heads[verb]
        if dep not in _SHARING or (dep == "ccomp" and tree.tags[verb] != "VBG"):
            return []
        wanted = dep in ("xcomp", "advcl") and is_infinitive(tree, verb)
        if wanted:
            if self._asking.is_foiled(tree, verb):
                return []
            if given := self._asking.given(tree, verb):
                return given
        if owners := hung(tree, verb, self._ventures):
            return owners
        if wanted and passive.is_passive(tree, head):
            # "arms *used by X* to attack Y": X attacks
            named = [t for t in passive.agents(tree, head) if tree.tags[t] in PROPER]
            # "The bloc was *founded* by X and Y to do it": X and Y do it, and so does the bloc.
            founded = tree.kids(head, "nsubjpass") if tree.lemmas[head] in self._founding else []
            if named:
                return founded + named
        found = self.surface_subjects(tree, head, depth + 1)
        gerunds = tree.tags[verb] == "VBG" and (
            tree.tags[head] == "VBG" or tree.lemmas[head] == "have"
        )
        goal = tree.lemmas[head] in self._ends
        if not found and dep == "advcl" and gerunds and not goal and not tree.kids(verb, "mark"):
            # "Conducting exercises, enhancing trust": the exercises do; what is upheld does not.
            return tree.kids(head, "dobj")
        return found

    def _of_aim(self, tree: Tree, verb: int, noun: int, depth: int) -> list[int]:
        """ "A project to build X": who has the project builds, else the project does."""
        others = self._asking.others(tree, verb, noun)
        if others is not None:
            return others
        found = self._holders(tree, noun, depth)
        if not found and tree.deps[noun] == "dobj":
            found = self.surface_subjects(tree, tree.heads[noun], depth + 1)
        return found or [noun]

    def _of_modified_noun(self, tree: Tree, verb: int, noun: int, depth: int) -> list[int]:
        """The subject of "countries working…", "a plan to build…", "X, which builds…"."""
        if _is_listed(tree, verb, noun):
            return []
        if tree.lemmas[noun] in self._ventures and tree.tags[verb] == "VB":
            named = named_owners(tree, noun)
            if named:
                return named
        if is_in_view(tree, verb, noun):
            return self._of_preposition(tree, tree.heads[noun], depth)
        if tree.lemmas[noun] in self._carriers and tree.deps[verb] != "amod":
            carried = self._holders(tree, noun, depth)
            if carried or tree.child(verb, "aux") is not None:
                return carried
        if tree.lemmas[noun] in self._ways and tree.deps[noun] == "pobj":
            # "transfer technology in a way that fosters X": what is done so does.
            above = tree.heads[tree.heads[noun]]
            return self.objects(tree, above) if tree.is_verb(above) else []
        if (
            tree.tags[verb] == "VBG"
            and tree.deps[noun] == "dobj"
            and tree.lemmas[noun] in self._voices
        ):
            # "issued a statement condemning X": who issued it does.
            return [noun, *self.surface_subjects(tree, tree.heads[noun], depth + 1)]
        if tree.tags[verb] == "VB" and tree.child(verb, "aux") is not None:
            return self._of_aim(tree, verb, noun, depth)
        victim = tree.tags[verb] == "VBG" and self.suffered.is_victim(tree, noun)
        return among(tree, noun) or [tree.heads[tree.heads[noun]] if victim else noun]

    def _holders(self, tree: Tree, noun: int, depth: int) -> list[int]:
        """Who has what `noun` names, so that they do what it is to do."""
        owners = self.possessors(tree, noun)
        if not owners and tree.lemmas[noun] in self._ventures:
            owners = holders(tree, noun)
        return owners or self.bearing.bearers(tree, noun, depth + 1)

    def _of_preposition(self, tree: Tree, preposition: int, depth: int) -> list[int]:
        """The subject of a gerund: "focus on countering X", "they gain by working"."""
        head = tree.heads[preposition]
        if tree.deps[preposition] == "pcomp":
            return self._of_preposition(tree, head, depth + 1)
        if whose := players(tree, preposition, self._playing):
            return whose
        if tree.is_noun(head):
            return self._holders(tree, head, depth)
        head = judged(tree, head)
        if depth > _DEPTH or head == preposition:
            return []
        if tree.lemmas[head] in self._joined and tree.lower[preposition] == "in":
            # "A joined *B* in condemning X"
            return [*self.surface_subjects(tree, head, depth + 1), *tree.kids(head, "dobj")]
        if made := self.control.before_gerund(tree, head, preposition):
            return made
        return self.surface_subjects(tree, head, depth + 1)

    def objects(self, tree: Tree, verb: int, depth: int = 0) -> list[int]:
        """What `verb` is done to, in the passive its grammatical subject."""
        if passive.is_passive(tree, verb):
            found = self.surface_subjects(tree, verb, depth)
            if found or tree.deps[verb] not in ("acl", "amod", "advcl"):
                return found
        own = [
            token
            for child in direct(tree, verb)
            for token in (
                tree.antecedent(child, verb)
                if tree.deps[child] != "dative" or tree.tags[child] != "IN"
                else tree.kids(child, "pobj")
            )
        ]
        return (
            own
            or tree.kids(verb, "attr", "oprd")
            or so_called(tree, verb, self._naming)
            or borrowed(
                tree,
                verb,
                control=self.control.makes_act(tree, verb),
                helps=tree.lemmas[verb] in self._helping,
            )
        )

    def possessors(self, tree: Tree, noun: int) -> list[int]:
        return tree.kids(noun, "poss")


def _is_listed(tree: Tree, verb: int, noun: int) -> bool:
    """Whether a verb that the parse hangs on a noun is an item beside it or of what it heads."""
    listed = tree.deps[noun] == "conj" or tree.child(noun, "conj") is not None
    if listed and tree.tags[verb] == "VBG" and tree.words[verb - 1] == ",":
        # "exercises, open talks, strengthening trust": an item like the others.
        return True
    # "the following elements: *ensuring* X, *upholding* Y": the items are what is listed.
    return ":" in tree.words[noun + 1 : verb]
