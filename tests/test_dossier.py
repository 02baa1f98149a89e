"""DESIGN 1 and 5: a dossier is its events; the same events give the same bytes."""

import json
from datetime import date

import pytest

from core import Dossier, NothingToUndo, NotUnderstood, UnknownQuestion, check_document
from core.model.reminder import OfficeProfile

POSTING = """Servicedeskmedewerker
Aanvraagnummer\t40112\tStart\tZ.s.m.
Duur\t6 maanden\tOpleidingsniveau\tMBO
Uren per week\t32 tot 36 uur\tEinde inschrijfdatum\tdinsdag 14 juli 2026
Opdracht
Je werkt bij gemeente Meppel.
Vereisten / knock-outcriteria
1. Een afgeronde opleiding op minimaal mbo niveau 4;
2. Minimaal 2 jaar werkervaring als servicedeskmedewerker in de afgelopen 5 jaar;
3. Werkervaring in een bestuursgevoelige omgeving.
Gunningscriteria
4. Aantoonbare werkervaring met TOPdesk (60 punten);
 a. minder dan 1 jaar (0 punten);
 b. tussen 1 en 2 jaar (30 punten);
 c. meer dan 2 jaar (60 punten);
5. Je bent bereid om 2 dagen per week op kantoor te werken (40 punten).
"""
CANDIDATE = "J. Visser, mbo-4 ICT beheer. jan 2023 - heden: servicedeskmedewerker gemeente Assen, TOPdesk. zzp, 32 uur."
TODAY = date(2026, 6, 20)


def dossier() -> Dossier:
    return Dossier.new(today=TODAY).with_posting(POSTING).with_candidate(CANDIDATE, source="cv")


def test_invariant_1_json_out_and_back_gives_the_same_bytes() -> None:
    one = dossier().answer_criterion("A4", "ja").answer_criterion("K3", "ja")
    text = one.model_dump_json()
    back = Dossier.model_validate_json(text)
    assert back.model_dump_json() == text
    assert check_document(back).model_dump_json() == check_document(one).model_dump_json()


def test_invariant_1_nothing_computed_is_in_the_events() -> None:
    stored = json.loads(dossier().model_dump_json())
    assert set(stored) == {"schema_version", "events"}
    assert [event["kind"] for event in stored["events"]] == ["clock", "posting", "candidate"]


def test_undo_appends_and_takes_back_answer_after_answer() -> None:
    start = dossier()
    two = start.answer_criterion("K3", "ja").answer_criterion("A4", "ja")
    one = two.undo()
    assert len(one.events) == len(two.events) + 1
    assert check_document(one) == check_document(start.answer_criterion("K3", "ja"))
    assert check_document(one.undo()) == check_document(start)
    empty = one.undo().undo().undo()
    with pytest.raises(NothingToUndo):
        empty.undo()


def test_a_correction_is_a_new_answer_to_the_same_question() -> None:
    start = dossier()
    question = next(q for q in start.questions if "K3" in q.criteria)
    no = start.answer(question.id, "nee")
    assert no.assessment.verdict == "no_go"
    assert no.questions == ()
    yes = no.answer(question.id, "ja")
    assert yes.assessment.verdict == "go"


def test_s5_the_recruiter_can_go_on_after_a_failure() -> None:
    failed = dossier().answer_criterion("K3", "nee")
    assert failed.keep_asking().questions


def test_an_unknown_question_criterion_or_tick_is_an_error() -> None:
    with pytest.raises(UnknownQuestion):
        dossier().answer("0000000000", "ja")
    with pytest.raises(UnknownQuestion):
        dossier().answer_criterion("K99", "ja")
    with pytest.raises(UnknownQuestion):
        dossier().tick("no such thing")


def test_p7_another_reference_date_moves_the_window() -> None:
    start = dossier()
    assert start.assessment.reference_date == "2026-07-14"
    later = start.with_reference_date(date(2024, 3, 1))
    assert later.assessment.reference_date == "2024-03-01"
    assert next(o for o in later.assessment.criteria if o.id == "K2").status == "open"


def test_p8_the_clock_is_an_event() -> None:
    start = dossier()
    assert all(notice.code != "closed" for notice in start.notices)
    assert any(notice.code == "closed" for notice in start.at(date(2026, 8, 1)).notices)


def test_q8_the_office_profile_is_an_event() -> None:
    profile = OfficeProfile(registered_as_lender=True, recorded_on={"registered_as_lender": "2026-06-01"})
    given = dossier().with_profile(profile)
    assert given.profile == profile
    assert Dossier.model_validate_json(given.model_dump_json()).profile == profile


def test_s4_bid_ready_needs_a_cv_and_no_to_do_on_a_knock_out() -> None:
    go = dossier().answer_criterion("K3", "ja")
    assert go.assessment.verdict == "go"
    assert not go.assessment.bid_ready
    todo = next(o.todo for o in go.assessment.criteria if o.id == "K3")
    assert todo is not None
    assert todo.place == "cv"
    summary = Dossier.new(today=TODAY).with_posting(POSTING).with_candidate(CANDIDATE, source="summary")
    assert not summary.answer_criterion("K3", "ja").assessment.bid_ready


def test_evidence_offsets_count_the_text_as_it_was_received() -> None:
    start = dossier()
    for outcome in start.assessment.criteria:
        for evidence in outcome.evidence:
            if evidence.source == "cv":
                assert CANDIDATE[evidence.start : evidence.end] == evidence.quote
    for name, span in start.posting.spans.items():
        assert POSTING[span.start : span.end].strip(), name


def test_c9_a_second_text_of_the_same_candidate_adds_up() -> None:
    start = (
        Dossier.new(today=TODAY).with_posting(POSTING).with_candidate("J. Visser, mbo-4 ICT beheer.", source="summary")
    )
    assert start.candidate.source == "summary"
    both = start.with_candidate(
        "Curriculum vitae J. Visser\nWerkervaring\njan 2023 - heden servicedeskmedewerker gemeente Assen", source="cv"
    )
    assert both.candidate.source == "cv"
    by_id = {o.id: o for o in both.assessment.criteria}
    assert (by_id["K1"].status, by_id["K1"].basis) == ("met", "answered")
    assert by_id["K1"].todo is not None
    assert (by_id["K2"].status, by_id["K2"].basis) == ("met", "stated")


def test_a_plain_no_to_a_criterion_is_about_the_whole_of_it() -> None:
    posting = POSTING.replace("Werkervaring in een bestuursgevoelige omgeving", "Werkervaring als klachtcoördinator")
    person = "M. Prins, mbo-4. 2021 - heden klachtenfunctionaris gemeente Almere."
    start = Dossier.new(today=TODAY).with_posting(posting).with_candidate(person)
    assert start.answer_criterion("K3", "nee").assessment.verdict == "no_go"


def test_an_answer_to_one_criterion_commits_to_no_other() -> None:
    posting = POSTING.replace("Werkervaring in een bestuursgevoelige omgeving", "Je hebt een eigen laptop")
    start = Dossier.new(today=TODAY).with_posting(posting).with_candidate("M. Prins, mbo-4.")
    assert {"K3", "A5"} <= set(next(q for q in start.questions if "K3" in q.criteria).criteria)
    told = {o.id: o.status for o in start.answer_criterion("K3", "ja").assessment.criteria}
    assert (told["K3"], told["A5"]) == ("met", "open")


def test_a_plain_yes_to_a_criterion_says_that_its_threshold_is_reached() -> None:
    start = Dossier.new(today=TODAY).with_posting(POSTING).with_candidate("M. Prins, mbo-4.")
    by_id = {o.id: o for o in start.answer_criterion("K2", "ja").assessment.criteria}
    assert (by_id["K2"].status, by_id["K2"].basis) == ("met", "answered")
    with pytest.raises(NotUnderstood):
        start.answer_criterion("A4", "ja")
