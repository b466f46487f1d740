"""Links in Cypher: the clauses that bind what a row leads to."""

from __future__ import annotations

from dataclasses import dataclass

from graph.neo4j.cypher.relations import Step, step
from graph.neo4j.cypher.scope import Scope
from graph.neo4j.names import field, quoted, upper
from graph.plan import Kind, Link, LinkName, Relation
from graph.statements import EACH, QUANTIFIER

STANDS = "OPTIONAL MATCH ({x})-[:MERGED_INTO]->({c})"


@dataclass(frozen=True, slots=True)
class Linking:
    """Clauses after which `target` is bound, each of them once.

    `place` is the variable that holds a target's place, where the link has an
    order of its own.
    """

    clauses: str
    target: str
    place: str | None = None

    @property
    def bound(self) -> str:
        """What the clauses leave in scope, to be named in a WITH."""
        return f"{self.target}, {self.place}" if self.place else self.target


def linking(scope: Scope, kind: Kind, row: str, link: Link, *, placed: bool = False) -> Linking:
    """From `row` of `kind` along `link`; `placed` asks for the link's own order, if it has one."""
    target = scope.fresh(link.target(kind)[0])
    match link.name, kind:
        case LinkName.SPEAKERS, _ if placed:
            return _speakers(scope, row, target)
        case LinkName.SPEAKERS, _:
            clauses = _merged(scope, f"MATCH ({row})-[:SAID_BY]->({{x}}:Entity)", target)
        case LinkName.RELATED | LinkName.EDGES, _:
            clauses = _along(scope, row, link, target)
        case LinkName.FACTS, Kind.ENTITY:
            clauses = _stated(scope, row, link, target)
        case LinkName.ALIKE, _:
            clauses = _alike(scope, row, link.relation, target)
        case LinkName.MENTIONED, _:
            clauses = _merged(scope, f"MATCH ({row})-[:MENTIONS]->({{x}}:Entity)", target)
        case LinkName.QUALIFIED, _:
            type_ = f":{quoted(upper(link.qualifier))}" if link.qualifier else ""
            said = "" if type_ else " WHERE NOT q:SAID_BY"
            clauses = _merged(scope, f"MATCH ({row})-[q{type_}]->({{x}}:Entity){said}", target)
        case LinkName.DOCUMENTS, _:
            clauses = (
                f"UNWIND [{row}.id] + {row}.merged AS one"
                f" MATCH (:Entity {{id: one}})<-[:MENTIONS]-({target}:Document)"
                f" WITH DISTINCT {target}"
            )
        case _:
            clauses = _direct(kind, row, link.name, target)
    return Linking(clauses, target)


def _direct(kind: Kind, row: str, name: LinkName, target: str) -> str:
    match name, kind:
        case LinkName.FACTS, _:
            return (
                f"MATCH ({row})<-[:IN]-(:Evidence)-[:FOR]->({target}:Fact) WITH DISTINCT {target}"
            )
        case LinkName.MERGED, _:
            return f"MATCH ({row})<-[:MERGED_INTO]-({target}:Entity)"
        case LinkName.EVIDENCE, Kind.FACT:
            return f"MATCH ({row})<-[:FOR]-({target}:Evidence)"
        case LinkName.EVIDENCE, _:
            return f"MATCH ({row})<-[:IN]-({target}:Evidence)"
        case LinkName.FACT, Kind.EVIDENCE:
            return f"MATCH ({row})-[:FOR]->({target}:Fact)"
        case LinkName.FACT, _:
            return f"MATCH ({target}:Fact {{id: {row}.fact}})"
        case LinkName.SUBJECT, Kind.EDGE:
            return f"WITH startNode({row}) AS {target}"
        case LinkName.OBJECT, Kind.EDGE:
            return f"WITH endNode({row}) AS {target}"
        case LinkName.SUBJECT | LinkName.OBJECT, _:
            return f"MATCH ({target}:Entity {{id: {row}.{name.value}}})"
        case _:
            return f"MATCH ({row})-[:IN]->({target}:Document)"


def _along(scope: Scope, row: str, link: Link, target: str) -> str:
    taken = step(scope, link.relation)
    if link.name is LinkName.EDGES:
        where = _where(taken.conditions(row, target))
        return f"MATCH {taken.pattern(row, target, '')}{where}"
    r = scope.fresh("r")
    where = _where([*taken.conditions(row, r), f"{target} <> {row}"])
    return f"MATCH {taken.pattern(row, r, target)}{where} WITH DISTINCT {target}"


def _stated(scope: Scope, row: str, link: Link, target: str) -> str:
    taken = step(scope, link.relation)
    r = scope.fresh("r")
    where = _where(taken.conditions(row, r))
    own = f"MATCH {taken.pattern(row, r, '')}{where}"
    if link.through is None:
        found = f"{own} WITH DISTINCT {r}.fact AS stated"
    else:
        groups = _of_groups(scope, row, taken, link.through)
        lists = f"COLLECT {{ {own} RETURN {r}.fact }} + COLLECT {{ {groups} }}"
        found = f"UNWIND {lists} AS stated WITH DISTINCT stated"
    return f"{found} MATCH ({target}:Fact {{id: stated}})"


def _alike(scope: Scope, row: str, relation: Relation, target: str) -> str:
    """From a fact to others that a merge made the same."""
    symmetric = scope.parameters.add(lambda _: list(relation.symmetric))
    straight, turned = (
        f"{target}.subject = {row}.{subject} AND {target}.object = {row}.{object_}"
        for subject, object_ in (("subject", "object"), ("object", "subject"))
    )
    return (
        f"MATCH ({target}:Fact) WHERE {target}.subject IN [{row}.subject, {row}.object]"
        f" AND {target}.predicate = {row}.predicate AND {target} <> {row}"
        f" AND ({straight} OR ({row}.predicate IN {symmetric} AND {turned}))"
    )


def _of_groups(scope: Scope, row: str, taken: Step, through: Relation) -> str:
    """The facts along `taken` of the groups of `row` that hold of each of their members."""
    joined = step(scope, through)
    m, group, r, other, e = map(scope.fresh, ("m", "group", "r", "other", "e"))
    quantifier = field(e, f"qualifier.{QUANTIFIER}")
    said = (
        f"EXISTS {{ MATCH (:Fact {{id: {r}.fact}})<-[:FOR]-({e}:Evidence)"
        f" WHERE {e}.modality = {r}.modality AND {e}.`from` = {r}.`from` AND {e}.to = {r}.to"
        f" AND {quantifier} = '{EACH}' AND {e}.silenced IS NULL }}"
    )
    return (
        f"MATCH {joined.pattern(row, m, group)}{_where(joined.conditions(row, m))}"
        f" MATCH {taken.pattern(group, r, other)}"
        f"{_where([*taken.conditions(group, r), f'{other} <> {row}', said])}"
        f" RETURN {r}.fact"
    )


def _merged(scope: Scope, match: str, target: str) -> str:
    x, c = scope.fresh("x"), scope.fresh("c")
    stands = STANDS.format(x=x, c=c)
    return f"{match.format(x=x)} {stands} WITH DISTINCT coalesce({c}, {x}) AS {target}"


def _speakers(scope: Scope, row: str, target: str) -> Linking:
    x, c, place = scope.fresh("x"), scope.fresh("c"), scope.fresh("place")
    clauses = (
        f"MATCH ({row})-[said:SAID_BY]->({x}:Entity) {STANDS.format(x=x, c=c)}"
        f" WITH coalesce({c}, {x}) AS {target}, min(said.position) AS {place}"
    )
    return Linking(clauses, target, place)


def _where(conditions: list[str]) -> str:
    return f" WHERE {' AND '.join(conditions)}" if conditions else ""
