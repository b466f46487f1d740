"""The figures as a page, each beside what it is aimed to be."""

from __future__ import annotations

import datetime as dt
import os
import platform

from benchmarks.graphql.made import Size
from benchmarks.graphql.measuring import CONNECTIONS, Figures
from benchmarks.graphql.questions import QUESTIONS

HEAD = """\
# GraphQL beside @neo4j/graphql

{date}, {cores} cores ({machine}), {entities:,} entities and {edges:,} edges in one
Neo4j 5.26 for both, with {heap} of heap and {cache} of page cache; load average {before:.1f}
before and {after:.1f} after, its own included. p50 in ms over one connection; the GraphQL
server's own CPU in ms a request (without Neo4j's); requests a second over {connections}
connections. The best of several rounds, ours and theirs in turn, all of it warm. Ratios are ours
to theirs, with the aim where there is one. Made by `python -m benchmarks.graphql`.

| question | ours: p50, CPU, req/s | @neo4j/graphql, Apollo | p50 | CPU | req/s |
| --- | --- | --- | --- | --- | --- |
"""
SQLITE = """
Over SQLite, where the store runs in our process. Our own CPU is what the service takes beyond the
store's reads, which are clocked in the service by their threads' time.

| question | p50, CPU, req/s | of it the store | our own CPU |
| --- | --- | --- | --- |
"""


def report(
    size: Size,
    memory: tuple[str, str],
    loads: tuple[float, float],
    ours: list[Figures],
    peers: list[Figures],
    sqlite: list[Figures],
) -> str:
    """The page; `memory` is the database's heap and page cache, `loads` the averages before and
    after."""
    head = HEAD.format(
        date=dt.datetime.now(dt.UTC).date().isoformat(),
        cores=os.cpu_count(),
        machine=platform.machine(),
        entities=size.entities,
        edges=size.edges,
        heap=memory[0],
        cache=memory[1],
        before=loads[0],
        after=loads[1],
        connections=CONNECTIONS,
    )
    beside = [
        f"| {question.name} | {our.shown} | {their.shown}"
        f" | {our.p50 / their.p50:.2f} ×{_aim('≤', question.aims.p50)}"
        f" | {our.cpu / their.cpu:.3f} ×{_aim('≤', question.aims.cpu)}"
        f" | {our.throughput / their.throughput:.1f} ×{_aim('≥', question.aims.throughput)} |"
        for question, our, their in zip(QUESTIONS, ours, peers, strict=True)
    ]
    alone = [
        f"| {question.name} | {own.shown} | {own.store:.2f}"
        f" | {own.cpu - own.store:.2f}{_aim('≤', question.aims.own)} |"
        for question, own in zip(QUESTIONS, sqlite, strict=True)
    ]
    return head + "\n".join([*beside, SQLITE.rstrip("\n"), *alone, ""])


def _aim(sign: str, aim: float | None) -> str:
    return "" if aim is None else f" ({sign} {aim:g})"
