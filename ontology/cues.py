"""Reads the `lex:` terms of the Turtle into a lexicon, and refuses broken ones.

A cue is `[] a lex:Cue ; lex:predicate ent:opposes ; lex:verb "denounce" .`;
slots left out take the defaults of its part of speech.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from rdflib import RDF, Graph, Literal, URIRef
from rdflib.term import Node

from entente.errors import OntologyError
from ontology.lexicon import (
    Affix,
    Anaphor,
    Cue,
    End,
    Head,
    LabelCue,
    Lexicon,
    Manner,
    Paired,
    Part,
    RelativeDate,
    Slot,
)
from ontology.model import ClassTerm, PredicateTerm, QualifierTerm
from ontology.vocabulary import LEX

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
ROLES = (
    "Achieving",
    "Barrier",
    "Adjectival",
    "Alike",
    "Attribution",
    "Bearing",
    "Charging",
    "Concluding",
    "Container",
    "Deed",
    "Delegate",
    "Empty",
    "Enduring",
    "Exemplifier",
    "Felt",
    "Fixed",
    "Joining",
    "Furthering",
    "Generic",
    "Halting",
    "Helping",
    "Hosting",
    "Impersonal",
    "Inflicted",
    "Hollow",
    "Introduction",
    "JointVoice",
    "Listing",
    "Locative",
    "ObjectControl",
    "Naming",
    "People",
    "Particle",
    "Part",
    "Party",
    "Placing",
    "Pledging",
    "Proposing",
    "Preserving",
    "Occasion",
    "Office",
    "Ranking",
    "Reciprocal",
    "Service",
    "Stative",
    "Undoing",
    "Vague",
    "Way",
)
POLARITIES = ("affirmed", "denied")
STATUSES = ("actual", "planned", "possible", "recommended")
QUANTIFIERS = ("each", "collective", "some")
UNITS = ("day", "week", "month", "year")


def read_lexicon(
    graph: Graph,
    classes: Mapping[str, ClassTerm],
    predicates: Mapping[str, PredicateTerm],
    qualifiers: Mapping[str, QualifierTerm],
) -> Lexicon:
    """The lexicon that `graph` states, in a fixed order.

    Raises `OntologyError` naming the cue by its type, predicate and words.
    """
    reader = _Reader(graph, classes, predicates, qualifiers)
    return Lexicon(
        cues=tuple(sorted(reader.cues(), key=_cue_order)),
        manners=tuple(sorted(reader.manners(), key=repr_order)),
        heads=tuple(sorted(reader.heads(), key=repr_order)),
        anaphors=tuple(sorted(reader.anaphors(), key=repr_order)),
        labels=tuple(sorted(reader.labels(), key=lambda label: (label.name, label.words))),
        relative_dates=tuple(
            sorted(reader.relative_dates(), key=lambda date: (-len(date.phrase), date.phrase))
        ),
        circumstances=tuple(sorted(reader.circumstances())),
        paired=tuple(sorted(reader.paired(), key=repr_order)),
        polities=reader.classes("Polity"),
        memberships=reader.memberships(),
        texts=reader.classes("Text"),
        happenings=reader.classes("Happening"),
        settings=reader.classes("Setting"),
        relational=reader.relational(),
        quantifiers=reader.quantifiers(),
        spellings=tuple(
            sorted(
                tuple(sorted(str(v) for v in graph.objects(node, LEX.variant)))
                for node in graph.subjects(RDF.type, LEX.Spelling)
            )
        ),
        affixes=tuple(sorted(reader.affixes(), key=repr_order)),
        roles={role: reader.role(role) for role in ROLES},
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


class _Reader:
    def __init__(
        self,
        graph: Graph,
        classes: Mapping[str, ClassTerm],
        predicates: Mapping[str, PredicateTerm],
        qualifiers: Mapping[str, QualifierTerm],
    ) -> None:
        self._graph = graph
        self._classes = classes
        self._predicates = predicates
        self._qualifiers = qualifiers
        self._names = {
            term.iri: name
            for terms in (classes, predicates, qualifiers)
            for name, term in terms.items()
        }

    # The kinds of entries

    def cues(self) -> list[Cue]:
        return [cue for node in self._nodes("Cue") for cue in self._cues_of(node)]

    def _cues_of(self, node: Node) -> list[Cue]:
        predicate = self._predicate(node)
        term = self._predicates[predicate]
        cues = []
        for part in TRIGGERS:
            words = (
                self._class_names(node, LEX.name) if part is Part.NAME else self._words(node, part)
            )
            if not words:
                continue
            entities, literals = self._qualify(node)
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
                    polarity=self._choice(node, LEX.polarity, POLARITIES),
                    status=self._choice(node, LEX.status, STATUSES),
                    confidence=self._confidence(node),
                    represented=self._flag(node, LEX.represented),
                    fallback=self._flag(node, LEX.fallback),
                    about=self._class_names(node, LEX.aboutClass),
                )
            )
        if not cues:
            raise self._error(node, "has no lex:verb, noun, adjective, preposition or name")
        return cues

    def manners(self) -> list[Manner]:
        found = []
        for node in self._nodes("Manner"):
            polarity = self._choice(node, LEX.polarity, POLARITIES)
            status = self._choice(node, LEX.status, STATUSES)
            if polarity is None and status is None:
                raise self._error(node, "has neither lex:polarity nor lex:status")
            found.append(Manner(self._listed(node), polarity, status))
        return found

    def heads(self) -> list[Head]:
        found = []
        for node in self._nodes("Head"):
            names = self._class_names(node, LEX.names)
            if len(names) != 1:
                raise self._error(node, "needs one class in lex:names")
            found.append(
                Head(
                    names[0],
                    frozenset(self._words(node, Part.NOUN)),
                    self._flag(node, LEX.alone),
                    self._flag(node, LEX.proper),
                    frozenset(self._words(node, Part.ADJECTIVE)),
                    frozenset(self._words(node, Part.VERB)),
                    self._class_names(node, LEX.objectClass),
                )
            )
        return found

    def anaphors(self) -> list[Anaphor]:
        return [
            Anaphor(
                frozenset(self._words(node, Part.NOUN)),
                self._class_names(node, LEX.names),
                self._flag(node, LEX.home),
                self._flag(node, LEX.grouped),
                self._class_names(node, LEX.preferred),
            )
            for node in self._nodes("Anaphor")
        ]

    def classes(self, name: str) -> tuple[str, ...]:
        named = {n for node in self._nodes(name) for n in self._class_names(node, LEX.names)}
        return tuple(sorted(named))

    def paired(self) -> list[Paired]:
        return [
            Paired(name, self._predicate(node), self._class_names(node, LEX.objectClass))
            for node in self._nodes("Paired")
            for name in self._class_names(node, LEX.names)
        ]

    def memberships(self) -> frozenset[str]:
        return frozenset(self._predicate(node) for node in self._nodes("Membership"))

    def relational(self) -> dict[str, str]:
        found = {
            word: self._predicate(node)
            for node in self._nodes("Relational")
            for word in self._words(node, Part.NOUN)
        }
        return dict(sorted(found.items()))

    def labels(self) -> list[LabelCue]:
        found = []
        for node in self._nodes("Label"):
            predicate = self._predicate(node)
            words = self._words(node, Part.PHRASE)
            if not words:
                raise self._error(node, "has no lex:phrase")
            opened = self._class_name(node, LEX.openObject)
            topic, inverse = self._flag(node, LEX.topic), self._flag(node, LEX.inverse)
            found.append(
                LabelCue(f"{predicate}:{words[0]}", words, predicate, topic, opened, inverse)
            )
        return found

    def circumstances(self) -> list[tuple[str, str]]:
        return [pair for node in self._nodes("Circumstance") for pair in self._qualify(node)[0]]

    def relative_dates(self) -> list[RelativeDate]:
        found = []
        for node in self._nodes("RelativeDate"):
            unit = self._choice(node, LEX.unit, UNITS)
            shift = next(iter(self._graph.objects(node, LEX.shift)), None)
            if unit is None or not isinstance(shift, Literal) or type(shift.value) is not int:
                raise self._error(node, "needs lex:unit and a whole number in lex:shift")
            found += [RelativeDate(p, unit, shift.value) for p in self._words(node, Part.PHRASE)]
        return found

    def quantifiers(self) -> dict[str, str]:
        found = {}
        for node in self._nodes("Quantifier"):
            value = self._choice(node, LEX.value, QUANTIFIERS)
            if value is None:
                raise self._error(node, "has no lex:value")
            found.update(dict.fromkeys(self._words(node, Part.PHRASE), value))
        return dict(sorted(found.items()))

    def affixes(self) -> list[Affix]:
        found = []
        for node in self._nodes("Affix"):
            leading = self._phrases(node, LEX.leading)
            trailing = self._phrases(node, LEX.trailing)
            if not leading and not trailing:
                raise self._error(node, "has neither lex:leading nor lex:trailing")
            least = next(iter(self._graph.objects(node, LEX.least)), Literal(1))
            if not isinstance(least, Literal) or type(least.value) is not int or least.value < 1:
                raise self._error(node, "needs a whole number from 1 up in lex:least")
            found.append(Affix(self._class_names(node, LEX.names), leading, trailing, least.value))
        return found

    def role(self, name: str) -> Mapping[Part, frozenset[str]]:
        words: dict[Part, set[str]] = {}
        for node in self._nodes(name):
            for part, listed in self._listed(node).items():
                words.setdefault(part, set()).update(listed)
        return {part: frozenset(words[part]) for part in Part if part in words}

    # The properties of an entry

    def _nodes(self, name: str) -> list[Node]:
        return list(self._graph.subjects(RDF.type, LEX[name]))

    def _words(self, node: Node, part: Part) -> tuple[str, ...]:
        return self._phrases(node, LEX[part])

    def _phrases(self, node: Node, property_: URIRef) -> tuple[str, ...]:
        found = []
        for value in self._graph.objects(node, property_):
            if not isinstance(value, Literal) or not str(value).strip():
                name = str(property_).removeprefix(str(LEX))
                raise self._error(node, f"has a lex:{name} that is not a word")
            found.append(" ".join(str(value).lower().split()))
        return tuple(sorted({form for word in found for form in self._spelled(word)}))

    def _spelled(self, phrase: str) -> set[str]:
        """`phrase` with each word's ending in every spelling."""
        forms = {phrase}
        for node in self._nodes("Ending"):
            endings = sorted(str(value) for value in self._graph.objects(node, LEX.variant))
            for one in endings:
                for other in endings:
                    forms |= {re.sub(rf"{re.escape(one)}\b", other, form) for form in forms}
        return forms

    def _listed(self, node: Node) -> Mapping[Part, frozenset[str]]:
        listed = {part: frozenset(words) for part in Part if (words := self._words(node, part))}
        if not listed:
            raise self._error(node, "lists no words")
        return listed

    def _slots(self, node: Node, property_: URIRef) -> tuple[str, ...]:
        names = {str(value) for value in self._graph.objects(node, property_)}
        for name in names:
            if not name.replace(" ", "").isalpha() or name != name.lower():
                raise self._error(
                    node, f"has the slot {name!r}, which is neither a slot nor a preposition"
                )
        grammatical = [slot.value for slot in Slot if slot.value in names]
        return (*grammatical, *sorted(names.difference(grammatical)))

    def _qualify(
        self, node: Node
    ) -> tuple[tuple[tuple[str, str], ...], tuple[tuple[str, str], ...]]:
        slots: list[tuple[str, str]] = []
        literals: list[tuple[str, str]] = []
        for nested, kept in ((LEX.qualifier, slots), (LEX.value, literals)):
            for box in self._graph.objects(node, nested):
                for property_, value in self._graph.predicate_objects(box):
                    name = self._name(property_)
                    if name not in self._qualifiers:
                        raise self._error(node, f"fills {property_}, which is no qualifier")
                    kept.append((name, str(value)))
        return tuple(sorted(slots)), tuple(sorted(literals))

    def _name(self, term: Node) -> str:
        """The local name of a term, in whatever namespace; a literal or unknown term as it is."""
        return self._names.get(str(term), str(term))

    def _predicate(self, node: Node) -> str:
        names = [self._name(v) for v in self._graph.objects(node, LEX.predicate)]
        if len(names) != 1 or names[0] not in self._predicates:
            raise self._error(node, f"needs one lex:predicate of the ontology, not {names}")
        return names[0]

    def _class_names(self, node: Node, property_: URIRef) -> tuple[str, ...]:
        names = sorted(self._name(v) for v in self._graph.objects(node, property_))
        for name in names:
            if name not in self._classes:
                raise self._error(node, f"names the class {name}, which the ontology lacks")
        return tuple(names)

    def _end(self, node: Node, side: str, slots: tuple[str, ...], classes: tuple[str, ...]) -> End:
        """One end of a cue (`side`: subject or object), with what it has unless the cue says."""
        return End(
            self._slots(node, LEX[side]) or slots,
            self._class_names(node, LEX[f"{side}Class"]) or classes,
            self._class_name(node, LEX[f"open{side.capitalize()}"]),
            self._class_name(node, LEX[f"{side}Made"]),
            self._flag(node, LEX[f"{side}Owner"]),
        )

    def _class_name(self, node: Node, property_: URIRef) -> str | None:
        return next(iter(self._class_names(node, property_)), None)

    def _choice(self, node: Node, property_: URIRef, choices: tuple[str, ...]) -> str | None:
        values = [str(value) for value in self._graph.objects(node, property_)]
        if not values:
            return None
        if len(values) > 1 or values[0] not in choices:
            name = str(property_).removeprefix(str(LEX))
            raise self._error(node, f"has lex:{name} {sorted(values)}, not one of {choices}")
        return values[0]

    def _flag(self, node: Node, property_: URIRef) -> bool:
        return any(
            isinstance(value, Literal) and value.value is True
            for value in self._graph.objects(node, property_)
        )

    def _confidence(self, node: Node) -> float:
        for value in self._graph.objects(node, LEX.confidence):
            number = float(str(value)) if str(value).replace(".", "", 1).isdigit() else -1.0
            if not 0 < number <= 1:
                raise self._error(node, f"has lex:confidence {value}, which is not in (0, 1]")
            return number
        return 0.8

    def _error(self, node: Node, what: str) -> OntologyError:
        kinds = sorted(str(v).removeprefix(str(LEX)) for v in self._graph.objects(node, RDF.type))
        said = sorted(
            self._name(v)
            for p, v in self._graph.predicate_objects(node)
            if p == LEX.predicate or str(p).removeprefix(str(LEX)) in set(Part)
        )
        name = str(node) if isinstance(node, URIRef) else f"[{', '.join(said[:4])}]"
        return OntologyError(
            f"the lexicon entry lex:{'/'.join(kinds)} {name} {what}",
            hint='see "Cues" in docs/ontology.md for what an entry may say',
            term=str(node),
        )
