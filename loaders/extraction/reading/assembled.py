"""Those of the one group that a text is about, where nothing says whose they are: "*ministers*
endorsed", "*all members* agreed"."""

from __future__ import annotations

from graph.statements import EntityId
from loaders.extraction.grammar import phrase
from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.knowledge.referents import Sought
from loaders.extraction.knowledge.site import Site
from loaders.extraction.parse.tags import SUBJECTS

_FAR = 8
"""Sentences back to the group whose "leaders" they are."""
_SHORTLY = 4
"""Sentences back to people who met."""
_ALL = frozenset({"all", "the"})
_EVERY = frozenset({"every", "each"})


class Assembled:
    """Answers for nouns of one tree."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self.tree, self.names, self.world = site.tree, site.names, site.world

    def read(self, token: int) -> list[Filler]:
        """ "*Leaders* agreed", "defence *ministers* endorsed": those of the one group that the text
        is about, where nothing says whose they are."""
        tree, world = self.tree, self.world
        lemma = tree.lemmas[token]
        if self._are_fellows(token):
            return [self._site.resolved(self._fellows(f, token), token) for f in self._group(token)]
        if tree.tags[token] not in ("NNS", "NNPS") or lemma not in world.party & world.offices:
            return []
        if tree.deps[token] not in SUBJECTS or len(tree.conjuncts(token)) > 1:
            return []
        if tree.child(token, "poss", "nummod", "prep", "acl") is not None:
            return []
        if tree.child(token, "relcl") is not None and tree.words[token + 1] != ",":
            # "The *leaders*, who met in Rome, agreed" are no others
            return []
        if any(tree.lower[d] != "the" for d in tree.kids(token, "det")):
            return []
        told = tree.kids(token, "amod", "compound", "nmod")
        if told and not (told == [token - 1] and self._is_post(token)):
            return []
        if not told and tree.child(token, "det") is not None and self._have_met(token):
            return []
        return [self._site.resolved(f, token) for f in self._group(token)]

    def _have_met(self, token: int) -> bool:
        """Whether several people were named together shortly before, who are "the *leaders*"."""
        people, place = self.world.is_person, (self._site.sentence(token), token)
        return bool(self._site.discourse.find(Sought(*place, people, many=True, reach=_SHORTLY)))

    def _fellows(self, group: Filler, token: int) -> Filler:
        """The members as a group by themselves, if they have a name: "NATO members"."""
        name = f"{self._site.cast.label(group.entity)} {self.tree.lower[token]}"
        for sense in self.names.known(name):
            if self.world.actor.fits(sense.types) and not sense.is_class:
                return group._replace(entity=EntityId(sense.iri), types=sense.types)
        return group

    def _are_fellows(self, token: int) -> bool:
        """ "*All members* agreed", "*member states* fear": all that a group has."""
        tree, fellows = self.tree, self.world.fellows
        pair = phrase.pair(tree, token)
        if tree.lemmas[token] not in fellows and pair not in fellows:
            return False
        if tree.deps[token] not in SUBJECTS or tree.tags[token] not in ("NN", "NNS"):
            return False
        if tree.child(token, "poss", "nummod", "prep", "relcl", "acl", "amod") is not None:
            return False
        told = {tree.lower[d] for d in tree.kids(token, "det")}
        return told <= _ALL if tree.tags[token] == "NNS" else bool(told & _EVERY)

    def _is_post(self, token: int) -> bool:
        """Whether the word before a noun is of its post: "*defence* ministers"."""
        field, post = self.tree.lower[token - 1], self.tree.lemmas[token]
        return not {f"{field} {post}", f"{post} of {field}"}.isdisjoint(self.world.facts.posts)

    def _group(self, token: int) -> tuple[Filler, ...]:
        """The one group that the text is about, else the only one named shortly before."""
        world, discourse = self.world, self._site.discourse
        group = tuple(f for f in discourse.protagonist if world.facts.is_group(f.entity))
        if not group:
            place = self._site.sentence(token), token
            sought = Sought(
                *place, self.world.actor.fits, None, reach=_FAR, apt=world.facts.is_group
            )
            group = discourse.all(sought)
        return group if len(group) == 1 and discourse.parties in ((), group) else ()
