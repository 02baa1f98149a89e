"""Each rule: a case in which it fires, one in which it doesn't, and one in which something is unknown."""

from typing import Any, NamedTuple

import pytest

from core.compliance import ASKED, rule_book
from core.model.base import Evidence, Span
from core.model.candidate import Willingness
from core.model.posting import (
    AllOf,
    Availability,
    ChecklistItem,
    Device,
    Document,
    Extension,
    Insurance,
    Onsite,
    RateCap,
    Registration,
)
from tests.compliance.bids import LENDING, OWN_ACCOUNT, bid, brief, criterion, posting, said

DBA = posting(clauses=("wet_dba",))
PLAIN = posting()
INTO_2027 = posting(extension=Extension(count=2, months=3))
MAYBE_2027 = posting(extension=Extension())


class Case(NamedTuple):
    rule: str
    why: str
    expected: str | None
    posting: Any
    form: str | None = None
    more: dict[str, Any] = {}


def item(name: str, *, blocker: bool = False, status: str = "open") -> ChecklistItem:
    return ChecklistItem.model_validate({"id": name, "text": name, "blocker": blocker, "status": status})


BYOD = posting(clauses=("byod",))
HARD_BYOD = posting(clauses=("byod",), bid_checklist=(item("byod", blocker=True),))
BOTH_DEVICES = bid(devices=("laptop", "telefoon"))
NO_LAPTOP = bid(devices=("telefoon",), no_devices=("laptop",))

CASES = [
    Case("DBA1", "the clause, nobody told whether the bid substantiates", "action?", DBA),
    Case("DBA1", "binds every form: zzp", "action?", DBA, "zzp"),
    Case("DBA1", "binds every form: detachering", "action?", DBA, "detachering"),
    Case("DBA1", "answered no", "blocker", DBA, None, {"answered": {"dba_substantiation": False}}),
    Case("DBA1", "answered yes", None, DBA, None, {"answered": {"dba_substantiation": True}}),
    Case(
        "DBA1",
        "ticked on the checklist",
        None,
        posting(clauses=("wet_dba",), bid_checklist=(item("dba_substantiation", status="met"),)),
    ),
    Case(
        "DBA1",
        "known to miss on the checklist",
        "blocker",
        posting(clauses=("wet_dba",), bid_checklist=(item("dba_substantiation", status="unmet"),)),
    ),
    Case("DBA1", "no such clause", None, PLAIN),
    Case("DBA2", "zzp and the clause", "action", DBA, "zzp"),
    Case("DBA2", "own bv and the clause", "action", DBA, "eigen_bv"),
    Case("DBA2", "zzp and a manager who steers", "action", posting(clauses=("steering",)), "zzp"),
    Case("DBA2", "zzp and fixed days", "action", posting(work_days=("tue", "wed")), "zzp"),
    Case("DBA2", "fixed days in a criterion", "action", posting(criteria=(criterion(Availability(days=("tue",))),)), "zzp"),
    Case("DBA2", "a criterion with a start only", None, posting(criteria=(criterion(Availability(start_text="z.s.m.")),)), "zzp"),
    Case("DBA2", "zzp, nothing that embeds", None, PLAIN, "zzp"),
    Case("DBA2", "detachering", None, DBA, "detachering"),
    Case("DBA2", "contract form not known yet", None, DBA),
    Case("DBA2", "contract form asked and not known", "action?", DBA, ASKED),
    Case("DBA3", "zzp", "action", PLAIN, "zzp"),
    Case("DBA3", "own bv", "action", PLAIN, "eigen_bv"),
    Case("DBA3", "detachering", None, PLAIN, "detachering"),
    Case("DBA3", "contract form not known yet", None, PLAIN),
    Case("DBA4", "zzp in 2026", "information", PLAIN, "zzp"),
    Case("DBA4", "own bv", None, PLAIN, "eigen_bv"),
    Case("DBA4", "zzp from 2027 on", None, posting(start="2027-01-01"), "zzp"),
    Case("DBA4", "a start in the winter", "information?", posting(start="Q4 2026 of later", duration_months=None, closing=None), "zzp"),
    Case("DBA5", "zzp, options into 2027", "action", INTO_2027, "zzp"),
    Case("DBA5", "zzp, over before 2027", None, PLAIN, "zzp"),
    Case("DBA5", "zzp, extension possible but unknown", "action?", MAYBE_2027, "zzp"),
    Case("DBA5", "zzp, duration unknown", "action?", posting(duration_months=None), "zzp"),
    Case("DBA5", "detachering", None, INTO_2027, "detachering"),
    *(Case("WAA1", f"{form}, registration unknown", "action?", PLAIN, form) for form in LENDING),
    *(Case("WAA1", f"{form} isn't lending", None, PLAIN, form) for form in OWN_ACCOUNT),
    Case("WAA1", "not registered", "blocker", PLAIN, "detachering", {"registered_as_lender": False}),
    Case("WAA1", "registered", None, PLAIN, "detachering", {"registered_as_lender": True}),
    Case("WAA1", "an answer beats the profile", "blocker", PLAIN, "detachering",
         {"registered_as_lender": True, "answered": {"registered_as_lender": False}}),
    Case("WAA1", "contract form not known yet", None, PLAIN, None, {"registered_as_lender": False}),
    Case("WAA1", "contract form asked and not known", "action?", PLAIN, ASKED, {"registered_as_lender": False}),
    Case("WAA1", "the contract form of the candidate's text", "action?", PLAIN, None,
         {"candidate": bid(contract_form="uitzend")}),
    Case("WAA1", "a clause about it makes no difference", "action?", posting(clauses=("waadi",)), "detachering"),
    Case("WAA4", "detachering, scale known", "action", posting(function_scale="9"), "detachering"),
    Case("WAA4", "detachering, no scale", None, PLAIN, "detachering"),
    Case("WAA4", "zzp, scale known", None, posting(function_scale="9"), "zzp"),
    Case("WAA4", "contract form not known yet", None, posting(function_scale="9")),
    Case("WAA5", "detachering, no scale", "action", PLAIN, "detachering"),
    Case("WAA5", "detachering, scale known", None, posting(function_scale="9"), "detachering"),
    Case("WAA5", "zzp, no scale", None, PLAIN, "zzp"),
    Case("WAA5", "contract form not known yet", None, PLAIN),
    Case("WTT2", "into 2027, report unknown", "action?", INTO_2027, "detachering"),
    Case("WTT2", "into 2027, reported", "action", INTO_2027, "detachering", {"nau_reported": True}),
    Case("WTT2", "into 2027, not reported", "blocker", INTO_2027, "uitzend", {"nau_reported": False}),
    Case("WTT2", "perhaps into 2027, not reported", "action?", MAYBE_2027, "uitzend", {"nau_reported": False}),
    Case("WTT2", "over before 2027", None, PLAIN, "detachering", {"nau_reported": False}),
    Case("WTT2", "zzp", None, INTO_2027, "zzp"),
    Case("WTT2", "contract form not known yet", None, INTO_2027),
    Case("INK1", "DAS, admission unknown", "action?", posting(das=True)),
    Case("INK1", "DAS, not admitted", "blocker", posting(das=True), None, {"das_admission": False}),
    Case("INK1", "DAS, admitted", None, posting(das=True), None, {"das_admission": True}),
    Case("INK1", "DAS: nee", None, posting(das=False), None, {"das_admission": False}),
    Case("INK1", "no word about a DAS", None, PLAIN, None, {"das_admission": False}),
    Case("INK2", "documents asked", "action", posting(clauses=("uea", "nda"))),
    Case("INK2", "none asked", None, PLAIN),
    Case("INK2", "the VOG has a rule of its own", None, posting(clauses=("vog",))),
    Case("INK3", "rate unknown", "information?", posting(clauses=("sroi",), sroi_threshold="400000")),
    Case("INK3", "threshold unknown", "information?", posting(clauses=("sroi",)), None, {"candidate": bid("60")}),
    Case("INK3", "below the threshold", "information", posting(clauses=("sroi",), sroi_threshold="400000"), None,
         {"candidate": bid("60")}),
    Case("INK3", "above it", "action", posting(clauses=("sroi",), sroi_threshold="20000"), None, {"candidate": bid("60")}),
    Case("INK3", "no such clause", None, posting(sroi_threshold="20000"), None, {"candidate": bid("60")}),
    Case("INK4", "maximum, rate unknown", "information?", posting(rate_cap="75")),
    Case("INK4", "maximum, rate above it", "blocker", posting(rate_cap="75"), None, {"candidate": bid("75.01")}),
    Case("INK4", "maximum, rate exactly it", "information", posting(rate_cap="75"), None, {"candidate": bid("75")}),
    Case("INK4", "own rate above it says nothing sure", "information?", posting(rate_cap="75"), None,
         {"candidate": bid().model_copy(update={"rate": bid().rate.model_copy(update={"own": "80"})})}),
    Case("INK4", "a fee only", "information", posting(fee_per_hour="2.25")),
    Case("INK4", "no fee is charged", None, posting(fee_per_hour="0")),
    Case("INK4", "neither maximum nor fee", None, PLAIN, None, {"candidate": bid("75")}),
    Case("INK5", "insurance asked, unknown", "action?", posting(clauses=("insurance",))),
    Case("INK5", "insurance asked, not insured", "blocker", posting(clauses=("insurance",)), None, {"insured": False}),
    Case("INK5", "insurance asked, insured", None, posting(clauses=("insurance",)), None, {"insured": True}),
    Case("INK5", "not asked", None, PLAIN, None, {"insured": False}),
    Case("INK6", "VOG asked", "action", posting(clauses=("vog",))),
    Case("INK6", "not asked", None, PLAIN),
    Case("INK7", "devices unknown", "action?", BYOD),
    Case("INK7", "laptop unknown", "action?", BYOD, None, {"candidate": bid(devices=("telefoon",))}),
    Case("INK7", "both there", None, BYOD, None, {"candidate": BOTH_DEVICES}),
    Case("INK7", "no laptop", "action", BYOD, None, {"candidate": NO_LAPTOP}),
    Case("INK7", "no laptop, and it sets the bid aside", "blocker", HARD_BYOD, None, {"candidate": NO_LAPTOP}),
    Case("INK7", "unknown, and it sets the bid aside", "action?", HARD_BYOD),
    Case("INK7", "the supplier provides both", None, HARD_BYOD, None,
         {"candidate": NO_LAPTOP, "provides_devices": ("laptop", "telefoon")}),
    Case("INK7", "answered in the chat", None, BYOD, None, {"answered": {"laptop": True, "telefoon": True}}),
    Case("INK7", "promised in the text", None, BYOD, None, {"candidate": bid(devices=("telefoon",), willingness=(
        Willingness(subject="laptop", agreed=True, evidence=Evidence(source="cv", quote="eigen laptop")),))}),
    Case("INK7", "no such clause", None, PLAIN, None, {"candidate": NO_LAPTOP}),
    Case("INK8", "written by the candidate? unknown", "action?", posting(clauses=("own_motivation",))),
    Case("INK8", "not yet", "action", posting(clauses=("own_motivation",)), None, {"answered": {"own_motivation": False}}),
    Case("INK8", "written", None, posting(clauses=("own_motivation",)), None, {"answered": {"own_motivation": True}}),
    Case("INK8", "not asked", None, PLAIN),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.rule}: {case.why}")
def test_each_rule_fires_keeps_silent_and_asks(case: Case) -> None:
    assert brief(said(case.posting, case.form, **case.more).get(case.rule)) == case.expected


def test_every_rule_is_in_the_tables() -> None:
    in_tables = {case.rule for case in CASES} | {"WTT1"}  # test_dates.py
    assert {rule.id for rule in rule_book().rules} == in_tables


REPEATS = [
    ("WAA1", {}, Registration(register_="Handelsregister (Waadi)", holder="supplier"), "detachering"),
    ("INK2", {"clauses": ("uea",)}, Document(name="UEA"), None),
    ("INK4", {"rate_cap": "75"}, RateCap(amount="75"), None),
    ("INK5", {"clauses": ("insurance",)}, Insurance(text="AVB"), None),
    ("INK6", {"clauses": ("vog",)}, Document(name="VOG"), None),
    ("INK7", {"clauses": ("byod",)}, Device(items=("laptop",)), None),
    ("INK8", {"clauses": ("own_motivation",)}, Document(name="persoonlijke motivatie"), None),
]


@pytest.mark.parametrize("kind", ["knockout", "award"])
@pytest.mark.parametrize(("rule", "fields", "requirement", "form"), REPEATS, ids=[row[0] for row in REPEATS])
def test_q7_a_reminder_that_repeats_a_criterion_is_not_shown(
    rule: str, fields: dict[str, Any], requirement: Any, form: str | None, kind: str
) -> None:
    other = criterion(Onsite(days_per_week=2), kind)
    part = criterion(AllOf(parts=(Onsite(days_per_week=2), requirement)), kind)
    assert rule in said(posting(**fields), form)
    assert rule in said(posting(criteria=(other,), **fields), form)
    assert rule not in said(posting(criteria=(criterion(requirement, kind),), **fields), form)
    assert rule not in said(posting(criteria=(part,), **fields), form)


def test_q7_a_clause_inside_a_criterion_that_was_not_understood_repeats_it_too() -> None:
    other = criterion(Onsite(days_per_week=2), start=100, end=200)
    inside, outside = {"clauses.byod": Span(start=120, end=180)}, {"clauses.byod": Span(start=190, end=210)}
    assert "INK7" not in said(posting(clauses=("byod",), criteria=(other,), spans=inside))
    assert "INK7" in said(posting(clauses=("byod",), criteria=(other,), spans=outside))


def test_q7_a_cap_that_is_a_criterion_leaves_what_the_fee_takes() -> None:
    found = said(
        posting(rate_cap="75", fee_per_hour="2.25", criteria=(criterion(RateCap(amount="75")),)), candidate=bid("80")
    )
    assert brief(found["INK4"]) == "information"


def test_q7_documents_that_are_criteria_are_left_out_of_the_list() -> None:
    asked = posting(clauses=("uea", "kvk", "nda"), criteria=(criterion(Document(name="KvK-uittreksel")),))
    assert said(asked)["INK2"].text == (
        "Zet klaar: het UEA en de geheimhoudingsverklaring. Controleer of alles compleet en actueel is."
    )
