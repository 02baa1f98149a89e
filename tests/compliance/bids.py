"""Bids to hold the rules against, and a short way to see what is said of them."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from core.compliance import RuleBook, reminders
from core.model.base import Span
from core.model.candidate import Candidate, Rate
from core.model.posting import Criterion, Hours, Posting, Requirement
from core.model.reminder import OfficeProfile, Reminder

SUMMER = date(2026, 7, 1)
LENDING = ("detachering", "uitzend", "doorleen", "loondienst")
OWN_ACCOUNT = ("zzp", "eigen_bv")

ORDER: dict[str, Any] = {
    "start": "2026-08-03",
    "duration_months": 3,
    "hours_per_week": Hours(min=32, max=36),
    "closing": "2026-07-14T09:00:00+02:00",
}
"""An assignment of three months in 2026 that asks nothing."""


def posting(**fields: Any) -> Posting:
    """Return an assignment of three months in 2026 with these fields besides."""
    return Posting(**{**ORDER, **fields})


def criterion(requirement: Requirement, kind: str = "knockout", start: int = 0, end: int = 10) -> Criterion:
    """Return a criterion that asks this."""
    return Criterion.model_validate(
        {
            "id": "K1" if kind == "knockout" else "A1",
            "kind": kind,
            "number": "1",
            "text": "",
            "requirement": requirement,
            "span": Span(start=start, end=end),
        }
    )


def bid(rate: str | None = None, **fields: Any) -> Candidate:
    """Return a candidate, perhaps with a bid rate."""
    return Candidate(rate=Rate(bid=rate), **fields)


def said(
    posting: Posting,
    form: str | None = None,
    *,
    candidate: Candidate | None = None,
    today: date = SUMMER,
    answered: Mapping[str, bool] | None = None,
    book: RuleBook | None = None,
    **profile: Any,
) -> dict[str, Reminder]:
    """Return the reminders by rule, in their order."""
    found = reminders(
        posting,
        candidate or Candidate(),
        OfficeProfile(**profile),
        today,
        contract_form=form,
        answered=answered,
        book=book,
    )
    assert len({one.id for one in found}) == len(found)
    return {one.id: one for one in found}


def brief(reminder: Reminder | None) -> str | None:
    """Return "action", "action?" for a check, or None where the rule is silent."""
    return None if reminder is None else reminder.severity + ("?" if reminder.check else "")
