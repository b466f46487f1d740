"""What a cue itself makes of words that name nothing known: "fears *drone flights*" makes those a
threat, and "rejects *Tokyo's offer*" is about whose offer it is."""

from __future__ import annotations

from collections.abc import Container

from loaders.extraction.knowledge.world import World
from loaders.extraction.parse.tags import RELATIVE
from loaders.extraction.parse.tree import Tree

_SHORTEST = 4
"""Letters of a noun that says enough, unless a hyphen makes it longer: "build-*up*"."""


def may_be_made(tree: Tree, world: World, token: int, first: int) -> bool:
    """Whether the common noun phrase from `first` to `token` says enough to be an entity: no
    people, nothing that stands for other words, nothing of one's own."""
    lemma, bare = tree.lemmas[token], first == token
    if tree.tags[token] not in ("NN", "NNS") or not (
        tree.words[token][:1].islower() or token == tree.sentences[tree.sentence[token]][0]
    ):
        return False
    if lemma in world.empty or lemma in world.people or lemma in world.anaphors:
        return False
    own = any(tree.tags[t] == "PRP$" for t in tree.kids(token, "poss"))
    # "the nine-dash *line*" is no line.
    cut = bare and tree.child(token, "compound", "nmod") is not None
    if (own and bare) or cut or tree.deps[token] == "compound":
        return False
    if len(lemma if bare else tree.words[token]) < _SHORTEST and tree.tags[token - 1] != "HYPH":
        return False
    told = bare and lemma in world.delegates and bool(tree.after(token, ("of",)))
    standing = world.containers | world.generics | (frozenset() if told else world.delegates)
    return not (bare and lemma in standing)


def is_other(tree: Tree, world: World, token: int, class_name: str) -> bool:
    """Whether what is to be a text is headed by a noun of others: "condemned the *attack*"."""
    if world.fits((class_name,), world.issues):
        return False
    lemma = tree.lemmas[token]
    heads = world.heads.get(lemma, ())
    told = tree.child(token, "amod", "compound", "nmod", "prep", "acl", "relcl") is not None
    if not told and any(tree.lower[d] in ("a", "an") for d in tree.kids(token, "det")):
        return True
    return lemma in world.inflicted or any(
        world.fits((h.class_name,), world.feared)
        or (not h.adjectives and not world.fits((h.class_name,), (class_name,)))
        for h in heads
    )


def owners(tree: Tree, token: int, faring: Container[str] = ()) -> list[int]:
    """Whose the noun is said to be, as far as they do what it says: its possessor, who comes
    after "by" or "between" and who does it in a relative clause; who comes after "of" may suffer
    it. What nouns of `faring` say is between several is the doing of none of them."""
    by = tree.after(token, ("by",) if tree.lemmas[token] in faring else ("by", "between"))
    doing = [
        t
        for clause in tree.kids(token, "relcl")
        for t in tree.kids(clause, "nsubj")
        if tree.lower[t] not in RELATIVE and not tree.kids(clause, "nsubjpass")
    ]
    return [*tree.kids(token, "poss"), *by, *doing]
