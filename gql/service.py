"""The service: GraphQL before a FastAPI app of the explorer and the rest, and their guards."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from threading import Timer

from fastapi import FastAPI
from starlette.exceptions import HTTPException
from starlette.routing import Route, WebSocketRoute
from starlette.types import ASGIApp

from entente.errors import InputError, LimitExceeded, UsageError
from entente.settings import ROOT, Settings
from gql.api import Api
from gql.desk import Desk
from gql.document import Refused
from gql.events.wire import Wire
from gql.http.answers import Answers
from gql.http.endpoint import PATH, Endpoint, compressed, direct
from gql.http.failure import Problem, on_http_exception, on_problem
from gql.http.guard import Guard, is_loopback
from gql.http.pages import Pages
from gql.http.socket import Sockets
from gql.http.status import Readiness, health
from gql.limits import Limits
from gql.persisted import Persisted, read_listed
from gql.roles import Access
from graph.registry import open_store
from graph.store import Store
from loaders.workshop import Recipe
from ontology.model import Ontology

SETTLED = 2.0
"""Seconds after the start in which whoever waited for the service asks first."""
BUILT = ROOT / "explorer" / "dist"
"""Where `make explorer` puts the pages."""


def require_key(host: str, settings: Settings) -> None:
    """Raise `UsageError` if `host` can be reached from elsewhere and whoever reaches it may ask."""
    if Access.of(settings).open and not is_loopback(host):
        raise UsageError(
            f"serving on {host} without a key would open the graph to whoever reaches it",
            hint="set ENTENTE_API_KEY to a long random text (or ENTENTE_API_KEYS, or "
            "ENTENTE_OIDC_ISSUER), or serve on 127.0.0.1",
        )


def create_app(
    store: Store | str,
    ontology: Ontology,
    settings: Settings,
    limits: Limits | None = None,
    pages: Path = BUILT,
    *,
    early: bool = False,
) -> ASGIApp:
    """The app that serves `store` by `ontology`; keys and issuer of `settings` guard it, if set.

    A store given by its URL is opened now and closed with the app; one given
    as it is stays the caller's. With `early`, what reads texts is made soon
    after the start and not for the first text.
    """
    persisted = _persisted(settings)
    asked = Limits(introspection=settings.introspection, suggestions=settings.suggestions)
    opened = open_store(store) if isinstance(store, str) else store
    bounds = limits or asked
    access = Access.of(settings)
    wire = Wire(opened, bounds)
    recipe = Recipe(settings.ontology, settings.model)
    desk = Desk(opened, recipe, bounds.writers, wire.loads.publish, wire.watch.look)
    api = Api(opened, ontology, bounds, persisted=persisted, desk=desk, wire=wire)
    try:
        _expect_fitting(api, persisted, settings)
    except InputError:
        if isinstance(store, str):
            opened.close()
        raise
    answers = Answers(api)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        preparing = Timer(SETTLED, desk.prepare)
        preparing.daemon = True
        if early:
            preparing.start()
        yield
        preparing.cancel()
        answers.close()
        if isinstance(store, str):
            opened.close()

    # FastAPI's own documentation pages load scripts from elsewhere.
    app = FastAPI(
        title="Entente", docs_url=None, redoc_url=None, openapi_url=None, lifespan=lifespan
    )
    files = Pages(pages, introspection=bounds.introspection)
    endpoint = Endpoint(answers)
    # `direct` leads requests to the endpoint, but for those below a proxy's path.
    app.router.routes += [Route(PATH, endpoint), WebSocketRoute(PATH, Sockets(answers, access))]
    app.add_api_route("/health", health, methods=["GET"])
    app.add_api_route("/ready", Readiness(opened), methods=["GET"])
    app.mount("/", files)
    app.add_exception_handler(Problem, on_problem)
    app.add_exception_handler(HTTPException, on_http_exception)
    return Guard(direct(endpoint, compressed(app)), access=access, is_page=files.is_page)


def _persisted(settings: Settings) -> Persisted:
    """The queries that can be asked for by an id. Raises `UsageError` if there can be none."""
    if settings.persisted is None and settings.only_persisted:
        raise UsageError(
            "only listed queries are to be answered, and none are listed",
            hint="name a file of queries with --persisted",
        )
    listed = read_listed(settings.persisted) if settings.persisted else {}
    return Persisted(listed, only=settings.only_persisted)


def _expect_fitting(api: Api, persisted: Persisted, settings: Settings) -> None:
    """Raises `InputError` naming a listed query that could never be answered."""
    for id_, text in persisted.listed.items():
        try:
            api.check(text)
        except (Refused, LimitExceeded) as error:
            said = error.errors[0].message if isinstance(error, Refused) else str(error)
            raise InputError(
                f"{settings.persisted}: the query {id_!r} cannot be answered: {said}",
                hint="write it anew for the schema at hand, or leave it out",
            ) from error
