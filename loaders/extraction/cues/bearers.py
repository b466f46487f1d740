"""Slots of whom a noun is said of or belongs to: bearers, owners, those whose office it is."""

from __future__ import annotations

from loaders.extraction.cues import listing
from loaders.extraction.cues.trigger import Trigger
from loaders.extraction.grammar.naming import second
from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.knowledge.wanted import Wanted
from loaders.extraction.parse.tags import PROPER

_AND = frozenset({"and", "&", "or"})

_OWNING = PROPER | {"NN", "PRP$"}
"""Of an event, whose it is by a pronoun too."""


def bearer(at: Trigger, wanted: Wanted) -> list[Filler]:
    tree, trigger = at.tree, at.token
    if at.is_called():
        verbs = at.reader.world.naming
        naming = next(t for t in tree.up(trigger) if tree.lemmas[t] in verbs)
        other = second(tree, trigger)
        seen = at.grammar.objects(tree, naming) if other is None else [other]
        return at.reader.fillers(seen, wanted)
    bearers = at.grammar.bearing.bearers(tree, trigger)
    if not bearers and tree.deps[trigger] == "dobj" and at.context.is_elliptical():
        return at.context.actors(wanted)
    if not bearers and tree.heads[trigger] == trigger:
        # Under a name that is a label: "grave *concern* over X".
        return at.context.label(wanted)
    return [f for f in at.reader.fillers(bearers, wanted) if f.token != trigger]


def holder(at: Trigger, wanted: Wanted) -> list[Filler]:
    if at.grammar.bearing.said_to_be(at.tree, at.token):
        return []
    listed = {f.entity for f in listing.included(at, wanted)}
    return [f for f in bearer(at, wanted) if f.entity not in listed]


def copula(at: Trigger, wanted: Wanted) -> list[Filler]:
    tree, reader = at.tree, at.reader
    tokens = at.grammar.bearing.said_to_be(tree, at.token)
    each = tree.child(at.token, "preconj") is not None
    if tree.deps[at.token] == "appos" and tree.tags[at.token] in ("NN", "NNP") and not each:
        # "A and B, X's *minister*, and C": B alone is one.
        listed = [t for one in tokens for t in reader.lists.coordinated(one)]
        said = reader.fillers_of([t for t in listed if t < at.token][-1:], wanted)
    else:
        # "A and B, *neither* a member": neither is.
        firsts = [tree.first_conjunct(t) for t in tokens] if each else tokens
        said = reader.fillers(firsts, wanted)
        if tree.deps[at.token] == "conj":
            # "three pillars: X, Y and Z's *goals*": X and Y are none of those.
            first = tree.first_conjunct(at.token)
            said = [f for f in said if tree.first_conjunct(f.token) != first]
            if _is_one_office(at) and tree.lemmas[first] not in reader.world.offices:
                # "His co-chairs, *Ann Lee* and the *minister* of Y": no office of those he is with.
                return []
        if len(said) > 1 and _is_one_office(at):
            # "As Fiji's *premier*, the two leaders": which of them is not said.
            return []
    return said or _apposed(at, wanted) or at.context.headed(wanted)


def _is_one_office(at: Trigger) -> bool:
    """Whether it is the office of one person."""
    singular = at.tree.tags[at.token] in ("NN", "NNP")
    return singular and at.tree.lemmas[at.token] in at.reader.world.offices


def _apposed(at: Trigger, wanted: Wanted) -> list[Filler]:
    """What is named right before an apposition that the parse hangs on another word: "part of
    Pillar Two of *AUKUS*, the pact between X and Y"."""
    tree, trigger = at.tree, at.token
    if tree.deps[trigger] != "appos":
        return []
    first = min(tree.subtree(trigger))
    name = at.reader.names.covering.get(first - 2)
    if name is None or tree.words[first - 1] != ",":
        return []
    return at.reader.read(name.root, wanted)


def possessor(at: Trigger, wanted: Wanted) -> list[Filler]:
    reader, trigger = at.reader, at.token
    owned = reader.fillers(reader.grammar.possessors(reader.tree, trigger), wanted)
    found = owned or [f for f in reader.owners.before(trigger, wanted) if not _is_aim(at, f.token)]
    head = reader.tree.heads[trigger]
    above = reader.tree.heads[head]
    apart = reader.tree.deps[head] == "pobj" and reader.tree.lower[above] != "of"
    # "A's pressure and B's war": a matter of A's, which has a name, is not A.
    apart = apart or reader.tree.child(head, "poss") is not None
    beside = reader.tree.deps[trigger] == "conj" and not apart
    if owned and beside and reader.names.has_root(head) and _is_joined(at, owned[0].token):
        # "A and B's cooperation" is parsed as A and (B's cooperation).
        also = reader.read(head, wanted)
        found = [*also, *(f for f in found if f not in also)]
    first = reader.tree.first_conjunct(trigger)
    done = "by" in at.leading
    # "A's programmes and coercion by B" are not A's.
    shared = first != trigger and reader.tree.is_noun(first) and not done
    if not found and shared and not _is_other(at):
        owners = reader.grammar.possessors(reader.tree, first)
        if reader.tree.child(trigger, "det") is not None:
            # "Russia's war, and the importance of trade": not its importance.
            owners = [t for t in owners if reader.tree.tags[t] == "PRP$"]
        found = reader.fillers(owners, wanted)
        bare = reader.tree.child(trigger, "amod", "compound", "det", "poss", "nmod") is None
        if not found and (bare or at.sharing() != trigger):
            # "Chinese spying and disinformation"
            found = reader.owners.before(first, wanted)
    if not found and reader.tree.lemmas[trigger] in reader.world.offices:
        found = reader.fillers(reader.titles.owners(trigger), wanted) or _fellow(at, wanted)
    return [] if len(found) == 1 and _is_where_signed(at, found[0]) else found


def _is_where_signed(at: Trigger, owner: Filler) -> bool:
    """Whether a capital names an agreement for where it was signed, and not for its state: "the
    *Ankara* Agreement"."""
    reader, tree = at.reader, at.tree
    if tree.tags[at.token] not in PROPER or tree.deps[owner.token] not in ("compound", "nmod"):
        return False
    name = reader.names.covering.get(owner.token)
    if name is None or tree.lemmas[at.token].lower() not in reader.world.paired_heads:
        return False
    own = [sense for sense in name.senses if sense.iri == owner.entity]
    return bool(own) and all(sense.weak for sense in own)


def _is_other(at: Trigger) -> bool:
    """Whether it is set beside what somebody has: "Russia's war and *other* global threats"."""
    return any(at.tree.lower[t] == "other" for t in at.tree.kids(at.token, "amod"))


def _is_joined(at: Trigger, owner: int) -> bool:
    """Whether "and" stands before an owner: "A and *B's* cooperation"; in "the rise of A, *B's*
    provocations and C's" each has its own."""
    first = min(at.tree.subtree(owner))
    return at.tree.lower[first - 1] in _AND


def _fellow(at: Trigger, wanted: Wanted) -> list[Filler]:
    """Whose the one listed before is, where an office's holder is told with him: "*Polish* premier
    Jan Kos and minister Ewa Wilk"."""
    reader, tree = at.reader, at.tree
    holder = tree.heads[at.token]
    if tree.deps[at.token] not in ("compound", "nmod") or tree.child(at.token, "prep") is not None:
        return []
    before = [t for t in tree.conjuncts(tree.first_conjunct(holder)) if t < holder][-1:]
    if not before or any(reader.standing.of(f) for f in reader.read(holder, reader.world.actor)):
        return []
    return reader.owners.before(before[0], wanted)


def genitive(at: Trigger, wanted: Wanted) -> list[Filler]:
    """Whose it is said to be in the genitive, outside its own name: "*the bloc's* Training
    Centre", "*its* summit"."""
    tree = at.tree
    tags = _OWNING if tree.lemmas[at.token] in at.reader.world.happening_heads else PROPER
    owners = [t for t in tree.kids(at.token, "poss") if tree.tags[t] in tags]
    return at.reader.fillers(owners, wanted)


def _is_chair(at: Trigger, token: int) -> bool:
    """Whether a state's name says what an office elsewhere is about: "*Japan* Chair at X"."""
    tree, world = at.tree, at.reader.world
    body = [t for t in at.led_to("at") if t > at.token]
    names = at.reader.names.at(token)
    plain = tree.tags[token] == "NNP" and not any(s.adjectival for n in names for s in n.senses)
    state = any(world.fits(s.types, world.lexicon.polities) for n in names for s in n.senses)
    return bool(body) and plain and state


def _is_aim(at: Trigger, token: int) -> bool:
    """Whether a state's name before a text says what it is about: "a *China* strategy"."""
    tree, world = at.tree, at.reader.world
    if tree.lemmas[at.token] in world.offices and _is_chair(at, token):
        return True
    plain = tree.deps[token] == "compound" and not tree.words[token].isupper()
    if plain and tree.lemmas[at.token] in world.lexicon.role("Contingency"):
        # "a *Taiwan* contingency" is there, and not Taiwan's.
        return True
    heads = world.heads.get(tree.lemmas[at.token], ()) if plain else ()
    told = world.lexicon.told
    return (
        plain
        and "." not in tree.words[token]
        and any(
            world.fits((h.class_name,), world.texts) and not world.fits((h.class_name,), told)
            for h in heads
        )
        and any(
            world.fits(s.types, world.lexicon.polities)
            for name in at.reader.names.at(token)
            for s in name.senses
        )
    )
