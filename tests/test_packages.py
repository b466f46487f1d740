"""Entente runs from its checkout: our generic package names must mean ours."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SCRIPT = ROOT / ".venv" / "bin" / "entente"


@pytest.mark.skipif(not SCRIPT.exists(), reason="no environment made by `make setup`")
@pytest.mark.parametrize("package", ["graph", "ontology", "loaders", "gql", "entente"])
def test_package_is_ours_from_another_folder(package: str, tmp_path: Path) -> None:
    python = SCRIPT.with_name("python")
    code = f"import {package}; print({package}.__file__)"
    found = subprocess.run(
        [python, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert Path(found.stdout.strip()).parent.parent == ROOT


def test_python_version_is_one_we_promise() -> None:
    assert (3, 11) <= sys.version_info < (3, 15)
