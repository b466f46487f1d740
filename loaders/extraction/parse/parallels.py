"""What the parser joins too low, told by what it is like: "said it is vital and *called* on X",
"ties with A and *trade with* B", "the pact of A, B, *and C* to counter X"."""

from __future__ import annotations

from collections.abc import Set

from loaders.extraction.parse.branches import Branches, first_of, given_of, kid, move
from loaders.extraction.parse.parted import part
from loaders.extraction.parse.tags import COMMON, PROPER, SUBJECTS

_ASIDE = frozenset({"conj", "appos"})
_SAYING = frozenset(
    {"said", "says", "stated", "added", "noted", "stressed", "argued", "told", "declared"}
)
_MUTUAL = frozenset(
    {
        "cooperation",
        "co-operation",
        "collaboration",
        "coordination",
        "partnership",
        "alliance",
        "relationship",
        "relations",
        "ties",
        "rapprochement",
        "alignment",
        "friendship",
        "talks",
        "summit",
        "pact",
        "agreement",
        "treaty",
        "rivalry",
        "dispute",
        "drills",
        "exercises",
    }
)
"""What two do with each other."""
_OWN = frozenset({"det", "poss", "nummod"})
_NOW = frozenset({"VBP", "VBZ", "MD"})
_LISTED = frozenset({"pobj", "appos", "conj", "dobj"})


def align(tree: Branches, present: Set[str]) -> None:
    """Join clauses, nouns and names to what they are like. `present`: the words of the passage."""
    if "and" not in present:
        return
    for index, dep in enumerate(tree.deps):
        if dep != "conj":
            continue
        part(tree, index)
        tag, above = tree.tags[index], tree.heads[index]
        if tag in ("VBD", "VBN"):
            _go_on(tree, index, above)
        elif tag in COMMON and tree.tags[above] in PROPER and above < index:
            _repeat(tree, index, above)
            _share(tree, index, above)
            _match(tree, index, above)
        elif tag in PROPER and tree.tags[above] in PROPER:
            _name(tree, index, above)
        elif tag == "VB" and tree.lower[index - 1] == "to":
            _close(tree, index, above)


def _go_on(tree: Branches, verb: int, clause: int) -> None:
    """ "Said that the pact is vital and *called* on X": who said it called, since the clause is of
    now."""
    main = tree.heads[clause]
    if tree.deps[clause] != "ccomp" or not main < clause < verb:
        return
    if tree.lower[main] not in _SAYING or any(
        tree.deps[c] in SUBJECTS for c in tree.children[verb]
    ):
        return
    helped = {tree.tags[c] for c in tree.children[clause] if tree.deps[c].startswith("aux")}
    if _NOW.isdisjoint(helped or {tree.tags[clause]}):
        return
    move(tree, verb, main)
    link = kid(tree, clause, "cc")
    if link is not None and clause < link < verb:
        move(tree, link, main)


def _match(tree: Branches, noun: int, name: int) -> None:
    """ "A's *minister*, Ann Lee, and the *envoy* of B, Bob Ray, met": the two who are named."""
    first, other = tree.heads[name], kid(tree, noun, "appos")
    if tree.deps[name] != "appos" or tree.tags[first] not in COMMON or other is None:
        return
    if tree.tags[other] in PROPER and tree.words[name + 1 : name + 2] == [","]:
        move(tree, noun, first)


def _name(tree: Branches, other: int, name: int) -> None:
    """ "A's *Minister*, Ann Lee, and the Secretary of B, *Bob Ray*": two, not three."""
    office, first = tree.heads[name], given_of(tree, name)
    if tree.deps[name] not in _ASIDE or first == name or tree.words[first - 1] != ",":
        return
    whose = kid(tree, office, "poss")
    if whose is None or tree.tags[office] not in PROPER or not office < first:
        return
    if tree.lower[name + 1 : name + 3] == [",", "and"]:
        tree.deps[name] = "appos"
        move(tree, other, office)
        move(tree, name + 2, office)


def _repeat(tree: Branches, noun: int, name: int) -> None:
    """ "An alliance with A and *partnerships with* B": those are two ties, and none is with
    partnerships."""
    preposition = tree.heads[name]
    first = tree.heads[preposition]
    if tree.deps[name] != "pobj" or tree.tags[first] not in COMMON:
        return
    if any(tree.deps[c] in _OWN for c in tree.children[noun]):
        return
    after = kid(tree, noun, "prep")
    if after is not None and after == noun + 1 and tree.lower[after] == tree.lower[preposition]:
        move(tree, noun, first)


def _share(tree: Branches, noun: int, name: int) -> None:
    """ "Alarm at *A and B's cooperation*": it is both's, and nobody is alarmed at A."""
    owner = kid(tree, noun, "poss")
    if owner is None or tree.lower[noun] not in _MUTUAL or tree.tags[owner] not in PROPER:
        return
    if any(tree.lower[c] == "with" for c in tree.children[noun]):
        # "war on A and B's alliance with C" is B's alone.
        return
    link, above, dep = first_of(tree, owner) - 1, tree.heads[name], tree.deps[name]
    if tree.lower[link] != "and" or link != name + 1 or dep == "conj":
        return
    tree.deps[name], tree.deps[owner], tree.deps[noun] = "poss", "conj", dep
    move(tree, noun, above)
    move(tree, name, noun)
    move(tree, owner, name)


def _close(tree: Branches, verb: int, above: int) -> None:
    """ "The alliance of A, B, *and C* to counter X": C is the last of the list, and no infinitive
    has a subject of its own there."""
    name = kid(tree, verb, "nsubj")
    if name is None or tree.tags[name] not in PROPER or not tree.tags[above].startswith("VB"):
        return
    link = first_of(tree, name) - 1
    before = link - 1 - (tree.words[link - 1] == ",")
    if tree.lower[link] != "and" or before < above or tree.tags[before] not in PROPER:
        return
    if tree.deps[before] not in _LISTED:
        return
    move(tree, name, before)
    tree.deps[name], tree.deps[verb] = "conj", "advcl"
