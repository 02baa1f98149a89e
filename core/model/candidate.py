"""The candidate: what was read from a CV or a summary (C1-C10)."""

from typing import Literal

from core.model.base import Evidence, Frozen, Month, MonthRange, Months, Sector
from core.model.posting import ContractForm, Hours, Weekday

Polarity = Literal["affirmed", "negated", "weak"]
"""affirmed; negated ("geen TOPdesk"); weak: proves nothing ("affiniteit met", "bezig met", "wil graag")."""

Section = Literal["experience", "education", "courses", "skills", "profile", "motivation", "terms", "references"]


class Statement(Frozen):
    """A sentence, bullet or clause-group of the candidate's text, with its place.

    `text` is the canonical text (white space folded); `evidence.quote` the literal one. `employment`
    is the index of the employment in whose block it stands (or None). `heading`: it is the line that
    names the employment (role, employer, period). `present`: it speaks in the present tense.
    """

    text: str
    section: Section | None = None
    employment: int | None = None
    heading: bool = False
    present: bool = False
    evidence: Evidence


class Employment(Frozen):
    """One job (C1). `end` None with `ongoing` True: "heden". Both None and not ongoing: no dates given.

    `kind`: internships are no work experience; volunteering is asked (C3).
    `stated_months`: a duration given instead of dates ("2 jaar bij gemeente X").
    """

    role: str | None = None
    employer: str | None = None
    sector: Sector | None = None
    via: str | None = None
    start: MonthRange | None = None
    end: MonthRange | None = None
    ongoing: bool = False
    kind: Literal["job", "internship", "volunteer"] = "job"
    part_time: str | None = None
    stated_months: Months | None = None
    evidence: Evidence
    """The heading line(s): role, employer, period."""
    block: Evidence
    """The whole block, tasks included."""


class EducationFact(Frozen):
    """A diploma or study (C5). `finished` None: not said and not clear. `field` None: not said.

    `level`: a rung of the ladder, or "mbo" where the level is open; None where only a field is named.
    """

    level: str | None = None
    field: str | None = None
    finished: bool | None = None
    denied: bool = False
    """"geen hbo-diploma": an explicit statement that this level was not reached."""
    year: int | None = None
    evidence: Evidence


class CourseFact(Frozen):
    """A course, training or certificate. `status`: a course still to come is open (C8)."""

    name: str
    status: Literal["done", "ongoing", "planned", "denied"] = "done"
    year: int | None = None
    evidence: Evidence


class ToolFact(Frozen):
    """A tool (canonical name from the lexicon) and what is known of its months."""

    name: str
    months: Months | None = None
    evidence: Evidence


class StatedDuration(Frozen):
    """A duration in words: "4 jaar TOPdesk", "15 jr inkomensconsulent".

    `subject` as written; `sector` where the phrase names one; `tied_to_today`: "laatste"/"nu"/"sinds".
    """

    subject: str
    months: Months
    sector: Sector | None = None
    tied_to_today: bool = False
    employment: int | None = None
    evidence: Evidence


class Denial(Frozen):
    """An explicit fact that excludes: "nooit bij een gemeente gewerkt", "geen ervaring met TOPdesk".

    `subject`: what is denied (None with a sector: any work there). `after`: "daarna niet meer": nothing
    after this month.
    """

    subject: str | None = None
    sector: Sector | None = None
    after: Month | None = None
    evidence: Evidence


class Rate(Frozen):
    """Hourly rates in euro as decimal strings (C10). `includes`: what the text says is included."""

    own: str | None = None
    bid: str | None = None
    includes: tuple[str, ...] = ()
    evidence: Evidence | None = None


class Willingness(Frozen):
    """A commitment in the text: on site, hybrid, travel, devices, evenings. `subject` is a key.

    Keys: "onsite", "laptop", "telefoon", "days", "start", "hours", "vog". `value` as written.
    """

    subject: str
    agreed: bool
    value: str | None = None
    days_per_week: float | None = None
    share: float | None = None
    place: str | None = None
    evidence: Evidence


class Candidate(Frozen):
    """Everything read from the candidate's texts. What they don't say is None or empty: unknown."""

    source: Literal["cv", "summary"] = "summary"
    initials: str | None = None
    people: tuple[str, ...] = ()
    """Names or initials where the text is about several people (C9); then no facts are read."""
    employments: tuple[Employment, ...] = ()
    educations: tuple[EducationFact, ...] = ()
    courses: tuple[CourseFact, ...] = ()
    tools: tuple[ToolFact, ...] = ()
    durations: tuple[StatedDuration, ...] = ()
    denials: tuple[Denial, ...] = ()
    contract_form: ContractForm | None = None
    rate: Rate = Rate()
    hours: Hours | None = None
    available_from: str | None = None
    """ISO date, or "now"."""
    days: tuple[Weekday, ...] = ()
    not_days: tuple[Weekday, ...] = ()
    place: str | None = None
    devices: tuple[str, ...] = ()
    """"laptop", "telefoon", "tablet"."""
    no_devices: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    licences: tuple[str, ...] = ()
    registrations: tuple[str, ...] = ()
    willingness: tuple[Willingness, ...] = ()
    statements: tuple[Statement, ...] = ()
    valid_until: dict[str, int] = {}
    """The last month in which a paper is valid for certain, where the text gives one, by its name in `evidence`."""
    evidence: dict[str, Evidence] = {}
    """For the single values: "contract_form", "rate.own", "hours", "available_from", "days", "place",
    "devices.laptop", "languages.Engels", "licences.rijbewijs B", "registrations.SKJ", …"""
