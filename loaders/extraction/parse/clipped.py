"""Short clauses between names whose verb looks like a noun: "North Korea *arms* Russia", "Beijing's
presence in the islands *troubles* Wellington". The parse makes a name or a plural of it."""

from __future__ import annotations

from loaders.extraction.parse.branches import Branches, first_of, head_of, kid, move, take
from loaders.extraction.parse.tags import FINITE, NOMINAL, PROPER, TENSED

_LIKE = frozenset({"NNS", "VBZ"})
_NOUNS = frozenset({"compound", "nsubj", "nmod", "pobj", "appos", "dobj", "conj"})
"""How nouns hang, and no verb that says something."""
_GIVEN = frozenset({"appos", "dobj", "npadvmod", "nsubj", "dep"})
"""How the parse hangs on the verb, or beside it, what it is done to."""
_BESIDE = frozenset({"npadvmod", "dep", "ccomp", "parataxis"})
"""How the parse hangs what is said before "they say" on that."""
_NEAR = 4
"""Words from the verb to the noun that ends a name."""
_PEOPLE = ("ers", "ors", "ents", "iefs", "ries", "ials", "ians")
"""Endings of plurals that stand before names of people: "*leaders* Modi and Xi"."""


def unclip(tree: Branches) -> None:
    """Make verbs of them."""
    tags, deps = tree.tags, tree.deps
    for index in range(1, len(tags) - 1):
        if deps[index] == "amod" and tree.lower[index].endswith("ed"):
            _recount(tree, index)
        if tags[index] == "NNS" and deps[index] == "ROOT":
            _head(tree, index)
        if tags[index] not in _LIKE or deps[index] not in _NOUNS:
            continue
        word = tree.words[index]
        if not word.islower() or word.endswith(_PEOPLE) or not word.endswith("s"):
            continue
        after = index + 2 if tags[index + 1] == "DT" else index + 1
        if tags[after : after + 1] not in (["NNP"], ["NNPS"]):
            continue
        if tags[index - 1] in PROPER:
            _unclip(tree, index)
        elif tree.lower[index - 1] == "and" and after > index + 1:
            _coordinate(tree, index)


def _unclip(tree: Branches, verb: int) -> None:
    """Make a verb of what stands between two names, if its clause has no other."""
    above = tree.heads[verb]
    outer = tree.heads[above]
    if tree.deps[verb] == "nsubj" and tree.tags[above] in TENSED:
        _part(tree, verb, above)
        return
    if tree.deps[above] == "nsubj" and tree.tags[outer] in TENSED:
        _part(tree, verb, outer)
        return
    if tree.deps[above] == "dobj" and tree.tags[outer] in FINITE:
        _go_on(tree, verb, outer)
        return
    if tree.deps[above] in _BESIDE and tree.words[above + 1 : above + 2] == [","]:
        _tell(tree, verb, outer)
        return
    top = [verb, *tree.up(verb)][-1]
    if (tree.tags[top] not in NOMINAL and top != verb) or _has_verb(tree, top):
        return
    before = verb - 1
    if top < before and top != verb:
        thing = _given(tree, verb)
        if thing is None or tree.deps[verb] != "pobj":
            return
        take(tree, verb, before)
        tree.deps[before] = "pobj"
        move(tree, before, above)
        head_of(tree, verb, top)
    elif top > verb:
        thing = top
        if before not in tree.children[verb] and before not in tree.children[top]:
            return
        take(tree, top, before)
        take(tree, verb, before)
        move(tree, before, verb)
        head_of(tree, verb, before)
    else:
        return
    tree.tags[verb], tree.deps[thing] = "VBZ", "dobj"
    move(tree, thing, verb)


def _go_on(tree: Branches, verb: int, first: int) -> None:
    """ "A threatens B, and C *arms* D": the parse makes D another object of the first verb."""
    thing, before = tree.heads[verb], verb - 1
    earlier = any(tree.deps[t] == "dobj" and t < before for t in tree.children[first])
    if not earlier or tree.heads[before] not in (verb, thing):
        _tell(tree, verb, first)
        return
    _say(tree, verb, thing, first, "conj")


def _tell(tree: Branches, verb: int, saying: int) -> None:
    """ "A *arms* B, they note": it is what they note, and B no time at which they do."""
    thing, before = tree.heads[verb], verb - 1
    told = kid(tree, saying, "nsubj")
    if tree.tags[saying] not in TENSED or told is None or not thing < told < saying:
        return
    if before not in tree.children[verb] and before not in tree.children[thing]:
        return
    _say(tree, verb, thing, saying, "ccomp")


def _say(tree: Branches, verb: int, thing: int, above: int, dep: str) -> None:
    """Make a clause of the verb with the name before it and the one that it is done to, and hang
    that on `above`."""
    before = verb - 1
    take(tree, thing, before)
    take(tree, verb, before)
    move(tree, verb, above)
    move(tree, before, verb)
    move(tree, thing, verb)
    tree.tags[verb], tree.deps[verb] = "VBZ", dep
    tree.deps[before], tree.deps[thing] = "nsubj", "dobj"


def _recount(tree: Branches, verb: int) -> None:
    """ "The dispatch of troops to Russia *alarmed* Seoul": the parse makes an adjective of it."""
    thing, before = tree.heads[verb], tree.tags[verb - 1]
    if thing != verb + 1 or tree.tags[thing] not in PROPER or before not in NOMINAL:
        return
    top = tree.up(thing)[-1:] or [thing]
    if top[0] >= verb or tree.tags[top[0]] not in NOMINAL or _has_verb(tree, top[0]):
        return
    head_of(tree, verb, top[0])
    move(tree, thing, verb)
    tree.tags[verb], tree.deps[thing] = "VBD", "dobj"


def _head(tree: Branches, verb: int) -> None:
    """ "Its fleet *troubles* Palau.": the parse makes a noun of it that heads the sentence."""
    subject, thing = verb - 1, _given(tree, verb)
    if tree.deps[subject] != "compound" or tree.tags[subject] != "NN" or thing is None:
        return
    whole = tree.tags[thing] in PROPER and tree.words[tree.children[verb][-1]] == "."
    own = (kid(tree, t, dep) for t in (verb, subject) for dep in ("poss", "det"))
    if (
        not whole
        or not any(t is not None for t in own)
        or tree.words[verb].endswith(_PEOPLE)
        or _has_verb(tree, verb)
    ):
        return
    take(tree, verb, subject)
    tree.tags[verb], tree.deps[subject], tree.deps[thing] = "VBZ", "nsubj", "dobj"


def _part(tree: Branches, verb: int, later: int) -> None:
    """ "A *arms* B and C supplies D", "A *arms* B, and C resents it": C does, whatever the parse
    makes of them."""
    thing = kid(tree, verb, "dobj") or next(
        (t for t in tree.children[later] if t > verb and tree.deps[t] in ("nsubj", "nmod")), None
    )
    if thing is None or not verb < thing < later or tree.heads[verb] not in (later, thing):
        return
    before, other = verb - 1, later - 1
    if thing > verb + _NEAR:
        return
    while other > thing and tree.tags[other] not in PROPER:
        other -= 1
    if tree.deps[other] != "conj" or tree.heads[other] != thing or tree.tags[later] not in TENSED:
        return
    take(tree, thing, before)
    move(tree, before, verb)
    head_of(tree, verb, before)
    move(tree, thing, verb)
    move(tree, other, later)
    move(tree, later, verb)
    tree.tags[verb], tree.deps[thing] = "VBZ", "dobj"
    tree.deps[other], tree.deps[later] = "nsubj", "conj"


def _coordinate(tree: Branches, verb: int) -> None:
    """ "A funds B's cables and *arms* the C": the parse makes another object of it."""
    above, thing = tree.heads[verb], _beside(tree, verb)
    doing = tree.heads[above]
    if tree.deps[verb] != "conj" or tree.deps[above] != "dobj" or tree.tags[doing] != "VBZ":
        return
    if thing is None or tree.tags[verb] != "NNS":
        return
    move(tree, verb, doing)
    move(tree, thing, verb)
    tree.tags[verb], tree.deps[thing] = "VBZ", "dobj"


def _given(tree: Branches, verb: int, above: int | None = None) -> int | None:
    """The name right after it that the parse hangs on it, or on `above`."""
    return next(
        (
            t
            for t in tree.children[verb if above is None else above]
            if t > verb and tree.deps[t] in _GIVEN and first_of(tree, t) == verb + 1
        ),
        None,
    )


def _beside(tree: Branches, verb: int) -> int | None:
    """The name right after it that the parse hangs on it or on what it is coordinated with."""
    return _given(tree, verb) or _given(tree, verb, tree.heads[verb])


def _has_verb(tree: Branches, top: int) -> bool:
    """Whether anything below `top` is a verb that has a tense, but of a relative clause or one that
    is only coordinated with it."""
    waiting = [top]
    while waiting:
        at = waiting.pop()
        if tree.tags[at] in TENSED and tree.deps[at] != "compound" and at != top:
            return True
        waiting += [
            t
            for t in tree.children[at]
            if tree.deps[t] != "relcl" and not (tree.deps[t] == "conj" and tree.tags[t] in TENSED)
        ]
    return False
