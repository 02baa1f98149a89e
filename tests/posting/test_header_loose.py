"""P12: header values without a label, glued to one another, or in a sentence."""

from typing import Any

import pytest

from core.model.posting import Hours, Posting
from core.posting.reader import read_posting

REST = "\n\nOpdracht\nJe helpt inwoners van de gemeente Hoogwoud.\n\nEisen\n1. Ervaring met Suite\n"


def read(top: str) -> Posting:
    return read_posting(top + REST)


def test_p12_values_glued_to_the_next_label() -> None:
    posting = read(
        "Consulent Wmo\nOpdrachtgever: Gemeente HoogwoudStandplaats: HoogwoudStart: Z.S.M.Einddatum: 31-12-2026"
        "Uren: 28 per weekSluit op: 24 augustus 2026 om 10.00 uur"
    )
    assert (posting.title, posting.client, posting.region) == ("Consulent Wmo", "gemeente Hoogwoud", "Hoogwoud")
    assert (posting.start, posting.hours_per_week) == ("Z.S.M.", Hours(min=28, max=28))
    assert posting.closing == "2026-08-24T10:00:00+02:00"


@pytest.mark.parametrize(
    ("line", "reference", "title"),
    [
        ("DOS-2026-1234 - Consulent Wmo", "DOS-2026-1234", "Consulent Wmo"),
        ("Consulent Wmo (DOS-2026-1234)", "DOS-2026-1234", "Consulent Wmo"),
        ("30661 Consulent Wmo", "30661", "Consulent Wmo"),
        ("[30661] Consulent Wmo", "30661", "Consulent Wmo"),
        ("Aanvraag 30661: Consulent Wmo", "30661", "Consulent Wmo"),
        ("Consulent Wmo - aanvraag 30661", "30661", "Consulent Wmo"),
        ("Consulent Wmo 2026", None, "Consulent Wmo 2026"),
        ("2 consulenten Wmo", None, "2 consulenten Wmo"),
        ("Boa domein 1", None, "Boa domein 1"),
    ],
)
def test_p12_a_number_in_the_line_of_the_title(line: str, reference: str | None, title: str) -> None:
    posting = read(f"{line}\nRegio: Utrecht")
    assert (posting.reference, posting.title) == (reference, title)


@pytest.mark.parametrize(
    ("line", "values"),
    [
        (
            "bij de gemeente Strandzijde, 36 uur, start 15 september 2026, sluit op 31 augustus 2026 om 12:00 uur (aanvraag 77012)",
            {"reference": "77012", "start": "2026-09-15", "hours_per_week": Hours(min=36, max=36)},
        ),
        ("Periode 01-10-2026 - 30-09-2027, 32-36 u/w", {"start": "2026-10-01", "duration_months": 12, "hours_per_week": Hours(min=32, max=36)}),
        ("Per direct | 24-32 uur p/w | Utrecht", {"hours_per_week": Hours(min=24, max=32), "region": "Utrecht"}),
        ("De opdracht duurt naar verwachting 9 maanden.", {"duration_months": 9}),
        ("De looptijd van de opdracht is 6 maanden.", {"duration_months": 6}),
        ("De opdracht start per 1 oktober 2026.", {"start": "2026-10-01"}),
        ("Je begint als consulent en werkt samen met 12 collega's.", {"start": None, "duration_months": None, "hours_per_week": None}),
    ],
)  # fmt: skip
def test_p12_a_header_in_a_sentence(line: str, values: dict[str, Any]) -> None:
    posting = read(f"Consulent Wmo\n{line}")
    assert {name: getattr(posting, name) for name in values} == values


@pytest.mark.parametrize(
    ("lines", "closing"),
    [
        ("Verloopt op: vrijdag 11 september 2026\nTijd: 09.00 uur", "2026-09-11T09:00:00+02:00"),
        ("Verloopt op: vrijdag 11 september 2026\n\nTijdstip: 09:00", "2026-09-11T09:00:00+02:00"),
        ("Verloopt op: vrijdag 11 september 2026\nGesprekken: 14 september 2026\nTijd: 13.00 uur", "2026-09-11"),
    ],
)
def test_p7_a_time_below_the_closing_date_is_its_own(lines: str, closing: str) -> None:
    assert read(f"Consulent Wmo\n{lines}").closing == closing


def test_p8_questions_and_interviews_named_in_their_own_line() -> None:
    posting = read_posting(
        "Consulent Wmo\nDeadline 10 september 2026 10:00\n\nVragen? Stel ze uiterlijk 3 september 2026 om 12:00 uur.\n\n"
        "EISEN\nEis 1. Ervaring met Suite\nEis 2. Hbo\n\nWENSEN\n1. Ervaring. Weging: 60 %\n2. Motivatie. Weging: 40 %\n\n"
        "Gesprekken: maandag 7 september 2026 van 09:00 tot 12:00 uur.\n"
    )
    assert posting.questions_until == "2026-09-03T12:00:00+02:00"
    assert [meeting.date for meeting in posting.interviews] == ["2026-09-07"]
    assert {notice.code for notice in posting.notices} == {"date_order", "numbering_restarts"}
