"""What the header asks beside the criteria, compared with what is offered (S7): never a knock-out."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal, InvalidOperation

from core.assessment.commitments import dated
from core.assessment.education import level_name
from core.assessment.judged import Case
from core.lexicon import education_satisfies, read_level
from core.model.assessment import Practical, Status
from core.model.posting import Hours, Posting
from core.text.phrases import amount_text, date_text, days_text
from core.texts import say


def practical(case: Case) -> tuple[Practical, ...]:
    """Return one line for each thing that the header asks."""
    return tuple(_lines(case))


def _lines(case: Case) -> Iterator[Practical]:
    posting, candidate = case.posting, case.candidate
    if posting.hours_per_week is not None:
        offered = candidate.hours
        yield Practical(
            field="hours",
            asked=_hours(posting.hours_per_week),
            offered=_hours(offered) if offered else None,
            status=_overlap(posting.hours_per_week, offered),
        )
    if posting.start is not None:
        available = dated(candidate.available_from, _near(posting, case.reference))
        yield Practical(
            field="start",
            asked=_start(posting.start),
            offered=_start(available) if available else None,
            status=_start_status(posting.start, available),
        )
    if posting.work_days:
        status: Status = "open"
        if set(posting.work_days) & set(candidate.not_days):
            status = "unmet"
        elif candidate.days:
            status = "met" if set(posting.work_days) <= set(candidate.days) else "unmet"
        offered_days = days_text(candidate.days) if candidate.days else None
        yield Practical(field="days", asked=days_text(posting.work_days), offered=offered_days, status=status)
    if posting.region is not None:
        yield Practical(field="place", asked=posting.region, offered=candidate.place, status="open")
    if posting.education_level is not None:
        yield _level(case, posting.education_level)
    if posting.rate_cap is not None:
        yield _rate(case, posting.rate_cap)


def _near(posting: Posting, reference: int) -> date:
    """The day that a start is compared with: the start asked, else the reference month."""
    if posting.start is not None and _is_date(posting.start):
        return date.fromisoformat(posting.start)
    return date(reference // 12, reference % 12 + 1, 1)


def _hours(hours: Hours) -> str:
    low, high = hours.min, hours.max
    if low is not None and high is not None and low != high:
        return say("practical.hours_range", low=f"{low:g}", high=f"{high:g}")
    return say("practical.hours", hours=f"{(low if low is not None else high) or 0:g}")


def _overlap(asked: Hours, offered: Hours | None) -> Status:
    if offered is None:
        return "open"
    most = offered.max if offered.max is not None else offered.min
    least = offered.min if offered.min is not None else offered.max
    enough = most is None or asked.min is None or most >= asked.min
    few_enough = least is None or asked.max is None or least <= asked.max
    return "met" if enough and few_enough else "unmet"


def _is_date(text: str) -> bool:
    return len(text) == 10 and text[4] == "-"


def _start(start: str) -> str:
    if start == "now":
        return say("practical.now")
    return date_text(date.fromisoformat(start)) if _is_date(start) else start


def _start_status(asked: str, offered: str | None) -> Status:
    if offered is None:
        return "open"
    if offered == "now":
        return "met"
    if _is_date(asked) and _is_date(offered):
        return "met" if offered <= asked else "unmet"
    return "open"


def _level(case: Case, asked: str) -> Practical:
    level = read_level(asked)
    finished = [e for e in case.candidate.educations if e.level and e.finished is not False and not e.denied]
    fits = [education_satisfies(level, e.level) for e in finished if e.level] if level else []
    # A diploma that was told counts as one that is written.
    told = [f.subject for f, effect in case.known.all().items() if f.kind == "education" and effect.yes]
    fits += [education_satisfies(level, name) for name in told] if level else []
    # Only lower diplomas leave it open: another may not be written (C5).
    denied = [e for e in case.candidate.educations if e.denied and e.level and not e.field]
    none = level is not None and any(education_satisfies(e.level or "", level) for e in denied)
    status: Status = "met" if True in fits else "unmet" if none and None not in fits else "open"
    names = dict.fromkeys([*(e.level for e in finished if e.level), *told])
    offered = ", ".join(level_name(name) for name in names) or None
    return Practical(field="level", asked=asked, offered=offered, status=status)


def _rate(case: Case, cap: str) -> Practical:
    rate = case.candidate.rate
    told = next((e.text for f, e in case.known.all().items() if f.kind == "rate" and e.text), None)
    bid = told or rate.bid
    shown = bid or rate.own
    status: Status = "open"
    offered = None
    try:
        if shown is not None:
            offered = f"€ {amount_text(Decimal(shown))}"
            if Decimal(shown) > Decimal(cap):
                status = "unmet"
            elif bid is not None:
                status = "met"
        asked = f"€ {amount_text(Decimal(cap))}"
    except InvalidOperation:
        asked = cap
    return Practical(field="rate", asked=asked, offered=offered, status=status)
