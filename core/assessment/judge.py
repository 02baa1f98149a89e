"""Judging one criterion: its requirement by type, compounds, and the condition it is under (S1, P14)."""

from collections.abc import Callable, Mapping
from typing import Any

from core.assessment.commitments import (
    CONTRACT_FORM,
    contract_form_of,
    judge_availability,
    judge_contract_form,
    judge_device,
    judge_onsite,
    judge_rate_cap,
)
from core.assessment.courses import judge_course
from core.assessment.education import judge_education
from core.assessment.experience import judge_experience
from core.assessment.groups import Group
from core.assessment.judged import Case, Judged, Need
from core.assessment.plain import (
    CONDITION,
    judge_document,
    judge_examples,
    judge_insurance,
    judge_language,
    judge_licence,
    judge_other,
    judge_registration,
    judge_yes,
    yes_fact,
)
from core.model.assessment import Basis, Status
from core.model.base import Evidence
from core.model.posting import (
    AllOf,
    AnyOf,
    Availability,
    ContractFormRule,
    Course,
    Criterion,
    Device,
    Document,
    Education,
    Examples,
    Experience,
    Insurance,
    Language,
    Licence,
    Onsite,
    Other,
    RateCap,
    Registration,
    Requirement,
    Tier,
)
from core.text.days import find_weekdays
from core.texts import say

Groups = Mapping[Experience, Group]
_WEAKEST: tuple[Basis, ...] = ("none", "implied", "answered", "stated")


def judge(criterion: Criterion, groups: Groups, case: Case) -> Judged:
    """Return the judgment on a criterion."""
    judged = _judge(criterion.requirement, criterion, groups, case)
    if criterion.condition is None:
        return judged
    return _under_condition(criterion, judged, case)


def _under_condition(criterion: Criterion, judged: Judged, case: Case) -> Judged:
    """Where the condition is false the criterion is met; where that is unknown it can't be unmet (P14)."""
    holds, evidence, asked = _condition(criterion, case)
    judged = judged._replace(own=(*judged.own, asked))
    if holds or (holds is None and judged.status == "met"):
        return judged
    if holds is False:
        basis: Basis = "answered" if evidence and evidence.source == "answer" else "stated"
        proof = (evidence,) if evidence else ()
        reason = say("reasons.not_applicable")
        return Judged("met", basis, reason, proof, stated=basis == "stated", own=judged.own)
    # A contract form is asked anyway; any other condition only where what it is about doesn't hold.
    needs = (asked,) if criterion.condition_contract else (*judged.needs, asked)
    reason = say("reasons.condition_open", condition=criterion.condition or "")
    return judged._replace(status="open", basis="none", reason=reason, needs=needs, high=None, parts=())


def _condition(criterion: Criterion, case: Case) -> tuple[bool | None, Evidence | None, Need]:
    """Return whether the condition holds, what says so, and what to ask (P14)."""
    forms = criterion.condition_contract
    if forms:
        form, evidence = contract_form_of(case)
        return None if form is None else form in forms, evidence, Need("contract_form", CONTRACT_FORM, "")
    fact = yes_fact(CONDITION, criterion.condition or "")
    told = case.known.get(fact)
    need = Need("yes", fact, criterion.condition or "")
    return (told.yes, told.evidence, need) if told else (None, None, need)


def _judge(
    wanted: Requirement, criterion: Criterion, groups: Groups, case: Case, tiers: tuple[Tier, ...] | None = None
) -> Judged:
    bands = tuple(t for t in criterion.tiers if t.when is None) if tiers is None else tiers
    if isinstance(wanted, AllOf | AnyOf):
        return _compound(wanted, criterion, groups, case, bands)
    if isinstance(wanted, Experience):
        return judge_experience(wanted, groups[wanted], case, bands)
    if isinstance(wanted, Other):
        return judge_other(wanted.text or criterion.text, case)
    judge_plain = _PLAIN.get(type(wanted))
    return judge_plain(wanted, case) if judge_plain else judge_other(criterion.text, case)


_PLAIN: dict[type, Callable[[Any, Case], Judged]] = {
    Education: judge_education,
    Course: judge_course,
    Device: judge_device,
    Onsite: judge_onsite,
    Availability: judge_availability,
    RateCap: judge_rate_cap,
    ContractFormRule: judge_contract_form,
    Insurance: judge_insurance,
    Registration: judge_registration,
    Document: judge_document,
    Examples: judge_examples,
    Language: judge_language,
    Licence: judge_licence,
}
"""How each simple requirement is judged; experience and compounds know more, `other` has only its text."""


def _compound(
    wanted: AllOf | AnyOf, criterion: Criterion, groups: Groups, case: Case, bands: tuple[Tier, ...]
) -> Judged:
    if (told := _as_it_stands(wanted, case)) is not None:
        return told
    parts = tuple(
        _judge(part, criterion, groups, case, bands if isinstance(part, Experience) else ()) for part in wanted.parts
    )
    every = isinstance(wanted, AllOf)
    status = _all(parts) if every else _any(parts)
    counted = [p for p in parts if p.status == "met"] if status == "met" and not every else list(parts)
    if status == "met" and not every:
        basis = max((p.basis for p in counted), key=_WEAKEST.index)
    elif status == "unmet":
        failed = [p for p in parts if p.status == "unmet"]
        basis = failed[0].basis if every else min((p.basis for p in failed), key=_WEAKEST.index)
    else:
        basis = min((p.basis for p in counted), key=_WEAKEST.index)
    low, high, stated_low = _months_of(wanted, parts)
    met = sum(p.status == "met" for p in parts)
    reason = say("reasons.all_of", met=met, total=len(parts)) if every else say("reasons.any_of")
    reason += " " + " ".join(p.reason for p in parts if p.status != "met" or not every)
    wants_more = status == "open" or any(t.when is not None for t in criterion.tiers) or bool(bands)
    held = [p for p in parts if p.held_back and p.status == "open"]
    return Judged(
        status,
        basis,
        reason.strip(),
        tuple(dict.fromkeys(e for p in parts for e in p.evidence)),
        tuple(n for p in parts for n in p.needs) if wants_more else (),
        low=low,
        high=high,
        stated_low=stated_low,
        stated=status == "met" and (all if every else any)(p.stated for p in counted),
        said="; ".join(p.said for p in counted if p.said) or None,
        held_back=bool(held) and all(p.status == "met" or p.held_back for p in parts),
        implied=any(p.implied for p in parts),
        parts=parts,
        own=tuple(need for part in parts for need in part.own),
    )


def _as_it_stands(wanted: AllOf | AnyOf, case: Case) -> Judged | None:
    """Judge days with times of the day ("ma en di 12:00-17:00") once, by the words that hold them both (Q4)."""
    match wanted:
        case AllOf(parts=(Availability(days=days) as days_asked, Other(text=str(text)))) if days:
            if set(days) != set(find_weekdays(text)):
                return None
            seen = judge_availability(days_asked, case)
            fact = yes_fact("other", text)
            if seen.status == "unmet" and case.known.get(fact) is None:
                return seen
            return judge_yes(case, fact, text, hints=seen.evidence, need="commitment")
    return None


def _months_of(wanted: AllOf | AnyOf, parts: tuple[Judged, ...]) -> tuple[int, int | None, int]:
    """Return the certain, possible and stated months for the tiers: what all the experience parts have, or one of them.

    A part of another kind holds the months back where all are wanted: no diploma, no months.
    """
    months = [p for part, p in zip(wanted.parts, parts, strict=True) if isinstance(part, Experience)]
    others = [p for part, p in zip(wanted.parts, parts, strict=True) if not isinstance(part, Experience)]
    highs = [p.high for p in months if p.high is not None]
    if not months:
        return 0, None, 0
    if isinstance(wanted, AnyOf):
        high = max(highs) if len(highs) == len(months) else None
        return max(p.low for p in months), high, max(p.stated_low for p in months)
    if any(p.status == "unmet" for p in others):
        return 0, 0, 0
    low = min(p.low for p in months) if all(p.status == "met" for p in others) else 0
    stated = min(p.stated_low for p in months) if all(p.stated for p in others) else 0
    return low, min(highs, default=None), min(low, stated)


def _all(parts: tuple[Judged, ...]) -> Status:
    statuses = {part.status for part in parts}
    if "unmet" in statuses:
        return "unmet"
    return "open" if "open" in statuses else "met"


def _any(parts: tuple[Judged, ...]) -> Status:
    statuses = {part.status for part in parts}
    if "met" in statuses:
        return "met"
    return "open" if "open" in statuses else "unmet"
