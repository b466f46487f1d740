"""Slots of words that modify a noun or stand in a list: whose the noun is, what a hyphen joins."""

from __future__ import annotations

from loaders.extraction.cues.trigger import Trigger
from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.knowledge.wanted import Wanted
from loaders.extraction.phrases.joined import joined as joined_names

_OTHERS = frozenset({"other", "fellow"})


def owner(at: Trigger, wanted: Wanted) -> list[Filler]:
    """Whose the noun is that `trigger` modifies: "Ukraine's *homegrown* missile"."""
    reader, trigger = at.reader, at.token
    head = reader.tree.heads[trigger]
    if head == trigger or not reader.tree.is_noun(head):
        return []
    owners = reader.fillers(reader.grammar.possessors(reader.tree, head), wanted)
    return owners or reader.owners.before(head, wanted)


def hyphened(at: Trigger, wanted: Wanted) -> list[Filler]:
    """What a hyphen joins to the participle `trigger`: "the Mumbai-*based* yard"."""
    reader, trigger = at.reader, at.token
    tree, name = reader.tree, reader.names.covering.get(trigger - 2)
    if tree.words[trigger - 1 : trigger] != ["-"] or name is None:
        return []
    return reader.read(name.root, wanted)


def joined(at: Trigger, wanted: Wanted) -> list[Filler]:
    """Those whose names are joined before the trigger, if all fit: "the *Japan–EU* summit"."""
    tokens = joined_names(at.tree, at.reader.names, at.token)
    found = [at.reader.read(t, wanted) for t in tokens]
    return [f for each in found for f in each] if all(found) else []


def beside(at: Trigger, wanted: Wanted) -> list[Filler]:
    """What is coordinated before the noun that `trigger` modifies ("X and *other* threats"), or
    before `trigger` if that is itself the other: "X and other *members*"."""
    reader, trigger = at.reader, at.token
    tree = reader.tree
    head = trigger if tree.is_noun(trigger) else tree.heads[trigger]
    if tree.deps[head] != "conj":
        return []
    if head == trigger and not any(tree.lower[t] in _OTHERS for t in tree.kids(trigger, "amod")):
        return []
    before = [t for t in tree.conjuncts(tree.first_conjunct(head)) if t < head]
    if any(tree.tags[t] == "JJ" for t in before):
        # "its *military*, intelligence and other bodies": all of them modify "bodies".
        return []
    return [f for token in before for f in reader.read(token, wanted)]
