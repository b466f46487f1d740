"""What was named at a place, and what words at another take up of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from loaders.extraction.knowledge.filler import Filler

Fits = Callable[[tuple[str, ...]], bool]

REACH = 3
"""Sentences back that a pronoun reaches; a definite noun reaches the whole document."""


@dataclass(frozen=True, slots=True)
class Referent:
    """Entities named together at a place. `rank` 0 for a sentence's subject, 2 for where it is
    set, else 1.

    `plural`: the noun is plural, so that "they" may be one: "Quad leaders".
    """

    fillers: tuple[Filler, ...]
    sentence: int
    token: int
    rank: int
    plural: bool = False
    they: bool = False
    """Named by a plural pronoun, which no "its" takes up."""
    kept: bool = True
    """Brought up, so that a later sentence goes on with it."""
    led: bool = False
    """A subject of what another lets it do: no later sentence is about it."""
    joint: bool = False
    """Named by what they did together, each at a place of his own."""
    quoted: bool = False
    """Named in a quotation, by whoever speaks."""
    voiced: bool = False
    """Named by "we", which no "they" takes up."""
    aside: str = ""
    """The noun of an event that only says when another was: no other noun takes it up."""
    called: str = ""
    """The noun that took them up, if one did: "the *leaders*"."""


class Deed(NamedTuple):
    """What is done at a place, by the word that says it, and where those stand who do it."""

    sentence: int
    token: int
    lemma: str
    doers: frozenset[int]
    is_noun: bool
    is_main: bool
    """Told by the main verb of the sentence."""


class Dreaded(NamedTuple):
    """A threat that a place names."""

    sentence: int
    token: int
    filler: Filler
    many: bool
    """Named by a plural."""
    about: bool
    """What a main clause is about."""


@dataclass(frozen=True, slots=True)
class Sought:
    """What words at a place take up: one thing (`many` False), several, or exactly `count`."""

    sentence: int
    token: int
    fits: Fits
    many: bool | None
    count: int | None = None
    reach: int = REACH
    """Sentences back."""
    collective: bool = False
    """One that a plural noun names counts as several."""
    passing: Fits | None = None
    """What fits it in the same sentence is passed over."""
    leading: bool = False
    """Only subjects of their sentences."""
    going_on: bool = False
    """Of the sentences before, only what is `kept`."""
    apt: Callable[[str], bool] | None = None
    """Whether an entity can be meant."""
    unquoted: bool = False
    """Nobody who is named only in quotations."""
    unvoiced: bool = False
    """Nobody who is "we"."""
    noun: str = ""
    """The noun that takes them up, if one does."""
    barred: frozenset[int] = frozenset()
    """Tokens of the same sentence: who stands there is not meant."""
