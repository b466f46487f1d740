"""Verbs whose object is the one that acts: "urge *X* to join", "accused *X* of posing a threat"."""

from __future__ import annotations

from loaders.extraction.parse.tags import PROPER
from loaders.extraction.parse.tree import Tree, is_infinitive
from ontology.lexicon import Lexicon, Part

_ON = frozenset({"on", "upon", "to"})
"""Prepositions before those on whom one calls."""
_CHARGED = frozenset({"of", "for", "from", "as", "into", "against"})


class Control:
    """Holds those verbs."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._verbs = lexicon.role("ObjectControl", Part.VERB)
        self._reshaping = lexicon.role("Reshaping", Part.VERB)
        self._charging = lexicon.role("Charging", Part.VERB)
        self._crediting = lexicon.role("Crediting", Part.VERB)
        self._naming = lexicon.role("Naming", Part.VERB)

    def makes_act(self, tree: Tree, verb: int) -> bool:
        """Whether it makes its object act."""
        return tree.lemmas[verb] in self._verbs

    def of(self, tree: Tree, verb: int, head: int) -> list[int]:
        """Whom the verb above makes do it: "urge X to join", "call on X to join"."""
        if tree.lemmas[head] in self._reshaping and is_infinitive(tree, verb):
            # "*adapt* the alliance to fight X": the alliance fights
            return [t for t in tree.kids(head, "dobj") if t < verb]
        if not self.makes_act(tree, head):
            return []
        if tree.deps[verb] == "advcl" and tree.tags[verb] == "VB":
            # "it fell to X to host it", "called on X to stop"
            near = [p for p in tree.kids(head, "prep") if p == head + 1]
            to = [p for p in near if tree.lower[p] in _ON]
            fallen = [t for p in to for t in tree.kids(p, "pobj") if t < verb]
            # "pressed *X* to stop", which the parse makes a purpose
            pressed = tree.kids(head, "dobj") if is_infinitive(tree, verb) else []
            return fallen or [t for t in pressed if t < verb and tree.tags[t] in PROPER]
        if tree.deps[verb] != "xcomp":
            return []
        controlled = tree.kids(head, "dobj", "dative") or tree.kids(head, "nsubjpass")
        if not controlled:
            for preposition in tree.kids(head, "prep"):
                if tree.lower[preposition] in _ON and preposition < verb:
                    controlled = tree.kids(preposition, "pobj")
        return controlled

    def before_gerund(self, tree: Tree, verb: int, preposition: int) -> list[int]:
        """Whom a verb keeps from what the gerund after its preposition says, or says to do it."""
        if tree.lower[preposition] == "from":
            # "will confront *X* from invading Y", whatever else keeps one from it
            kept = [t for t in tree.kids(verb, "dobj") if tree.tags[t] in PROPER]
            if kept and kept[-1] < preposition:
                return kept
        named = tree.lemmas[verb] in self._naming and tree.lower[preposition] == "as"
        lemma, link = tree.lemmas[verb], tree.lower[preposition]
        charged = lemma in self._charging and link in _CHARGED
        # "*charges X with* sending arms"
        if named or charged or (lemma in self._crediting and link == "with"):
            # "describes *X* as posing a threat", "accused *X* of posing one"
            return tree.kids(verb, "dobj", "nsubjpass")
        return []

    def is_asked(self, tree: Tree, verb: int) -> bool:
        """Whether the verb above asks its object to do it: "call on X to invest"."""
        return bool(tree.is_verb(verb) and self.of(tree, verb, tree.heads[verb]))
