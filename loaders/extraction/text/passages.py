"""Cuts a document into passages: clean text, labels and datelines split off."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.statements import Block, BlockKind, Document
from loaders.extraction.text.datelines import end_of_dateline
from loaders.extraction.text.outline import Outline
from loaders.extraction.text.passage import Governance, Passage
from loaders.extraction.text.quotations import going_on

LONGEST = 3000
"""Code points; a longer block is cut between sentences, so that no cost is quadratic."""

_PLAIN = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "‛": "'",
        "`": "'",
        "“": '"',
        "”": '"',
        "„": '"',
        "«": '"',
        "»": '"',
        "\u00a0": " ",
        "\u202f": " ",
        "\u2009": " ",
        "\u2011": "-",
        "\u2010": "-",
        "―": "—",
        "\u200b": " ",
        "\ufeff": " ",
        "*": " ",
        "•": " ",
    }
)
_LABEL = re.compile(r"[^\w\[(\"']*(?:\d{1,2}[.)]\s+)?([A-Z][^.:;?!\"\n]{0,78}?)\s?:\s+(?=\S)")
_BETWEEN = re.compile(r"(?<=\w)–(?=\w)")
"""A dash that joins words: "US–Japan"."""
_ASIDE = re.compile(r"(?<=[\w)'\",] )-(?= \w)")
"""A hyphen with spaces around it is a dash."""
_SCARE = re.compile(r'(?<=[\s(])"(\w[\w-]*(?: [\w-]+)?)"(?=\s[a-z])')
"""Quotation marks around a word or two that go on: the "grey-zone" tactics. Nobody is quoted."""
_INSERTED = re.compile(r"(?<!\w)\[(?!sic\])([A-Za-z][\w' -]{0,40})\](?![\w(\[])")
"""What somebody who quotes puts in: "[The exercises] put at risk", "critical of X [and] of Y"."""
_HONOUR = re.compile(
    r"\b(?:[Tt]he )?(?:Right |Rt\.? )?Hon(?:ou?rable\b|\.|\b)(?= [A-Z])|\bH\. ?E\.(?= [A-Z])"
    r"|(?<=[a-z]), M\.?P\.?(?=,)|(?<=[a-z]) MP(?=,)"
)
"""What adds honour to a name, and nothing else: "Senator *the Hon.* Ann Lee"."""
_CUT = re.compile(r"[.!?;]['\")\]]*\s+(?=[A-Z\"'(])")
_QUESTION_LABELS = frozenset({"q", "question"})
_MARKER = re.compile(r"(?:[-–—•*·]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s+")
_LONGEST_HEADING = 80
_LONGEST_INTRODUCTION = 320


def passages(document: Document) -> Iterator[Passage]:
    """The passages of `document` in order; code is left out, labels are split off."""
    outline, quoted = Outline(), going_on(document)
    for block, following in zip(document.blocks, (*document.blocks[1:], None), strict=True):
        if block.kind is BlockKind.CODE or block.end <= block.start:
            continue
        text, offsets = _clean(document.text, block.start, block.end)
        if not text:
            continue
        whole = Passage(text, offsets, block.kind, (), is_quoted=block.start in quoted)
        if block.kind in (BlockKind.TITLE, BlockKind.HEADING):
            begin = end_of_dateline(text)
            yield Passage(text[begin:], offsets[begin:], block.kind, outline.governors())
            outline.heading(whole, block)
            continue
        if _heads_items(text, block, following):
            outline.enter(block)
            yield Passage(text, offsets, BlockKind.HEADING, outline.governors())
            outline.govern(Governance.HEADING, whole, len(text), block)
            continue
        yield from _parts(whole, block, outline)


def _heads_items(text: str, block: Block, following: Block | None) -> bool:
    """Whether a short item such as "1. Shared concerns" heads the deeper items after it."""
    if block.kind is not BlockKind.ITEM or following is None:
        return False
    deeper = following.kind is BlockKind.ITEM and following.level > block.level
    return deeper and len(text) <= _LONGEST_HEADING and text[-1] not in ".;:?!,"


def _parts(whole: Passage, block: Block, outline: Outline) -> Iterator[Passage]:
    text, offsets = whole.text, whole.offsets
    label = _label(text, block.kind is BlockKind.ITEM)
    outline.enter(block)
    if text.endswith(":") and len(text) <= 120:
        yield Passage(text, offsets, block.kind, outline.governors())
        outline.govern(Governance.LABEL, whole, len(text.rstrip(":")), block)
        return
    start = 0
    if label is not None:
        name, start = label
        if name.lower() in _QUESTION_LABELS:
            pass
        else:
            outline.label(whole, text.index(name), text.index(name) + len(name))
            if not outline.answers(name):
                yield Passage(
                    name,
                    offsets[text.index(name) : text.index(name) + len(name) + 1],
                    BlockKind.HEADING,
                    outline.governors()[:-1],
                    is_label=True,
                )
    else:
        marker = _MARKER.match(text)
        start = marker.end() if marker else end_of_dateline(text)
    governors = outline.governors()
    for begin, end in _cuts(text, start):
        yield Passage(
            text[begin:end],
            offsets[begin : end + 1],
            block.kind,
            governors,
            is_quoted=whole.is_quoted and begin == start,
        )
    if text.endswith("?") and len(text) <= 300:
        outline.govern(Governance.QUESTION, whole, len(text), block)
    elif text.endswith(":"):
        # The last sentence of a paragraph governs the items after it.
        begin = max((cut.end() for cut in _CUT.finditer(text)), default=0)
        if len(text) - begin <= _LONGEST_INTRODUCTION:
            outline.govern(Governance.LABEL, whole, len(text.rstrip(":")), block, begin)


def _label(text: str, is_item: bool) -> tuple[str, int] | None:
    """The label before a colon and where the body starts; None for a sentence with a colon."""
    match = _LABEL.match(text)
    if match is None:
        return None
    name = match.group(1).strip()
    words = name.split()
    long = [word for word in words if len(word) > 3]
    titled = sum(word[0].isupper() or not word[0].isalpha() for word in long)
    if len(words) <= (6 if is_item else 3) or (len(words) <= 9 and titled >= len(long) - 1):
        return name, match.end()
    return None


def _cuts(text: str, start: int) -> Iterator[tuple[int, int]]:
    while len(text) - start > LONGEST:
        window = text[start : start + LONGEST]
        ends = [match.end() for match in _CUT.finditer(window)]
        end = start + (ends[-1] if ends else (window.rfind(" ") + 1 or LONGEST))
        yield start, end
        start = end
    if start < len(text):
        yield start, len(text)


def _clean(text: str, start: int, end: int) -> tuple[str, range | list[int]]:
    """`text[start:end]` with runs of white space made one space, and its offsets."""
    raw = _BETWEEN.sub("-", text[start:end].translate(_PLAIN))
    raw = _ASIDE.sub("—", raw).replace(" -- ", " —  ")
    raw = _SCARE.sub(r" \1 ", raw)
    if "[" in raw:
        raw = _INSERTED.sub(r" \1 ", raw)
    raw = _HONOUR.sub(lambda found: " " * len(found.group()), raw)
    if "\n" in raw or "  " in raw or "\t" in raw or raw != raw.strip():
        pieces: list[str] = []
        offsets: list[int] = []
        for match in re.finditer(r"\S+", raw):
            if pieces:
                pieces.append(" ")
                offsets.append(start + match.start() - 1)
            pieces.append(match.group())
            offsets.extend(range(start + match.start(), start + match.end()))
        offsets.append(offsets[-1] + 1 if offsets else end)
        return "".join(pieces), offsets
    return raw, range(start, end + 1)
