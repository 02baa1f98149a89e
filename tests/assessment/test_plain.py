"""C5, C6, Q8, Q9, P14: education, courses, devices, availability, contract form, conditions."""

from datetime import date

import pytest

from core import Dossier
from core.assessment.assess import assess
from core.assessment.judged import Case
from core.assessment.knowledge import Knowledge
from core.model.assessment import Outcome
from core.model.candidate import Candidate, CourseFact, Denial, EducationFact
from core.model.posting import (
    AllOf,
    AnyOf,
    Availability,
    ContractFormRule,
    Course,
    Device,
    Document,
    Education,
    Hours,
    Licence,
    RateCap,
    Registration,
    Requirement,
    Tier,
)
from core.model.reminder import OfficeProfile
from tests.assessment.build import candidate, criterion, month, posting, seen


def one(
    wanted: Requirement, person: Candidate, profile: OfficeProfile | None = None, condition: tuple[str, ...] = ()
) -> Outcome:
    line = criterion("K1", wanted).model_copy(
        update={"condition": "indien …" if condition else None, "condition_contract": condition}
    )
    case = Case(posting(line), person, Knowledge(), profile or OfficeProfile(), month("2026-07"))
    return assess(case, "2026-07-14").assessment.criteria[0]


def diploma(
    level: str | None, field: str | None = None, *, finished: bool | None = True, denied: bool = False
) -> Candidate:
    fact = EducationFact(level=level, field=field, finished=finished, denied=denied, evidence=seen("diploma"))
    return candidate(educations=(fact,))


@pytest.mark.parametrize(
    ("wanted", "person", "status"),
    [
        (Education(level="mbo-4"), diploma("mbo-4"), "met"),
        (Education(level="mbo-4"), diploma("hbo-bachelor"), "met"),
        (Education(level="mbo-4"), diploma("mbo-3"), "open"),
        (Education(level="mbo-4"), diploma("mbo"), "open"),
        (Education(level="mbo-4"), diploma("vwo"), "open"),
        (Education(level="mbo-4"), diploma("havo"), "open"),
        (Education(level="mbo"), diploma("mbo-2"), "met"),
        (Education(level="mbo-4"), diploma("mbo-4", finished=False), "open"),
        (Education(level="mbo-4"), diploma("mbo-4", finished=None), "open"),
        (Education(level="hbo-bachelor"), diploma("hbo-bachelor", finished=False, denied=True), "unmet"),
        (Education(level="mbo-4"), diploma("hbo-bachelor", finished=False, denied=True), "open"),
        (
            Education(level="mbo-4", fields=("ICT", "Facility Management")),
            diploma("mbo-4", "Facilitair leidinggevende"),
            "met",
        ),
        (Education(level="mbo-4", fields=("ICT",)), diploma("mbo-4", "kapper"), "open"),
        (Education(level="mbo-4", fields=("ICT",)), diploma("mbo-4"), "open"),
        (
            Education(level="hbo-bachelor", thinking_level=True),
            diploma("hbo-bachelor", finished=False, denied=True),
            "open",
        ),
    ],
)
def test_c5_level_and_field_come_from_one_finished_diploma(wanted: Education, person: Candidate, status: str) -> None:
    assert one(wanted, person).status == status


def test_c5_level_and_field_are_not_joined_from_two_diplomas() -> None:
    high = EducationFact(level="hbo-bachelor", field="bestuurskunde", finished=True, evidence=seen("hbo bestuurskunde"))
    low = EducationFact(level="mbo-3", field="ICT", finished=True, evidence=seen("mbo-3 ICT"))
    assert one(Education(level="mbo-4", fields=("ICT",)), candidate(educations=(high, low))).status == "open"


@pytest.mark.parametrize(
    ("course", "how", "status"),
    [
        ("Mediationtraining", "done", "met"),
        ("Mediationtraining", "ongoing", "open"),
        ("Mediationtraining", "planned", "open"),
        ("Mediationtraining", "denied", "unmet"),
        ("Cursus bloemschikken", "done", "open"),
        ("Kennismaking met mediation", "done", "open"),
        ("Mediationtraining (2 dagen, zonder examen)", "done", "open"),
    ],
)
def test_c6_c8_a_course_counts_when_it_is_done_and_about_the_subject(course: str, how: str, status: str) -> None:
    fact = CourseFact.model_validate({"name": course, "status": how, "evidence": seen(course)})
    assert one(Course(subject="mediation"), candidate(courses=(fact,))).status == status


def test_q8_a_device_may_come_from_the_office() -> None:
    wanted = Device(items=("telefoon", "laptop"))
    own = candidate(devices=("laptop",), evidence={"devices.laptop": seen("eigen laptop")})
    assert one(wanted, own).status == "open"
    office = OfficeProfile(provides_devices=("telefoon",), recorded_on={"provides_devices": "2026-06-01"})
    assert (one(wanted, own, office).status, one(wanted, own, office).basis) == ("met", "answered")
    without = own.model_copy(update={"no_devices": ("telefoon",)})
    assert one(wanted, without).status == "unmet"
    assert one(wanted, without, office).status == "met"


def test_p14_a_false_condition_meets_the_criterion() -> None:
    wanted = Registration(register_="Waadi", holder="supplier")
    forms = ("detachering", "uitzend", "doorleen")
    zzp = candidate(contract_form="zzp", evidence={"contract_form": seen("zzp")})
    outcome = one(wanted, zzp, condition=forms)
    assert outcome.status == "met"
    assert "Niet van toepassing" in outcome.reason
    hired = candidate(contract_form="detachering", evidence={"contract_form": seen("detachering")})
    assert one(wanted, hired, condition=forms).status == "open"
    assert one(wanted, hired, OfficeProfile(registered_as_lender=True), condition=forms).status == "met"
    assert one(wanted, hired, OfficeProfile(registered_as_lender=False), condition=forms).status == "unmet"
    assert one(wanted, candidate(), OfficeProfile(registered_as_lender=False), condition=forms).status == "open"


def test_availability_conflicts_exclude_and_silence_does_not() -> None:
    wanted = Availability.model_validate(
        {"from": "2026-08-04", "hours": Hours(min=24, max=27), "days": ("tue", "wed", "thu")}
    )
    told = {"available_from": seen("per direct"), "hours": seen("24 uur"), "days": seen("di wo do")}
    fits = candidate(available_from="now", hours=Hours(min=24, max=24), days=("tue", "wed", "thu"), evidence=told)
    assert one(wanted, fits).status == "met"
    assert one(wanted, fits.model_copy(update={"days": ()})).status == "open"
    assert one(wanted, fits.model_copy(update={"available_from": "2026-09-01"})).status == "unmet"
    assert one(wanted, fits.model_copy(update={"hours": Hours(min=16, max=20)})).status == "unmet"


def test_contract_forms_are_allowed_or_excluded() -> None:
    zzp = candidate(contract_form="zzp", evidence={"contract_form": seen("zzp")})
    assert one(ContractFormRule(excluded=("zzp",)), zzp).status == "unmet"
    assert one(ContractFormRule(allowed=("detachering",)), zzp).status == "unmet"
    assert one(ContractFormRule(allowed=("zzp",)), zzp).status == "met"
    assert one(ContractFormRule(excluded=("zzp",)), candidate()).status == "open"


@pytest.mark.parametrize(
    ("bid", "own", "includes", "status"),
    [
        ("70", None, ("all-in",), "met"),
        ("76", None, ("all-in",), "unmet"),
        ("74", None, (), "open"),  # close to the cap and silent on what it includes
        ("60", None, (), "met"),
        (None, "74", (), "open"),  # the own rate is not the bid
        (None, "90", (), "open"),  # C10: asked whether it can go down
        (None, None, (), "open"),
    ],
)
def test_c10_a_cap_compares_the_bid_rate_with_everything_it_includes(
    bid: str | None, own: str | None, includes: tuple[str, ...], status: str
) -> None:
    rate = {"own": own, "bid": bid, "includes": includes, "evidence": seen("tarief")}
    assert one(RateCap(amount="75.00", includes=("reiskosten",)), candidate(rate=rate)).status == status


def test_q9_a_document_is_never_asked_and_holds_back_only_the_bid() -> None:
    case = Case(
        posting(criterion("K1", Document(name="motivatie"))),
        candidate(),
        Knowledge(),
        OfficeProfile(),
        month("2026-07"),
    )
    result = assess(case, "2026-07-14").assessment
    assert (result.verdict, result.bid_ready) == ("go", False)


def test_compounds_are_three_valued() -> None:
    mbo, hbo = Education(level="mbo-4"), Education(level="hbo-bachelor")
    person = diploma("mbo-4")
    assert one(AllOf(parts=(mbo, hbo)), person).status == "open"
    assert one(AnyOf(parts=(hbo, mbo)), person).status == "met"
    no_hbo = candidate(
        educations=(
            EducationFact(level="mbo-4", finished=True, evidence=seen("mbo-4")),
            EducationFact(level="hbo-bachelor", denied=True, evidence=seen("geen hbo")),
        )
    )
    assert one(AllOf(parts=(mbo, hbo)), no_hbo).status == "unmet"


def test_p4_a_tier_of_a_combination_counts_the_parts_that_hold() -> None:
    mbo, hbo = Education(level="mbo-4"), Education(level="hbo-bachelor")
    tiers = (Tier(points=5, when=(0,)), Tier(points=5, when=(1,)), Tier(points=10, when=(0, 1)))
    line = criterion("A1", AnyOf(parts=(mbo, hbo)), 10, tiers=tiers)
    case = Case(posting(line), diploma("mbo-4"), Knowledge(), OfficeProfile(), month("2026-07"))
    points = assess(case, "2026-07-14").assessment.criteria[0].points
    assert (points.secured, points.reachable) == (5, 10)


def test_a_start_without_a_year_is_the_nearest_one() -> None:
    wanted = Availability.model_validate({"from": "2026-08-04"})
    told = {"available_from": seen("per 1 augustus")}
    assert one(wanted, candidate(available_from="--08-01", evidence=told)).status == "met"
    assert one(wanted, candidate(available_from="--09-01", evidence=told)).status == "unmet"
    january = Availability.model_validate({"from": "2027-01-04"})
    assert one(january, candidate(available_from="--12-15", evidence=told)).status == "met"


def test_c6_a_diploma_of_a_year_to_come_is_not_finished() -> None:
    fact = EducationFact(level="hbo-bachelor", finished=True, year=2027, evidence=seen("HBO Rechten (2023-2027)"))
    assert one(Education(level="hbo-bachelor"), candidate(educations=(fact,))).status == "open"
    past = fact.model_copy(update={"year": 2014})
    assert one(Education(level="hbo-bachelor"), candidate(educations=(past,))).status == "met"


def test_s1_a_denied_licence_is_unmet() -> None:
    denial = Denial(subject="rijbewijs", evidence=seen("geen rijbewijs"))
    assert one(Licence(name="rijbewijs B"), candidate(denials=(denial,))).status == "unmet"
    other = Denial(subject="rijbewijs C", evidence=seen("geen rijbewijs C"))
    assert one(Licence(name="rijbewijs B"), candidate(denials=(other,))).status == "open"


def test_q4_fixed_times_are_asked_once_as_they_stand() -> None:
    posting = "Baliemedewerker\n\nEisen\n1. Beschikbaar op de vaste werktijden: ma en di 12:00-17:00, wo, do en vr 08:30-13:30.\n"
    dossier = Dossier.new(today=date(2026, 7, 1)).with_posting(posting).with_candidate("hbo. Beschikbaar ma t/m vr")
    asked = [question for question in dossier.questions if "K1" in question.criteria]
    assert len(asked) == 1
    assert dossier.answer(asked[0].id, "ja").assessment.criteria[0].status == "met"
    away = dossier.with_candidate("Niet op woensdag beschikbaar.")
    assert away.assessment.criteria[0].status == "unmet"


def test_c8_work_with_a_system_is_no_hint_of_a_course() -> None:
    posting = "Medewerker burgerzaken\n\nWensen\n1. Cursus Basisregistratie Personen (BRP) (20 punten)\n"
    dossier = Dossier.new(today=date(2026, 7, 1)).with_posting(posting).with_candidate("systeem: iBurgerzaken")
    assert dossier.assessment.criteria[0].basis == "none"
