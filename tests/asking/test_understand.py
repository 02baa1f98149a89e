"""Q4: typed answers. What can't be understood is said, never guessed."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.asking.answering import answered
from core.asking.asks import NOT_ALL, Ask
from core.asking.options import choices
from core.assessment.judged import Need
from core.assessment.knowledge import Effect, Knowledge
from core.errors import NotUnderstood
from core.model.base import Months
from core.model.question import Fact
from tests.assessment.build import month

REFERENCE = month("2026-07")
YES = Fact(kind="counts_as", subject="klachtcoordinator", employment="x")
MONTHS = Fact(kind="months", subject="topdesk")
RECENT = Fact(kind="months", subject="klachtprocessen", window_months=36)
EVER = Fact(kind="months", subject="klachtprocessen")


def ask(*needs: Need) -> Ask:
    return Ask(needs, ())


COUNTS = ask(Need("counts_as", YES, "klachtcoördinator"))
BANDS = ask(Need("months", MONTHS, "TOPdesk", thresholds=(12, 25)))
PRESENCE = ask(
    Need("months", EVER, "klachtprocessen", thresholds=(1,)), Need("months", RECENT, "klachtprocessen", thresholds=(1,))
)
PERIOD = ask(Need("period", Fact(kind="period", employment="kcc"), "KCC"))
FORM = ask(Need("contract_form", Fact(kind="contract_form"), ""))
TOGETHER = ask(
    Need("commitment", Fact(kind="yes", subject="device:laptop"), "eigen laptop"),
    Need("commitment", Fact(kind="yes", subject="onsite:2"), "2 dagen op kantoor"),
)
DIPLOMA = ask(Need("education", Fact(kind="education", subject="mbo-4"), "mbo-4", level="mbo-4"))


def told(of: Ask, text: str) -> dict[Fact, Effect]:
    return {effect.fact: effect for effect in answered(of, text, REFERENCE)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ja", True),
        ("Ja!", True),
        ("jazeker", True),
        ("ja, bij Almere", True),
        ("klopt", True),
        ("geen probleem", True),
        ("nee", False),
        ("Nee.", False),
        ("klopt niet", False),
        ("nee helaas", False),
        ("yes", True),
    ],
)
def test_q4_yes_and_no(text: str, expected: bool) -> None:
    assert told(COUNTS, text)[YES].yes is expected


@pytest.mark.parametrize(
    "text",
    [
        "ja, maar niet overal",
        "ja deels",
        "misschien",
        "hoezo?",
        "blauw",
        "nee, wel als adviseur",
        "ja denk ik",
        "ja en nee",
        "n.v.t.",
        "dat klopt niet helemaal",
        "ja, als stagiair",
    ],
)
def test_q4_a_reservation_is_never_guessed(text: str) -> None:
    with pytest.raises(NotUnderstood):
        told(COUNTS, text)


@pytest.mark.parametrize("text", ["weet ik niet", "Geen idee", "?", "unknown", "moet ik navragen"])
def test_q4_dont_know_is_no_answer(text: str) -> None:
    assert told(COUNTS, text)[YES].unknown
    assert all(effect.unknown for effect in told(TOGETHER, text).values())


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("3 jaar en 2 maanden", 38, 38),
        ("drie jaar", 36, 36),
        ("18 mnd", 18, 18),
        ("meer dan 2 jaar", 25, None),
        ("minder dan 1 jaar", 0, 11),
        ("anderhalf jaar", 18, 18),
        ("sinds januari 2024", 31, 31),
        ("nee", 0, 0),
        ("nooit", 0, 0),
        ("nee, 3 jaar TOPdesk", 36, 36),
        ("niet minder dan 3 jaar", 36, None),
        ("2019", 1, 12),
    ],
)
def test_q4_months_typed(text: str, low: int, high: int | None) -> None:
    assert told(BANDS, text)[MONTHS].months == Months(low=low, high=high)


@pytest.mark.parametrize(
    "text",
    ["ja", "best lang", "3", "veel", "4 jaar als vrijwilliger", "4 jaar, maar niet daar", "n.v.t."],
)
def test_q4_no_length_in_the_answer_is_said(text: str) -> None:
    with pytest.raises(NotUnderstood):
        told(BANDS, text)


def test_q1_options_are_the_outcomes_that_the_criteria_distinguish() -> None:
    options = [choice.option for choice in choices(BANDS)]
    assert [o.id for o in options] == ["months:0-12", "months:12-25", "months:25-"]
    assert [o.label for o in options] == ["minder dan 1 jaar", "1 tot 2 jaar", "meer dan 2 jaar"]
    assert told(BANDS, "months:12-25")[MONTHS].months == Months(low=12, high=24)
    assert told(BANDS, "meer dan 2 jaar")[MONTHS].months == Months(low=25)


def test_q1_one_answer_orders_nested_windows() -> None:
    options = [choice.option for choice in choices(PRESENCE)]
    assert [o.id for o in options] == ["yes:36", "yes:any", "no"]
    assert [o.label for o in options] == ["ja, laatste 3 jaar", "ja, langer geleden", "Nee"]
    older = told(PRESENCE, "yes:any")
    assert (older[EVER].months, older[RECENT].months) == (Months(low=1), Months(low=0, high=0))


@pytest.mark.parametrize(
    ("text", "ever", "recent"),
    [
        ("nee", Months(low=0, high=0), Months(low=0, high=0)),
        ("ja, in 2015", Months(low=1), Months(low=0, high=0)),
        ("sinds 2025", Months(low=1), Months(low=1)),
        ("langer geleden", Months(low=1), Months(low=0, high=0)),
        ("ja", Months(low=1), None),
    ],
)
def test_q4_when_it_was_decides_the_windows(text: str, ever: Months, recent: Months | None) -> None:
    effects = told(PRESENCE, text)
    assert effects[EVER].months == ever
    assert (effects[RECENT].months if RECENT in effects else None) == recent


def test_q4_a_period_needs_its_months() -> None:
    effect = answered(PERIOD, "maart 2019 tot en met november 2021", REFERENCE)[0]
    assert effect.start is not None
    assert effect.end is not None
    assert (effect.start.earliest, effect.end.latest) == (month("2019-03"), month("2021-11"))
    since = answered(PERIOD, "sinds juni 2020", REFERENCE)[0]
    assert since.ongoing
    assert since.end is None
    for text in ("twee jaar", "ja", "ergens in het voorjaar"):
        with pytest.raises(NotUnderstood):
            answered(PERIOD, text, REFERENCE)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("zzp", "zzp"),
        ("ZZP'er", "zzp"),
        ("in loondienst", "detachering"),
        ("via eigen bv", "eigen_bv"),
        ("uitzenden", "uitzend"),
    ],
)
def test_q7_contract_forms(text: str, form: str) -> None:
    assert answered(FORM, text, REFERENCE)[0].text == form


def test_q7_two_forms_are_no_answer() -> None:
    with pytest.raises(NotUnderstood):
        answered(FORM, "zzp of detachering", REFERENCE)


def test_q9_commitments_are_one_question() -> None:
    assert [c.option.id for c in choices(TOGETHER)] == ["yes", "not_all"]
    assert all(effect.yes for effect in told(TOGETHER, "akkoord").values())
    for text in ("not_all", "nee", "niet alles", "ja, behalve de laptop"):
        effects = told(TOGETHER, text)
        assert [fact for fact, effect in effects.items() if not effect.withdrawn] == [NOT_ALL], text


def test_s3_not_all_takes_back_a_yes_to_all_that_came_before() -> None:
    known = Knowledge((*answered(TOGETHER, "akkoord", REFERENCE), *answered(TOGETHER, "niet alles", REFERENCE)))
    assert [known.settled(need.fact) for need in TOGETHER.needs] == [False, False]
    assert known.yes(NOT_ALL) is True


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ja", True),
        ("mbo 4", True),
        ("hbo bestuurskunde, afgerond 2010", True),
        ("nee, geen ander diploma", False),
        ("nee", False),
        ("mbo 2", False),
    ],
)
def test_q4_a_diploma_typed(text: str, expected: bool) -> None:
    assert next(iter(told(DIPLOMA, text).values())).yes is expected


@pytest.mark.parametrize("text", ["bezig met hbo", "vwo", "hbo werk- en denkniveau"])
def test_c5_c6_what_settles_no_diploma_is_asked_again(text: str) -> None:
    with pytest.raises(NotUnderstood):
        told(DIPLOMA, text)


def test_q4_a_bare_0_is_no_months_where_none_are_shown() -> None:
    assert told(BANDS, "0")[MONTHS].months == Months(low=0, high=0)
    with pytest.raises(NotUnderstood):
        answered(ask(Need("months", MONTHS, "TOPdesk", thresholds=(12,), low=6)), "0", REFERENCE)
    with pytest.raises(NotUnderstood):
        answered(BANDS, "3", REFERENCE)


@given(st.text(max_size=80))
def test_q4_any_text_is_understood_or_said(text: str) -> None:
    for of in (COUNTS, BANDS, PRESENCE, PERIOD, FORM, TOGETHER):
        with contextlib.suppress(NotUnderstood):
            assert answered(of, text, REFERENCE)


@given(st.lists(st.integers(2, 200), min_size=1, max_size=4, unique=True), st.integers(0, 150))
def test_q1_bands_cover_every_possible_length_once_and_fit_a_button(marks: list[int], low: int) -> None:
    of = ask(Need("months", MONTHS, "TOPdesk", thresholds=tuple(sorted(marks)), low=low))
    bands = [choice.option for choice in choices(of)]
    for months in range(low, 260):
        hits = [o for o in bands if (o.low or 0) <= months and (o.high is None or months < o.high)]
        assert len(hits) == 1, (months, bands)
    assert all(len(o.label) <= 20 for o in bands)
