"""Agreements told by their parties: "Japan's access pact with Manila" is the two states' own.

Of an agreement that the text names by its kind only, the parties are its identity: it is
the reference agreement of just these two whose label has the words of the kind, else a
provisional one named for both, whatever the order in which the text names them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from graph.statements import EntityId
from loaders.extraction.entities.accord_kinds import AccordKinds
from loaders.extraction.entities.dated_pacts import DatedPacts
from loaders.extraction.entities.likewise import Likewise, Sides
from loaders.extraction.entities.parties import Each, Parties
from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.knowledge.referents import Referent, Sought
from loaders.extraction.knowledge.site import Site
from loaders.extraction.knowledge.wanted import Wanted
from loaders.extraction.names.forms import fold
from loaders.extraction.parse.tags import PLURAL, PROPER
from ontology.lexicon import Paired

_SURE = 0.9
_LINK = "–"
_MOST = 6
"""Parties by which an agreement without a name is told; of more it has one."""
_BACK = 12
"""Sentences back in which the agreement is that another is like."""
ALIKE = frozenset({"one", "another", "ones", "others", "theirs", "ours"})
"""What stands for another thing of a kind named before."""
_SINGLE = frozenset({"one", "another"})
_PARTIES = frozenset({"with", "between", "among", "of"})
_TELLING = ("det", "poss", "amod", "compound", "nmod", "nummod")
_OWN = frozenset({"theirs", "ours"})


class Pacts:
    """Reads nouns that head an agreement; `each` and `owners` are what its parties are read by."""

    def __init__(self, site: Site, each: Each, owners: Callable[[int], list[Filler]]) -> None:
        self._site, self._each, self._kinds = site, each, AccordKinds(site)
        self._parties, self._dated = Parties(site, each, owners), DatedPacts(site)
        self._likewise = Likewise(site)
        self._noted: set[int] = set()
        """Where several agreements of one were noted: "treaties with B and C"."""
        self.tree, self.world = site.tree, site.world

    def may_head(self, token: int) -> bool:
        """Whether the noun at `token` is one of agreements."""
        heads, tree = self.world.paired_heads, self.tree
        return (tree.lemmas[token] in heads or tree.lower[token] in heads) and tree.is_noun(token)

    def heads(self, token: int) -> bool:
        """Whether `token` heads an agreement, named or not."""
        if not self.may_head(token):
            return False
        return self._paired(token, self.world.want(self.world.lexicon.told)) is not None

    def read(self, token: int, wanted: Wanted) -> list[Filler]:
        """The agreement of the two that the phrase of `token` and its clause name."""
        paired = self._paired(token, wanted)
        if paired is None:
            return []
        alike = self._likewise.may_be(token)
        sides = self._parties.of(token, paired, likewise=alike)
        if alike and (like := self._likewise.known(token, paired, sides)):
            return [like] if wanted.fits(like.types) else []
        sides = self._parties.of(token, paired) if alike else sides
        kind = (self._likewise.kind(token, paired, sides) if alike else "") or self._kinds.of(token)
        if told := self._told(paired, token, kind, sides, wanted):
            return told
        dated = self._dated.known(token, paired)
        return [dated] if dated is not None and wanted.fits(dated.types) else []

    def parties(self, token: int) -> list[Filler]:
        """Who the phrase of `token` and its clause say the parties are, if it is told by them."""
        paired = self._paired(token, self.world.want(self.world.lexicon.told))
        if paired is None and self.tree.lower[token] in ALIKE:
            paired = next(iter(self.world.lexicon.paired), None)
        if paired is None:
            return []
        alike = self._likewise.may_be(token)
        own, others = self._parties.of(token, paired, likewise=alike)
        found = {f.entity: f for f in (*own, *others)}
        if alike and len(found) < 2:
            if like := self._likewise.known(token, paired, (own, others)):
                return self._likewise.parties(token, like)
            own, others = self._parties.of(token, paired)
            found = {f.entity: f for f in (*own, *others)}
        if len(found) > 1:
            return list(found.values())
        dated = self._dated.known(token, paired)
        return [] if dated is None else self._dated.parties(token, dated.entity)

    def dated_parties(self, token: int, wanted: Wanted) -> list[Filler]:
        """The parties of the known agreement named at `token`, if the text dates its signature."""
        told = self.world.want(self.world.lexicon.told)
        found = [
            f for pact in self._each([token], told) for f in self._dated.parties(token, pact.entity)
        ]
        return [f for f in found if wanted.fits(f.types)]

    def alike(self, token: int, wanted: Wanted) -> list[Filler]:
        """ "One with France", "another with Manila", "theirs": another agreement of the kind
        before."""
        tree = self.tree
        if tree.lower[token] in _OWN:
            kind = self._site.discourse.last_class(lambda t: wanted.fits(t))
            if kind is None:
                return []
            start, end = tree.starts[token], tree.ends[token]
            return [kind._replace(token=token, start=start, end=end, sure=kind.sure * _SURE)]
        for before in range(token - 1, -1, -1):
            paired = self._paired(before, wanted)
            if paired is not None:
                sides = self._parties.of(token, paired)
                return self._told(paired, token, self._kinds.of(before), sides, wanted)
        for paired in self.world.lexicon.paired:
            if wanted.fits((paired.class_name,)):
                sides = self._parties.of(token, paired)
                alike = self._likewise.kind(token, paired, sides)
                return self._told(paired, token, alike, sides, wanted)
        return []

    def _paired(self, token: int, wanted: Wanted) -> Paired | None:
        """What is known of the noun's class, if that is one whose parties tell it."""
        tree, world = self.tree, self.world
        if not self.may_head(token) or self._is_in_name(token) or self._is_accord(token):
            return None
        if tree.tags[token] in PLURAL and not self._is_told(token):
            # "X and Y announce *deals*": none of them is told.
            return None
        nouns = {tree.lemmas[token], tree.lower[token]}
        # "a similar *partnership*" is one with a name
        proper = tree.tags[token] in PROPER or self._likewise.may_be(token)
        classes = {
            head.class_name
            for noun in nouns
            for head in world.paired_heads.get(noun, ())
            if wanted.fits((head.class_name,)) and (not head.proper or proper)
        }
        return next((p for p in world.lexicon.paired if p.class_name in classes), None)

    def _is_told(self, token: int) -> bool:
        """Whether words around it say which it is, or with whom."""
        tree = self.tree
        led = any(tree.lower[p] in _PARTIES for p in tree.kids(token, "prep"))
        return led or tree.child(token, *_TELLING) is not None

    def _is_accord(self, token: int) -> bool:
        """Whether it is only that they agree: "reached *agreement*", "their *agreement that* …"."""
        tree = self.tree
        if f"{tree.lower[token - 1]} {tree.lower[token]}" in self.world.fixed_phrases:
            return True
        if tree.tags[token] != "NN":
            return False
        if tree.lower[token + 1 : token + 2] == ["that"] and tree.deps[token + 1] == "mark":
            return True
        bare = tree.child(token, "det", "poss", "amod", "compound", "nmod") is None
        return bare and tree.deps[token] == "dobj" and tree.lower[token - 1] != "-"

    def _is_in_name(self, token: int) -> bool:
        """Whether a known name of another kind ends there: "the *AUKUS security pact*"."""
        name = self._site.names.covering.get(token)
        if name is None or name.first == name.last:
            return False
        return self.world.may_act(s for s in name.senses if not s.weak)

    def _told(
        self, paired: Paired, token: int, kind: str, sides: Sides, wanted: Wanted
    ) -> list[Filler]:
        own, others = sides
        if not kind or not others:
            return []
        everybody = list({f.entity: f for f in (*own, *others)}.values())
        single = self.tree.tags[token] in ("NN", "NNP") or self.tree.lower[token] in _SINGLE
        if single or (not own and len(others) == 2):
            groups = [everybody]
        elif 1 not in (len(own), len(others)) or (len(own) > 1 and self._is_retaken(token)):
            return []
        else:
            # "*A and B* have treaties with C", "A has treaties with *B and C*"
            groups = [[one, other] for one in own for other in others if one.entity != other.entity]
        found = (
            self._agreement(paired, group, kind, token)
            for group in groups
            if 1 < len(group) <= _MOST
        )
        fitting = [f for f in found if f is not None and wanted.fits(f.types)]
        if len(fitting) > 1 and token not in self._noted:
            self._noted.add(token)
            at = self._site.sentence(token)
            # In the background: "they" are whose they are.
            self._site.discourse.note(Referent(tuple(fitting), at, token, rank=2))
        return fitting

    def _is_retaken(self, token: int) -> bool:
        """Whether they are of a kind spoken of before: "A and B work on *their* agreements"."""
        return any(self.tree.tags[t] == "PRP$" for t in self.tree.kids(token, "poss"))

    def _agreement(
        self, paired: Paired, group: Sequence[Filler], kind: str, token: int
    ) -> Filler | None:
        tree = self.tree
        known = self.world.facts.shared_by(paired, {f.entity for f in group}, fold(kind))
        if known is not None:
            self._site.cast.told[EntityId(known)] = frozenset(f.entity for f in group)
            return Filler(
                EntityId(known),
                self.world.ontology.entities[known].types,
                token,
                tree.starts[token],
                tree.ends[token],
                sure=_SURE,
            )
        cast = self._site.cast
        parties = sorted(cast.label(f.entity) for f in group)
        is_definite = self._parties.is_definite(token)
        entity = self._told_before(group, kind, is_definite=is_definite) or cast.provisional(
            paired.class_name, f"{_LINK.join(parties)} {kind}"
        )
        if entity is None:
            return None
        cast.told[entity] = frozenset(f.entity for f in group)
        place = tree.passage.span(tree.starts[token], tree.ends[token])
        cast.mention(entity, cast.label(entity), place.start)
        if " " in kind:
            cast.mention(entity, kind, place.end)
        return Filler(
            entity, (paired.class_name,), token, tree.starts[token], tree.ends[token], sure=_SURE
        )

    def _told_before(
        self, group: Sequence[Filler], kind: str, *, is_definite: bool
    ) -> EntityId | None:
        """The one of just these told before in more or fewer words: "the *security pact*" after
        "a *security cooperation pact*"."""
        cast, parties = self._site.cast, frozenset(f.entity for f in group)
        words = fold(kind).split()
        if is_definite and len(words) == 1 and (last := self._last_of(parties)) is not None:
            return last
        named = {w for f in group for w in fold(cast.label(f.entity)).replace(_LINK, " ").split()}
        found = []
        for entity, told in cast.told.items():
            before = fold(cast.label(entity)).replace(_LINK, " ").split()
            own = set(before) - named
            alike = before[-1:] == words[-1:] and len(own & set(words)) > 1
            if told == parties and alike and (own <= set(words) or own >= set(words)):
                found.append(entity)
        return found[0] if len(found) == 1 else None

    def _last_of(self, parties: frozenset[EntityId]) -> EntityId | None:
        """The agreement spoken of last, if it is of just these parties: "*the accord* was signed by
        X and Y"."""
        site, world = self._site, self.world
        told = world.lexicon.told

        def is_theirs(iri: str) -> bool:
            return site.parties(iri) == parties

        last = site.discourse.find(
            Sought(
                site.number + len(site.tree.sentences),
                0,
                fits=lambda types: world.fits(types, told),
                many=None,
                reach=_BACK,
                apt=is_theirs,
            )
        )
        return last[0].entity if last else None
