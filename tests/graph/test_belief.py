"""Belief by its properties: who raises it, who does not, and who lowers it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from graph.statements import Modality, Voice, belief

SHARES = st.integers(1, 19).map(lambda n: n / 20)
VOICES = st.builds(
    Voice, st.sampled_from(["a", "b", "c", "d"]), st.sampled_from(Modality), SHARES, SHARES
)
HEARD = st.lists(VOICES, max_size=8)
SENSES = st.sampled_from(Modality)


def against(modality: Modality) -> Modality:
    return Modality.ASSERTED if modality is Modality.NEGATED else Modality.NEGATED


@given(HEARD, SENSES)
def test_it_is_a_share_and_nothing_unsaid_is_believed(heard: list[Voice], sense: Modality) -> None:
    assert 0 <= belief(heard, sense) <= 1
    if not any(voice.modality is sense for voice in heard):
        assert belief(heard, sense) == 0


@given(HEARD, SENSES, st.randoms(use_true_random=False))
def test_the_order_in_which_it_is_heard_does_not_matter(
    heard: list[Voice], sense: Modality, chance: object
) -> None:
    shuffled = sorted(heard, key=lambda _: chance.random())  # type: ignore[attr-defined]
    assert belief(shuffled, sense) == belief(heard, sense)


@given(HEARD, SENSES, SHARES, SHARES)
def test_an_independent_publisher_raises_it(
    heard: list[Voice], sense: Modality, sure: float, reliable: float
) -> None:
    more = [*heard, Voice("e", sense, sure, reliable)]
    before = belief(heard, sense)
    assert belief(more, sense) >= before
    if before < 0.99 and not any(voice.modality is against(sense) for voice in heard):
        assert belief(more, sense) > before


@given(HEARD, VOICES, st.integers(1, 20))
def test_repetition_by_one_publisher_does_not(heard: list[Voice], voice: Voice, often: int) -> None:
    for sense in Modality:
        assert belief([*heard, *[voice] * often], sense) == belief([*heard, voice], sense)
        quieter = voice._replace(confidence=voice.confidence / 2)
        assert belief([*heard, voice, quieter], sense) == belief([*heard, voice], sense)


@given(HEARD, SENSES, VOICES)
def test_a_denial_lowers_it_and_other_senses_leave_it(
    heard: list[Voice], sense: Modality, voice: Voice
) -> None:
    more = belief([*heard, voice], sense)
    if voice.modality is against(sense):
        assert more <= belief(heard, sense)
    elif voice.modality is not sense:
        assert more == belief(heard, sense)


@given(HEARD, SENSES, SHARES, SHARES, SHARES)
def test_a_more_reliable_publisher_weighs_more(
    heard: list[Voice], sense: Modality, sure: float, one: float, other: float
) -> None:
    low, high = sorted((one, other))

    def with_(reliable: float) -> float:
        return belief([*heard, Voice("e", sense, sure, reliable)], sense)

    assert with_(low) <= with_(high)
    assert belief([Voice("e", sense, sure, low)], sense) == round(sure * low, 6)


def test_a_denial_alone_counts_for_the_denial() -> None:
    denied = [Voice("a", Modality.NEGATED, 0.8, 0.9)]
    assert belief(denied, Modality.NEGATED) == 0.72
    both = [*denied, Voice("b", Modality.ASSERTED, 0.5, 1.0)]
    assert belief(both, Modality.ASSERTED) == 0.14
    assert belief(both, Modality.NEGATED) == 0.36
