"""P7, P8: the dates of the procedure, and what doesn't fit among them."""

import pytest

from core.posting.reader import read_posting

HEADER = "Adviseur\nAanvraagnummer 12\nEinde inschrijfdatum dinsdag 14 juli 2026\nEindtijd 09:00 uur\nRegio Utrecht\n\nPlanning\n"


def codes(text: str) -> list[str]:
    return [notice.code for notice in read_posting(text).notices]


@pytest.mark.parametrize(
    ("sentence", "closing"),
    [
        (
            "De reactietermijn van deze inhuuropdracht duurt tot maandag 29 juni 2026, 09:00 uur. Tot die tijd kan je reageren.",
            "2026-06-29T09:00:00+02:00",
        ),
        ("Reageren is mogelijk tot en met 3 maart 2026.", "2026-03-03"),
        ("Je kunt uw cv insturen tot uiterlijk 3 maart 2026 om 17.00 uur.", "2026-03-03T17:00:00+01:00"),
        ("Inschrijven kan tot donderdag 11 juni 2026, 09.00 uur.", "2026-06-11T09:00:00+02:00"),
        ("Tot 3 maart 2026 kunt u reageren.", "2026-03-03"),
        ("De sluitingsdatum is 3 maart 2026.", "2026-03-03"),
    ],
)
def test_the_closing_moment_in_a_sentence(sentence: str, closing: str) -> None:
    assert read_posting(f"Adviseur\n\nPlanning\n{sentence}\n").closing == closing


def test_p7_the_header_governs_and_both_are_shown() -> None:
    posting = read_posting(HEADER + "De reactietermijn duurt tot donderdag 16 juli 2026, 09.00 uur.")
    assert posting.closing == "2026-07-14T09:00:00+02:00"
    assert posting.closing_other == ("2026-07-16T09:00:00+02:00",)
    (notice,) = [one for one in posting.notices if one.code == "conflicting_dates"]
    assert "14 juli" in notice.text
    assert "16 juli" in notice.text
    assert notice.question
    (deadline,) = [item for item in posting.bid_checklist if item.id == "deadline"]
    assert "14 juli" in deadline.text


def test_p7_reminders_go_by_the_earlier_moment() -> None:
    posting = read_posting(HEADER + "De reactietermijn duurt tot vrijdag 10 juli 2026, 09.00 uur.")
    (deadline,) = [item for item in posting.bid_checklist if item.id == "deadline"]
    assert deadline.text.index("10 juli") < deadline.text.index("14 juli")


def test_p7_the_same_moment_twice_is_no_conflict() -> None:
    assert codes(HEADER + "De reactietermijn duurt tot dinsdag 14 juli 2026, 09.00 uur.") == []
    assert codes("Adviseur\nSluitingsdatum: 14 juli 2026\n\nPlanning\nReageren kan tot 14 juli 2026, 09.00 uur.") == []


def test_p7_the_time_may_stand_in_the_text() -> None:
    text = "Adviseur\nSluitingsdatum: 14 juli 2026\n\nPlanning\nReageren kan tot 14 juli 2026, 09.00 uur."
    assert read_posting(text).closing == "2026-07-14T09:00:00+02:00"


@pytest.mark.parametrize(
    "sentence",
    [
        "De gesprekken zijn gepland op maandag 13 juli 2026.",
        "De antwoorden worden op woensdag 15 juli 2026 gepubliceerd.",
        "Vragen kunnen tot woensdag 15 juli 2026 worden gesteld.",
        "Vragen kunnen tot woensdag 8 juli 2026 worden gesteld. De antwoorden worden op dinsdag 7 juli 2026 gepubliceerd.",
    ],
)
def test_p8_the_order_of_the_dates(sentence: str) -> None:
    assert codes(HEADER + sentence) == ["date_order"]


@pytest.mark.parametrize(
    "sentence",
    [
        "De gesprekken zijn gepland op maandag 20 juli 2026. De kandidaten die hiervoor uitgenodigd zijn, ontvangen uiterlijk op donderdag 9 juli 2026 bericht.",
        "Vragen kunnen ingediend worden tot woensdag 8 juli 2026, 09.00 uur. De antwoorden worden op vrijdag 10 juli 2026 gepubliceerd.",
        "De opdracht sluit aan op het project dat op 1 januari 2026 begon.",
        "Gepubliceerd op 1 juli 2026.",
    ],
)
def test_p8_dates_in_their_order(sentence: str) -> None:
    assert codes(HEADER + sentence) == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "De gesprekken zijn op donderdag 16 juli 2026, tussen 12:00 uur en 13:00 uur.",
            [("2026-07-16", "12:00", "13:00")],
        ),
        (
            "De gesprekken zijn gepland op maandag 20 juli 2026 en/of dinsdag 21 juli 2026 van 09:30 uur tot 15:30 uur.",
            [("2026-07-20", "09:30", "15:30"), ("2026-07-21", "09:30", "15:30")],
        ),
        ("Interviews: 20 en 21 juli 2026", [("2026-07-20", None, None), ("2026-07-21", None, None)]),
        ("Het selectiegesprek is op 20 juli 2026 om 10.00 uur.", [("2026-07-20", "10:00", None)]),
        ("De gesprekken vinden plaats op maandag 20 juli van 9.00 tot 12.00 uur.", [("2026-07-20", "09:00", "12:00")]),
        ("De gesprekken worden in overleg gepland.", []),
    ],
)
def test_the_interviews(sentence: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    interviews = read_posting(HEADER + sentence).interviews
    assert [(one.date, one.from_, one.to) for one in interviews] == expected


def test_questions_about_the_bid_are_questions() -> None:
    posting = read_posting(
        HEADER + "Vragen over de inschrijving kunnen worden gesteld tot maandag 6 juli 2026, 12:00 uur."
    )
    assert posting.questions_until == "2026-07-06T12:00:00+02:00"
    assert posting.closing_other == ()
