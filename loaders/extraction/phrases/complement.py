"""What a noun that says little by itself is completed by: "access *to ports*", "the transition *to
clean energy*"."""

from __future__ import annotations

from typing import NamedTuple

from loaders.extraction.knowledge.site import Site
from loaders.extraction.parse.tags import PROPER
from loaders.extraction.phrases.willing import is_willing
from loaders.extraction.text.dates import is_month

_AFTER = frozenset(
    {
        *("of", "to", "in", "for", "from", "between", "with", "on", "into", "against", "by"),
        *("among", "over", "towards", "toward"),
    }
)
_SPENT_ON = frozenset({"in", "into", "for", "on", "towards", "toward"})
_TELLING = frozenset({"in", "from", "with"})
_APART = frozenset({"from", "with"})
"""What makes another thing even of what is known by the noun: "independence *from gas*",
"solidarity *with Ukraine*"."""
_HAVING = frozenset({"of", "for", "to"})
_PLACING = frozenset({"on", "of"})
_BEYOND = frozenset({"with", "between", "among"})
"""What only says with whom others do what modifiers have told."""
_ALONE = _BEYOND | {""}
_NOTHING = frozenset({"everything", "everybody", "everyone", "something", "anything", "all"})
_LONGEST = 7
_OF = 4


class Told(NamedTuple):
    """Whether a noun is told enough to be something, and the last word of what completes it."""

    enough: bool
    last: int | None = None


def told(site: Site, token: int, first: int) -> Told:
    """Whether the phrase from `first` to the noun `token` is complete: a noun of `lex:Needing`
    without what it needs is nothing."""
    tree, world = site.tree, site.world
    if is_willing(site, token):
        return Told(False)
    if is_unsaid(site, token):
        return Told(False)
    after = token + 1
    hangs = after < len(tree.words) and tree.heads[after] == token
    modified = any(_says(site, t) for t in range(first, token))
    led = tree.lower[after] if hangs and tree.deps[after] == "prep" else ""
    if is_one(site, token) and not modified and led in _ALONE:
        return Told(False)
    if _has_trait(site, token):
        # "reforms *for* …" is nothing where what completes it is too long to be a name.
        last = _completed(site, token, after)
        return Told(modified or last is not None, None if modified else last)
    if tree.lemmas[token] not in world.needing:
        if _is_only_whose(site, token, first):
            return Told(False)
        return Told(True, spent_on(site, token) or helpful(site, token, first))
    if modified and hangs and tree.lower[after] in _BEYOND:
        return Told(True)
    if led in _AFTER:
        last = _completed(site, token, after)
        return Told(last is not None, last)
    return Told(modified)


def _has_trait(site: Site, token: int) -> bool:
    """Whether what has what a noun of `lex:Trait` names follows it, whatever the parse gives it
    to: "advance *reforms for* X"."""
    tree, after = site.tree, token + 1
    if tree.lemmas[token] not in site.world.traits or after >= len(tree.words):
        return False
    if tree.lower[after] not in _HAVING or tree.deps[after] != "prep":
        return False
    beside = tree.deps[token] == "dobj" and tree.heads[after] == tree.heads[token]
    return tree.heads[after] == token or (beside and tree.lower[after] != "to")


def helpful(site: Site, token: int, first: int, *, known: bool = False) -> int | None:
    """The end of what completes a noun of which nothing else is told: "resiliency *in technology
    supply chains*". `known`: the ontology has it by the noun alone."""
    tree, after = site.tree, token + 1
    if after >= len(tree.words) or not _hangs(site, token, after):
        return None
    if tree.lower[after] not in (_APART if known else _TELLING):
        return None
    if any(_says(site, t) for t in range(first, token)):
        return None
    last = _completed(site, token, after)
    if last is None:
        return None
    if tree.lower[after] != "with":
        return last if is_thing(site, last) else None
    tied = tree.lemmas[token] in site.world.ties
    return last if (not known if tied else _is_actors(site, last)) else None


def _hangs(site: Site, token: int, after: int) -> bool:
    """Whether a preposition is a noun's, or may be, though the parse gives it to the verb: "voiced
    solidarity *with* X"."""
    tree = site.tree
    if tree.deps[after] != "prep":
        return False
    felt = tree.lower[after] == "with" and tree.lemmas[token] in site.world.noun_triggers
    return tree.heads[after] == token or (
        felt and tree.deps[token] == "dobj" and tree.heads[after] == tree.heads[token]
    )


def is_thing(site: Site, token: int) -> bool:
    """Whether it says in what something is, not where or in whom: "in *supply chains*"."""
    tree, world = site.tree, site.world
    if not tree.words[token].islower() or tree.deps[token] == "conj":
        return False
    lemma = tree.lemmas[token]
    vague = lemma in world.hollow or lemma in world.generics or lemma in world.containers
    return not vague and lemma not in world.people and lemma not in world.anaphors


def setting(site: Site, token: int, last: int) -> int | None:
    """The end of the known place in which it is what the words from `token` to `last` say: "the
    situation *in the South China Sea*", "peace and stability *across the Taiwan Strait*"."""
    tree, world, after = site.tree, site.world, last + 1
    if after >= len(tree.words) or not token <= tree.heads[after] <= last:
        return None
    if tree.lower[after] not in world.locative and tree.lower[after] not in _PLACING:
        return None
    inner = tree.child(after, "pobj")
    farthest = max(tree.conjuncts(inner)) if inner is not None else None
    name = site.names.covering.get(farthest) if farthest is not None else None
    if name is None or (tree.lower[after] == "of" and world.may_act(name.senses)):
        return None
    settings = world.lexicon.settings
    return name.last if any(world.fits(s.types, settings) for s in name.senses) else None


def is_in_phrase(site: Site, token: int) -> bool:
    """Whether it is a part of a known verb phrase: "they *share* intelligence"; whoever counters
    piracy does it to piracy."""
    tree, whole = site.tree, site.names.covering.get(token)
    if whole is None or whole.root == token or not tree.is_finite(whole.root):
        return False
    return tree.lemmas[whole.root] not in site.world.gerunds


def _completed(site: Site, token: int, preposition: int) -> int | None:
    """The end of what the preposition after the noun `token` completes it by."""
    tree = site.tree
    inner = tree.child(preposition, "pobj", "pcomp")
    if inner is not None and tree.tags[inner] == "VBG":
        inner = tree.child(inner, "dobj")
    last = _end(site, inner, token + _LONGEST)
    return None if last is None else _of(site, last) or last


def _of(site: Site, token: int) -> int | None:
    """The end of an "of …" right after it: "the right to a future *of one's choosing*"."""
    tree, after = site.tree, token + 1
    if tree.lower[after : after + 1] != ["of"] or tree.heads[after] != token:
        return None
    return _end(site, tree.child(after, "pobj"), after + _OF)


def spent_on(site: Site, noun: int) -> int | None:
    """The end of what money is for, if that is a thing: "an investment *in schools*"."""
    preposition = _spending(site, noun)
    if preposition != noun + 1:
        return None
    last = _completed(site, noun, preposition)
    return last if last is not None and is_thing(site, last) else None


def is_unsaid(site: Site, noun: int) -> bool:
    """Whether it is some money of which the text does not say for what, or for whom alone:
    "*these* investments", "an investment *in our children*"."""
    tree = site.tree
    if tree.lemmas[noun] not in site.world.spent:
        return False
    if any(_says(site, t) for t in tree.kids(noun, "amod", "compound")):
        return False
    preposition = _spending(site, noun)
    if preposition is None:
        return tree.child(noun, "det", "poss") is not None
    purpose = tree.child(preposition, "pobj")
    if purpose is None or purpose in site.names.covering:
        return False
    owned = tree.child(purpose, "poss") is not None
    return owned or tree.lemmas[purpose] in site.world.people


def is_one(site: Site, noun: int) -> bool:
    """Whether a noun of `lex:Uncounted` is one event, and no field: "hold *a* strategic
    *dialogue*"; who wants one values it."""
    tree = site.tree
    if tree.tags[noun] != "NN" or tree.lower[noun] not in site.world.uncounted:
        return False
    above = tree.lemmas[tree.heads[noun]]
    if above in site.world.wishing[0] or above in site.world.urging:
        return False
    return any(tree.lower[d] in ("a", "an") for d in tree.kids(noun, "det"))


def _spending(site: Site, noun: int) -> int | None:
    """The preposition after a noun for money that says for what it is."""
    tree = site.tree
    if tree.lemmas[noun] not in site.world.spent:
        return None
    return next((p for p in tree.kids(noun, "prep") if tree.lower[p] in _SPENT_ON), None)


def proper_end(site: Site, last: int) -> int:
    """Where the proper name ends that goes on after `last`: "the Gulf *of Guinea*"."""
    tree, after = site.tree, last + 1
    goes_on = tree.lower[after : after + 1] == ["of"] and tree.heads[after] == last
    named = goes_on and tree.tags[last] in PROPER and tree.tags[after + 1 : after + 2] == ["NNP"]
    return after + 1 if named else last


def may_complete(site: Site, noun: int) -> bool:
    """Whether a noun may tell what another is: "a deal *on Tuesday*" only says when."""
    return site.tree.is_noun(noun) and not is_month(site.tree.lower[noun])


def _end(site: Site, noun: int | None, farthest: int) -> int | None:
    """Where the name around `noun`, or it alone, ends, if it is one and not too far off."""
    if noun is None or noun > farthest or not may_complete(site, noun):
        return None
    if site.tree.lower[noun] in _NOTHING:
        return None
    name = site.names.covering.get(noun)
    return name.last if name is not None else noun


def _says(site: Site, token: int) -> bool:
    """Whether a modifier says what it is, not only whose, where or how far."""
    tree, world = site.tree, site.world
    if tree.tags[token] not in ("JJ", "NN", "NNS") or tree.lower[token] in world.scope:
        return False
    return not _is_actors(site, token) and tree.lower[token] not in world.vague


def _is_only_whose(site: Site, token: int, first: int) -> bool:
    """Whether a noun that relates others has only actors before it: "U.S. *ties*"."""
    tree, world = site.tree, site.world
    if first == token or tree.lemmas[token] not in world.noun_triggers:
        return False
    bare = all(_is_actors(site, t) or tree.tags[t] == "HYPH" for t in range(first, token))
    return bare and not any(tree.lower[p] == "of" for p in tree.kids(token, "prep"))


def _is_actors(site: Site, token: int) -> bool:
    name = site.names.covering.get(token)
    return name is not None and site.world.may_act(name.senses)
