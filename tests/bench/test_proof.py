"""A part of the proof, each time that the tests run: no verdict against the truth, whoever answers and however."""

import pytest

from bench.labelled import MUST_NOT_FAIL, answer_checks, answered
from bench.labels import Case, Half, cases
from bench.people import somebody_else
from bench.proof import layout_differences, people_differences

HALVES: tuple[Half, ...] = ("open", "held")
CASES = [(half, case) for half in HALVES for case in cases(half)]


@pytest.mark.parametrize("case", [case for _, case in CASES], ids=[f"{half}/{case.name}" for half, case in CASES])
def test_s1_no_verdict_ever_goes_against_the_truth(case: Case) -> None:
    for candidate in case.candidates:
        done = answered(case, candidate)
        assert done is not None
        wrong = [c for c in answer_checks(candidate, done) if not c.right and c.figure in MUST_NOT_FAIL]
        assert not wrong


@pytest.mark.parametrize("case", [case for half, case in CASES if half == "open"][::4], ids=lambda case: case.name)
def test_p12_layout_changes_nothing(case: Case) -> None:
    _, differences = layout_differences([case])
    assert not differences


@pytest.mark.parametrize("case", [case for half, case in CASES if half == "open"], ids=lambda case: case.name)
def test_who_somebody_is_changes_nothing(case: Case) -> None:
    _, differences = people_differences([case])
    assert not differences


def test_somebody_else_has_another_name_where_it_is_labelled() -> None:
    texts = dict(somebody_else("Naam: Piet Puk\nHij werkt bij gemeente Ede."))
    assert "Fatima El Amrani" in texts["Fatima El Amrani"]
    assert all("Piet Puk" not in text for who, text in texts.items() if who != "her for him")
    assert texts["her for him"].endswith("Zij werkt bij gemeente Ede.")
