"""A score for readers: figures first, then what is wrong and what is missed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from graph.evaluation.gold import Row
from graph.evaluation.scoring import Figures, Judged, Score

DIGITS = 3


def summary(score: Score) -> dict[str, float]:
    """The figures of the whole table, rounded as they are read."""
    all_ = score.overall
    shares = {
        "P": all_.precision,
        "R": all_.recall,
        "F1": all_.f1,
        "modality": score.modality,
        "grounded": score.grounded,
        "exact": score.exact,
    }
    return {"facts": all_.facts, **{name: round(value, DIGITS) for name, value in shares.items()}}


def as_json(score: Score) -> dict[str, Any]:
    """All of a score, as values that JSON has."""
    return {
        **summary(score),
        "right": score.overall.right,
        "required": score.overall.required,
        "found": score.overall.found,
        "ignored": score.ignored,
        "byPredicate": _each(score.by_predicate()),
        "byModality": _each(score.by_modality()),
        "byConfidence": {
            name: {
                "facts": each.facts,
                "right": each.right,
                "P": _share(each.precision, each.facts),
            }
            for name, each in score.by_confidence().items()
        },
        "wrong": [_fact(fact) for fact in score.facts if not fact.right],
        "missed": [_row(row) for row in score.missed],
        "otherModality": [
            {
                **_fact(fact),
                "quotes": [e.quote for e in fact.evidence if e.modality not in fact.agreed],
                "said": sorted(fact.modalities - fact.agreed),
                "table": sorted({row.modality for row in fact.met}),
            }
            for fact in score.facts
            if fact.right and fact.modalities - fact.agreed
        ],
        "badSpans": [{"document": name, "quote": quote} for name, quote in score.wrong_spans],
    }


def _each(figures: Mapping[str, Figures]) -> dict[str, dict[str, float | None]]:
    return {
        name: {
            "facts": each.facts,
            "right": each.right,
            "required": each.required,
            "found": each.found,
            "P": _share(each.precision, each.facts),
            "R": _share(each.recall, each.required),
            "F1": _share(each.f1, each.required),
        }
        for name, each in figures.items()
    }


def _share(value: float, of: int) -> float | None:
    """A share of nothing is none at all."""
    return round(value, DIGITS) if of else None


def _fact(fact: Judged) -> dict[str, Any]:
    return {
        "document": fact.document,
        "subject": fact.subject,
        "predicate": fact.predicate,
        "object": fact.object,
        "modalities": sorted(fact.modalities),
        "quotes": [e.quote for e in fact.evidence],
    }


def _row(row: Row) -> dict[str, Any]:
    return {
        "document": row.document,
        "subject": row.subject,
        "predicate": row.predicate,
        "object": row.object,
        "modality": row.modality,
        "quote": row.quote,
        "place": row.place,
    }


def as_text(score: Score) -> Iterator[str]:
    """Lines for a terminal."""
    found = as_json(score)
    yield " ".join(
        f"{name}={value}" if name == "facts" else f"{name}={value:.{DIGITS}f}"
        for name, value in summary(score).items()
    )
    for title, key in (("predicate", "byPredicate"), ("modality", "byModality")):
        yield ""
        yield f"{title:<20}{'facts':>6}{'right':>6}{'P':>7}{'req':>6}{'found':>6}{'R':>7}{'F1':>7}"
        for name, each in found[key].items():
            p, r, f1 = ("–" if each[x] is None else f"{each[x]:.3f}" for x in ("P", "R", "F1"))
            yield (
                f"{name:<20}{each['facts']:>6}{each['right']:>6}{p:>7}"
                f"{each['required']:>6}{each['found']:>6}{r:>7}{f1:>7}"
            )
    yield ""
    yield f"{'confidence':<20}{'facts':>6}{'right':>6}{'P':>7}"
    for name, each in found["byConfidence"].items():
        yield f"{name:<20}{each['facts']:>6}{each['right']:>6}{each['P']:>7.3f}"
    for title, key in (("wrong, or not in the table", "wrong"), ("missed", "missed")):
        yield from _listed(title, found[key])
    yield from _listed("in another modality", found["otherModality"])
    if found["badSpans"]:
        yield f"quotes that are not the text at their offsets: {len(found['badSpans'])}"
    if found["ignored"]:
        yield f"evidence of other predicates, or over-long: {found['ignored']}"


def _listed(title: str, items: list[dict[str, Any]]) -> Iterator[str]:
    if not items:
        return
    yield ""
    yield f"{title}: {len(items)}"
    for item in items:
        ends = f"{item['subject']} | {item['predicate']} | {item['object']}"
        sense = "/".join(item.get("said") or item.get("modalities") or [item["modality"]])
        instead = f" (table: {'/'.join(item['table'])})" if "table" in item else ""
        quote = " ".join(str(item.get("quote") or item["quotes"][0]).split())
        yield f"  {item['document']}  {ends}  [{sense}]{instead}"
        yield f"      “{quote}”"
