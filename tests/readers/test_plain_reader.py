"""Plain text: the characters stay, the layout gives the blocks."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.readers import read_document
from loaders.readers.plain import PlainReader
from loaders.reading import Reading

Shown = list[tuple[str, int, str]]


def shown(text: str, blocks_of: Callable[[Reading], Shown]) -> Shown:
    return blocks_of(read_document(text.encode(), "a.txt"))


@pytest.mark.parametrize(
    "text",
    [
        "One line.\nAnother line.\n",
        "Windows\r\n\r\nlines stay.\r\n",
        "\ufeffA byte order mark stays.",
        "Old\rMac, tab\tand\u00a0odd\u2003spaces  , e\u0301 and 𝔸 stay.   \n\n",
    ],
)
def test_the_text_is_the_files(text: str) -> None:
    reading = read_document(text.encode(), "a.txt")
    assert reading.text == text
    assert all(reading.text[b.start : b.end].strip("\ufeff \n\r") for b in reading.blocks)


def test_a_byte_order_mark_is_in_no_block() -> None:
    reading = read_document("\ufeffJapan is a partner.".encode(), "a.txt")
    assert reading.blocks[0].start == 1


def test_utf_16_is_decoded_by_its_mark() -> None:
    assert read_document("Japan is a partner.".encode("utf-16"), "a.txt").text == (
        "Japan is a partner."
    )


def test_hard_wrapped_lines_are_one_paragraph(blocks_of: Callable[[Reading], Shown]) -> None:
    text = (
        "The alliance and its four partners met in the capital, where they\n"
        "agreed on a list of projects. Two of them begin next year. The\n"
        "others wait for money.\n"
        "\n"
        "A second paragraph begins here and is wrapped at the same column, so\n"
        "It belongs together although a line of it begins with a capital.\n"
    )
    kinds = shown(text, blocks_of)
    assert [kind for kind, _, _ in kinds] == ["paragraph", "paragraph"]
    assert kinds[0][2].endswith("The others wait for money.")


def test_a_line_is_a_paragraph_where_lines_are_not_wrapped(
    blocks_of: Callable[[Reading], Shown],
) -> None:
    long = "The partners said that they would cooperate on cyber defence and on much else. " * 3
    text = f"{long}\n{long}\nA short one is a paragraph too.\n{long}"
    assert [kind for kind, _, _ in shown(text, blocks_of)] == ["paragraph"] * 4


def test_a_mixture_is_read_stretch_by_stretch(blocks_of: Callable[[Reading], Shown]) -> None:
    long = "This paragraph was never wrapped, whatever its length may be in columns. " * 3
    wrapped = (
        "This one was wrapped by hand at some column, and it goes on for\n"
        "several lines, each of which breaks off in the middle of what\n"
        "it says, as wrapped lines do, until the paragraph comes to its\n"
        "end."
    )
    kinds = shown(f"{long}\n{long}\n\n{wrapped}\n\n{long}\n", blocks_of)
    assert len(kinds) == 4
    assert kinds[2][2].endswith("comes to its end.")


def test_headings_stand_out_and_labels_do_not(blocks_of: Callable[[Reading], Shown]) -> None:
    text = (
        "Arms Together: Who Pays?\n\n"
        "Both sides gain from common production, the ministers said on Monday.\n\n"
        "Shared Worries: A Closer Look\n\n"
        "Summary: both sides are worried by the same things, and say so.\n\n"
        "Key aspects:\n\n"
        "What comes next?\n\n"
        "Nobody knows what comes next, but everybody has an opinion on it.\n"
    )
    assert shown(text, blocks_of) == [
        ("title", 0, "Arms Together: Who Pays?"),
        (
            "paragraph",
            0,
            "Both sides gain from common production, the ministers said on Monday.",
        ),
        ("heading", 1, "Shared Worries: A Closer Look"),
        ("paragraph", 0, "Summary: both sides are worried by the same things, and say so."),
        ("paragraph", 0, "Key aspects:"),
        ("heading", 1, "What comes next?"),
        ("paragraph", 0, "Nobody knows what comes next, but everybody has an opinion on it."),
    ]


def test_rows_of_a_fact_sheet_are_no_headings(blocks_of: Callable[[Reading], Shown]) -> None:
    text = "The Port Pact\n\nSigned: October 2024\nParties: Kenya, Oman and Malta\n\nIt holds.\n"
    kinds = [kind for kind, _, _ in shown(text, blocks_of)]
    assert kinds == ["title", "paragraph", "paragraph", "paragraph"]


def test_a_title_that_is_repeated_is_a_heading(blocks_of: Callable[[Reading], Shown]) -> None:
    text = "A Roadmap\n\nA  Roadmap\n\nThe text of the roadmap begins here.\n"
    assert [kind for kind, _, _ in shown(text, blocks_of)] == ["title", "heading", "paragraph"]


def test_underlines_make_headings_and_are_in_no_block(
    blocks_of: Callable[[Reading], Shown],
) -> None:
    text = "The first words of the text.\n\nmeasures\n========\n\nat sea\n------\nThey sail.\n"
    assert shown(text, blocks_of)[1:] == [
        ("heading", 1, "measures"),
        ("heading", 2, "at sea"),
        ("paragraph", 0, "They sail."),
    ]


def test_names_in_a_column_are_no_headings(blocks_of: Callable[[Reading], Shown]) -> None:
    text = "The partners are listed.\n\nAustralia\nJapan\nNew Zealand\nSouth Korea\n\nEnd it.\n"
    assert [kind for kind, _, _ in shown(text, blocks_of)] == ["paragraph"] * 6


def test_lists_nest_by_indentation_and_items_go_on(blocks_of: Callable[[Reading], Shown]) -> None:
    text = (
        "They agreed on this:\n\n"
        "  • Dialogue:\n"
        "    • Meetings: regular ones, in turn in each of the capitals of the\n"
        "      partners.\n"
        "    • Exercises\n"
        "  • Summary: they will\n"
        "    talk.\n\n"
        "The list is over.\n\n"
        "1. First\n"
        "   a) deeper\n"
        "   b) deeper still\n"
        "2. Second\n"
    )
    assert shown(text, blocks_of) == [
        ("paragraph", 0, "They agreed on this:"),
        ("item", 1, "Dialogue:"),
        (
            "item",
            2,
            "Meetings: regular ones, in turn in each of the capitals of the partners.",
        ),
        ("item", 2, "Exercises"),
        ("item", 1, "Summary: they will talk."),
        ("paragraph", 0, "The list is over."),
        ("item", 1, "First"),
        ("item", 2, "deeper"),
        ("item", 2, "deeper still"),
        ("item", 1, "Second"),
    ]


def test_lists_without_indentation_nest_by_their_markers(
    blocks_of: Callable[[Reading], Shown],
) -> None:
    text = "1. Why?\n- Answer: because.\n2. How?\n- Answer: somehow.\n"
    assert [level for _, level, _ in shown(text, blocks_of)] == [1, 2, 1, 2]


@pytest.mark.parametrize("dash", ["—", "-", "–"])
def test_a_dash_at_the_start_of_a_wrapped_line_is_no_marker(
    dash: str, blocks_of: Callable[[Reading], Shown]
) -> None:
    text = (
        "The alliance has four partners in that part of the world, the four\n"
        f"{dash} as everybody knows {dash} that have come to every summit since the\n"
        "first one to which they were invited.\n"
    )
    assert [kind for kind, _, _ in shown(text, blocks_of)] == ["paragraph"]


def test_questions_and_answers_are_apart(blocks_of: Callable[[Reading], Shown]) -> None:
    text = "The minister answered questions.\n\nQ: Will it work?\nA: It will.\nQ: When?\nA: Soon.\n"
    assert [text for _, _, text in shown(text, blocks_of)][1:] == [
        "Q: Will it work?",
        "A: It will.",
        "Q: When?",
        "A: Soon.",
    ]


@pytest.mark.parametrize(
    ("head", "date", "publisher"),
    [
        ("A Roadmap\n\n14 min read Sep 14, 2024\n", "2024-09-14", None),
        ("A Roadmap\n\nPublished: 12 July 2023\n", "2023-07-12", None),
        ("A Roadmap\n\nThe Wire\n10 July 2023\n", "2023-07-10", "The Wire"),
        ("A Roadmap\nPolicy Notes | Explainer | 12 April 2024\n", "2024-04-12", "Policy Notes"),
        ("A Roadmap\n\nBy Jo Doe\nJuly 2023\n", "2023-07", None),
        ("A Roadmap\n\nPublisher: The Wire\nDate: 2023-07-10\n", "2023-07-10", "The Wire"),
        ("A Roadmap\n\nBRUSSELS, 9 July 2024 — They met.\n", "2024-07-09", None),
        ("A Roadmap\n\nWASHINGTON, July 9 (Wire) — They met.\n", None, None),
        ("A Roadmap\n\nAUKUS was announced on 15 September 2021.\n", None, None),
        ("Vilnius, 11–12 July 2023: a look back\n\n", None, None),
    ],
)
def test_the_head_dates_the_text_and_no_sentence_does(
    head: str, date: str | None, publisher: str | None
) -> None:
    reading = read_document(f"{head}\nThe ministers met and talked.\n".encode(), "a.txt")
    assert (reading.date, reading.publisher) == (date, publisher)


def test_an_address_at_the_end_is_the_texts() -> None:
    reading = read_document(b"The ministers met.\nhttps://example.org/a\n", "a.txt")
    assert reading.address == "https://example.org/a"


LINES = st.lists(
    st.one_of(
        st.text(max_size=40),
        st.sampled_from(
            ["", "  ", "- item", "    * inner", "1. one", "(ii) two", "Heading", "===", "a" * 90]
        ),
        st.text(alphabet="ab .:-•\t\u00a0\ufeffA1", max_size=90),
    )
)


@given(lines=LINES, end=st.sampled_from(["\n", "\r\n", "\r", "\n\n", "\u2028"]))
def test_blocks_cover_all_but_markers_and_rules(lines: list[str], end: str) -> None:
    text = end.join(lines).replace("\0", "").encode("utf-8", "ignore").decode()
    text = re.sub("[\x01-\x08\x0e-\x1f\x7f]", "", text)
    reading = PlainReader().read(text.encode(), "a.txt")
    assert reading.text == text
    end_of_last = 0
    for block in reading.blocks:
        assert end_of_last <= block.start < block.end <= len(text)
        assert not text[block.start].isspace()
        assert not text[block.end - 1].isspace()
        for left_out in text[end_of_last : block.start].splitlines():
            assert re.fullmatch(r"[\W_]*(?:\(?\w[\d.ivx]{0,12}[.)]?)?[\W_]*", left_out)
        end_of_last = block.end
    assert not re.search(r"[^\W_]", text[end_of_last:])
