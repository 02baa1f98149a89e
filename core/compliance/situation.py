"""What a rule is held against: one posting, candidate, office and day, and the facts that they give.

A fact is named "holder.name" and is True, False or unknown:

- `supplier.registered_as_lender`: a yes-or-no field of the office profile (Q8);
- `candidate.laptop`: a device that the candidate has or the supplier provides;
- `bid.dba_substantiation`: something that the bid must contain: an answer, or the state of the checklist;
- `answer.anything`: what was answered, nothing else.

An answer under the whole name or under the name after the dot comes before all of them.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import NamedTuple, get_args

from core.compliance.logic import Three
from core.compliance.period import Period
from core.model.candidate import Candidate
from core.model.posting import ChecklistItem, ContractForm, Posting
from core.model.reminder import OfficeProfile

FORMS: tuple[str, ...] = get_args(ContractForm)
YES_OR_NO: tuple[str, ...] = tuple(
    name for name, field in OfficeProfile.model_fields.items() if bool in get_args(field.annotation)
)


class Situation(NamedTuple):
    """`contract`: the form that is assumed or known. `today` None: any day. `in_criteria`: the subjects that a
    numbered criterion covers (Q7).
    """

    posting: Posting
    candidate: Candidate
    profile: OfficeProfile
    answered: Mapping[str, bool]
    contract: str | None
    today: date | None
    period: Period
    in_criteria: frozenset[str]

    def clause_only(self, clause: str) -> bool:
        """Tell whether the posting has this clause and no criterion that says the same (Q7)."""
        return clause in self.posting.clauses and clause not in self.in_criteria


def fact(name: str, situation: Situation) -> Three:
    """Return a fact by its name (see the module); one that nobody gave is unknown."""
    holder, _, subject = name.partition(".")
    for key in (name, subject):
        if key in situation.answered:
            return situation.answered[key]
    return _HOLDERS[holder](subject, situation)


def is_fact(name: str) -> bool:
    """Tell whether rules can speak of a fact with this name."""
    holder, _, subject = name.partition(".")
    return holder in _HOLDERS and bool(subject) and (holder != "supplier" or subject in YES_OR_NO)


def checklist(posting: Posting, name: str) -> Iterator[ChecklistItem]:
    """Yield the items of the bid checklist called `name` ("uea" also finds "document:uea")."""
    return (item for item in posting.bid_checklist if item.id == name or item.id.endswith(f":{name}"))


def _supplier(name: str, situation: Situation) -> Three:
    value = getattr(situation.profile, name)
    return value if isinstance(value, bool) else None


def _device(name: str, situation: Situation) -> Three:
    """Tell who brings a device: one that the supplier provides is there, whatever the candidate has."""
    candidate = situation.candidate
    if name in candidate.devices or name in (situation.profile.provides_devices or ()):
        return True
    promised = [willing.agreed for willing in candidate.willingness if willing.subject == name]
    if promised:
        return promised[-1]
    return False if name in candidate.no_devices else None


def _bid(name: str, situation: Situation) -> Three:
    states = {item.status for item in checklist(situation.posting, name)}
    if "unmet" in states:
        return False
    return True if states == {"met"} else None


def _answer(_name: str, _situation: Situation) -> Three:
    return None


_HOLDERS: dict[str, Callable[[str, Situation], Three]] = {
    "supplier": _supplier,
    "candidate": _device,
    "bid": _bid,
    "answer": _answer,
}
