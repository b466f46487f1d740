"""What is wanted of words: the classes that fit, and what a cue makes of words that name nothing
known."""

from __future__ import annotations

from collections.abc import Callable

Types = tuple[str, ...]


class Wanted:
    """Made once for the same wish (`World.want`), so that equal wishes are one object.

    `opened`: the class of a phrase of any head, where the cue says what it is: "attaches
    importance to *quiet waters*". `made`: that of a phrase which nothing else types: "fears
    *drone flights*" makes those a threat. `owner`: what an actor owns stands for the actor:
    "rejects *Tokyo's offer*".
    """

    __slots__ = ("_is_a", "_known", "classes", "is_plain", "made", "opened", "owner")

    def __init__(
        self,
        classes: Types,
        opened: str | None,
        made: str | None,
        owner: bool,
        is_a: Callable[[Types, Types], bool],
    ) -> None:
        self.classes, self.opened, self.made, self.owner = classes, opened, made, owner
        self.is_plain = opened is None and made is None and not owner
        """Whether only what words themselves name is wanted."""
        self._is_a = is_a
        self._known: dict[Types, bool] = {}

    def fits(self, types: Types) -> bool:
        """Whether something of `types` is wanted."""
        known = self._known.get(types)
        if known is None:
            known = self._known[types] = self._is_a(types, self.classes)
        return known
