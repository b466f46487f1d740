"""Whom a text itself says that "we" are: "We *Kenyans* …", "*We, the leaders of Chad and Mali*,
…", or a title by which it is somebody's own: "*Kenya's* statement on piracy"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from graph.statements import EntityId
from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.knowledge.voice import is_theme, parties_of, spoken_for
from loaders.extraction.knowledge.world import World
from loaders.extraction.names.forms import singular
from loaders.extraction.text.numbers import NUMBERS
from ontology.lexicon import Part

NamedIn = Callable[[str, bool], list[Filler]]
"""What a line names; whether by weak names too."""

_WE = re.compile(
    r"\b(?:(?:We|we|us)(?:, (?:the |as )?| (?:here )?in | the people of | the | (?=[A-Z]))"
    r"|[Aa]s an? (?=[A-Z])|[Hh]ere in (?:the )?)(?=[A-Za-z])"
)
_REACH = 320
"""Code points behind "we" in which those are listed who say it."""
_GOES_ON = re.compile(r"[\w -]{0,30}, (?:I|we|my|our)\b")
"""What follows where somebody says as what he speaks: "As a *Kenyan*, I …"."""
_HELD = re.compile(
    r"(?:(?:[A-Z]?[a-z]+(?:[/-][A-Z]?[a-z]+)?,? ){0,6}(?:of|from) )?(?:the )?", re.ASCII
)
"""What may stand before the first: "*the foreign ministers of* Chad"."""
_BETWEEN = re.compile(
    r"[-–/]?(?: \([A-Z]+\))?,?(?: and| &)?(?: as well as)? ?(?:the )?"
    r"(?:(?:[A-Z][a-z]+(?:[/-][A-Z][a-z]+)? (?:for |and )?){1,7}of )?(?:the )?"
)
"""What may stand between two of them: ", *and the High Representative of the* EU"."""
_WRAPPED = re.compile(r"(?<!\n)\n(?!\n)")
_QUOTED = re.compile(r"\"[^\"\n]*\"|“[^”\n]*”")


def selves(text: str, named_in: NamedIn, world: World, date: str | None) -> tuple[Filler, ...]:
    """Those whom the text names behind a "we" that nobody else is quoted with; () if none."""
    plain = _WRAPPED.sub(" ", _QUOTED.sub("", text).replace("’", "'"))
    for match in _WE.finditer(plain):
        behind = plain[match.end() : match.end() + _REACH].split("\n", 1)[0]
        listed = match[0].rstrip().endswith(",") or ", " in match[0]
        found = list(_first(behind, named_in(behind, True), listed))
        if match[0][0] in "aA" and not (found and _GOES_ON.match(behind, found[0].end)):
            continue
        acting = [f for f in found if world.fits(f.types, world.actors)]
        whole = [f for f in spoken_for(acting, world, date) if world.is_public(f.entity, f.types)]
        if whole and len(acting) == len(found):
            return tuple(whole)
    return ()


def _first(behind: str, named: list[Filler], listed: bool) -> Iterator[Filler]:
    """Those named right at the start; all of a list where it may be one."""
    end = 0
    for filler in sorted(named, key=lambda f: f.start):
        pattern = _BETWEEN if end else _HELD
        if filler.start < end or not pattern.fullmatch(behind, end, filler.start):
            return
        if not listed and (end or filler.start):
            return
        end = filler.end
        yield filler


_COUNTED = re.compile(r"\b[Oo]ur (?:own )?([a-z]+) ([a-z]+)")


def banded(title: str, text: str, named_in: NamedIn, world: World) -> tuple[Filler, ...]:
    """The one group that a title names, where the text calls its members so many of its own: "our
    *four* countries" of the Quad's."""
    counts = {
        NUMBERS[number]
        for number, noun in _COUNTED.findall(_QUOTED.sub("", text))
        if number in NUMBERS and _is_polity(world, singular(noun))
    }
    if not counts:
        return ()
    groups = {f.entity: f for f in named_in(title, True) if world.facts.is_group(f.entity)}
    for entity, group in groups.items() if len(groups) == 1 else ():
        if len(world.facts.members(entity, world.lexicon.polities)) in counts:
            return (group,)
    return ()


def _is_polity(world: World, noun: str) -> bool:
    """Whether it is a noun for polities."""
    anaphor = world.anaphors.get(noun)
    return anaphor is not None and world.are_polities(anaphor.classes)


_BID = re.compile(r" (?:must|should|needs? to|ought to|has to|cannot|can't)\b")


def bidden(title: str, named: list[Filler], world: World) -> tuple[Filler, ...]:
    """Whom a title tells what to do: its own, where the text then says "our government"."""
    polities = [f for f in named if world.polity.fits(f.types)]
    first = polities[0] if len(polities) == 1 else None
    return (first,) if first and first.start == 0 and _BID.match(title, first.end) else ()


def titled(title: str, named: list[Filler], world: World, date: str | None) -> tuple[Filler, ...]:
    """Whose a text is by its title, if it is one in which somebody says "we": "*Chad's* statement
    on X", "Press release: *Chad and Mali* …"."""
    folded = title.lower().replace("’", "'")
    phrases = world.lexicon.role("SoleVoice", Part.PHRASE)
    if not any(_leads(folded, phrase) for phrase in phrases if phrase in folded):
        return ()
    parties = [f for f in parties_of(title, named, world) if not is_theme(title, f.start)]
    start = parties[0].start if parties else 0
    behind = [f._replace(start=f.start - start, end=f.end - start) for f in parties]
    return _as_bodies(_first(title[start:], behind, listed=True), world, date)


def _as_bodies(found: Iterable[Filler], world: World, date: str | None) -> tuple[Filler, ...]:
    """For whom those speak who are people or bodies of a polity: "*Chad's* defence ministry"."""
    stood: dict[str, Filler] = {}
    for filler in spoken_for(found, world, date):
        whole = (
            []
            if world.is_public(filler.entity, filler.types)
            else world.facts.stands_for(filler.entity, date)
        )
        for iri, types in whole[:1]:
            filler = filler._replace(entity=EntityId(iri), types=types)
        stood.setdefault(filler.entity, filler)
    return tuple(stood.values())


def _leads(title: str, phrase: str) -> bool:
    """Whether the title is no sentence that only speaks of such a text."""
    told = re.escape(phrase)
    return bool(
        re.match(rf"\W*(?:[\w']+ )?{told}\b|[\w' -]{{3,60}} {told}:", title)
        or re.search(rf"'s (?:[\w-]+ )?{told}\b|[:–—-] (?:[\w-]+ )?{told}\W*$", title)
    )
