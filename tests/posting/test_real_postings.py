"""The four shared postings, read by hand. Their texts stay where they are; only the values stand here."""

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from core.model.posting import ChecklistItem, Notice, Posting
from core.posting.notices import dated_notices
from core.posting.reader import read_posting

Load = Callable[[int], str]
OFFER = {
    "cv_max_pages": 5,
    "motivation_max_pages": None,
    "language": "Nederlands",
    "min_references": 2,
    "format": "pdf",
}
NOTHING: dict[str, Any] = {
    "closing_other": [],
    "rate_cap": None,
    "price_weight": None,
    "broker": "Flextender",
    "total_points": 100,
}

HEADERS: dict[int, dict[str, Any]] = {
    30954: {
        **NOTHING,
        "reference": "30954",
        "title": "Medewerker Intern Service Punt",
        "client": "gemeente Hardenberg",
        "region": "Overijssel",
        "education_level": "MBO+",
        "start": "Zo snel mogelijk",
        "duration_months": 3,
        "extension": {"count": 4, "months": 3},
        "hours_per_week": {"min": 32, "max": 36},
        "das": False,
        "closing": "2026-07-14T09:00:00+02:00",
        "questions_until": "2026-07-08T09:00:00+02:00",
        "answers_on": "2026-07-10",
        "interviews": [{"date": "2026-07-20", "from": None, "to": None}],
        "function_scale": "9",
        "fee_per_hour": "0.00",
        "rate_includes": [],
        "positions": 1,
        "shortlist_size": 10,
        "hybrid": False,
        "work_days": [],
        "competencies": ["Klant- en servicegerichtheid", "Probleemoplossend vermogen", "Communicatieve vaardigheden"],
        "offer": OFFER,
        "sroi_threshold": "400000",
        "clauses": ["wet_dba", "waadi", "inlenersbeloning", "vog", "nda", "kvk", "uea", "sroi"],
        "scoring": "comparative",
        "tie_break": "uurtarief",
    },
    30661: {
        **NOTHING,
        "reference": "30661",
        "title": "Klachtcoördinator",
        "client": "gemeente Purmerend",
        "region": "Noord-Holland",
        "education_level": "HBO",
        "start": "Z.s.m.",
        "duration_months": 6,
        "extension": {"count": 2, "months": 3},
        "hours_per_week": {"min": 16, "max": 24},
        "das": True,
        "closing": "2026-06-29T09:00:00+02:00",
        "questions_until": "2026-06-24T12:00:00+02:00",
        "answers_on": "2026-06-25",
        "interviews": [{"date": "2026-07-02", "from": "12:00", "to": "13:00"}],
        "function_scale": "10",
        "fee_per_hour": "2.25",
        "rate_includes": ["reiskosten", "parkeerkosten"],
        "positions": None,
        "shortlist_size": 5,
        "hybrid": True,
        "work_days": [],
        "competencies": ["Overtuigingskracht", "Empathisch vermogen", "Gespreksvaardigheid", "Netwerkvaardigheid"],
        "offer": OFFER,
        "sroi_threshold": None,
        "clauses": ["wet_dba", "waadi", "inlenersbeloning", "vog", "byod", "own_motivation"],
        "scoring": "absolute",
        "tie_break": "uurtarief",
    },
    30988: {
        **NOTHING,
        "reference": "30988",
        "title": "Administratief Medewerker Sociaal Domein",
        "client": "gemeente Leidschendam-Voorburg",
        "region": "Zuid-Holland",
        "education_level": "MBO+",
        "start": "Z.s.m.",
        "duration_months": 3,
        "extension": {"count": None, "months": None},
        "hours_per_week": {"min": 24, "max": 27},
        "das": True,
        "closing": "2026-07-15T09:00:00+02:00",
        "questions_until": "2026-07-09T09:00:00+02:00",
        "answers_on": "2026-07-13",
        "interviews": [
            {"date": "2026-07-20", "from": "09:30", "to": "15:30"},
            {"date": "2026-07-21", "from": "09:30", "to": "15:30"},
        ],
        "function_scale": "7",
        "fee_per_hour": "2.25",
        "rate_includes": [],
        "positions": 1,
        "shortlist_size": 10,
        "hybrid": None,
        "work_days": ["tue", "wed", "thu"],
        "competencies": [
            "Verantwoordelijkheid",
            "Flexibiliteit",
            "Plannen en Organiseren",
            "Nauwkeurigheid",
            "Initiatief",
        ],
        "offer": {**OFFER, "motivation_max_pages": 1},
        "sroi_threshold": None,
        "clauses": ["wet_dba", "vog", "byod", "steering"],
        "scoring": "comparative",
        "tie_break": "uurtarief",
    },
    11734: {
        **NOTHING,
        "reference": "11734",
        "title": "Medewerker Klantcontactcentrum (MIC)",
        "client": "gemeente Leidschendam-Voorburg",
        "region": "Zuid-Holland",
        "education_level": "MBO",
        "start": "Z.s.m.",
        "duration_months": 7,
        "extension": {"count": None, "months": None},
        "hours_per_week": {"min": 32, "max": 36},
        "das": True,
        "closing": "2023-03-17T09:00:00+01:00",
        "questions_until": "2023-03-15T15:00:00+01:00",
        "answers_on": "2023-03-16",
        "interviews": [{"date": "2023-03-21", "from": "15:00", "to": "17:30"}],
        "function_scale": "7",
        "fee_per_hour": "2.25",
        "rate_includes": [],
        "positions": 1,
        "shortlist_size": 10,
        "hybrid": None,
        "work_days": [],
        "competencies": [
            "Conflicthantering",
            "Klantgerichtheid",
            "Mondelinge Communicatie",
            "Integriteit",
            "Nauwkeurigheid",
        ],
        "offer": {**OFFER, "format": None},
        "sroi_threshold": None,
        "clauses": ["inlenersbeloning", "vog", "byod"],
        "scoring": "comparative",
        "tie_break": "uurtarief",
    },
}

# id, points, how the text begins and ends.
CRITERIA: dict[int, list[tuple[str, float | None, str, str]]] = {
    30954: [
        ("K1", None, "Aantoonbare afgeronde opleiding", "mbo-4 niveau"),
        ("K2", None, "Minimaal 5 jaar", "interne Servicedesk"),
        ("K3", None, "Aantoonbare werkervaring", "in projecten"),
        ("K4", None, "Aantoonbare werkervaring", "in de werkervaring"),
        ("A5", 20, "Aantoonbare afgeronde opleiding", "ICT of Facility Management"),
        ("A6", 20, "Aantoonbare werkervaring", "geef dit weer in 2 voorbeelden"),
        ("A7", 30, "Aantoonbare werkervaring", "met TOPdesk"),
        ("A8", 30, "Aantoonbare werkervaring", "bij een gemeente"),
    ],
    30661: [
        ("K1", None, "Minimaal 3 jaar", "de publieke sector"),
        ("K2", None, "Aantoonbare werkervaring", "van afhandeling"),
        ("K3", None, "Aantoonbare werkervaring", "conflictbemiddelingstechnieken"),
        ("K4", None, "Aantoonbare kennis", "tot klachtbehandeling"),
        ("K5", None, "Aantoonbaar afgeronde", "minimaal mbo niveau"),
        ("A6", 10, "Aantoonbaar afgeronde", "hbo bachelor niveau"),
        ("A7", 35, "Minimaal 3 jaar", "binnen een gemeente"),
        ("A8", 20, "Aantoonbare werkervaring", "van afhandeling"),
        ("A9", 20, "Aantoonbaar afgeronde cursus", "conflictbemiddelingsvaardigheden"),
        ("A10", 10, "Aantoonbare werkervaring", "in het cv"),
        ("A11", 5, "De kandidaat voegt", "te uploaden"),
    ],
    30988: [
        ("K1", None, "'Bring your own device'", "docking beeldschermen"),
        ("K2", None, "Een afgeronde opleiding", "MBO-niveau 4"),
        ("K3", None, "Minimaal 1 jaar", "in het cv)"),
        ("A1", 15, "Aantoonbaar afgeronde", "en agendabeheer"),
        ("A2", 15, "Aantoonbare werkervaring", "in het cv"),
        ("A3", 35, "Minimaal 3 jaar", "van een gemeente"),
        ("A4", 15, "Beschikbaar en bereid", "dit vraagt"),
        ("A5", 20, "Uiterlijk per 4 augustus 2026", "en donderdag"),
    ],
    11734: [
        ("K1", None, "'Bring your own device'", "laptop cq iPad"),
        ("K2", None, "Een afgeronde opleiding", "mbo niveau 4"),
        ("K3", None, "Minimaal 2 jaar", "medewerker klantcontactcentrum"),
        ("A4", 40, "Minimaal 3 jaar", "callcenter)"),
        ("A5", 30, "Minimaal 4 jaar", "bij een gemeente"),
        ("A6", 20, "Je bent bereid", "aan in de motivatie"),
        ("A7", 10, "Aantoonbare werkervaring", "met Key2Burgerzaken"),
    ],
}

NOTICES: dict[int, list[tuple[str, str | None]]] = {
    30954: [("tier_boundary", "A7"), ("tier_boundary", "A8")],
    30661: [
        ("points_in_knockout", "K2"),
        ("points_in_knockout", "K4"),
        ("contradiction", "K5"),
        ("incomplete_text", None),
    ],
    30988: [("numbering_restarts", None), ("contradiction", "K1")],
    11734: [],
}

CHECKLISTS: dict[int, list[str]] = {
    30954: [
        "dba_substantiation",
        "cv_pages",
        "language",
        "format",
        "references",
        "document:uea",
        "document:kvk",
        "document:nda",
        "deadline",
    ],
    30661: ["dba_substantiation", "cv_pages", "language", "format", "references", "motivation", "rate", "deadline"],
    30988: ["dba_substantiation", "cv_pages", "motivation_pages", "language", "format", "references", "deadline"],
    11734: ["cv_pages", "language", "references", "motivation", "deadline"],
}

NUMBERS = sorted(HEADERS)


@pytest.fixture(params=NUMBERS)
def number(request: pytest.FixtureRequest) -> int:
    return int(request.param)


def test_every_value_of_the_header_and_the_text(number: int, posting_text: Load) -> None:
    read = json.loads(read_posting(posting_text(number)).model_dump_json())
    assert {field: read[field] for field in HEADERS[number]} == HEADERS[number]


def test_p1_p16_every_criterion_with_its_number_and_points(number: int, posting_text: Load) -> None:
    criteria = read_posting(posting_text(number)).criteria
    assert [(c.id, c.points) for c in criteria] == [(name, points) for name, points, _, _ in CRITERIA[number]]
    for criterion, (_, _, first, last) in zip(criteria, CRITERIA[number], strict=True):
        assert criterion.text.startswith(first), criterion.id
        assert criterion.text.endswith(last), criterion.id


def test_p4_the_tiers(posting_text: Load) -> None:
    criteria = {c.id: c for c in read_posting(posting_text(30954)).criteria}
    bands = {
        name: [(t.low, t.high, t.low_inclusive, t.high_inclusive, t.points) for t in criteria[name].tiers]
        for name in ("A7", "A8")
    }
    assert bands == {
        "A7": [(0, 12, True, False, 0), (12, 24, True, True, 15), (24, None, False, False, 30)],
        "A8": [(0, 48, True, False, 0), (48, 60, True, True, 15), (60, None, False, False, 30)],
    }


def test_the_notices(number: int, posting_text: Load) -> None:
    assert [(n.code, n.criterion) for n in read_posting(posting_text(number)).notices] == NOTICES[number]


def test_p10_the_checklist(number: int, posting_text: Load) -> None:
    items = read_posting(posting_text(number)).bid_checklist
    assert [item.id for item in items] == CHECKLISTS[number]
    blockers = [item.id for item in items if item.blocker]
    assert blockers == [name for name in CHECKLISTS[number] if name in ("dba_substantiation", "deadline")]


def test_p10_what_the_checklist_says(posting_text: Load) -> None:
    items = {item.id: item.text for item in read_posting(posting_text(30988)).bid_checklist}
    assert "motivatiebrief" in items["cv_pages"]
    assert "naam, functie en organisatie" in items["references"]
    motivation = {item.id: item.text for item in read_posting(posting_text(30661)).bid_checklist}["motivation"]
    assert "zelf" in motivation
    assert "A11" in motivation


def test_p8_closed_depends_on_the_day(posting_text: Load) -> None:
    posting = read_posting(posting_text(11734))
    assert dated_notices(posting, date(2023, 3, 17)) == ()
    (closed,) = dated_notices(posting, date(2023, 3, 18))
    assert closed.code == "closed"
    assert closed.question


def test_p9_what_a_contradiction_quotes(posting_text: Load) -> None:
    (notice,) = [n for n in read_posting(posting_text(30988)).notices if n.code == "contradiction"]
    assert "geen iPad" in notice.text
    assert "laptop cq iPad" in notice.text
    assert "K1" in notice.text


def test_p15_the_words_where_the_text_stops(posting_text: Load) -> None:
    (notice,) = [n for n in read_posting(posting_text(30661)).notices if n.code == "incomplete_text"]
    assert notice.question is not None
    assert "gebruik maken van eigen" in notice.question


def spanned(posting: Posting, text: str, name: str) -> str:
    span = posting.spans[name]
    return text[span.start : span.end]


@pytest.mark.parametrize(
    ("posting", "name", "printed"),
    [
        (30954, "reference", "30954"),
        (30954, "hours_per_week", "32 tot 36 uur"),
        (30954, "clauses.vog", "De opdrachtgever zal om een Verklaring Omtrent het Gedrag (VOG) vragen."),
        (30954, "sroi_threshold", "€400.000"),
        (30661, "competencies.1", "Empathisch vermogen"),
        (30661, "closing", "maandag 29 juni 2026"),
        (30988, "offer.motivation_max_pages", "1 pgn"),
        (11734, "region", "Zuid-Holland"),
    ],
)
def test_the_place_of_a_value(posting: int, name: str, printed: str, posting_text: Load) -> None:
    text = posting_text(posting)
    assert spanned(read_posting(text), text, name).startswith(printed)


def test_every_quote_is_literal(number: int, posting_text: Load) -> None:
    text = posting_text(number)
    posting = read_posting(text)
    things: tuple[Notice | ChecklistItem, ...] = (*posting.notices, *posting.bid_checklist)
    for thing in things:
        assert thing.evidence, thing
        for evidence in thing.evidence:
            assert text[evidence.start : evidence.end] == evidence.quote
    for criterion in posting.criteria:
        assert criterion.text[:12].replace("'", "") in text[criterion.span.start : criterion.span.end].replace(
            "\u2018", ""
        )
