"""C1-C3: jobs out of every way of writing. Each line: the text, then `role | employer | start | end` per job, by hand."""

import pytest

from core.candidate.reader import read_candidate
from core.model.base import month_text
from tests.candidate.expected import moment

CASES: list[tuple[str, list[str]]] = [
    # the period first, last, in between
    ("2016-2020 juridisch medewerker UWV", ["juridisch medewerker | UWV | 2016 | 2020"]),
    ("juridisch medewerker UWV 2016-2020", ["juridisch medewerker | UWV | 2016 | 2020"]),
    ("juridisch medewerker 2016-2020 UWV", ["juridisch medewerker | UWV | 2016 | 2020"]),
    ("UWV, juridisch medewerker, 2016-2020", ["juridisch medewerker | UWV | 2016 | 2020"]),
    ("UWV (2016-2020): juridisch medewerker", ["juridisch medewerker | UWV | 2016 | 2020"]),
    ("jan 2019 t/m mrt 2021: klantmanager bij de gemeente Tiel", ["klantmanager | gemeente Tiel | 2019-01 | 2021-03"]),
    ("Klantmanager, gemeente Tiel (jan. 2019 – heden)", ["Klantmanager | gemeente Tiel | 2019-01 | heden"]),
    (
        "Werkt sinds 2021 als klachtenfunctionaris bij de gemeente Almere",
        ["klachtenfunctionaris | gemeente Almere | 2021 | heden"],
    ),
    (
        "Bij de gemeente Almere werkt zij sinds 2021 als klachtenfunctionaris.",
        ["klachtenfunctionaris | gemeente Almere | 2021 | heden"],
    ),
    (
        "Van mei 2019 tot 1 juni 2020 was hij teamleider KCC bij gemeente Ede.",
        ["teamleider KCC | gemeente Ede | 2019-05 | 2020-05"],
    ),
    (
        "gemeente Zwolle / servicedeskmedewerker / mei 2019 – heden",
        ["servicedeskmedewerker | gemeente Zwolle | 2019-05 | heden"],
    ),
    ("Gemeente Delft | Klantadviseur | 01-2018 t/m 06-2021", ["Klantadviseur | Gemeente Delft | 2018-01 | 2021-06"]),
    ("Klantadviseur @ Gemeente Delft, Q3 2020 - nu", ["Klantadviseur | Gemeente Delft | 2020-07/2020-09 | heden"]),
    (
        "medio 2019 - eind 2021 inkoper, provincie Utrecht",
        ["inkoper | provincie Utrecht | 2019-04/2019-09 | 2021-10/2021-12"],
    ),
    ("Customer service agent at KPN, Jan 2019 – Present", ["Customer service agent | KPN | 2019-01 | heden"]),
    (
        "Sinds maart 2023 werkzaam als Wmo-consulent bij gemeente Weert (24 uur per week)",
        ["Wmo-consulent | gemeente Weert | 2023-03 | heden"],
    ),
    # the period over two columns
    ("| 09-2021 | heden | WOZ-taxateur | gemeente Almere |", ["WOZ-taxateur | gemeente Almere | 2021-09 | heden"]),
    (
        "| 2016 | 2019 | medew. burgerzaken | gem. Weert (via Driessen) |",
        ["medew. burgerzaken | gem. Weert | 2016 | 2019"],
    ),
    ("2019-01\theden\tjurist\tUWV", ["jurist | UWV | 2019-01 | heden"]),
    # abbreviations
    (
        "Van 2014 t/m 2022 was ze beleidsadviseur wonen bij prov. Zuid-Holland.",
        ["beleidsadviseur wonen | prov. Zuid-Holland | 2014 | 2022"],
    ),
    # several in one sentence
    (
        "sinds oktober 2023 HR-adviseur bij gemeente Nijkerk, daarvoor werkconsulent bij het UWV vanaf 2015",
        ["HR-adviseur | gemeente Nijkerk | 2023-10 | heden", "werkconsulent | UWV | 2015 | 2023-10"],
    ),
    (
        "Jeugdconsulent gemeente Ede 2015 - mei 2023, sindsdien teamleider in de ouderenzorg",
        ["Jeugdconsulent | gemeente Ede | 2015 | 2023-05", "teamleider in de ouderenzorg | - | 2023-05 | heden"],
    ),
    (
        "Jeugdconsulent gemeente Ede 2015 - mei 2023, sindsdien niet meer als consulent gewerkt",
        ["Jeugdconsulent | gemeente Ede | 2015 | 2023-05"],
    ),
    (
        "schuldhulpverlener bij gem Medemblik sinds 2020, daarvoor 5 jr deurwaarder",
        ["schuldhulpverlener | gem Medemblik | 2020 | heden", "deurwaarder | - | - | -"],
    ),
    # a period of something else in a job
    (
        "Sinds 2015 functioneel beheerder bij gemeente Ede (zaaksysteem Djuma, sinds begin 2021).",
        ["functioneel beheerder | gemeente Ede | 2015 | heden"],
    ),
    (
        "Experience\nAgent\nZiggo\nJan 2020 - Apr 2022\nTOPdesk since January 2021, before that we used another system",
        ["Agent | Ziggo | 2020-01 | 2022-04"],
    ),
    (
        "Ervaring\nsept. 2011 t/m dec. 2018\nAmbulant begeleider\nStichting Lindehout\no vanaf 2015 in opdracht van gemeenten",
        ["Ambulant begeleider | Stichting Lindehout | 2011-09 | 2018-12"],
    ),
    (
        "2016-2020 jurist UWV, 2021-heden klachtenfunctionaris gemeente Almere, zzp",
        ["jurist | UWV | 2016 | 2020", "klachtenfunctionaris | gemeente Almere | 2021 | heden"],
    ),
    (
        "klachtenfunctionaris gemeente Almere 2021-heden, jurist UWV 2016-2020",
        ["klachtenfunctionaris | gemeente Almere | 2021 | heden", "jurist | UWV | 2016 | 2020"],
    ),
    (
        "Nu klachtenfunctionaris gemeente Almere (sinds 2021), daarvoor 2016-2020 juridisch medewerker UWV",
        ["klachtenfunctionaris | gemeente Almere | 2021 | heden", "juridisch medewerker | UWV | 2016 | 2020"],
    ),
    (
        "sinds 2021 klachtenfunctionaris bij gemeente Almere, daarvoor jurist bij UWV (2016-2020)",
        ["klachtenfunctionaris | gemeente Almere | 2021 | heden", "jurist | UWV | 2016 | 2020"],
    ),
    (
        "klachtenfunctionaris gemeente Almere 2021-heden en jurist UWV 2016-2020",
        ["klachtenfunctionaris | gemeente Almere | 2021 | heden", "jurist | UWV | 2016 | 2020"],
    ),
    (
        "2015-2018: baliemedewerker gemeente Gouda; 2018-2021: medewerker burgerzaken gemeente Gouda; 2021-heden: teamleider burgerzaken gemeente Woerden",
        [
            "baliemedewerker | gemeente Gouda | 2015 | 2018",
            "medewerker burgerzaken | gemeente Gouda | 2018 | 2021",
            "teamleider burgerzaken | gemeente Woerden | 2021 | heden",
        ],
    ),
    (
        "hbo rechten 2012, 2016-2020 jurist UWV, NEVI 2 (2021), zzp, € 82",
        ["jurist | UWV | 2016 | 2020"],
    ),
    # a bureau is no employer
    (
        "2022 - heden beleidsadviseur gemeente Nijmegen via Yacht",
        ["beleidsadviseur | gemeente Nijmegen | 2022 | heden"],
    ),
    ("2019-2021 via Randstad KCC-medewerker bij gemeente Delft", ["KCC-medewerker | gemeente Delft | 2019 | 2021"]),
    ("2019-2021 Yacht, gedetacheerd bij gemeente Delft als jurist", ["jurist | gemeente Delft | 2019 | 2021"]),
    # an employer that nobody knows, and one without a name
    (
        "2015-2018 administratief medewerker bij Jansen Installatietechniek BV",
        ["administratief medewerker | Jansen Installatietechniek BV | 2015 | 2018"],
    ),
    (
        "2015-2018 | Administratief medewerker | Vloerhuis Noord",
        ["Administratief medewerker | Vloerhuis Noord | 2015 | 2018"],
    ),
    ("2015-2018 jurist bij een gemeente", ["jurist | - | 2015 | 2018"]),
    ("2015-2018 klantenservicemedewerker, Vloerhuis", ["klantenservicemedewerker | Vloerhuis | 2015 | 2018"]),
    # no employer may be made of what isn't one
    ("2015-2018 medewerker burgerzaken, TOPdesk", ["medewerker burgerzaken | - | 2015 | 2018"]),
    ("2015-2018 medewerker Wmo, balie, telefoon", ["medewerker Wmo | - | 2015 | 2018"]),
    ("2015-2018 beleidsadviseur, Den Haag", ["beleidsadviseur | - | 2015 | 2018"]),
    # no job at all
    ("geb. 12-03-1985, mbo 4 2005-2009, beschikbaar vanaf 1 september 2026", []),
    ("Geboren op 12 maart 1985 te Delft", []),
    ("hbo bestuurskunde 2008-2012", []),
    ("Mediationtraining 2022, Cursus Awb 2019-2020", []),
    ("Kandidaat kan per 1-9-2026 starten, contract tot 31-12-2026 mogelijk", []),
    ("tel 06-20182019, KvK 20152018, 2015 AB Haarlem", []),
    ("wil graag als klachtcoördinator bij gemeente Tiel werken", []),
    ("2019-2020 wereldreis en mantelzorg", []),
    (
        "2010/2015 UWV claimbeoordelaar, 2015/2019 gemeente Soest WMO consulent",
        ["claimbeoordelaar | UWV | 2010 | 2015", "WMO consulent | gemeente Soest | 2015 | 2019"],
    ),
    (
        "Interim manager burgerzaken | 2021-2022: gemeente Almere | 2018-2021: gemeente Utrecht",
        ["Interim manager burgerzaken | gemeente Almere | 2021 | 2022", "- | gemeente Utrecht | 2018 | 2021"],
    ),
    (
        "2011-2019 medewerker balie gemeente Emmen\n2019-heden idem gemeente Coevorden",
        ["medewerker balie | gemeente Emmen | 2011 | 2019", "medewerker balie | gemeente Coevorden | 2019 | heden"],
    ),
    (
        "Ik ben sinds 1 januari 2019 in dienst van de gemeente Katwijk als casemanager Wvggz.",
        ["casemanager Wvggz | gemeente Katwijk | 2019-01 | heden"],
    ),
    (
        "Hiervoor heb ik van 2012 t/m 2018 bij GGZ Rivierduinen gewerkt als SPV.",
        ["SPV | GGZ Rivierduinen | 2012 | 2018"],
    ),
    ("Wmo-consulent gemeente Ede t/m juni 2023 (vanaf 2010)", ["Wmo-consulent | gemeente Ede | 2010 | 2023-06"]),
    ("2015-heden gemeente Ede, o.a. beleidsadviseur", ["- | gemeente Ede | 2015 | heden"]),
    (
        "beleidsadviseur gemeente Ede vanaf 2015, met onderbreking 2017-2021",
        ["beleidsadviseur | gemeente Ede | 2015 | 2017", "beleidsadviseur | gemeente Ede | 2021 | heden"],
    ),
    # one job with a break, and a length with an end
    (
        "schuldhulpverlener gemeente Ede jan 2021 - jun 2021, sep 2022 - heden",
        [
            "schuldhulpverlener | gemeente Ede | 2021-01 | 2021-06",
            "schuldhulpverlener | gemeente Ede | 2022-09 | heden",
        ],
    ),
    (
        "15 jr klachtbehandelaar gemeente Amsterdam (tot 2019)",
        ["klachtbehandelaar | gemeente Amsterdam | 2004-02/2005-01 | 2019"],
    ),
    # where someone lives or believes is no employer
    ("woont in de gemeente Ede, adviseur KPN 2015-2022", ["adviseur | KPN | 2015 | 2022"]),
    ("freelance tekstschrijver 2012-2015", ["freelance tekstschrijver | - | 2012 | 2015"]),
    # without dates
    ("werkt als klantmanager bij de gemeente Tiel", ["klantmanager | gemeente Tiel | - | heden"]),
    ("3 jaar klantadviseur bij gemeente Delft", ["klantadviseur | gemeente Delft | - | -"]),
    ("Was eerder jurist bij UWV", ["jurist | UWV | - | -"]),
]


@pytest.mark.parametrize(("text", "jobs"), CASES)
def test_c1_a_job_has_its_role_employer_and_period(text: str, jobs: list[str]) -> None:
    read = read_candidate(text, "summary").employments
    shown = [
        f"{j.role or '-'} | {j.employer or '-'} | {moment(j.start)} | {'heden' if j.ongoing else moment(j.end)}"
        for j in read
    ]
    assert shown == jobs


@pytest.mark.parametrize(
    ("text", "via"),
    [
        ("2022 - heden beleidsadviseur gemeente Nijmegen via Yacht", "Yacht"),
        ("2022 - heden beleidsadviseur gemeente Nijmegen (via Brunel)", "Brunel"),
        ("feb 2019 – dec 2021 gedetacheerd via Brunel bij gemeente Arnhem als contractmanager", "Brunel"),
        ("2019-2021 Yacht, gedetacheerd bij gemeente Delft als jurist", "Yacht"),
        ("2019-2021 via bureau Zomer en Partners jurist bij gemeente Delft", "Zomer en Partners"),
        ("2019-2021 jurist gemeente Delft, via detachering", None),
        ("2019-2021 jurist gemeente Delft via een uitzendbureau", None),
    ],
)
def test_c1_a_bureau_is_no_employer(text: str, via: str | None) -> None:
    (job,) = read_candidate(text, "summary").employments
    assert job.via == via
    assert job.employer in ("gemeente Nijmegen", "gemeente Arnhem", "gemeente Delft")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("2019-2020 stagiair juridische zaken, gemeente Delft", "internship"),
        ("2019 - 2020 Stage beleid, gemeente Delft", "internship"),
        ("2019-2021 stagecoördinator, ROC Mondriaan", "job"),
        ("2015-2018 vrijwilliger bij de Voedselbank", "volunteer"),
        ("2015-2018 vrijwilligerscoördinator, gemeente Delft", "job"),
        ("2015-2018 jurist, gemeente Delft", "job"),
        ("2010-2012 advocaat-stagiaire, AKD advocaten", "job"),
    ],
)
def test_c3_a_stage_is_no_work_and_volunteering_is_its_own_kind(text: str, kind: str) -> None:
    (job,) = read_candidate(text, "summary").employments
    assert job.kind == kind


@pytest.mark.parametrize(
    ("text", "sector"),
    [
        ("2015-2018 jurist bij een gemeente", "gemeente"),
        ("2015-2018 jurist bij diverse gemeenten", "gemeente"),
        ("2015-2018 jurist bij de overheid", "overheid"),
        ("2015-2018 jurist bij de gemeenten Delft en Rijswijk", "gemeente"),
        ("2015-2018 jurist gemeente Tiel", "gemeente"),
        ("2015-2018 jurist bij een verzekeraar", "privaat"),
        ("2015-2018 jurist bij Vloerhuis Noord", None),
        ("Wmo-consulent 2019-heden, niet bij een gemeente", None),
        ("2015-2022 adviseur BMC, diverse opdrachten bij gemeenten", None),
        ("sinds 2022 schuldhulpverlener, eerst gemeente Ede, nu Kredietbank Nederland", None),
        ("2015-2022 jurist UWV, gedetacheerd bij gemeente Ede", "gemeente"),
    ],
)
def test_c7_an_employer_has_a_sector_or_is_unknown(text: str, sector: str | None) -> None:
    (job,) = read_candidate(text, "summary").employments
    assert job.sector == sector


@pytest.mark.parametrize(
    "text",
    [
        "predikant protestantse gemeente Ede 2015-2022",
        "woont in gemeente Ede, adviseur 2015-2022",
        "overleg met gemeente Ede, adviseur KPN 2015-2022",
    ],
)
def test_c7_a_gemeente_that_is_no_employer(text: str) -> None:
    assert all(job.sector != "gemeente" for job in read_candidate(text, "summary").employments)


def test_c4_tasks_belong_to_the_job_before_them() -> None:
    text = "2019-2021 klantmanager gemeente Tiel, intakes en heronderzoeken. Daarna 2021-heden jurist UWV. Ervaring met TOPdesk. zzp"
    read = read_candidate(text, "summary")
    of = {s.text.rstrip("."): s.employment for s in read.statements if not s.heading}
    assert of["intakes en heronderzoeken"] == 0
    assert of["Ervaring met TOPdesk"] is None
    assert of["zzp"] is None


@pytest.mark.parametrize(
    ("text", "jobs"),
    [
        # a role that nobody knows: the line above is a job of its own, without dates
        (
            "complaints coordinator bij gemeente Midden-Delfland\nverkoper Transportbedrijf Visser (01-05-2021 - 30-04-2024)",
            {("complaints coordinator", None), ("verkoper Transportbedrijf Visser", "2021-05")},
        ),
        (
            "01-03-2020 – heden verpleegkundige Bakkerij Van Loon\nconsulent Wmo bij gemeente Ede",
            {("verpleegkundige Bakkerij Van Loon", "2020-03"), ("consulent Wmo", None)},
        ),
        # lines in lower case with a period each are no wrapped sentence
        (
            "HR-adviseur gemeente Helmond (2024 - 2025), werkte met de Wet verbetering poortwachter\nverkoper bij de supermarkt 2019 - 2022",
            {("HR-adviseur", "2024-01"), ("verkoper", "2019-01")},
        ),
    ],
)
def test_c1_a_line_with_a_period_and_a_name_is_no_part_of_the_job_beside_it(
    text: str, jobs: set[tuple[str, str | None]]
) -> None:
    found = read_candidate(text, "summary").employments
    starts = {(job.role, month_text(job.start.earliest) if job.start else None) for job in found}
    assert starts == jobs


def test_c1_a_line_below_that_names_its_own_role_lends_no_employer() -> None:
    text = "schuldregelaar Meervoud (2024), schuldbemiddeling\nervaring als schuldhulpverleenster bij gemeente Ede"
    jobs = read_candidate(text, "summary").employments
    assert [job.role for job in jobs if job.sector == "gemeente"] == ["schuldhulpverleenster"]


def test_c3_a_stage_on_a_line_of_its_own_in_lower_case_stays_one() -> None:
    text = (
        "handhaver openbare ruimte bij gemeente Venlo Q1 2022-nu, maakte processen-verbaal op, paste de Wet Mulder toe\n"
        "stage handhaver openbare ruimte bij gemeente Harderwijk Q1 2017 t/m Q1 2022, parkeercontrole\nBOA domein I"
    )
    assert [job.kind for job in read_candidate(text, "summary").employments] == ["job", "internship"]


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        (
            "klachten coördinator bij ministerie van Justitie en Veiligheid\nfietsenmaker bij Transportbedrijf Visser augustus 2019 tot en met oktober 2025\nTraining mediation",
            ["klachten coördinator", "fietsenmaker"],
        ),
        (
            "stage management assistent bij gemeente Roermond 2021 t/m 2025, notuleren\nwerkte 6 jaar als managementassistent bij gemeente Oss\nCursus notuleren\nBeschikbaarheid: 32 uur",
            ["stage management assistent", "managementassistent"],
        ),
        (
            "juli 2017 t/m oktober 2017 jeugdconsulent De Schakel, werkte met Suite4Jeugd\nkok bij de supermarkt 2016-06 – 2017-05\nTarief € 66\nZzp",
            ["jeugdconsulent De Schakel", "kok"],
        ),
        (
            "jeugdconsulent gemeente Tilburg (Q3 2015 – Q3 2019), stelde gezinsplannen op\nregisseur jeugd gemeente Woerden (Q4 2008 t/m Q1 2015), paste de Awb toe",
            ["jeugdconsulent", "regisseur jeugd"],
        ),
        (
            "2021-03 - heden: handhaver in de openbare ruimte bij gemeente Ede via BMC, maakt processen-verbaal op\nhandhaver openbare ruimte KPN (februari 2019 – 2021), toepassen van de APV",
            ["handhaver in de openbare ruimte", "handhaver openbare ruimte"],
        ),
        (
            "februari 2025 – heden jurist UWV, toepassen van de Participatiewet\n2021 – 2024: bezwaarbehandelaar bij gemeente Venlo, JOIN",
            ["jurist", "bezwaarbehandelaar"],
        ),
        (
            "ervaring als ambtenaar leerplicht bij Perspectief BV\nverkoper Restaurant De Zon (voorjaar 2019 t/m zomer 2025)\nGeen rijbewijs.\nZzp",
            ["verkoper Restaurant De Zon"],
        ),
    ],
)
def test_c1_a_job_in_lower_case_is_not_joined_to_the_line_above(text: str, roles: list[str]) -> None:
    assert [job.role for job in read_candidate(text, "summary").employments] == roles


def test_c3_a_stage_with_a_word_of_employers_in_it_is_a_role() -> None:
    text = "Werkervaring\n\nKok\nVan Loon\n2015-09 – 2018-01\n\nStage medewerkster klantcontactcentrum\nGemeente Tilburg · Fulltime\n2012-07 - 2014-06"
    assert [(job.kind, job.sector) for job in read_candidate(text, "cv").employments][-1] == ("internship", "gemeente")


def test_c1_a_role_with_a_word_of_employers_in_it_is_a_role() -> None:
    text = "Werkervaring\n\nMedewerkster klantcontactcentrum | Gemeente Tilburg | najaar 2016 – najaar 2022"
    (job,) = read_candidate(text, "cv").employments
    assert (job.role, job.employer) == ("Medewerkster klantcontactcentrum", "Gemeente Tilburg")


def test_c6_a_line_below_a_job_keeps_its_first_word() -> None:
    text = (
        "MBO niveau 4 Sociaal-maatschappelijk dienstverlener\nQ2 2024 – Q4 2024: schilder bij Garage Dekker\n"
        "Basiskennis van de Algemene wet bestuursrecht.\nBezig met training Signs of Safety"
    )
    (job,) = read_candidate(text, "summary").employments
    assert job.employer == "Garage Dekker"


@pytest.mark.parametrize("line", ["1 jaar ervaring met Suite4Jeugd.", "De laatste 2 jaar gewerkt met Suite4Jeugd."])
def test_c4_a_length_on_a_line_of_its_own_is_of_no_one_job(line: str) -> None:
    text = f"februari 2019-zomer 2020 jeugdconsulent gemeente Venlo, opstellen van gezinsplannen\n{line}\nZzp"
    (told,) = [d for d in read_candidate(text, "summary").durations if d.subject == "Suite4Jeugd"]
    assert told.employment is None
