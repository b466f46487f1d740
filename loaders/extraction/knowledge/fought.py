"""The work against what is feared, as a field of work: "talks on *piracy*" are on countering it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from graph.statements import EntityId, fold_name
from loaders.extraction.grammar import phrase
from ontology.model import Ontology


def works_against(
    ontology: Ontology, verbs: Iterable[str], sought: tuple[str, ...], feared: tuple[str, ...]
) -> Mapping[str, EntityId]:
    """By what is feared, what the ontology knows as the work against it: what is sought and has a
    gerund of one of `verbs` with a label of the feared for a label of its own."""
    gerunds = [phrase.gerund(verb, "VB") for verb in sorted(verbs)]
    works = {
        fold_name(label): EntityId(iri)
        for iri, entity in sorted(ontology.entities.items())
        if ontology.is_a(entity.types, sought)
        for label in (entity.label, *entity.alternative)
    }
    found: dict[str, EntityId] = {}
    for iri, entity in ontology.entities.items():
        if not ontology.is_a(entity.types, feared):
            continue
        names = (f"{g} {label}" for label in (entity.label, *entity.alternative) for g in gerunds)
        known = next((w for name in names if (w := works.get(fold_name(name)))), None)
        if known is not None:
            found[iri] = known
    return found
