"""From what a query selects to the columns of a plan, and back to its answer.

    given       arguments: values for the plan, and values that decide what it is
    fields      the fields of a selection set, with fragments and directives resolved
    columns     the columns that a kind of row needs, each once
    shape       how values of rows are shown, as a value
    compiler    a selection of rows → columns, cost and shape
    page        a selection of a connection → its rows, cursors and counts
    filtering   filter arguments → conditions, by the table of graph.plan.words
    graph       answers that are graphs, and the analyses of them
    cursor      the opaque mark of a place in an order
    entity, fact, evidence, document, edge   what each field of a kind needs

Columns, cost and shape depend on the query alone, and on those of its
variables that decide what is asked: they are known before a store is touched,
and hold for every request that does not differ in these.

How to add a field to a kind of row: a function `(compiler, columns, selected) → Shape` in
`kinds.vocabulary`. It adds the columns that it needs (`columns.field`, `columns.add`,
`nested_page`, `nested_one`, `nested_list`) and says what is shown of them: `At` a column; `Made`
by a function of columns; `compiler.record(type, selected, fields)` for an object; `Each(rows,
shape)`, `First(rows, shape)`, `One(row, shape)`. Arguments that rows are only compared with go
through `selected.arguments.later(name)` to `values.bind`; `selected.arguments[name]` decides
what the plan is.
"""
