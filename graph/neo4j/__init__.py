"""Statements in a Neo4j database, in the model of the glossary, readable as it is.

address     which server and database a URL names
failures    what goes wrong on the way there
connection  sessions, with everything about them bound once
wire        reads as bare messages over the driver's connections
names       identifiers in Cypher
vocabulary  the predicates there are edges for
layout      constraints, indexes, and the node that marks a store
upgrade     a store of an older layout brought to today's
card        what lists commonly show of an entity, in one property
records     statements as properties, and back
removal     documents out
insertion   documents in
facts       facts, edges and degrees that follow from evidence
entities    what entities are, and who stands for whom
writer      all of that as one change
reader      statements back
cypher      plans as Cypher
store       all of it as a `graph.store.Store`
"""

from graph.neo4j.store import Neo4jStore

__all__ = ["Neo4jStore"]
