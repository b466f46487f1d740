"""Find and Aggregate in Cypher."""

from __future__ import annotations

from typing import Any

from graph.neo4j.cypher.columns import Columns, columns
from graph.neo4j.cypher.compiled import Compiled, Luck
from graph.neo4j.cypher.conditions import (
    condition,
    is_by_id,
    leading,
    named,
    order,
    unique,
    value,
)
from graph.neo4j.cypher.parameters import Values, searched
from graph.neo4j.cypher.scope import Scope
from graph.neo4j.layout import CAUGHT_UP, RANGES
from graph.neo4j.names import quoted
from graph.neo4j.query import Query
from graph.plan import (
    FIELDS,
    Aggregate,
    All,
    Compare,
    Condition,
    Find,
    Kind,
    Match,
    Measure,
    MeasureName,
    Operator,
    Result,
    ValueType,
)
from graph.plan import given as values_given
from graph.plan.check import typed
from graph.plan.fields import PROPERTY

LABELS = {
    Kind.ENTITY: "Entity",
    Kind.FACT: "Fact",
    Kind.EVIDENCE: "Evidence",
    Kind.DOCUMENT: "Document",
}
WORDS_INDEX = {Kind.ENTITY: "entity_words", Kind.EVIDENCE: "evidence_words",
               Kind.DOCUMENT: "document_words"}  # fmt: skip
FUNCTIONS = {
    MeasureName.MIN: "min",
    MeasureName.MAX: "max",
    MeasureName.AVERAGE: "avg",
    MeasureName.SUM: "sum",
}


def find(scope: Scope, plan: Find) -> Compiled:
    """Rows of one kind."""
    if not _is_scanned(plan):
        return _find(scope, plan)
    best = _best(scope, plan, plan.where, None, _find(Scope(scope.vocabulary), plan))
    before, after = _tested(plan)
    return _best(Scope(scope.vocabulary), plan, before, after, best) if after else best


def _find(scope: Scope, plan: Find) -> Compiled:
    match, rest = _split(plan.where)
    source = _source(scope, plan.kind, match, rest, leading(plan.kind, "n", plan.order))
    _, one_more = scope.parameters.limit(plan.limit)
    skip = scope.parameters.limit(plan.skip, "skip")[0] if plan.skip != 0 else None
    passed = f" SKIP {skip}" if skip else ""
    if match and not plan.order:
        keys = _rank(scope, plan.kind, match)
    else:
        keys = order(plan.kind, "n", plan.order)
    shown = columns(scope, plan.kind, "n", plan.columns)
    text = (
        f"{source} WITH n ORDER BY {keys}{passed} LIMIT {one_more} {' '.join(shown.clauses)}"
        f" RETURN collect({shown.text}) AS rows"
    )
    if plan.total:
        counted = f"CALL () {{ {source} RETURN count(n) AS total }}"
        text = f"{counted} CALL () {{ {text} }} RETURN rows, total"
    query = Query(text, ("rows", "total") if plan.total else ("rows",))

    def finish(record: list[Any], values: Values) -> Result:
        return _cut(plan, shown, record[0], values, record[1] if plan.total else None)

    nothing = (lambda values: not searched(match.text, values)) if match else (lambda _: False)
    return Compiled(query, scope.parameters, finish, nothing)


def _cut(plan: Find, shown: Columns, rows: list[Any], values: Values, total: Any) -> Result:
    limit = values_given.limit(plan.limit, values)
    truncated = len(rows) > limit
    del rows[limit:]
    return Result(shown.decode(rows), truncated, total)


def _is_scanned(plan: Find) -> bool:
    """Whether all rows must be read to be sorted: by a number, and by id where it is equal."""
    if plan.total or plan.skip != 0 or len(plan.order) < 2 or _split(plan.where)[0]:
        return False
    name = plan.order[0].field
    number = FIELDS[plan.kind].get(name) in (ValueType.INTEGER, ValueType.NUMBER)
    return number and (LABELS.get(plan.kind, ""), name) not in RANGES


def _tested(plan: Find) -> tuple[Condition | None, Condition | None]:
    """The conditions to test before rows are sorted, and those to test only of the first ones.

    To test a field of all rows takes as long as to sort them. It is left to the first rows
    where no index could find the few that meet it, and where the order has nothing to do with it.
    """
    parts = plan.where.conditions if isinstance(plan.where, All) else (plan.where,)
    ranges = {name for label, name in RANGES if label == LABELS.get(plan.kind)}
    apart = {"classes", *ranges, *(item.field for item in plan.order)}
    after = [
        part
        for part in parts
        if isinstance(part, Compare)
        and part.field not in apart
        and part.operator is not Operator.NAMED
        and not part.field.startswith(PROPERTY)
    ]
    before = [part for part in parts if part is not None and part not in after]
    return (All(tuple(before)) if before else None), (All(tuple(after)) if after else None)


def _best(
    scope: Scope, plan: Find, before: Condition | None, after: Condition | None, wider: Compiled
) -> Compiled:
    """The same as `wider`, in half the time if few rows are equal in what they are sorted by
    and many meet the conditions `after`.

    Reading the ids of all rows, which only decide among equals, takes as long as the rest. So
    rows are taken without them, more than are wanted, and sorted by them afterwards.
    """
    source = _source(scope, plan.kind, None, before)
    limit, one_more = scope.parameters.limit(plan.limit)
    luck = Luck()
    times = 4 if after else 2
    many = scope.parameters.add(lambda values: 20 + times * values_given.limit(plan.limit, values))
    first = value(plan.kind, "n", plan.order[0].field)
    met = f"WITH n WHERE {condition(scope, plan.kind, 'n', after)} " if after else ""
    shown = columns(scope, plan.kind, "n", plan.columns)
    text = (
        f"{source} WITH n ORDER BY {first}{' DESC' if plan.order[0].descending else ''}"
        f" LIMIT {many}"
        f" WITH collect(n) AS taken, count(n) AS amount, last(collect({first})) AS last"
        f" CALL (taken) {{ UNWIND taken AS n {met}WITH n"
        f" ORDER BY {order(plan.kind, 'n', plan.order)} LIMIT {one_more}"
        f" WITH collect(n) AS best CALL (best) {{ UNWIND best AS n"
        f" {' '.join(shown.clauses)} RETURN collect({shown.text}) AS rows }}"
        f" RETURN rows, {value(plan.kind, f'best[{limit}]', plan.order[0].field)} AS key }}"
        f" RETURN rows, amount < {many} OR coalesce(key <> last, false) AS settled"
    )

    def finish(record: list[Any], values: Values) -> Result:
        rows, settled = record
        if not settled:
            raise luck.lost()
        return _cut(plan, shown, rows, values, None)

    query = Query(text, ("rows", "settled"))
    return Compiled(query, scope.parameters, finish, wider=wider, luck=luck)


def _split(where: Condition | None) -> tuple[Match | None, Condition | None]:
    """The text search that decides the order, and the other conditions."""
    if isinstance(where, Match):
        return where, None
    if isinstance(where, All):
        first = next((part for part in where.conditions if isinstance(part, Match)), None)
        if first:
            return first, All(tuple(part for part in where.conditions if part is not first))
    return None, where


def _source(
    scope: Scope,
    kind: Kind,
    match: Match | None,
    where: Condition | None,
    ordered: str | None = None,
) -> str:
    """Clauses after which `n` is every row that meets the conditions."""
    if kind is Kind.ENTITY and not match and is_by_id(where):
        return named(scope, "n", where)
    conditions = ["NOT n:Merged"] if kind is Kind.ENTITY else []
    if ordered and not match:
        conditions.append(ordered)
    front = ""
    if where is not None and where != All(()):
        if match:
            conditions.append(condition(scope, kind, "n", where))
        else:
            with scope.front() as meant:
                conditions.append(condition(scope, kind, "n", where))
            front = f"WITH {', '.join(meant)} " if meant else ""
    filtered = f" WHERE {' AND '.join(conditions)}" if conditions else ""
    if match:
        query = scope.parameters.add(lambda values: _lucene(searched(match.text, values)))
        searched_for = f"CALL db.index.fulltext.queryNodes('{WORDS_INDEX[kind]}', {query})"
        return f"{CAUGHT_UP} {searched_for} YIELD node AS n WITH n{filtered}"
    if kind is Kind.EDGE:
        types = "|".join(map(quoted, scope.vocabulary.edge_types())) or "NOTHING"
        return f"{front}MATCH ()-[n:{types}]->(){filtered}"
    return f"{front}MATCH (n:{LABELS[kind]}){filtered}"


def _lucene(words: list[str]) -> str:
    """Every word begins a word of the row. Words are letters and digits: nothing to escape."""
    return " ".join(f"+{word}*" for word in words)


def _rank(scope: Scope, kind: Kind, match: Match) -> str:
    """Sort keys that put the best match first."""
    words = scope.parameters.words(match.text)
    if kind is Kind.ENTITY:
        joined = scope.parameters.add(lambda values: " ".join(searched(match.text, values)))
        return (
            f"CASE WHEN n.words[0] = {joined} THEN 0 WHEN {joined} IN n.words THEN 1"
            f" WHEN n.words[0] STARTS WITH {joined} THEN 2 ELSE 3 END, n.degree DESC, n.id"
        )
    if kind is Kind.EVIDENCE:
        return "size(n.words), n.id"
    return (
        f"CASE WHEN all(word IN {words} WHERE (' ' + n.titleWords) CONTAINS (' ' + word))"
        " THEN 0 ELSE 1 END, n.from DESC, n.id"
    )


def aggregate(scope: Scope, plan: Aggregate) -> Compiled:
    """Groups of rows with their measures."""
    source = _source(scope, plan.kind, None, plan.where)
    unwound, groups = [], []
    for index, name in enumerate(plan.by):
        found = value(plan.kind, "n", name)
        if typed(plan.kind, name) is ValueType.TEXTS:
            unwound.append(f"UNWIND {found} AS u{index}")
            groups.append((f"g{index}", f"u{index}"))
        else:
            groups.append((f"g{index}", found))
    measures = [
        (f"m{index}", _measure(plan.kind, measure)) for index, measure in enumerate(plan.measures)
    ]
    named = [f"{text} AS {name}" for name, text in (*groups, *measures)]
    _, one_more = scope.parameters.limit(plan.limit)
    keys = ", ".join(["amount DESC", *(name for name, _ in groups)])
    returned = ", ".join(name for name, _ in (*groups, *measures))
    text = (
        f"{source} {' '.join(unwound)} WITH {', '.join([*named, 'count(*) AS amount'])}"
        f" ORDER BY {keys} LIMIT {one_more} RETURN collect([{returned}]) AS rows"
    )
    rounded = [
        len(groups) + index
        for index, measure in enumerate(plan.measures)
        if measure.name in (MeasureName.AVERAGE, MeasureName.SUM)
    ]

    def finish(record: list[Any], values: Values) -> Result:
        limit = values_given.limit(plan.limit, values)
        rows = record[0]
        truncated = len(rows) > limit
        del rows[limit:]
        for row in rows:
            for index in rounded:
                row[index] = None if row[index] is None else round(row[index], 6)
        return Result(rows, truncated)

    return Compiled(Query(text, ("rows",)), scope.parameters, finish)


def _measure(kind: Kind, measure: Measure) -> str:
    if measure.name is MeasureName.COUNT or measure.field is None:
        return f"count({unique(kind, 'n')})"
    return f"{FUNCTIONS[measure.name]}({value(kind, 'n', measure.field)})"
