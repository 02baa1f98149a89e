"""What the texts of rules can name between braces, in Dutch; None where it isn't known.

A parameter is a placeholder too, under its own name.
"""

from collections.abc import Callable
from datetime import date
from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal

from core.compliance.amounts import (
    bid_rate,
    fee,
    hours_per_week,
    months,
    order_value,
    rate_cap,
    sroi_threshold,
    total_hours,
)
from core.compliance.period import day_of, extension_months
from core.compliance.situation import Situation
from core.text.phrases import amount_text, listed
from core.texts import has, say


def euro(amount: Decimal) -> str:
    """Return an amount as Dutch writes it: "€ 72,75", "€ 75", "€ 143.910"."""
    return f"€ {amount_text(amount.quantize(Decimal('0.01'), ROUND_HALF_UP)).removesuffix(',00')}"


def day_text(day: date) -> str:
    """Return a date as it is said in passing: "1-7-2027"."""
    return f"{day.day}-{day.month}-{day.year}"


def value_text(value: date | Decimal | int) -> str:
    """Return a parameter's value in Dutch."""
    if isinstance(value, date):
        return day_text(value)
    return euro(value) if isinstance(value, Decimal) else str(value)


def _money(amount: Decimal | None) -> str | None:
    return None if amount is None else euro(amount)


def _documents(situation: Situation) -> str | None:
    names = [
        say(f"compliance.document.{clause}")
        for clause in situation.posting.clauses
        if has(f"compliance.document.{clause}") and situation.clause_only(clause)
    ]
    return listed(names) or None


def _net(situation: Situation) -> str | None:
    cap, charged = rate_cap(situation), fee(situation)
    return None if cap is None or charged is None else euro(cap - charged)


def _net_of_bid(situation: Situation) -> str | None:
    rate, charged = bid_rate(situation), fee(situation)
    return None if rate is None or charged is None else euro(rate - charged)


def _value(situation: Situation, *, options: bool) -> str | None:
    if options and not extension_months(situation.posting.extension):
        return None
    most = order_value(situation, options=options).high
    return None if most is None else euro(most.quantize(Decimal(1), ROUND_HALF_UP))


def _calculation(situation: Situation) -> str | None:
    """Return how the highest estimate came about."""
    rate, weekly = bid_rate(situation), hours_per_week(situation)
    used = rate if rate is not None else rate_cap(situation)
    duration = months(situation, options=True) or months(situation, options=False)
    if used is None or weekly is None or duration is None:
        return None
    name = "compliance.calculation" if rate is not None else "compliance.calculation_cap"
    hours = f"{weekly.normalize():f}".replace(".", ",")
    return say(name, rate=euro(used), hours=hours, months=duration)


def _rate_at_threshold(situation: Situation) -> str | None:
    """Return the hourly rate, up to whole euros, above which the order with its options passes the threshold."""
    threshold, hours = sroi_threshold(situation), total_hours(situation, options=True)
    return euro((threshold / hours).quantize(Decimal(1), ROUND_CEILING)) if threshold and hours else None


def _questions_until(situation: Situation) -> str | None:
    """Return the last day for questions, unless it is past."""
    day, today = day_of(situation.posting.questions_until), situation.today
    return None if day is None or (today is not None and day < today) else day_text(day)


PLACEHOLDERS: dict[str, Callable[[Situation], str | None]] = {
    "schaal": lambda situation: situation.posting.function_scale,
    "vragen_tot": _questions_until,
    "documenten": _documents,
    "tarief": lambda situation: _money(bid_rate(situation)),
    "max": lambda situation: _money(rate_cap(situation)),
    "fee": lambda situation: _money(fee(situation)),
    "netto": _net,
    "netto_tarief": _net_of_bid,
    "waarde": lambda situation: _value(situation, options=False),
    "waarde_opties": lambda situation: _value(situation, options=True),
    "berekening": _calculation,
    "drempel": lambda situation: _money(sroi_threshold(situation)),
    "drempeltarief": _rate_at_threshold,
}
