"""What was read against what a label says: a posting's criteria, a candidate's facts, an outcome.

Nothing here knows how the core reads; it sees the values of the public face.
"""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any, NamedTuple

from rapidfuzz import fuzz

from bench.labels import NULL, Allowed, Facts
from core.model.base import MonthRange
from core.model.candidate import Candidate, Employment
from core.model.posting import AllOf, AnyOf, Criterion, Requirement, Tier

EXACT = {"text", "contains", "tiers", "type", "id", "kind", "points", "cv_instruction"}
"""What a criterion's label says of the criterion as a whole; the rest is of its requirement's leaves."""
_ALIKE = 85
"""How alike two names must be, of 100, to be the same name in a label and in a text with typos."""


def plain(value: Any) -> Any:
    """Return a value of the model as TOML would write it."""
    if value is None:
        return NULL
    if hasattr(value, "model_dump"):
        return {key: plain(item) for key, item in value.model_dump(by_alias=True).items()}
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    return value


def holds(wanted: Any, found: Any) -> bool:
    """Tell whether `found` is what the label says: equal, or containing it."""
    if isinstance(wanted, dict):
        return isinstance(found, dict) and all(holds(value, found.get(key, NULL)) for key, value in wanted.items())
    if isinstance(wanted, list) and isinstance(found, list):
        return all(any(holds(item, other) for other in found) for item in wanted)
    if isinstance(wanted, str) and isinstance(found, str):
        return wanted.casefold() == found.casefold()
    return bool(wanted == found)


def reads_as(label: Any, found: Any) -> bool:
    """Tell whether a value of a posting is what its label allows; a list beside a single value are alternatives."""
    if isinstance(label, list) and not isinstance(found, list):
        return any(holds(one, found) for one in label)
    return holds(label, found)


def allowed(label: Any, found: Any) -> bool:
    """Tell whether `found` is the label, or one of the values that it allows."""
    return found in label if isinstance(label, list | tuple) else found == label


def leaves(requirement: Requirement) -> Iterator[Requirement]:
    """Yield the requirements that a compound is made of."""
    if isinstance(requirement, AllOf | AnyOf):
        for part in requirement.parts:
            yield from leaves(part)
    else:
        yield requirement


def band(tier: Tier) -> str:
    """Return a tier as labels write it: "[0,36) 5"; of a combination its parts: "1+2 10"."""
    low = "[" if tier.low_inclusive else "("
    high = "]" if tier.high_inclusive and tier.high is not None else ")"
    bounds = f"{low}{tier.low or 0},{'' if tier.high is None else tier.high}{high}"
    if tier.when is not None:
        bounds = "+".join(str(part) for part in tier.when)
    return f"{bounds} {tier.points:g}"


class Checked(NamedTuple):
    """One labelled value of a criterion: which, whether it was read right, and what was read instead."""

    field: str
    right: bool
    found: object = None


def criterion_checks(label: dict[str, Any], found: Criterion) -> Iterator[Checked]:
    """Yield every labelled value of a criterion."""
    kind = label.get("kind", "knockout" if found.id.startswith("K") else "award")
    yield Checked("kind", found.kind == kind, found.kind)
    if "points" in label:
        yield Checked("points", plain(found.points) == label["points"], found.points)
    if "type" in label:
        yield Checked("type", allowed(label["type"], found.requirement.type), found.requirement.type)
    if "contains" in label:
        yield Checked("contains", label["contains"].casefold() in found.text.casefold(), found.text)
    if "cv_instruction" in label:
        told = found.cv_instruction is not None
        yield Checked("cv_instruction", told == label["cv_instruction"], found.cv_instruction)
    if "tiers" in label:
        tiers = [band(tier) for tier in found.tiers]
        yield Checked("tiers", sorted(tiers) == sorted(label["tiers"]), tiers)
    parts = [plain(leaf) for leaf in leaves(found.requirement)]
    for key in sorted(label.keys() - EXACT):
        values = [part[key] for part in parts if key in part]
        yield Checked(key, _leaf_holds(label[key], values), values)


def _leaf_holds(label: Any, values: list[Any]) -> bool:
    """Whether at least one leaf has the value; "-": no leaf has any."""
    options = label if isinstance(label, list) else [label]
    if options == [NULL]:
        return all(value == NULL for value in values)
    return any(value in options for value in values) or (NULL in options and not values)


def criterion_faults(label: dict[str, Any], found: Criterion) -> list[str]:
    """Return every labelled value that was read otherwise."""
    wrong = (check for check in criterion_checks(label, found) if not check.right)
    return [f"{check.field} {check.found!r}, should be {label.get(check.field)!r}" for check in wrong]


# The facts of a CV


class Found(NamedTuple):
    """How many facts a label has, how many were read, and how many of those are the same."""

    labelled: int = 0
    read: int = 0
    same: int = 0

    def __add__(self, other: object) -> "Found":
        """Add the counts."""
        if not isinstance(other, Found):
            return NotImplemented
        return Found(self.labelled + other.labelled, self.read + other.read, self.same + other.same)


def facts_read(label: Facts, candidate: Candidate) -> dict[str, Found]:
    """Compare what a label says that the text says with what was read of it, by kind of fact."""
    educations = [(e.level or "", e.field or "", e.finished) for e in candidate.educations if not e.denied]
    courses = [course.name for course in candidate.courses if course.status != "denied"]
    rates = () if label.rate is None else label.rate[1:]
    single = {
        "contract forms": (label.contract, candidate.contract_form),
        "rates": (rates, candidate.rate.bid or candidate.rate.own),
    }
    found = {
        "jobs": _matched(label.employments, candidate.employments, _same_job),
        "diplomas": _matched(label.educations, educations, _same_diploma),
        "courses": _matched(label.courses, courses, _alike),
        "tools": _matched(label.tools, [tool.name for tool in candidate.tools], _alike),
    }
    for name, (wanted, got) in single.items():
        same = got is not None and any(_same_single(str(one), got) for one in wanted)
        found[name] = Found(int(bool(wanted)), int(got is not None), int(same))
    return found


def _matched(labels: Iterable[Any], read: Iterable[Any], same: Any) -> Found:
    wanted, rest = list(labels), list(read)
    count, pairs = len(rest), 0
    for label in wanted:
        match = next((one for one in rest if same(label, one)), None)
        if match is not None:
            rest.remove(match)
            pairs += 1
    return Found(len(wanted), count, pairs)


def _same_single(wanted: str, got: str) -> bool:
    try:
        return Decimal(wanted) == Decimal(got)
    except ArithmeticError:
        return wanted == got


def _alike(one: str, other: str) -> bool:
    one, other = _spelled_out(one).removeprefix(NULL), _spelled_out(other)
    if not one or not other:
        return one == other
    return one in other or other in one or fuzz.token_set_ratio(one, other) >= _ALIKE


_SHORT = re.compile(r"\b(?:gem|prov)\b\.?")
_LONG = {"gem": "gemeente", "prov": "provincie"}


def _spelled_out(name: str) -> str:
    """Return a name without the abbreviations that a label writes in full."""
    return _SHORT.sub(lambda match: _LONG[match[0].rstrip(".")], name.casefold()).strip()


def _same_job(label: tuple[Allowed, Allowed, Allowed, Allowed], job: Employment) -> bool:
    role, employer, start, end = label
    return (
        any(_alike(str(one), job.role or "") for one in role)
        and any(_alike(str(one), job.employer or "") for one in employer)
        and any(_same_moment(str(one), job.start) for one in start)
        and any(job.ongoing if one == "now" else not job.ongoing and _same_moment(str(one), job.end) for one in end)
    )


def _same_moment(label: str, moment: MonthRange | None) -> bool:
    """Whether a moment is the month or the year of the label; "": none is given."""
    if moment is None or label in ("", NULL):
        return moment is None and label in ("", NULL)
    year, _, month = label.partition("-")
    if month:
        at = int(year) * 12 + int(month) - 1
        return moment.earliest <= at <= moment.latest
    return moment.earliest // 12 == int(year) or moment.latest // 12 == int(year)


def _same_diploma(label: tuple[Allowed, Allowed, bool | str], read: tuple[str, str, bool | None]) -> bool:
    level, field, finished = label
    done = finished == NULL or bool(finished) == (read[2] is not False)
    in_field = any(not one or _alike(str(one), read[1]) for one in field)
    return any(one in ("", NULL, read[0]) for one in level) and in_field and done
