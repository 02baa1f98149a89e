"""Q4, C3: the recruiter says which part of a job counts."""

from datetime import date

import pytest

from core.asking.answering import answered
from core.assessment.knowledge import Effect
from core.errors import NotUnderstood
from core.model.base import Months
from core.model.posting import Experience
from core.model.question import Fact
from core.model.reminder import OfficeProfile
from core.state import State, computed
from tests.assessment.build import candidate, criterion, job, month, posting

TODAY = date(2026, 6, 20)
OTHER_NAME = "klachtenfunctionaris"


def state_of(wanted: Experience, answers: tuple[str, ...] = (), *more: str) -> State:
    """Whether 2020-09 till now counts as klachtcoördinator is asked first; `more` are other starts of such a job."""
    jobs = [job(OTHER_NAME, "gemeente Delft", "2020-09", None, sector="gemeente")]
    jobs += [
        job(OTHER_NAME, "gemeente Gouda", begin, end, sector="gemeente") for begin, end in (m.split() for m in more)
    ]
    offer = posting(criterion("A1", wanted, 20), closing="2026-07-14")
    effects: list[Effect] = []
    state = computed(offer, candidate(*jobs), OfficeProfile(), effects, TODAY)
    for answer in answers:
        effects += answered(state.asks[0], answer, state.reference_month)
        state = computed(offer, candidate(*jobs), OfficeProfile(), effects, TODAY)
    return state


def certain(wanted: Experience, answer: str) -> int:
    return state_of(wanted, (answer,)).result.judged["A1"].low


@pytest.mark.parametrize(
    ("answer", "months"),
    [
        ("ja", 71),
        ("alleen 1 jaar", 12),
        ("deels, 18 maanden", 18),
        ("ja, maar slechts 10 maanden daarvan", 10),
        ("nee, alleen de laatste 20 maanden", 20),
        ("hooguit 1 jaar", 0),
        ("ongeveer 2 jaar", 18),
        ("minimaal 2 jaar", 24),
        ("20 jaar", 71),
        ("ja, maar pas sinds maart 2024", 29),
        ("pas sinds 2024", 20),
        ("tot en met december 2021", 16),
        ("van januari 2021 t/m december 2022", 24),
        ("van januari 2010 t/m december 2020", 4),
        ("tot en met 2015", 0),
    ],
)
def test_q4_a_job_counts_for_the_part_that_is_typed(answer: str, months: int) -> None:
    assert certain(Experience(subjects=("klachtcoördinator",), min_months=60), answer) == (
        0 if answer == "nee" else months
    )


@pytest.mark.parametrize(
    "answer",
    [
        "3 jaar bij Almere",
        "nee, bij Almere van 2019 tot 2021",
        "ja, maar niet in 2023",
        "sinds 2024 niet meer",
        "ja, 2 jaar geleden",
        "ja, maar 1 jaar als vrijwilliger",
        "1 jaar en daarna 2 jaar als teamleider",
        "geen 3 jaar",
        "deels",
        "alleen soms",
    ],
)
def test_q4_a_part_with_anything_else_beside_it_is_not_guessed(answer: str) -> None:
    with pytest.raises(NotUnderstood):
        state_of(Experience(subjects=("klachtcoördinator",), min_months=60), (answer,))


@pytest.mark.parametrize(
    ("answer", "low"),
    [("alleen 1 jaar", 0), ("18 maanden", 0), ("4 jaar", 13), ("5 jaar", 25), ("5 jaar en 10 maanden", 35)],
)
def test_c3_months_that_may_lie_outside_the_window_do_not_count_for_certain(answer: str, low: int) -> None:
    """The job has 71 months, 36 of them in the window."""
    assert certain(Experience(subjects=("klachtcoördinator",), min_months=36, window_months=36), answer) == low


def test_c3_a_part_is_never_met_by_its_upper_end_and_the_window_is_asked() -> None:
    state = state_of(Experience(subjects=("klachtcoördinator",), min_months=24, window_months=36), ("3 jaar",))
    assert state.result.judged["A1"].status == "open"
    assert "laatste 3 jaar" in state.questions[0].text
    assert state.questions[0].expects == "months"


def test_c3_parts_of_jobs_that_overlap_may_be_the_same_months() -> None:
    wanted = Experience(subjects=("klachtcoördinator",), min_months=60)
    apart = state_of(wanted, ("1 jaar", "2 jaar"), "2016-01 2019-12")
    assert apart.result.judged["A1"].low == 36
    beside = state_of(wanted, ("1 jaar", "2 jaar"), "2019-01 2023-12")
    assert beside.result.judged["A1"].low == 24


def test_c3_months_in_part_of_a_job_are_in_one_piece_only_where_that_is_said() -> None:
    wanted = Experience(subjects=("klachtcoördinator",), min_months=24, contiguous=True)
    assert state_of(wanted, ("3 jaar",)).result.judged["A1"].status == "open"
    assert state_of(wanted, ("pas sinds maart 2024",)).result.judged["A1"].status == "met"


def test_c4_any_experience_will_do_and_a_part_is_some_where_it_lies_in_the_window() -> None:
    recent = Experience(subjects=("klachtcoördinator",), window_months=36)
    effects = {
        answer: certain_any(recent, answer) for answer in ("1 jaar", "3 jaar", "tot en met 2021", "pas sinds 2024")
    }
    assert effects == {"1 jaar": "open", "3 jaar": "met", "tot en met 2021": "open", "pas sinds 2024": "met"}


def certain_any(wanted: Experience, answer: str) -> str:
    offer = posting(criterion("K1", wanted))
    person = candidate(job(OTHER_NAME, "gemeente Delft", "2020-09", None, sector="gemeente"))
    ask = computed(offer, person, OfficeProfile(), [], TODAY).asks[0]
    effects = answered(ask, answer, month("2026-07"))
    return computed(offer, person, OfficeProfile(), effects, TODAY).result.judged["K1"].status


def test_s3_the_latest_answer_about_a_job_stands() -> None:
    offer = posting(criterion("A1", Experience(subjects=("klachtcoördinator",), min_months=24), 20))
    person = candidate(job(OTHER_NAME, "gemeente Delft", "2020-09", None, sector="gemeente"))
    effects: list[Effect] = []
    ask = computed(offer, person, OfficeProfile(), effects, TODAY).asks[0]
    told: dict[str, tuple[bool | None, Months | None]] = {}
    for answer, status in (("ja", "met"), ("alleen 1 jaar", "open"), ("nee", "open"), ("2 jaar", "met")):
        effects += answered(ask, answer, month("2026-07"))
        state = computed(offer, person, OfficeProfile(), effects, TODAY)
        assert state.result.judged["A1"].status == status, answer
        last = state.case.known.get(ask.needs[0].fact)
        told[answer] = (last.yes, last.months) if last else (None, None)
    assert told["2 jaar"] == (None, Months(low=24, high=24))
    assert isinstance(ask.needs[0].fact, Fact)
