"""Items that go on with the sentence that introduces them: "The programme covers:", "piracy"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import TypeAlias

from graph.statements import BlockKind, Span
from loaders.extraction.text.passage import Governance, Passage
from ontology.lexicon import Lexicon, Part

Lemma: TypeAlias = Callable[[str, str], str]
"""The lemma of a word by its tag."""

_SENTENCE = 4
"""Words of an introduction that may be a sentence."""
_NEAR = 6
"""Words of an introduction before its items among which its verb would stand."""
_HELPING = frozenset({"is", "are", "was", "were", "has", "have", "had", "will", "would", "can"})
_INFLECTED = ("VBZ", "VBD")
_OF_NOUNS = frozenset({"of", "and", "or"})
"""What follows nouns that look like verbs: "*supports of* X"."""
_OPENING = frozenset({Governance.LABEL, Governance.HEADING})
_SENTENCES = re.compile(r"[.!?]\s+")
_ARTICLE = re.compile(r"(?:the|an?) ")
_WORD = re.compile(r"[A-Z][a-z]+\b")
_CAPITALS = re.compile(r"(?:FURTHER |ALSO |JOINTLY )?[A-Z]{3,}\b")
_EXAMPLES = ", including "
_CLOSING = re.compile(r"[;,]?(?: and| or)?$")


class Introductions:
    """Reads such an item with its introduction; compiled once from the lexicon."""

    def __init__(self, lexicon: Lexicon, lemma: Lemma) -> None:
        self._lemma = lemma
        self._open = lexicon.role("Continuing", Part.PHRASE)
        self._begun: Span | None = None
        self._verbal = lexicon.role("Continuing", Part.AUXILIARY)
        self._verbs = frozenset(word.split(" ", 1)[0] for word in lexicon.cued(Part.VERB))

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
        if self._goes_on(passage.text, _SENTENCES.split(lead)[-1].lower().split()):
            return _with(passage, lead, " ", list(above.offsets), verbal=False)
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

    def _goes_on(self, text: str, lead: list[str]) -> bool:
        """Whether an item is the verb of its introduction, or what that is done to do: "Chad",
        "*has* signed it", "The two agreed", "*to* sign it"."""
        first, _, rest = text.partition(" ")
        if not first.islower() or not rest:
            return False
        said = [word for word in lead[-_NEAR:] if self._is_verb(word)]
        if first == "to":
            return bool(said) and said[-1] == lead[-1]
        acts = first in _HELPING or self._is_inflected(first)
        return acts and not said and rest.split(" ", 1)[0] not in _OF_NOUNS

    def _is_inflected(self, word: str) -> bool:
        """ "*supports* X", "*sent* Y" """
        stems = (self._lemma(word, tag) for tag in _INFLECTED)
        return any(stem != word and stem in self._verbs for stem in stems)

    def _is_verb(self, word: str) -> bool:
        """Whether a word may be a verb that says something of somebody."""
        return word in _HELPING or word in self._verbs or self._is_inflected(word)


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
