"""What schemathesis is told: how values are refused that the schema cannot rule out.

A page of -1 rows or a date `x` fits the types, so schemathesis takes the
refusal for a failure. This check stands in for its own: every answer is 200
with data, or names errors that are the caller's to mend.
"""

from __future__ import annotations

import schemathesis
from schemathesis import GenerationMode

CALLERS = {"usage", "limit", "too-large", "not-found", "input"}
INVALID = {"syntax", "validation", "variables"}
"""How a query is refused that does not fit the schema."""


@schemathesis.check
def answered_or_refused(
    ctx: schemathesis.CheckContext, response: schemathesis.Response, case: schemathesis.Case
) -> None:
    """Fail on any other answer."""
    body = response.json()
    codes = {error["extensions"]["code"] for error in body.get("errors", [])}
    assert response.status_code in (200, 400), f"HTTP {response.status_code}"
    is_valid = case.meta is None or case.meta.generation.mode is GenerationMode.POSITIVE
    assert codes <= (CALLERS if is_valid else CALLERS | INVALID), body["errors"]
    assert codes or body["data"] is not None, body
