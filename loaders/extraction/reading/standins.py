"""What stands for a name or for others of a kind: "the quartet known as X", "those of X", "X,
whose …"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.statements import EntityId
from loaders.extraction.grammar.phrase import text
from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.knowledge.wanted import Wanted
from loaders.extraction.parse.tags import COMMON

if TYPE_CHECKING:
    from loaders.extraction.reading.reader import Reader

STANDING = frozenset({"that", "those"})
_MEMBERS = frozenset({"between", "among", "of"})
_WITH = frozenset({"with"})
_SEVERAL = 3
"""Members that tell a group."""
_BACK = 30
"""Words before in which what "those" are others of is named."""


def whose(reader: Reader, token: int, wanted: Wanted, depth: int) -> list[Filler]:
    """Of whom a relative clause says what is theirs: "*X*, whose ships it escorts"."""
    tree = reader.tree
    clause = next((t for t in tree.up(token) if tree.deps[t] == "relcl"), None)
    return reader.each(tree.heads[clause], wanted, depth) if clause is not None else []


def may_be_others(reader: Reader, token: int) -> bool:
    """Whether "those" are others of the people, ships or offices that stand for somebody: "German
    *jets* trained with *those* of Japan"."""
    tree, delegates = reader.tree, reader.world.delegates
    if tree.lower[token] not in STANDING or tree.deps[token] not in ("pobj", "dobj", "conj"):
        return False
    first = max(tree.sentences[tree.sentence[token]][0], token - _BACK)
    before = (t for t in range(token - 1, first - 1, -1) if tree.tags[t] in COMMON)
    noun = next(before, None)
    return noun is not None and tree.lemmas[noun] in delegates


def others(reader: Reader, token: int, wanted: Wanted, depth: int) -> list[Filler]:
    """Whose those others are."""
    owners = reader.tree.after(token, ("of", "from"))
    return [f for t in owners for f in reader.each(t, wanted, depth)]


_OTHERS = frozenset({"other", "some", "several", "many", "most", "fellow", "new"})
"""What says of a group's members that they are not all of them."""


def known_as(reader: Reader, token: int, wanted: Wanted, depth: int) -> list[Filler]:
    """The name by which a noun says that what it takes up is known."""
    called = reader.grammar.bearing.called(reader.tree, token) or _titled(reader, token)
    called = called or _apposed(reader, token)
    found = [f for t in called if reader.names.at(t) for f in reader.each(t, wanted, depth)]
    found = found or [f for f in _of_members(reader, token) if wanted.fits(f.types)]
    return found or [f for t in called for f in _newly(reader, token, t, wanted)]


def _apposed(reader: Reader, token: int) -> list[int]:
    """The name that alone stands beside one of a kind: "a treaty, the *Reef Union*"."""
    tree = reader.tree
    indefinite = any(tree.lower[d] in ("a", "an") for d in tree.kids(token, "det"))
    named = [t for t in tree.kids(token, "appos") if t > token and tree.tags[t] == "NNP"]
    if not indefinite or tree.tags[token] != "NN" or len(named) != 1:
        return []
    first = min(tree.subtree(named[0]))
    beside = tree.words[first - 1] == "," and tree.lower[first] == "the"
    return named if beside and tree.child(named[0], "conj", "prep", "appos") is None else []


def _newly(reader: Reader, token: int, named: int, wanted: Wanted) -> list[Filler]:
    """What an unknown name after a noun for its kind names: "a pact known as the *Reef
    Charter*"."""
    tree, world = reader.tree, reader.world
    inner = reader.names.covering.get(named)
    if tree.tags[named] != "NNP" or (inner is not None and not reader.longer.hold(inner)):
        return []
    if found := reader.read(named, wanted):
        return found
    heads = world.heads.get(tree.lemmas[token], ())
    kinds = [h.class_name for h in heads if wanted.fits((h.class_name,))]
    kinds = [k for k in kinds if not world.fits((k,), world.issues)]
    return [f for k in kinds[:1] if (f := reader.titled(k, named)) is not None]


def is_named(reader: Reader, token: int) -> bool:
    """Whether a common noun is said to be called something, and so is that alone: "a joint
    *project* known as X"."""
    tree = reader.tree
    if tree.tags[token] != "NN" or tree.child(token, "acl") is None:
        return False
    called = reader.grammar.bearing.called(tree, token)
    return any(tree.tags[t] == "NNP" for t in called)


def _of_members(reader: Reader, token: int) -> list[Filler]:
    """The group named before whose members are just those that the noun's phrase lists: "*this
    partnership* of A, B and C"."""
    tree, world, facts = reader.tree, reader.world, reader.world.facts
    listed = tree.after(token, _MEMBERS) or _makers(reader, token)
    if tree.tags[token] != "NN" or not listed or len(tree.conjuncts(listed[0])) < _SEVERAL:
        return []
    members = {str(f.entity) for f in reader.fillers(listed, world.polity)}
    kinds, polities = world.anaphors[tree.lemmas[token]].classes, world.lexicon.polities
    named = dict(reader.discourse.groupings())
    for iri, types in (named | {f.entity: f.types for f in reader.discourse.theme}).items():
        if world.fits(types, kinds) and members == set(facts.members(iri, polities)):
            found = Filler(EntityId(iri), types, token, tree.starts[token], tree.ends[token])
            return [reader.site.resolved(found, token)]
    return []


def _makers(reader: Reader, token: int) -> list[int]:
    """Who acts in the clause that brings in what the title is about: "*A, B and C* announced a
    partnership" under a title with its name."""
    tree, theme = reader.tree, reader.discourse.theme
    if not any(reader.world.facts.is_group(f.entity) for f in theme):
        return []
    above = tree.heads[token]
    if tree.deps[token] == "pobj" and tree.lower[above] in _WITH:
        above = tree.heads[above]
    elif tree.deps[token] != "dobj":
        return []
    new = any(tree.lower[d] in ("a", "an") for d in tree.kids(token, "det"))
    return tree.kids(above, "nsubj") if new and tree.is_verb(above) else []


def grouped(reader: Reader, token: int, wanted: Wanted, depth: int) -> list[Filler]:
    """ "The *AUKUS* countries", "the *Quad's* members": the group, if they are not counted."""
    tree = reader.tree
    before = tree.kids(token, "compound", "nmod", "amod", "poss")
    own = [t for t in before if _is_group(reader, t, reader.world.actors)]
    if tree.lemmas[token] in reader.world.friends:
        # "*the bloc's* partners" are none of it.
        own = [t for t in own if tree.deps[t] != "poss"]
    apart = tree.child(token, "nummod") is not None or any(tree.lower[t] in _OTHERS for t in before)
    return [] if apart else [f for t in own[-1:] for f in reader.read(t, wanted, depth + 1)]


def within(reader: Reader, token: int, wanted: Wanted) -> list[Filler]:
    """ "Forces in the *Baltic states*": its members, where a state or place is told."""
    world, tree = reader.world, reader.tree
    named = [name for name in reader.names.at(token) if name.first < name.last == token]
    groups = (sense.iri for name in named for sense in name.senses if not sense.weak)
    polities, called = world.lexicon.polities, text(tree, named[0].first, token) if named else ""
    return [
        reader.site.known(iri, token)
        for group in groups
        # "Indo-Pacific partners" may be anybody's.
        if world.facts.is_told_by_members(group) and world.ontology.entities[group].label == called
        for iri in world.facts.members(group, polities)
        if wanted.fits(world.facts.types(iri)) and world.facts.is_member(iri, group)
    ]


def _titled(reader: Reader, token: int) -> list[int]:
    """The group whose name stands before a noun: "the *X* alliance between A and B", "the *X*
    military pact"; or in brackets after its members: "the partnership between A and B (*X*)"."""
    tree = reader.tree
    kinds = reader.world.anaphors[tree.lemmas[token]].classes
    before = [t for t in tree.kids(token, "compound", "nmod") if _is_group(reader, t, kinds)]
    plain = bool(before) and all(t in ("JJ", "HYPH") for t in tree.tags[before[-1] + 1 : token])
    told = plain and tree.child(token, "det") is not None and not tree.after(token, _WITH)
    if before and (told or tree.after(token, _MEMBERS)):
        return before[-1:]
    if not tree.after(token, _MEMBERS):
        return []
    for mark in range(token + 2, min(token + _BACK, len(tree.words) - 1)):
        if tree.is_finite(mark) or tree.words[mark] in (".", ";"):
            break
        if tree.words[mark] == "(":
            name = reader.names.covering.get(mark + 1)
            closed = name is not None and tree.words[name.last + 1 : name.last + 2] == [")"]
            return [name.root] if closed and name and _is_group(reader, name.root, kinds) else []
    return []


def _is_group(reader: Reader, token: int, kinds: tuple[str, ...]) -> bool:
    """Whether a group is named that is of the kinds that the noun says."""
    facts, fits = reader.world.facts, reader.world.fits
    senses = (s for name in reader.names.at(token) for s in name.senses)
    return any(facts.is_group(s.iri) and fits(s.types, kinds) for s in senses)
