"""Items that go on with the sentence that introduces them: "The programme covers:", "piracy"."""

from __future__ import annotations

import re
from dataclasses import replace

from graph.statements import BlockKind, Span
from loaders.extraction.text.passage import Governance, Passage
from ontology.lexicon import Lexicon, Part

_SENTENCE = 4
"""Words of an introduction that may be a sentence."""
_OPENING = frozenset({Governance.LABEL, Governance.HEADING})
_ARTICLE = re.compile(r"(?:the|an?) ")
_WORD = re.compile(r"[A-Z][a-z]+\b")
_CAPITALS = re.compile(r"(?:FURTHER |ALSO |JOINTLY )?[A-Z]{3,}\b")
_EXAMPLES = ", including "
_CLOSING = re.compile(r"[;,]?(?: and| or)?$")


class Introductions:
    """Reads such an item with its introduction; compiled once from the lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._open = lexicon.role("Continuing", Part.PHRASE)
        self._begun: Span | None = None
        self._verbal = lexicon.role("Continuing", Part.AUXILIARY)

    def joined(self, passage: Passage) -> Passage:
        """`passage` with the introduction before it, if it is an item that goes on with it."""
        above = passage.governors[-1] if passage.governors else None
        if passage.kind is not BlockKind.ITEM or passage.is_label or above is None:
            return passage
        if above.kind not in _OPENING or not above.offsets:
            return passage
        lead = above.text.rstrip(" :,")
        lead = lead.capitalize() if lead.isupper() else lead
        words = lead.lower().split()
        if len(words) < _SENTENCE:
            return passage
        verbal = words[-1] in self._verbal
        if passage.text.split(" ", 1)[0].endswith("ing") or (
            not verbal and passage.text[:1].isupper() and passage.text.endswith((".", "!", "?"))
        ):
            # "Upholding X" says by itself what is done, and so does a sentence.
            return passage
        if verbal or words[-1] in self._open or " ".join(words[-2:]) in self._open:
            link = " "
        elif _ARTICLE.match(passage.text) or above.span == self._begun:
            link, self._begun = _EXAMPLES, above.span
        else:
            return passage
        return _with(passage, lead, link, list(above.offsets), verbal)


def _with(passage: Passage, lead: str, link: str, places: list[int], verbal: bool) -> Passage:
    """`passage` after `lead`, whose code points stand at `places`; the link stands where it
    ends."""
    text = _CLOSING.sub("", passage.text)
    first = _CAPITALS.match(text) or _WORD.match(text)
    if verbal and first is not None:
        # An item in capitals, "DEEPEN cooperation", after "they agreed to".
        text = first.group().lower() + text[first.end() :]
    places = places[: len(lead)]
    return replace(
        passage,
        text=lead + link + text,
        offsets=[*places, *[places[-1]] * len(link), *passage.offsets[: len(text) + 1]],
        lead=len(lead) + len(link),
    )
