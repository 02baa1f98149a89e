"""Criteria of our own (`requirement_cases.toml`) and those of the four real postings, each read as a person reads it."""

import re
import tomllib
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from pydantic import TypeAdapter

from core.model.posting import Requirement
from core.posting.requirement import RequirementContext, RequirementReading, read_requirement
from core.text.source import fold, source

REQUIREMENT: TypeAdapter[Any] = TypeAdapter(Requirement)
CLOSING = date(2026, 7, 14)
CASES = tomllib.loads((Path(__file__).parent / "requirement_cases.toml").read_text(encoding="utf-8"))["case"]


def read(text: str, kind: str = "knockout", **context: Any) -> RequirementReading:
    return read_requirement(text, RequirementContext(closing=CLOSING, kind=kind, **context))  # type: ignore[arg-type]  # a table holds plain strings


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.get('kind', '')}{case['text'][:60]}")
def test_p16_a_criterion_is_read_as_printed(case: dict[str, Any]) -> None:
    reading = read(case["text"], case.get("kind", "knockout"))
    assert reading.requirement == REQUIREMENT.validate_python(case["want"])
    assert reading.cv_instruction == case.get("cv")
    assert reading.condition == case.get("condition")
    assert list(reading.condition_contract) == case.get("contract", [])
    assert [notice.code for notice in reading.notices] == case.get("notices", [])


def test_the_table_is_wide() -> None:
    texts = [(case["text"], case.get("kind")) for case in CASES]
    assert len(set(texts)) == len(texts) >= 150
    assert len({case["want"]["type"] for case in CASES}) == 17


# --- the four real postings: by number, their texts stay outside the repository ---


class Real(NamedTuple):
    """How a criterion of a real posting must be read: `want` is part of the requirement, `cv` the ends of the instruction."""

    posting: int
    id: str
    want: dict[str, Any]
    cv: tuple[str, str] | None = None


GEMEENTE = {"sector": "gemeente"}
KCC = {"type": "experience", "min_months": None, "sector": None, "domain": None, "need": "any", "open_list": False}
DESK = ("dienstverlenende klantcontactfunctie", "Frontoffice", "servicebalie", "klantenservice", "interne Servicedesk")
LAW = ("wet- en regelgeving", "Algemene wet bestuursrecht")
REAL = [
    Real(11734, "K1", {"type": "device", "items": ("telefoon", "laptop of tablet"), "not_allowed": ()}),
    Real(11734, "K2", {"type": "education", "level": "mbo-4", "fields": (), "finished": True}),
    Real(11734, "K3", {**KCC, "subjects": ("medewerker klantcontactcentrum",), "min_months": 24, "window_months": 60}),
    Real(
        11734,
        "A4",
        {
            **KCC,
            "subjects": ("medewerker klantcontactcentrum", "klantenservice", "publiekzaken", "callcenter"),
            "min_months": 36,
            "window_months": 60,
        },
    ),
    Real(
        11734,
        "A5",
        {**KCC, **GEMEENTE, "subjects": ("medewerker klantcontactcentrum",), "min_months": 48, "window_months": 72},
    ),
    Real(
        11734,
        "A6",
        {"type": "onsite", "days_per_week": 2, "share": None, "place": "Leidschendam"},
        ("Dit", "motivatie"),
    ),
    Real(11734, "A7", {**KCC, "subjects": ("Key2Burgerzaken",), "window_months": None}),
    Real(30661, "K1", {**KCC, "subjects": ("klachtcoördinator",), "min_months": 36, "sector": "publieke sector"}),
    Real(30661, "K2", {**KCC, "subjects": ("coördineren en bewaken van klachtprocessen",), "window_months": None}),
    Real(30661, "K3", {**KCC, "subjects": ("conflictbemiddelingstechnieken",)}),
    Real(
        30661, "K4", {"type": "experience", "subjects": (*LAW, "Awb"), "open_list": True, "domain": "klachtbehandeling"}
    ),
    Real(30661, "K5", {"type": "education", "level": "mbo", "fields": ()}),
    Real(30661, "A6", {"type": "education", "level": "hbo-bachelor", "fields": (), "thinking_level": False}),
    Real(30661, "A7", {**KCC, **GEMEENTE, "subjects": ("klachtcoördinator",), "min_months": 36, "window_months": 60}),
    Real(30661, "A8", {**KCC, "subjects": ("coördineren en bewaken van klachtprocessen",), "window_months": 36}),
    Real(30661, "A9", {"type": "course", "subject": "conflictbemiddelingsvaardigheden", "subjects": ()}),
    Real(
        30661,
        "A10",
        {"type": "experience", "subjects": LAW, "open_list": True, "domain": "klachtbehandeling", "min_months": None},
        ("benoem", "cv"),
    ),
    Real(30661, "A11", {"type": "document", "name": "motivatie"}, ("waarin", "opdracht")),
    Real(30954, "K1", {"type": "education", "level": "mbo-4", "fields": ()}),
    Real(30954, "K2", {**KCC, "subjects": DESK, "open_list": True, "min_months": 60}),
    Real(
        30954,
        "K4",
        {**KCC, "subjects": ("complexe en veranderende ICT-landschap",), "sector": "overheid"},
        ("ligt", "werkervaring"),
    ),
    Real(
        30954,
        "A5",
        {"type": "education", "level": "mbo-4", "fields": ("ICT", "Facility Management"), "fields_open": False},
    ),
    Real(30954, "A6", {**KCC, "subjects": ("verbeteren van processen",)}, ("geef", "voorbeelden")),
    Real(30954, "A7", {**KCC, "subjects": ("TOPdesk",)}),
    Real(30954, "A8", {**KCC, **GEMEENTE, "subjects": DESK, "open_list": True}),
    Real(30988, "K1", {"type": "device", "items": ("telefoon", "laptop"), "not_allowed": ("tablet",)}),
    Real(30988, "K2", {"type": "education", "level": "mbo-4"}),
    Real(30988, "K3", {**KCC, **GEMEENTE, "subjects": ("administratief gebied",), "min_months": 12}, ("maak", "cv")),
    Real(30988, "A1", {"type": "course", "subjects": ("notuleren", "rapporteren", "agendabeheer"), "need": "all"}),
    Real(30988, "A2", {**KCC, "subjects": ("Suite4sociale regie",), "window_months": 60}, ("duidelijk", "cv")),
    Real(
        30988,
        "A3",
        {
            "type": "experience",
            "subjects": ("notuleren", "verslaglegging", "complex agendabeheer"),
            "need": "all",
            "min_months": 36,
            "window_months": 60,
            "sector": "gemeente",
            "domain": "sociaal domein",
        },
    ),
    Real(30988, "A4", {"type": "onsite", "share": 50, "days_per_week": None, "place": "Leidschendam"}),
    Real(30988, "A5", {"type": "availability", "from_": date(2026, 8, 4), "days": ("tue", "wed", "thu")}),
]
POINTS = re.compile(r";?\s*\(\d+\s+(?:punten|pt)\)[;.]?")


def criteria(raw: str) -> dict[str, str]:
    """Return the criteria of one of the four postings by id: no reader, just enough for their layout."""
    text = source(raw, "posting").text
    lines = text[text.index("Vereisten / knock-out") : text.index("\nCompetenties")].splitlines()[1:]
    found: dict[str, str] = {}
    kind = "K"
    for line in map(str.strip, lines):
        number = re.match(r"(\d+)\. (.*)", line)
        if re.match(r"(?:Gunnings|Selectie)criteria", line):
            kind = "A"
        elif line.startswith("Geef in het cv duidelijk"):
            break
        elif number:
            found[kind + number[1]] = number[2]
        elif line and found and not line.startswith("- "):
            found[list(found)[-1]] += " " + line
    return {id_: fold(POINTS.sub("", line)).rstrip("; .") for id_, line in found.items()}


@pytest.mark.parametrize("real", REAL, ids=lambda real: f"{real.posting}-{real.id}")
def test_the_real_postings_are_read_without_an_error(real: Real, posting_text: Callable[[int], str]) -> None:
    text = criteria(posting_text(real.posting))[real.id]
    reading = read(text, "knockout" if real.id.startswith("K") else "award")
    requirement = reading.requirement
    assert {name: getattr(requirement, name) for name in real.want} == real.want
    assert reading.condition is None
    assert reading.notices == ()
    if real.cv is None:
        assert reading.cv_instruction is None
    else:
        assert reading.cv_instruction is not None
        assert reading.cv_instruction in text
        assert reading.cv_instruction.startswith(real.cv[0])
        assert reading.cv_instruction.endswith(real.cv[1])


def test_nothing_of_the_real_postings_stays_other(posting_text: Callable[[int], str]) -> None:
    for number in (11734, 30661, 30954, 30988):
        read_as = {id_: read(text).requirement.type for id_, text in criteria(posting_text(number)).items()}
        assert len(read_as) in (7, 8, 11)
        assert "other" not in read_as.values()
        assert not {"all_of", "any_of"} & set(read_as.values())
