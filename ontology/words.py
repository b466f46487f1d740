"""The lexicon's words that state nothing by themselves: heads, anaphors, quantifiers, roles."""

from __future__ import annotations

from collections.abc import Mapping

from rdflib import RDFS, Literal, URIRef

from ontology.entries import Entries
from ontology.lexicon import Affix, Anaphor, Head, Paired, Part, RelativeDate
from ontology.vocabulary import LEX

QUANTIFIERS = ("each", "collective", "some")
UNITS = ("day", "week", "month", "year")


class Words:
    """Reads them, a method a kind."""

    def __init__(self, entries: Entries) -> None:
        self._its = entries

    def heads(self, name: str = "Head") -> list[Head]:
        found = []
        for node in self._its.nodes(name):
            names = self._its.class_names(node, LEX.names)
            if len(names) != 1:
                raise self._its.error(node, "needs one class in lex:names")
            found.append(
                Head(
                    names[0],
                    frozenset(self._its.words(node, Part.NOUN)),
                    self._its.flag(node, LEX.alone),
                    self._its.flag(node, LEX.proper),
                    frozenset(self._its.words(node, Part.ADJECTIVE)),
                    frozenset(self._its.words(node, Part.VERB)),
                    self._its.class_names(node, LEX.objectClass),
                )
            )
        return found

    def anaphors(self) -> list[Anaphor]:
        return [
            Anaphor(
                frozenset(self._its.words(node, Part.NOUN)),
                self._its.class_names(node, LEX.names),
                self._its.flag(node, LEX.home),
                self._its.flag(node, LEX.grouped),
                self._its.class_names(node, LEX.preferred),
                self._its.flag(node, LEX.single),
                self._its.flag(node, LEX.bound),
            )
            for node in self._its.nodes("Anaphor")
        ]

    def classes(self, name: str) -> tuple[str, ...]:
        named = {
            n for node in self._its.nodes(name) for n in self._its.class_names(node, LEX.names)
        }
        return tuple(sorted(named))

    def paired(self) -> list[Paired]:
        return [
            Paired(
                name,
                self._its.predicate(node),
                self._its.class_names(node, LEX.objectClass),
            )
            for node in self._its.nodes("Paired")
            for name in self._its.class_names(node, LEX.names)
        ]

    def predicates(self, name: str) -> frozenset[str]:
        return frozenset(self._its.predicate(node) for node in self._its.nodes(name))

    def relational(self) -> dict[str, str]:
        found = {
            word: self._its.predicate(node)
            for node in self._its.nodes("Relational")
            for word in self._its.words(node, Part.NOUN)
        }
        return dict(sorted(found.items()))

    def pennants(self) -> dict[str, str]:
        """Whose ships have a name that begins with the phrase."""
        found: dict[str, str] = {}
        for node in self._its.nodes("Pennant"):
            owner = next(iter(self._its.graph.objects(node, LEX.owner)), None)
            if not isinstance(owner, URIRef):
                raise self._its.error(node, "has no lex:owner")
            found |= {word: str(owner) for word in self._its.words(node, Part.PHRASE)}
        return dict(sorted(found.items()))

    def relative_dates(self) -> list[RelativeDate]:
        found = []
        for node in self._its.nodes("RelativeDate"):
            unit = self._its.choice(node, LEX.unit, UNITS)
            shift = next(iter(self._its.graph.objects(node, LEX.shift)), None)
            if unit is None or not isinstance(shift, Literal) or type(shift.value) is not int:
                raise self._its.error(node, "needs lex:unit and a whole number in lex:shift")
            found += [
                RelativeDate(p, unit, shift.value) for p in self._its.words(node, Part.PHRASE)
            ]
        return found

    def quantifiers(self) -> dict[str, str]:
        found = {}
        for node in self._its.nodes("Quantifier"):
            value = self._its.choice(node, LEX.value, QUANTIFIERS)
            if value is None:
                raise self._its.error(node, "has no lex:value")
            found.update(dict.fromkeys(self._its.words(node, Part.PHRASE), value))
        return dict(sorted(found.items()))

    def affixes(self) -> list[Affix]:
        found = []
        for node in self._its.nodes("Affix"):
            leading = self._its.phrases(node, LEX.leading)
            trailing = self._its.phrases(node, LEX.trailing)
            if not leading and not trailing:
                raise self._its.error(node, "has neither lex:leading nor lex:trailing")
            least = next(iter(self._its.graph.objects(node, LEX.least)), Literal(1))
            if not isinstance(least, Literal) or type(least.value) is not int or least.value < 1:
                raise self._its.error(node, "needs a whole number from 1 up in lex:least")
            found.append(
                Affix(self._its.class_names(node, LEX.names), leading, trailing, least.value)
            )
        return found

    def roles(self) -> list[str]:
        """The local names of the classes whose instances are plain lists of words."""
        found = self._its.graph.subjects(RDFS.subClassOf, LEX.Role)
        return sorted(str(term).removeprefix(str(LEX)) for term in found)

    def role(self, name: str) -> Mapping[Part, frozenset[str]]:
        words: dict[Part, set[str]] = {}
        for node in self._its.nodes(name):
            for part, listed in self._its.listed(node).items():
                words.setdefault(part, set()).update(listed)
        return {part: frozenset(words[part]) for part in Part if part in words}
