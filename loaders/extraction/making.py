"""What a cue itself makes of words that name nothing known: "fears *drone flights*" makes those a
threat, and "rejects *Tokyo's offer*" is about whose offer it is."""

from __future__ import annotations

from loaders.extraction.tree import RELATIVE, Tree
from loaders.extraction.world import World


def may_be_made(tree: Tree, world: World, token: int, first: int) -> bool:
    """Whether the common noun phrase from `first` to `token` says enough to be an entity: no
    people, nothing that stands for other words, nothing of one's own."""
    lemma = tree.lemmas[token]
    if tree.tags[token] not in ("NN", "NNS") or not tree.words[token][:1].islower():
        return False
    if lemma in world.empty or lemma in world.people or lemma in world.anaphors:
        return False
    own = any(tree.tags[t] == "PRP$" for t in tree.kids(token, "poss"))
    if own or tree.deps[token] == "compound" or len(lemma) < 4:
        return False
    bare = first == token
    standing = world.containers | world.generics | world.delegates
    return not (bare and lemma in standing)


def owners(tree: Tree, token: int) -> list[int]:
    """Whose the noun is said to be, as far as they do what it says: its possessor, who comes
    after "by" or "between" and who does it in a relative clause; who comes after "of" may suffer
    it."""
    by = tree.after(token, ("by", "between"))
    doing = [
        t
        for clause in tree.kids(token, "relcl")
        for t in tree.kids(clause, "nsubj")
        if tree.lower[t] not in RELATIVE and not tree.kids(clause, "nsubjpass")
    ]
    return [*tree.kids(token, "poss"), *by, *doing]
