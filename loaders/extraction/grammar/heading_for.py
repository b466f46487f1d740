"""What an infinitive is to the words before it that no plan is called by: "launched a *process to*
establish X", "is *coming to* meet X"."""

from __future__ import annotations

from collections.abc import Mapping

from graph.statements import Status
from loaders.extraction.parse.tree import Tree, is_infinitive
from ontology.lexicon import Lexicon, Manner, Part

_NOW = frozenset({"is", "are", "am", "'s", "'re", "'m"})
_BELOW = frozenset({"acl", "relcl", "advcl", "xcomp"})


class HeadingFor:
    """Answers for a word and an infinitive that hangs on it; compiled once from the lexicon."""

    def __init__(
        self, lexicon: Lexicon, by_part: Mapping[Part, Mapping[str, list[Manner]]]
    ) -> None:
        self._nouns = by_part[Part.NOUN]
        self._setting_out = lexicon.role("SettingOut", Part.VERB)

    def of(self, tree: Tree, head: int, child: int) -> list[Manner]:
        """What a noun with "to" says, also where the parse hangs the clause on the verb."""
        if tree.deps[child] not in _BELOW or not is_infinitive(tree, child):
            return []
        noun = head
        if tree.is_verb(head):
            noun = child - 2
            if noun < 0 or tree.deps[noun] != "dobj" or tree.heads[noun] != head:
                return []
        return self._nouns.get(f"{tree.lemmas[noun]} to", [])

    def coming(self, tree: Tree, verb: int, child: int) -> list[Status]:
        """What one who is on the way will do there: "is *coming to* meet X", "is *flying* to Y
        *for* talks"."""
        if tree.lemmas[verb] not in self._setting_out or not _is_now(tree, verb):
            return []
        led = tree.deps[child] in ("advcl", "xcomp") and is_infinitive(tree, child)
        led = led or (tree.deps[child] == "prep" and tree.lower[child] == "for")
        return [Status.PLANNED] if led else []

    def is_on_the_way(self, tree: Tree, verb: int) -> bool:
        """Whether a verb says so itself: "*travels* to Y for talks"."""
        return any(self.coming(tree, verb, child) for child in tree.children[verb])


def _is_now(tree: Tree, verb: int) -> bool:
    """Whether it is said of the present: "travels", "is travelling"."""
    if tree.tags[verb] == "VBG":
        return any(tree.lower[a] in _NOW for a in tree.kids(verb, "aux"))
    return tree.tags[verb] in ("VBZ", "VBP") and tree.child(verb, "aux") is None
