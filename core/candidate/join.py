"""Joining what several texts say of one candidate (C9): a CV, and what the recruiter tells beside it."""

from typing import TypeVar

from core.model.candidate import Candidate, StatedDuration, Statement

T = TypeVar("T", Statement, StatedDuration)


def joined(readings: tuple[Candidate, ...]) -> Candidate:
    """Return one candidate from the readings of several texts; for single values the latest text counts.

    It is a `cv` as soon as one text is. Facts of both texts stand side by side: overlapping months
    count once anyway (C3).
    """
    if not readings:
        return Candidate()
    whole = readings[0]
    for reading in readings[1:]:
        whole = _two(whole, reading)
    return whole


_SINGLE = ("initials", "contract_form", "hours", "available_from", "place")
_LISTS = (
    "people",
    "educations",
    "courses",
    "tools",
    "denials",
    "days",
    "not_days",
    "devices",
    "no_devices",
    "languages",
    "licences",
    "registrations",
    "willingness",
)


def _two(one: Candidate, other: Candidate) -> Candidate:
    shift = len(one.employments)
    values: dict[str, object] = {name: getattr(other, name) or getattr(one, name) for name in _SINGLE}
    for name in _LISTS:
        values[name] = tuple(dict.fromkeys((*getattr(one, name), *getattr(other, name))))
    rate = other.rate if other.rate.own or other.rate.bid else one.rate
    return one.model_copy(
        update={
            **values,
            "source": "cv" if "cv" in (one.source, other.source) else "summary",
            "employments": (*one.employments, *other.employments),
            "statements": (*one.statements, *(_moved(s, shift) for s in other.statements)),
            "durations": (*one.durations, *(_moved(d, shift) for d in other.durations)),
            "rate": rate,
            "evidence": {**one.evidence, **other.evidence},
        }
    )


def _moved(value: T, shift: int) -> T:
    if value.employment is None:
        return value
    return value.model_copy(update={"employment": value.employment + shift})
