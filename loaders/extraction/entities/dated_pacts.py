"""Known agreements told by the day of their signature: "a pact *signed in July 2024*"."""

from __future__ import annotations

from collections.abc import Iterable

from graph.statements import interval
from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.knowledge.site import Site
from loaders.extraction.text.dates import overlap
from ontology.lexicon import Paired

_PRECISE = len("2024-07")
"""Characters of a date that tells one agreement from others: a month, or a day."""
_REACH = 60
"""Characters after a verb in which the day of its deed is told."""


class DatedPacts:
    """Answers for the nouns of one tree."""

    def __init__(self, site: Site) -> None:
        self._site, self.tree, self.world = site, site.tree, site.world

    def known(self, token: int, paired: Paired) -> Filler | None:
        """The known agreement signed on the day that is told of the noun's, if the text names all
        its parties."""
        signed = self._signed(token)
        if not signed:
            return None
        named, facts = self._site.discourse.named, self.world.facts
        known = (
            iri
            for iri in facts.instances.get(paired.class_name, ())
            if (parties := facts.parties(iri)) and parties <= named
        )
        found = self._on(signed, known)
        if len(found) != 1:
            return None
        return self._site.known(found[0], token, sure=0.85)

    def parties(self, token: int, pact: str) -> list[Filler]:
        """The known parties of an agreement of which the text says when it was signed, and which
        it names elsewhere."""
        parties = self.world.facts.parties(pact)
        told = parties and parties <= self._site.discourse.named and self._signed(token)
        if not told or self._on(told, [pact]) != [pact]:
            return []
        known = (self._site.known(iri, token) for iri in sorted(parties))
        return [self._site.resolved(f, token) for f in known]

    def meant(self, token: int, known: Iterable[str]) -> str | None:
        """Which of those that share a name was signed on the day that is told."""
        signed = self._signed(token)
        found = self._on(signed, known) if signed else []
        return found[0] if len(found) == 1 else None

    def _on(self, signed: str, known: Iterable[str]) -> list[str]:
        day, times = interval(signed), self._site.events.calendar.times
        return [iri for iri in known if (when := times(iri)) is not None and overlap(day, when)]

    def _signed(self, token: int) -> str:
        """When somebody is said to have signed what the noun names (EDTF), "" if it is not
        told so well."""
        tree, verbs = self.tree, self.world.bearing_verbs
        token = tree.first_conjunct(token)
        told = [c for c in tree.kids(token, "acl", "relcl") if tree.lemmas[c] in verbs]
        above = tree.heads[token]
        if tree.deps[token] in ("nsubjpass", "dobj") and tree.lemmas[above] in verbs:
            told.append(above)
        for verb in told:
            start = tree.starts[verb]
            _, end = tree.sentence_span(verb)
            text = tree.passage.text[start : min(end, start + _REACH)]
            dates = self._site.events.dates.explicit(text)
            if dates and len(dates[0][2]) >= _PRECISE:
                return dates[0][2]
        return ""
