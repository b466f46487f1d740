"""Who acts on account of others' doings, or despite them: "amid Y's drills, *X* sends ships", "Y's
drills drive *X*"."""

from __future__ import annotations

from collections.abc import Container

from loaders.extraction.cues.trigger import Trigger
from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.knowledge.wanted import Wanted

_LISTED = frozenset({"conj", "appos"})
_REASONED = ("ccomp", "advcl", "attr")
_LONGEST = 4
"""Words of the longest of such prepositions: "against the backdrop of"."""


def pressed(at: Trigger, wanted: Wanted) -> list[Filler]:
    """Who acts in the clause that is said to be so amid what the trigger names, or the parties of
    the tie that does: "*the ties between X and Z* deepen in the face of Y's drills"."""
    subjects = _acting(at, at.reader.world.pressing)
    return at.reader.fillers(subjects, wanted) or _tied(at, subjects, wanted)


def defying(at: Trigger, wanted: Wanted) -> list[Filler]:
    """Who or what goes on despite what the trigger names: "*X* sent ships despite Y's protests"."""
    return at.reader.fillers(_acting(at, at.reader.world.defying), wanted)


def moved(at: Trigger, wanted: Wanted) -> list[Filler]:
    """ "*Fear* of Y drives X", "moved by *fear* of Y, X", "*fear* of Y explains why X acts": X."""
    tree, noun = at.tree, at.token
    noun = tree.first_conjunct(tree.heads[noun] if tree.deps[noun] == "amod" else noun)
    dep, above = tree.deps[noun], tree.heads[noun]
    by = dep == "pobj" and tree.lower[above] == "by"
    verb = tree.heads[above] if by else above
    if dep == "nsubj" and (done := _explained(at, verb)):
        return at.reader.fillers(done, wanted)
    if not (by or dep == "nsubj") or tree.lemmas[verb] not in at.reader.world.moving:
        return []
    things = at.grammar.objects(tree, verb)
    if found := at.reader.fillers(things, wanted):
        return found
    # "has led to closer *ties between X and Z*"
    things = [*things, *tree.after(verb, ("to",))]
    between = [t for thing in things for t in tree.after(thing, ("between", "among"))]
    return at.reader.fillers(between, wanted)


def _explained(at: Trigger, verb: int) -> list[int]:
    """Who acts in the clause whose reason is told: "Y's war explains *why X* acts"."""
    tree = at.tree
    clauses = (c for c in tree.kids(verb, *_REASONED) if c > verb)
    why = [c for c in clauses if any(tree.lower[t] == "why" for t in tree.kids(c, "advmod"))]
    return [t for clause in why for t in at.grammar.subjects(tree, clause)]


def _acting(at: Trigger, prepositions: Container[str]) -> list[int]:
    """The subjects of the clause to which one of them adds the trigger, in tokens."""
    tree, noun = at.tree, at.token
    if tree.deps[noun] == "amod":
        # "amid an *assertive* Y"
        noun = tree.heads[noun]
    while tree.deps[noun] in _LISTED and tree.heads[noun] < noun:
        noun = tree.heads[noun]
    preposition = tree.heads[noun]
    # "with an *eye* on Y", "with Y in *mind*"
    seen = tree.lower[preposition] == "with" and tree.lemmas[noun] in at.reader.world.views
    if tree.deps[noun] != "pobj" or not (seen or _is_one(at, preposition, prepositions)):
        return []
    verb = next((t for t in tree.up(preposition) if tree.is_verb(t)), None)
    return at.grammar.subjects(tree, verb) if verb is not None else []


def _tied(at: Trigger, subjects: list[int], wanted: Wanted) -> list[Filler]:
    """Whose the tie is that acts."""
    tree, world = at.tree, at.reader.world
    ties = [t for t in subjects if tree.is_noun(t) and tree.lemmas[t] in world.noun_triggers]
    between = [inner for t in ties for inner in tree.after(t, ("between", "among"))]
    found = at.reader.fillers(between, wanted)
    return found or [f for t in ties for f in at.reader.owners.actors(t) if wanted.fits(f.types)]


def _is_one(at: Trigger, preposition: int, prepositions: Container[str]) -> bool:
    """Whether the words up to `preposition` are one of them, or with the word after it."""
    words = at.tree.lower
    first = max(0, preposition - _LONGEST + 1)
    return any(
        " ".join(words[start:end]) in prepositions
        for end in (preposition + 1, preposition + 2)
        for start in range(first, preposition + 1)
    )
