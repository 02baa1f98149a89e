"""What a reminder says: amounts, variants, checks, order, source."""

from datetime import date
from decimal import Decimal

import pytest

from core.compliance import ASKED
from core.compliance.placeholders import euro
from core.model.base import Evidence
from core.model.posting import ChecklistItem, Extension, Hours, Posting
from core.texts import say
from tests.compliance.bids import bid, posting, said


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        ("72.75", "€ 72,75"),
        ("75", "€ 75"),
        ("75.00", "€ 75"),
        ("2.5", "€ 2,50"),
        ("400000", "€ 400.000"),
        ("1234567.891", "€ 1.234.567,89"),
        ("0.005", "€ 0,01"),
        ("-3.25", "€ -3,25"),
    ],
)
def test_amounts_are_dutch(amount: str, text: str) -> None:
    assert euro(Decimal(amount)) == text


@pytest.mark.parametrize(
    ("fields", "rate", "text"),
    [
        (
            {"rate_cap": "75", "fee_per_hour": "2.25"},
            "70",
            "Maximum € 75; na fee (€ 2,25) resteert € 72,75. Controleer ook reis- en parkeerkosten.",
        ),
        (
            {"rate_cap": "75", "fee_per_hour": "2.25"},
            None,
            (
                "Maximum € 75; na fee (€ 2,25) resteert € 72,75. "
                "Controleer of je tarief, met reis- en parkeerkosten, onder het maximum blijft."
            ),
        ),
        ({"rate_cap": "75"}, "70", "Maximum € 75. Controleer ook reis- en parkeerkosten."),
        (
            {"fee_per_hour": "2.25"},
            "82",
            "De fee is € 2,25 per uur; van je tarief € 82 resteert € 79,75. Controleer ook reis- en parkeerkosten.",
        ),
        (
            {"fee_per_hour": "2.25"},
            None,
            "De fee is € 2,25 per uur en gaat van je tarief af. Controleer ook reis- en parkeerkosten.",
        ),
        (
            {"rate_cap": "75", "fee_per_hour": "0"},
            "82.50",
            (
                "Je tarief € 82,50 ligt boven het maximum van € 75. Bied je zo, dan kan je bieding terzijde gaan. "
                "Controleer ook reis- en parkeerkosten."
            ),
        ),
    ],
)
def test_ink4_what_the_cap_and_the_fee_leave(fields: dict[str, str], rate: str | None, text: str) -> None:
    assert said(posting(**fields), candidate=bid(rate))["INK4"].text == text


SROI = posting(
    clauses=("sroi",),
    sroi_threshold="400000",
    hours_per_week=Hours(min=32, max=36),
    extension=Extension(count=4, months=3),
)


@pytest.mark.parametrize(
    ("order", "rate", "text"),
    [
        (
            # 61.50 × 36 × 52/12 × 3 = 28,782; × 15 = 143,910
            SROI,
            "61.50",
            (
                "Geschatte waarde € 28.782, met opties € 143.910 (€ 61,50 × 36 uur per week × 15 maanden); "
                "SROI geldt boven € 400.000. Vraag of opties meetellen."
            ),
        ),
        (
            # 400,000 / 2,340 hours = 170.94
            SROI,
            None,
            (
                "SROI geldt boven € 400.000. Met opties kom je daar pas boven vanaf ongeveer € 171 per uur. "
                "Controleer je tarief en vraag of opties meetellen."
            ),
        ),
        (
            SROI.model_copy(update={"extension": None}),
            "61.50",
            (
                "Geschatte waarde € 28.782 (€ 61,50 × 36 uur per week × 3 maanden); SROI geldt boven € 400.000. "
                "Vraag of opties meetellen."
            ),
        ),
        (
            SROI.model_copy(update={"extension": Extension()}),
            "61.50",
            (
                "Geschatte waarde € 28.782 (€ 61,50 × 36 uur per week × 3 maanden), zonder opties; SROI geldt boven "
                "€ 400.000. Controleer de opties en vraag of ze meetellen."
            ),
        ),
        (
            SROI.model_copy(update={"sroi_threshold": None}),
            "61.50",
            (
                "Geschatte waarde € 28.782, met opties € 143.910 (€ 61,50 × 36 uur per week × 15 maanden). "
                "Controleer boven welk bedrag SROI geldt en vraag of opties meetellen."
            ),
        ),
        (
            # the cap is the most that it can be: 75 × 36 × 52/12 × 15 = 175,500
            SROI.model_copy(update={"rate_cap": "75"}),
            None,
            (
                "Geschatte waarde € 35.100, met opties € 175.500 (maximumtarief € 75 × 36 uur per week × 15 maanden); "
                "SROI geldt boven € 400.000. Vraag of opties meetellen."
            ),
        ),
        (
            Posting(clauses=("sroi",)),
            None,
            (
                "Controleer boven welk bedrag SROI geldt en wat de opdracht waard is (tarief × uren × duur). "
                "Vraag of opties meetellen."
            ),
        ),
        (
            Posting(clauses=("sroi",), sroi_threshold="400000"),
            "61.50",
            (
                "SROI geldt boven € 400.000. Controleer de opdrachtwaarde (tarief × uren × duur) en vraag of opties "
                "meetellen."
            ),
        ),
    ],
)
def test_ink3_the_estimate_shows_how_it_came_about(order: Posting, rate: str | None, text: str) -> None:
    assert said(order, candidate=bid(rate))["INK3"].text == text


@pytest.mark.parametrize(
    ("threshold", "severity"),
    [("28781.99", "action"), ("143909.99", "action"), ("143910", "information"), ("143910.01", "information")],
)
def test_ink3_is_an_action_only_above_the_threshold_with_options(threshold: str, severity: str) -> None:
    order = SROI.model_copy(update={"sroi_threshold": threshold})
    reminder = said(order, candidate=bid("61.50"))["INK3"]
    assert (reminder.severity, reminder.check) == (severity, False)


def test_ink3_unknown_options_can_hide_nothing_that_is_over_without_them() -> None:
    order = SROI.model_copy(update={"sroi_threshold": "28000", "extension": Extension()})
    reminder = said(order, candidate=bid("61.50"))["INK3"]
    assert (reminder.severity, reminder.check) == ("action", False)


def test_ink3_reckons_with_the_hours_that_both_allow() -> None:
    found = said(SROI, candidate=bid("60", hours=Hours(min=24, max=24)))
    assert "€ 60 × 24 uur per week × 15 maanden" in found["INK3"].text
    found = said(SROI, candidate=bid("60", hours=Hours(max=25.5)))
    assert "€ 60 × 25,5 uur per week" in found["INK3"].text


@pytest.mark.parametrize(
    ("until", "text"),
    [
        (
            "2026-07-08T09:00:00+02:00",
            "Schaal ontbreekt. Vraag de arbeidsvoorwaarden op vóór de vragendeadline (8-7-2026).",
        ),
        ("2026-06-30", "Schaal ontbreekt. Vraag de arbeidsvoorwaarden op, zo mogelijk vóór de vragendeadline."),
        (None, "Schaal ontbreekt. Vraag de arbeidsvoorwaarden op, zo mogelijk vóór de vragendeadline."),
    ],
)
def test_waa5_names_the_deadline_for_questions_while_it_lasts(until: str | None, text: str) -> None:
    assert said(posting(questions_until=until), "detachering")["WAA5"].text == text


def test_an_empty_placeholder_is_skipped() -> None:
    order = posting(clauses=("uea", "wet_dba", "sroi"), rate_cap="80", das=True)
    for form in ("zzp", "detachering", ASKED):
        for reminder in said(order, form).values():
            assert not set(reminder.text) & set("{}")
            assert "None" not in reminder.text


def test_what_hangs_on_an_unknown_contract_form_says_for_which_it_is() -> None:
    found = said(posting(extension=Extension(count=4, months=3)), ASKED)
    assert found["DBA3"].text.startswith("Alleen bij zzp of eigen bv: ")
    assert found["WAA1"].text.startswith("Alleen bij detachering, uitzend, doorleen of loondienst: ")
    assert found["DBA5"].text == (
        "Alleen bij zzp: Vanaf 2027 vervalt volgens het kabinet de rest van de zachte landing; "
        "verzuimboetes kunnen dan ook."
    )


def test_blockers_come_first_then_actions_then_information_in_the_order_of_the_rules() -> None:
    order = posting(
        clauses=("wet_dba", "vog", "insurance", "sroi", "uea"), das=True, extension=Extension(count=4, months=3)
    )
    found = said(order, "detachering", insured=False, das_admission=False, today=date(2026, 12, 1))
    assert [(one.severity, one.id) for one in found.values()] == [
        ("blocker", "INK1"),
        ("blocker", "INK5"),
        ("action", "WTT1"),
        ("action", "DBA1"),
        ("action", "WAA1"),
        ("action", "WAA5"),
        ("action", "WTT2"),
        ("action", "INK2"),
        ("action", "INK6"),
        ("information", "INK3"),
    ]


def test_every_reminder_names_its_law_its_source_and_its_date() -> None:
    reminder = said(posting(), "detachering")["WAA1"]
    assert reminder.basis == "art. 7a Waadi"
    assert reminder.source == "inspectieszw.nl (z.d.); kvk.nl (z.d.)"
    assert reminder.verified_on == "2026-11-22"
    assert said(posting(clauses=("vog",)))["INK6"].source == "de uitvraag"


def test_the_postings_own_sentence_supports_a_reminder() -> None:
    quote = Evidence(source="posting", quote="dient aannemelijk te maken", start=10, end=36)
    item = ChecklistItem(id="dba_substantiation", text="Onderbouwing", blocker=True, evidence=(quote,))
    found = said(posting(clauses=("wet_dba",), bid_checklist=(item,)))
    assert found["DBA1"].evidence == (quote,)


def test_q8_what_the_office_told_is_used_with_its_date() -> None:
    found = said(
        posting(), "detachering", registered_as_lender=False, recorded_on={"registered_as_lender": "2026-06-01"}
    )
    assert found["WAA1"].evidence == (
        Evidence(source="answer", quote="Als uitlener in het Handelsregister: nee (kantoorprofiel, 2026-06-01)"),
    )


def test_the_footer_says_that_a_person_decides() -> None:
    assert say("compliance.footer") == "Signaal, geen juridisch advies; een mens beslist."
