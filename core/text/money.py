"""Amounts of money: "€ 61,50", "€82", "82 euro p/u", "€49,25,-", "€ 1.250", "EUR 75", "75,- per uur", "tarief 85".

A bare number is money only behind a word for a rate, behind another amount ("€ 80-85"), or before "euro",
",-" or "per uur". What a rate includes ("excl. btw") is for the caller to say.
"""

import re
from collections.abc import Iterator, Mapping
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
_SCALE: Mapping[str, int] = _DATA["scale"]
_HOURLY_RATES = (Decimal(10), Decimal(500))
"""What a bare number behind "tarief" may be."""

_NUMBER = r"(?:\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?|\d{1,7}(?:[.,]\d{1,2})?)(?!\d)"
_CUE = rf"(?:(?<!\w)[a-z-]{{0,20}}tarief(?!\w)|{one_of(_DATA['cue']['hourly'])})(?:\s{{0,3}}{one_of(_DATA['cue']['joint'])}){{0,6}}\s{{0,3}}"
_BETWEEN = rf"(?:\s{{0,2}}[(,]?{one_of(_DATA['between']['words'])}[),]?){{0,4}}"
_PER_WORD = "|".join(rf"(?P<{name}>{one_of(words)})" for name, words in _PER.items())
_AMOUNT = re.compile(
    rf"(?P<cue>{_CUE})?(?:(?P<sign>€|(?<!\w)(?:eur|euro)\b)\s{{0,3}}(?P<signed>{_NUMBER})"
    rf"|(?<![\w.,:/€-])(?P<bare>{_NUMBER})(?![.:]\d)|(?<=\d)\s?(?P<joint>-|/|tot|a)\s?(?P<second>{_NUMBER}))"
    rf"(?:\s?(?P<scale>{one_of(_SCALE, whole=False)})(?!\w))?"
    rf"(?P<tail>,-{{1,2}}|,=|\.-)?(?P<euro>\s{{0,3}}(?:euro|eur|€)(?!\w))?(?P<per>{_BETWEEN}\s{{0,3}}(?:{_PER_WORD}))?"
)
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?")
_DIGIT = re.compile(r"[0-9]")
_OTHER_UNIT = re.compile(r"\s{0,3}(?:%|uur\b|u\b|uren\b|jaar\b|dagen\b|maand|punten|procent)")
_TAXED = re.compile(r"\s{0,3}\(?(?:excl\.?|incl\.?|ex\.?|exclusief|inclusief)\s?btw\b")
_TO = re.compile(r"\s{0,3}(?:-|/|tot(?: en met)?|t/m|a|en)\s{0,3}")


def find_amounts(text: str) -> tuple[Amount, ...]:
    """Return the amounts of money in canonical `text`, in order."""
    low = plain(text)
    found = list(_amounts(low))
    # "€ 80 - € 85 per uur": what is said of the last holds for both.
    for index in range(len(found) - 2, -1, -1):
        first, second = found[index], found[index + 1]
        if first.per is None and _TO.fullmatch(low, first.end, second.start):
            found[index] = first._replace(per=second.per)
    return tuple(found)


def _amounts(low: str) -> Iterator[Amount]:
    last: Amount | None = None
    for begin, end in zones(low, _DIGIT, before=64, after=64):
        for match in _AMOUNT.finditer(low, begin, end):
            amount = _amount(low, match, last)
            if amount is not None:
                yield amount
            last = amount


def _amount(low: str, match: re.Match[str], last: Amount | None) -> Amount | None:
    value = _value(match)
    per = next((name for name in _PER if match[name]), None)
    start = match.start("sign") if match["sign"] else match.start("second" if match["second"] else "bare")
    if match["second"]:
        if last is None or last.end != match.start() or value < last.value:
            return None
        return Amount(value, start, match.end(), per or last.per)
    is_cued = match["cue"] is not None or (
        match["bare"] is not None and _TAXED.match(low, match.end("bare")) is not None
    )
    hourly = is_cued and _HOURLY_RATES[0] <= value <= _HOURLY_RATES[1]
    is_money = match["sign"] or match["euro"] or match["tail"] == ",-" or per == "hour" or (per and match["tail"])
    if not is_money and (not hourly or _OTHER_UNIT.match(low, match.end())):
        return None
    return Amount(value, start, match.end(), "hour" if per is None and hourly else per)


def _value(match: re.Match[str]) -> Decimal:
    written = match["signed"] or match["bare"] or match["second"]
    if _THOUSANDS.fullmatch(written):
        written = written.replace(".", "")
    value = Decimal(written.replace(",", "."))
    return value * _SCALE[match["scale"]] if match["scale"] else value
