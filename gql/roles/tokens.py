"""Callers known by a token of an OpenID Connect issuer, which PyJWT verifies.

The issuer's keys come from its discovery document and are kept for five
minutes; a token with an unknown key asks for them again twice a minute at most.
"""

from __future__ import annotations

import json
import time
import urllib.request
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPException
from threading import Lock
from typing import Any
from urllib.parse import urlsplit

import jwt

from entente.errors import IssuerUnavailable, RoleMissing, TokenRefused, TooMany, UsageError
from gql.roles.role import Caller, Role

ALGORITHMS = (
    "RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA",
)  # fmt: skip
"""How tokens may be signed: with a key pair, never with a shared secret, never not at all."""
LEEWAY = 30.0
"""Seconds that clocks may differ by."""
PATIENCE = 5.0
"""Seconds for the issuer to answer."""
PAUSE = 30.0
"""Seconds before an issuer that did not answer, or lacked a key, is asked again."""
LONGEST = 16 * 1024
"""Characters of a token."""
DISCOVERY = "/.well-known/openid-configuration"
AT_ONCE = 32
"""Tokens that are verified at once: while an issuer does not answer, they add up."""
LARGEST = 1024 * 1024
"""Bytes of a discovery document."""


@dataclass(frozen=True, slots=True)
class Trust:
    """Whose tokens count: of `issuer`, for `audience`, with roles in the claim `roles`
    (dots lead into nested claims)."""

    issuer: str
    audience: str
    roles: str = "roles"

    def __post_init__(self) -> None:
        _check_address(self.issuer, "ENTENTE_OIDC_ISSUER")
        if not self.audience:
            raise UsageError(
                "ENTENTE_OIDC_ISSUER is set without an audience",
                hint="set ENTENTE_OIDC_AUDIENCE to what the issuer writes into `aud` for Entente",
            )


class Tokens:
    """Verifies tokens. Safe to use from several threads; blocks while the issuer is asked."""

    def __init__(self, trust: Trust) -> None:
        self._trust = trust
        self._lock = Lock()
        self._keys: jwt.PyJWKClient | None = None
        self._asked_at = float("-inf")
        self._verifying = 0

    @contextmanager
    def verifying(self) -> Iterator[None]:
        """A place among those being verified; of the event loop's thread. Raises `TooMany`."""
        if self._verifying >= AT_ONCE:
            raise TooMany("too many tokens are being verified", hint="try again in a moment")
        self._verifying += 1
        try:
            yield
        finally:
            self._verifying -= 1

    def caller(self, token: str) -> Caller:
        """Whose token that is.

        Raises `TokenRefused` with what is wrong, `RoleMissing` if it gives no
        role, `IssuerUnavailable` if the issuer's keys cannot be had.
        """
        trust = self._trust
        if len(token) > LONGEST:
            raise TokenRefused(f"the token is longer than {LONGEST} characters")
        try:
            header = jwt.get_unverified_header(token)
            if header.get("alg") not in ALGORITHMS:
                raise TokenRefused(f"the token is signed by {str(header.get('alg'))[:20]!r}")
            key = self._client().get_signing_key(str(header.get("kid")))
            claims = jwt.decode(
                token,
                key,
                algorithms=list(ALGORITHMS),
                audience=trust.audience,
                issuer=trust.issuer,
                leeway=LEEWAY,
                options={"require": ["exp", "iss", "aud", "sub"]},
            )
        except jwt.PyJWKClientConnectionError as error:
            raise _unavailable(trust.issuer) from error
        except (jwt.PyJWTError, ValueError) as error:
            raise TokenRefused(f"the token is refused: {error}"[:300]) from error
        return Caller(str(claims["sub"])[:200], self._role(claims), float(claims["exp"]) + LEEWAY)

    def _client(self) -> jwt.PyJWKClient:
        with self._lock:
            if self._keys is None:
                if time.monotonic() - self._asked_at < PAUSE:
                    raise _unavailable(self._trust.issuer)
                self._asked_at = time.monotonic()
                self._keys = jwt.PyJWKClient(
                    _keys_address(self._trust.issuer), timeout=PATIENCE, cooldown_duration=PAUSE
                )
            return self._keys

    def _role(self, claims: dict[str, Any]) -> Role:
        value: Any = claims
        for name in self._trust.roles.split("."):
            value = value.get(name) if isinstance(value, dict) else None
        given: Iterable[Any] = value.split() if isinstance(value, str) else value or ()
        found = [Role(name) for name in given if name in set(Role)]
        if not found:
            raise RoleMissing(
                f"the token gives no role in its claim {self._trust.roles!r}",
                hint=f"let the issuer put one of {', '.join(Role)} there",
            )
        return max(found, key=lambda role: role.rank)


def _check_address(address: str, what: str) -> None:
    parts = urlsplit(address)
    if parts.scheme == "https" and parts.hostname:
        return
    if parts.scheme == "http" and parts.hostname in ("localhost", "127.0.0.1", "::1"):
        return
    raise UsageError(
        f"{what} is {address[:200]!r}",
        hint="give an https address, or an http one of this machine",
    )


def _keys_address(issuer: str) -> str:
    """Where the issuer's keys are, by its discovery document."""
    try:
        # The scheme was checked when `Trust` was made.
        with urllib.request.urlopen(issuer.rstrip("/") + DISCOVERY, timeout=PATIENCE) as answer:  # noqa: S310
            found = json.loads(answer.read(LARGEST))
        address, named = str(found["jwks_uri"]), found["issuer"]
    except (OSError, HTTPException, ValueError, KeyError, TypeError) as error:
        raise _unavailable(issuer) from error
    if named != issuer:
        raise TokenRefused(f"the discovery document of {issuer} is that of {str(named)[:200]!r}")
    _check_address(address, f"jwks_uri of {issuer}")
    return address


def _unavailable(issuer: str) -> IssuerUnavailable:
    return IssuerUnavailable(
        f"the keys of {issuer} cannot be had",
        hint="check ENTENTE_OIDC_ISSUER and that the service can reach it, then try again",
    )
