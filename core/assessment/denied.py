"""What an explicit denial excludes: "nooit met JOIN of Djuma gewerkt", "daarna niet meer bij een gemeente" (S1)."""

import re
from collections.abc import Iterator
from typing import cast

from core.assessment.calendar import Window
from core.assessment.groups import Group
from core.lexicon import DOMAIN, find_subject, find_terms, only_does, sector_satisfies
from core.model.base import Evidence, Sector
from core.model.candidate import Candidate, Denial
from core.model.posting import Experience

_MOST_OF_IT = 0.7
"""So much of a denied phrase must be the subject: "geen complex agendabeheer" denies no "agendabeheer"."""
_WITH = re.compile(r"\b(?:in|met|via|binnen|van)\s+(?P<what>\S+(?:\s\S+)?)$", re.I)
_MEANS = frozenset({"tool", "law"})


def denied_months(
    wanted: Experience, group: Group, candidate: Candidate, window: Window
) -> tuple[int, Evidence] | None:
    """Return the most months that the denials of a text leave, and where they stand; None where they exclude nothing."""
    about = [denial for denial in candidate.denials if _in_scope(denial, wanted, window)]
    for denial in about:
        if denial.subject is None and (denial.sector is not None):
            return _left(denial, window), denial.evidence
    named = [
        [denial for denial in about if denial.subject is not None and _denies(denial.subject, name, wanted.domain)]
        for name in group.subjects
    ]
    excluded = [denials[0] for denials in named if denials]
    if not excluded or (len(excluded) < len(named) and not group.need_all):
        return None
    months = [_left(denial, window) for denial in excluded]
    most = min(months) if group.need_all else max(months)
    return most, excluded[months.index(most)].evidence


def _in_scope(denial: Denial, wanted: Experience, window: Window) -> bool:
    if denial.after is not None and not window.bounded:
        return False
    if denial.sector is None:
        return denial.subject is not None
    return wanted.sector is not None and not wanted.sector_open and _lies_in(wanted.sector, denial.sector)


def _left(denial: Denial, window: Window) -> int:
    if denial.after is None:
        return 0
    return max(0, min(denial.after, window.last) - window.first + 1)


def _denies(denied: str, name: str, domain: str | None) -> bool:
    """Whether a denied phrase is the subject itself, or what it can't do without: its object, its tool, its domain."""
    if _is_it(name, denied) or only_does(name, denied) or any(_is_it(tool, denied) for tool in _tools_of(name)):
        return True
    if domain is None:
        return False
    places = [hit for hit in find_subject(domain, denied, DOMAIN) if hit.grade == "same"]
    work = [hit for hit in find_subject(name, denied) if hit.grade == "same"]
    covered = sum(max((h.end - h.start for h in hits), default=0) for hits in (places, work))
    return bool(places) and covered >= _MOST_OF_IT * len(denied) - len(" binnen het ")


def _is_it(name: str, denied: str) -> bool:
    return any(
        hit.grade == "same" and hit.end - hit.start >= _MOST_OF_IT * len(denied) for hit in find_subject(name, denied)
    )


def _tools_of(name: str) -> Iterator[str]:
    """Yield the tool or law that a task is done with: no Python, no scripts in it."""
    means = _WITH.search(name)
    if means is not None:
        terms = find_terms(means["what"])
        if any(hit.kind in _MEANS and hit.end - hit.start == len(means["what"]) for hit in terms):
            yield means["what"]


def _lies_in(wanted: str, denied: Sector) -> bool:
    """Whether never having worked in the denied sector means never in the wanted one (C7)."""
    return wanted == denied or sector_satisfies(denied, cast(Sector, wanted)) is True
