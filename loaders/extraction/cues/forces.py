"""Who is told by armed forces: "Chadian *troops* left X", "keeps *a brigade* in Y"."""

from __future__ import annotations

from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.parse.tags import PROPER
from loaders.extraction.reading.reader import Reader
from ontology.lexicon import Cue

_OF = frozenset({"of"})
_OWNING = frozenset({"amod", "compound", "nmod", "poss", "pobj", "prep"})


def told_by_forces(
    reader: Reader, cue: Cue, token: int, found: list[tuple[Filler, Filler]]
) -> list[tuple[Filler, Filler]]:
    """The pairs that a cue for forces may tell at `token`; all, for any other cue."""
    if cue.arming and not _has_force(reader, token):
        return []
    if cue.armed and reader.tree.lemmas[token] == "be" and reader.tree.kids(token, "xcomp"):
        # "where ships *are to rotate*"
        return []
    return [(s, o) for s, o in found if is_force(reader, s)] if cue.armed else found


def is_force(reader: Reader, actor: Filler) -> bool:
    """Whether the words for `actor` are forces, or it is: "Chad's *navy*", "*HMAS Perth*"."""
    tree, world = reader.tree, reader.world
    if actor.token >= len(tree.words):
        return False
    if not world.actor.fits(actor.types):
        # "the Typhon launchers", no "commercial vessels"
        return actor.entity in world.ontology.entities
    if _is_force(reader, _noun(reader, actor.token)):
        return True
    if actor.token in reader.names.covering:
        # "Chad", or the Chadian Navy by its name
        named = {tree.lemmas[actor.token].lower(), tree.lower[actor.token]}
        return not world.polity.fits(actor.types) and not named.isdisjoint(_forces(reader))
    # "the frigate Bayern", which stands for its navy's state
    return tree.tags[actor.token] in PROPER and world.polity.fits(actor.types)


def _noun(reader: Reader, token: int) -> int:
    """The noun that stands for those at `token`: "*troops* of France", "French *troops*"."""
    tree = reader.tree
    for above in tree.up(token):
        if tree.deps[token] not in _OWNING or tree.is_verb(above):
            break
        token = above
    return token


def _is_force(reader: Reader, token: int) -> bool:
    """Whether the noun is forces, or counts them: "hundreds of *soldiers*"."""
    tree, forces = reader.tree, _forces(reader)
    heads = [token, *tree.after(token, _OF)]
    if tree.tags[token] in PROPER:
        # "the Chadian *frigate* Sao"
        heads += tree.kids(token, "compound")
    return any(tree.lemmas[t] in forces for h in heads for t in (h, *tree.conjuncts(h)))


def _has_force(reader: Reader, token: int) -> bool:
    return any(_is_force(reader, t) for t in reader.grammar.objects(reader.tree, token))


def _forces(reader: Reader) -> frozenset[str]:
    return reader.world.lexicon.role("Force")
