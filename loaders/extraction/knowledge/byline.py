"""Who speaks in the first person, by the lines that say so: "By *Ann Lee, Foreign Minister of
Chad*", "Remarks by *Premier X* at Y", "The writer is *Chad's envoy*"."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable

from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.knowledge.voice import is_setting, spoken_for
from loaders.extraction.knowledge.world import World

_HEAD, _LINES, _LONGEST = 1200, 4, 220
_TITLE = 3
"""Words of a title up to its office: "the Chadian foreign *minister*"."""
_BY = re.compile(
    r"(?:\W*by|.{0,60}\b(?:speech|remarks|address|statement|lecture|keynote|op-ed|article|essay"
    r"|intervention|comments|column)\b.{0,30}? by)\s+(.+)",
    re.IGNORECASE,
)
_SPOKEN = re.compile(
    r"(?:The )?([A-Z][\w ]{2,40})['’]s (?:\w+ )?"
    r"(?:speech|remarks|address|statement|lecture|keynote)\b"
)
"""A title that tells by whose office somebody speaks."""
_NAMED = re.compile(
    r"(?:(?:H\.?E|Mr|Mrs|Ms|Dr|Rt|The|Hon)\.? )*[A-Z][\w’'-]*(?: [A-Z][\w.’'-]*){1,3}, .*[^.]$"
)
_WRITER = re.compile(r"\W*(?:the|this) (?:writer|author) is (.+)", re.IGNORECASE)
_CLOSING = re.compile(
    r"\W*(?:[A-Z][\w.'’-]+ ){2,4}(?:is|serves as|currently serves as) (?:the )?(.+)"
)
"""The last line of an article, which tells who wrote it."""
_ASKED = re.compile(
    r"\W*(?:(?:[A-Z][\w.'’-]+ ){2,4}(?:is|serves as)|(?:[A-Z][\w.'’-]+ ?){2,4},)"
    r" (?:the )?([^.,]+)[.,]"
)
"""How an interview introduces whom it asks: "Ann Lee, *Chad's envoy to Mali*, spoke to us"."""
_ANSWERS = re.compile(
    r"([^.]{5,140}?)\b(?:answers?|answered|talk(?:s|ed)? to|(?:spoke|speaks?) (?:to|with)"
    r"|sat down with|discusse[sd]|explains?)\b"
)
_INTERVIEW = re.compile(
    r".{0,120}?\b(?:(?:interview(?:s|ed)?|Q&A|conversation)\b(?: by [^.,:]{3,40})?"
    r"(?: with|:| of)|interview(?:s|ed)?)\s+(.{5,160})",
    re.IGNORECASE,
)
"""A line that says with whom an interview is: "Interview with *Ann Lee, Chad's envoy to Mali*"."""
_QUESTIONS = 2
_FORMER = re.compile(r"\b(?:former|ex-|retired|then|late|shadow)\b", re.IGNORECASE)
_WHERE = re.compile(r" (?:at|on|during|before|following|in response to) ")
_WORD = re.compile(r"[a-z]+")
_CAPITAL = re.compile(r"\b[A-Z][\w-]+")


def byline_of(text: str, offices: Container[str]) -> str:
    """The words of a line that name one office-holder as the one who writes or speaks."""
    paragraphs = [p.strip() for p in text[:_HEAD].strip().split("\n\n")[:_LINES]]
    title, *under = paragraphs[0].split("\n") if paragraphs else [""]
    if len(under) in (1, 2):
        paragraphs[:1] = [title, *under]
    last = text[-_HEAD:].strip().split("\n")[-1]
    spoken = _SPOKEN.match(title)
    for line in (*paragraphs, last):
        if len(line) > _LONGEST or "\n" in line or _FORMER.search(line):
            continue
        by = _BY.match(line) or _WRITER.match(line) or (line is last and _CLOSING.match(line))
        told = by[1] if by else line if _NAMED.match(line) else ""
        if told and not by and spoken and line is not title:
            # "*Prime Minister's* remarks", and under it "Ann Lee, Madrid, 29 June 2022"
            told = f"{spoken[1]} {told.split(',', 1)[0]}"
        told = _WHERE.split(told)[0]
        first, *others = told.lower().split(" and ")
        if _holds(first, offices):
            several = any(_holds(" ".join(other.split()[:_TITLE]), offices) for other in others)
            return "" if several else told
    return ""


def asked_of(text: str, offices: Container[str]) -> str:
    """The words that introduce the one office-holder whom an interview asks: "Ann Lee is *Chad's
    envoy to Mali*. She spoke to …"."""
    if len(re.findall(r"\?\s*(?:\n|$)", text)) < _QUESTIONS:
        return ""
    paragraphs = [p.strip() for p in text[:_HEAD].strip().split("\n\n")[:_LINES]]
    told = [
        m[1]
        for p in paragraphs
        if not _FORMER.search(p)
        and (m := _ASKED.match(p) or _ANSWERS.match(p) or _INTERVIEW.match(p))
    ]
    held = [words for words in told if _holds(words.lower(), offices)]
    names = [set(_CAPITAL.findall(words)) for words in held]
    # "*NATO's Secretary General* talks to us", "Ann Lee, *Secretary General of NATO*, answers"
    alike = len(held) == 1 or bool(names and set.intersection(*names))
    return held[0] if alike else ""


def interviewed(text: str) -> str:
    """With whom the title says that an interview is, whatever office he holds."""
    title = text.strip().split("\n", 1)[0]
    found = None if _FORMER.search(title) else _INTERVIEW.match(title)
    return found[1] if found else ""


def _holds(words: str, offices: Container[str]) -> bool:
    return any(word in offices for word in _WORD.findall(words))


def author_of(
    told: str, named: Iterable[Filler], world: World, date: str | None
) -> tuple[tuple[Filler, ...], tuple[Filler, ...]]:
    """Who "I" is and who "we" are where the byline `told` names `named`: the person, else the
    polity for which that person speaks, and the polity."""
    found = [f for f in named if not is_setting(told, f.start, f.end)]
    people = tuple(f for f in found if world.is_person(f.types))[:1]
    others = [f for f in found if not world.is_person(f.types)]
    whole = [
        f for f in (*spoken_for(people, world, date), *others) if world.is_public(f.entity, f.types)
    ]
    polity = tuple(whole[:1])
    return (people or polity, polity) if polity else ((), ())
