"""Answer the questions on the samples, and write the answers and the page anew."""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from gql import Api
from graph.registry import open_store
from ontology.load import load_ontology
from tests.gql.questions import PAGE, compact, load_samples, page, questions


def main() -> int:
    """Write all answers; 1 if a query failed."""
    failed = 0
    with (
        TemporaryDirectory() as folder,
        open_store(f"sqlite:///{Path(folder) / 'samples.db'}") as store,
    ):
        load_samples(store)
        api = Api(store, load_ontology())
        for question in questions():
            body = api.answer(question.query).body
            if "errors" in body:
                failed = 1
                sys.stderr.write(f"{question.name}: {body['errors']}\n")
                continue
            question.file.write_text(compact(body["data"]) + "\n", encoding="utf-8")
    if not failed:
        PAGE.write_text(page(), encoding="utf-8")
    return failed


if __name__ == "__main__":
    sys.exit(main())
