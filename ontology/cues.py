"""Reads the `lex:` terms of the Turtle into a lexicon, and refuses broken ones.

A cue is `[] a lex:Cue ; lex:predicate ent:opposes ; lex:verb "denounce" .`;
slots left out take the defaults of its part of speech.
"""

from __future__ import annotations

from collections.abc import Mapping

from rdflib import RDF, Graph
from rdflib.term import Node

from ontology.entries import Entries
from ontology.lexicon import (
    Cue,
    End,
    LabelCue,
    Lexicon,
    Manner,
    Part,
    Slot,
)
from ontology.model import ClassTerm, PredicateTerm, QualifierTerm
from ontology.vocabulary import LEX
from ontology.words import Words

TRIGGERS = (Part.VERB, Part.NOUN, Part.ADJECTIVE, Part.ADVERB, Part.PREPOSITION, Part.NAME)
DEFAULT_SUBJECT: Mapping[Part, tuple[str, ...]] = {
    Part.VERB: (Slot.SUBJECT,),
    Part.NOUN: (Slot.POSSESSOR, Slot.BEARER),
    Part.ADJECTIVE: (Slot.SUBJECT,),
    Part.ADVERB: (Slot.ACTING,),
    Part.PREPOSITION: (Slot.HEAD,),
    Part.NAME: (Slot.POSSESSOR,),
}
DEFAULT_OBJECT: Mapping[Part, tuple[str, ...]] = {
    Part.VERB: (Slot.OBJECT,),
    Part.NOUN: ("of",),
    Part.ADJECTIVE: ("of",),
    Part.ADVERB: (Slot.MUTUAL,),
    Part.PREPOSITION: (Slot.OBJECT,),
    Part.NAME: (Slot.SELF,),
}
POLARITIES = ("affirmed", "denied")
STATUSES = ("actual", "planned", "possible", "recommended")


def read_lexicon(
    graph: Graph,
    classes: Mapping[str, ClassTerm],
    predicates: Mapping[str, PredicateTerm],
    qualifiers: Mapping[str, QualifierTerm],
) -> Lexicon:
    """The lexicon that `graph` states, in a fixed order.

    Raises `OntologyError` naming the cue by its type, predicate and words.
    """
    entries = Entries(graph, classes, predicates, qualifiers)
    words = Words(entries)
    cues = _Cues(entries, words.predicates("Represented"))
    return Lexicon(
        cues=tuple(sorted(cues.cues(), key=_cue_order)),
        manners=tuple(sorted(cues.manners(), key=repr_order)),
        heads=tuple(sorted(words.heads(), key=repr_order)),
        premises=tuple(sorted(words.heads("Premises"), key=repr_order)),
        anaphors=tuple(sorted(words.anaphors(), key=repr_order)),
        labels=tuple(sorted(cues.labels(), key=lambda label: (label.name, label.words))),
        relative_dates=tuple(
            sorted(words.relative_dates(), key=lambda date: (-len(date.phrase), date.phrase))
        ),
        circumstances=tuple(sorted(cues.circumstances())),
        paired=tuple(sorted(words.paired(), key=repr_order)),
        polities=words.classes("Polity"),
        memberships=words.predicates("Membership"),
        attitudes=words.predicates("Attitude"),
        faced=words.predicates("Faced"),
        owned=words.predicates("Owned"),
        willed=words.predicates("Willed"),
        endangering=words.predicates("Endangering"),
        blaming=words.predicates("Blaming"),
        wars=words.classes("OneSided"),
        one_sided=words.predicates("OneSided"),
        abilities=words.predicates("Ability"),
        texts=words.classes("Text"),
        happenings=words.classes("Happening"),
        encounters=words.classes("Encounter"),
        settings=words.classes("Setting"),
        relational=words.relational(),
        pennants=words.pennants(),
        quantifiers=words.quantifiers(),
        spellings=tuple(
            sorted(
                tuple(sorted(str(v) for v in graph.objects(node, LEX.variant)))
                for node in graph.subjects(RDF.type, LEX.Spelling)
            )
        ),
        affixes=tuple(sorted(words.affixes(), key=repr_order)),
        roles={role: words.role(role) for role in words.roles()},
    )


def repr_order(item: object) -> str:
    """A sort key that does not depend on the order of sets."""
    parts = getattr(item, "__slots__", ())
    return "|".join(_plain(getattr(item, part)) for part in parts)


def _plain(value: object) -> str:
    if isinstance(value, frozenset):
        return ",".join(sorted(value))
    if isinstance(value, Mapping):
        return ";".join(f"{key}={_plain(value[key])}" for key in sorted(value))
    return str(value)


def _cue_order(cue: Cue) -> tuple[str, ...]:
    return (cue.predicate, cue.part, *cue.words, *cue.subject.slots, "/", *cue.object.slots)


class _Cues:
    def __init__(self, entries: Entries, represented: frozenset[str]) -> None:
        self._its, self._represented = entries, represented

    def cues(self) -> list[Cue]:
        return [cue for node in self._its.nodes("Cue") for cue in self._cues_of(node)]

    def _cues_of(self, node: Node) -> list[Cue]:
        predicate = self._its.predicate(node)
        term = self._its.predicates[predicate]
        cues = []
        for part in TRIGGERS:
            words = (
                self._its.class_names(node, LEX.name)
                if part is Part.NAME
                else self._its.words(node, part)
            )
            if not words:
                continue
            entities, literals = self._its.qualify(node)
            cues.append(
                Cue(
                    name=f"{predicate}:{words[0]}",
                    predicate=predicate,
                    part=part,
                    words=words,
                    subject=self._end(node, "subject", DEFAULT_SUBJECT[part], term.domain),
                    object=self._end(node, "object", DEFAULT_OBJECT[part], term.range),
                    qualifiers=entities,
                    literals=literals,
                    polarity=self._its.choice(node, LEX.polarity, POLARITIES),
                    status=self._its.choice(node, LEX.status, STATUSES),
                    confidence=self._its.confidence(node),
                    represented=predicate in self._represented
                    or self._its.flag(node, LEX.represented),
                    fallback=self._its.flag(node, LEX.fallback),
                    about=self._its.class_names(node, LEX.aboutClass),
                    giving=self._its.flag(node, LEX.giving),
                    denied=self._its.flag(node, LEX.denied),
                    grouped=self._its.flag(node, LEX.grouped),
                    vouched=self._its.flag(node, LEX.vouched),
                )
            )
        if not cues:
            raise self._its.error(node, "has no lex:verb, noun, adjective, preposition or name")
        return cues

    def manners(self) -> list[Manner]:
        found = []
        for node in self._its.nodes("Manner"):
            polarity = self._its.choice(node, LEX.polarity, POLARITIES)
            status = self._its.choice(node, LEX.status, STATUSES)
            if polarity is None and status is None:
                raise self._its.error(node, "has neither lex:polarity nor lex:status")
            found.append(Manner(self._its.listed(node), polarity, status))
        return found

    def labels(self) -> list[LabelCue]:
        found = []
        for node in self._its.nodes("Label"):
            predicate = self._its.predicate(node)
            words = self._its.words(node, Part.PHRASE)
            unnamed = self._its.flag(node, LEX.unnamed)
            if not words and not unnamed:
                raise self._its.error(node, "has no lex:phrase")
            opened = self._its.class_name(node, LEX.openObject)
            topic, inverse = (
                self._its.flag(node, LEX.topic),
                self._its.flag(node, LEX.inverse),
            )
            name = f"{predicate}:{words[0] if words else 'any'}"
            classes = self._its.class_names(node, LEX.objectClass)
            found.append(LabelCue(name, words, predicate, topic, opened, inverse, unnamed, classes))
        return found

    def circumstances(self) -> list[tuple[str, str]]:
        return [
            pair for node in self._its.nodes("Circumstance") for pair in self._its.qualify(node)[0]
        ]

    def _end(self, node: Node, side: str, slots: tuple[str, ...], classes: tuple[str, ...]) -> End:
        """One end of a cue (`side`: subject or object), with what it has unless the cue says."""
        return End(
            self._its.slots(node, LEX[side]) or slots,
            self._its.class_names(node, LEX[f"{side}Class"]) or classes,
            self._its.class_name(node, LEX[f"open{side.capitalize()}"]),
            self._its.class_name(node, LEX[f"{side}Made"]),
            self._its.flag(node, LEX[f"{side}Owner"]),
            self._its.flag(node, LEX[f"{side}Fought"]),
        )
