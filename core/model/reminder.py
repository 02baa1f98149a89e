"""A reminder: a dated compliance rule that applies."""

from typing import Literal

from core.model.base import Evidence, Frozen


class Reminder(Frozen):
    """`id` names the rule, `basis` the law or the posting, `source` where that was read, `verified_on`
    (ISO date) when. `text` is Dutch, placeholders filled. `overdue`: the rule's recheck date is past.
    """

    id: str
    severity: Literal["blocker", "action", "information"]
    text: str
    basis: str
    source: str
    verified_on: str
    check: bool = False
    """Worded as a check, because a fact is unknown."""
    overdue: bool = False
    evidence: tuple[Evidence, ...] = ()


class OfficeProfile(Frozen):
    """Facts about the supplier (Q8): asked once, then used with source and date. None: not known."""

    registered_as_lender: bool | None = None
    insured: bool | None = None
    das_admission: bool | None = None
    nau_reported: bool | None = None
    provides_devices: tuple[str, ...] | None = None
    margin_per_hour: str | None = None
    recorded_on: dict[str, str] = {}
    """Field → ISO date on which it was told."""
