"""From what a query selects to the columns of a plan, and back to its answer.

    fields      the fields of a selection set, with fragments and directives resolved
    columns     the columns that a kind of row needs, each once
    compiler    a selection of rows → `Shape`: columns, cost, and how a row is shown
    page        a selection of a connection → its rows, cursors and counts
    cursor      the opaque mark of a place in an order
    entity, fact, evidence, document, edge   what each field of a kind needs

A shape depends on the query and its variables alone: it is known, with its
cost, before a store is touched.
"""
