"""Slots of those whom a trigger tells together: parties, those who meet, the topic's actors."""

from __future__ import annotations

from graph.statements import EntityId
from loaders.extraction.cues.barriers import CLAUSAL
from loaders.extraction.cues.trigger import Trigger
from loaders.extraction.grammar.clauses import is_meanwhile
from loaders.extraction.grammar.passive import agents
from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.knowledge.wanted import Wanted
from loaders.extraction.parse.tags import FINITE, PROPER
from loaders.extraction.parse.tree import Tree, is_infinitive
from loaders.extraction.setting.attendees import present
from loaders.extraction.setting.encounters import encounter, gathering

_AUSPICES = frozenset({"under", "at", "on", "by", "through"})
_ATTENDING = frozenset({"for", "at", "during"})
_SET_IN = frozenset(
    {"after", "before", "during", "following", "in", "at", "for", "with", "of", "to"}
)
"""Prepositions before talks that somebody has: "flew to X *for* talks with Y"."""
_BESIDE = 8
"""Words from a preposition of a place to what one is there for."""
_WHITHER = frozenset({"to", "into", "toward", "towards", "for", "through", "off", "back"})
_JUST, _SENT = 1, 2
"""Sentences back that what is discussed, or somebody is sent to, was spoken of."""
_ABOUT = 4
"""Likewise of those who sit and speak."""
_BARE = frozenset({"det", "nummod", "predet", "amod"})
_FEW = 4
"""Parties of an agreement that is theirs alone."""
_OWNING = frozenset({"of", "between", "with", "among", "by", "from"})


def topic(at: Trigger, wanted: Wanted) -> list[Filler]:
    if at.tree.is_noun(at.token) and _is_anothers(at):
        return []
    if at.context.is_shared():
        return at.context.together(wanted, reach=12) or at.context.topic(wanted)
    return at.context.topic(wanted)


def _is_anothers(at: Trigger) -> bool:
    """Whether the noun names somebody else's: "non-*EU* members"."""
    covering = at.reader.names.covering
    before = at.tree.kids(at.token, "amod", "compound", "nmod")
    return any(at.reader.world.may_act(covering[t].senses) for t in before if t in covering) or any(
        at.tree.lower[t].startswith("non-") for t in before
    )


def impersonal(at: Trigger, wanted: Wanted) -> list[Filler]:
    """Who does what a clause says of a noun that is nobody's: "Cooperation is growing in X"."""
    first = at.clause_noun()
    if _is_somebodys(at, first):
        return []
    context = at.context
    if not _is_subject(at.tree, first):
        return context.labelled(first, wanted)
    return (
        context.together(wanted, reach=2)
        or context.pair(wanted)
        or context.between(wanted)
        or context.under(wanted)
    )


def _is_subject(tree: Tree, noun: int) -> bool:
    """Whether a clause is about the noun, also one turned round: "Envisaged is *work* on X"."""
    if tree.deps[noun] == "attr":
        above = tree.heads[noun]
        return above < noun and all(
            tree.child(verb, "nsubj", "nsubjpass", "expl") is None
            for verb in (above, tree.heads[above])
        )
    return tree.deps[noun] in ("nsubj", "nsubjpass")


def parties(at: Trigger, wanted: Wanted) -> list[Filler]:
    if _is_somebodys(at, at.clause_noun()):
        return []
    met = at.context.together(wanted, reach=2)
    return met if met and not _are_others(at, {f.entity for f in met}) else []


def _are_others(at: Trigger, met: set[EntityId]) -> bool:
    """Whether the sentence has named somebody else before: "the pacts that *X* has cover work on
    Y" is no work of those who met before."""
    start, _ = at.tree.sentences[at.tree.sentence[at.token]]
    polities, fits = at.reader.world.lexicon.polities, at.reader.world.fits
    return any(
        fits(sense.types, polities) and not sense.weak and sense.iri not in met
        for name in at.reader.names.hanging(start, at.token)
        for sense in name.senses[:1]
    )


def _is_somebodys(at: Trigger, first: int) -> bool:
    """Whether the trigger, or the noun that stands for it, says itself whose it is."""
    tree, reader, actors = at.tree, at.reader, at.reader.world.actor
    if agents(tree, tree.heads[first]) or reader.owners.before(first, actors):
        return True
    owners = [t for noun in {first, at.token} for t in tree.after(noun, _OWNING)]
    return tree.child(first, "poss") is not None or bool(reader.fillers(owners, actors))


def occasion(at: Trigger, wanted: Wanted) -> list[Filler]:
    reader, tree = at.reader, at.tree
    above = tree.heads[at.token]
    if tree.is_verb(at.token):
        return _met_to(at, above, wanted) or _when(at, wanted)
    if met := _when(at, wanted):
        return met
    verb = tree.heads[above]
    if tree.lower[above] not in _AUSPICES or not tree.is_verb(verb):
        return []
    tokens = [*at.grammar.objects(tree, verb), *at.grammar.subjects(tree, verb)]
    tokens += [t for p in tree.kids(verb, "prep") for t in tree.kids(p, "pobj")]
    told = reader.fillers([t for t in tokens if t != at.token], wanted)
    return told or encounter(reader, verb, wanted)


def _when(at: Trigger, wanted: Wanted) -> list[Filler]:
    """ "X will top the agenda *when A and B meet*": their meeting."""
    reader, tree = at.reader, at.tree
    verb = next((t for t in tree.up(at.token) if tree.is_verb(t)), at.token)
    dates = [t for p in tree.kids(verb, "prep") for t in tree.kids(p, "pobj")]
    for clause in (*tree.kids(verb, "advcl"), *(c for t in dates for c in tree.kids(t, "relcl"))):
        if clause > at.token and is_meanwhile(tree, clause):
            held = reader.fillers(at.grammar.objects(tree, clause), reader.world.happening)
            if met := held or encounter(reader, clause, wanted):
                return met
    return []


def _met_to(at: Trigger, verb: int, wanted: Wanted) -> list[Filler]:
    """ "*Met* in X *to discuss* Y", "held *talks* to discuss Y": the meeting."""
    reader, tree = at.reader, at.tree
    if tree.tags[at.token] in FINITE:
        return at.context.spoken(wanted, reach=_JUST) if _are_those_met(at) else []
    if tree.tags[at.token] != "VB" or tree.deps[at.token] not in ("advcl", "xcomp", "acl"):
        return []
    held = reader.fillers(at.grammar.objects(tree, verb), wanted) if tree.is_verb(verb) else []
    told = held or reader.fillers(tree.after(verb, _ATTENDING), wanted)
    # Who works, or adapts, to address X meets nobody.
    meets = tree.lemmas[verb] in reader.world.meeting
    return told or (encounter(reader, verb, wanted) if meets else [])


def _are_those_met(at: Trigger) -> bool:
    """Whether they are only called what they were said to be before: "*they* discussed X", "*the
    ministers* reviewed X"."""
    reader, tree = at.reader, at.tree
    subjects = at.grammar.subjects(tree, at.token)
    if len(subjects) != 1:
        return False
    (subject,) = subjects
    if tree.lower[subject] == "they":
        return True
    many = tree.tags[subject] == "NNS" and tree.lemmas[subject] in reader.world.party
    own = {tree.deps[t] for t in tree.children[subject]}
    return many and own <= _BARE


def attended(at: Trigger, wanted: Wanted) -> list[Filler]:
    """The event that a preposition beside the trigger's names: "in X *at the summit*"."""
    reader, tree, trigger = at.reader, at.tree, at.token
    places = tree.kids(trigger, "pobj")
    hosts = [tree.heads[trigger], *places]
    beside = [
        p
        for host in hosts
        for p in tree.kids(host, "prep")
        if trigger < p <= trigger + _BESIDE and tree.lower[p] in _ATTENDING
    ]
    if not places or (tree.lower[trigger] == "in" and not tree.is_verb(hosts[0])):
        beside = [p for p in beside if tree.heads[p] in places]
    if tree.lemmas[hosts[0]] in reader.world.charging:
        return []
    found = reader.fillers_of([t for p in beside for t in tree.kids(p, "pobj")], wanted)
    return [f for f in found if reader.is_retaken(f.token) or reader.names.has_root(f.token)]


def sent(at: Trigger, wanted: Wanted) -> list[Filler]:
    """The event spoken of just before, where it is not said whither somebody is sent: "the drill
    began. X *sent a frigate*"."""
    tree, world, people = at.tree, at.reader.world, at.reader.world.people
    whither = _WHITHER | world.locative
    helps = (t for t in tree.kids(at.token, "xcomp", "advcl") if is_infinitive(tree, t))
    if any(t in whither for t in at.leading) or any(tree.lemmas[t] in world.helping for t in helps):
        # "sent troops *to help* X"
        return []
    # Officials are sent to what the text is about, ships to what has just begun.
    sits = any(tree.lemmas[t] in people for t in tree.kids(at.token, "dobj"))
    return at.context.spoken(wanted, reach=_ABOUT if sits else _SENT)


def callers(at: Trigger, wanted: Wanted) -> list[Filler]:
    """Who has talks with others, by the clause that those are set in, and with whom: "after talks
    with *Y*, *X* said"."""
    beside = at.reader.fillers(at.led_to("with"), wanted)
    own = _caller(at, wanted) if beside else []
    return [*own, *(f for f in beside if f not in own)] if own else []


def _caller(at: Trigger, wanted: Wanted) -> list[Filler]:
    reader, tree = at.reader, at.tree
    below = tree.first_conjunct(at.token)
    if tree.lower[tree.heads[below]] not in _SET_IN:
        return []
    own = reader.fillers(reader.grammar.possessors(tree, at.token), wanted)
    for above in tree.up(below) if not own else ():
        if tree.deps[below] in CLAUSAL:
            break
        if tree.is_verb(above):
            return reader.fillers(at.grammar.subjects(tree, above), wanted)
        below = above
    return own


def present_(at: Trigger, wanted: Wanted) -> list[Filler]:
    there = present(at.reader, at.token)
    return [f for f in there if wanted.fits(f.types)]


def signers(at: Trigger, wanted: Wanted) -> list[Filler]:
    parties = at.reader.parties(at.token)
    return [f for f in parties if wanted.fits(f.types)]


def act(at: Trigger, wanted: Wanted) -> list[Filler]:
    """The event that the verb itself tells."""
    return encounter(at.reader, at.token, wanted)


def gathering_(at: Trigger, wanted: Wanted) -> list[Filler]:
    """The known event of those whom the trigger has come together."""
    return gathering(at.reader, at.token, wanted)


def privy(at: Trigger, wanted: Wanted) -> list[Filler]:
    """The known parties of the agreement that the trigger names, if its sentence names two of
    them, or one under it: "opened bases to X *under the pact*"."""
    reader, tree = at.reader, at.tree
    if tree.tags[at.token] not in PROPER:
        # A "no-limits partnership" is none that is signed.
        return []
    parties: set[str] = set()
    for name in reader.names.at(at.token):
        for sense in name.senses:
            parties |= set() if sense.weak else reader.world.facts.parties(sense.iri)
    if not parties and (dated := reader.dated_parties(at.token, wanted)):
        return dated
    if not 1 < len(parties) <= _FEW:
        return []
    first, end = tree.sentences[tree.sentence[at.token]]
    roots = [name.root for name in reader.names.hanging(first, end)]
    found = {f.entity: f for t in roots for f in reader.read(t, wanted) if f.entity in parties}
    above = tree.lower[tree.heads[at.token]]
    return list(found.values()) if len(found) > 1 or above in _AUSPICES else []
