"""A question: the facts that it asks for, and what the answers would mean (Q1-Q10)."""

from typing import Literal

from core.model.base import Evidence, Frozen, Month

Expects = Literal["choice", "multi", "period", "months", "date", "amount", "text"]


class Fact(Frozen):
    """One thing that can be true of the candidate or the supplier, as a key.

    kinds: "months" (of `subject` in `window_months`, at `sector`, in `domain`) · "counts_as"
    (`employment` counts as `subject`) · "period" (of `employment`) · "sector" (of `employer`) ·
    "education" (`subject` is the level, `fields`) · "yes" (a plain fact: course, device, on site,
    licence, as `subject`) · "contract_form" · "supplier" (the office profile) · "rate" · "person".
    `sector` names every kind of employer that counts ("gemeente of waterschap"); `contiguous` and
    `degree` are of months, as in the requirement.
    """

    kind: Literal[
        "months",
        "counts_as",
        "period",
        "sector",
        "education",
        "yes",
        "contract_form",
        "supplier",
        "rate",
        "person",
    ]
    subject: str = ""
    window_months: int | None = None
    sector: str | None = None
    domain: str | None = None
    employment: str | None = None
    window_from: Month | None = None
    window_to: Month | None = None
    contiguous: bool = False
    degree: str | None = None


class Option(Frozen):
    """One way to answer. `id` is its meaning ("yes", "no", "months:24-36"); `low`/`high` where it bounds
    a number (months, high exclusive; None: no bound). `label` of at most 20 characters fits a button;
    `help` says it in full where the label had to be short.
    """

    id: str
    label: str
    low: int | None = None
    high: int | None = None
    help: str | None = None


class Question(Frozen):
    """The next thing to ask. Always also allowed: "Weet ik niet" (`unknown`), "Waarom?", free text (Q4)."""

    id: str
    text: str
    why: str
    criteria: tuple[str, ...] = ()
    points_at_stake: float | None = None
    expects: Expects = "choice"
    facts: tuple[Fact, ...] = ()
    options: tuple[Option, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    to_candidate: str | None = None
    """The same question in the message to the candidate; None where it isn't the candidate's to answer."""
    asks: Literal["recruiter", "candidate", "supplier"] = "candidate"
    """Who knows: what only the candidate knows goes into the message to forward (Q10)."""
