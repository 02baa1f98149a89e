"""What holds for any text: reading is total, quotes are literal, months survive any rendering, protected grounds count for nothing."""

from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.candidate.reader import read_candidate, split_people
from core.model.base import MonthRange
from core.model.candidate import Candidate
from core.text.source import key
from tests.candidate.expected import NAMES, expected, sample

ROLES = (
    "Klantadviseur",
    "juridisch medewerker",
    "Wmo-consulent",
    "Beleidsadviseur Jeugd",
    "Functioneel beheerder",
    "teamleider burgerzaken",
    "HR-adviseur",
    "Projectleider",
)
EMPLOYERS = (
    "Gemeente Delft",
    "gemeente Bergen op Zoom",
    "UWV",
    "KPN",
    "Provincie Utrecht",
    "Waterschap Rivierenland",
    "gemeente Etten-Leur",
    "Essent",
)
MONTHS = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)


class Job(NamedTuple):
    role: str
    employer: str
    start: int
    end: int | None
    form: int

    @property
    def period(self) -> str:
        return FORMS[self.form](self.start, self.end)

    @property
    def months(self) -> tuple[MonthRange, MonthRange | None]:
        if self.form in YEARS:
            end = None if self.end is None else _year(self.end)
            return _year(self.start), end
        return _month(self.start), None if self.end is None else _month(self.end)


def _month(at: int) -> MonthRange:
    return MonthRange(earliest=at, latest=at)


def _year(at: int) -> MonthRange:
    return MonthRange(earliest=at // 12 * 12, latest=at // 12 * 12 + 11)


def _named(at: int, *, short: bool = False) -> str:
    name = MONTHS[at % 12]
    brief = "mrt." if name == "maart" else f"{name[:3]}."
    return f"{brief if short and len(name) > 4 else name} {at // 12}"


def _numbers(at: int, mark: str) -> str:
    return f"{at % 12 + 1:02d}{mark}{at // 12}"


FORMS = (
    lambda a, b: f"{_named(a)} - {_named(b) if b is not None else 'heden'}",
    lambda a, b: f"{_named(a)} t/m {_named(b) if b is not None else 'heden'}",
    lambda a, b: f"{_named(a, short=True)} – {_named(b, short=True) if b is not None else 'nu'}",
    lambda a, b: f"{_numbers(a, '-')} t/m {_numbers(b, '-') if b is not None else 'heden'}",
    lambda a, b: f"{_numbers(a, '/')}-{_numbers(b, '/')}" if b is not None else f"{_numbers(a, '/')} - heden",
    lambda a, b: f"van {_named(a)} tot en met {_named(b)}" if b is not None else f"sinds {_named(a)}",
    lambda a, b: f"{a // 12}-{b // 12}" if b is not None else f"{a // 12} - heden",
    lambda a, b: f"{a // 12} – {b // 12}" if b is not None else f"sinds {a // 12}",
)
YEARS = (6, 7)

LINES = (
    "{period}: {role}, {employer}",
    "{role}, {employer}, {period}",
    "{role} bij {employer} ({period})",
    "{employer} | {role} | {period}",
    "{period}\t{role}\t{employer}",
    "{period} {role} {employer}",
    "- {role} {employer} {period}",
    "{role}\n{employer}\n{period}\n- taken en projecten\n",
    "{period}\n{role}\n{employer}\n- taken en projecten\n",
    "Functie: {role}\nWerkgever: {employer}\nPeriode: {period}\n",
    "{role} – {employer} – {period}",
    "{role}, {employer} ({period}), 24 uur per week",
    "{period}: {role} bij {employer} via Yacht",
    "{employer}, {role}\n{period}\nVerantwoordelijk voor de afhandeling van vragen.\n",
    "{period} – {employer}\n{role}\n• taken en projecten\n",
    "{role} | {period}\n{employer}\n\nBehandelde dossiers en schreef brieven.\n",
    "{employer}\n{role} ({period})\nBehandelde dossiers en schreef brieven.\n",
    "* **{role}**, {employer}, {period}",
    "{period}\n{role} – {employer}\nTaken:\n- dossiers\n- brieven\n",
    "Periode: {period}\nOpdrachtgever: {employer}\nRol: {role}\nResultaat: dossiers afgehandeld\n",
    "{role}\n{employer} · Fulltime\n{period} · 2 jr 3 mnd\nUtrecht, Nederland\n",
)


@st.composite
def jobs(draw: st.DrawFn) -> list[Job]:
    """Jobs that follow each other, newest first."""
    count = draw(st.integers(1, 4))
    at = draw(st.integers(2022 * 12, 2024 * 12))
    found = []
    for place in range(count):
        length = draw(st.integers(2, 60))
        ongoing = place == 0 and draw(st.booleans())
        end = None if ongoing else at
        start = at - length
        found.append(
            Job(
                draw(st.sampled_from(ROLES)),
                EMPLOYERS[place * 2 + draw(st.integers(0, 1))],
                start,
                end,
                draw(st.integers(0, len(FORMS) - 1)),
            )
        )
        at = start - draw(st.integers(1, 8))
    return found


@given(jobs(), st.sampled_from(LINES), st.sampled_from(["\n", "\n\n"]))
def test_c2_months_survive_any_rendering(wanted: list[Job], line: str, between: str) -> None:
    text = "Werkervaring\n" + between.join(
        line.format(period=j.period, role=j.role, employer=j.employer) for j in wanted
    )
    read = read_candidate(text).employments
    assert [(j.start, j.end, j.ongoing) for j in read] == [(*j.months, j.end is None) for j in wanted], text
    assert [key(j.employer or "") for j in read] == [key(j.employer) for j in wanted], text
    assert [key(j.role or "") for j in read] == [key(j.role) for j in wanted], text


@given(
    jobs(),
    st.sampled_from(["{period} {role} {employer}", "{role} {employer} {period}", "{role} bij {employer} ({period})"]),
    st.sampled_from([". ", "; ", ", "]),
)
def test_c2_months_survive_a_summary_on_one_line(wanted: list[Job], line: str, between: str) -> None:
    text = (
        "mbo 4 2009"
        + between
        + between.join(line.format(period=j.period, role=j.role, employer=j.employer) for j in wanted)
        + between
        + "zzp, € 80"
    )
    read = read_candidate(text, "summary")
    assert [(j.start, j.end, j.ongoing) for j in read.employments] == [(*j.months, j.end is None) for j in wanted], text
    assert [key(j.employer or "") for j in read.employments] == [key(j.employer) for j in wanted], text
    assert (read.contract_form, read.rate.own) == ("zzp", "80")


FRAGMENTS = st.sampled_from(
    [
        "\n", "\n\n", " ", ", ", ". ", "; ", "\t", " - ", ": ", "(", ")", "• ", "- ", "Werkervaring\n", "Opleiding\n", "Functie: ", "Periode: ", "2016-2020", "jan 2019 - heden", "sinds 2021", "tot 2018",
        "klantadviseur", "jurist", "gemeente Delft", "bij een gemeente", "UWV", "via Yacht", "mbo 4", "hbo rechten", "geen", "niet", "bezig met", "TOPdesk", "4 jaar", "€ 82", "zzp", "36 uur", "per direct",
        "eigen laptop", "geen ervaring met", "daarna niet meer", "Kandidaat 1:", "Naam: A.B.", "M.B.,", "rijbewijs B", "Cursus notuleren", "Met vriendelijke groet,", "geb. 12-03-1985", "06-12345678", "“", "ß", "İ", "ﬁ", "&nbsp;", "**", "<br>", "é", "\u00ad", "️",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=400), st.lists(st.one_of(FRAGMENTS, st.text(max_size=8)), max_size=40).map("".join))


def _evidence(value: Any) -> list[tuple[str, int, int]]:
    if isinstance(value, dict):
        if {"quote", "start", "end"} <= value.keys():
            return [(value["quote"], value["start"], value["end"])]
        return [found for part in value.values() for found in _evidence(part)]
    if isinstance(value, list | tuple):
        return [found for part in value for found in _evidence(part)]
    return []


@given(TEXTS)
def test_reading_is_total_and_every_quote_is_literal(text: str) -> None:
    read = read_candidate(text)
    for quote, start, end in _evidence(read.model_dump()):
        assert text[start:end] == quote
    assert all(s.employment is None or s.employment < len(read.employments) for s in read.statements)
    assert [p[0] for p in split_people(text)] == list(read.people)


@pytest.mark.parametrize("name", NAMES)
def test_every_quote_of_a_sample_is_literal(name: str) -> None:
    text = sample(name)
    for quote, start, end in _evidence(read_candidate(text).model_dump()):
        assert text[start:end] == quote


def _bare(read: Candidate) -> Any:
    """A reading without its offsets and statements' places."""

    def strip(value: Any) -> Any:
        if isinstance(value, dict):
            return {
                k: strip(v)
                for k, v in value.items()
                if k not in ("start", "end", "quote") or not {"quote", "source"} <= value.keys()
            }
        return [strip(v) for v in value] if isinstance(value, list | tuple) else value

    return strip(read.model_dump(exclude={"statements", "evidence"}))


PROTECTED = (
    "Geboortedatum: 12-03-1985",
    "Geboren: 4 mei 1971 te Paramaribo",
    "Nationaliteit: Nederlandse",
    "Burgerlijke staat: gehuwd, 2 kinderen",
    "Geslacht: vrouw",
    "Leeftijd: 42 jaar",
    "Date of birth: 1 May 1980",
    "Geloof: christelijk",
)


@pytest.mark.parametrize("line", PROTECTED)
@pytest.mark.parametrize("name", [n for n in NAMES if expected(n).get("source") == "cv"])
def test_protected_grounds_change_nothing(name: str, line: str) -> None:
    text = sample(name)
    assert _bare(read_candidate(line + "\n\n" + text, "cv")) == _bare(read_candidate(text, "cv"))


@pytest.mark.parametrize(
    ("clause", "text"),
    [
        (" (geb. 12-03-1985, man, gehuwd, 2 kinderen)", "G. Smit{}, mbo 4 2010, 2016-2020 jurist UWV, zzp"),
        (", vrouw, 42 jaar", "G. Smit{}, mbo 4 2010, 2016-2020 jurist UWV, zzp"),
        (", 42 jaar oud", "G. Smit{}, mbo 4 2010, 2016-2020 jurist UWV, zzp"),
        (", geboren in 1985", "G. Smit{}, mbo 4 2010, 2016-2020 jurist UWV, zzp"),
    ],
)
def test_protected_grounds_in_a_sentence_change_nothing(clause: str, text: str) -> None:
    without = _bare(read_candidate(text.format(""), "summary"))
    assert _bare(read_candidate(text.format(clause), "summary")) == without
    assert len(without["employments"]) == 1


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "change",
    [
        lambda t: t.replace("\n", "\r\n"),
        lambda t: t.replace(" ", "\u00a0"),
        lambda t: t.replace("'", "’").replace("-", "–"),
        lambda t: t + "\n\n\n",
        lambda t: "\n\n" + t,
        lambda t: t.replace("•", "●").replace("·", "•"),
    ],
    ids=["crlf", "no-break", "quotes", "tail", "head", "bullets"],
)
def test_p12_layout_never_matters(name: str, change: Any) -> None:
    text = sample(name)
    before, after = _bare(read_candidate(text)), _bare(read_candidate(change(text)))
    assert _folded(after) == _folded(before)


def _folded(value: Any) -> Any:
    if isinstance(value, dict):
        return {k: _folded(v) for k, v in value.items()}
    if isinstance(value, list | tuple):
        return [_folded(v) for v in value]
    return key(value.replace("’", "'").replace("–", "-").replace("—", "-")) if isinstance(value, str) else value


@pytest.mark.parametrize("piece", ["a", "(", "\n", "2019-2020, ", "geen TOPdesk, "])
def test_a_hundred_thousand_characters_of_anything_are_read(piece: str) -> None:
    assert not read_candidate((piece * 100_000)[:100_000]).people
