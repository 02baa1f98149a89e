"""Q1, Q2, Q4: an answer settles what it says and what follows from it, and nothing more."""

from datetime import date

import pytest

from core.asking.answering import answered
from core.assessment.knowledge import Effect
from core.errors import NotUnderstood
from core.model.assessment import Outcome
from core.model.base import Months
from core.model.candidate import Candidate, StatedDuration
from core.model.posting import Experience, Posting
from core.model.question import Question
from core.model.reminder import OfficeProfile
from core.state import State, computed
from tests.assessment.build import candidate, criterion, job, posting, seen

TODAY = date(2026, 6, 20)
NOBODY = candidate()
PLAIN = Experience(subjects=("inkoper",))
TWO_YEARS = Experience(subjects=("inkoper",), min_months=24)


class Talk:
    """A posting and a candidate, with the answers that were given so far."""

    def __init__(self, offer: Posting, person: Candidate = NOBODY) -> None:
        self.offer, self.person = offer, person
        self.effects: list[Effect] = []

    @property
    def state(self) -> State:
        return computed(self.offer, self.person, OfficeProfile(), self.effects, TODAY)

    def question(self, criterion: str) -> Question:
        state = self.state
        return next(q for q in (*state.questions, *state.corrections) if criterion in q.criteria)

    def say(self, criterion: str, answer: str) -> "Talk":
        state = self.state
        ask = state.ask(self.question(criterion).id)
        assert ask is not None
        self.effects += answered(ask, answer, state.reference_month)
        return self

    def outcome(self, criterion: str) -> Outcome:
        return next(o for o in self.state.result.assessment.criteria if o.id == criterion)

    def statuses(self) -> dict[str, str]:
        return {o.id: o.status for o in self.state.result.assessment.criteria}


def two(first: Experience, second: Experience) -> Posting:
    return posting(criterion("K1", first), criterion("A2", second, 20))


NARROWER = [
    (TWO_YEARS, TWO_YEARS.model_copy(update={"contiguous": True})),
    (PLAIN, PLAIN.model_copy(update={"degree": "ruime"})),
    (TWO_YEARS, TWO_YEARS.model_copy(update={"domain": "sociaal domein"})),
    (TWO_YEARS, TWO_YEARS.model_copy(update={"sector": "gemeente"})),
    (PLAIN, PLAIN.model_copy(update={"window_months": 36})),
    (
        TWO_YEARS.model_copy(update={"sector": "gemeente", "sector_open": True, "also_at": ("waterschap",)}),
        TWO_YEARS.model_copy(update={"sector": "gemeente"}),
    ),
    (
        TWO_YEARS.model_copy(update={"sector": "gemeente", "sector_open": True}),
        TWO_YEARS.model_copy(update={"sector": "gemeente"}),
    ),
]


@pytest.mark.parametrize(("wide", "narrow"), NARROWER)
def test_q2_a_yes_to_more_settles_less_and_not_the_other_way_round(wide: Experience, narrow: Experience) -> None:
    yes = {None: "ja", 24: "3 jaar"}[wide.min_months]
    less = Talk(two(wide, narrow)).say("K1", yes)
    assert less.statuses() == {"K1": "met", "A2": "open"}
    more = Talk(posting(criterion("K1", narrow), criterion("A2", wide, 20)))
    question = more.question("K1")
    option = question.options[-1] if narrow.min_months else question.options[0]
    assert more.say("K1", option.id).statuses() == {"K1": "met", "A2": "met"}


@pytest.mark.parametrize(("wide", "narrow"), NARROWER)
def test_q2_a_no_to_less_is_a_no_to_more_and_not_the_other_way_round(wide: Experience, narrow: Experience) -> None:
    assert Talk(two(wide, narrow)).say("K1", "no" if wide.min_months is None else "0 maanden").statuses() == {
        "K1": "unmet",
        "A2": "unmet",
    }
    if narrow.min_months is not None:
        talk = Talk(posting(criterion("K1", narrow), criterion("A2", wide, 20)))
        assert talk.say("K1", "minder dan 2 jaar").statuses() == {"K1": "unmet", "A2": "open"}


@pytest.mark.parametrize(
    ("update", "words"),
    [
        ({"contiguous": True}, "aaneengesloten als inkoper"),
        ({"sector": "gemeente", "sector_open": True, "also_at": ("waterschap",)}, "bij een gemeente of waterschap"),
        ({"sector": "gemeente", "sector_open": True}, "bij een gemeente of vergelijkbare organisatie"),
        ({"window_from": 2020 * 12}, "sinds jan 2020?"),
        ({"window_from": 2014 * 12, "window_to": 2015 * 12 + 11}, "in de periode jan 2014 t/m dec 2015?"),
    ],
)
def test_q1_a_question_says_all_that_its_answer_settles(update: dict[str, object], words: str) -> None:
    assert words in Talk(posting(criterion("K1", TWO_YEARS.model_copy(update=update)))).question("K1").text


def test_q1_a_degree_is_asked_in_its_own_words() -> None:
    wanted = PLAIN.model_copy(update={"degree": "ruime"})
    assert (
        Talk(posting(criterion("K1", wanted))).question("K1").text == "Heeft de kandidaat ruime ervaring als inkoper?"
    )
    person = candidate(job("inkoper", "gemeente Delft", "2020-01", "2024-12", sector="gemeente"))
    talk = Talk(posting(criterion("K1", wanted)), person)
    assert talk.question("K1").text.endswith("Telt dat als ruime ervaring als inkoper?")
    assert talk.say("K1", "ja").statuses() == {"K1": "met"}


def test_q1_a_job_that_counts_as_the_work_says_nothing_of_the_domain() -> None:
    narrow = TWO_YEARS.model_copy(update={"domain": "sociaal domein"})
    person = candidate(job("aankoopmedewerker", "gemeente Delft", "2020-01", "2024-12", sector="gemeente"))
    offer = posting(
        criterion("K1", TWO_YEARS.model_copy(update={"subjects": ("inkoper", "aankoopmedewerker")})),
        criterion("A2", narrow, 20),
    )
    assert Talk(offer, person).statuses()["A2"] == "open"


def test_q4_one_fact_asked_by_two_criteria_is_one_question() -> None:
    talk = Talk(two(PLAIN, TWO_YEARS))
    assert len({q.id for q in talk.state.questions if q.criteria}) == 1
    assert [o.label for o in talk.question("K1").options] == ["geen ervaring", "minder dan 2 jaar", "2 jaar of meer"]
    assert talk.say("K1", "minder dan 2 jaar").statuses() == {"K1": "met", "A2": "unmet"}


def test_c4_the_length_that_the_text_gives_is_not_replaced_by_the_length_of_the_job() -> None:
    said = seen("1,5 jaar TOPdesk ervaring")
    wanted = Experience(subjects=("TOPdesk",), min_months=36)
    person = candidate(
        job("servicedeskmedewerker", "gemeente Raalte", "2020-01", "2026-06", sector="gemeente"),
        tasks={0: "1,5 jaar TOPdesk ervaring"},
        durations=(StatedDuration(subject="TOPdesk", months=Months(low=18, high=18), employment=0, evidence=said),),
    )
    talk = Talk(posting(criterion("K1", wanted)), person)
    assert talk.question("K1").expects == "months"
    assert "1 jaar en 6 maanden" in talk.question("K1").text


def test_s2_a_no_to_more_takes_nothing_back() -> None:
    person = candidate(job("inkoper", "gemeente Delft", "2020-01", "2020-12", sector="gemeente"))
    talk = Talk(posting(criterion("K1", TWO_YEARS)), person).say("K1", "nee")
    assert talk.statuses() == {"K1": "unmet"}
    assert talk.outcome("K1").reason.startswith("Hooguit 1 jaar")


@pytest.mark.parametrize("answer", ["langer geleden", "vroeger wel"])
def test_q4_longer_ago_is_not_in_the_window(answer: str) -> None:
    talk = Talk(posting(criterion("K1", PLAIN.model_copy(update={"window_months": 36}))))
    try:
        talk.say("K1", answer)
    except NotUnderstood:
        return
    assert talk.statuses() == {"K1": "unmet"}


def test_c4_more_years_than_the_window_has_are_not_understood() -> None:
    talk = Talk(posting(criterion("K1", TWO_YEARS.model_copy(update={"window_months": 60}))))
    with pytest.raises(NotUnderstood):
        talk.say("K1", "15 jaar")


def test_s3_the_latest_of_two_answers_that_exclude_each_other_counts() -> None:
    narrow = TWO_YEARS.model_copy(update={"sector": "gemeente"})
    talk = Talk(two(TWO_YEARS, narrow)).say("K1", "1 jaar").say("A2", "3 jaar")
    assert talk.statuses() == {"K1": "met", "A2": "met"}
    assert talk.say("K1", "1 jaar").statuses() == {"K1": "unmet", "A2": "unmet"}


def test_c7_what_kind_of_employer_it_is_follows_up_and_down() -> None:
    person = candidate(job("inkoper", "Dienst Dommelvallei", "2020-01", "2025-12"))
    at = {s: TWO_YEARS.model_copy(update={"sector": s}) for s in ("gemeente", "overheid")}
    assert Talk(two(at["gemeente"], at["overheid"]), person).say("K1", "ja").statuses() == {"K1": "met", "A2": "met"}
    talk = Talk(two(at["overheid"], at["gemeente"]), person).say("K1", "nee")
    assert "K1" not in {c for q in talk.state.questions if q.facts[0].kind == "sector" for c in q.criteria}
    assert all(q.facts[0].kind != "sector" for q in talk.state.questions)


@pytest.mark.parametrize(
    ("subject", "words"),
    [
        ("inkoper", "werkte de kandidaat als inkoper?"),
        ("TOPdesk", "werkte de kandidaat met TOPdesk?"),
        ("dienstverlenende klantcontactfunctie", "werkte de kandidaat in een dienstverlenende klantcontactfunctie?"),
        ("administratief gebied", "werkte de kandidaat op administratief gebied?"),
    ],
)
def test_q1_a_subject_is_said_with_its_own_preposition(subject: str, words: str) -> None:
    wanted = Experience(subjects=(subject,), min_months=24)
    assert Talk(posting(criterion("K1", wanted))).question("K1").text.endswith(words)


def test_q1_whether_a_job_counts_and_whether_it_was_recent_is_one_question() -> None:
    person = candidate(job("klachtenfunctionaris", "gemeente Almere", "2012-01", "2016-12", sector="gemeente"))
    work = Experience(subjects=("klachtcoördinator",))
    talk = Talk(two(work, work.model_copy(update={"window_months": 36})), person)
    question = talk.question("K1")
    assert question.criteria == ("K1", "A2")
    assert "klachtenfunctionaris" in question.text
    assert talk.say("K1", "ja, langer geleden").statuses() == {"K1": "met", "A2": "unmet"}


def test_s3_a_yes_to_what_the_text_says_leaves_it_stated() -> None:
    person = candidate(job("inkoper", "gemeente Delft", "2020-01", "2025-12", sector="gemeente"))
    talk = Talk(posting(criterion("K1", TWO_YEARS)), person).say("K1", "3 jaar of meer")
    assert talk.outcome("K1").basis == "stated"
