"""Headings, labels and nested items carry meaning, and are kept as context."""

from __future__ import annotations

from tests.extraction.conftest import Reading

ROADMAP = """The Quad: a roadmap

This paper is about the Quad. The Quad met. The Quad will meet again.

1. Shared concerns

   - Cyberattacks: they cut whole islands off.
   - Piracy: it goes on.

2. Work under way

   - Strengthen maritime security.
"""


def test_the_items_under_a_heading_are_what_it_says(read: Reading) -> None:
    facts = read(ROADMAP).facts
    assert {"Quad | concernedBy | cyberattacks", "Quad | concernedBy | piracy"} <= facts


def test_a_fact_of_an_item_keeps_its_heading(read: Reading) -> None:
    said = read(ROADMAP)
    (claim,) = [c for c in said.claims("concernedBy") if said.label(c.object) == "piracy"]
    assert any("Shared concerns" in said.text[span.start : span.end] for span in claim.context)


def test_a_quote_is_the_text_at_its_place(read: Reading) -> None:
    said = read("Japan’s leaders – and Australia’s – support Ukraine’s defence.")
    for claim in said.extraction.claims:
        assert said.text[claim.start : claim.end].strip() == said.text[claim.start : claim.end]


def test_a_fact_sheet_lists_members_and_a_seat(read: Reading) -> None:
    sheet = "About it\n• Founders: Egypt, Iraq and Jordan.\n• Seat: Cairo.\n"
    facts = read(f"The Arab League: a fact sheet\n\n{sheet}").facts
    assert {"Egypt | memberOf | Arab League", "Jordan | memberOf | Arab League"} <= facts
    assert "Arab League | locatedIn | Cairo" in facts


def test_where_a_title_sets_an_event_does_nothing(read: Reading) -> None:
    agenda = "A Shared Agenda\n\n- Tackling rising piracy.\n"
    facts = read(f"The 2030 NATO Summit in Perth, Australia\n\n{agenda}").facts
    assert "NATO | counters | piracy" in facts
    assert "Australia | counters | piracy" not in facts


AGREED = """Japan and Canada agreed to:

- Deepen cooperation on maritime security; and
- COUNTER piracy.
"""


def test_an_item_goes_on_with_the_sentence_that_introduces_it(read: Reading) -> None:
    said = read(AGREED)
    (claim,) = [c for c in said.claims("counters") if said.label(c.subject) == "Canada"]
    assert claim.status == "planned"
    assert said.text[claim.start : claim.end] == "COUNTER piracy."
    (above,) = claim.context
    assert said.text[above.start : above.end] == "Japan and Canada agreed to"


def test_examples_of_an_introduction_are_read_with_it(read: Reading) -> None:
    text = "Canada has taken part in exercises led by Japan:\n\n- the Pacific Vanguard exercise\n"
    assert "Canada | participatesIn | Pacific Vanguard" in read(text).facts


SHEET = """What people ask

Q: What is the CCDCOE?
A: A research hub in the Estonian capital, accredited by NATO.

NORWAY
A member of NATO and of the European Economic Area.

Common threats: On the list are piracy and terrorism.
"""


def test_a_fragment_under_a_name_says_what_that_is(read: Reading) -> None:
    facts = read(SHEET).facts
    assert "Norway | memberOf | NATO" in facts
    assert any(f.endswith("| locatedIn | Tallinn") for f in facts)


def test_a_sentence_beside_a_label_lists_its_items(read: Reading) -> None:
    facts = read(f"ASEAN\n\n{SHEET}\nASEAN met. ASEAN will meet. ASEAN grows.\n").facts
    assert any(f.endswith("| concernedBy | piracy") for f in facts)


def test_any_label_in_a_section_on_a_programme_says_what_that_covers(read: Reading) -> None:
    programme = "The Japan–NATO Individually Tailored Partnership Programme guides the work."
    text = f"Our partnership programme\n\n{programme}\n\nSafety: cyber defence and piracy.\n"
    assert "NATO–Japan ITPP | addresses | cybersecurity" in read(text).facts


UNKNOWN = """FACT SHEET
Joint Sanctions Observation Team (JSOT)

Established: October 2024
Participating states (3): Kenya, Canada and Norway
"""


def test_a_heading_that_only_the_document_knows_is_what_its_sheet_is_about(read: Reading) -> None:
    facts = read(UNKNOWN).facts
    assert "Kenya | memberOf | Joint Sanctions Observation Team" in facts


GUESTS = """FACT SHEET: 2025 Baltic Leaders' Summit

Where: Riga
Guests: Emmanuel Macron (France), Olaf Scholz (Germany), Alexander Stubb (Finland)
"""


def test_what_stands_in_brackets_after_an_item_ends_no_list(read: Reading) -> None:
    facts = read(GUESTS).facts
    assert "Olaf Scholz | participatesIn | Baltic Leaders' Summit" in facts
    assert "Alexander Stubb | participatesIn | Baltic Leaders' Summit" in facts


COVERED = """FACT SHEET: 2025 Baltic Leaders' Summit

What was discussed
- UN reform: more seats for others.

Health Security

Nobody spoke of anything else.
"""


def test_headings_and_labels_that_are_topics_say_what_an_event_is_about(read: Reading) -> None:
    facts = read(COVERED).facts
    assert "Baltic Leaders' Summit | addresses | UN reform" in facts
    assert "Baltic Leaders' Summit | addresses | health security" in facts
