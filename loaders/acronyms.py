"""Acronyms that a text gives with a name: "the Coast Defence Forces (CDF)".

They are mentions of who has the name, so that the entity that another text
knows by the acronym alone is found to be the same (`graph.likeness`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from graph.likeness import is_acronym
from graph.statements import EntityId, Extraction, Mention

_GIVEN = re.compile(r"\s*\(\s*[“\"'‘]?([A-Z][\w&.-]{1,11})[”\"'’]?\s*\)")
_WORD = re.compile(r"\b\w")
_LONGEST = 100
"""Code points of a name."""


def with_acronyms(text: str, extraction: Extraction) -> Extraction:
    """`extraction`, with the acronyms that `text` gives its provisional entities."""
    provisional = {entity.id for entity in extraction.entities}
    names = {m.name: m.entity for m in extraction.mentions if m.entity in provisional}
    found: dict[tuple[EntityId, str], Mention] = {}
    for given in _GIVEN.finditer(text):
        entity = _named(text[max(0, given.start() - _LONGEST) : given.start()], given[1], names)
        if entity is None:
            continue
        known = found.get((entity, given[1]))
        start, count = (known.start, known.count + 1) if known else (given.start(1), 1)
        found[entity, given[1]] = Mention(entity, given[1], start, count)
    own = {(mention.entity, mention.name) for mention in extraction.mentions}
    more = tuple(mention for key, mention in sorted(found.items()) if key not in own)
    return replace(extraction, mentions=(*extraction.mentions, *more)) if more else extraction


def _named(before: str, acronym: str, names: Mapping[str, EntityId]) -> EntityId | None:
    """Who has the longest name that `before` ends with and `acronym` is made of."""
    for word in _WORD.finditer(before):
        name = before[word.start() :]
        if name in names and is_acronym(acronym, name):
            return names[name]
    return None
