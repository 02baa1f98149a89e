"""C1: jobs over several lines, in every order; layout decides only where words don't."""

import pytest

from core.candidate.reader import read_candidate
from tests.candidate.expected import moment

TWO = ["Klantadviseur | Gemeente Delft | 2019-01 | heden", "Telefonist | Ziggo | 2015-03 | 2018-12"]

LAYOUTS: dict[str, str] = {
    "role, employer, period": "Werkervaring\nKlantadviseur\nGemeente Delft\njan 2019 - heden\n- balie\n\nTelefonist\nZiggo\nmrt 2015 - dec 2018\n- bellen\n",
    "employer, role, period": "Werkervaring\nGemeente Delft\nKlantadviseur\njan 2019 - heden\nBalie en telefoon.\nZiggo\nTelefonist\nmrt 2015 - dec 2018\nBellen met klanten.\n",
    "period, role, employer": "Werkervaring\njan 2019 - heden\nKlantadviseur\nGemeente Delft\n• balie\nmrt 2015 - dec 2018\nTelefonist\nZiggo\n• bellen",
    "period, employer, role": "Werkervaring\n\njan 2019 - heden\nGemeente Delft\nKlantadviseur\n\nmrt 2015 - dec 2018\nZiggo\nTelefonist\n",
    "period and employer, then role": "WERKERVARING\njan 2019 - heden  Gemeente Delft\nKlantadviseur\n- balie\nmrt 2015 - dec 2018  Ziggo\nTelefonist\n- bellen",
    "role and period, then employer": "WERKERVARING\nKlantadviseur (jan 2019 - heden)\nGemeente Delft\n- balie\nTelefonist (mrt 2015 - dec 2018)\nZiggo\n- bellen",
    "employer, then role and period": "WERKERVARING\nGemeente Delft\nKlantadviseur, jan 2019 - heden\n- balie\nZiggo\nTelefonist, mrt 2015 - dec 2018\n- bellen",
    "role and employer, then period": "Loopbaan\nKlantadviseur, Gemeente Delft\njan 2019 - heden\nBalie.\nTelefonist, Ziggo\nmrt 2015 - dec 2018\nBellen.",
    "period, then role at employer": "Loopbaan\njan 2019 - heden\nKlantadviseur bij Gemeente Delft\nBalie.\nmrt 2015 - dec 2018\nTelefonist bij Ziggo\nBellen.",
    "one line, bars": "Ervaring\nKlantadviseur | Gemeente Delft | jan 2019 - heden\nTelefonist | Ziggo | mrt 2015 - dec 2018",
    "one line, tabs": "Ervaring\njan 2019 - heden\tKlantadviseur\tGemeente Delft\nmrt 2015 - dec 2018\tTelefonist\tZiggo",
    "one line, tabs into blanks": "Ervaring\njan 2019 - heden    Klantadviseur    Gemeente Delft\nmrt 2015 - dec 2018    Telefonist    Ziggo",
    "markdown": "## Werkervaring\n### Klantadviseur\n**Gemeente Delft** | jan 2019 - heden\n* balie\n### Telefonist\n**Ziggo** | mrt 2015 - dec 2018\n* bellen",
    "markdown table": "# Ervaring\n| Periode | Functie | Werkgever |\n|---|---|---|\n| jan 2019 - heden | Klantadviseur | Gemeente Delft |\n| mrt 2015 - dec 2018 | Telefonist | Ziggo |",
    "labels": "Werkervaring\nFunctie: Klantadviseur\nWerkgever: Gemeente Delft\nPeriode: jan 2019 - heden\nTaken: balie\n\nFunctie: Telefonist\nWerkgever: Ziggo\nPeriode: mrt 2015 - dec 2018\nTaken: bellen",
    "labels in another order": "Werkervaring\nPeriode : jan 2019 - heden\nOrganisatie : Gemeente Delft\nRol : Klantadviseur\nResultaat : balie\nPeriode : mrt 2015 - dec 2018\nOrganisatie : Ziggo\nRol : Telefonist",
    "labels on one line": "Werkervaring\nFunctie: Klantadviseur Werkgever: Gemeente Delft Periode: jan 2019 - heden\nFunctie: Telefonist Werkgever: Ziggo Periode: mrt 2015 - dec 2018",
    "labels on lines of their own": "Werkervaring\nFunctie\nKlantadviseur\nWerkgever\nGemeente Delft\nPeriode\njan 2019 - heden\nFunctie\nTelefonist\nWerkgever\nZiggo\nPeriode\nmrt 2015 - dec 2018",
    "labels with tabs": "Werkervaring\nFunctie\tKlantadviseur\nWerkgever\tGemeente Delft\nPeriode\tjan 2019 - heden\n\nFunctie\tTelefonist\nWerkgever\tZiggo\nPeriode\tmrt 2015 - dec 2018",
    "period, employer, label of the role": "Werkervaring\n\njan 2019 - heden\nGemeente Delft (het stadskantoor)\nFunctie: Klantadviseur\n- balie\n\nmrt 2015 - dec 2018\nZiggo, Utrecht\nFunctie: Telefonist\n- bellen",
    "employer, period, label of the role": "Werkervaring\n\nGemeente Delft\njan 2019 - heden\nRol: Klantadviseur\nTaken: balie\n\nZiggo, mrt 2015 - dec 2018\nRol: Telefonist\nTaken: bellen",
    "from and to": "Werkervaring\nFunctie: Klantadviseur\nWerkgever: Gemeente Delft\nVan: januari 2019\nTot: heden\n\nFunctie: Telefonist\nWerkgever: Ziggo\nVan: maart 2015\nTot: december 2018",
    "linkedin": "Ervaring\n\nKlantadviseur\nGemeente Delft · Fulltime\njan. 2019 - heden · 4 jr 3 mnd\nDelft, Zuid-Holland, Nederland\n\nTelefonist\nZiggo · Parttime\nmrt. 2015 - dec. 2018 · 3 jr 10 mnd\nUtrecht en omgeving\n",
    "linkedin without gaps": "Ervaring\nGemeente Delft\nKlantadviseur\njan 2019 - heden · 4 jr 3 mnd\nDelft, Zuid-Holland\nZiggo\nTelefonist\nmrt 2015 - dec 2018 · 3 jr 10 mnd\nUtrecht, Nederland",
    "a blank line after every line": "Werkervaring\n\nKlantadviseur\n\nGemeente Delft\n\njan 2019 - heden\n\nBalie en telefoon.\n\nTelefonist\n\nZiggo\n\nmrt 2015 - dec 2018\n\nBellen met klanten.\n\nOpleiding\n\nmbo 4",
    "no heading at all": "Klantadviseur\nGemeente Delft\njan 2019 - heden\n\nTelefonist\nZiggo\nmrt 2015 - dec 2018\n",
    "lower case": "klantadviseur gemeente delft jan 2019 - heden\ntelefonist ziggo mrt 2015 - dec 2018",
    "english": "Work experience\nKlantadviseur, Gemeente Delft\nJanuary 2019 – present\nTelefonist, Ziggo\nMarch 2015 – December 2018",
    "bullets": "Werkervaring\n- jan 2019 - heden: Klantadviseur, Gemeente Delft\n- mrt 2015 - dec 2018: Telefonist, Ziggo",
    "numbered": "Werkervaring\n1. Klantadviseur, Gemeente Delft, jan 2019 - heden\n2. Telefonist, Ziggo, mrt 2015 - dec 2018",
    "gap between heading and period": "Werkervaring\n\nKlantadviseur - Gemeente Delft\n\njan 2019 - heden\nbalie\ntelefoon\n\nTelefonist - Ziggo\n\nmrt 2015 - dec 2018\nbellen\n",
}


def _shown(text: str) -> list[str]:
    return [
        f"{j.role or '-'} | {j.employer or '-'} | {moment(j.start)} | {'heden' if j.ongoing else moment(j.end)}".lower()
        for j in read_candidate(text).employments
    ]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_c1_any_layout_gives_the_same_jobs(layout: str) -> None:
    assert _shown(LAYOUTS[layout]) == [job.lower() for job in TWO]


@pytest.mark.parametrize(
    ("text", "jobs"),
    [
        (
            "Ervaring\nGemeente Breda\n5 jaar\nBeleidsadviseur\njan 2020 - heden · 3 jr\nBeleidsmedewerker\nmei 2018 - dec 2019 · 1 jr 8 mnd\n\nStagiair\nProvincie Zeeland\n2017",
            [
                "beleidsadviseur | gemeente breda | 2020-01 | heden",
                "beleidsmedewerker | gemeente breda | 2018-05 | 2019-12",
            ],
        ),
        (
            "Werkervaring\n2012 - heden Gemeente Breda\n- 2018 - heden Beleidsadviseur\n- 2012 - 2018 Beleidsmedewerker\n2008 - 2012 Planner, Transavia",
            [
                "beleidsadviseur | gemeente breda | 2018 | heden",
                "beleidsmedewerker | gemeente breda | 2012 | 2018",
                "planner | transavia | 2008 | 2012",
            ],
        ),
        (
            # the roles don't fill the years at the employer: what is left stays
            "Werkervaring\n2012 - heden Gemeente Breda\n- 2018 - heden Beleidsadviseur\n",
            ["- | gemeente breda | 2012 | heden", "beleidsadviseur | gemeente breda | 2018 | heden"],
        ),
        (
            "Opdrachten\nOpdrachtgever: Gemeente Gouda\nWerkgever: Yacht\nFunctie: Interim teammanager\nPeriode: 2021 - 2022\n",
            ["interim teammanager | gemeente gouda | 2021 | 2022"],
        ),
        (
            "Functie: Klachtcoördinator\nOpdrachtgever: gemeente Purmerend\nKandidaat: M. Bos\n\nWerkervaring\n2019 - 2021 jurist, UWV",
            ["jurist | uwv | 2019 | 2021"],
        ),
        (
            "* Functie: Toezichthouder Wmo\n* Gemeente: Almere\n* Periode: 2020 - heden\n* Bureau: Driessen",
            ["toezichthouder wmo | almere | 2020 | heden"],
        ),
        (
            # two jobs at the same time are two jobs
            "Werkervaring\n2018 - 2022 Docent recht, ROC Mondriaan\n2017 - 2022 Bezwaarjurist, gemeente Leiden",
            ["docent recht | roc mondriaan | 2018 | 2022", "bezwaarjurist | gemeente leiden | 2017 | 2022"],
        ),
        (
            # the profile repeats the list
            "Profiel\nSinds 2019 klantadviseur bij gemeente Delft.\n\nWerkervaring\n2019 - heden Klantadviseur, gemeente Delft\n",
            ["klantadviseur | gemeente delft | 2019 | heden"],
        ),
        (
            # courses, studies and references with years are no jobs
            "Werkervaring\n2019 - heden Klantadviseur, gemeente Delft\nOpleidingen\n2010 - 2014 Hbo Communicatie, Hogeschool Utrecht\nCursussen\n2015 - 2016 Leergang Klantcontact\nReferenties\nJ. Mol, teamleider gemeente Delft 2019 - 2021",
            ["klantadviseur | gemeente delft | 2019 | heden"],
        ),
    ],
)
def test_c1_jobs_under_one_employer_and_what_is_no_job(text: str, jobs: list[str]) -> None:
    assert [job for job in _shown(text) if "stagiair" not in job] == jobs


OPENINGS = (
    "Geslacht: man\nGeboortedatum: 12-03-1961\nNationaliteit: Nederlandse\n\n",
    "Vrouw (zij/haar), 41 jaar, geboren in Wuhan\n\n",
    "Man, 63 jaar, gereformeerd\n",
)


@pytest.mark.parametrize("opening", OPENINGS)
@pytest.mark.parametrize(
    "text",
    [
        "HBO Rechten (2014) en 2 jaar master rechten gevolgd, niet afgemaakt\njurist bezwaar & beroep bij provincie Fryslân 03/2021 tm nu\nsecretaris bezwaarcommissie tot en met 2021",
        "al 6 jr bij gem Lelystad, eerst 4 jr landmeter\nQGIS elke dag, met FME nog nooit gewerkt. geen python\nmbo4 landmeetkunde, bezig met ad geodesie",
        "Boa domein II (milieu), waterschap Rijnland, 2020 t/m heden.\nB-rijbewijs. Engels vloeiend",
    ],
)
def test_a_line_of_its_own_stays_one_whoever_it_is_about(opening: str, text: str) -> None:
    def facts(text: str) -> object:
        read = read_candidate(text)
        leave = {"evidence", "block"}
        return (
            _shown(text),
            [education.model_dump(exclude=leave) for education in read.educations],
            [denial.model_dump(exclude=leave) for denial in read.denials],
            read.tools and [tool.name for tool in read.tools],
        )

    assert facts(opening + text) == facts(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ha Petra,\n\nRuben Schaap, hbo HRM (2014). Sinds oktober 2023 hr-adviseur bij gemeente Nijkerk.\n\nDe cao gemeenten kent hij door en door. Verzuim doet hij zelf.\n\nGr. Maaike\n",
        "Anja: woz-taxateur bij GBLT 2018-2020, sindsdien zelfstandig makelaar\nheeft bij GBLT veel bezwaren behandeld\nrijbewijs B\n",
        "Werkervaring\n\nMaart 2018 - heden\nGemeente Zoetermeer - Medewerker KCC\nTelefonie en e-mail.\n\nOpleiding\nmbo 4, 2010\n\nIk ben bereid om 2 dagen op kantoor te werken.\n",
    ],
)
def test_an_empty_line_after_each_line_keeps_paragraphs_apart_as_before(text: str) -> None:
    def statements(text: str) -> list[tuple[str, str | None]]:
        return [(statement.text, statement.section) for statement in read_candidate(text).statements]

    assert statements("\n\n".join(text.split("\n"))) == statements(text)


def test_tasks_without_a_job_are_no_job() -> None:
    text = (
        "Hij werkte als HR adviseur bij gemeente Veenendaal ('25). Taken: paste de Cao Gemeenten toe.\n"
        "De kandidaat werkte als HR-adviseur bij Van Dalen Advies ('20). Werkzaamheden: gewerkt met Youforce.\n2023 opleiding coaching"
    )
    assert all(job.role for job in read_candidate(text, "cv").employments)
