"""The truth about a person: more than their text says, and never against it. Labelled and generated cases share it.

It knows nothing of the core's reading or judging: months, sectors and the education ladder are worked out here once more,
from the domain rules (C2, C3, C5, C7), so that a mistake in one of the two shows.
"""

from collections.abc import Iterable, Iterator
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from core.model.base import Frozen, Month

TrueSector = Literal["gemeente", "waterschap", "provincie", "rijk", "overheid", "publieke sector", "privaat"]
Form = Literal["zzp", "eigen_bv", "detachering", "uitzend", "doorleen", "loondienst"]

LADDER = (
    ("vmbo",),
    ("havo", "mbo-2"),
    ("mbo-3",),
    ("mbo-4",),
    ("vwo", "ad"),
    ("hbo-bachelor",),
    ("wo-bachelor",),
    ("master",),
)
"""C5, lowest first. A bare "hbo" is a bachelor, a bare "wo" a wo-bachelor, a bare "mbo" the least of them."""

_OTHER_NAMES = {
    "hbo": "hbo-bachelor",
    "wo": "wo-bachelor",
    "mbo": "mbo-2",
    "wo-master": "master",
    "hbo-master": "master",
}
_GENERAL = frozenset({"vmbo", "havo", "vwo"})
_OVERHEID = frozenset({"gemeente", "waterschap", "provincie", "rijk", "overheid"})


def _still(value: object) -> object:
    return None if value == "now" else value


class Job(Frozen):
    """Work for one employer; `end` None: it still runs. `does`: the criteria whose work was done in it."""

    role: str
    employer: str = ""
    sector: TrueSector = "privaat"
    start: Month
    end: Annotated[Month | None, BeforeValidator(_still)] = None
    does: tuple[str, ...] = ()

    def months(self, reference: int) -> range:
        """Return the months of the job up to and including the reference month (C3)."""
        end = reference if self.end is None else min(self.end, reference)
        return range(self.start, end + 1)


class Diploma(Frozen):
    """A study; `fits`: the criteria for which its field is right."""

    level: str
    field: str = ""
    finished: bool = True
    fits: tuple[str, ...] = ()


class Truth(Frozen):
    """All that the simulated recruiter knows. A part of a criterion is "K5/laptop": the word stands in the question."""

    jobs: tuple[Job, ...] = Field(default=(), alias="job")
    diplomas: tuple[Diploma, ...] = Field(default=(), alias="diploma")
    holds: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    contract: Form | None = None
    rate: str | None = None


class Scope(Frozen):
    """What a month must satisfy to count: a window, a fixed period, a kind of employer, in one piece."""

    window_months: int | None = None
    window_from: Month | None = None
    window_to: Month | None = None
    sector: str | None = None
    contiguous: bool = False


def named(labels: Iterable[str], criteria: Iterable[str], about: str = "") -> bool:
    """Tell whether one of `labels` is one of `criteria`, or a part of one that `about` (a question's words) is about."""
    wanted, words = set(criteria), about.casefold()
    for label in labels:
        criterion, _, part = label.partition("/")
        # A question leaves the article out: "het beantwoorden van vragen" is asked as "beantwoorden van vragen".
        part = part.casefold().removeprefix("het ").removeprefix("de ")
        if criterion in wanted and (not part or not words or part in words):
            return True
    return False


def counted(truth: Truth, criteria: Iterable[str], scope: Scope, reference: int, about: str = "") -> int:
    """Return the months that count: overlaps once, inside the window, at the right kind of employer (C3, C7)."""
    criteria = tuple(criteria)
    months: set[int] = set()
    for job in truth.jobs:
        if named(job.does, criteria, about) and (scope.sector is None or sector_counts(job.sector, scope.sector)):
            months.update(month for month in job.months(reference) if _in_window(month, scope, reference))
    return max(_runs(months), default=0) if scope.contiguous else len(months)


def _in_window(month: int, scope: Scope, reference: int) -> bool:
    if scope.window_from is not None or scope.window_to is not None:
        return (scope.window_from or 0) <= month <= (reference if scope.window_to is None else scope.window_to)
    return scope.window_months is None or month > reference - scope.window_months


def _runs(months: set[int]) -> Iterator[int]:
    length = 0
    for month in sorted(months):
        length = length + 1 if month - 1 in months else 1
        yield length


def sector_counts(sector: str, asked: str) -> bool:
    """Tell whether an employer's kind is among the kinds asked ("gemeente of waterschap"): gemeente, overheid, publieke sector (C7)."""
    for kind in asked.replace(",", " of ").replace("/", " of ").split(" of "):
        kind = kind.strip().removeprefix("een ").removeprefix("de ")
        if kind == sector or (kind in ("overheid", "semi-overheid") and sector in _OVERHEID):
            return True
        if kind in ("publieke sector", "semi-overheid") and sector != "privaat":
            return True
    return False


def rung(level: str) -> int:
    """Return the place of an education level on the ladder (C5)."""
    level = _OTHER_NAMES.get(level, level)
    return next(place for place, levels in enumerate(LADDER) if level in levels)


def has_diploma(truth: Truth, level: str, criteria: Iterable[str], *, in_field: bool) -> bool:
    """Tell whether one finished diploma has the level, and the right field where one is asked (C5).

    What is right for the criterion that names a field is right for those beside it that name none.
    """
    criteria = tuple(criteria)
    return any(
        diploma.finished
        and (rung(diploma.level) >= rung(level))
        and (diploma.level not in _GENERAL or level in _GENERAL)
        and (not in_field or all(named(diploma.fits, [criterion]) for criterion in criteria))
        for diploma in truth.diplomas
    )
