"""Lists that the parser takes for something else: "order, *freedom of navigation*, and trade",
"*independence, sovereignty* and territorial integrity", "the Union (*EU*) and Kenya", "the allies,
*Chad and Mali*, met"."""

from __future__ import annotations

from loaders.extraction.parse.branches import Branches, first_of, kid, move
from loaders.extraction.parse.tags import COMMON, PROPER, SUBJECTS

_ITEMS = frozenset({"dobj", "pobj", "attr", "conj"})
_OWN = frozenset({"det", "poss", "amod", "nummod", "case"})


def itemize(tree: Branches) -> None:
    """Make the items of such lists items."""
    for index, dep in enumerate(tree.deps):
        if dep == "appos" and tree.tags[index] in COMMON:
            _add(tree, index)
        elif (
            dep == "nmod"
            and tree.tags[index] in COMMON
            and tree.words[index + 1 : index + 2] == [","]
        ):
            _part(tree, index)
        elif dep == "conj" and tree.tags[index] in PROPER:
            _name(tree, index)
        elif dep in SUBJECTS and tree.tags[index] in COMMON:
            _rejoin(tree, index)
        elif dep == "dobj" and tree.tags[index] in PROPER:
            _return(tree, index)


def bear_in_mind(tree: Branches, present: set[str]) -> None:
    """ "With *X* in mind, Y": nobody is with X, who is in Y's mind."""
    if "mind" not in present:
        return
    for mind in [t for t, word in enumerate(tree.lower) if word == "mind"]:
        within, thing = tree.heads[mind], tree.heads[tree.heads[mind]]
        along = tree.heads[thing] if tree.deps[thing] == "pobj" else thing
        if tree.lower[within] != "in" or tree.lower[along] != "with":
            continue
        if thing == along and (thing := kid(tree, along, "pobj") or along) == along:
            continue
        move(tree, mind, along)
        move(tree, within, mind)
        move(tree, thing, within)
        tree.deps[mind] = tree.deps[thing] = "pobj"


def pair(tree: Branches) -> None:
    """ "The Union (*EU*) and *Kenya* agree": both do."""
    if ")" not in tree.words:
        return
    for index, dep in enumerate(tree.deps):
        if dep in SUBJECTS and tree.tags[index] in PROPER:
            _pair(tree, index)


def _add(tree: Branches, item: int) -> None:
    """ "An order, *freedom of navigation*, and trade": three things."""
    first, head = first_of(tree, item), tree.heads[item]
    if tree.words[first - 1] != "," or tree.tags[head] not in COMMON or head > item:
        return
    if tree.deps[head] not in _ITEMS:
        return
    if kid(tree, item, "det") is not None and (tree.tags[head] != "NNS" or kid(tree, head, "det")):
        # "order, *the* law, and trade" tells what the order is; "disputes, *the* threat of X, and
        # trade" are three things.
        return
    later = kid(tree, item, "conj")
    if later is not None and _is_last(tree, item, later):
        tree.deps[item] = "conj"


def _rejoin(tree: Branches, item: int) -> None:
    """ "A pact covering *trade, energy and relief* was signed": all three are covered."""
    if tree.words[first_of(tree, item) - 1] not in (",", "and"):
        return
    acting = (c for c in tree.children[tree.heads[item]] if tree.deps[c] in SUBJECTS)
    clause = kid(tree, next(acting), "acl")
    last = kid(tree, clause, "dobj") if clause is not None else None
    if last is None or tree.tags[last] not in COMMON or last > item:
        return
    while (after := kid(tree, last, "conj")) is not None:
        last = after
    move(tree, item, last)
    tree.deps[item] = "conj"


def _return(tree: Branches, name: int) -> None:
    """ "Held a drill with *the host, Chad and Mali*": the drill was held, and nobody was."""
    comma = first_of(tree, name) - 1
    before, verb = comma - 1, tree.heads[name]
    if tree.words[comma] != "," or tree.deps[before] not in ("pobj", "conj"):
        return
    held = kid(tree, verb, "dobj")
    if held is not None and held < before and verb in tree.up(before):
        move(tree, name, before)
        tree.deps[name] = "conj"


def _name(tree: Branches, name: int) -> None:
    """ "The allies, *Chad and Mali*, met": those are the allies."""
    noun, other = tree.heads[name], kid(tree, name, "conj")
    if tree.tags[noun] != "NNS" or other is None or tree.tags[other] not in PROPER:
        return
    if tree.words[first_of(tree, name) - 1] != "," or first_of(tree, name) != noun + 2:
        return
    link = kid(tree, name, "cc")
    if link is None or kid(tree, noun, "cc") is not None or kid(tree, other, "conj") is not None:
        return
    if tree.words[link - 1] != "," and tree.words[other + 1 : other + 2] == [","]:
        tree.deps[name] = "appos"


def _is_last(tree: Branches, item: int, later: int) -> bool:
    """Whether `later` ends a list of three or more with ", and"."""
    link = kid(tree, item, "cc")
    comma = link is not None and tree.words[link - 1] == ","
    return comma and tree.lower[link or 0] == "and" and tree.tags[later] in COMMON


def _part(tree: Branches, item: int) -> None:
    """ "The nation's *independence, sovereignty* and territorial *integrity*": three things."""
    head = tree.heads[item]
    last = item
    while (after := kid(tree, last, "conj")) is not None and after > last:
        last = after
    apart = last > item and tree.tags[last] == "JJ" and last + 1 == head
    if not apart or tree.deps[head] not in _ITEMS or tree.lower[last - 1] != "and":
        return
    before = tree.heads[last]
    for own in [c for c in tree.children[head] if c < item and tree.deps[c] in _OWN]:
        move(tree, own, item)
    tree.deps[item], above = tree.deps[head], tree.heads[head]
    move(tree, item, above)
    move(tree, head, before)
    tree.deps[head], tree.deps[last] = "conj", "amod"
    move(tree, last, head)


def _pair(tree: Branches, name: int) -> None:
    if tree.words[name + 1 : name + 3] != [")", "and"]:
        return
    verb = tree.heads[name]
    for other in tree.children[verb]:
        if (
            other > name
            and tree.deps[other] == tree.deps[name]
            and first_of(tree, other) <= name + 4
        ):
            tree.deps[other] = "conj"
            move(tree, other, name)
            return
