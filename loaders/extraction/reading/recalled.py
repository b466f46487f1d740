"""What "the fleet" is, once the text has named a shadow fleet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.statements import EntityId
from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.knowledge.wanted import Wanted
from loaders.extraction.parse.tags import COMMON, POINTED

if TYPE_CHECKING:
    from loaders.extraction.names.names import TokenName
    from loaders.extraction.reading.reader import Reader

_POINTED = POINTED | {"these", "those"}
_TELLING = ("amod", "compound", "nmod", "poss", "relcl", "prep", "acl", "appos")


def note_all(reader: Reader) -> None:
    """Note what names of several words name, if it is nobody and nothing that happens."""
    for name in reader.names.all:
        _note(reader, name)


def _note(reader: Reader, name: TokenName) -> None:
    tree, world = reader.tree, reader.world
    noun = tree.lemmas[name.root]
    strong = [s for s in name.senses if not s.weak and not s.is_class]
    if name.first == name.last or tree.tags[name.root] not in COMMON or len(strong) != 1:
        return
    sense, text = strong[0], world.fits(strong[0].types, world.lexicon.texts)
    vague = (world.generics, world.containers, world.people, world.hollow)
    if noun in world.paired_heads if text else any(noun in nouns for nouns in vague):
        return
    others = (*world.actors, *world.sought, *world.lexicon.happenings, *world.lexicon.settings)
    if world.fits(sense.types, others):
        return
    found = Filler(EntityId(sense.iri), sense.types, name.root, name.start, name.end)
    sentence = reader.site.sentence(name.root)
    reader.discourse.shortened.note(noun, sentence, reader.site.placed(found))


def may_recall(reader: Reader, token: int) -> bool:
    """Whether the noun at `token` may take up what was so named."""
    tree = reader.tree
    if not reader.discourse.shortened.has(tree.lemmas[token]) or tree.tags[token] not in COMMON:
        return False
    if tree.lemmas[token] in reader.world.anaphors and tree.tags[token] != "NNS":
        # "The programme" is found among all that were named.
        return False
    pointed = any(tree.lower[d] in _POINTED for d in tree.kids(token, "det"))
    return pointed and tree.child(token, *_TELLING) is None and _last(reader, token) is not None


def recalled(reader: Reader, token: int, wanted: Wanted) -> list[Filler]:
    """What was last named with that word."""
    found = _last(reader, token)
    fits = found is not None and wanted.fits(found.types)
    return [reader.site.resolved(found, token)] if found is not None and fits else []


def _last(reader: Reader, token: int) -> Filler | None:
    sentence, noun = reader.site.sentence(token), reader.tree.lemmas[token]
    return reader.discourse.shortened.last(noun, sentence, token)
