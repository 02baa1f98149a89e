"""How long, and how long ago: the months that a criterion asks and the window in which they count (P6).

A length of time in a criterion is one of four things: the months that are asked, the window, an attribute of
something else ("jongeren van 16 tot 27 jaar"), or not understood; the last makes the whole criterion `other`.
"""

import re
from datetime import date
from typing import Literal, NamedTuple

from core.model.base import month_of
from core.posting.req_data import Lazy, count, cue
from core.text.dates import Moment, find_moments
from core.text.durations import Duration, find_durations
from core.text.memory import remembered
from core.text.numbers import value_of


class Asked(NamedTuple):
    """So many months, printed at `[start, end)`; `more_than`: these themselves aren't enough."""

    months: int
    more_than: bool
    start: int
    end: int


class Window(NamedTuple):
    """The time that counts, printed at `[start, end)`: the last `months`, or the months `first` to `last`."""

    months: int | None
    first: int | None
    last: int | None
    start: int
    end: int


Unclear = Literal["garbled", "range", "vague", "through"]
""""de afgelopen jaar 15", "de laatste 2 à 3 jaar", "recente ervaring", "de afgelopen 3 jaar werkzaam" (all that time?)."""


class Timing(NamedTuple):
    """All lengths of time in one demand. `unclear`: why the window can be read in more than one way.

    `trouble`: a length that is neither asked nor a window nor an attribute: don't guess.
    """

    asked: tuple[Asked, ...] = ()
    windows: tuple[Window, ...] = ()
    vague: tuple[tuple[int, int], ...] = ()
    unclear: Unclear | None = None
    trouble: bool = False


_LAST = r"(?:afgelopen|laatste|voorgaande|voorbije|recentste|vorige|achterliggende)"
_OPENED = r"(?<!\w)(?:(?:opgedaan|verkregen|behaald|uitgevoerd|en|dit|wel) )?(?:(?:in|gedurende|binnen|over|van|uit|tijdens) )?(?:(?:de|het|een) )?"
_BEFORE_WINDOW = Lazy(lambda: rf"{_OPENED}{_LAST} (?:periode van (?:de )?)?(?:maximaal |circa )?$")
_NOT_OLDER = Lazy(
    lambda: (
        rf"(?:\(|, )?{_OPENED}(?:(?:die|dat|welke|deze) )?(?:mag |mogen |is |zijn )?(?:niet|nooit) (?:langer|ouder|meer|verder) (?:zijn |is )?(?:geleden |terug )?(?:zijn |is )?dan $"
    )
)
# Without "in": it may mean all that time.
_THROUGH = re.compile(rf"[ ,(]*(?:gedurende )?(?:de |het )?{_LAST}")
_PRECEDING = re.compile(
    r"\)? ?(?:direct )?(?:voorafgaand(?:e)?(?: aan)?|(?:gerekend|terug(?:gerekend)?) (?:vanaf|van)|voor (?:de )?(?:sluit|inschrij|publicatie|aanvang|start)\w*"
    r"|vanaf (?:de )?(?:sluit|inschrij|publicatie)\w*)(?: (?:van |aan )?(?:de |het )?(?:sluitings?\w*|inschrij\w*|publicatie\w*|aanvraag|uitvraag|aanbesteding|opdracht|peildatum)){0,2}"
)
_IN_THE = re.compile(r"(?:in|gedurende|binnen|over) (?:de |een )?(?:periode van (?:de )?)?$")
_AGO = re.compile(r" ?(?:geleden|terug|oud)(?! en)")
_NO_OLDER_YEARS = Lazy(
    lambda: (
        rf"(?:(?:niet|nooit) ouder (?:zijn )?dan (?:de )?(?P<n1>{count()}) ?(?P<u1>jaar|jr|maanden|mnd)\b\.?|(?:maximaal|hooguit|max\.|hoogstens) (?P<n2>{count()}) ?(?P<u2>jaar|jr|maanden|mnd)\b\.? oud)"
    )
)
_GARBLED = Lazy(
    lambda: (
        rf"{_OPENED}{_LAST} (?:(?:jaar|jaren) (?P<n>{count()})(?! ?(?:jaar|jr|maand|mnd|uur|dagen|punten|%))|(?P<m>{count()})(?= (?:als|met|bij|in|binnen|op|aan|een|van)\b|[,.;)]|$))"
    )
)
_ONE_YEAR = Lazy(lambda: rf"(?:(?:in|gedurende|binnen|over) )?(?:het {_LAST}|{_LAST} een) (?:kalender)?jaar(?!\w)")
_VAGUE = Lazy(
    lambda: (
        rf"{_OPENED}(?:{_LAST} (?:jaar|jaren|tijd|periode|maanden)(?!\w)|recente? (?:verleden|jaren|periode))|(?<!\w)(?:zeer )?recent(?:e|elijk|elijke)?(?= (?:\w+ ){{0,2}}(?:werk|praktijk)?ervaring| gewerkt| opgedaan)"
        rf"|(?:werk)?ervaring (?:moet |dient |is )?(?P<late>recent)(?!\w)"
    )
)
_UNIT_LEFT = re.compile(r"(?<![\w-])(?:jaar|jr|jaren|maand|maanden|mnd)(?!\w)")
_ATTRIBUTE = Lazy(
    lambda: (
        rf"{cue('experience', 'attribute.before')}(?: \w+)? ?\(?(?:(?:van|tussen|vanaf|tot|boven|onder|met|in|is|zijn|de|leeftijd|een|het|langer|korter|dan|duur|looptijd) ){{0,5}}$"
    )
)
_ATTRIBUTE_AFTER = re.compile(
    r" ?(?:oud|en ouder|of ouder|en jonger|of jonger|looptijd|garantie|vooruit|-?contract|durend)(?!\w)"
)
_OF_EXPERIENCE = Lazy(
    lambda: (
        rf"{cue('experience', 'attribute.experience')}(?: \w+){{0,3}} (?:van|gedurende|over|met)(?: (?:in|de|het|totaal|tenminste))* ?$"
    )
)
# "ervaring als X bij een gemeente van minimaal 3 jaar": a place or a function has no length.
_OF_PLACE = Lazy(
    lambda: (
        rf"ervaring(?!\w).*(?:{'|'.join(cue('experience', f'sector.{kind}') for kind in ('gemeente', 'local', 'overheid', 'public', 'authority', 'other', 'comparable'))}"
        rf"|{cue('experience', 'attribute.place')}) (?:van|gedurende|voor) (?:in totaal )?$"
    )
)
_PERIOD_OF = re.compile(
    r"(?:gedurende|over|voor|in|aaneengesloten|onafgebroken) (?:een |de )?(?:aaneengesloten |onafgebroken |totale )?periode van $"
)
_LINKED = re.compile(
    r"(?<!\w)(?!beschik|bezit|totaal|gemiddeld)(?P<noun>[\w-]+) (?:van|over|tussen|tot)(?: (?:de|het|een))? ?$"
)
_BRACKETED = re.compile(r"\( ?$")


@remembered(texts=64)
def read_timing(text: str, low: str, closing: date | None) -> Timing:
    """Return the lengths of time in a demand (`text` canonical, `low` its plain form); `closing` dates "sinds 2020"."""
    windows = [*_by_date(text, low, closing), *_not_older(low)]
    durations = [d for d in find_durations(text) if not _inside(d.start, windows)]
    asked: list[Asked] = []
    trouble = ranged = False
    free: list[tuple[int, int]] = []
    for duration in durations:
        window = _window(low, duration)
        if windows and _says_it_again(low, windows[-1], duration):
            windows[-1] = windows[-1]._replace(end=duration.end + 1)
        elif window is not None:
            windows.append(window)
            ranged = ranged or duration.printed.low != duration.printed.high
        elif _is_attribute(low, duration):
            free.append((duration.start, duration.end))
        elif duration.bound in ("most", "less", "about", "almost") or duration.ago or not _is_asked(low, duration):
            trouble = True
        else:
            asked.append(_asked(low, duration))
    windows, garbled = _odd_windows(low, windows, asked)
    vague = tuple(match.span() for match in _VAGUE.finditer(low) if not _inside(match.start(), windows))
    known = [*((w.start, w.end) for w in windows), *((a.start, a.end) for a in asked), *free, *vague]
    trouble = trouble or any(
        not any(start <= m.start() < end for start, end in known)
        for m in _UNIT_LEFT.finditer(low)
        if _counts(low, m.start())
    )
    unclear: Unclear | None = None
    if garbled or ranged:
        unclear = "garbled" if garbled else "range"
    elif not windows and vague:
        unclear = "vague"
    elif windows and not asked and any(_THROUGH.match(low, window.start, window.end) for window in windows):
        unclear = "through"
    return Timing(_distinct(asked), tuple(windows), vague, unclear, trouble)


def _says_it_again(low: str, window: Window, duration: Duration) -> bool:
    """Whether a length repeats the window before it: "in de afgelopen 7 jaar (84 maanden)"."""
    between = low[window.end : duration.start]
    return (
        duration.printed.low == window.months and between.strip() == "(" and low[duration.end : duration.end + 1] == ")"
    )


def _inside(at: int, windows: list[Window]) -> bool:
    return any(window.start <= at < window.end for window in windows)


def _distinct(asked: list[Asked]) -> tuple[Asked, ...]:
    """Join "drie jaar (36 maanden)", said twice, into one that spans both."""
    joined: list[Asked] = []
    for one in asked:
        if joined and joined[-1].months == one.months and one.start - joined[-1].end <= 3:
            joined[-1] = joined[-1]._replace(end=one.end)
        else:
            joined.append(one)
    return tuple(joined)


def _asked(low: str, duration: Duration) -> Asked:
    start, end = duration.start, duration.end
    if low[start - 1 : start] == "(" and low[end : end + 1] == ")":
        start, end = start - 1, end + 1
    return Asked(duration.printed.low, duration.bound == "more", start, end)


def _is_asked(low: str, duration: Duration) -> bool:
    """Whether nothing ties the length to another thing: "een termijn van 2 jaar" would."""
    before = low[max(0, duration.start - 60) : duration.start]
    if _OF_EXPERIENCE.search(before) or _PERIOD_OF.search(before):
        return True
    if duration.bound in ("least", "more") and _OF_PLACE.search(low[max(0, duration.start - 200) : duration.start]):
        return True
    return _LINKED.search(before) is None


def _is_attribute(low: str, duration: Duration) -> bool:
    before = low[max(0, duration.start - 80) : duration.start]
    if _ATTRIBUTE_AFTER.match(low, duration.end):
        return True
    match = _ATTRIBUTE.search(before)
    return (
        match is not None and match[0].rstrip(" (")[-1:] != "" and not _BRACKETED.search(before) and _bound_to(match[0])
    )


_BINDS = re.compile(r" (?:van|tussen|vanaf|tot|boven|onder|leeftijd|langer|korter|looptijd|duur)(?: \w+)* ?$")


def _bound_to(words: str) -> bool:
    return _BINDS.search(words) is not None


def _counts(low: str, at: int) -> bool:
    """Whether a unit without a length that was understood stands behind a number, so that one was missed."""
    return re.search(r"(?:\d[\d.,]*|\)|\+|x) ?$", low[max(0, at - 8) : at]) is not None


def _window(low: str, duration: Duration) -> Window | None:
    """Return the window that a length is: "in de afgelopen 5 jaar", "maximaal 2 jaar geleden"."""
    before = low[max(0, duration.start - 60) : duration.start]
    months = duration.printed.low
    opened = _BEFORE_WINDOW.search(before) or _NOT_OLDER.search(before)
    if opened:
        preceding = _PRECEDING.match(low, duration.end)
        ago = _AGO.match(low, duration.end)
        end = preceding.end() if preceding else ago.end() if ago else duration.end
        return _stretched(low, Window(months, None, None, duration.start - len(opened[0]), end))
    preceding = _PRECEDING.match(low, duration.end)
    opened = _IN_THE.search(before)
    if preceding and (opened or duration.bound is None):
        return _stretched(
            low, Window(months, None, None, duration.start - (len(opened[0]) if opened else 0), preceding.end())
        )
    if duration.ago and duration.bound in ("most", "less"):
        ago = _AGO.match(low, duration.end)
        return _stretched(low, Window(months, None, None, duration.start, ago.end() if ago else duration.end))
    return None


_LEADS = re.compile(
    r"(?:,? ?\(?(?:en )?(?:(?:dit|deze|die|welke|dat) )?(?:(?:is|zijn|dient|moet|mag|werd) )?(?:te zijn )?(?:opgedaan|verkregen|uitgevoerd|behaald|verworven|bij voorkeur)?,? ?)$"
)


def _stretched(low: str, window: Window) -> Window:
    """Take the brackets and the "opgedaan" round a window along."""
    start, end = window.start, window.end
    lead = _LEADS.search(low, max(0, start - 40), start)
    if lead and re.search(r"opgedaan|verkregen|uitgevoerd|behaald|verworven|mag|,|\(", lead[0]):
        start = lead.start()
    if low[start : start + 2].strip(" ,").startswith("(") or low[start - 1 : start] == "(":
        if low[end : end + 1] == ")":
            end += 1
            start = start if "(" in low[start : start + 3] else start - 1
        elif "(" in low[start : start + 3]:
            start = low.index("(", start) + 1
    return window._replace(start=start, end=end)


def _not_older(low: str) -> list[Window]:
    """Return the windows that look like an age: "niet ouder dan 3 jaar"."""
    found = []
    for match in _NO_OLDER_YEARS.finditer(low):
        value = value_of(match["n1"] or match["n2"])
        if value is not None:
            factor = 12 if (match["u1"] or match["u2"]) in ("jaar", "jr") else 1
            found.append(_stretched(low, Window(int(value * factor), None, None, match.start(), match.end())))
    return found


def _odd_windows(low: str, windows: list[Window], asked: list[Asked]) -> tuple[list[Window], bool]:
    """Add the windows without a proper length: "het afgelopen jaar", "in de afgelopen jaar 15" (then True)."""
    found, garbled = list(windows), False
    for match in _ONE_YEAR.finditer(low):
        if not _inside(match.start(), found):
            found.append(Window(12, None, None, match.start(), match.end()))
    for match in _GARBLED.finditer(low):
        value = value_of(match["n"] or match["m"])
        taken = any(a.start < match.end() and match.start() < a.end for a in asked)
        if (
            value is not None
            and 0 < value <= 30
            and not taken
            and not any(w.start < match.end() and match.start() < w.end for w in found)
        ):
            found.append(_stretched(low, Window(int(value * 12), None, None, match.start(), match.end())))
            garbled = True
    return found, garbled


# --- windows by date ---

_SINCE = re.compile(r"(?:sinds|sedert|vanaf)(?: de| het)?(?: jaar)? $")
_AFTER = re.compile(r"\bna(?: de| het)?(?: jaar)? $")
_DURING = re.compile(
    r"(?:in|gedurende|tijdens|over|tussen|van|binnen)(?: de| het)?(?: (?:periode|jaren|jaar|kalenderjaren|tijdvak))?(?: van| tussen)? $"
)
_PERIOD = re.compile(r"(?:periode|jaren)(?: van| tussen)? $")
_LIST = re.compile(r",? ?(?:en/of|en|of|,|/) ?(?:in )?|, ?")
_UP_TO = re.compile(r" ?(?:-|t/m|tot en met|tot|en) ?")
_NOW = re.compile(r" ?(?:-|t/m|tot en met|tot) ?(?:op )?(?:heden|nu|vandaag|de sluitingsdatum)")


def _by_date(text: str, low: str, closing: date | None) -> list[Window]:
    """Return the windows that dates make: "sinds 2020", "na 1 januari 2021", "in 2014 of 2015", "2019-2024"."""
    found: list[Window] = []
    moments = find_moments(text)
    index = 0
    while index < len(moments):
        group = _group(low, moments, index)
        index += len(group)
        before = low[max(0, group[0].start - 40) : group[0].start]
        window = _dated(low, before, group, closing)
        if window is not None:
            found.append(_stretched(low, window))
    return found


def _group(low: str, moments: tuple[Moment, ...], index: int) -> list[Moment]:
    group = [moments[index]]
    for following in moments[index + 1 :]:
        gap = low[group[-1].end : following.start]
        if not (_LIST.fullmatch(gap) or _UP_TO.fullmatch(gap)):
            break
        group.append(following)
    return group


def _dated(low: str, before: str, group: list[Moment], closing: date | None) -> Window | None:
    first, last = group[0], group[-1]
    if closing is not None and first.range.earliest > month_of(closing):
        # "de klimaatdoelen in 2030": nobody has worked then.
        return None
    for pattern in (_SINCE, _AFTER):
        opened = pattern.search(before)
        if opened and len(group) == 1:
            start = first.range.earliest
            if pattern is _AFTER:
                start = first.range.latest + (0 if first.precision == "day" and not _ends_month(first) else 1)
            now = _NOW.match(low, first.end)
            return Window(
                _until(start, closing), start, None, first.start - len(opened[0]), now.end() if now else first.end
            )
    opened = _DURING.search(before)
    joint = low[first.end : group[1].start].strip() if len(group) > 1 else ""
    span = len(group) == 2 and joint in ("-", "t/m", "tot en met", "tot")
    if opened is None and not span:
        return None
    now = _NOW.match(low, last.end)
    if now and len(group) == 1:
        return Window(
            _until(first.range.earliest, closing),
            first.range.earliest,
            None,
            first.start - (len(opened[0]) if opened else 0),
            now.end(),
        )
    if (
        opened is not None
        and opened[0].startswith(("van", "binnen", "over"))
        and not span
        and not _PERIOD.search(before)
    ):
        return None
    end = last.range.latest
    if joint == "tot" and last.precision != "year":
        end -= 1
    return Window(None, first.range.earliest, end, first.start - (len(opened[0]) if opened else 0), last.end)


def _ends_month(moment: Moment) -> bool:
    return (
        moment.day is not None
        and moment.day.day >= 28
        and month_of(moment.day) != month_of(date.fromordinal(moment.day.toordinal() + 1))
    )


def _until(start: int, closing: date | None) -> int | None:
    return max(0, month_of(closing) - start + 1) if closing else None
