"""Sentences without a subject or a verb, which live by what stands above them: "Build trust…"."""

from __future__ import annotations

from collections.abc import Callable

from graph.statements import BlockKind
from loaders.extraction.parse.tree import Tree
from loaders.extraction.reading.reader import Reader
from loaders.extraction.setting.topics import LONGEST
from loaders.extraction.text.passage import Governance

_HAVING = frozenset({"has", "have"})


def opens(tree: Tree, trigger: int, is_named: Callable[[], bool]) -> bool:
    """Whether `trigger` opens a fragment: "Conducting exercises…", "Build trust…". `is_named`
    tells whether what governs it names who does it."""
    if tree.passage.kind in (BlockKind.TITLE, BlockKind.HEADING):
        return False
    above = (g for g in tree.passage.governors if g.kind is not Governance.TITLE)
    headed = any(len(g.text) <= LONGEST for g in above)
    if not headed and not (tree.passage.governors and is_named()):
        return False
    for token in (trigger, *tree.up(trigger)):
        if tree.child(token, "nsubj", "nsubjpass", "expl", "csubj") is not None:
            return False
        aux = tree.child(token, "aux")
        if aux is not None and not (tree.lower[aux] in _HAVING and is_named()):
            return False
        if token != trigger and not tree.is_verb(token):
            return False
        if tree.heads[token] == token:
            tag = tree.tags[token]
            told = tag in ("VBZ", "VBD", "JJ") or (tag == "VBN" and bool(tree.kids(token, "dobj")))
            return tag in ("VB", "VBG", "VBP") or (told and is_named())
    return False


def holds(reader: Reader, trigger: int) -> bool:
    """Whether the sentence of `trigger` has no subject and no verb: "The potential for X"."""
    tree = reader.tree
    root = tree.root(trigger)
    name = reader.names.covering.get(root)
    if name is not None and name.last > root and tree.is_noun(name.last):
        # "… and heightened tensions": a participle inside a name is no verb.
        return True
    return tree.is_noun(root) and tree.child(root, "nsubj") is None
