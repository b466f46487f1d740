"""Lists of words that the extractor asks for by the class of `lex:Role` they are of."""

from __future__ import annotations

import re
from pathlib import Path

import loaders.extraction
from ontology.load import load_ontology

ASKED = re.compile(r'\brole\(\s*"([A-Z]\w+)"')


def test_what_is_asked_for_is_in_the_turtle_and_what_is_there_is_asked_for() -> None:
    source = Path(loaders.extraction.__file__).parent
    asked = {name for path in source.rglob("*.py") for name in ASKED.findall(path.read_text())}
    roles = load_ontology().lexicon.roles
    assert asked == set(roles)
    assert all(roles.values())
