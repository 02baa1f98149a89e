"""Generated cases: the reference by itself, and that the core says nothing false of anybody in a quick subset."""

from datetime import date

import pytest

from bench.generated import compare, generate
from bench.generated import reference as rules
from bench.generated.check import WRONG
from bench.generated.dates import told
from bench.generated.values import (
    Band,
    Combined,
    Criterion,
    Demand,
    Education,
    Employer,
    Experience,
    Holds,
    Job,
    Moment,
    Onsite,
    Period,
    Person,
    Said,
    SaidDiploma,
    SaidJob,
    SaidMonths,
    SaidUse,
    Sector,
    Subject,
    Use,
    Window,
    month,
)
from bench.generated.words import WORK

SEEDS = range(60)
JUNE = month(2026, 6)
EDE = Employer("gemeente Ede", "gemeente", told=True)
ROLE = Subject("role", "wmo", "Wmo-consulent")
TOOL = Subject("tool", "Zorgned", "Zorgned")


@pytest.mark.parametrize("seed", SEEDS)
def test_nothing_false_is_said_of_anybody(seed: int) -> None:
    assert [str(found) for found in compare(generate(seed)) if found.kind in WRONG] == []


def test_the_same_seed_gives_the_same_case() -> None:
    for seed in range(20):
        one, two = generate(seed), generate(seed)
        assert (one.posting, one.candidate, one.truth, one.final) == (two.posting, two.candidate, two.truth, two.final)


def test_a_case_is_whole() -> None:
    for seed in range(200):
        case = generate(seed)
        ids = [criterion.id for criterion in case.meant.criteria]
        assert list(case.final) == list(case.status) == ids
        assert len(set(ids)) == len(ids)
        assert {label.partition("/")[0] for label in case.truth.holds} <= set(ids)
        assert {label.partition("/")[0] for job in case.truth.jobs for label in job.does} <= set(ids)


def test_what_the_text_says_is_never_against_the_truth() -> None:
    for seed in range(1500):
        case = generate(seed)
        for criterion in case.meant.criteria:
            status, _ = rules.truth(criterion, case.person, case.meant.month)
            allowed = case.status[criterion.id]
            assert status == "open" or status in allowed or "open" in allowed, (seed, criterion.id)


def test_cases_are_varied() -> None:
    cases = [generate(seed) for seed in range(400)]
    assert {case.meant.work for case in cases} == set(WORK["work"])
    assert len({type(c.demand) for case in cases for c in case.meant.criteria}) >= 8
    assert len({case.style for case in cases}) >= 6
    assert {status for case in cases for status in case.status.values()} >= {rules.MET, rules.OPEN, rules.UNMET}


# The reference: what is true


def person(*jobs: Job) -> Person:
    return Person(jobs, (), frozenset(), 3, date(2026, 7, 1), 32, (), "zzp", 80)


def job(
    start: int, end: int | None, *, sector: Sector = "gemeente", stage: bool = False, uses: tuple[Use, ...] = ()
) -> Job:
    return Job("Wmo-consulent", "same", "wmo", Employer("X", sector, told=True), start, end, uses, stage)


def asked(demand: Demand, bands: tuple[Band, ...] = ()) -> Criterion:
    return Criterion("A1", "award", demand, "", 20, bands)


@pytest.mark.parametrize(
    ("jobs", "demand", "status"),
    [
        ((job(month(2024, 1), month(2025, 12)),), Experience((ROLE,), minimum=24), "met"),
        ((job(month(2024, 2), month(2025, 12)),), Experience((ROLE,), minimum=24), "unmet"),
        # overlaps count once, a stage never (C3)
        ((job(month(2024, 1), month(2024, 12)), job(month(2024, 7), month(2025, 6))), Experience((ROLE,), minimum=24), "unmet"),
        ((job(month(2022, 1), month(2025, 12), stage=True),), Experience((ROLE,)), "unmet"),
        # the window holds the month of the reference date, and what runs, runs up to it (C3)
        ((job(month(2025, 7), None),), Experience((ROLE,), minimum=12, window=Window(months=12)), "met"),
        ((job(month(2025, 8), None),), Experience((ROLE,), minimum=12, window=Window(months=12)), "unmet"),
        ((job(month(2019, 1), month(2021, 1)),), Experience((ROLE,), window=Window(since=month(2021, 1))), "met"),
        ((job(month(2019, 1), month(2020, 12)),), Experience((ROLE,), window=Window(since=month(2021, 1))), "unmet"),
        # gemeente, overheid, publieke sector (C7)
        ((job(month(2020, 1), None, sector="waterschap"),), Experience((ROLE,), sector="gemeente"), "unmet"),
        ((job(month(2020, 1), None, sector="waterschap"),), Experience((ROLE,), sector="overheid"), "met"),
        ((job(month(2020, 1), None, sector="publieke sector"),), Experience((ROLE,), sector="overheid"), "unmet"),
        ((job(month(2020, 1), None, sector="publieke sector"),), Experience((ROLE,), sector="publieke sector"), "met"),
        # a tool counts in the months of its use
        ((job(month(2020, 1), None, uses=(Use("tool", "Zorgned", month(2020, 1), month(2020, 6)),)),), Experience((TOOL,), minimum=12), "unmet"),
    ],
)  # fmt: skip
def test_the_truth_about_experience(jobs: tuple[Job, ...], demand: Experience, status: str) -> None:
    assert rules.truth(asked(demand), person(*jobs), JUNE)[0] == status


BANDS = (
    Band(None, 12, low_inclusive=True, high_inclusive=False, points=0),
    Band(12, 24, low_inclusive=True, high_inclusive=True, points=10),
    Band(24, None, low_inclusive=False, high_inclusive=False, points=20),
)
OVERLAP = (*BANDS[:2], Band(24, None, low_inclusive=True, high_inclusive=False, points=20))
GAP = (*BANDS[:2], Band(36, None, low_inclusive=True, high_inclusive=False, points=20))


@pytest.mark.parametrize(
    ("bands", "months", "points"),
    [
        (BANDS, 0, 0), (BANDS, 11, 0), (BANDS, 12, 10), (BANDS, 24, 10), (BANDS, 25, 20),
        (OVERLAP, 24, 10), (OVERLAP, 25, 20),
        (GAP, 30, 10), (GAP, 36, 20),
        (BANDS[1:], 6, 0),
    ],
)  # fmt: skip
def test_p5_points_in_an_overlap_and_a_gap_are_the_fewer(bands: tuple[Band, ...], months: int, points: int) -> None:
    assert rules.points_at(bands, months) == points


# The reference: what follows from the text


def text(*jobs: SaidJob, months: tuple[SaidMonths, ...] = ()) -> Said:
    return Said(jobs=list(jobs), months=list(months))


def years(first: int, last: int | None) -> Period:
    end = None if last is None else Moment(month(last, 1), month(last, 12))
    return Period(Moment(month(first, 1), month(first, 12)), end)


def exactly(start: int, end: int | None) -> Period:
    return Period(Moment(start, start), None if end is None else Moment(end, end))


STATED = SaidJob("wmo", "gemeente", exactly(month(2024, 1), month(2025, 12)))


@pytest.mark.parametrize(
    ("said", "demand", "statuses"),
    [
        (text(), Experience((ROLE,)), {"open"}),
        (text(STATED), Experience((ROLE,), minimum=24), {"met"}),
        (text(STATED), Experience((ROLE,), minimum=25), {"open"}),
        (text(STATED), Experience((ROLE,), minimum=24, sector="overheid"), {"met"}),
        (text(SaidJob("wmo", None, STATED.period)), Experience((ROLE,), sector="overheid"), {"open"}),
        # C2: 2019-2021 is anything from 14 to 36 months
        (text(SaidJob("wmo", "gemeente", years(2019, 2021))), Experience((ROLE,), minimum=14), {"met"}),
        (text(SaidJob("wmo", "gemeente", years(2019, 2021))), Experience((ROLE,), minimum=15), {"open"}),
        # C4: "4 jaar" says nothing inside a window, unless it is tied to today
        (text(months=(SaidMonths("role", "wmo", 48),)), Experience((ROLE,), minimum=48), {"met"}),
        (text(months=(SaidMonths("role", "wmo", 48),)), Experience((ROLE,), minimum=12, window=Window(months=60)), {"open"}),
        (text(months=(SaidMonths("role", "wmo", 48, tied=True),)), Experience((ROLE,), minimum=36, window=Window(months=60)), {"met"}),
        # C4: a tool in a job is implied for its months, and stated where any experience will do
        (text(SaidJob("wmo", "gemeente", STATED.period, (SaidUse("tool", "Zorgned", literal=True, present=False),))), Experience((TOOL,), minimum=12), {"open"}),
        (text(SaidJob("wmo", "gemeente", STATED.period, (SaidUse("tool", "Zorgned", literal=True, present=False),))), Experience((TOOL,)), {"met"}),
        (text(SaidJob("wmo", "gemeente", years(2015, None), (SaidUse("tool", "Zorgned", literal=True, present=False),))), Experience((TOOL,), window=Window(months=36)), {"open"}),
        (text(SaidJob("wmo", "gemeente", years(2015, None), (SaidUse("tool", "Zorgned", literal=True, present=True),))), Experience((TOOL,), window=Window(months=36)), {"met"}),
        (Said(denied={("tool", "Zorgned")}), Experience((TOOL,)), {"unmet"}),
        (Said(denied_sectors={"gemeente"}), Experience((ROLE,), sector="gemeente"), {"unmet"}),
        (Said(denied_sectors={"gemeente"}), Experience((ROLE,), sector="overheid"), {"open"}),
        (Said(diplomas=[SaidDiploma("hbo-bachelor", "Rechten", "bare")]), Education("mbo-4"), {"met"}),
        (Said(diplomas=[SaidDiploma("mbo-4", "Rechten", "yes")]), Education("hbo-bachelor"), {"open"}),
        (Said(diplomas=[SaidDiploma("hbo-bachelor", "Rechten", "no")]), Education("hbo-bachelor"), {"open"}),
        (Said(diplomas=[SaidDiploma("vwo", "", "yes")]), Education("mbo-4"), {"open"}),
        (Said(no_level={"hbo-bachelor"}), Education("hbo-bachelor", ("Rechten",)), {"unmet"}),
        (Said(things={"laptop": "yes"}), Holds("device", ("laptop", "telefoon")), {"open"}),
        (Said(things={"rijbewijs": "no"}), Holds("licence", ("rijbewijs",)), {"unmet"}),
        (Said(onsite=(0, 1)), Onsite(2), {"unmet"}),
        (Said(things={"NEVI 2": "yes"}), Combined("all", (Holds("course", ("NEVI 2",)), Education("mbo-4"))), {"open"}),
        (Said(things={"NEVI 2": "yes"}), Combined("any", (Holds("course", ("NEVI 2",)), Education("mbo-4"))), {"met"}),
    ],
)  # fmt: skip
def test_what_follows_from_a_text(said: Said, demand: Demand, statuses: set[str]) -> None:
    criterion = Criterion("K1", "knockout", demand, "")
    assert rules.allowed(criterion, said, JUNE, JUNE) == statuses


@pytest.mark.parametrize(
    ("form", "written", "start", "end"),
    [
        ("parts", "medio 2019 - eind 2021", (4, 9), (10, 12)),
        ("quarters", "Q2 2019 - Q4 2021", (4, 6), (10, 12)),
        ("years", "2019 - 2021", (1, 12), (1, 12)),
        ("numeric", "05-2019 - 11-2021", (5, 5), (11, 11)),
    ],
)
def test_c2_dates_are_written_with_what_they_say(
    form: str, written: str, start: tuple[int, int], end: tuple[int, int]
) -> None:
    class First:
        """Draws that always take the first choice."""

        def random(self) -> float:
            return 0.0

    found, period = told(First(), form, month(2019, 5), month(2021, 11))  # type: ignore[arg-type]  # all that is used of it
    assert found == written
    assert period.start == Moment(month(2019, start[0]), month(2019, start[1]))
    assert period.end == Moment(month(2021, end[0]), month(2021, end[1]))
