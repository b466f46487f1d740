"""A second start with the same Turtle reads what the first compiled, and only if it is sound."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from entente.errors import OntologyError
from ontology import cache as cache_module
from ontology import load as load_module
from ontology.cache import KEPT, MAGIC, recall, remember
from ontology.files import BUNDLED
from ontology.load import load_ontology
from ontology.model import SourceFile
from tests.ontology.conftest import HEAD, Compile

MINE = """
<https://entente.example/ns> a owl:Ontology ; rdfs:label "small"@en .
ent:Fort a owl:Class ; rdfs:label "fort"@en .
ent:guards a owl:ObjectProperty ; rdfs:label "guards"@en ; rdfs:domain ent:Fort ;
    rdfs:range ent:Fort .
id:a a ent:Fort ; skos:prefLabel "A"@en ; ent:guards id:b .
id:b a ent:Fort ; skos:prefLabel "B"@en .
[] a lex:Cue ; lex:predicate ent:guards ; lex:verb "guard" .
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "a.ttl").write_text(HEAD + MINE, "utf-8")
    return tmp_path / "own"


@pytest.fixture(autouse=True)
def fresh() -> None:
    """Each load is that of a new process."""
    load_module._load.cache_clear()


def reload(folder: Path, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Load again as a new process would; whether it was compiled anew."""
    load_module._load.cache_clear()
    compiled = []
    real = load_module.remember
    with monkeypatch.context() as patch:
        patch.setattr(load_module, "remember", lambda *a: (compiled.append(a), real(*a)))
        load_ontology(folder)
    return bool(compiled)


def test_remembered_is_equal(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is read back equals what was compiled, the lexicon's own types included."""
    first = load_ontology(folder)
    assert first.lexicon.cues
    assert not reload(folder, monkeypatch)
    load_module._load.cache_clear()
    again = load_ontology(folder)
    assert again is not first
    assert again == first
    assert list(again.classes) == list(first.classes)


def test_any_change_compiles_anew(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A text, a name, a further file, other code."""
    load_ontology(folder)
    (folder / "a.ttl").write_text(HEAD + MINE + "# changed", "utf-8")
    assert reload(folder, monkeypatch)
    (folder / "a.ttl").rename(folder / "b.ttl")
    assert reload(folder, monkeypatch)
    (folder / "c.ttl").write_text("", "utf-8")
    assert reload(folder, monkeypatch)
    monkeypatch.setattr(cache_module, "_code_digest", lambda: "other")
    assert reload(folder, monkeypatch)
    assert not reload(folder, monkeypatch)


def spoil(body: bytes) -> bytes:
    return MAGIC + hashlib.sha256(body).hexdigest().encode() + b"\n" + body


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x80\x04garbage",
        spoil(b"{}"),
        spoil(b"[1, 2"),
        spoil(b'{"files": 3}'),
        b"entente-ontology-0 00\n{}",
        None,
    ],
)
def test_broken_and_foreign_entries_count_as_none(
    folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch, content: bytes | None
) -> None:
    """Cut short (None), of another version, of another shape, or no entry at all."""
    first = load_ontology(folder)
    (entry,) = cache.iterdir()
    entry.write_bytes(entry.read_bytes()[:-5] if content is None else content)
    assert reload(folder, monkeypatch)
    load_module._load.cache_clear()
    assert load_ontology(folder) == first
    assert not reload(folder, monkeypatch), "the sound entry has replaced the broken one"


def test_entries_do_not_pile_up(cache: Path, compiled: Compile) -> None:
    ontology = compiled()
    for number in range(KEPT + 3):
        remember([SourceFile("a.ttl", str(number))], [], ontology)
    assert len(list(cache.iterdir())) == KEPT
    assert recall([SourceFile("a.ttl", str(KEPT + 2))], []) == ontology
    assert recall([SourceFile("a.ttl", "0")], []) is None


def test_works_without_a_place_to_keep_it(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file where the folder should be (root may write anywhere else)."""
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert load_ontology(folder).classes
    assert reload(folder, monkeypatch)


def test_relative_cache_home_is_ignored(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "somewhere")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert cache_module.cache_folder() == tmp_path / ".cache" / "entente" / "ontology"


def test_refused_ontology_is_not_remembered(folder: Path, cache: Path) -> None:
    (folder / "a.ttl").write_text(HEAD + MINE + "id:c a ent:Fort .", "utf-8")
    for _ in range(2):
        with pytest.raises(OntologyError):
            load_ontology(folder)
    assert not cache.exists()


def test_second_start_needs_no_rdf_library(folder: Path) -> None:
    """rdflib, networkx and pyshacl take a second to import; a warm start does without."""
    program = (
        "import sys; from pathlib import Path; from ontology.load import load_ontology; "
        f"load_ontology(Path({str(folder)!r})); "
        "print(sorted({'rdflib', 'networkx', 'pyshacl'} & set(sys.modules)))"
    )
    outputs = [
        subprocess.run(
            [sys.executable, "-c", program],
            cwd=BUNDLED.parent,
            env=dict(os.environ),
            check=True,
            capture_output=True,
            text=True,
        ).stdout.strip()
        for _ in range(2)
    ]
    assert outputs == ["['networkx', 'pyshacl', 'rdflib']", "[]"]
