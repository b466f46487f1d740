"""Facts that were held against a table, and the figures that follow.

A fact counts once a document, and is right if it meets a row of its document.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from itertools import chain

from graph.evaluation.gold import Row
from graph.statements import Evidence, Modality

STEPS, DECIMALS = 10, 6


@dataclass(frozen=True, slots=True)
class Judged:
    """A fact of one document, with the rows it meets."""

    document: str
    subject: str
    predicate: str
    object: str
    evidence: tuple[Evidence, ...]
    met: tuple[Row, ...]
    grounded: bool
    """An evidence overlaps the quote of a row that is met."""

    @property
    def right(self) -> bool:
        return bool(self.met)

    @property
    def modalities(self) -> frozenset[str]:
        return frozenset(e.modality.value for e in self.evidence)

    @property
    def confidence(self) -> float:
        """That of its surest evidence."""
        return max(e.confidence for e in self.evidence)

    @property
    def agreed(self) -> frozenset[str]:
        """The modalities that a row met has too."""
        return self.modalities & {row.modality for row in self.met}


@dataclass(frozen=True, slots=True)
class Figures:
    """Right and wanted, counted, with the shares that follow."""

    facts: int
    right: int
    required: int
    found: int

    @property
    def precision(self) -> float:
        return self.right / max(self.facts, 1)

    @property
    def recall(self) -> float:
        return self.found / max(self.required, 1)

    @property
    def f1(self) -> float:
        p, r = self.precision, self.recall
        return 2 * p * r / max(p + r, 1e-9)


@dataclass(frozen=True, slots=True)
class Score:
    """What a comparison found. `ignored` counts evidence that was left out."""

    facts: tuple[Judged, ...]
    rows: tuple[Row, ...]
    ignored: int
    spans: int
    wrong_spans: tuple[tuple[str, str], ...]
    """Document and quote of evidence whose quote is not the text at its offsets."""

    @property
    def missed(self) -> tuple[Row, ...]:
        """The required rows that no fact meets."""
        met = set(chain.from_iterable(fact.met for fact in self.facts))
        return tuple(row for row in self.rows if row.required and row not in met)

    @property
    def overall(self) -> Figures:
        return self._figures(lambda _: True, lambda _: True)

    @property
    def modality(self) -> float:
        """Of the modalities that right facts are said in, those that a row met has too."""
        right = [fact for fact in self.facts if fact.right]
        return sum(len(f.agreed) for f in right) / max(sum(len(f.modalities) for f in right), 1)

    @property
    def grounded(self) -> float:
        """Of the right facts, those with an evidence where the table found it."""
        right = [fact for fact in self.facts if fact.right]
        return sum(fact.grounded for fact in right) / max(len(right), 1)

    @property
    def exact(self) -> float:
        return 1 - len(self.wrong_spans) / max(self.spans, 1)

    def by_predicate(self) -> dict[str, Figures]:
        """The figures of each predicate; a row with several belongs to the first."""
        names = {fact.predicate for fact in self.facts}
        names |= {row.predicates[0] for row in self.rows if row.required}

        def of(name: str) -> Figures:
            return self._figures(lambda f: f.predicate == name, lambda r: r.predicates[0] == name)

        return {name: of(name) for name in sorted(names)}

    def by_modality(self) -> dict[str, Figures]:
        """The figures of each modality: a fact is right and a row found in that very sense."""
        found: dict[str, Figures] = {}
        for name in (modality.value for modality in Modality):
            said = [fact for fact in self.facts if name in fact.modalities]
            wanted = [row for row in self.rows if row.required and row.modality == name]
            met = set(chain.from_iterable(fact.met for fact in said))
            right = sum(name in fact.agreed for fact in said)
            found[name] = Figures(len(said), right, len(wanted), sum(row in met for row in wanted))
        return found

    def by_confidence(self) -> dict[str, Figures]:
        """How many are right of the facts that the extractor is equally sure of, in steps of a
        tenth: a reliability diagram (DeGroot and Fienberg, doi:10.2307/2987588). Nothing is
        required of a confidence."""
        found: dict[int, list[Judged]] = defaultdict(list)
        for fact in self.facts:
            # A sum of decimals may be a hair below the step it stands for.
            found[min(int(round(fact.confidence, DECIMALS) * STEPS), STEPS - 1)].append(fact)
        return {
            f"{step / STEPS:.1f}–{(step + 1) / STEPS:.1f}": Figures(
                len(facts), sum(fact.right for fact in facts), 0, 0
            )
            for step, facts in sorted(found.items())
        }

    def _figures(self, fits: Callable[[Judged], bool], counts: Callable[[Row], bool]) -> Figures:
        facts = [fact for fact in self.facts if fits(fact)]
        required = [row for row in self.rows if row.required and counts(row)]
        missed = set(self.missed)
        return Figures(
            len(facts),
            sum(fact.right for fact in facts),
            len(required),
            sum(row not in missed for row in required),
        )
