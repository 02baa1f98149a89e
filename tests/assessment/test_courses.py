"""C6, C8, Q1: several courses that are all wanted, and what a yes or no about them says."""

from datetime import date

from core.asking.answering import answered
from core.assessment.knowledge import Effect
from core.model.candidate import Candidate, CourseFact
from core.model.posting import Course
from core.model.reminder import OfficeProfile
from core.state import State, computed
from tests.assessment.build import candidate, criterion, job, posting, seen

TODAY = date(2026, 6, 20)
THREE = Course(
    subject="notuleren, rapporteren en agendabeheer", subjects=("notuleren", "rapporteren", "agendabeheer"), need="all"
)


def followed(*names: str) -> Candidate:
    return candidate(courses=tuple(CourseFact(name=name, evidence=seen(name)) for name in names))


def state_of(person: Candidate, effects: list[Effect] | None = None) -> State:
    return computed(posting(criterion("A1", THREE, 15)), person, OfficeProfile(), effects or [], TODAY)


def said(person: Candidate, *answers: str) -> list[Effect]:
    effects: list[Effect] = []
    for answer in answers:
        state = state_of(person, effects)
        effects += answered(next(a for a in state.asks if a.criteria), answer, state.reference_month)
    return effects


def question(person: Candidate) -> str:
    return state_of(person).questions[0].text


def status(person: Candidate, effects: list[Effect]) -> str:
    return state_of(person, effects).result.judged["A1"].status


def test_q1_only_the_courses_that_do_not_show_are_asked_each() -> None:
    assert question(candidate()).endswith(
        "voor elk hiervan een afgeronde cursus of training: notuleren; rapporteren; agendabeheer?"
    )
    assert question(followed("Notuleren")).endswith(
        "voor elk hiervan een afgeronde cursus of training: rapporteren; agendabeheer?"
    )
    assert question(followed("Notuleren", "Rapporteren")).endswith("afgeronde cursus of training: agendabeheer?")
    assert status(followed("Notuleren", "Rapporteren", "Agendabeheer"), []) == "met"


def test_c8_work_that_was_done_is_no_course_about_it() -> None:
    person = candidate(
        job("secretaresse", "gemeente Delft", "2020-01", None, sector="gemeente"),
        tasks={0: "notuleert overleggen en doet het agendabeheer"},
    )
    assert state_of(person).result.judged["A1"].evidence == ()
    assert "notuleert" not in question(person)


def test_q1_a_yes_is_a_yes_to_each_and_a_no_to_some_is_a_no_to_all() -> None:
    assert status(candidate(), said(candidate(), "ja")) == "met"
    assert status(candidate(), said(candidate(), "nee")) == "unmet"
    assert status(followed("Notuleren"), said(followed("Notuleren"), "nee")) == "unmet"


def test_q4_what_was_answered_still_stands_when_a_text_shows_more() -> None:
    assert status(followed("Notuleren"), said(candidate(), "ja")) == "met"
    # Which of the three is missing, the no didn't say.
    assert status(followed("Notuleren"), said(candidate(), "nee")) == "unmet"
    # What was said of two of them doesn't say that the third, which showed in a text, was followed.
    assert status(candidate(), said(followed("Notuleren"), "ja")) == "open"
    assert status(candidate(), said(followed("Notuleren"), "nee")) == "unmet"


def test_s3_the_latest_answer_about_the_courses_stands() -> None:
    person = followed("Notuleren")
    ask = next(a for a in state_of(person).asks if a.criteria)
    month = state_of(person).reference_month
    no_then_yes = [*answered(ask, "nee", month), *answered(ask, "ja", month)]
    assert status(person, no_then_yes) == "met"
    assert status(person, [*no_then_yes, *answered(ask, "nee", month)]) == "unmet"
