"""Courses, trainings and certificates: each that is asked for must be finished and about its subject (C6, C8).

Where several are wanted ("notuleren, rapporteren en agendabeheer"), only those that don't show are asked for, and a
yes is a yes to each of them. Work that was done in a job is no course about that work.
"""

import re
from typing import NamedTuple

from core.assessment.judged import Case, Judged
from core.assessment.plain import judge_yes, yes_fact
from core.candidate.polarity import polarity
from core.lexicon import COURSE, find_subject
from core.model.base import Evidence
from core.model.candidate import Candidate, CourseFact
from core.model.posting import Course
from core.model.question import Fact
from core.text.source import key
from core.texts import say

EACH = "+"
"""Joins the subjects in the fact that each of them was followed."""
_COURSE_WORD = re.compile(
    r"\b\w*(?:cursus|training|certifica\w*|opleiding|diploma|leergang|workshop|gecertificeerd|module|masterclass)(?:en|s)?\b"
)


class _Match(NamedTuple):
    """How the text's courses fit one subject."""

    how: str
    evidence: Evidence | None


def judge_course(wanted: Course, case: Case) -> Judged:
    """Return the judgment on courses; one still to come is open."""
    subjects = wanted.subjects or (wanted.subject,)
    courses = (*case.candidate.courses, *_not_followed(case.candidate))
    matches = {one: _match(one, courses, or_ongoing=wanted.or_ongoing) for one in subjects}
    if wanted.need == "all" and len(subjects) > 1:
        return _judge_each(wanted, subjects, matches, case)
    solid = [m for m in matches.values() if m.how == "solid"]
    hints = _hints(matches, case.candidate)
    denied = [m.evidence for m in matches.values() if m.how == "denied" and m.evidence is not None]
    excluded = denied[0] if len(denied) == len(matches) else None
    return judge_yes(
        case,
        yes_fact("course", wanted.subject),
        say("reasons.said_course", subject=wanted.subject),
        stated=hints[0] if solid else None,
        excluded=excluded,
        hints=() if excluded else hints,
        open_reason=say(f"reasons.{_reason(matches, hints)}", subject=wanted.subject),
    )


_FOLLOWED = re.compile(r"\b(?:gevolgd|behaald|gehaald)\b")


def _not_followed(candidate: Candidate) -> tuple[CourseFact, ...]:
    """Return the courses that the text denies: "geen SOD-opleiding gevolgd" (S1). No experience is another matter."""
    return tuple(
        CourseFact(name=denial.subject, status="denied", evidence=denial.evidence)
        for denial in candidate.denials
        if denial.subject and denial.sector is None and denial.after is None and _FOLLOWED.search(denial.evidence.quote)
    )


def _judge_each(wanted: Course, subjects: tuple[str, ...], matches: dict[str, _Match], case: Case) -> Judged:
    told, refused = _told(subjects, case)
    missing = [one for one in subjects if matches[one].how != "solid" and one not in told]
    fact = yes_fact("course", EACH.join(missing or subjects))
    answers = [one for one in (*told.values(), refused) if one is not None]
    if refused is not None or (not missing and answers):
        fact = refused if refused is not None else answers[-1]
    shown = {one: match for one, match in matches.items() if one not in missing}
    seen = tuple(dict.fromkeys(match.evidence for match in shown.values() if match.evidence is not None))
    hints = _hints({one: matches[one] for one in missing}, case.candidate) if missing else ()
    denied = [matches[one].evidence for one in missing if matches[one].how == "denied"]
    label = say("reasons.said_course", subject=wanted.subject)
    judged = judge_yes(
        case,
        fact,
        label,
        stated=seen[0] if not missing and not answers and seen else None,
        excluded=denied[0] if denied else None,
        hints=(*seen, *hints),
        open_reason=say(f"reasons.{_reason(matches, (*seen, *hints))}", subject=wanted.subject),
    )
    asked = "; ".join(missing or subjects) if len(missing) != 1 else say("reasons.said_course", subject=missing[0])
    # What shows already is no evidence for what is still asked.
    return judged._replace(
        needs=tuple(need._replace(label=asked, evidence=hints) for need in judged.needs),
        own=tuple(need._replace(label=asked, evidence=()) for need in judged.own),
    )


def _told(subjects: tuple[str, ...], case: Case) -> tuple[dict[str, Fact], Fact | None]:
    """Return which subjects a yes has settled, each by the fact that was answered, and the fact of a no that stands."""
    told: dict[str, Fact] = {}
    refused: dict[Fact, set[str]] = {}
    for fact, effect in case.known.all().items():
        kind, _, about = fact.subject.partition(":")
        if fact.kind != "yes" or kind != "course" or effect.yes is None:
            continue
        parts = {one for one in subjects if key(one) in about.split(EACH)}
        if effect.yes:
            told |= dict.fromkeys(parts, fact)
            refused = {other: them for other, them in refused.items() if not them <= told.keys()}
        elif len(parts) == len(about.split(EACH)):
            refused[fact] = parts
            told = {one: other for one, other in told.items() if one not in parts}
    return told, next(reversed(refused), None)


def _hints(matches: dict[str, _Match], candidate: Candidate) -> tuple[Evidence, ...]:
    """Return the courses that are or may be meant, else where the text speaks of such a course at all."""
    found = tuple(dict.fromkeys(m.evidence for m in matches.values() if m.evidence is not None and m.how != "denied"))
    if found:
        return found
    for statement in candidate.statements:
        for subject in matches:
            hits = [
                hit
                for hit in find_subject(subject, statement.text, COURSE)
                if polarity(statement.text, hit.start, hit.end) == "affirmed"
            ]
            named = any((hit.where_term or "").startswith("course.") for hit in hits)
            if hits and (named or statement.section == "courses" or _COURSE_WORD.search(key(statement.text))):
                return (statement.evidence,)
    return ()


def _reason(matches: dict[str, _Match], hints: tuple[Evidence, ...]) -> str:
    reasons = {"near": "course_near", "ongoing": "course_ongoing"}
    return next(
        (reasons[m.how] for m in matches.values() if m.how in reasons), "course_part" if hints else "course_open"
    )


def _match(subject: str, courses: tuple[CourseFact, ...], *, or_ongoing: bool) -> _Match:
    best = _Match("none", None)
    order = ("none", "denied", "ongoing", "near", "solid")
    for course in courses:
        hits = find_subject(subject, course.name, COURSE)
        same = any(hit.grade == "same" for hit in hits)
        if course.status == "denied":
            how = "denied" if same or _is_wider(course.name, subject) else "none"
        elif not hits:
            continue
        elif course.status == "done" or (course.status == "ongoing" and or_ongoing):
            how = "solid" if same and not _is_light(course, subject) else "near"
        else:
            how = "ongoing"
        if order.index(how) > order.index(best.how):
            best = _Match(how, course.evidence)
    return best


# Less than the course itself: to be confirmed.
_LIGHT = re.compile(
    r"zonder (?:examen|certificaat|diploma|toets)|\bkennismak\w*|\bintroductie\w*|\borientatie\w*|\bproefles\w*"
)


def _is_light(course: CourseFact, subject: str) -> bool:
    """Whether a course was only a first look ("Kennismaking met mediation (zonder examen)") and more is asked."""
    told = f"{key(course.name)} {key(course.evidence.quote)}"
    return _LIGHT.search(told) is not None and _LIGHT.search(key(subject)) is None


_ANY_COURSE = frozenset(
    (
        "practitioner",
        "foundation",
        "certificaat",
        "certificaten",
        "training",
        "cursus",
        "opleiding",
        "diploma",
        "niveau",
    )
)


def _is_wider(denied: str, subject: str) -> bool:
    """Whether who hasn't the one can't have the other: "geen PRINCE2", and PRINCE2 Practitioner is asked."""
    mine = set(key(denied).replace("-", " ").split()) - _ANY_COURSE
    return bool(mine) and mine <= set(key(subject).replace("-", " ").split())
