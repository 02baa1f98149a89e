"""The lines of a posting: what is demanded, and a sentence that says so (DESIGN 4: P4-P6, C5-C8)."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from random import Random
from typing import Any

from bench.generated.values import (
    Available,
    Band,
    Combined,
    Contract,
    Demand,
    Document,
    Education,
    Experience,
    Holds,
    Kind,
    Onsite,
    RateCap,
    Subject,
    Window,
    month,
)
from bench.generated.words import DAYS, EMPLOYERS, POSTING, WORK, chance, day_text, duration, joined, pick, say

Line = tuple[Demand, str]
_PLAIN = POSTING["plain"]
_EXPERIENCE = POSTING["experience"]


def subject_of(draw: Random, kind: Kind, work: str) -> Subject:
    """Return something that is asked of a kind of work."""
    words = WORK["work"][work]
    if kind == "role":
        return Subject("role", work, words["role"])
    if kind == "task":
        task = pick(draw, words["tasks"])
        return Subject("task", task[1], task[0])
    name = pick(draw, words["tools" if kind == "tool" else "laws"])
    return Subject(kind, name, name)


def experience(draw: Random, work: str, closing: date, *, banded: bool = False) -> Line:
    """Return a demand of work experience and its sentence; `banded`: without a minimum, for tiers."""
    at = draw.random()
    kind: Kind = "role" if at < 0.45 else "task" if at < 0.7 else "tool" if at < 0.9 else "law"
    subjects, need = _subjects(draw, kind, work, several=not banded)
    minimum = None
    if not banded and chance(draw, {"role": 0.85, "task": 0.5, "tool": 0.45, "law": 0.0}[kind]):
        minimum = pick(draw, (12, 24, 24, 36, 36, 48, 60, 6, 18))
    window = _window(draw, minimum or 12, closing) if chance(draw, 0.45) and kind != "law" else Window()
    named = pick(draw, ("gemeente", "gemeente", "gemeente", "overheid", "publieke sector"))
    sector = named if chance(draw, {"role": 0.55, "task": 0.2, "tool": 0.15, "law": 0.0}[kind]) else None
    demand = Experience(subjects, need, minimum, window, sector)
    return demand, _sentence(draw, demand, kind)


def _subjects(draw: Random, kind: Kind, work: str, *, several: bool) -> tuple[tuple[Subject, ...], Any]:
    first = subject_of(draw, kind, work)
    if several and kind in ("tool", "task") and chance(draw, 0.2):
        second = subject_of(draw, kind, work)
        if second != first:
            return (first, second), pick(draw, ("any", "all"))
    return (first,), "any"


def _window(draw: Random, least: int, closing: date) -> Window:
    if chance(draw, 0.2):
        return Window(since=month(closing.year - pick(draw, (3, 4, 5, 6)) - least // 24, 1))
    return Window(months=pick(draw, tuple(m for m in (24, 36, 36, 60, 60, 72, 84, 96, 120) if m >= least)))


def window_text(draw: Random, window: Window) -> str:
    """Write a window in one of its wordings (P6)."""
    if window.since is not None:
        return say(draw, _EXPERIENCE["window_since"], y=window.since // 12)
    form = pick(draw, ("window_months", "window_months", "window_ago"))
    return say(draw, _EXPERIENCE[form], m=f"{(window.months or 0) // 12} jaar")


def _sentence(draw: Random, demand: Experience, kind: Kind) -> str:
    phrases = [subject.phrase for subject in demand.subjects]
    if kind == "law" and chance(draw, 0.6):
        return f"aantoonbare {say(draw, _EXPERIENCE['knowledge'], x=phrases[0])}"
    words = phrases[0]
    if len(phrases) > 1:
        words = say(draw, _EXPERIENCE[f"{demand.need}_two"], a=phrases[0], b=phrases[1])
    subject = say(draw, _EXPERIENCE["role" if kind == "role" else "do"], x=f"de {words}" if kind == "law" else words)
    asked = ""
    if demand.minimum is not None:
        asked = say(draw, _EXPERIENCE["minimum"], n=duration(draw, demand.minimum))
    in_window = demand.window != Window()
    text = say(
        draw,
        _EXPERIENCE["orders_window" if in_window else "orders"],
        min=asked,
        adj=pick(draw, _EXPERIENCE["adjective"]),
        noun=pick(draw, _EXPERIENCE["noun"]),
        window=window_text(draw, demand.window) if in_window else "",
        subject=subject,
        sector=pick(draw, POSTING["sector"][demand.sector]) if demand.sector else "",
    )
    return re.sub(r" +", " ", text).strip()


def bands(draw: Random, top: int) -> tuple[tuple[Band, ...], list[str]]:
    """Return tiers and their lines, up to `top` points: plain ones, with a gap, with an overlap (P4, P5)."""
    low = pick(draw, (1, 1, 2, 3))
    high = low + pick(draw, (1, 2, 2))
    middle, least = top // 2, pick(draw, (0, 0, 0, top // 4))
    scheme = pick(draw, ("exclusive", "inclusive", "two", "overlap", "gap", "most"))
    plan: dict[str, list[tuple[str, int | None, int | None, int]]] = {
        "exclusive": [("below", None, low, least), ("between", low, high, middle), ("above", high, None, top)],
        "inclusive": [("below", None, low, least), ("until", low, high, middle), ("least", high, None, top)],
        "two": [("between", low, high, middle), ("above", high, None, top)],
        "overlap": [("below", None, low, least), ("between", low, high, middle), ("least", high, None, top)],
        "gap": [("below", None, low, least), ("between", low, high, middle), ("least", high + 1, None, top)],
        "most": [("most", None, low, least), ("above", low, None, top)],
    }
    rows = plan[scheme]
    if chance(draw, 0.15):
        rows = rows[::-1]
    return tuple(_band(*row) for row in rows), [_band_text(draw, *row) for row in rows]


def _band(word: str, low: int | None, high: int | None, points: int) -> Band:
    return Band(
        None if low is None else low * 12,
        None if high is None else high * 12,
        low_inclusive=word != "above",
        high_inclusive=word in ("between", "most"),
        points=points,
    )


def _band_text(draw: Random, word: str, low: int | None, high: int | None, points: int) -> str:
    first, last = (f"{low} jaar" if high is None else str(low)), f"{high} jaar"
    text: str = say(draw, POSTING["band"][word], x=first, y=last)
    return f"{text} {say(draw, POSTING['points']['tier'], p=points)}"


def education(draw: Random, work: str) -> Line:
    """Return a demand of a diploma."""
    level = pick(draw, ("mbo-4", "mbo-4", "hbo-bachelor", "hbo-bachelor", "wo-bachelor"))
    names = POSTING["education"]["names"][level]
    known = WORK["work"][work]["mbo" if level == "mbo-4" else "hbo"]
    fields: tuple[str, ...] = ()
    if chance(draw, 0.4):
        fields = tuple(known[: pick(draw, (1, 2, 2))])
    text: str = say(draw, POSTING["education"]["level"], l=pick(draw, names))
    if fields:
        text = text.removesuffix(" of hoger")
        text += say(draw, POSTING["education"]["field"], f=" of ".join(fields))
    return Education(level, fields), text


def course(draw: Random, work: str) -> Line:
    """Return a demand of a course or certificate."""
    name = pick(draw, WORK["work"][work]["courses"])
    is_course = name.split()[0] in ("training", "cursus", "opleiding")
    return Holds("course", (name,)), say(draw, _PLAIN["course" if is_course else "certificate"], x=name)


def thing(draw: Random) -> Line:
    """Return a demand of a device, licence, registration or language."""
    name = pick(
        draw, ("laptop", "telefoon", "both", "rijbewijs", "vca", "skj", "engels", "nederlands", "laptop", "rijbewijs")
    )
    text = pick(draw, _PLAIN[name])
    if name == "both":
        return Holds("device", ("laptop", "telefoon")), text
    kind = {
        "laptop": "device",
        "telefoon": "device",
        "skj": "registration",
        "engels": "language",
        "nederlands": "language",
    }
    return Holds(kind.get(name, "licence"), (name,)), text


def available(draw: Random, closing: date) -> Line:
    """Return a demand of a start, hours or days."""
    start = closing + timedelta(days=pick(draw, (14, 20, 31, 45)))
    hours = pick(draw, (24, 28, 32, 36))
    days = tuple(sorted(draw.sample(list(DAYS), pick(draw, (1, 2, 2, 3))), key=list(DAYS).index))
    form = pick(draw, ("from", "hours", "days", "from_hours"))
    text = say(draw, _PLAIN[form], date=day_text(draw, start), h=hours, days=joined([DAYS[d] for d in days]))
    return Available(
        start if "from" in form else None,
        hours if "hours" in form else None,
        days if form == "days" else (),
    ), text


def offer(draw: Random) -> Line:
    """Return a demand of a rate, a contract form, a document or work on site."""
    form = pick(draw, ("rate_cap", "no_zzp", "employed", "document", "onsite", "onsite", "no_zzp"))
    amount, days = pick(draw, (72, 80, 85, 92, 100)), pick(draw, (2, 2, 3))
    text = say(draw, _PLAIN[form], a=amount, d=days, place=pick(draw, EMPLOYERS["gemeenten"]))
    demands: dict[str, Demand] = {
        "rate_cap": RateCap(amount),
        "no_zzp": Contract(("detachering", "loondienst")),
        "employed": Contract(("loondienst",)),
        "document": Document(),
        "onsite": Onsite(days),
    }
    return demands[form], text


def combined(draw: Random, work: str, closing: date) -> Line:
    """Return two demands in one line."""
    need: Any = pick(draw, ("all", "any"))
    makers: tuple[Callable[[], Line], ...] = (
        lambda: education(draw, work),
        lambda: experience(draw, work, closing),
        lambda: course(draw, work),
    )
    at = pick(draw, (0, 0, 1))
    (first, a), (second, b) = makers[at](), makers[at + 1]()
    return Combined(need, (first, second)), say(draw, _PLAIN[f"{need}_of"], a=a, b=b[0].lower() + b[1:])


def line(draw: Random, work: str, closing: date) -> Line:
    """Return any line but tiers."""
    at = draw.random()
    if at < 0.5:
        return experience(draw, work, closing)
    if at < 0.63:
        return education(draw, work)
    if at < 0.74:
        return course(draw, work)
    if at < 0.83:
        return thing(draw)
    if at < 0.89:
        return available(draw, closing)
    if at < 0.96:
        return offer(draw)
    return combined(draw, work, closing)
