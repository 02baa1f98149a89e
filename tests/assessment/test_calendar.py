"""C2, C3: months with precision."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.assessment.calendar import Stretch, Window, longest_run, months_in, united, window_of
from core.model.base import MonthRange
from tests.assessment.build import month, when, year

REFERENCE = month("2026-07")
ALWAYS = window_of(REFERENCE)


def stretch(start: MonthRange, end: MonthRange) -> Stretch:
    return Stretch(start, end)


@pytest.mark.parametrize(
    ("start", "end", "low", "high"),
    [
        (when("2019-05"), when("2026-07"), 87, 87),
        (when("2015-03"), when("2019-04"), 50, 50),
        (year(2019), year(2021), 14, 36),
        (year(2020), year(2020), 1, 12),
        (when("2019-04..2019-09"), when("2020-12"), 16, 21),
        (when("2019-03"), when("2021-11"), 33, 33),
    ],
)
def test_c2_a_duration_is_an_interval_of_months(start: MonthRange, end: MonthRange, low: int, high: int) -> None:
    months = months_in([stretch(start, end)], ALWAYS)
    assert (months.low, months.high) == (low, high)


def test_c3_overlapping_jobs_count_once() -> None:
    one = stretch(when("2019-01"), when("2020-12"))
    other = stretch(when("2020-07"), when("2021-06"))
    assert months_in([one, other], ALWAYS).low == 30


def test_c3_months_outside_the_window_and_after_the_reference_date_do_not_count() -> None:
    window = window_of(month("2023-03"), 60)
    assert window == Window(month("2018-04"), month("2023-03"))
    early = stretch(when("2017-01"), when("2018-05"))
    late = stretch(when("2023-01"), when("2023-12"))
    assert months_in([early], window).low == 2
    assert months_in([late], window).low == 3


def test_worked_example_11734_gives_29_to_51_months() -> None:
    delft = stretch(year(2019), year(2021))
    rijswijk = stretch(when("2022-01"), when("2023-03"))
    for window in (60, 72):
        months = months_in([delft, rijswijk], window_of(month("2023-03"), window))
        assert (months.low, months.high) == (29, 51)


RANGE = st.tuples(st.integers(1, 60), st.integers(0, 30)).map(lambda p: (p[0], p[0] + p[1]))


@given(st.lists(RANGE, max_size=6))
def test_c3_a_union_counts_each_month_once(ranges: list[tuple[int, int]]) -> None:
    months = {m for first, last in ranges for m in range(first, last + 1)}
    assert united(ranges) == len(months)
    runs, best = 0, 0
    for m in range(120):
        runs = runs + 1 if m in months else 0
        best = max(best, runs)
    assert longest_run(ranges) == best


PRECISION = st.tuples(st.integers(600, 650), st.integers(0, 11))


@given(st.lists(st.tuples(PRECISION, PRECISION, st.data()), min_size=1, max_size=3), st.integers(1, 80))
def test_c2_the_interval_holds_whatever_the_true_dates_are(
    jobs: list[tuple[tuple[int, int], tuple[int, int], st.DataObject]], length: int
) -> None:
    window = window_of(655, length)
    stretches, truths = [], []
    for (start, loose), (end, slack), data in jobs:
        first = MonthRange(earliest=start, latest=start + loose)
        last = MonthRange(earliest=end, latest=end + slack)
        true_start = data.draw(st.integers(first.earliest, first.latest))
        true_end = data.draw(st.integers(last.earliest, last.latest))
        if true_start > true_end:
            continue
        stretches.append(Stretch(first, last))
        truths.append((max(true_start, window.first), min(true_end, window.last)))
    true = united((a, b) for a, b in truths if a <= b)
    months = months_in(stretches, window)
    assert months.low <= max(true, months.low if true else 0) or true == 0
    assert true <= (months.high or 0)
    if true:
        assert months.low <= true
