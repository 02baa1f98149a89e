"""Putting the candidates of one posting in order (S8)."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal, InvalidOperation
from operator import itemgetter
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
    """Return the candidates (texts) of one posting (text), best first; equals keep their order.

    A dossier is returned as its events and computes anew what it is asked: what was computed to rank it is dropped, since
    it weighs a hundred times the text, and of a crowd only the first few are looked at.
    """
    base = Dossier.new(today=today).with_posting(posting)
    keyed: list[tuple[RankKey, Ranked]] = []
    for index, text in enumerate(candidates):
        events = base.with_candidate(text).events
        keyed.append((rank_key(Dossier(events=events)), Ranked(index, Dossier(events=events))))
    return tuple(ranked for _, ranked in sorted(keyed, key=itemgetter(0)))
