"""The days around every date, and the term of an assignment with its options."""

from datetime import date

import pytest

from core.compliance.period import Period, Stretch, period_of
from core.model.posting import Extension, Posting
from tests.compliance.bids import brief, posting, said


def on(day: str) -> date:
    return date.fromisoformat(day)


def starting(day: str, months: int = 3, **fields: object) -> Posting:
    return posting(start=day, duration_months=months, closing=None, **fields)


# Today against the dates of a rule


@pytest.mark.parametrize(
    ("today", "reported", "expected"),
    [
        ("2026-10-31", None, None),
        ("2026-11-01", None, "action?"),
        ("2026-11-01", False, "action"),
        ("2026-11-01", True, None),
        ("2026-12-31", False, "action"),
        ("2027-01-01", False, None),
        ("2027-01-01", None, None),
    ],
)
def test_wtt1_speaks_in_the_window_to_report_only(today: str, reported: bool | None, expected: str | None) -> None:
    for order in (starting("2026-12-01"), starting("2027-03-01"), starting("2025-01-01")):
        found = said(order, "detachering", today=on(today), nau_reported=reported)
        assert brief(found.get("WTT1")) == expected


def test_wtt1_is_for_lenders_only_and_comes_first_of_its_severity() -> None:
    order = posting(clauses=("wet_dba", "vog"), das=True, start="2027-01-01")
    assert "WTT1" not in said(order, "zzp", today=on("2026-12-01"))
    found = said(order, "detachering", today=on("2026-12-01"), das_admission=False)
    assert list(found)[:2] == ["INK1", "WTT1"]


# The period against the dates of a rule


@pytest.mark.parametrize(
    ("start", "months", "options", "rule", "speaks"),
    [
        ("2026-12-31", 1, None, "DBA4", True),
        ("2027-01-01", 1, None, "DBA4", False),
        ("2025-10-01", 3, None, "DBA4", False),  # until 31-12-2025
        ("2025-10-02", 3, None, "DBA4", True),  # until 1-1-2026
        ("2026-10-01", 3, None, "DBA5", False),  # until 31-12-2026
        ("2026-10-02", 3, None, "DBA5", True),
        ("2026-07-01", 3, (1, 3), "DBA5", False),
        ("2026-07-02", 3, (1, 3), "DBA5", True),
        ("2028-05-01", 1, None, "DBA5", True),
        ("2026-10-01", 3, None, "WTT2", False),
        ("2026-10-02", 3, None, "WTT2", True),
        ("2026-07-01", 3, (4, 3), "WTT2", True),
        ("2027-12-31", 1, None, "WTT2", True),
        ("2028-01-01", 1, None, "WTT2", False),
    ],
)
def test_the_whole_period_with_its_options_is_held_against_the_law(
    start: str, months: int, options: tuple[int, int] | None, rule: str, speaks: bool
) -> None:
    extension = Extension(count=options[0], months=options[1]) if options else None
    form = "detachering" if rule == "WTT2" else "zzp"
    found = said(starting(start, months, extension=extension), form, today=on("2025-09-01"), nau_reported=True)
    assert (rule in found) is speaks
    assert not speaks or not found[rule].check


@pytest.mark.parametrize(("today", "speaks"), [("2026-12-31", True), ("2027-01-01", False)])
def test_a_law_that_has_ended_says_nothing_of_what_is_still_to_come(today: str, speaks: bool) -> None:
    assert ("DBA4" in said(starting("2026-06-01", 12), "zzp", today=on(today))) is speaks


@pytest.mark.parametrize(
    ("closing", "today", "dba4"),
    [
        ("2026-12-31T09:00:00+01:00", "2026-12-01", True),
        ("2027-01-04T09:00:00+01:00", "2026-12-01", False),  # as soon as possible is after the closing date
        ("2026-12-31", "2027-01-02", False),  # that has passed: from today
        (None, "2026-12-31", True),
        (None, "2027-01-01", False),
    ],
)
def test_as_soon_as_possible_is_the_closing_date_or_today(closing: str | None, today: str, dba4: bool) -> None:
    order = posting(start="z.s.m.", closing=closing, duration_months=2)
    assert ("DBA4" in said(order, "zzp", today=on(today))) is dba4


# What becomes overdue


@pytest.mark.parametrize(("today", "overdue"), [("2027-01-01", False), ("2027-01-02", True)])
def test_a_rule_past_its_recheck_date_is_shown_as_expired(today: str, overdue: bool) -> None:
    reminder = said(starting("2027-02-01"), "detachering", today=on(today))["WAA1"]
    assert reminder.overdue is overdue
    assert reminder.text.startswith("Verlopen, controleer: ") is overdue


@pytest.mark.parametrize(
    ("today", "text", "overdue"),
    [
        (
            "2027-03-31",
            "Toets het loon aan functieschaal 9 van de opdrachtgever (cao Gemeenten loopt tot en met 31-3-2027).",
            False,
        ),
        ("2027-04-01", "Verlopen, controleer: Toets het loon aan functieschaal 9 van de opdrachtgever.", True),
    ],
)
def test_a_parameter_past_its_date_is_not_used_silently(today: str, text: str, overdue: bool) -> None:
    reminder = said(starting("2027-05-01", function_scale="9"), "detachering", today=on(today))["WAA4"]
    assert (reminder.text, reminder.overdue) == (text, overdue)


@pytest.mark.parametrize(
    ("rule", "last_day"),
    [("DBA5", "2026-12-31"), ("WTT1", "2026-12-15"), ("WTT2", "2026-12-31"), ("DBA3", "2027-03-31")],
)
def test_what_may_change_soon_is_rechecked_early(rule: str, last_day: str) -> None:
    order = starting("2027-04-10")
    form = "zzp" if rule.startswith("DBA") else "detachering"
    day = on(last_day)
    assert not said(order, form, today=day)[rule].overdue
    after = said(order, form, today=date.fromordinal(day.toordinal() + 1))
    assert after[rule].overdue


# The period itself


def days(first: str, last: str) -> Stretch:
    return Stretch(on(first), on(last))


@pytest.mark.parametrize(
    ("order", "sure", "may"),
    [
        (starting("2026-10-01"), ("2026-10-01", "2026-12-31"), ("2026-10-01", "2026-12-31")),
        (starting("2026-10-02"), ("2026-10-02", "2027-01-01"), ("2026-10-02", "2027-01-01")),
        (starting("2027-01-31", 1), ("2027-01-31", "2027-02-28"), ("2027-01-31", "2027-02-28")),
        (starting("2027-11-30", 3), ("2027-11-30", "2028-02-29"), ("2027-11-30", "2028-02-29")),
        (
            starting("2026-07-14", extension=Extension(count=4, months=3)),
            ("2026-07-14", "2027-10-13"),
            ("2026-07-14", "2027-10-13"),
        ),
        (
            starting("2026-07-14", extension=Extension(count=0, months=None)),
            ("2026-07-14", "2026-10-13"),
            ("2026-07-14", "2026-10-13"),
        ),
        (starting("2026-07-14", extension=Extension()), ("2026-07-14", "2026-10-13"), ("2026-07-14", "2028-10-13")),
        (starting("2026-07-14", extension=Extension(months=3)), ("2026-07-14", "2026-10-13"), ("2026-07-14", "2028-10-13")),
        (posting(start="2026-07-14", duration_months=None), ("2026-07-14", "2026-07-14"), ("2026-07-14", "2028-07-13")),
        (starting("Uiterlijk 17 februari 2027"), ("2027-02-17", "2027-05-16"), ("2027-02-17", "2027-05-16")),
        (starting("januari 2027"), ("2027-01-31", "2027-03-31"), ("2027-01-01", "2027-04-30")),
    ],
)  # fmt: skip
def test_the_period_that_is_sure_and_the_one_that_may_be(
    order: Posting, sure: tuple[str, str], may: tuple[str, str]
) -> None:
    assert period_of(order, on("2026-07-01"), 24) == Period(days(*sure), days(*may))


def test_only_what_is_left_of_the_period_counts() -> None:
    order = starting("2026-06-01", 6)
    assert period_of(order, on("2026-07-01"), 24).sure == days("2026-07-01", "2026-11-30")
    assert period_of(order, on("2026-11-30"), 24).sure == days("2026-11-30", "2026-11-30")
    assert period_of(order, on("2026-12-01"), 24) == Period(None, None)


def test_without_any_date_anything_may_be() -> None:
    nowhen = period_of(Posting(), None, 24)
    assert nowhen.touches(on("2027-01-01"), None) is None
    assert nowhen.touches(None, None) is None


def test_an_absurd_duration_is_no_accident() -> None:
    assert period_of(starting("2026-06-01", 10**9), on("2026-01-01"), 24).touches(on("9999-12-31"), None) is True
