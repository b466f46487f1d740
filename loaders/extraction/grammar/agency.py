"""Who acts where a clause or a noun names them in place of a subject."""

from __future__ import annotations

from collections.abc import Container

from loaders.extraction.parse.tags import PROPER
from loaders.extraction.parse.tree import Tree, is_infinitive

_MAKING = frozenset({"of", "by", "between", "among"})


def doing(tree: Tree, agent: int) -> list[int]:
    """ "Put at risk *by what X is doing*": X."""
    return [
        subject
        for clause in tree.kids(agent, "pcomp", "ccomp")
        if any(tree.lower[t] in ("what", "how") for t in tree.children[clause])
        for subject in tree.kids(clause, "nsubj")
    ]


def absolute(tree: Tree, verb: int) -> int | None:
    """ "It comes with *X* doing Y": X, where the parse hangs "doing" on the verb above."""
    name = verb - 1
    if tree.deps[verb] != "advcl" or tree.tags[name] not in PROPER or tree.deps[name] != "pobj":
        return None
    return name if tree.lower[tree.heads[name]] == "with" else None


def named_owners(tree: Tree, noun: int, by: Container[str] = _MAKING) -> list[int]:
    """ "A joint effort *of A and B* to build X": who are named as those who make it."""
    return [t for t in tree.after(noun, by) if tree.tags[t] in PROPER]


def holders(tree: Tree, noun: int) -> list[int]:
    """Whose a noun is said to be by what stands beside it: "*U.S.* readiness to help", "the
    *Japanese* resolve", "the resolve *of X*". A name alone may only say what it is about: "its
    *China* drive"."""
    before = [t for t in tree.kids(noun, "amod", "compound", "nmod") if t < noun]
    named = [t for t in before if _is_whose(tree, t)]
    return named or named_owners(tree, noun, ("of",))


def among(tree: Tree, noun: int) -> list[int]:
    """ "*Among those* who attacked it are *X and Y*": X, who begins the list."""
    above = tree.heads[noun]
    if tree.deps[noun] != "pobj" or tree.lower[above] != "among":
        return []
    verb = tree.heads[above]
    if above > verb or tree.lemmas[verb] != "be":
        return []
    return [t for t in tree.kids(verb, "nsubj", "attr") if t > verb]


def hyphened(tree: Tree, verb: int) -> list[int]:
    """ "The *US*-led drill", "*Russian*-made missiles"."""
    joined = verb > 1 and tree.tags[verb - 1] == "HYPH" and tree.deps[verb] == "amod"
    return [verb - 2] if joined and tree.heads[verb - 2] == verb else []


def hung(tree: Tree, verb: int, held: frozenset[str]) -> list[int]:
    """ "Underlined the resolve *of X* to fight", where the parse hangs "fight" on the verb above;
    `held` are the nouns that somebody has."""
    if tree.deps[verb] != "advcl" or not is_infinitive(tree, verb):
        return []
    nouns = [t for t in tree.kids(tree.heads[verb], "dobj") if t < verb]
    return [t for noun in nouns if tree.lemmas[noun] in held for t in holders(tree, noun)]


def acting_in_clause(tree: Tree, trigger: int) -> list[int]:
    """The subjects of the finite clauses that `trigger` governs: "fear that X may attack"."""
    clauses = tree.kids(trigger, "ccomp", "acl", "relcl")
    if tree.deps[trigger] in ("dobj", "acomp"):
        # "voiced concern that X may fail" is often parsed as what was voiced.
        clauses += tree.kids(tree.heads[trigger], "ccomp")
    return [
        subject
        for clause in clauses
        if clause > trigger
        if tree.child(clause, "mark") is not None or tree.deps[clause] in ("ccomp", "acl")
        for subject in tree.kids(clause, "nsubj", "nsubjpass")
    ]


def _is_whose(tree: Tree, token: int) -> bool:
    """Whether a word before a noun is an adjective of a name, or an acronym."""
    word = tree.words[token]
    if tree.words[token - 1] == "(":
        return False
    if word.isupper():
        return len(word) > 1
    return word[0].isupper() and tree.deps[token] == "amod" and tree.tags[token] != "VBN"
