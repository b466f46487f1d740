"""Query documents: parsed, measured and validated, once for each text."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from threading import Lock

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLError,
    GraphQLSchema,
    NoSchemaIntrospectionCustomRule,
    OperationDefinitionNode,
    SelectionNode,
    SelectionSetNode,
    get_operation_ast,
    parse,
    specified_rules,
    validate,
)

from entente.errors import LimitExceeded
from gql.compiled import Operation
from gql.limits import Limits

KEPT = 256
"""How many prepared documents are kept."""
KEPT_CHARACTERS = 200_000
"""How many characters they may have together: what they compile to takes some 400 bytes each."""

INTROSPECTED_LISTS = frozenset({"fields", "inputFields", "interfaces", "possibleTypes"})
"""Lists of types within types: introspection may go through one of them once."""

INCREMENTAL = frozenset({"defer", "stream"})
"""Directives that ask for an answer in parts."""


class Refused(Exception):
    """A query that cannot be executed, with what is wrong with it."""

    def __init__(self, errors: list[GraphQLError], code: str) -> None:
        super().__init__(code)
        self.errors = errors
        self.code = code


@dataclass(slots=True)
class _Size:
    """How large a selection set is with its fragments written out."""

    depth: int = 0
    fields: int = 0
    aliases: int = 0
    directives: int = 0
    introspected: int = 0
    width: int = 0
    """Fields of the selection set itself."""

    def take(self, other: _Size, *, deeper: bool, listed: bool = False) -> None:
        """Add what stands beneath a field (`deeper`) or in a fragment."""
        self.depth = max(self.depth, other.depth + deeper)
        self.fields += other.fields
        self.aliases += other.aliases
        self.directives += other.directives
        self.introspected = max(self.introspected, other.introspected + listed)
        self.width += 0 if deeper else other.width


class _Measure:
    """Sizes of the selection sets of one document. Each fragment is measured once."""

    def __init__(self, document: DocumentNode) -> None:
        self._fragments = {
            definition.name.value: definition
            for definition in document.definitions
            if isinstance(definition, FragmentDefinitionNode)
        }
        self._measured: dict[str, _Size] = {}

    def of(self, selections: SelectionSetNode) -> _Size:
        size = _Size()
        for selection in selections.selections:
            size.directives += len(selection.directives or ())
            self._whole(selection)
            if isinstance(selection, FieldNode):
                inner = self.of(selection.selection_set) if selection.selection_set else _Size()
                size.fields += 1
                size.width += 1
                size.aliases += selection.alias is not None
                size.depth = max(size.depth, 1)
                size.take(inner, deeper=True, listed=selection.name.value in INTROSPECTED_LISTS)
            elif isinstance(selection, FragmentSpreadNode):
                size.take(self._fragment(selection.name.value), deeper=False)
            else:
                size.take(self.of(selection.selection_set), deeper=False)  # type: ignore[attr-defined]
        return size

    def _whole(self, selection: SelectionNode) -> None:
        """Raises `Refused` for a part of the answer that is to come later."""
        for directive in selection.directives or ():
            if directive.name.value in INCREMENTAL:
                what = f"@{directive.name.value} is not offered: every answer comes whole"
                raise Refused([GraphQLError(what, directive)], "incremental")

    def _fragment(self, name: str) -> _Size:
        if name not in self._measured:
            # What a fragment holds of itself counts as nothing: validation refuses it.
            self._measured[name] = _Size()
            definition = self._fragments.get(name)
            if definition is not None:
                self._measured[name] = self.of(definition.selection_set)
        return self._measured[name]


def _check_size(document: DocumentNode, limits: Limits) -> None:
    measure = _Measure(document)
    for definition in document.definitions:
        if not isinstance(definition, OperationDefinitionNode):
            continue
        size = measure.of(definition.selection_set)
        for what, number, most in (
            ("fields of the query type", size.width, limits.roots),
            ("levels", size.depth, limits.depth),
            ("fields", size.fields, limits.fields),
            ("aliases", size.aliases, limits.aliases),
            ("directives", size.directives, limits.directives),
            ("nested lists of types", size.introspected, 1),
        ):
            if number > most:
                raise LimitExceeded(
                    f"the query has {number} {what}, more than {most}",
                    hint="ask for less in one query, or in several queries",
                )


class Document:
    """A query that was found fit to be executed, with its operations."""

    def __init__(self, node: DocumentNode, schema: GraphQLSchema) -> None:
        self.node = node
        self._schema = schema
        self._fragments = {
            definition.name.value: definition
            for definition in node.definitions
            if isinstance(definition, FragmentDefinitionNode)
        }
        self._operations: dict[str | None, Operation] = {}

    def operation(self, name: str | None) -> Operation:
        """The operation that a request with this operation name means. Raises `Refused`."""
        found = self._operations.get(name)
        if found is None:
            node = get_operation_ast(self.node, name)
            if node is None:
                what = f"no operation {name!r}" if name else "no operation, or several and no name"
                raise Refused([GraphQLError(f"the query has {what}")], "validation")
            found = Operation(node, self._fragments, self._schema)
            self._operations[name] = found
        return found


class Documents:
    """Prepared documents of one schema, the latest used ones kept by their text."""

    def __init__(self, schema: GraphQLSchema, limits: Limits) -> None:
        self._schema = schema
        self._limits = limits
        self._kept: OrderedDict[str, Document] = OrderedDict()
        self._characters = 0
        self._lock = Lock()

    def prepared(self, text: str) -> Document:
        """The document that `text` holds, fit to be executed.

        Raises `LimitExceeded` if it is larger than allowed, and `Refused`
        with the code `syntax` or `validation` if it is wrong.
        """
        with self._lock:
            known = self._kept.get(text)
            if known is not None:
                self._kept.move_to_end(text)
                return known
        document = self._prepare(text)
        with self._lock:
            if text not in self._kept:
                self._characters += len(text)
            self._kept[text] = document
            while len(self._kept) > KEPT or self._characters > KEPT_CHARACTERS:
                self._characters -= len(self._kept.popitem(last=False)[0])
        return document

    def _prepare(self, text: str) -> Document:
        try:
            document = parse(
                text,
                max_lexical_tokens=self._limits.tokens,
                max_comments=self._limits.tokens,
                max_source_length=self._limits.source,
            )
        except GraphQLError as error:
            if error.message.endswith("Parsing aborted."):  # graphql-core has no type for it
                raise LimitExceeded(
                    f"the query is too large: {error.message}",
                    hint="ask in several queries; long lists of values belong in variables",
                ) from error
            raise Refused([error], "syntax") from error
        _check_size(document, self._limits)
        rules = specified_rules
        if not self._limits.introspection:
            rules = (*rules, NoSchemaIntrospectionCustomRule)
        hidden = not self._limits.suggestions
        errors = validate(self._schema, document, rules, 5, hide_suggestions=hidden)
        if errors:
            raise Refused(errors, "validation")
        return Document(document, self._schema)
