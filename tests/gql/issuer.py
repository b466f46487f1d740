"""An OpenID Connect issuer on this machine, which signs with keys that it has just made."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import jwt
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from jwt.algorithms import ECAlgorithm, RSAAlgorithm

AUDIENCE = "entente"


class Issuer:
    """What it publishes, and tokens that it signs. `asked` counts requests by path."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.keys: dict[str, Any] = {
            "one": rsa.generate_private_key(public_exponent=65537, key_size=2048),
            "two": ec.generate_private_key(ec.SECP256R1()),
        }
        self.published = ["one", "two"]
        self.named = address
        self.asked: dict[str, int] = {}

    def document(self, path: str) -> dict[str, Any] | None:
        self.asked[path] = self.asked.get(path, 0) + 1
        if path == "/.well-known/openid-configuration":
            return {"issuer": self.named, "jwks_uri": f"{self.address}/keys"}
        if path == "/keys":
            return {"keys": [self._public(kid) for kid in self.published]}
        return None

    def _public(self, kid: str) -> dict[str, Any]:
        key = self.keys[kid]
        rsa_ = isinstance(key, rsa.RSAPrivateKey)
        made = (RSAAlgorithm if rsa_ else ECAlgorithm).to_jwk(key.public_key(), as_dict=True)
        return {**made, "kid": kid, "use": "sig", "alg": "RS256" if rsa_ else "ES256"}

    def token(self, *roles: str, kid: str = "one", **claims: Any) -> str:
        """A token with `roles`; claims given as None are left out."""
        now = int(time.time())
        said = {
            "iss": self.address, "aud": AUDIENCE, "sub": "maria", "iat": now, "exp": now + 600,
            "roles": list(roles),
        } | claims  # fmt: skip
        key = self.keys[kid]
        algorithm = "RS256" if isinstance(key, rsa.RSAPrivateKey) else "ES256"
        kept = {name: value for name, value in said.items() if value is not None}
        return jwt.encode(kept, key, algorithm, headers={"kid": kid})


@contextmanager
def issuing() -> Iterator[Issuer]:
    """An issuer, for as long as a test needs it."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            found = issuer.document(self.path)
            body = json.dumps(found).encode()
            self.send_response(200 if found else 404)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    issuer = Issuer(f"http://127.0.0.1:{server.server_address[1]}")
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield issuer
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
