"""Proper names with a common noun for their kind: "the Joint Sea drill", "the Chad-Peru 2+2
Ministers' Meeting"."""

from __future__ import annotations

from loaders.extraction.grammar import phrase
from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.knowledge.provisional import Provisional
from loaders.extraction.knowledge.site import Site
from loaders.extraction.knowledge.wanted import Wanted
from loaders.extraction.parse.tags import PROPER

_JOINING = frozenset({"-", "\N{EN DASH}"})


class NamedKinds:
    """Reads common nouns that a proper name before them makes an entity."""

    def __init__(self, site: Site, provisional: Provisional) -> None:
        self.tree, self.names, self.world = site.tree, site.names, site.world
        self._provisional = provisional

    def read(self, token: int, wanted: Wanted) -> Filler | None:
        """A proper name with a common noun for its kind: "the Joint Sea drill"."""
        tree = self.tree
        heads = self.world.heads.get(tree.lemmas[token], ())
        kind = next((h for h in heads if h.proper and wanted.fits((h.class_name,))), None)
        if kind is None:
            return None
        first = self._begun(token)
        before = token - 2 if tree.tags[token - 1] == "POS" else token - 1
        if first == token or tree.heads[before] != token:
            return None
        name = phrase.text(tree, self._with_group(first), token)
        return self._provisional.of(kind.class_name, name, token, tree.ends[token])

    def _begun(self, token: int) -> int:
        """Where the proper name before a common noun begins."""
        first = token
        while first > 0 and (before := self._further(first, token)) < first:
            first = before
        return first

    def _further(self, first: int, token: int) -> int:
        """`first`, or where a word or phrase begins that belongs to the name before it."""
        tree, before = self.tree, first - 1
        if tree.tags[before] == "CC":
            # "*Foreign and* Defence Ministers' Meeting"
            return phrase.over_and(tree, first, token)
        if phrase.is_format(tree, before):
            # "a 2+2 meeting" is known; "the Chad-Peru *2+2* meeting" is one of these
            return before if first < token or tree.tags[before - 1] in PROPER else first
        if tree.tags[before] == "POS" and tree.tags[before - 1] in PROPER:
            # "Defence *Ministers'* Meeting", "*Quad Leaders'* Summit"
            if not self._are_people(tree.lower[before - 1]):
                return first
            owner = self.names.covering.get(before - 1)
            begun = owner.first if owner is not None else before - 1
            return begun + (tree.tags[begun] == "DT")
        if before in self.names.covering and not self.is_common(before):
            return first
        # "KSS-III submarines"
        linked = tree.tags[before] == "HYPH" and tree.tags[first - 2 : before] == ["NNP"]
        return before if tree.tags[before] in PROPER or linked else first

    def _with_group(self, first: int) -> int:
        """Where a name begins with whose it is: "the *Quad* Ministers' Meeting", "the *Chad-Peru*
        Ministers' Meeting"."""
        group = self.names.covering.get(first - 1)
        if group is None or self.tree.tags[group.first] not in PROPER:
            return first
        other = self.names.covering.get(group.first - 2)
        if other is not None and self.tree.words[group.first - 1] in _JOINING:
            return other.first
        is_group = any(self.world.facts.is_group(s.iri) for s in group.senses)
        return group.first if is_group and group.last == first - 1 else first

    def _are_people(self, word: str) -> bool:
        """Whether it is a plural of office-holders: "leaders", "ministers"."""
        return word.endswith("s") and word.removesuffix("s") in self.world.offices

    def is_common(self, token: int) -> bool:
        """Whether what is known there is a common noun, capitalised as part of a name:
        "*University* of Lisbon", "their first *Strategic Dialogue*"."""
        name, tree = self.names.covering[token], self.tree
        if tree.tags[token] not in PROPER:
            return False
        if name.first != name.last and not self.titles(tree.lower[token]):
            return False
        entities, surface = self.world.ontology.entities, phrase.text(tree, name.first, name.last)
        known = (entities[s.iri] for s in name.senses if s.iri in entities)
        return surface.istitle() and not any(
            surface in {e.label, *e.alternative, *e.hidden} for e in known
        )

    def is_one(self, token: int) -> bool:
        """Whether a common noun says of what kind the proper name before it is: "the Joint Sea
        *exercise*", which is not exercises."""
        name, tree, before = self.names.covering[token], self.tree, token - 1
        if name.first != name.last or tree.tags[token] not in ("NN", "NNS") or not before:
            return False
        proper = tree.tags[before] == "NNP" and before not in self.names.covering
        return proper and tree.heads[before] == token and tree.words[token].islower()

    def heads(self, token: int) -> bool:
        """Whether a common noun says of what kind a proper name before it is."""
        return any(h.proper for h in self.world.heads.get(self.tree.lemmas[token], ()))

    def titles(self, word: str) -> bool:
        """Whether a word before a name makes it an event's: "operation"."""
        happenings, heads = self.world.lexicon.happenings, self.world.heads.get(word, ())
        return any(h.proper and self.world.fits((h.class_name,), happenings) for h in heads)
