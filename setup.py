"""What pyproject.toml cannot say: `python setup.py build_ext --inplace` compiles the extractor.

`make compile` calls it. mypyc makes C of the type hints that are there anyway; the compiled
modules lie beside their source, where Python finds them first. Nothing else needs them.
"""

from __future__ import annotations

import sys
from pathlib import Path

from setuptools import Extension, setup

EXTRACTOR = Path("loaders/extraction")
CODE = Path("build/c")


def extensions() -> list[Extension]:
    """The extractor's modules, as one library: calls between them are C calls."""
    if "build_ext" not in sys.argv:
        return []
    from mypyc.build import mypycify

    modules = sorted(str(p) for p in EXTRACTOR.rglob("*.py") if p.name != "__init__.py")
    # People wait for the C compiler: the least optimization that mypyc knows, and many small files.
    made = mypycify(
        modules,
        opt_level="1",
        multi_file=True,
        target_dir=str(CODE),
        group_name="loaders.extraction.all",
    )
    for extension in made:
        # mypyc lays the headers of a library beside where that will lie.
        extension.include_dirs.append(str(CODE / EXTRACTOR))
    return made


setup(ext_modules=extensions())
