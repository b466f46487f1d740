"""The span to quote: the sentence, or as much of a long one as states the fact."""

from __future__ import annotations

from collections.abc import Iterable

from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.parse.tree import Tree

LONGEST = 480
_AROUND = 40
_OPENING = frozenset("\"'“‘([")


def quote_span(tree: Tree, trigger: int, fillers: Iterable[Filler]) -> tuple[int, int]:
    """Offsets into the passage of a quote of at most `LONGEST` code points around `trigger`."""
    start, end = tree.sentence_span(trigger)
    # Of an item that goes on with its introduction, the item alone.
    start, end = max(start, tree.passage.lead), max(end, tree.passage.lead + 1)
    fillers = list(fillers)
    end = _with_next(tree, trigger, fillers, start, end)
    if end - start <= LONGEST:
        return start, end
    places = [(tree.starts[trigger], tree.ends[trigger])]
    places += [(f.start, f.end) for f in fillers if start <= f.start < f.end <= end]
    first, last = min(a for a, _ in places), max(b for _, b in places)
    if last - first > LONGEST - 2 * _AROUND:
        middle = places[0][0]
        first = max(first, middle - LONGEST // 2 + _AROUND)
        last = min(last, middle + LONGEST // 2 - _AROUND)
    text = tree.passage.text
    starts = [s for s in tree.starts if max(start, first - _AROUND) <= s <= first]
    # A quote does not begin with the comma of what is left out.
    starts = [s for s in starts if text[s].isalnum() or text[s] in _OPENING]
    ends = [e for e in tree.ends if last <= e <= min(end, last + _AROUND)]
    return (starts[0] if starts else first), (ends[-1] if ends else last)


def _with_next(tree: Tree, trigger: int, fillers: list[Filler], start: int, end: int) -> int:
    """The end with the next sentence, where that lists what the fact names: "in three fields.
    *They are X and Y.*"."""
    after = tree.sentence[trigger] + 1
    for filler in fillers:
        here = filler.at is None and filler.start < filler.end and filler.token < len(tree.words)
        if here and tree.sentence[filler.token] == after:
            _, last = tree.sentence_span(filler.token)
            return last if last - start <= LONGEST else end
    return end
