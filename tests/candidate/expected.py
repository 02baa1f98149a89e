"""The hand-written readings beside the samples, and a candidate in the same words, to compare the two."""

import tomllib
from pathlib import Path
from typing import Any

from core.model.base import MonthRange, month_text
from core.model.candidate import Candidate, Employment
from core.text.source import key

SAMPLES = Path(__file__).with_name("samples")
NAMES = sorted(path.stem for path in SAMPLES.glob("*.txt"))
_DEFAULTS: dict[str, Any] = {
    "people": [],
    "jobs": [],
    "educations": [],
    "courses": [],
    "durations": [],
    "denials": [],
    "contract_form": None,
    "own": None,
    "bid": None,
    "includes": [],
    "hours": None,
    "available_from": None,
    "days": [],
    "not_days": [],
    "place": None,
    "devices": [],
    "no_devices": [],
    "languages": [],
    "licences": [],
    "registrations": [],
    "willingness": [],
}


def sample(name: str) -> str:
    return (SAMPLES / f"{name}.txt").read_text(encoding="utf-8")


def expected(name: str) -> dict[str, Any]:
    """What a reader makes of the sample; what it doesn't mention must not be there."""
    return tomllib.loads((SAMPLES / f"{name}.toml").read_text(encoding="utf-8"))


def moment(found: MonthRange | None) -> str:
    """Write it as "2019", "2019-05" or "2018-04/2018-09"."""
    if found is None:
        return "-"
    first, last = month_text(found.earliest), month_text(found.latest)
    if found.earliest % 12 == 0 and found.latest == found.earliest + 11:
        return first[:4]
    return first if first == last else f"{first}/{last}"


def _job(job: Employment, wanted: str) -> str:
    """The job in the words of `wanted`: only the extras that those mention, but always its kind."""
    parts = [
        key(job.role) if job.role else "-",
        key(job.employer) if job.employer else "-",
        moment(job.start),
        "heden" if job.ongoing else moment(job.end),
    ]
    for extra in ("sector", "via", "part_time"):
        if f"{extra}=" in wanted:
            parts.append(f"{extra}={getattr(job, extra)}")
    if job.kind != "job":
        parts.append(f"kind={job.kind}")
    return " | ".join(parts).lower()


def _wanted_job(text: str) -> str:
    parts = [part.strip() for part in text.split("|")]
    order = ("sector=", "via=", "part_time=", "kind=")
    extras = sorted(parts[4:], key=lambda extra: next(i for i, name in enumerate(order) if extra.startswith(name)))
    return " | ".join([*(key(part) for part in parts[:4]), *extras]).lower()


def compared(name: str, read: Candidate) -> tuple[dict[str, Any], dict[str, Any]]:
    """What was expected and what was read, in the same words."""
    wanted = expected(name)
    jobs = wanted.get("jobs", [])
    shown: dict[str, Any] = {
        "people": list(read.people),
        "jobs": [_job(job, jobs[i] if i < len(jobs) else "") for i, job in enumerate(read.employments)],
        "educations": [
            " | ".join(
                [
                    fact.level or "-",
                    key(fact.field) if fact.field else "-",
                    {True: "yes", False: "no", None: "?"}[fact.finished] + (" denied" if fact.denied else ""),
                    str(fact.year or "-"),
                ]
            )
            for fact in read.educations
        ],
        "courses": [f"{key(c.name)} | {c.status} | {c.year or '-'}" for c in read.courses],
        "durations": [
            f"{key(d.subject) or '-'} | {d.months.low} | {d.months.high if d.months.high is not None else '-'}"
            + (f" | sector={d.sector}" if d.sector else "")
            + (" | tied" if d.tied_to_today else "")
            for d in read.durations
        ],
        "denials": [
            (key(d.subject) if d.subject else "")
            + (f"@{d.sector}" if d.sector else "")
            + (f" > {month_text(d.after)}" if d.after is not None else "")
            for d in read.denials
        ],
        "contract_form": read.contract_form,
        "own": read.rate.own,
        "bid": read.rate.bid,
        "includes": list(read.rate.includes),
        "hours": [read.hours.min, read.hours.max] if read.hours else None,
        "willingness": [
            f"{w.subject} | {'yes' if w.agreed else 'no'}"
            + (f" | {w.days_per_week:g}" if w.days_per_week is not None else "")
            + (f" | {w.share:g}%" if w.share is not None else "")
            for w in read.willingness
        ],
    }
    for field in ("available_from", "place"):
        shown[field] = getattr(read, field)
    for field in ("days", "not_days", "devices", "no_devices", "languages", "licences", "registrations"):
        shown[field] = list(getattr(read, field))
    want: dict[str, Any] = {field: wanted.get(field, default) for field, default in _DEFAULTS.items()}
    want["jobs"] = [_wanted_job(job) for job in jobs]
    for field in ("educations", "courses", "durations", "denials"):
        want[field] = [text if field == "educations" else key(text) for text in want[field]]
    want["educations"] = [
        " | ".join([p.split(" | ")[0], key(p.split(" | ")[1]), *p.split(" | ")[2:]]) for p in want["educations"]
    ]
    for field in ("source", "initials"):
        if field in wanted:
            want[field], shown[field] = wanted[field], getattr(read, field)
    for field in ("devices", "languages", "licences"):
        want[field], shown[field] = sorted(want[field]), sorted(shown[field])
    if "tools" in wanted:
        want["tools"] = sorted(key(t) for t in wanted["tools"])
        shown["tools"] = sorted(key(t.name) for t in read.tools)
    if "tools_include" in wanted:
        want["tools_include"] = sorted(key(t) for t in wanted["tools_include"])
        shown["tools_include"] = sorted({key(t.name) for t in read.tools} & set(want["tools_include"]))
    if "tasks" in wanted:
        want["tasks"] = wanted["tasks"]
        mine = [f"{s.employment} | {s.text}" for s in read.statements if s.employment is not None and not s.heading]
        shown["tasks"] = [t for t in wanted["tasks"] if t in mine] or mine
    if "present" in wanted:
        want["present"] = wanted["present"]
        shown["present"] = [s.text for s in read.statements if s.present]
    return want, shown
