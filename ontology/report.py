"""What an ontology holds and what is worth a look: for `entente ontology check`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from ontology.load import read_files
from ontology.model import Ontology

NAMED = 5
"""How many examples a note names."""


def check(folder: Path) -> list[str]:
    """Compile `folder` anew, whatever is remembered of it, and say what it holds.

    Counts first, then notes on what is allowed and worth a look. Raises
    `OntologyError` for what is not allowed.
    """
    from ontology.compile import compile_ontology  # rdflib and pyshacl take a second to import

    ontology = compile_ontology(*read_files(folder))
    return [*_counts(ontology), *(f"note: {note}" for note in _notes(ontology))]


def _counts(ontology: Ontology) -> Iterator[str]:
    yield f"{len(ontology.files)} files, digest {ontology.digest[:12]}"
    yield (
        f"{len(ontology.classes)} classes, {len(ontology.predicates)} predicates, "
        f"{len(ontology.properties)} properties, {len(ontology.qualifiers)} qualifiers, "
        f"{len(ontology.lexicon.cues)} cues"
    )
    yield f"{len(ontology.entities)} reference entities, {len(ontology.facts)} reference facts"


def _notes(ontology: Ontology) -> Iterator[str]:
    unsourced = Counter(fact.file for fact in ontology.facts if fact.source is None)
    for file, count in sorted(unsourced.items()):
        yield f"{file}: {count} facts name no dcterms:source and count as unverified"
    undefined = [
        term.name
        for group in (ontology.classes, ontology.predicates, ontology.qualifiers)
        for term in group.values()
        if not term.definition
    ]
    if undefined:
        yield f"no skos:definition: {_some(undefined)}"
    cued = {cue.predicate for cue in ontology.lexicon.cues}
    cued |= {label.predicate for label in ontology.lexicon.labels}
    silent = [name for name in ontology.predicates if name not in cued]
    if silent:
        yield f"predicates that no cue puts in words, so that no text states them: {_some(silent)}"
    for label, iris in sorted(_shared_labels(ontology).items()):
        yield f"{label!r} is the preferred label of {_some(iris)}"


def _shared_labels(ontology: Ontology) -> dict[str, list[str]]:
    bearers: dict[str, list[str]] = {}
    for entity in ontology.entities.values():
        bearers.setdefault(entity.label, []).append(entity.iri)
    return {label: iris for label, iris in bearers.items() if len(iris) > 1}


def _some(names: list[str]) -> str:
    rest = len(names) - NAMED
    return ", ".join(names[:NAMED]) + (f" and {rest} more" if rest > 0 else "")
