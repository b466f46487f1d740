"""All statements of an ontology, by subject, with the place of each triple."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

from rdflib import RDF, BNode, Graph, Literal
from rdflib.collection import Collection
from rdflib.term import Node

from ontology.problem import Problem
from ontology.turtle import Statement
from ontology.vocabulary import PREFIXES, short


class Said(NamedTuple):
    """What one triple says of its subject, and in which statement."""

    predicate: Node
    object: Node
    statement: Statement


class Triples:
    """Statements in file order, indexed. Everything it gives is in that order."""

    def __init__(self, statements: Iterable[Statement]) -> None:
        self.statements = tuple(statements)
        self._by_subject: dict[Node, list[Said]] = {}
        self._by_predicate: dict[Node, list[tuple[Node, Said]]] = {}
        for statement in self.statements:
            for subject, predicate, object_ in statement.triples:
                said = Said(predicate, object_, statement)
                self._by_subject.setdefault(subject, []).append(said)
                self._by_predicate.setdefault(predicate, []).append((subject, said))

    @cached_property
    def graph(self) -> Graph:
        """The same as an rdflib graph."""
        graph = Graph()
        for prefix, namespace in PREFIXES.items():
            graph.bind(prefix, namespace)
        graph.addN(
            (s, p, o, graph) for statement in self.statements for s, p, o in statement.triples
        )
        return graph

    def subjects(self) -> Iterator[Node]:
        """Whatever is spoken of, in the order of its first statement."""
        return iter(self._by_subject)

    def predicates(self) -> Iterator[Node]:
        """Whatever is used as a predicate, in the order of its first use."""
        return iter(self._by_predicate)

    def said_of(self, subject: Node) -> list[Said]:
        """All that is said of `subject`."""
        return self._by_subject.get(subject, [])

    def using(self, predicate: Node) -> list[tuple[Node, Said]]:
        """Each subject of which `predicate` is said, with what is said."""
        return self._by_predicate.get(predicate, [])

    def values(self, subject: Node, predicate: Node) -> list[Said]:
        """What `predicate` says of `subject`."""
        return [said for said in self.said_of(subject) if said.predicate == predicate]

    def instances(self, class_: Node) -> list[Node]:
        """The subjects typed as `class_` itself, each once."""
        return list(dict.fromkeys(s for s, said in self.using(RDF.type) if said.object == class_))

    def types(self, subject: Node) -> list[Node]:
        """The types stated of `subject`, each once."""
        return list(dict.fromkeys(said.object for said in self.values(subject, RDF.type)))

    def members(self, list_: Node) -> list[Node]:
        """The members of an RDF list."""
        return list(Collection(self.graph, list_))

    def problem(
        self, term: Node, fault: str, fix: str, statement: Statement | None = None
    ) -> Problem:
        """That something is wrong with `term`, in `statement` or where it is first described."""
        where = statement or self.said_of(term)[0].statement
        name = "a statement" if isinstance(term, BNode) else short(term)
        return Problem(where.place, name, fault, fix)


def is_english(node: Node) -> bool:
    """Whether `node` is text in English, or in no stated language."""
    if not isinstance(node, Literal):
        return False
    return node.language is None or node.language.lower().split("-")[0] == "en"
