"""The judgment on one requirement, before it is worded: what holds, on what, and what is missing."""

from typing import Literal, NamedTuple

from core.assessment.knowledge import Knowledge
from core.model.assessment import Basis, Status
from core.model.base import Evidence
from core.model.candidate import Candidate, Employment
from core.model.posting import Posting
from core.model.question import Fact
from core.model.reminder import OfficeProfile

NeedKind = Literal[
    "counts_as",
    "period",
    "sector",
    "months",
    "education",
    "commitment",
    "contract_form",
    "supplier",
    "rate",
    "yes",
]


class Need(NamedTuple):
    """A fact that is missing, with what a question about it must say.

    `label`: the subject in words. `evidence`: what was seen (Q5). `thresholds`: months at which the
    outcome changes. `job`: the job that it is about. `first`: asked before everything else (C5).
    """

    kind: NeedKind
    fact: Fact
    label: str
    evidence: tuple[Evidence, ...] = ()
    thresholds: tuple[int, ...] = ()
    low: int = 0
    high: int | None = None
    job: Employment | None = None
    first: bool = False
    level: str | None = None
    fields: tuple[str, ...] = ()


class Judged(NamedTuple):
    """One requirement judged.

    `low`/`high`: the months that are certain and possible (None: no limit), for tiers; `stated_low`
    the months that the text itself shows. `needs`: what to ask, the best first. `reason`: Dutch.
    `said`: the confirmed fact in words, for a toelichting; None where nothing is confirmed.
    `own`: the facts that decide it, settled or not: what a correction speaks of.
    `held_back`: a document that can still be made: open, but no obstacle to the verdict (Q9).
    """

    status: Status
    basis: Basis
    reason: str
    evidence: tuple[Evidence, ...] = ()
    needs: tuple[Need, ...] = ()
    low: int = 0
    high: int | None = None
    stated_low: int = 0
    stated: bool = False
    said: str | None = None
    held_back: bool = False
    implied: bool = False
    parts: tuple["Judged", ...] = ()
    own: tuple[Need, ...] = ()


class Case(NamedTuple):
    """Everything that a requirement is judged on."""

    posting: Posting
    candidate: Candidate
    known: Knowledge
    profile: OfficeProfile
    reference: int
    """The reference month (P7)."""
