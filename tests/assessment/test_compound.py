"""S2, S3, S4, P4, P14: compounds, tiers, combinations and conditions."""

import pytest

from core.assessment.assess import assess
from core.assessment.groups import requirements_in
from core.assessment.judged import Case
from core.assessment.knowledge import Effect, Knowledge
from core.assessment.plain import yes_fact
from core.assessment.scope import months_fact
from core.model.assessment import Outcome
from core.model.base import Evidence, Months
from core.model.candidate import Candidate, EducationFact
from core.model.posting import (
    AllOf,
    AnyOf,
    ContractFormRule,
    Course,
    Criterion,
    Document,
    Education,
    Experience,
    RateCap,
    Registration,
    Requirement,
    Tier,
)
from core.model.question import Fact
from core.model.reminder import OfficeProfile
from core.state import computed
from core.text.source import key
from tests.asking.test_what_answers_settle import TODAY, Talk
from tests.assessment.build import candidate, criterion, job, month, posting, seen

TOLD = Evidence(source="answer", quote="ja")
TIERS = (
    Tier(low=0, high=12, points=0),
    Tier(low=12, high=24, high_inclusive=True, points=10),
    Tier(low=24, low_inclusive=False, points=20),
)
BUYER = Experience(subjects=("inkoper",))
COORDINATOR = Experience(subjects=("klachtcoördinator",))
HBO = Education(level="hbo-bachelor")
DIPLOMA = EducationFact(level="hbo-bachelor", finished=True, evidence=seen("hbo"))


def years(subject: Experience, low: int, high: int | None = None) -> Effect:
    return Effect(fact=months_fact(subject, key(subject.subjects[0])), months=Months(low=low, high=high), evidence=TOLD)


def yes(fact: Fact, *, to: bool = True) -> Effect:
    return Effect(fact=fact, yes=to, evidence=TOLD)


HAS_HBO = Fact(kind="education", subject="hbo-bachelor")


def tiered(
    wanted: Requirement, *effects: Effect, person: Candidate | None = None, tiers: tuple[Tier, ...] = TIERS
) -> Outcome:
    offer = posting(criterion("A1", wanted, 20, tiers=tiers))
    case = Case(offer, person or candidate(), Knowledge(effects), OfficeProfile(), month("2026-07"))
    return assess(case, "2026-07-14").assessment.criteria[0]


@pytest.mark.parametrize(
    ("wanted", "effects", "secured", "reachable"),
    [
        (AllOf(parts=(HBO, BUYER)), (years(BUYER, 36),), 0, 20),  # the diploma is still open
        (AllOf(parts=(HBO, BUYER)), (years(BUYER, 36), yes(HAS_HBO)), 20, 20),
        (AllOf(parts=(HBO, BUYER)), (years(BUYER, 36), yes(HAS_HBO, to=False)), 0, 0),
        (AllOf(parts=(BUYER, COORDINATOR)), (years(BUYER, 36), years(COORDINATOR, 12, 23)), 10, 10),
        (AnyOf(parts=(BUYER, COORDINATOR)), (years(BUYER, 0, 0), years(COORDINATOR, 12, 23)), 10, 10),
        (AnyOf(parts=(BUYER, COORDINATOR)), (years(BUYER, 36),), 20, 20),
        (AnyOf(parts=(BUYER, COORDINATOR)), (years(BUYER, 0, 0), years(COORDINATOR, 0, 0)), 0, 0),
    ],
)
def test_s3_tiers_over_a_compound_count_the_months_of_all_or_of_one(
    wanted: Requirement, effects: tuple[Effect, ...], secured: float, reachable: float
) -> None:
    outcome = tiered(wanted, *effects)
    assert (outcome.points.secured, outcome.points.reachable) == (secured, reachable)


def test_p4_a_combination_earns_the_best_tier_whose_parts_hold() -> None:
    combined = (Tier(when=(0,), points=5), Tier(when=(1,), points=5), Tier(when=(0, 1), points=20))
    wanted = AllOf(parts=(HBO, Course(subject="PRINCE2")))
    course = yes_fact("course", "PRINCE2")
    table = [((), 0, 20), ((yes(HAS_HBO),), 5, 20), ((yes(HAS_HBO), yes(course)), 20, 20)]
    table.append(((yes(HAS_HBO), yes(course, to=False)), 5, 5))
    for effects, secured, reachable in table:
        outcome = tiered(wanted, *effects, tiers=combined)
        assert (outcome.points.secured, outcome.points.reachable) == (secured, reachable)


def test_s2_the_basis_of_tiers_is_the_weakest_that_the_points_need() -> None:
    person = candidate(job("inkoper", "gemeente Delft", "2025-01", "2026-06", sector="gemeente"))
    shown = tiered(BUYER, person=person)
    assert (shown.status, shown.basis, shown.points.in_cv, shown.todo) == ("met", "stated", 10, None)
    told = tiered(BUYER, years(BUYER, 25), person=person)
    assert (told.status, told.basis, told.points.in_cv, told.points.secured) == ("met", "answered", 10, 20)
    assert told.todo is not None


def test_s2_less_than_the_lowest_band_with_points_is_open_and_implied() -> None:
    person = candidate(job("inkoper", "gemeente Delft", "2026-01", "2026-06", sector="gemeente"))
    outcome = tiered(BUYER, person=person)
    assert (outcome.status, outcome.basis) == ("open", "implied")


CONDITION = "Indien de kandidaat met persoonsgegevens werkt"


def under(wanted: Requirement, **values: object) -> Criterion:
    return criterion("K1", wanted).model_copy(update={"condition": CONDITION, **values})


def test_p14_an_unknown_condition_is_asked_where_the_rest_fails() -> None:
    talk = Talk(posting(under(Course(subject="AVG"))))
    assert "AVG" in talk.question("K1").text
    assert talk.say("K1", "nee").statuses() == {"K1": "open"}
    question = talk.state.questions[0]
    assert CONDITION in question.text
    assert question.to_candidate is None
    ask = talk.state.ask(question.id)
    assert ask is not None
    told = {"no": "met", "yes": "unmet"}
    for option, status in told.items():
        again = Talk(talk.offer)
        again.effects = [*talk.effects, yes(ask.needs[0].fact, to=option == "yes")]
        assert again.statuses() == {"K1": status}
        assert not [q for q in again.state.questions if q.criteria]


def test_p14_what_holds_needs_no_condition() -> None:
    talk = Talk(posting(under(Course(subject="AVG")))).say("K1", "ja")
    assert talk.statuses() == {"K1": "met"}
    assert not [q for q in talk.state.questions if q.criteria]


def test_p14_a_condition_on_the_contract_form_is_met_for_another_form() -> None:
    lender = Registration.model_validate({"register": "Waadi", "holder": "supplier"})
    wanted = under(lender, condition_contract=("detachering", "uitzend"))
    talk = Talk(posting(wanted))
    assert talk.question("K1").facts[0].kind == "contract_form"
    assert talk.say("K1", "zzp").statuses() == {"K1": "met"}
    other = Talk(posting(wanted)).say("K1", "detachering")
    assert other.statuses() == {"K1": "open"}
    assert other.state.questions[0].asks == "supplier"


@pytest.mark.parametrize(
    ("wanted", "answer"),
    [(RateCap(amount="85.00"), "€ 80"), (ContractFormRule(excluded=("zzp",)), "detachering")],
)
def test_s4_what_the_supplier_says_goes_into_the_bid(wanted: Requirement, answer: str) -> None:
    todo = Talk(posting(criterion("K1", wanted))).say("K1", answer).outcome("K1").todo
    assert todo is not None
    assert todo.place == "inschrijving"


def test_s3_a_yes_to_a_diploma_that_the_text_has_leaves_it_stated() -> None:
    wanted = posting(criterion("K1", HBO), criterion("A2", Education(level="hbo-bachelor", fields=("inkoop",)), 10))
    talk = Talk(wanted, candidate(educations=(DIPLOMA,)))
    assert talk.outcome("K1").basis == "stated"
    assert talk.say("A2", "ja").outcome("K1").basis == "stated"


def test_every_leaf_of_a_compound_is_a_requirement() -> None:
    nested = AllOf(parts=(HBO, AnyOf(parts=(BUYER, COORDINATOR))))
    assert list(requirements_in(nested)) == [HBO, BUYER, COORDINATOR]
    assert computed(posting(criterion("K1", nested)), candidate(), OfficeProfile(), (), TODAY).questions


def test_s4_a_yes_to_the_rate_states_no_amount_that_nobody_gave() -> None:
    outcome = Talk(posting(criterion("K1", RateCap(amount="85.00")))).say("K1", "ja").outcome("K1")
    assert outcome.status == "met"
    assert outcome.todo is not None
    assert outcome.todo.text == "Vermeld in de inschrijving: uurtarief van hooguit € 85,00."
    refused = Talk(posting(criterion("K1", RateCap(amount="85.00")))).say("K1", "nee").outcome("K1")
    assert (refused.status, "85,00" in refused.reason, "Tarief € " in refused.reason) == ("unmet", True, False)


def test_q9_a_document_that_is_not_there_yet_fails_nothing() -> None:
    talk = Talk(posting(criterion("K1", Document(name="motivatie"))))
    assert talk.say("K1", "nee").statuses() == {"K1": "open"}
    assert talk.state.result.assessment.verdict == "go"
    assert not talk.state.result.assessment.bid_ready
    assert talk.say("K1", "ja").statuses() == {"K1": "met"}
