"""Own postings in the forms of many brokers, each read by hand first (`samples/*.json`)."""

import json
from pathlib import Path
from typing import Any

import pytest

from core.model.posting import ChecklistItem, Notice, Posting
from core.posting.reader import read_posting

SAMPLES = Path(__file__).with_name("samples")
NAMES = sorted(path.stem for path in SAMPLES.glob("*.txt"))


def load(name: str) -> tuple[Posting, dict[str, Any]]:
    text = (SAMPLES / f"{name}.txt").read_text(encoding="utf-8")
    return read_posting(text), json.loads((SAMPLES / f"{name}.json").read_text(encoding="utf-8"))


def test_there_are_samples_enough() -> None:
    assert len(NAMES) >= 8


@pytest.mark.parametrize("name", NAMES)
def test_the_header_and_the_facts(name: str) -> None:
    posting, wanted = load(name)
    read = json.loads(posting.model_dump_json())
    for field, value in wanted["fields"].items():
        if field == "offer":
            assert {key: read["offer"][key] for key in value} == value, field
        else:
            assert read[field] == value, field


@pytest.mark.parametrize("name", NAMES)
def test_p16_every_criterion_and_no_other(name: str) -> None:
    posting, wanted = load(name)
    assert [c.id for c in posting.criteria] == [c["id"] for c in wanted["criteria"]]
    for criterion, expected in zip(posting.criteria, wanted["criteria"], strict=True):
        assert (criterion.text, criterion.points) == (expected["text"], expected["points"])
        bands = [[t.low, t.high, t.low_inclusive, t.high_inclusive, t.points] for t in criterion.tiers]
        assert bands == expected.get("tiers", [])


@pytest.mark.parametrize("name", NAMES)
def test_the_notices_clauses_and_checklist(name: str) -> None:
    posting, wanted = load(name)
    assert sorted((n.code, n.criterion or "") for n in posting.notices if n.code != "unclear_window") == sorted(
        (code, criterion or "") for code, criterion in wanted["notices"]
    )
    assert [item.id for item in posting.bid_checklist] == wanted["checklist"]
    assert [item.id for item in posting.bid_checklist if item.blocker] == wanted["blockers"]
    assert set(wanted.get("clauses", ())) <= set(posting.clauses)


@pytest.mark.parametrize("name", NAMES)
def test_every_value_has_its_place(name: str) -> None:
    posting, _ = load(name)
    text = (SAMPLES / f"{name}.txt").read_text(encoding="utf-8")
    given = posting.model_dump(exclude={"criteria", "notices", "bid_checklist", "spans", "offer"}, exclude_none=True)
    for field, value in given.items():
        if (
            field in ("total_points", "price_weight", "clauses", "interviews", "competencies", "closing_other")
            or value == ()
        ):
            continue
        assert field in posting.spans, field
    for name_, span in posting.spans.items():
        assert 0 <= span.start < span.end <= len(text), name_
    things: tuple[Notice | ChecklistItem, ...] = (*posting.notices, *posting.bid_checklist)
    for thing in things:
        for evidence in thing.evidence:
            assert text[evidence.start : evidence.end] == evidence.quote
