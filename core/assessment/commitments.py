"""What someone can commit to: devices, work on site, availability, the rate, the contract form (Q9, C10)."""

from datetime import date
from decimal import Decimal, InvalidOperation

from core.assessment.judged import Case, Judged, Need
from core.assessment.knowledge import Effect
from core.assessment.plain import judge_yes, yes_fact
from core.model.base import Evidence
from core.model.posting import Availability, ContractFormRule, Device, Onsite, RateCap
from core.model.question import Fact
from core.text.phrases import amount_text, date_text, days_text
from core.text.source import key
from core.texts import say

CONTRACT_FORM = Fact(kind="contract_form")
CONTRACT = "contract"
"""What the fact that a contract form is allowed begins with."""
CLOSE_TO_CAP = Decimal("0.05")
"""A rate within this share of the maximum is close to it: what it includes then decides (C10)."""


def judge_device(wanted: Device, case: Case) -> Judged:
    """Each item must be there: the candidate's own, or supplied by the office (Q8)."""
    provided = case.profile.provides_devices or ()
    evidence: list[Evidence] = []
    missing, refused = False, None
    for item in wanted.items:
        choices = [choice.strip() for choice in item.split(" of ")]
        own = next((c for c in choices if _has(c, case.candidate.devices)), None)
        if own is not None:
            evidence.append(_evidence(case, f"devices.{_device(own)}"))
        elif any(_has(c, provided) for c in choices):
            evidence.append(Evidence(source="answer", quote=case.profile.recorded_on.get("provides_devices", "")))
        else:
            missing = True
            if all(_has(c, case.candidate.no_devices) for c in choices):
                refused = _evidence(case, f"no_devices.{_device(choices[0])}")
    label = say("reasons.device_subject", items=" en ".join(wanted.items))
    told_by_profile = any(e.source == "answer" for e in evidence)
    judged = judge_yes(
        case,
        yes_fact("device", "+".join(wanted.items)),
        label,
        stated=evidence[0] if evidence and not missing else None,
        excluded=refused,
        hints=tuple(evidence),
        need="commitment",
    )
    if judged.basis == "stated" and told_by_profile:
        return judged._replace(basis="answered", stated=False)
    return judged


def _device(name: str) -> str:
    """Return the canonical name of a device inside an item ("mobiele telefoon met abonnement")."""
    lowered = name.lower()
    if any(word in lowered for word in ("telefoon", "mobiel", "smartphone")):
        return "telefoon"
    if any(word in lowered for word in ("tablet", "ipad")):
        return "tablet"
    return "laptop" if "laptop" in lowered or "notebook" in lowered else lowered


def _has(item: str, devices: tuple[str, ...]) -> bool:
    return _device(item) in devices


def _evidence(case: Case, name: str) -> Evidence:
    return case.candidate.evidence.get(name) or Evidence(source=case.candidate.source, quote="")


def onsite_label(wanted: Onsite) -> str:
    """Return the commitment in words."""
    place = say("reasons.onsite_place", place=wanted.place) if wanted.place else ""
    if wanted.days_per_week is not None:
        return say("reasons.onsite_days", days=f"{wanted.days_per_week:g}", place=place)
    if wanted.share is not None:
        return say("reasons.onsite_share", share=f"{wanted.share:g}", place=place)
    return say("reasons.onsite_any", place=place)


def judge_onsite(wanted: Onsite, case: Case) -> Judged:
    """Met where the text agrees to as many days or as large a share; a refusal excludes it."""
    stated = excluded = None
    hints: list[Evidence] = []
    for will in case.candidate.willingness:
        if will.subject != "onsite":
            continue
        if not will.agreed and will.place and wanted.place and key(will.place) not in key(wanted.place):
            # "Hooguit 1 dag per week in Ede" refuses nothing elsewhere.
            hints.append(will.evidence)
            continue
        if not will.agreed:
            excluded = will.evidence
            continue
        enough = (
            (wanted.days_per_week is None and wanted.share is None)
            or (wanted.days_per_week is not None and (will.days_per_week or 0) >= wanted.days_per_week)
            or (wanted.share is not None and (will.share or 0) >= wanted.share)
        )
        if enough:
            stated = will.evidence
        else:
            hints.append(will.evidence)
    if stated is not None:
        excluded, hints = None, []
    label = onsite_label(wanted)
    fact = yes_fact("onsite", label)
    return judge_yes(case, fact, label, stated=stated, excluded=excluded, hints=tuple(hints), need="commitment")


def availability_label(wanted: Availability) -> str:
    """Return the availability in words."""
    parts = []
    if wanted.from_ is not None:
        parts.append(say("reasons.availability_from", date=date_text(wanted.from_)))
    elif wanted.start_text:
        parts.append(say("reasons.availability_text", start=wanted.start_text))
    if wanted.hours is not None and wanted.hours.min is not None:
        low, high = wanted.hours.min, wanted.hours.max
        if high is None or high == low:
            parts.append(say("reasons.availability_hours_min", low=f"{low:g}"))
        else:
            parts.append(say("reasons.availability_hours", low=f"{low:g}", high=f"{high:g}"))
    if wanted.days:
        parts.append(say("reasons.availability_days", days=days_text(wanted.days)))
    return ", ".join(parts) or say("reasons.availability_text", start="")


def dated(start: str | None, near: date) -> str | None:
    """Return a start with its year: "--08-01" (no year said) is the one nearest to the day it is compared with."""
    if start is None or not start.startswith("--"):
        return start
    days = [f"{year}{start[1:]}" for year in (near.year - 1, near.year, near.year + 1)]
    valid = [date.fromisoformat(day) for day in days if _is_day(day)]
    return min(valid, key=lambda day: abs((day - near).days)).isoformat() if valid else None


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def judge_availability(wanted: Availability, case: Case) -> Judged:
    """Start, hours and days, each read from the text; a conflict excludes, silence leaves it open."""
    candidate = case.candidate
    checks: list[tuple[bool | None, Evidence | None]] = []
    if wanted.from_ is not None:
        start = dated(candidate.available_from, wanted.from_)
        fits = None if start is None else start == "now" or start <= wanted.from_.isoformat()
        checks.append((fits, candidate.evidence.get("available_from")))
    elif wanted.start_text:
        checks.append((True if candidate.available_from == "now" else None, candidate.evidence.get("available_from")))
    if wanted.hours is not None and wanted.hours.min is not None:
        hours = candidate.hours
        most = (hours.max if hours.max is not None else hours.min) if hours else None
        checks.append((None if most is None else most >= wanted.hours.min, candidate.evidence.get("hours")))
    if wanted.days:
        if set(wanted.days) & set(candidate.not_days):
            checks.append((False, candidate.evidence.get("not_days")))
        else:
            fits = True if candidate.days and set(wanted.days) <= set(candidate.days) else None
            checks.append((fits, candidate.evidence.get("days")))
    seen = tuple(e for fits, e in checks if e is not None)
    against = next((e for fits, e in checks if fits is False and e is not None), None)
    complete = bool(checks) and all(fits is True for fits, _ in checks) and bool(seen)
    label = availability_label(wanted)
    return judge_yes(
        case,
        yes_fact("availability", label),
        label,
        stated=seen[0] if complete else None,
        excluded=against,
        hints=seen,
        need="commitment",
    )


def contract_form_of(case: Case) -> tuple[str | None, Evidence | None]:
    """Return the contract form: the latest answer, else the text."""
    told = case.known.get(CONTRACT_FORM)
    form = case.candidate.contract_form
    if told is not None and told.text and told.text != form:
        return told.text, told.evidence
    return form, case.candidate.evidence.get("contract_form") if form else None


def judge_contract_form(wanted: ContractFormRule, case: Case) -> Judged:
    """Excluded forms and, where only some are allowed, all the others fail."""
    return _contract_form(wanted, case)._replace(own=(Need("contract_form", CONTRACT_FORM, ""),))


def _contract_form(wanted: ContractFormRule, case: Case) -> Judged:
    form, evidence = contract_form_of(case)
    if form is None:
        need = Need("contract_form", CONTRACT_FORM, "")
        return Judged("open", "none", say("reasons.contract_open"), needs=(need,))
    barred = form in wanted.excluded or (bool(wanted.allowed) and form not in wanted.allowed)
    words = form.replace("_", " ")
    if form == "eigen_bv" and "eigen_bv" not in (*wanted.allowed, *wanted.excluded) and "zzp" in wanted.excluded:
        # A company of one's own is no employee either; whether "zzp" covers it, the posting doesn't say.
        fact = yes_fact(CONTRACT, form)
        allowed = case.known.get(fact)
        if allowed is None or allowed.yes is None:
            need = Need("yes", fact, words, evidence=(evidence,) if evidence else ())
            return Judged("open", "implied", say("reasons.contract_open"), needs=(need,))
        barred, evidence = not allowed.yes, allowed.evidence
    told = evidence is not None and evidence.source == "answer"
    return Judged(
        "unmet" if barred else "met",
        "answered" if told else "stated",
        say("reasons.contract_unmet" if barred else "reasons.contract_met", form=words),
        (evidence,) if evidence else (),
        stated=not barred and not told,
        said=None if barred else say("reasons.said_contract", form=words),
    )


def judge_rate_cap(wanted: RateCap, case: Case) -> Judged:
    """The bid rate against the maximum; what the rate is silent on, and the own rate, are asked (C10)."""
    cap = _decimal(wanted.amount)
    if cap is None:
        return judge_yes(case, yes_fact("rate", wanted.amount), wanted.amount)
    own = (Need("rate", Fact(kind="rate", subject=wanted.amount), amount_text(cap)),)
    return _rate_cap(wanted, cap, case)._replace(own=own)


def _rate_cap(wanted: RateCap, cap: Decimal, case: Case) -> Judged:
    fact = Fact(kind="rate", subject=wanted.amount)
    told = case.known.get(fact)
    rate = case.candidate.rate
    shown = rate.bid or rate.own
    words = {"cap": amount_text(cap)}
    if told is not None and (told.text or told.yes is not None):
        return _rate_told(cap, told)
    amount = _decimal(shown)
    evidence = (rate.evidence,) if rate.evidence else ()
    if amount is None:
        need = Need("rate", fact, amount_text(cap))
        return Judged("open", "none", say("reasons.rate_open", **words), needs=(need,))
    figure = amount_text(amount)
    if rate.bid is not None and amount > cap:
        return Judged("unmet", "stated", say("reasons.rate_unmet", rate=figure, **words), evidence)
    complete = "all-in" in rate.includes or set(wanted.includes) <= set(rate.includes)
    roomy = amount <= cap * (1 - CLOSE_TO_CAP)
    if rate.bid is not None and (complete or roomy):
        said = say("reasons.said_rate", rate=figure)
        reason = say("reasons.rate_met", rate=figure, **words)
        return Judged("met", "stated", reason, evidence, stated=True, said=said)
    need = Need("rate", fact, amount_text(cap), evidence)
    return Judged("open", "implied", say("reasons.rate_doubt", rate=figure, **words), evidence, (need,), implied=True)


def _rate_told(cap: Decimal, told: Effect) -> Judged:
    """A rate that was told, or only that it stays below the maximum: then no amount is stated."""
    words = {"cap": amount_text(cap)}
    amount = _decimal(told.text)
    if amount is None:
        reason = say("reasons.rate_yes" if told.yes else "reasons.rate_no", **words)
        said = say("reasons.said_rate_within", **words) if told.yes else None
        return Judged("met" if told.yes else "unmet", "answered", reason, (told.evidence,), said=said)
    good, figure = amount <= cap, amount_text(amount)
    reason = say("reasons.rate_met" if good else "reasons.rate_unmet", rate=figure, **words)
    said = say("reasons.said_rate", rate=figure) if good else None
    return Judged("met" if good else "unmet", "answered", reason, (told.evidence,), said=said)


def _decimal(text: str | None) -> Decimal | None:
    if not text:
        return None
    try:
        return Decimal(text)
    except InvalidOperation:
        return None
