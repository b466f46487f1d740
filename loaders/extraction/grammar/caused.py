"""What is not theirs who do something about it: who *meets* challenges to X has none, and who
*raises* fears fears nothing."""

from __future__ import annotations

from loaders.extraction.parse.tree import Tree
from ontology.lexicon import Lexicon, Part


class Caused:
    """Holds the words by which it is told."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._met = lexicon.role("Meeting", Part.VERB)
        self.ills = lexicon.role("Meeting", Part.NOUN)
        self._stirring = lexicon.role("Stirring", Part.VERB)
        self._stirred = lexicon.role("Stirred")

    def is_so(self, tree: Tree, noun: int) -> bool:
        """Whether the noun is an ill that is met or a feeling that is raised."""
        if tree.deps[noun] != "dobj":
            return False
        verb, thing = tree.lemmas[tree.heads[noun]], tree.lemmas[noun]
        return self.is_met(tree, noun) or (verb in self._stirring and thing in self._stirred)

    def is_met(self, tree: Tree, noun: int) -> bool:
        """Whether the noun is an ill, and the verb above says that it is met."""
        return tree.lemmas[noun] in self.ills and tree.lemmas[tree.heads[noun]] in self._met
