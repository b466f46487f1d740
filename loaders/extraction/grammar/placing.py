"""What is said to stand somewhere, and where: "X ranks among their *priorities*"."""

from __future__ import annotations

from loaders.extraction.parse.tree import Tree

_STEPS = 5
_INVERTED = ("attr", "dobj", "nsubj")


def places(tree: Tree, verb: int) -> list[int]:
    """The place whose relative clause has `verb`: "the port where they are to rotate"."""
    if "where" not in tree.lower:
        return []
    for above in (verb, *tree.up(verb)):
        if any(tree.lower[a] == "where" for a in tree.kids(above, "advmod")):
            return [tree.heads[above]] if tree.deps[above] == "relcl" else []
        if tree.deps[above] not in ("xcomp", "conj", "ccomp"):
            break
    return []


def placed(tree: Tree, noun: int, verbs: frozenset[str]) -> list[int]:
    """The grammatical subject of the verb among `verbs` that puts something where `noun` is."""
    verb = _placing(tree, noun, verbs)
    if verb is None:
        return []
    own = [t for t in tree.kids(verb, "nsubj", "nsubjpass") if tree.lower[t] != "there"]
    # "*Chief* among their fears is X"
    own = [t for t in own if t not in tree.up(noun)]
    if own and own[0] < verb:
        return [t for s in own for t in tree.antecedent(s, verb)]
    # "At the heart of the plan is X"
    return [t for t in tree.kids(verb, *_INVERTED) if t > verb][:1] if noun < verb else []


def _placing(tree: Tree, noun: int, verbs: frozenset[str]) -> int | None:
    at = tree.first_conjunct(noun)
    for _ in range(_STEPS):
        dep, head = tree.deps[at], tree.heads[at]
        if dep == "dobj" and tree.lemmas[head] in verbs:
            return head
        if dep == "attr" and at != noun and tree.lemmas[head] in verbs:
            return head
        if dep != "pobj":
            return None
        outer = tree.heads[head]
        if tree.is_verb(outer):
            return outer if tree.lemmas[outer] in verbs else None
        if tree.tags[outer] in ("JJ", "JJR", "JJS", "RB", "RBR") or tree.lower[outer] == "chief":
            # "X is high on the agenda", "*chief* among their fears is X"
            above = tree.heads[outer]
            return above if tree.is_verb(above) and tree.lemmas[above] in verbs else None
        if tree.lower[head] not in ("of", "on", "in"):
            return None
        at = tree.first_conjunct(outer)
    return None
