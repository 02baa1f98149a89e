"""Wording the asks as questions, in the order in which they are worth asking (Q3, Q5)."""

import hashlib
from collections.abc import Iterable, Mapping
from typing import Literal

from core.asking.asks import Ask
from core.asking.options import Choice, choices
from core.asking.wording import question_text, question_to_candidate
from core.assessment.commitments import CONTRACT
from core.assessment.judged import Case, Judged
from core.assessment.plain import CONDITION
from core.assessment.scoring import Score
from core.model.posting import Criterion
from core.model.question import Expects, Fact, Question
from core.text.phrases import listed, points_text
from core.texts import say

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
        text=question_text(ask, case),
        to_candidate=question_to_candidate(ask, case) if _who_knows(ask) == "candidate" else None,
        why=why(ask.criteria, points),
        criteria=tuple(c.id for c in ask.criteria),
        points_at_stake=points,
        expects="choice" if presence else _EXPECTS.get(ask.kind, "choice"),
        facts=facts,
        options=tuple(choice.option for choice in offered),
        evidence=evidence,
        asks=_who_knows(ask),
    )


def _who_knows(ask: Ask) -> Literal["recruiter", "candidate", "supplier"]:
    if ask.kind in _BY_SUPPLIER:
        return "supplier"
    about_offer = ask.kind == "contract_form" or ask.needs[0].fact.subject.startswith((f"{CONDITION}:", f"{CONTRACT}:"))
    return "recruiter" if about_offer else "candidate"


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
