"""The terms of an ontology in lines of text: for `entente ontology list` and `show`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches

from entente.errors import NotFound, UsageError
from ontology.model import (
    ClassTerm,
    Ontology,
    PredicateTerm,
    PropertyTerm,
    QualifierTerm,
    ReferenceEntity,
)

KINDS = ("classes", "predicates", "properties", "qualifiers", "entities")
"""What `listing` can list."""


def listing(ontology: Ontology, kind: str) -> list[tuple[str, str, str]]:
    """Name, label and meaning of every term of a kind (one of `KINDS`), in their order.

    Of entities: IRI, label and classes. Raises `UsageError` for another kind.
    """
    if kind not in KINDS:
        raise UsageError(f"no such kind of term: {kind!r}", hint=f"one of {', '.join(KINDS)}")
    if kind == "entities":
        return [(e.iri, e.label, ", ".join(e.types)) for e in ontology.entities.values()]
    terms: dict[str, ClassTerm | PredicateTerm | PropertyTerm | QualifierTerm] = dict(
        getattr(ontology, kind)
    )
    return [(term.name, term.label, _meaning(term)) for term in terms.values()]


def _meaning(term: ClassTerm | PredicateTerm | PropertyTerm | QualifierTerm) -> str:
    if not isinstance(term, PredicateTerm):
        return term.definition
    arrow = "–" if term.symmetric else "→"
    return f"{', '.join(term.domain)} {arrow} {', '.join(term.range)}: {term.definition}"


def show(ontology: Ontology, term: str) -> list[str]:
    """All that is known of a term, by local name, prefixed name, label or IRI.

    Raises `NotFound` with the nearest names.
    """
    found = list(_found(ontology, term))
    if found:
        return [line for lines in found for line in (*lines, "")][:-1]
    names = [
        *(name for kind in KINDS[:4] for name in getattr(ontology, kind)),
        *(entity.label for entity in ontology.entities.values()),
    ]
    near = get_close_matches(term, names, n=3)
    raise NotFound(
        f"the ontology has no term {term!r}",
        hint=f"did you mean {' or '.join(near)}?" if near else "see 'entente ontology list'",
    )


def _found(ontology: Ontology, term: str) -> Iterator[list[str]]:
    wanted = term.casefold()
    for kind in KINDS[:4]:
        for found in getattr(ontology, kind).values():
            known = (found.name, found.label, found.iri, f"ent:{found.name}")
            if wanted in (name.casefold() for name in known):
                yield _term_lines(ontology, found)
    for entity in ontology.entities.values():
        names = (entity.iri, entity.label, *entity.alternative, entity.iri.rpartition("/")[2])
        if wanted.removeprefix("id:") in (name.casefold() for name in names):
            yield _entity_lines(ontology, entity)


def _term_lines(
    ontology: Ontology, term: ClassTerm | PredicateTerm | PropertyTerm | QualifierTerm
) -> list[str]:
    lines = [f"{term.name}: {term.label}", f"  {term.iri}"]
    if term.definition:
        lines.append(f"  {term.definition}")
    match term:
        case ClassTerm():
            above = [name for name in term.superclasses if name != term.name]
            below = [t.name for t in ontology.classes.values() if term.name in t.parents]
            lines += _line("is a", above) + _line("kinds", below) + _line("colour", [term.colour])
            lines += _line("also called", list(term.labels[1:]))
            ends = {"states": "domain", "is stated of": "range"}
            for words, end in ends.items():
                fitting = [
                    predicate.name
                    for predicate in ontology.predicates.values()
                    if set(getattr(predicate, end)).intersection(term.superclasses)
                ]
                lines += _line(words, fitting)
            count = sum(
                ontology.is_a(entity.types, (term.name,)) for entity in ontology.entities.values()
            )
            lines += _line("reference entities", [str(count)])
        case PredicateTerm():
            lines += _line("from", list(term.domain)) + _line("to", list(term.range))
            lines += _line("symmetric", ["yes"] if term.symmetric else [])
            lines += _line("inverse", [term.inverse_name] if term.inverse_name else [])
            cues = [cue for cue in ontology.lexicon.cues if cue.predicate == term.name]
            lines += _line("cues", sorted({word for cue in cues for word in cue.words}))
            count = sum(fact.predicate == term.name for fact in ontology.facts)
            lines += _line("reference facts", [str(count)])
        case PropertyTerm():
            lines += _line("of", list(term.domain) or ["any"]) + _line(
                "type", [re.split("[#/]", term.datatype)[-1]]
            )
        case QualifierTerm():
            lines += _line("value", list(term.range) or ["text"])
    return lines


def _entity_lines(ontology: Ontology, entity: ReferenceEntity) -> list[str]:
    file = next(file for file in ontology.files if file.name == entity.file)
    line = file.text.count("\n", 0, entity.start) + 1
    lines = [f"{entity.label}: {', '.join(entity.types)}", f"  {entity.iri}"]
    lines += _line("described in", [f"{entity.file}:{line}"])
    lines += _line("also called", list(entity.alternative)) + _line("hidden", list(entity.hidden))
    for name, values in entity.properties.items():
        lines += _line(ontology.properties[name].label, list(values))
    label = {e.iri: e.label for e in ontology.entities.values()}
    for fact in ontology.facts:
        if entity.iri in (fact.subject, fact.object):
            when = f" [{fact.time}]" if fact.time else ""
            lines.append(f"  {label[fact.subject]} {fact.predicate} {label[fact.object]}{when}")
    return lines


def _line(words: str, values: list[str]) -> list[str]:
    return [f"  {words}: {', '.join(values)}"] if values else []
