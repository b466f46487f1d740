"""Notes of what is feared, which "it" and "they" take up."""

from __future__ import annotations

from loaders.extraction.knowledge.referents import Dreaded
from loaders.extraction.parse.tags import PLURAL, SUBJECTS
from loaders.extraction.parse.tree import Tree
from loaders.extraction.reading.reader import Reader


def note_dreaded(reader: Reader) -> None:
    """Note the known threats that the sentences of a tree name alone, and whether they are what
    one of its main clauses is about."""
    tree, world = reader.tree, reader.world
    feared = world.want(world.feared)
    for token in range(len(tree.words)):
        if not reader.names.has_root(token) or not tree.is_noun(token):
            continue
        if tree.first_conjunct(token) != token or len(tree.conjuncts(token)) > 1:
            continue
        found = [f for f in reader.known(token, feared) if world.fits(f.types, world.feared)]
        if len(found) == 1:
            many = tree.tags[token] in PLURAL
            about = _is_about(tree, token)
            place = reader.site.sentence(token), token
            reader.discourse.note_dreaded(Dreaded(*place, found[0], many, about))


def _is_about(tree: Tree, token: int) -> bool:
    """Whether it is the subject of a main clause."""
    verb = tree.heads[token]
    return tree.deps[token] in SUBJECTS and tree.heads[tree.first_conjunct(verb)] == (
        tree.first_conjunct(verb)
    )
