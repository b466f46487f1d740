"""What the parser takes for something else in common constructions, put right before anything is
read: appositions told as subjects, lists broken before the last item, what is denied beside what is
said."""

from __future__ import annotations

from loaders.extraction.parse.branches import Branches, first_of, kid, move
from loaders.extraction.parse.curtailed import curtail
from loaders.extraction.parse.dated import undate
from loaders.extraction.parse.excluded import exclude
from loaders.extraction.parse.fronting import OPENED, front
from loaders.extraction.parse.interposed import resume
from loaders.extraction.parse.joint_subjects import unite
from loaders.extraction.parse.keeping import keep
from loaders.extraction.parse.linked import link
from loaders.extraction.parse.modifiers import modify
from loaders.extraction.parse.nouns import relist
from loaders.extraction.parse.numbered import number
from loaders.extraction.parse.opened import reopen
from loaders.extraction.parse.parallels import align
from loaders.extraction.parse.several import MISTOLD, recount
from loaders.extraction.parse.swallowed import release
from loaders.extraction.parse.tags import COMMON, DENYING, NOMINAL, PROPER
from loaders.extraction.parse.things import bear_in_mind, itemize, pair

_ASIDE = frozenset({"npadvmod", "dep", "nmod"})
_SAID = frozenset({"attr", "appos"})
_FELT = frozenset({"about", "of", "over", "at", "by"})
"""Prepositions of what somebody feels something about."""
_ESPECIALLY = frozenset({"particular", "particularly", "especially", "notably", "including"})
_BRACKETED = 5
"""Tokens before what goes on after a bracket."""
_DENYING = DENYING | {"neither"}
_JOINED = frozenset({"nsubj", "nsubjpass", "dobj", "pobj"})


def mend(tree: Branches) -> None:
    """Mend the parse of a passage."""
    present = set(tree.lower)
    undate(tree)
    number(tree)
    pair(tree)
    bear_in_mind(tree, present)
    modify(tree, present)
    relist(tree, present)
    align(tree, present)
    curtail(tree)
    reopen(tree, present)
    exclude(tree, present)
    keep(tree, present)
    unite(tree, present)
    link(tree, present)
    if "," not in present:
        return
    for index, dep in enumerate(tree.deps):
        if dep in MISTOLD:
            recount(tree, index)
        if dep == "nsubj" and tree.tags[index] in NOMINAL:
            _describe(tree, index) if tree.tags[index] in COMMON else _exemplify(tree, index)
        elif index and tree.tags[index] in COMMON and (dep == "dobj" or _is_loose(tree, index)):
            _appose(tree, index)
        elif dep == "amod" and tree.tags[index] == "JJ" and tree.words[index - 1] == ",":
            _detach(tree, index)
        elif dep in OPENED and tree.tags[index] in PROPER:
            front(tree, index)
        elif dep == "cc":
            resume(tree, index)
            _join(tree, index)
    itemize(tree)
    release(tree, present)
    if not present.isdisjoint(_DENYING):
        _part_from(tree)
        _deny(tree)
    _list(tree, present)


def _exemplify(tree: Branches, name: int) -> None:
    """ "In line with the law, in particular *the Charter*, X has a right": X has."""
    verb, first = tree.heads[name], first_of(tree, name)
    # "in particular" may hang on what it points out.
    near = tree.lower[max(first - 1, 0) : min(first + 2, name)]
    if _ESPECIALLY.isdisjoint(near) or name > verb:
        return
    others = [c for c in tree.children[verb] if tree.deps[c] == "nsubj" and c > name]
    if others and tree.words[first_of(tree, others[0]) - 1] == ",":
        tree.deps[name] = "dep"


def _describe(tree: Branches, noun: int) -> None:
    """ "X, once an ally of Y, has left": X has, and the ally is X."""
    verb, first = tree.heads[noun], first_of(tree, noun)
    name = first - 2
    if name < 0 or tree.words[first - 1] != "," or tree.tags[name] not in PROPER:
        return
    if tree.heads[name] != verb or tree.deps[name] not in _ASIDE or verb < noun:
        return
    tree.deps[name], tree.deps[noun] = "nsubj", "appos"
    move(tree, noun, name)


def _detach(tree: Branches, adjective: int) -> None:
    """ "X watches the summit, *wary of Y*": X is wary, and no summit."""
    noun = tree.heads[adjective]
    about = kid(tree, adjective, "prep")
    if noun > adjective or tree.deps[noun] != "dobj" or about is None:
        return
    if tree.lower[about] not in _FELT:
        # "reached agreement, *subject to* approval"
        return
    tree.deps[adjective] = "advcl"
    move(tree, adjective, tree.heads[noun])


def _is_loose(tree: Branches, noun: int) -> bool:
    """Whether a noun with a clause of its own hangs on nothing: "X, the *club* whose members…"."""
    told = any(tree.deps[c] == "relcl" for c in tree.children[noun])
    first = first_of(tree, noun)
    bracketed = tree.deps[noun] == "npadvmod" and tree.words[first - 2 : first] == [")", ","]
    return told and (tree.deps[noun] == "dep" or bracketed)


def _appose(tree: Branches, noun: int) -> None:
    """ "X mended ties with Y, *its ally*": Y is, and nothing else is mended."""
    first = first_of(tree, noun)
    name, verb = first - 2, tree.heads[noun]
    if first > _BRACKETED and tree.words[name : name + 2] == [")", ","]:
        _recall(tree, noun, name)
        return
    if first < 3 or tree.words[first - 1] != "," or not tree.words[name][0].isupper():
        return
    earlier = {c for c in tree.children[verb] if c < name and tree.deps[c] in ("dobj", "prep")}
    if earlier.isdisjoint(tree.up(name)) or tree.tags[first] not in ("PRP$", "DT"):
        return
    if tree.deps[name] in ("pobj", "dobj") and name > verb:
        tree.deps[noun] = "appos"
        move(tree, noun, name)


def _recall(tree: Branches, noun: int, closing: int) -> None:
    """ "It is Sea Lion (SL), *the drill* that X leads": Sea Lion is, whatever the bracket parts."""
    name = closing - 3
    if tree.words[closing - 2] != "(" or tree.tags[name] not in PROPER:
        return
    while tree.deps[name] == "pobj" and tree.tags[tree.heads[tree.heads[name]]] in PROPER:
        name = tree.heads[tree.heads[name]]
    above = [name, *tree.up(name)]
    if tree.heads[noun] in above:
        tree.deps[noun] = "appos"
        move(tree, noun, name)


def _join(tree: Branches, link: int) -> None:
    """ "A, B, *and C* sign Z", "prompting A, B, *and C* to sign": C is an item like the others, not
    another subject or object."""
    first = tree.heads[link]
    dep, verb = tree.deps[first], tree.heads[first]
    if dep == "ROOT" and tree.tags[first] in COMMON:
        _acts(tree, first, link)
    if dep not in _JOINED or first > link or tree.words[link - 1] != ",":
        return
    if any(tree.deps[c] == "conj" and c > link for c in tree.children[first]):
        return
    for other in tree.children[verb]:
        if other > link and tree.deps[other] == dep and first_of(tree, other) == link + 1:
            tree.deps[other] = "conj"
            move(tree, other, first)
            return


def _acts(tree: Branches, noun: int, link: int) -> None:
    """ "Talks involving A, B, *and C* are set": the talks are, and C is one of the list."""
    before = link - 2
    clause = next((c for c in tree.children[noun] if c > link and tree.deps[c] == "conj"), None)
    if clause is None or tree.words[link - 1] != "," or tree.tags[before] not in PROPER:
        return
    if not tree.tags[clause].startswith("VB") or noun not in tree.up(before):
        return
    last = next((c for c in tree.children[clause] if tree.deps[c] in ("nsubj", "nsubjpass")), None)
    if last is None or tree.tags[last] not in PROPER or first_of(tree, last) != link + 1:
        return
    dep = tree.deps[last]
    move(tree, last, before)
    tree.deps[last] = "conj"
    move(tree, clause, clause)
    move(tree, noun, clause)
    tree.deps[clause], tree.deps[noun] = "ROOT", dep


def _deny(tree: Branches) -> None:
    """ "X is a partner of Y, *not a member*": X is none, whatever the parse hangs it on."""
    for index, dep in enumerate(tree.deps):
        if dep not in ("appos", "conj") or tree.tags[index] != "NN":
            continue
        if (denial := _denial(tree, index)) is None:
            continue
        above = tree.heads[index]
        while tree.deps[above] in ("pobj", "prep", "compound", "poss", "conj"):
            above = tree.heads[above]
        if above != tree.heads[index] and tree.deps[above] in _SAID and above < index:
            tree.deps[index] = "conj"
            move(tree, index, above)
            move(tree, denial, index)


def _part_from(tree: Branches) -> None:
    """ "X and Y, *neither of them a member* of Z": they are none, and "neither" is no other one."""
    for index, word in enumerate(tree.lower):
        if word != "neither" or tree.deps[index] != "appos":
            continue
        beside = tree.children[tree.heads[index]]
        said = next((t for t in beside if t > index and tree.deps[t] == "appos"), None)
        if said is not None:
            tree.deps[index] = "preconj"
            move(tree, index, said)


def _denial(tree: Branches, noun: int) -> int | None:
    """The "not" right before the phrase of a noun."""
    first = first_of(tree, noun)
    return next((t for t in (first, first - 1) if t >= 0 and tree.lower[t] in DENYING), None)


def _list(tree: Branches, present: set[str]) -> None:
    """ "It brings together, among others, *X and Y*": they are what it brings together."""
    if "among" not in present or "others" not in present:
        return
    for index, word in enumerate(tree.lower):
        if word != "others" or tree.deps[index] != "pobj":
            continue
        among = tree.heads[index]
        items = [c for c in tree.children[index] if tree.deps[c] in ("conj", "appos")]
        verb = tree.heads[among]
        if tree.lower[among] != "among" or not items or not tree.tags[verb].startswith("VB"):
            continue
        if any(tree.deps[c] == "dobj" for c in tree.children[verb]):
            continue
        tree.deps[items[0]] = "dobj"
        move(tree, items[0], verb)
