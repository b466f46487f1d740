"""Loading and removing through the pipeline, over every engine."""

from __future__ import annotations

import io
import itertools
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from entente.errors import NotFound, UsageError
from graph.exchange import Selection, writer
from graph.plan import Aggregate, Compare, Field, Find, Kind, Operator
from graph.store import Store
from loaders.pipeline import Loader
from loaders.report import Outcome
from loaders.sources import Metadata, Source
from loaders.workshop import Extracted, Recipe, Task, perform
from tests.loaders.conftest import PARTNERS, SUPPORT

Write = Callable[[str, str], str]


def export(store: Store, name: str = "nquads") -> list[bytes]:
    """Everything in the store as sorted lines: without blank nodes, a canonical form."""
    out = io.BytesIO()
    writer(name)(Selection(store, {}, everything=True), out)
    return sorted(out.getvalue().splitlines())


def count(store: Store, kind: Kind) -> int:
    (row,) = store.run(Aggregate(kind)).rows
    total: int = row[0]
    return total


def test_evidence_quotes_its_document(store: Store, recipe: Recipe, write: Write) -> None:
    path = write("a.txt", PARTNERS)
    report = Loader(store, recipe).load([path])
    assert report.outcomes[Outcome.LOADED] == 1
    assert report.evidence >= 2
    rows = store.run(
        Find(
            Kind.EVIDENCE,
            (Field("quote"), Field("start"), Field("end")),
            Compare("kind", Operator.EQ, "text"),
        )
    ).rows
    assert rows
    assert all(PARTNERS[start:end] == quote for quote, start, end in rows)


def test_a_second_load_changes_nothing(store: Store, recipe: Recipe, write: Write) -> None:
    path = write("a.txt", PARTNERS)
    Loader(store, recipe).load([path])
    before = export(store)
    report = Loader(store, recipe).load([path])
    assert report.outcomes == {Outcome.UNCHANGED: 1}
    assert export(store) == before


def test_new_metadata_is_a_change(store: Store, recipe: Recipe, write: Write) -> None:
    path = write("a.txt", PARTNERS)
    loader = Loader(store, recipe)
    loader.load([path])
    report = loader.load([path], Metadata(publisher="Our desk", date="2023-07"))
    assert report.outcomes == {Outcome.LOADED: 1}
    rows = store.run(
        Find(
            Kind.DOCUMENT,
            (Field("publisher"), Field("date")),
            Compare("kind", Operator.EQ, "source"),
        )
    ).rows
    assert rows == [["Our desk", "2023-07"]]


def test_any_order_and_a_removal_give_what_the_rest_alone_gives(
    store: Store, recipe: Recipe, write: Write
) -> None:
    a, b = write("a.txt", PARTNERS), write("b.txt", SUPPORT)
    loader = Loader(store, recipe)
    loader.load([a])
    alone = export(store)
    loader.remove(a)
    nothing = export(store)
    for order in itertools.permutations((a, b)):
        for path in order:
            loader.load([path])
        loader.remove(b)
        assert export(store) == alone
        loader.remove(a)
        assert export(store) == nothing


def test_another_text_leaves_the_old_document(store: Store, recipe: Recipe, write: Write) -> None:
    loader = Loader(store, recipe)
    loader.load([write("a.txt", SUPPORT)])
    expected = export(store)
    loader.remove("a.txt")
    loader.load([write("a.txt", PARTNERS)])
    loader.load([write("a.txt", SUPPORT)])
    assert export(store) == expected


def test_one_text_at_two_locations_is_one_document(
    store: Store, recipe: Recipe, write: Write
) -> None:
    loader = Loader(store, recipe)
    first, second = write("a.txt", PARTNERS), write("b.txt", PARTNERS)
    loader.load([first])
    alone, facts = export(store), count(store, Kind.FACT)
    loader.load([second], Metadata(date="2023"))
    assert count(store, Kind.FACT) == facts
    (row,) = store.run(
        Find(
            Kind.DOCUMENT,
            (Field("name"), Field("date")),
            Compare("kind", Operator.EQ, "source"),
        )
    ).rows
    assert row == ["a.txt", "2023"]
    loader.remove(second)
    assert export(store) == alone


def test_remove_names_one_location(store: Store, recipe: Recipe, write: Write) -> None:
    loader = Loader(store, recipe)
    path = write("a.txt", PARTNERS)
    with pytest.raises(NotFound, match=r"a\.txt"):
        loader.remove(path)
    loader.load([path, write("b.txt", SUPPORT)])
    other = Path(path).parent / "deeper"
    other.mkdir()
    (other / "a.txt").write_text("South Korea supports Ukraine.", encoding="utf-8")
    loader.load([str(other)])
    with pytest.raises(UsageError, match="2 locations"):
        loader.remove("a.txt")
    document = store.held()[path].document
    assert loader.remove(document) == [path]
    assert set(store.held()) == {str(other / "a.txt"), str(other.parent / "b.txt")}


def test_a_bad_file_does_not_stop_the_rest(store: Store, recipe: Recipe, write: Write) -> None:
    bad = Path(write("bad.txt", ""))
    bad.write_bytes(b"\x00\x01" * 100)
    missing = str(bad.with_name("missing.txt"))
    report = Loader(store, recipe).load([str(bad), missing, write("good.txt", PARTNERS)])
    assert report.outcomes == {Outcome.REFUSED: 2, Outcome.LOADED: 1}
    assert all(Path(x.location).name in x.error.message for x in report.errors if x.error)
    assert all(x.error.hint for x in report.errors if x.error)


def test_processes_give_what_one_process_gives(store: Store, recipe: Recipe, write: Write) -> None:
    paths = [write(f"{n}.txt", f"{PARTNERS} Number {n}.") for n in range(3)]
    loader = Loader(store, recipe)
    loader.load(paths, processes=1)
    alone = export(store)
    for path in paths:
        loader.remove(path)
    loader.load(paths, processes=2)
    assert export(store) == alone


@pytest.mark.parametrize("name", ["trig", "nquads"])
def test_a_dataset_comes_back(
    store: Store, recipe: Recipe, write: Write, name: str, tmp_path: Path
) -> None:
    loader = Loader(store, recipe)
    path = write("a.txt", PARTNERS)
    loader.load([path], Metadata(title="Ä title", date="2023-07"))
    expected = export(store)
    dataset = tmp_path / f"all.{'nq' if name == 'nquads' else name}"
    with dataset.open("wb") as out:
        writer(name)(Selection(store, {}, everything=True), out)
    loader.remove(path)
    assert loader.load([str(dataset)]).outcomes == {Outcome.LOADED: 1}
    assert export(store) == expected


def test_a_broken_dataset_names_its_line(store: Store, recipe: Recipe, tmp_path: Path) -> None:
    dataset = tmp_path / "broken.nq"
    dataset.write_text("<e:a> <e:b> <e:c> <e:d> .\n<e:a> <e:b\n", encoding="utf-8")
    report = Loader(store, recipe).load([str(dataset)])
    (refused,) = report.errors
    assert refused.error is not None
    assert "line 2" in refused.error.message


def test_documents_written_together_give_what_they_give_one_by_one(
    store: Store, recipe: Recipe, write: Write, tmp_path: Path
) -> None:
    """A dataset's documents are all ready at once, so that they are."""
    shared = f"{PARTNERS} Told twice."
    paths = [write(f"{n}.txt", f"{PARTNERS} Number {n}.") for n in range(4)]
    paths += [write("again.txt", shared), write("twice.txt", shared)]
    loader = Loader(store, recipe)
    for path in paths:
        loader.load([path], Metadata(date="2023"))
    expected = export(store)
    dataset = tmp_path / "all.nq"
    with dataset.open("wb") as out:
        writer("nquads")(Selection(store, {}, everything=True), out)
    for path in paths:
        loader.remove(path)
    assert loader.load([str(dataset)]).outcomes == {Outcome.LOADED: 1}
    assert export(store) == expected


def test_a_document_at_fault_is_refused_alone(store: Store, recipe: Recipe, write: Write) -> None:
    paths = [write(f"{n}.txt", f"{PARTNERS} Number {n}.") for n in range(3)]
    loader = Loader(store, recipe)
    items = [(path, perform(recipe, Task(Source(path), Metadata(), ""))) for path in paths]
    assert isinstance(items[1][1], Extracted)
    wrong = items[1][1].statements
    evidence = tuple(replace(e, quote="not what it says") for e in wrong.evidence)
    items[1] = paths[1], Extracted(replace(wrong, evidence=evidence), ())
    outcomes = [loaded.outcome for loaded in loader._store_all(items)]
    assert outcomes == [Outcome.LOADED, Outcome.REFUSED, Outcome.LOADED]
    assert set(store.held()) == {paths[0], paths[2]}
