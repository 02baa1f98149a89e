"""The bid checklist as it stands: what is met, unmet or open besides the criteria (P10)."""

from datetime import date
from decimal import Decimal, InvalidOperation

from core.assessment.commitments import CONTRACT_FORM
from core.assessment.knowledge import Knowledge
from core.model.candidate import Candidate
from core.model.posting import ChecklistItem, Posting
from core.model.question import Fact


def tick_fact(item_id: str) -> Fact:
    """Return the fact that a checklist item is done."""
    return Fact(kind="yes", subject=f"checklist:{item_id}")


def checklist(posting: Posting, candidate: Candidate, known: Knowledge, today: date) -> tuple[ChecklistItem, ...]:
    """Return the posting's checklist with the status of each item: ticked, or seen in what is known."""
    return tuple(
        item.model_copy(update={"status": _status(item, posting, candidate, known, today)})
        for item in posting.bid_checklist
    )


def is_blocked(items: tuple[ChecklistItem, ...]) -> bool:
    """Return whether something on the list would set the bid aside, or may still."""
    return any(item.blocker and item.status != "met" for item in items)


def _status(item: ChecklistItem, posting: Posting, candidate: Candidate, known: Knowledge, today: date) -> str:
    ticked = known.yes(tick_fact(item.id))
    if ticked is not None:
        return "met" if ticked else "unmet"
    if item.id == "deadline":
        return "unmet" if _past(posting, today) else "met"
    if item.id == "rate" and posting.rate_cap and candidate.rate.bid:
        try:
            return "met" if Decimal(candidate.rate.bid) <= Decimal(posting.rate_cap) else "unmet"
        except InvalidOperation:
            return item.status
    if item.id == "zzp_excluded":
        told = known.get(CONTRACT_FORM)
        return _without_zzp(told.text if told and told.text else candidate.contract_form)
    if item.id == "motivation" and any(s.section == "motivation" for s in candidate.statements):
        return "met"
    return item.status


def _without_zzp(form: str | None) -> str:
    """Return the status of a remark that excludes zzp; whether that covers a company of one's own isn't said."""
    return "open" if form in (None, "eigen_bv") else "unmet" if form == "zzp" else "met"


def _past(posting: Posting, today: date) -> bool:
    return posting.closing is not None and posting.closing[:10] < today.isoformat()
