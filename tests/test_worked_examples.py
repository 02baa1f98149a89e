"""The worked examples of issue 2 and DESIGN 6, read by hand, on the real postings (where they are)."""

from collections.abc import Callable
from datetime import date

import pytest

from core import Dossier
from core.model.assessment import Outcome

Posting = Callable[[str], str]

ZWOLLE = (
    "S. de V., mbo-4 Facilitair leidinggevende, diploma 2011. mei 2019 – heden: servicedeskmedewerker gemeente Zwolle, "
    "TOPdesk, accounts en autorisaties, kennisbank. 03-2015 t/m 04-2019: medewerker klantenservice Essent. "
    "Detachering, € 61,50, 36 uur, per direct."
)
DELFT = (
    "2019–2021 KCC-medewerker gemeente Delft; vanaf jan 2022 medewerker publiekszaken gemeente Rijswijk; mbo 4; "
    "eigen laptop en telefoon"
)
ALMERE = (
    "M.B., hbo bestuurskunde 2012. 2021–heden klachtenfunctionaris gemeente Almere. 2016–2020 juridisch medewerker UWV. "
    "Mediationtraining 2022. zzp, € 82."
)


def dossier_of(posting: str, candidate: str | None, day: str) -> Dossier:
    dossier = Dossier.new(today=date.fromisoformat(day)).with_posting(posting)
    return dossier.with_candidate(candidate) if candidate is not None else dossier


def outcome(dossier: Dossier, criterion: str) -> Outcome:
    return next(o for o in dossier.assessment.criteria if o.id == criterion)


def points(dossier: Dossier) -> tuple[float | None, ...]:
    counted = dossier.assessment.points
    return counted.in_cv, counted.secured, counted.reachable


def test_30954_what_is_met_open_and_asked(posting_text: Posting) -> None:
    dossier = dossier_of(posting_text("30954"), ZWOLLE, "2026-07-01")
    assert [(o.id, o.status, o.basis) for o in dossier.assessment.criteria if o.id in ("K1", "K2")] == [
        ("K1", "met", "stated"),
        ("K2", "met", "stated"),
    ]
    assert [outcome(dossier, c).status for c in ("K3", "K4", "A6")] == ["open", "open", "open"]
    assert outcome(dossier, "A5").points.secured == 20
    assert (outcome(dossier, "A7").status, outcome(dossier, "A7").basis) == ("open", "implied")
    assert outcome(dossier, "A8").points.secured == 30
    assert dossier.assessment.verdict == "open"
    assert points(dossier) == (50, 50, 100)
    assert len(dossier.questions) <= 5


def test_30954_one_tap_on_topdesk_is_secured_but_not_yet_in_the_cv(posting_text: Posting) -> None:
    dossier = dossier_of(posting_text("30954"), ZWOLLE, "2026-07-01").answer_criterion("A7", "ja")
    assert points(dossier) == (50, 80, 100)
    todo = outcome(dossier, "A7").todo
    assert todo is not None
    assert "TOPdesk" in todo.text


def test_30954_a_no_on_a_knock_out_ends_it(posting_text: Posting) -> None:
    dossier = dossier_of(posting_text("30954"), ZWOLLE, "2026-07-01").answer_criterion("K3", "nee")
    assert dossier.assessment.verdict == "no_go"
    assert dossier.questions == ()


def test_11734_one_question_about_the_months_in_delft_decides_both(posting_text: Posting) -> None:
    dossier = dossier_of(posting_text("11734"), DELFT, "2023-03-10")
    assert outcome(dossier, "K1").status == "met"
    assert outcome(dossier, "K3").status == "met"
    assert (outcome(dossier, "A4").status, outcome(dossier, "A5").status) == ("open", "open")
    first = dossier.questions[0]
    assert set(first.criteria) == {"A4", "A5"}
    assert first.expects == "period"
    assert "Delft" in first.text
    told = dossier.answer(first.id, "maart 2019 tot en met november 2021")
    assert (outcome(told, "A4").status, outcome(told, "A5").status) == ("met", "met")
    assert (outcome(told, "A4").points.secured or 0) + (outcome(told, "A5").points.secured or 0) == 70


def test_30661_the_conversation_of_the_design(posting_text: Posting) -> None:
    dossier = dossier_of(posting_text("30661"), ALMERE, "2026-06-20")
    knockouts = [c for c in dossier.posting.criteria if c.kind == "knockout"]
    assert (len(knockouts), len(dossier.posting.criteria) - len(knockouts)) == (5, 6)
    assert [outcome(dossier, c.id).status for c in knockouts] == ["open", "open", "open", "open", "met"]
    assert points(dossier)[1:] == (30, 100)
    assert len(dossier.questions) == 4
    first = dossier.questions[0]
    assert set(first.criteria) == {"K1", "A7"}
    assert first.points_at_stake == 35
    assert "klachtcoördinator" in first.text
    assert "klachtenfunctionaris" in first.text
    told = dossier.answer(first.id, "yes")
    assert (outcome(told, "K1").status, outcome(told, "A7").status) == ("met", "met")
    codes = {(n.code, n.criterion) for n in dossier.notices}
    assert {("points_in_knockout", "K2"), ("points_in_knockout", "K4")} <= codes


@pytest.mark.parametrize("text", ["mbo-4 secretarieel, niet afgerond", "mbo-4 secretarieel, diploma niet gehaald"])
def test_30988_an_unfinished_diploma_is_asked_first(posting_text: Posting, text: str) -> None:
    dossier = dossier_of(posting_text("30988"), text, "2026-07-01")
    assert outcome(dossier, "K2").status == "open"
    assert dossier.questions[0].criteria == ("K2",)
    told = dossier.answer(dossier.questions[0].id, "nee, geen ander diploma")
    assert told.assessment.verdict == "no_go"
    assert told.questions == ()


@pytest.mark.parametrize("text", ["hbo denkniveau", "vwo", "havo", "bezig met mbo-4", "mbo"])
def test_30988_what_proves_no_diploma_leaves_it_open(posting_text: Posting, text: str) -> None:
    assert outcome(dossier_of(posting_text("30988"), text, "2026-07-01"), "K2").status == "open"


@pytest.mark.parametrize("number", ["11734", "30661", "30954", "30988"])
def test_invariant_3_an_empty_candidate_leaves_everything_open(posting_text: Posting, number: str) -> None:
    for text in (None, "", "K. Jansen"):
        dossier = dossier_of(posting_text(number), text, "2026-06-20")
        assert dossier.assessment.verdict == "open"
        assert points(dossier) == (0, 0, 100)


def test_c9_two_people_in_one_text_are_never_merged(posting_text: Posting) -> None:
    two = (
        "Kandidaat 1: A. Bakker, mbo-4. 2019-2021 KCC-medewerker gemeente Delft.\n\n"
        "Kandidaat 2: C. Dijk, hbo. 2021-heden KCC-medewerker gemeente Gouda."
    )
    dossier = dossier_of(posting_text("11734"), two, "2023-03-10")
    assert points(dossier) == (0, 0, 100)
    question = dossier.questions[0]
    assert len(question.options) == 2
    chosen = dossier.answer(question.id, question.options[0].id)
    assert outcome(chosen, "K2").status == "met"
    assert not any("Gouda" in (job.employer or "") for job in chosen.candidate.employments)


def test_c4_years_without_dates_do_not_settle_a_window() -> None:
    posting = (
        "Inkomensconsulent\nAanvraagnummer 12\nEinde inschrijfdatum 14 juli 2026\n\nVereisten / knock-outcriteria\n\n"
        "1. Minimaal 2 jaar werkervaring in de afgelopen 5 jaar als inkomensconsulent;\n2. Minimaal 10 jaar ervaring als inkomensconsulent.\n"
    )
    dossier = dossier_of(posting, "15 jr inkomensconsulent", "2026-07-01")
    assert outcome(dossier, "K1").status == "open"
    assert outcome(dossier, "K2").status == "met"
