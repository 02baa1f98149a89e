"""C2: a period is read with the precision that its writer gave it, and nothing else is taken for one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.model.base import MonthRange, Months, month_text
from core.text.dates import PeriodHit, find_moments, find_periods
from core.text.source import source


def shown(moment: MonthRange | None) -> str:
    """Write a range as "2019-05", "2019-04/09" or "2018-12/2019-02"; "" where it isn't said."""
    if moment is None:
        return ""
    first, last = month_text(moment.earliest), month_text(moment.latest)
    if first == last:
        return first
    return f"{first}/{last[5:]}" if first[:4] == last[:4] else f"{first}/{last}"


def read(text: str) -> list[PeriodHit]:
    return list(find_periods(source(text, "cv").text))


def line(hit: PeriodHit) -> str:
    return f"{shown(hit.start)} > {'now' if hit.ongoing else shown(hit.end)}"


def year(number: int) -> str:
    return f"{number}-01/12"


PERIODS = {
    # month precision, in words
    "mei 2019 – heden": "2019-05 > now",
    "Mei 2019 – Heden": "2019-05 > now",
    "MEI 2019 - HEDEN": "2019-05 > now",
    "sept. 2019 – heden": "2019-09 > now",
    "sept, 2019 - nu": "2019-09 > now",
    "september 2019 tot op heden": "2019-09 > now",
    "okt 2018 - mrt 2019": "2018-10 > 2019-03",
    "okt. 2018 t/m maart 2019": "2018-10 > 2019-03",
    "jan 2020 – dec 2020": "2020-01 > 2020-12",
    "januari 2020 tot en met december 2022": "2020-01 > 2022-12",
    "maart 2019 tot en met november 2021": "2019-03 > 2021-11",
    "van maart 2019 t/m november 2021": "2019-03 > 2021-11",
    "(febr. 2017 - aug. 2018)": "2017-02 > 2018-08",
    "juni2015-juli2016": "2015-06 > 2016-07",
    "jan-2019 - dec-2020": "2019-01 > 2020-12",
    "jan/2019 t/m dec/2020": "2019-01 > 2020-12",
    "maart 2016 -> mei 2018": "2016-03 > 2018-05",
    "maart 2016 tm mei 2018": "2016-03 > 2018-05",
    "juni 2015 -\nmaart 2018": "2015-06 > 2018-03",
    "juni 2015 tot en\nmet maart 2018": "2015-06 > 2018-03",
    "januari van 2015 tot en met maart van 2018": "2015-01 > 2018-03",
    "tussen mei 2015 en juni 2018": "2015-05 > 2018-06",
    # English
    "June 2015 to March 2018": "2015-06 > 2018-03",
    "Oct 2019 - Present": "2019-10 > now",
    "May 2019 – current": "2019-05 > now",
    "2015 to date": f"{year(2015)} > now",
    "from August 2015 through July 2016": "2015-08 > 2016-07",
    "between 2015 and 2018": f"{year(2015)} > {year(2018)}",
    # numbers
    "01-2018 t/m 06-2021": "2018-01 > 2021-06",
    "03-2015 t/m 04-2019: medewerker klantenservice": "2015-03 > 2019-04",
    "03/2015-04/2019": "2015-03 > 2019-04",
    "3/2015 – 4/2019": "2015-03 > 2019-04",
    "01.2019-12.2020": "2019-01 > 2020-12",
    "09-2019/03-2021": "2019-09 > 2021-03",
    "05/2019 - heden": "2019-05 > now",
    "2019-09 – 2021-03": "2019-09 > 2021-03",
    "2019/09 - heden": "2019-09 > now",
    "01-01-2019 – 31-12-2020": "2019-01 > 2020-12",
    "01/03/2019–15/06/2020": "2019-03 > 2020-06",
    "01-03-2019-15-06-2020": "2019-03 > 2020-06",
    "2019-05-20/2020-12-31": "2019-05 > 2020-12",
    "1.3.2019 - 15.6.2020": "2019-03 > 2020-06",
    "20-05-2019 tot 31-12-2020": "2019-05 > 2020-12",
    "2019-05-20 - 2020-12-31": "2019-05 > 2020-12",
    "van 20 mei 2019 tot en met 31 december 2020": "2019-05 > 2020-12",
    "1 mei 2019-3 juni 2020": "2019-05 > 2020-06",
    "ma 1 april 2019 t/m vrijdag 3 mei 2019": "2019-04 > 2019-05",
    "1 april 2017 – heden (2 dagen per week)": "2017-04 > now",
    "1-9-'15 t/m 31-8-'18": "2015-09 > 2018-08",
    "van: 01-05-2019 tot: 30-06-2020": "2019-05 > 2020-06",
    "Startdatum: 01-05-2019\nEinddatum: 30-06-2020": "2019-05 > 2020-06",
    "start: mei 2019, eind: juni 2020": "2019-05 > 2020-06",
    "jan 2019-2021": f"2019-01 > {year(2021)}",
    "2019-jan 2021": f"{year(2019)} > 2021-01",
    "mei 2019 – nog werkzaam": "2019-05 > now",
    "03/15 - 04/19": "2015-03 > 2019-04",
    "05-'19 t/m 06-'21": "2019-05 > 2021-06",
    # short years
    "juli '18 tot eind 2020": "2018-07 > 2020-10/12",
    "jan ’19 – mrt ’21": "2019-01 > 2021-03",
    "jan 19 - dec 20": "2019-01 > 2020-12",
    "jan-19 t/m dec-20": "2019-01 > 2020-12",
    "'16-'19": f"{year(2016)} > {year(2019)}",
    "’98 – ’01": f"{year(1998)} > {year(2001)}",
    "'16 - heden": f"{year(2016)} > now",
    "2019-21": f"{year(2019)} > {year(2021)}",
    "2018/19": f"{year(2018)} > {year(2019)}",
    "2018/'19": f"{year(2018)} > {year(2019)}",
    "1998-02": "1998-02 > 1998-02",
    "1999-03 - 2001-04": "1999-03 > 2001-04",
    # year precision: earliest January, latest December
    "2019-2021": f"{year(2019)} > {year(2021)}",
    "2019–2021": f"{year(2019)} > {year(2021)}",
    "2019 / 2021": f"{year(2019)} > {year(2021)}",
    "2019 t/m 2021": f"{year(2019)} > {year(2021)}",
    "(2019) - (2021)": f"{year(2019)} > {year(2021)}",
    "2020 - 2020": f"{year(2020)} > {year(2020)}",
    "2016 - nu": f"{year(2016)} > now",
    "2019 t/m heden": f"{year(2019)} > now",
    "2019 heden": f"{year(2019)} > now",
    "2019 – loopt nog": f"{year(2019)} > now",
    "Amsterdam, 2015 - 2018, adviseur": f"{year(2015)} > {year(2018)}",
    # parts of a year
    "begin 2018 - medio 2019": "2018-01/03 > 2019-04/09",
    "van 2015 tot en met medio 2018": f"{year(2015)} > 2018-04/09",
    "eind 2016 t/m begin 2018": "2016-10/12 > 2018-01/03",
    "half 2016 - einde 2018": "2016-04/09 > 2018-10/12",
    "eind mei 2019 - begin 2020": "2019-05 > 2020-01/03",
    "voorjaar 2018 - najaar 2019": "2018-03/05 > 2019-09/11",
    "lente 2018 tot en met herfst 2019": "2018-03/05 > 2019-09/11",
    "zomer van 2018 - heden": "2018-06/08 > now",
    "winter 2018 - zomer 2020": "2017-12/2019-02 > 2020-06/08",
    "winter 2018/2019": "2018-12/2019-02 > 2018-12/2019-02",
    "2020 Q1 – 2021 Q3": "2020-01/03 > 2021-07/09",
    "Q3 2020 - Q1 2021": "2020-07/09 > 2021-01/03",
    "Q3-2020 t/m heden": "2020-07/09 > now",
    "derde kwartaal 2020 t/m 1e kwartaal van 2021": "2020-07/09 > 2021-01/03",
    "tweede helft van 2018 - eerste helft 2020": "2018-07/12 > 2020-01/06",
    "mid 2018 - early 2020": "2018-04/09 > 2020-01/03",
    # only the end has a year
    "mei t/m aug 2020": "2020-05 > 2020-08",
    "jan-dec 2020": "2020-01 > 2020-12",
    "jan. – dec. '20": "2020-01 > 2020-12",
    "nov - feb 2021": "2020-11 > 2021-02",
    "1 mei t/m 31 augustus 2020": "2020-05 > 2020-08",
    "van 1 mei tot 1 september 2020": "2020-05 > 2020-08",
    "begin - eind 2020": "2020-01/03 > 2020-10/12",
    "Q1 - Q3 2020": "2020-01/03 > 2020-07/09",
    # "tot": before it; "t/m", "tot en met", "-": including it
    "van mei 2019 tot 1 juni 2020": "2019-05 > 2020-05",
    "mei 2019 tot 1-1-2020": "2019-05 > 2019-12",
    "mei 2019 tot 2 juni 2020": "2019-05 > 2020-06",
    "mei 2019 tot juni 2021": "2019-05 > 2021-05/06",
    "mei 2019 tot 06-2021": "2019-05 > 2021-05/06",
    "mei 2019 until June 2021": "2019-05 > 2021-05/06",
    "mei 2019 t/m 1 juni 2020": "2019-05 > 2020-06",
    "mei 2019 tot en met 1 juni 2020": "2019-05 > 2020-06",
    "mei 2019 - 1 juni 2020": "2019-05 > 2020-05/06",
    "mei 2019 tot (en met) juni 2021": "2019-05 > 2021-06",
    "2019 tot 2021": f"{year(2019)} > {year(2021)}",
    "mei 2019 tot Q3 2021": "2019-05 > 2021-06/09",
    "mei 2019 tot begin 2021": "2019-05 > 2021-01/03",
    # one end only
    "sinds 2019": f"{year(2019)} > now",
    "sinds sept 2020": "2020-09 > now",
    "sinds medio 2019": "2019-04/09 > now",
    "vanaf jan 2022": "2022-01 > now",
    "per 1-3-2021": "2021-03 > now",
    "m.i.v. 1 maart 2021": "2021-03 > now",
    "met ingang van maart 2021": "2021-03 > now",
    "since 2019": f"{year(2019)} > now",
    "vanaf 2017 tot heden": f"{year(2017)} > now",
    "vanaf 2017 t/m 2019": f"{year(2017)} > {year(2019)}",
    "werkte er tot en met 2020": f" > {year(2020)}",
    "daar gewerkt tot juni 2021": " > 2021-05/06",
    "werkzaam tot heden": " > now",
    "05/2019 - ": "2019-05 > ",
    "2019 –\nMedewerker KCC": f"{year(2019)} > ",
    "mei 2019 t/m aug.": "2019-05 > ",
    # a slash: a period on its own, one moment where it is the end of another
    "2018/2019 - heden": "2018-01/2019-12 > now",
    "2018/19 – heden": "2018-01/2019-12 > now",
    "'18/'19 - heden": "2018-01/2019-12 > now",
    "2015 - 2018/2019": f"{year(2015)} > 2018-01/2019-12",
    "2015/2016 - 2018/19": "2015-01/2016-12 > 2018-01/2019-12",
    "eind 2019/begin 2020 – heden": "2019-10/2020-03 > now",
    "mei/juni 2019 - heden": "2019-05/06 > now",
    "dec/jan 2020 - heden": "2019-12/2020-01 > now",
    "jan/feb 2020": "2020-01 > 2020-02",
    "sinds 2018/2019": "2018-01/2019-12 > now",
    "winter 2018/'19 - heden": "2018-12/2019-02 > now",
    # the year first
    "2015 mei - 2018 juni": "2015-05 > 2018-06",
    "2015-mei t/m 2018-juni": "2015-05 > 2018-06",
    "2015 → heden": f"{year(2015)} > now",
    "2015 - ?": f"{year(2015)} > ",
    # one joint too many: only the start is sure
    "2015 - 2017 - heden": f"{year(2015)} > ",
    # "2009-12" is December 2009, or 2009 to 2012
    "2009-12": "2009-01/12 > 2009-01/2012-12",
    "2009-12 - heden": "2009-12 > now",
}


@pytest.mark.parametrize(("text", "expected"), PERIODS.items(), ids=PERIODS)
def test_c2_a_period_and_its_precision(text: str, expected: str) -> None:
    (hit,) = read(text)
    assert line(hit) == expected


@pytest.mark.parametrize(
    "text",
    [
        "70%",
        "'70%'",
        "sinds 3 jaar",
        "1019 AB",
        "1019 AB Amsterdam",
        "2011 KL Haarlem",
        "Kerkstraat 1, 2031 BE",
        "€ 2.019",
        "€ 2019",
        "EUR 2020",
        "2019 medewerkers",
        "2000 inwoners",
        "ruim 2000",
        "035-7510777",
        "06-20191234",
        "06 2019 1234",
        "DOS-2025-0012",
        "zaaknummer 2019-1234",
        "ISO 9001:2015",
        "Jeugdwet en Wmo 2015",
        "Office 2019",
        "de jaren '80",
        "eind jaren '90",
        "geboren 12-05-1985",
        "geboren in 1985",
        "12-05-1985",
        "beschikbaar vanaf 1 juli 2026",
        "Beschikbaar: per 1 juli 2026",
        "startdatum per 1-7-2026",
        "kan per 1 september 2026",
        "start per 1 juli 2026",
        "in de zomer",
        "mei tot en met augustus",
        "van 9:00 tot 17:00",
        "2021 - 2019",
        "mei 2021 – maart 2019",
        "31-12-2020 tot 1-12-2020",
        "heden - 2019 teruggerekend",
        "13-2018 t/m 14-2018",
        "12/05 - 12/09",
        "hij volgde in mei 2019 een training van een dag",
        "100.2019",
        "een map uit 2019 over het beleid",
    ],
)
def test_c2_what_is_no_period(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2020", year(2020)),
        ("hbo bestuurskunde (2012)", year(2012)),
        ("hbo bestuurskunde 2012", year(2012)),
        ("M.B., hbo bestuurskunde 2012. Werkt in Delft", year(2012)),
        ("• 2019 Training mediation", year(2019)),
        ("- In 2019: stage", year(2019)),
        ("Mediation [mei 2019]", "2019-05"),
        ("zomer 2018: vakantiewerk", "2018-06/08"),
        ("Q3 2020", "2020-07/09"),
        ("2018 TU Delft, bestuurskunde", year(2018)),
        ("jan. '19", "2019-01"),
        ("'22: stagiair gemeente Hengelo", year(2022)),
        ("'22 stagiair gemeente Hengelo", year(2022)),
        ("stagiair gemeente Hengelo ('22)", year(2022)),
    ],
)
def test_c2_a_moment_alone_is_bare(text: str, expected: str) -> None:
    (hit,) = read(text)
    assert hit.bare
    assert hit.start == hit.end
    assert shown(hit.start) == expected


def test_c2_only_a_moment_alone_is_bare() -> None:
    assert not any(
        hit.bare for text in PERIODS if "winter 2018/" not in text and text != "1998-02" for hit in read(text)
    )


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("2018 – 2019 (9 maanden)", Months(low=9, high=9)),
        ("mei 2019 - heden · 5 jaar 3 maanden", Months(low=63, high=63)),
        ("2018 - 2019, 1 jaar en 2 maanden", Months(low=14, high=14)),
        ("2018 – 2019 bij de gemeente, daarvoor 2 jaar elders", None),
        ("2018 – 2019 (fulltime, met 2 jaar TOPdesk)", None),
    ],
)
def test_c2_a_duration_behind_a_period_is_kept(text: str, months: Months | None) -> None:
    (hit,) = read(text)
    assert hit.stated == months


def test_c2_the_periods_of_a_summary_on_one_line() -> None:
    text = (
        "M.B., hbo bestuurskunde 2012. 2021–heden klachtenfunctionaris gemeente Almere. 2016–2020 juridisch medewerker UWV. "
        "Mediationtraining 2022. zzp, € 82."
    )
    assert [(line(hit), hit.bare) for hit in read(text)] == [
        (f"{year(2012)} > {year(2012)}", True),
        (f"{year(2021)} > now", False),
        (f"{year(2016)} > {year(2020)}", False),
        (f"{year(2022)} > {year(2022)}", True),
    ]


def test_c2_a_bullet_is_no_joint() -> None:
    hits = read("Diploma 2015\n- 2016 cursus notuleren\n- 2017 cursus mediation")
    assert [(line(hit), hit.bare) for hit in hits] == [(f"{year(y)} > {year(y)}", True) for y in (2015, 2016, 2017)]


def test_c2_periods_in_columns() -> None:
    hits = read("2015 - 2017   Gemeente Delft\n2017 - heden  Gemeente Rijswijk")
    assert [line(hit) for hit in hits] == [f"{year(2015)} > {year(2017)}", f"{year(2017)} > now"]


def test_a_period_shows_its_place_and_text() -> None:
    text = "Ik werk sinds mei 2019 bij het KCC"
    (hit,) = find_periods(text)
    assert text[hit.begin : hit.stop] == hit.text == "sinds mei 2019"


def test_c2_a_moment_with_its_precision() -> None:
    text = source("sinds medio 2019, of was het Q4 2018? In elk geval voor 3-6-2020 en na '17.", "answer").text
    assert [(shown(m.range), m.precision) for m in find_moments(text)] == [
        ("2019-04/09", "part"),
        ("2018-10/12", "part"),
        ("2020-06", "day"),
    ]


MONTHS = ["jan", "feb.", "maart", "apr", "mei", "juni", "juli", "aug.", "sept", "oktober", "nov.", "december"]


@given(
    st.integers(1960, 2040),
    st.integers(0, 11),
    st.integers(0, 60),
    st.sampled_from([" - ", "–", " t/m ", " tot en met ", " — ", "- "]),
    st.sampled_from(["word", "number", "slash"]),
)
def test_c2_start_and_end_month_are_read_as_written(
    first_year: int, month: int, length: int, joint: str, form: str
) -> None:
    start = first_year * 12 + month
    end = start + length

    def write(moment: int) -> str:
        y, m = divmod(moment, 12)
        return {"word": f"{MONTHS[m]} {y}", "number": f"{m + 1:02d}-{y}", "slash": f"{m + 1}/{y}"}[form]

    (hit,) = read(f"Functie: adviseur, {write(start)}{joint}{write(end)}, gemeente Veendam")
    assert hit.start == MonthRange(earliest=start, latest=start)
    assert hit.end == MonthRange(earliest=end, latest=end)


@given(st.text(alphabet="0123456789-/.'() \nabcdejmnoprtuvgi€%", max_size=80))
def test_c2_whatever_is_written_a_period_never_starts_after_its_end(text: str) -> None:
    for hit in find_periods(text):
        assert 0 <= hit.begin < hit.stop <= len(text)
        assert hit.text == text[hit.begin : hit.stop]
        for end in (hit.start, hit.end):
            assert end is None or end.earliest <= end.latest
        if hit.start and hit.end:
            assert hit.start.earliest <= hit.end.latest
        assert not (hit.ongoing and hit.end)


@given(st.text(max_size=60))
def test_any_text_can_be_searched_for_periods_and_moments(text: str) -> None:
    find_periods(text)
    find_moments(text)
