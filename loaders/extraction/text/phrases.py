"""Phrases of the lexicon as a pattern that finds them in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable


def one_of(phrases: Iterable[str], after: str = "") -> re.Pattern[str] | None:
    """Any of `phrases` as whole words, in group 1, the longest first, with what the expression
    `after` may add; None if there are none."""
    ordered = sorted(phrases, key=lambda p: (-len(p), p))
    if not ordered:
        return None
    return re.compile(rf"\b({'|'.join(map(re.escape, ordered))})\b{after}", re.IGNORECASE)
