"""Words in each of their spellings: "organisation", "organization"."""

from __future__ import annotations

from collections.abc import Iterable


def spelt(forms: Iterable[str], spellings: Iterable[tuple[str, ...]]) -> set[str]:
    """`forms` and how else they are written, by sets of variants that stand for each other."""
    found = set(forms)
    for variants in spellings:
        for form in list(found):
            for variant in variants:
                if variant in form.lower():
                    found |= {_replace(form, variant, other) for other in variants}
    return found


def _replace(form: str, variant: str, other: str) -> str:
    at = form.lower().find(variant)
    if at < 0:
        return form
    new = other.capitalize() if form[at].isupper() else other
    return form[:at] + new + form[at + len(variant) :]
