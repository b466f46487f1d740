"""By what somebody calls something: "sees X as a threat", "calls X a folly", "lists X
among its concerns"."""

from __future__ import annotations

from loaders.extraction.parse.tree import Tree

_UP = 4
"""Words between what is misread as a name's apposition and the object it belongs to."""
_WITHIN = frozenset({"pobj", "prep", "compound", "conj", "nmod", "poss"})
_OF = ("to", "of")
"""Before what is called something: "refers *to* X as", "speaks *of* X as"."""
_AS = frozenset({"pobj", "amod", "pcomp", "advcl", "acomp"})


def verb_of(tree: Tree, said: int, naming: frozenset[str]) -> int | None:
    """The verb by which something is called what `said` says; None if it is not."""
    dep, head = tree.deps[said], tree.heads[said]
    if dep in _AS and tree.lower[head] == "as":
        above = tree.heads[head]
        return above if tree.is_verb(above) else _first_verb(tree, said)
    if dep == "pobj" and tree.lower[head] == "among":
        above = tree.heads[head]
        return above if tree.is_verb(above) and tree.lemmas[above] in naming else None
    if dep == "oprd" and tree.is_verb(head):
        return head
    if dep in ("ccomp", "xcomp") and tree.lemmas[head] in naming and not tree.is_finite(said):
        return head
    if dep == "dobj" and tree.lemmas[head] in naming and beside(tree, said):
        # "branded X a threat": the parse gives the threat to X.
        return head
    return _over(tree, head, naming) if dep == "appos" and tree.is_noun(said) else None


def _first_verb(tree: Tree, said: int) -> int | None:
    """The verb that is not said again: "*sees* X as a rival and Y as a partner"."""
    other = second(tree, said)
    return None if other is None else next((t for t in tree.up(other) if tree.is_verb(t)), None)


def second(tree: Tree, said: int) -> int | None:
    """What is called what `said` says by a verb that is not said again: "sees X as a rival and *Y*
    as a partner"."""
    other = tree.heads[tree.heads[said]]
    first = tree.heads[other]
    again = tree.deps[other] == "conj" and tree.is_noun(other) and tree.is_noun(first)
    named = again and tree.lower[tree.heads[said]] == tree.lower[tree.heads[first]] == "as"
    return other if named and tree.deps[said] == tree.deps[first] == "pobj" else None


def _over(tree: Tree, noun: int, naming: frozenset[str]) -> int | None:
    """The verb of naming whose object `noun` belongs to: "called the idea of *X* a folly"."""
    for _ in range(_UP):
        head = tree.heads[noun]
        if tree.deps[noun] == "dobj" and tree.lemmas[head] in naming:
            return head
        if tree.deps[noun] not in _WITHIN:
            break
        noun = head
    return None


def called(tree: Tree, said: int, verb: int) -> list[int]:
    """What is called what `said` says by `verb`; empty if the parse has no object of it."""
    if tree.deps[said] in ("ccomp", "xcomp") and tree.heads[said] == verb:
        return tree.kids(said, "nsubj", "nsubjpass")
    if (other := second(tree, said)) is not None:
        return [other]
    to = [
        t
        for p in tree.kids(verb, "prep")
        if tree.lower[p] in _OF and p < said
        for t in tree.kids(p, "pobj")
    ]
    seen = beside(tree, said) if tree.deps[said] == "dobj" else tree.kids(verb, "dobj", "nsubjpass")
    return seen or to


def beside(tree: Tree, said: int) -> list[int]:
    """Who stands between the verb and its object `said`: "declared *X* a threat", "sees in *X* a
    threat"."""
    verb = tree.heads[said]
    if tree.lower[verb + 1] == "in" and tree.heads[verb + 1] == verb and verb + 1 < said:
        return tree.kids(verb + 1, "pobj")
    if _is_bare(tree, verb, said):
        # "labelled *it* partner and rival": the parse makes one noun of both.
        return [said - 1]
    return [
        t
        for t in tree.kids(verb, "dative", "dobj")
        if verb < t < said and tree.tags[t] not in ("IN", "TO")
    ]


def _is_bare(tree: Tree, verb: int, said: int) -> bool:
    """Whether a noun without an article right after whom a verb names says what they are called."""
    whom = said - 1
    near = verb < whom and tree.tags[said] == "NN" and tree.tags[whom] in ("PRP", "NNP")
    if not near or tree.heads[whom] != said or tree.child(said, "det", "poss") is not None:
        return False
    return all(tree.heads[t] in (whom, said) for t in range(verb + 1, whom))


def so_called(tree: Tree, verb: int, naming: frozenset[str]) -> list[int]:
    """ "Condemned what it called *X*", "criticized what it describes as *X*", "objected to what
    would be *X*": X."""
    return [
        said
        for clause in tree.kids(verb, "ccomp", "pcomp")
        if any(tree.lower[t] == "what" for t in tree.children[clause])
        and (tree.lemmas[clause] == "be" or tree.lemmas[clause] in naming)
        for host in (clause, *(p for p in tree.kids(clause, "prep") if tree.lower[p] == "as"))
        for said in tree.kids(host, "oprd", "pobj", "attr")
    ]
