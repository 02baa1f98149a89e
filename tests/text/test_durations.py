"""Durations as intervals of months: what the words allow, no more."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.model.base import Months
from core.text.durations import Duration, find_durations, interval_text, months_text
from core.text.source import source

NO_LIMIT = None


def read(text: str) -> list[Duration]:
    return list(find_durations(source(text, "cv").text))


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("3 jaar", 36, 36),
        ("3 Jaar", 36, 36),
        ("3jaar", 36, 36),
        ("5 jr.", 60, 60),
        ("5jr", 60, 60),
        ("3j ervaring", 36, 36),
        ("3 j ervaring", 36, 36),
        ("2 jaren", 24, 24),
        ("één jaar", 12, 12),
        ("een jaar", 12, 12),
        ("twee jaar", 24, 24),
        ("vijftien jaar", 180, 180),
        ("drieëntwintig jaar", 276, 276),
        ("drie (3) jaar", 36, 36),
        ("3 (drie) jaar", 36, 36),
        ("18 mnd", 18, 18),
        ("18mnd", 18, 18),
        ("7 maanden maanden", 7, 7),
        ("4 x 3 maand(en)", 3, 3),
        ("2x6 maanden", 6, 6),
        ("twee (2) keer zes (6) maanden", 6, 6),
        ("1 maand", 1, 1),
        ("6 weken", 1, 2),
        ("2 kwartalen", 6, 6),
        ("een half jaar", 6, 6),
        ("half jaar", 6, 6),
        ("een halfjaar", 6, 6),
        ("anderhalf jaar", 18, 18),
        ("1,5 jr", 18, 18),
        ("2.5 jaar", 30, 30),
        ("2½ jaar", 30, 30),
        ("tweeënhalf jaar", 30, 30),
        ("twee en een half jaar", 30, 30),
        ("drieëneenhalf jaar", 42, 42),
        ("3 jaar en 2 maanden", 38, 38),
        ("1 jaar, 8 maanden", 20, 20),
        ("2 jr 3 mnd", 27, 27),
        ("twee jaar en zes maanden", 30, 30),
        ("3 jaar en\n2 maanden", 38, 38),
        ("2j 3m", 27, 27),
        ("2j6mnd", 30, 30),
        ("10-jarige ervaring", 120, 120),
        ("vijfjarige werkervaring", 60, 60),
        ("2 à 3 jaar", 24, 36),
        ("2 a 3 jaar", 24, 36),
        ("2-3 jaar", 24, 36),
        ("2 of 3 jaar", 24, 36),
        ("6 - 8 maanden", 6, 8),
        ("6 tot 12 maanden", 6, 12),
        ("van 2 tot 3 jaar", 24, 36),
        ("tussen 2 en 3 jaar", 24, 36),
        ("tussen de 2 en 3 jaar", 24, 36),
        ("tussen 6 maanden en 2 jaar", 6, 24),
        ("6 maanden tot 1 jaar", 6, 12),
        ("half jaar tot een jaar", 6, 12),
        ("10+ jaar", 120, NO_LIMIT),
        ("10 + jaar", 120, NO_LIMIT),
        ("5 jaar+", 60, NO_LIMIT),
        ("3 jaar of meer", 36, NO_LIMIT),
        ("3 jaar of langer", 36, NO_LIMIT),
        ("meer dan vijf jaar", 60, NO_LIMIT),
        ("> 5 jaar", 60, NO_LIMIT),
        ("langer dan 5 jaar", 60, NO_LIMIT),
        ("minimaal 3 jaar", 36, NO_LIMIT),
        ("minimaal drie (3) jaar", 36, NO_LIMIT),
        ("min. 3 jaar", 36, NO_LIMIT),
        ("ten minste 3 jaar", 36, NO_LIMIT),
        ("minstens 3 jaar", 36, NO_LIMIT),
        ("minimaal 1 jaar en 6 maanden", 18, NO_LIMIT),
        ("ruim 10 jaar", 120, 131),
        ("dik 2 jaar", 24, 35),
        ("een goede 10 jaar", 120, 131),
        ("ruim een jaar", 12, 23),
        ("ruim 6 maanden", 6, 7),
        ("bijna 4 jaar", 42, 47),
        ("krap 2 jaar", 18, 23),
        ("nog geen 2 jaar", 18, 23),
        ("zo'n 5 jaar", 54, 66),
        ("ca. 5 jaar", 54, 66),
        ("ongeveer 2 jaar", 18, 30),
        ("een jaar of vier", 42, 54),
        ("maximaal 2 jaar", 0, 24),
        ("hooguit 2 jaar", 0, 24),
        ("minder dan 2 jaar", 0, 23),
        ("2 years", 24, 24),
        ("two years and 3 months", 27, 27),
        ("10+ years of experience", 120, NO_LIMIT),
        # the number before a joint doesn't always belong to the unit
        ("schaal 8 - 3 jaar ervaring", 36, 36),
        ("sinds 2021 en 3 jaar bij de gemeente", 36, 36),
        ("mbo 4, 3 jr gemeente Delft", 36, 36),
        ("mbo-4 3 jaar", 36, 36),
    ],
)
def test_a_duration_is_an_interval_of_months(text: str, low: int, high: int | None) -> None:
    (found,) = read(text)
    assert (found.months.low, found.months.high) == (low, high)


@pytest.mark.parametrize(
    "text",
    [
        "een paar jaar",
        "enkele jaren",
        "meerdere jaren ervaring",
        "jarenlange ervaring",
        "het hele jaar",
        "eerste jaar",
        "1e jaar",
        "2019 jaar",
        "36 uur per week",
        "week 34",
        "45 jaar oud",
        "leeftijd: 45 jaar",
        "jonger dan 30 jaar",
        "een 4-jarige opleiding",
        "3 januari",
        "J. de Vries",
        "drie (4) jaar",
    ],
)
def test_what_is_no_duration(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "tied"),
    [
        ("sinds 3 jaar", True),
        ("sinds ruim 3 jaar werkzaam", True),
        ("de laatste 4 jaar bij Almere", True),
        ("in de afgelopen vijf (5) jaar", True),
        ("nu 4 jaar TOPdesk", True),
        ("2 jaar tot heden", True),
        ("4 jaar TOPdesk", False),
        ("15 jr inkomensconsulent", False),
        ("ruim 10 jaar ervaring", False),
        ("in 2021 nu en dan 3 jaar", False),
    ],
)
def test_c4_only_laatste_nu_and_sinds_tie_a_duration_to_today(text: str, tied: bool) -> None:
    (found,) = read(text)
    assert found.tied_to_today is tied


def test_years_ago_is_a_moment() -> None:
    assert [found.ago for found in read("niet langer dan 8 jaar geleden, of 3 jaar terug, dan 2 jaar lang")] == [
        True,
        True,
        False,
    ]


def test_the_printed_number_stands_beside_what_the_words_allow() -> None:
    # P5 weighs "minder dan" and "meer dan" by its own rules, on the printed number
    for text, bound in [
        ("minder dan 2 jaar", "less"),
        ("meer dan 2 jaar", "more"),
        ("bijna 2 jaar", "almost"),
        ("2 jaar", None),
    ]:
        (found,) = read(text)
        assert found.printed == Months(low=24, high=24)
        assert found.bound == bound
        assert text[found.number_start] == "2"


def test_a_duration_shows_its_place() -> None:
    text = "Ervaring: ruim 10 jaar. Als griffier 18 mnd."
    assert [text[found.start : found.end] for found in find_durations(text)] == ["ruim 10 jaar", "18 mnd."]


@pytest.mark.parametrize(
    ("count", "text"),
    [
        (0, "0 maanden"),
        (1, "1 maand"),
        (5, "5 maanden"),
        (12, "1 jaar"),
        (13, "1 jaar en 1 maand"),
        (20, "1 jaar en 8 maanden"),
        (24, "2 jaar"),
    ],
)
def test_months_in_dutch(count: int, text: str) -> None:
    assert months_text(count) == text


@pytest.mark.parametrize(
    ("low", "high", "text"),
    [
        (24, 24, "2 jaar"),
        (24, 36, "2 tot 3 jaar"),
        (14, 36, "1 jaar en 2 maanden tot 3 jaar"),
        (6, 8, "6 tot 8 maanden"),
        (36, None, "3 jaar of meer"),
        (0, 24, "hooguit 2 jaar"),
        (0, None, "onbekend hoe lang"),
    ],
)
def test_an_interval_in_dutch(low: int, high: int | None, text: str) -> None:
    assert interval_text(Months(low=low, high=high)) == text


@given(st.integers(1, 480))
def test_what_months_text_says_is_read_back(count: int) -> None:
    (found,) = find_durations(months_text(count))
    assert found.months == Months(low=count, high=count)


@given(st.text(alphabet="0123456789 -,.()+½enaoftjrmdwk", max_size=60))
def test_whatever_is_written_an_interval_is_one(text: str) -> None:
    end = 0
    for found in find_durations(text):
        assert end <= found.start <= found.number_start < found.end <= len(text)
        end = found.end
        assert found.months.low >= 0
        assert found.months.high is None or found.months.low <= found.months.high
