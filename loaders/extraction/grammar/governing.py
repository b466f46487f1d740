"""What the words above a clause or noun do to it: "plan to", "talks on", "deny"."""

from __future__ import annotations

from collections.abc import Mapping

from graph.statements import Polarity, Status
from loaders.extraction.grammar.heading_for import HeadingFor
from loaders.extraction.parse.tags import PROPER, TENSED
from loaders.extraction.parse.tree import Tree, is_infinitive, is_to_be
from ontology.lexicon import Lexicon, Manner, Part

Said = tuple[int, list[Status]]
"""Denials, and statuses."""

_OF_VERBS = frozenset({"xcomp", "ccomp", "dobj", "prep", "nsubjpass", "acl", "attr"})
_RANKS = frozenset({"first", "second", "third", "fourth", "fifth", "latest", "last", "only"})
_AUXILIARY = frozenset({"be", "have", "go", "move", "invite"})
"""Verbs to which only an infinitive makes a plan or a duty."""
_ON = frozenset({"on", "over", "about", "for"})
_PAST = frozenset({"VBD", "VBN"})
_IN = ("under", "in", "on")
_ONE = frozenset({"one", "two", "some", "several"})


class Governing:
    """Answers for a word and what hangs on it."""

    def __init__(
        self, lexicon: Lexicon, by_part: Mapping[Part, Mapping[str, list[Manner]]]
    ) -> None:
        self._by_part = by_part
        self._pledging = lexicon.role("Pledging", Part.VERB)
        self._pledged = lexicon.role("Pledging", Part.ADJECTIVE)
        self._achieving = lexicon.role("Achieving", Part.VERB)
        self._furthering = lexicon.role("Furthering", Part.VERB)
        self._kept = lexicon.role("Kept")
        self._naming = lexicon.role("Naming", Part.VERB)
        self._purposes = lexicon.role("Purpose")
        self._purposed = lexicon.role("Purpose", Part.VERB)
        self._enabling = lexicon.role("Enabling", Part.NOUN)
        self._able = lexicon.role("Enabling", Part.ADJECTIVE)
        self._shying = lexicon.role("Shying", Part.ADJECTIVE)
        self._minded = lexicon.role("Minded", Part.ADJECTIVE)
        self._efforts = lexicon.role("Effort")
        self._taking = lexicon.role("Taking", Part.VERB)
        self._pending = lexicon.role("Pending")
        self._shown = lexicon.role("Shown", Part.VERB)
        self._heading = HeadingFor(lexicon, by_part)

    def of(self, tree: Tree, head: int, child: int) -> Said:
        """What the meaning of `head` does to `child`, which hangs on it."""
        denials, statuses = self._meant(tree, head, child)
        led = self._heading.of(tree, head, child)
        return (
            denials + sum(m.polarity == Polarity.DENIED for m in led),
            statuses
            + [Status(m.status) for m in led if m.status]
            + self._heading.coming(tree, head, child),
        )

    def is_on_the_way(self, tree: Tree, verb: int) -> bool:
        """Whether a verb says that one is on the way to what one will do."""
        return self._heading.is_on_the_way(tree, verb)

    def _meant(self, tree: Tree, head: int, child: int) -> Said:
        dep = self._as_governed(tree, head, child)
        if tree.is_verb(head) and dep in ("csubj", "nsubj"):
            return self._predicative(tree, head, child)
        if dep == "ccomp" and (how := self._judged(tree, head, child)) is not None:
            return how
        part = _part_of(tree, head, dep)
        if dep == "prep" and tree.lower[child] == "than":
            # "abstained rather *than* condemn": it did not condemn
            return 0, []
        if dep == "prep" and tree.is_verb(head) and _is_absolute(tree, child):
            # "discussed it *with a focus* on X": on X there is one
            return 0, []
        if part is None or (part is Part.VERB and dep == "prep" and child < head):
            # "In talks at X, they pressed Y": what comes first is not what they press for.
            return 0, []
        manners = self._by_part[part].get(tree.lemmas[_whole(tree, head)], [])
        if part is Part.VERB:
            manners = self._of_verb(tree, head, child, dep, manners)
        elif part is Part.NOUN:
            # With whom one has talks or plans is there.
            beside = dep == "prep" and tree.lower[child] == "with"
            manners = [] if beside or self._is_held(tree, head, child) else manners
            if tree.lemmas[head] in self._efforts and tree.lemmas[child] in self._achieving:
                return 0, [Status.PLANNED]
        else:
            if dep == "prep" and self._shies(tree, head, child):
                return 0, [Status.POSSIBLE]
            manners = self._of_adjective(tree, head, child, dep, manners)
        return (
            sum(m.polarity == Polarity.DENIED for m in manners),
            [Status(m.status) for m in manners if m.status],
        )

    def _shies(self, tree: Tree, adjective: int, preposition: int) -> bool:
        """ "X is *wary of provoking* Y": it may not."""
        doing = any(tree.tags[t] == "VBG" for t in tree.kids(preposition, "pcomp"))
        return doing and tree.lower[adjective] in self._shying

    def _of_adjective(
        self, tree: Tree, head: int, child: int, dep: str, manners: list[Manner]
    ) -> list[Manner]:
        if dep == "prep" and tree.lower[head] in self._pledged:
            # "Is committed to *building* X": it will; "to the treaty": it keeps it.
            return manners if tree.child(child, "pcomp") is not None else []
        if dep == "prep":
            # "X is essential to building Y" says that it does; "it is essential to build" does not.
            return [m for m in manners if m.status != Status.RECOMMENDED]
        if _is_past(tree, head) and tree.lower[head] in self._able:
            # "They were able to deploy": they did.
            return [m for m in manners if m.status != Status.POSSIBLE]
        if tree.deps[head] in ("amod", "acl", "relcl"):
            # "Forces necessary to deter X": there are.
            return [m for m in manners if m.status != Status.RECOMMENDED]
        return manners

    def _of_verb(
        self, tree: Tree, head: int, child: int, dep: str, manners: list[Manner]
    ) -> list[Manner]:
        # "call for X" wants it, "call X reckless" does not.
        lemma, link = tree.lemmas[head], tree.lower[child] if dep == "prep" else "to"
        if link in _ON:
            # "opened *talks* with X *on* a pact", where the parse hangs the pact on the verb
            manners = manners + self._talked(tree, head, child)
        if dep == "prep" or (dep == "xcomp" and not _is_ranked(tree, head)):
            more = self._by_part[Part.VERB].get(f"{lemma} {link}", [])
            led = self._is_led_to(tree, head, child, dep) and not self._is_called(tree, head, child)
            manners = manners + (more if led else [])
        if dep in ("dobj", "xcomp"):
            manners = self._of_particle(tree, head, manners)
        if dep == "ccomp" and lemma in self._naming and _is_small(tree, child):
            # "They consider X essential": it is, for them.
            return []
        if dep == "xcomp" and lemma in self._purposed and _is_beside(tree, head):
            # "a plan *meant* to counter X" does so.
            manners = [m for m in manners if m.status != Status.PLANNED]
        if dep == "ccomp" and _is_stated(tree, child):
            # "Announced that they are building X": the clause itself says how it is meant.
            manners = [m for m in manners if m.status != Status.PLANNED]
        return manners

    def _of_particle(self, tree: Tree, verb: int, manners: list[Manner]) -> list[Manner]:
        """ "*Set up* a pact": it is there, other than what they are *set* to do."""
        particle = tree.child(verb, "prt")
        if particle is None:
            return manners
        whole = self._by_part[Part.VERB].get(f"{tree.lemmas[verb]} {tree.lower[particle]}")
        return whole or [m for m in manners if m.status != Status.PLANNED]

    def _talked(self, tree: Tree, verb: int, preposition: int) -> list[Manner]:
        """What the object says of what follows it as well, "opened *talks* on a pact": a plan."""
        nouns = self._by_part[Part.NOUN]
        things = (t for t in tree.kids(verb, "dobj") if verb < t < preposition)
        said = [m for t in things for m in nouns.get(tree.lemmas[t], ())]
        return [m for m in said if m.status == Status.PLANNED]

    def _is_called(self, tree: Tree, verb: int, child: int) -> bool:
        """Whether "as" says what something is called: "dismissed X as *a* clique"."""
        if tree.lower[child] != "as" or tree.lemmas[verb] not in self._naming:
            return False
        kinds = (d for t in tree.kids(child, "pobj") for d in tree.kids(t, "det"))
        return any(tree.lower[d] in ("a", "an") for d in kinds)

    def _is_led_to(self, tree: Tree, verb: int, child: int, dep: str) -> bool:
        """Whether a verb says by its "to" that something is still to come."""
        lemma = tree.lemmas[verb]
        if lemma == "work" and dep == "xcomp":
            # "Are working to build X": they do, but "to complete the pact" is not done.
            return tree.lemmas[child] in self._achieving
        if lemma == "work" and tree.lower[child] == "on":
            # "Are working on a pact", but "on supply chains".
            kinds = [d for t in tree.kids(child, "pobj") for d in tree.kids(t, "det")]
            return any(tree.lower[d] in ("a", "an") for d in kinds)
        if lemma in self._pledging and dep == "prep":
            # "Is committed to the treaty": it keeps it.
            return not any(tree.tags[t] != "VBG" for t in tree.kids(child, "pobj"))
        if lemma in _AUXILIARY:
            # "From building X *to* taking on Y" is no plan, nor "having X cooperate", nor what
            # "the mission is to do".
            subject = tree.child(verb, "nsubj")
            purpose = subject is not None and tree.lemmas[subject] in self._purposes
            coming = is_infinitive(tree, child) or is_to_be(tree, child) or _was_to(tree, child)
            return dep == "xcomp" and coming and not purpose
        return True

    def _is_held(self, tree: Tree, noun: int, child: int) -> bool:
        """Whether a noun of intent or ability says what is so already: "its commitment to the
        treaty", "Plan *of* Action", "had the opportunity to meet X"."""
        if tree.tags[noun] in PROPER:
            return True
        if tree.deps[child] == "acl" and tree.tags[child] == "VBN":
            # "Talks *centred* on X" are so.
            return True
        lemma, verb = tree.lemmas[noun], tree.heads[noun]
        if lemma in self._kept:
            if tree.deps[noun] == "nsubjpass" and tree.lemmas[verb] in self._shown:
                # "Our commitment to deepening X is *marked* by Y": it is done.
                return True
            return tree.deps[child] == "prep" and tree.child(child, "pobj") is not None
        if lemma in self._purposes and tree.deps[noun] == "attr":
            # "It is a *way* to deter X."
            return True
        if lemma in self._enabling and _is_looked_to(tree, noun):
            return True
        if lemma not in self._enabling or tree.deps[noun] != "dobj":
            return False
        return tree.lemmas[verb] in self._furthering or (
            tree.lemmas[verb] in self._taking and tree.tags[verb] in _PAST
        )

    def _as_governed(self, tree: Tree, head: int, child: int) -> str:
        """The dependency of `child`, of which the parse at times makes a purpose: "committed to
        enhance X", "ruled out sending X", "called for X to do it"."""
        if tree.deps[child] != "advcl":
            return tree.deps[child]
        pledged = tree.tags[child] == "VB" and tree.lemmas[head] in self._pledging
        particle = head == child - 2 and tree.tags[child - 1] == "RP"
        asked = any(tree.lower[m] == "for" for m in tree.kids(child, "mark"))
        follows = tree.tags[child] == "VBG" and (child == head + 1 or particle)
        # "applied *to join* X"
        follows = follows or (child == head + 2 and is_infinitive(tree, child))
        return "xcomp" if pledged or asked or follows else "advcl"

    def _judged(self, tree: Tree, verb: int, clause: int) -> Said | None:
        """ "*It is unlikely that* X will": the adjective before the clause."""
        subject = tree.child(verb, "nsubj", "expl")
        told = [t for t in tree.kids(verb, "acomp", "oprd") if t < clause]
        if subject is None or tree.lower[subject] != "it" or not told:
            return None
        manners = [m for t in told for m in self._by_part[Part.ADJECTIVE].get(tree.lower[t], ())]
        statuses = [Status(m.status) for m in manners if m.status]
        if tree.lemmas[clause] == "be" and _is_stated(tree, clause):
            # Of what *is* so, only the worth is told: "it is important that X is a member".
            statuses = [s for s in statuses if s is not Status.RECOMMENDED]
        return sum(m.polarity == Polarity.DENIED for m in manners), statuses

    def _predicative(self, tree: Tree, verb: int, subject: int) -> Said:
        """ "Aligning X is crucial": the adjective above the subject; "*the* pact is crucial" says
        that there is one."""
        there = any(tree.lower[d] == "the" for d in tree.kids(subject, "det"))
        statuses = []
        for complement in tree.kids(verb, "acomp", "attr"):
            lower = tree.lower[complement]
            # "The alliance stands ready to do it": it is there.
            manners = [] if lower in self._minded else self._by_part[Part.ADJECTIVE].get(lower, [])
            statuses += [Status(m.status) for m in manners if m.status]
        if there and tree.is_noun(subject):
            statuses = [s for s in statuses if s is not Status.RECOMMENDED]
        return 0, statuses + self.pending(tree, subject)

    def pending(self, tree: Tree, subject: int) -> list[Status]:
        """ "A pact is *under negotiation*": it is not there."""
        if tree.deps[subject] != "nsubj":
            return []
        verb = tree.heads[subject]
        nouns = [t for t in tree.after(verb, _IN) if tree.lemmas[t] in self._pending]
        said = [m for t in nouns for m in self._by_part[Part.NOUN].get(tree.lemmas[t], ())]
        return [Status(m.status) for m in said if m.status] or [Status.PLANNED for _ in nouns]


def _is_looked_to(tree: Tree, noun: int) -> bool:
    """Whether it is certain to come: "looks *forward to* the opportunity to meet X"."""
    return any(tree.lower[t - 1 : t + 1] == ["forward", "to"] for t in tree.up(noun)[:4] if t)


def _whole(tree: Tree, noun: int) -> int:
    """What a word is one of: "one of the *contenders* to build X"."""
    several = tree.after(noun, ("of",)) if tree.lower[noun] in _ONE else []
    return several[0] if several else noun


def _is_absolute(tree: Tree, preposition: int) -> bool:
    """Whether it tells in what way something is done: "with *a focus* on X"."""
    if tree.lower[preposition] != "with":
        return False
    things = tree.kids(preposition, "pobj")
    return any(
        tree.tags[t] == "NN" and any(tree.lower[d] in ("a", "an") for d in tree.kids(t, "det"))
        for t in things
    )


def _part_of(tree: Tree, head: int, dep: str) -> Part | None:
    """The part of speech as which `head` governs what hangs on it so; None if it does not."""
    if tree.is_verb(head):
        return Part.VERB if dep in _OF_VERBS else None
    if tree.is_noun(head) or tree.lower[head] in _ONE:
        return Part.NOUN if dep in ("prep", "acl", "relcl") else None
    adjective = tree.tags[head].startswith("JJ") and dep in ("xcomp", "prep", "ccomp")
    return Part.ADJECTIVE if adjective else None


def _is_beside(tree: Tree, participle: int) -> bool:
    """Whether a participle says what something is, and heads no clause: "*meant* to do it"."""
    beside = tree.deps[participle] in ("acl", "advcl")
    return beside and tree.child(participle, "nsubj", "nsubjpass") is None


def _is_stated(tree: Tree, clause: int) -> bool:
    """Whether its verb says when: "that they *are* building", not "that it join"."""
    return any(tree.tags[t] in TENSED for t in (clause, *tree.kids(clause, "aux")))


def _is_small(tree: Tree, clause: int) -> bool:
    """Whether it is a clause without a verb: "X *essential* to Y"."""
    verbless = tree.tags[clause].startswith("JJ") or tree.is_noun(clause)
    return verbless and tree.child(clause, "aux", "mark", "cop") is None


def _is_past(tree: Tree, adjective: int) -> bool:
    """Whether a complement is said of the past: "was able", "have been able"."""
    verb = tree.heads[adjective]
    if tree.deps[adjective] != "acomp" or tree.tags[verb] not in _PAST:
        return False
    return not any(tree.tags[a] == "MD" for a in tree.kids(verb, "aux"))


def _is_ranked(tree: Tree, verb: int) -> bool:
    """ "X was the *first* state to do it": it has done it."""
    return any(is_ranked(tree, noun) for noun in tree.kids(verb, "attr"))


def is_ranked(tree: Tree, noun: int) -> bool:
    """ "The *first* pact to be signed by X": it was."""
    ranks = tree.kids(noun, "amod", "nummod")
    return any(tree.lower[m] in _RANKS or tree.tags[m] == "JJS" for m in ranks)


def _was_to(tree: Tree, verb: int) -> bool:
    """ "They were *to have met*"."""
    before = [tree.lower[a] for a in tree.kids(verb, "aux")]
    return tree.tags[verb] == "VBN" and before == ["to", "have"]
