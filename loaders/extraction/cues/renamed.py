"""Who is called by an office after he was named: "Ann Lee flew home. *The Chilean minister* …"."""

from __future__ import annotations

from loaders.extraction.cues.trigger import Trigger
from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.knowledge.referents import Sought
from loaders.extraction.knowledge.wanted import Wanted
from loaders.extraction.parse.tags import PROPER
from loaders.extraction.parse.tree import Tree

_BACK = 1
"""Sentences back to the name."""
_ACTS = frozenset({"nsubj", "nsubjpass", "pobj", "dobj", "poss"})
_CERTAIN = frozenset({"the", "this"})


def renamed(at: Trigger, wanted: Wanted) -> list[Filler]:
    """The people named just before an office that stands for one of them; whose it is tells for
    whom."""
    tree, site = at.tree, at.reader.site
    if not _stands_alone(tree, at.token):
        return []
    sought = Sought(site.sentence(at.token), at.token, fits=wanted.fits, many=None, reach=_BACK)
    return [site.resolved(f, at.token) for f in at.reader.discourse.all(sought)]


def _stands_alone(tree: Tree, office: int) -> bool:
    """Whether an office is somebody's who was named: "*the* defence *minister*", "its
    *president*"; neither "Minister Ann Lee" nor "a minister"."""
    if tree.deps[office] not in _ACTS or tree.tags[office] not in ("NN", "NNP"):
        return False
    beside = tree.kids(office, "appos", "conj") or tree.words[office + 1 : office + 2] == [","]
    if beside or tree.tags[office + 1 : office + 2] in (["NNP"], ["NNPS"]):
        return False
    certain = any(tree.lower[d] in _CERTAIN for d in tree.kids(office, "det"))
    told = tree.child(office, "compound", "amod", "poss") is not None or tree.after(office, ("of",))
    owned = any(tree.tags[p] in PROPER for p in tree.kids(office, "poss"))
    return (certain and bool(told)) or owned
