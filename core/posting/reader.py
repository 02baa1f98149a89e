"""A received text → the posting that it is (P1-P16).

`read_posting` is total: whatever the text, it returns a `Posting`; what the text doesn't say is None or
empty. Everything works on the flow of the text (`layout`), so that layout never matters (P12), and every
value keeps its place in the text as it was received.
"""

from datetime import date
from typing import Any

from core.model.base import Span
from core.model.posting import Criterion, Notice, Offer, Posting, Tier
from core.posting import contradictions as against
from core.posting import facts, notices
from core.posting import loose as loose_values
from core.posting.answers import Change, find_answers, find_changes
from core.posting.checklist import Terms, read_checklist
from core.posting.clauses import clause_spans, read_clauses
from core.posting.competencies import read_competencies
from core.posting.criteria import Drawing, Drawn, draw
from core.posting.header import Field, label_lines, read_below, read_header
from core.posting.identity import read_broker, read_client, read_title, read_title_number
from core.posting.layout import Flow, flow
from core.posting.offer import OfferRules, read_offer
from core.posting.planning import Planning, read_planning
from core.posting.requirement import RequirementContext, RequirementReading, read_requirement
from core.posting.sections import Section, sections, with_stops
from core.posting.values import Hit
from core.posting.values import Span as Duration
from core.text.source import LONGEST


class _Values:
    """The values found so far, each with its place: what becomes the fields and `spans` of the posting."""

    def __init__(self, page: Flow) -> None:
        self.page = page
        self.fields: dict[str, Any] = {}
        self.spans: dict[str, Span] = {}

    def add(self, name: str, hit: Hit | Field | None) -> None:
        """Keep a value under its field's name, unless nothing was found."""
        if hit is None or hit.value is None:
            return
        self.fields[name] = hit.value
        self.place(name, hit.start, hit.end)

    def place(self, name: str, start: int, end: int) -> None:
        """Keep where a value stands."""
        self.spans[name] = self.page.source.span(start, end)


def read_posting(text: str) -> Posting:
    """Return the posting in `text`; never raises, takes time linear in its length."""
    page = flow(text[:LONGEST])
    found = sections(page, label_lines(page))
    page = with_stops(page, found)
    header = _header(page, found)
    drawing = draw(page, found)
    planning = read_planning(page, header)
    title = read_title(page, found[0], header)
    closing = planning.closing.moment.day if planning.closing else None

    values = _Values(page)
    values.add("title", title)
    _add_parties(values, found, header)
    _add_header(values, found, header, drawing)
    _add_planning(values, planning)
    skipped = tuple((one.start, one.end) for one in drawing.criteria if one.kind == "award")
    cap = facts.read_rate_cap(page, header, skipped)
    unlimited = facts.unlimited_rate(page, header)
    includes = facts.read_rate_includes(page, skipped)
    values.add("rate_cap", cap)
    values.add("rate_includes", includes)
    _add_facts(values, found, header)
    offer = read_offer(page, found)
    values.fields["offer"] = _offer(values, offer)
    for index, hit in enumerate(read_competencies(page, found)):
        values.fields["competencies"] = (*values.fields.get("competencies", ()), hit.value)
        values.place(f"competencies.{index}", hit.start, hit.end)
    clauses = read_clauses(page)
    values.spans.update(clause_spans(page, clauses))

    changes = find_changes(page, drawing.criteria, find_answers(page))
    drawing, told = _changed(page, drawing, changes)
    readings = [_read(one, closing, title) for one in drawing.criteria]
    criteria = tuple(_criterion(page, one, reading) for one, reading in zip(drawing.criteria, readings, strict=True))
    total = _total(criteria)
    terms = Terms(clauses, cap, includes, drawing.price_weight)
    return Posting(
        **values.fields,
        price_weight=drawing.price_weight,
        total_points=total,
        clauses=tuple(clause.name for clause in clauses),
        criteria=criteria,
        notices=(
            *notices.numbering_notices(page, drawing),
            *notices.points_notices(page, drawing, total),
            *_criterion_notices(page, drawing, readings, criteria),
            *notices.date_notices(page, planning),
            *against.device_notices(page, drawing.criteria),
            *against.rate_notice(page, unlimited, facts.cap_in_text(page, skipped) if unlimited else None),
            *against.level_notice(page, header, criteria),
            *against.hours_notice(page, facts.from_header(header, "hours"), criteria),
            *against.pages_notice(page, offer),
            *against.contract_notice(page, clauses),
            *told,
            *against.incomplete_notices(page, found),
        ),
        bid_checklist=read_checklist(page, offer, planning, terms, criteria),
        spans=values.spans,
    )


def _header(page: Flow, found: tuple[Section, ...]) -> dict[str, Field]:
    """Return the header's fields; a label with a colon further down fills what the header lacks."""
    end = found[0].end
    below: dict[str, Field] = {}
    for section in found[1:]:
        if section.kind not in ("knockout", "award", "mixed", "price", "qa", "tasks"):
            for name, field in read_below(page, section.heading, section.last).items():
                below.setdefault(name, field)
    for name in ("title", "client", "place", "region", "ignored", "interview"):
        below.pop(name, None)
    return {**below, **read_header(page, 0, end)}


def _add_parties(values: _Values, found: tuple[Section, ...], header: dict[str, Field]) -> None:
    values.add("client", read_client(values.page, found[0], header, facts.of_kind(found, "organisation")))
    values.add("broker", read_broker(values.page))


def _add_header(values: _Values, found: tuple[Section, ...], header: dict[str, Field], drawing: Drawing) -> None:
    page = values.page
    loose = loose_values.read_loose(page, found[0])
    outside = tuple((one.start, one.end) for one in drawing.criteria)
    values.add("reference", header.get("reference") or loose.get("reference") or read_title_number(page, found[0]))
    values.add("region", header.get("region") or loose.get("region") or header.get("place"))
    values.add("education_level", header.get("level"))
    values.add("start", header.get("start") or loose.get("start") or _first_day(header))
    values.add("duration_months", _duration(page, header))
    values.add("extension", header.get("extension") or facts.extension_in_text(page))
    values.add("hours_per_week", header.get("hours") or loose.get("hours") or loose_values.hours_in_text(page, outside))
    values.add("das", header.get("das"))


def _duration(page: Flow, header: dict[str, Field]) -> Hit | None:
    """Return the duration in months: as printed, or from the first to the last day."""
    start = header.get("start")
    first = _day(start.value) if start else None
    for name in ("duration", "end"):
        field = header.get(name)
        if field is None or not isinstance(field.value, Duration):
            continue
        told = field.value
        months = told.months
        begin = told.first or first
        if months is None and told.last is not None and begin is not None:
            months = _months_between(begin, told.last)
        if months:
            return Hit(months, field.start, field.end)
    return loose_values.duration_in_text(page)


def _first_day(header: dict[str, Field]) -> Hit | None:
    """Return the first day of "Periode 01-10-2026 - 30-09-2027"."""
    field = header.get("duration")
    first = field.value.first if field is not None and isinstance(field.value, Duration) else None
    return Hit(first.isoformat(), field.start, field.end) if field is not None and first is not None else None


def _day(iso: str) -> date | None:
    try:
        return date.fromisoformat(iso)
    except ValueError:
        return None


def _months_between(first: date, last: date) -> int | None:
    """Return the whole months from the first day to the last (both worked), half a month rounded up."""
    days = (last - first).days + 1
    return round(days / 30.44) if days > 0 else None


def _add_planning(values: _Values, planning: Planning) -> None:
    for name, moment in (
        ("closing", planning.closing),
        ("questions_until", planning.questions),
        ("answers_on", planning.answers),
    ):
        if moment is not None:
            values.fields[name] = moment.iso
            values.place(name, moment.start, moment.end)
    values.fields["closing_other"] = tuple(dict.fromkeys(other.iso for other in planning.others))
    for index, other in enumerate(planning.others):
        values.place(f"closing_other.{index}", other.start, other.end)
    values.fields["interviews"] = tuple(meeting.interview for meeting in planning.meetings)
    for index, meeting in enumerate(planning.meetings):
        values.place(f"interviews.{index}", meeting.start, meeting.end)


def _add_facts(values: _Values, found: tuple[Section, ...], header: dict[str, Field]) -> None:
    page = values.page
    values.add("function_scale", facts.read_scale(page, header))
    values.add("fee_per_hour", facts.read_fee(page, found))
    values.add("positions", facts.read_positions(page, header, found))
    values.add("shortlist_size", facts.read_shortlist(page, found))
    values.add("hybrid", facts.read_hybrid(page, header))
    values.add("work_days", facts.read_work_days(page, header, found))
    values.add("scoring", facts.read_scoring(page, found))
    values.add("tie_break", facts.read_tie_break(page))
    values.add("sroi_threshold", facts.read_sroi_threshold(page))


def _offer(values: _Values, rules: OfferRules) -> Offer:
    found = {
        "cv_max_pages": rules.cv_pages,
        "motivation_max_pages": rules.motivation_pages,
        "language": rules.language,
        "min_references": rules.references,
        "format": rules.format,
    }
    for name, hit in found.items():
        if hit is not None:
            values.place(f"offer.{name}", hit.start, hit.end)
    return Offer(**{name: hit.value for name, hit in found.items() if hit is not None})


def _changed(page: Flow, drawing: Drawing, changes: tuple[Change, ...]) -> tuple[Drawing, tuple[Notice, ...]]:
    """Return the criteria as the buyer's answers leave them, and what was told of it."""
    criteria = {one.id: one for one in drawing.criteria}
    told: list[Notice] = []
    for change in changes:
        known = next((one for one in drawing.criteria if one.id == change.criterion), None)
        told.append(
            notices.change_notice(
                page, change, known.number if known else None, known.graded.unit if known else "points"
            )
        )
        current = criteria.get(change.criterion or "")
        if current is None:
            continue
        if change.dropped:
            del criteria[current.id]
            continue
        graded = current.graded
        if change.text is not None:
            graded = graded._replace(text=change.text)
        if change.points is not None:
            graded = graded._replace(points=change.points, printed=change.points)
        criteria[current.id] = current._replace(graded=graded)
    return drawing._replace(criteria=tuple(criteria.values())), tuple(told)


def _read(drawn: Drawn, closing: date | None, title: Hit | None) -> RequirementReading:
    texts = drawn.graded.tier_texts if drawn.kind == "award" else ()
    context = RequirementContext(closing, drawn.kind, texts, title.value if title else None)
    return read_requirement(drawn.graded.text, context)


def _criterion(page: Flow, drawn: Drawn, reading: RequirementReading) -> Criterion:
    return Criterion(
        id=drawn.id,
        kind=drawn.kind,
        number=drawn.number,
        text=drawn.graded.text,
        points=drawn.graded.points if drawn.kind == "award" else None,
        tiers=_tiers(drawn, reading),
        requirement=reading.requirement,
        condition=reading.condition,
        cv_instruction=reading.cv_instruction,
        span=page.source.span(drawn.start, drawn.end),
        condition_contract=reading.condition_contract,
    )


def _tiers(drawn: Drawn, reading: RequirementReading) -> tuple[Tier, ...]:
    """Return the tiers; those of a combination know which parts of the requirement they want (P4)."""
    parts = reading.tier_parts
    return tuple(
        tier.model_copy(update={"when": parts[index]})
        if index < len(parts) and tier.low is None and tier.high is None
        else tier
        for index, tier in enumerate(drawn.tiers)
    )


def _total(criteria: tuple[Criterion, ...]) -> float | None:
    """Return the sum of the award criteria, None where there are none or where one's points aren't known."""
    points = [criterion.points for criterion in criteria if criterion.kind == "award"]
    known = [one for one in points if one is not None]
    return round(sum(known), 2) if points and len(known) == len(points) else None


def _criterion_notices(
    page: Flow, drawing: Drawing, readings: list[RequirementReading], criteria: tuple[Criterion, ...]
) -> list[Notice]:
    found: list[Notice] = []
    for drawn, reading, criterion in zip(drawing.criteria, readings, criteria, strict=True):
        found.extend(notices.tier_notices(page, drawn, criterion))
        evidence = (page.source.evidence(drawn.start, drawn.end),)
        found.extend(
            Notice(code=code, criterion=criterion.id, text=text, question=question, evidence=evidence)
            for code, text, question in reading.notices
        )
    return found
