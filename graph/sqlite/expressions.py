"""Fields in SQL: the closed table of names that ever reach a statement.

`{t}` stands for the alias of the row's table.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from graph.plan import FIELDS, Kind
from graph.plan.check import typed
from graph.plan.fields import PROPERTY, property_of, qualifier_of
from graph.sqlite.codes import MODALITIES
from graph.statements import EvidenceKind, Standing, Verdict

TABLES = MappingProxyType({kind: kind.value for kind in Kind})

VISIBLE = MappingProxyType({Kind.ENTITY: "{t}.canonical = {t}.key"})
"""Which rows of a table are rows of its kind, where not all are."""

_MODALITY = (
    "CASE {t}.modality "
    + " ".join(f"WHEN {code} THEN '{name}'" for code, name in enumerate(MODALITIES))
    + " END"
)

_JUDGED = "FROM judgement j CROSS JOIN {} x ON x.id = j.first"
_OF_REJECTED = " UNION ALL ".join(
    f"SELECT e.key {_JUDGED.format('entity')} CROSS JOIN fact f ON f.extracted_{end} = x.key"
    f" CROSS JOIN evidence e ON e.fact = f.key WHERE j.verdict = '{Verdict.REJECTED}' AND j.stands"
    for end in ("subject", "object")
)
# Of keys alone, and the same for every row: found once a statement, mostly to be none.
_STANDING = (
    f"CASE WHEN {{t}}.key IN (SELECT x.key {_JUDGED.format('evidence')}"
    f" WHERE j.verdict = '{Verdict.RETRACTED}' AND j.stands) THEN '{Standing.RETRACTED}'"
    f" WHEN {{t}}.key IN ({_OF_REJECTED}) THEN '{Standing.REJECTED}'"
    f" ELSE '{Standing.COUNTED}' END"
)


class Reference(NamedTuple):
    """A field that is the name of another table's row, by its key."""

    column: str
    table: str
    name: str

    @property
    def sql(self) -> str:
        return f"(SELECT {self.name} FROM {self.table} WHERE key = {self.column})"


REFERENCES: Mapping[tuple[Kind, str], Reference] = MappingProxyType(
    {
        (Kind.FACT, "predicate"): Reference("{t}.predicate", "predicate", "name"),
        (Kind.FACT, "subject"): Reference("{t}.subject", "entity", "id"),
        (Kind.FACT, "object"): Reference("{t}.object", "entity", "id"),
        (Kind.FACT, "extractedSubject"): Reference("{t}.extracted_subject", "entity", "id"),
        (Kind.FACT, "extractedObject"): Reference("{t}.extracted_object", "entity", "id"),
        (Kind.EVIDENCE, "fact"): Reference("{t}.fact", "fact", "id"),
        (Kind.EVIDENCE, "document"): Reference("{t}.document", "document", "id"),
        (Kind.EDGE, "fact"): Reference("{t}.fact", "fact", "id"),
        (Kind.EDGE, "predicate"): Reference("{t}.predicate", "predicate", "name"),
        (Kind.EDGE, "subject"): Reference("{t}.subject", "entity", "id"),
        (Kind.EDGE, "object"): Reference("{t}.object", "entity", "id"),
    }
)

_TEXT = "FROM document_text WHERE document = {t}."
_NAMED: Mapping[tuple[Kind, str], str] = MappingProxyType(
    {
        (Kind.FACT, "evidenceCount"): "{t}.evidence_count",
        (Kind.EVIDENCE, "end"): '{t}."end"',
        (Kind.EVIDENCE, "before"): "(SELECT substr(text, max(1, {t}.start - 299),"
        " min({t}.start, 300)) " + _TEXT + "document)",
        (Kind.EVIDENCE, "after"): '(SELECT substr(text, {t}."end" + 1, 300) ' + _TEXT + "document)",
        (Kind.EVIDENCE, "modality"): _MODALITY,
        (Kind.EVIDENCE, "saidBy"): "{t}.said_by",
        (Kind.EVIDENCE, "standing"): _STANDING,
        (Kind.EVIDENCE, "occasion"): "((SELECT id FROM fact WHERE key = {t}.fact) || ' ' || "
        + _MODALITY
        + " || ' ' || {t}.starts || ' ' || {t}.ends)",
        (Kind.EVIDENCE, "precedence"): f"(({{t}}.kind = '{EvidenceKind.REFERENCE}')"
        f" + 2 * ({{t}}.kind = '{EvidenceKind.INFERRED}'))",
        (Kind.EVIDENCE, "from"): "{t}.starts",
        (Kind.EVIDENCE, "to"): "{t}.ends",
        (Kind.DOCUMENT, "from"): "{t}.starts",
        (Kind.DOCUMENT, "to"): "{t}.ends",
        (Kind.DOCUMENT, "mediaType"): "{t}.media_type",
        (Kind.DOCUMENT, "text"): "(SELECT text " + _TEXT + "key)",
        (Kind.DOCUMENT, "evidenceCount"): "{t}.evidence_count",
        (Kind.EDGE, "key"): "{t}.id",
        (Kind.EDGE, "modality"): _MODALITY,
        (Kind.EDGE, "from"): "{t}.starts",
        (Kind.EDGE, "to"): "{t}.ends",
    }
)

NULLABLE = frozenset(
    {
        (Kind.EVIDENCE, "time"),
        (Kind.EVIDENCE, "source"),
        (Kind.EVIDENCE, "rule"),
        (Kind.DOCUMENT, "publisher"),
        (Kind.DOCUMENT, "date"),
        (Kind.DOCUMENT, "address"),
    }
)
"""The fields that may have no value, but for literal properties."""

COSTLY = frozenset({(Kind.EVIDENCE, "before"), (Kind.EVIDENCE, "after"), (Kind.DOCUMENT, "text")})
"""Fields not to be read for rows that a cut leaves out."""


def field(kind: Kind, name: str, t: str) -> str:
    """The value of a field of the row at alias `t`. Raises `UsageError` if there is none."""
    typed(kind, name)
    property_ = property_of(name)
    if property_ is not None and kind is Kind.ENTITY:
        value = property_value(property_, f"{t}.properties")
        return value if name.startswith(PROPERTY) else f"as_number({value})"
    qualifier = qualifier_of(name)
    if qualifier is not None and kind is Kind.EVIDENCE:
        return _qualifier(qualifier, f"{t}.qualifiers")
    reference = REFERENCES.get((kind, name))
    sql = reference.sql if reference else _NAMED.get((kind, name), f"{{t}}.{name}")
    return sql.format(t=t)


def _qualifier(name: str, column: str) -> str:
    """The last value of the qualifier `name` that is a text, in a list of qualifiers."""
    if not name.isidentifier():
        raise ValueError(name)
    return (
        f"CASE WHEN instr({column}, '[\"{name}\",') THEN"  # most have none, and need no parsing
        f" (SELECT json_extract(value, '$[1]') FROM json_each({column})"
        f" WHERE json_extract(value, '$[0]') = '{name}' AND NOT json_extract(value, '$[2]')"
        " ORDER BY key DESC LIMIT 1) END"
    )


def property_value(name: str, column: str = "properties") -> str:
    """The first value of literal property `name`: an expression that can be indexed."""
    if not name.isidentifier():
        raise ValueError(name)
    return f"json_extract({column}, '$.\"{name}\"[0]')"


def nullable(kind: Kind, name: str) -> bool:
    """Whether a field may have no value."""
    return (kind, name) in NULLABLE or name not in FIELDS[kind]
