"""Whether somebody named before can be meant by a pronoun."""

from __future__ import annotations

from collections.abc import Callable

from graph.statements import EntityId, fold_name
from loaders.extraction.anaphora.nearby import PERSONAL, VOICE, Read
from loaders.extraction.grammar.beside import callers, doers, facing
from loaders.extraction.knowledge.referents import REACH
from loaders.extraction.knowledge.site import Site
from loaders.extraction.text.passage import Governance, Governor

_NAME = 4
"""Words of a heading that is but a speaker's name and title."""


class Meant:
    """Answers for one tree. `read` reads a token with what is coordinated."""

    def __init__(self, site: Site, read: Read) -> None:
        self._site, self._read = site, read
        self.tree, self.world, self.discourse = site.tree, site.world, site.discourse

    def apt(self, token: int, many: bool | None) -> Callable[[str], bool]:
        """Whether an entity can be meant: no plural by "it", nor by "he" who speaks himself."""
        if self.tree.lower[token] in PERSONAL:
            said = [g.text for g in self.tree.passage.governors if _may_speak(g)]
            speaks = {w for g in said for w in fold_name(g.split("\n")[0]).split()[-1:]}
            name, met = self._site.cast.label, self._is_addressed(token)
            holds = self._holds(token)
            return lambda e: (
                fold_name(name(EntityId(e))).split()[-1] not in speaks and not met(e) and holds(e)
            )
        wanted = self.world.want(self.world.referable)
        acting = {
            f.entity
            for t in doers(self.tree, token, self.world.reproving, self.world.suspecting)
            for f in self._read(t, wanted)
        }
        acting |= self._calling(token)
        if token and self.tree.words[token - 1] == '"' and self.tree.is_quoted(token):
            # "*It* is a threat," he said: his own would be "we".
            acting |= {f.entity for f in self.discourse.speakers}
        if many and self.tree.deps[token] == "poss":
            acting |= self._speaking(token)
        plural = self.world.facts.is_plural
        return lambda e: e not in acting and not (many is False and plural(e))

    def _calling(self, token: int) -> set[EntityId]:
        """Who deals with whose office-holder it names, and for whom they act."""
        offices, hosting = self.world.offices, self.world.hosting
        dealing = callers(self.tree, token, offices, hosting)
        found = [f for t in dealing for f in self._read(t, self.world.actor)]
        stood = self._site.represented(tuple(found), self.world.polity)
        return {f.entity for f in found} | {f.entity for f in stood}

    def leads(self, token: int) -> bool:
        """Whether the pronoun is the subject of its sentence."""
        tree = self.tree
        verb = tree.first_conjunct(tree.heads[token])
        return tree.deps[token].startswith("nsubj") and tree.heads[verb] == verb

    def _holds(self, token: int) -> Callable[[str], bool]:
        """Whether somebody holds the office by which the sentences before call whom they are about
        and do not name: "*The president* left. Then *he* …"."""
        sentence, date = self._site.sentence(token), self._site.events.calendar.document_date
        reach = REACH if self.leads(token) else 0
        called = (self.discourse.office(sentence - back) for back in range(1, reach))
        office = next(filter(None, called), "")
        return lambda e: not office or self.world.facts.holds(e, office, date)

    def _is_addressed(self, token: int) -> Callable[[str], bool]:
        """Whether somebody is told or met by who is "he", and so is another: "*she* told *X*",
        "she told the *Chilean leader*"."""
        world, stands_for = self.world, self._site.stands_for
        whom = facing(self.tree, token)
        met = {f.entity for t in whom for f in self._read(t, world.actor)}
        offices = [t for t in whom if self.tree.lemmas[t] in world.offices]
        theirs = {f.entity for t in offices for f in self._read(t, world.polity)}

        def is_met(entity: str) -> bool:
            if entity in met:
                return True
            return bool(theirs) and any(iri in theirs for iri, _ in stands_for(EntityId(entity)))

        return is_met

    def _speaking(self, token: int) -> set[EntityId]:
        """Who is "we" in the same sentence, and so not whose "their" is."""
        start, end = self.tree.sentences[self.tree.sentence[token]]
        if VOICE.isdisjoint(self.tree.lower[start:end]):
            return set()
        quoted = self.tree.is_quoted(token)
        return {f.entity for f in (self.discourse.speakers if quoted else self.discourse.voice)}


def _may_speak(governor: Governor) -> bool:
    """Whether who is named last in what governs a passage may speak in it: a label, a name alone,
    or "Remarks by X"."""
    words = governor.text.lower().split()
    return governor.kind is Governance.LABEL or len(words) <= _NAME or "by" in words
