"""Modifiers that the parser takes for something else: "talks with *visiting* President X", "the
deep and broad *U.S.-Italian* partnership", "the *'Quad'* partners", and clauses that it hangs on
the second noun of a pair: "a letter of intent *defining X*"."""

from __future__ import annotations

from collections.abc import Set

from loaders.extraction.parse.branches import Branches, first_of, kid, move
from loaders.extraction.parse.tags import COMMON, NOMINAL, PROPER

_STAYING = frozenset({"visiting", "outgoing", "incoming", "neighboring", "neighbouring"})
"""Participles that say how somebody is there."""
_GROWING = frozenset({"deepening", "expanding", "growing", "increasing", "widening", "burgeoning"})
_MINDED = frozenset(
    {"over", "about", "amid", "despite", "against", "noted", "face", "faces", "faced"}
    | {"condemn", "condemns", "condemned", "condemning", "denounce", "denounces", "denounced"}
    | {
        "criticise",
        "criticised",
        "criticize",
        "criticized",
        "decry",
        "decried",
        "oppose",
        "opposed",
    }
    | {"fear", "fears", "feared"}
)
"""Words of those who do not make grow what grows."""
_SAID = frozenset({"intent", "understanding"})
"""What the names of some texts end in, whatever follows: "letter of *intent*"."""
_AFTER = frozenset({"relcl", "acl", "prep"})
_CLOSING = frozenset({"'", "\N{RIGHT SINGLE QUOTATION MARK}"})
_OPENING = frozenset({"'", "\N{LEFT SINGLE QUOTATION MARK}"})
_ABOUT = frozenset({"concerning", "regarding"})
_BETWEEN = frozenset({"between"})
_ON = frozenset({"on", "upon"})
_BEARING = frozenset(
    {"effect", "effects", "impact", "impacts", "influence", "consequences", "implications", "toll"}
)
"""What something has on another."""
_INCLUDING = frozenset({"including"})
_QUOTED = 7
"""Words of a name in quotation marks."""


def modify(tree: Branches, present: Set[str]) -> None:
    """Hang them where they belong. `present`: the words of the passage."""
    for words, deps, mend in _MENDED:
        if not present.isdisjoint(words):
            for index, word in enumerate(tree.lower):
                if word in words and tree.deps[index] in deps:
                    mend(tree, index)
    if "and" in present:
        for index, dep in enumerate(tree.deps):
            if dep == "conj" and tree.tags[index] == "JJ":
                _add(tree, index)
            elif dep == "conj" and tree.tags[index] in COMMON:
                _share(tree, index)


def _grow(tree: Branches, participle: int) -> None:
    """ "Condemned *deepening* ties between X and Y", "alarm over *expanding* ties"."""
    above, thing = tree.heads[participle], kid(tree, participle, "dobj")
    if tree.lower[above] == "terms":
        # "condemned in the strongest terms *deepening* ties"
        above = tree.heads[tree.heads[above]]
    if thing is None or thing < participle or tree.lower[above] not in _MINDED:
        return
    move(tree, thing, above)
    move(tree, participle, thing)
    tree.deps[thing] = "pobj" if tree.tags[above] == "IN" else "dobj"
    tree.tags[participle], tree.deps[participle] = "JJ", "amod"
    for child in list(tree.children[participle]):
        move(tree, child, thing if child < thing else above)


def _stay(tree: Branches, participle: int) -> None:
    """ "With *visiting* President X": with the president, who visits."""
    name = kid(tree, participle, "dobj")
    if name is None or tree.tags[name] not in PROPER or first_of(tree, name) != participle + 1:
        return
    tree.deps[name], tree.deps[participle] = "pobj", "amod"
    above = tree.heads[participle]
    if tree.deps[above] == "mark":
        # "after *neighbouring* X attacked": X did
        tree.deps[name], above = "nsubj", tree.heads[above]
    move(tree, name, above)
    move(tree, participle, name)


def _raise(tree: Branches, noun: int) -> None:
    """ "A memorandum of understanding *that covers X*": the memorandum does."""
    preposition = tree.heads[noun]
    whole = tree.heads[preposition]
    if first_of(tree, noun) != noun or tree.lower[preposition] != "of":
        return
    if tree.tags[whole] in NOMINAL and whole == preposition - 1:
        for later in [c for c in tree.children[noun] if tree.deps[c] in _AFTER]:
            move(tree, later, whole)


def _lead(tree: Branches, participle: int) -> None:
    """ "An agreement *concerning* X": about X."""
    thing = kid(tree, participle, "dobj")
    if thing is not None and tree.heads[participle] < participle:
        tree.deps[participle], tree.tags[participle], tree.deps[thing] = "prep", "IN", "pobj"


def _cover(tree: Branches, preposition: int) -> None:
    """ "A pact between the two countries *that covers* X": the pact does."""
    whole = tree.heads[preposition]
    if tree.tags[whole] not in NOMINAL:
        return
    for party in [c for c in tree.children[preposition] if tree.deps[c] == "pobj"]:
        for clause in [c for c in tree.children[party] if tree.deps[c] == "relcl"]:
            aux = kid(tree, clause, "aux")
            one = tree.tags[clause if aux is None else aux] in ("VBZ", "MD")
            subject = kid(tree, clause, "nsubj")
            if one and subject is not None and tree.lower[subject] in ("that", "which"):
                move(tree, clause, whole)


def _reach(tree: Branches, preposition: int) -> None:
    """ "The effect of a war *on* X": the effect is on X, and not the war."""
    inner = tree.heads[preposition]
    while tree.deps[inner] == "pobj" and tree.heads[inner] < inner:
        whole = tree.heads[tree.heads[inner]]
        if tree.lower[whole] in _BEARING:
            move(tree, preposition, whole)
            return
        inner = whole


def _belong(tree: Branches, preposition: int) -> None:
    """ "They have built ties since it began, *including signing X*": they signed, not it."""
    verb, doing = tree.heads[preposition], kid(tree, preposition, "pcomp")
    if doing is None or tree.words[preposition - 1] != "," or tree.deps[verb] != "advcl":
        return
    move(tree, preposition, tree.heads[verb])


def _unquote(tree: Branches, mark: int) -> None:
    """ "The *'Quad'* partners": the mark closes a quotation, and makes no owner."""
    name = tree.heads[mark]
    opening = range(max(0, mark - _QUOTED), name)
    if tree.deps[name] != "poss" or not any(
        tree.words[t] in _OPENING and tree.tags[t] == "``" for t in opening
    ):
        return
    tree.deps[name], tree.deps[mark], tree.tags[mark] = "compound", "punct", "''"
    for owner in [c for c in tree.children[name] if tree.deps[c] == "poss"]:
        # "*NATO's* 'Quad' partners": the partners are NATO's.
        move(tree, owner, tree.heads[name])


def _add(tree: Branches, adjective: int) -> None:
    """ "The deep and broad *U.S.-Italian* partnership": no third of what "and" joins."""
    before, first = first_of(tree, adjective) - 1, tree.heads[adjective]
    noun = tree.heads[first]
    if tree.heads[before] == first and tree.deps[before] == "conj" and noun == adjective + 1:
        tree.deps[adjective] = "amod"
        move(tree, adjective, noun)


def _share(tree: Branches, noun: int) -> None:
    """ "*EU and NATO* officials": officials of both, no list of the EU and some officials."""
    first, second = noun - 3, noun - 1
    if first < 0 or tree.heads[noun] != first or tree.lower[noun - 2] != "and":
        return
    if not all(tree.tags[t] in PROPER and tree.words[t].isupper() for t in (first, second)):
        return
    above, apart = tree.heads[first], tree.deps[second] not in ("compound", "nmod")
    if above == first or apart or tree.lower[above] in _BETWEEN:
        return
    tree.deps[noun] = tree.deps[first]
    move(tree, noun, above)
    for child in [c for c in tree.children[first] if c != noun - 2]:
        move(tree, child, noun)
    move(tree, first, noun)
    move(tree, second, first)
    tree.deps[first], tree.deps[second] = "nmod", "conj"


_MENDED = (
    (_STAYING, ("pcomp",), _stay),
    (_SAID, ("pobj",), _raise),
    (_CLOSING, ("case",), _unquote),
    (_ABOUT, ("acl",), _lead),
    (_BETWEEN, ("prep",), _cover),
    (_ON, ("prep",), _reach),
    (_INCLUDING, ("prep",), _belong),
    (_GROWING, ("pcomp", "xcomp", "advcl", "acl"), _grow),
)
"""What is done to which words, by how they hang."""
