"""Who acts on account of others' doings, or despite them: "amid Y's drills, *X* sends ships"."""

from __future__ import annotations

from collections.abc import Container

from loaders.extraction.cues.trigger import Trigger
from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.knowledge.wanted import Wanted

_LISTED = frozenset({"conj", "appos"})
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
