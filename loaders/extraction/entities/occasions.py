"""Events without a name or a description: "talks in Geneva", "the drill", told by where they are
and who is there."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence

from graph.statements import EntityId
from loaders.extraction.entities.callings import callings, is_told
from loaders.extraction.entities.legations import is_legation
from loaders.extraction.grammar import passive, phrase
from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.knowledge.site import Site
from loaders.extraction.knowledge.wanted import Wanted
from loaders.extraction.names.names import TokenName
from loaders.extraction.phrases.exemplars import outermost
from ontology.lexicon import Head

_SURE, _ACTING = 0.75, 0.6
"""How sure the event of those is whose it is, or of who only acts in its clause."""
_MOST = 6
_PAIR, _SEVERAL = 2, 3
_WITH = ("with",)
_BETWEEN = frozenset({"between", "among", "with", "of"})
_BOTH = (["between"], ["among"], ["with"])
_ABOUT = frozenset({"on", "over", "about"})
_OUTSIDE = frozenset({"off", "over"})
"""Prepositions of places beside those after which a capital is one."""

_NONE = frozenset({"such", "any", "every", "no", "other"})
"""What makes a noun any event of the kind."""

Each = Callable[[Sequence[int], Wanted], list[Filler]]


class Occasions:
    """Reads bare nouns of events. `each` reads tokens with what is coordinated, `owners` names
    whose a noun is."""

    def __init__(self, site: Site, each: Each, owners: Callable[[int], list[Filler]]) -> None:
        self._site, self._each, self._owners = site, each, owners
        self.tree, self.world, self.names = site.tree, site.world, site.names

    def read(self, token: int, wanted: Wanted) -> list[Filler]:
        """The event that `token` is, named for its place or else for those who are there."""
        class_name = self._class(token, wanted)
        if class_name is None:
            return []
        cast, tree = self._site.cast, self.tree
        own = self._own(token)
        there = own or self._actors(self._acting(token))
        if not own and len(there) == 1 and self._is_pointed(token):
            # "X joined *the drills*": those were told before, and X alone tells nothing.
            there = {}
        if known := self._known(token, set(there)):
            return [known]
        if self._is_tour(token) or self._is_by_turns(token, own):
            return []
        if len(own) < _PAIR and self._first(token) < token and self._is_sided(token):
            # "the *trilateral* meeting" was told before.
            return []
        names = self._names(token, class_name, there.values())
        entity = cast.provisional(class_name, names[0]) if names else None
        if entity is None:
            return []
        if len(own) > 1:
            cast.told[entity] = frozenset(own)
        start, end = tree.starts[token], tree.ends[token]
        for at, name in enumerate(names, tree.passage.span(start, end).start):
            cast.mention(entity, name, at)
        sure = _SURE if own or names[0][0].islower() else _ACTING
        return [Filler(entity, (class_name,), token, start, end, sure=sure)]

    def _names(self, token: int, class_name: str, there: Collection[Filler]) -> list[str]:
        """What the event is called, the usual first: for its place, where not two are told."""
        place, noun = self._placed(token), self.tree.lower[token]
        if place and len(there) < 2:
            return [place, *(f"{group} {noun}" for group in self._group(there))]
        # "the mission" is an operation only where it is said where.
        many = self._is_adjective_bound(token) or len(there) > _MOST
        told = is_told(self._site, class_name, there) or (there and self._is_convened(token))
        if many or not told:
            return []
        kind = self._kind(token, class_name)
        names = [f"{name} {kind}" for name in callings(self._site, there)]
        names += [f"{kind} of {group}" for group in self._group(there)]
        return [*names, place] if place else names

    def _is_convened(self, token: int) -> bool:
        """ "X *invited* them *to a summit*", "will *host* one": it is X's, who is not alone."""
        tree, above = self.tree, self.tree.heads[token]
        if tree.deps[token] == "pobj" and tree.lower[above] == "to":
            above = tree.heads[above]
        elif tree.deps[token] != "dobj":
            return False
        return tree.lemmas[above] in self.world.convening

    def _class(self, token: int, wanted: Wanted) -> str | None:
        """The class of events that the noun heads, if nothing else says which it is."""
        tree = self.tree
        if not self._heads(token):
            return None
        if any(tree.lower[c] in _NONE for c in tree.kids(token, "det", "predet", "amod")):
            return None
        if tree.tags[token] == "NN" and tree.child(token, "det", "poss") is None:
            # "dialogue with partners" is no event.
            return None
        if self._is_bargaining(token) or self._is_named(token) or is_legation(self._site, token):
            return None
        name = self.names.covering.get(token)
        if tree.tags[token] not in ("NN", "NNS") or (name and name.first != name.last):
            return None
        for class_name in self.classes(token, wanted):
            first = self._first(token)
            return class_name if first == token or self._is_owned(first, token) else None
        return None

    def _first(self, token: int) -> int:
        return phrase.extent(self.tree, token, self.world.vague)[0]

    def _is_sided(self, token: int) -> bool:
        """Whether an adjective says how many it is of: "the *trilateral* meeting of A, B and C"."""
        before = range(self._first(token), token)
        return any(self.tree.lower[t] in self.world.sided for t in before)

    def _is_named(self, token: int) -> bool:
        """Whether what stands before it names it: "Sea Lion, the *drill* off Lima"."""
        tree = self.tree
        return tree.deps[token] == "appos" and self.names.has_root(tree.heads[token])

    def heads(self, token: int) -> bool:
        """Whether `token` heads an event, named or not."""
        return bool(self._heads(token))

    def classes(self, token: int, wanted: Wanted) -> list[str]:
        """The classes of events that fit and that the noun heads."""
        return [h.class_name for h in self._heads(token) if wanted.fits((h.class_name,))]

    def _heads(self, token: int) -> list[Head]:
        known = self.world.happening_heads
        tree = self.tree
        told = f"{tree.lower[token - 1]} {tree.lower[token]}"
        if self.world.is_post(phrase.named_for(tree, token)) or told in self.world.fixed_phrases:
            return []
        return known.get(tree.lower[token]) or known.get(tree.lemmas[token]) or []

    def _is_adjective_bound(self, token: int) -> bool:
        return all(h.adjectives for h in self._heads(token))

    def _is_bargaining(self, token: int) -> bool:
        """Whether it is about an agreement, which says more: "talks on a *treaty*"."""
        tree, verb = self.tree, self.tree.heads[token]
        hosts = (token, verb) if tree.deps[token] == "dobj" else (token,)
        about = [p for h in hosts for p in tree.kids(h, "prep") if tree.lower[p] in _ABOUT]
        inner = [t for p in about for t in tree.kids(p, "pobj")]
        stranded = any(tree.child(p, "pobj", "pcomp") is None for p in about)
        return stranded or any(tree.lemmas[t] in self.world.paired_heads for t in inner)

    def _is_owned(self, first: int, token: int) -> bool:
        """Whether only actors' names stand before the noun, and how many they are."""
        tree = self.tree
        return all(
            t in self.names.covering or tree.tags[t] == "HYPH" or tree.lower[t] in self.world.sided
            for t in range(first, token)
        )

    def _known(self, token: int, there: set[EntityId]) -> Filler | None:
        """The dated event at the place that is told, of those who are there."""
        if self.tree.deps[token] != "dobj" or not there:
            return None
        fits, settings = self.world.fits, self.world.lexicon.settings
        senses = (
            {s.iri for s in name.senses if not s.is_class and fits(s.types, settings)}
            for _, name in self._places(token)
        )
        places = [place for place in senses if place]
        return self._site.events.gathered(self._site, token, there, places, self.world.happening)

    def _is_tour(self, token: int) -> bool:
        """Whether they are several, each at a place of its own: "*visits to* A, B and C"."""
        if self.tree.tags[token] != "NNS":
            return False
        places = {t for p, _ in self._places(token) for t in self.tree.kids(p, "pobj")}
        return any(len(self.tree.conjuncts(t)) > 1 for t in places)

    def _is_pointed(self, token: int) -> bool:
        return any(self.tree.lower[d] == "the" for d in self.tree.kids(token, "det"))

    def _group(self, there: Collection[Filler]) -> list[str]:
        """The one group whose event it is, by name."""
        facts, label = self.world.facts, self._site.cast.label
        return [label(f.entity) for f in there if facts.is_group(f.entity) and len(there) == 1]

    def _is_by_turns(self, token: int, own: Collection[EntityId]) -> bool:
        """Whether one has them with each of several: "held talks *with the leaders of A, B, C*"."""
        tree = self.tree
        beside = self._actors([t for h in (token, tree.heads[token]) for t in tree.after(h, _WITH)])
        held = set(own) - set(beside)
        group = any(self.world.facts.is_group(one) for one in held)
        return len(beside) >= _SEVERAL and len(held) < 2 and not group

    def _placed(self, token: int) -> str:
        for preposition, name in self._places(token):
            place = self.tree.passage.text[name.start : name.end]
            return f"{self.tree.lower[token]} {self.tree.lower[preposition]} {place}"
        return ""

    def _places(self, token: int) -> Iterator[tuple[int, TokenName]]:
        """The places that are told, after which prepositions."""
        tree = self.tree
        verb = tree.heads[token]
        # "The talks are *to take place* in X"
        inner_verbs = tree.kids(verb, "xcomp") if tree.deps[token] == "nsubj" else []
        held = [c for c in tree.kids(token, "acl") if tree.tags[c] == "VBN"]
        hosts = [token, *held, *([verb, *inner_verbs] if tree.is_verb(verb) else [])]
        for preposition in (p for host in hosts for p in tree.kids(host, "prep")):
            if preposition < token or not self._is_local(token, preposition):
                continue
            for inner in tree.kids(preposition, "pobj"):
                for name in self.names.at(inner)[:1]:
                    if self._is_place(name):
                        yield preposition, name

    def _is_local(self, token: int, preposition: int) -> bool:
        """Whether what it leads to is where the event is: "talks *in* X", "a visit *to* X"."""
        lower = self.tree.lower[preposition]
        if lower == "to":
            return self.tree.heads[preposition] == token
        return lower in self.world.locative or lower in _OUTSIDE

    def _is_place(self, name: TokenName) -> bool:
        """Whether a name is a place's, or one that is no grouping's or person's."""
        return any(
            not s.is_class and self.world.fits(s.types, self.world.lexicon.settings)
            for s in name.senses
        )

    def _kind(self, token: int, class_name: str) -> str:
        """The noun, or its class where a verb tells the same: "held talks" is "met"."""
        tree = self.tree
        act = f"{tree.lemmas[tree.heads[token]]} {tree.lemmas[token]}"
        told = tree.deps[token] == "dobj" and act in self.world.told_acts
        return self.world.ontology.classes[class_name].label if told else tree.lower[token]

    def _own(self, token: int) -> dict[EntityId, Filler]:
        """Whose the noun is, with whom it is, and who holds it with those."""
        tree = self.tree
        among = [p for p in tree.kids(token, "prep") if tree.lower[p] in _BETWEEN]
        if tree.deps[token] == "dobj" and tree.lower[token + 1 : token + 2] in _BOTH:
            # "opened talks *among X and Y*", which the parse hangs on the verb
            among += [p for p in tree.kids(tree.heads[token], "prep") if p == token + 1]
        inner = [t for p in among for t in tree.kids(p, "pobj")]
        # "drills staged by X and Y"
        told = [c for c in tree.kids(token, "acl") if tree.tags[c] in ("VBN", "VBD")]
        agents = [t for c in told for t in passive.agents(tree, c)]
        inner += agents if any(len(tree.conjuncts(t)) > 1 for t in agents) else []
        found = {f.entity: f for f in self._owners(token)}
        beside = self._actors(inner)
        if beside and not found and all(tree.lower[p] == "with" for p in among):
            found = self._actors(self._acting(token))
        hosts = [t for c in told if tree.lemmas[c] in self.world.hosting for t in agents]
        return (found | beside) or self._actors(hosts)

    def _actors(self, tokens: Sequence[int]) -> dict[EntityId, Filler]:
        named = outermost(self.tree, self.world, self._each(tokens, self.world.actor))
        return {f.entity: f for f in named if not f.is_class}

    def _acting(self, token: int) -> list[int]:
        """The subjects of the verb that the noun belongs to."""
        tree, grammar = self.tree, self._site.grammar
        verb = next((t for t in tree.up(token) if tree.is_verb(t)), None)
        if verb is None:
            return []
        noun = tree.first_conjunct(token)
        found = [t for t in grammar.subjects(tree, verb) if t != noun]
        if not found and tree.deps[noun] == "nsubj":
            # "the drill brought together X and Y"
            found = grammar.objects(tree, verb)
        return found
