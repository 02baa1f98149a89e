"""Notices on the numbers and dates of a posting: points, tiers, numbering, dates, answers (P1-P10).

Each says what is the matter, with a question that can be sent to the broker as it is. What the text says
against itself is in `contradictions`. `dated_notices` is what depends on the day.
"""

from datetime import date

from core.model.base import Evidence
from core.model.posting import Criterion, Notice, NoticeCode, Posting
from core.posting.answers import Change
from core.posting.criteria import Drawing, Drawn
from core.posting.layout import Flow
from core.posting.planning import Planning, day_of
from core.posting.points import Unit
from core.posting.tiers import has_bands, overlaps_or_gaps
from core.text.phrases import listed, moment_text, points_text
from core.text.source import fold
from core.texts import has, placeholders, say


def make(
    code: NoticeCode,
    evidence: tuple[Evidence, ...],
    *,
    criterion: str | None = None,
    variant: str = "",
    **values: str,
) -> Notice:
    """Return a notice in the words of `notices.<code>` (of its `variant`); text and question take the values that they name."""
    own = f"notices.{code}.{variant}_question"
    return Notice(
        code=code,
        criterion=criterion,
        text=_say(f"notices.{code}.{variant or 'text'}", values),
        question=_say(own if variant and has(own) else f"notices.{code}.question", values),
        evidence=evidence,
    )


def _say(name: str, values: dict[str, str]) -> str:
    wanted = placeholders(name)
    return say(name, **{key: value for key, value in values.items() if key in wanted})


def points_words(points: float, unit: Unit) -> str:
    """Return points in words: "20 punten", "10 %"."""
    if unit == "percent":
        return say("notices.points.percent", count=points_text(points))
    return say("notices.points.one") if points == 1 else say("notices.points.many", count=points_text(points))


def _at(flow: Flow, start: int, end: int) -> tuple[Evidence, ...]:
    return (flow.source.evidence(start, end),)


def quote(flow: Flow, start: int, end: int, longest: int = 160) -> str:
    """Return a stretch of the flow as one line to quote, cut at a word where it is long."""
    text = fold(flow.prose[start:end]).strip("\"'-\u2022* ").replace('"', "'")
    return text if len(text) <= longest else text[:longest].rsplit(" ", 1)[0] + " \u2026"


def numbering_notices(flow: Flow, drawing: Drawing) -> tuple[Notice, ...]:
    """Return `numbering_restarts` where both lists have printed numbers and the second begins again (P1)."""
    knockouts = [
        one for one in drawing.criteria if one.kind == "knockout" and one.printed_number and one.number.isdigit()
    ]
    awards = [one for one in drawing.criteria if one.kind == "award" and one.printed_number and one.number.isdigit()]
    if not knockouts or not awards or not {one.number for one in knockouts} & {one.number for one in awards}:
        return ()
    return (
        make(
            "numbering_restarts",
            _at(flow, awards[0].start, awards[0].end),
            knockouts=_range(knockouts),
            awards=_range(awards),
            first=awards[0].number,
        ),
    )


def _range(criteria: list[Drawn]) -> str:
    return criteria[0].id if len(criteria) == 1 else f"{criteria[0].id} t/m {criteria[-1].id}"


def points_notices(flow: Flow, drawing: Drawing, total: float | None) -> tuple[Notice, ...]:
    """Return the notices on points: on a knock-out (P2), a total that doesn't come out, points that aren't there (P3)."""
    found: list[Notice] = []
    for one in drawing.criteria:
        if one.kind == "knockout" and one.graded.points is not None:
            points = points_words(one.graded.points, one.graded.unit)
            found.append(
                make(
                    "points_in_knockout",
                    _at(flow, one.start, one.end),
                    criterion=one.id,
                    number=one.number,
                    points=points,
                )
            )
    unknown = [one for one in drawing.criteria if one.kind == "award" and one.graded.points is None]
    if unknown:
        ids = listed([one.id for one in unknown])
        found.append(make("unknown_points", _at(flow, unknown[0].start, unknown[0].end), criteria=ids))
    found.extend(_total(flow, drawing, total))
    return tuple(found)


_WHOLE = 100.0


def _total(flow: Flow, drawing: Drawing, total: float | None) -> tuple[Notice, ...]:
    awards = [one for one in drawing.criteria if one.kind == "award"]
    if total is None or not awards:
        return ()
    weights = {"price": drawing.price_weight, "interview": drawing.interview_weight}
    known = {name: weight for name, weight in weights.items() if weight is not None}
    expected = drawing.printed_total or _WHOLE
    # The criteria may be weighed among themselves, or together with the price and the interview.
    sums = (0.0, *known.values(), sum(known.values()))
    if any(abs(total + more - expected) < 0.01 for more in sums):
        return ()
    beside = ""
    if known:
        parts = [say(f"notices.points_total.{name}", weight=points_text(weight)) for name, weight in known.items()]
        beside = say("notices.points_total.beside", weights=listed(parts))
    return (
        make(
            "points_total",
            _at(flow, awards[0].start, awards[-1].end),
            total=points_text(total),
            expected=points_text(expected),
            weights=beside,
        ),
    )


def tier_notices(flow: Flow, drawn: Drawn, criterion: Criterion) -> tuple[Notice, ...]:
    """Return `tier_maximum` and `tier_boundary` of a criterion (P4, P5)."""
    if not criterion.tiers:
        return ()
    found: list[Notice] = []
    evidence = _at(flow, drawn.start, drawn.end)
    graded = drawn.graded
    highest = max(tier.points for tier in criterion.tiers)
    if graded.printed is not None and abs(highest - graded.printed) > 0.01:
        found.append(
            make(
                "tier_maximum",
                evidence,
                criterion=criterion.id,
                id=criterion.id,
                number=criterion.number,
                printed=points_words(graded.printed, graded.unit),
                highest=points_words(highest, graded.unit),
            )
        )
    if has_bands(criterion.tiers) and (graded.unclear or overlaps_or_gaps(criterion.tiers)):
        tiers = listed([tier.text for tier in criterion.tiers if tier.when is None and tier.text])
        found.append(
            make(
                "tier_boundary", evidence, criterion=criterion.id, id=criterion.id, number=criterion.number, tiers=tiers
            )
        )
    return tuple(found)


def date_notices(flow: Flow, planning: Planning) -> tuple[Notice, ...]:
    """Return `conflicting_dates` (P7) and `date_order` (P8)."""
    closing = planning.closing
    found: list[Notice] = []
    questions, answers = planning.questions, planning.answers
    if questions and answers and answers.moment.day < questions.moment.day:
        evidence = (*_at(flow, answers.start, answers.end), *_at(flow, questions.start, questions.end))
        values = {"answers": moment_text(answers.iso), "questions": moment_text(questions.iso)}
        found.append(make("date_order", evidence, variant="early", **values))
    if closing is None:
        return tuple(found)
    said = moment_text(closing.iso)
    own = _at(flow, closing.start, closing.end)
    for other in planning.others:
        evidence = (*own, *_at(flow, other.start, other.end))
        found.append(make("conflicting_dates", evidence, closing=said, other=moment_text(other.iso)))
    if planning.meetings and day_of(planning.meetings[0].interview.date) < closing.moment.day:
        first = planning.meetings[0]
        found.append(
            make(
                "date_order",
                (*own, *_at(flow, first.start, first.end)),
                variant="interview",
                first=moment_text(first.interview.date),
                closing=said,
            )
        )
    for name, late in (("answers", answers), ("questions", questions)):
        if late is not None and late.moment.day > closing.moment.day:
            evidence = (*own, *_at(flow, late.start, late.end))
            values = {name: moment_text(late.iso), "closing": said}
            found.append(make("date_order", evidence, variant=name, **values))
    return tuple(found)


def change_notice(flow: Flow, change: Change, number: str | None, unit: Unit) -> Notice:
    """Return `changed_by_answer` for what the buyer changed."""
    words = quote(flow, change.start, change.end)
    evidence = _at(flow, change.start, change.end)
    if change.criterion is None or number is None:
        return make("changed_by_answer", evidence, variant="unclear", quote=words)
    kind = (
        "dropped"
        if change.dropped
        else "replaced"
        if change.text
        else "points"
        if change.points is not None
        else "told"
    )
    points = points_words(change.points, unit) if change.points is not None else ""
    return make(
        "changed_by_answer",
        evidence,
        criterion=change.criterion,
        variant=kind,
        id=change.criterion,
        number=number,
        quote=words,
        points=points,
        text=change.text or "",
    )


def dated_notices(posting: Posting, today: date) -> tuple[Notice, ...]:
    """Return the notices that depend on the day: `closed` where `today` is past the closing date (P8)."""
    if posting.closing is None or today <= day_of(posting.closing):
        return ()
    evidence = next((item.evidence for item in posting.bid_checklist if item.id == "deadline"), ())
    return (make("closed", evidence, closing=moment_text(posting.closing)),)
