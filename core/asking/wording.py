"""How an ask is put into words: evidence first, one fact a question (Q1, Q5).

Each text exists in two voices: to the recruiter ("Heeft M.B. …?"), and to the candidate ("Heb je …?")
for the message to forward (Q10).
"""

import re
from collections.abc import Callable

from core.asking.asks import Ask
from core.assessment.calendar import months_in, window_of
from core.assessment.commitments import CONTRACT
from core.assessment.courses import EACH
from core.assessment.judged import Case, Need
from core.assessment.plain import CONDITION
from core.assessment.scope import domain_text, sector_text, span_text
from core.assessment.support import stretch_of
from core.lexicon import find_terms
from core.model.base import Evidence
from core.text.durations import months_text
from core.text.phrases import listed, month_words
from core.text.source import fold
from core.texts import placeholders, say

_QUOTE_LIMIT = 110
_HAD = frozenset({"course", "licence", "registration", "examples"})
"""Plain facts that someone has; the others are so or not."""


def question_text(ask: Ask, case: Case) -> str:
    """Return the question as the recruiter reads it."""
    return _worded(ask, case, "questions", case.candidate.initials or say("questions.the_candidate"))


def question_to_candidate(ask: Ask, case: Case) -> str:
    """Return the question as the candidate reads it."""
    return _worded(ask, case, "questions_you", "")


def _worded(ask: Ask, case: Case, texts: str, who: str) -> str:
    entry, values = _WORDINGS.get(ask.kind, _plain)(ask, case)
    name = f"{texts}.{entry}"
    text = say(name, who=who, **values) if "who" in placeholders(name) else say(name, **values)
    return fold(text).replace(" ?", "?")


Worded = tuple[str, dict[str, object]]


def _counts_as(ask: Ask, case: Case) -> Worded:
    need = ask.needs[0]
    seen = _seen(need, case)
    if need.fact.degree:
        return "counts_as_degree", {"seen": seen, "degree": need.fact.degree, "label": _as_or_with(need.label)}
    entry = "counts_as_role" if _is_role(need.label) else "counts_as_task"
    return entry, {"seen": seen, "label": _phrase(need.label)}


def _sector(ask: Ask, case: Case) -> Worded:
    return "sector", {"seen": _seen(ask.needs[0], case), "label": ask.needs[0].label}


def _period(ask: Ask, _case: Case) -> Worded:
    return "period", {"quote": quote_of(ask.needs[0])}


def _months(ask: Ask, _case: Case) -> Worded:
    need = ask.needs[0]
    if need.thresholds == (1,):
        label = max((n.label for n in ask.needs), key=len)
        kind = say("questions.experience_degree", degree=need.fact.degree) if need.fact.degree else ""
        kind = kind or say("questions.experience")
        values: dict[str, object] = {"kind": kind, "label": _as_or_with(label), "scope": _common_scope(ask)}
        return ("any_seen", {**values, "quote": quote_of(need)}) if need.evidence else ("any", values)
    scope = sector_text(need.fact.sector) + domain_text(need.fact.domain) + _window(need)
    label = _as_or_with(need.label)
    values = {"label": say("questions.contiguous", label=label) if need.fact.contiguous else label, "scope": scope}
    if need.low > 0:
        return "months_more", {**values, "months": months_text(need.low)}
    if need.evidence:
        return "months_seen", {**values, "quote": quote_of(need)}
    return "months", values


def _education(ask: Ask, _case: Case) -> Worded:
    need = ask.needs[0]
    if any(n.first for n in ask.needs):
        easiest = min(ask.needs, key=lambda n: (len(n.fields), len(n.label)))
        return "education_other", {"label": easiest.label}
    if len(ask.needs) > 1:
        return "education_highest", {"labels": listed([n.label for n in ask.needs], "of")}
    if need.evidence:
        return "education_seen", {"quote": quote_of(need), "label": need.label}
    return "education", {"label": need.label}


def _commitment(ask: Ask, _case: Case) -> Worded:
    labels = list(dict.fromkeys(n.label for n in ask.needs))
    return ("commitment" if len(labels) == 1 else "commitments"), {"labels": "; ".join(labels)}


def _contract_form(_ask: Ask, _case: Case) -> Worded:
    return "contract_form", {}


def _rate(ask: Ask, _case: Case) -> Worded:
    return ("rate_seen" if ask.needs[0].evidence else "rate"), {"cap": ask.needs[0].label}


def _supplier(ask: Ask, _case: Case) -> Worded:
    return "supplier", {"label": ask.needs[0].label}


def _plain(ask: Ask, _case: Case) -> Worded:
    need = ask.needs[0]
    kind = need.fact.subject.partition(":")[0]
    if kind == "course" and EACH in need.fact.subject:
        return "has_each", {"label": need.label}
    if kind in ("other", CONDITION, CONTRACT):
        return kind, {"label": need.label}
    if need.evidence:
        return "yes_seen", {"quote": quote_of(need), "label": need.label}
    return "has" if kind in _HAD else "yes", {"label": need.label}


_WORDINGS: dict[str, Callable[[Ask, Case], Worded]] = {
    "counts_as": _counts_as,
    "sector": _sector,
    "period": _period,
    "months": _months,
    "education": _education,
    "commitment": _commitment,
    "contract_form": _contract_form,
    "rate": _rate,
    "supplier": _supplier,
}


def quote_of(need: Need) -> str:
    """Return the evidence of a need as a short quote, "" where nothing was seen."""
    quote = _whole(fold(need.evidence[0].quote)) if need.evidence else ""
    if len(quote) > _QUOTE_LIMIT:
        quote = quote[:_QUOTE_LIMIT].rsplit(" ", 1)[0] + " …"
    return quote.strip(" ,;.:-")


_BULLET = re.compile(r"^(?:[\u2022*o>-]\s+|\[[^\]]*\d\d:\d\d[^\]]*\]\s*)")
_DANGLING = re.compile(r"(?:[\s,|(]+(?:bij|van|voor|in|als|op|met|aan|en|of|de|het|een|via|te))+$")


def _whole(quote: str) -> str:
    """Return a quote without its bullet, and without what was cut off at its end: "secretaresse bij", "jurist (tot 2019"."""
    quote = _BULLET.sub("", quote)
    if quote.count("(") > quote.count(")"):
        quote = quote[: quote.rindex("(")].rstrip()
    return _DANGLING.sub("", quote)


def _seen(need: Need, case: Case) -> str:
    """The quote of a job, with its months where they matter (Q5)."""
    seen = say("questions.quoted", quote=quote_of(need))
    job = need.job
    if job is None:
        return seen
    if need.evidence and not _overlap(need.evidence[0], job.evidence):
        where = fold(job.evidence.quote)[:_QUOTE_LIMIT]
        seen = say("questions.quoted_in_job", quote=quote_of(need), job=where)
    stretch = stretch_of(job, case.reference, case.known)
    if need.thresholds in ((), (1,)) or not stretch.precise or stretch.start is None:
        return seen
    months = months_in([stretch], window_of(case.reference)).low
    start = month_words(stretch.start.earliest)
    return say("questions.with_months", seen=seen, start=start, months=months_text(months))


def _overlap(one: Evidence, other: Evidence) -> bool:
    return one.source == other.source and one.start < other.end and other.start < one.end


_OR = re.compile(r",\s+|\s+(?:of|en)\s+")


def _is_role(label: str) -> bool:
    """Whether a label names a role, or several: "GIS-specialist of GIS-analist"."""
    return _is_one_role(label) or all(_is_one_role(part) for part in _OR.split(label))


def _is_one_role(label: str) -> bool:
    return any(hit.kind == "role" and hit.end - hit.start >= len(label) * 0.6 for hit in find_terms(label))


def _as_or_with(label: str) -> str:
    if label == say("reasons.any_work"):
        return ""
    words = label.split()
    if words[-1].endswith("functie"):
        return say("questions.in_function", label=label)
    if words[-1] in ("gebied", "terrein", "vlak"):
        return say("questions.in_field", label=label)
    return say("questions.as_role" if _is_role(label) else "questions.with_task", label=_phrase(label))


def _phrase(label: str) -> str:
    """A label of several words is quoted as the posting has it: it may not fit the grammar of our sentence."""
    return say("questions.quoted", quote=label) if " " in label and not _is_role(label) else label


def _window(need: Need) -> str:
    return span_text(need.fact.window_months, need.fact.window_from, need.fact.window_to)


def _common_scope(ask: Ask) -> str:
    """The scope that all facts of the ask share; what differs is in the options."""
    sectors = {need.fact.sector for need in ask.needs}
    windows = {_window(need) for need in ask.needs}
    scope = sector_text(sectors.pop()) if len(sectors) == 1 else ""
    return scope + domain_text(ask.needs[0].fact.domain) + (windows.pop() if len(windows) == 1 else "")
