"""What "it" takes up of the clause before in the same place: "A sent arms to *B*, and C supplied
*it* with drones"."""

from __future__ import annotations

from loaders.extraction.parse.tags import PROPER
from loaders.extraction.parse.tree import Tree

_WHOM = frozenset({"to", "for", "against", "with"})
_ACTED = frozenset({"dobj", "pobj", "dative"})


def paralleled(tree: Tree, token: int) -> list[int]:
    """The one name to which the clause before does or gives something, where another acts in that
    of the pronoun at `token`."""
    if tree.lower[token] != "it" or tree.deps[token] not in _ACTED:
        return []
    verb = next((t for t in tree.up(token) if tree.is_verb(t)), None)
    if verb is None or tree.deps[verb] != "conj" or tree.child(verb, "nsubj") is None:
        return []
    before = tree.heads[verb]
    if not tree.is_verb(before) or tree.child(before, "nsubj") is None:
        return []
    things = tree.kids(before, "dobj", "dative")
    leading = [p for host in (before, *things) for p in tree.kids(host, "prep", "dative")]
    whom = [t for p in leading if tree.lower[p] in _WHOM for t in tree.kids(p, "pobj")]
    named = [t for t in (*whom, *things) if tree.tags[t] in PROPER and t < verb]
    return named if len(named) == 1 and len(tree.conjuncts(named[0])) == 1 else []
