"""C1, C7: whose job it was, where, and which months are its own: what is denied, wished for, or somebody else's is no job."""

import pytest

from core.candidate.reader import read_candidate
from core.model.base import Sector

SECTORS: list[tuple[str, Sector | None]] = [
    # denied or wished for
    ("Wmo-consulent 2019-heden, nog nooit bij de gemeente Ede gewerkt", None),
    ("Wmo-consulent 2019-heden (niet gemeentelijk)", None),
    ("Wmo-consulent 2019-heden zonder gemeente-ervaring", None),
    ("Wmo-consulent 2019-heden. Wil graag bij gemeente Ede werken", None),
    ("2019-heden jurist UWV, wil naar een gemeente", "overheid"),
    ("nooit bij een gemeente gewerkt, wel 10 jaar klachtcoördinator bij een ziekenhuis (2014-2024)", None),
    # divided over two employers
    ("sinds 2022 schuldhulpverlener, eerst gemeente Ede, nu Kredietbank", None),
    ("sinds 2022 schuldhulpverlener, eerst bij de gemeente Ede en later Stadsbank Oost", None),
    ("sinds 2018 jurist gemeente Ede, daarna adviseur KPN", None),
    ("2015-2022 consulent bij gemeente Ede en Stichting MEE", None),
    ("2015-2022 consulent gemeente Ede/KPN", None),
    ("2015-2022 consulent gemeente Ede en gemeente Wijk bij Duurstede", "gemeente"),
    ("2015-2022 consulent gemeente Ede, afdeling Zorg en Welzijn", "gemeente"),
    ("consulent gemeente Ede 2015-2022, daarna KPN", "gemeente"),
    # a place or a client
    ("2015-2022 consulent bij Zuidweg, standplaats gemeente Ede", None),
    ("2015-2022 consulent in de gemeente Ede", None),
    ("2015-2022 consulent bij PLANgroep, in opdracht van gemeente Ede", None),
    ("2015-2022 zelfstandig consulent in opdracht van gemeente Ede", "gemeente"),
    ("2015-2022 consulent bij Zuidweg, gedetacheerd bij gemeente Ede", "gemeente"),
    ("2015-2022 consulent bij Loket Zorg van de gemeente Ede", "gemeente"),
    # somebody they worked with
    ("2015-2022 adviseur KPN (woonachtig gemeente Ede)", "privaat"),
]


@pytest.mark.parametrize(("text", "sector"), SECTORS)
def test_c7_a_sector_that_is_denied_wished_for_or_shared_is_open(text: str, sector: Sector | None) -> None:
    assert read_candidate(text, "summary").employments[0].sector == sector


@pytest.mark.parametrize(
    "text",
    [
        "vader was burgemeester gemeente Ede 2015-2022",
        "haar partner is Wmo-consulent gemeente Ede sinds 2015",
        "solliciteerde in 2022 bij gemeente Ede als jurist",
        "Gezochte functie: Wmo-consulent bij gemeente Ede 2026",
        "2015-2022 geen werk",
    ],
)
def test_c1_no_job_of_this_person(text: str) -> None:
    assert [job for job in read_candidate(text, "summary").employments if job.start is not None] == []


def test_c1_months_without_work_are_not_those_of_the_job_before_them() -> None:
    jobs = read_candidate("2015-2022 geen werk, daarvoor jurist gemeente Ede", "summary").employments
    assert [(job.role, job.start) for job in jobs] == [("jurist", None)]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Geen KCC ervaring, wel 5 jaar callcenter KPN (2018-2023)", "callcenter"),
        ("geen jurist, wel adviseur UWV 2015-2020", "adviseur"),
        ("Nooit teamleider, wel medewerker KCC gemeente Ede 2015-2020", "medewerker KCC"),
    ],
)
def test_c6_what_is_denied_is_no_role(text: str, role: str) -> None:
    assert read_candidate(text, "summary").employments[0].role == role


MONTHS: list[tuple[str, list[tuple[str | None, str | None, str | None, int | None]]]] = [
    # a length by itself beside the years is of the job; one of something else isn't
    ("Klachtencoördinator gemeente Haarlem 2022-2025 (3 jr)", [("Klachtencoördinator", "gemeente Haarlem", None, 36)]),
    ("2022-2025 (2,5 jaar): jurist gemeente Haarlem", [("jurist", "gemeente Haarlem", None, 30)]),
    ("2022-2025 jurist gemeente Haarlem, 2 jaar ervaring met TOPdesk", [("jurist", "gemeente Haarlem", None, None)]),
    ("2022-2025 jurist gemeente Haarlem, 1 jaar teamleider", [("jurist", "gemeente Haarlem", None, None)]),
    # two jobs in one sentence, each with its own bureau and length
    (
        "6 jaar klantmanager werk bij gem. Rotterdam (tot aug 23) daarna via Maandag bij Capelle als jobcoach",
        [("klantmanager werk", "gem. Rotterdam", None, None), ("jobcoach", "Capelle", "Maandag", None)],
    ),
    (
        "6 jaar klantmanager bij gemeente Ede, daarna jobcoach bij KPN",
        [("klantmanager", "gemeente Ede", None, 72), ("jobcoach", "KPN", None, None)],
    ),
    (
        "jurist gemeente Ede 2015-2020, daarna 2 jaar adviseur bij KPN",
        [("jurist", "gemeente Ede", None, None), ("adviseur", "KPN", None, 24)],
    ),
    (
        "jurist gemeente Ede 2015-2020, daarna wil ik adviseur bij KPN worden",
        [("jurist", "gemeente Ede", None, None)],
    ),
    (
        "IT support engineer, Hardenberg Gemeente, 2020-now",
        [("IT support engineer", "gemeente Hardenberg", None, None)],
    ),
]


@pytest.mark.parametrize(("text", "jobs"), MONTHS)
def test_c1_each_job_has_its_own_length_and_bureau(
    text: str, jobs: list[tuple[str | None, str | None, str | None, int | None]]
) -> None:
    read = read_candidate(text, "summary")
    assert [
        (job.role, job.employer, job.via, job.stated_months.low if job.stated_months else None)
        for job in read.employments
    ] == jobs
    assert read.initials is None


@pytest.mark.parametrize(
    "text",
    [
        "Eis: 3 jaar TOPdesk",
        "Functie-eisen: minimaal 3 jaar ervaring als schuldhulpverlener bij een gemeente",
        "U heeft minimaal 3 jaar ervaring met TOPdesk",
        "kandidaat moet 3 jaar TOPdesk hebben",
        "3 jaar TOPdesk gewenst",
        "collega's werken 4 jaar met TOPdesk",
        "team heeft 4 jaar ervaring met TOPdesk",
        "de gemeente werkt al 4 jaar met TOPdesk",
        "afgelopen 3 jaar geen TOPdesk",
    ],
)
def test_c6_months_of_somebody_else_or_of_the_posting_are_none(text: str) -> None:
    assert read_candidate(text, "summary").durations == ()


@pytest.mark.parametrize(
    ("text", "sector"),
    [
        ("5 jaar als jurist bij gemeenten en advocatenkantoren", None),
        ("10 jaar klachtcoördinator bij gemeente Ede en ziekenhuis Rijnstate", None),
        ("5 jaar jurist bij gemeenten en andere organisaties", None),
        ("5 jaar jurist bij diverse gemeenten", "gemeente"),
        ("5 jaar jurist bij gemeente Ede en gemeente Wageningen", "gemeente"),
    ],
)
def test_c7_months_over_two_kinds_of_employers_are_of_neither(text: str, sector: Sector | None) -> None:
    assert {d.sector for d in read_candidate(text, "summary").durations} == {sector}


@pytest.mark.parametrize(
    "text",
    [
        "afgelopen 3 jaar geen TOPdesk",
        "op dit moment geen TOPdesk",
        "geen TOPdesk meer sinds 2019",
        "nooit meer met TOPdesk gewerkt",
        "2015-2019 jurist UWV, daar geen Key2",
    ],
)
def test_s1_what_is_denied_of_a_time_or_place_excludes_nothing(text: str) -> None:
    assert read_candidate(text, "summary").denials == ()


@pytest.mark.parametrize(
    "text",
    [
        "begeleidt zzp'ers bij Bbz",
        "heeft jaren als zelfstandige gewerkt",
        "zzp opdrachten gedaan bij UWV",
        "wil zzp'er worden",
        "overweegt zzp",
        "was zzp'er",
        "eerst zzp, nu via ons",
        "adviseert freelancers",
    ],
)
def test_q7_a_form_that_is_past_or_somebody_elses_is_not_offered(text: str) -> None:
    assert read_candidate(text, "summary").contract_form is None


def test_c1_a_job_may_have_ended_where_the_next_began() -> None:
    first, second = read_candidate("vanaf 2010 Wmo-consulent, sinds 2023 teamleider", "summary").employments
    assert (first.role, first.ongoing, first.end) == ("Wmo-consulent", False, second.start)
    assert (second.role, second.ongoing) == ("teamleider", True)


@pytest.mark.parametrize(
    "text", ["sinds 2010 jurist UWV, sinds 2023 ook docent KPN", "2010 - heden jurist UWV, 2023 - heden docent KPN"]
)
def test_c3_two_jobs_at_the_same_time_both_go_on(text: str) -> None:
    assert [job.ongoing for job in read_candidate(text, "summary").employments] == [True, True]


@pytest.mark.parametrize(
    "text",
    [
        "2010-2020 beleidsadviseur MKB Nederland, gastlessen bij gemeente Ede",
        "2010-2020 beleidsadviseur MKB Nederland, lid gemeenteraad gemeente Ede",
    ],
)
def test_c7_what_was_done_beside_the_job_gives_it_no_sector(text: str) -> None:
    assert [job.sector for job in read_candidate(text, "summary").employments] == [None]


@pytest.mark.parametrize(
    "text", ["loondienst, zzp mag ook", "zzp in overleg", "detachering bespreekbaar?", "wil zzp of loondienst"]
)
def test_q7_a_form_that_is_only_possible_settles_nothing(text: str) -> None:
    assert read_candidate(text, "summary").contract_form is None


@pytest.mark.parametrize(
    "behind", ["(ingehuurd via bureau Socius Flex, 28 uur)", ", 28 uur per week", "(28 uur), detachering"]
)
def test_c4_what_stands_below_a_heading_is_of_the_job_whatever_the_hours_beside_it(behind: str) -> None:
    text = (
        f"Werkervaring\n\n01/2024 - heden\nSchuldhulpverlener\nGemeente Ede {behind}\n- werkt dagelijks met Stratech\n"
    )
    tasks = [one for one in read_candidate(text, "cv").statements if "Stratech" in one.text]
    assert [one.employment for one in tasks] == [0]
