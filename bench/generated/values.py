"""What generated cases are made of: what a posting demands, who a person is, and what a text says of them.

Months are integers (`year * 12 + month - 1`), written out once more here: nothing of the core is used.
"""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

Kind = Literal["role", "task", "tool", "law"]
Status = Literal["met", "unmet", "open"]
Sector = Literal["gemeente", "provincie", "waterschap", "rijk", "publieke sector", "privaat"]
Form = Literal["zzp", "detachering", "loondienst"]


def month(year: int, number: int) -> int:
    """Return the month of a year as one integer; `number` is 1 for January."""
    return year * 12 + number - 1


# What a posting demands


@dataclass(frozen=True)
class Subject:
    """Work that is asked: a role, a task, a tool or a law; `phrase` as printed."""

    kind: Kind
    name: str
    phrase: str


@dataclass(frozen=True)
class Window:
    """The months that count: the last `months` of them, or all `since` one."""

    months: int | None = None
    since: int | None = None


@dataclass(frozen=True)
class Experience:
    """So many months (None: any will do) of all or any of the subjects."""

    subjects: tuple[Subject, ...]
    need: Literal["all", "any"] = "any"
    minimum: int | None = None
    window: Window = Window()
    sector: str | None = None


@dataclass(frozen=True)
class Education:
    """A finished diploma on at least a level, in one of the fields where there are any."""

    level: str
    fields: tuple[str, ...] = ()


@dataclass(frozen=True)
class Holds:
    """Things that one has or hasn't: courses, devices, licences, registrations, languages."""

    type: str
    things: tuple[str, ...]


@dataclass(frozen=True)
class Onsite:
    """So many days a week on site."""

    days: int


@dataclass(frozen=True)
class Available:
    """Available from a day, for so many hours, on these days ("di")."""

    start: date | None = None
    hours: int | None = None
    days: tuple[str, ...] = ()


@dataclass(frozen=True)
class RateCap:
    """The highest rate in whole euros."""

    amount: int


@dataclass(frozen=True)
class Contract:
    """Contract forms that are allowed."""

    allowed: tuple[Form, ...]


@dataclass(frozen=True)
class Document:
    """A document that is still to be made."""


@dataclass(frozen=True)
class Combined:
    """All or any of some demands."""

    need: Literal["all", "any"]
    parts: tuple["Demand", ...]


Demand = Experience | Education | Holds | Onsite | Available | RateCap | Contract | Document | Combined


@dataclass(frozen=True)
class Band:
    """A tier: the printed bounds in months (None: none) and the points (P5)."""

    low: int | None
    high: int | None
    low_inclusive: bool
    high_inclusive: bool
    points: int


@dataclass(frozen=True)
class Criterion:
    """One line of a posting, as it was meant."""

    id: str
    kind: Literal["knockout", "award"]
    demand: Demand
    sentence: str
    points: int | None = None
    bands: tuple[Band, ...] = ()


@dataclass(frozen=True)
class Posting:
    """A posting as it was meant; `closing` is the reference date."""

    text: str
    work: str
    closing: date
    reference: str
    criteria: tuple[Criterion, ...]
    total: int | None
    layout: str

    @property
    def month(self) -> int:
        """The month of the reference date."""
        return month(self.closing.year, self.closing.month)


# Who a person is


@dataclass(frozen=True)
class Employer:
    """An employer; `told`: its name says what sector it is in."""

    name: str
    sector: Sector
    told: bool


@dataclass(frozen=True)
class Use:
    """A task, tool or law that was practised in a job, in these months (`end` None: still)."""

    kind: Kind
    name: str
    start: int
    end: int | None


@dataclass(frozen=True)
class Job:
    """A job. `work` is what it really was (None: other work, a near title that doesn't count); a stage never counts (C3)."""

    title: str
    grade: Literal["same", "near", "other"]
    work: str | None
    employer: Employer
    start: int
    end: int | None
    uses: tuple[Use, ...] = ()
    stage: bool = False
    agency: str | None = None


@dataclass(frozen=True)
class Diploma:
    """A study; `end` is the year in which it ended, or will."""

    level: str
    field: str
    finished: bool
    end: int


@dataclass(frozen=True)
class Person:
    """The hidden truth: everything about a person that could matter."""

    jobs: tuple[Job, ...]
    diplomas: tuple[Diploma, ...]
    has: frozenset[str]
    onsite: int
    start: date
    hours: int
    off: tuple[str, ...]
    contract: Form
    rate: int


# What a text says


@dataclass(frozen=True)
class Moment:
    """A month that is known to a precision. `slack`: months by which readers may differ about it ("voorjaar")."""

    earliest: int
    latest: int
    slack: int = 0


@dataclass(frozen=True)
class Period:
    """From a moment to a moment, both months included; `end` None: it still runs."""

    start: Moment
    end: Moment | None


@dataclass(frozen=True)
class SaidUse:
    """A task, tool or law named with a job; `literal`: in the words of the posting; `present`: in the present tense."""

    kind: Kind
    name: str
    literal: bool
    present: bool


@dataclass(frozen=True)
class SaidJob:
    """A job in the text; `period` None: without dates. `title`: the work that its title names in so many words."""

    title: str | None
    sector: Sector | None
    period: Period | None
    uses: tuple[SaidUse, ...] = ()
    stage: bool = False
    length: int = 0
    """Months that stand beside the dates ("2018 - 2019 · 7 mnd"); 0: none."""


@dataclass(frozen=True)
class SaidMonths:
    """At least so many months, without dates ("4 jaar TOPdesk"); `tied` to today ("de laatste 4 jaar")."""

    kind: Kind
    name: str
    months: int
    sector: Sector | None = None
    tied: bool = False


@dataclass(frozen=True)
class SaidDiploma:
    """A diploma in the text; `finished` "bare" is a level and a field without a word about it."""

    level: str
    field: str | None
    finished: Literal["yes", "bare", "no"]


@dataclass
class Said:
    """Everything that a text says and the reference may use."""

    jobs: list[SaidJob] = field(default_factory=list)
    months: list[SaidMonths] = field(default_factory=list)
    diplomas: list[SaidDiploma] = field(default_factory=list)
    no_level: set[str] = field(default_factory=set)
    things: dict[str, Literal["yes", "no", "weak"]] = field(default_factory=dict)
    listed: set[tuple[Kind, str]] = field(default_factory=set)
    denied: set[tuple[Kind, str]] = field(default_factory=set)
    denied_sectors: set[str] = field(default_factory=set)
    onsite: tuple[int, int] | None = None
    start: date | None = None
    hours: int | None = None
    days: tuple[str, ...] | None = None
    off: tuple[str, ...] = ()
    contract: Form | None = None
    rate: int | None = None
