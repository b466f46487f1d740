"""A request's credentials to its caller."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

from entente.errors import CallerUnknown
from entente.settings import Settings
from gql.roles.keys import Keys
from gql.roles.role import LOCAL, Caller
from gql.roles.tokens import Tokens, Trust

NOBODY = Keys()
DOTS = 2
"""What tells a token from a key: it has three parts."""


@dataclass(frozen=True, slots=True)
class Access:
    """Who may ask, by settings. Without keys and issuer the service is `open`: whoever
    reaches it is `LOCAL`, and it must be for this machine alone."""

    keys: Keys = NOBODY
    tokens: Tokens | None = None

    @classmethod
    def of(cls, settings: Settings) -> Access:
        """What the settings ask for. Raises `UsageError` or `InputError` if they are wrong."""
        tokens = None
        if settings.oidc_issuer:
            audience, roles = settings.oidc_audience or "", settings.oidc_roles
            tokens = Tokens(Trust(settings.oidc_issuer, audience, roles))
        return cls(Keys.of(settings.api_key, settings.api_keys), tokens)

    @property
    def open(self) -> bool:
        return not self.keys.known and self.tokens is None

    async def caller(self, credential: str | None) -> Caller:
        """Who gives this key or token. Raises `CallerUnknown` or one of its kind."""
        if self.open:
            return LOCAL
        if not credential:
            raise CallerUnknown("the request gives no key and no token")
        found = self.keys.caller(credential)
        if found is not None:
            return found
        if self.tokens is None or credential.count(".") != DOTS:
            raise CallerUnknown("the key is wrong")
        with self.tokens.verifying():
            return await asyncio.to_thread(self.tokens.caller, credential)


def bearer(authorization: str | None) -> str | None:
    """The credential of an Authorization header; None if it has none of ours."""
    scheme, _, value = (authorization or "").partition(" ")
    return value.strip() or None if scheme.lower() == "bearer" else None
