"""A reader that gets a text nobody writes (2 MB of one thing) stops where a posting or a CV would have ended."""

from collections.abc import Callable

import pytest

from core import read_candidate, read_posting
from core.candidate.reader import split_people
from core.text.source import LONGEST

FILLER = "tekst zonder betekenis, "


@pytest.mark.parametrize(
    ("read", "line"),
    [
        (read_posting, "\nKnock-outcriteria\n1. Minimaal 2 jaar ervaring als klachtcoördinator.\n"),
        (read_candidate, "\nmei 2019 - heden: klachtenfunctionaris, gemeente Almere\n"),
        (split_people, "\nKandidaat 1: A. de Boer, mbo 4\n2019-2021 baliemedewerker\nKandidaat 2: C. Smit, hbo\n"),
    ],
    ids=["posting", "candidate", "people"],
)
def test_what_stands_behind_the_longest_text_is_not_read(read: Callable[[str], object], line: str) -> None:
    """A line is read where it ends on the last code point that counts, and not where it begins behind it."""
    before = (FILLER * (LONGEST // len(FILLER)))[: LONGEST - len(line)]
    assert read(before + line) != read(before)
    filled = (FILLER * (LONGEST // len(FILLER) + 1))[:LONGEST]
    assert read(filled + line) == read(filled)


@pytest.mark.parametrize("piece", ["1. \n", "jan 2019 - ", "\x00"])
def test_two_million_characters_are_read_like_the_longest_text(piece: str) -> None:
    text = piece * (2_000_000 // len(piece))
    assert read_posting(text).criteria == read_posting(text[:LONGEST]).criteria
    assert len(read_candidate(text).statements) <= 4000
