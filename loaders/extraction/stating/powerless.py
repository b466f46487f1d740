"""Who faces what he does nothing against, because he cannot: "*cannot* deter X", "its *failure* to
protect Y from X"."""

from __future__ import annotations

from loaders.extraction.knowledge.world import World
from loaders.extraction.parse.tree import Tree
from ontology.lexicon import Cue, Part, Slot

_CAN = frozenset({"can", "ca", "could"})


class Powerless:
    """Answers for a trigger that is denied; compiled once from the lexicon."""

    def __init__(self, world: World) -> None:
        self._faced = world.lexicon.faced
        self._fears = world.lexicon.faced & world.lexicon.attitudes
        self._incapable = world.lexicon.role("Incapable", Part.ADJECTIVE)
        self._failing = world.lexicon.role("Incapable", Part.VERB)
        self._failure = world.lexicon.role("Incapable", Part.NOUN)

    def is_faced_still(self, tree: Tree, trigger: int, cue: Cue) -> bool:
        """Whether a denial only says that nothing is done against it: "its *failure* to protect X
        from Y"; "is *unable* to threaten X" does not."""
        others = Slot.SUBJECT not in cue.subject.slots
        faced = others and cue.predicate in self._faced
        return (faced or cue.predicate in self._fears) and self._is_powerless(tree, trigger)

    def _is_powerless(self, tree: Tree, trigger: int) -> bool:
        """Whether somebody only cannot help it: who "*cannot* deter X" faces it all the same."""
        above = tree.heads[trigger]
        if tree.is_verb(above) and tree.lemmas[above] in self._failing:
            return True
        if tree.lower[above] in self._incapable or tree.lemmas[above] in self._failure:
            return True
        cannot = any(tree.lower[a] in _CAN for a in tree.kids(trigger, "aux"))
        return cannot and tree.child(trigger, "neg") is not None
