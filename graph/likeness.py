"""Who is who by rule: provisional entities that names tell to be one.

An entity has a form, which is its own name without what is no part of it
(articles, titles, legal forms: `lex:Affix`), and it claims the acronyms that
documents give with it. Entities of one form are one if their classes agree. An
entity whose form is an acronym is one with who claims it, if all who do have
one form. All of this is a function of the names that stored documents use now;
what is less sure is left to people (`graph.review`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple, Protocol

from graph.merged import origin_of, representatives
from graph.statements import PAIRWISE, Entity, EntityId, Judgement, Origin
from graph.statements.words import folded, words
from ontology.lexicon import Affix

Superclasses = Mapping[str, tuple[str, ...]]


class Form(NamedTuple):
    """A name that an entity of `types` is known under; `full` is that of its own."""

    key: str
    full: str
    types: tuple[str, ...]


def forms(
    entity: Entity, names: Iterable[str], affixes: Iterable[Affix], superclasses: Superclasses
) -> frozenset[Form]:
    """The forms of a provisional entity that documents call by `names`.

    Of a name that its id is not made of, only an acronym of one that is counts.
    """
    listed = sorted(set(names))
    own = [
        name
        for name in listed
        if any(Entity.provisional(type_, name).id == entity.id for type_ in entity.types)
    ]
    if not own:
        return frozenset()
    full = form(own[0], entity.types, affixes, superclasses)
    claimed = {
        folded(name)
        for name in listed
        if name not in own and any(is_acronym(name, longer) for longer in own)
    }
    return frozenset(Form(key, full, entity.types) for key in {full, *claimed} if key)


def form(
    name: str, types: Collection[str], affixes: Iterable[Affix], superclasses: Superclasses
) -> str:
    """The words of `name` without the affixes of names of `types`."""
    classes = {above for type_ in types for above in superclasses.get(type_, (type_,))}
    own = words(name)
    fitting = [a for a in affixes if not a.classes or not classes.isdisjoint(a.classes)]
    while True:
        shorter = next((s for affix in fitting if (s := _without(own, affix)) is not None), None)
        if shorter is None:
            return " ".join(own)
        own = shorter


def _without(own: list[str], affix: Affix) -> list[str] | None:
    """`own` without one of the affix's words, if it begins or ends with any."""
    for phrase in affix.leading:
        edge = phrase.split()
        if own[: len(edge)] == edge and len(own) - len(edge) >= affix.least:
            return own[len(edge) :]
    for phrase in affix.trailing:
        edge = phrase.split()
        if own[-len(edge) :] == edge and len(own) - len(edge) >= affix.least:
            return own[: -len(edge)]
    return None


def is_acronym(name: str, longer: str) -> bool:
    """Whether `name` is made of the initials of `longer`, but for those of small words.

    >>> is_acronym("SDF", "Self-Defense Forces")
    True
    >>> is_acronym("MoFA", "Ministry of Foreign Affairs")
    True
    >>> is_acronym("UN", "Ukraine")
    False
    """
    letters = [c for c in name if c.isalnum()]
    if not 2 <= len(letters) <= 10 or " " in name.strip() or not name[:1].isupper():
        return False
    if sum(c.isupper() for c in letters) < 2:
        return False
    initials = [(part[0], part[0].isupper()) for part in _parts(longer)]
    if len(initials) < 2:
        return False
    at = 0
    for letter in letters:
        while at < len(initials) and initials[at][0].casefold() != letter.casefold():
            if initials[at][1]:
                return False
            at += 1
        if at == len(initials):
            return False
        at += 1
    return not any(capital for _, capital in initials[at:])


def _parts(name: str) -> list[str]:
    return [part for part in "".join(c if c.isalnum() else " " for c in name).split() if part]


def alike(
    key: str, members: Mapping[EntityId, Form], superclasses: Superclasses
) -> Iterator[tuple[EntityId, EntityId]]:
    """The pairs that the rule finds to be one among all who are known under `key`."""
    own: dict[tuple[str, ...], list[EntityId]] = defaultdict(list)
    claims: dict[str, list[EntityId]] = defaultdict(list)
    for id_ in sorted(members):
        held = members[id_]
        if held.full == key:
            own[held.types].append(id_)
        else:
            claims[held.full].append(id_)
    for same in own.values():
        yield from _chain(same)
    kinds = sorted(own)
    ordered = all(agree(a, b, superclasses) for a in kinds for b in kinds)
    if ordered:
        yield from _chain([own[kind][0] for kind in kinds])
    if len(claims) == 1 and ordered:
        ((claimant, *_),) = claims.values()
        if kinds and all(agree(members[claimant].types, kind, superclasses) for kind in kinds):
            yield own[kinds[0]][0], claimant


def _chain(ids: list[EntityId]) -> Iterator[tuple[EntityId, EntityId]]:
    yield from pairwise(ids)


def agree(left: tuple[str, ...], right: tuple[str, ...], superclasses: Superclasses) -> bool:
    """Whether the classes of one are those of the other, or above them."""
    return left == right or _above(left, right, superclasses) or _above(right, left, superclasses)


def _above(higher: tuple[str, ...], lower: tuple[str, ...], superclasses: Superclasses) -> bool:
    seen = {above for type_ in lower for above in superclasses.get(type_, (type_,))}
    return bool(higher) and bool(lower) and set(higher) <= seen


class Neighbours(Protocol):
    """What a store tells of entities, for who stands for whom to be found around them."""

    def judgements(self) -> Iterable[Judgement]:
        """All that stand."""

    def known(self, ids: Collection[EntityId]) -> Mapping[str, Mapping[EntityId, Form]]:
        """By each key that any of `ids` is known under: all who are, with their forms."""

    def stood(self, ids: Collection[EntityId]) -> Collection[EntityId]:
        """Those who stood together with any of `ids` before the change."""

    def stored(self, ids: Collection[EntityId]) -> Collection[EntityId]:
        """Those of `ids` that are stored."""


def standing(
    start: Collection[EntityId], neighbours: Neighbours, superclasses: Superclasses
) -> tuple[frozenset[EntityId], dict[EntityId, EntityId]]:
    """All who may be one with any of `start`, and of them: who stands for whom.

    Nobody else can be affected by a change that touches `start`.
    """
    judged: dict[EntityId, list[Judgement]] = defaultdict(list)
    for judgement in neighbours.judgements():
        if judgement.verdict in PAIRWISE:
            judged[judgement.left].append(judgement)
            judged[judgement.right].append(judgement)
    seen: set[EntityId] = set()
    keys: set[str] = set()
    judgements: set[Judgement] = set()
    pairs: set[tuple[EntityId, EntityId]] = set()
    frontier = set(start)
    while frontier:
        seen |= frontier
        reached = set(neighbours.stood(frontier))
        for id_ in frontier:
            judgements.update(judged.get(id_, ()))
            reached.update(end for j in judged.get(id_, ()) for end in (j.left, j.right))
        for key, members in neighbours.known(frontier).items():
            if key not in keys:
                keys.add(key)
                pairs.update(alike(key, members, superclasses))
                reached.update(members)
        frontier = reached - seen
    if not judgements and not pairs:
        return frozenset(seen), {}
    stored = set(neighbours.stored(seen))
    reference = {id_ for id_ in stored if origin_of(id_) is Origin.REFERENCE}
    return frozenset(seen), representatives(judgements, stored, reference, pairs)
