"""People who only share a name with somebody known: after "Eve Stone" a "Stone" is no known
"Adam Stone" whom the text never names, and Mr Turk is no Turk."""

from __future__ import annotations

from loaders.extraction.knowledge.site import Site
from loaders.extraction.names.names import TokenName
from loaders.extraction.parse.tags import PROPER

_TAGS = PROPER | {"NNS"}
"""The tagger takes "Hughes" for several."""


class Namesakes:
    """Notes the names of others in one tree, and tells whether a name is one of theirs."""

    def __init__(self, site: Site) -> None:
        self._site, self._tree, self._world = site, site.tree, site.world
        for name in site.names.all:
            if self._may_be(name) and self._is_given(name.first - 1, name):
                site.cast.namesakes.add(site.tree.lower[name.first])

    def is_one(self, name: TokenName) -> bool:
        """Whether the text has given somebody else this name."""
        tree, met = self._tree, self._site.cast.namesakes
        if not self._may_be(name):
            return False
        # "Eve *Stone* Park" is another again.
        goes_on = tree.deps[name.first] == "compound" and tree.heads[name.first] == name.first + 1
        return tree.lower[name.first] in met or (goes_on and tree.lower[name.first + 1] in met)

    def _may_be(self, name: TokenName) -> bool:
        """Whether it is one word that may be anybody's surname."""
        if name.first != name.last or self._tree.tags[name.first] not in _TAGS:
            return False
        named = self._site.discourse.named
        if all(s.weak and self._world.is_person(s.types) for s in name.senses):
            return all(s.iri not in named for s in name.senses)
        beside = self._tree.deps[name.first] in ("amod", "compound", "nmod")
        return not beside and all(s.adjectival for s in name.senses)

    def _is_given(self, before: int, name: TokenName) -> bool:
        """Whether the word before is a given name, and not the known person's."""
        tree = self._tree
        while (
            before > 0 and len(tree.lower[before].strip(".")) == 1 and tree.words[before].isupper()
        ):
            # "Adam *B.* Stone"
            before -= 1
        if before < 0 or tree.tags[before] != "NNP" or tree.heads[before] != name.root:
            return False
        if not tree.words[before].istitle() or tree.lower[before] in self._world.titles:
            return False
        other = self._site.names.covering.get(before)
        if other is not None and not (
            other.first == other.last and self._world.is_person(other.senses[0].types)
        ):
            return False
        entities = self._world.ontology.entities
        own = [entities[s.iri] for s in name.senses if s.iri in entities]
        labels = (label for e in own for label in (e.label, *e.alternative))
        return not any(tree.words[before] in label.split() for label in labels)
