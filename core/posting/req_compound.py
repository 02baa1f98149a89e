"""A line that asks several things → `all_of` and `any_of` of its demands."""

from datetime import date
from typing import NamedTuple

from core.model.posting import (
    AllOf,
    AnyOf,
    ContractFormRule,
    Course,
    Device,
    Education,
    Experience,
    Licence,
    Other,
    Registration,
    Requirement,
)
from core.posting.req_clauses import LENGTH, Joint, JointKind, joints
from core.posting.req_commitments import joined_devices
from core.posting.req_data import Lazy, cues
from core.posting.req_demand import Demand, read_demand
from core.posting.req_experience import ExperienceReading
from core.posting.req_months import read_timing
from core.posting.req_subjects import IN_ROLE
from core.text.source import plain


class Compound(NamedTuple):
    """What a line asks, and the windows in it that can be read in more than one way."""

    requirement: Requirement
    unclear: tuple[ExperienceReading, ...] = ()


class _Clause(NamedTuple):
    text: str
    joint: JointKind
    """What stands before it."""
    demand: Demand
    inherits: bool = False
    """What stands before it asks experience."""
    explains: bool = False
    """It is a sentence to its end: it may explain rather than demand."""


_DEMANDS = cues("frame", "split.demands")
_EDGE = " ,.;:-"


def read_compound(text: str, closing: date | None) -> Compound:
    """Return the requirement of a line without its frame (canonical text)."""
    clauses = _clauses(text, closing)
    known = [clause for clause in clauses if clause.demand.parts]
    if not known:
        return Compound(Other())
    groups: list[list[Requirement]] = []
    for clause in clauses:
        requirement = _of_clause(clause, closing, whole=len(clauses) == 1)
        if requirement is None:
            continue
        if clause.joint == "or" and groups:
            groups[-1].append(_alternative(requirement, groups[-1][-1]))
        elif clause.joint == "of_which" and groups:
            part = _within(requirement, groups[-1][-1])
            groups[-1][-1] = _whole_of(groups[-1][-1], part, clause.text)
            groups.append([part])
        else:
            groups.append([requirement])
    parts = [group[0] if len(group) == 1 else AnyOf(parts=tuple(group)) for group in groups]
    unclear = tuple(reading for clause in clauses for reading in clause.demand.unclear)
    return Compound(_all_of(parts), unclear)


def _clauses(text: str, closing: date | None) -> list[_Clause]:
    """Cut a line at its joints; neighbours that turn out to be one demand are read again as one."""
    clauses: list[_Clause] = []
    at, begin = 0, 0
    joint: JointKind = "sentence"
    for start, end, following in (*joints(text, plain(text)), Joint(len(text), len(text), "sentence")):
        stretch = text[at:start].strip(_EDGE)
        if stretch:
            inherits = joint != "sentence" and bool(clauses) and _is_experience(clauses[-1].demand)
            demand = read_demand(stretch, closing, inherits=inherits, part=inherits and joint == "of_which")
            clause = _Clause(stretch, joint, demand, inherits=inherits, explains=following == "sentence")
            together = _together(clauses[-1], text[begin:start].strip(_EDGE), clause, closing) if clauses else None
            if together:
                clauses[-1] = together
            else:
                clauses.append(clause)
                begin = at
        at, joint = end, following
    return clauses


def _is_experience(demand: Demand) -> bool:
    return any(isinstance(part, Experience) for part in demand.parts)


def _together(before: _Clause, text: str, clause: _Clause, closing: date | None) -> _Clause | None:
    """Read two clauses as one where they are: "hbo of wo", "een cursus of training in X"."""
    if clause.joint not in ("or", "comma"):
        return None
    kinds = {type(part) for part in (*before.demand.parts, *clause.demand.parts)}
    both = bool(before.demand.parts) and bool(clause.demand.parts)
    if not kinds or not (kinds <= {Education} or kinds <= {Course}) or not (both or clause.joint == "or"):
        return None
    demand = read_demand(text, closing)
    return _Clause(text, before.joint, demand) if demand.parts else None


def _of_clause(clause: _Clause, closing: date | None, *, whole: bool) -> Requirement | None:
    """Return what a clause asks; None where it only explains. What isn't understood is asked as it stands."""
    parts = clause.demand.parts
    if clause.joint == "or" and clause.inherits and (both := _under_condition(clause, closing)):
        return both
    if not parts:
        explains = clause.explains and clause.joint == "sentence" and not _DEMANDS.search(plain(clause.text))
        return None if explains else Other(text=None if whole else clause.text)
    if clause.demand.alternatives:
        return AnyOf(parts=parts)
    return _all_of(list(parts))


def _within(requirement: Requirement, before: Requirement) -> Requirement:
    """Give "waarvan 2 jaar bij een gemeente" the subjects of the experience it is a part of."""
    if isinstance(before, AllOf):
        before = before.parts[0]
    if not isinstance(requirement, Experience) or not isinstance(before, Experience):
        return requirement
    update: dict[str, object] = {}
    if not requirement.subjects:
        update = {"subjects": before.subjects, "need": before.need, "open_list": before.open_list}
    if requirement.sector is None:
        update |= {"sector": before.sector, "sector_open": before.sector_open, "also_at": before.also_at}
    if requirement.domain is None:
        update["domain"] = before.domain
    if requirement.window_months is None and requirement.window_from is None and requirement.window_to is None:
        update |= {name: getattr(before, name) for name in ("window_months", "window_from", "window_to")}
    return requirement.model_copy(update=update)


def _alternative(requirement: Requirement, before: Requirement) -> Requirement:
    """Give "of 3 jaar met PRINCE2" the subject of the experience before it: a length of just any work is none (C8)."""
    if isinstance(requirement, AllOf):
        first, *rest = requirement.parts
        return AllOf(parts=(_alternative(first, before), *rest))
    says_what = (
        not isinstance(requirement, Experience) or requirement.subjects or requirement.sector or requirement.domain
    )
    return requirement if says_what else _within(requirement, before)


_ROLE_BEHIND = Lazy(lambda: rf", (?:als|{IN_ROLE.pattern.rstrip()}) ")


def _whole_of(whole: Requirement, part: Requirement, text: str) -> Requirement:
    """Give "5 jaar werkervaring, waarvan 2 jaar bij een gemeente, als X" the role that stands behind the comma.

    Without a comma ("waarvan 2 jaar als X") the role is that of the part alone.
    """
    if not isinstance(whole, Experience) or not isinstance(part, Experience) or whole.subjects:
        return whole
    if not _ROLE_BEHIND.search(plain(text)):
        return whole
    return whole.model_copy(update={"subjects": part.subjects, "need": part.need, "open_list": part.open_list})


_UNDER = Lazy(
    lambda: (
        rf"{LENGTH}(?: (?:[\w-]+ ){{0,2}}(?:werk|praktijk)?ervaring)?,?(?: (?P<under>indien|mits|wanneer|als (?=je |de |kandidaat |u ))|(?: en)? (?:met|plus|in combinatie met|bij)) (?=\w)"
    )
)
_PAPERS = (Education, Course, Licence, Registration)


def _under_condition(clause: _Clause, closing: date | None) -> Requirement | None:
    """Read "3 jaar indien PRINCE2 gecertificeerd": both, what is not understood as it stands."""
    under = _UNDER.match(plain(clause.text))
    if under is None:
        return None
    length, condition = clause.text[: under.end()].split(), clause.text[under.end() :].strip(_EDGE)
    timing = read_timing(" ".join(length), plain(" ".join(length)), closing)
    papers = read_demand(condition, closing).parts
    if len(timing.asked) != 1 or not all(isinstance(part, _PAPERS) for part in papers) or not papers:
        return Other(text=clause.text) if under["under"] else None
    asked = timing.asked[0]
    return _all_of([Experience(min_months=asked.months, more_than=asked.more_than), *papers])


def _joined_rules(rules: list[ContractFormRule]) -> ContractFormRule:
    """Return "alleen loondienst; geen zzp" as one rule."""
    return ContractFormRule(
        allowed=tuple(dict.fromkeys(form for rule in rules for form in rule.allowed)),
        excluded=tuple(dict.fromkeys(form for rule in rules for form in rule.excluded)),
    )


def _all_of(parts: list[Requirement]) -> Requirement:
    """Join parts that must all hold: flat, each once, devices as one."""
    flat: list[Requirement] = []
    for part in parts:
        flat.extend(part.parts if isinstance(part, AllOf) else [part])
    devices = [part for part in flat if isinstance(part, Device)]
    if len(devices) > 1:
        first = flat.index(devices[0])
        flat = [part for part in flat if not isinstance(part, Device)]
        flat.insert(min(first, len(flat)), joined_devices(devices))
    rules = [part for part in flat if isinstance(part, ContractFormRule)]
    if len(rules) > 1:
        flat = [part for part in flat if not isinstance(part, ContractFormRule)] + [_joined_rules(rules)]
    unique = list(dict.fromkeys(flat))
    return unique[0] if len(unique) == 1 else AllOf(parts=tuple(unique))
