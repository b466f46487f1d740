"""Statements in one SQLite file: the embedded default.

address      which file a URL names
connections  how the file is opened: one connection a thread, and what may go wrong
schema       the tables, and whether a file is ours
writer       rows of documents in and out
derivation   the rows that follow from them, kept in step
identities   who stands for whom
reader       statements back from rows
expressions  fields, links and conditions in SQL
levels       a plan's columns as statements, one for each level of nesting
rows         Find and Aggregate
walks        the frontier loop: Expand, Traverse, Common
routes       Paths
store        all of it as a `graph.store.Store`
"""

from graph.sqlite.store import SqliteStore

__all__ = ["SqliteStore"]
