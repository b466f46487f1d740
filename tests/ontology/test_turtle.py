"""Every top-level statement is found with exactly its own text, whatever is in it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import Graph, Literal
from rdflib.compare import isomorphic

from entente.errors import OntologyError
from ontology.model import SourceFile
from ontology.triples import Triples
from ontology.turtle import parse

HEAD = "@prefix : <https://example.org/#> .\nPREFIX ex: <https://example.org/.#>\n"

STATEMENTS = [
    ":a :b :c .",
    ":a :b 1.5, 1. ",
    ':a :b "a. b # c ; <d>"@en ; :c \'single "quoted". \' .',
    ':a :b """long\n. "quoted" \\""" # no comment\n""" , \'\'\'x.\ny\'\'\' .',
    ":a\n  # a comment. With dots .\n  :b <https://example.org/x.y#z> ;\n  .",
    "[] :b [ :c ( :d :e [ ] ) ; :f ex:g.h ] .",
    "[ :b :c ] .",
    "<> a :File .",
    '_:x :b _:y . # trailing "',
    ':\N{GRINNING FACE} :b "\N{GRINNING FACE}. \\u00e9" .',
]


def spans(text: str) -> list[str]:
    return [text[s.start : s.end] for s in parse(SourceFile("a.ttl", text))]


@given(
    st.lists(st.sampled_from(STATEMENTS), max_size=6),
    st.sampled_from(["", " ", "\n", "\r\n", "\n# a comment. :a :b :c .\n", "\t\n\n"]),
)
def test_spans_are_the_statements(chosen: list[str], between: str) -> None:
    """Cutting at the spans gives back what was joined, comments and directives left out."""
    bare = [statement.split(" # trailing")[0].rstrip() for statement in chosen]
    assert spans(HEAD + between.join(f"{statement}\n{between}" for statement in chosen)) == bare


@pytest.mark.parametrize("statement", STATEMENTS)
def test_says_what_rdflib_reads(statement: str) -> None:
    """Watching the parser does not change what it reads."""
    text = HEAD + statement
    base = "https://entente.example/ontology/a.ttl"
    plain = Graph().parse(data=text, format="turtle", publicID=base)
    assert isomorphic(Triples(parse(SourceFile("a.ttl", text))).graph, plain)


def test_literals_stay_as_written() -> None:
    text = HEAD + ':a :b "007"^^<http://www.w3.org/2001/XMLSchema#integer> .'
    ((_, _, value),) = parse(SourceFile("a.ttl", text))[0].triples
    assert isinstance(value, Literal)
    assert str(value) == "007"


def test_blank_nodes_of_two_files_are_two() -> None:
    """The same label in another file is another node; in the same file it is the same."""
    files = [SourceFile(name, HEAD + "_:x :b :c . _:x :d :e . [] :f :g .") for name in "ab"]
    triples = Triples(statement for file in files for statement in parse(file))
    assert len(list(triples.subjects())) == 4
    again = Triples(statement for file in files for statement in parse(file))
    assert list(again.subjects()) == list(triples.subjects())


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        (":a :b :c\n:d :e :f .", 4, "'.'"),
        (':a :b "open\n" .', 3, "newline"),
        (':a :b """open\n\n', 4, "unterminated"),
        (":a :b [ :c :d .\n:e :f :g .", 3, "']'"),
        (":a :b ( :c .", 3, ""),
        (":a :b nope:c .", 3, "the prefix nope: is used and not declared"),
        (":a :b :c", 3, ""),
        (":a :b", 3, ""),
        (":a :b <https://example.org .", 3, "unterminated"),
        ("\n\n:a b .", 5, ""),
        ("@prefix x <https://example.org/> .", 3, ""),
    ],
)
def test_syntax_errors_name_line_and_fix(text: str, line: int, words: str) -> None:
    with pytest.raises(OntologyError) as caught:
        parse(SourceFile("my/own.ttl", HEAD + text))
    assert caught.value.message.startswith(f"my/own.ttl:{line}: ")
    assert words in caught.value.message
    assert caught.value.hint
