"""What two libraries and our corrections say of each state.

pycountry has the codes and official names of ISO 3166-1; countryinfo the
capitals, demonyms and further names, some of them stale or odd. What is
corrected, and why, stands in overrides.toml.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

import pycountry

OVERRIDES: Final = Path(__file__).with_name("overrides.toml")
ISO_SOURCE: Final = f"pycountry {version('pycountry')}"
FACT_SOURCE: Final = f"countryinfo {version('countryinfo')}"
REGULAR_PLURAL: Final = re.compile(r"(?!\w{1,2}-).*(?:an|i|er)(?<!shman)(?<!chman)")


@dataclass(frozen=True, slots=True)
class Country:
    """One state or territory, as it will stand in the Turtle."""

    alpha2: str
    alpha3: str
    m49: str | None
    name: str
    alternative: tuple[str, ...]
    hidden: tuple[str, ...]
    demonyms: tuple[str, ...]
    capital: str | None
    capital_alternative: tuple[str, ...]
    capital_hidden: tuple[str, ...]
    capital_source: str
    no_capital: str | None
    region: str | None
    is_place: bool
    reason: str | None


def countries(overrides: Path = OVERRIDES) -> tuple[Country, ...]:
    """All of ISO 3166-1 and what the overrides add, sorted by alpha-3 code."""
    corrections = tomllib.loads(overrides.read_text("utf-8"))
    english = frozenset(corrections.pop("words")["english"])
    known = _countryinfo()
    iso: dict[str, Any] = {entry.alpha_3: entry for entry in pycountry.countries}
    return tuple(
        _merged(code, iso.get(code), known.get(code, {}), corrections.get(code, {}), english)
        for code in sorted({*iso, *corrections})
    )


def _countryinfo() -> Mapping[str, Mapping[str, Any]]:
    """countryinfo's records by alpha-3 code, read as data: its classes hide some fields."""
    records = (
        json.loads(file.read_text("utf-8"))
        for file in files("countryinfo").joinpath("data").iterdir()
        if file.name.endswith(".json")
    )
    return {record["ISO"]["alpha3"]: record for record in records}


def _merged(
    alpha3: str,
    iso: Any,
    info: Mapping[str, Any],
    correction: Mapping[str, Any],
    english: frozenset[str],
) -> Country:
    name = correction.get("name") or getattr(iso, "common_name", None) or iso.name
    demonyms = correction.get("demonym", _demonyms(info))
    capital, no_capital = correction.get("capital"), correction.get("no_capital")
    corrected = capital is not None and correction.get("source") is not None
    if capital is None and no_capital is None:
        capital = info.get("capital") or None
        no_capital = None if capital else "none in the library"
    metonym = (info.get("capital"),) if capital and not correction.get("no_metonym") else ()
    if corrected:
        metonym = (capital,)
    hidden = {*correction.get("hidden", ()), *filter(None, metonym)}
    names = {*correction.get("alt", ()), *_further_names(name, iso, info, english)}
    names -= {*correction.get("drop", ()), *hidden, *demonyms, name}
    return Country(
        alpha2=correction.get("alpha2") or iso.alpha_2,
        alpha3=alpha3,
        m49=None if correction.get("no_m49") else iso.numeric,
        name=name,
        alternative=tuple(sorted(names)),
        hidden=tuple(sorted(hidden)),
        demonyms=tuple(dict.fromkeys(form for one in demonyms for form in _forms(one))),
        capital=capital,
        capital_alternative=tuple(correction.get("capital_alt", ())),
        capital_hidden=_short(capital, name) if not correction.get("no_short") else (),
        capital_source=correction.get("source", FACT_SOURCE),
        no_capital=no_capital,
        region=info.get("subregion") or None,
        is_place=correction.get("place", False),
        reason=correction.get("reason"),
    )


def _short(capital: str | None, state: str) -> tuple[str, ...]:
    """A capital's bare name, if it is told from its namesakes by the name of its state."""
    suffix = f", {state}"
    return (capital.removesuffix(suffix),) if capital and capital.endswith(suffix) else ()


def _demonyms(info: Mapping[str, Any]) -> list[str]:
    return [part.strip() for part in (info.get("demonym") or "").split(",") if part.strip()]


def _forms(demonym: str) -> Iterator[str]:
    """A demonym and, where English makes one regularly, its plural."""
    yield demonym
    if REGULAR_PLURAL.fullmatch(demonym):
        yield f"{demonym}s"


def _further_names(
    name: str, iso: Any, info: Mapping[str, Any], english: frozenset[str]
) -> Iterator[str]:
    """Names of the libraries that read as English: a name of the state and words of statehood.

    Codes ("ME"), inverted names ("Korea, Republic of") and names in other
    languages are none.
    """
    formal = [getattr(iso, field, "") or "" for field in ("name", "common_name", "official_name")]
    known = {word for text in (name, *formal[:2]) for word in _words(text)} - english
    for text in (*formal, info.get("name", ""), *info.get("altSpellings", ())):
        text = text.strip().removeprefix("the ")
        words = set(_words(text))
        codes = {getattr(iso, "alpha_2", ""), getattr(iso, "alpha_3", "")}
        if "," in text or "(" in text or text in codes or not words & known:
            continue
        if text in formal or words <= known | english:
            yield text


def _words(text: str) -> list[str]:
    return text.lower().replace("’", "'").replace(",", " ").split()
