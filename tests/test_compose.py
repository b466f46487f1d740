"""docker-compose.yml and Dockerfile, held to what they promise. No engine is needed.

The compose file is checked against the compose schema that check-jsonschema
carries; what it must say beyond that (no default secret, health checks, named
volumes) is asserted on the parsed file. The same command and environment run
by hand in tests/neo4j/test_service.py.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parent.parent
COMPOSE = ROOT / "docker-compose.yml"
DOCKERFILE = (ROOT / "Dockerfile").read_text("utf-8")


@pytest.fixture(scope="module")
def compose() -> dict[str, Any]:
    parsed: dict[str, Any] = yaml.safe_load(COMPOSE.read_text("utf-8"))
    return parsed


def test_it_is_valid_by_the_compose_schema(tmp_path: Path) -> None:
    def check(path: Path) -> int:
        command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema",
                   "vendor.compose-spec", str(path)]  # fmt: skip
        return subprocess.run(command, capture_output=True, check=False).returncode

    assert check(COMPOSE) == 0
    wrong = tmp_path / "docker-compose.yml"
    wrong.write_text(COMPOSE.read_text("utf-8").replace("healthcheck:", "healthchecks:"), "utf-8")
    assert check(wrong) != 0


def test_every_service_has_a_health_check_and_restarts(compose: dict[str, Any]) -> None:
    for name, service in compose["services"].items():
        assert service["healthcheck"]["test"], name
        assert service["restart"] == "unless-stopped", name
    waits = compose["services"]["service"]["depends_on"]
    assert waits == {"neo4j": {"condition": "service_healthy"}}


def test_no_secret_has_a_default(compose: dict[str, Any]) -> None:
    secrets = [
        (name, value)
        for service in compose["services"].values()
        for name, value in service["environment"].items()
        if re.search(r"AUTH|PASSWORD|KEY\b", name)
    ]
    assert sorted(name for name, _ in secrets) == [
        "ENTENTE_API_KEY", "NEO4J_AUTH", "NEO4J_PASSWORD",
    ]  # fmt: skip
    for name, value in secrets:
        assert re.fullmatch(r"(neo4j/)?\$\{(NEO4J_PASSWORD|ENTENTE_API_KEY):\?[^}]+\}", value), name


def test_what_must_last_is_in_named_volumes(compose: dict[str, Any]) -> None:
    mounted = {
        volume.partition(":")[0]
        for service in compose["services"].values()
        for volume in service["volumes"]
    }
    assert mounted == set(compose["volumes"])
    assert "neo4j-data:/data" in compose["services"]["neo4j"]["volumes"]


def test_only_the_service_is_reachable_from_elsewhere(compose: dict[str, Any]) -> None:
    assert compose["services"]["service"]["ports"] == ["8000:8000"]
    assert all(port.startswith("127.0.0.1:") for port in compose["services"]["neo4j"]["ports"])


def test_neo4j_is_the_long_term_release_that_tests_run(compose: dict[str, Any]) -> None:
    assert compose["services"]["neo4j"]["image"] == "neo4j:5.26-community"
    assert "<version>5.26." in (ROOT / "tests/neo4j_server/pom.xml").read_text("utf-8")


def test_the_image_runs_as_a_user_from_locked_packages() -> None:
    lines = DOCKERFILE.splitlines()
    assert "USER entente" in lines
    assert lines.index("USER entente") < next(
        n for n, line in enumerate(lines) if line.startswith("ENTRYPOINT")
    )
    assert "--require-hashes -r requirements/run.txt" in DOCKERFILE
    assert "npm ci" in DOCKERFILE


def test_the_image_holds_every_package_and_no_more() -> None:
    copied = re.findall(r"^COPY (\S+)/ \1/$", DOCKERFILE, re.MULTILINE)
    packages = {path.parent.name for path in ROOT.glob("*/__init__.py")} - {"tests", "benchmarks"}
    assert packages <= set(copied)
    ignored = (ROOT / ".dockerignore").read_text("utf-8").splitlines()
    assert ignored[0] == "*"
    assert {f"!{name}" for name in copied} <= set(ignored)
    assert "!tests" not in ignored
