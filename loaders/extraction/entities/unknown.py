"""Phrases that the ontology lacks, by their head noun or by what a cue makes of them."""

from __future__ import annotations

from collections.abc import Sequence

from graph.statements import EntityId
from loaders.extraction.entities import making
from loaders.extraction.entities.legations import is_legation
from loaders.extraction.entities.proper import ProperNames
from loaders.extraction.grammar import phrase
from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.knowledge.provisional import SURE, Provisional
from loaders.extraction.knowledge.site import Site
from loaders.extraction.knowledge.wanted import Wanted
from loaders.extraction.parse.tags import POINTED, PROPER
from loaders.extraction.phrases import complement, severed, wishes
from loaders.extraction.phrases.longer_names import extent
from loaders.extraction.phrases.tails import purpose_of, tail_of
from loaders.extraction.phrases.traits import is_anothers, told_after
from ontology.lexicon import Head

_MADE = 0.8
"""How sure it is that a cue makes something of words, against what their head makes of them."""

_NAMING = PROPER | {"HYPH", "POS"}
"""Tags of what may stand in a proper name before its noun."""
_POINTED = POINTED | {"these", "those"}
_SIDES = frozenset({"of", "between", "among", "with"})
_NO_BEGINNING = frozenset({"HYPH", "POS", "RB", "CC"})


class UnknownNames:
    """Makes provisional entities of phrases whose head or place in the sentence types them."""

    def __init__(self, site: Site, provisional: Provisional, proper: ProperNames) -> None:
        self.site = site
        self.tree, self.names, self.world = site.tree, site.names, site.world
        self._site, self._provisional, self._proper = site, provisional, proper

    def may_name(self, token: int) -> bool:
        """Whether the words at `token` may name something unknown, whatever is wanted."""
        tree, heads = self.tree, self.world.heads
        if tree.words[token][0].isupper() or tree.tags[token] in PROPER:
            return True
        if tree.lemmas[token] in heads or tree.lower[token] in heads:
            return True
        return token > 0 and tree.tags[token - 1] in _NAMING

    def read(self, token: int, wanted: Wanted) -> list[Filler]:
        """The provisional entity that the phrase of `token` names, if it fits."""
        if complement.is_in_phrase(self._site, token):
            return []
        found = self._proper.read(token, wanted) or self._wished(token, wanted)
        found = found or self.common(token, wanted)
        return [found] if found is not None else []

    def _wished(self, token: int, wanted: Wanted) -> Filler | None:
        """A state or place as it is wished to be: "a *free and prosperous Ukraine*", "keep the *sea
        open*"."""
        tree, world, name = self.tree, self.world, self.names.covering.get(token)
        if name is None or name.root != token or not wanted.fits(world.sought):
            return None
        settings = world.lexicon.settings + world.lexicon.polities
        if not any(world.fits(s.types, settings) for s in name.senses):
            return None
        words = wishes.called(tree, world, name)
        if words is None:
            return None
        return self._provisional.of(world.sought[0], words, token, name.end)

    def made(self, token: int, class_name: str) -> list[Filler]:
        """What the cue makes of the phrase of `token`, if that says enough."""
        tree = self.tree
        first, last = extent(self._site, token)
        if (
            tree.lemmas[token] in self.world.set_in
            and (end := complement.setting(self._site, token, token)) is not None
        ):
            name = phrase.name(tree, first, end)
            found = self._provisional.of(class_name, name, token, tree.ends[end])
            return [found._replace(sure=SURE * _MADE)] if found is not None else []
        if not making.may_be_made(tree, self.world, token, first):
            return []
        enough, needed = self._completed(class_name, first, token)
        if not enough and tree.lemmas[token] in self.world.needing:
            return []
        tail = needed or (tail_of(self._site, token, ("of",)) if first == last else None)
        last = last if tail is None else tail
        name = self._called(first, last, token)
        found = self._provisional.of(class_name, name, token, tree.ends[last])
        return [found._replace(sure=SURE * _MADE)] if found is not None else []

    def _heads(self, token: int) -> Sequence[Head]:
        """What the noun at `token` may head; nothing in "a great *deal* of milk"."""
        tree, heads = self.tree, self.world.heads
        if f"{tree.lower[token - 1]} {tree.lower[token]}" in self.world.fixed_phrases:
            return ()
        if is_legation(self._site, token):
            return ()
        return heads.get(tree.lemmas[token]) or heads.get(tree.lower[token]) or ()

    def common(self, token: int, wanted: Wanted) -> Filler | None:
        """A common noun phrase by its head: "digital authoritarianism"."""
        tree, world = self.tree, self.world
        for head in self._heads(token):
            if head.proper or not wanted.fits((head.class_name,)):
                continue
            opening = self._opens(token)
            if tree.tags[token] in PROPER and not (opening and head.alone):
                continue
            first, last = extent(self._site, token)
            if self._is_other(head.class_name, first, token) or is_anothers(self._site, token):
                continue
            if first and first == last and tree.lower[first - 1] in world.reciprocal:
                first -= 1
            bare = last == first and not head.alone and tree.lemmas[token] not in world.bonds
            tail = tail_of(self._site, token, ("of", "on", "for") if bare else ("of",))
            if tail is None and first == last and world.fits((head.class_name,), world.texts):
                tail = purpose_of(self._site, token)
            if not self._is_told(head, first, token, tail) or self._is_of_people(head, token, tail):
                continue
            enough, needed = self._completed(head.class_name, first, token)
            if not enough:
                continue
            tail = needed or tail
            last = last if tail is None else tail
            if not head.alone and self._is_proper(first, token):
                continue
            name = self._called(first, last, token)
            name = name.lower() if opening and first == last else name
            found = self._provisional.of(head.class_name, name, token, tree.ends[last])
            return self._recalled(found, head.class_name, first, last)
        return None if wanted.opened is None else self.opened(token, wanted.opened)

    def _is_of_people(self, head: Head, token: int, tail: int | None) -> bool:
        """Whether an event is only told by who is there, so that it has no name: "a meeting *of
        the leaders* of X and Y", "a meeting *of X* and Y"."""
        world = self.world
        if tail is None or self.tree.lower[token + 1] != "of":
            return False
        if not world.fits((head.class_name,), world.lexicon.happenings):
            return False
        name = self.names.covering.get(tail)
        polity = name is not None and world.polity.fits(name.senses[0].types)
        return polity or self.tree.lemmas[tail] in world.people

    def _recalled(
        self, found: Filler | None, class_name: str, first: int, last: int
    ) -> Filler | None:
        """An event by its usual name, whose it is first: "the summit of *NATO*" is the "NATO
        summit"."""
        tree, world, cast = self.tree, self.world, self.site.cast
        name = self.names.covering.get(last)
        whose = [s for s in name.senses if world.facts.is_group(s.iri)] if name else []
        if found is None or name is None or found.token + 1 >= name.first or not whose:
            return found
        of = tree.lower[found.token + 1] == "of" and not name.senses[0].is_class
        if not of or not world.fits((class_name,), world.lexicon.happenings):
            return found
        noun = phrase.name(tree, first, found.token)
        usual = f"{cast.label(EntityId(whose[0].iri))} {noun}"
        entity = cast.provisional(class_name, usual)
        if entity is None:
            return found
        start = tree.passage.span(found.start, found.end).start
        cast.mention(entity, usual, start)
        cast.mention(entity, cast.label(found.entity), start + 1)
        return found._replace(entity=entity)

    def opened(self, token: int, class_name: str) -> Filler | None:
        """A phrase of whatever head, where the cue says what it is: "attaches importance to
        *quiet waters*"."""
        tree = self.tree
        shouted = tree.words[token].isupper() and len(tree.words[token]) > 1
        if tree.tags[token] not in ("NN", "NNS") or shouted or self._is_hollow(token, class_name):
            return None
        first, last = extent(self._site, token)
        if self._is_other(class_name, first, token) or self._is_cut(token):
            return None
        named = [i for i in range(first, token) if self._is_actor(i)]
        first = max(named) + 1 if named else first
        first = self._whole(first, token)
        enough, needed = self._completed(class_name, first, token)
        if not enough:
            return None
        far = () if tree.lemmas[token] in self.world.bonds else ("in", "on", "to")
        tail = needed or tail_of(self._site, token, ("of", *far))
        single = first == token and tail is None
        if single and (tree.tags[token] == "NN") and tree.child(token, "det", "poss") is not None:
            return None
        if tree.child(token, "nummod") is not None or self._is_proper(first, token):
            return None
        last = last if tail is None else tail
        name = self._called(first, last, token)
        return self._provisional.of(class_name, name, token, tree.ends[last])

    def phrase(self, token: int, class_name: str) -> Filler | None:
        """The phrase of a common noun as what it stands among, if no name is in it."""
        tree = self.tree
        first, last = phrase.extent(tree, token, self.world.vague)
        named = any(t in self.names.covering and self._is_actor(t) for t in range(first, last + 1))
        if named or complement.is_in_phrase(self._site, token) or self._is_proper(first, token):
            return None
        enough, needed = self._completed(class_name, first, token)
        if not enough:
            return None
        tail = needed or (tail_of(self._site, token, ("of",)) if first == last else None)
        last = last if tail is None else tail
        name = self._called(first, last, token)
        return self._provisional.of(class_name, name, token, tree.ends[last])

    def _is_other(self, class_name: str, first: int, token: int) -> bool:
        """Whether it is a part of another phrase, or an event: "the *Sea Lion* exercise"."""
        named = self.names.within(first, token) if class_name in self.world.sought else []
        event = any(self.world.happening.fits(s.types) for name in named for s in name.senses)
        event = event or self._is_done(class_name, token)
        event = event or self._is_feared(class_name, first, token)
        event = event or self._is_sided(class_name, first, token)
        return event or severed.is_severed(self._site, token, first)

    def _is_done(self, class_name: str, token: int) -> bool:
        """Whether it is what several do, and no event: "whose *ships sail* together", "committed
        to political *dialogue*"."""
        tree, world = self.tree, self.world
        if not world.fits((class_name,), world.lexicon.happenings):
            return False
        if tree.deps[token] == "appos" and self.names.has_root(tree.heads[token]):
            # "Sea Lion, the largest *exercise* of its kind": no other one
            return True
        before = tree.tags[token - 1] == "NNS" and tree.heads[token - 1] == token
        uncounted = tree.lemmas[token] in world.uncounted and tree.tags[token] == "NN"
        mere = uncounted and tree.child(token, "det", "poss") is None
        return not tree.is_noun(token) or (before and tree.tags[token] == "NN") or mere

    def _is_sided(self, class_name: str, first: int, token: int) -> bool:
        """Whether an event is only said to be of so many, so that those tell it: "the *bilateral*
        meeting"."""
        told = self.tree.lower[first:token]
        met = self.world.fits((class_name,), self.world.lexicon.encounters)
        theirs = met and bool(self.tree.after(token, _SIDES))
        return theirs and bool(told) and self.world.sided.issuperset(told)

    def _is_feared(self, class_name: str, first: int, token: int) -> bool:
        """Whether an adjective makes it a threat and no event: "*dangerous* manoeuvres"."""
        world, told = self.world, self.tree.lower[first:token]
        if not world.fits((class_name,), world.lexicon.happenings):
            return False
        heads = world.heads.get(self.tree.lemmas[token], ())
        issues = [h for h in heads if world.fits((h.class_name,), world.issues)]
        feared = [h for h in issues if not world.fits((h.class_name,), world.sought)]
        return any(not h.adjectives.isdisjoint(told) for h in feared)

    def _completed(self, class_name: str, first: int, token: int) -> complement.Told:
        """Whether what is sought or feared is told enough, and where what completes it ends."""
        if not self.world.fits((class_name,), self.world.issues):
            return complement.Told(True)
        return complement.told(self._site, token, first)

    def _called(self, first: int, last: int, token: int) -> str:
        """What the words from `first` to `last` are called, with what completes the list in which
        a bare noun stands: "the *reach* and scope *of the fund*"."""
        name = phrase.name(self.tree, first, last)
        bare = first == last == token
        tail = told_after(self._site, token) if bare else None
        return name if tail is None else f"{name} {tail}"

    def _whole(self, first: int, token: int) -> int:
        """Where the phrase begins, with what is coordinated with its modifiers: "*maritime* and
        air domain awareness"."""
        tree = self.tree
        lowest = min(tree.kids(token, "amod", "nmod", "compound"), default=first)
        joined = "and" in tree.lower[lowest:first] and "," not in tree.lower[lowest:first]
        if lowest < first and joined and not self._is_actor(lowest):
            return lowest
        cut = first < token and tree.tags[first] in _NO_BEGINNING
        return first + (cut and tree.words[first + 1] != "-")

    def _is_cut(self, token: int) -> bool:
        """Whether the noun that it belongs to follows at once: "space and *hybrid* threats"."""
        tree, after = self.tree, token + 1
        return after in tree.up(token) and tree.is_noun(after) and tree.tags[after] != "NNP"

    def _is_hollow(self, token: int, class_name: str) -> bool:
        """Whether the noun names nothing sought or worked on, or something of another class."""
        tree, world = self.tree, self.world
        lemma = tree.lemmas[token]
        fits = world.fits
        known = [s for name in self.names.by_root.get(token, ()) for s in name.senses]
        if known and all(s.common and not fits(s.types, (class_name,)) for s in known):
            return True
        if lemma in world.hollow or lemma in world.generics or lemma in world.containers:
            return True
        if lemma in world.people or lemma in world.offices or lemma in world.anaphors:
            return True
        others = (h for h in world.heads.get(lemma, ()) if h.class_name != class_name)
        kind = any(not h.proper and not h.adjectives for h in others)
        return kind and tree.child(token, "compound", "amod") is None

    def _is_actor(self, token: int) -> bool:
        name = self.names.covering.get(token)
        return name is not None and self.world.may_act(name.senses)

    def _opens(self, token: int) -> bool:
        """Whether it is the capitalised word that opens its sentence: "*Localisation* needs"."""
        tree = self.tree
        first = tree.sentences[tree.sentence[token]][0]
        return token == first and tree.words[token].istitle() and len(tree.words[token]) > 3

    def _is_proper(self, first: int, token: int) -> bool:
        """Whether the phrase begins with a proper name that the ontology does not know."""
        unknown = all(i not in self.names.covering for i in range(first, token))
        return unknown and first < token and self.tree.tags[first] == "NNP"

    def _is_told(self, head: Head, first: int, token: int, tail: int | None) -> bool:
        """Whether enough stands around a noun to tell which of its kind it is."""
        if first == token and not head.adjectives:
            # "builds *howitzers*": of things many, of what is sought or feared also one.
            issue = self.world.fits((head.class_name,), self.world.issues)
            pointed = any(self.tree.lower[d] in _POINTED for d in self.tree.kids(token, "det"))
            # "*The* ships" are certain ones.
            many = self.tree.tags[token] == "NNS" and not pointed
            return (head.alone and (issue or many)) or tail is not None
        if first == token and tail is not None:
            return self.world.fits((head.class_name,), self.world.texts)
        return not head.adjectives or not head.adjectives.isdisjoint(self.tree.lower[first:token])
