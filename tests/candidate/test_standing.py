"""C6, C8: a paper that is named and yet nothing to show: ran out, asked for, begun, failed, somebody else's, wished for."""

import pytest

from core.candidate.reader import read_candidate

NOT_REGISTERED = [
    "SKJ-registratie verlopen in 2023",
    "is aangemeld voor SKJ",
    "SKJ-registratie aangevraagd",
    "SKJ in aanvraag",
    "SKJ-registratie doorgehaald",
    "wordt SKJ geregistreerd",
    "voorheen SKJ geregistreerd",
    "was SKJ geregistreerd",
    "SKJ geregistreerd geweest",
    "SKJ- en NIP-registratie verlopen",
    "SKJ-registratie is per 1 januari 2024 ingetrokken",
    "heeft zich aangemeld bij het SKJ",
    "registratie bij SKJ loopt",
    "SKJ-registratie vereist",
    "team van SKJ geregistreerde medewerkers",
    "nog niet SKJ geregistreerd",
    "bereid om zich bij het SKJ te registreren",
]


@pytest.mark.parametrize("text", NOT_REGISTERED)
def test_c6_no_registration(text: str) -> None:
    assert read_candidate(text, "summary").registrations == ()


@pytest.mark.parametrize(
    "text",
    [
        "SKJ geregistreerd",
        "SKJ-registratie: ja",
        "staat ingeschreven bij het SKJ",
        "SKJ geregistreerd sinds 2019",
        "SKJ geregistreerd, BIG in aanvraag",
        "SKJ-geregistreerd en wil graag dichtbij werken",
        "SKJ-registratie, volgt nu een opleiding",
        "Bezig met NEVI 2. SKJ geregistreerd.",
    ],
)
def test_c6_a_registration(text: str) -> None:
    assert read_candidate(text, "summary").registrations == ("SKJ",)


LICENCES: list[tuple[str, tuple[str, ...]]] = [
    ("rijbewijs B", ("rijbewijs B",)),
    ("B-rijbewijs", ("rijbewijs B",)),
    ("rijbewijs BE", ("rijbewijs BE", "rijbewijs B")),
    ("rijbewijs B, gaat in september op vakantie", ("rijbewijs B",)),
    ("Rijbewijs B en eigen auto, volgt nu een opleiding", ("rijbewijs B",)),
    ("heeft rijbewijs B; wil graag dichtbij werken", ("rijbewijs B",)),
    ("VCA behaald, bezig met BHV", ("VCA",)),
    ("is met rijlessen bezig voor rijbewijs B", ()),
    ("Rijbewijs B ingevorderd", ()),
    ("haalt volgende maand rijbewijs B", ()),
    ("rijbewijs B (in opleiding)", ()),
    ("rijbewijs B kwijt", ()),
    ("rijbewijs B bijna gehaald", ()),
    ("rijbewijs B nodig", ()),
    ("Partner heeft rijbewijs B", ()),
    ("VCA verlopen", ()),
    ("VCA, verlopen in 2022", ()),
    ("Bezig met VCA en BHV", ()),
    ("rijbewijs B en VCA verlopen", ()),
]


@pytest.mark.parametrize(("text", "licences"), LICENCES)
def test_c6_licences_that_can_be_shown(text: str, licences: tuple[str, ...]) -> None:
    assert read_candidate(text, "summary").licences == licences


STILL_TO_COME = [
    "NEVI 2 gestart",
    "NEVI 2, gestart in 2026",
    "NEVI 2 (verwacht december 2026)",
    "NEVI 2 nu mee bezig",
    "start in september met NEVI 2",
    "NEVI 2: examen nog te doen",
    "NEVI 2 theorie gehaald, praktijk nog niet",
    "NEVI 2 gezakt",
    "NEVI 2 voor 50% klaar",
    "ingeschreven voor NEVI 2",
    "is kandidaat voor NEVI 2",
    "Cursussen\nNEVI 2 - examen volgt",
    "Cursussen\nNEVI 2 (gestart 2026)",
]


@pytest.mark.parametrize("text", STILL_TO_COME)
def test_c8_a_course_still_to_come_is_not_done(text: str) -> None:
    courses = read_candidate(text, "summary").courses
    assert courses
    assert {course.status for course in courses} <= {"planned", "ongoing"}


@pytest.mark.parametrize(
    "text",
    ["collega's hebben NEVI 2", "NEVI 2 gewenst", "NEVI 2 is een pre", "certificaat PRINCE2 verlopen", "docent NEVI 2"],
)
def test_c6_a_course_of_somebody_else_or_of_the_posting_is_none(text: str) -> None:
    assert [c for c in read_candidate(text, "summary").courses if c.status == "done"] == []


COURSES: list[tuple[str, list[tuple[str, str]]]] = [
    ("NEVI 1 en 2 behaald", [("NEVI 1", "done"), ("NEVI 2", "done")]),
    ("NEVI 2 behaald, bezig met NEVI 3", [("NEVI 2", "done"), ("NEVI 3", "ongoing")]),
    ("bezig met NEVI 2 en NEVI 3", [("NEVI 2", "ongoing"), ("NEVI 3", "ongoing")]),
    (
        "Cursussen: notuleren (2019), agendabeheer, rapporteren",
        [("notuleren", "done"), ("agendabeheer", "done"), ("rapporteren", "done")],
    ),
    (
        "Training Keukentafelgesprekken in 2020 gevolgd, wil zich verder ontwikkelen",
        [("Training Keukentafelgesprekken", "done")],
    ),
]


@pytest.mark.parametrize(("text", "courses"), COURSES)
def test_c8_each_course_has_its_own_status(text: str, courses: list[tuple[str, str]]) -> None:
    assert [(c.name, c.status) for c in read_candidate(text, "summary").courses] == courses


NOT_FINISHED = [
    "hbo rechten voor 80% afgerond",
    "2 jaar hbo rechten gedaan",
    "1,5 jaar hbo bestuurskunde gevolgd",
    "toegelaten tot het hbo",
    "ingeschreven voor hbo rechten",
    "master gestart",
    "hbo rechten, gestart in 2024",
    "begonnen aan hbo rechten",
    "hbo rechten 180 ECTS van 240 behaald",
    "HBO Rechten, eerste twee jaar afgerond",
    "hbo rechten (P)",
    "hbo rechten - scriptie nog",
    "hbo rechten, afronding in 2027",
    "nu hbo-ICT",
]


@pytest.mark.parametrize("text", NOT_FINISHED)
def test_c6_a_study_begun_or_done_in_part_is_not_finished(text: str) -> None:
    educations = read_candidate(text, "summary").educations
    assert educations
    assert not any(study.finished for study in educations)


@pytest.mark.parametrize(
    "text",
    [
        "hbo cursus projectmanagement",
        "hbo-training gespreksvoering",
        "hbo masterclass leiderschap",
        "hbo module bestuursrecht",
        "hbo minor recht",
        "hbo vereist",
        "hbo-opleiding gewenst",
        "Gevraagd: hbo",
        "partner heeft hbo",
        "docent hbo rechten",
        "gaf les aan hbo studenten",
    ],
)
def test_c5_what_names_a_level_and_is_no_diploma(text: str) -> None:
    assert read_candidate(text, "summary").educations == ()


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("MBO level 4", "mbo-4"),
        ("mbo (level 3)", "mbo-3"),
        ("4 jaar hbo rechten gedaan, diploma 2014", "hbo-bachelor"),
        ("hbo rechten 2012 (4 jaar)", "hbo-bachelor"),
        ("hbo rechten, behaald in 2014, gaat in mei op vakantie", "hbo-bachelor"),
        ("hbo rechten 2014, wil graag een master doen", "hbo-bachelor"),
    ],
)
def test_c5_a_finished_study(text: str, level: str) -> None:
    assert (level, True) in [(study.level, study.finished) for study in read_candidate(text, "summary").educations]


@pytest.mark.parametrize(
    "text",
    [
        "hbo rechten 2014, wil graag een master doen",
        "hbo rechten 2014, bezig met master",
        "hbo rechten 2014, master gestart",
        "hbo rechten 2014. Master volgt.",
        "hbo rechten 2014, nog geen master",
    ],
)
def test_c6_a_degree_to_come_is_not_that_of_the_study_before_it(text: str) -> None:
    assert [(s.level, s.finished) for s in read_candidate(text, "summary").educations] == [
        ("hbo-bachelor", True),
        ("master", False),
    ]


@pytest.mark.parametrize(
    ("text", "paper", "last"),
    [
        ("SKJ geregistreerd tot 2024", "registrations.SKJ", "2023-12"),
        ("SKJ geregistreerd, geldig tot 1 mei 2024", "registrations.SKJ", "2024-04"),
        ("SKJ-registratie geldig t/m mei 2028", "registrations.SKJ", "2028-05"),
        ("boa-akte domein 1, geldig tot 2029", "licences.boa-akte domein I", "2028-12"),
        ("rijbewijs B, verloopt op 1-9-2030", "licences.rijbewijs B", "2030-08"),
    ],
)
def test_c6_a_paper_with_a_date_keeps_its_last_month(text: str, paper: str, last: str) -> None:
    year, month = map(int, last.split("-"))
    assert read_candidate(text, "summary").valid_until == {paper: year * 12 + month - 1}


@pytest.mark.parametrize(
    "text",
    ["NRVT?", "Over NRVT en tarief bel ik hem nog.", "NRVT: check ik nog", "SKJ-registratie? Geen idee, vraag ik na."],
)
def test_c6_what_the_recruiter_still_asks_is_no_registration(text: str) -> None:
    assert read_candidate(text, "summary").registrations == ()
