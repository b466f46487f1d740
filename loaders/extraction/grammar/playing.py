"""Who plays a part in something, by a noun that says so: "the role *of X in* fighting Y"."""

from __future__ import annotations

from loaders.extraction.parse.tree import Tree


def players(tree: Tree, preposition: int, nouns: frozenset[str]) -> list[int]:
    """Those whose part, told by one of `nouns`, is what follows an "in"; the parse gives that to
    the noun, to them or to the verb: "stressed the *importance of X in* fighting Y"."""
    if tree.lower[preposition] != "in":
        return []
    head = tree.heads[preposition]
    parts = [head, *tree.kids(head, "dobj")]
    if tree.deps[head] == "pobj" and tree.lower[tree.heads[head]] == "of":
        parts.append(tree.heads[tree.heads[head]])
    return [
        whose
        for noun in parts
        if noun < preposition and tree.is_noun(noun) and tree.lemmas[noun] in nouns
        for whose in tree.after(noun, ("of",))
        if whose < preposition
    ]
