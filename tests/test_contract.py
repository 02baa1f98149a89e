"""The JSON contract of DESIGN 5: names, types and closed lists, written from the design."""

import json
import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from core import Dossier, check_document
from tests.test_dossier import CANDIDATE, POSTING, TODAY

NUMBER = (int, float)
TEXT = str
NULL = type(None)

POSTING_NAMES = [
    "reference",
    "title",
    "client",
    "broker",
    "region",
    "education_level",
    "start",
    "duration_months",
    "extension",
    "hours_per_week",
    "das",
    "closing",
    "questions_until",
    "answers_on",
    "interviews",
    "function_scale",
    "fee_per_hour",
    "rate_cap",
    "positions",
    "shortlist_size",
    "hybrid",
    "work_days",
    "competencies",
    "offer",
    "total_points",
    "clauses",
    "scoring",
    "tie_break",
    "criteria",
    "notices",
    "bid_checklist",
]
CANDIDATE_NAMES = [
    "source",
    "employments",
    "educations",
    "courses",
    "tools",
    "contract_form",
    "rate",
    "hours",
    "available_from",
    "days",
    "place",
    "devices",
]
CHECK_NAMES = [
    "schema_version",
    "reference_date",
    "verdict",
    "bid_ready",
    "points",
    "criteria",
    "practical",
    "questions",
    "candidate_message",
    "reminders",
    "notices",
    "bid_checklist",
]
TYPES = {
    "experience": "subjects need min_months window_months sector domain",
    "education": "level fields finished",
    "course": "subject",
    "device": "items",
    "onsite": "days_per_week share place",
    "availability": "from hours days",
    "rate_cap": "amount includes",
    "contract_form": "allowed excluded",
    "insurance": "",
    "registration": "register holder",
    "document": "name",
    "examples": "count",
    "language": "",
    "licence": "name",
    "all_of": "parts",
    "any_of": "parts",
    "other": "",
}
NOTICE_CODES = {
    "numbering_restarts",
    "points_in_knockout",
    "points_total",
    "tier_maximum",
    "tier_boundary",
    "unclear_window",
    "conflicting_dates",
    "closed",
    "date_order",
    "contradiction",
    "incomplete_text",
    "unknown_points",
    "changed_by_answer",
}
EXPECTS = {"choice", "multi", "period", "months", "date", "amount", "text"}
EVERY_TYPE = """Inkoper
Aanvraagnummer\t40113\tStart\t1 augustus 2026
Uren per week\t32 tot 36 uur\tEinde inschrijfdatum\tdinsdag 14 juli 2026
Vereisten / knock-outcriteria
1. Je hebt een eigen laptop;
2. Je bent bereid om minimaal 2 dagen per week op kantoor te werken in Ede;
3. Een afgeronde cursus PRINCE2;
4. Je hebt rijbewijs B;
5. Je beheerst de Nederlandse taal;
6. De opdrachtnemer is geregistreerd in het Waadi-register;
7. Het maximale uurtarief is € 85 all-in;
8. Inzet van zzp is niet toegestaan;
9. De kandidaat voegt een motivatie toe;
10. Een afgeronde hbo-opleiding of minimaal 5 jaar werkervaring als inkoper.
Gunningscriteria
11. Aantoonbare werkervaring met TOPdesk (100 punten);
"""
PERSON = "A. Prins, hbo bedrijfskunde 2012. maart 2018 - heden inkoper gemeente Delft. Cursus PRINCE2 2020. zzp, € 82."


def check(posting: str, candidate: str) -> dict[str, Any]:
    dossier = Dossier.new(today=TODAY).with_posting(posting).with_candidate(candidate, source="cv")
    found: dict[str, Any] = json.loads(check_document(dossier).model_dump_json())
    return found


def posting_of(text: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(Dossier.new(today=TODAY).with_posting(text).posting.model_dump_json())
    return found


CHECKS = [check(POSTING, CANDIDATE), check(EVERY_TYPE, PERSON), check(EVERY_TYPE, "")]
POSTINGS = [posting_of(POSTING), posting_of(EVERY_TYPE)]


def is_a(value: object, *kinds: type) -> bool:
    return isinstance(value, kinds) and (bool in kinds or not isinstance(value, bool))


@pytest.mark.parametrize("posting", POSTINGS)
def test_the_posting_has_every_name(posting: dict[str, Any]) -> None:
    assert set(POSTING_NAMES) <= posting.keys()
    for name in ("reference", "title", "region", "closing", "start", "fee_per_hour", "rate_cap", "tie_break"):
        assert is_a(posting[name], TEXT, NULL), name
    for name in ("duration_months", "positions", "shortlist_size"):
        assert is_a(posting[name], int, NULL), name
    assert set(posting["hours_per_week"]) == {"min", "max"}
    assert {"cv_max_pages", "motivation_max_pages", "language", "min_references", "format"} <= set(posting["offer"])
    assert date.fromisoformat(posting["closing"][:10]) == date(2026, 7, 14)


@pytest.mark.parametrize("posting", POSTINGS)
def test_a_criterion_has_every_name(posting: dict[str, Any]) -> None:
    names = ["id", "kind", "number", "text", "points", "tiers", "requirement", "condition", "cv_instruction"]
    for criterion in posting["criteria"]:
        assert set(names) <= criterion.keys()
        assert criterion["kind"] in ("knockout", "award")
        assert criterion["id"] == ("K" if criterion["kind"] == "knockout" else "A") + criterion["number"]
        assert is_a(criterion["points"], *NUMBER, NULL)
        for tier in criterion["tiers"]:
            assert {"low", "high", "low_inclusive", "high_inclusive", "points"} <= tier.keys()
            assert is_a(tier["low"], int, NULL)
        assert_requirement(criterion["requirement"])
    assert {notice["code"] for notice in posting["notices"]} <= NOTICE_CODES
    for notice in posting["notices"]:
        assert {"code", "criterion", "text", "question"} <= notice.keys()


def assert_requirement(requirement: dict[str, Any]) -> None:
    assert requirement["type"] in TYPES
    assert set(TYPES[requirement["type"]].split()) <= requirement.keys(), requirement
    for part in requirement.get("parts", []):
        assert_requirement(part)
    if requirement["type"] == "rate_cap":
        assert re.fullmatch(r"\d+\.\d\d", requirement["amount"])
    if requirement["type"] == "registration":
        assert requirement["holder"] in ("candidate", "supplier")


@pytest.mark.parametrize("found", CHECKS)
def test_a_check_has_every_name(found: dict[str, Any]) -> None:
    assert set(CHECK_NAMES) <= found.keys()
    assert found["schema_version"] == 1
    assert date.fromisoformat(found["reference_date"]) <= date(2026, 12, 31)
    assert found["verdict"] in ("go", "no_go", "open")
    assert is_a(found["bid_ready"], bool)
    assert {"in_cv", "secured", "reachable", "total"} <= found["points"].keys()
    assert all(is_a(value, *NUMBER, NULL) for value in found["points"].values())
    assert is_a(found["candidate_message"], TEXT, NULL)
    assert set(CANDIDATE_NAMES) <= found["candidate"].keys()
    assert {notice["code"] for notice in found["notices"]} <= NOTICE_CODES


@pytest.mark.parametrize("found", CHECKS)
def test_every_outcome_has_its_names_and_its_source(found: dict[str, Any]) -> None:
    for outcome in found["criteria"]:
        assert {"id", "status", "basis", "points", "reason", "evidence", "todo"} <= outcome.keys()
        assert outcome["status"] in ("met", "unmet", "open")
        assert outcome["basis"] in ("stated", "implied", "answered", "none")
        assert {"secured", "reachable", "max"} <= outcome["points"].keys()
        assert outcome["reason"]
        assert outcome["evidence"] or outcome["status"] == "open"
        for evidence in outcome["evidence"]:
            assert {"source", "quote", "start", "end"} <= evidence.keys()
        if outcome["todo"] is not None:
            assert outcome["todo"]["place"] in ("cv", "motivatie", "inschrijving")
    for line in found["practical"]:
        assert {"field", "asked", "offered", "status"} <= line.keys()
        assert line["status"] in ("met", "unmet", "open")


@pytest.mark.parametrize("found", CHECKS)
def test_every_question_has_its_names_and_every_label_fits(found: dict[str, Any]) -> None:
    names = ["id", "text", "why", "criteria", "points_at_stake", "expects", "facts", "options"]
    ids = [question["id"] for question in found["questions"]]
    assert len(ids) == len(set(ids))
    for question in found["questions"]:
        assert set(names) <= question.keys()
        assert question["expects"] in EXPECTS
        assert is_a(question["points_at_stake"], *NUMBER, NULL)
        for fact in question["facts"]:
            assert {"kind", "subject", "window_months", "sector"} <= fact.keys()
        for option in question["options"]:
            assert {"id", "label", "low", "high"} <= option.keys()
            assert 0 < len(option["label"]) <= 20
    for reminder in found["reminders"]:
        assert {"id", "severity", "text", "basis", "source", "verified_on"} <= reminder.keys()
        assert reminder["severity"] in ("blocker", "action", "information")


def test_the_candidate_has_every_name() -> None:
    found = CHECKS[1]["candidate"]
    assert found["source"] == "cv"
    job = found["employments"][0]
    assert {"role", "employer", "sector", "via", "start", "end"} <= job.keys()
    assert job["start"] == {"earliest": "2018-03", "latest": "2018-03"}
    assert {"level", "field", "finished"} <= found["educations"][0].keys()
    assert {"own", "bid"} <= found["rate"].keys()
    assert is_a(found["rate"]["bid"] or found["rate"]["own"], TEXT)


def test_every_requirement_of_this_posting_has_its_type() -> None:
    read = {c["id"]: c["requirement"]["type"] for c in POSTINGS[1]["criteria"]}
    assert read == {
        "K1": "device",
        "K2": "onsite",
        "K3": "course",
        "K4": "licence",
        "K5": "language",
        "K6": "registration",
        "K7": "rate_cap",
        "K8": "contract_form",
        "K9": "document",
        "K10": "any_of",
        "A11": "experience",
    }


def test_evidence_counts_code_points_of_the_text_as_it_was_received() -> None:
    for outcome in CHECKS[1]["criteria"]:
        for evidence in outcome["evidence"]:
            if evidence["source"] == "cv":
                assert PERSON[evidence["start"] : evidence["end"]] == evidence["quote"]


@pytest.mark.parametrize("number", ["11734", "30661", "30954", "30988"])
def test_the_real_postings_keep_the_contract(number: str, posting_text: Callable[[str], str]) -> None:
    text = posting_text(number)
    test_a_criterion_has_every_name(posting_of(text))
    found = check(text, PERSON)
    test_a_check_has_every_name(found)
    test_every_outcome_has_its_names_and_its_source(found)
    test_every_question_has_its_names_and_every_label_fits(found)
