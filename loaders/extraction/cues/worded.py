"""Where the words of a trigger stand: the one it is listed under, and those that follow."""

from __future__ import annotations

from loaders.extraction.parse.tags import NOMINAL, PROPER, RELATIVE, VERBAL
from loaders.extraction.parse.tree import Tree
from ontology.lexicon import Part

FULL_VERBS = VERBAL - {"MD"}

_GAP = 4
_PRONOUNS = frozenset({"one", "another"})
"""What stands for a noun: "*one* with Manila"."""
_WHEN = frozenset({"after", "before", "since", "during", "amid", "despite", "until", "following"})
_ADJECTIVAL = frozenset({"JJ", "JJR", "JJS", "VBN", "VBG"})


def keys(tree: Tree, token: int, tag: str) -> list[tuple[Part, str]]:
    """Under which parts of speech and words the lexicon may list the word at `token`."""
    lemma, lower = tree.lemmas[token], tree.lower[token]
    if tag in FULL_VERBS:
        if tag == "VBN" and tree.deps[token] == "prep":
            # "they will meet, *provided* X stays"
            return []
        keys = [(Part.VERB, lemma)]
        if token > 1 and tree.words[token - 1] == "-":
            # "*test-fired* a missile"
            keys.insert(0, (Part.VERB, f"{tree.lower[token - 2]}-{lemma}"))
        if tag in _ADJECTIVAL:
            keys.append((Part.ADJECTIVE, lower))
        beside = tree.deps[token] == "conj" and tree.is_noun(tree.heads[token])
        if tag == "VBG" and (beside or tree.child(token, "poss") is not None):
            # "its resolve and backing for X", "Japan's bullying of X"
            keys.append((Part.NOUN, lower))
        return keys
    if tag in NOMINAL or (lower in _PRONOUNS and tree.child(token, "prep") is not None):
        return [(Part.NOUN, lemma)]
    if tag in _ADJECTIVAL:
        return [(Part.ADJECTIVE, lower)]
    if tag == "RB":
        return [(Part.ADVERB, lower)]
    if tag in ("IN", "RP", "TO", "POS"):
        return [(Part.PREPOSITION, lower)]
    return []


def follows(tree: Tree, token: int, rest: tuple[str, ...], part: Part) -> bool:
    """Whether the further words of a trigger stand where they belong."""
    if part in (Part.PREPOSITION, Part.NOUN):
        return token >= len(rest) and tuple(tree.lower[token - len(rest) : token]) == rest
    at = token + 1
    for word in rest:
        end = min(len(tree.words), at + _GAP)
        hit = next((i for i in range(at, end) if word in (tree.lower[i], tree.lemmas[i])), None)
        if hit is None:
            hit = _undergoing(tree, token, word) or _after_list(tree, token, word)
            hit = hit or _attached(tree, token, word)
            if hit is None and len(rest) == 1 and _is_undergone(tree, token, word):
                return True
            if hit is None and len(rest) == 1 and _is_told_of(tree, token, word):
                return True
        if hit is None or tree.lower[hit + 1 : hit + 2] == ["neither"] or _is_when(tree, hit):
            return False
        at = hit + 1
    return True


def _is_when(tree: Tree, noun: int) -> bool:
    """Whether it only says when something is done: "ordered tanks after the *invasion*"."""
    above = tree.heads[noun]
    return tree.deps[noun] == "pobj" and above < noun and tree.lower[above] in _WHEN


def of_objects(tree: Tree, verb: int) -> list[int]:
    """What the objects of a verb are of: "adopted a new package of sweeping *sanctions*"."""
    return [t for thing in tree.kids(verb, "dobj") for t in tree.after(thing, ("of",))]


def _undergoing(tree: Tree, verb: int, word: str) -> int | None:
    """The word as the object of `verb`, farther on for a hyphen: "made a two-day *trip*"."""
    objects = (at for at in tree.kids(verb, "dobj") if at > verb and "-" in tree.words[verb:at])
    return next((at for at in objects if word in (tree.lower[at], tree.lemmas[at])), None)


def _is_undergone(tree: Tree, verb: int, word: str) -> bool:
    """Whether a passive verb has the word as its subject: "*troops* were sent"."""
    things = (c for t in tree.kids(verb, "nsubjpass") for c in tree.conjuncts(t))
    return any(word in (tree.lower[t], tree.lemmas[t]) for t in things)


def _is_told_of(tree: Tree, verb: int, word: str) -> bool:
    """Whether the word is what the relative clause of an active verb is about, and its object: "the
    *war* that X unleashed on Y"."""
    noun = tree.heads[verb]
    if tree.deps[verb] != "relcl" or word not in (tree.lower[noun], tree.lemmas[noun]):
        return False
    done = tree.kids(verb, "dobj")
    # "the war X unleashed": the parse may leave out what is not there.
    return tree.child(verb, "nsubj") is not None and all(tree.lower[t] in RELATIVE for t in done)


def _after_list(tree: Tree, verb: int, word: str) -> int | None:
    """The word as the preposition after several names: "warned A, B and C *over* X"."""
    named = [t for thing in tree.kids(verb, "dobj") for t in tree.conjuncts(thing)]
    if len(named) < 2 or not all(tree.tags[t] in PROPER for t in named):
        return None
    led = (p for host in (verb, named[-1]) for p in tree.kids(host, "prep"))
    return next((p for p in led if p > named[-1] and word == tree.lower[p]), None)


def _attached(tree: Tree, verb: int, word: str) -> int | None:
    """The word farther on that hangs from `verb` by a preposition or ends a name: "put the newly
    founded X in *peril*", "signed a bilateral Security and Defence *Partnership*"."""
    objects = tree.kids(verb, "dobj")
    # "views X's advance *with* suspicion": the parse may hang it on what is viewed.
    led_to = (
        t for h in (verb, *objects) for p in tree.kids(h, "prep") for t in tree.kids(p, "pobj")
    )
    for at in (*(t for t in objects if tree.tags[t] in PROPER), *led_to):
        if at > verb and word in (tree.lower[at], tree.lemmas[at]):
            return at
    for at in of_objects(tree, verb):
        if word in (tree.lower[at], tree.lemmas[at]):
            return at
    # "makes X a major non-NATO *ally*"
    named = (at for at in tree.kids(verb, "oprd") if at > verb and word == tree.lemmas[at])
    if (called := next(named, None)) is not None:
        return called
    # "makes a clash between the two more *likely*"
    small = (at for at in tree.kids(verb, "ccomp", "oprd", "acomp") if tree.tags[at] in _ADJECTIVAL)
    found = next((at for at in small if at > verb and word == tree.lower[at]), None)
    if found is not None:
        return found
    # "says that X would *undermine* Y"
    for at in tree.kids(verb, "ccomp", "xcomp"):
        if word == tree.lemmas[at] and tree.is_verb(at) and tree.child(at, "neg") is None:
            return at
    return None
