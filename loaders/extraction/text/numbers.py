"""Numbers that count a few, as words."""

from __future__ import annotations

NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "both": 2}
