"""The engine needs no change for the rules that come later: here they are, in data alone."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from core.compliance import read_book
from core.model.candidate import Candidate, Rate
from tests.compliance.bids import brief, posting, said

DATED = "verified_on = 2026-11-22\nrecheck_by = 2026-12-31\nsources = [12]\n"
BOOK = read_book(
    Path(__file__).with_name("later_rules.toml").read_text(encoding="utf-8"),
    f'[rechtsvermoeden_uurtarief]\nvalue = "38"\n{DATED}'
    f"[wtta_handhaving]\nvalue = 2028-01-01\n{DATED}"
    f"[onbekende_looptijd_maanden]\nvalue = 24\n{DATED}",
    '12 = { url = "russell.nl/en/", date = "25-6-2026" }',
)
LONG = posting(start="2027-06-01", duration_months=12)


def own(rate: str) -> dict[str, Any]:
    return {"candidate": Candidate(rate=Rate(own=rate, bid="30"))}


@pytest.mark.parametrize(
    ("rule", "order", "form", "today", "more", "expected"),
    [
        ("DBA6", posting(), "zzp", "2026-07-01", own("38"), "action"),
        ("DBA6", posting(), "zzp", "2026-07-01", own("38.01"), None),
        ("DBA6", posting(), "zzp", "2026-07-01", {}, "action?"),
        ("DBA7", posting(clauses=("model_agreement",)), "zzp", "2026-07-01", {}, "action"),
        ("WAA2", posting(clauses=("waadi",)), "zzp", "2026-07-01", {}, "information"),
        ("WAA6", posting(), "uitzend", "2026-07-01", {}, "action"),
        ("WAA6", posting(start="2028-12-31"), "uitzend", "2026-07-01", {}, "action"),
        ("WAA6", posting(start="2029-01-01"), "uitzend", "2026-07-01", {}, None),
        ("WAA8", posting(fee_per_hour="2.25"), "detachering", "2026-07-01", {}, "action"),
        ("WAA8", posting(fee_per_hour="0"), "detachering", "2026-07-01", {}, None),
        ("WAA8", posting(), "detachering", "2026-07-01", {}, None),
        ("WAA9", posting(), "detachering", "2026-07-01", {"answered": {"placement_won": True}}, "action"),
        ("WAA9", posting(), "detachering", "2026-07-01", {}, None),
        ("WTT3", LONG, "detachering", "2027-12-31", {"answered": {"nau_registered": False}}, "action"),
        ("WTT3", LONG, "detachering", "2028-01-01", {"answered": {"nau_registered": False}}, "blocker"),
        ("WTT3", LONG, "detachering", "2028-01-01", {}, "action?"),
        ("WTT3", LONG, "detachering", "2028-01-01", {"answered": {"nau_registered": True}}, None),
        ("WTT3", posting(start="2027-06-01"), "detachering", "2027-06-01", {}, None),
        ("INK9", posting(title="Gemeentesecretaris / algemeen directeur"), None, "2026-07-01", {}, "action"),
        ("INK9", posting(title="Managementassistent"), None, "2026-07-01", {}, None),
        ("PRI1", posting(), None, "2026-07-01", {"answered": {"sensitive_data": True}}, "blocker"),
        ("PRI4", posting(), "detachering", "2026-12-31", {"answered": {"last_salary": True}}, None),
        ("PRI4", posting(), "detachering", "2027-01-01", {"answered": {"last_salary": True}}, "action"),
    ],
)
def test_a_later_rule_is_only_data(
    rule: str, order: Any, form: str | None, today: str, more: dict[str, Any], expected: str | None
) -> None:
    found = said(order, form, today=date.fromisoformat(today), book=BOOK, **more)
    assert brief(found.get(rule)) == expected


def test_a_parameter_in_a_text_is_dutch() -> None:
    found = said(LONG, "detachering", today=date(2027, 7, 1), book=BOOK, answered={"nau_registered": False})
    assert found["WTT3"].text == "Verlopen, controleer: Vanaf 1-1-2028 niet uitlenen zonder toelating."
    assert "(€ 38 of minder)" in said(posting(), "zzp", book=BOOK, **own("38"))["DBA6"].text
