"""The properties of the lexicon's entries, read and checked: words, slots, classes, choices."""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import get_close_matches

from rdflib import RDF, Graph, Literal, URIRef
from rdflib.term import Node

from entente.errors import OntologyError
from ontology.lexicon import Part, Slot
from ontology.model import ClassTerm, PredicateTerm, QualifierTerm
from ontology.vocabulary import LEX

CLOSE = 0.8
"""How much a name is like that of a slot to be a slip of the pen rather than a preposition."""

SHORT = 4
"""Letters of a name that is too short to be a slip: "at" is much like "act"."""


class Entries:
    """The entries of one graph. What is broken raises `OntologyError` naming the entry by its
    type, predicate and words."""

    def __init__(
        self,
        graph: Graph,
        classes: Mapping[str, ClassTerm],
        predicates: Mapping[str, PredicateTerm],
        qualifiers: Mapping[str, QualifierTerm],
    ) -> None:
        self.graph = graph
        self._classes = classes
        self.predicates = predicates
        self._qualifiers = qualifiers
        self._names = {
            term.iri: name
            for terms in (classes, predicates, qualifiers)
            for name, term in terms.items()
        }

    def nodes(self, name: str) -> list[Node]:
        return list(self.graph.subjects(RDF.type, LEX[name]))

    def words(self, node: Node, part: Part) -> tuple[str, ...]:
        return self.phrases(node, LEX[part])

    def phrases(self, node: Node, property_: URIRef) -> tuple[str, ...]:
        found = []
        for value in self.graph.objects(node, property_):
            if not isinstance(value, Literal) or not str(value).strip():
                name = str(property_).removeprefix(str(LEX))
                raise self.error(node, f"has a lex:{name} that is not a word")
            found.append(" ".join(str(value).lower().split()))
        return tuple(sorted({form for word in found for form in self._spelled(word)}))

    def _spelled(self, phrase: str) -> set[str]:
        """`phrase` with each word's ending in every spelling."""
        forms = {phrase}
        for node in self.nodes("Ending"):
            endings = sorted(str(value) for value in self.graph.objects(node, LEX.variant))
            for one in endings:
                for other in endings:
                    forms |= {re.sub(rf"{re.escape(one)}\b", other, form) for form in forms}
        return forms

    def listed(self, node: Node) -> Mapping[Part, frozenset[str]]:
        listed = {part: frozenset(words) for part in Part if (words := self.words(node, part))}
        if not listed:
            raise self.error(node, "lists no words")
        return listed

    def slots(self, node: Node, property_: URIRef) -> tuple[str, ...]:
        names = {str(value) for value in self.graph.objects(node, property_)}
        for name in names:
            what = f"has the slot {name!r}, which is neither a slot nor a preposition"
            if not name.replace(" ", "").isalpha() or name != name.lower():
                raise self.error(node, what)
            if meant := _meant(name):
                side = str(property_).removeprefix(str(LEX))
                raise self.error(node, what, hint=f'write lex:{side} "{meant}"')
        grammatical = [slot.value for slot in Slot if slot.value in names]
        return (*grammatical, *sorted(names.difference(grammatical)))

    def qualify(
        self, node: Node
    ) -> tuple[tuple[tuple[str, str], ...], tuple[tuple[str, str], ...]]:
        slots: list[tuple[str, str]] = []
        literals: list[tuple[str, str]] = []
        for nested, kept in ((LEX.qualifier, slots), (LEX.value, literals)):
            for box in self.graph.objects(node, nested):
                for property_, value in self.graph.predicate_objects(box):
                    name = self._name(property_)
                    if name not in self._qualifiers:
                        raise self.error(node, f"fills {property_}, which is no qualifier")
                    kept.append((name, str(value)))
        return tuple(sorted(slots)), tuple(sorted(literals))

    def _name(self, term: Node) -> str:
        """The local name of a term, in whatever namespace; a literal or unknown term as it is."""
        return self._names.get(str(term), str(term))

    def predicate(self, node: Node) -> str:
        names = [self._name(v) for v in self.graph.objects(node, LEX.predicate)]
        if len(names) != 1 or names[0] not in self.predicates:
            raise self.error(node, f"needs one lex:predicate of the ontology, not {names}")
        return names[0]

    def class_names(self, node: Node, property_: URIRef) -> tuple[str, ...]:
        names = sorted(self._name(v) for v in self.graph.objects(node, property_))
        for name in names:
            if name not in self._classes:
                raise self.error(node, f"names the class {name}, which the ontology lacks")
        return tuple(names)

    def class_name(self, node: Node, property_: URIRef) -> str | None:
        return next(iter(self.class_names(node, property_)), None)

    def choice(self, node: Node, property_: URIRef, choices: tuple[str, ...]) -> str | None:
        values = [str(value) for value in self.graph.objects(node, property_)]
        if not values:
            return None
        if len(values) > 1 or values[0] not in choices:
            name = str(property_).removeprefix(str(LEX))
            raise self.error(node, f"has lex:{name} {sorted(values)}, not one of {choices}")
        return values[0]

    def flag(self, node: Node, property_: URIRef) -> bool:
        return any(
            isinstance(value, Literal) and value.value is True
            for value in self.graph.objects(node, property_)
        )

    def confidence(self, node: Node) -> float:
        for value in self.graph.objects(node, LEX.confidence):
            number = float(str(value)) if str(value).replace(".", "", 1).isdigit() else -1.0
            if not 0 < number <= 1:
                raise self.error(node, f"has lex:confidence {value}, which is not in (0, 1]")
            return number
        return 0.8

    def error(
        self,
        node: Node,
        what: str,
        hint: str = 'see "Cues" in docs/ontology.md for what an entry may say',
    ) -> OntologyError:
        kinds = sorted(str(v).removeprefix(str(LEX)) for v in self.graph.objects(node, RDF.type))
        said = sorted(
            self._name(v)
            for p, v in self.graph.predicate_objects(node)
            if p == LEX.predicate or str(p).removeprefix(str(LEX)) in set(Part)
        )
        name = str(node) if isinstance(node, URIRef) else f"[{', '.join(said[:4])}]"
        return OntologyError(
            f"the lexicon entry lex:{'/'.join(kinds)} {name} {what}",
            hint=hint,
            term=str(node),
        )


def _meant(name: str) -> str | None:
    """The slot that `name` is a slip of the pen for; None if it is one, or like none."""
    slots = [slot.value for slot in Slot]
    if name in slots or len(name) <= SHORT:
        return None
    return next(iter(get_close_matches(name, slots, n=1, cutoff=CLOSE)), None)
