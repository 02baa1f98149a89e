"""Moments in time with their precision (C2): "mei 2019", "medio 2019", "01-2018", "Q3 2020", "3-6-2024", "'19".

A moment is a range of months, or one day. Years run from 1950 to 2049. A number that looks like a year but
is a quantity, an amount, a postcode, a reference or part of a law's name is none.
"""

import re
from collections.abc import Mapping
from datetime import date
from typing import Literal, NamedTuple

from core.model.base import MonthRange, month_of
from core.text.memory import remembered
from core.text.source import plain
from core.text.vocabulary import one_of, phrase_before, vocabulary, zones

Precision = Literal["day", "month", "part", "year"]


class Moment(NamedTuple):
    """A moment at `[start, end)`; `day` where it is one. `sure` False: only another moment beside it makes it one.

    `edge`: it has a first day to stop before ("tot juni 2021"), unlike "eind 2020". `across`: a winter, of which
    one year doesn't say when it began: "winter 2018" is anything from December 2017 to February 2019.
    """

    range: MonthRange
    start: int
    end: int
    precision: Precision
    day: date | None = None
    sure: bool = True
    edge: bool = True
    across: bool = False


class Partial(NamedTuple):
    """A moment without its year ("mei", "1 mei", "begin"): first and last month of a year, counted from 0."""

    first: int
    last: int
    start: int
    end: int


_DATA = vocabulary("calendar")
MONTHS: Mapping[str, int] = {word: int(number) for number, words in _DATA["months"].items() for word in words}
PARTS: Mapping[str, list[int]] = _DATA["parts"]
_POINTS = frozenset(_DATA["points"]["words"])
_ORDINALS: Mapping[str, int] = {word: int(number) for number, words in _DATA["ordinals"].items() for word in words}
_WEEKDAY_WORDS = [word for words in _DATA["weekdays"].values() for word in words]

MONTH = rf"(?<!\w){one_of(MONTHS, whole=False)}(?![a-z])\.?"
YEAR = r"(?:19[5-9]\d|20[0-4]\d)"
_YEAR_END = r"(?![\w%]|[.,]\d|\s?%)"
DAY = r"(?<![\w.,])(?:0?[1-9]|[12]\d|3[01])"
ORDINAL_DAY = rf"{DAY}(?:e|de|ste|th|st|nd|rd)?"
WEEKDAY = rf"{one_of(_WEEKDAY_WORDS)}\.?,?\s{{0,3}}"
_START = r"(?:(?<![\w./-])|(?<=\d[-/.]\d{4}[-/]))"  # "01/03/2019-15/06/2020"
_SHORT_YEAR = r"'\s?\d\d"
_GAP = r"(?:[,.]?\s{0,3}|[-/])(?:van\s|in\s|of\s)?"
_IN_YEAR = r"(?:van\s{1,3}|in\s{1,3}|of\s{1,3})?(?:het\s{1,3}jaar\s{1,3})?"
_PART = rf"{one_of(PARTS)}(?:-|\s{{1,3}}){_IN_YEAR}"
_QUARTER = rf"(?:[qk]\s?[1-4]|{one_of(_ORDINALS)}\s{{1,3}}(?:kwartaal|quarter)|(?:kwartaal|quarter)\s{{1,3}}[1-4])"
_HALF = rf"(?:h[12]|{one_of([word for word, number in _ORDINALS.items() if number < 3])}\s{{1,3}}(?:helft|half))"
_ANY_YEAR = rf"(?:{YEAR}{_YEAR_END}|{_SHORT_YEAR}(?!\w|\s?%))"
_OF = r"(?:\s?[-/]\s?|,?\s{0,3})(?:van\s|of\s|in\s|het\s){0,2}"

_DIGITS_FIRST = (
    rf"(?P<dmy>{_START}(?P<d>\d{{1,2}})(?P<s>[-/.])(?P<m>\d{{1,2}})(?P=s)(?P<y>{YEAR}(?!\w|\.\d)|'?\d\d(?![\w%]|[-/.,:]\d)))"
    rf"|(?P<ymd>(?:(?<![\w./-])|(?<=-\d\d[-/])){YEAR}(?P<s2>[-/.])(?:0?[1-9]|1[0-2])(?P=s2)(?:0?[1-9]|[12]\d|3[01])(?!(?!t\d)\w|(?P=s2)\d\d?(?!\d)))"
    rf"|(?P<dm>{ORDINAL_DAY}\.?(?:\s{{0,3}}|-)(?:of\s)?(?P<dm_month>{MONTH}){_GAP}(?P<dm_year>{_ANY_YEAR}|\d\d(?=\s?(?:$|[\n,;)]))))"
    rf"|(?P<yq>(?<![\w.])(?P<yq_year>{YEAR})\s?[-/]?\s?(?P<yq_part>[qk]\s?[1-4]|h[12]|{one_of(_ORDINALS)}\skwartaal)(?!\w))"
    rf"|(?P<my>(?<![\w.,])(?P<my_month>0?[1-9]|1[0-2])\s?[-/.]\s?(?P<my_year>{YEAR}){_YEAR_END})"
    rf"|(?P<ym>(?<![\w.,])(?P<ym_year>{YEAR})[-/](?P<ym_month>0[1-9]|1[0-2])(?![\w%]|[-/.,]\d))"
    rf"|(?P<short_my>(?<![\w.,])(?P<s_month>0?[1-9]|1[0-2])[/-]'?(?P<s_year>\d\d)(?![\w%]|[-/.,:]\d|\s?%))"
    rf"|(?P<month_last>(?<![\w$€.-])(?P<ml_year>{YEAR})[\s-](?P<ml_month>{MONTH})(?!\s{{0,2}}[,'\d]))"
    rf"|(?P<year>(?<![\w$€]){YEAR}{_YEAR_END})"
)
_LETTERS_FIRST = (
    rf"(?P<md>(?P<md_month>{MONTH})\s{{1,3}}(?P<md_day>{ORDINAL_DAY}),?\s{{1,3}}(?P<md_year>{YEAR}){_YEAR_END})"
    rf"|(?P<named>(?:{_PART})?(?P<n_month>{MONTH}){_GAP}(?P<n_year>{_ANY_YEAR}))"
    rf"|(?P<weak>(?P<w_month>{MONTH})[-\s/](?P<w_year>\d\d)(?![\w%]|[-:.,/]\d|\s?%))"
    rf"|(?P<part>(?P<p_word>{one_of(PARTS)})(?:-|\s{{0,3}}){_IN_YEAR}(?P<p_year>{_ANY_YEAR}))"
)
# What a moment begins with decides what it can be: most positions of a text are dismissed at one look.
MOMENT = re.compile(
    rf"(?=\d)(?:{_DIGITS_FIRST})|(?<!\w)(?:(?=[a-z])(?:{_LETTERS_FIRST})"
    rf"|(?P<quarter>(?:(?P<q>{_QUARTER})|(?P<h>{_HALF})){_OF}(?P<q_year>{_ANY_YEAR}))"
    rf"|(?P<short>(?<!'){_SHORT_YEAR}(?!\w|\s?%|')))"
)
PARTIAL = re.compile(
    rf"(?:{ORDINAL_DAY}\.?\s{{0,3}})?(?P<month>{MONTH})(?!\w)|(?P<part>{one_of(PARTS)})|(?P<quarter>(?<!\w)[qk]\s?[1-4](?!\w))"
)

# Every moment ends in two digits.
_ANCHOR = re.compile(r"[0-9]{2}")
_NOT = _DATA["not_period"]
_NO_YEAR_BEFORE = frozenset([*_NOT["quantity_before"], *_NOT["named"], "jaren"])
_QUANTITY_AFTER = re.compile(r"[\s-]{0,2}" + one_of(_NOT["quantity_after"]))
_POSTCODE_AFTER = re.compile(rf" ?(?!{'|'.join(_NOT['no_postcode'])})[A-Z]{{2}}(?=\s*$|\s*[,;\n)]|  ?[A-Z])")
_JOINED = re.compile(r"[-./](?=\d)")


def short_year(digits: str) -> int:
    """Return the year of two digits: 50 and up lie in the last century."""
    number = int(digits)
    return 1900 + number if number >= 50 else 2000 + number


def read_year(written: str) -> int:
    """Return the year of "2019", "'19" or "19"."""
    digits = written.lstrip("' ")
    return int(digits) if len(digits) == 4 else short_year(digits)


@remembered(texts=256)
def moments(low: str) -> tuple[Moment, ...]:
    """Return the moments of plain text, in order, the unsure among them."""
    found: list[Moment] = []
    for begin, end in zones(low, _ANCHOR, before=48, after=32):
        for match in MOMENT.finditer(low, begin, end):
            moment = _read(match)
            if moment is not None and not _is_something_else(low, moment):
                found.append(moment)
    return tuple(found)


def find_moments(text: str) -> tuple[Moment, ...]:
    """Return the single moments of canonical `text` with their precision, in order."""
    return tuple(moment for moment in moments(plain(text)) if moment.sure)


def _read(match: re.Match[str]) -> Moment | None:
    kind = match.lastgroup
    for name in (
        "dmy",
        "ymd",
        "dm",
        "md",
        "named",
        "weak",
        "part",
        "quarter",
        "yq",
        "my",
        "ym",
        "short_my",
        "month_last",
        "year",
        "short",
    ):
        if match[name] is not None:
            kind = name
            break
    return _READERS[kind or "year"](match)


def _on_day(match: re.Match[str], year: int, month: int, day: int) -> Moment | None:
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    at = month_of(found)
    return Moment(MonthRange(earliest=at, latest=at), match.start(), match.end(), "day", found)


def _months(
    match: re.Match[str],
    year: int,
    first: int,
    last: int,
    precision: Precision,
    *,
    sure: bool = True,
    edge: bool = True,
) -> Moment:
    start = year * 12
    return Moment(
        MonthRange(earliest=start + first - 1, latest=start + last - 1),
        match.start(),
        match.end(),
        precision,
        None,
        sure,
        edge,
    )


def _month_number(written: str) -> int:
    return MONTHS[written.rstrip(".")]


def _digits(written: str) -> int:
    return int(re.sub(r"\D", "", written))


def _dmy(match: re.Match[str]) -> Moment | None:
    return _on_day(match, read_year(match["y"]), int(match["m"]), int(match["d"]))


def _ymd(match: re.Match[str]) -> Moment | None:
    year, month, day = re.split(r"[-/.]", match["ymd"])
    return _on_day(match, int(year), int(month), int(day))


def _dm(match: re.Match[str]) -> Moment | None:
    day = re.match(r"\d+", match["dm"])
    return _on_day(match, read_year(match["dm_year"]), _month_number(match["dm_month"]), int(day[0]) if day else 0)


def _md(match: re.Match[str]) -> Moment | None:
    return _on_day(match, int(match["md_year"]), _month_number(match["md_month"]), _digits(match["md_day"]))


def _named(match: re.Match[str]) -> Moment:
    month = _month_number(match["n_month"])
    return _months(match, read_year(match["n_year"]), month, month, "month")


def _weak(match: re.Match[str]) -> Moment:
    month = _month_number(match["w_month"])
    return _months(match, short_year(match["w_year"]), month, month, "month", sure=False)


def _part(match: re.Match[str]) -> Moment:
    first, last = PARTS[match["p_word"]]
    found = _months(match, read_year(match["p_year"]), first, last, "part", edge=match["p_word"] not in _POINTS)
    return found._replace(across=last > 12)


def _quarter(match: re.Match[str]) -> Moment:
    return _piece(match, match["q"] or match["h"], read_year(match["q_year"]), "h" if match["h"] else "q")


def _yq(match: re.Match[str]) -> Moment:
    written = match["yq_part"]
    return _piece(match, written, int(match["yq_year"]), "h" if written.startswith("h") else "q")


def _piece(match: re.Match[str], written: str, year: int, kind: str) -> Moment:
    digits = re.search(r"[1-4]", written)
    number = int(digits[0]) if digits else _ORDINALS[written.split()[0]]
    size = 6 if kind == "h" else 3
    return _months(match, year, (number - 1) * size + 1, number * size, "part")


def _my(match: re.Match[str]) -> Moment:
    month = int(match["my_month"])
    return _months(match, int(match["my_year"]), month, month, "month")


def _ym(match: re.Match[str]) -> Moment:
    month = int(match["ym_month"])
    return _months(match, int(match["ym_year"]), month, month, "month")


def _short_my(match: re.Match[str]) -> Moment:
    month = int(match["s_month"])
    return _months(match, short_year(match["s_year"]), month, month, "month", sure=False)


def _month_last(match: re.Match[str]) -> Moment:
    month = _month_number(match["ml_month"])
    return _months(match, int(match["ml_year"]), month, month, "month")


def _year(match: re.Match[str]) -> Moment:
    return _months(match, int(match["year"]), 1, 12, "year")


def _short(match: re.Match[str]) -> Moment:
    return _months(match, read_year(match["short"]), 1, 12, "year", sure=False)


_READERS = {
    "dmy": _dmy,
    "ymd": _ymd,
    "dm": _dm,
    "md": _md,
    "named": _named,
    "weak": _weak,
    "part": _part,
    "quarter": _quarter,
    "yq": _yq,
    "my": _my,
    "ym": _ym,
    "short_my": _short_my,
    "month_last": _month_last,
    "year": _year,
    "short": _short,
}


def _is_something_else(low: str, moment: Moment) -> bool:
    """Tell whether a bare year is a quantity, an amount, a postcode, or part of a name."""
    if moment.precision != "year":
        return False
    # "Participatiewet\n2021 - 2024: jurist": a name ends with its line.
    own_line = low[max(0, moment.start - 8) : moment.start].rstrip(" (:\t").endswith("\n")
    if not own_line and phrase_before(low, moment.start, _NO_YEAR_BEFORE) is not None:
        return True
    return _QUANTITY_AFTER.match(low, moment.end) is not None


def stands_apart(text: str, moment: Moment) -> bool:
    """Tell whether a year isn't the tail of a reference ("DOS-2025", "9001:2015") nor a postcode ("2011 KL Haarlem")."""
    if moment.precision != "year":
        return True
    if moment.start > 1 and text[moment.start - 1] in "-/.:" and text[moment.start - 2].isalnum():
        return False
    return _POSTCODE_AFTER.match(text, moment.end) is None


def runs_on(text: str, moment: Moment) -> bool:
    """Tell whether a year is the head of a reference: other digits are glued behind it ("2025-0012")."""
    return moment.precision == "year" and _JOINED.match(text, moment.end) is not None


def read_partial(match: re.Match[str]) -> Partial:
    """Return the moment without a year that `PARTIAL` matched in plain text."""
    if match["month"]:
        month = _month_number(match["month"]) - 1
        return Partial(month, month, match.start(), match.end())
    if match["quarter"]:
        first = (int(match["quarter"][-1]) - 1) * 3
        return Partial(first, first + 2, match.start(), match.end())
    first, last = PARTS[match["part"]]
    return Partial(first - 1, last - 1, match.start(), match.end())
