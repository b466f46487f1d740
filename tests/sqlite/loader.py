"""Loads numbered documents into the store of its first argument until it is killed.

Prints the number of each document that is stored.
"""

from __future__ import annotations

import sys

from graph.registry import open_store
from graph.store import Change
from tests.contract.test_together import numbered
from tests.contract.world import SCHEMA, reference


def main() -> None:
    url, count = sys.argv[1], int(sys.argv[2])
    with open_store(url) as store:
        store.adopt(SCHEMA, [reference()])
        for number in range(count):
            drop = (numbered(number - 1).document.id,) if number % 3 == 2 else ()
            store.apply(Change(put=(numbered(number),), drop=drop))
            sys.stdout.write(f"{number}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
