"""What the shape of a bounded network tells: who is central, who belongs together, what holds it.

Networks are those of `graph.networks`. Directions, parallel edges and loops
are left out of account: two entities are joined or they are not. Answers are
sorted, so that the same network gives the same answer.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from types import MappingProxyType

import networkx as nx

SEED = 20231
"""Where the search for communities starts; any number would do, as long as it stays."""

PLACES = 6
"""Decimal places of a score."""


class Centrality(StrEnum):
    """In what sense an entity is central."""

    DEGREE = "degree"
    """The share of the others that it is joined to."""
    BETWEENNESS = "betweenness"
    """The share of shortest ways between others that lead through it."""
    CLOSENESS = "closeness"
    """How near the others are: the inverse of the mean way to those it reaches."""


_MEASURES: Mapping[Centrality, Callable[[nx.Graph[str]], Mapping[str, float]]] = MappingProxyType(
    {
        Centrality.DEGREE: nx.degree_centrality,
        Centrality.BETWEENNESS: nx.betweenness_centrality,
        Centrality.CLOSENESS: nx.closeness_centrality,
    }
)


def _plain(network: nx.MultiDiGraph[str]) -> nx.Graph[str]:
    plain: nx.Graph[str] = nx.Graph()
    plain.add_nodes_from(sorted(network.nodes))
    plain.add_edges_from(sorted((a, b) for a, b in network.edges() if a != b))
    return plain


def centrality(network: nx.MultiDiGraph[str], measure: Centrality) -> list[tuple[str, float]]:
    """All entities with their scores from 0 to 1, the most central first, then by id."""
    scores = _MEASURES[measure](_plain(network))
    rounded = [(node, round(score, PLACES)) for node, score in scores.items()]
    return sorted(rounded, key=lambda found: (-found[1], found[0]))


def communities(network: nx.MultiDiGraph[str]) -> list[list[str]]:
    """Groups that are joined more among themselves than with others (Louvain's method).

    The largest first; every entity is in one of them.
    """
    plain = _plain(network)
    if not plain:
        return []
    found = nx.community.louvain_communities(plain, seed=SEED)
    return sorted((sorted(group) for group in found), key=lambda group: (-len(group), group))


def bridges(network: nx.MultiDiGraph[str]) -> list[tuple[str, str]]:
    """The pairs whose only connection is their own: without it, a part falls off."""
    return sorted((min(pair), max(pair)) for pair in nx.bridges(_plain(network)))
