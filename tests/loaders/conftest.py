"""A recipe of the bundled ontology, and documents of our own in a folder.

The extractor and its language model are the real ones: building them takes a
few seconds, once a session.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from entente.settings import Settings
from loaders.workshop import Recipe

PARTNERS = "NATO is a partner of Japan. China threatens Taiwan.\n"
SUPPORT = "Japan supports Ukraine. NATO is a partner of Japan.\n"


@pytest.fixture(scope="session")
def recipe() -> Recipe:
    settings = Settings()
    return Recipe(settings.ontology, settings.model)


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, str], str]:
    """Write a document; its path."""

    def write_document(name: str, text: str) -> str:
        path = tmp_path / "documents" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return str(path)

    return write_document
