"""Experience: how many months count, and what that means for a requirement (C2-C4, C8, S1, S2).

The candidate's text gives a lower bound: what is not written may still be there (S2), so only an
answer or an explicit denial bounds the months from above.
"""

from typing import NamedTuple

from core.assessment.calendar import Window, months_in, window_of
from core.assessment.denied import denied_months
from core.assessment.experience_needs import experience_needs, thresholds_of
from core.assessment.groups import Group
from core.assessment.judged import Case, Judged, Need
from core.assessment.scope import months_fact, scope_text
from core.assessment.support import Support, supports
from core.lexicon import find_subject, sector_satisfies
from core.model.assessment import Basis, Status
from core.model.base import Evidence, Months
from core.model.candidate import Candidate, StatedDuration
from core.model.posting import Experience, Tier
from core.text.durations import months_text
from core.texts import say

_LIFETIME = 12 * 60
"""More months than anyone works: a job without a beginning, whose length isn't known."""


class Tally(NamedTuple):
    """The months that count: `stated` by the text, `certain` with the answers, `possible` at most.

    `shown`: what the jobs of the text come to when everything implied and imprecise is in favour.
    `timed`: the text itself says how long, so that the length of a job says nothing.
    """

    stated: int
    certain: int
    possible: int | None
    shown: int
    timed: bool
    evidence: tuple[Evidence, ...]
    answered: tuple[Evidence, ...]
    denied: tuple[Evidence, ...]


def needed_months(wanted: Experience) -> int:
    """Return the months from which `wanted` is met; 1 where any experience will do."""
    if wanted.min_months is None:
        return 1
    return wanted.min_months + (1 if wanted.more_than else 0)


def judge_experience(wanted: Experience, group: Group, case: Case, tiers: tuple[Tier, ...] = ()) -> Judged:
    """Return the judgment on an experience requirement; `tiers` add thresholds at which points change."""
    window = window_of(case.reference, wanted.window_months, wanted.window_from, wanted.window_to)
    found = supports(wanted, group, case.candidate, case.known, window)
    any_will_do = wanted.min_months is None and not tiers
    tally = _tally(wanted, group, case, window, found, any_will_do)
    needed = needed_months(wanted)
    scope = scope_text(wanted)
    status: Status = "open"
    basis: Basis = "implied" if found else "none"
    evidence: tuple[Evidence, ...] = tally.evidence or tuple(s.evidence for s in found)
    if tally.certain >= needed:
        stated = tally.stated >= needed
        status, basis = "met", "stated" if stated else "answered"
        evidence = tally.evidence if stated else (*tally.evidence, *tally.answered)
    elif tally.possible is not None and tally.possible < needed:
        status, basis = "unmet", "stated" if tally.denied else "answered"
        evidence = tally.denied or tally.answered or tally.evidence
    doubtful = () if tally.timed else found
    needs = experience_needs(wanted, group, window, doubtful, tally.certain, tally.possible, tiers)
    return Judged(
        status=status,
        basis=basis,
        reason=_reason(status, wanted, group, tally, found, scope, any_will_do),
        evidence=tuple(dict.fromkeys(evidence)),
        needs=needs,
        low=tally.certain,
        high=tally.possible,
        stated_low=tally.stated,
        stated=tally.stated >= needed,
        said=_said(group, tally, scope, any_will_do) if tally.certain >= 1 else None,
        implied=bool(found),
        own=(Need("months", months_fact(wanted, group.key), group.label, thresholds=thresholds_of(wanted, tiers)),),
    )


def _tally(
    wanted: Experience,
    group: Group,
    case: Case,
    window: Window,
    found: tuple[Support, ...],
    any_will_do: bool,
) -> Tally:
    def months(strengths: set[str]) -> Months:
        return months_in(
            (s.stretch for s in found if s.strength in strengths and s.employment is not None),
            window,
            contiguous=wanted.contiguous,
        )

    has_cv = case.candidate.source == "cv"
    by_cv = [s for s in found if s.from_cv or not has_cv]
    written = months_in((s.stretch for s in by_cv if s.strength == "stated"), window, contiguous=wanted.contiguous)
    durations = _durations(wanted, group, case.candidate, window)
    stated = _with_durations(written, durations, months({"stated", "sector", "implied"}))
    certain = max(stated, months({"stated", "answered"}).low)
    if any_will_do:
        if any(s.present and s.strength != "answered" for s in by_cv):
            stated = max(stated, 1)
        if any(s.present for s in found):
            certain = max(certain, 1)
        certain = max(stated, certain)
    fact = months_fact(wanted, group.key)
    told, answered = case.known.months(fact)
    possible = told.high if answered or case.known.get(fact) else None
    certain = max(certain, told.low)
    if possible is not None:
        # The latest correction beats what is written, and what it takes back leaves the CV too (S3).
        certain, stated = min(certain, possible), min(stated, possible)
    denied = denied_months(wanted, group, case.candidate, window)
    if denied and not answered:
        limit, _ = denied
        if certain > limit:
            # The text contradicts itself: nothing is certain, and the recruiter is asked.
            certain = stated = limit
            denied = None
        else:
            possible = limit
    evidence = tuple(s.evidence for s in found if s.strength == "stated" or s.present)
    evidence += tuple(d.evidence for d in durations)
    confirmed = tuple(s.evidence for s in found if s.strength == "answered")
    return Tally(
        stated=stated,
        certain=certain,
        possible=possible,
        shown=(months({"stated", "answered", "sector", "implied"}).high or 0),
        timed=bool(durations),
        evidence=evidence,
        answered=(*confirmed, *answered),
        denied=(denied[1],) if denied and not answered else (),
    )


def _durations(wanted: Experience, group: Group, candidate: Candidate, window: Window) -> tuple[StatedDuration, ...]:
    """Durations that the text itself gives for this subject, as far as they count (C4)."""
    if group.need_all or wanted.domain is not None or wanted.contiguous:
        return ()
    return tuple(
        duration
        for duration in candidate.durations
        if (not window.bounded or duration.tied_to_today)
        and (wanted.sector is None or sector_satisfies(wanted.sector, duration.sector) is True)
        and any(hit.grade == "same" for subject in group.subjects for hit in find_subject(subject, duration.subject))
    )


def _with_durations(written: Months, durations: tuple[StatedDuration, ...], dated: Months) -> int:
    """Join stated durations with dated jobs: where they conflict the hull counts, so its low end (C4)."""
    if not durations:
        return written.low
    told = max(duration.months.low for duration in durations)
    upper = max((d.months.high if d.months.high is not None else d.months.low + 11) for d in durations)
    if not dated.high:
        return told
    if told > dated.high:
        return min(told, written.low) if written.low else 0
    if written.low and upper < written.low:
        return told
    return max(told, written.low)


def _said(group: Group, tally: Tally, scope: str, any_will_do: bool) -> str:
    if any_will_do:
        return say("reasons.said_any", subject=group.label, scope=scope)
    return say("reasons.said_months", months=months_text(tally.certain), subject=group.label, scope=scope)


def _reason(
    status: str,
    wanted: Experience,
    group: Group,
    tally: Tally,
    found: tuple[Support, ...],
    scope: str,
    any_will_do: bool,
) -> str:
    subject = group.label
    if any_will_do:
        entry = {"met": "any_met", "unmet": "any_unmet"}.get(status, "any_implied" if found else "any_open")
        return say(f"reasons.{entry}", subject=subject, scope=scope)
    needed = months_text(wanted.min_months) if wanted.min_months is not None else say("reasons.by_tier")
    part_time = any(s.employment is not None and s.employment.part_time for s in found if s.strength == "stated")
    note = say("reasons.part_time") if part_time else ""
    if status == "met":
        return say(
            "reasons.months_met",
            months=months_text(tally.certain),
            subject=subject,
            scope=scope,
            needed=needed,
            note=note,
        )
    if status == "unmet":
        if not tally.possible:
            return say("reasons.any_unmet", subject=subject, scope=scope)
        most = months_text(tally.possible)
        return say("reasons.months_unmet", months=most, subject=subject, scope=scope, needed=needed)
    if not found:
        return say("reasons.months_none", subject=subject, scope=scope, needed=needed)
    if tally.shown > _LIFETIME or not max(tally.shown, tally.certain):
        return say("reasons.months_undated", subject=subject, scope=scope, needed=needed)
    if tally.certain == 0 and not any(s.strength in ("stated", "answered") for s in found) and tally.shown:
        high = months_text(tally.shown)
        return say("reasons.months_implied", high=high, subject=subject, scope=scope, needed=needed)
    if tally.shown > tally.certain:
        return say(
            "reasons.months_between",
            low=months_text(tally.certain),
            high=months_text(tally.shown),
            subject=subject,
            scope=scope,
            needed=needed,
        )
    return say("reasons.months_short", months=months_text(tally.certain), subject=subject, scope=scope, needed=needed)
