"""Putting the candidates of one posting in order (S8)."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import NamedTuple

from core.dossier import Dossier
from core.model.assessment import Verdict

_VERDICTS: dict[Verdict, int] = {"go": 0, "open": 1, "no_go": 2}
RankKey = tuple[int, float, float, Decimal]


class Ranked(NamedTuple):
    """A candidate in the order: the position in the input (from 0) and the dossier."""

    position: int
    dossier: Dossier


def rank_key(dossier: Dossier) -> RankKey:
    """Return the sort key of a dossier: verdict, then secured, then reachable, then the lower rate (S8)."""
    assessment = dossier.assessment
    points = assessment.points
    rate = dossier.candidate.rate
    return (
        _VERDICTS[assessment.verdict],
        -(points.secured or 0),
        -(points.reachable or 0),
        _decimal(rate.bid or rate.own),
    )


def _decimal(rate: str | None) -> Decimal:
    try:
        return Decimal(rate) if rate else Decimal("Infinity")
    except InvalidOperation:
        return Decimal("Infinity")


def rank(posting: str, candidates: Iterable[str], *, today: date) -> tuple[Ranked, ...]:
    """Return the candidates (texts) of one posting (text), best first; equals keep their order."""
    base = Dossier.new(today=today).with_posting(posting)
    dossiers = [Ranked(index, base.with_candidate(text)) for index, text in enumerate(candidates)]
    return tuple(sorted(dossiers, key=lambda ranked: rank_key(ranked.dossier)))
