"""C5, C6: diplomas and courses. Each case: the text, then `level | field | finished | year`, by hand."""

import pytest

from core.candidate.reader import read_candidate
from core.text.source import key


def _studies(text: str) -> list[str]:
    shown = {True: "yes", False: "no", None: "?"}
    return [
        f"{e.level or '-'} | {key(e.field) if e.field else '-'} | {'denied' if e.denied else shown[e.finished]} | {e.year or '-'}"
        for e in read_candidate(text, "summary").educations
    ]


STUDIES: list[tuple[str, list[str]]] = [
    # a bare level is finished
    ("mbo 4", ["mbo-4 | - | yes | -"]),
    ("hbo", ["hbo-bachelor | - | yes | -"]),
    ("MBO Bouwkunde niveau 4, ROC Nijmegen, diploma", ["mbo-4 | bouwkunde | yes | -"]),
    ("Master of Laws (LL.M.), 2013", ["master | rechten | yes | 2013"]),
    ("meester in de rechten (VU, 2011)", ["master | rechten | yes | 2011"]),
    ("mbo-4 Infra in Zwolle, diploma in 2018", ["mbo-4 | infra | yes | 2018"]),
    ("Opleiding en cursussen\nHbo Rechten, 2012 - 2016, diploma", ["hbo-bachelor | rechten | yes | 2016"]),
    ("mbo", ["mbo | - | yes | -"]),
    ("MBO-niveau 4", ["mbo-4 | - | yes | -"]),
    ("mbo4 secretarieel", ["mbo-4 | secretarieel | yes | -"]),
    ("vwo", ["vwo | - | yes | -"]),
    ("heeft havo en mbo 3 beveiliging", ["havo | - | yes | -", "mbo-3 | beveiliging | yes | -"]),
    # level, field, year of one diploma
    ("hbo bestuurskunde 2012", ["hbo-bachelor | bestuurskunde | yes | 2012"]),
    ("hbo-bachelor bestuurskunde (2012)", ["hbo-bachelor | bestuurskunde | yes | 2012"]),
    ("Bestuurskunde, hbo, 2012", ["hbo-bachelor | bestuurskunde | yes | 2012"]),
    ("mbo-4 Facilitair leidinggevende, diploma 2011", ["mbo-4 | facilitair leidinggevende | yes | 2011"]),
    (
        "mbo 4 juridisch medewerker, daarna hbo rechten",
        ["mbo-4 | juridisch medewerker | yes | -", "hbo-bachelor | rechten | yes | -"],
    ),
    ("WO master Rechtsgeleerdheid, Universiteit Leiden, 2009", ["master | rechtsgeleerdheid | yes | 2009"]),
    ("Opleiding: HEAO Commerciële Economie", ["hbo-bachelor | commerciele economie | yes | -"]),
    (
        "hbo Sociaal Juridische Dienstverlening, Hogeschool Utrecht, 2005-2009",
        ["hbo-bachelor | sociaal juridische dienstverlening | yes | 2009"],
    ),
    ("opleidingsniveau hbo", ["hbo-bachelor | - | yes | -"]),
    ("wo rechten, master afgerond 2017", ["master | rechten | yes | 2017"]),
    # the field on another side
    ("MBO Bouwkunde niveau 4, ROC Nijmegen - diploma", ["mbo-4 | bouwkunde | yes | -"]),
    ("Hij is meester in de rechten (VU, 2011).", ["master | rechten | yes | 2011"]),
    ("SPH, hbo, Hogeschool Arnhem en Nijmegen, 2007 - 2011, diploma", ["hbo-bachelor | sph | yes | 2011"]),
    ("drs economie (EUR 1998)", ["master | economie | yes | -"]),
    ("ir. bouwkunde TU Delft 2004", ["master | bouwkunde | yes | 2004"]),
    ("WO Informatiekunde, drs.", ["master | informatiekunde | yes | -"]),
    ("Recruiter met 8 jaar ervaring. Wo Psychologie.", ["wo-bachelor | psychologie | yes | -"]),
    ("Beschikbaar di. Wo ochtend vrij", []),
    ("mbo4 landmeetkunde, bezig met ad geodesie", ["mbo-4 | landmeetkunde | yes | -", "ad | geodesie | no | -"]),
    ("Opleiding\n2010 - 2014 Bachelor of Communication (hbo), diploma", ["hbo-bachelor | communication | yes | 2014"]),
    ("Opleiding\nHogeschool Leiden\nHBO Pedagogiek, Bachelor\n2016 - 2020", ["hbo-bachelor | pedagogiek | yes | 2020"]),
    (
        "Opleiding\n2007 - 2013 Nederlands recht, Groningen, afstudeerrichting staatsrecht. Master of Laws, diploma augustus 2013",
        ["master | nederlands recht | yes | 2013"],
    ),
    # the next heading, and another clause, say nothing of it
    ("Opleiding\n2011        Vmbo-tl\n\nCursussen\nNotuleren (2020)", ["vmbo | - | yes | 2011"]),
    ("Vmbo basis, Christelijk College, 2003, diploma", ["vmbo | - | yes | -"]),
    (
        "Na de mavo (diploma 1988) ging ik de bouw in, en toen mijn rug dat niet meer wilde ben ik bode geworden.",
        ["vmbo | - | yes | 1988"],
    ),
    # what is no education at all (C5)
    ("hbo denkniveau", []),
    ("hbo werk- en denkniveau", []),
    ("mbo+ werk en denkniveau", []),
    ("beschikt over een wo werk- en denkniveau", []),
    ("ma t/m wo", []),
    ("beschikbaar op ma, di en wo", []),
    # a level called a level doesn't say that there is a diploma
    ("hbo-niveau", ["hbo-bachelor | - | ? | -"]),
    # C6: not, not yet, busy with
    ("mbo-4 secretarieel, niet afgerond", ["mbo-4 | secretarieel | no | -"]),
    ("bezig met hbo rechten", ["hbo-bachelor | rechten | no | -"]),
    ("hbo rechten (niet afgemaakt)", ["hbo-bachelor | rechten | no | -"]),
    ("3e jaars hbo bestuurskunde", ["hbo-bachelor | bestuurskunde | no | -"]),
    ("hbo rechten t/m jaar 3", ["hbo-bachelor | rechten | no | -"]),
    ("propedeuse hbo rechten", ["hbo-bachelor | rechten | no | -"]),
    ("hbo bestuurskunde gestopt in 2015", ["hbo-bachelor | bestuurskunde | no | -"]),
    ("mbo 4 zonder diploma", ["mbo-4 | - | no | -"]),
    ("hbo rechten 2022 - heden", ["hbo-bachelor | rechten | no | -"]),
    ("in opleiding: hbo social work", ["hbo-bachelor | social work | no | -"]),
    ("studeert hbo rechten in deeltijd", ["hbo-bachelor | rechten | no | -"]),
    ("nog geen hbo-diploma", ["hbo-bachelor | - | no | -"]),
    ("wil graag hbo gaan doen", ["hbo-bachelor | - | no | -"]),
    ("master Accountancy gestart", ["master | accountancy | no | -"]),
    ("toegelaten tot het hbo", ["hbo-bachelor | - | no | -"]),
    ("hbo rechten voor 80% afgerond", ["hbo-bachelor | rechten | no | -"]),
    ("2 jaar hbo rechten gedaan", ["hbo-bachelor | rechten | no | -"]),
    ("hbo cursus projectmanagement", []),
    ("hbo-ICT deeltijd, 3e jaar\nGeen PRINCE2", ["hbo-bachelor | ict | no | -"]),
    (
        "Opleiding\nHbo Bouwkunde, 2010\n\nBeschikbaar op dinsdag in Delft op kantoor. Zzp, € 88.",
        ["hbo-bachelor | bouwkunde | yes | 2010"],
    ),
    # years that are too few leave it open
    ("hbo rechten 2015-2016", ["hbo-bachelor | rechten | ? | 2016"]),
    ("hbo rechten 2015-2016, diploma behaald", ["hbo-bachelor | rechten | yes | 2016"]),
    ("hbo rechten 2012-2016", ["hbo-bachelor | rechten | yes | 2016"]),
    # denied
    ("geen hbo-diploma", ["hbo-bachelor | - | denied | -"]),
    ("Heeft geen hbo, wel mbo 4", ["hbo-bachelor | - | denied | -", "mbo-4 | - | yes | -"]),
    ("geen diploma's", ["- | - | denied | -"]),
    # a study beside a job
    ("hbo rechten en 2016-2020 jurist UWV", ["hbo-bachelor | rechten | yes | -"]),
    ("2016-2020 hbo-docent, ROC Mondriaan", []),
    (
        "Opleiding\nHBO Bestuurskunde\nHogeschool Rotterdam\n2008 - 2012\n\nMBO 4 Administratie\nROC Zadkine\n2004 - 2008",
        ["hbo-bachelor | bestuurskunde | yes | 2012", "mbo-4 | administratie | yes | 2008"],
    ),
    (
        "Opleidingen\n2008 - 2012: HBO Bestuurskunde\n2004 - 2008: MBO 4 Administratie (diploma)\n1999 - 2004: HAVO",
        ["hbo-bachelor | bestuurskunde | yes | 2012", "mbo-4 | administratie | yes | 2008", "havo | - | yes | 2004"],
    ),
    ("Education\nMaster of Laws, Leiden University, 2010", ["master | rechten | yes | 2010"]),
    ("Opleiding\nOpleiding: MBO Secretarieel\nNiveau: 4\nDiploma: nee", ["mbo | secretarieel | no | -"]),
    ("Opleiding: hbo SPH, diploma ja", ["hbo-bachelor | sph | yes | -"]),
]


@pytest.mark.parametrize(("text", "studies"), STUDIES)
def test_c5_level_field_and_finished_come_from_one_diploma(text: str, studies: list[str]) -> None:
    assert _studies(text) == studies


COURSES: list[tuple[str, list[str]]] = [
    ("Mediationtraining 2022", ["mediationtraining | done | 2022"]),
    ("volgde in 2020 een training Keukentafelgesprekken", ["training keukentafelgesprekken | done | 2020"]),
    ("Cursus notuleren, 2019", ["cursus notuleren | done | 2019"]),
    ("NEVI 1 en NEVI 2 behaald", ["nevi 1 | done | -", "nevi 2 | done | -"]),
    ("NEVI 2, PRINCE2 Foundation en ITIL", ["nevi 2 | done | -", "prince2 foundation | done | -", "itil | done | -"]),
    ("bezig met NEVI 2", ["nevi 2 | ongoing | -"]),
    ("gaat in september een training Mediation volgen", ["training mediation | planned | -"]),
    ("Training agressiehantering gepland", ["training agressiehantering | planned | -"]),
    ("geen cursus notuleren gevolgd", ["cursus notuleren | denied | -"]),
    ("Cursussen: Awb (2019), Omgevingswet 2021", ["awb | done | 2019", "omgevingswet | done | 2021"]),
    (
        "Cursussen\n2019 Awb voor beginners\n2021 Omgevingswet",
        ["awb voor beginners | done | 2019", "omgevingswet | done | 2021"],
    ),
    (
        "Certificaten\n- Lean Green Belt (2020)\n- PRINCE2 Foundation – 2018",
        ["lean green belt | done | 2020", "prince2 foundation | done | 2018"],
    ),
    # a school, a language, a remark and a course without a name are none
    ("Cursussen\nGrotius Academie, leergang Omgevingsrecht, 2021", ["leergang omgevingsrecht | done | -"]),
    (
        "Certificaten\nMotiverende gespreksvoering\nRINO Groep \u00b7 Uitgegeven mrt. 2020",
        ["motiverende gespreksvoering | done | 2020"],
    ),
    ("Cursussen\nSigns of Safety, vijfdaagse training, 2018", ["signs of safety | done | -"]),
    ("Cursussen\nNotuleren (2020)\nZwemt door, ook in de winter.", ["notuleren | done | 2020"]),
    ("Opleiding\nHbo Bestuurskunde, Windesheim (avondopleiding), diploma 2016", []),
    ("Opleiding\n2018 Propedeuse Rechten, Open Universiteit", []),
    ("De training Mediation staat gepland in oktober.", ["training mediation | planned | -"]),
    ("Diploma's\nHbo HRM, 2016\nOpleiding tot coach, 2023 (certificaat)", ["opleiding tot coach | done | 2023"]),
    (
        "Opleiding\nHbo HRM\n\nTraining en opleiding na het hbo\n2019 Mediation (2 dagen)",
        ["mediation (2 dagen) | done | 2019"],
    ),
    ("verzorgt trainingen voor nieuwe medewerkers", []),
    ("2016-2020 trainer bij UWV", []),
    ("2016-2020 medewerker opleidingen, UWV", []),
]


@pytest.mark.parametrize(("text", "courses"), COURSES)
def test_c8_courses_and_whether_they_are_done(text: str, courses: list[str]) -> None:
    read = read_candidate(text, "summary").courses
    assert [f"{key(c.name)} | {c.status} | {c.year or '-'}" for c in read] == courses
