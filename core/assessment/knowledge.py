"""What was told in chat: the effects of answers, and what they bound (Q2).

An answer becomes *effects*: values of facts. The latest effect on a fact wins, which is how a
correction works. Facts about months of the same subject bound each other: months at a gemeente are
at most months anywhere, months in five years at most months in ten.
"""

from collections.abc import Iterable, Mapping
from typing import cast

from core.assessment.calendar import FOREVER_AGO
from core.assessment.scope import kinds_in
from core.lexicon import sector_satisfies
from core.model.base import Evidence, Frozen, MonthRange, Months, Sector
from core.model.question import Fact


class Effect(Frozen):
    """What an answer says of one fact. Exactly one of the values is given; `unknown`: "Weet ik niet".

    `withdrawn`: what was said of it before no longer stands. Months or a period for a job that may count:
    it counts for so many of its months, or for that stretch.
    """

    fact: Fact
    unknown: bool = False
    withdrawn: bool = False
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
                # A correction is the latest effect, so it goes to the end.
                self._known.pop(effect.fact, None)
                if not effect.withdrawn:
                    self._known[effect.fact] = effect

    def get(self, fact: Fact) -> Effect | None:
        """Return what was last answered about exactly this fact."""
        return self._known.get(fact)

    def yes(self, fact: Fact) -> bool | None:
        """Return the yes or no that was answered, None where nothing was."""
        effect = self._known.get(fact)
        return effect.yes if effect else None

    def decided(self, fact: Fact) -> Effect | None:
        """Return the latest answer that decides `fact`: its own, a yes to less, a no to more (Q2)."""
        latest = None
        for other, effect in self._known.items():
            if other == fact:
                latest = effect
            if effect.yes is None or other == fact or not _about_same(other, fact):
                continue
            if is_within(other, fact) if effect.yes else is_within(fact, other):
                latest = effect
        return latest

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
        low, high = 0, fact.window_months
        low_from: Evidence | None = None
        high_from: Evidence | None = None
        for other, effect in self._known.items():
            if effect.months is None or other.kind != "months" or other.subject != fact.subject:
                continue
            least, most = _bounds(fact, other, effect.months)
            # Answers that exclude each other: the latest is the correction.
            if high is not None and least > high:
                high, high_from = most, effect.evidence
            if most is not None and most < low:
                low, low_from = least, effect.evidence
            if least > low:
                low, low_from = least, effect.evidence
            if most is not None and (high is None or most < high):
                high, high_from = most, effect.evidence
        evidence = tuple(dict.fromkeys(e for e in (low_from, high_from) if e is not None))
        return Months(low=low, high=high), evidence


def _about_same(one: Fact, other: Fact) -> bool:
    return (one.kind, one.subject, one.employment) == (other.kind, other.subject, other.employment)


def _bounds(fact: Fact, other: Fact, told: Months) -> tuple[int, int | None]:
    """Return the least and the most months of `fact`, given what was told of `other`."""
    if other == fact:
        return told.low, told.high
    least = told.low if is_within(other, fact) else _least_in_shorter(fact, other, told)
    return least, told.high if is_within(fact, other) else None


def is_within(narrow: Fact, wide: Fact) -> bool:
    """Return whether every month that counts for `narrow` counts for `wide`."""
    return (
        _window_within(narrow, wide)
        and (wide.domain is None or wide.domain == narrow.domain)
        and (wide.degree is None or wide.degree == narrow.degree)
        and (narrow.contiguous or not wide.contiguous)
        and _sector_within(narrow.sector, wide.sector)
    )


def _sector_within(narrow: str | None, wide: str | None) -> bool:
    if wide is None or narrow == wide:
        return True
    if narrow is None:
        return False
    kinds = kinds_in(wide)
    return all(
        kind in kinds or any(sector_satisfies(one, cast(Sector, kind)) is True for one in kinds)
        for kind in kinds_in(narrow)
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
    same_scope = (short.sector, short.domain, short.degree) == (long.sector, long.domain, long.degree)
    same_scope = same_scope and not short.contiguous
    if not same_scope or long.window_months <= short.window_months:
        return 0
    return max(0, told.low - (long.window_months - short.window_months))
