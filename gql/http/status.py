"""/health (the process is up) and /ready (the store answers and was loaded)."""

from __future__ import annotations

import asyncio

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from entente.errors import EntenteError
from gql.http.failure import Problem, failed
from gql.problems import of_error
from graph.store import Store

PATIENCE = 5.0
"""Seconds for the store to answer."""


async def health(_: Request) -> Response:
    """The process is up: nothing else is asked."""
    return JSONResponse({"status": "up"})


class Readiness:
    """Tells whether queries can be answered."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def __call__(self, _: Request) -> Response:
        """200 if the store answers and knows an ontology, else 503 with what is wrong."""
        try:
            schema = await asyncio.wait_for(asyncio.to_thread(self._store.schema), PATIENCE)
        except EntenteError as error:
            return failed(503, of_error(error))
        except TimeoutError:
            raise Problem(503, "not-ready", "the store does not answer") from None
        if schema is None:
            raise Problem(503, "not-ready", "the store holds no ontology yet")
        return JSONResponse({"status": "ready", "ontology": schema.digest})
