"""What is wrong with an ontology: collected, so that one run names them all."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from entente.errors import OntologyError

SHOWN = 20
"""Problems that one message names; the rest are counted."""


class Problem(NamedTuple):
    """One thing that is wrong: where (`file:line`), with which term, and its mending."""

    place: str
    term: str
    fault: str
    fix: str

    def __str__(self) -> str:
        return f"{self.place}: {self.term}: {self.fault}"


def refuse(problems: Iterable[Problem]) -> None:
    """Raise `OntologyError` with `problems` in the order of the files, if there are any."""
    found = sorted(set(problems), key=_in_file_order)
    if not found:
        return
    if len(found) == 1:
        raise OntologyError(str(found[0]), hint=found[0].fix)
    lines = [f"{problem} → {problem.fix}" for problem in found[:SHOWN]]
    if len(found) > SHOWN:
        lines.append(f"and {len(found) - SHOWN} more")
    raise OntologyError(
        f"{len(found)} problems in the ontology:\n" + "\n".join(lines),
        hint="mend them in the order given; later ones may follow from earlier ones",
    )


def _in_file_order(problem: Problem) -> tuple[str, int, str, str]:
    name, _, line = problem.place.rpartition(":")
    return name, int(line), problem.term, problem.fault
