"""What is joined: a group, and not the states named beside it; an agreement, and no programme."""

from __future__ import annotations

from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.reading.reader import Reader
from ontology.lexicon import Cue

_MODIFYING = frozenset({"compound", "nmod", "amod"})
_JOINED = frozenset({"-", "–", "/"})
_NAME = 8
"""Words of a name up to its noun."""
_WITHIN = frozenset({"in", "inside", "within", "across"})


def is_text_too(reader: Reader, cue: Cue, token: int, target: Filler) -> bool:
    """Whether a programme is an agreement as well, which is joined and not built."""
    fits, term = reader.world.fits, reader.world.ontology.predicates[cue.predicate]
    if target.token not in reader.tree.kids(token, "dobj"):
        return False
    texts = tuple(t for t in target.types if fits((t,), reader.world.texts))
    return len(target.types) > len(texts) > 0 and not fits(texts, term.range)


def is_among_states(reader: Reader, cue: Cue, group: Filler) -> bool:
    """Whether a group is one of several who did it before, "joined *Fiji, Niue* and ASEAN", or
    only says in which states one is: "students in *ASEAN countries*"."""
    tree, world = reader.tree, reader.world
    elsewhere = group.at is not None or group.token >= len(tree.words)
    if elsewhere or cue.predicate not in world.lexicon.memberships:
        return False
    if is_in_name(reader, group):
        return True
    noun = group.token if tree.tags[group.token] == "NNS" else tree.heads[group.token]
    if tree.tags[noun] == "NNS" and tree.lower[tree.heads[noun]] in _WITHIN:
        return True
    first = tree.first_conjunct(group.token)
    senses = [s for name in reader.names.at(first) for s in name.senses]
    state = any(world.polity.fits(s.types) and not world.facts.is_group(s.iri) for s in senses)
    return first != group.token and state


def is_in_name(reader: Reader, group: Filler) -> bool:
    """Whether a group only stands in the name of what is begun with or by it: "launched the
    *Chile–ASEAN* Ports Initiative", "the *Quad* Vaccine Programme"; "the AUKUS pact" is it."""
    tree, world = reader.tree, reader.world
    first = next((t for t in _before(group.token) if tree.starts[t] == group.start), None)
    name = None if first is None else reader.names.covering.get(first)
    if first is None or name is None or not any(s.iri == group.entity for s in name.senses):
        return False
    noun = tree.heads[name.root]
    if noun <= name.last or tree.deps[name.root] not in _MODIFYING:
        return False
    joined = first > 0 and tree.words[first - 1] in _JOINED
    return joined or (noun > name.last + 1 and tree.lemmas[noun].lower() in world.undertakings)


def _before(token: int) -> range:
    return range(max(0, token - _NAME), token + 1)
