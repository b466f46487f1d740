"""How a state or a place is wished to be: "a *free and open* X", "X is to remain *free*"."""

from __future__ import annotations

from loaders.extraction.grammar import phrase
from loaders.extraction.knowledge.world import World
from loaders.extraction.names.names import TokenName
from loaders.extraction.parse.tree import Tree, is_infinitive


def called(tree: Tree, world: World, name: TokenName) -> str | None:
    """The name with the adjectives that say how it is wished to be."""
    token = name.root
    how = [t for t in tree.kids(token, "amod") if t < name.first and tree.lower[t] in world.wished]
    if how:
        article = any(tree.lower[t] in ("a", "an") for t in tree.kids(token, "det"))
        return phrase.text(tree, how[0], name.last) if article else None
    states = kept(tree, world, token)
    if not states:
        return None
    *others, last = (tree.lower[t] for t in states)
    words = f"{', '.join(others)} and {last}" if others else last
    return f"{words} {phrase.text(tree, name.first, name.last)}"


def kept(tree: Tree, world: World, token: int) -> list[int]:
    """The adjectives that say how `token` is to stay: "remains *free and open*"."""
    verb = tree.heads[token]
    if tree.lemmas[verb] not in world.keeping and not _is_to_be(tree, verb):
        return []
    if tree.deps[token] not in ("nsubj", "dobj"):
        return []
    state = tree.child(verb, "acomp" if tree.deps[token] == "nsubj" else "oprd")
    if state is None or state < token or tree.lower[state] not in world.wished:
        return []
    return [t for t in tree.conjuncts(state) if tree.lower[t] in world.wished]


def _is_to_be(tree: Tree, verb: int) -> bool:
    """Whether something is to be so, and not said to be: "want X *to be* open"."""
    return tree.lemmas[verb] == "be" and is_infinitive(tree, verb)
