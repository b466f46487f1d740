"""What the words above a trigger add up to."""

from __future__ import annotations

from graph.statements import Polarity, Status

_RANK = {
    Status.ACTUAL: 0,
    Status.PLANNED: 1,
    Status.RECOMMENDED: 2,
    Status.POSSIBLE: 3,
}


class Said:
    """What was found on the way up from a trigger."""

    def __init__(self) -> None:
        self.denials = 0
        self.statuses = [Status.ACTUAL]
        self.kept = 0
        """How many of the statuses it was when it was said to go on."""
        self.ceased = False
        self.freed = False
        """The denial above it is none of its own."""

    def add(self, found: tuple[int, list[Status]]) -> None:
        self.denials += found[0]
        self.statuses += found[1]

    def leave_open(self, awaited: bool) -> None:
        """It is not told yet, or not excluded; what is `awaited` is planned if it was before."""
        planned = awaited and Status.PLANNED in self.statuses
        self.statuses = [Status.PLANNED] if planned else [Status.POSSIBLE]

    def meant(self) -> tuple[Polarity, Status]:
        """What it comes to."""
        # "Will continue to arm X": whatever is planned, it does so already.
        statuses = self.statuses[: self.kept] if self.kept else self.statuses
        if self.ceased and Status.RECOMMENDED in statuses:
            # "Urged X to *stop* arming Y": it does.
            return Polarity.AFFIRMED, Status.ACTUAL
        polarity = Polarity.DENIED if self.denials % 2 else Polarity.AFFIRMED
        return polarity, max(statuses, key=_RANK.__getitem__)
