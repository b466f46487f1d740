"""Longer names that hold a known one: "*China*" in "South China Morning Post" is no China."""

from __future__ import annotations

from loaders.extraction.names import TokenName
from loaders.extraction.site import Site
from loaders.extraction.tree import PROPER


class LongerNames:
    """Answers for the known names of one tree."""

    def __init__(self, site: Site) -> None:
        self.tree, self.names, self.world = site.tree, site.names, site.world

    def hold(self, name: TokenName) -> bool:
        """Whether `name` is only a part of a longer one."""
        return (
            self._is_part_of_unknown_name(name)
            or self._is_in_name_of_body(name)
            or self._begins_name(name)
        )

    def _begins_name(self, name: TokenName) -> bool:
        """Whether it is the common noun of a body's own name: "*University* of Lisbon"."""
        tree, after = self.tree, name.last + 1
        return (
            name.first == name.last
            and tree.tags[name.root] in PROPER
            and tree.lower[after : after + 1] == ["of"]
            and tree.tags[after + 1 : after + 2] in (["NNP"], ["NNPS"])
            and tree.words[name.root].istitle()
            and all(sense.common for sense in name.senses)
        )

    def _is_part_of_unknown_name(self, name: TokenName) -> bool:
        """Whether it is inside a longer proper name: "China" in "South China Morning Post"."""
        tree = self.tree
        before, after = name.first - 1, name.last + 1
        if tree.tags[name.last] not in PROPER:
            return False
        named = before >= 0 and (
            tree.tags[before] == "NNP"
            or (tree.words[before].istitle() and tree.tags[before] == "VBZ")
        )
        if named and tree.heads[before] == name.root:
            return (
                before not in self.names.covering
                and tree.lower[before] not in self.world.titles
                and not self._is_fuller(name)
            )
        return (
            after < len(tree.words)
            and tree.tags[after] == "NNP"
            and name.root == name.last
            and tree.deps[name.root] == "compound"
            and after not in self.names.covering
            and tree.lower[after] not in self.world.delegates
            and tree.tags[tree.heads[name.root]] == "NNP"
            and not any(s.adjectival for s in name.senses)
            and tree.lower[tree.heads[name.root]] not in self.world.heads
            and tree.lower[tree.heads[name.root]] not in self.world.delegates
            and not self._is_role(tree.heads[name.root])
        )

    def _is_in_name_of_body(self, name: TokenName) -> bool:
        """Whether a topic is part of a body's own name: "*Economic Development* Administration"."""
        tree, world = self.tree, self.world
        head = tree.heads[name.root]
        if name.last + 1 != head or tree.tags[name.last] != "NNP" or tree.tags[head] != "NNP":
            return False
        if head in self.names.covering or world.may_act(name.senses):
            return False
        return any(
            h.proper and world.fits((h.class_name,), world.actors)
            for h in world.heads.get(tree.lower[head], ())
        )

    def _is_fuller(self, name: TokenName) -> bool:
        """Whether the words before only complete a person's name: "Donald J Trump"."""
        tree, world = self.tree, self.world
        people = [s.iri for s in name.senses if world.is_person(s.types)]
        known = [world.ontology.entities[iri] for iri in people if iri in world.ontology.entities]
        words = {w for e in known for label in (e.label, *e.alternative) for w in label.split()}
        before, full = name.first - 1, False
        while before >= 0 and tree.heads[before] == name.root and tree.tags[before] == "NNP":
            if tree.lower[before] in world.titles or before in self.names.covering:
                break
            if len(tree.words[before].rstrip(".")) > 1:
                if tree.words[before] not in words:
                    return False
                full = True
            before -= 1
        return full

    def _is_role(self, token: int) -> bool:
        """Whether a noun says what somebody is to another: "NATO Opportunities *Partner*"."""
        anaphor = self.world.anaphors.get(self.tree.lower[token])
        return anaphor is not None and anaphor.classes == self.world.actors
