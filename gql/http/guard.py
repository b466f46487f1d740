"""Who may ask, before anything is read of what they ask; and headers of every answer."""

from __future__ import annotations

import ipaddress
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from urllib.parse import urlsplit

from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from starlette.websockets import WebSocket

from entente.errors import AccessRefused, CallerUnknown, TooMany
from gql.http.failure import Problem, failed
from gql.http.fields import fields
from gql.problems import of_error
from gql.roles import Access, Caller
from gql.roles.access import bearer

POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "worker-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'none'",
    "frame-ancestors": "'none'",
}
GRAPHIQL_POLICY = {
    **POLICY,
    # GraphiQL's editor writes its styles into the page and its fonts are data URLs.
    "style-src": "'self' 'unsafe-inline'",
    "font-src": "'self' data:",
    "worker-src": "'self' blob:",
}


def _headers(policy: Mapping[str, str]) -> tuple[tuple[bytes, bytes], ...]:
    """The headers of every answer, with that content security policy."""
    given = {
        "Content-Security-Policy": "; ".join(f"{name} {value}" for name, value in policy.items()),
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
    }
    return tuple((name.lower().encode(), value.encode()) for name, value in given.items())


# Encoded once, since looking each of them up takes longer than to answer a small query.
HEADERS, GRAPHIQL_HEADERS = _headers(POLICY), _headers(GRAPHIQL_POLICY)
UNSTORED = (b"cache-control", b"no-store")


def secured(path: str, headers: Iterable[tuple[bytes, bytes]]) -> list[tuple[bytes, bytes]]:
    """`headers` of the answer at `path` with those that every answer has: nothing comes from
    another origin, and nothing is kept that does not say that it may be."""
    given = list(headers)
    if not any(name.lower() == UNSTORED[0] for name, _ in given):
        given.append(UNSTORED)
    given += GRAPHIQL_HEADERS if path.startswith("/graphiql") else HEADERS
    return given


@lru_cache(maxsize=64)
def is_loopback(host: str) -> bool:
    """Whether `host` (a name or an address) is this machine to itself."""
    name = host.strip("[]").rstrip(".").lower()
    if name == "localhost" or name.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return False


def _host_name(header: str) -> str:
    """The host in a Host header, without the port."""
    if header.startswith("["):
        return header.partition("]")[0] + "]"
    return header.partition(":")[0]


CALLER = "entente.caller"
"""Where a request's scope says who asks; None where nobody has to be known."""


def caller_given(scope: Scope) -> Caller | None:
    """Who asks, if the request itself says so."""
    found: Caller | None = scope[CALLER]
    return found


def caller_of(scope: Scope) -> Caller:
    """Who asks, of a request that is answered to known callers alone."""
    found = caller_given(scope)
    if found is None:
        raise CallerUnknown("the request gives no key and no token")
    return found


REFUSED = {"key": 401, "token": 401, "issuer": 503, "busy": 503}
"""The status by which a caller is refused."""


class Guard:
    """Refuses requests of whoever may not ask.

    Every request gives a key or a token that `access` knows, but for /health
    and for pages (whose paths `is_page` knows), which hold no data; over
    WebSocket, where browsers send no such headers, it may come with the first
    message. If `access` is open, the service is for this machine alone: the
    Host header must name a loopback address, so that no site can reach it
    under a name of its own (DNS rebinding), and whatever a browser sends must
    come from the service's own pages. Requests that a browser sends for
    another site are refused either way. What fails behind it is answered here,
    so that such an answer has the headers too.
    """

    def __init__(self, app: ASGIApp, *, access: Access, is_page: Callable[[str], bool]) -> None:
        self._app = app
        self._access = access
        self._is_page = is_page

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        path: str = scope["path"]
        started = False

        async def guarded(message: Message) -> None:
            nonlocal started
            if message["type"] in ("http.response.start", "websocket.http.response.start"):
                message["headers"] = secured(path, message["headers"])
            started = True
            await send(message)

        try:
            scope[CALLER] = await self._caller(scope, path)
            await self._app(scope, receive, guarded)
        except Problem as refused:
            await _refuse(refused.response(), scope, receive, guarded)
        except (AccessRefused, TooMany) as refused:
            if started:
                raise
            status = REFUSED.get(refused.code, 403)
            headers = {"WWW-Authenticate": 'Bearer realm="entente"'} if status == 401 else {}
            response = failed(status, of_error(refused), headers)
            await _refuse(response, scope, receive, guarded)
        except Exception as error:
            if started:
                raise
            await _refuse(failed(500, of_error(error)), scope, receive, guarded)

    async def _caller(self, scope: Scope, path: str) -> Caller | None:
        headers = fields(scope)
        host = headers.text(b"host")
        if self._access.open and not is_loopback(_host_name(host)):
            raise Problem(421, "host", f"the service does not answer as {host[:200]!r}")
        http = scope["type"] == "http"
        if path == "/health" or (
            http and scope["method"] in ("GET", "HEAD") and self._is_page(path)
        ):
            return None
        if headers.text(b"sec-fetch-site") in ("cross-site", "same-site"):
            raise Problem(403, "origin", "a page of another site sent the request")
        if self._access.open and not _own(headers.get(b"origin"), host):
            raise Problem(403, "origin", "a page of another origin sent the request")
        given = bearer(headers.get(b"authorization")) or headers.get(b"x-api-key")
        if not given and not http and not self._access.open:
            return None
        return await self._access.caller(given)


def _own(origin: str | None, host: str) -> bool:
    """Whether a page of this origin, if any, is one that is served under `host`."""
    return origin is None or urlsplit(origin).netloc.lower() == host.lower()


async def _refuse(response: Response, scope: Scope, receive: Receive, send: Send) -> None:
    if scope["type"] == "http":
        await response(scope, receive, send)
    elif "websocket.http.response" in scope.get("extensions", {}):
        await WebSocket(scope, receive, send).send_denial_response(response)
    else:
        await send({"type": "websocket.close", "code": 1008})
