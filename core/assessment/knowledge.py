"""What was told in chat: the effects of answers, and what they bound (Q2).

An answer becomes *effects*: values of facts. The latest effect on a fact wins, which is how a
correction works. Facts about months of the same subject bound each other: months at a gemeente are
at most months anywhere, months in five years at most months in ten.
"""

from collections.abc import Iterable, Mapping
from typing import cast

from core.assessment.calendar import FOREVER_AGO
from core.lexicon import sector_satisfies
from core.model.base import Evidence, Frozen, MonthRange, Months, Sector
from core.model.question import Fact


class Effect(Frozen):
    """What an answer says of one fact. Exactly one of the values is given; `unknown`: "Weet ik niet"."""

    fact: Fact
    unknown: bool = False
    months: Months | None = None
    yes: bool | None = None
    start: MonthRange | None = None
    end: MonthRange | None = None
    ongoing: bool = False
    text: str | None = None
    evidence: Evidence


class Knowledge:
    """The facts that answers have settled, and the facts that nobody knows."""

    def __init__(self, effects: Iterable[Effect] = ()) -> None:
        """Fold the effects, oldest first."""
        self._known: dict[Fact, Effect] = {}
        self._unknown: set[Fact] = set()
        for effect in effects:
            if effect.unknown:
                self._unknown.add(effect.fact)
            else:
                self._unknown.discard(effect.fact)
                self._known[effect.fact] = effect

    def get(self, fact: Fact) -> Effect | None:
        """Return what was last answered about exactly this fact."""
        return self._known.get(fact)

    def yes(self, fact: Fact) -> bool | None:
        """Return the yes or no that was answered, None where nothing was."""
        effect = self._known.get(fact)
        return effect.yes if effect else None

    def unknown(self, fact: Fact) -> bool:
        """Return whether nobody knows this fact ("Weet ik niet")."""
        return fact in self._unknown

    def settled(self, fact: Fact) -> bool:
        """Return whether asking this fact (again) is pointless: answered, or "Weet ik niet" (Q4)."""
        return fact in self._known or fact in self._unknown

    def all(self) -> Mapping[Fact, Effect]:
        """Return every known fact with its latest effect."""
        return self._known

    def months(self, fact: Fact) -> tuple[Months, tuple[Evidence, ...]]:
        """Return the bounds on a months fact from every related answer (Q2), and their evidence."""
        direct = self._known.get(fact)
        if direct is not None and direct.months is not None:
            return direct.months, (direct.evidence,)
        low, high = 0, fact.window_months
        low_from: Evidence | None = None
        high_from: Evidence | None = None
        for other, effect in self._known.items():
            if effect.months is None or other.kind != "months" or other.subject != fact.subject:
                continue
            told = effect.months
            if is_within(fact, other) and told.high is not None and (high is None or told.high < high):
                high, high_from = told.high, effect.evidence
            if is_within(other, fact) and told.low > low:
                low, low_from = told.low, effect.evidence
            spilled = _least_in_shorter(fact, other, told)
            if spilled > low:
                low, low_from = spilled, effect.evidence
        if high is not None and low > high:
            # Two answers exclude each other; the upper bound is the careful one.
            low = high
        evidence = tuple(e for e in (low_from, high_from) if e is not None)
        return Months(low=low, high=high), evidence


def is_within(narrow: Fact, wide: Fact) -> bool:
    """Return whether every month that counts for `narrow` counts for `wide`."""
    return (
        _window_within(narrow, wide)
        and (wide.domain is None or wide.domain == narrow.domain)
        and (
            wide.sector is None
            or (narrow.sector is not None and sector_satisfies(wide.sector, cast(Sector, narrow.sector)) is True)
        )
    )


def _window_within(narrow: Fact, wide: Fact) -> bool:
    if wide.window_from or wide.window_to or narrow.window_from or narrow.window_to:
        if not (wide.window_months or wide.window_from or wide.window_to):
            return True
        return (wide.window_months, wide.window_from or FOREVER_AGO, wide.window_to) == (
            narrow.window_months,
            narrow.window_from or FOREVER_AGO,
            narrow.window_to,
        )
    if wide.window_months is None:
        return True
    return narrow.window_months is not None and narrow.window_months <= wide.window_months


def _least_in_shorter(short: Fact, long: Fact, told: Months) -> int:
    """Months in ten years minus the five that lie before the last five: the least in the last five."""
    if short.window_months is None or long.window_months is None or short.window_from or long.window_from:
        return 0
    same_scope = (short.sector, short.domain) == (long.sector, long.domain)
    if not same_scope or long.window_months <= short.window_months:
        return 0
    return max(0, told.low - (long.window_months - short.window_months))
