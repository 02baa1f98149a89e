"""Working days and hours a week."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.model.posting import Weekday
from core.text.days import find_day_groups, find_hour_spans, find_hours, find_weekdays
from core.text.source import source

WEEK: tuple[Weekday, ...] = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("maandag", "mon"),
        ("op maandagen", "mon"),
        ("dinsdagochtend en woensdagmiddag", "tue wed"),
        ("maandag- en dinsdagmiddag", "mon tue"),
        ("ma t/m do", "mon tue wed thu"),
        ("ma tm vr", "mon tue wed thu fri"),
        ("ma-do", "mon tue wed thu"),
        ("ma – vr", "mon tue wed thu fri"),
        ("maandag tot en met vrijdag", "mon tue wed thu fri"),
        ("di, wo en do", "tue wed thu"),
        ("di, wo\nen do", "tue wed thu"),
        ("ma/di/do", "mon tue thu"),
        ("ma + do", "mon thu"),
        ("dinsdag- woensdag-donderdag", "tue wed thu"),
        ("dinsdag-woensdag-vrijdag", "tue wed fri"),
        ("op in ieder geval dinsdag, woensdag en donderdag", "tue wed thu"),
        ("ma en di 12:00-17:00, wo, do, vr 08:30-13:30", "mon tue wed thu fri"),
        ("ma t/m wo en vr", "mon tue wed fri"),
        ("vr t/m ma", "mon fri sat sun"),
        ("niet op vrijdag", "fri"),
        ("niet op vr", "fri"),
        ("behalve wo", "wed"),
        ("Monday to Thursday", "mon tue wed thu"),
        ("alle werkdagen", "mon tue wed thu fri"),
        ("doordeweeks", "mon tue wed thu fri"),
        ("5 dagen per week", "mon tue wed thu fri"),
        ("maandag 20 juli 2026", "mon"),
        # words that look like days
        ("hbo/wo-niveau", ""),
        ("wo niveau", ""),
        ("zo spoedig mogelijk", ""),
        ("zo'n 5 dagen", ""),
        ("zo en zo", ""),
        ("wat je moet do", ""),
        ("in overleg", ""),
        ("3 dagen per week", ""),
        ("zaterdagkrant", ""),
        ("di Maria", ""),
    ],
)
def test_days_of_the_week(text: str, days: str) -> None:
    assert find_weekdays(source(text, "posting").text) == tuple(days.split())


def test_groups_of_days_with_their_places() -> None:
    text = "beschikbaar ma t/m do, maar niet op vr"
    assert [(text[hit.start : hit.end], hit.days) for hit in find_day_groups(text)] == [
        ("ma t/m do", ("mon", "tue", "wed", "thu")),
        ("vr", ("fri",)),
    ]


@pytest.mark.parametrize("joint", [" t/m ", "-", " tot en met "])
@pytest.mark.parametrize("first", range(5))
@pytest.mark.parametrize("last", range(5))
def test_a_span_of_days_includes_both_ends(first: int, last: int, joint: str) -> None:
    short = ("ma", "di", "wo", "do", "vr")
    if first < last:
        assert find_weekdays(short[first] + joint + short[last]) == WEEK[first : last + 1]


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("36 uur", 36, 36),
        ("36 uur per week", 36, 36),
        ("zesendertig (36) uur per week", 36, 36),
        ("32u", 32, 32),
        ("32 u.", 32, 32),
        ("32-36 u/w", 32, 36),
        ("32-36 uur", 32, 36),
        ("32 – 36 uur", 32, 36),
        ("32/36 uur", 32, 36),
        ("16 tot 24 uur", 16, 24),
        ("van 16 tot 24 uur", 16, 24),
        ("24 tot 27 uur per week", 24, 27),
        ("24 uur tot 27 uur per week", 24, 27),
        ("32 à 36 uur", 32, 36),
        ("tussen de 24 en 32 uur", 24, 32),
        ("min. 16 max. 24 uur", 16, 24),
        ("minimaal 16 en maximaal 24 uur per week", 16, 24),
        ("minimaal 32 uur", 32, None),
        ("max 32 uur", None, 32),
        ("28 per week", 28, 28),
        ("36 uur p/w", 36, 36),
        ("36 u p.w.", 36, 36),
        ("36 uur/week", 36, 36),
        ("32 upw", 32, 32),
        ("36 uur in de week", 36, 36),
        ("2 uur per week", 2, 2),
        ("36-urige werkweek", 36, 36),
        ("36 uur per week, waarvan minimaal 16", 36, 36),
        ("4 x 9 uur", 36, 36),
        ("4x8 uur", 32, 32),
        ("3 dagen van 8 uur", 24, 24),
        ("4 dagen, 32 uur", 32, 32),
        ("0,8 fte", 28.8, 32),
        ("1 fte", 36, 40),
        ("0,67-0,89 fte", 24.1, 35.6),
        ("fulltime", 36, 40),
        ("voltijds", 36, 40),
        ("fulltime (36 uur)", 36, 36),
        ("32 hours a week", 32, 32),
        ("37,5 uur", 37.5, 37.5),
        ("€ 61,50, 36 uur, per direct", 36, 36),
        ("per 1 september 2026, 24 uur", 24, 24),
        ("2019-2021, 32 uur per week", 32, 32),
    ],
)
def test_hours_a_week(text: str, least: float | None, most: float | None) -> None:
    hours = find_hours(source(text, "posting").text)
    assert hours is not None
    assert (hours.min, hours.max) == (least, most)


@pytest.mark.parametrize(
    "text",
    [
        "09:00 uur",
        "09.00 uur",
        "om 9 uur",
        "vóór 12 uur",
        "van 15:00 uur tot 17:30 uur",
        "van 9 tot 17 uur",
        "binnen 24 uur",
        "24 uur van tevoren",
        "24 uur per dag",
        "8 uur per dag",
        "10 uur per maand",
        "40 uur training",
        "€ 82 per uur",
        "per uur",
        "24/7",
        "mbo 4",
        "2 uur",
        "100 uur",
        "3 dagen per week",
        "1,5 fte",
        "35-7510777",
    ],
)
def test_what_are_no_hours_a_week(text: str) -> None:
    assert find_hours(source(text, "posting").text) is None


def test_a_hit_ends_before_the_full_stop() -> None:
    text = "Vast op ma en di. Daarna 24 uur."
    assert [text[hit.start : hit.end] for hit in find_day_groups(text)] == ["ma en di"]
    assert [text[hit.start : hit.end] for hit in find_hour_spans(text)] == ["24 uur"]


def test_hours_show_their_place() -> None:
    text = "Inzet: 16 tot 24 uur per week, in overleg"
    (hit,) = find_hour_spans(text)
    assert text[hit.start : hit.end] == "16 tot 24 uur per week"


@given(st.text(max_size=60))
def test_any_text_can_be_searched_for_days_and_hours(text: str) -> None:
    for group in find_day_groups(text):
        assert 0 <= group.start < group.end <= len(text)
    for hit in find_hour_spans(text):
        assert 0 <= hit.start < hit.end <= len(text)
