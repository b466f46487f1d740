"""What the parser joins to the wrong one of several words before it: items of a headline's list,
what follows "and" after a possessive or a title and name, an object after a longer phrase."""

from __future__ import annotations

from loaders.extraction.parse.branches import Branches, first_of, kid, move
from loaders.extraction.parse.tags import COMMON, PROPER

_LOOSE = frozenset({"npadvmod", "dep", "nmod"})
_ASIDE = _LOOSE | {"appos"}
_SET = frozenset({"of", "against", "on"})
"""Prepositions that lead to whom somebody's deed meets."""


def join(tree: Branches) -> None:
    """Put right the joints of a passage."""
    for index, dep in enumerate(tree.deps):
        if dep in ("nsubj", "ROOT") and tree.tags[index] in PROPER:
            _list(tree, index)
        elif dep == "appos" and tree.tags[index] in PROPER:
            _lift(tree, index)
        elif tree.tags[index] in COMMON and dep in _MENDED and kid(tree, index, "poss") is not None:
            _MENDED[dep](tree, index)
    if tree.lower.count("as") > 1:
        _repeat(tree)


def _list(tree: Branches, name: int) -> None:
    """ "*A, B* expand ties", "*A, B, C* agree", "*A, B* to meet": the plural tells that all do."""
    verb = tree.heads[name]
    if verb == name:
        verb = next((c for c in tree.children[name] if _is_to(tree, c)), name)
    if tree.tags[verb] not in ("VBP", "VB"):
        return
    for child in tree.children[name]:
        near = tree.words[first_of(tree, child) - 1] == "," and tree.tags[child] in PROPER
        if tree.deps[child] in _ASIDE and near and child < verb:
            tree.deps[child] = "conj"
    before = first_of(tree, name) - 2
    if before < 0 or tree.words[before + 1] != "," or tree.tags[before] not in PROPER:
        return
    if tree.heads[before] == verb and tree.deps[before] in _LOOSE:
        tree.deps[before], tree.deps[name] = "nsubj", "conj"
        move(tree, name, before)


def _lift(tree: Branches, name: int) -> None:
    """ "The minister *Ann Lee* and *her Chadian counterpart* met": two, and not one name."""
    noun, other = tree.heads[name], kid(tree, name, "conj")
    if other is None or tree.tags[noun] not in COMMON or first_of(tree, name) != noun + 1:
        return
    if tree.tags[other] in COMMON and kid(tree, other, "poss") is not None:
        link = kid(tree, name, "cc")
        for item in (other, *((link,) if link is not None else ())):
            move(tree, item, noun)


def _repeat(tree: Branches) -> None:
    """ "Sees X as a rival and *Y as* a partner": what Y is seen as hangs on Y, and both on what X
    is seen as."""
    for index, word in enumerate(tree.lower):
        name = index - 1
        if word != "as" or tree.deps[index] != "prep" or tree.deps[name] != "conj":
            continue
        if tree.tags[name] not in PROPER or kid(tree, index, "pobj") is None:
            continue
        verb = next((t for t in tree.up(name) if tree.tags[t].startswith("VB")), None)
        before = [t for t in tree.children[verb] if t < name] if verb is not None else []
        first = next((t for t in before if tree.lower[t] == "as"), None)
        said = kid(tree, first, "pobj") if first is not None else None
        if said is not None and any(tree.deps[t] in ("dobj", "nsubjpass") for t in before):
            move(tree, name, said)
            move(tree, index, name)


def _is_to(tree: Branches, verb: int) -> bool:
    return tree.tags[verb] == "VB" and tree.lower[verb - 1] == "to"


def _raise(tree: Branches, noun: int) -> None:
    """ "X's attack on Y *and Z's threats*": the threats stand beside the attack, not beside Y."""
    name = tree.heads[noun]
    holder = _holder(tree, noun)
    if holder is not None:
        move(tree, noun, holder)
        return
    deed = _deed(tree, name) if tree.tags[name] in PROPER else _alike(tree, noun)
    if deed is not None:
        move(tree, noun, deed)


def _holder(tree: Branches, noun: int) -> int | None:
    """ "*Ann Lee* of X *and Y's leader, Bob Ray*": he stands beside her, and not beside X."""
    name = tree.heads[noun]
    preposition, person = tree.heads[name], kid(tree, noun, "appos")
    if tree.deps[name] != "pobj" or tree.lower[preposition] != "of" or person is None:
        return None
    holder = tree.heads[preposition]
    proper = all(tree.tags[t] in PROPER for t in (name, holder, person))
    return holder if proper and tree.deps[holder] != "compound" else None


def _alike(tree: Branches, noun: int) -> int | None:
    """ "*Their* commitment to X and *their intent* to do Y": both are theirs."""
    name, owner = tree.heads[noun], kid(tree, noun, "poss")
    if owner is None or tree.tags[owner] != "PRP$" or tree.deps[name] != "pobj":
        return None
    above = tree.heads[tree.heads[name]]
    whose = kid(tree, above, "poss")
    if whose is None or tree.lower[whose] != tree.lower[owner] or kid(tree, name, "poss"):
        return None
    return above if any(tree.deps[c] in ("prep", "acl") for c in tree.children[noun]) else None


def _part(tree: Branches, noun: int) -> None:
    """ "X's attack on *Y and Z's threats*": the threats are not Y's."""
    met, deed = kid(tree, noun, "poss"), _deed(tree, noun)
    other = kid(tree, met, "conj") if met is not None else None
    if met is None or deed is None or other is None:
        return
    if kid(tree, met, "case") is not None or kid(tree, other, "case") is None:
        return
    tree.deps[met], tree.deps[noun], tree.deps[other] = "pobj", "conj", "poss"
    move(tree, met, tree.heads[noun])
    move(tree, noun, deed)
    move(tree, other, noun)


def _deed(tree: Branches, met: int) -> int | None:
    """The deed of somebody that a preposition says is done to `met`."""
    preposition = tree.heads[met]
    deed = tree.heads[preposition]
    if tree.deps[met] != "pobj" or tree.lower[preposition] not in _SET:
        return None
    owned = tree.tags[deed] in COMMON and kid(tree, deed, "poss") is not None
    return deed if owned else None


def _shift(tree: Branches, noun: int) -> None:
    """ "Condemned in a joint statement *Y's attack*": what was condemned."""
    inner = tree.heads[noun]
    preposition = tree.heads[inner]
    verb = tree.heads[preposition]
    if tree.deps[inner] != "pobj" or first_of(tree, noun) != inner + 1:
        return
    if not tree.tags[verb].startswith("VB") or tree.deps[preposition] != "prep":
        return
    if not any(tree.deps[c] in ("dobj", "auxpass") for c in tree.children[verb]):
        tree.deps[noun] = "dobj"
        move(tree, noun, verb)


_MENDED = {"conj": _raise, "pobj": _part, "appos": _shift}
"""What is done to a noun with a possessor, by how it hangs."""
