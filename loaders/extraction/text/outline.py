"""The outline of a document: which headings, labels and questions govern what comes next."""

from __future__ import annotations

from graph.statements import Block, BlockKind
from loaders.extraction.text.passage import Governance, Governor, Passage


class Outline:
    """What governs the block that is read, kept while a document is gone through."""

    def __init__(self) -> None:
        self._stack: list[tuple[int, Governor]] = []
        self._line: Governor | None = None

    def heading(self, passage: Passage, block: Block) -> None:
        rank = 0 if block.kind is BlockKind.TITLE else max(block.level, 1)
        kind = Governance.TITLE if block.kind is BlockKind.TITLE else Governance.HEADING
        self._push(rank, kind, passage, 0, len(passage.text))
        self._line = None

    def enter(self, block: Block) -> None:
        """Begin a block: what governed deeper items ends."""
        rank = self._rank(block)
        while self._stack and self._stack[-1][0] >= rank and self._stack[-1][0] > 10:
            self._stack.pop()
        self._line = None

    def govern(
        self, kind: Governance, passage: Passage, end: int, block: Block, start: int = 0
    ) -> None:
        # A question also governs its answer, which may be the next item of its level.
        rank = self._rank(block) - (kind is Governance.QUESTION)
        self._push(rank, kind, passage, start, end)

    def label(self, passage: Passage, start: int, end: int) -> None:
        self._line = Governor(Governance.LABEL, passage.span(start, end), passage.text[start:end])

    def answers(self, name: str) -> bool:
        """Whether the label `name` only says that this is the answer to the question above."""
        return name.lower() in ("a", "answer") and any(
            governor.kind is Governance.QUESTION for _, governor in self._stack
        )

    def governors(self) -> tuple[Governor, ...]:
        return (*(g for _, g in self._stack), *((self._line,) if self._line else ()))

    def _rank(self, block: Block) -> int:
        return 20 + 2 * block.level if block.kind is BlockKind.ITEM else 20

    def _push(self, rank: int, kind: Governance, passage: Passage, start: int, end: int) -> None:
        while self._stack and self._stack[-1][0] >= rank:
            self._stack.pop()
        opens = kind is Governance.LABEL or passage.text.endswith(":")
        places = tuple(passage.offsets[start:end]) if opens else ()
        governor = Governor(kind, passage.span(start, end), passage.text[start:end], places)
        self._stack.append((rank, governor))
