"""Slots of what a trigger is said to include or lists, and of who stands beside it."""

from __future__ import annotations

from loaders.extraction.cues.pairs import has_holders
from loaders.extraction.cues.trigger import Trigger
from loaders.extraction.grammar import ranges
from loaders.extraction.grammar.apposition import is_further
from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.knowledge.wanted import Wanted
from loaders.extraction.parse.tags import PROPER

_LINKS = frozenset({"of", "for", "and", "to", "the", "&"})
_AND = frozenset({"and", "&"})
_OFFICE, _LONG_OFFICE = 8, 12
"""Words of an office's title, and of one with its field."""
_NAME = 6
"""Words of a person's name and title."""

_ENCLOSED = 24
"""Words of a list in brackets or after a dash before an item."""
_ITEM = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "VBG", "VBN"})
"""Tags of the first word of a list in brackets or after a dash."""
_OPENING = frozenset({"(", "\N{EN DASH}", "\N{EM DASH}", "--"})


def included(at: Trigger, wanted: Wanted) -> list[Filler]:
    """What the trigger is said to include, or what a colon after it lists."""
    # "the *partnership* is a tool" includes no other than itself.
    trigger = at.token
    return [f for f in _included(at, wanted) if f.token != trigger]


def _included(at: Trigger, wanted: Wanted) -> list[Filler]:
    reader, trigger = at.reader, at.token
    tree = reader.tree
    found = reader.fillers(reader.lists.exemplars(trigger), wanted)
    found = found or reader.fillers_of(reader.lists.hyphenated(trigger), wanted)
    found = found or reader.fillers(_listed(at), wanted)
    if not found:
        beside = reader.lists.after_mark(trigger) or _with(at)
        found = [] if _is_of_later(at, beside) else reader.fillers(beside, wanted)
    if not found:
        named = tree.tags[trigger] in PROPER
        apposed = [t for t in tree.kids(trigger, "appos") if t > trigger and not named]
        found = reader.fillers(apposed, wanted)
    return found


def _is_of_later(at: Trigger, items: list[int]) -> bool:
    """Whether a list is what another noun names: "the members and *partners* — X and Y"."""
    later = [t for t in at.tree.conjuncts(at.tree.first_conjunct(at.token)) if t > at.token]
    return bool(later and items) and later[0] < min(items) and later[0] not in items


def _with(at: Trigger) -> list[int]:
    """Who is named with a group right after its name: "AUKUS, *with the UK and the US*,"."""
    tree, name = at.tree, at.reader.names.covering.get(at.token)
    if name is None or tree.words[name.last + 1 : name.last + 2] != [","]:
        return []
    if tree.lower[name.last + 2 : name.last + 3] != ["with"]:
        return []
    return tree.kids(name.last + 2, "pobj")


def _listed(at: Trigger) -> list[int]:
    """What a verb of listing says the trigger includes: "the areas include X and Y"."""
    reader, noun = at.reader, at.clause_noun()
    tree, listing = reader.tree, reader.world.listing
    head = tree.heads[noun]
    if tree.deps[noun] not in ("nsubj", "nsubjpass", "pobj"):
        return []
    verb = tree.heads[head] if tree.deps[noun] == "pobj" else head
    if tree.deps[noun] == "pobj" and tree.child(verb, "nsubj") in range(noun):
        # "This includes X, with the *aim* of doing Y"
        return []
    if tree.tags[noun] == "NNS" and tree.lemmas[noun] in reader.world.generics:
        # "The projects *deal with* X"
        listing = listing | reader.world.treating
    for said in (verb, *tree.kids(verb, "xcomp", "advcl")):
        if tree.lemmas[said] not in listing:
            continue
        own = tree.kids(said, "dobj", "attr")
        if not own and said == head and tree.lemmas[said] != "be":
            # "range from X and Y to Z"
            own = [
                t
                for p in tree.kids(said, "prep")
                for t in ranges.ends(tree, p) or tree.kids(p, "pobj")
            ]
        if not own and said > at.token:
            # "Among its partners are X and Y"
            own = [t for t in tree.kids(said, "nsubj") if t > said]
        if own:
            return own
    return []


def appositive(at: Trigger, wanted: Wanted) -> list[Filler]:
    reader, trigger = at.reader, at.token
    tree = reader.tree
    dep, head = tree.deps[trigger], tree.heads[trigger]
    if dep == "nmod" and head > trigger and tree.lemmas[trigger] in reader.world.offices:
        # "Secretary of State *X*"
        return reader.read(head, wanted)
    if named := reader.fillers_of(reader.lists.beside(trigger), wanted):
        # "A and B, the secretary" is B.
        return named if tree.tags[trigger] in ("NNS", "NNPS") else named[-1:]
    if dep == "compound" and head > trigger:
        return [] if _is_other(at, head) else reader.read(head, wanted)
    if held := _holder_after(at, wanted):
        return held
    beside = [t for t in tree.kids(trigger, "appos") if tree.is_noun(t)]
    if has_holders(reader, trigger):
        # "the two premiers, *X and Y*"
        beside = [c for t in beside for c in tree.conjuncts(t)]
    # "their alliance, known as *X*"
    beside = beside or at.grammar.bearing.called(tree, trigger)
    if dep == "appos" and not is_further(tree, trigger):
        beside = [t for t in tree.conjuncts(head) if t < trigger]
        if tree.child(trigger, "preconj") is None:
            # "A and B, the secretary" is B; "A and B, *neither* a member" are both none.
            beside = beside[-1:]
    if not beside:
        beside = _named_after(at)
    found = [f for token in beside for f in reader.read(token, wanted)]
    if not found and tree.lemmas[trigger] in reader.world.offices:
        found = reader.fillers(reader.titles.holder(trigger), wanted)
    return found


def _is_other(at: Trigger, name: int) -> bool:
    """Whether an office before a name is another's: "an *Official* Previewing Chancellor X's
    Visit"."""
    tree, offices = at.tree, at.reader.world.offices
    if tree.lower[at.token + 1] in offices or tree.lower[at.token + 1] in _LINKS:
        return False
    between = range(at.token + 1, name)
    return tree.lemmas[at.token] in offices and any(tree.lower[t] in offices for t in between)


def _holder_after(at: Trigger, wanted: Wanted) -> list[Filler]:
    """The person whom a comma parts from the office: "the premier of Japan, *Kishida Fumio*,"."""
    reader = at.reader
    after = _after_comma(at) if at.tree.lemmas[at.token] in reader.world.offices else 0
    return (
        [f for f in reader.read(after, wanted) if reader.world.is_person(f.types)] if after else []
    )


def _after_comma(at: Trigger) -> int:
    """The name that alone follows the comma after an office: "the premier of Japan, *Kishida
    Fumio*, met"; 0 if there is none."""
    tree = at.tree
    end = min(tree.sentences[tree.sentence[at.token]][1], at.token + _LONG_OFFICE)
    comma = next((t for t in range(at.token + 1, end) if tree.words[t] == ","), 0)
    last = comma
    while comma and last + 1 < len(tree.words) and tree.tags[last + 1] in {*PROPER, "HYPH"}:
        last += 1
    own = at.led_to("of") or at.led_to("for")
    if not comma < last <= comma + _NAME or tree.words[last + 1 : last + 2] != [","]:
        return 0
    return last if own and all(at.token < t < comma for t in own) else 0


def _named_after(at: Trigger) -> list[int]:
    """The name right after the phrase that the trigger begins: "Secretary of State X"."""
    reader, tree = at.reader, at.reader.tree
    for place in range(at.token + 1, min(at.token + _OFFICE, len(tree.words))):
        name = reader.names.covering.get(place)
        if (
            name is not None
            and name.first == place
            and reader.world.is_person(name.senses[0].types)
        ):
            return [] if _is_joined(at, place) else [name.root]
        if not (tree.lower[place] in _LINKS or tree.is_noun(place)):
            break
    return []


def _is_joined(at: Trigger, name: int) -> bool:
    """Whether "and" parts a name from an office: "Ann Lee, the premier *and* Mr Bo Li"."""
    lower, world = at.tree.lower, at.reader.world
    before = name - 1
    before -= lower[before] in world.titles and lower[before] not in world.offices
    return lower[before] in _AND


def bracketed(at: Trigger, wanted: Wanted) -> list[Filler]:
    """Whom a bracket with nothing but the trigger's name in it follows: "Ann Lee (Japan)"."""
    tree, name = at.tree, at.reader.names.covering.get(at.token)
    if name is None or tree.words[name.first - 1 : name.first] != ["("] or name.first < 2:
        return []
    if tree.words[name.last + 1 : name.last + 2] != [")"]:
        return []
    before = name.first - 2
    holder = at.reader.names.covering.get(before)
    return at.reader.read(holder.root if holder is not None else before, wanted)


def enclosing(at: Trigger, wanted: Wanted) -> list[Filler]:
    """What a list in brackets or after a dash breaks up, where the trigger is an item of it:
    "hybrid threats (*sabotage*, cyberattacks)"."""
    tree, name = at.tree, at.reader.names.covering.get(at.token)
    if name is None:
        return []
    item = tree.first_conjunct(name.root)
    if tree.deps[item] == "pobj" and tree.lower[tree.heads[item]] != "of":
        # "a requirement *for* X, Y and Z" is no list of them.
        return []
    start, _ = tree.sentences[tree.sentence[at.token]]
    listed = False
    for opening in range(name.first - 1, max(start, name.first - _ENCLOSED), -1):
        word = tree.words[opening]
        if word in _OPENING:
            whole = tree.is_noun(opening - 1) and (listed or _goes_on(tree.words, name.last))
            items = tree.tags[opening + 1] in _ITEM
            return at.reader.direct(opening - 1, wanted) if whole and items else []
        if word in ")]" or tree.tags[opening] == "." or tree.is_finite(opening):
            return []
        if tree.tags[opening] in ("IN", "TO") and tree.lower[opening] != "of":
            return []
        listed = listed or word == ","
    return []


def _goes_on(words: list[str], last: int) -> bool:
    """Whether another item follows."""
    return words[last + 1 : last + 2] in ([","], ["and"], ["or"])
