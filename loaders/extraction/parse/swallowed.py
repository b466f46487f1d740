"""Subjects that the parser gives to the preposition that opens the sentence, and objects of
prepositions that it makes subjects: "In the talks hosted by X, *the leaders* agreed", "Besides *X
and Y*, the meeting was attended by Z"."""

from __future__ import annotations

from collections.abc import Set

from loaders.extraction.parse.branches import Branches, first_of, kid, last_of, move
from loaders.extraction.parse.tags import COMMON, FINITE, NOMINAL, PROPER, SUBJECTS

_BEGINNING = frozenset({"DT", "PRP$"})
_ASIDE = frozenset({"appos", "conj", "dep"})
_HELPING = frozenset({"aux", "auxpass", "neg", "advmod"})
_ACTING = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
_BELOW = frozenset({"pobj", "pcomp", "prep"})
_AMONG = frozenset({"among", "between"})
_BESIDE = frozenset({"appos", "nmod", "dep"})
_WHEN = frozenset({"during", "at", "in", "after", "on"})
_HELD = frozenset({"meeting", "summit", "ceremony", "conference", "session", "talks", "forum"})
"""What nobody does, and others do something at."""
_OVER = frozenset({"over", "about", "of", "at", "on"})
_DATED = frozenset({"on", "in", "at"})


def release(tree: Branches, present: Set[str]) -> None:
    """Give back to verbs and prepositions what is theirs. `present`: the words of the passage."""
    for index, dep in enumerate(tree.deps):
        if dep == "prep":
            _lead_on(tree, index)
        elif dep == "dobj" and tree.tags[index] in COMMON:
            _enlist(tree, index)
        elif dep in _ASIDE and tree.tags[index] in COMMON:
            _lead(tree, index)
    if not present.isdisjoint(_AMONG):
        for index, word in enumerate(tree.lower):
            if word in _AMONG and tree.deps[index] == "prep":
                _gather(tree, index)


def _sign(tree: Branches, preposition: int) -> None:
    """ "The pact was signed during the meeting *by X and Y*": they signed, and did not meet it."""
    noun = tree.heads[preposition]
    outer = tree.heads[noun]
    verb, party = tree.heads[outer], kid(tree, preposition, "pobj")
    if tree.deps[noun] != "pobj" or tree.lower[outer] not in _WHEN or party is None:
        return
    passive = tree.tags[verb] == "VBN" and kid(tree, verb, "auxpass") is not None
    if not passive or kid(tree, verb, "agent") is not None or tree.tags[party] not in PROPER:
        return
    if tree.lower[noun] in _HELD:
        tree.deps[preposition] = "agent"
        move(tree, preposition, verb)


def _enlist(tree: Branches, noun: int) -> None:
    """ "Raised concerns over X, *its claims* and its drills": three of them, and no other thing
    that was raised."""
    verb, first = tree.heads[noun], first_of(tree, noun)
    if tree.tags[first] != "PRP$" or tree.words[first - 1] != ",":
        return
    thing = next((t for t in tree.children[verb] if tree.deps[t] == "dobj"), noun)
    about = next((t for t in tree.children[thing] if tree.lower[t] in _OVER), None)
    inner = kid(tree, about, "pobj") if about is not None else None
    if inner is None or inner > first or tree.tags[inner] not in COMMON:
        return
    tree.deps[noun] = "conj"
    move(tree, noun, inner)
    party = kid(tree, noun, "prep")
    name = kid(tree, party, "pobj") if party is not None else None
    for other in [t for t in tree.children[name or noun] if tree.deps[t] == "conj"]:
        if tree.tags[first_of(tree, other)] == "PRP$":
            move(tree, other, inner)


def _has_object(tree: Branches, preposition: int) -> bool:
    return any(tree.deps[c] in _BELOW for c in tree.children[preposition])


def _lead_on(tree: Branches, preposition: int) -> None:
    """Give a preposition what it leads to, and those who do something by it their deed."""
    if tree.lower[preposition] == "by":
        _sign(tree, preposition)
    if tree.tags[preposition] != "IN" or _has_object(tree, preposition):
        return
    if not _follow(tree, preposition):
        _complete(tree, preposition)


def _follow(tree: Branches, preposition: int) -> bool:
    """ "A summit at X between *President Y* and Z": where the parse hangs them on the summit."""
    after, noun = preposition + 1, tree.heads[preposition]
    party = next(
        (t for t in tree.children[noun] if tree.deps[t] in _BESIDE and first_of(tree, t) == after),
        None,
    )
    if party is None or party < preposition or tree.tags[party] not in PROPER:
        return False
    tree.deps[party] = "pobj"
    move(tree, party, preposition)
    return True


def _complete(tree: Branches, preposition: int) -> None:
    """ "Besides *X*, the meeting was attended", "leaders, consisting of *X*, convened": X is what
    the preposition leads to, since something else is the subject."""
    after = preposition + 1
    verb = tree.heads[preposition]
    while not tree.tags[verb].startswith("VB") or tree.deps[verb] == "advcl":
        if tree.heads[verb] == verb:
            return
        verb = tree.heads[verb]
    subjects = [t for t in tree.children[verb] if tree.deps[t] in SUBJECTS]
    name = next((t for t in subjects if first_of(tree, t) == after), None)
    if name is None or tree.tags[name] not in NOMINAL:
        return
    other = next((t for t in subjects if t < preposition), None) or _other(tree, name, verb)
    if other is None:
        return
    if tree.deps[other] not in SUBJECTS:
        tree.deps[other] = tree.deps[name]
        move(tree, other, verb)
    tree.deps[name] = "pobj"
    move(tree, name, preposition)


def _other(tree: Branches, name: int, verb: int) -> int | None:
    """What stands in apposition to `name`, with an article, right before the verb."""
    return next(
        (
            t
            for t in tree.children[name]
            if tree.deps[t] in _ASIDE and _begins(tree, t) and _reaches(tree, t, verb)
        ),
        None,
    )


def _begins(tree: Branches, noun: int) -> bool:
    """Whether the phrase of a noun stands after a comma and begins with an article."""
    first = first_of(tree, noun)
    return first > 1 and tree.words[first - 1] == "," and tree.tags[first] in _BEGINNING


def _reaches(tree: Branches, noun: int, verb: int) -> bool:
    """Whether nothing stands between the phrase of a noun and its verb but auxiliaries, or what
    commas enclose."""
    after = last_of(tree, noun) + 1
    between = [t for t in range(after, verb) if tree.deps[t] not in _HELPING]
    if not between:
        return noun < verb
    return noun < verb and tree.words[after] == "," == tree.words[verb - 1] and verb - 1 > after


def _lead(tree: Branches, noun: int) -> None:
    """ "In the talks hosted by X, *the leaders* agreed": they did, where nobody else does."""
    if not _begins(tree, noun):
        return
    opening = verb = noun
    for above in tree.up(noun):
        opening, verb = verb, above
        if tree.tags[above] in FINITE:
            break
    if tree.tags[verb] not in FINITE | {"VBN"} or tree.deps[opening] not in ("prep", "punct"):
        return
    passive = kid(tree, verb, "auxpass") is not None
    subjects = [t for t in tree.children[verb] if tree.deps[t] in _ACTING]
    if verb < noun or len(subjects) > 1 or (tree.tags[verb] == "VBN" and not passive):
        return
    if subjects and not _ends_list(tree, subjects[0], noun):
        return
    if not _reaches(tree, subjects[0] if subjects else noun, verb):
        return
    for last in subjects:
        move(tree, last, _first_name(tree, last))
        tree.deps[last] = "conj"
    tree.deps[noun] = "nsubjpass" if passive else "nsubj"
    move(tree, noun, verb)


def _ends_list(tree: Branches, name: int, noun: int) -> bool:
    """Whether `name` ends the list below `noun`: "the ministers of A, B, and *C*"."""
    link = first_of(tree, name) - 1
    if tree.lower[link] != "and" or tree.tags[name] not in PROPER:
        return False
    return noun in tree.up(link - 1 - (tree.words[link - 1] == ","))


def _first_name(tree: Branches, name: int) -> int:
    """The first of the list of names that `name` ends."""
    link = first_of(tree, name) - 1
    before = link - 1 - (tree.words[link - 1] == ",")
    while tree.deps[before] in ("compound", "conj") and tree.tags[tree.heads[before]] in PROPER:
        before = tree.heads[before]
    return before


def _gather(tree: Branches, preposition: int) -> None:
    """ "Followed a meeting on Monday *among A, B, and C*": those who met."""
    verb, party = tree.heads[preposition], kid(tree, preposition, "pobj")
    if party is None or tree.tags[party] not in PROPER or not tree.tags[verb].startswith("VB"):
        return
    event = next((t for t in tree.children[verb] if tree.deps[t] == "dobj"), None)
    if event is None or not event < preposition or tree.tags[event] not in COMMON:
        return
    after = last_of(tree, event) + 1
    dated = any(
        tree.heads[t] == event and tree.lower[t] in _DATED for t in range(event, preposition)
    )
    if after < preposition or (after > preposition and not dated):
        return
    for other in [t for t in tree.children[verb] if t > party and tree.deps[t] == "conj"]:
        if tree.tags[other] in PROPER:
            move(tree, other, party)
    move(tree, preposition, event)
