"""Belief: how far the evidence for a fact is to be trusted, from 0 to 1.

The rule is that of INDRA (Gyori et al. 2017, doi:10.15252/msb.20177651,
"From word models to executable models of signaling networks using automated
assembly", supplementary note on belief): a claim is wrong only if every
independent source of it is, and a source errs with a systematic and a random
part of which repetition wears off the random one alone. Here a source is a
publisher, not a reader, and repetition by one publisher raises nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from graph.statements.evidence import Modality


class Voice(NamedTuple):
    """One evidence as belief hears it.

    `publisher` is who stands behind it (its document, where none is named),
    `reliability` the publisher's, `confidence` the extractor's.
    """

    publisher: str
    modality: Modality
    confidence: float
    reliability: float


CERTAIN = 2.0**-60
"""A doubt so small that support is 1 to the bit, whoever else is heard."""


def certain(voices: Iterable[Voice]) -> bool:
    """Whether these voices, all in one sense, are enough: more would change no belief.

    >>> certain(Voice(str(n), Modality.ASSERTED, 0.8, 0.6) for n in range(80))
    True
    >>> certain(Voice(str(n), Modality.ASSERTED, 0.8, 0.6) for n in range(20))
    False
    """
    return _doubt(voices) < CERTAIN


def _doubt(voices: Iterable[Voice]) -> float:
    loudest: dict[str, float] = {}
    for voice in voices:
        weight = voice.confidence * voice.reliability
        loudest[voice.publisher] = max(weight, loudest.get(voice.publisher, 0.0))
    doubt = 1.0
    for publisher in sorted(loudest):
        doubt *= 1.0 - loudest[publisher]
    return doubt


def _support(voices: Iterable[Voice]) -> float:
    return 1.0 - _doubt(voices)


def contrary(modality: Modality) -> Modality:
    """What speaks against a fact in the sense of `modality`: denials, or claims."""
    return Modality.ASSERTED if modality is Modality.NEGATED else Modality.NEGATED


def belief(voices: Iterable[Voice], modality: Modality) -> float:
    """How far to believe that the fact stands in the sense of `modality`.

    Independent publishers raise it, one publisher's repetition does not, and
    the support of the other side (denials for a claim, assertions for a
    denial) lowers it. Rounded to six places, so that stores agree to the bit.
    """
    heard = list(voices)
    against = contrary(modality)
    support = _support(v for v in heard if v.modality is modality)
    denial = _support(v for v in heard if v.modality is against)
    return round(support * (1.0 - denial), 6)
