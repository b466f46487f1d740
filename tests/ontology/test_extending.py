"""A maintainer's own file, wherever it lies, adds to the ontology without any Python."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from entente.errors import OntologyError
from ontology.files import BUNDLED
from ontology.load import load_ontology
from ontology.model import Ontology
from tests.ontology.conftest import HEAD, Compile

MINE = """
ent:Militia a owl:Class ; rdfs:subClassOf ent:Organization ; rdfs:label "militia"@en .
id:home-guard a ent:Militia ; skos:prefLabel "Home Guard"@en ; skos:hiddenLabel "HG" ;
    ent:website <https://example.org/> ; ent:reliability "B" ; ent:memberOf id:league .
id:league a ent:Grouping ; skos:prefLabel "The League"@en .
[] a rdf:Statement ; rdf:subject id:league ; rdf:predicate ent:partnerOf ;
    rdf:object id:home-guard ; ent:time "2023-04-04/.." ; ent:kind "drills" ;
    dcterms:source <https://example.org/b> .
<> a ent:File ; dcterms:source <https://example.org/a> ; dcterms:publisher "Our desk" .
"""
MORE = """
id:home-guard skos:altLabel "Heimwehr"@de , "The Guard"@en .
ent:Militia skos:altLabel "irregulars"@en ; ui:order 12 .
"""


def check(ontology: Ontology, folder: str) -> None:
    """That `ontology` holds MINE, in the file that lies in `folder`, and MORE."""
    militia = ontology.classes["Militia"]
    above = ontology.classes["Organization"]
    assert militia.superclasses == ("Actor", "Militia", "Organization")
    assert (militia.colour, militia.icon) == (above.colour, above.icon)
    assert militia.labels == ("militia", "irregulars")
    guard = ontology.entities["https://entente.example/id/home-guard"]
    assert (guard.label, guard.types, guard.hidden) == ("Home Guard", ("Militia",), ("HG",))
    assert guard.alternative == ("Heimwehr", "The Guard")
    assert guard.properties == {"website": ("https://example.org/",)}
    assert guard.file == f"{folder}mine.ttl"
    facts = [fact for fact in ontology.facts if fact.file == guard.file]
    assert [(f.predicate, f.time, f.source, f.qualifiers) for f in facts] == [
        ("memberOf", None, "https://example.org/a", ()),
        ("partnerOf", "2023-04-04/..", "https://example.org/b", (("kind", "drills"),)),
    ]
    text = {file.name: file for file in ontology.files}[guard.file].text
    assert text[facts[1].start : facts[1].end].startswith("[] a rdf:Statement ; rdf:subject id:l")
    assert text[guard.start : guard.end].endswith("ent:memberOf id:league .")
    assert ontology.reliability["Heimwehr"] == ontology.reliability["Home Guard"] == 0.85


def test_in_one_go(compiled: Compile) -> None:
    check(compiled(MINE, MORE), "")


def test_order_of_files_does_not_matter(compiled: Compile) -> None:
    """What is said of a term in an earlier file than its declaration counts too."""
    ontology = compiled(MORE, MINE)
    assert ontology.classes["Militia"].labels == ("militia", "irregulars")


def test_folder_that_only_extends(tmp_path: Path) -> None:
    folder = tmp_path / "own"
    (folder / "deep" / "er").mkdir(parents=True)
    (folder / "deep" / "er" / "mine.ttl").write_text(HEAD + MINE, "utf-8")
    imports = "<> owl:imports <https://entente.example/ns> ."
    (folder / "more.ttl").write_text(HEAD + imports + MORE, "utf-8")
    ontology = load_ontology(folder)
    check(ontology, "deep/er/")
    assert "https://entente.example/id/japan" in ontology.entities
    assert ontology.digest != load_ontology().digest


def test_copy_of_the_bundled_folder(tmp_path: Path) -> None:
    """The copy is complete in itself: what is deleted there is gone."""
    folder = tmp_path / "copy"
    shutil.copytree(BUNDLED / "schema", folder / "schema")
    (folder / "mine.ttl").write_text(HEAD + MINE + MORE, "utf-8")
    ontology = load_ontology(folder)
    check(ontology, "")
    assert set(ontology.entities) == {
        "https://entente.example/id/home-guard",
        "https://entente.example/id/league",
    }


def test_same_folder_elsewhere_is_the_same_ontology(tmp_path: Path) -> None:
    shutil.copytree(BUNDLED / "schema", tmp_path / "a")
    shutil.copytree(BUNDLED / "schema", tmp_path / "b")
    assert load_ontology(tmp_path / "a") == load_ontology(tmp_path / "b")


@pytest.mark.parametrize(
    ("files", "words"),
    [
        ({}, "no Turtle file in it"),
        ({"a.ttl": b""}, "owl#imports"),
        ({"a.ttl": HEAD.encode() + b"id:a a ent:State ."}, "owl#imports"),
        ({"a.ttl": b"# caf\xe9\n"}, "a.ttl:1: not UTF-8 text (save the file as UTF-8)"),
    ],
)
def test_folders_that_are_refused(tmp_path: Path, files: dict[str, bytes], words: str) -> None:
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    with pytest.raises(OntologyError) as caught:
        load_ontology(tmp_path)
    assert words in str(caught.value)


def test_missing_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(OntologyError, match="not a folder"):
        load_ontology(tmp_path / "nowhere")


def test_line_ends_and_byte_order_mark(tmp_path: Path) -> None:
    """Offsets are into the text as it lies there, whichever editor wrote it."""
    shutil.copytree(BUNDLED / "schema", tmp_path / "schema")
    text = (HEAD + MINE).replace("\n", "\r\n")
    (tmp_path / "mine.ttl").write_bytes(b"\xef\xbb\xbf" + text.encode())
    ontology = load_ontology(tmp_path)
    guard = ontology.entities["https://entente.example/id/home-guard"]
    own = next(file for file in ontology.files if file.name == "mine.ttl")
    assert own.text == text
    assert own.text[guard.start : guard.end].startswith("id:home-guard a ent:Militia")
