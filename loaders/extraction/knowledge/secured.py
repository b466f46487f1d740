"""The security of a region, where the region itself is said to be endangered: "X destabilizes
*Europe*" is against the security of Europe."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from graph.statements import EntityId, fold_name
from ontology.model import Ontology

_OF = ("of", "in", "of the", "in the")


def safeties(
    ontology: Ontology, nouns: Collection[str], sought: tuple[str, ...]
) -> Mapping[str, EntityId]:
    """By the folded name of a region what is sought and has for a label one of `nouns` with it:
    "security of Europe"."""
    called = [
        (EntityId(iri), fold_name(label))
        for iri, entity in sorted(ontology.entities.items())
        if ontology.is_a(entity.types, sought)
        for label in (entity.label, *entity.alternative)
    ]
    found: dict[str, EntityId] = {}
    for noun in sorted(nouns, reverse=True):
        leading = [f"{noun} {of} " for of in _OF]
        for iri, label in called:
            for words in leading:
                if label.startswith(words):
                    found.setdefault(label[len(words) :], iri)
    return found
