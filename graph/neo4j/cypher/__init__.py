"""Plans as Cypher: one statement each, which returns one record of nested lists.

parameters  values given when a query is run
scope       what is known while one is written
relations   traversal relationships: types, directions, limits
links       from a row to what it leads to
conditions  filters and sort orders
columns     what is returned of each row
rows        Find and Aggregate
walks       Expand, Traverse and Common
routes      Paths
"""

from graph.neo4j.cypher.compiled import Compiled, TooFew
from graph.neo4j.cypher.routes import paths
from graph.neo4j.cypher.rows import aggregate, find
from graph.neo4j.cypher.scope import Scope
from graph.neo4j.cypher.walks import common, expand, traverse
from graph.neo4j.vocabulary import Vocabulary
from graph.plan import Aggregate, Common, Expand, Find, Paths, Plan, Traverse

__all__ = ["Compiled", "TooFew", "compiled"]


def compiled(plan: Plan, vocabulary: Vocabulary) -> Compiled:
    """`plan` as Cypher. It must have passed `graph.plan.check`."""
    match plan:
        case Find():
            return find(Scope(vocabulary), plan)
        case Aggregate():
            return aggregate(Scope(vocabulary), plan)
        case Expand():
            return expand(Scope(vocabulary), plan)
        case Traverse():
            return traverse(Scope(vocabulary), plan)
        case Paths():
            return paths(vocabulary, plan)
        case Common():
            return common(Scope(vocabulary), plan)
