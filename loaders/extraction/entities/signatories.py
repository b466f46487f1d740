"""Who the clauses after an agreement's noun say made it: "the pact, signed by X and Y"."""

from __future__ import annotations

from collections.abc import Iterable

from graph.statements import EntityId
from loaders.extraction.grammar import passive
from loaders.extraction.knowledge.filler import Filler
from loaders.extraction.knowledge.site import Site
from loaders.extraction.parse.tags import RELATIVE


def signed(site: Site, noun: int) -> list[int]:
    """By whom a participle or passive says it was made, if by several: "the pact, *signed by X and
    Y*", "the pact *was signed by X and Y*"."""
    tree, verbs = site.tree, site.world.bearing_verbs
    made = [c for c in tree.kids(noun, "acl") if tree.lemmas[c] in verbs]
    agents = [t for c in made for t in passive.agents(tree, c)]
    if any(len(tree.conjuncts(t)) > 1 for t in agents):
        return agents
    above = tree.heads[noun]
    if tree.deps[noun] != "nsubjpass" or tree.lemmas[above] not in verbs:
        return []
    agents = passive.agents(tree, above)
    # What many signed has a name of its own, or is spoken of before.
    return agents if [len(tree.conjuncts(t)) for t in agents] == [2] else []


def ratified(site: Site, noun: int) -> list[int]:
    """By whom a participle or passive says it was ratified: "*ratified by the Senate* in May and
    *by the Diet* in June"."""
    tree, verbs = site.tree, site.world.ratifying
    above = tree.heads[noun]
    clauses = [above, *tree.conjuncts(above)] if tree.deps[noun] == "nsubjpass" else []
    clauses += [c for clause in tree.kids(noun, "acl") for c in tree.conjuncts(clause)]
    clauses += [c for clause in clauses for c in tree.kids(clause, "advcl") if c > noun]
    return [
        t
        for c in dict.fromkeys(clauses)
        if tree.lemmas[c] in verbs and tree.tags[c] in ("VBN", "VBD")
        for t in passive.agents(tree, c)
    ]


def ratifiers(site: Site, fillers: Iterable[Filler]) -> list[Filler]:
    """The fillers with the state for its parliament or ministry."""
    world, found = site.world, dict[str, Filler]()
    for filler in fillers:
        body = world.is_body(filler.types) and not world.is_public(filler.entity, filler.types)
        stood = world.facts.stands_for(filler.entity, None) if body else []
        for iri, types in stood[:1]:
            filler = filler._replace(entity=EntityId(iri), types=types)
        found.setdefault(filler.entity, filler)
    return list(found.values())


def struck(site: Site, noun: int) -> list[int]:
    """The relative clauses that say who made it: "the deal *that X struck with Y*"."""
    tree, verbs = site.tree, site.world.bearing_verbs
    return [
        c
        for c in tree.kids(noun, "relcl")
        if tree.lemmas[c] in verbs
        and any(tree.lower[t] not in RELATIVE for t in tree.kids(c, "nsubj"))
        and tree.child(c, "nsubjpass") is None
    ]
