"""read_posting is total: any text gives a posting, quickly, and every place lies in the text."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.model.posting import ChecklistItem, Notice, Posting
from core.posting.reader import read_posting

PIECES = st.sampled_from(
    [
        "Eisen",
        "Gunningscriteria (weging)",
        "Competenties",
        "1. Minimaal 3 jaar ervaring als jurist (20 punten);",
        "- a. minder dan 1 jaar (0 punten);",
        "Weging: 10 %",
        "40 %",
        "Einde inschrijfdatum dinsdag 14 juli 2026",
        "Uren per week\t24",
        "Vraag: mag eis 1 weg?",
        "Antwoord: eis 1 vervalt.",
        "**Planning**",
        "De gesprekken zijn op 20 en 21 juli 2026 van 9:00 tot 12:00 uur.",
        "Pagina 2 van 5",
        "&eacute;&nbsp;<br>",
        "3",
        "\u2022 ",
        "Stap 1: Beoordeling",
        "geen iPad",
        "laptop of iPad",
        "(",
        "- ",
        "\ufb01\u0301\u00ad\u200b",
    ]
)
SOUP = st.lists(PIECES | st.text(max_size=12), max_size=25).map("\n".join)


def check(posting: Posting, text: str) -> None:
    for span in posting.spans.values():
        assert 0 <= span.start <= span.end <= len(text)
    things: tuple[Notice | ChecklistItem, ...] = (*posting.notices, *posting.bid_checklist)
    for thing in things:
        for evidence in thing.evidence:
            assert text[evidence.start : evidence.end] == evidence.quote
    assert len({criterion.id for criterion in posting.criteria}) == len(posting.criteria)
    assert Posting.model_validate_json(posting.model_dump_json()) == posting


@given(st.text(max_size=300))
def test_any_text_gives_a_posting(text: str) -> None:
    check(read_posting(text), text)


@given(SOUP)
def test_any_soup_of_pieces_gives_a_posting(text: str) -> None:
    check(read_posting(text), text)


@pytest.mark.parametrize("text", ["", " ", "\n\n\n", "\x00", "1.", "-", "Eisen", "Eisen:\n", "(((((", "\ufeff"])
def test_nothing_gives_an_empty_posting(text: str) -> None:
    posting = read_posting(text)
    assert posting.criteria == ()
    assert posting.closing is None


GARBAGE = {
    "digits": "1" * 30_000,
    "digits and dots": "1.2." * 7500,
    "blanks": " " * 30_000,
    "line breaks": "\n" * 30_000,
    "short lines": "a\n" * 15_000,
    "hyphens at line ends": "ab-\n" * 7500,
    "second bullets": "o a\n" * 7500,
    "open brackets": "(" * 30_000,
    "points": "(20 punten) " * 2400,
    "bands": "1 tot 2 jaar " * 2400,
    "numbered lines": "".join(f"{n % 99 + 1}. ervaring\n" for n in range(2400)),
    "headings": "Eisen\nWensen\n" * 2400,
    "labels": "Start Duur Regio " * 1800,
    "dates": "20 juli 2026 " * 2100,
    "money": "\u20ac 95 tarief maximaal " * 1_350,
    "names": "gemeente Hoogdorp " * 1_650,
    "questions": "Vraag: eis 1?\nAntwoord: eis 1 vervalt.\n" * 720,
    "one sentence": "de kandidaat " * 2400,
    "capitals": "DBA VOG UEA KVK " * 1800,
    "entities": "&amp;" * 6_000,
    "set aside": "terzijde tarief " * 1800,
}


@pytest.mark.parametrize("name", GARBAGE)
def test_time_is_linear_in_the_length(name: str) -> None:
    # Not a benchmark: what takes the square of its length takes minutes here.
    head = "Eisen\n1. Ervaring met A\nWensen\n"
    start = time.process_time()
    read_posting(head + GARBAGE[name])
    assert time.process_time() - start < 3
