"""Verbs that the tagger takes for nouns, "the war that Russia *wages* goes on", and nouns that it
takes for verbs, "the Sea Lion *drills*"."""

from __future__ import annotations

from loaders.extraction.parse.branches import Branches, first_of, kid, move
from loaders.extraction.parse.tags import CLAUSE_HEADS, FINITE, NOMINAL, RELATIVE, SUBJECTS
from loaders.extraction.text.dates import DAYS, is_month

_VERBS = {"NNS": "VBZ", "NN": "VBP"}
_AFTER = frozenset({"prep", "xcomp"})
_THINGS = frozenset({"dobj", "pobj", "nsubj", "nsubjpass", "appos"})
_MISTAKEN = frozenset({"VB", "VBP", "NNP"})
_OPENING = frozenset({"csubj", "nsubj", "nsubjpass"})
_ENDING = frozenset({".", "!", "?", ":", "\n", "\u2022", "-"})
_ABSTRACT = ("ance", "ence", "tion", "sion", "ment", "ity", "ism", "ness")
_LONG = 8
_OF_NOUNS = frozenset({"det", "amod", "poss", "compound", "nummod"})


def retag(tree: Branches) -> list[int]:
    """Tag as verbs the nouns that head a clause with a subject before them and are told as no
    noun: those in -s, "A and B *side* with C", "A and B *plan* to go", "states that *value* doing
    it"; answers where they are."""
    found = []
    for index, dep in enumerate(tree.deps):
        if tree.tags[index] in _MISTAKEN and dep in _OPENING:
            _call(tree, index)
        if dep == "npadvmod" and tree.tags[index] == "NNP":
            _act_on(tree, index)
        if dep == "csubj" and tree.tags[index] == "VBG":
            _do(tree, index)
        if dep == "acl" and tree.tags[index] == "VBN":
            _relate(tree, index)
        if tree.tags[index] == "VBZ" and dep in _THINGS:
            _name(tree, index)
        if dep not in CLAUSE_HEADS or tree.tags[index] not in _VERBS or not tree.children[index]:
            continue
        if tree.tags[index] == "NN" and dep != "ROOT" and not _is_relative(tree, index):
            continue
        if _has_subject(tree, index) or _intends(tree, index):
            tree.tags[index] = _VERBS[tree.tags[index]]
            found.append(index)
    return found


def _call(tree: Branches, index: int) -> None:
    """ "*Interference* with X leads to Y", which the tagger takes for a verb or a name."""
    word, after = tree.words[index], index + 1
    begins = not index or tree.words[index - 1] in _ENDING
    if not begins or not word.lower().endswith(_ABSTRACT) or len(word) < _LONG:
        return
    if after >= len(tree.tags) or tree.tags[after] != "IN" or tree.heads[after] != index:
        return
    if kid(tree, index, "dobj") is None and kid(tree, index, "compound") is None:
        tree.tags[index] = "NN"
        tree.deps[index] = "nsubj" if tree.deps[index] == "csubj" else tree.deps[index]


def _act_on(tree: Branches, name: int) -> None:
    """ "X destabilizes *Europe*": no time, and so what is done to."""
    verb, word = tree.heads[name], tree.lower[name]
    if verb != name - 1 or tree.tags[verb] not in FINITE or kid(tree, verb, "dobj") is not None:
        return
    if word not in DAYS and not is_month(word):
        tree.deps[name] = "dobj"


def _do(tree: Branches, verb: int) -> None:
    """ "*Selling arms* to X leads to Y": the parse makes two subjects of what is one."""
    above = tree.heads[verb]
    things = [c for c in tree.children[above] if tree.deps[c] == "nsubj" and verb < c < above]
    if len(things) != 1 or first_of(tree, things[0]) != verb + 1:
        return
    if tree.tags[things[0]] in NOMINAL and not tree.children[verb]:
        tree.deps[verb] = "amod"
        move(tree, verb, things[0])


def _name(tree: Branches, index: int) -> None:
    """ "Launched their annual Golden Dragon *drills*": a noun, by what stands before it."""
    if any(c < index and tree.deps[c] in _OF_NOUNS for c in tree.children[index]):
        tree.tags[index] = "NNS"


def _relate(tree: Branches, verb: int) -> None:
    """ "The contract *that Chad signed*": the parse makes it a participle, yet with a subject."""
    subject, that = kid(tree, verb, "nsubj"), kid(tree, verb, "dobj")
    if subject is None or that is None or subject < that:
        return
    if tree.lower[that] in RELATIVE and kid(tree, verb, "aux") is None:
        tree.deps[verb], tree.tags[verb] = "relcl", "VBD"


def _has_subject(tree: Branches, index: int) -> bool:
    below = {tree.deps[child]: child for child in reversed(tree.children[index])}
    subject = next((below[dep] for dep in SUBJECTS if dep in below), index)
    if subject >= index or not _OF_NOUNS.isdisjoint(below):
        return False
    if tree.lower[subject] == "that" and subject == index - 1:
        return True
    several = any(tree.deps[child] == "conj" for child in tree.children[subject])
    # "*The four* cooperate on X"
    several = several or tree.tags[subject] == "CD"
    return tree.lower[index].endswith("s") or (several and not _AFTER.isdisjoint(below))


def _is_relative(tree: Branches, noun: int) -> bool:
    """Whether the "that" before it, which the parse makes a determiner, is the subject of it."""
    that, doing = noun - 1, noun + 1
    if tree.deps[noun] not in ("relcl", "advcl") or tree.lower[that] != "that":
        return False
    if tree.heads[that] != noun or tree.deps[that] not in ("det", "nsubj"):
        return False
    if tree.deps[noun] == "advcl":
        if that == 0 or tree.tags[that - 1] not in NOMINAL:
            return False
        move(tree, noun, that - 1)
    tree.deps[that], tree.deps[noun] = "nsubj", "relcl"
    if doing < len(tree.deps) and tree.heads[doing] == noun and tree.deps[doing] == "acl":
        tree.deps[doing] = "xcomp"
    return True


def _intends(tree: Branches, noun: int) -> bool:
    """ "Chad and *Mali plan* to buy X": the parse makes a noun of it, and a modifier of Mali."""
    before, doing, first = noun - 1, kid(tree, noun, "acl"), kid(tree, noun, "nsubj")
    if tree.deps[noun] != "ROOT" or doing is None or first is None or first >= before:
        return False
    if tree.tags[doing] != "VB" or tree.lower[noun + 1] != "to" or tree.heads[noun + 1] != doing:
        return False
    if tree.heads[before] != noun or tree.deps[before] not in ("compound", "nmod"):
        return False
    tree.deps[doing] = "xcomp"
    for own in [t for t in tree.children[noun] if first < t < before and tree.deps[t] == "det"]:
        move(tree, own, before)
    move(tree, before, first)
    tree.deps[before] = "conj"
    return True
