"""Three values, and the words of the condition language that no rule of this issue uses yet."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.compliance import rule_book
from core.compliance.amounts import OPERATORS, Amount, compare, decimal, exactly
from core.compliance.condition import condition
from core.compliance.engine import situate
from core.compliance.logic import Three, every, inverse, some
from core.model.candidate import Candidate, Rate
from core.model.posting import Education, Posting
from core.model.reminder import OfficeProfile
from tests.compliance.bids import SUMMER, criterion, posting

THREE = st.lists(st.sampled_from([True, False, None]), max_size=4)


@pytest.mark.parametrize(
    ("values", "all_of", "any_of"),
    [
        ([], True, False),
        ([True, True], True, True),
        ([True, False], False, True),
        ([True, None], None, True),
        ([False, None], False, None),
        ([None, None], None, None),
        ([None, True, False], False, True),
    ],
)
def test_three_values(values: list[Three], all_of: Three, any_of: Three) -> None:
    assert (every(values), some(values)) == (all_of, any_of)


@given(THREE)
def test_what_is_unknown_stays_so_until_it_no_longer_matters(values: list[Three]) -> None:
    """A result is known only if every way to fill in the unknowns gives it."""
    filled = [values]
    for index, value in enumerate(values):
        if value is None:
            filled = [[*row[:index], known, *row[index + 1 :]] for row in filled for known in (True, False)]
    for join, plain in ((every, all), (some, any)):
        outcomes = {plain(row) for row in filled}
        assert join(values) == (outcomes.pop() if len(outcomes) == 1 else None)
    assert inverse(every(values)) == some(inverse(value) for value in values)


BOUND = st.none() | st.integers(0, 5).map(Decimal)


@given(BOUND, BOUND, st.sampled_from(OPERATORS), st.integers(0, 5).map(Decimal))
def test_an_interval_is_compared_as_every_number_in_it(
    low: Decimal | None, high: Decimal | None, operator: str, limit: Decimal
) -> None:
    if low is not None and high is not None and low > high:
        low, high = high, low
    result = compare(Amount(low, high), operator, exactly(limit))
    inside = [Decimal(n) for n in range(-1, 8) if (low is None or n >= low) and (high is None or n <= high)]
    outcomes = {compare(exactly(number), operator, exactly(limit)) for number in inside}
    assert result == (outcomes.pop() if len(outcomes) == 1 else None)


@pytest.mark.parametrize(
    ("text", "value"),
    [("75", Decimal(75)), (None, None), ("", None), ("veel", None), ("NaN", None), ("Infinity", None)],
)
def test_what_is_no_number_is_unknown(text: str | None, value: Decimal | None) -> None:
    assert decimal(text) == value


def holds(
    data: object, order: Posting, *, today: date | None = SUMMER, answered: dict[str, bool] | None = None, **rate: Any
) -> Three:
    book = rule_book()
    candidate = Candidate(rate=Rate(**rate))
    situation = situate(order, candidate, OfficeProfile(), today, "zzp", answered or {}, book)
    return condition(data, book.terms).test(situation)


@pytest.mark.parametrize(
    ("data", "order", "more", "expected"),
    [
        ({"all": []}, posting(), {}, True),
        ({"any": []}, posting(), {}, False),
        ({"told": "placement_won"}, posting(), {}, False),
        ({"told": "placement_won"}, posting(), {"answered": {"placement_won": False}}, False),
        ({"told": "placement_won"}, posting(), {"answered": {"placement_won": True}}, True),
        ({"fact": "answer.g_rekening"}, posting(), {}, None),
        ({"fact": "answer.g_rekening"}, posting(), {"answered": {"g_rekening": False}}, False),
        ({"fact": "answer.g_rekening"}, posting(), {"answered": {"answer.g_rekening": True, "g_rekening": False}}, True),
        ({"title": ["griffier"]}, posting(title="Raadsgriffier (a.i.)"), {}, True),
        ({"title": ["griffier"]}, posting(title="GRIFFIER"), {}, True),
        ({"title": ["griffier"]}, posting(title="Griffiemedewerker"), {}, False),
        ({"title": ["griffier"]}, posting(title="Griffiersassistent"), {}, False),
        ({"title": ["griffier"]}, posting(), {}, False),
        ({"posting": {"das": True, "function_scale": "missing"}}, posting(das=True), {}, True),
        ({"posting": {"das": True, "function_scale": "missing"}}, posting(das=True, function_scale="9"), {}, False),
        ({"posting": {"das": False}}, posting(), {}, False),
        ({"posting": {"positions": "known"}}, posting(positions=0), {}, True),
        ({"amount": "own_rate <= 38.00"}, posting(), {"own": "38"}, True),
        ({"amount": "own_rate <= 38.00"}, posting(), {"own": "38.01"}, False),
        ({"amount": "own_rate <= 38.00"}, posting(), {"bid": "30"}, None),
        ({"amount": "bid_rate < rate_cap"}, posting(rate_cap="75"), {"bid": "75"}, False),
        ({"amount": "bid_rate >= rate_cap"}, posting(rate_cap="75"), {"bid": "75"}, True),
        ({"amount": "order_value > 1"}, posting(), {"bid": "75"}, True),
        ({"today_in": {"from": date(2026, 7, 1)}}, posting(), {}, True),
        ({"today_in": {"from": date(2026, 7, 2)}}, posting(), {}, False),
        ({"today_in": {"until": date(2026, 7, 1)}}, posting(), {}, True),
        ({"today_in": {"until": date(2026, 6, 30)}}, posting(), {}, False),
        ({"today_in": {"until": date(2026, 6, 30)}}, posting(), {"today": None}, None),
        ({"period_touches": {"from": date(2026, 11, 2)}}, posting(), {}, True),
        ({"period_touches": {"from": date(2026, 11, 3)}}, posting(), {}, False),
        ({"period_touches": {"until": date(2026, 8, 3)}}, posting(), {}, True),
        ({"period_touches": {"until": date(2026, 8, 2)}}, posting(), {}, False),
        ({"period_touches": {"from": date(2027, 1, 1)}}, posting(duration_months=None), {}, None),
        ({"criterion": {"type": "education", "kind": "award"}}, posting(criteria=(criterion(Education(level="mbo")),)), {},
         False),
        ({"criterion": {"type": "education", "level": "MBO"}}, posting(criteria=(criterion(Education(level="mbo-4")),)), {},
         True),
    ],
)  # fmt: skip
def test_the_words_of_a_condition(data: object, order: Posting, more: dict[str, Any], expected: Three) -> None:
    assert holds(data, order, **more) is expected
