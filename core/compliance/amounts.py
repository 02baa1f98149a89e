"""Amounts of money by name, in euro, as an interval: what isn't known exactly may still be known to be below a cap.

`own_rate` `bid_rate` `rate_cap` `fee` `sroi_threshold` as given; `order_value` and `order_value_options` are the
estimate rate × hours a week × 52/12 × months, without and with all options to extend. Where the bid rate isn't
known the cap is its upper bound.
"""

from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from typing import NamedTuple

from core.compliance.logic import Three, inverse
from core.compliance.period import extension_months
from core.compliance.situation import Situation


class Amount(NamedTuple):
    """From `low` to `high`, both included; None: no bound known."""

    low: Decimal | None = None
    high: Decimal | None = None


def exactly(value: Decimal | None) -> Amount:
    """Return a known amount, or an unknown one for None."""
    return Amount(value, value)


def compare(left: Amount, operator: str, right: Amount) -> Three:
    """Return `left operator right` for ">", ">=", "<" or "<="; None where the intervals leave it open."""
    if operator == ">":
        return _above(left, right)
    if operator == "<":
        return _above(right, left)
    return inverse(_above(right, left) if operator == ">=" else _above(left, right))


OPERATORS = (">", ">=", "<", "<=")


def decimal(text: str | None) -> Decimal | None:
    """Return a decimal string as a number; None for None, and for what is no number."""
    try:
        value = Decimal(text) if text else None
    except InvalidOperation:
        return None
    return value if value is not None and value.is_finite() else None


def bid_rate(situation: Situation) -> Decimal | None:
    """Return the hourly rate that is bid."""
    return decimal(situation.candidate.rate.bid)


def rate_cap(situation: Situation) -> Decimal | None:
    """Return the highest hourly rate that the posting allows."""
    return decimal(situation.posting.rate_cap)


def fee(situation: Situation) -> Decimal | None:
    """Return the broker's fee per hour; None where none is charged or known."""
    return decimal(situation.posting.fee_per_hour) or None


def sroi_threshold(situation: Situation) -> Decimal | None:
    """Return the order value above which the posting asks for social return."""
    return decimal(situation.posting.sroi_threshold)


def hours_per_week(situation: Situation) -> Decimal | None:
    """Return the hours a week to reckon with: the most that posting and candidate both allow."""
    given = [hours for hours in (situation.posting.hours_per_week, situation.candidate.hours) if hours]
    limits = [limit for hours in given if (limit := hours.max if hours.max is not None else hours.min)]
    return Decimal(str(min(limits))) if limits else None


def months(situation: Situation, *, options: bool) -> int | None:
    """Return the duration, with all options to extend or without; None where that isn't known."""
    duration = situation.posting.duration_months
    extra = extension_months(situation.posting.extension) if options else 0
    return None if duration is None or extra is None else duration + extra


def total_hours(situation: Situation, *, options: bool) -> Decimal | None:
    """Return the hours of the whole assignment: 52 weeks a year, holidays not taken off."""
    weekly, duration = hours_per_week(situation), months(situation, options=options)
    return weekly * duration * 52 / 12 if weekly and duration else None


def order_value(situation: Situation, *, options: bool) -> Amount:
    """Return the estimated value of the order in euro, before VAT."""
    hours = total_hours(situation, options=options)
    rate = bid_rate(situation)
    most = rate if rate is not None else rate_cap(situation)
    if hours is None:  # unknown options only add to what is known without them
        return Amount(order_value(situation, options=False).low if options else None)
    return Amount(rate * hours if rate is not None else None, most * hours if most is not None else None)


def _above(left: Amount, right: Amount) -> Three:
    if left.low is not None and right.high is not None and left.low > right.high:
        return True
    if left.high is not None and right.low is not None and left.high <= right.low:
        return False
    return None


AMOUNTS: dict[str, Callable[[Situation], Amount]] = {
    "own_rate": lambda situation: exactly(decimal(situation.candidate.rate.own)),
    "bid_rate": lambda situation: exactly(bid_rate(situation)),
    "rate_cap": lambda situation: exactly(rate_cap(situation)),
    "fee": lambda situation: exactly(decimal(situation.posting.fee_per_hour)),
    "sroi_threshold": lambda situation: exactly(sroi_threshold(situation)),
    "order_value": lambda situation: order_value(situation, options=False),
    "order_value_options": lambda situation: order_value(situation, options=True),
}
