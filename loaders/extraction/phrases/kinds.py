"""Names that stand beside a noun for their kind: "the *Kakadu* naval drill"."""

from __future__ import annotations

from loaders.extraction.knowledge.site import Site
from loaders.extraction.names.names import TokenName
from loaders.extraction.text.dates import DAYS

_DESCRIBING = frozenset({"NN", "NNS", "JJ", "VBG", "VBN", "HYPH", "CD"})
_FAR = 5
"""Words from a name to the noun for its kind."""


def name_before(site: Site, token: int) -> TokenName | None:
    """The name that ends before the noun at `token` and what describes it."""
    tree, covering = site.tree, site.names.covering
    own = covering.get(token)
    at = token - 1 if own is None else own.first - 1
    while at > 0 and token - at < _FAR and _describes(site, at):
        if token not in tree.up(at):
            return None
        at -= 1
    name = covering.get(at) if at >= 0 else None
    return name if name is not None and token in tree.up(name.root) else None


def names_of(site: Site, token: int) -> list[int]:
    """The ends of what may be the proper names of an event at `token`: "a drill called *Sea Lion*",
    "exercise *Sea Lion*"."""
    return [*site.grammar.bearing.called(site.tree, token), *_name_after(site, token)]


def _name_after(site: Site, token: int) -> list[int]:
    """The end of the proper name after a noun that it belongs with: "exercise *Sea Lion*"."""
    tree, covering, last = site.tree, site.names.covering, token
    while tree.tags[last + 1 : last + 2] == ["NNP"] and last + 1 not in covering:
        if tree.lower[last + 1] in DAYS:
            # "the conference *Tuesday*"
            break
        last += 1
    joined = tree.heads[last] == token or tree.heads[token] == last
    return [last] if last > token and joined else []


def _describes(site: Site, token: int) -> bool:
    """Whether a word is no name's, or a topic's: "the Kakadu *maritime security* drill"."""
    name = site.names.covering.get(token)
    return site.tree.tags[token] in _DESCRIBING and (
        name is None or all(sense.common for sense in name.senses)
    )
