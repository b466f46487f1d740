"""Twenty questions of an analyst, each one GraphQL query with its answer on the samples.

A question is a file NN-name.graphql, whose first line says it in words; its
answer is NN-name.json beside it. Both make docs/questions.md. After a change
of the samples, the extractor or the ontology, look at what changed and write
answers and page anew:

    python -m tests.gql.questions
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from entente.settings import ROOT, Settings
from graph.store import Store
from loaders.pipeline import Loader
from loaders.workshop import Recipe

FOLDER = Path(__file__).parent
PAGE = ROOT / "docs" / "questions.md"
WIDTH = 100

HEAD = """# Twenty questions

Each is one GraphQL query, with its answer on the documents in `samples/`. This page is generated
(`python -m tests.gql.questions`) and checked by the tests on every store. An answer shows what the
documents and the reference files say, and how the extractor read them: what is not in it was not
found, which is not the same as not so.
"""


@dataclass(frozen=True, slots=True)
class Question:
    """A question in words and as a query."""

    name: str
    text: str
    query: str

    @property
    def file(self) -> Path:
        """Where its answer is kept."""
        return FOLDER / f"{self.name}.json"

    @property
    def expected(self) -> Any:
        """The answer that is kept."""
        return json.loads(self.file.read_text(encoding="utf-8"))


def load_samples(store: Store) -> None:
    """Put what the samples state into `store`."""
    settings = Settings()
    recipe = Recipe(settings.ontology, settings.model)
    report = Loader(store, recipe).load([str(ROOT / "samples")], processes=1)
    assert not report.errors, report.errors


def questions() -> list[Question]:
    """All of them, in order."""
    found = []
    for file in sorted(FOLDER.glob("*.graphql")):
        head, _, query = file.read_text(encoding="utf-8").partition("\n")
        found.append(Question(file.stem, head.removeprefix("# "), query.strip()))
    return found


def compact(value: Any, indent: int = 0) -> str:
    """JSON with whatever fits in a line on one line."""
    flat = json.dumps(value, ensure_ascii=False)
    if indent + len(flat) <= WIDTH or not isinstance(value, dict | list) or not value:
        return flat
    inner = " " * (indent + 1)
    if isinstance(value, dict):
        keys = [(f"{json.dumps(key)}: ", item) for key, item in value.items()]
    else:
        keys = [("", item) for item in value]
    lines = ",\n".join(f"{inner}{key}{compact(item, indent + 1)}" for key, item in keys)
    opening, closing = "{}" if isinstance(value, dict) else "[]"
    return f"{opening}\n{lines}\n{' ' * indent}{closing}"


def _parts() -> Iterator[str]:
    yield HEAD
    for number, question in enumerate(questions(), 1):
        yield f"## {number}. {question.text}\n"
        yield f"```graphql\n{question.query}\n```\n"
        yield f"```json\n{compact(question.expected)}\n```\n"


def page() -> str:
    """The page of all questions with the answers that are kept."""
    return "\n".join(_parts())
