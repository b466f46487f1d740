"""Plural verbs that look like nouns or adverbs and leave their sentence without a verb: "Japan and
South Korea *support* Ukraine", "A, B and C *share* warning data", "The three *work* together"."""

from __future__ import annotations

from loaders.extraction.parse.branches import Branches, first_of, head_of, last_of, move
from loaders.extraction.parse.tags import NOMINAL, PROPER, VERBAL

_LOOKS = frozenset(
    {
        "back",
        "border",
        "doubt",
        "exchange",
        "face",
        "fear",
        "fund",
        "host",
        "partner",
        "plan",
        "question",
        "share",
        "support",
        "test",
        "trade",
        "value",
        "voice",
        "welcome",
    }
)
_TOLD = frozenset({"sign", "ink", "seal", "pledge", "vow"})
"""Verbs of headlines, which end without a full stop: "Chile and Peru *sign* trade pact"."""
_THING = frozenset({"DT", "PRP$", "JJ", "VBG", *NOMINAL})
_SINGLE = _LOOKS | {"side", "team", "march", "deal", "vote"}
_NAMES = PROPER | {"DT"}
_NAMED = frozenset({"compound", "det", "amod", "nmod"})
_FOLLOWING = frozenset({"IN", "DT", "PRP$"})
_OF_NOUNS = frozenset({"appos", "dep", "nmod"})
_OF_HEAD = frozenset({"compound", "amod", "nmod"})
_ENDANGERING = frozenset({"undermine", "harm", "fuel", "weaken", "risk", "target", "challenge"})
_ALL = frozenset({"the", "all", "these"})
_LEADING = frozenset({"IN", "TO", "RB"})
_ON = frozenset({"on", "with", "in"})


def tell(tree: Branches) -> None:
    """Make such a word the verb of the names or the number before it, and what follows its
    object."""
    for index, word in enumerate(tree.lower):
        if tree.deps[index] in _OF_HEAD and _is_second(tree, index):
            _make_second(tree, index)
            continue
        if tree.tags[index] in VERBAL:
            continue
        if tree.tags[index] == "NNS" and _is_alone(tree, index):
            _make_alone(tree, index)
            continue
        told = word in _TOLD
        looks = told or word in _LOOKS
        if not (looks and _is_after_names(tree, index)) and not _is_counted(tree, index, looks):
            continue
        root = tree.root(index)
        first, last = first_of(tree, root), last_of(tree, root)
        if _is_verbless(tree, first, last, told) and _has_object(tree, index, last):
            _make(tree, index, first, last)


def _is_alone(tree: Branches, index: int) -> bool:
    """Whether one name stands before what the parse makes the head of a sentence without a verb:
    "North Korea *sides* with Moscow"."""
    after = index + 1
    if tree.deps[index] != "ROOT" or after >= len(tree.tags) or not index:
        return False
    if tree.lower[index].removesuffix("s") not in _SINGLE or tree.tags[index - 1] not in PROPER:
        return False
    own = [t for t in tree.children[index] if t < index]
    named = all(tree.deps[t] in _NAMED and tree.tags[t] in _NAMES for t in own)
    owned = tree.tags[after] in PROPER and tree.words[after + 1 : after + 2] == ["'s"]
    following = owned or tree.tags[after] in _FOLLOWING
    return named and following and tree.words[last_of(tree, index)] == "."


def _is_second(tree: Branches, index: int) -> bool:
    """Whether it is the second word of a whole sentence that begins with a noun and has no verb
    but what the parse makes a part of its last noun: "Corruption *undermines* stability"."""
    if index != 1 or tree.tags[0] not in NOMINAL or tree.tags[index] not in ("VBZ", "NNS"):
        return False
    root = tree.heads[index]
    if tree.heads[root] != root or root < index or tree.tags[root] not in NOMINAL:
        return False
    tagged = tree.tags[index] == "VBZ"
    if not tagged and tree.lower[index].removesuffix("s") not in _ENDANGERING:
        return False
    finite = (t for t in tree.children[root] if tree.tags[t] in ("VBD", "VBP", "MD"))
    return tree.words[last_of(tree, root)] == "." and not any(finite)


def _make_second(tree: Branches, verb: int) -> None:
    noun = tree.heads[verb]
    tree.tags[verb] = "VBZ"
    head_of(tree, verb, noun)
    tree.deps[noun] = "dobj"
    move(tree, 0, verb)
    tree.deps[0] = "nsubj"
    for token in [t for t in tree.children[noun] if tree.words[t] == "."]:
        move(tree, token, verb)


def _make_alone(tree: Branches, verb: int) -> None:
    tree.tags[verb] = "VBZ"
    subject = verb - 1
    for token in [t for t in tree.children[verb] if t < subject]:
        move(tree, token, subject)
    tree.deps[subject] = "nsubj"
    for thing in [t for t in tree.children[verb] if t > verb and tree.deps[t] == "appos"]:
        # "X *funds* Y's army"
        tree.deps[thing] = "dobj"


def _is_counted(tree: Branches, index: int, looks: bool) -> bool:
    """Whether a number that stands for those who do it is right before it: "*The three* work", of
    which no noun in the singular may be told."""
    number = index - 1
    if number < 1 or tree.tags[number] != "CD" or tree.lower[number - 1] not in _ALL:
        return False
    if tree.lower[number].isdigit() or tree.tags[index] == "NNS":
        return False
    return looks or (tree.tags[index] == "NN" and tree.deps[index] == "ROOT")


def _is_after_names(tree: Branches, index: int) -> bool:
    """Whether a list of names ends right before it."""
    before = index - 1
    while before > 0 and (tree.tags[before] in PROPER or tree.lower[before] == "the"):
        before -= 1
    return 0 < before < index - 1 and tree.lower[before] == "and" and _is_named(tree, before - 1)


def _is_named(tree: Branches, token: int) -> bool:
    return tree.tags[token] in PROPER or tree.lower[token] in ("north", "south")


def _is_verbless(tree: Branches, first: int, last: int, told: bool) -> bool:
    """Whether it is a whole sentence, up to its full stop, without a verb that says when, but for
    that of a clause beside it; `told`: a headline may be one."""
    closed = tree.words[last] == "." or (last > first and tree.words[last - 1] == ".")
    if not closed and not told:
        return False
    finite = [t for t in range(first, last + 1) if tree.tags[t] in ("VBD", "VBP", "VBZ", "MD")]
    return not finite or (told and all(tree.deps[t] == "advcl" for t in finite))


def _has_object(tree: Branches, index: int, last: int) -> bool:
    after = index + 1
    if after >= last:
        return False
    if tree.lower[index] == "partner":
        return tree.lower[after] in _ON
    if tree.tags[index - 1] == "CD" and tree.tags[after] in _LEADING:
        # "The three work *together*", "plan *to* hold drills"
        return True
    return tree.tags[after] in _THING


def _make(tree: Branches, verb: int, first: int, last: int) -> None:
    tree.tags[verb] = "VBP"
    subject = _subject(tree, verb, first)
    for token in [t for t in range(first, verb) if tree.heads[t] >= verb and t != subject]:
        # The later names of the list hung on what follows.
        tree.deps[token] = "conj" if tree.tags[token] in PROPER else tree.deps[token]
        move(tree, token, subject)
    for own in [t for t in tree.children[verb] if t > verb]:
        if tree.deps[own] == "acl" and tree.tags[own] == "VB":
            tree.deps[own] = "xcomp"
        elif tree.deps[own] in _OF_NOUNS and tree.tags[own] in NOMINAL:
            tree.deps[own] = "dobj"
    below = [t for t in range(verb + 1, last + 1) if tree.heads[t] < verb or tree.heads[t] == t]
    head_of(tree, verb, subject)
    things = [t for t in below if tree.tags[t] in NOMINAL]
    for token in below:
        move(tree, token, verb)
        if things and token == things[0]:
            tree.deps[token] = "dobj"


def _subject(tree: Branches, verb: int, first: int) -> int:
    """The head of the first name of the list, or the number right before the verb."""
    if tree.tags[verb - 1] == "CD":
        tree.deps[verb - 1] = "nsubj"
        return verb - 1
    found = next(t for t in range(first, verb) if tree.tags[t] in PROPER)
    while tree.heads[found] != found and found < tree.heads[found] < verb:
        found = tree.heads[found]
    return found
