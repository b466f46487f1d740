"""Operations compiled once, and answered again and again from what they compiled to.

    record       objects of an answer, and their JSON
    projection   a shape → a function that shows rows in it
    operation    an operation → what its fields ask, and how that is shown

graphql-core resolves and checks every field of every row, which costs more
than all the rest of a bulk query. What is compiled gives the same answer from
the rows at once. It covers queries that go well: introspection, errors and
all else are graphql-core's, which starts over.
"""

from gql.compiled.operation import Compiled, Failed, Operation
from gql.compiled.record import plain, written

__all__ = ["Compiled", "Failed", "Operation", "plain", "written"]
