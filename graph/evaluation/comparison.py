"""What a store holds of a table's documents, held against its rows.

Entities go by the names that readers may see: two of one name are one here.
Facts of predicates that the table never uses are left out, and so is evidence
over the longest quote.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from entente.errors import InputError
from graph.evaluation.gold import Row
from graph.evaluation.matching import Matcher, Triple
from graph.evaluation.rules import rules
from graph.evaluation.scoring import Judged, Score
from graph.exchange import Selection
from graph.statements import Document, DocumentId, EntityId, Evidence

Span = tuple[int, int]


@dataclass
class _Told:
    """A fact of one document, by the names of its ends."""

    subject: str
    object: str
    evidence: list[Evidence] = field(default_factory=list)


def compare(
    rows: Sequence[Row],
    selection: Selection,
    symmetric: Collection[str],
    texts: Mapping[str, str] | None = None,
) -> Score:
    """The score of what `selection` holds against `rows`.

    `texts` are documents' texts by file name, where they are known from
    elsewhere than the store. Raises `InputError` naming a row whose document
    is not stored, or whose quote is not in it.
    """
    return _Comparison(rows, selection, symmetric, texts or {}).score()


class _Comparison:
    def __init__(
        self,
        rows: Sequence[Row],
        selection: Selection,
        symmetric: Collection[str],
        texts: Mapping[str, str],
    ) -> None:
        self._rows = rows
        self._selection = selection
        self._matcher = Matcher(rules(), symmetric)
        self._texts = texts
        self._used = {predicate for row in rows for predicate in row.predicates}
        self._spans: dict[Row, Span] = {}
        self._ignored = 0
        self._heard = 0
        self._wrong: list[tuple[str, str]] = []

    def score(self) -> Score:
        stored: dict[str, list[DocumentId]] = defaultdict(list)
        for name, id_ in self._selection.documents():
            stored[name].append(id_)
        named: dict[str, str] = {}
        for row in self._rows:
            named.setdefault(row.document, _name(row, stored))
        facts: list[Judged] = []
        taken: set[str] = set()
        for key, name in named.items():
            (id_,) = stored[name]
            document = self._selection.store.document(id_)
            table = [row for row in self._rows if row.document == key]
            self._find(table, self._text(document))
            if name not in taken:  # of two names in the table for a document, the first has it
                taken.add(name)
                facts += self._judge(key, table, self._told(document))
        facts.sort(key=lambda fact: (fact.document, fact.predicate, fact.subject, fact.object))
        return Score(
            tuple(facts), tuple(self._rows), self._ignored, self._heard, tuple(self._wrong)
        )

    def _text(self, document: Document) -> str:
        return self._texts.get(document.name, document.text)

    def _find(self, table: Sequence[Row], text: str) -> None:
        for row in table:
            start = text.find(row.quote)
            if start < 0:
                raise InputError(
                    f"{row.place}: the quote {row.quote[:60]!r} is not in the document",
                    hint="quote the text to the letter",
                )
            self._spans[row] = start, start + len(row.quote)

    def _told(self, document: Document) -> dict[Triple, _Told]:
        statements = self._selection.statements(document.id)
        ends = {end for fact in statements.facts for end in (fact.subject, fact.object)}
        entities = self._selection.entities(ends)
        facts = {fact.id: fact for fact in statements.facts}

        def names(id_: EntityId) -> frozenset[str]:
            return frozenset(map(rules().fold, entities[id_].labels))

        told: dict[Triple, _Told] = {}
        text = self._text(document)
        for evidence in statements.evidence:
            fact = facts[evidence.fact]
            longest = rules().longest_quote
            if fact.predicate not in self._used or evidence.end - evidence.start > longest:
                self._ignored += 1
                continue
            self._heard += 1
            if text[evidence.start : evidence.end] != evidence.quote:
                self._wrong.append((document.name, evidence.quote))
            triple = names(fact.subject), fact.predicate, names(fact.object)
            caption = _Told(entities[fact.subject].label, entities[fact.object].label)
            told.setdefault(triple, caption).evidence.append(evidence)
        return told

    def _judge(self, key: str, table: list[Row], told: Mapping[Triple, _Told]) -> list[Judged]:
        judged = []
        for triple, found in told.items():
            met = tuple(dict.fromkeys(self._matcher.met(triple, table)))
            spans = [self._spans[row] for row in met]
            grounded = any(
                e.start < end and start < e.end for e in found.evidence for start, end in spans
            )
            judged.append(
                Judged(
                    key,
                    found.subject,
                    triple[1],
                    found.object,
                    tuple(found.evidence),
                    met,
                    grounded,
                )
            )
        return judged


def _name(row: Row, stored: Mapping[str, list[DocumentId]]) -> str:
    """The document that a row speaks of: the first whose name starts as it says."""
    name = next((name for name in sorted(stored) if name.startswith(row.document)), None)
    if name is None:
        raise InputError(
            f"{row.place}: no document whose name starts with {row.document!r}",
            hint="load it, or name its folder with --docs",
        )
    if len(stored[name]) > 1:
        raise InputError(
            f"{row.place}: {len(stored[name])} documents are named {name}",
            hint="name the folder of the one that is meant with --docs",
        )
    return name
