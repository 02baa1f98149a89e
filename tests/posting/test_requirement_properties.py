"""What holds for every criterion, whatever is written in it."""

import re
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.model.posting import AllOf, AnyOf, Experience, Requirement
from core.posting.requirement import RequirementContext, read_requirement
from core.text.source import fold

CASES: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parent / "requirement_cases.toml").read_text(encoding="utf-8")
)["case"]
TEXTS = [case["text"] for case in CASES]
WORDS = sorted({word for text in TEXTS for word in text.split()})
CONTEXT = RequirementContext(closing=date(2026, 7, 14))


def experiences(requirement: Requirement) -> list[Experience]:
    if isinstance(requirement, AllOf | AnyOf):
        return [one for part in requirement.parts for one in experiences(part)]
    return [requirement] if isinstance(requirement, Experience) else []


@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    read_requirement(text, CONTEXT)


@given(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join), st.sampled_from(["knockout", "award"]))
def test_any_words_of_criteria_are_read(text: str, kind: Any) -> None:
    reading = read_requirement(text, RequirementContext(date(2026, 7, 14), kind))
    folded = fold(text)
    assert reading.cv_instruction is None or reading.cv_instruction in folded
    assert reading.condition is None or reading.condition in folded
    assert reading == read_requirement(text, RequirementContext(date(2026, 7, 14), kind))


@given(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join))
def test_no_months_that_are_not_printed(text: str) -> None:
    words = {"een": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "anderhalf": 1.5, "half": 0.5}
    printed = [float(n.replace(",", ".")) for n in re.findall(r"\d+(?:,\d+)?", text)]
    printed += [float(words[w]) for w in re.findall(r"\w+", text.lower().replace("één", "een")) if w in words]
    most = max(printed, default=0) * 12
    for one in experiences(read_requirement(text, CONTEXT).requirement):
        assert one.min_months is None or one.min_months <= max(most, sum(printed) * 12)


@given(
    st.integers(1, 15),
    st.integers(1, 20),
    st.sampled_from(["jaar", "jr"]),
    st.sampled_from(["maanden", "mnd"]),
    st.integers(0, 5),
)
def test_p6_threshold_and_window_in_every_word_order(low: int, window: int, year: str, month: str, order: int) -> None:
    asked = f"minimaal {low} {year}"
    within = f"in de afgelopen {window} {month}"
    text = [
        f"{asked} werkervaring {within} als bode bij een gemeente",
        f"{asked} werkervaring als bode bij een gemeente {within}",
        f"{within} {asked} ervaring als bode bij een gemeente",
        f"Als bode {within} bij een gemeente {asked} werkervaring",
        f"Werkervaring als bode bij een gemeente ({asked} {within})",
        f"Aantoonbare ervaring ({asked}), opgedaan {within}, als bode bij een gemeente",
    ][order]
    assert read_requirement(text, CONTEXT).requirement == Experience(
        subjects=("bode",), min_months=low * 12, window_months=window, sector="gemeente"
    )


@pytest.mark.parametrize("text", TEXTS)
def test_p12_white_space_and_final_punctuation_change_nothing(text: str) -> None:
    wanted = read_requirement(text, CONTEXT)
    assert read_requirement("  " + text.replace(" ", " \n ") + "  ", CONTEXT) == wanted
    assert read_requirement(text.rstrip(".;") + ";", CONTEXT).requirement == wanted.requirement


ARTICLES = re.compile(r"(?<!\w)(?:de|het|een|minimaal|in|met|van)(?!\w)", re.I)


@pytest.mark.parametrize("text", TEXTS)
def test_the_case_of_small_words_does_not_change_the_type(text: str) -> None:
    shouted = ARTICLES.sub(lambda match: match[0].upper(), text)
    assert read_requirement(shouted, CONTEXT).requirement.type == read_requirement(text, CONTEXT).requirement.type


@pytest.mark.parametrize(
    "piece",
    [
        "a ",
        "van ",
        "minimaal 3 jaar ",
        "en of ",
        "(",
        "bij een gemeente of ",
        "a, ",
        "x",
        "1",
        "ervaring met het ",
        "waarbij je in het cv ",
        "mbo ",
        "laptop of telefoon ",
        ". A",
        "indien ",
    ],
)
def test_garbage_of_100_kb_is_no_criterion(piece: str) -> None:
    assert read_requirement(piece * (100_000 // len(piece)), CONTEXT).requirement.type == "other"
    read_requirement((piece * 4000)[:4000], CONTEXT)
