"""What the names around an event's noun tell of which event it is."""

from __future__ import annotations

from graph.statements import EntityId
from loaders.extraction.grammar import passive
from loaders.extraction.knowledge.calendar import Calendar
from loaders.extraction.knowledge.reading import TreeReading
from loaders.extraction.knowledge.world import World

_FEW = 2


class Telling:
    """Answers for one tree at a time."""

    def __init__(self, world: World, calendar: Calendar) -> None:
        self._world, self._calendar = world, calendar

    def said(self, reader: TreeReading, token: int) -> list[set[str]]:
        """What is named inside the phrase, as sets of senses: its places and organizers."""
        tree = reader.tree
        inside = {t for t in tree.subtree(token) if abs(t - token) < 14}
        blocked = {
            t
            for child in tree.children[token]
            if tree.deps[child] in ("relcl", "acl", "appos", "conj", "cc")
            for t in tree.subtree(child)
        }
        stands_for, date = self._world.facts.stands_for, self._calendar.document_date
        named = [
            {s.iri for s in name.senses if not s.is_class} | self._holder(reader, name.root, token)
            for name in reader.names.all
            if name.root in inside - blocked and name.root != token
        ]
        named += self._hosts(reader, token) + self._held(reader, token)
        # "a summit between Presidents X and Y" is one of their states.
        return [n.union(iri for one in n for iri, _ in stands_for(one, date)) for n in named]

    def _hosts(self, reader: TreeReading, token: int) -> list[set[str]]:
        """Who has it with him, as a clause says: "the summit that *Chile* hosted", "a summit
        hosted by *Chile*"."""
        tree, hosting = reader.tree, self._world.hosting
        clauses = tree.kids(token, "relcl", "acl")
        told = [(c, v) for c in clauses for v in (c, *tree.kids(c, "xcomp"))]
        hosts = [
            t
            for clause, verb in told
            if tree.lemmas[verb] in hosting
            for t in (*tree.kids(clause, "nsubj"), *passive.agents(tree, verb))
        ]
        names = [name for t in hosts for name in reader.names.at(t)[:1]]
        return [{s.iri for s in name.senses if not s.is_class} for name in names]

    def _held(self, reader: TreeReading, token: int) -> list[set[str]]:
        """Where a participle says that it was: "the summit hosted by X *at Y*"."""
        tree, world = reader.tree, self._world
        told = [c for c in tree.kids(token, "acl") if tree.tags[c] == "VBN"]
        places = [t for c in told for t in tree.after(c, world.locative)]
        senses = [s for t in places for name in reader.names.at(t)[:1] for s in name.senses]
        settings = world.lexicon.settings
        found = {s.iri for s in senses if not s.is_class and world.fits(s.types, settings)}
        return [found] if found else []

    def _holder(self, reader: TreeReading, told: int, event: int) -> set[str]:
        """The person below the event's noun whose office a name tells: "a meeting with *Chile's*
        president Ann Lee"."""
        for above in reader.tree.up(told):
            if above == event:
                break
            name = reader.names.covering.get(above)
            if name is not None and self._world.is_person(name.senses[0].types):
                return {name.senses[0].iri}
        return set()

    def is_told(self, reader: TreeReading, token: int, event: str, said: list[set[str]]) -> bool:
        """Whether what is named tells that the phrase of `token` is `event`."""
        told = any(self.tells(named, event) for named in said)
        return told and self._is_of_parties(reader, token, event)

    def tells(self, named: set[str], event: str) -> bool:
        """Whether a name tells which event it is: neither what many are on, "*defence* pact", nor
        one of those whom many are with, "a meeting with *Trump*"."""
        world = self._world
        if not named:
            return True
        own = [world.facts.types(i) for i in named & self._calendar.known(event)]
        people = any(world.is_person(world.facts.types(i)) for i in named)
        return not people and any(not world.fits(types, world.issues) for types in own)

    def _is_of_parties(self, reader: TreeReading, token: int, text: str) -> bool:
        """Whether an agreement of two is meant, and not what only shares a word of its name ("the
        *partnership* between X and Y" is no Partnership Programme), or one party with it ("the
        declaration with X")."""
        parties = self._world.facts.parties(text)
        if not parties or len(parties) > _FEW:
            return True
        if not self._calendar.is_kind(text, reader.tree.lemmas[token]):
            return False
        beside = {s.iri for name in reader.names.all for s in name.senses}
        return all(p in beside or reader.cast.has_named(EntityId(p)) for p in parties)

    def owners(self, reader: TreeReading, token: int) -> list[set[str]]:
        """Whose it is by words that are no names: all of them were there."""
        tree = reader.tree
        owners = [t for t in tree.kids(token, "poss") if t not in reader.names.covering]
        owned = reader.fillers(owners, reader.world.actor) if owners else []
        return [{str(f.entity)} for f in owned]
