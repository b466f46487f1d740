"""Links in SQL: how keys of one kind lead to keys of another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple

from graph.plan import Bind, Direction, Kind, Link, LinkName, Relation, Value
from graph.plan.given import day, share
from graph.sqlite.codes import CODE, packed
from graph.sqlite.expressions import field
from graph.sqlite.scope import Scope
from graph.statements import EACH, OPEN_END, OPEN_START, QUANTIFIER, Standing


class Arm(NamedTuple):
    """One way from near to far keys: rows of `table` at alias `t` that meet `where`."""

    table: str
    near: str
    far: str
    where: tuple[str, ...] = ()
    ordinal: str | None = None


@dataclass(frozen=True)
class Path:
    """All the ways of a link. `many`: a near key can lead to more than one far key;
    `repeats`: to the same one twice."""

    arms: tuple[Arm, ...]
    many: bool = True
    repeats: bool = True
    ordered: bool = False


_MENTIONS = "mention {t} JOIN entity {t}m ON {t}m.key = {t}.entity"

_SIMPLE: dict[tuple[Kind, LinkName], Path] = {
    (Kind.ENTITY, LinkName.MERGED): Path(
        (Arm("entity {t}", "{t}.canonical", "{t}.key", ("{t}.canonical <> {t}.key",)),),
        repeats=False,
    ),
    (Kind.ENTITY, LinkName.DOCUMENTS): Path(
        (
            Arm(
                "entity {t}m JOIN mention {t} ON {t}.entity = {t}m.key",
                "{t}m.canonical",
                "{t}.document",
            ),
        )
    ),
    (Kind.FACT, LinkName.EVIDENCE): Path(
        (Arm("evidence {t}", "{t}.fact", "{t}.key"),), repeats=False
    ),
    (Kind.FACT, LinkName.SUBJECT): Path((Arm("fact {t}", "{t}.key", "{t}.subject"),), many=False),
    (Kind.FACT, LinkName.OBJECT): Path((Arm("fact {t}", "{t}.key", "{t}.object"),), many=False),
    (Kind.EVIDENCE, LinkName.FACT): Path((Arm("evidence {t}", "{t}.key", "{t}.fact"),), many=False),
    (Kind.EVIDENCE, LinkName.DOCUMENT): Path(
        (Arm("evidence {t}", "{t}.key", "{t}.document"),), many=False
    ),
    (Kind.EVIDENCE, LinkName.SPEAKERS): Path(
        (
            Arm(
                "speaker {t} JOIN entity {t}m ON {t}m.key = {t}.entity",
                "{t}.evidence",
                "{t}m.canonical",
                ordinal="{t}.position",
            ),
        ),
        ordered=True,
    ),
    (Kind.DOCUMENT, LinkName.EVIDENCE): Path(
        (Arm("evidence {t}", "{t}.document", "{t}.key"),), repeats=False
    ),
    (Kind.DOCUMENT, LinkName.FACTS): Path((Arm("evidence {t}", "{t}.document", "{t}.fact"),)),
    (Kind.DOCUMENT, LinkName.MENTIONED): Path((Arm(_MENTIONS, "{t}.document", "{t}m.canonical"),)),
    (Kind.EDGE, LinkName.FACT): Path((Arm("edge {t}", "{t}.key", "{t}.fact"),), many=False),
    (Kind.EDGE, LinkName.SUBJECT): Path((Arm("edge {t}", "{t}.key", "{t}.subject"),), many=False),
    (Kind.EDGE, LinkName.OBJECT): Path((Arm("edge {t}", "{t}.key", "{t}.object"),), many=False),
}


def path(scope: Scope, kind: Kind, link: Link) -> Path:
    """The ways of `link` from `kind`, whose restrictions are bound in `scope`."""
    simple = _SIMPLE.get((kind, link.name))
    if simple:
        return simple
    if link.name is LinkName.ALIKE:
        return Path(_alike(scope, link.relation))
    if link.name is LinkName.QUALIFIED:
        named = (
            () if link.qualifier is None else (f"{{t}}.name = {scope.constant(link.qualifier)}",)
        )
        table = "qualifier {t} JOIN entity {t}m ON {t}m.key = {t}.entity"
        return Path((Arm(table, "{t}.evidence", "{t}m.canonical", named),))
    if link.name is LinkName.RELATED:
        return Path(walked(scope, link.relation))
    if link.through is not None:
        own = tuple(arm._replace(far="{t}.fact") for arm in touching(scope, link.relation))
        return Path((*own, *_of_groups(scope, link.relation, link.through)))
    far = "{t}.key" if link.name is LinkName.EDGES else "{t}.fact"
    arms = tuple(arm._replace(far=far) for arm in touching(scope, link.relation))
    return Path(arms, repeats=link.name is LinkName.FACTS or len(arms) > 1)


def _alike(scope: Scope, relation: Relation) -> tuple[Arm, ...]:
    """From facts to others that a merge made the same."""

    def arm(subject: str, object_: str, *where: str) -> Arm:
        table = (
            f"fact {{t}}n CROSS JOIN fact {{t}} ON {{t}}.subject = {{t}}n.{subject}"
            f" AND {{t}}.object = {{t}}n.{object_} AND {{t}}.predicate = {{t}}n.predicate"
        )
        return Arm(table, "{t}n.key", "{t}.key", ("{t}.key <> {t}n.key", *where))

    turned = arm("object", "subject", _among(scope, relation.symmetric))
    return (arm("subject", "object"), *((turned,) if relation.symmetric else ()))


def _of_groups(scope: Scope, relation: Relation, through: Relation) -> tuple[Arm, ...]:
    """From members to facts within `relation` of their groups that hold of each of them."""
    joined = (*within(scope, through), *named_predicates(scope, through))
    member = tuple(part.replace("{t}", "{t}m") for part in joined)
    quantified = (
        f"EXISTS (SELECT 1 FROM evidence {{t}}e CROSS JOIN json_each({{t}}e.qualifiers) {{t}}q"
        " WHERE {t}e.fact = {t}.fact AND {t}e.modality = {t}.modality"
        " AND {t}e.starts = {t}.starts AND {t}e.ends = {t}.ends"
        f" AND json_extract({{t}}q.value, '$[0]') = '{QUANTIFIER}'"
        f" AND json_extract({{t}}q.value, '$[1]') = '{EACH}'"
        f" AND {field(Kind.EVIDENCE, 'standing', '{t}e')} = '{Standing.COUNTED}')"
    )
    return tuple(
        Arm(
            f"edge {{t}}m CROSS JOIN edge {{t}} ON {arm.near} = {{t}}m.object",
            "{t}m.subject",
            "{t}.fact",
            (*member, *arm.where, f"{arm.far} <> {{t}}m.subject", quantified),
        )
        for arm in touching(scope, relation)
    )


def walked(scope: Scope, relation: Relation) -> tuple[Arm, ...]:
    """From entities to their neighbours along `relation`; never to themselves."""
    return tuple(
        arm._replace(where=(*arm.where, "{t}.subject <> {t}.object"))
        for arm in touching(scope, relation)
    )


def touching(scope: Scope, relation: Relation) -> tuple[Arm, ...]:
    """From entities over their edges within `relation` to the other end."""
    held = within(scope, relation)
    out = Arm("edge {t}", "{t}.subject", "{t}.object", (*held, *named_predicates(scope, relation)))
    back = Arm("edge {t}", "{t}.object", "{t}.subject", out.where)
    if relation.direction is Direction.BOTH:
        return out, back
    one, other = (out, back) if relation.direction is Direction.OUT else (back, out)
    both = [p for p in relation.symmetric if not relation.predicates or p in relation.predicates]
    if not both:
        return (one,)
    return one, other._replace(where=(*held, _among(scope, both)))


def within(scope: Scope, relation: Relation) -> tuple[str, ...]:
    """What an edge at alias `t` must meet for `relation`, its predicate and direction aside."""
    codes = sorted({CODE[m] for m in relation.modalities}) or sorted(CODE.values())
    conditions = [f"{{t}}.modality IN ({', '.join(map(str, codes))})"]
    if relation.nothing:
        conditions.append("0")
    restrictions = (
        (relation.as_of, "as_of", day, "({t}.starts <= {v} AND {t}.ends > {v})"),
        (relation.known_at, "known_at", day, "{t}.known <= {v}"),
        (relation.min_belief, "min_belief", share, "{t}.belief >= {v}"),
    )
    for value, name, read, sql in restrictions:
        if value is not None:
            conditions.append(_restriction(scope, value, name, read, sql))
    if not relation.undated:
        conditions.append(f"({{t}}.starts > {OPEN_START} OR {{t}}.ends < {OPEN_END})")
    return tuple(conditions)


def any_predicate(scope: Scope, relation: Relation) -> str:
    """The predicates of `relation`, all of them written out if it names none."""
    if relation.predicates:
        return _among(scope, relation.predicates)
    return "{t}.predicate IN (SELECT key FROM predicate)"


def named_predicates(scope: Scope, relation: Relation) -> tuple[str, ...]:
    """A test of the predicate, if `relation` names any."""
    return (_among(scope, relation.predicates),) if relation.predicates else ()


def _among(scope: Scope, predicates: Any) -> str:
    names = scope.constant(packed(list(predicates)))
    return (
        "{t}.predicate IN (SELECT key FROM predicate WHERE name IN"
        f" (SELECT value FROM json_each({names})))"
    )


def _restriction(scope: Scope, value: Value, name: str, read: Any, sql: str) -> str:
    parameter = scope.value(lambda values: read(value, values, name))
    condition = sql.replace("{v}", parameter)
    return f"({parameter} IS NULL OR {condition})" if isinstance(value, Bind) else condition
