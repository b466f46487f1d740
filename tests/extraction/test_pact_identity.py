"""Which agreement a reader means: by who signed or ratified it, when, and what it is called."""

from __future__ import annotations

import pytest

from tests.extraction.conftest import Reading

_ACCESS = "Japan–Philippines Reciprocal Access Agreement"
_AUSTRALIAN = "Japan–Australia Reciprocal Access Agreement"
_TREATY = "Russia–North Korea Comprehensive Strategic Partnership Treaty"


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            (
                "NATO has the North Atlantic Treaty. The 'comprehensive strategic partnership' "
                "treaty was signed by Vladimir Putin and Kim Jong Un."
            ),
            (f"Russia | partyTo | {_TREATY}", f"North Korea | partyTo | {_TREATY}"),
        ),
        (
            "Kenya and Chad agreed a defence pact in May. The pact was signed by Kenya and Chad.",
            ("Kenya | partyTo | Chad–Kenya defence pact",),
        ),
        (
            "Kenya and Chad have treaties with Peru.",
            ("Kenya | partyTo | Kenya–Peru treaty", "Peru | partyTo | Chad–Peru treaty"),
        ),
        (
            "Kenya signed a pact with Chad known as the Reef Charter.",
            ("Kenya | partyTo | Reef Charter", "Chad | partyTo | Reef Charter"),
        ),
        (
            "Kenya has an agreement with Chad, dubbed the Dune Treaty.",
            ("Kenya | partyTo | Dune Treaty", "Chad | partyTo | Dune Treaty"),
        ),
        (
            "Putin met Kim Jong Un. The treaty that he signed with Kim covers defence.",
            (
                "Russia | partyTo | North Korea–Russia treaty",
                "North Korea | partyTo | North Korea–Russia treaty",
            ),
        ),
        (
            (
                "Tokyo is close to Australia. A Reciprocal Access Agreement signed in January 2022 "
                "helps Japan."
            ),
            (f"Japan | partyTo | {_AUSTRALIAN}", f"Australia | partyTo | {_AUSTRALIAN}"),
        ),
        (
            "Japan likes the Philippines. A visiting-forces pact was signed in July 2024.",
            (f"Japan | partyTo | {_ACCESS}", f"Philippines | partyTo | {_ACCESS}"),
        ),
        (
            "The accord on access was ratified by the Diet and by the Philippine Senate.",
            ("Japan | cooperatesWith | Philippines",),
        ),
        (
            "The Bundestag ratified a defence agreement with Peru.",
            ("Germany | partyTo | Germany–Peru defence agreement",),
        ),
        (
            "Leaders announced a security deal between China and the Solomon Islands.",
            ("China | partyTo | China–Solomon Islands security pact",),
        ),
        (
            (
                "The EU and South Korea launched a Security and Defence Partnership. A similar "
                "partnership was concluded with Japan."
            ),
            (
                "Japan | partyTo | EU–Japan Security and Defence Partnership",
                "European Union | partyTo | EU–Japan Security and Defence Partnership",
            ),
        ),
        (
            (
                "AUKUS explained\n\nAustralia, the United Kingdom and the United States stunned "
                "Paris with a security partnership."
            ),
            ("Australia | memberOf | AUKUS", "United States | memberOf | AUKUS"),
        ),
        (
            "Kenya and Chad met. Relations were raised to a strategic partnership in 2020.",
            ("Kenya | partnerOf | Chad",),
        ),
        (
            "Kenya, Chad and Peru met as the Quad in Rome.",
            ("Kenya | memberOf | Quad", "Peru | memberOf | Quad"),
        ),
    ],
)
def test_an_agreement_is_told_by_its_signatures(
    read: Reading, text: str, facts: tuple[str, ...]
) -> None:
    assert set(facts) <= set(read(text).facts)


@pytest.mark.parametrize(
    "text",
    [
        "The United States, Kenya and Chad have formed an 'Asian-version NATO'.",
        "Kenya and Chad are members of a Sahelian counterpart of NATO.",
        "Kenya would join a Sahelian NATO.",
        "Kenya is a member of a mini-NATO.",
    ],
)
def test_a_likeness_is_not_the_body_it_is_like(read: Reading, text: str) -> None:
    assert not [fact for fact in read(text).facts if fact.endswith("| memberOf | NATO")]


@pytest.mark.parametrize(
    "text",
    [
        "The Pentagon opens an inquiry into a submarine pact.",
        "The North Atlantic Treaty is old. A 'far reach' pact was signed by Chad and Kenya.",
        "Kenya and Chad signed documents with NATO known as the Reef Charter.",
    ],
)
def test_who_only_looks_at_an_agreement_is_no_party(read: Reading, text: str) -> None:
    facts = read(text).facts
    assert not [f for f in facts if "Department of Defense | partyTo" in f]
    assert not [f for f in facts if f.endswith("| partyTo | North Atlantic Treaty")]
    assert "Chad | cooperatesWith | Kenya" not in facts or "old" in text


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            (
                "Kenya and Chad signed a pact. It sets out the fields in which both will work: "
                "maritime security, space cooperation and migration."
            ),
            ("Kenya | cooperatesOn | maritime security", "Chad | cooperatesOn | maritime security"),
        ),
        (
            (
                "Kenya and Chad met. They listed the areas where the two will work together: "
                "maritime security, cyber defence and disaster relief."
            ),
            ("Kenya | cooperatesOn | maritime security",),
        ),
        (
            (
                "Work goes on on the three projects of Kenya and Chad agreed in Rome: maritime "
                "security, cyber defence and disaster relief."
            ),
            (),
        ),
        (
            (
                "Kenya and Chad signed a pact. Peru and Mali met. The pact came out in May. "
                "The two sides cooperate on maritime security."
            ),
            ("Kenya | cooperatesOn | maritime security",),
        ),
        (
            (
                "A pact of China and the Solomon Islands alarmed Peru. Kenya and Chad, allies "
                "of the island nation, protested."
            ),
            ("Solomon Islands | alliedWith | Kenya", "Solomon Islands | alliedWith | Chad"),
        ),
        (
            "Kenya fears China. It has labelled it partner, competitor and rival.",
            (),
        ),
        (
            "Kenya calls Chad friend and partner.",
            ("Kenya | partnerOf | Chad",),
        ),
        (
            (
                "Its old ally, the United States, is bound to the Philippines by the Mutual "
                "Defense Treaty."
            ),
            ("United States | partyTo | U.S.–Philippines Mutual Defense Treaty",),
        ),
    ],
)
def test_what_the_sides_of_an_agreement_do(
    read: Reading, text: str, facts: tuple[str, ...]
) -> None:
    assert set(facts) <= set(read(text).facts)
