"""Postings of our own in the manner of the broker (`wild/*.txt`), each labelled by hand first (`wild/*.toml`)."""

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

from core.posting.reader import read_posting

WILD = Path(__file__).with_name("wild")
NAMES = sorted(path.stem for path in WILD.glob("*.txt"))


def load(name: str) -> tuple[dict[str, Any], dict[str, Any]]:
    posting = read_posting((WILD / f"{name}.txt").read_text(encoding="utf-8"))
    return json.loads(posting.model_dump_json(by_alias=True)), tomllib.loads((WILD / f"{name}.toml").read_text("utf-8"))


def as_labelled(read: Any, wanted: Any) -> Any:
    """Return what was read, of a table only what the label names (TOML knows no null)."""
    if isinstance(wanted, dict) and isinstance(read, dict):
        return {key: as_labelled(read.get(key), value) for key, value in wanted.items()}
    if isinstance(wanted, list) and isinstance(read, list) and len(read) == len(wanted):
        return [as_labelled(one, other) for one, other in zip(read, wanted, strict=True)]
    return read


@pytest.mark.parametrize("name", NAMES)
def test_the_header_and_the_clauses(name: str) -> None:
    read, wanted = load(name)
    for field, value in wanted["fields"].items():
        if field not in wanted["left"]:
            assert as_labelled(read[field], value) == value, field
    assert set(wanted["clauses"]) - set(wanted["left"]) <= set(read["clauses"])
    assert not set(wanted["no_clauses"]) & set(read["clauses"])


def listed() -> list[Any]:
    """Return the names; where the toml says that the lists aren't `known` to be found, with a strict mark."""
    unread = {name: tomllib.loads((WILD / f"{name}.toml").read_text("utf-8")).get("known") for name in NAMES}
    return [
        pytest.param(name, marks=[pytest.mark.xfail(strict=True, reason=reason)] if reason else [])
        for name, reason in unread.items()
    ]


@pytest.mark.parametrize("name", listed())
def test_p16_every_criterion_with_its_points_meaning_and_tiers(name: str) -> None:
    read, wanted = load(name)
    assert [one["id"] for one in read["criteria"]] == [one["id"] for one in wanted["criteria"]]
    for one, label in zip(read["criteria"], wanted["criteria"], strict=True):
        if one["id"] in wanted["left"]:
            continue
        assert one["points"] == label.get("points"), one["id"]
        assert one["requirement"]["type"] in label["types"], one["id"]
        assert as_labelled(one["requirement"], label["want"]) == label["want"], one["id"]
        if "tiers" in label:
            bands = [
                [t["low"], -1 if t["high"] is None else t["high"], t["low_inclusive"], t["high_inclusive"], t["points"]]
                for t in one["tiers"]
            ]
            assert bands == label["tiers"], one["id"]
