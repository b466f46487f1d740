"""What a definite noun says of itself: that it is another, which one it is, or a name."""

from __future__ import annotations

from loaders.extraction.grammar import phrase, quoted
from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.knowledge.site import Site
from loaders.extraction.parse.tags import PROPER
from ontology.lexicon import Anaphor

_DESCRIBING = frozenset({"of", "that", "between", "among", "with", "from"})
_YEAR = 4
"""Digits of a year: "the *2021* summit"."""
OTHER = frozenset({"next", "previous", "last", "another", "other", "future"})
"""What makes it one that was not spoken of: "the *next* summit"."""


class Described:
    """Answers for nouns of one tree."""

    def __init__(self, site: Site) -> None:
        self._site, self.tree, self.world = site, site.tree, site.world

    def names_actor(self, token: int, head: int) -> bool:
        """Whether it is in an actor's name before `head`: "two *Chinese* firms"."""
        name = self._site.names.covering.get(token)
        if name is None or name is self._site.names.covering.get(head):
            return False
        return self.world.may_act(name.senses)

    def no_public(self, found: tuple[Filler, ...]) -> tuple[Filler, ...]:
        """Those that may be a firm: no ministry and no parliament."""
        return tuple(f for f in found if not self._is_public(f))

    def _is_public(self, filler: Filler) -> bool:
        words = self._site.cast.label(filler.entity).lower().split()
        return not self.world.public.isdisjoint(words)

    def is_another(self, token: int, words: list[str], anaphor: Anaphor) -> bool:
        """Whether the noun says that it is another, or which event it is: "the *naval* drill"."""
        tree, happenings = self.tree, self.world.lexicon.happenings
        actor = any(self.world.fits((c,), self.world.actors) for c in anaphor.classes)
        if not OTHER.isdisjoint(words) or (actor and words == ["all"]):
            # "All nations were urged", "calls on all sides": any nation.
            return True
        if (
            actor
            and tree.lemmas[token] in self.world.delegates
            and any(
                tree.tags[c] == "JJ" and self.names_actor(c, token) for c in tree.children[token]
            )
        ):
            # "The *Peruvian* navy" is Peru's; "the *Japanese* programme" is one named before.
            return True
        if not any(self.world.fits((c,), happenings) for c in anaphor.classes):
            return False
        told = [
            t
            for t in tree.kids(token, "amod", "compound", "nmod")
            if not phrase.is_measure(tree, t)
        ]
        dated = any(len(tree.words[t]) == _YEAR for t in tree.kids(token, "nummod"))
        return dated or any(tree.lower[t] not in self.world.vague for t in told)

    def year(self, token: int, anaphor: Anaphor) -> str:
        """Of which year a text or group says that it is: "the *2012* document"."""
        tree, happenings = self.tree, self.world.lexicon.happenings
        if tree.tags[token] not in ("NN", "NNP") or not anaphor.classes:
            return ""
        if any(self.world.fits((c,), happenings) for c in anaphor.classes):
            return ""
        told = (tree.words[t] for t in tree.kids(token, "nummod", "compound", "nmod", "amod"))
        return next((w for w in told if len(w) == _YEAR and w.isdigit()), "")

    def is_proper(self, token: int) -> bool:
        """Whether the noun ends a proper name: "the Climate Action *Program*"."""
        tree, scope = self.tree, self.world.scope
        if not token or tree.lower[token - 1] in scope:
            # "the *Federal* Government"
            return False
        if tree.tags[token] in PROPER and tree.tags[token - 1] in PROPER:
            return True
        before = [t for t in tree.kids(token, "compound") if t < token]
        # the tagger takes "the *secretary* general" for a name
        told = [t for t in before if tree.tags[t] in PROPER and not tree.words[t].islower()]
        return bool(told) and not (
            tree.tags[token] == "NNS" and all(self._names_place(t) for t in told)
        )

    def _names_place(self, token: int) -> bool:
        """Whether it only says where they are: "the four *Pacific* countries"."""
        name = self._site.names.covering.get(token)
        settings = self.world.lexicon.settings
        return name is not None and all(self.world.fits(s.types, settings) for s in name.senses)

    def is_described(self, token: int) -> bool:
        """Whether the noun says itself what it is: "the countries of the region"."""
        tree = self.tree
        of = any(tree.lower[p] in _DESCRIBING for p in tree.kids(token, "prep"))
        if tree.deps[token] == "dobj" and tree.lemmas[tree.heads[token]] in self.world.suspecting:
            # "accused the two *countries* of aggression"
            of = False
        # "the alliance Bayan"
        named = any(t == token + 1 and tree.tags[t] == "NNP" for t in tree.kids(token, "appos"))
        # "the pact, *which rests on trust*, …" is the one named before.
        apart = tree.words[token + 1 : token + 2] == [","]
        named = named or quoted.opening(tree, token) is not None
        return of or named or (tree.child(token, "relcl") is not None and not apart)
