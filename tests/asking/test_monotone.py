"""S6, Q1, Q2, Q4: properties of asking, on arbitrary criteria and candidates."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from core.asking.answering import answered
from core.asking.asks import Ask
from core.assessment.knowledge import Effect
from core.model.candidate import Candidate, CourseFact, EducationFact
from core.model.posting import Course, Criterion, Device, Education, Experience, Other, Posting, Requirement, Tier
from core.model.reminder import OfficeProfile
from core.state import State, computed
from tests.assessment.build import candidate, criterion, job, posting, seen, year

TODAY = date(2026, 6, 20)
SUBJECTS = ("klachtcoördinator", "TOPdesk", "medewerker klantcontactcentrum", "inkoper")
SECTORS = (None, "gemeente", "overheid", "publieke sector")
PARTS = ["alleen 1 jaar", "ja, maar pas sinds maart 2019", "hooguit 3 jaar", "tot en met 2016"]
"""Which part of a job counts."""
TIERS = (
    Tier(low=0, high=12, points=0),
    Tier(low=12, high=24, high_inclusive=True, points=10),
    Tier(low=24, low_inclusive=False, points=20),
)

experiences = st.builds(
    Experience,
    subjects=st.sampled_from(SUBJECTS).map(lambda s: (s,)),
    min_months=st.sampled_from((None, 12, 24, 36)),
    window_months=st.sampled_from((None, 36, 60)),
    sector=st.sampled_from(SECTORS),
)
requirements: st.SearchStrategy[Requirement] = st.one_of(
    experiences,
    experiences,
    experiences,
    st.builds(Education, level=st.sampled_from(("mbo-4", "hbo-bachelor"))),
    st.builds(Course, subject=st.sampled_from(("mediation", "PRINCE2"))),
    st.just(Device(items=("laptop",))),
    st.just(Other()),
)


@st.composite
def postings(draw: st.DrawFn) -> Posting:
    criteria: list[Criterion] = []
    for number, wanted in enumerate(draw(st.lists(requirements, min_size=1, max_size=6)), start=1):
        award = draw(st.booleans())
        tiered = award and isinstance(wanted, Experience) and wanted.min_months is None and draw(st.booleans())
        criteria.append(
            criterion(
                f"{'A' if award else 'K'}{number}",
                wanted,
                20 if award else None,
                text=f"punt {number}",
                tiers=TIERS if tiered else (),
            )
        )
    return posting(*criteria)


@st.composite
def candidates(draw: st.DrawFn) -> Candidate:
    roles = ("klachtcoördinator", "klachtenfunctionaris", "KCC-medewerker", "timmerman", "servicedeskmedewerker")
    employers = (("gemeente Delft", "gemeente"), ("UWV", "overheid"), ("Essent", "privaat"), ("Onbekend bv", None))
    jobs, tasks = [], {}
    for index in range(draw(st.integers(0, 3))):
        employer, sector = draw(st.sampled_from(employers))
        first = draw(st.integers(2012, 2024))
        last = first + draw(st.integers(0, 4))
        exact = draw(st.booleans())
        start = f"{first}-03" if exact else year(first)
        end = f"{last}-09" if exact else year(last)
        jobs.append(job(draw(st.sampled_from(roles)), employer, start, end, sector=sector))
        if draw(st.booleans()):
            tasks[index] = draw(st.sampled_from(("TOPdesk, accounts", "inkoop", "Geen ervaring met TOPdesk")))
    diplomas = draw(
        st.lists(
            st.builds(
                EducationFact,
                level=st.sampled_from(("mbo-3", "mbo-4", "hbo-bachelor", "vwo", "mbo")),
                finished=st.sampled_from((True, False, None)),
                evidence=st.just(seen("diploma")),
            ),
            max_size=2,
        )
    )
    courses = (CourseFact(name="Mediationtraining", evidence=seen("Mediationtraining")),) if draw(st.booleans()) else ()
    return candidate(*jobs, tasks=tasks, educations=tuple(diplomas), courses=courses)


def option_ids(state: State, ask: Ask) -> list[str]:
    return [*(option.id for option in state.worded(ask).options), "unknown"]


@settings(max_examples=120)
@given(postings(), candidates(), st.data())
def test_s6_answers_to_open_questions_only_narrow_and_nothing_is_asked_twice(
    offer: Posting, person: Candidate, data: st.DataObject
) -> None:
    effects: list[Effect] = []
    state = computed(offer, person, OfficeProfile(), effects, TODAY)
    asked: set[str] = set()
    for _ in range(40):
        if not state.questions:
            break
        before = state.result.assessment.points
        question = data.draw(st.sampled_from(state.questions), label="question")
        assert question.id not in asked, "asked twice"
        ask = state.ask(question.id)
        assert ask is not None
        typed = ["sinds maart 2021"] if question.expects == "period" else PARTS if ask.kind == "counts_as" else []
        choice = data.draw(st.sampled_from([*option_ids(state, ask), *typed]), label="answer")
        asked.add(question.id)
        effects += answered(ask, choice, state.reference_month)
        state = computed(offer, person, OfficeProfile(), effects, TODAY)
        after = state.result.assessment.points
        if question.expects != "period" and before.secured is not None:
            assert (after.secured or 0) >= before.secured, "secured fell"
            assert (after.reachable or 0) <= (before.reachable or 0), "reachable rose"
    else:
        raise AssertionError("the questions never end")


@given(postings(), candidates())
def test_s3_the_points_are_an_interval(offer: Posting, person: Candidate) -> None:
    points = computed(offer, person, OfficeProfile(), (), TODAY).result.assessment.points
    if points.secured is not None:
        assert 0 <= (points.in_cv or 0) <= points.secured <= (points.reachable or 0) <= (points.total or 0)


@given(postings(), candidates())
def test_s1_what_the_text_alone_says_never_fails_without_a_denial(offer: Posting, person: Candidate) -> None:
    statuses = {o.status for o in computed(offer, person, OfficeProfile(), (), TODAY).result.assessment.criteria}
    assert "unmet" not in statuses


@given(postings(), candidates(), st.randoms())
def test_s6_the_order_of_facts_changes_nothing(offer: Posting, person: Candidate, chance: object) -> None:
    if person.statements:
        return  # statements point at their jobs by position
    jobs = list(person.employments)
    chance.shuffle(jobs)  # type: ignore[attr-defined]  # hypothesis' Random
    shuffled = person.model_copy(update={"employments": tuple(jobs), "educations": person.educations[::-1]})
    one = computed(offer, person, OfficeProfile(), (), TODAY).result.assessment
    other = computed(offer, shuffled, OfficeProfile(), (), TODAY).result.assessment
    assert one.verdict == other.verdict
    assert one.points == other.points
    assert [(o.status, o.basis) for o in one.criteria] == [(o.status, o.basis) for o in other.criteria]


@given(postings(), candidates())
def test_q4_every_question_says_why_and_fits_its_buttons(offer: Posting, person: Candidate) -> None:
    for question in computed(offer, person, OfficeProfile(), (), TODAY).questions:
        assert question.why
        assert question.text.endswith(("?", ".", '"?'))
        assert all(len(option.label) <= 20 for option in question.options)
