"""C1: employers that no list knows, and what is none. Each: the text, then `role | employer` per job, by hand."""

import pytest

from core.candidate.reader import read_candidate

CASES: list[tuple[str, list[str]]] = [
    # a kind of employer without a capital, and its name
    ("2015 - 2018 Maatschappelijk werker, stichting Rijnstad", ["Maatschappelijk werker | stichting Rijnstad"]),
    (
        "Geo-adviseur, ingenieursbureau Grontveld, Assen\nsept. 2018 t/m mei 2023",
        ["Geo-adviseur | ingenieursbureau Grontveld"],
    ),
    (
        "2013 - 2018: Pedagogisch medewerker, kinderopvang De Zandkorrel, Lisse",
        ["Pedagogisch medewerker | kinderopvang De Zandkorrel"],
    ),
    (
        "Werkervaring\n2016 - 2019\nRedacteur, huis-aan-huisblad De Stedendriehoek",
        ["Redacteur | huis-aan-huisblad De Stedendriehoek"],
    ),
    # a known name with more of it behind
    ("Werkervaring\nSept. 2008 t/m jan. 2012\nRabobank Graafschap\nRol: kassier", ["kassier | Rabobank Graafschap"]),
    ("2019 - 2021 kassier Rabobank Graafschap", ["kassier | Rabobank Graafschap"]),
    ("2019 - 2021 Rabobank Hypotheekadviseur", ["Hypotheekadviseur | Rabobank"]),
    (
        "Van januari 2019 t/m juli 2023 was ik groenbeheerder op Landgoed De Hooge Vorst.",
        ["groenbeheerder | Landgoed De Hooge Vorst"],
    ),
    ("docent aardrijkskunde op het Drachtster Lyceum (2012 - 2015)", ["docent aardrijkskunde | Drachtster Lyceum"]),
    ("Werkervaring\naug 2018 - apr 2021  Inkoper, Scania (productie-inkoop)", ["Inkoper | Scania"]),
    # a role above a list of employers
    (
        "secretaresse bij\n- gemeente Ede jan 2021 - dec 2021\n- gemeente Tiel feb 2023 - sep 2024",
        ["secretaresse | gemeente Ede", "secretaresse | gemeente Tiel"],
    ),
    # and what is no employer
    ("Werkervaring\n2016 - 2019 adviseur, team Jeugd", ["adviseur | -"]),
    ("Werkervaring\n2016 - 2019 adviseur, bureau Burgerzaken", ["adviseur | -"]),
    # names with a small word, a bracket or a place behind them
    (
        "Werkervaring\nHostess\nVan Gogh Museum (part-time, alongside my studies)\n2011 - 2015",
        ["Hostess | Van Gogh Museum"],
    ),
    (
        "Experience\nPolicy Officer\nHuis van de Nederlandse Provincies, Brussel\nsep. 2017 - dec. 2019",
        ["Policy Officer | Huis van de Nederlandse Provincies"],
    ),
    (
        "Werkervaring\n09/2013 - 02/2018   Toezichthouder\n                    Stadstoezicht Delft (via Unique)",
        ["Toezichthouder | Stadstoezicht Delft"],
    ),
    # a role goes on up to "bij"
    (
        "Sinds januari 2026 is ze programmamanager Regiodeal bij de regio Kop van Noord-Holland.",
        ["programmamanager Regiodeal | regio Kop van Noord-Holland"],
    ),
    ("Hij was acht jaar redacteur bij een regionale krant (2010-2018).", ["redacteur | -"]),
    ("Sinds 2019 jeugd- en gezinswerker bij gemeente Ede", ["jeugd- en gezinswerker | gemeente Ede"]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_c1_employers(text: str, expected: list[str]) -> None:
    found = read_candidate(text).employments
    assert [f"{job.role or '-'} | {job.employer or '-'}" for job in found] == expected


def test_c1_whom_a_team_worked_for_is_no_role() -> None:
    text = "Werkervaring\nsept. 2018 t/m mei 2023 Geo-adviseur, Grontveld\nIn 2021 en 2022 deel van het team dat ArcGIS inrichtte bij de Noordelijke netbeheerder."
    assert [job.role for job in read_candidate(text).employments] == ["Geo-adviseur"]


def test_c1_hours_beside_a_period_are_no_part_of_a_heading() -> None:
    text = "Opdrachten en banen\n\nGIS-specialist, gemeente Zwolle (via bureau Geotalent)\njan. 2024 t/m heden, 20 uur per week\nIk beheer de kaarten.\n\nGIS-analist, waterschap Vallei en Veluwe\njuni 2021 t/m december 2023, 16 uur per week (naast Zwolle)\nBouwde kaarten."
    found = read_candidate(text).employments
    assert [(job.role, job.start is not None) for job in found] == [("GIS-specialist", True), ("GIS-analist", True)]


@pytest.mark.parametrize(
    "text",
    [
        "jan 2021 - heden\nJurist, gemeente Ede (ingehuurd via bureau Noorderjuristen BV, 28 uur per week, later 32 uur per week)\n- behandelt bezwaren",
        "Jurist, gemeente Ede\njan 2021 - heden, zzp, tarief 80 euro\n- behandelt bezwaren",
        "jan 2021 - heden Jurist, gemeente Ede (ingehuurd via Yacht, 28 uur per week, Ruimte en Wonen)\n- behandelt bezwaren",
    ],
)
def test_c4_a_bracket_or_terms_in_a_heading_keep_the_tasks_with_their_job(text: str) -> None:
    read = read_candidate("Werkervaring\n" + text)
    (job,) = read.employments
    assert (job.role, job.employer, job.start is not None) == ("Jurist", "gemeente Ede", True)
    assert [s.employment for s in read.statements if "bezwaren" in s.text] == [0]


def test_c1_what_the_writer_takes_back_is_no_role() -> None:
    (job,) = read_candidate("senior... nee gewoon subsidieadviseur gem. Zaanstad (2008-2016)").employments
    assert job.role == "subsidieadviseur"


@pytest.mark.parametrize(
    ("text", "tools"),
    [
        ("Computer\nCabman, Exact, WhatsApp Business\n\nTalen\nNederlands", ["Exact", "Cabman", "WhatsApp Business"]),
        ("Werkt met City Control", ["City Control"]),
        ("Werkt met Topdesk", ["TOPdesk"]),
        ("Vaardigheden\nVriendelijk, Nederlands, Nauwkeurig", []),
        ("PRINCE2 Practitioner", []),
    ],
)
def test_c8_tools_by_the_name_in_the_text(text: str, tools: list[str]) -> None:
    assert [tool.name for tool in read_candidate(text).tools] == tools
