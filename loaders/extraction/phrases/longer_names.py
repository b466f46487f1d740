"""Longer names that hold a known one: "*China*" in "South China Morning Post" is no China."""

from __future__ import annotations

from loaders.extraction.grammar import phrase
from loaders.extraction.knowledge.site import Site
from loaders.extraction.names.names import TokenName
from loaders.extraction.parse.tags import PROPER
from loaders.extraction.parse.tree import Tree

_NAMING = frozenset({"for", "of", "on", "against"})
_WITHIN = frozenset({"and", "&", ",", "the"})
_SMALL = 3
"""Letters of words that are small in a title."""
_WEIGHTY = frozenset({"NN", "NNS", "JJ", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})
"""Tags of words that are capital in a title."""


def is_running(tree: Tree, token: int) -> bool:
    """Whether the sentence of `token` is no heading, in which every word is capital."""
    start, end = tree.sentences[tree.sentence[token]]
    return any(
        tree.words[t].islower() and len(tree.words[t]) > _SMALL and tree.tags[t] in _WEIGHTY
        for t in range(start, end)
    )


def extent(site: Site, head: int) -> tuple[int, int]:
    """First and last token of a noun with its modifiers; a vague one that begins a common name is
    a part of it: "*critical* minerals processing"."""
    first, last = phrase.extent(site.tree, head, site.world.vague)
    name = site.names.covering.get(first)
    if name is not None and all(sense.common for sense in name.senses):
        first = min(first, name.first)
    return first, last


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
            or self.ends_name(name)
            or self._is_in_office(name)
            or self._is_of_office_holders(name)
            or self._is_provinces(name)
        )

    def ends_name(self, name: TokenName) -> bool:
        """Whether a topic only says in a body's own name what that is for: "Bank for
        *International Cooperation*". What a text's name is about, the text is about."""
        tree = self.tree
        if not tree.words[name.last][:1].isupper() or not all(s.common for s in name.senses):
            return False
        before = name.first - 1
        while before > 0 and (tree.words[before][:1].isupper() or tree.lower[before] in _WITHIN):
            before -= 1
        head = before - 1
        if before < 1 or tree.lower[before] not in _NAMING or head in self.names.covering:
            return False
        if tree.tags[head] not in PROPER or self._is_about(head):
            return False
        return is_running(tree, name.root)

    def _is_about(self, head: int) -> bool:
        """Whether a noun heads the names of what has a topic: a text, an event, a tie."""
        world, noun = self.world, self.tree.lower[head]
        told = (*world.texts, *world.lexicon.happenings)
        return noun in world.ties or any(
            world.fits((h.class_name,), told) for h in world.heads.get(noun, ())
        )

    def _is_in_office(self, name: TokenName) -> bool:
        """Whether it is a body of whose office the name goes on: "the *White House* Office of
        Science"."""
        tree, world, head = self.tree, self.world, name.last + 1
        if tree.tags[head : head + 1] != ["NNP"] or tree.lower[head + 1 : head + 2] != ["of"]:
            return False
        if head in self.names.covering or tree.tags[head + 2 : head + 3] != ["NNP"]:
            return False
        polities = world.lexicon.polities
        return tree.heads[name.root] == head and not any(
            world.fits(s.types, polities) for s in name.senses
        )

    def _is_of_office_holders(self, name: TokenName) -> bool:
        """Whether a topic ends the name of what office-holders hold: "Foreign Ministers'
        *Strategic Dialogue*"."""
        tree = self.tree
        if tree.tags[name.last] not in PROPER or not all(s.common for s in name.senses):
            return False
        owner = tree.child(name.root, "poss")
        return (
            owner is not None
            and tree.tags[owner] == "NNPS"
            and owner not in self.names.covering
            and is_running(tree, name.root)
        )

    def _begins_name(self, name: TokenName) -> bool:
        """Whether it is the common noun of a body's own name: "*University* of Lisbon", "the
        *Infrastructure* for Resilient Islands initiative"."""
        tree, after = self.tree, name.last + 1
        return (
            name.first == name.last
            and tree.tags[name.root] in PROPER
            and (tree.lower[after : after + 1] == ["of"] or self._is_for(after))
            and tree.tags[after + 1 : after + 2] in (["NNP"], ["NNPS"])
            and tree.words[name.root].istitle()
            and all(sense.common for sense in name.senses)
        )

    def _is_for(self, after: int) -> bool:
        """Whether a "for" goes on in a name within a sentence, and leads to nobody."""
        tree, names = self.tree, self.names
        if tree.lower[after : after + 1] != ["for"] or not is_running(tree, after):
            return False
        name = names.covering.get(after + 1)
        return name is None or not self.world.may_act(name.senses)

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

    def _is_provinces(self, name: TokenName) -> bool:
        """Whether a polity's body by one word is a province's: "the *Ohio* Senate leader"."""
        tree, before = self.tree, name.first - 1
        if name.first != name.last or before < 0 or tree.tags[before] != "NNP":
            return False
        beside = tree.heads[before] in (name.root, tree.heads[name.root])
        if not beside or not tree.words[before].istitle() or tree.lower[before] in self.world.vague:
            return False
        if tree.lower[before] in self.world.titles or not self._is_place(before):
            return False
        organ = self.world.facts.stands_for
        return any(organ(s.iri, None) for s in name.senses if not self.world.is_person(s.types))

    def _is_place(self, token: int) -> bool:
        """Whether a capitalised word may name a place that is no polity."""
        name = self.names.covering.get(token)
        settings = self.world.lexicon.settings
        return name is None or all(
            self.world.fits(s.types, settings) and not self.world.polity.fits(s.types)
            for s in name.senses
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
