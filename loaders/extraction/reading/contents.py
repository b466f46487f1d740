"""What a noun stands for by what it holds, is, or is called: "the issue of X", "upholding X"."""

from __future__ import annotations

from collections.abc import Iterable

from loaders.extraction.entities.occasions import Occasions
from loaders.extraction.entities.proper import ProperNames
from loaders.extraction.entities.unknown import UnknownNames
from loaders.extraction.grammar import phrase
from loaders.extraction.grammar.objects import aims, betters
from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.knowledge.proposals import objects_of
from loaders.extraction.knowledge.provisional import Provisional
from loaders.extraction.knowledge.reading import Reading
from loaders.extraction.knowledge.site import Site
from loaders.extraction.knowledge.wanted import Wanted
from loaders.extraction.parse.tags import PROPER
from loaders.extraction.phrases.kinds import name_before, names_of
from loaders.extraction.phrases.lists import Lists
from loaders.extraction.reading.countered import countered
from loaders.extraction.reading.owners import Owners

_HELD = frozenset({"of", "in", "for", "on", "to"})
_ENDANGERED = frozenset({"for", "on", "to"})
_BESIDE = frozenset({"off", "near", "around", "over", "outside"})
"""Prepositions after what is a place by another: "the waters *off* Dakar"."""


class Contents:
    """Answers for nouns and gerunds of one tree."""

    def __init__(
        self,
        site: Site,
        reading: Reading,
        lists: Lists,
        owners: Owners,
        occasions: Occasions,
        unknown: UnknownNames,
        proper: ProperNames,
        provisional: Provisional,
    ) -> None:
        self._site, self._reading = site, reading
        self._lists, self._owners = lists, owners
        self._occasions, self._unknown = occasions, unknown
        self._proper, self._provisional = proper, provisional
        self.tree, self.names, self.world = site.tree, site.names, site.world
        self.grammar, self.cast = site.grammar, site.cast
        self._edges = self.world.lexicon.role("Edge")
        self._names: dict[int, tuple[tuple[str, ...], list[int]]] = {}

    def examples(self, token: int, wanted: Wanted, depth: int) -> list[Filler]:
        """ "Issues such as X and Y": X and Y."""
        if self.tree.lemmas[token] not in self.world.generics:
            return []
        given = self._lists.exemplars(token)
        found = [f for t in given for f in self._reading.each(t, wanted, depth)]
        if found:
            listed = [other for t in given for other in self._lists.coordinated(t)]
            found += countered(self._site, listed, wanted, token)
        return found

    def is_one_of(self, token: int) -> bool:
        """ "X is one of the *fields* that …"."""
        tree, of = self.tree, self.tree.heads[token]
        return tree.deps[token] == "pobj" and tree.lower[of - 1 : of + 1] == ["one", "of"]

    def identified(self, token: int, wanted: Wanted, depth: int) -> list[Filler]:
        """ "X is an agreement that…", "X, the annual drill": X."""
        tree = self.tree
        head = tree.heads[token]
        if tree.deps[token] == "appos" and (
            self.names.at(head) or (tree.tags[head] in PROPER and tree.tags[token] == "NN")
        ):
            if tree.lemmas[token] in self.world.collectives:
                # "X and Y, a *grouping* known as Z"
                return self._reading.each(tree.first_conjunct(head), wanted, depth)
            if tree.tags[token] == "NNS":
                # "X and Y, two *powers* that…"
                return self._reading.each(head, wanted, depth)
            return self._reading.read(tree.heads[token], wanted, depth + 1)
        if self.is_one_of(token):
            token = tree.heads[token] - 1
        if origin := self.begun(token):
            found = (f for t in origin for f in self._reading.read(t, wanted, depth + 1))
            return [f._replace(token=token) for f in found]
        if tree.deps[token] != "attr" or tree.lemmas[tree.heads[token]] != "be":
            return []
        verb = tree.heads[token]
        if tree.deps[verb] == "ccomp" and tree.told(tree.heads[verb]) == verb:
            # "What worries *X* is the army": X is none.
            return []
        told = tree.kids(verb, "nsubj")
        subjects = [t for t in told if self.names.at(t) or tree.tags[t] == "NNP"]
        read = self._reading.each if tree.tags[token] == "NNS" else self._reading.read
        return [f for t in subjects for f in read(t, wanted, depth + 1)]

    def begun(self, token: int) -> list[int]:
        """ "*X* began as a drill of two": X, which is one."""
        tree, above = self.tree, self.tree.heads[token]
        verb = tree.heads[above]
        if tree.deps[token] != "pobj" or tree.lower[above] != "as":
            return []
        if tree.lemmas[verb] not in self.world.originating:
            return []
        return [t for t in tree.kids(verb, "nsubj") if self.names.at(t)]

    def contained(self, token: int, wanted: Wanted, depth: int) -> list[Filler]:
        """ "The issue of X", "X projects": X."""
        tree = self.tree
        if tree.lemmas[token] not in self.world.containers:
            # "Will build *40* of the jets"; some of several states are none of them
            of = tree.after(token, ("of",))
            inner = [f for t in of for f in self._reading.each(t, wanted, depth)]
            return [f for f in inner if not self.world.actor.fits(f.types)]
        if inner := self._held(token, wanted, depth):
            if tree.lemmas[token] in self._edges:
                # "met on the *sidelines* of the G7": at its summit.
                return [f for f in inner if self.world.happening.fits(f.types)]
            return inner
        planned = objects_of(tree, token, self.world)
        inner = [f for t in planned for f in self._reading.each(t, wanted, depth)]
        inner = inner or self._led_by(token, wanted)
        if not inner and wanted.fits(self.world.lexicon.happenings[:1]):
            # "the summit, *whose* first edition was in X", but not "*its* weapons"
            owners = self.grammar.possessors(tree, token)
            if tree.lemmas[token] not in self._edges:
                owners = [t for t in owners if tree.tags[t] != "PRP$"]
            inner = self._reading.fillers(owners, self.world.happening)
        if inner or token in self.names.by_root:
            # "security challenges" has a name of its own, and is not security.
            return inner
        for child in tree.kids(token, "compound", "amod", "nmod"):
            if tree.is_noun(child) and tree.tags[child] not in PROPER:
                common = self._unknown.common(child, wanted)
                if common is not None:
                    return [common]
        return []

    def _led_by(self, token: int, wanted: Wanted) -> list[Filler]:
        """What is named before the noun; whose name is part of a text's, "the *G7* Principles on
        X", is not meant by it."""
        found = self._owners.before(token, wanted)
        if self.tree.tags[token] != "NNPS":
            return found
        return [f for f in found if not self.world.actor.fits(f.types)]

    def bound(self, token: int, wanted: Wanted, depth: int) -> list[Filler]:
        """ "Alarmed at the *ties* between X and Y", "X's *cooperation* with Z", "X–Z *ties*": those
        who are feared for it, where what is feared may be one of them."""
        if wanted.fits(self.world.sought) or not wanted.fits(self.world.feared):
            return []
        tied = self._owners.tied(token)
        found = [f for t in tied for f in self._reading.each(t, wanted, depth)]
        if not self.grammar.possessors(self.tree, token):
            found += self._owners.before(token, wanted)
        return found

    def _held(self, token: int, wanted: Wanted, depth: int) -> list[Filler]:
        """What the first preposition with anything fitting leads to."""
        tree = self.tree
        led = _HELD | _BESIDE if wanted.fits(self.world.lexicon.settings) else _HELD
        # "threats *to X*": what is endangered is no threat.
        led = led - _ENDANGERED if tree.lemmas[token] in self.world.perils else led
        for preposition in tree.kids(token, "prep"):
            if tree.lower[preposition] not in led:
                continue
            tokens = tree.kids(preposition, "pobj", "pcomp")
            inner = [f for t in tokens for f in self._reading.each(t, wanted, depth)]
            if inner or (tokens and tree.lower[preposition] == "of"):
                # "the use of force *in X*" is none of X.
                return inner
        return []

    def coming(self, token: int, wanted: Wanted, depth: int) -> list[Filler]:
        """ "The opening in Y *of X*", "the creation of what would be *X*": X."""
        tree, after = self.tree, self.grammar.prepositions
        if wanted.fits(self.world.sought):
            # "welcomed the adoption of the *Security and Defence Partnership*": no security.
            return []
        own = tree.kids(token, "prep")
        places = [
            t for p in own if tree.lower[p] in self.world.locative for t in tree.kids(p, "pobj")
        ]
        own += [p for t in places if tree.tags[t] in PROPER for p in tree.kids(t, "prep")]
        of = [p for p in own if tree.lower[p] == "of"]
        inner = [t for p in of for t in after.complements(tree, p)]
        return [f for t in inner for f in self._reading.each(t, wanted, depth)]

    def purposes(self, verbs: Iterable[int], wanted: Wanted) -> list[Filler]:
        """What infinitives say is sought: "to *fight piracy*", "to strengthen *X*"."""
        return [f for verb in verbs for f in self.gerund(verb, wanted, 1)]

    def fought(self, feared: Filler) -> Filler | None:
        """The work against what is feared, as a field of work: "talks on *piracy*"."""
        known = self.world.work_against.get(feared.entity)
        if known is None:
            name = self.cast.label(feared.entity)
            return self._provisional.of(self.world.sought[0], name, feared.token, feared.end)
        start = self.tree.passage.span(feared.start, feared.end).start
        self.cast.mention(known, self.tree.passage.text[feared.start : feared.end], start)
        return feared._replace(entity=known, types=self.world.ontology.entities[known].types)

    def gerund(self, token: int, wanted: Wanted, depth: int) -> list[Filler]:
        """ "Countering X" as a field of work, "upholding X" as X."""
        tree, lemma = self.tree, self.tree.lemmas[token]
        if lemma in self.world.working:
            return self.purposes(aims(tree, token), wanted)
        objects = self.grammar.objects(tree, token)
        if not objects:
            return []
        head = self.world.gerunds.get(lemma)
        if head is not None and wanted.fits((head.class_name,)):
            made = []
            for t in objects:
                for inner in self._reading.each(t, self.world.want(head.object_classes), depth):
                    verb = phrase.gerund(tree.lower[token], tree.tags[token])
                    name = f"{verb} {self.cast.label(inner.entity)}"
                    made.append(self._provisional.of(head.class_name, name, token, inner.end))
            return [f for f in made if f is not None]
        if lemma in self.world.furthering or betters(tree, token, objects):
            return [f for t in objects for f in self._reading.each(t, wanted, depth)]
        return []

    def called(self, token: int, wanted: Wanted, depth: int) -> list[Filler]:
        """ "The US-led *Talisman Sabre* exercise", "the exercise, dubbed *Kakadu*": what the name
        beside the noun names, if it is of the noun's kind."""
        if token not in self._names:
            self._names[token] = self._names_beside(token)
        kinds, roots = self._names[token]
        for root in roots:
            fitting = [
                f for f in self._reading.read(root, wanted) if self.world.fits(f.types, kinds)
            ]
            if fitting:
                return [f._replace(token=token) for f in fitting]
        return self._dubbed(token, wanted)

    def _names_beside(self, token: int) -> tuple[tuple[str, ...], list[int]]:
        """The kinds of a noun, and the tokens beside it that may name one of them."""
        tree = self.tree
        fits, issues = self.world.fits, self.world.issues
        classes = [h.class_name for h in self.world.heads.get(tree.lemmas[token], ())]
        # "drone production" is something else than drones.
        kinds = tuple(c for c in classes if not fits((c,), issues))
        if not kinds:
            return kinds, []
        before, after = self.names.covering.get(token - 1), self.names.covering.get(token + 1)
        roots = [before.root] if before and tree.heads[before.root] == token else []
        if not roots and (far := name_before(self._site, token)):
            roots = [far.root]
        roots += [after.root] if after and after.first == token + 1 else []
        # "a new missile, the *Hwasong-18*"
        apposed = [t for t in tree.kids(token, "appos") if t > token and self.names.has_root(t)]
        single = tree.tags[token] == "NN" and tree.child(token, "det", "poss") is not None
        roots += apposed[:1] if single and len(apposed) == 1 else []
        return kinds, roots + self.grammar.bearing.called(tree, token)

    def _named(self, token: int, wanted: Wanted) -> list[Filler]:
        """What a thing is called in apposition: "a new missile, the *Hwasong-18*"."""
        tree = self.tree
        if tree.tags[token] != "NN":
            return []
        kinds = [h.class_name for h in self.world.heads.get(tree.lemmas[token], ())]
        fitting = [
            k for k in kinds if wanted.fits((k,)) and not self.world.fits((k,), self.world.issues)
        ]
        for named in tree.kids(token, "appos") if fitting else ():
            first = min(tree.subtree(named))
            apart = first > token and tree.words[first - 1] == ","
            if apart and tree.tags[named] == "NNP" and named not in self.names.covering:
                found = self._proper.titled(fitting[0], named)
                return [found._replace(token=token)] if found is not None else []
        return []

    def _dubbed(self, token: int, wanted: Wanted) -> list[Filler]:
        """ "The exercise, dubbed *Sea Lion*", "a new missile, the *Hwasong-18*": what the event or
        thing is called."""
        if not self._occasions.heads(token):
            return self._named(token, wanted)
        return [
            found._replace(token=token)
            for t in names_of(self._site, token)
            if self.tree.tags[t] == "NNP" and t not in self.names.covering
            for class_name in self._occasions.classes(token, wanted)
            if (found := self._proper.titled(class_name, t)) is not None
        ]
