"""One criterion's sentence → its typed requirement (P6, P13, P14, P16)."""

from datetime import date
from typing import Literal, NamedTuple

from core.model.posting import ContractForm, NoticeCode, Other, Requirement


class RequirementContext(NamedTuple):
    """What the posting knows and the criterion needs.

    `closing`: the closing date, for "sinds 2020" and dates without a year. `kind`: of the criterion.
    `tiers`: the texts of its tiers without points, in order (P4). `title`: the role that is hired, for
    "een soortgelijke functie".
    """

    closing: date | None = None
    kind: Literal["knockout", "award"] = "knockout"
    tiers: tuple[str, ...] = ()
    title: str | None = None


class RequirementNotice(NamedTuple):
    """A trap in the criterion: its code, what is the matter, and a question for the broker (both Dutch)."""

    code: NoticeCode
    text: str
    question: str | None = None


class RequirementReading(NamedTuple):
    """What was read from one criterion.

    `tier_parts`: for each of `context.tiers` the indexes of the requirement's parts that must hold
    (`Tier.when`), None for a band of months; empty where there are no tiers of a combination.
    """

    requirement: Requirement
    cv_instruction: str | None = None
    condition: str | None = None
    condition_contract: tuple[ContractForm, ...] = ()
    notices: tuple[RequirementNotice, ...] = ()
    tier_parts: tuple[tuple[int, ...] | None, ...] = ()


def read_requirement(text: str, context: RequirementContext = RequirementContext()) -> RequirementReading:
    """Return the typed requirement of a criterion's `text` (canonical, folded; no number, points or tiers)."""
    return RequirementReading(Other())
