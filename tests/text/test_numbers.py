"""Numbers in digits, words or both, and the words round them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.text.numbers import Number, find_numbers, number_at
from core.text.source import source


def values(text: str) -> list[float]:
    return [number.value for number in find_numbers(source(text, "posting").text)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("3", 3),
        ("2,5", 2.5),
        ("2.5", 2.5),
        ("75.000", 75_000),
        ("1.250,50", 1250.5),
        ("drie", 3),
        ("Twaalf", 12),
        ("eenentwintig", 21),
        ("tweeëndertig", 32),
        ("negenennegentig", 99),
        ("honderd", 100),
        ("één", 1),
        ("anderhalf", 1.5),
        ("anderhalve", 1.5),
        ("een half", 0.5),
        ("2½", 2.5),
        ("½", 0.5),
        ("tweeënhalf", 2.5),
        ("drie (3)", 3),
        ("3 (drie)", 3),
        ("twee en een half", 2.5),
        ("five", 5),
    ],
)
def test_one_number(text: str, value: float) -> None:
    assert values(text) == [value]


@pytest.mark.parametrize(
    "text", ["tientallen", "een kandidaat", "een paar", "eens", "tweede", "drieluik", "abc1", "drie (4)"]
)
def test_no_number(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "approx"),
    [
        ("10", None),
        ("ruim 10", "over"),
        ("meer dan 10", "over"),
        ("minimaal 10", "over"),
        ("10+", "over"),
        ("10 of meer", "over"),
        ("bijna 4", "under"),
        ("maximaal 10", "under"),
        ("ca. 10", "about"),
        ("(circa 10)", "about"),
        ("zo'n 680 mensen", "about"),
    ],
)
def test_the_words_round_a_number(text: str, approx: str | None) -> None:
    (number,) = find_numbers(text)
    assert number.approx == approx


def test_numbers_in_a_row_each_with_its_place() -> None:
    text = "minimaal 2 of drie (3) referenties, 10 %"
    assert [text[number.start : number.end] for number in find_numbers(text)] == ["2", "drie (3)", "10"]


def test_a_number_at_a_place() -> None:
    assert number_at("een jaar", 0) == Number(1.0, 0, 3)
    assert number_at("al 12 jaar", 3) == Number(12.0, 3, 5)
    assert number_at("al 12 jaar", 0) is None


@given(st.text(max_size=60))
def test_any_text_can_be_searched_for_numbers(text: str) -> None:
    for number in find_numbers(text):
        assert 0 <= number.start < number.end <= len(text)
        assert number.value >= 0
