"""Who may ask, before anything is read of what they ask; and headers of every answer."""

from __future__ import annotations

import hmac
import ipaddress
from collections.abc import Callable

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from gql.http.failure import Problem, failed
from gql.problems import of_error

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


def policy(path: str) -> str:
    """The content security policy of the page at `path`: nothing from another origin."""
    chosen = GRAPHIQL_POLICY if path.startswith("/graphiql") else POLICY
    return "; ".join(f"{directive} {sources}" for directive, sources in chosen.items())


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


class Guard:
    """Refuses requests of whoever may not ask.

    With `key`, every request gives it, but for /health and for pages (whose
    paths `is_page` knows), which hold no data. Without one, the service is for
    this machine alone: the Host header must name a loopback address, so that
    no site can reach it under a name of its own (DNS rebinding). Requests that
    a browser sends for another site are refused either way. What fails behind
    it is answered here, so that such an answer has the headers too.
    """

    def __init__(self, app: ASGIApp, *, key: str | None, is_page: Callable[[str], bool]) -> None:
        self._app = app
        self._key = key.encode() if key else None
        self._is_page = is_page

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        path: str = scope["path"]

        started = False

        async def guarded(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                started = True
                headers = MutableHeaders(scope=message)
                headers["Content-Security-Policy"] = policy(path)
                headers["X-Content-Type-Options"] = "nosniff"
                headers["Referrer-Policy"] = "no-referrer"
                headers["Cross-Origin-Opener-Policy"] = "same-origin"
                headers["Cross-Origin-Resource-Policy"] = "same-origin"
                headers.setdefault("Cache-Control", "no-store")
            await send(message)

        try:
            self._check(Headers(scope=scope), scope["method"], path)
            await self._app(scope, receive, guarded)
        except Problem as refused:
            await refused.response()(scope, receive, guarded)
        except Exception as error:
            if started:
                raise
            await failed(500, of_error(error))(scope, receive, guarded)

    def _check(self, headers: Headers, method: str, path: str) -> None:
        if self._key is None and not is_loopback(_host_name(headers.get("host", ""))):
            raise Problem(
                421, "host", f"the service does not answer as {headers.get('host', '')[:200]!r}"
            )
        if path == "/health" or (method in ("GET", "HEAD") and self._is_page(path)):
            return
        if headers.get("sec-fetch-site", "") in ("cross-site", "same-site"):
            raise Problem(403, "origin", "a page of another site sent the request")
        if self._key is not None and not hmac.compare_digest(_given_key(headers), self._key):
            raise Problem(
                401, "key", "the key is missing or wrong", WWW_Authenticate='Bearer realm="entente"'
            )


def _given_key(headers: Headers) -> bytes:
    scheme, _, value = headers.get("authorization", "").partition(" ")
    if scheme.lower() == "bearer":
        return value.strip().encode("latin-1")
    return headers.get("x-api-key", "").encode("latin-1")
