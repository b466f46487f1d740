"""Names that share their last word with the next: "*energy* and food *security*"."""

from __future__ import annotations

from collections.abc import Iterator

from graph.statements import EntityId
from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.knowledge.provisional import SURE
from loaders.extraction.knowledge.site import Site
from loaders.extraction.knowledge.wanted import Wanted
from loaders.extraction.names.names import TokenName

_LINKS = frozenset({"and", "or", "&"})
_TOO = ["as", "well", "as"]
_MODIFYING = frozenset({"JJ", "NN", "NNP"})
_MOST = 5
"""Names that one head has."""


class SharedHeads:
    """Reads the names of which a list before a known one leaves out the head."""

    def __init__(self, site: Site) -> None:
        self._tree, self._names, self._world = site.tree, site.names, site.world

    def others(self, name: TokenName, wanted: Wanted) -> list[Filler]:
        """What else the list before `name` names by the head of it, as far as it fits."""
        tree, root = self._tree, name.root
        if name.last != root or (at := self._before_link(name)) is None:
            return []
        head = tree.passage.text[tree.starts[root] : tree.ends[root]]
        found = []
        for modifier in self._modifiers(name, at):
            for sense in self._names.known(f"{tree.lower[modifier]} {head}"):
                if sense.common and wanted.fits(sense.types) and self._is_issue(sense.types):
                    place = tree.starts[modifier], tree.ends[root]
                    filler = Filler(EntityId(sense.iri), sense.types, root, *place, sure=SURE)
                    found.append(filler)
                    break
        return found

    def _is_issue(self, types: tuple[str, ...]) -> bool:
        return self._world.fits(types, self._world.issues)

    def _before_link(self, name: TokenName) -> int | None:
        """The word before the "and" or "as well as" before the name."""
        tree, link = self._tree, name.first - 1
        if name.first == name.last or link < 1:
            return None
        if tree.lower[link] in _LINKS:
            return link - 1
        return link - 3 if tree.lower[max(0, link - 2) : name.first] == _TOO else None

    def _modifiers(self, name: TokenName, at: int) -> Iterator[int]:
        """The single words up to `at` that a list joins to the name."""
        tree = self._tree
        for _ in range(_MOST):
            at -= at > 0 and tree.words[at] == ","
            if at < 0 or tree.tags[at] not in _MODIFYING or not self._belongs(at, name):
                return
            if at and self._names.known(f"{tree.lower[at - 1]} {tree.lower[at]}"):
                # "*cyber defence* and emerging technologies": an item by itself.
                return
            yield at
            if at < 2 or tree.words[at - 1] != ",":
                return
            at -= 2

    def _belongs(self, token: int, name: TokenName) -> bool:
        """Whether it modifies the head, or is an item without words of its own before the last."""
        tree, root = self._tree, name.root
        if any(tree.deps[c] != "conj" and c < token for c in tree.children[token]):
            return False
        return any(above == root for above in tree.up(token)) or token in tree.up(root)
