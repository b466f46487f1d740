"""Who else does what a verb says: "together with B", "like B", "as did B", "B did so in May",
"followed by B"."""

from __future__ import annotations

from collections.abc import Container, Sequence

from loaders.extraction.parse.tags import COMMON, NAMES, PROPER
from loaders.extraction.parse.tree import Tree

_AUXILIARY = frozenset({"do", "be", "have"})
_OPENING = frozenset({"as", "so"})
_ALIKE = frozenset({"like"})
_WITH = frozenset({"with", "alongside"})
_TOGETHER = frozenset({"together", "along", "jointly"})
_FOLLOWED = frozenset({"followed", "joined", "accompanied", "flanked"})
_ASIDE = frozenset({",", "–", "—", "("})
_SHORT = frozenset({"nsubj", "nsubjpass", "advmod", "mark", "cc", "punct", "prep", "npadvmod"})
"""What hangs on a verb that only repeats another."""


def fellows(tree: Tree, verb: int, subjects: Sequence[int], joining: Container[str]) -> list[int]:
    """The heads of those, in tokens; those that are coordinated with them are not told apart."""
    found = [
        t
        for host in _hosts(tree, verb, subjects)
        for outer in tree.kids(host, "prep")
        for p in (outer, *tree.kids(outer, "prep"))
        if _joins(tree, p, host, joining) or _is_between(tree, p, subjects, verb)
        if tree.lower[p] not in _ALIKE or not _has_own(tree, verb)
        for t in tree.kids(p, "pobj")
        if not _is_thing(tree, t, subjects)
    ]
    found += _followers(tree, verb, *subjects, *tree.kids(verb, "dobj"))
    for other in (*tree.kids(verb, "advcl", "conj", "ccomp", "parataxis"), *_above(tree, verb)):
        if tree.lemmas[other] in _AUXILIARY and _repeats(tree, other):
            found += tree.kids(other, "nsubj", "nsubjpass")
    if tree.heads[verb] == verb:
        for other in _after(tree, verb):
            found += tree.kids(other, "nsubj", "nsubjpass")
    return found


def _is_thing(tree: Tree, token: int, subjects: Sequence[int]) -> bool:
    """Whether it opens the sentence and is nobody like the subject: "alongside *pleas*, Chad has
    built ships"."""
    named = any(tree.tags[s] in PROPER for s in subjects)
    own = tree.child(token, "poss") is not None
    return named and token < min(subjects) and tree.tags[token] in COMMON and not own


def _after(tree: Tree, verb: int) -> list[int]:
    """The verbs of the next sentences that only repeat this one: "A joined. *So did* B. C *did so*
    in May"."""
    found = []
    for start, end in tree.sentences[tree.sentence[verb] + 1 :]:
        if "so" not in tree.lower[start:end]:
            break
        root = next((t for t in range(start, end) if tree.heads[t] == t), start)
        if tree.lemmas[root] not in _AUXILIARY or not _repeats(tree, root):
            break
        found.append(root)
    return found


def _hosts(tree: Tree, verb: int, subjects: Sequence[int]) -> list[int]:
    """The verb, its subjects and the commas after these, on which the parse may hang them."""
    beside = [c for s in subjects for c in tree.kids(s, "punct") if c > s]
    return [verb, *subjects, *beside]


def _has_own(tree: Tree, verb: int) -> bool:
    """Whether each has one of his own: "like B, A backs *its* claims"."""
    return any(
        tree.tags[owner] == "PRP$"
        for thing in tree.kids(verb, "dobj", "attr")
        for owner in tree.kids(thing, "poss")
    )


def of_noun(tree: Tree, noun: int, joining: Container[str]) -> list[int]:
    """Of whom the same is said: "X is a partner, *together with Y*"."""
    ends = [
        p
        for host in (noun, tree.heads[noun])
        for outer in tree.kids(host, "prep", "cc")
        for p in (outer, *tree.kids(outer, "prep"))
        if p > noun
    ]
    joined = [p for p in ends if f"{tree.lower[p - 1]} {tree.lower[p]}" in joining]
    return [t for p in joined for t in tree.kids(p, "pobj")] + _followers(
        tree, noun, tree.heads[noun]
    )


def _followers(tree: Tree, *hosts: int) -> list[int]:
    """ "X is its largest donor, *followed by Y and Z*", "X, *joined by Y*, held a drill"."""
    return [
        t
        for host in hosts
        for clause in tree.kids(host, "acl", "advcl")
        if is_following(tree, clause)
        for t in tree.kids(clause + 1, "pobj")
    ]


def is_following(tree: Tree, clause: int) -> bool:
    """Whether a participle says who else does what is said: "X, *joined* by Y, held a drill"."""
    return tree.lower[clause] in _FOLLOWED and tree.lower[clause + 1 : clause + 2] == ["by"]


def _joins(tree: Tree, preposition: int, host: int, joining: Container[str]) -> bool:
    lower, before = tree.lower[preposition], tree.lower[preposition - 1] if preposition else ""
    pair = f"{before} {lower}" in joining
    if pair or lower in joining:
        # "work *together with* B", "stand *alongside* B": B is with whom.
        first = preposition - pair
        if first < host and not tree.is_verb(host):
            return False
        return tree.is_verb(host) and first != host + 1
    if lower not in _ALIKE or (tree.is_verb(host) and preposition > host):
        # "Means, *like* X": examples.
        return False
    opens = preposition == tree.sentences[tree.sentence[preposition]][0]
    return opens or before in _ASIDE


def _is_between(tree: Tree, preposition: int, subjects: Sequence[int], verb: int) -> bool:
    """Whether commas set off nobody but those who are with the subject: "A, *with* B and C, is",
    "A, together *with* B, is"."""
    opening = preposition - 1 - (tree.lower[preposition - 1] in _TOGETHER)
    if tree.lower[preposition] not in _WITH or not subjects or tree.words[opening] != ",":
        return False
    if not max(subjects) < preposition < verb:
        return False
    last = max(tree.subtree(preposition))
    names = all(tree.tags[t] in NAMES for t in range(preposition + 1, last + 1))
    return names and tree.words[last + 1 : last + 2] == [","]


def _above(tree: Tree, verb: int) -> list[int]:
    """ "A joined in May; B *did so* in June": the parse puts the first below the second."""
    return [tree.heads[verb]] if tree.deps[verb] == "ccomp" else []


def _repeats(tree: Tree, verb: int) -> bool:
    """Whether a verb only repeats another: "as *did* B", "B *did* so"."""
    kids = tree.children[verb]
    opens = [k for k in kids if tree.lower[k] in _OPENING and tree.deps[k] in ("mark", "advmod")]
    if not opens:
        return False
    inverted = all(k > verb for k in kids if tree.deps[k] in ("nsubj", "nsubjpass"))
    if tree.lower[opens[0]] == "as" and not inverted:
        return False
    plain = all(tree.deps[k] in _SHORT or tree.deps[k] == "ccomp" for k in kids)
    return plain and tree.child(verb, "nsubj", "nsubjpass") is not None
