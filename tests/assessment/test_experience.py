"""C3, C4, C7, C8, S1, S2 on hand-made candidates: what counts, what is asked, what excludes."""

import pytest

from core.assessment.assess import assess
from core.assessment.judged import Case
from core.assessment.knowledge import Effect, Knowledge
from core.candidate.reader import read_candidate
from core.candidate.statements import is_present
from core.model.assessment import Outcome
from core.model.base import Evidence, Months
from core.model.candidate import Candidate, Denial, StatedDuration, Statement
from core.model.posting import Experience, Posting, Tier
from core.model.question import Fact
from core.model.reminder import OfficeProfile
from tests.assessment.build import candidate, criterion, job, month, posting, seen, year

TOLD = Evidence(source="answer", quote="ja")


def judged(offer: Posting, person: Candidate, *effects: Effect) -> dict[str, Outcome]:
    case = Case(offer, person, Knowledge(effects), OfficeProfile(), month("2026-07"))
    return {outcome.id: outcome for outcome in assess(case, "2026-07-14").assessment.criteria}


def one(wanted: Experience, person: Candidate, *effects: Effect, points: float | None = None) -> Outcome:
    identity = "K1" if points is None else "A1"
    return judged(posting(criterion(identity, wanted, points)), person, *effects)[identity]


KCC = Experience(subjects=("medewerker klantcontactcentrum",), min_months=24, window_months=60, sector="gemeente")


def test_a_role_of_the_same_name_with_dates_is_stated() -> None:
    person = candidate(job("KCC-medewerker", "gemeente Delft", "2022-01", "2024-06", sector="gemeente"))
    outcome = one(KCC, person)
    assert (outcome.status, outcome.basis) == ("met", "stated")


@pytest.mark.parametrize(
    ("role", "employer", "sector", "start", "end", "kind"),
    [
        ("KCC-medewerker", "gemeente Delft", "gemeente", "2012-01", "2016-06", "job"),  # outside the window
        ("KCC-medewerker", "gemeente Delft", "gemeente", "2023-01", "2024-06", "job"),  # 18 months: too few
        ("KCC-medewerker", "Essent", "privaat", "2020-01", "2026-06", "job"),  # no gemeente
        ("KCC-medewerker", "gemeente Delft", "gemeente", "2020-01", "2026-06", "internship"),  # C3
        ("timmerman", "gemeente Delft", "gemeente", "2020-01", "2026-06", "job"),  # other work
        ("KCC-medewerker", "ISD Rijn", "samenwerkingsverband", "2020-01", "2026-06", "job"),  # C7: asked
        ("KCC-medewerker", "Zwarte Cross", None, "2020-01", "2026-06", "job"),  # unknown employer: asked
    ],
)
def test_s1_silence_and_too_little_never_fail_and_never_pass(
    role: str, employer: str, sector: str | None, start: str, end: str, kind: str
) -> None:
    person = candidate(job(role, employer, start, end, sector=sector, kind=kind))
    assert one(KCC, person).status == "open"


def test_c2_a_threshold_inside_the_interval_is_open() -> None:
    person = candidate(job("KCC-medewerker", "gemeente Delft", year(2022), year(2024), sector="gemeente"))
    assert one(KCC, person).status == "open"


def test_c7_a_gemeente_is_overheid_and_public_sector() -> None:
    person = candidate(job("KCC-medewerker", "gemeente Delft", "2022-01", "2026-06", sector="gemeente"))
    for sector in ("gemeente", "overheid", "publieke sector"):
        assert one(KCC.model_copy(update={"sector": sector}), person).status == "met"
    uwv = candidate(job("KCC-medewerker", "UWV", "2022-01", "2026-06", sector="overheid"))
    assert one(KCC.model_copy(update={"sector": "overheid"}), uwv).status == "met"
    assert one(KCC, uwv).status == "open"


TOPDESK = Experience(subjects=("TOPdesk",))
TIERS = (
    Tier(low=0, high=12, points=0),
    Tier(low=12, high=24, high_inclusive=True, points=15),
    Tier(low=24, low_inclusive=False, points=30),
)


def test_c4_a_tool_named_in_a_job_is_implied_for_its_months() -> None:
    person = candidate(
        job("servicedeskmedewerker", "gemeente Zwolle", "2019-05", None, sector="gemeente"),
        tasks={0: "TOPdesk, accounts"},
    )
    offer = posting(criterion("A7", TOPDESK, 30, tiers=TIERS))
    outcome = judged(offer, person)["A7"]
    assert (outcome.status, outcome.basis) == ("open", "implied")
    assert (outcome.points.secured, outcome.points.reachable) == (0, 30)


def test_c4_a_tool_is_stated_where_any_experience_will_do() -> None:
    person = candidate(
        job("servicedeskmedewerker", "gemeente Zwolle", "2019-05", None), tasks={0: "Werken met TOPdesk"}
    )
    assert one(TOPDESK, person, points=10).basis == "stated"


def test_c4_inside_a_window_a_job_that_began_before_it_only_implies_the_tool() -> None:
    person = candidate(job("servicedeskmedewerker", "gemeente Zwolle", "2010-05", "2025-01"), tasks={0: "TOPdesk"})
    wanted = TOPDESK.model_copy(update={"window_months": 60})
    assert one(wanted, person, points=10).basis == "implied"
    inside = candidate(job("servicedeskmedewerker", "gemeente Zwolle", "2023-05", "2025-01"), tasks={0: "TOPdesk"})
    assert one(wanted, inside, points=10).basis == "stated"


@pytest.mark.parametrize(
    ("tasks", "basis"),
    [
        ("werkt met TOPdesk, AFAS", "stated"),
        ("behandelt klachten, TOPdesk", "stated"),
        ("behandelt klachten, gewerkt met TOPdesk", "implied"),
        ("taken: werken met TOPdesk, werkt dagelijks met AFAS", "implied"),
    ],
)
def test_c4_the_present_tense_reaches_no_item_with_a_verb_of_its_own(tasks: str, basis: str) -> None:
    text = f"2015 - heden: servicedeskmedewerker bij gemeente Zwolle, {tasks}"
    wanted = TOPDESK.model_copy(update={"window_months": 60})
    assert one(wanted, read_candidate(text, "cv"), points=10).basis == basis


def test_c8_a_bare_skills_list_has_no_months_and_is_implied() -> None:
    person = candidate(tasks={-1: "Vaardigheden: TOPdesk, Excel"})
    assert one(TOPDESK, person, points=10).basis == "implied"


def test_c4_stated_years_count_without_a_window_only() -> None:
    said = StatedDuration(
        subject="inkomensconsulent", months=Months(low=180, high=180), evidence=seen("15 jr inkomensconsulent")
    )
    person = candidate(durations=(said,))
    wanted = Experience(subjects=("inkomensconsulent",), min_months=24)
    assert one(wanted, person).status == "met"
    assert one(wanted.model_copy(update={"window_months": 60}), person).status == "open"
    now = said.model_copy(update={"tied_to_today": True})
    assert one(wanted.model_copy(update={"window_months": 60}), candidate(durations=(now,))).status == "met"


def test_c4_stated_years_that_conflict_with_dated_jobs_give_the_hull() -> None:
    said = StatedDuration(subject="inkomensconsulent", months=Months(low=180, high=180), evidence=seen("15 jr"))
    person = candidate(
        job("inkomensconsulent", "gemeente Ede", "2025-01", "2025-12", sector="gemeente"), durations=(said,)
    )
    wanted = Experience(subjects=("inkomensconsulent",), min_months=24)
    assert one(wanted, person).status == "open"


def test_c6_weak_and_negated_mentions_prove_nothing() -> None:
    for text in ("Affiniteit met TOPdesk", "Geen ervaring met TOPdesk", "Wil graag met TOPdesk leren werken"):
        person = candidate(job("servicedeskmedewerker", "gemeente Zwolle", "2019-05", None), tasks={0: text})
        assert one(TOPDESK, person, points=10).basis == "none", text


def test_s1_an_explicit_denial_is_unmet() -> None:
    never = Denial(sector="gemeente", evidence=seen("nooit bij een gemeente gewerkt"))
    assert one(KCC, candidate(denials=(never,))).status == "unmet"
    none = Denial(subject="TOPdesk", evidence=seen("geen ervaring met TOPdesk"))
    assert one(TOPDESK, candidate(denials=(none,)), points=10).status == "unmet"


def test_s1_a_denial_of_something_narrower_or_beside_it_excludes_nothing() -> None:
    none = Denial(subject="complex agendabeheer", evidence=seen("geen complex agendabeheer"))
    assert one(Experience(subjects=("agendabeheer",)), candidate(denials=(none,)), points=10).status == "open"
    never = Denial(sector="gemeente", evidence=seen("nooit bij een gemeente gewerkt"))
    assert one(KCC.model_copy(update={"sector": None}), candidate(denials=(never,))).status == "open"


def test_s1_a_denial_against_a_dated_job_leaves_it_open() -> None:
    never = Denial(sector="gemeente", evidence=seen("nooit bij een gemeente gewerkt"))
    person = candidate(
        job("KCC-medewerker", "gemeente Delft", "2022-01", "2026-06", sector="gemeente"), denials=(never,)
    )
    assert one(KCC, person).status == "open"


def test_s3_the_latest_correction_beats_what_is_stated() -> None:
    person = candidate(job("KCC-medewerker", "gemeente Delft", "2022-01", "2026-06", sector="gemeente"))
    fact = Fact(kind="months", subject="medewerker klantcontactcentrum", window_months=60, sector="gemeente")
    less = Effect(fact=fact, months=Months(low=6, high=6), evidence=TOLD)
    more = Effect(fact=fact, months=Months(low=30, high=30), evidence=TOLD)
    assert one(KCC, person, less).status == "unmet"
    assert one(KCC, person, less, more).status == "met"


def test_q2_answers_bound_related_facts() -> None:
    wide = Experience(subjects=("klachtcoördinator",), min_months=36, sector="publieke sector")
    narrow = Experience(subjects=("klachtcoördinator",), min_months=36, window_months=60, sector="gemeente")
    offer = posting(criterion("K1", wide), criterion("A7", narrow, 35))
    fact = Fact(kind="months", subject="klachtcoordinator", sector="publieke sector")
    short = judged(offer, candidate(), Effect(fact=fact, months=Months(low=0, high=20), evidence=TOLD))
    assert (short["K1"].status, short["A7"].status) == ("unmet", "unmet")
    long = judged(offer, candidate(), Effect(fact=fact, months=Months(low=40, high=40), evidence=TOLD))
    assert (long["K1"].status, long["A7"].status) == ("met", "open")
    strict = fact.model_copy(update={"window_months": 60, "sector": "gemeente"})
    both = judged(offer, candidate(), Effect(fact=strict, months=Months(low=40, high=40), evidence=TOLD))
    assert (both["K1"].status, both["A7"].status) == ("met", "met")


def test_c8_names_that_a_sibling_criterion_lists_count_and_closed_lists_are_not_lent() -> None:
    plain = Experience(subjects=("medewerker klantcontactcentrum",), min_months=24)
    listed = Experience(subjects=("medewerker klantcontactcentrum", "publiekzaken", "callcenter"), min_months=36)
    person = candidate(job("medewerker publiekszaken", "gemeente Rijswijk", "2020-01", "2026-06", sector="gemeente"))
    offer = posting(
        criterion("K3", plain), criterion("A4", listed, 40, text="als KCC-medewerker (publiekzaken, callcenter)")
    )
    assert judged(offer, person)["K3"].status == "met"
    closed = Experience(subjects=("projectleider", "beleidsadviseur"), min_months=36)
    only = Experience(subjects=("projectleider",), min_months=24)
    adviser = candidate(job("beleidsadviseur", "gemeente Rijswijk", "2020-01", "2026-06", sector="gemeente"))
    for text in ("als projectleider of beleidsadviseur", "minstens twee (2) jaar als projectleider of beleidsadviseur"):
        offer = posting(criterion("K1", only), criterion("A2", closed, 40, text=text))
        assert judged(offer, adviser)["K1"].status == "open"


def test_s2_tiers_are_met_by_the_lowest_possible_points_and_unmet_by_the_highest() -> None:
    offer = posting(criterion("A7", TOPDESK, 30, tiers=TIERS))
    fact = Fact(kind="months", subject="topdesk")
    for months, status, points in (
        (Months(low=3, high=11), "unmet", (0, 0)),
        (Months(low=14, high=14), "met", (15, 15)),
        (Months(low=24, high=24), "met", (15, 15)),
        (Months(low=25, high=None), "met", (30, 30)),
        (Months(low=6, high=30), "open", (0, 30)),
    ):
        outcome = judged(offer, candidate(), Effect(fact=fact, months=months, evidence=TOLD))["A7"]
        assert (outcome.status, (outcome.points.secured, outcome.points.reachable)) == (status, points), months


def test_c6_a_negated_role_is_no_role() -> None:
    person = candidate(job("Geen KCC ervaring", "gemeente Delft", "2020-01", "2026-06", sector="gemeente"))
    assert one(KCC, person).basis == "none"


def test_c4_months_stated_beside_imprecise_dates_narrow_them() -> None:
    loose = job("KCC-medewerker", "gemeente Delft", year(2022), year(2025), sector="gemeente")
    wanted = Experience(subjects=("medewerker klantcontactcentrum",), min_months=36)
    assert one(wanted, candidate(loose)).status == "open"
    said = loose.model_copy(update={"stated_months": Months(low=36, high=36)})
    assert one(wanted, candidate(said)).status == "met"
    boast = loose.model_copy(update={"stated_months": Months(low=120, high=120)})
    assert one(wanted.model_copy(update={"min_months": 60}), candidate(boast)).status == "open"


def test_c7_employers_named_beside_the_sector_count_and_others_are_asked() -> None:
    wanted = Experience(
        subjects=("jurist",), min_months=24, sector="gemeente", sector_open=True, also_at=("provincie", "waterschappen")
    )
    for employer, sector, status in (
        ("provincie Utrecht", "overheid", "met"),
        ("waterschap Rivierenland", "overheid", "met"),
        ("UWV", "overheid", "open"),
        ("Kantoor Van Dam", "privaat", "open"),
    ):
        assert one(wanted, candidate(job("jurist", employer, "2020-01", "2024-12", sector=sector))).status == status


def test_c4_a_role_among_the_tasks_may_be_somebody_elses() -> None:
    person = candidate(
        job("juridisch medewerker", "gemeente Ede", "2019-05", None), tasks={0: "Hielp de klachtcoördinator"}
    )
    assert one(Experience(subjects=("klachtcoördinator",)), person, points=10).basis == "implied"


def test_c7_never_in_the_public_sector_excludes_every_sector_in_it() -> None:
    never = Denial(sector="publieke sector", evidence=seen("nog nooit in de publieke sector gewerkt"))
    for sector in ("gemeente", "overheid", "publieke sector"):
        assert one(KCC.model_copy(update={"sector": sector}), candidate(denials=(never,))).status == "unmet"
    town = Denial(sector="gemeente", evidence=seen("nooit bij een gemeente gewerkt"))
    assert one(KCC.model_copy(update={"sector": "overheid"}), candidate(denials=(town,))).status == "open"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("werkt met TOPdesk", "met"),
        ("Hij werkt dagelijks met TOPdesk", "met"),
        ("heeft TOPdesk", "open"),
        ("kan met TOPdesk overweg", "open"),
        ("is handig met TOPdesk", "open"),
        ("werkte met TOPdesk", "open"),
        ("werkt niet met TOPdesk", "open"),
        ("wil graag met TOPdesk werken", "open"),
        ("TOPdesk", "open"),
    ],
)
def test_c4_work_that_a_sentence_tells_now_is_done_in_the_one_job_that_runs(text: str, status: str) -> None:
    present = is_present(text.lower())
    said = Statement(text=text, present=present, evidence=seen(text))
    wanted = Experience(subjects=("TOPdesk",))
    running = job("klachtenfunctionaris", "gemeente Delft", "2020-01", None, sector="gemeente")
    over = job("klachtenfunctionaris", "gemeente Gouda", "2016-01", "2019-12", sector="gemeente")
    statuses = [
        one(wanted, candidate(*jobs).model_copy(update={"statements": (said,)})).status
        for jobs in ((running, over), (over,), (running, running.model_copy(update={"role": "trainer"})))
    ]
    assert statuses == [status, "open", "open"]
