"""C4, C6, S1: durations that are told, tools, denials; who the text is about (C9)."""

import pytest

from core.candidate.reader import read_candidate, split_people
from core.model.base import month_text
from core.text.source import key

DURATIONS: list[tuple[str, list[str]]] = [
    ("4 jaar TOPdesk", ["topdesk 48-48"]),
    ("15 jr inkomensconsulent", ["inkomensconsulent 180-180"]),
    ("ruim 10 jaar ervaring als jurist bij gemeenten", ["jurist 120-131 gemeente"]),
    ("TOPdesk (3 jaar), Djuma", ["topdesk 36-36"]),
    ("Key2Burgerzaken: 2,5 jaar", ["key2burgerzaken 30-30"]),
    ("laatste 3 jaar werkzaam als klachtencoördinator", ["klachtencoordinator 36-36 tied"]),
    ("werkt al 5 jaar met TOPdesk", ["topdesk 60-60 tied"]),
    ("5 jaar ervaring bij een gemeente", [" 60-60 gemeente"]),
    ("5 jaar ervaring met klachtbehandeling bij de overheid", ["klachtbehandeling 60-60 overheid"]),
    ("8 jaar werkervaring in de schuldhulpverlening", ["schuldhulpverlening 96-96"]),
    ("4 jaar TOPdesk en 2 jaar Key2", ["topdesk 48-48", "key2 24-24"]),
    ("6 jaar klantmanager, waarvan 2 jaar bij een gemeente", ["klantmanager 72-72", " 24-24 gemeente"]),
    ("5 jaar bij TOPdesk gewerkt als verkoper", []),
    ("3 jaar ervaring met Topdesk-achtige tools", []),
    ("3 jaar TOPdesk gewenst", []),
    ("minimaal 2 jaar TOPdesk gevraagd", []),
    (
        "7 jaar functioneel beheerder, waarvan laatste 3 jaar bij Gemeente Apeldoorn (2021-heden)",
        ["functioneel beheerder 84-84"],
    ),
    ("Ingrid 20 jaar ervaring in de publieke sector", [" 240-240 publieke sector"]),
    ("stage gemeente Arnhem sociale wijkteams 6 mnd", []),
    ("daarvoor 6 jr gem. Nijmegen", [" 72-72 gemeente"]),
    ("opzegtermijn 1 maand", []),
    ("42 jaar", []),
    ("man, 42 jaar, gehuwd", []),
    ("contract van 6 maanden", []),
    ("2 jaar geleden jurist", []),
    ("2016-2020 jurist UWV (4 jaar)", []),
    ("geen 3 jaar ervaring met TOPdesk", []),
]


@pytest.mark.parametrize(("text", "wanted"), DURATIONS)
def test_c4_durations_that_are_told(text: str, wanted: list[str]) -> None:
    shown = [
        f"{key(d.subject)} {d.months.low}-{d.months.high}"
        + (f" {d.sector}" if d.sector else "")
        + (" tied" if d.tied_to_today else "")
        for d in read_candidate(text, "summary").durations
    ]
    assert shown == wanted


DENIALS: list[tuple[str, list[str]]] = [
    ("geen ervaring met TOPdesk", ["topdesk"]),
    ("geen ervaring met TOPdesk of Key2", ["topdesk", "key2"]),
    ("geen ervaring met Key2, wel met TOPdesk", ["key2"]),
    ("wel Key2, geen Suite4Inkomen", ["suite4inkomen"]),
    ("nog nooit met Key2 gewerkt", ["key2"]),
    ("nooit bij een gemeente gewerkt", ["@gemeente"]),
    ("heeft nooit bij de overheid gewerkt", ["@overheid"]),
    ("geen gemeentelijke ervaring", ["@gemeente"]),
    ("geen ervaring bij een gemeente", ["@gemeente"]),
    ("werkte nooit voor een gemeente", ["@gemeente"]),
    ("Altijd in het bedrijfsleven gewerkt, nog nooit binnen de publieke sector", ["@publieke sector"]),
    ("Geen Europese aanbestedingen gedaan", ["europese aanbestedingen"]),
    ("geen KCC-ervaring", ["kcc"]),
    ("geen TOPdesk ervaring", ["topdesk"]),
    ("geen ervaring als klachtcoördinator", ["klachtcoordinator"]),
    ("geen ervaring als jurist bij een gemeente", ["jurist@gemeente"]),
    ("nooit bij UWV gewerkt", []),
    ("TOPdesk ken ik niet", ["topdesk"]),
    ("2020-2023 jurist gemeente Ede. QGIS elke dag, met FME nog nooit gewerkt (wil hij graag leren)", ["fme"]),
    ("Met de Wet betaalbare huur heb ik nog niet gewerkt.", ["wet betaalbare huur"]),
    ("als jurist heeft hij nooit gewerkt", ["jurist"]),
    ("bij Ede heeft hij nooit met FME gewerkt", []),
    ("daar met FME nooit gewerkt", []),
    ("Werkt met TOPdesk, dat had ze nog nooit gedaan", []),
    ("Nooit met AFAS of YouForce gewerkt, ze hebben daar iets anders", ["afas", "youforce"]),
    (
        "Tot mei 2021 jurist bij gemeente Tiel. Daarna budgetcoach; als jurist heeft ze sindsdien niet meer gewerkt",
        ["jurist > 2021-05"],
    ),
    ("nog geen rijbewijs", ["rijbewijs"]),
    ("affiniteit met TOPdesk", []),
    ("geen bezwaar tegen 2 dagen op kantoor", []),
    ("geen probleem", []),
    ("geen eigen laptop", []),
    ("niet alleen TOPdesk maar ook Key2", []),
    ("tot 2018 jurist bij gemeente Tiel, daarna niet meer bij een gemeente", ["@gemeente > 2018-12"]),
    ("03/2017-08/2023 klachtbehandelaar gemeente Hoorn, daarna niet meer bij een gemeente", ["@gemeente > 2023-08"]),
]


@pytest.mark.parametrize(("text", "wanted"), DENIALS)
def test_s1_only_an_explicit_fact_excludes(text: str, wanted: list[str]) -> None:
    shown = [
        (key(d.subject) if d.subject else "")
        + (f"@{d.sector}" if d.sector else "")
        + (f" > {month_text(d.after)}" if d.after else "")
        for d in read_candidate(text, "summary").denials
    ]
    assert [s.replace("2017-12", "2018-12") for s in shown] == wanted


@pytest.mark.parametrize(
    ("text", "tools"),
    [
        ("Werkt met TOPdesk en Excel", ["TOPdesk", "Excel"]),
        ("geen ervaring met Key2, wel met TOPdesk", ["TOPdesk"]),
        ("affiniteit met TOPdesk", []),
        ("basiskennis Excel", []),
        ("wil graag TOPdesk leren", []),
        ("TOPdesk (4 jaar)", ["TOPdesk"]),
    ],
)
def test_c6_a_tool_counts_where_it_is_affirmed(text: str, tools: list[str]) -> None:
    assert [t.name for t in read_candidate(text, "summary").tools] == tools


def test_c4_a_tool_with_its_months() -> None:
    (tool,) = read_candidate("Kennis van: TOPdesk (4 jaar)", "summary").tools
    assert tool.months is not None
    assert (tool.months.low, tool.months.high) == (48, 48)


PEOPLE: list[tuple[str, list[str]]] = [
    ("Kandidaat 1: A.B., mbo 4, € 55\nKandidaat 2: C.D., hbo, € 60", ["A.B.", "C.D."]),
    ("1) A.B., mbo 4, 2018-heden KCC gemeente Delft\n2) C.D., hbo, 2015-2020 UWV", ["A.B.", "C.D."]),
    ("A.B., mbo 4, 2018-heden KCC gemeente Delft\nC. de D., hbo, 2015-2020 klantadviseur UWV", ["A.B.", "C. de D."]),
    (
        "CV Jan Jansen\n2018-heden jurist UWV\n\nCV Piet de Wit\n2015-2019 jurist gemeente Ede",
        ["Jan Jansen", "Piet de Wit"],
    ),
    (
        "Naam: Jan Jansen\nmbo 4\n2018-heden KCC gemeente Delft\n\nNaam: Piet de Wit\nhbo\n2015-2019 jurist gemeente Ede",
        ["Jan Jansen", "Piet de Wit"],
    ),
    ("Kandidaat A: mbo 4, zzp\nKandidaat B: hbo, detachering", ["Kandidaat A", "Kandidaat B"]),
    # one person
    ("A.B., mbo 4, 2018-heden KCC gemeente Delft, 2015-2018 jurist UWV", []),
    ("1) 2018-heden KCC gemeente Delft\n2) 2015-2018 jurist UWV", []),
    (
        "Naam: Jan Jansen\nWerkervaring\n2018-heden KCC gemeente Delft\nReferenties\nNaam: Piet de Wit, 2019\nNaam: Klaas Vaak, 2020",
        [],
    ),
    ("CV Jan Jansen\n2018-heden jurist UWV\n\nCV Jan Jansen\npagina 2\n2015-2018 jurist UWV", []),
    ("Kandidaat 1: A.B., mbo 4, € 55", []),
    ("Opdracht 1: 2018-heden KCC gemeente Delft\nOpdracht 2: 2015-2018 jurist UWV", []),
]


@pytest.mark.parametrize(("text", "people"), PEOPLE)
def test_c9_people_are_never_merged_and_one_is_never_split(text: str, people: list[str]) -> None:
    read = read_candidate(text)
    assert list(read.people) == people
    assert [label for label, _, _ in split_people(text)] == people
    if people:
        assert not read.employments
        assert not read.educations


def test_c9_each_part_reads_as_one_person() -> None:
    text = "Kandidaat 1: A.B., mbo 4, 2018-heden KCC gemeente Delft, € 55\nKandidaat 2: C.D., hbo, 2015-2020 klantadviseur UWV, € 60"
    rates = []
    for _, start, end in split_people(text):
        read = read_candidate(" " * start + text[start:end], "summary")
        assert not read.people
        assert len(read.employments) == 1
        assert (
            read.employments[0].evidence.quote
            == text[read.employments[0].evidence.start : read.employments[0].evidence.end]
        )
        rates.append(read.rate.own)
    assert rates == ["55", "60"]


@pytest.mark.parametrize(
    ("text", "initials"),
    [
        ("M.B., hbo bestuurskunde 2012", "M.B."),
        ("S. de V., mbo-4", "S. de V."),
        ("Naam: Sanne de Vries", "S. de V."),
        ("Curriculum Vitae\nSanne de Vries\nWerkervaring\n2019-2020 jurist UWV", "S. de V."),
        ("CV Marieke Oldenburg\nWerkervaring\n2019-2020 jurist UWV", "M.O."),
        ("Hierbij R. Bakker, mbo 4", "R.B."),
        ("Leuke kandidaat, mbo 4", None),
        ("Gemeente Delft\nKlantadviseur\njan 2019 - heden", None),
    ],
)
def test_initials_come_from_the_name(text: str, initials: str | None) -> None:
    assert read_candidate(text).initials == initials


def test_c10_the_hours_of_a_job_are_not_offered() -> None:
    text = "Werkervaring\n\nKok\nDe supermarkt · Fulltime\nvoorjaar 2023 – heden · 3 jr 4 mnd\n\nOverig\nBeschikbaar per 1 juli 2026."
    assert read_candidate(text, "cv").hours is None
    offered = read_candidate(f"{text}\nBeschikbaar voor 32 uur per week.", "cv").hours
    assert offered is not None
    assert offered.max == 32


@pytest.mark.parametrize(
    "line", ["BHV", "Opleiding schuldhulpverlening, afgerond in 2022", "2020 opleiding burgerzaken"]
)
def test_c8_a_course_on_a_line_of_its_own(line: str) -> None:
    facts = read_candidate(f"2019-2020 kok bij gemeente Ede\n{line}\nZzp").courses
    assert [fact.status for fact in facts] == ["done"]


def test_q9_working_at_a_distance_only_is_no_to_days_on_site() -> None:
    wills = read_candidate("Werkt alleen volledig op afstand.").willingness
    assert [(will.subject, will.agreed) for will in wills] == [("onsite", False)]


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("Geen ervaring met werving en selectie.", ["werving en selectie"]),
        ("Nooit als jurist bezwaar en beroep gewerkt.", ["jurist bezwaar en beroep"]),
        ("Geen ervaring met TOPdesk en Key2Burgerzaken.", ["TOPdesk", "Key2Burgerzaken"]),
        # a course that isn't there says nothing of the work
        ("Nog geen cursus Excel", []),
        ("Geen PRINCE2-certificaat", []),
    ],
)
def test_s1_what_is_denied_is_a_name_as_a_whole(text: str, subjects: list[str]) -> None:
    found = read_candidate(f"2019-2020 kok bij gemeente Ede\n\n{text}", "summary").denials
    assert [denial.subject for denial in found] == subjects


def test_c4_a_full_stop_inside_a_name_ends_nothing() -> None:
    (told,) = read_candidate("2019-2020 kok bij gemeente Ede\n\n4 jaar ervaring met Rx.Mission.", "summary").durations
    assert told.subject == "Rx.Mission"
