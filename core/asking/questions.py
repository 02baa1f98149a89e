"""Wording the asks as questions, in the order in which they are worth asking (Q3, Q5)."""

import hashlib
from collections.abc import Iterable, Mapping

from core.asking.asks import Ask
from core.asking.options import Choice, choices
from core.assessment.calendar import months_in, window_of
from core.assessment.judged import Case, Judged, Need
from core.assessment.scope import sector_text
from core.assessment.scoring import Score
from core.assessment.support import stretch_of
from core.lexicon import find_terms
from core.model.base import Evidence
from core.model.posting import Criterion
from core.model.question import Expects, Fact, Question
from core.text.durations import months_text
from core.text.phrases import listed, month_words, points_text
from core.text.source import fold
from core.texts import say

_QUOTE_LIMIT = 110
_EFFORT = {"period": 2, "rate": 2, "months": 1}
_EXPECTS: dict[str, Expects] = {"period": "period", "months": "months", "rate": "amount"}
_BY_SUPPLIER = frozenset({"supplier", "rate"})


def question_id(facts: Iterable[Fact]) -> str:
    """Return the id of a question: a hash of its facts, whatever their order."""
    parts = sorted(fact.model_dump_json() for fact in facts)
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:10]


def worded(
    found: Iterable[Ask], judged: Mapping[str, Judged], scores: Mapping[str, Score | None], case: Case
) -> tuple[Question, ...]:
    """Return the questions for these asks, the next to ask first."""
    ranked = sorted(found, key=lambda ask: _rank(ask, judged, scores))
    return tuple(_question(ask, choices(ask), scores, case) for ask in ranked)


def _rank(
    ask: Ask, judged: Mapping[str, Judged], scores: Mapping[str, Score | None]
) -> tuple[bool, bool, int, float, int]:
    """The order of Q3: what comes first by rule, knock-outs (open before implied), points, effort."""
    knockouts = [c for c in ask.criteria if c.kind == "knockout"]
    lone_contract = ask.kind == "contract_form" and not ask.criteria
    implied = all(judged[c.id].basis == "implied" for c in knockouts)
    knockout_rank = (1 if implied else 0) if knockouts else 2
    first = bool(knockouts) and any(need.first for need in ask.needs)
    return lone_contract, not first, knockout_rank, -(at_stake(ask.criteria, scores) or 0), _EFFORT.get(ask.kind, 0)


def at_stake(criteria: Iterable[Criterion], scores: Mapping[str, Score | None]) -> float | None:
    """Return the points that hang on these criteria; None where none has known points."""
    known = [s for c in criteria if (s := scores.get(c.id)) is not None]
    return sum(s.reachable - s.secured for s in known) if known else None


def _question(ask: Ask, offered: tuple[Choice, ...], scores: Mapping[str, Score | None], case: Case) -> Question:
    facts = tuple(need.fact for need in ask.needs)
    points = at_stake(ask.criteria, scores)
    evidence = tuple(dict.fromkeys(e for need in ask.needs for e in need.evidence))
    presence = ask.kind == "months" and ask.needs[0].thresholds == (1,)
    return Question(
        id=question_id(facts),
        text=_text(ask, case, presence=presence),
        why=why(ask.criteria, points),
        criteria=tuple(c.id for c in ask.criteria),
        points_at_stake=points,
        expects="choice" if presence else _EXPECTS.get(ask.kind, "choice"),
        facts=facts,
        options=tuple(choice.option for choice in offered),
        evidence=evidence,
        asks="supplier" if ask.kind in _BY_SUPPLIER else "recruiter" if ask.kind == "contract_form" else "candidate",
    )


def why(criteria: tuple[Criterion, ...], points: float | None) -> str:
    """Return what a question decides: "Dit beslist knock-out 1 en 35 punten (gunningscriterium 7)."."""
    knockouts = [c.number for c in criteria if c.kind == "knockout"]
    awards = [c.number for c in criteria if c.kind == "award"]
    parts = []
    if knockouts:
        parts.append(say("questions.why_knockout", numbers=listed(knockouts)))
    if awards and points:
        parts.append(say("questions.why_points", points=points_text(points), numbers=listed(awards)))
    elif awards:
        parts.append(say("questions.why_award", numbers=listed(awards)))
    if not parts:
        return say("questions.why_reminders")
    return say("questions.why", parts=listed(parts))


def _text(ask: Ask, case: Case, *, presence: bool) -> str:
    need = ask.needs[0]
    who = case.candidate.initials or say("questions.the_candidate")
    match ask.kind:
        case "counts_as":
            entry = "counts_as_role" if _is_role(need.label) else "counts_as_task"
            return say(f"questions.{entry}", quote=_seen(need, case), label=need.label)
        case "sector":
            return say("questions.sector", quote=_seen(need, case), label=need.label)
        case "period":
            return say("questions.period", who=who, quote=_quote(need))
        case "months" if presence:
            label = max((n.label for n in ask.needs), key=len)
            scope = _common_scope(ask)
            if need.evidence:
                return say("questions.any_seen", quote=_quote(need), who=who, label=_as_or_with(label), scope=scope)
            return say("questions.any", who=who, label=_as_or_with(label), scope=scope)
        case "months":
            scope = sector_text(need.fact.sector) + _window(need)
            if need.low > 0:
                return say("questions.months_more", months=months_text(need.low), who=who, label=_as_or_with(need.label), scope=scope)
            if need.evidence:
                return say("questions.months_seen", quote=_quote(need), who=who, label=_as_or_with(need.label), scope=scope)
            return say("questions.months", who=who, label=_as_or_with(need.label), scope=scope)
        case "education":
            return _education_text(ask, who)
        case "commitment":
            labels = list(dict.fromkeys(n.label for n in ask.needs))
            entry = "commitment" if len(labels) == 1 else "commitments"
            return say(f"questions.{entry}", who=who, labels="; ".join(labels))
        case "contract_form":
            return say("questions.contract_form", who=who)
        case "rate":
            return say("questions.rate_seen" if need.evidence else "questions.rate", cap=need.label)
        case "supplier":
            return say("questions.supplier", label=need.label)
        case _ if need.fact.subject.startswith("other:"):
            return say("questions.other", who=who, label=need.label)
        case _ if need.evidence:
            return say("questions.yes_seen", quote=_quote(need), label=need.label)
        case _:
            return say("questions.yes", who=who, label=need.label)


def _education_text(ask: Ask, who: str) -> str:
    hardest = ask.needs[0]
    easiest = min(ask.needs, key=lambda n: (len(n.fields), len(n.label)))
    if any(n.first for n in ask.needs):
        return say("questions.education_other", label=easiest.label)
    if len(ask.needs) == 1 and hardest.evidence:
        return say("questions.education_seen", quote=_quote(hardest), label=hardest.label)
    if len(ask.needs) == 1:
        return say("questions.education", who=who, label=hardest.label)
    return say("questions.education_highest", who=who, labels=listed([n.label for n in ask.needs], "of"))


def _quote(need: Need) -> str:
    quote = fold(need.evidence[0].quote) if need.evidence else ""
    if len(quote) > _QUOTE_LIMIT:
        quote = quote[:_QUOTE_LIMIT].rsplit(" ", 1)[0] + " …"
    return quote


def _seen(need: Need, case: Case) -> str:
    """The quote of a job, with its months where they matter (Q5)."""
    job = need.job
    quote = say("questions.quoted", quote=_quote(need))
    if job is None:
        return quote
    if need.evidence and not _overlap(need.evidence[0], job.evidence):
        where = fold(job.evidence.quote)[:_QUOTE_LIMIT]
        quote = say("questions.quoted_in_job", quote=_quote(need), job=where)
    stretch = stretch_of(job, case.reference, case.known)
    if need.thresholds in ((), (1,)) or not stretch.precise or stretch.start is None:
        return quote
    months = months_in([stretch], window_of(case.reference)).low
    return say("questions.with_months", quote=quote, start=month_words(stretch.start.earliest), months=months_text(months))


def _overlap(one: Evidence, other: Evidence) -> bool:
    return one.source == other.source and one.start < other.end and other.start < one.end


def _is_role(label: str) -> bool:
    return any(hit.kind == "role" and hit.end - hit.start >= len(label) * 0.6 for hit in find_terms(label))


def _as_or_with(label: str) -> str:
    return say("questions.as_role" if _is_role(label) else "questions.with_task", label=label)


def _window(need: Need) -> str:
    if need.fact.window_months is None:
        return ""
    return " " + say("reasons.window", months=months_text(need.fact.window_months))


def _common_scope(ask: Ask) -> str:
    """The scope that all facts of the ask share; what differs is in the options."""
    sectors = {need.fact.sector for need in ask.needs}
    windows = {need.fact.window_months for need in ask.needs}
    scope = sector_text(sectors.pop()) if len(sectors) == 1 else ""
    return scope + (_window(ask.needs[0]) if len(windows) == 1 else "")
