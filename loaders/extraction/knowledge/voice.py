"""Who "we" are in a document: the parties that its title names for a joint statement."""

from __future__ import annotations

import re
from collections.abc import Iterable

from graph.statements import Document, EntityId
from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.knowledge.world import World
from ontology.lexicon import Part

_HEAD = 400
_QUOTED = re.compile(r"[\"“][^\"“”]*[\"”]")
_TURN = re.compile(r"^\W*(?:Q(?::|\s{2,}|\s(?=[A-Z]))|[A-Z][A-Z .'’-]{2,40}:)", re.MULTILINE)
_BESIDE = re.compile(r"(?:,| and) (?:the )?(\w+)(?: (\w+))?")
_OURS = re.compile(r"\b[Oo]ur (?:own )?([a-z]+)")

_THEME = re.compile(
    r"\b(?:over|amid|about|against|despite|counter|countering|confront|contain|deter|face)\b"
    r"|\bon (?:the )?$",
    re.IGNORECASE,
)
"""After what a title names whom its parties deal with: "A and B meet amid fears of *C*"."""
_SET_IN = re.compile(r"\b(?:in|at) (?:the )?(?:[A-Z][\w.'’-]*,? )*$")
_OPENING, _SENTENCE = 1500, 60
_ACTING = re.compile(
    r"\b(?:met|meet|conven\w+|gather\w*|held|hold|issue|issued|adopt\w*|re-?affirm\w*|affirm\w*|agreed?"
    r"|welcom\w+|announced?|express\w*|commemorat\w+|declared?|underlin\w+|discuss\w*|spoke|resolved?|condemn\w*|reiterat\w+|recogni[sz]e\w*|launch\w*|are|have"
    r"|has|is|was|were|will)\b"
)
_ENDED = re.compile(r"\s*(?:$|[,.:;|()\[]|[a-z])")


def is_setting(line: str, start: int, end: int) -> bool:
    """Whether what a title names there is but where it happens: "the summit in Hiroshima,
    *Japan*"."""
    return bool(_SET_IN.search(line[:start]) and _ENDED.match(line[end:]))


def is_theme(line: str, start: int) -> bool:
    """Whether what a title names there is but what its parties are concerned with: "A and B vow
    to counter *C*"."""
    return bool(_THEME.search(line[:start]))


def parties_of(title: str, named: Iterable[Filler], world: World) -> list[Filler]:
    """Those of the actors `named` in a title whose statement it is: neither where it was made nor
    what it is on, nor "the *alliance* between X and Y" beside them."""
    before = title.lower().find(" on ")
    found = [
        f
        for f in named
        if world.fits(f.types, world.actors)
        and (before < 0 or f.start < before)
        and not is_setting(title, f.start, f.end)
    ]
    told = [f for f in found if title[f.start : f.end].lower() not in world.anaphors]
    return told if len(told) > 1 else found


def spoken_for(named: Iterable[Filler], world: World, date: str | None) -> tuple[Filler, ...]:
    """Who "we" are where `named` speak: of persons, those for whom they do."""
    found: dict[str, Filler] = {}
    for filler in named:
        polities = (
            world.facts.stands_for(filler.entity, date) if world.is_person(filler.types) else []
        )
        stood = [filler._replace(entity=EntityId(iri), types=types) for iri, types in polities]
        for one in stood or [filler]:
            found.setdefault(one.entity, one)
    return tuple(found.values())


def voice_of(document: Document, world: World) -> str | None:
    """The title, if it says that several speak together; None where "we" is anybody's.

    What a statement is on comes after its parties, if any are named before.
    """
    lines = (title_of(document), document.text[:_HEAD].strip().split("\n", 1)[0])
    phrases = world.lexicon.role("JointVoice", Part.PHRASE)
    for line in lines:
        folded = line.lower().replace("’", "'")
        if any(phrase in folded for phrase in phrases):
            return line
    return None


def title_of(document: Document) -> str:
    """The title of a document that was found somewhere; empty where a text has none of its own."""
    return document.title if document.locations else ""


def openers_of(document: Document) -> str:
    """With which words a joint text whose title names nobody begins to say who speaks: "*The
    ministers of X and Y* met in Z"."""
    for paragraph in document.text[:_OPENING].split("\n\n")[1:]:
        if len(paragraph) > _SENTENCE and (acting := _ACTING.search(paragraph)):
            return paragraph[: acting.start()]
    return ""


def nation_of(text: str, home: tuple[Filler, ...], world: World) -> tuple[Filler, ...]:
    """The polity that the text is most about, if its author speaks as one of its people: "our
    *country*", "our *navy*" outside quotations."""
    if not home or "ur " not in text:
        return ()
    polities = world.lexicon.polities
    for word in _OURS.findall(_QUOTED.sub(" ", text)):
        anaphor = world.anaphors.get(word) or world.anaphors.get(word.removesuffix("s"))
        if anaphor is not None and all(world.fits((c,), polities) for c in anaphor.classes):
            return home
    return ()


def takes_turns(text: str) -> bool:
    """Whether people speak in turn: "Q: Why? PREMIER X: …"."""
    return len(_TURN.findall(text)) > 1


def is_of_several(document: Document, world: World) -> bool:
    """Whether several people speak in turn, so that "we" are now these, now those: by the turns,
    or a title that names several office-holders, "Remarks by *President* X and *Premier* Y"."""
    if takes_turns(document.text):
        return True
    title = document.title or document.text[:_HEAD].strip().split("\n", 1)[0]
    beside = (m.groups("") for m in _BESIDE.finditer(title.lower()))
    return any({one, other, f"{one} {other}"} & world.offices for one, other in beside)
