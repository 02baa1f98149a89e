"""Joining what several texts say of one candidate (C9): a CV, and what the recruiter tells beside it."""

from collections import Counter
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
    whole, counts = readings[0], Counter({readings[0].source: 1})
    for reading in readings[1:]:
        counts[reading.source] += 1
        whole = _two(whole, _renamed(reading, counts[reading.source]))
    return whole


def _renamed(reading: Candidate, number: int) -> Candidate:
    """The reading with its evidence from "cv2", where it is the second CV: offsets count one text."""
    if number == 1:
        return reading

    def rename(value: object) -> object:
        if isinstance(value, dict):
            named = {key: rename(part) for key, part in value.items()}
            if named.keys() >= {"source", "quote", "start"}:
                named["source"] = f"{reading.source}{number}"
            return named
        if isinstance(value, list | tuple):
            return [rename(part) for part in value]
        return value

    return Candidate.model_validate(rename(reading.model_dump()))


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
            "valid_until": {**one.valid_until, **other.valid_until},
            "evidence": {**one.evidence, **other.evidence},
        }
    )


def _moved(value: T, shift: int) -> T:
    if value.employment is None:
        return value
    return value.model_copy(update={"employment": value.employment + shift})
