"""Amounts of money: "€ 61,50", "€82", "82 euro p/u", "€49,25,-", "€ 1.250", "EUR 75", "75,- per uur", "tarief 85".

A bare number is money only behind a word for a rate, or before "euro", ",-" or "per uur".
"""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Literal, NamedTuple

from core.text.source import plain
from core.text.vocabulary import one_of, vocabulary, zones

Per = Literal["hour", "day", "week", "month", "year"]


class Amount(NamedTuple):
    """An amount in euro at `[start, end)` (its currency and "per uur" included); `per` None: not said."""

    value: Decimal
    start: int
    end: int
    per: Per | None


_DATA = vocabulary("money")
_PER: Mapping[Per, list[str]] = _DATA["per"]
_NUMBER = r"\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?|\d{1,7}(?:[.,]\d{1,2})?"
_TAIL = r"(?:,?-{1,2}|,=)?"
_CURRENCY = r"(?:€|\b(?:eur|euro))"
_CUE = rf"{one_of(_DATA['cue']['hourly'])}(?:\s{{0,3}}{one_of(_DATA['cue']['joint'])}){{0,3}}\s{{0,3}}"
_PER_WORD = "|".join(rf"(?P<per_{name}>{one_of(words)})" for name, words in _PER.items())
_BETWEEN = rf"(?:\s{{0,2}}\(?{one_of(_DATA['between']['words'])}\)?){{0,4}}"
_AMOUNT = re.compile(
    rf"(?:(?P<cue>{_CUE}))?(?:(?P<sign>{_CURRENCY})\s{{0,3}}(?P<signed>{_NUMBER})(?![\d])"
    rf"|(?<![\w.,:/€-])(?P<bare>{_NUMBER})(?!\d|[.:]\d))"
    rf"(?P<tail>(?:,-{{1,2}}|,=|\.-)?)(?P<euro>\s{{0,3}}(?:euro|eur|€)(?!\w))?(?P<per>{_BETWEEN}\s{{0,3}}(?:{_PER_WORD}))?"
)
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?")
_ANCHOR = re.compile(r"[0-9]")
_NO_RATE = re.compile(r"\s{0,3}(?:%|uur\b|u\b|uren\b|jaar\b|dagen\b|maand|punten|procent)")
_HOURLY_RANGE = (Decimal(10), Decimal(500))


def find_amounts(text: str) -> tuple[Amount, ...]:
    """Return the amounts of money in canonical `text`, in order."""
    low = plain(text)
    found: list[Amount] = []
    for begin, end in zones(low, _ANCHOR, before=64, after=64):
        for match in _AMOUNT.finditer(low, begin, end):
            amount = _amount(low, match)
            if amount is not None:
                found.append(amount)
    return tuple(found)


def _amount(low: str, match: re.Match[str]) -> Amount | None:
    written = match["signed"] or match["bare"]
    value = _value(written)
    per = _per(match)
    start = match.start("sign") if match["sign"] else match.start("bare")
    if not match["sign"] and not match["euro"] and not (per == "hour" or (per and match["tail"])):
        if match["tail"] != ",-" and not match["cue"]:
            return None
        if match["cue"] and (_NO_RATE.match(low, match.end()) or not _HOURLY_RANGE[0] <= value <= _HOURLY_RANGE[1]):
            return None
    if per is None and match["cue"] and _HOURLY_RANGE[0] <= value <= _HOURLY_RANGE[1]:
        per = "hour"
    return Amount(value, start, match.end(), per)


def _value(written: str) -> Decimal:
    if _THOUSANDS.fullmatch(written):
        written = written.replace(".", "")
    return Decimal(written.replace(",", "."))


def _per(match: re.Match[str]) -> Per | None:
    if match["per"] is None:
        return None
    return next((name for name in _PER if match[f"per_{name}"]), None)
