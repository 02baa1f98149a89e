"""No text makes a reader go back and forth: garbage of 30,000 characters is read at once, or this test hangs."""

from collections.abc import Callable

import pytest

from core.intake import recognise
from core.text.dates import find_dates, find_periods, find_time
from core.text.days import find_day_groups, find_hour_spans
from core.text.durations import find_durations
from core.text.money import find_amounts
from core.text.numbers import find_numbers
from core.text.source import source

LENGTH = 30_000
READERS: list[Callable[[str], object]] = [
    find_dates,
    find_periods,
    find_time,
    find_day_groups,
    find_hour_spans,
    find_durations,
    find_amounts,
    find_numbers,
    recognise,
    lambda text: source(text, "x"),
]


@pytest.mark.parametrize(
    "piece",
    [
        " ",
        "1",
        "1-",
        "1 ",
        "2019-",
        "2019 / ",
        "een ",
        "en een half ",
        "mei ",
        "begin van ",
        "minimaal ",
        "1 jaar en ",
        "2 tot ",
        "ma, ",
        "€ ",
        "(",
        "'",
        "&amp",
        "<p ",
        "**",
        "a\u0301",
    ],
)
def test_garbage_is_read_in_one_pass(piece: str) -> None:
    text = piece * (LENGTH // len(piece))
    for read in READERS:
        read(text)
