"""Education: level, field, finished or not, all from one diploma (C5, C6)."""

import re
from typing import Literal

from core.assessment.judged import Case, Judged, Need
from core.assessment.knowledge import Knowledge
from core.lexicon import education_rank, education_satisfies, field_link
from core.model.base import Evidence
from core.model.candidate import EducationFact
from core.model.posting import Education
from core.model.question import Fact
from core.text.source import plain
from core.texts import has, say

Fit = Literal["solid", "doubtful", "level_open", "field_open", "unfinished", "lower"]


def fact_of(wanted: Education) -> Fact:
    """Return the fact "has a finished diploma on this level, in one of these fields"."""
    return Fact(kind="education", subject=wanted.level, domain="|".join(wanted.fields) or None)


def level_name(level: str) -> str:
    """Return a level of the ladder as it is said ("hbo-bachelor": "hbo")."""
    return say(f"levels.{level}") if has(f"levels.{level}") else level


_DIRECTION = re.compile(r"[a-z]+(?:isch|el|ief|iev|ig|elijk)e")


def _field_name(field: str) -> str:
    """Return a field as it is said: an adjective alone ("financiële") is that of a direction."""
    return say("reasons.education_direction", field=field) if _DIRECTION.fullmatch(plain(field)) else field


def _label(wanted: Education) -> str:
    return say("reasons.education_label", level=level_name(wanted.level)) + _fields(wanted)


def _fields(wanted: Education) -> str:
    names = " of ".join(_field_name(field) for field in wanted.fields)
    return say("reasons.education_field_part", fields=names) if wanted.fields else ""


def judge_education(wanted: Education, case: Case) -> Judged:
    """Return the judgment on an education requirement."""
    words = {"level": level_name(wanted.level), "field": _fields(wanted)}
    own = (Need("education", fact_of(wanted), _label(wanted), level=wanted.level, fields=wanted.fields),)
    return _judge(wanted, case, words)._replace(own=own)


def _judge(wanted: Education, case: Case, words: dict[str, str]) -> Judged:
    fits = [(fit(wanted, _as_of(fact, case.reference)), fact) for fact in case.candidate.educations if not fact.denied]
    solid = [fact for how, fact in fits if how == "solid"]
    told = _answered(wanted, case.known)
    # A yes to what the text says already changes nothing: it stays stated (S3).
    if told is not None and not (told[0] and solid):
        yes, evidence = told
        entry = "education_told" if yes else "education_unmet"
        said = say("reasons.said_education", **words) if yes else None
        return Judged("met" if yes else "unmet", "answered", say(f"reasons.{entry}", **words), (evidence,), said=said)
    if solid:
        return Judged(
            "met",
            "stated",
            say("reasons.education_met", seen=_seen(solid[0]), **words),
            (solid[0].evidence,),
            stated=True,
            said=say("reasons.said_diploma", seen=_seen(solid[0])),
        )
    denied = [
        fact
        for fact in case.candidate.educations
        if fact.denied and fact.level and education_satisfies(fact.level, wanted.level) and not fact.field
    ]
    if denied and all(how in ("lower", "unfinished") for how, _ in fits) and not wanted.thinking_level:
        return Judged("unmet", "stated", say("reasons.education_unmet", **words), (denied[0].evidence,))
    return _open(wanted, fits, words)


def _seen(fact: EducationFact) -> str:
    return " ".join(part for part in (fact.level and level_name(fact.level), fact.field) if part)


def _open(wanted: Education, fits: list[tuple[Fit, EducationFact]], words: dict[str, str]) -> Judged:
    order: tuple[Fit, ...] = ("doubtful", "field_open", "level_open", "unfinished", "lower")
    best = min(fits, key=lambda item: order.index(item[0]), default=None)
    entry = "education_none"
    if wanted.thinking_level:
        entry = "education_thinking"
    elif best is not None:
        entry = {
            "doubtful": "education_field",
            "field_open": "education_field",
            "level_open": "education_level_open",
        }.get(best[0], "education_unfinished")
    evidence = (best[1].evidence,) if best else ()
    need = Need(
        "education",
        fact_of(wanted),
        _label(wanted),
        evidence,
        first=best is not None and best[0] in ("unfinished", "lower"),
        level=wanted.level,
        fields=wanted.fields,
    )
    reason = words if entry not in ("education_field", "education_thinking") else None
    if reason is None:
        reason = {"field": words["field"]} if entry == "education_field" else {"level": words["level"]}
    return Judged(
        "open",
        "implied" if best and best[0] in ("doubtful", "field_open", "level_open") else "none",
        say(f"reasons.{entry}", **reason),
        evidence,
        (need,),
        implied=best is not None,
    )


def _as_of(fact: EducationFact, reference: int) -> EducationFact:
    """A diploma of a year still to come isn't finished ("HBO Rechten (2023-2027)", C6)."""
    to_come = fact.year is not None and fact.year > reference // 12
    return fact.model_copy(update={"finished": False}) if to_come else fact


def fit(wanted: Education, fact: EducationFact) -> Fit:
    """Return how one diploma relates to what is wanted."""
    if fact.level is None:
        level: bool | None = None
    else:
        level = education_satisfies(wanted.level, fact.level)
    if level is False:
        return "lower"
    if fact.finished is False and wanted.finished and not wanted.or_ongoing:
        return "unfinished"
    field = _field(wanted, fact.field)
    if level is None:
        return "level_open"
    if field is None:
        return "field_open"
    if field == "near" or (fact.finished is None and wanted.finished and not wanted.or_ongoing):
        return "doubtful"
    return "solid"


def _field(wanted: Education, field: str | None) -> Literal["same", "near"] | None:
    if not wanted.fields:
        return "same"
    if field is None:
        return None
    links = {field_link(name, field) for name in wanted.fields}
    return "same" if "same" in links else "near" if "near" in links else None


def education_implies(narrow: Fact, wide: Fact) -> bool:
    """Return whether a diploma as in `narrow` is one as in `wide`: as high, and in its fields where it names any."""
    high_enough = narrow.subject == wide.subject or education_satisfies(wide.subject, narrow.subject) is True
    return high_enough and wide.domain in (None, narrow.domain)


def _answered(wanted: Education, known: Knowledge) -> tuple[bool, Evidence] | None:
    """Return the latest answer that decides: a yes to as much or more, a no to as much or less."""
    mine = fact_of(wanted)
    decided: tuple[bool, Evidence] | None = None
    for fact, effect in known.all().items():
        if fact.kind != "education":
            continue
        if effect.yes is True and education_implies(fact, mine):
            decided = True, effect.evidence
        elif effect.yes is False and education_implies(mine, fact):
            decided = False, effect.evidence
    return decided


def level_order(level: str) -> int:
    """Return the rank of a level, for putting options in order."""
    return education_rank(level)
