"""What something has or undergoes, which is nothing sought without what has it: "the
*transparency* of markets", "*reforms* of the bank", "by raising *its efficiency*"."""

from __future__ import annotations

from loaders.extraction.grammar import phrase
from loaders.extraction.knowledge.site import Site
from loaders.extraction.phrases.complement import is_thing
from loaders.extraction.phrases.shared_tail import shared_tail

_IN = frozenset({"in", "within", "across", "throughout"})
_THEIRS = frozenset({"its", "their"})
_BY = frozenset({"by", "through"})
_JOINING = frozenset({",", "and", "or", "&"})
_OWN = frozenset({"det", "poss"})
_MOST = 8
"""Words from a noun to the last of its list."""


def told_after(site: Site, token: int) -> str | None:
    """What completes a bare noun and the list in which it stands."""
    return shared_tail(site, token) or _where(site, token)


def _where(site: Site, token: int) -> str | None:
    """The things in which it is sought, said after it or after the list in which it stands:
    "diversity and *transparency in* our *supply chains*"."""
    tree = site.tree
    if tree.lemmas[token] not in site.world.traits or tree.tags[token] != "NN":
        return None
    after = _last(site, token) + 1
    if tree.lower[after : after + 1] == [] or tree.lower[after] not in _IN:
        return None
    inner = tree.child(after, "pobj") if tree.deps[after] == "prep" else None
    if inner is None or not is_thing(site, inner) or _acts(site, inner):
        return None
    first, last = phrase.extent(tree, inner)
    first = next((t for t in range(first, inner) if tree.deps[t] not in _OWN), inner)
    return f"{tree.lower[after]} {phrase.text(tree, first, last)}"


def _acts(site: Site, token: int) -> bool:
    name = site.names.covering.get(token)
    return name is not None and site.world.may_act(name.senses)


def _last(site: Site, token: int) -> int:
    """The last noun of the list of bare nouns that goes on after `token`."""
    tree, last = site.tree, token
    fellows = list(tree.conjuncts(tree.first_conjunct(token)))
    for word in range(token + 1, min(token + _MOST, len(tree.words))):
        if tree.lower[word] in _JOINING:
            continue
        if tree.tags[word] != "NN" or word not in fellows:
            break
        last = word
    return last


def is_anothers(site: Site, token: int) -> bool:
    """Whether it is of what the clause above is done to: "reform the bank by raising *its
    efficiency*"."""
    tree = site.tree
    if tree.lemmas[token] not in site.world.traits:
        return False
    if not any(tree.lower[t] in _THEIRS for t in tree.kids(token, "poss")):
        return False
    verb = tree.first_conjunct(tree.heads[token])
    led = tree.heads[verb]
    if tree.deps[verb] != "pcomp" or tree.lower[led] not in _BY:
        return False
    above = tree.heads[tree.first_conjunct(led)]
    return any(t < led for c in tree.conjuncts(above) for t in tree.kids(c, "dobj"))
