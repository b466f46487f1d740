"""The slot of what a tie is called whose ends its phrase names: "the alliance of A and B (*X*)"."""

from __future__ import annotations

from loaders.extraction.cues.trigger import Trigger
from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.knowledge.wanted import Wanted

_TYING = ("between", "of", "among", "with")


def dubbed(at: Trigger, wanted: Wanted) -> list[Filler]:
    """What stands after the last whom the trigger ties: "(*X*)", "known as *X*", "called *X*"."""
    tied = [t for word in _TYING for t in at.led_to(word)]
    listed = [t for token in tied for t in at.reader.lists.coordinated(token)]
    if not listed:
        # "Its four partners, known as *X*"
        several = at.tree.tags[at.token] == "NNS"
        called = at.grammar.bearing.called(at.tree, at.token) if several else []
        return at.reader.fillers_of(called, wanted)
    name = at.reader.names.covering.get(max(listed))
    after = (name.last if name is not None else max(listed)) + 1
    after += at.tree.words[after : after + 1] == [","]
    return at.reader.fillers_of(_bracketed(at, after) or _called(at, after), wanted)


def _bracketed(at: Trigger, opening: int) -> list[int]:
    """The name that alone stands in brackets."""
    words, name = at.tree.words, at.reader.names.covering.get(opening + 1)
    if words[opening : opening + 1] != ["("] or name is None:
        return []
    return [name.root] if words[name.last + 1 : name.last + 2] == [")"] else []


def _called(at: Trigger, participle: int) -> list[int]:
    """What a participle says it is called, wherever the parse hangs it."""
    tree = at.tree
    if tree.tags[participle : participle + 1] != ["VBN"]:
        return []
    named = tree.lemmas[participle] in at.reader.world.naming
    own = tree.kids(participle, "oprd", "dobj", "attr") if named else []
    return own or tree.after(participle, ("as",))
