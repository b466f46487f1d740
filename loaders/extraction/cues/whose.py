"""Whose a threat is: who fears *Chinese* ambitions fears China too, and those threaten whom China
threatens."""

from __future__ import annotations

from loaders.extraction.entities import making
from loaders.extraction.grammar import phrase
from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.reading.reader import Reader
from ontology.lexicon import Cue, Part

_AIMED = ("to", "for", "against")


def with_owners(reader: Reader, cue: Cue, fillers: list[Filler]) -> list[Filler]:
    """`fillers`, and the actors whose the threats among them are, where the cue's predicate is
    said of those as well."""
    if cue.predicate not in reader.world.lexicon.owned or cue.fallback:
        return fillers
    found = {f.entity: f for f in fillers}
    for filler in fillers:
        if _is_told(reader, filler):
            for owner in _owners(reader, filler.token):
                found.setdefault(owner.entity, owner)
    return list(found.values())


def feared(reader: Reader, cue: Cue, fillers: list[Filler]) -> list[Filler]:
    """`with_owners` of what is feared, without those who are feared for."""
    owned, attitudes = reader.world.lexicon.owned, reader.world.lexicon.attitudes
    if cue.predicate in owned & attitudes:
        fillers = [f for f in fillers if not _fares(reader, f)]
    return with_owners(reader, cue, fillers)


def is_suffered(reader: Reader, token: int) -> bool:
    """Whether whose a threat is said to be suffer it, or have what it only tells of: "the
    *Armenian* genocide", "*X's* hunger initiative"."""
    tree, world = reader.tree, reader.world
    if tree.lemmas[token] in world.faring:
        return True
    head, name = tree.heads[token], reader.names.covering.get(token)
    if tree.deps[token] not in ("compound", "nmod") or not tree.is_noun(head):
        return False
    if name is not None and name.first <= head <= name.last:
        return False
    return tree.lemmas[head] not in world.delegates and tree.lemmas[head] not in world.containers


def is_faced(reader: Reader, noun: int) -> bool:
    """Whether whose a threat is said to be faces it: "*Fiji's* most significant security threat",
    but not "X's main threat *to Y*"."""
    tree, lexicon = reader.tree, reader.world.lexicon
    if tree.lemmas[noun] not in lexicon.role("Ranking") or tree.after(noun, _AIMED):
        return False
    ranks = lexicon.role("Ranking", Part.ADJECTIVE)
    return any(
        tree.tags[t] == "JJS"
        or tree.lower[t] in ranks
        or any(tree.tags[d] == "RBS" for d in tree.kids(t, "advmod"))
        for t in tree.kids(noun, "amod")
    )


def is_hardware(reader: Reader, token: int) -> bool:
    """Whether what is sought is named for things that are built and used: "armed X with
    *drones*" seeks nothing."""
    tree = reader.tree
    hardware = reader.world.lexicon.role("Hardware")
    return tree.tags[token] == "NNS" and tree.lemmas[token] in hardware


def _fares(reader: Reader, filler: Filler) -> bool:
    """Whether it is feared for: who is worried about "*Taiwan's* security" does not fear Taiwan."""
    tree, token = reader.tree, filler.token
    own = filler.at is None and token < len(tree.words) and tree.deps[token] == "poss"
    return own and tree.lemmas[tree.heads[token]] in reader.world.faring


def _is_told(reader: Reader, filler: Filler) -> bool:
    """Whether it is a threat told by a noun here that somebody's doing may be."""
    tree, world = reader.tree, reader.world
    if filler.at is not None or filler.is_class or not world.fits(filler.types, world.feared):
        return False
    noun = filler.token < len(tree.words) and tree.tags[filler.token] in ("NN", "NNS")
    faring = world.faring
    return (
        noun
        and tree.lemmas[filler.token] not in faring
        and phrase.pair(tree, filler.token) not in faring
    )


def _owners(reader: Reader, token: int) -> list[Filler]:
    """Whose the noun is by what stands beside it, pronouns and names of places aside."""
    tree, world = reader.tree, reader.world
    while tree.deps[token] in ("compound", "nmod") and tree.heads[token] > token:
        # "North Korea's *missile* programme"
        token = tree.heads[token]
    said = [t for t in making.owners(tree, token) if tree.tags[t] not in ("PRP$", "PRP")]
    said += tree.after(token, ("from",))
    if tree.lemmas[token] in world.delegates and tree.lemmas[token] not in world.inflicted:
        said += tree.after(token, ("of",))
    found = _acting(reader, [f for t in said for f in reader.each(t, world.actor, 1)])
    found = found or reader.owners.represented(said, world.actor)
    if not found:
        before = _acting(reader, reader.owners.before(token, world.actor))
        found = [f for f in before if _is_adjective(reader, token, f)]
    return found


def _acting(reader: Reader, fillers: list[Filler]) -> list[Filler]:
    """Those that are no kind and no person, who acts for another."""
    return [f for f in fillers if not f.is_class and not reader.world.is_person(f.types)]


def _is_adjective(reader: Reader, token: int, filler: Filler) -> bool:
    """Whether a name before the noun is of a doer: "*Chinese* ships", not "a *Taiwan* crisis"."""
    names = [*reader.names.by_root.get(filler.token, ()), *reader.names.inside(token)]
    senses = (sense for name in names for sense in name.senses)
    return any(sense.adjectival and sense.iri == filler.entity for sense in senses)
