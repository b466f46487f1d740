"""For whom a document's author speaks, by the line that names them: "By Ann Lee, Norway's
ambassador to Chad", "Ann Lee is Norway's foreign minister"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from graph.statements import EntityId
from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.knowledge.world import World
from ontology.lexicon import Part

_HEAD, _TAIL = 800, 500
"""Characters at the beginning and the end in which a line names the author."""
_BYLINE = re.compile(
    r"^\W*(?:by|authors?:|written by|(?:op-?ed|opinion|commentary|article|remarks|speech|address"
    r"|lecture|keynote|keynote address|keynote speech)(?: written| delivered)? by)[: ]+"
    r"(?P<author>\S.{3,240})$",
    re.IGNORECASE | re.MULTILINE,
)
_ENDING = re.compile(
    r"^\W*(?:The (?:writer|author) |(?:[A-Z][\w.'’-]+ ){2,4})(?:is|serves as|currently serves as) "
    r"(?:the )?(?P<author>\S.{3,240})$",
    re.MULTILINE,
)
_NAMED = re.compile(
    r"\A\s*(?:[^\n]*\n\s*)?(?:[A-Z][\w.'’-]+ ){1,3}[A-Z][\w.'’-]+, (?P<author>[^.\n]{3,240})$",
    re.MULTILINE,
)
"""A line at the top that is but a name and an office."""
_FORMER = re.compile(r"\b(?:former|ex-|retired|then|late|shadow)\b", re.IGNORECASE)

Named = Callable[[str], Iterable[Filler]]
"""What a line names."""


def author_of(text: str, named: Named, world: World, date: str | None) -> tuple[Filler, ...]:
    """The polity for which the author says "we"; () where no office of one is given."""
    head = text[:_HEAD]
    found = (*_BYLINE.finditer(head), *_NAMED.finditer(head), *_ENDING.finditer(head))
    lines = [m["author"] for m in (*found, *_ENDING.finditer(text[-_TAIL:]))]
    for line in lines:
        if not _FORMER.search(line) and (polity := _polity(line, named, world, date)):
            return polity
    return ()


def _polity(line: str, named: Named, world: World, date: str | None) -> tuple[Filler, ...]:
    """Whose office a line gives: the first polity that it names, else a known person's."""
    said, polities = list(named(line)), world.lexicon.polities
    offices = world.lexicon.role("Envoy", Part.NOUN)
    lower = line.lower()
    if not any(re.search(rf"\b{re.escape(office)}\b", lower) for office in offices):
        return ()
    for one in said:
        if world.is_person(one.types):
            stood = world.facts.stands_for(one.entity, date)
            if len(stood) == 1:
                return tuple(one._replace(entity=EntityId(i), types=t) for i, t in stood)
    owners = [f for f in said if world.fits(f.types, polities) and not _is_host(lower, f.start)]
    return tuple(owners[:1])


def _is_host(line: str, start: int) -> bool:
    """Whether it is to whom somebody is sent: "ambassador *to Japan*"."""
    before = line[:start].rstrip().removesuffix(" the").rsplit(" ", 1)[-1]
    return before in ("to", "in", "at", "from")
