"""Which pairs of a subject and an object a trigger may tell, by what it is."""

from __future__ import annotations

from graph.statements import EntityId
from loaders.extraction.cues import enlisting
from loaders.extraction.cues.alone import told_of_others, told_of_works
from loaders.extraction.cues.fearful import told_of_fear
from loaders.extraction.cues.forces import told_by_forces
from loaders.extraction.cues.holding import held
from loaders.extraction.cues.joining import is_among_states, is_in_name, is_text_too
from loaders.extraction.cues.means import told_of_ends
from loaders.extraction.cues.pairs import is_anothers_body, is_at_home, is_organ
from loaders.extraction.cues.whose import is_faced, is_hardware, is_suffered
from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.parse.tags import PROPER
from loaders.extraction.parse.tree import Tree, is_infinitive
from loaders.extraction.reading.reader import Reader
from ontology.lexicon import Cue, Part, Slot

_REASONS = ("over", "for")
"""Prepositions of what one is reproached for."""


def kept(
    reader: Reader, cue: Cue, token: int, found: list[tuple[Filler, Filler]], paired: bool
) -> list[tuple[Filler, Filler]]:
    """The pairs that the trigger may tell: one holder of an office, nobody's place who has none,
    and of a text with known parties (`paired`) only those, unless a verb says otherwise."""
    world = reader.world
    found = _one_way(reader, cue, token, _posed(reader, cue, token, found))
    found = told_by_forces(reader, cue, token, found)
    found = [(s, o) for s, o in found if not _is_another(reader, cue, o)]
    found = enlisting.told(reader, cue, token, found, paired)
    if cue.part is Part.NOUN:
        if cue.predicate in world.lexicon.memberships and Slot.SEEKER not in cue.subject.slots:
            found = [
                (s, o)
                for s, o in found
                if _is_bearer(reader, token, s) and not is_in_name(reader, o)
            ]
        found = held(reader, token, _renamed(reader, cue, token, found))
        found = [(s, o) for s, o in found if not _is_outside(reader, cue, token, s, o)]
        found = [(s, o) for s, o in found if not _is_other_item(reader.tree, token, s, o)]
    if any(cue.predicate == p for p, _ in world.facts.standing):
        found = [] if _asks(reader, cue, token) else found
        # No group of states is one state's: "NATO is the foundation of its security".
        found = [(s, o) for s, o in found if not world.facts.is_group(s.entity)]
        if cue.part is Part.VERB:
            found = [(s, o) for s, o in found if not _is_politys(reader, s, o)]
    else:
        # "X's president will speak, showing support for X": it is not his.
        found = [(s, o) for s, o in found if not is_organ(reader, s, o)]
    if cue.part is Part.VERB:
        found = [] if _is_fought(reader, cue, token) else found
        found = [(s, o) for s, o in found if not _is_anothers(reader, s, o)]
        found = [(s, o) for s, o in found if not is_among_states(reader, cue, o)]
    found = [(s, o) for s, o in found if not is_at_home(reader, s, o)]
    found = told_of_ends(reader, cue, told_of_fear(reader, cue, token, found))
    found = told_of_others(reader, cue, told_of_works(reader, cue, found))
    found = [(s, o) for s, o in found if not is_text_too(reader, cue, token, o)]
    if cue.part is Part.NAME:
        found = _named(reader, cue, token, found, paired)
    if cue.part is Part.PREPOSITION:
        found = _led(reader, cue, token, found)
    if cue.part is not Part.VERB and paired:
        closed = world.facts.is_closed_to
        found = [(s, o) for s, o in found if not closed(o.entity, s.entity, s.types)]
    if cue.part is Part.NOUN and cue.predicate in world.ontology.symmetric:
        said = reader.grammar.bearing.said_to_be(reader.tree, token)
        before = {*said, token, *_modifiers(reader.tree, token)}
        groups = {f.entity for pair in found for f in pair if f.token in before}
        found = [
            (s, o)
            for s, o in found
            if not (_is_in(reader, s, o, groups) or _is_in(reader, o, s, groups))
            and not (_is_of(reader, token, s, o) or _is_of(reader, token, o, s))
        ]
    return found


def _one_way(
    reader: Reader, cue: Cue, token: int, found: list[tuple[Filler, Filler]]
) -> list[tuple[Filler, Filler]]:
    """The pairs without those of whom reference facts say the contrary: "X fights *Y*", which
    invaded it; none of one who only speaks: "X *attacked* Y over its record"."""
    if cue.predicate not in reader.world.lexicon.one_sided:
        return found
    if cue.part is Part.VERB and _is_only_said(reader, token):
        return []
    known = reader.world.facts.is_stated
    return [(s, o) for s, o in found if not known(o.entity, cue.predicate, s.entity)]


def _is_only_said(reader: Reader, verb: int) -> bool:
    """Whether somebody is reproached for what is his."""
    tree = reader.tree
    if tree.lemmas[verb] not in reader.world.charging:
        return False
    whose = [t for thing in tree.after(verb, _REASONS) for t in tree.kids(thing, "poss")]
    return any(tree.tags[t] == "PRP$" for t in whose)


def _is_another(reader: Reader, cue: Cue, group: Filler) -> bool:
    """Whether it is only one like the group of that name: "wants to create *a NATO* for Asia"."""
    if cue.predicate not in reader.world.lexicon.memberships or group.at is not None:
        return False
    if group.token >= len(reader.tree.words) or reader.tree.tags[group.token] not in PROPER:
        return False
    articles = reader.tree.kids(group.token, "det")
    return any(reader.tree.lower[d] in ("a", "an") for d in articles)


def _posed(
    reader: Reader, cue: Cue, token: int, found: list[tuple[Filler, Filler]]
) -> list[tuple[Filler, Filler]]:
    """The pairs without whoever only faces the threat that the trigger is, or has a craft or a text
    that is called by it: "a *Danish missile* frigate", "the *Danish terrorism* strategy"."""
    posed = Slot.SELF in cue.subject.slots and Slot.POSSESSOR in cue.object.slots
    tree, arms = reader.tree, reader.world.arms
    above = tree.lemmas[tree.heads[token]]
    if posed and tree.deps[token] == "compound" and (above in arms or reader.world.is_text(above)):
        return []
    if not posed or not is_faced(reader, token):
        return found
    return [(s, o) for s, o in found if reader.tree.heads[o.token] != token]


def _is_fought(reader: Reader, cue: Cue, token: int) -> bool:
    """Whether who acts against what another is up to is no threat to him: "challenges *Chinese
    claims*"."""
    lexicon, tree = reader.world.lexicon, reader.tree
    if (
        cue.predicate not in lexicon.faced - lexicon.attitudes
        or Slot.OBJECT not in cue.object.slots
    ):
        return False
    return any(tree.lemmas[t] in reader.world.designs for t in tree.kids(token, "dobj"))


def _named(
    reader: Reader, cue: Cue, token: int, found: list[tuple[Filler, Filler]], paired: bool
) -> list[tuple[Filler, Filler]]:
    """The pairs that a name may tell."""
    facts = reader.world.facts
    if cue.fallback and (is_hardware(reader, token) or _is_measured(reader, token)):
        return []
    suffered = Slot.POSSESSOR in cue.object.slots and is_suffered(reader, token)
    told = () if suffered or (paired and _is_heeded(reader, token)) else found
    found = [(s, o) for s, o in told if not _is_unposed(reader, token, s, o, found)]
    if any(cue.predicate == p for p, _ in facts.standing):
        # "Albanese's Australia", but nobody is told by "*my* view of Russia"
        found = [(s, o) for s, o in found if s.at is None]
    if cue.vouched:
        return [(s, o) for s, o in found if _is_vouched(reader, cue, s, o)]
    return found


def _is_measured(reader: Reader, token: int) -> bool:
    """Whether it is only said how much of it there is: "their *trade amounted* to a billion"."""
    tree = reader.tree
    verb = tree.heads[token]
    return tree.deps[token] == "nsubj" and tree.lemmas[verb] in reader.world.measuring


def _renamed(
    reader: Reader, cue: Cue, token: int, found: list[tuple[Filler, Filler]]
) -> list[tuple[Filler, Filler]]:
    """The pairs of the latest of whom reference facts say so: "*the Chilean minister*"; of
    "*the minister*" alone, if that is his office."""
    if not cue.vouched:
        return found
    facts, date = reader.world.facts, reader.site.events.calendar.document_date
    tree = reader.tree
    # "the *Defence* Minister" is the Minister for Defence.
    own = [t for t in tree.kids(token, "amod", "compound") if t not in reader.names.covering]
    words = [tree.lemmas[token], *(tree.lower[t] for t in own)]
    held = {f.entity for f, _ in found if all(facts.holds(f.entity, w, date) for w in words)}
    told = [
        (s, o)
        for s, o in found
        if facts.vouches(s.entity, cue.predicate, o.entity)
        and (s.entity in held or s.token != o.token)
    ]
    told = [(s, o) for s, o in told if s.entity in held] or told
    return [(s, o) for s, o in told if s.entity == told[0][0].entity]


def _is_vouched(reader: Reader, cue: Cue, one: Filler, other: Filler) -> bool:
    """Whether reference facts say so, or tell of a firm that it makes things: "*Saab's* Gripen",
    but not "Brazil's"."""
    world = reader.world
    if world.facts.vouches(one.entity, cue.predicate, other.entity):
        return True
    firm = not world.is_person(one.types) and not world.polity.fits(one.types)
    return firm and world.facts.tells(one.entity, cue.predicate)


def _led(
    reader: Reader, cue: Cue, token: int, found: list[tuple[Filler, Filler]]
) -> list[tuple[Filler, Filler]]:
    """The pairs that a preposition may tell."""
    if reader.tree.lower[token] in reader.world.locative:
        found = [p for p in found if not (_is_at_large(reader, p[0]) or _is_told(reader, p[0]))]
    if reader.tree.tags[token] == "POS":
        found = [(s, o) for s, o in found if not is_anothers_body(reader, s, o)]
    if cue.predicate in reader.world.ontology.symmetric:
        # "met together with A and B": A is not said to do it with B.
        inner = set(reader.tree.subtree(token))
        found = [(s, o) for s, o in found if s.at is not None or s.token not in inner]
    return found


def _asks(reader: Reader, cue: Cue, token: int) -> bool:
    """Whether who does it is none of those whom he asks to do something: "directed the Treasury
    *to act*", "directed the *Secretary* of Trade"."""
    tree, offices = reader.tree, reader.world.offices
    if any(is_infinitive(tree, t) for t in tree.kids(token, "xcomp")):
        return True
    return cue.part is Part.VERB and any(
        tree.lemmas[t] in offices for t in tree.kids(token, "dobj")
    )


def _modifiers(tree: Tree, noun: int) -> set[int]:
    """What stands before a noun in its phrase, its owner apart: "our *Baltic Three* partners"."""
    own = [c for c in tree.children[noun] if c < noun]
    if tree.deps[noun] != "pobj" or tree.lower[tree.heads[noun] - 1] != "one":
        own = [c for c in own if tree.deps[c] != "poss"]
    return {t for child in own for t in tree.subtree(child)}


def _is_bearer(reader: Reader, token: int, subject: Filler) -> bool:
    """Whether a membership may be whose clause it is in: of "supports Y's *membership*" and "talks
    on *membership*" it is another's."""
    tree = reader.tree
    if tree.lemmas[token] != "membership" or subject.token >= len(tree.words):
        return True
    if tree.deps[subject.token] in ("poss", "pobj") or tree.deps[token] not in ("dobj", "pobj"):
        return True
    above = tree.heads[token]
    if tree.deps[token] == "pobj":
        above = tree.heads[above]
        if tree.is_noun(above):
            return False
    return tree.lemmas[above] not in reader.world.heeding


def _is_heeded(reader: Reader, token: int) -> bool:
    """Whether a text is but backed, which others do than its parties: "their support for the
    *Accords*"."""
    tree, world = reader.tree, reader.world
    for above in tree.up(token):
        if tree.is_verb(above):
            return tree.lemmas[above] in world.backing
        if tree.is_noun(above) and tree.lemmas[above] in world.backed:
            return True
    return False


def _is_unposed(
    reader: Reader, token: int, threat: Filler, actor: Filler, found: list[tuple[Filler, Filler]]
) -> bool:
    """Whether somebody is not said to pose a threat: "our *reliance* on X" is suffered by whose it
    is, and of "A's programmes and coercion by B" the programmes are A's."""
    if not reader.world.fits(threat.types, reader.world.feared):
        return False
    after = actor.token > token and any(o.token < token for _, o in found)
    return after or reader.tree.lemmas[token] in reader.world.faring


def _is_in(reader: Reader, member: Filler, group: Filler, groups: set[EntityId]) -> bool:
    """Whether one is a known member of the other, which is itself what the trigger says: "the
    Quad is a partnership of A and B" is theirs, and none between it and them."""
    return group.entity in groups and reader.world.facts.is_member(member.entity, group.entity)


def _is_of(reader: Reader, token: int, one: Filler, group: Filler) -> bool:
    """Whether the noun says who belongs to a group, and nobody with whom it has to do: "our *NATO
    allies*", "NATO's eastern *Allies*", where those are its members."""
    facts, entities = reader.world.facts, reader.world.ontology.entities
    if not facts.is_group(group.entity) or group.entity not in entities:
        return False
    tree = reader.tree
    several = tree.tags[token] in ("NNPS", "NNS")
    ours = any(tree.tags[t] == "PRP$" for t in tree.kids(token, "poss"))
    # "the *NATO allies*"
    ours = ours or tree.lemmas[token] in reader.world.friends - reader.world.members
    if several and ours and group.token in tree.kids(token, "compound", "nmod"):
        return True
    if tree.lemmas[token] in reader.world.friends and group.token > token:
        # "the founding *partners* of the pact"
        return facts.is_member(one.entity, group.entity)
    plural = entities.get(one.entity)
    return plural is not None and plural.label.startswith(f"{entities[group.entity].label} ")


def _is_politys(reader: Reader, person: Filler, group: Filler) -> bool:
    """Whether a state does it through its office-holder: "Ann Lee wants to *join* NATO"."""
    facts = reader.world.facts
    if not facts.is_group(group.entity) or not reader.world.is_person(person.types):
        return False
    polities = reader.world.lexicon.polities
    return any(reader.world.fits(f.types, polities) for f in reader.standing.of(person))


def _is_anothers(reader: Reader, subject: Filler, target: Filler) -> bool:
    """Whether the object is told by its owner's name, which would be "its" if it were the
    subject's: "arms for X that threaten *X's* security"."""
    tree = reader.tree
    owners = [t for t in tree.kids(target.token, "poss") if tree.tags[t] in PROPER]
    if target.at is not None or not owners or subject.token in owners:
        return False
    return any(
        s.iri == subject.entity for t in owners for n in reader.names.at(t) for s in n.senses
    )


def _is_outside(reader: Reader, cue: Cue, token: int, one: Filler, group: Filler) -> bool:
    """Whether a state stands on a list after the members of a group to whom reference facts know
    that it does not belong: "members of the EU, including A, as well as *B*"."""
    world = reader.world
    if cue.predicate not in world.lexicon.memberships or one.at is not None:
        return False
    examples = not world.exemplifiers.isdisjoint(reader.tree.lower[token : one.token])
    if not examples or token not in reader.tree.up(one.token):
        return False
    known = world.facts.is_group(group.entity) and one.entity in world.ontology.entities
    state = world.fits(one.types, world.lexicon.polities)
    return known and state and not world.facts.is_member(one.entity, group.entity)


def _is_other_item(tree: Tree, token: int, subject: Filler, target: Filler) -> bool:
    """Whether both stand on the list before "other": "ties with *A, B* and *other* partners" makes
    A and B partners of whose ties they are, not of each other."""
    other = next((t for t in tree.kids(token, "amod") if tree.lower[t] == "other"), None)
    if other is None or subject.at is not None or target.at is not None:
        return False
    first = tree.sentences[tree.sentence[token]][0]
    apart = tree.deps[token] == "conj" and tree.child(token, "poss") is None
    return (
        apart
        and all(first <= f.token < other for f in (subject, target))
        and _same_list(tree, token, subject.token, target.token)
    )


def _same_list(tree: Tree, token: int, *others: int) -> bool:
    """Whether all hang from the head of the list of `token`."""
    head = tree.first_conjunct(token)
    return all(t == head or head in tree.up(t) for t in others)


def _is_told(reader: Reader, subject: Filler) -> bool:
    """Whether something is only said to it there: "told *Sky News* in London", "speaking to
    *Reuters* in Rome"."""
    tree = reader.tree
    head = tree.heads[subject.token]
    led = tree.deps[subject.token] == "pobj" and tree.lower[head] in ("to", "with")
    verb = tree.heads[head] if led else head
    said = led or tree.deps[subject.token] in ("dobj", "dative")
    return said and tree.is_verb(verb) and tree.lemmas[verb] in reader.world.telling


def _is_at_large(reader: Reader, subject: Filler) -> bool:
    """Whether it is no place's: forces, which are stationed, and groups: "NATO in Brussels"."""
    if not reader.world.fits(subject.types, reader.world.actors):
        return False
    delegate = reader.tree.lemmas[subject.token] in reader.world.delegates
    known = subject.entity in reader.world.ontology.entities
    return (delegate and known) or reader.world.facts.is_group(subject.entity)
