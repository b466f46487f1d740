"""Who acts where they are named beside the clause's subject or in place of one."""

from __future__ import annotations

from loaders.extraction.tree import PROPER, Tree

_MAKING = frozenset({"of", "by", "between", "among"})


def likewise(tree: Tree, verb: int, subjects: list[int]) -> list[int]:
    """ "Japan, *like* Y, has imposed sanctions": Y, which is named between commas or first."""
    start = tree.sentences[tree.sentence[verb]][0]
    if "like" not in tree.lower[start:verb] or _has_own(tree, verb):
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


def _has_own(tree: Tree, verb: int) -> bool:
    """Whether each has one of his own: "backs *its* claims"."""
    return any(
        tree.tags[owner] == "PRP$"
        for thing in tree.kids(verb, "dobj", "attr")
        for owner in tree.kids(thing, "poss")
    )


def doing(tree: Tree, agent: int) -> list[int]:
    """ "Put at risk *by what X is doing*": X."""
    return [
        subject
        for clause in tree.kids(agent, "pcomp", "ccomp")
        if any(tree.lower[t] in ("what", "how") for t in tree.children[clause])
        for subject in tree.kids(clause, "nsubj")
    ]


def named_owners(tree: Tree, noun: int) -> list[int]:
    """ "A joint effort *of A and B* to build X": who are named as those who make it."""
    return [
        t
        for p in tree.kids(noun, "prep")
        if tree.lower[p] in _MAKING
        for t in tree.kids(p, "pobj")
        if tree.tags[t] in PROPER
    ]
