"""What is joined: a group, and not the states named beside it; an agreement, and no programme."""

from __future__ import annotations

from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.reading.reader import Reader
from ontology.lexicon import Cue

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
    noun = group.token if tree.tags[group.token] == "NNS" else tree.heads[group.token]
    if tree.tags[noun] == "NNS" and tree.lower[tree.heads[noun]] in _WITHIN:
        return True
    first = tree.first_conjunct(group.token)
    senses = [s for name in reader.names.at(first) for s in name.senses]
    state = any(world.polity.fits(s.types) and not world.facts.is_group(s.iri) for s in senses)
    return first != group.token and state
