"""Slots of those who have something through others: as parties of a tie that has it, or because
they share, back or work for what is another's."""

from __future__ import annotations

from graph.statements import EntityId
from loaders.extraction.cues.trigger import Trigger
from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.knowledge.wanted import Wanted
from loaders.extraction.reading.instances import latest
from loaders.extraction.reading.reader import Reader

_BETWEEN = frozenset({"between", "among", "of", "with"})
_TWO, _FEW = 2, 4
"""Parties of an agreement that are meant by it."""


def tied(at: Trigger, wanted: Wanted) -> list[Filler]:
    """ "The *partnership between X and Y* rests on trust": X and Y."""
    tree, world = at.tree, at.reader.world
    tokens = at.subjects if tree.is_verb(at.token) else at.grammar.bearing.bearers(tree, at.token)
    nouns = [t for t in tokens if tree.lemmas[t] in world.ties and tree.is_noun(t)]
    found = [f for noun in nouns for f in _partners(at.reader, noun, wanted)]
    # What "it" is said to cover may be anybody's.
    said = [t for t in tokens if tree.is_noun(t) or not tree.is_verb(at.token)]
    return found or [f for t in said for f in _parties(at.reader, t, wanted)]


def _parties(reader: Reader, token: int, wanted: Wanted) -> list[Filler]:
    """The known parties of the agreement that a word stands for: "the *pact*, which rests on a
    common commitment to X"."""
    world, found = reader.world, []
    texts = reader.read(token, world.want(world.lexicon.told))
    texts = [one for t in texts for one in (latest(reader, t) if t.is_class else (t,))]
    for text in texts:
        parties = reader.site.parties(text.entity)
        if not _TWO <= len(parties) <= _FEW:
            continue
        for party in sorted(parties):
            known = world.ontology.entities.get(party)
            if known is not None and wanted.fits(known.types):
                found.append(
                    text._replace(entity=EntityId(party), types=known.types, end=text.start)
                )
    return found


def _partners(reader: Reader, noun: int, wanted: Wanted) -> list[Filler]:
    """Whom a noun ties together; none if only one of them is named."""
    tree = reader.tree
    inner = tree.after(noun, _BETWEEN)
    own = reader.fillers(tree.kids(noun, "poss"), wanted) or reader.owners.before(noun, wanted)
    found = {f.entity: f for f in (*own, *reader.fillers(inner, wanted))}
    above = tree.heads[noun]
    verb = tree.heads[above] if tree.deps[noun] == "pobj" else above
    if len(found) < _TWO and tree.deps[noun] in ("dobj", "pobj") and tree.is_verb(verb):
        # "X and Y have built a partnership that rests on trust"
        doers = reader.fillers(reader.grammar.subjects(tree, verb), wanted)
        found |= {f.entity: f for f in doers}
    return list(found.values()) if len(found) >= _TWO else []


def sharer(at: Trigger, wanted: Wanted) -> list[Filler]:
    """ "*X* shares Y's belief in democracy", "*X* contributes to Y's goal of reform"."""
    tree, reader = at.tree, at.reader
    noun = tree.first_conjunct(at.token)
    dep, head = tree.deps[noun], tree.heads[noun]
    if dep == "dobj":
        verb, said = head, tree.lemmas[head]
    elif dep == "pobj":
        verb = tree.heads[head]
        said = f"{tree.lemmas[verb]} {tree.lower[head]}"
    else:
        return []
    if said not in reader.world.sharing or not tree.is_verb(verb):
        return []
    theirs = bool(tree.kids(noun, "poss")) or bool(reader.owners.before(noun, wanted))
    return reader.fillers(at.grammar.subjects(tree, verb), wanted) if theirs else []
