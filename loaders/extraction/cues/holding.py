"""Who of several holds an office: "the premier of A, Ann Lee, and the premier of B, Bob Ray"."""

from __future__ import annotations

from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.parse.tags import PLURAL
from loaders.extraction.reading.reader import Reader

Pair = tuple[Filler, Filler]


def held(reader: Reader, office: int, pairs: list[Pair]) -> list[Pair]:
    """The pairs of holder and body of the office at `office`, which in the singular has one
    holder: the one next to it, and nobody whom "and" sets beside it."""
    tree = reader.tree
    if tree.tags[office] in PLURAL and tree.lemmas[office] in reader.world.offices:
        # "Ann Lee, as well as the *premiers* of B and C": no one holds several.
        people = {s.entity for s, _ in pairs if reader.world.is_person(s.types)}
        return pairs if len(people) != 1 else []
    if tree.tags[office] not in ("NN", "NNP") or tree.lemmas[office] not in reader.world.offices:
        return pairs
    pairs = [(s, o) for s, o in pairs if not _is_beside(reader, s.token, office)]
    holders = {s.token for s, _ in pairs}
    if len(holders) < 2:
        return pairs
    nearest = min(holders, key=lambda token: (abs(token - office), token))
    return [(s, o) for s, o in pairs if s.token == nearest]


def _is_beside(reader: Reader, person: int, office: int) -> bool:
    """Whether "and" stands between a person and an office that is another's: "Ann Lee, *and* the
    premier of B", but not "Ann Lee, chair and head of B"."""
    tree = reader.tree
    between = range(person + 1, office)
    joined = next((t for t in between if tree.lower[t] == "and"), None)
    if joined is None or tree.lower[joined + 1] not in ("the", "its", "his", "her"):
        return False
    return not any(tree.lemmas[t] in reader.world.offices for t in between if t < joined)
