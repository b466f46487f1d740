"""The questions of an analyst have the answers that are kept, on every engine."""

from __future__ import annotations

from gql import Api
from gql.limits import Limits
from graph.store import Store
from ontology.model import Ontology
from tests.gql.questions import FOLDER, PAGE, compact, load_samples, page, questions


def test_every_question_has_the_answer_that_is_kept(store: Store, ontology: Ontology) -> None:
    load_samples(store)
    api = Api(store, ontology, Limits(seconds=600))  # a loaded machine is no fault of theirs
    answers = {}
    for question in questions():
        body = api.answer(question.query).body
        assert "errors" not in body, (question.name, body["errors"])
        answers[question.name] = compact(body["data"])
    # What changed is to be looked at; then: python -m tests.gql.questions
    assert answers == {question.name: compact(question.expected) for question in questions()}


def test_every_answer_says_something() -> None:
    """An answer of empty lists alone would show nothing."""

    def full(value: object) -> bool:
        if isinstance(value, dict):
            return any(map(full, value.values()))
        if isinstance(value, list):
            return any(map(full, value))
        return isinstance(value, str)

    assert [q.name for q in questions() if not full(q.expected)] == []


def test_there_are_twenty_and_no_answer_is_left_over() -> None:
    names = {question.name for question in questions()}
    assert len(names) == 20
    assert {file.stem for file in FOLDER.glob("*.json")} == names


def test_the_page_shows_them() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), (
        "write it anew: python -m tests.gql.questions"
    )
