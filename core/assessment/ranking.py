"""Putting the candidates of one posting in order (S8)."""

from decimal import Decimal, InvalidOperation

from core.model.assessment import Assessment
from core.model.candidate import Candidate

_VERDICTS = {"go": 0, "open": 1, "no_go": 2}
RankKey = tuple[int, float, float, Decimal]


def rank_key(assessment: Assessment, candidate: Candidate) -> RankKey:
    """Return the sort key of a candidate: verdict, then secured, then reachable, then the lower rate."""
    points = assessment.points
    return (
        _VERDICTS[assessment.verdict],
        -(points.secured or 0),
        -(points.reachable or 0),
        _rate(candidate),
    )


def _rate(candidate: Candidate) -> Decimal:
    shown = candidate.rate.bid or candidate.rate.own
    try:
        return Decimal(shown) if shown else Decimal("Infinity")
    except InvalidOperation:
        return Decimal("Infinity")
