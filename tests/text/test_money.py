"""Amounts of money, and what is none."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.text.money import find_amounts
from core.text.source import source


def read(text: str) -> list[tuple[str, str | None]]:
    return [(str(amount.value), amount.per) for amount in find_amounts(source(text, "cv").text)]


@pytest.mark.parametrize(
    ("text", "value", "per"),
    [
        ("€ 61,50", "61.50", None),
        ("€82", "82", None),
        ("zzp, € 82.", "82", None),
        ("€ 82,-", "82", None),
        ("€ 82,--", "82", None),
        ("€49,25,-", "49.25", None),
        ("€ 82.50", "82.50", None),
        ("€ 1.250", "1250", None),
        ("€ 1.250,75", "1250.75", None),
        ("€400.000", "400000", None),
        ("€ 2,5 miljoen", "2500000.0", None),
        ("€ 75k", "75000", None),
        ("EUR 75", "75", None),
        ("75 euro", "75", None),
        ("75 EUR", "75", None),
        ("75 €", "75", None),
        ("82 euro p/u", "82", "hour"),
        ("75,- per uur", "75", "hour"),
        ("82,00 per uur", "82.00", "hour"),
        ("85 p/u", "85", "hour"),
        ("85 per uur", "85", "hour"),
        ("€ 82,50/uur", "82.50", "hour"),
        ("€ 82,50 / uur", "82.50", "hour"),
        ("€ 2,25 per gewerkt uur", "2.25", "hour"),
        ("€ 85 excl. btw per uur", "85", "hour"),
        ("€ 85 (excl. btw) per uur", "85", "hour"),
        ("€ 85 an hour", "85", "hour"),
        ("€ 3.500 bruto per maand", "3500", "month"),
        ("2.250,- p/m", "2250", "month"),
        ("€ 650 per dag", "650", "day"),
        ("tarief 85", "85", "hour"),
        ("Tarief: 85,00", "85.00", "hour"),
        ("tarief: € 85", "85", "hour"),
        ("uurtarief max 90", "90", "hour"),
        ("uurtarief (excl. btw): 90", "90", "hour"),
        ("tarief all-in 92,50", "92.50", "hour"),
        ("Maximum uurtarief van €49,25,-", "49.25", "hour"),
        ("zelf vraagt ze 70 excl. btw", "70", "hour"),
        ("biedtarief 82,50", "82.50", "hour"),
        ("all-in tarief: 92", "92", "hour"),
        ("tarief € 680 per dag", "680", "day"),
    ],
)
def test_one_amount(text: str, value: str, per: str | None) -> None:
    ((read_value, read_per),) = read(text)
    assert Decimal(read_value) == Decimal(value)
    assert read_per == per


@pytest.mark.parametrize(
    "text",
    [
        "2,5 jaar",
        "36 uur per week",
        "tarief in overleg",
        "tarief 36 uur",
        "schaal 9",
        "uurtarief 2019",
        "100 gesprekken per uur",
        "120 km per uur",
        "5 p.m.",
        "09:00 uur",
        "29-06-2026",
        "035-7510777",
        "70%",
        "5 per week",
        "inkoop 15 jaar",
        "Geen maximum",
    ],
)
def test_no_amount(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("€ 80-85", [("80", None), ("85", None)]),
        ("€ 80 - 85 per uur", [("80", "hour"), ("85", "hour")]),
        ("€ 80 - € 85 per uur", [("80", "hour"), ("85", "hour")]),
        ("tussen € 80 en € 85 p/u", [("80", "hour"), ("85", "hour")]),
        ("€ 80 tot € 85", [("80", None), ("85", None)]),
        ("€ 82 per uur, reiskosten € 25", [("82", "hour"), ("25", None)]),
    ],
)
def test_two_amounts(text: str, amounts: list[tuple[str, str | None]]) -> None:
    assert read(text) == amounts


def test_an_amount_shows_its_place() -> None:
    text = "zzp, tarief: € 82,50 per uur excl. btw"
    (amount,) = find_amounts(text)
    assert text[amount.start : amount.end] == "€ 82,50 per uur"


@given(st.decimals(Decimal("0.01"), Decimal("999999.99"), places=2), st.sampled_from(["€ ", "€", "EUR ", "€ \u00a0"]))
def test_every_amount_is_read_as_dutch_writes_it(value: Decimal, sign: str) -> None:
    written = f"{value:,.2f}".replace(",", "_").replace(".", ",").replace("_", ".")
    assert [amount.value for amount in find_amounts(source(f"voor {sign}{written} totaal", "cv").text)] == [value]


@given(st.text(alphabet="0123456789€ .,-/eurtaifpk", max_size=50))
def test_any_text_can_be_searched_for_amounts(text: str) -> None:
    end = 0
    for amount in find_amounts(text):
        assert end <= amount.start < amount.end <= len(text)
        end = amount.end
