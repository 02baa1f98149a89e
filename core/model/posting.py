"""The posting: what was read from a public-sector hire posting (P1-P16)."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from core.model.base import Evidence, Frozen, Month, Span

Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
ContractForm = Literal["zzp", "eigen_bv", "detachering", "uitzend", "doorleen", "loondienst"]


class Extension(Frozen):
    """Options to extend: `count` times `months`; None where the posting only says it's possible."""

    count: int | None = None
    months: int | None = None


class Hours(Frozen):
    """Hours a week."""

    min: float | None = None
    max: float | None = None


class Interview(Frozen):
    """A day for interviews; times as "HH:MM"."""

    date: str
    from_: str | None = Field(default=None, alias="from")
    to: str | None = None


class Offer(Frozen):
    """What the offered documents must satisfy."""

    cv_max_pages: int | None = None
    motivation_max_pages: int | None = None
    language: str | None = None
    min_references: int | None = None
    format: str | None = None


class Experience(Frozen):
    """Work experience with, in or as `subjects` (as printed); also knowledge of a tool or a law.

    `min_months` None: any experience will do. `window_months`: the last so many months count (P6).
    `sector`: "gemeente", "overheid" or "publieke sector". `domain`: e.g. "sociaal domein".
    `open_list`: the subjects came as "zoals A, B" (others may count); False: a closed list (C8).
    `window_from`/`window_to`: a fixed period ("in 2014 of 2015", "sinds 2020"); it governs where
    `window_months` stands beside it. `contiguous`: "aaneengesloten". `more_than`: "meer dan 2 jaar" is
    24 months here, and 24 themselves aren't enough. `sector_open`: "een gemeente of vergelijkbare
    organisatie": another employer may count too, so a denial of the sector excludes nothing; `also_at`
    are the kinds of employer that are named beside the sector ("een gemeente of waterschap") and count.
    `degree`: how much, in words without a number ("meerjarige", "ruime"): a reader must confirm it.
    """

    type: Literal["experience"] = "experience"
    subjects: tuple[str, ...] = ()
    need: Literal["all", "any"] = "any"
    min_months: int | None = None
    window_months: int | None = None
    sector: str | None = None
    domain: str | None = None
    open_list: bool = False
    window_from: Month | None = None
    window_to: Month | None = None
    contiguous: bool = False
    more_than: bool = False
    sector_open: bool = False
    also_at: tuple[str, ...] = ()
    degree: str | None = None


class Education(Frozen):
    """A diploma on at least `level` (a rung of the ladder C5), in one of `fields` where named.

    `or_ongoing`: "of bezig met de afronding" also satisfies. `fields_open`: other fields may count.
    `thinking_level`: "hbo werk- en denkniveau", or "of gelijkwaardig": no diploma is needed as such,
    so a missing one never fails it; it is asked.
    """

    type: Literal["education"] = "education"
    level: str
    fields: tuple[str, ...] = ()
    finished: bool = True
    or_ongoing: bool = False
    fields_open: bool = False
    thinking_level: bool = False


class Course(Frozen):
    """A course, training or certificate about `subject`. `need` over `subjects` where several are named."""

    type: Literal["course"] = "course"
    subject: str
    subjects: tuple[str, ...] = ()
    need: Literal["all", "any"] = "all"
    or_ongoing: bool = False


class Device(Frozen):
    """Devices to bring: each item must be there; alternatives in one item are joined by " of "."""

    type: Literal["device"] = "device"
    items: tuple[str, ...]
    not_allowed: tuple[str, ...] = ()


class Onsite(Frozen):
    """Work on site: days a week, or a share in percent, at a place."""

    type: Literal["onsite"] = "onsite"
    days_per_week: float | None = None
    share: float | None = None
    place: str | None = None


class Availability(Frozen):
    """Available from a day, for so many hours, on these days. `start_text` where no date is given."""

    type: Literal["availability"] = "availability"
    from_: date | None = Field(default=None, alias="from")
    hours: Hours | None = None
    days: tuple[Weekday, ...] = ()
    start_text: str | None = None


class RateCap(Frozen):
    """The highest hourly rate in euro (decimal string) and what it includes."""

    type: Literal["rate_cap"] = "rate_cap"
    amount: str
    includes: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()


class ContractFormRule(Frozen):
    """Contract forms that are allowed (empty: all but the excluded) or excluded."""

    type: Literal["contract_form"] = "contract_form"
    allowed: tuple[ContractForm, ...] = ()
    excluded: tuple[ContractForm, ...] = ()


class Insurance(Frozen):
    """An insurance of the supplier; `text` is what must be covered."""

    type: Literal["insurance"] = "insurance"
    text: str | None = None


class Registration(Frozen):
    """A registration in `register` (Waadi, SKJ, BIG), of the candidate or of the supplier."""

    type: Literal["registration"] = "registration"
    register_: str = Field(alias="register")
    holder: Literal["candidate", "supplier"]


class Document(Frozen):
    """A document to send along: motivatie, UEA, VOG, plan van aanpak."""

    type: Literal["document"] = "document"
    name: str


class Examples(Frozen):
    """So many written examples of `subject`."""

    type: Literal["examples"] = "examples"
    count: int
    subject: str | None = None


class Language(Frozen):
    """Mastery of a language; `level` as printed (e.g. "B2", "uitstekend")."""

    type: Literal["language"] = "language"
    language: str
    level: str | None = None


class Licence(Frozen):
    """A licence: rijbewijs B, VCA."""

    type: Literal["licence"] = "licence"
    name: str


class Other(Frozen):
    """A criterion whose meaning is not understood: asked as it stands (P16).

    `text`: the stretch that is asked, where it is only a part of the criterion.
    """

    type: Literal["other"] = "other"
    text: str | None = None


class AllOf(Frozen):
    """Every part must hold."""

    type: Literal["all_of"] = "all_of"
    parts: tuple["Requirement", ...]


class AnyOf(Frozen):
    """One part suffices."""

    type: Literal["any_of"] = "any_of"
    parts: tuple["Requirement", ...]


Requirement = Annotated[
    Experience
    | Education
    | Course
    | Device
    | Onsite
    | Availability
    | RateCap
    | ContractFormRule
    | Insurance
    | Registration
    | Document
    | Examples
    | Language
    | Licence
    | Other
    | AllOf
    | AnyOf,
    Field(discriminator="type"),
]

AllOf.model_rebuild()
AnyOf.model_rebuild()


class Tier(Frozen):
    """A band of a value and its points (P4, P5). Bounds are the printed numbers, in months.

    A tier of a combination has `when` instead: the indexes of the `any_of`/`all_of` parts that must hold.
    """

    low: int | None = None
    high: int | None = None
    low_inclusive: bool = True
    high_inclusive: bool = False
    points: float
    when: tuple[int, ...] | None = None
    text: str = ""


class Criterion(Frozen):
    """One numbered line. `number` as printed ("3", "2.1.3"), `id` is K or A plus it (P1).

    `text` is the line without number, points and tiers, white space folded. `points` None on a
    knock-out, and on an award criterion whose points aren't known.
    """

    id: str
    kind: Literal["knockout", "award"]
    number: str
    text: str
    points: float | None = None
    tiers: tuple[Tier, ...] = ()
    requirement: Requirement
    condition: str | None = None
    cv_instruction: str | None = None
    span: Span
    condition_contract: tuple[ContractForm, ...] = ()
    """Contract forms under which `condition` is true; empty where that can't be told (P14)."""


NoticeCode = Literal[
    "numbering_restarts",
    "points_in_knockout",
    "points_total",
    "tier_maximum",
    "tier_boundary",
    "unclear_window",
    "conflicting_dates",
    "closed",
    "date_order",
    "contradiction",
    "incomplete_text",
    "unknown_points",
    "changed_by_answer",
]


class Notice(Frozen):
    """A defect or trap in the posting, with a ready question for the broker."""

    code: NoticeCode
    criterion: str | None = None
    text: str
    question: str | None = None
    evidence: tuple[Evidence, ...] = ()


class ChecklistItem(Frozen):
    """Something besides the criteria that a bid must satisfy (P10).

    `id` is stable ("dba_substantiation", "cv_pages", "language", "format", "references",
    "motivation", "deadline", "rate", "zzp_excluded", "document:uea", …). `blocker`: it sets the bid aside.
    """

    id: str
    text: str
    blocker: bool = False
    status: Literal["met", "unmet", "open"] = "open"
    evidence: tuple[Evidence, ...] = ()


class Posting(Frozen):
    """Everything read from the posting. What it doesn't say is None or empty."""

    reference: str | None = None
    title: str | None = None
    client: str | None = None
    broker: str | None = None
    region: str | None = None
    education_level: str | None = None
    start: str | None = None
    duration_months: int | None = None
    extension: Extension | None = None
    hours_per_week: Hours | None = None
    das: bool | None = None
    closing: str | None = None
    """ISO 8601: "2026-07-14T09:00:00+02:00", or a date where no time is given."""
    closing_other: tuple[str, ...] = ()
    """Other closing moments that the text gives (P7)."""
    questions_until: str | None = None
    answers_on: str | None = None
    interviews: tuple[Interview, ...] = ()
    function_scale: str | None = None
    fee_per_hour: str | None = None
    rate_cap: str | None = None
    rate_includes: tuple[str, ...] = ()
    positions: int | None = None
    shortlist_size: int | None = None
    hybrid: bool | None = None
    work_days: tuple[Weekday, ...] = ()
    competencies: tuple[str, ...] = ()
    offer: Offer = Offer()
    price_weight: float | None = None
    sroi_threshold: str | None = None
    """The order value in euro (decimal string) above which the posting asks for social return."""
    total_points: float | None = None
    clauses: tuple[str, ...] = ()
    scoring: Literal["absolute", "comparative"] | None = None
    tie_break: str | None = None
    criteria: tuple[Criterion, ...] = ()
    notices: tuple[Notice, ...] = ()
    bid_checklist: tuple[ChecklistItem, ...] = ()
    spans: dict[str, Span] = {}
    """The place of each value: "reference", "closing", "clauses.vog", "competencies.0", …"""
