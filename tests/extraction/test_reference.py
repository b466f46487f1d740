"""Who is meant: pronouns, definite nouns, "we", short forms, persons who act for states."""

from __future__ import annotations

import pytest

from tests.extraction.conftest import Reading


def test_they_are_the_subjects_of_the_sentence_before(read: Reading) -> None:
    facts = read("Japan and Australia met. They support Ukraine.").facts
    assert {"Japan | supports | Ukraine", "Australia | supports | Ukraine"} <= facts


def test_its_partners_belong_to_what_stands_before_them(read: Reading) -> None:
    facts = read("China spoke. NATO and its partners support Ukraine.").facts
    assert "NATO | supports | Ukraine" in facts
    assert "China | supports | Ukraine" not in facts


def test_what_is_taken_up_is_kept_with_the_words_that_take_it_up(read: Reading) -> None:
    said = read("NATO met in Vilnius. The alliance is concerned about China.")
    (claim,) = said.claims("concernedBy")
    assert [said.text[span.start : span.end] for span in claim.context] == ["NATO"]
    assert [(q.name, q.value) for q in claim.qualifiers] == [("subjectAs", "alliance")]


def test_a_pronoun_beside_its_name_needs_no_context(read: Reading) -> None:
    (claim,) = read("Japan said it supports Ukraine.").claims("supports")
    assert claim.context == ()
    assert [(q.name, q.value) for q in claim.qualifiers] == [("subjectAs", "it")]


def test_we_are_those_for_whom_the_speaker_holds_office(read: Reading) -> None:
    text = 'NATO Secretary General Jens Stoltenberg said: "We support Ukraine."'
    assert "NATO | supports | Ukraine" in read(text).facts


def test_a_state_concludes_through_its_minister(read: Reading) -> None:
    text = "Joe Biden and Fumio Kishida signed the Washington Declaration."
    claims = read(text).claims("partyTo")
    said = read(text)
    assert {said.label(claim.subject) for claim in claims} == {"United States", "Japan"}
    through = {q.value for claim in claims for q in claim.qualifiers if q.name == "representedBy"}
    assert {said.label(person) for person in through} == {"Joe Biden", "Fumio Kishida"}


def test_a_short_form_in_brackets_is_the_name(read: Reading) -> None:
    said = read("Japan signed the Northern Seabed Treaty (NST) in May. Canada also signed the NST.")
    assert {said.label(c.object) for c in said.claims("partyTo")} == {"Northern Seabed Treaty"}


def test_a_relative_date_counts_from_the_documents(read: Reading) -> None:
    (claim,) = read("Japan supported Ukraine last year.", "2024-05-01").claims("supports")
    assert claim.time == "2023"
    (claim,) = read("Japan supported Ukraine last year.").claims("supports")
    assert claim.time is None


def test_a_speaker_is_kept_with_what_is_said(read: Reading) -> None:
    said = read("According to Reuters, Japan supports Ukraine.")
    (claim,) = said.claims("supports")
    assert [said.label(speaker) for speaker in claim.said_by] == ["Reuters"]


def test_a_pronoun_is_no_speaker_whom_the_report_names(read: Reading) -> None:
    text = "The paper also deals with China: it says that Beijing threatens Taiwan."
    (claim,) = read(text).claims("threatens")
    assert claim.said_by == ()
    text = "NATO met in Vilnius. It said that China threatens Taiwan."
    said = read(text)
    (claim,) = said.claims("threatens")
    assert [said.label(speaker) for speaker in claim.said_by] == ["NATO"]


@pytest.mark.parametrize(
    "sentence", ["When it comes to Russia, little is new.", "It is vital to Russia to talk."]
)
def test_an_it_that_stands_for_nobody_takes_up_nobody(read: Reading, sentence: str) -> None:
    facts = read(f"NATO met in Vilnius. {sentence}").facts
    assert not any("Russia" in fact for fact in facts)


def test_an_it_that_is_to_do_something_is_taken_up(read: Reading) -> None:
    text = "Britain welcomed AUKUS. The jet, the class it is to build with Japan, is late."
    assert "United Kingdom | cooperatesWith | Japan" in read(text).facts


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        # who met are "they", though no list names them
        (
            "Australia held talks with Vietnam. They support Ukraine.",
            {"Australia | supports | Ukraine", "Vietnam | supports | Ukraine"},
        ),
        (
            "Ferdinand Marcos met Fumio Kishida. The two leaders condemned North Korea.",
            {"Philippines | opposes | North Korea", "Japan | opposes | North Korea"},
        ),
        (
            "The Philippines welcomed President Macron. The two countries support Ukraine.",
            {"Philippines | supports | Ukraine", "France | supports | Ukraine"},
        ),
        # of people whom only the text knows, it says for whom they act
        (
            "Norwegian Foreign Minister Ola Nord met Latvian envoy Jan Berz. They condemned Iran.",
            {"Norway | opposes | Iran", "Latvia | opposes | Iran"},
        ),
        # whose it is that a sentence is about
        (
            "Ankara's objections had held up NATO. Its lawmakers condemned Israel.",
            {"Türkiye | opposes | Israel"},
        ),
        # one of two, and both of two by what they are not
        (
            "Britain and France met. The former sanctioned Russia, the latter supports Ukraine.",
            {"United Kingdom | opposes | Russia", "France | supports | Ukraine"},
        ),
        (
            "India and Japan condemned Iran. Either side may support Ukraine.",
            {"India | supports | Ukraine", "Japan | supports | Ukraine"},
        ),
        # a noun with a name right after it is who the name says
        ("Germany's neighbour Poland condemned Russia.", {"Poland | opposes | Russia"}),
        ("NATO's newest member Sweden supports Ukraine.", {"Sweden | supports | Ukraine"}),
        # who does so, too
        (
            "Japan condemned Russia. So did Kenya. Peru did so in May.",
            {"Kenya | opposes | Russia", "Peru | opposes | Russia"},
        ),
        # a body is its state's, of which the sentence before is
        (
            "Norway's parliament condemned Iran. The parliament supports Ukraine.",
            {"Norway | supports | Ukraine"},
        ),
        # a fragment after a label is about those whom the title tells
        (
            """European Union and South Korea

            The European Union and South Korea met.

            It rained. It poured. It stopped. It froze.

            Cyber: closer work on cybersecurity""".replace("  ", ""),
            {"European Union | cooperatesOn | cybersecurity"},
        ),
        # leaders who are nobody's are those of the one group that is spoken of
        (
            "The Quad met in Tokyo. Leaders are concerned about coercion.",
            {"Quad | concernedBy | coercion"},
        ),
        (
            "NATO met in Oslo. Defence ministers condemned North Korea.",
            {"NATO | opposes | North Korea"},
        ),
        # the group that is joined is the one spoken of
        ("NATO has grown. Finland joined in April 2023.", {"Finland | memberOf | NATO"}),
        ("NATO has grown. Sweden was admitted in 2024.", {"Sweden | memberOf | NATO"}),
        # beside whom one acts is another
        (
            "Japan is arming. Besides its alliance with the United States, it supports Ukraine.",
            {"Japan | supports | Ukraine"},
        ),
        # a heading that is a name alone says who works
        (
            "Partnerships\n\nJAPAN\n\nEnvisaged is work on cybersecurity. Much is new in it.",
            {"Japan | cooperatesOn | cybersecurity"},
        ),
    ],
)
def test_who_is_meant_by_what_stood_before(read: Reading, text: str, facts: set[str]) -> None:
    assert facts <= read(text).facts


def test_who_did_so_too_is_quoted_as_well(read: Reading) -> None:
    said = read("Japan condemned Russia. So did Kenya.")
    (claim,) = (c for c in said.claims("opposes") if said.label(c.subject) == "Kenya")
    assert [said.text[span.start : span.end] for span in claim.context] == ["So did Kenya."]


def test_of_several_who_speak_in_turn_none_is_we(read: Reading) -> None:
    text = (
        "Kenya is a power. Kenya trades. Kenya has friends.\n\n"
        "THE HOST: Our country needs peace.\n\nTHE GUEST: We support Ukraine."
    )
    assert "Kenya | supports | Ukraine" not in read(text).facts


def test_we_are_no_it(read: Reading) -> None:
    text = (
        "Kenya is a power. Kenya trades. Kenya has friends.\n\n"
        "Our country hopes. Iran armed. If Iran proceeds, we will oppose its aggression."
    )
    assert not any(fact.endswith("posedBy | Kenya") for fact in read(text).facts)


def test_an_author_speaks_for_the_country_that_is_ours(read: Reading) -> None:
    text = (
        "Kenya is a power. Kenya trades. Kenya has friends.\n\n"
        'Our country needs peace. We support Ukraine. "We support Moldova," said the poet.'
    )
    facts = read(text).facts
    assert "Kenya | supports | Ukraine" in facts
    assert "Kenya | supports | Moldova" not in facts
    assert "Kenya | supports | Ukraine" not in read(text.replace("Our country", "It")).facts


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        # nor is the owner of a noun with a name right after it
        ("NATO's newest member Sweden supports Ukraine.", "NATO | supports | Ukraine"),
        # what is said to be something does nothing
        (
            "Japan met Italy. Oslo is calm, and it is a grave human rights issue.",
            "Norway | sharesInterest | human rights",
        ),
        # all nations are any nations
        (
            "Japan and Italy met. All nations were urged to support Ukraine.",
            "Japan | supports | Ukraine",
        ),
        # leaders of nobody known, where several groups or none are spoken of
        ("NATO and the Quad met. Leaders support Ukraine.", "NATO | supports | Ukraine"),
        ("NATO met in Oslo. European leaders support Ukraine.", "NATO | supports | Ukraine"),
        ("The Quad met. Its leaders spoke. Finland joined in song.", "Finland | memberOf | Quad"),
    ],
)
def test_who_is_not_meant(read: Reading, text: str, fact: str) -> None:
    assert fact not in read(text).facts
