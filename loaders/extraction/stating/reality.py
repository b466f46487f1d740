"""How real it is what a trigger says of two ends: denied or not, planned or there."""

from __future__ import annotations

from graph.statements import Polarity, Status
from loaders.extraction.grammar.manner import Manners
from loaders.extraction.knowledge.events import EventResolver
from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.knowledge.world import World
from loaders.extraction.parse.tags import PROPER
from loaders.extraction.parse.tree import Tree
from loaders.extraction.stating.awaited import Awaited
from loaders.extraction.text.passage import Governance
from ontology.lexicon import Cue, Part

_WANTED = frozenset({Status.PLANNED, Status.RECOMMENDED})
_ASKED = frozenset({Status.POSSIBLE, Status.RECOMMENDED})
_SIMPLE = frozenset({"VBP", "VBZ", "VBD"})
_WHITHER = frozenset({"to", "at", "from"})
_OPENING = frozenset({Governance.LABEL, Governance.HEADING})


class Reality:
    """Answers by the words around a trigger, the cue, and when its events were."""

    def __init__(self, world: World, manners: Manners, events: EventResolver) -> None:
        self._world, self._manners, self._events = world, manners, events
        self._awaited = Awaited(world.lexicon)
        self._stances = world.lexicon.role("Stance", Part.VERB)
        self._tree: Tree | None = None
        self._known: dict[tuple[int, bool, bool], tuple[Polarity, Status]] = {}
        """How words of the tree that was asked of last are meant."""

    def of(
        self, tree: Tree, trigger: int, cue: Cue | None, subject: Filler, target: Filler
    ) -> tuple[Polarity, Status] | None:
        """The polarity and status; None where nothing is said at all."""
        world = self._world
        setting = world.fits(subject.types, world.lexicon.happenings)
        anchor = _anchor(tree, trigger, subject if setting else None, target)
        held = cue is not None and cue.predicate in world.lexicon.attitudes
        polarity, status = self._manner(tree, anchor, held, cue is not None and cue.fallback)
        status = self._manners.introduced(status, _introductions(tree, trigger))
        if cue is not None:
            if _is_silent(cue, polarity) or self._is_stance(tree, trigger, cue, subject, target):
                return None
            supposed = (
                cue.status == Status.ACTUAL
                and cue.predicate not in world.lexicon.faced
                and self._manners.supposes(tree, trigger)
            )
            concluded = cue.status == Status.PLANNED and _is_concluded(tree, trigger, world)
            if not supposed and not concluded:
                polarity, status = _by_cue(cue, polarity, status)
            if cue.polarity == Polarity.DENIED and _is_nothing(tree, trigger, subject):
                # "*No* growth without security": growth needs it.
                polarity = Polarity.AFFIRMED
            undone = (
                _is_undone(tree, trigger, target, world)
                or _is_none(tree, trigger, target)
                or _is_apart(tree, target)
            )
            if cue.polarity is None and undone:
                denied = polarity is Polarity.DENIED
                polarity = Polarity.AFFIRMED if denied else Polarity.DENIED
        if _is_listed(cue, subject, world) or _is_where(tree, trigger, subject, target, world):
            polarity, status = Polarity.AFFIRMED, Status.ACTUAL
        if cue is not None and self._is_there(cue, status, subject, target):
            return polarity, Status.ACTUAL
        if status is Status.ACTUAL and self._is_ahead(tree, subject, target):
            # Told before the event, or before the agreement was there.
            status = Status.PLANNED
        return polarity, status

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

    def _is_stance(
        self, tree: Tree, trigger: int, cue: Cue, subject: Filler, target: Filler
    ) -> bool:
        """Whether a verb says what somebody holds, and not what he does: "we *support* the rule of
        law"; "steps *to support* it" are work."""
        world = self._world
        if tree.lemmas[trigger] not in self._stances or cue.part is not Part.VERB:
            return False
        simple = tree.tags[trigger] in _SIMPLE and tree.child(trigger, "aux") is None
        if not simple or cue.predicate in world.lexicon.attitudes:
            return False
        return world.fits(subject.types, world.actors) and world.fits(target.types, world.sought)

    def _is_there(self, cue: Cue, status: Status, subject: Filler, target: Filler) -> bool:
        """Whether it is so, whatever the clause plans."""
        if status in _WANTED and cue.predicate in self._world.lexicon.faced:
            # "Will counter the cyberattacks": they are there.
            return True
        if status is Status.PLANNED and cue.predicate in self._world.lexicon.attitudes:
            # "Pledged to uphold the law": what is planned is valued already.
            return True
        # "Discussed the *alliance* with X": there is one.
        return status is not Status.ACTUAL and self._is_known(cue, subject, target)

    def _is_known(self, cue: Cue, subject: Filler, target: Filler) -> bool:
        """Whether a noun names what reference facts say there is."""
        said, ends = self._world.facts.is_stated, (subject.entity, target.entity)
        polities = self._world.lexicon.polities
        if not all(self._world.fits(end.types, polities) for end in (subject, target)):
            # Who is to join, and what is negotiated, is still to come.
            return False
        known = said(ends[0], cue.predicate, ends[1]) or said(ends[1], cue.predicate, ends[0])
        return known and cue.part is Part.NOUN and not cue.status

    def _is_ahead(self, tree: Tree, subject: Filler, target: Filler) -> bool:
        """Whether one end was not there yet."""
        ends = (subject.entity, target.entity)
        happenings = self._world.lexicon.happenings
        return (
            any(map(self._events.calendar.is_ahead, ends))
            or self._events.is_awaited(tree, target)
            or any(
                self._world.fits(end.types, happenings) and self._awaited.is_so(tree, end)
                for end in (subject, target)
            )
        )


def _is_silent(cue: Cue, polarity: Polarity) -> bool:
    """Whether nothing is said at all: by a fallback that is denied, or by a cue that counts only
    where it is ("does *not want* the pact") and is not."""
    denied = polarity is Polarity.DENIED
    return (cue.fallback and denied) or (cue.denied and not denied)


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


def _is_listed(cue: Cue | None, text: Filler, world: World) -> bool:
    """Whether a text has it in its list: it covers it, whatever is to be done about it."""
    return cue is None and world.fits(text.types, world.texts)


def _is_where(tree: Tree, trigger: int, event: Filler, place: Filler, world: World) -> bool:
    """Whether a phrase only says where a certain event is, whatever is said of that: "stayed
    away from *the* meeting in X"."""
    if tree.is_verb(trigger) or not world.fits(place.types, world.lexicon.settings):
        return False
    if event.token >= len(tree.words):
        return False
    if not world.fits(event.types, world.lexicon.happenings):
        # "NATO Headquarters in X", "will send officers to a command in X"
        told = tree.child(event.token, "det", "amod", "nummod") is None
        if tree.deps[event.token] == "pobj" and tree.lower[tree.heads[event.token]] in _WHITHER:
            return tree.heads[trigger] == event.token
        return told and tree.heads[trigger] == event.token and tree.tags[event.token] in PROPER
    definite = any(tree.lower[d] in ("the", "this") for d in tree.kids(event.token, "det"))
    return definite or tree.child(event.token, "poss") is not None


def _is_concluded(tree: Tree, trigger: int, world: World) -> bool:
    """Whether what goes on is brought to its end: "concluded *talks* on X"."""
    return tree.deps[trigger] == "dobj" and tree.lemmas[tree.heads[trigger]] in world.concluding


def _is_undone(tree: Tree, trigger: int, target: Filler, world: World) -> bool:
    """Whether a text or event is given up, or the way to it: "tore up the *pact*", "cancelled his
    *trip* to the summit"."""
    if not world.fits(target.types, (*world.texts, *world.lexicon.happenings)):
        return False
    happens = tree.is_noun(trigger) and tree.lemmas[trigger] in world.happening_heads
    given_up = happens and _is_given_up(tree, trigger, world)
    return given_up or (target.token < len(tree.words) and _is_given_up(tree, target.token, world))


def _is_given_up(tree: Tree, token: int, world: World) -> bool:
    noun = tree.first_conjunct(token)
    dep, verb = tree.deps[noun], tree.heads[noun]
    said = [
        tree.lemmas[verb],
        *(f"{tree.lemmas[verb]} {tree.lower[p]}" for p in tree.kids(verb, "prt", "advmod", "prep")),
    ]
    if dep == "nsubj":
        return not world.lapsing.isdisjoint(said)
    return dep in ("dobj", "nsubjpass") and not world.undoing.isdisjoint(said)


def _is_none(tree: Tree, trigger: int, target: Filler) -> bool:
    """Whether a verb has no such object: "has *no* strategy"."""
    if not tree.is_verb(trigger) or target.token not in tree.kids(trigger, "dobj"):
        return False
    return any(tree.lower[d] == "no" for d in tree.kids(target.token, "det"))


def _is_apart(tree: Tree, target: Filler) -> bool:
    """Whether a preposition to it is denied: "a member of the G7 *not in* the Union"."""
    if target.token >= len(tree.words):
        return False
    before = tree.heads[tree.first_conjunct(target.token)]
    denied = tree.tags[before] == "IN" and tree.child(before, "neg") is not None
    return denied and tree.lower[before - 1] == "not"


def _is_nothing(tree: Tree, trigger: int, subject: Filler) -> bool:
    """Whether a preposition is said of nothing: "*no* peace without justice"."""
    if tree.tags[trigger] != "IN" or subject.token >= len(tree.words):
        return False
    return any(tree.lower[d] == "no" for d in tree.kids(subject.token, "det"))


def _anchor(tree: Tree, trigger: int, event: Filler | None, target: Filler) -> int:
    """The word whose manner counts: "the talks *will focus* on X" is the verb's, not the noun's;
    of "talks in X" it is the event's."""
    head = tree.heads[trigger]
    if event is not None and head == event.token and tree.tags[trigger] == "IN":
        return head
    if tree.deps[trigger] == "nsubj" and tree.is_verb(head) and target.token > head:
        return head
    return trigger
