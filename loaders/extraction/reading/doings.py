"""Who does what "these *acts*" or "such *moves*" are: "Iran tested a missile. *These acts* threaten
Peru"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.knowledge.referents import Sought
from loaders.extraction.knowledge.wanted import Wanted

if TYPE_CHECKING:
    from loaders.extraction.reading.reader import Reader

_POINTING = frozenset({"these", "such", "this", "those"})
_PLAIN = frozenset({"det", "amod", "predet", "punct"})


def doers(reader: Reader, token: int, wanted: Wanted) -> list[Filler]:
    """The one body that the sentence before is about, or that alone is named in it beside those
    who speak."""
    tree, discourse, world = reader.tree, reader.discourse, reader.world
    own = tree.children[token]
    pointed = any(tree.lower[c] in _POINTING for c in own if c < token)
    if not pointed or not tree.deps[token].startswith("nsubj"):
        return []
    if any(tree.deps[c] not in _PLAIN for c in own if c < token) or tree.child(
        token, "prep", "acl"
    ):
        return []
    speaking = {f.entity for f in (*discourse.voice, *discourse.speakers)}
    sought = Sought(
        reader.site.sentence(token),
        token,
        world.is_body,
        many=None,
        reach=1,
        apt=lambda entity: entity not in speaking,
    )
    found = [f for f in discourse.all(sought) if wanted.fits(f.types)]
    return [reader.site.resolved(f, token) for f in found] if len(found) == 1 else []
