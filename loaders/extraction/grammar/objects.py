"""What a verb is done to where the parse hangs it elsewhere: shared, wanted, helped objects."""

from __future__ import annotations

from loaders.extraction.parse.tree import Tree, follows_to

_SMALL = frozenset({"JJ", "JJR", "VBN"})
"""What a small clause says: "make X *safer*"."""


def direct(tree: Tree, verb: int) -> list[int]:
    """Its own objects, without what the parse hangs on it beyond another verb: "condemned X, and
    pressed for *Y*"."""
    own = tree.kids(verb, "dobj", "dative")
    if len(own) < 2:
        return own
    verbs = (c for c in tree.kids(verb, "conj") if c > verb and tree.is_verb(c))
    later = min(verbs, default=len(tree.words))
    return [t for t in own if t < later]


def betters(tree: Tree, verb: int, objects: list[int]) -> bool:
    """Whether it makes its objects more of something: "making *X* safer", "making X *more*
    robust"."""
    return any(
        tree.tags[clause] == "JJR"
        or any(tree.tags[m] in ("RBR", "JJR") for m in tree.kids(clause, "advmod", "amod"))
        for clause in tree.kids(verb, "ccomp", "oprd", "xcomp")
        if any(verb < t < clause for t in objects)
    )


def aims(tree: Tree, verb: int) -> list[int]:
    """What it is done for, in verbs: "working together *to protect* X", "help *defend* X"."""
    return [t for t in tree.kids(verb, "xcomp", "advcl", "ccomp") if tree.tags[t] == "VB"]


def borrowed(tree: Tree, verb: int, *, control: bool, helps: bool) -> list[int]:
    """The object of a verb without one of its own. `control`: the verb makes its object act;
    `helps`: it is one of those that help it to."""
    return (
        _worried(tree, verb)
        or _helped(tree, verb, control, ("to",) if helps else ())
        or _wanted_object(tree, verb)
        or _modified_object(tree, verb)
        or _shared_object(tree, verb)
    )


def _worried(tree: Tree, verb: int) -> list[int]:
    """ "What worries *X* is Y", where the parse makes X the subject of "is"."""
    if not any(tree.lower[t] == "what" for t in tree.kids(verb, "nsubj")):
        return []
    told = tree.told(verb)
    return tree.kids(told, "nsubj") if told is not None else []


def _helped(tree: Tree, verb: int, control: bool, by: tuple[str, ...]) -> list[int]:
    """ "Help X (to) fight", "want X respected", "make X safer": X."""
    return [
        subject
        for clause in tree.kids(verb, "ccomp")
        if tree.tags[clause] in (_SMALL | {"VB", "VBD", "VBP"} if control else _SMALL)
        and tree.child(clause, "mark", "auxpass") is None
        and all(tree.lower[t] in by for t in tree.kids(clause, "aux"))
        for subject in tree.kids(clause, "nsubj", "nsubjpass")
        if verb < subject < clause
    ]


def _wanted_object(tree: Tree, verb: int) -> list[int]:
    """ "The ship it is to build", "the pact they want to sign": the noun."""
    above = tree.heads[verb]
    if tree.deps[verb] != "xcomp" or tree.child(verb, "ccomp", "xcomp") is not None:
        return []
    if tree.deps[above] != "relcl" or tree.child(above, "nsubj") is None:
        return []
    noun = tree.heads[above]
    free = tree.child(above, "dobj", "attr", "advmod") is None
    return [noun] if free and tree.is_noun(noun) else []


def _modified_object(tree: Tree, verb: int) -> list[int]:
    """ "The pact Tokyo signed": the noun, unless a preposition waits for it."""
    if tree.deps[verb] != "relcl" or tree.child(verb, "nsubj") is None:
        return []
    if _is_setting(tree, verb):
        return []
    waiting = [
        p for p in tree.kids(verb, "prep") if tree.child(p, "pobj", "pcomp", "prep") is None
    ] or tree.kids(verb, "ccomp", "xcomp", "dobj")
    return [] if waiting else [tree.heads[verb]]


def _is_setting(tree: Tree, verb: int) -> bool:
    """Whether the noun is only where a relative clause is set: "fields *in which* ties grow"."""
    led = (t for p in tree.kids(verb, "prep") for t in tree.kids(p, "pobj"))
    return any(tree.tags[t] == "WDT" for t in led)


def _shared_object(tree: Tree, verb: int) -> list[int]:
    """ "Develop and produce X": X belongs to both."""
    if tree.child(verb, "prep", "xcomp", "ccomp") is not None:
        return []
    for other in tree.kids(verb, "conj"):
        if tree.is_verb(other) and tree.child(other, "nsubj") is None:
            own = tree.kids(other, "dobj")
            if own and own[0] > other:
                return own
    return []


def is_in_view(tree: Tree, verb: int, noun: int) -> bool:
    """Whether what a gerund hangs on says with what in view one acts: "acts with a *view* to
    better *countering* X"."""
    gerund = tree.tags[verb] == "VBG" and tree.deps[noun] == "pobj"
    return gerund and follows_to(tree, verb)


def judged(tree: Tree, head: int) -> int:
    """The verb for a word that only adds to it: "stopped *short* of signing", "sees X as *vital*
    in countering Y"."""
    above = tree.heads[head]
    if tree.deps[head] == "amod" and tree.lower[above] == "as":
        above = tree.heads[above]
    elif tree.deps[head] != "advmod":
        return head
    return above if tree.is_verb(above) else head
