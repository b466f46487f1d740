"""When a name of the graph is a name of the table."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

RULES = Path(__file__).with_name("rules.toml")

Names = frozenset[str]
"""The names of one entity, folded."""


@dataclass(frozen=True, slots=True)
class Group:
    """A group whose members are known one by one."""

    names: Names
    members: tuple[Names, ...]


@dataclass(frozen=True, slots=True)
class Rules:
    """What rules.toml says. `spellings` are pairs of what is written and what it counts as."""

    longest_quote: int
    spellings: tuple[tuple[str, str], ...]
    groups: tuple[Group, ...]

    def fold(self, name: str) -> str:
        """`name` as tables compare it: case, hyphens, spacing and spellings folded."""
        name = name.lower()
        for written, counts_as in self.spellings:
            name = name.replace(written, counts_as)
        return re.sub(r"\s+", " ", name.strip().replace("-", " "))

    def named(self, names: Names, wanted: str) -> bool:
        """Whether one of `names` is wanted by a cell of the table.

        A cell holds alternatives, parted by `|`; `*` is any name, `*part` any
        name that has the part in it.
        """
        for alternative in map(str.strip, wanted.split("|")):
            part = self.fold(alternative.removeprefix("*"))
            if alternative == "*":
                return True
            if alternative.startswith("*"):
                if any(part in name for name in names):
                    return True
            elif part in names:
                return True
        return False


@lru_cache(maxsize=1)
def rules() -> Rules:
    """The rules, read once."""
    said = tomllib.loads(RULES.read_text(encoding="utf-8"))
    spellings = tuple((each["written"], each["as"]) for each in said["spelling"])
    plain = Rules(said["longest_quote"], spellings, ())

    def folded(names: Collection[str]) -> Names:
        return frozenset(map(plain.fold, names))

    groups = tuple(
        Group(folded(each["names"]), tuple(folded([member]) for member in each["members"]))
        for each in said["group"]
    )
    return Rules(plain.longest_quote, spellings, groups)
