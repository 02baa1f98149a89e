"""The whole assessment: outcomes, verdict, points, to-dos, bid-readiness (S1-S7)."""

from typing import NamedTuple

from core.assessment.checklist import is_blocked
from core.assessment.groups import groups_of
from core.assessment.instructions import is_seen
from core.assessment.judge import Groups, judge
from core.assessment.judged import Case, Judged
from core.assessment.practical import practical
from core.assessment.scoring import Score, by_points, score
from core.assessment.todos import explanation, todo
from core.model.assessment import Assessment, CriterionPoints, Outcome, Points, Verdict
from core.model.posting import ChecklistItem, Criterion


class Result(NamedTuple):
    """The assessment with what the questions are made from."""

    assessment: Assessment
    judged: dict[str, Judged]
    scores: dict[str, Score | None]
    groups: Groups


def assess(case: Case, reference_date: str, checklist: tuple[ChecklistItem, ...] = ()) -> Result:
    """Return the assessment of the case; `checklist` as it stands now (P10)."""
    groups = groups_of(case.posting.criteria)
    judged: dict[str, Judged] = {}
    scores: dict[str, Score | None] = {}
    outcomes: list[Outcome] = []
    for criterion in case.posting.criteria:
        verdict = _told_beside_cv(judge(criterion, groups, case), case)
        points = score(criterion, verdict)
        verdict = by_points(criterion, verdict, points)
        judged[criterion.id], scores[criterion.id] = verdict, points
        outcomes.append(_outcome(criterion, verdict, points, case))
    overall = _verdict(case.posting.criteria, judged)
    assessment = Assessment(
        reference_date=reference_date,
        verdict=overall,
        bid_ready=_bid_ready(overall, outcomes, case, judged, checklist),
        points=_points(case, outcomes),
        criteria=tuple(outcomes),
        practical=practical(case),
    )
    return Result(assessment, judged, scores, groups)


def _told_beside_cv(judged: Judged, case: Case) -> Judged:
    """Where a CV is in, what only a summary says is told, not written: the assessor doesn't read it."""
    written = [e for e in judged.evidence if e.source not in ("answer", "rule")]
    if case.candidate.source != "cv" or not judged.stated or not written:
        return judged
    if any(e.source.startswith("cv") for e in written):
        return judged
    return judged._replace(basis="answered", stated=False, stated_low=0)


def _outcome(criterion: Criterion, judged: Judged, points: Score | None, case: Case) -> Outcome:
    seen = is_seen(criterion, judged, case.candidate)
    return Outcome(
        id=criterion.id,
        status=judged.status,
        basis=judged.basis,
        points=CriterionPoints(
            secured=points.secured,
            reachable=points.reachable,
            max=points.max,
            in_cv=min(points.stated, points.secured) if seen else 0.0,
        )
        if points
        else CriterionPoints(),
        reason=judged.reason,
        evidence=judged.evidence,
        todo=todo(criterion, judged, seen=seen),
        explanation=explanation(judged),
    )


def _verdict(criteria: tuple[Criterion, ...], judged: dict[str, Judged]) -> Verdict:
    """`no_go` where a knock-out is unmet, else `open` where one is open, else `go` (S1).

    Where no knock-out was found in the posting nobody knows whether they are met: open, never `go`.
    """
    knockouts = [judged[c.id] for c in criteria if c.kind == "knockout"]
    if any(j.status == "unmet" for j in knockouts):
        return "no_go"
    if not knockouts or any(j.status == "open" and not j.held_back for j in knockouts):
        return "open"
    return "go"


def _points(case: Case, outcomes: list[Outcome]) -> Points:
    awards = [o.points for o in outcomes if o.id.startswith("A")]
    if not awards or any(p.max is None for p in awards):
        return Points(total=case.posting.total_points)
    return Points(
        in_cv=sum(p.in_cv or 0 for p in awards),
        secured=sum(p.secured or 0 for p in awards),
        reachable=sum(p.reachable or 0 for p in awards),
        total=case.posting.total_points,
    )


def _bid_ready(
    verdict: Verdict,
    outcomes: list[Outcome],
    case: Case,
    judged: dict[str, Judged],
    checklist: tuple[ChecklistItem, ...],
) -> bool:
    """True only when a CV is in, no knock-out has a to-do, and nothing else sets the bid aside (S4, P10)."""
    knockouts = [o for o in outcomes if o.id.startswith("K")]
    held = any(judged[o.id].held_back and o.status == "open" for o in knockouts)
    return (
        verdict == "go"
        and case.candidate.source == "cv"
        and not held
        and not any(o.todo for o in knockouts)
        and not is_blocked(checklist)
    )
