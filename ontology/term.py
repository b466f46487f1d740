"""What classes, predicates, properties and qualifiers have in common when they are read."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches
from functools import cached_property, lru_cache

from rdflib import OWL, RDFS, SKOS, BNode, Literal, URIRef
from rdflib.term import Node

from ontology.problem import Problem
from ontology.triples import Said, Triples, is_english
from ontology.turtle import Statement
from ontology.vocabulary import ENT, LEX, UI, short

LAST = 10_000
"""The order of a term that states none and inherits none."""


def local_name(iri: str) -> str:
    """What follows the last # or / of an IRI.

    >>> local_name("https://entente.example/ns#time")
    'time'
    """
    return re.split(r"[#/]", iri)[-1]


def namespace(iri: str) -> str:
    """The IRI without its local name."""
    return iri[: len(iri) - len(local_name(iri))]


@lru_cache(maxsize=8)
def _names(iris: tuple[str, ...]) -> dict[str, str]:
    return {local_name(iri): iri for iri in iris}


@lru_cache(maxsize=1024)
def _nearest(wanted: str, among: tuple[str, ...]) -> str | None:
    """The one of the IRIs whose local name is most like `wanted`, if it is alike."""
    names = _names(among)
    folded = {name.casefold(): name for name in names}
    same = folded.get(wanted.casefold())
    if same:
        return names[same]
    # To compare with thousands of names takes long, and most slips leave one end as it is.
    likely = [n for n in names if n[:1] == wanted[:1] or n[-2:] == wanted[-2:]]
    near = get_close_matches(wanted, likely, n=1, cutoff=0.75)
    return names[near[0]] if near else None


class TermReader:
    """Reads what is said of terms, and keeps a list of what is wrong with it."""

    def __init__(self, triples: Triples) -> None:
        self.triples = triples
        self.problems: list[Problem] = []

    def refuse(self, term: Node, fault: str, fix: str, statement: Statement | None = None) -> None:
        """Note that something is wrong with `term`."""
        self.problems.append(self.triples.problem(term, fault, fix, statement))

    # Which terms there are

    @cached_property
    def declared_classes(self) -> dict[str, URIRef]:
        """The classes of the domain by IRI: not those that only the schema speaks of."""
        classes = [
            term
            for kind in (OWL.Class, RDFS.Class)
            for term in self.triples.instances(kind)
            if isinstance(term, URIRef)
        ]
        return {
            str(term): term
            for term in classes
            if namespace(term) not in (str(LEX), str(UI)) and not self._of_schema(term)
        }

    def _of_schema(self, class_: Node) -> bool:
        seen: set[Node] = set()
        ahead = [class_]
        while ahead:
            term = ahead.pop()
            if term == ENT.SchemaTerm:
                return True
            if term not in seen:
                seen.add(term)
                ahead += [said.object for said in self.triples.values(term, RDFS.subClassOf)]
        return False

    def declared(self, *kinds: URIRef) -> list[URIRef]:
        """The terms declared as one of `kinds`, each once, in file order."""
        terms = (term for kind in kinds for term in self.triples.instances(kind))
        return list(dict.fromkeys(term for term in terms if isinstance(term, URIRef)))

    @cached_property
    def namespaces(self) -> frozenset[str]:
        """Where terms are declared: a term used from there must be declared too."""
        kinds = (
            OWL.Class,
            OWL.ObjectProperty,
            OWL.DatatypeProperty,
            OWL.AnnotationProperty,
            ENT.Qualifier,
        )
        return frozenset(namespace(term) for term in self.declared(*kinds)) | {str(ENT)}

    def is_ours(self, term: Node) -> bool:
        """Whether `term` is from a namespace in which this ontology declares terms."""
        return isinstance(term, URIRef) and namespace(term) in self.namespaces

    def suggestion(self, term: Node, among: Iterable[str]) -> str:
        """The nearest of the IRIs `among`, as a question; empty if none is near."""
        iri = _nearest(local_name(str(term)), tuple(among))
        return f"; did you mean {short(URIRef(iri))}?" if iri else ""

    # What is said of one

    def single(self, term: Node, predicate: URIRef) -> Said | None:
        """The one value of `predicate`; two different ones are refused."""
        values = self.triples.values(term, predicate)
        for other in values[1:]:
            if other.object != values[0].object:
                self.refuse(
                    term,
                    f"two values of {short(predicate)}, the other at {values[0].statement.place}",
                    "keep one of them",
                    other.statement,
                )
                break
        return values[0] if values else None

    def text(self, term: Node, predicate: URIRef) -> str | None:
        """The one English text that `predicate` gives; two are refused."""
        texts = [said for said in self.triples.values(term, predicate) if is_english(said.object)]
        for other in texts[1:]:
            if str(other.object) != str(texts[0].object):
                self.refuse(
                    term,
                    f"{short(predicate)} is {str(texts[0].object)!r} at "
                    f"{texts[0].statement.place} and {str(other.object)!r} here",
                    "keep one; further names are skos:altLabel",
                    other.statement,
                )
                break
        return str(texts[0].object).strip() or None if texts else None

    def label(self, term: Node, kind: str) -> str:
        """The label that every term must have."""
        label = self.text(term, RDFS.label)
        if label is None:
            self.refuse(term, f"{kind} without a label", f'add rdfs:label "…"@en to {short(term)}')
        return label or local_name(str(term))

    def definition(self, term: Node) -> str:
        """What the term means; empty if it is not said."""
        return self.text(term, SKOS.definition) or self.text(term, RDFS.comment) or ""

    def order(self, term: Node) -> int | None:
        """Where the term stands in lists."""
        said = self.single(term, UI.order)
        if said is None:
            return None
        if re.fullmatch(r"[+-]?\d{1,9}", str(said.object)):
            return int(str(said.object))
        self.refuse(
            term, f"ui:order {said.object} is no whole number", "write ui:order 12", said.statement
        )
        return None

    def flag(self, term: Node, predicate: URIRef) -> bool:
        """Whether `predicate` is true of the term."""
        said = self.single(term, predicate)
        return said is not None and str(said.object) in ("true", "1")

    def class_names(self, term: Node, predicate: URIRef) -> tuple[str, ...] | None:
        """The classes that `predicate` (domain or range) names, any of which fits.

        None if it is not said, or is said wrongly (and refused).
        """
        values = self.triples.values(term, predicate)
        if not values:
            return None
        if len({said.object for said in values}) > 1:
            self.refuse(
                term,
                f"{len(values)} values of {short(predicate)}, which together would mean that "
                "all of them must fit",
                f"write one: {short(predicate)} [ owl:unionOf ( … ) ]",
                values[1].statement,
            )
            return None
        said = values[0]
        members: list[Node] = [said.object]
        if isinstance(said.object, BNode):
            unions = self.triples.values(said.object, OWL.unionOf)
            members = self.triples.members(unions[0].object) if len(unions) == 1 else []
            if not members:
                self.refuse(
                    term,
                    f"{short(predicate)} is neither a class nor a union of classes",
                    f"write {short(predicate)} and a class, or "
                    f"{short(predicate)} [ owl:unionOf ( … ) ] of several",
                    said.statement,
                )
                return None
        names = [self.class_name(term, member, said.statement) for member in members]
        known = tuple(name for name in names if name)
        return known if len(known) == len(names) else None

    def class_name(self, term: Node, class_: Node, statement: Statement) -> str | None:
        """The local name of `class_`, which `term` speaks of; unknown ones are refused."""
        if str(class_) in self.declared_classes:
            return local_name(str(class_))
        self.refuse(
            term,
            f"{short(class_)} is not a declared class"
            f"{self.suggestion(class_, self.declared_classes)}",
            f'declare it ({short(class_)} a owl:Class ; rdfs:label "…"@en), or name one that is',
            statement,
        )
        return None

    def alternatives(self, term: Node) -> tuple[str, ...]:
        """The alternative labels of the term, sorted."""
        said = self.triples.values(term, SKOS.altLabel)
        return tuple(sorted({str(x.object) for x in said if isinstance(x.object, Literal)}))
