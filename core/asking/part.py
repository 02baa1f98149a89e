"""Which part of a job counts: "alleen 1 jaar", "ja, maar pas sinds 2024", "deels, 18 maanden" (Q4, C3).

A job may have been other work for some of its years. A duration says how many of its months count, not which;
a period says which. Nothing else may stand in such an answer: "3 jaar bij Almere" is about another job.
"""

from core.asking.words import folded, holds_only
from core.assessment.knowledge import Effect
from core.errors import NotUnderstood
from core.model.base import Evidence
from core.model.question import Fact
from core.text.durations import find_durations
from core.text.periods import find_periods
from core.texts import say


def tells_time(text: str) -> bool:
    """Return whether an answer names a duration or a period: then it is no plain yes or no."""
    return bool(find_durations(text) or find_periods(text))


def part_of_job(fact: Fact, text: str, evidence: Evidence) -> Effect:
    """Return what an answer says of the part of a job that counts; `NotUnderstood` where that isn't plain."""
    periods, durations = find_periods(text), find_durations(text)
    if len(periods) == 1 and not durations:
        hit = periods[0]
        if _alone(text, hit.begin, hit.stop) and (hit.start is not None or hit.end is not None):
            return Effect(fact=fact, start=hit.start, end=hit.end, ongoing=hit.ongoing, evidence=evidence)
    if len(durations) == 1 and not periods and not durations[0].ago:
        duration = durations[0]
        if _alone(text, duration.start, duration.end):
            more = duration.bound == "more" and duration.months.high is None
            months = duration.months.model_copy(update={"low": duration.months.low + 1}) if more else duration.months
            return Effect(fact=fact, months=months, evidence=evidence)
    raise NotUnderstood(say("understand.counts_as"))


def _alone(text: str, start: int, end: int) -> bool:
    return holds_only(folded(f"{text[:start]} {text[end:]}"), "part")
