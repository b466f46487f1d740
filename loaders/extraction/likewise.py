"""Of whom a clause says the same as of its subject."""

from __future__ import annotations

from loaders.extraction.tree import PROPER, Tree


def likewise(tree: Tree, verb: int, subjects: list[int]) -> list[int]:
    """ "Japan, *like* Y, has imposed sanctions": Y, which is named between commas or first."""
    start = tree.sentences[tree.sentence[verb]][0]
    if "like" not in tree.lower[start:verb]:
        return []
    return [
        named
        for token in range(start, verb)
        if tree.lower[token] == "like" and tree.tags[token] == "IN"
        if token == start or (tree.words[token - 1] == "," and min(subjects) < token)
        for named in tree.kids(token, "pobj")
        if tree.tags[named] in PROPER
        and named not in subjects
        and tree.words[named + 1 : named + 2] == [","]
    ]
