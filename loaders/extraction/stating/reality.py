"""How real it is what a trigger says of two ends: denied or not, planned or there."""

from __future__ import annotations

from graph.statements import Polarity, Status
from loaders.extraction.grammar import clauses
from loaders.extraction.grammar.able import is_able
from loaders.extraction.grammar.manner import Manners
from loaders.extraction.grammar.urged import is_urged, urging_noun, urging_verb
from loaders.extraction.knowledge.events import EventResolver
from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.knowledge.world import World
from loaders.extraction.parse.tree import Tree
from loaders.extraction.stating.awaited import Awaited
from loaders.extraction.stating.belonging import Belonging
from loaders.extraction.stating.beside import (
    is_apart,
    is_neither,
    is_no,
    is_none,
    is_nothing,
    is_undone,
    is_where,
    is_within,
)
from loaders.extraction.stating.powerless import Powerless
from loaders.extraction.text.passage import Governance
from ontology.lexicon import Cue, Part, Slot

_WANTED = frozenset({Status.PLANNED, Status.RECOMMENDED})
_ASKED = frozenset({Status.POSSIBLE, Status.RECOMMENDED})
_SIMPLE = frozenset({"VBP", "VBZ", "VBD"})
_CLAUSAL = frozenset({Part.VERB, Part.ADJECTIVE})
_DUE = frozenset({"should", "must", "ought"})
_MAYBE = frozenset({"may", "might", "could"})
_SAID = frozenset({"conj", "relcl"})
_ASKING = frozenset({Slot.ASKER, Slot.DISSUADER})
_ANOTHER = frozenset({"a", "an", "any", "another"})
_OPENING = frozenset({Governance.LABEL, Governance.HEADING})


class Reality:
    """Answers by the words around a trigger, the cue, and when its events were."""

    def __init__(self, world: World, manners: Manners, events: EventResolver) -> None:
        self._world, self._manners, self._events = world, manners, events
        self._awaited = Awaited(world.lexicon)
        self._belonging = Belonging(world, events)
        self._powerless = Powerless(world)
        self._stances = world.lexicon.role("Stance", Part.VERB)
        self._stakes = world.lexicon.role("Stake", Part.NOUN)
        self._incapable = world.lexicon.role("Incapable", Part.ADJECTIVE)
        self._abiding = world.lexicon.role("Abiding", Part.VERB)
        self._tree: Tree | None = None
        self._known: dict[tuple[int, bool, bool], tuple[Polarity, Status]] = {}
        """How words of the tree that was asked of last are meant."""

    def of(
        self, tree: Tree, trigger: int, cue: Cue | None, subject: Filler, target: Filler
    ) -> tuple[Polarity, Status] | None:
        """The polarity and status; None where nothing is said at all."""
        world = self._world
        setting = world.fits(subject.types, world.lexicon.happenings)
        anchor = self._urging(tree, trigger, cue)
        if anchor is None:
            anchor = _anchor(tree, trigger, subject if setting else None, target)
        held = cue is not None and cue.predicate in world.lexicon.attitudes
        polarity, status = self._manner(tree, anchor, held, cue is not None and cue.fallback)
        status = self._manners.introduced(status, _introductions(tree, trigger))
        if cue is not None:
            if self._is_silent(tree, trigger, cue, polarity, subject):
                return None
            if self._is_stance(tree, trigger, cue, subject, target):
                return None
            if cue.vouched or is_within(tree, trigger, cue):
                return Polarity.AFFIRMED, Status.ACTUAL
            polarity, status = self._as_cued(tree, trigger, cue, (polarity, status))
            polarity = self._turned(tree, trigger, cue, (subject, target), polarity)
        if _is_listed(cue, subject, world) or is_where(tree, trigger, subject, target, world):
            polarity, status = Polarity.AFFIRMED, Status.ACTUAL
        status = self._as_able(tree, trigger, cue, status)
        if cue is not None and self._is_there(tree, trigger, cue, status, subject, target):
            if polarity is Polarity.DENIED and status is Status.RECOMMENDED:
                # "Asked X not to threaten Y": it may.
                return Polarity.AFFIRMED, Status.POSSIBLE
            return polarity, Status.ACTUAL
        if status is Status.ACTUAL and self._is_ahead(tree, trigger, subject, target):
            # Told before the event, or before the agreement was there.
            status = Status.PLANNED
        return polarity, status

    def repeated(
        self, tree: Tree, verb: int, said: tuple[Polarity, Status]
    ) -> tuple[Polarity, Status]:
        """What was `said`, where a clause says it of another as well: "Y is *expected to
        follow*"."""
        below = tree.kids(verb, "xcomp")
        status = self._manner(tree, below[0] if below else verb, False, False)[1]
        return (said[0], status) if said[1] is Status.ACTUAL else said

    def _is_due(self, tree: Tree, trigger: int, cue: Cue) -> bool:
        """Whether others say that somebody should value it: "*members should* stress X"; not "we
        must uphold X"."""
        subject = tree.child(trigger, "nsubj")
        if subject is None or cue.predicate not in self._world.lexicon.attitudes:
            return False
        due = any(tree.lower[a] in _DUE for a in tree.kids(trigger, "aux"))
        return due and tree.tags[subject] != "PRP" and tree.heads[trigger] == trigger

    def _as_able(self, tree: Tree, trigger: int, cue: Cue | None, status: Status) -> Status:
        """The status, where who can do it does: "only X and Y *can make* it"."""
        if status is not Status.POSSIBLE or cue is None:
            return status
        if cue.predicate not in self._world.lexicon.abilities or not is_able(tree, trigger):
            return status
        said = tree.heads[trigger] == trigger or tree.deps[trigger] in _SAID
        # "This is because only X *can make* it."
        said = said or clauses.gives_reason(tree, trigger)
        return Status.ACTUAL if said and tree.child(trigger, "neg", "advcl") is None else status

    def _turned(
        self, tree: Tree, trigger: int, cue: Cue, ends: tuple[Filler, Filler], polarity: Polarity
    ) -> Polarity:
        """The polarity, after what stands beside an end: there is none, or it is given up."""
        if cue.polarity == Polarity.DENIED and is_nothing(tree, trigger, ends[0]):
            # "*No* growth without security": growth needs it.
            return Polarity.AFFIRMED
        undone = (
            is_undone(tree, trigger, ends[1], self._world)
            or is_none(tree, trigger, ends[1])
            or any(is_apart(tree, end) for end in ends)
            or is_neither(tree, ends[1])
            or self._belonging.is_over(tree, trigger, cue)
        )
        if cue.polarity is None and undone and _ASKING.isdisjoint(cue.subject.slots):
            return Polarity.AFFIRMED if polarity is Polarity.DENIED else Polarity.DENIED
        return polarity

    def _urging(self, tree: Tree, trigger: int, cue: Cue | None) -> int | None:
        """The verb of asking whose manner counts: "*pressed* Y not to sign"."""
        if cue is None or _ASKING.isdisjoint(cue.subject.slots):
            return None
        verb = urging_verb(tree, trigger, self._world.urging)
        return verb if verb is not None else urging_noun(tree, trigger, self._world.urged)

    def _as_cued(
        self, tree: Tree, trigger: int, cue: Cue, said: tuple[Polarity, Status]
    ) -> tuple[Polarity, Status]:
        """What the cue makes of what is said, if its trigger is there or is not yet done."""
        supposed = (
            cue.status == Status.ACTUAL
            and cue.predicate not in self._world.lexicon.faced
            and self._manners.supposes(tree, trigger)
        )
        concluded = cue.status == Status.PLANNED and _is_concluded(tree, trigger, self._world)
        if self._powerless.is_faced_still(tree, trigger, cue):
            said = (Polarity.AFFIRMED, said[1])
        abides = tree.lemmas[trigger] in self._abiding and said[0] is Polarity.AFFIRMED
        if cue.polarity == Polarity.DENIED and abides and said[1] in _ASKED:
            # "If X *stays* out of Y": it is out.
            return Polarity.DENIED, Status.ACTUAL
        said = said if supposed or concluded else _by_cue(cue, *said)
        if cue.denied and not any(tree.lower[a] in _MAYBE for a in tree.kids(trigger, "aux")):
            # "Would never accept X": that is what it thinks now.
            said = (said[0], Status.ACTUAL)
        if cue.status == Status.ACTUAL and self._is_due(tree, trigger, cue):
            return said[0], Status.RECOMMENDED
        # "*Whether* they value X is unclear": nobody says that they do.
        open_ = cue.status == Status.ACTUAL and cue.part in _CLAUSAL
        open_ = open_ and clauses.is_asked_for(tree, trigger)
        return (said[0], Status.POSSIBLE) if open_ else said

    def _manner(self, tree: Tree, anchor: int, held: bool, acting: bool) -> tuple[Polarity, Status]:
        """What the words around `anchor` make of it, found once for each tree."""
        if tree is not self._tree:
            self._tree, self._known = tree, {}
        key = anchor, held, acting
        known = self._known.get(key)
        if known is None:
            known = self._manners.of(tree, anchor, held=held, acting=acting)
            self._known[key] = known
        return known

    def _is_silent(
        self, tree: Tree, trigger: int, cue: Cue, polarity: Polarity, subject: Filler
    ) -> bool:
        """Whether nothing is said at all: by a fallback that is denied, by a cue that counts only
        where it is ("does *not want* the pact") and is not, of the fears of those who do not
        speak ("*refused to condemn* the attack"), or of where others cannot act ("cannot sustain
        operations *in* X")."""
        valued = cue.fallback and cue.predicate in self._world.lexicon.attitudes
        if valued and is_urged(tree, trigger, self._world.urging):
            # "Urged X to return to *dialogue*": X does not value it yet.
            return True
        if polarity is not Polarity.DENIED:
            return cue.denied
        if cue.denied and tree.lemmas[tree.heads[trigger]] in self._incapable:
            return True
        if cue.part is Part.PREPOSITION and subject.token < len(tree.words):
            happening = self._world.fits(subject.types, self._world.lexicon.happenings)
            told = tree.deps[subject.token] in ("dobj", "pobj")
            return happening and told and not is_no(tree, subject.token)
        unspoken = tree.lemmas[trigger] in self._world.deploring
        return cue.fallback or (unspoken and cue.predicate in self._world.lexicon.faced)

    def _is_stance(
        self, tree: Tree, trigger: int, cue: Cue, subject: Filler, target: Filler
    ) -> bool:
        """Whether a verb says what somebody holds, and not what he does: "we *support* the rule of
        law"; "steps *to support* it" are work. So it is with an "interest in *protecting* X"."""
        world = self._world
        if cue.part is not Part.VERB or cue.predicate in world.lexicon.attitudes:
            return False
        simple = tree.tags[trigger] in _SIMPLE and tree.child(trigger, "aux") is None
        held = simple and tree.lemmas[trigger] in self._stances
        if not held and not self._is_wished(tree, trigger):
            return False
        return world.fits(subject.types, world.actors) and world.fits(target.types, world.sought)

    def _is_wished(self, tree: Tree, verb: int) -> bool:
        """Whether a gerund says in what somebody has an interest: "a stake in *keeping* X"."""
        verb = tree.first_conjunct(verb)
        led = tree.heads[verb]
        return tree.deps[verb] == "pcomp" and tree.lemmas[tree.heads[led]] in self._stakes

    def _is_there(
        self, tree: Tree, trigger: int, cue: Cue, status: Status, subject: Filler, target: Filler
    ) -> bool:
        """Whether it is so, whatever the clause plans."""
        if status in _WANTED and cue.predicate in self._world.lexicon.faced:
            # "Will counter the cyberattacks": they are there.
            return True
        if status is Status.PLANNED and cue.predicate in self._world.lexicon.attitudes:
            # "Pledged to uphold the law": what is planned is valued already.
            return True
        if cue.status == Status.PLANNED and self._belonging.has_joined(cue, subject, target):
            return True
        if status is Status.ACTUAL:
            return False
        if self._belonging.is_bound(cue, subject, target):
            return True
        # "Discussed the *alliance* with X": there is one; "*a further* attack" is another.
        another = any(tree.lower[d] in _ANOTHER for d in tree.kids(trigger, "det"))
        return not another and self._is_known(cue, subject, target)

    def _is_to_come(self, tree: Tree, trigger: int) -> bool:
        """Whether the clause says that it is to be, or that one is on the way to it."""
        later = self._awaited.is_done_later(tree, trigger)
        return later or self._manners.is_on_the_way(tree, trigger)

    def _is_known(self, cue: Cue, subject: Filler, target: Filler) -> bool:
        """Whether a noun names what reference facts say there is."""
        said, ends = self._world.facts.is_stated, (subject.entity, target.entity)
        polities = self._world.lexicon.polities
        if not all(self._world.fits(end.types, polities) for end in (subject, target)):
            # Who is to join, and what is negotiated, is still to come.
            return False
        known = said(ends[0], cue.predicate, ends[1]) or said(ends[1], cue.predicate, ends[0])
        return known and cue.part is Part.NOUN and not cue.status

    def _is_ahead(self, tree: Tree, trigger: int, subject: Filler, target: Filler) -> bool:
        """Whether one end was not there yet."""
        ends = (subject.entity, target.entity)
        happenings = self._world.lexicon.happenings
        events = [e for e in (subject, target) if self._world.fits(e.types, happenings)]
        return (
            any(map(self._events.calendar.is_ahead, ends))
            or self._events.is_awaited(tree, target)
            or any(self._awaited.is_so(tree, event) for event in events)
            or (bool(events) and self._is_to_come(tree, trigger))
        )


def _by_cue(cue: Cue, polarity: Polarity, status: Status) -> tuple[Polarity, Status]:
    """What the words around a trigger and the cue itself make of a claim."""
    if cue.denied:
        polarity = Polarity.AFFIRMED
    if cue.polarity == Polarity.DENIED:
        denied = polarity is Polarity.DENIED
        polarity = Polarity.AFFIRMED if denied else Polarity.DENIED
    if cue.status == Status.ACTUAL or (cue.status and status is Status.ACTUAL):
        status = Status(cue.status)
    if cue.polarity == Polarity.DENIED and status in _ASKED:
        # "Urged X to withdraw from Y", "may withdraw": it is there.
        return Polarity.AFFIRMED, Status.ACTUAL
    return polarity, status


def _introductions(tree: Tree, trigger: int) -> list[str]:
    """The labels above an item that is only a fragment: it goes on with what they began."""
    if tree.child(tree.root(trigger), "nsubj", "nsubjpass", "expl") is not None:
        return []
    return [g.text for g in tree.passage.governors if g.offsets and g.kind in _OPENING]


def _is_listed(cue: Cue | None, whole: Filler, world: World) -> bool:
    """Whether a text or event has it in its list: it covers it, whatever is to be done about it."""
    if cue is not None:
        return False
    return world.fits(whole.types, world.texts) or world.fits(whole.types, world.lexicon.happenings)


def _is_concluded(tree: Tree, trigger: int, world: World) -> bool:
    """Whether what goes on is brought to its end: "concluded *talks* on X"."""
    return tree.deps[trigger] == "dobj" and tree.lemmas[tree.heads[trigger]] in world.concluding


def _anchor(tree: Tree, trigger: int, event: Filler | None, target: Filler) -> int:
    """The word whose manner counts: "the talks *will focus* on X" is the verb's, not the noun's;
    of "talks in X" it is the event's."""
    head = tree.heads[trigger]
    if event is not None and head == event.token and tree.tags[trigger] == "IN":
        return head
    if tree.deps[trigger] == "nsubj" and tree.is_verb(head) and target.token > head:
        return head
    modal = any(tree.tags[a] == "MD" for a in tree.kids(head, "aux"))
    if tree.deps[trigger] == "nsubjpass" and modal and target.token > head:
        # "a brigade *will be based* in X"; "projects are envisaged in X" says that of the projects.
        return head
    return trigger
