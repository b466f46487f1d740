"""The command line: `entente load | remove | serve | query | export | …`.

Results go to stdout, progress and messages to stderr. Exit codes: 0 done,
1 a file or an operation was refused or failed, 2 wrong usage.
"""

from __future__ import annotations

from entente.cli.program import main

__all__ = ["main"]
