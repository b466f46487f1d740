"""Slots of those who belong to something, as fellows, as a list summed up, or on their way."""

from __future__ import annotations

from loaders.extraction.cues.trigger import Trigger
from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.knowledge.wanted import Wanted
from loaders.extraction.parse.tree import Tree

_FELLOW, _OTHER = "fellow", "other"
_LIKE = frozenset({"like", "unlike", "alongside", "than"})
_WITH = frozenset({"with"})
_TOGETHER = frozenset({"together", "along", "jointly"})
_AND = frozenset({"and", "&"})
_OPENING = frozenset({",", "(", "–", "—", "--"})
_CLOSING = frozenset({",", ".", ")", "–", "—", "--", ";", ":"})
_SO = frozenset({"the", "so", "called", "-", "so-called", "known", "as", "collectively", "or"})
"""Words between a list and the name that sums it up."""
_BEFORE = 6
_TO = frozenset({"to", "of", "for", "in", "towards", "toward", "into"})
_STANDING = frozenset({"be", "stay", "remain", "stand", "embark", "set", "go"})
_SAID = 12
"""Words of what is said of a noun before the colon that lists."""


def fellow(at: Trigger, wanted: Wanted) -> list[Filler]:
    """Of whom it is said that he is another of them: "*X* urged its *fellow members*", "like
    *other members*, *X*"."""
    tree, noun = at.tree, at.token
    before = {tree.lower[t] for t in range(max(0, noun - _BEFORE), noun) if noun in tree.up(t)}
    if _FELLOW in before:
        owners = at.reader.fillers(at.grammar.possessors(tree, noun), wanted)
        return owners or _doers(at, noun, wanted)
    if _OTHER not in before or tree.deps[noun] != "pobj":
        return []
    preposition = tree.heads[noun]
    together = tree.lower[preposition - 1] in _TOGETHER
    if tree.lower[preposition] not in _LIKE and not (tree.lower[preposition] in _WITH and together):
        return []
    return _doers(at, preposition, wanted)


def _doers(at: Trigger, below: int, wanted: Wanted) -> list[Filler]:
    """Who does it in the clause, or whom the phrase stands beside."""
    tree = at.tree
    for above in tree.up(below):
        if tree.is_verb(above):
            subjects = [t for t in at.grammar.subjects(tree, above) if t != at.token]
            return at.reader.fillers(subjects, wanted)
        if tree.is_noun(above) and (found := at.reader.read(above, wanted)):
            return found
    return []


def gathered(at: Trigger, wanted: Wanted) -> list[Filler]:
    """The list of names that the trigger's name sums up: "*A, B and C*, the Quad,", "*A and B*
    (the Quad)"."""
    tree, names = at.tree, at.reader.names.covering
    name = names.get(at.token)
    if name is None or not _ends(tree, name.last + 1):
        return []
    mark = name.first - 1
    while mark > 0 and tree.lower[mark] in _SO:
        mark -= 1
    last = names.get(mark - 1)
    if tree.words[mark] not in _OPENING or last is None or last.last != mark - 1:
        return []
    if (tree.words[mark] == "(") != (tree.words[name.last + 1] == ")"):
        return []
    first = last.first - 1
    first -= tree.lower[first] == "the"
    if tree.lower[first] not in _AND:
        return []
    items = at.reader.lists.coordinated(tree.first_conjunct(last.root))
    listed = [t for t in items if t <= last.root]
    found = [f for t in listed for f in at.reader.direct(t, wanted)]
    return found if len(found) == len(listed) > 1 else []


def sum_(at: Trigger, wanted: Wanted) -> list[Filler]:
    """What the name says by itself: of an apposition, not what that stands beside."""
    return at.reader.direct(at.token, wanted)


def befriended(at: Trigger, wanted: Wanted) -> list[Filler]:
    """Who does something to friends of whom it is not said whose they are: "*X* urged *allies*
    such as Y"."""
    tree, noun = at.tree, at.token
    told = tree.child(noun, "poss", "det", "compound", "nmod") is not None or at.led_to("of")
    named = any(t in at.reader.names.covering for t in tree.kids(noun, "amod"))
    above = tree.heads[noun]
    verb = tree.heads[above] if tree.deps[noun] == "pobj" else above
    if told or named or tree.deps[noun] not in ("dobj", "pobj") or not tree.is_verb(verb):
        return []
    return at.reader.fillers(at.grammar.subjects(tree, verb), wanted)


def _ends(tree: Tree, token: int) -> bool:
    """Whether a mark follows, or nothing."""
    return token >= len(tree.words) or tree.words[token] in _CLOSING


def seeker(at: Trigger, wanted: Wanted) -> list[Filler]:
    """Who is on the way to what the trigger names: "*X's* path to membership", "*X* is a
    candidate for entry"."""
    tree, reader = at.tree, at.reader
    preposition = tree.heads[at.token]
    way = tree.heads[preposition]
    if tree.deps[at.token] != "pobj" or tree.lower[preposition] not in _TO:
        return []
    if tree.lemmas[way] not in reader.world.lexicon.role("Seeking"):
        return []
    owners = reader.fillers(at.grammar.possessors(tree, way), wanted)
    owners = owners or reader.owners.before(way, wanted)
    owners = owners or reader.fillers(at.grammar.bearing.bearers(tree, way), wanted)
    return owners or _on_it(at, way, wanted)


def _on_it(at: Trigger, way: int, wanted: Wanted) -> list[Filler]:
    """ "*X* is on the path to membership"."""
    tree = at.tree
    verb = tree.heads[tree.heads[way]]
    if tree.deps[way] != "pobj" or tree.lemmas[verb] not in _STANDING:
        return []
    return at.reader.fillers(at.grammar.surface_subjects(tree, verb, 0), wanted)


def specified(at: Trigger, wanted: Wanted) -> list[Filler]:
    """Those listed after what is said of the trigger: "its *members* are mostly small: *A, B and
    C*"."""
    tree, noun = at.tree, at.token
    verb = tree.heads[noun]
    if tree.deps[noun] != "nsubj" or tree.lemmas[verb] != "be":
        return []
    end = min(tree.sentences[tree.sentence[noun]][1], verb + _SAID)
    colon = next((t for t in range(verb + 1, end) if tree.words[t] == ":"), 0)
    if not colon:
        return []
    return at.reader.fillers(at.reader.lists.after_mark(colon - 1), wanted)
