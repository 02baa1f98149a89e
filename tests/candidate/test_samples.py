"""Every sample reads as a person reads it (C1-C9): the readings beside them were written by hand."""

import pytest

from core.candidate.reader import read_candidate
from tests.candidate.expected import NAMES, compared, sample


@pytest.mark.parametrize("name", NAMES)
def test_a_sample_reads_as_a_person_reads_it(name: str) -> None:
    wanted, shown = compared(name, read_candidate(sample(name)))
    assert {k: v for k, v in shown.items() if v != wanted[k]} == {k: wanted[k] for k in shown if shown[k] != wanted[k]}
