"""A line that asks several things → `all_of` and `any_of` of its demands."""

from datetime import date
from typing import NamedTuple

from core.model.posting import AllOf, AnyOf, ContractFormRule, Course, Device, Education, Experience, Other, Requirement
from core.posting.req_clauses import Joint, JointKind, joints
from core.posting.req_commitments import joined_devices
from core.posting.req_data import cues
from core.posting.req_demand import Demand, read_demand
from core.posting.req_experience import ExperienceReading
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
        requirement = _of_clause(clause, whole=len(clauses) == 1)
        if requirement is None:
            continue
        if clause.joint == "or" and groups:
            groups[-1].append(requirement)
        elif clause.joint == "of_which" and groups:
            groups.append([_within(requirement, groups[-1][-1])])
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
            clause = _Clause(stretch, joint, demand, explains=following == "sentence")
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


def _of_clause(clause: _Clause, *, whole: bool) -> Requirement | None:
    """Return what a clause asks; None where it only explains. What isn't understood is asked as it stands."""
    parts = clause.demand.parts
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
