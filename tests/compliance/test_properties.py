"""What holds for any bid: an unknown hides no blocker, a rule outside its dates never speaks, nothing is left to chance."""

from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from core.compliance import (
    ASKED,
    contract_question_worth,
    needs_contract_form,
    reminders,
    rule_book,
    wanted_supplier_facts,
)
from core.compliance.engine import situate
from core.compliance.situation import FORMS, YES_OR_NO
from core.model.candidate import Candidate, Rate
from core.model.posting import ChecklistItem, Extension, Hours, Posting
from core.model.reminder import OfficeProfile, Reminder

CLAUSES = ["wet_dba", "waadi", "vog", "nda", "kvk", "uea", "sroi", "byod", "insurance", "own_motivation", "steering"]
DAYS = st.dates(date(2025, 6, 1), date(2029, 6, 1))
MONEY = st.none() | st.decimals("0", "200", places=2).map(str)
KNOWN = st.none() | st.booleans()
ANSWERS = ["dba_substantiation", "own_motivation", "laptop", "telefoon"]


def amounts_of(count: int) -> st.SearchStrategy[int | None]:
    return st.none() | st.integers(0, count)


POSTINGS = st.builds(
    Posting,
    start=st.sampled_from(["z.s.m.", None, "januari 2027"]) | DAYS.map(str),
    duration_months=amounts_of(24),
    extension=st.none() | st.builds(Extension, count=amounts_of(4), months=amounts_of(12)),
    hours_per_week=st.none() | st.builds(Hours, max=st.none() | st.integers(1, 40).map(float)),
    das=KNOWN,
    closing=st.none() | DAYS.map(str),
    function_scale=st.none() | st.just("9"),
    fee_per_hour=MONEY,
    rate_cap=MONEY,
    sroi_threshold=st.none() | st.just("100000"),
    work_days=st.sampled_from([(), ("mon", "tue")]),
    clauses=st.lists(st.sampled_from(CLAUSES), unique=True).map(tuple),
    bid_checklist=st.sampled_from([(), (ChecklistItem(id="byod", text="", blocker=True),)]),
)
CANDIDATES = st.builds(
    Candidate,
    rate=st.builds(Rate, bid=MONEY, own=MONEY),
    devices=st.sampled_from([(), ("laptop",), ("laptop", "telefoon")]),
    no_devices=st.sampled_from([(), ("telefoon",)]),
)
PROFILES = st.builds(OfficeProfile, **dict.fromkeys(YES_OR_NO, KNOWN))
TOLD = st.dictionaries(st.sampled_from(ANSWERS), st.booleans())
FORM = st.none() | st.sampled_from([*FORMS, ASKED])

BOOK = rule_book()


@st.composite
def bids(draw: st.DrawFn, form: st.SearchStrategy[Any] = FORM) -> dict[str, Any]:
    return {
        "posting": draw(POSTINGS),
        "candidate": draw(CANDIDATES),
        "profile": draw(PROFILES),
        "today": draw(DAYS),
        "contract_form": draw(form),
        "answered": draw(TOLD),
    }


def blockers(found: tuple[Reminder, ...]) -> set[str]:
    return {one.id for one in found if one.severity == "blocker"}


def noted(found: tuple[Reminder, ...]) -> set[str]:
    return {one.id for one in found if one.severity == "blocker" or one.check}


@given(bids(st.sampled_from([*FORMS, ASKED])), st.data())
def test_an_unknown_fact_never_hides_a_blocker(bid: dict[str, Any], data: st.DataObject) -> None:
    before = reminders(**bid)
    unknown = [name for name in YES_OR_NO if getattr(bid["profile"], name) is None]
    denied = data.draw(st.sets(st.sampled_from(unknown))) if unknown else set()
    answers = {name: False for name in ANSWERS if name not in bid["answered"] and data.draw(st.booleans())}
    worse = {
        **bid,
        "profile": bid["profile"].model_copy(update=dict.fromkeys(denied, False)),
        "answered": {**bid["answered"], **answers},
    }
    assert blockers(reminders(**worse)) <= noted(before)


@given(bids(st.none()), st.sampled_from(FORMS))
def test_an_unknown_contract_form_hides_a_blocker_only_behind_its_question(bid: dict[str, Any], form: str) -> None:
    hidden = blockers(reminders(**{**bid, "contract_form": form})) - noted(reminders(**bid))
    assert hidden <= set(contract_question_worth(bid["posting"], bid["profile"], bid["today"]))
    assert not hidden or needs_contract_form(bid["posting"])
    asked = noted(reminders(**{**bid, "contract_form": ASKED}))
    assert hidden <= asked


@given(bids(), MONEY)
def test_an_unknown_rate_never_hides_a_blocker(bid: dict[str, Any], rate: str | None) -> None:
    silent = {**bid, "candidate": bid["candidate"].model_copy(update={"rate": Rate()})}
    telling = {**bid, "candidate": bid["candidate"].model_copy(update={"rate": Rate(bid=rate)})}
    assert blockers(reminders(**telling)) <= noted(reminders(**silent))


@given(bids(st.sampled_from(FORMS)))
def test_a_better_informed_bid_has_no_new_check(bid: dict[str, Any]) -> None:
    """Knowing a fact only settles what was unsure: who was told "yes" or "no" hears nothing new worded as a check."""
    full = bid["profile"].model_copy(update={name: True for name in YES_OR_NO if getattr(bid["profile"], name) is None})
    checks = {one.id for one in reminders(**bid) if one.check}
    assert {one.id for one in reminders(**{**bid, "profile": full}) if one.check} <= checks


@given(bids())
def test_no_rule_outside_its_dates_ever_speaks(bid: dict[str, Any]) -> None:
    spoken = {one.id: one for one in reminders(**bid)}
    today = bid["today"]
    situation = situate(
        bid["posting"], bid["candidate"], bid["profile"], today, bid["contract_form"], bid["answered"], BOOK
    )
    for rule in BOOK.rules:
        if rule.id not in spoken or (rule.valid_from is None and rule.valid_until is None):
            continue
        first, last = rule.valid_from or date.min, rule.valid_until or date.max
        assert today <= last
        if rule.tested_on == "today":
            assert first <= today
            continue
        touched = situation.period.may
        assert touched is not None
        assert touched.first <= last
        assert touched.last >= first
        sure = situation.period.sure
        if sure is None or sure.last < first or sure.first > last:
            assert spoken[rule.id].check


@given(bids())
def test_severe_first_stable_and_never_a_judgment(bid: dict[str, Any]) -> None:
    found = reminders(**bid)
    rank = ["blocker", "action", "information"]
    assert [rank.index(one.severity) for one in found] == sorted(rank.index(one.severity) for one in found)
    assert found == reminders(**bid)
    for one in found:
        assert "compliant" not in one.text.lower()
        assert not set("{}") & set(one.text)
        assert one.basis
        assert one.source
        assert not (one.check and one.severity == "blocker")


@given(bids(), st.integers(1, 400))
def test_what_is_overdue_stays_so(bid: dict[str, Any], days: int) -> None:
    overdue = {one.id for one in reminders(**bid) if one.overdue}
    later = reminders(**{**bid, "today": bid["today"] + timedelta(days=days)})
    assert {one.id for one in later if one.id in overdue and not one.overdue} == set()


@given(bids())
def test_q8_a_supplier_fact_that_nobody_wants_changes_nothing(bid: dict[str, Any]) -> None:
    posting, form, today = bid["posting"], bid["contract_form"], bid["today"]
    wanted = wanted_supplier_facts(posting, None if form == ASKED else form, today)
    plain = {**bid, "candidate": Candidate(), "answered": {}}
    for name in set(YES_OR_NO) - set(wanted):
        told = [
            reminders(**{**plain, "profile": bid["profile"].model_copy(update={name: value})})
            for value in (True, False)
        ]
        assert [(one.id, one.severity) for one in told[0]] == [(one.id, one.severity) for one in told[1]]
