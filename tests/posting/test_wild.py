"""What fourteen postings in the manner of the broker, written and labelled by hand, taught: each lesson as a table."""

from typing import Any

import pytest

from core.model.posting import Tier
from core.posting.tiers import overlaps_or_gaps, tier_points

NESTED = (Tier(low=36, points=10), Tier(low=60, low_inclusive=False, points=20), Tier(low=96, points=40))


@pytest.mark.parametrize(
    ("months", "points"), [(35, 0), (36, 10), (60, 10), (61, 20), (95, 20), (96, 40), (300, 40)]
)
def test_p5_nested_minimums_are_steps(months: int, points: float) -> None:
    assert tier_points(NESTED, months, months) == (points, points)
    assert tier_points(NESTED[::-1], months, months) == (points, points)


def test_p5_nested_minimums_are_no_overlap() -> None:
    assert not overlaps_or_gaps(NESTED)
    assert tier_points(NESTED, 40, None) == (10, 40)
    # A band with a top of its own still overlaps, and then the fewer points count.
    real: tuple[Any, ...] = (Tier(low=36, points=10), Tier(low=24, high=48, points=5))
    assert overlaps_or_gaps(real)
    assert tier_points(real, 40, 40) == (5, 5)
