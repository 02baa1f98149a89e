"""Full dates with their times, in every form that postings use, and ISO 8601 out."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.text.dates import find_dates, find_time, iso_datetime
from core.text.source import source


def read(text: str) -> list[tuple[date, time | None]]:
    return [(hit.date, hit.time) for hit in find_dates(source(text, "posting").text)]


NINE = time(9)


@pytest.mark.parametrize(
    ("text", "day", "clock"),
    [
        ("24 juni 2026", date(2026, 6, 24), None),
        ("maandag 29 juni 2026", date(2026, 6, 29), None),
        ("ma. 29 juni 2026", date(2026, 6, 29), None),
        ("vrijdag 27 januari 2023", date(2023, 1, 27), None),
        ("1 aug. '26", date(2026, 8, 1), None),
        ("1 aug. ’26", date(2026, 8, 1), None),
        ("24ste oktober, 2025", date(2025, 10, 24), None),
        ("1e juli 2026", date(2026, 7, 1), None),
        ("05 February 2025", date(2025, 2, 5), None),
        ("February 5, 2025", date(2025, 2, 5), None),
        ("5th of March 2025", date(2025, 3, 5), None),
        ("3-6-2024", date(2024, 6, 3), None),
        ("03/06/2024", date(2024, 6, 3), None),
        ("03.06.2024", date(2024, 6, 3), None),
        ("03-06-24", date(2024, 6, 3), None),
        ("2026-06-24", date(2026, 6, 24), None),
        ("2026-06-24T09:00:00", date(2026, 6, 24), NINE),
        ("Sluit op 30 juni 2026 om 12u", date(2026, 6, 30), time(12)),
        ("29\u00a0juni\u00a02026", date(2026, 6, 29), None),
        ("29 juni\n\n2026", date(2026, 6, 29), None),
        ("15 maart 2023, 15.00 uur", date(2023, 3, 15), time(15)),
        ("15 maart 2023, 15.00u", date(2023, 3, 15), time(15)),
        ("woensdag 8 juli 2026 09:00 uur", date(2026, 7, 8), NINE),
        ("woensdag 8 juli 2026 om 9.30 uur", date(2026, 7, 8), time(9, 30)),
        ("woensdag 8 juli 2026 om 9 uur", date(2026, 7, 8), NINE),
        ("woensdag 8 juli 2026, vóór 12:00", date(2026, 7, 8), time(12)),
        ("8 juli 2026 (09:00 uur)", date(2026, 7, 8), NINE),
        ("8-7-2026 09:00", date(2026, 7, 8), NINE),
        ("8 juli 2026 - 09.00 uur", date(2026, 7, 8), NINE),
        ("8 juli 2026 9u30", date(2026, 7, 8), time(9, 30)),
        ("8 juli 2026 17:30\n\nuur", date(2026, 7, 8), time(17, 30)),
        ("dinsdag 21 maart 2023 van 15:00 uur tot 17:30 uur", date(2023, 3, 21), time(15)),
        ("tussen 21 maart 2023 en later", date(2023, 3, 21), None),
        ("per 4 augustus 2026 beschikbaar voor 24 tot 27 uur", date(2026, 8, 4), None),
        ("per 4 augustus 2026 voor 16 uur per week", date(2026, 8, 4), None),
        ("4 augustus 2026, 16 uur per week", date(2026, 8, 4), None),
        ("29 juni 2026 25:00", date(2026, 6, 29), None),
    ],
)
def test_a_full_date(text: str, day: date, clock: time | None) -> None:
    assert read(text) == [(day, clock)]


@pytest.mark.parametrize(
    "text",
    [
        "31 juni 2026",
        "30-02-2026",
        "2026-13-01",
        "05/31/2019",
        "mei 2019",
        "01-2018",
        "29 juni",
        "16-03",
        "2026",
        "1.2.3",
        "versie 1.2.2020.4",
        "035-7510777",
        "06-12-34-56-78",
        "DOS-2025-01-12-99",
    ],
)
def test_what_is_no_full_date(text: str) -> None:
    assert read(text) == []


def test_several_dates_in_a_sentence() -> None:
    text = "De gesprekken zijn op maandag 20 juli 2026 en/of dinsdag 21 juli 2026 van 09:30 uur tot 15:30 uur."
    assert read(text) == [(date(2026, 7, 20), None), (date(2026, 7, 21), time(9, 30))]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("20 en 21 juli 2026", [20, 21]),
        ("20, 21 of 22 juli 2026", [20, 21, 22]),
        ("maandag 20 en dinsdag 21 juli 2026", [20, 21]),
        ("maandag 20 juli en dinsdag 21 juli 2026", [20, 21]),
        ("20 t/m 24 juli 2026", [20, 24]),
        ("20/21 juli 2026", [20, 21]),
        ("knock-out 3 en 21 juli 2026", [3, 21]),
        ("fase 22, 21 juli 2026", [21]),
    ],
)
def test_days_that_share_their_month_and_year(text: str, days: list[int]) -> None:
    assert read(text) == [(date(2026, 7, day), None) for day in days]


def test_a_date_shows_its_place_weekday_and_time_included() -> None:
    text = "Uiterlijk vrijdag 17 maart 2023, 09.00 uur reageren."
    (hit,) = find_dates(text)
    assert text[hit.start : hit.end] == "vrijdag 17 maart 2023, 09.00 uur"


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("09:00 uur", NINE),
        ("Eindtijd 09.00 uur", NINE),
        ("15.00u", time(15)),
        ("9u30", time(9, 30)),
        ("12:00", time(12)),
        ("36 uur", None),
        ("€ 12.50", None),
        ("", None),
    ],
)
def test_a_time_on_its_own(text: str, clock: time | None) -> None:
    assert find_time(text) == clock


def test_iso_has_the_offset_of_amsterdam_where_a_time_is_given() -> None:
    assert iso_datetime(date(2026, 7, 14), NINE) == "2026-07-14T09:00:00+02:00"
    assert iso_datetime(date(2026, 12, 14), NINE) == "2026-12-14T09:00:00+01:00"
    assert iso_datetime(date(2026, 7, 14), None) == "2026-07-14"


@given(st.dates(date(1996, 1, 1), date(2049, 12, 31)), st.times())
def test_the_offset_is_that_of_the_zone_database(day: date, clock: time) -> None:
    clock = clock.replace(microsecond=0)
    aware = datetime.combine(day, clock, tzinfo=ZoneInfo("Europe/Amsterdam"))
    # what falls in the hour that is skipped or comes twice, has no one offset
    if aware.replace(fold=0).utcoffset() == aware.replace(fold=1).utcoffset():
        assert iso_datetime(day, clock) == aware.isoformat()


@given(
    st.dates(date(1950, 1, 1), date(2049, 12, 31)),
    st.sampled_from(["%d-%m-%Y", "%d/%m/%Y", "%d.%m.%Y", "%Y-%m-%d", "%d %B %Y", "%B %d, %Y"]),
)
def test_every_day_is_read_in_every_form(day: date, form: str) -> None:
    assert read(f"Sluitingsdatum: {day.strftime(form)}; reageren kan nog") == [(day, None)]


@given(st.text(max_size=60))
def test_any_text_can_be_searched_for_dates(text: str) -> None:
    end = 0
    for hit in find_dates(text):
        assert end <= hit.start < hit.end <= len(text)
        end = hit.end
    find_time(text)
